#include "vademecum/report/own_practice.h"

#include "vademecum/review/own.h"

#include <string.h>

#define PREFIX "own."

static const char *cell_of(const struct report *report, const char *id, size_t column) {
    const char *name = schema_get(SCHEMA_PRACTICES)->columns[column].name;
    return column == PRACTICE_ID
               ? id
               : review_fact(report->review, id, arena_printf(report->arena, PREFIX "%s", name));
}

/* As a record has them: one after another, each ended by NUL. */
static const char *cells_join(const struct report *report, const char *id) {
    size_t length = 0;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        length += strlen(cell_of(report, id, i)) + 1;
    }
    char *cells = arena_alloc(report->arena, length);
    char *end = cells;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        end = stpcpy(end, cell_of(report, id, i)) + 1;
    }
    return cells;
}

static struct practice_term *terms_of(const struct report *report, const char *id) {
    struct practice_term *first = NULL;
    struct practice_term **end = &first;
    size_t field_count;
    const struct own_field *fields = own_fields(&field_count);
    for (size_t field = 0; field < field_count; field++) {
        if (fields[field].kind != OWN_TERMS) {
            continue;
        }
        size_t count;
        const struct term **terms = own_terms(
            report->arena, report->catalogue, fields[field].scheme,
            review_fact(report->review, id, fields[field].name), &count);
        for (size_t i = 0; i < count; i++) {
            *end = arena_alloc(report->arena, sizeof **end);
            (*end)->term = terms[i];
            end = &(*end)->next;
        }
    }
    return first;
}

const struct practice *own_practice_make(const struct report *report, const char *id) {
    struct practice *practice = arena_alloc(report->arena, sizeof *practice);
    practice->record.cells = cells_join(report, id);
    practice->terms = terms_of(report, id);
    return practice;
}
