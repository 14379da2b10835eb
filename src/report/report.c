#include "vademecum/report/report.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/order.h"
#include "vademecum/report/facts.h"

#include <stdlib.h>
#include <string.h>

/* A practice and what it is sorted by. */
struct entry {
    const char *title; /* as order_key has it */
    const struct practice *practice;
};

static int entry_compare(const void *left, const void *right) {
    const struct entry *one = left;
    const struct entry *other = right;
    const int order = strcmp(one->title, other->title);
    return order ? order : (one->practice > other->practice) - (one->practice < other->practice);
}

const struct practice *const *report_by_title(const struct report *report, size_t *count) {
    const struct catalogue *catalogue = report->catalogue;
    *count = catalogue->practice_count;
    struct entry *entries = arena_array(report->arena, *count, sizeof *entries);
    const struct practice **practices = arena_array(report->arena, *count, sizeof *practices);
    for (size_t i = 0; i < *count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        const char *title = report_cell(report, SCHEMA_PRACTICES, &practice->record,
                                        PRACTICE_TITLE);
        entries[i] = (struct entry){
            .title = order_key(report->arena, title),
            .practice = practice,
        };
    }
    if (*count) {
        qsort(entries, *count, sizeof *entries, entry_compare);
    }
    for (size_t i = 0; i < *count; i++) {
        practices[i] = entries[i].practice;
    }
    return practices;
}

const char *report_cell(const struct report *report, enum schema_id table,
                        const struct record *record, size_t column) {
    return catalogue_text(report->catalogue, table, record, column, report->lang, NULL);
}

struct sign report_sign(const struct report *report, const struct checklist *checklist,
                        enum verdict verdict, enum sign_form form) {
    return sign_called(report->catalogue, report->lang, checklist, verdict, form);
}

const char *report_legend(const struct report *report, const struct checklist *checklist,
                          enum verdict from) {
    const char *line = "";
    for (enum verdict verdict = from; verdict < VERDICT_COUNT; verdict++) {
        const struct sign sign = report_sign(report, checklist, verdict, report->signs);
        line = arena_printf(report->arena, "%s%s%s %s", line, line[0] ? ", " : "", sign.text,
                            sign.word);
    }
    return line;
}

const char *report_wanting(const struct report *report, const struct checklist *checklist) {
    return arena_printf(report->arena, _("%s or %s"),
                        report_sign(report, checklist, VERDICT_PARTLY, SIGN_WORDS).text,
                        report_sign(report, checklist, VERDICT_NOT_MET, SIGN_WORDS).text);
}

const char *report_item(const struct report *report, const struct item *item) {
    const char *text = report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    return report->ids
               ? arena_printf(report->arena, "%s: %s", record_cell(&item->record, ITEM_ID), text)
               : text;
}

const char *report_practice_lang(const struct report *report, const struct practice *practice) {
    bool translated;
    catalogue_text(report->catalogue, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE,
                   report->lang, &translated);
    const char *lang = translated ? report->lang : record_cell(&practice->record, PRACTICE_LANG);
    return lang[0] && strcmp(lang, "en") != 0 ? lang : NULL;
}

const char *report_tool_lang(const struct report *report, const struct tool *tool) {
    bool translated;
    catalogue_text(report->catalogue, SCHEMA_TOOLS, &tool->record, TOOL_TITLE, report->lang,
                   &translated);
    return translated ? report->lang : NULL;
}

void report_practices(const struct report *report, const char *caption,
                      const struct practice *const *practices, size_t count,
                      const char *const *why) {
    const struct document_column columns[] = {
        {_("Practice"), false, NULL}, {"", true, _("Country")}, {_("Where"), false, NULL},
        {_("Id"), true, NULL},        {_("Why"), false, NULL},
    };
    const size_t width = COUNT(columns) - (why ? 0 : 1);
    const char **cells = arena_array(report->arena, count, width * sizeof *cells);
    const char **langs = arena_array(report->arena, count, sizeof *langs);
    for (size_t i = 0; i < count; i++) {
        const struct record *record = &practices[i]->record;
        const char **row = &cells[i * width];
        row[0] = report_cell(report, SCHEMA_PRACTICES, record, PRACTICE_TITLE);
        row[1] = record_cell(record, PRACTICE_COUNTRY);
        row[2] = facts_town(report->catalogue, practices[i], report->lang, report->arena);
        row[3] = record_cell(record, PRACTICE_ID);
        row[0] = row[0][0] ? row[0] : row[3];
        if (why) {
            row[4] = why[i];
        }
        langs[i] = report_practice_lang(report, practices[i]);
    }
    const struct document_table table = {
        .caption = caption,
        .columns = columns,
        .count = width,
        .cells = cells,
        .rows = count,
        .langs = langs,
    };
    document_table(report->document, &table);
}

bool report_uses(const struct report *report, const struct practice *practice,
                 const struct checklist *checklist) {
    const struct tally tally = catalogue_tally(report->catalogue, practice, checklist->items,
                                               checklist->item_count);
    bool used = catalogue_checklist(report->catalogue, practice) == checklist ||
                tally.marks[MARK_ABSENT] < checklist->item_count;
    for (const struct answer *answer = practice->answers; answer && !used; answer = answer->next) {
        used = answer->question->criterion->checklist == checklist;
    }
    for (const struct tool *tool = practice->tools; tool && !used; tool = tool->next) {
        used = tool->question->criterion->checklist == checklist;
    }
    return used;
}

enum mark report_mark(const struct report *report, const struct practice *practice,
                      const struct item *item) {
    return practice->collection ? catalogue_mark(report->catalogue, practice, item) : MARK_ABSENT;
}

const struct tool *report_next_tool(const struct tool *tool) {
    const struct tool *next = tool->next;
    return next && next->question == tool->question ? next : NULL;
}

const char *report_raw(const struct report *report, const char *text) {
    return report->terminal ? text_clean(report->arena, text, report->document->letters) : text;
}
