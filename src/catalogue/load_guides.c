#include "vademecum/catalogue/load_guides.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/held.h"
#include "vademecum/catalogue/load_rows.h"
#include "vademecum/catalogue/quote.h"

#include <stdio.h>
#include <string.h>

/* Where an id may stand that a guide has as its place. */
struct place {
    long question; /* row, or DIRECTORY_NONE */
    long criterion;
    long area;
};

static struct place place_find(const struct loader *loader, const char *id) {
    char key[KEY_MAX];
    snprintf(key, sizeof key, "area/%s", id);
    return (struct place){
        .question = directory_find(&loader->directories[SCHEMA_QUESTIONS], id),
        .criterion = directory_find(&loader->directories[SCHEMA_CRITERIA], id),
        .area = directory_find(&loader->directories[SCHEMA_TERMS], key),
    };
}

/* Whether there is such a place; tells when there is not. */
static bool place_exists(struct loader *loader, const struct table_row *row) {
    const struct place place = place_find(loader, row->cells[GUIDE_PLACE]);
    if (place.question >= 0 || place.criterion >= 0 || place.area >= 0) {
        return true;
    }
    if (loader->lost[SCHEMA_QUESTIONS] || loader->lost[SCHEMA_CRITERIA] ||
        loader->lost[SCHEMA_TERMS]) {
        loader->lost[loader->id] = true;
        return false;
    }
    fault_list_add(loader_faults(loader), FAULT_LEFT_OUT, schema_get(loader->id)->file, row->line,
                   schema_get(loader->id)->columns[GUIDE_PLACE].name,
                   _("No question, criterion or area has the id \"%s\". Add it to questions.csv, "
                     "criteria.csv or terms.csv, or correct it here."),
                   quote_text(&loader->scratch, row->cells[GUIDE_PLACE]));
    return false;
}

/* Whether the practice answers the question, as far as anybody knows; tells when it does not. */
static bool answer_exists(struct loader *loader, const struct table_row *row, size_t column,
                          const struct practice *practice, const struct question *question) {
    if (loader->lost[SCHEMA_ANSWERS] || catalogue_answer(practice, question)) {
        return true;
    }
    fault_list_add(loader_faults(loader), FAULT_LEFT_OUT, schema_get(loader->id)->file, row->line,
                   schema_get(loader->id)->columns[column].name,
                   _("answers.csv has no answer of \"%s\" to \"%s\" that this could be taken from. "
                     "Add it there, or correct it here."),
                   record_cell(&practice->record, PRACTICE_ID),
                   record_cell(&question->record, QUESTION_ID));
    return false;
}

void load_guide(struct loader *loader, const struct table_row *row) {
    const struct practice *practice = load_practice_of(loader, row, GUIDE_PRACTICE);
    const bool placed = place_exists(loader, row);
    if (!practice || !placed) {
        return;
    }
    if (row->cells[GUIDE_QUESTION][0]) {
        const long question = load_reference(loader, row, GUIDE_QUESTION);
        if (question < 0 ||
            !answer_exists(loader, row, GUIDE_QUESTION, practice, &loader->questions[question])) {
            return;
        }
    }
    held_add(loader, row);
}

void load_guides_end(struct loader *loader) {
    const size_t count = loader->held_count;
    const struct catalogue *catalogue = loader->catalogue;
    loader->guides = arena_array(loader->arena, count, sizeof *loader->guides);
    for (size_t i = 0; i < count; i++) {
        struct guide *guide = &loader->guides[i];
        guide->record = loader->held[i].record;
        guide->practice = catalogue_practice(catalogue,
                                             record_cell(&guide->record, GUIDE_PRACTICE));
        const struct place place = place_find(loader, record_cell(&guide->record, GUIDE_PLACE));
        guide->question = place.question < 0 ? NULL : &loader->questions[place.question];
        guide->criterion = place.criterion < 0 ? NULL : &loader->criteria[place.criterion];
        guide->area = place.area < 0 ? NULL : &loader->terms[place.area];
    }
    loader->catalogue->guides = loader->guides;
    loader->catalogue->guide_count = count;
}

static bool same_source(const struct saying *saying, const struct practice *practice,
                        const struct question *question) {
    return saying->practice == practice && saying->question == question;
}

void load_saying(struct loader *loader, const struct table_row *row) {
    const struct practice *practice = load_practice_of(loader, row, SPEAKS_PRACTICE);
    const long question_row = load_reference(loader, row, SPEAKS_QUESTION);
    const long item_row = load_reference(loader, row, SPEAKS_ITEM);
    if (!practice || question_row < 0 || item_row < 0) {
        return;
    }
    const struct question *question = &loader->questions[question_row];
    if (!answer_exists(loader, row, SPEAKS_QUESTION, practice, question)) {
        return;
    }
    struct item *item = &loader->items[item_row];
    struct saying **place = &item->sayings;
    while (*place && !same_source(*place, practice, question)) {
        place = &(*place)->next;
    }
    if (*place) {
        load_repeated(loader, row, (*place)->record.line);
        return;
    }
    *place = load_pool_take(&loader->saying_pool, loader->arena, sizeof **place);
    **place = (struct saying){
        .record = loader_keep(loader->arena, row),
        .practice = practice,
        .question = question,
        .item = item,
    };
    loader->catalogue->rows[loader->id]++;
}

bool load_saying_exists(const struct loader *loader, size_t practice, size_t question,
                        const char *item) {
    const struct item *found = catalogue_item(loader->catalogue, item);
    const struct saying *saying = found ? found->sayings : NULL;
    while (saying &&
           !same_source(saying, &loader->practices[practice], &loader->questions[question])) {
        saying = saying->next;
    }
    return saying;
}
