/*
 * loader: what the files of this folder share while a catalogue is being read. Others include
 * catalogue.h.
 */
#ifndef VADEMECUM_CATALOGUE_LOADER_H
#define VADEMECUM_CATALOGUE_LOADER_H

#include "vademecum/base/table.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/catalogue/directory.h"

enum {
    NO_COLUMN = -1
};

/* A row that is kept until its file has been read and the rows can be put in order. */
struct draft {
    struct record record;
    size_t parent; /* row that it refers to, in its parent's final order */
    long position; /* among the rows with the same parent */
    bool gone;     /* its key was used before */
};

struct loader {
    struct catalogue *catalogue;
    struct arena *arena;  /* of the catalogue */
    struct arena scratch; /* drafts of the file that is being read */
    enum catalogue_care care;
    int folder;           /* descriptor */
    enum schema_id id;    /* of the file that is being read */
    struct draft *drafts; /* its rows, in scratch */
    size_t draft_count;
    size_t draft_room;
    struct directory directories[SCHEMA_COUNT];
    struct collection *collections;
    struct checklist *checklists;
    struct criterion *criteria;
    struct question *questions;
    struct item *items;
    struct term *terms;
    struct practice *practices;
    unsigned char *marks;
};

/* How the rows of a file find their place. */
struct plan {
    int parent_column; /* that refers to a row of `parent`, or NO_COLUMN */
    enum schema_id parent;
    int position_column; /* or NO_COLUMN: the order of the file */
    void (*row)(struct loader *loader, const struct table_row *row);
    void (*link)(struct loader *loader); /* makes the final rows out of the drafts, or NULL */
};

/* load.c: keeps the row until its file has been read. */
void row_draft(struct loader *loader, const struct table_row *row);

/* rows.c: the row as the catalogue keeps it. */
struct record record_keep(struct arena *arena, const struct table_row *row);

/*
 * rows.c: the row of the file `to` that a cell refers to, or DIRECTORY_NONE after telling that
 * there is none.
 */
long reference_find(struct loader *loader, enum schema_id to, const struct table_row *row,
                    size_t column);

/* rows.c: what becomes of a row of a file whose rows belong to practices. */
void row_practice_term(struct loader *loader, const struct table_row *row);
void row_answer(struct loader *loader, const struct table_row *row);
void row_mark(struct loader *loader, const struct table_row *row);
void row_tool(struct loader *loader, const struct table_row *row);
void row_translation(struct loader *loader, const struct table_row *row);

/* link.c: make the final rows of a file out of its drafts, and link them to their parents. */
void collections_link(struct loader *loader);
void checklists_link(struct loader *loader);
void criteria_link(struct loader *loader);
void questions_link(struct loader *loader);
void items_link(struct loader *loader);
void terms_link(struct loader *loader);
void practices_link(struct loader *loader);
void translations_link(struct loader *loader);

#endif
