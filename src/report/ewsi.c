#include "vademecum/report/ewsi.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/report/own_practice.h"
#include "vademecum/review/progress.h"

#include <string.h>

/* A practice, and what a field makes of it. */
struct filling {
    const struct report *report;
    const struct practice *practice;
    const char *id;
};

static const char *joined(struct arena *arena, const char *one, const char *between,
                          const char *other) {
    return !one[0] ? other : !other[0] ? one : arena_printf(arena, "%s%s%s", one, between, other);
}

static const char *cell(const struct filling *filling, size_t column) {
    return record_cell(&filling->practice->record, column);
}

static const char *title(const struct filling *filling) {
    return cell(filling, PRACTICE_TITLE);
}

static const char *start(const struct filling *filling) {
    return cell(filling, PRACTICE_START);
}

static const char *end(const struct filling *filling) {
    return cell(filling, PRACTICE_END);
}

static const char *regular(const struct filling *filling) {
    const char *ongoing = cell(filling, PRACTICE_ONGOING);
    return strcmp(ongoing, "yes") == 0 ? _("yes") : ongoing[0] ? _("no") : "";
}

static const char *country(const struct filling *filling) {
    const char *code = cell(filling, PRACTICE_COUNTRY);
    const char *name = codes_country_name(code);
    return name ? name : code;
}

static const char *place(const struct filling *filling) {
    return joined(filling->report->arena, cell(filling, PRACTICE_CITY), ", ",
                  cell(filling, PRACTICE_REGION));
}

static const char *summary(const struct filling *filling) {
    return cell(filling, PRACTICE_SUMMARY);
}

static const char *goals(const struct filling *filling) {
    return cell(filling, PRACTICE_OBJECTIVES);
}

/* The answers to the questions, one paragraph each. */
static const char *how(const struct filling *filling) {
    const struct report *report = filling->report;
    const char *text = "";
    for (size_t i = 0; i < report->catalogue->question_count; i++) {
        const struct question *question = &report->catalogue->questions[i];
        text = joined(report->arena, text, "\n",
                      review_value(report->review, report->reviewer, filling->id,
                                   record_cell(&question->record, QUESTION_ID), "answer"));
    }
    return text;
}

static const char *results(const struct filling *filling) {
    return cell(filling, PRACTICE_RESULTS);
}

/* The reviewer's own marks, counted, of each checklist that is begun, as it calls them. */
static const char *evaluation(const struct filling *filling) {
    static const enum verdict order[] = {VERDICT_MET, VERDICT_PARTLY, VERDICT_NOT_MET,
                                         VERDICT_UNKNOWN, VERDICT_NA};
    const struct report *report = filling->report;
    const char *text = "";
    for (size_t i = 0; i < report->catalogue->checklist_count; i++) {
        const struct checklist *checklist = &report->catalogue->checklists[i];
        const struct progress progress = progress_count(
            report->review, report->reviewer, filling->id, checklist->items, checklist->item_count);
        const char *line = "";
        for (size_t v = 0; v < COUNT(order); v++) {
            const struct sign sign = report_sign(report, checklist, order[v], SIGN_WORDS);
            line = arena_printf(report->arena, "%s%s%s %zu", line, *line ? ", " : "", sign.text,
                                progress.verdicts[order[v]]);
        }
        if (progress_answered(&progress) > 0) {
            line = arena_printf(
                report->arena, _("Own review, %s: %s."),
                report_cell(report, SCHEMA_CHECKLISTS, &checklist->record, CHECKLIST_TITLE), line);
            text = joined(report->arena, text, "\n", line);
        }
    }
    return text;
}

static const char *terms(const struct filling *filling, const char *scheme) {
    const char *line = "";
    for (const struct practice_term *of = filling->practice->terms; of; of = of->next) {
        if (strcmp(record_cell(&of->term->record, TERM_SCHEME), scheme) == 0) {
            line = joined(
                filling->report->arena, line, ", ",
                report_cell(filling->report, SCHEMA_TERMS, &of->term->record, TERM_LABEL));
        }
    }
    return line;
}

static const char *benefits(const struct filling *filling) {
    return terms(filling, "target_group");
}

static const char *funding(const struct filling *filling) {
    return joined(filling->report->arena, cell(filling, PRACTICE_FUNDING), "\n",
                  terms(filling, "fund"));
}

static const struct {
    const char *label;
    const char *(*fill)(const struct filling *filling);
    size_t least; /* words that are asked for, 0: any */
    size_t most;  /* the same */
} fields[] = {
    {N_("Title"), title, 0, 15},
    {N_("Start"), start, 0, 0},
    {N_("End"), end, 0, 0},
    {N_("Became a regular service"), regular, 0, 0},
    {N_("Country"), country, 0, 0},
    {N_("City or area"), place, 0, 0},
    {N_("Summary"), summary, 75, 100},
    {N_("Issue and goals"), goals, 0, 0},
    {N_("How it works"), how, 0, 0},
    {N_("Results"), results, 0, 0},
    {N_("Evaluation"), evaluation, 0, 0},
    {N_("Who benefits"), benefits, 0, 0},
    {N_("Funding and resources"), funding, 0, 0},
};

static size_t words_count(const char *text) {
    static const char blanks[] = " \t\r\n";
    size_t count = 0;
    for (text += strspn(text, blanks); *text; text += strspn(text, blanks)) {
        text += strcspn(text, blanks);
        count++;
    }
    return count;
}

/* "Summary (43 words; 75 to 100 are asked for)", where that is not so. */
static const char *label_of(const struct report *report, size_t field, const char *text) {
    const size_t words = words_count(text);
    const char *label = _(fields[field].label);
    if (words == 0 || fields[field].most == 0 ||
        (words >= fields[field].least && words <= fields[field].most)) {
        return label;
    }
    return fields[field].least > 0
               ? arena_printf(report->arena, _("%s (%zu words; %zu to %zu are asked for)"), label,
                              words, fields[field].least, fields[field].most)
               : arena_printf(report->arena, _("%s (%zu words; at most %zu are asked for)"), label,
                              words, fields[field].most);
}

void ewsi_text(const struct report *report, const char *id) {
    const struct filling filling = {report, own_practice_make(report, id), id};
    document_heading(report->document, HEADING_PART, title(&filling));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *text = fields[i].fill(&filling);
        document_gap(report->document);
        document_heading(report->document, HEADING_LABEL, label_of(report, i, text));
        document_text(report->document, 1, text[0] ? text : _("(empty)"));
    }
}
