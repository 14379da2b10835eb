#include "vademecum/catalogue/references.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    STEPS_MOST = 4,        /* rows that are compared before one is looked up */
    NAMES_MAX = 3,         /* of a row: its id, and what people call it */
    LOOKED_AT_MAX = 200000 /* rows, in one loading: with many slips in a large catalogue, guessing
                              would take longer than reading */
};

/* A key before it is sorted. */
struct placed_key {
    const char *key;
    uint32_t row;
};

/* The columns that a row is known by, its id first. */
static const size_t names[SCHEMA_COUNT][NAMES_MAX] = {
    [SCHEMA_COLLECTIONS] = {COLLECTION_ID, COLLECTION_TITLE, COLLECTION_TITLE},
    [SCHEMA_CHECKLISTS] = {CHECKLIST_ID, CHECKLIST_TITLE, CHECKLIST_TITLE},
    [SCHEMA_CRITERIA] = {CRITERION_ID, CRITERION_TITLE, CRITERION_LABEL},
    [SCHEMA_QUESTIONS] = {QUESTION_ID, QUESTION_TEXT, QUESTION_LABEL},
    [SCHEMA_ITEMS] = {ITEM_ID, ITEM_TEXT, ITEM_ASK},
    [SCHEMA_TERMS] = {TERM_TERM, TERM_LABEL, TERM_LABEL},
    [SCHEMA_PRACTICES] = {PRACTICE_ID, PRACTICE_TITLE, PRACTICE_TITLE},
};

void references_begin(struct loader *loader) {
    loader->reference_count = 0;
    for (size_t i = 0; i < schema_get(loader->id)->count; i++) {
        const enum schema_id to = schema_target(loader->id, i);
        if (to != SCHEMA_COUNT) {
            loader->references[loader->reference_count++] = (struct reference){.column = i,
                                                                               .to = to};
        }
    }
}

static int key_compare(const void *left, const void *right) {
    const struct placed_key *one = left;
    const struct placed_key *other = right;
    return strcmp(one->key, other->key);
}

void references_end(struct loader *loader) {
    const struct directory *directory = &loader->directories[loader->id];
    size_t sorted = 1;
    while (sorted < directory->map.count &&
           strcmp(directory->keys[sorted - 1], directory->keys[sorted]) < 0) {
        sorted++;
    }
    if (sorted >= directory->map.count) {
        return;
    }
    struct placed_key *placed = arena_array(&loader->scratch, directory->map.count, sizeof *placed);
    uint32_t *order = arena_array(loader->arena, directory->map.count, sizeof *order);
    uint32_t *places = arena_array(loader->arena, directory->map.count, sizeof *places);
    for (size_t i = 0; i < directory->map.count; i++) {
        placed[i] = (struct placed_key){directory->keys[i], (uint32_t)i};
    }
    qsort(placed, directory->map.count, sizeof *placed, key_compare);
    for (size_t i = 0; i < directory->map.count; i++) {
        order[i] = placed[i].row;
        places[order[i]] = (uint32_t)i;
    }
    loader->orders[loader->id] = order;
    loader->places[loader->id] = places;
}

/* The key of a term; "" for one that is too long to be of any. */
static const char *term_key(char joined[KEY_MAX], const struct table_row *row) {
    const size_t scheme = row->lengths[PRACTICE_TERM_SCHEME];
    const size_t term = row->lengths[PRACTICE_TERM_TERM];
    if (scheme >= KEY_MAX || term >= KEY_MAX || scheme + term + 2 > KEY_MAX) {
        return "";
    }
    memcpy(joined, row->cells[PRACTICE_TERM_SCHEME], scheme);
    joined[scheme] = '/';
    memcpy(joined + scheme + 1, row->cells[PRACTICE_TERM_TERM], term + 1);
    return joined;
}

/* Files are mostly sorted by key, so that what is looked for is the same again, or soon after. */
static long reference_look(const struct loader *loader, struct reference *reference,
                           const char *key) {
    const struct directory *directory = &loader->directories[reference->to];
    const uint32_t *order = loader->orders[reference->to];
    const size_t first = reference->place + (reference->column > 0);
    for (size_t i = first; i < first + STEPS_MOST && i < directory->map.count; i++) {
        const size_t row = order ? order[i] : i;
        const int compared = strcmp(directory->keys[row], key);
        if (compared == 0) {
            reference->place = i;
            return (long)row;
        }
        if (compared > 0) {
            break;
        }
    }
    const long found = directory_find(directory, key);
    if (found != DIRECTORY_NONE) {
        reference->place = order ? loader->places[reference->to][found] : (size_t)found;
    }
    return found;
}

