/*
 * rows: what each panel says, as rows of text with a role. Knows no sizes but the width for which
 * a panel chooses its shorter labels, and no terminal.
 */
#ifndef VADEMECUM_VIEW_ROWS_H
#define VADEMECUM_VIEW_ROWS_H

#include "vademecum/base/arena.h"
#include "vademecum/desk/session.h"

#include <stddef.h>

enum role {
    ROLE_TEXT,
    ROLE_HEADING, /* of a section */
    ROLE_LINK,    /* an address, or the word that there is none */
    ROLE_COUNT
};

/* A row: wrapped by the layout to as many lines as it needs. Texts are raw: see base/text. */
struct row {
    enum role role;
    int indent;               /* columns left free before the text */
    int hang;                 /* further columns left free on all lines but the first */
    const char *label;        /* stands in the indent of the first line, or NULL */
    const char *text;         /* "" makes an empty line */
    const char *tail;         /* stands at the right edge, or NULL */
    int tail_width;           /* columns kept free for it, on every line */
    bool tail_last;           /* the tail stands on the last line, not the first */
    enum mark mark;           /* that the tail shows, or MARK_ABSENT */
    long entry;               /* that the row is, or is a part of; or -1 */
    bool plain;               /* never in reverse: the cursor in it is enough */
    bool under;               /* it only adds to its entry's first row */
    const struct row *beside; /* stands beside it in another panel of this width, or NULL: both
                                 take as many lines as the longer one */
};

struct rows {
    struct arena *arena; /* of the frame */
    struct row *rows;
    size_t count;
    size_t room;
    size_t first;      /* number of the first row among all rows of the panel */
    const char *title; /* of the panel */
    const char *tail;  /* at the right end of the title: what the tails are, or "" */
    int width;         /* columns of the panel */
    int height;        /* lines of the panel: a long list makes rows for no more than it needs */
    bool alone;        /* no other panel of the screen can be seen beside it */
    int cursor;        /* column of the panel where the cursor stands in the current row */
};

enum {
    ROWS_NARROW = 40, /* panels under so many columns use the short labels */
    ROWS_INDENT = 2   /* columns for the sign of the current row */
};

/*
 * Fills `rows` with what the panel says now; `rows` comes with its arena, width and height set and
 * everything else zero.
 */
void rows_make(const struct session *session, enum panel panel, struct rows *rows);

/* For the panels' own files: adds a row, and returns it to have more set. */
struct row *rows_add(struct rows *rows, enum role role, int indent, const char *text);

/* Adds a row that can be the current one. */
struct row *rows_add_entry(struct rows *rows, size_t entry, const char *text);

/* Adds a row that belongs to the entry above it, and is kept in sight with it. */
struct row *rows_add_under(struct rows *rows, enum role role, size_t entry, const char *text);

/* Adds an empty line, unless the panel is empty so far. */
void rows_add_gap(struct rows *rows);

/* Adds a label and a text beside it, or under it when the panel is narrow. */
void rows_add_fact(struct rows *rows, const char *label, const char *text);

/* A cell in the content language, where the catalogue has it; see catalogue_text. */
const char *rows_cell(const struct session *session, enum schema_id table,
                      const struct record *record, size_t column);

/* The value of an own practice's field for people: codes and ids as names. */
const char *own_shown(const struct session *session, const struct own_field *field,
                      const char *value, struct arena *arena);

/* Adds what is stated about an own practice. */
void own_facts(const struct session *session, const struct subject *subject, struct rows *rows);

/* Adds what the reviewer left on a practice as a whole, own or not: a note, the shortlist. */
void own_jotted(const struct session *session, const struct subject *subject, struct rows *rows);

/* That the source says nothing of it; or, while the catalogue is being read, nothing yet. */
const char *rows_not_assessed(const struct session *session);

/* What Home's list is narrowed to: "search: café · country: Czechia"; "" when it has all. */
const char *finding_words(const struct session *session, struct arena *arena);

/* Who does what is planned for an item, and by when: "ana · by 1.5.2026, overdue"; or "". */
const char *plan_when(const struct session *session, const struct item *item, struct arena *arena);

/* The status of a plan in words; "" for "". */
const char *plan_status(const char *status);

/* What each panel's file offers. */
void home_practices(const struct session *session, struct rows *rows);
void home_preview(const struct session *session, struct rows *rows);
void practice_criteria(const struct session *session, struct rows *rows);
void practice_answer(const struct session *session, struct rows *rows);
void practice_about(const struct session *session, struct rows *rows);
void practice_checklist(const struct session *session, struct rows *rows);
void item_about(const struct session *session, struct rows *rows);
void practice_tools(const struct session *session, struct rows *rows);
void lists_collections(const struct session *session, struct rows *rows);
void lists_collection(const struct session *session, struct rows *rows);
void lists_left_out(const struct session *session, struct rows *rows);
void lists_other(const struct session *session, struct rows *rows);
void lists_help(const struct session *session, struct rows *rows);
void lists_menu(const struct session *session, struct rows *rows);
void forms_edit(const struct session *session, struct rows *rows);
void forms_beside(const struct session *session, struct rows *rows);
void forms_form(const struct session *session, struct rows *rows);
void forms_choice(const struct session *session, struct rows *rows);
void finding_facets(const struct session *session, struct rows *rows);
void finding_values(const struct session *session, struct rows *rows);
void finding_orders(const struct session *session, struct rows *rows);
void plan_who(const struct session *session, struct rows *rows);
void plan_who_detail(const struct session *session, struct rows *rows);
void plan_plan(const struct session *session, struct rows *rows);

void compare_left(const struct session *session, struct rows *rows);
void compare_right(const struct session *session, struct rows *rows);
void matrix_heads(const struct session *session, struct rows *rows);
void matrix_practices(const struct session *session, struct rows *rows);
void figures_rows(const struct session *session, struct rows *rows);

/* A practice's title, in the content language. */
const char *rows_subject(const struct session *session, const struct subject *subject);

/* The text, or what of it fits into so many columns and a sign that there is more. */
const char *rows_short(const struct session *session, const char *text, int width,
                       struct arena *arena);

/*
 * For title and footer of Compare and Matrix: where the focus is, in at most `room` columns, and
 * what it is on, in words; and what of the two practices Compare shows where they cannot both be
 * seen.
 */
const char *compare_title(const struct session *session, int room, struct arena *arena);
const char *compare_focus(const struct session *session, struct arena *arena);
const char *compare_stops(const struct session *session, int room, struct arena *arena);
const char *matrix_title(const struct session *session, int room, struct arena *arena);
const char *matrix_focus(const struct session *session, struct arena *arena);

#endif
