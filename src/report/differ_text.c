#include "vademecum/base/i18n.h"
#include "vademecum/report/differ.h"
#include "vademecum/report/title.h"
#include "vademecum/report/wording.h"

static void opinion_write(const struct report *report, const struct differ *differ,
                          const struct disputed *disputed, size_t reviewer) {
    const struct sign sign = report_sign(report, catalogue_checklist_of(disputed->item),
                                         disputed->verdicts[reviewer], report->signs);
    const char *words = differ_opinion(report, differ->practice, disputed->item,
                                       differ->reviewers[reviewer]);
    if (report->signs == SIGN_WORDS) {
        document_text(report->document, 1, words);
    } else {
        document_item(report->document, 1, sign,
                      sign_width(report->signs, report->document->letters) + 1, words);
    }
}

/* The item, and below it what each reviewer says. */
static void disputed_write(const struct report *report, const struct differ *differ,
                           const struct disputed *disputed) {
    document_gap(report->document);
    document_heading(report->document, HEADING_QUESTION, report_item(report, disputed->item));
    for (size_t i = 0; i < differ->reviewer_count; i++) {
        opinion_write(report, differ, disputed, i);
    }
}

static void reviewers_write(const struct report *report, const struct differ *differ) {
    for (size_t i = 0; i < differ->reviewer_count; i++) {
        document_item(report->document, 0, sign_plain(""), 0,
                      wording_reviewer(report, differ->reviewers[i]));
    }
}

/* What one alone has marked: its text with the mark, nothing more. */
static void alone_write(const struct report *report, const struct differ *differ, size_t reviewer) {
    struct document *document = report->document;
    document_gap(document);
    document_heading(document, HEADING_PART,
                     arena_printf(report->arena, _("Only %s answered"),
                                  wording_reviewer_name(report, differ->reviewers[reviewer])));
    for (size_t i = differ->differing + differ->same; i < differ->count; i++) {
        const struct disputed *disputed = &differ->items[i];
        if (disputed->alone == reviewer) {
            document_item(document, 0,
                          report_sign(report, catalogue_checklist_of(disputed->item),
                                      disputed->verdicts[reviewer], report->signs),
                          sign_width(report->signs, document->letters) + 1,
                          report_item(report, disputed->item));
        }
    }
}

void differ_text(const struct report *report, const struct differ *differ) {
    struct document *document = report->document;
    document_narrow(document);
    document_heading(document, HEADING_TITLE,
                     arena_printf(report->arena, _("Where reviewers differ: %s"),
                                  title_of(report, differ->practice)));
    document_text(document, 0, differ_summary(report, differ));
    document_gap(document);
    reviewers_write(report, differ);
    for (size_t i = 0; i < differ->differing; i++) {
        const struct disputed *disputed = &differ->items[i];
        if (i == 0 || disputed->apart != disputed[-1].apart) {
            document_gap(document);
            document_heading(document, HEADING_PART, differ_degree(disputed->apart));
        }
        disputed_write(report, differ, disputed);
    }
    for (size_t i = 0; differ->reviewer_count > 1 && i < differ->reviewer_count; i++) {
        if (differ->alone[i] > 0) {
            alone_write(report, differ, i);
        }
    }
}