uint32_t references_look(struct loader *loader, const struct table_row *row) {
    uint32_t known = 0;
    for (size_t i = 0; i < loader->reference_count; i++) {
        struct reference *reference = &loader->references[i];
        char joined[KEY_MAX];
        const char *key = row->cells[reference->column];
        if (reference->to == SCHEMA_TERMS) {
            key = term_key(joined, row);
        }
        reference->row = reference_look(loader, reference, key);
        if (reference->row != DIRECTORY_NONE) {
            known |= (uint32_t)1 << reference->column;
        }
    }
    return known;
}

void references_drop(struct loader *loader, const char *key) {
    if (directory_find(&loader->directories[loader->id], key) == DIRECTORY_NONE) {
        directory_add(&loader->dropped[loader->id], loader->arena,
                      arena_copy(loader->arena, key, strlen(key)));
    }
}

static void dangling_tell(struct loader *loader, enum schema_id to, const struct table_row *row,
                          size_t column) {
    struct arena *scratch = &loader->scratch;
    const char *quoted = quote_text(scratch, row->cells[column]);
    const char *problem =
        to == SCHEMA_TERMS
            ? arena_printf(scratch, _("terms.csv has no term \"%s\" in the scheme \"%s\"."), quoted,
                           row->cells[PRACTICE_TERM_SCHEME])
            : arena_printf(scratch, _("%s has no row \"%s\"."), schema_get(to)->file, quoted);
    const char *meant = references_guess(loader, row, column);
    const char *advice =
        meant ? arena_printf(scratch, _("If \"%s\" is meant, write that; else add the row there."),
                             meant)
              : _("Add it there, or correct it here.");
    fault_list_add(loader_faults(loader), FAULT_LEFT_OUT, schema_get(loader->id)->file, row->line,
                   schema_get(loader->id)->columns[column].name, "%s %s", problem, advice);
}

long references_find(struct loader *loader, const struct table_row *row, size_t column) {
    const struct reference *reference = loader->references;
    while (reference->column != column) {
        reference++;
    }
    if (reference->row != DIRECTORY_NONE) {
        return reference->row;
    }
    const char *key = row->cells[column];
    if (loader->lost[reference->to] ||
        directory_find(&loader->dropped[reference->to], key) != DIRECTORY_NONE) {
        return REFERENCE_LOST;
    }
    dangling_tell(loader, reference->to, row, column);
    return REFERENCE_NONE;
}

static const struct record *record_of(const struct loader *loader, enum schema_id id, size_t row) {
    switch (id) {
    case SCHEMA_COLLECTIONS:
        return &loader->collections[row].record;
    case SCHEMA_CHECKLISTS:
        return &loader->checklists[row].record;
    case SCHEMA_CRITERIA:
        return &loader->criteria[row].record;
    case SCHEMA_QUESTIONS:
        return &loader->questions[row].record;
    case SCHEMA_ITEMS:
        return &loader->items[row].record;
    case SCHEMA_TERMS:
        return &loader->terms[row].record;
    default:
        return &loader->practices[row].record;
    }
}

const char *references_guess(void *context, const struct table_row *row, size_t column) {
    struct loader *loader = context;
    const enum schema_id to = schema_target(loader->id, column);
    const char *typed = row->cells[column];
    if (to == SCHEMA_COUNT || strlen(typed) > GUESS_MAX) {
        return NULL;
    }
    const struct directory *directory = &loader->directories[to];
    loader->guessed += directory->map.count;
    if (loader->guessed > LOOKED_AT_MAX) {
        return NULL;
    }
    struct arena scratch;
    arena_init(&scratch, loader->arena->end);
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < directory->map.count; i++) {
        const struct record *record = record_of(loader, to, i);
        if (to == SCHEMA_TERMS &&
            strcmp(record_cell(record, TERM_SCHEME), row->cells[PRACTICE_TERM_SCHEME]) != 0) {
            continue;
        }
        for (size_t name = 0; name < NAMES_MAX; name++) {
            nearest_offer(&nearest, &scratch, typed, record_cell(record, names[to][name]),
                          record_cell(record, names[to][0]));
        }
        arena_empty(&scratch);
    }
    arena_free(&scratch);
    return nearest.meant;
}
