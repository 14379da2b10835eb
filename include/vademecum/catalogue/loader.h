/*
 * loader: what is known while a catalogue is read. A part of catalogue, shared by the files that
 * read it.
 */
#ifndef VADEMECUM_CATALOGUE_LOADER_H
#define VADEMECUM_CATALOGUE_LOADER_H

#include "vademecum/base/table.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/directory.h"

#include <stdint.h>

enum {
    NO_COLUMN = -1,
    REFERENCE_NONE = -1, /* there is no such row */
    REFERENCE_LOST = -2, /* unknown, as not all of its file could be read */
    REFERENCES_MOST = 3, /* columns of one file that refer to another */
    KEY_MAX = 512        /* bytes of a joined key with its NUL: three ids at most */
};

enum catalogue_care {
    CATALOGUE_USE,  /* report what was left out */
    CATALOGUE_CHECK /* report every defect */
};

/* A row that is kept until its file has been read and the rows can be put in order. */
struct held_row {
    struct record record;
    size_t parent; /* row that it refers to, in its parent's final order; behind the last of them
                      when it is lost */
    long position; /* among the rows with the same parent */
};

/* A place in the arena where things of one size are handed out one after another. */
struct pool {
    char *free_place;
    size_t left; /* things */
};

struct loader;

/* How the rows of a file are taken in and find their place. */
struct file_reader {
    int parent_column;                    /* that refers to the row above it, or NO_COLUMN */
    int position_column;                  /* or NO_COLUMN: the order of the file */
    void (*begin)(struct loader *loader); /* before the first row, or NULL */
    void (*row)(struct loader *loader, const struct table_row *row);
    void (*link)(struct loader *loader); /* makes the final rows out of the held, or NULL */
};

/* A column that refers to a row of another file. */
struct reference {
    size_t column;
    enum schema_id to;
    long row;     /* that its cell refers to, or DIRECTORY_NONE */
    size_t place; /* of the row that was referred to last, in the order of keys */
};

struct loader {
    struct catalogue *catalogue;
    struct arena *arena;  /* of the catalogue */
    struct arena scratch; /* of the file that is being read */
    enum catalogue_care care;
    unsigned unread;                       /* files that are passed over: a bit for each */
    const char *practice;                  /* id of the only one that rows belong to; NULL: any */
    const char *today;                     /* YYYY-MM-DD, or NULL */
    int folder;                            /* descriptor */
    struct table *tables[SCHEMA_COUNT];    /* those that are open */
    struct fault_list found[SCHEMA_COUNT]; /* defects of each file, until it has been read */
    uint64_t size;                         /* bytes of all files */
    uint64_t done;                         /* bytes of the files that have been read */
    size_t turn;                           /* of the file that is being read: order of reading */
    enum schema_id id;                     /* of that file */
    const struct file_reader *reader;      /* of that file */
    struct check_blanks blanks;            /* around its texts */
    struct directory seen;                 /* its keys, in scratch, by `held` */
    struct held_row *held;                 /* its rows, in scratch */
    size_t held_count;
    size_t held_room;
    bool lost[SCHEMA_COUNT]; /* not all rows of the file are known, so that none can be said to be
                                missing; of a file that is needed, in CATALOGUE_CHECK only */
    size_t repeated;         /* keys of the file so far that stand in it twice */
    size_t missing;          /* files that are not there */
    size_t guessed;          /* names that were looked at to guess which was meant */
    struct reference references[REFERENCES_MOST]; /* of the row that is being read */
    size_t reference_count;
    uint32_t deciding;    /* the file's columns that decide whether a row can be used: a bit each */
    enum mark mark;       /* of the row that is being read */
    uint32_t *mark_lines; /* line of each of `marks`, while they are read; in scratch */
    struct directory directories[SCHEMA_COUNT];
    struct directory dropped[SCHEMA_COUNT]; /* keys of rows that are there but were left out;
                                               CATALOGUE_CHECK only */
    const uint32_t *orders[SCHEMA_COUNT]; /* rows of each by key; NULL: they stand so already */
    const uint32_t *places[SCHEMA_COUNT]; /* of each row among them; NULL likewise */
    struct collection *collections;
    struct checklist *checklists;
    struct criterion *criteria;
    struct question *questions;
    struct item *items;
    struct term *terms;
    struct guide *guides;
    struct record *translations; /* with room for as many as there can be */
    struct practice *practices;  /* with room for as many as there can be */
    unsigned char *marks;
    struct pool answer_pool;
    struct pool tool_pool;
    struct pool saying_pool;
    struct pool practice_term_pool;
};

/* The list for defects of the file that is being read. */
struct fault_list *loader_faults(struct loader *loader);

/* The row as the catalogue keeps it. */
struct record loader_keep(struct arena *arena, const struct table_row *row);

/* The key columns of the file that is being read, joined by "/" when there are several. */
const char *loader_key(const struct loader *loader, struct arena *arena,
                       const struct record *record);

/*
 * Reports that the row on `line` cannot be used, because its key stands in the line `earlier`
 * already. `key` is its parts, joined by "/".
 */
void loader_repeated(struct loader *loader, const char *key, long line, long earlier);

/* The key, as a sentence may quote it. */
const char *loader_quote(struct loader *loader, const char *key);

#endif
