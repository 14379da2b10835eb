#include "vademecum/desk/rows.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/facts.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/own.h"

#include <string.h>

enum {
    LABEL_WIDTH = 18,      /* columns of the labels beside facts */
    LABEL_BESIDE_FROM = 45 /* panels of so many columns have them beside, others above */
};

void rows_make(const struct desk *desk, struct panel panel, struct rows *rows) {
    rows->title = "";
    rows->tail = "";
    stack_kind(desk, panel)->rows(desk, rows);
}

struct row *rows_add(struct rows *rows, enum role role, int indent, const char *text) {

    rows->rows = arena_grow(rows->arena, rows->rows, rows->count, &rows->room, sizeof *rows->rows);
    struct row *row = &rows->rows[rows->count++];
    *row = (struct row){.role = role, .indent = indent, .text = text, .entry = -1};
    return row;
}

struct row *rows_add_entry(struct rows *rows, size_t entry, const char *text) {
    struct row *row = rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    row->entry = (long)entry;
    row->hang = ROWS_INDENT;
    return row;
}

struct row *rows_add_under(struct rows *rows, enum role role, size_t entry, const char *text) {
    struct row *row = rows_add(rows, role, 2 * ROWS_INDENT, text);
    row->entry = (long)entry;
    row->under = true;
    return row;
}

void rows_add_gap(struct rows *rows) {
    if (rows->count) {
        rows_add(rows, ROLE_TEXT, 0, "");
    }
}

void rows_add_fact(struct rows *rows, const char *label, const char *text) {
    if (rows->width < LABEL_BESIDE_FROM) {
        rows_add(rows, ROLE_HEADING, 0, label);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    } else {
        struct row *row = rows_add(rows, ROLE_TEXT, LABEL_WIDTH, text);
        row->label = label;
        row->label_role = ROLE_DIM;
    }
}

void rows_add_own_facts(const struct desk *desk, const struct subject *subject, struct rows *rows) {
    size_t count = 0;
    const struct own_field *fields = own_fields(&count);
    for (size_t i = 0; i < count; i++) {
        const char *value = review_fact(changes_review(desk), subject->id, fields[i].name);
        const bool told = strcmp(fields[i].name, "own.title") == 0 ||
                          strcmp(fields[i].name, "own.summary") == 0;
        if (*value && !told) {
            rows_add_fact(rows, _(fields[i].label),
                          wording_fact(desk->work.catalogue, desk->work.lang, &fields[i], value,
                                       rows->arena));
        }
    }
}

void rows_add_jotted(const struct desk *desk, const struct subject *subject, struct rows *rows) {
    const char *note = work_value(desk, subject->id, "", "note");
    if (*note) {
        rows_add_fact(rows, _("Your note"), note);
    }
    if (*work_value(desk, subject->id, "", "shortlist")) {
        rows_add_fact(rows, _("Shortlist"), _("yes"));
    }
}

const char *rows_fitting(const struct desk *desk, const char *text, int room) {
    return text_width(text, desk->look.letters) <= room ? text : "";
}

const char *rows_subject(const struct desk *desk, const struct subject *subject) {
    return subject->practice
               ? rows_cell(desk, SCHEMA_PRACTICES, &subject->practice->record, PRACTICE_TITLE)
               : subject->title;
}

const char *rows_town(const struct desk *desk, const struct subject *subject, struct arena *arena) {
    const char *towns = subject->practice
                            ? facts_town(desk->work.catalogue, subject->practice, desk->work.lang,
                                         arena)
                            : work_value(desk, subject->id, "", "own.city");
    return arena_copy(arena, towns, strcspn(towns, ",;"));
}

const char *rows_short(const struct desk *desk, const char *text, int width, struct arena *arena) {
    const enum letters letters = desk->look.letters;
    const char *more = desk->look.ascii ? "..." : "…";
    if (text_width(text, letters) <= width) {
        return text;
    }
    const size_t length = text_fit(text, strlen(text), width - text_width(more, letters), letters,
                                   NULL);
    return arena_printf(arena, "%.*s%s", (int)length, text, more);
}

/* Where an address begins and ends tells most of it. */
const char *rows_address(const struct desk *desk, const char *address, int width,
                         struct arena *arena) {
    const enum letters letters = desk->look.letters;
    const char *more = desk->look.ascii ? "..." : "…";
    const int room = width - text_width(more, letters);
    if (text_width(address, letters) <= width || room < 2) {
        return address;
    }
    const size_t head = text_fit(address, strlen(address), room - room / 2, letters, NULL);
    const char *tail = address + head;
    while (text_width(tail, letters) > room / 2) {
        struct cluster cluster;
        tail += text_cluster(tail, TEXT_TO_NUL, letters, &cluster);
    }
    return arena_printf(arena, "%.*s%s%s", (int)head, address, more, tail);
}

const char *rows_cell(const struct desk *desk, enum schema_id table, const struct record *record,
                      size_t column) {
    return catalogue_text(desk->work.catalogue, table, record, column, desk->work.lang, NULL);
}

const char *rows_not_assessed(const struct desk *desk) {
    return desk->listing.reading ? _("not read yet") : _("not assessed");
}
