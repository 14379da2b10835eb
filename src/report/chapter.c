#include "vademecum/report/chapter.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/title.h"

#include <string.h>

enum {
    COLUMNS = 3
};

/* Chapters so far. */
struct gathering {
    const struct report *report;
    struct chapter *chapters; /* with room for all */
    size_t count;             /* of them */
};

static void chapter_add(struct gathering *gathering, const struct guides_topic *topic,
                        const char *id, const char *title, const char *label) {
    const struct catalogue *catalogue = gathering->report->catalogue;
    size_t guides = 0;
    for (size_t i = 0; i < catalogue->guide_count; i++) {
        guides += guides_help(&catalogue->guides[i], topic);
    }
    gathering->chapters[gathering->count++] = (struct chapter){
        .topic = *topic,
        .id = id,
        .title = title,
        .label = label,
        .guides = guides,
    };
}

static bool is_area(const struct term *term) {
    return strcmp(record_cell(&term->record, TERM_SCHEME), "area") == 0;
}

static const struct term *area_find(const struct catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->term_count; i++) {
        const struct term *term = &catalogue->terms[i];
        if (is_area(term) && strcmp(record_cell(&term->record, TERM_TERM), id) == 0) {
            return term;
        }
    }
    return NULL;
}

static void criterion_add(struct gathering *gathering, const struct criterion *criterion) {
    const struct report *report = gathering->report;
    const struct record *record = &criterion->record;
    const char *id = record_cell(record, CRITERION_ID);
    const struct guides_topic whole = {
        .criterion = criterion,
        .area = area_find(report->catalogue, id),
    };
    chapter_add(gathering, &whole, id,
                report_cell(report, SCHEMA_CRITERIA, record, CRITERION_TITLE),
                report_cell(report, SCHEMA_CRITERIA, record, CRITERION_LABEL));
    for (size_t i = 0; i < criterion->question_count; i++) {
        const struct question *question = &criterion->questions[i];
        chapter_add(gathering, &(struct guides_topic){.question = question},
                    record_cell(&question->record, QUESTION_ID),
                    report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT),
                    report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_LABEL));
    }
}

static bool area_covered(const struct gathering *gathering, const struct term *area) {
    bool covered = false;
    for (size_t i = 0; i < gathering->count && !covered; i++) {
        covered = gathering->chapters[i].topic.area == area;
    }
    return covered;
}

const struct chapter *chapter_all(const struct report *report, size_t *count) {
    const struct catalogue *catalogue = report->catalogue;
    const size_t most = catalogue->criterion_count + catalogue->question_count +
                        catalogue->term_count;
    struct gathering gathering = {
        .report = report,
        .chapters = arena_array(report->arena, most, sizeof *gathering.chapters),
    };
    for (size_t i = 0; i < catalogue->criterion_count; i++) {
        criterion_add(&gathering, &catalogue->criteria[i]);
    }
    for (size_t i = 0; i < catalogue->term_count; i++) {
        const struct term *term = &catalogue->terms[i];
        if (is_area(term) && !area_covered(&gathering, term)) {
            chapter_add(&gathering, &(struct guides_topic){.area = term},
                        record_cell(&term->record, TERM_TERM),
                        report_cell(report, SCHEMA_TERMS, &term->record, TERM_LABEL), "");
        }
    }
    *count = gathering.count;
    return gathering.chapters;
}

void chapter_list_text(const struct report *report) {
    static const struct document_column columns[COLUMNS] = {
        {N_("Chapter"), false, NULL},
        {N_("Sentences"), true, NULL},
        {N_("Id"), true, NULL},
    };
    struct document_column titled[COLUMNS];
    size_t count;
    const struct chapter *chapters = chapter_all(report, &count);
    const char **cells = arena_array(report->arena, count, COLUMNS * sizeof *cells);
    size_t rows = 0;
    for (size_t i = 0; i < count; i++) {
        if (chapters[i].guides > 0 && !chapters[i].topic.question) {
            const char **row = &cells[COLUMNS * rows++];
            row[0] = chapters[i].title;
            row[1] = arena_printf(report->arena, "%zu", chapters[i].guides);
            row[2] = chapters[i].id;
        }
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        titled[i] = columns[i];
        titled[i].title = _(columns[i].title);
    }
    document_title(report->document, _("The guide"));
    if (rows == 0) {
        document_text(report->document, 0, _("This catalogue has no guides."));
        return;
    }
    const struct document_table table = {
        .caption = _("Chapters of the guide"),
        .columns = titled,
        .count = COLUMNS,
        .cells = cells,
        .rows = rows,
    };
    document_table(report->document, &table);
    document_gap(report->document);
    document_text(report->document, 0,
                  _("vademecum guide and an id prints a chapter. The id of a question, such as "
                    "inclusivity.1, prints what helps with that question."));
}

/* What the chapter is about: what is done in the area, and the questions of the checklist. */
static void subject_write(const struct report *report, const struct guides_topic *topic) {
    const struct criterion *criterion = topic->criterion;
    if (topic->area) {
        document_text(report->document, 0,
                      report_cell(report, SCHEMA_TERMS, &topic->area->record, TERM_SUMMARY));
    }
    for (size_t i = 0; criterion && i < criterion->question_count; i++) {
        document_text(
            report->document, 0,
            report_cell(report, SCHEMA_QUESTIONS, &criterion->questions[i].record, QUESTION_TEXT));
    }
}

/* A sentence, and below it the practice that it was taken from. */
static void guide_write(const struct report *report, const struct guide *guide) {
    document_item(report->document, 0, sign_plain(""), 0,
                  report_cell(report, SCHEMA_GUIDES, &guide->record, GUIDE_TEXT));
    document_lang(report->document, report_practice_lang(report, guide->practice));
    document_text(report->document, 1,
                  title_of(report, record_cell(&guide->practice->record, PRACTICE_ID)));
}

void chapter_text(const struct report *report, const struct chapter *chapter) {
    struct document *document = report->document;
    document_narrow(document);
    document_heading(document, HEADING_TITLE, chapter->title);
    subject_write(report, &chapter->topic);
    document_gap(document);
    document_text(document, 0,
                  chapter->guides > 0
                      ? _("What others did, so that you can choose. Below each sentence stands the "
                          "practice that it was taken from; vademecum show has all of it.")
                      : _("Nobody has put down a sentence for this yet."));
    for (enum guides_kind kind = 0; kind < GUIDES_KINDS; kind++) {
        size_t count;
        const struct guide *const *guides = guides_find(report->catalogue, &chapter->topic, kind,
                                                        report->arena, &count);
        if (count > 0) {
            document_gap(document);
            document_heading(document, HEADING_PART, guides_heading(kind));
        }
        for (size_t i = 0; i < count; i++) {
            guide_write(report, guides[i]);
        }
    }
}

void chapter_sheet(const struct report *report, const struct chapter *chapter,
                   struct sheet *sheet) {
    const struct schema *schema = schema_get(SCHEMA_GUIDES);
    sheet_init(sheet, report->arena);
    for (size_t i = 0; i < schema->count; i++) {
        sheet_column(sheet, schema->columns[i].name);
    }
    for (size_t g = 0; g < report->catalogue->guide_count; g++) {
        const struct guide *guide = &report->catalogue->guides[g];
        for (size_t i = 0; (!chapter || guides_help(guide, &chapter->topic)) && i < schema->count;
             i++) {
            sheet_cell(sheet, report_cell(report, SCHEMA_GUIDES, &guide->record, i));
        }
    }
}
