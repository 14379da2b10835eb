/*
 * project_map: which columns of a table of projects become which of practices.csv. A mapping is a
 * CSV file itself, as catalogue/README tells: `theirs`, `ours` and `how`.
 *
 * Order of calls: project_map_read; project_map_bind.
 */
#ifndef VADEMECUM_IMPORT_PROJECT_MAP_H
#define VADEMECUM_IMPORT_PROJECT_MAP_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/schema.h"
#include "vademecum/import/project_file.h"

#include <stdbool.h>
#include <stddef.h>

/* What a column may become besides those of practices.csv: terms, scheme by scheme. */
enum {
    PROJECT_AREA = PRACTICE_COLUMNS,
    PROJECT_GROUP,
    PROJECT_FUND,
    PROJECT_TARGETS
};

struct project_rule {
    const char *theirs; /* name of the column; "": every row gets what `how` says */
    size_t ours;        /* PRACTICE_TITLE …, PROJECT_AREA … */
    const char *how;    /* "their word = ours; …", or the sign of decimals of an amount */
    size_t column;      /* of the file, when it is bound and theirs is not "" */
};

struct project_map {
    struct arena *arena; /* borrowed */
    const char *path;
    struct project_rule *rules; /* in order of the file; those that lead nowhere are left out */
    size_t count;
    size_t room;
};

/* "title", "target_group": static; and back, PROJECT_TARGETS when there is none. */
const char *project_map_name(size_t target);
size_t project_map_target(const char *name);

/* Whether the target is one of the three schemes of terms. */
bool project_map_is_term(size_t target);

/*
 * Reads a mapping. False and the fault when it is none, leads to what there is not or twice to what
 * holds one value, or gives no title. `path` must outlive it.
 */
bool project_map_read(struct project_map *map, struct arena *arena, const char *path,
                      struct fault *fault);

/* Cuts the file and finds each column in it; false (FAULT_WANTING) when one is not there. */
bool project_map_bind(struct project_map *map, struct project_file *file, struct fault *fault);

/* Their word in ours, as `how` has it: itself where that says nothing. */
const char *project_map_word(const struct project_map *map, const struct project_rule *rule,
                             const char *word);

#endif
