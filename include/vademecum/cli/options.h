/*
 * options: the command line as it was typed → values.
 */
#ifndef VADEMECUM_CLI_OPTIONS_H
#define VADEMECUM_CLI_OPTIONS_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_id {
    OPTION_CATALOGUE,
    OPTION_REVIEWS,
    OPTION_REVIEWER,
    OPTION_LANG,
    OPTION_ASCII,
    OPTION_WORDS,
    OPTION_COLOR,
    OPTION_FORMAT,
    OPTION_TO,
    OPTION_SEMICOLON,
    OPTION_IDS,
    OPTION_FOR,
    OPTION_GAPS,
    OPTION_PLAN,
    OPTION_BLANK,
    OPTION_PUBLIC,
    OPTION_AT,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_STATUS,
    OPTION_OUTPUT,
    OPTION_INTO,
    OPTION_MAP,
    OPTION_GUESS,
    OPTION_AS,
    OPTION_WHERE,
    OPTION_SORT,
    OPTION_BY,
    OPTION_ACCEPT,
    OPTION_ASIDE,
    OPTION_SCRIPT,
    OPTION_SIZE,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

/* An option in a set of them. */
#define OPTION_BIT(id) (UINT64_C(1) << (id))

struct option_info {
    const char *name;           /* without the dashes; NULL when it has only a letter */
    char letter;                /* or 0 */
    const char *argument;       /* what it takes, untranslated; NULL when it takes nothing */
    const char *const *choices; /* what may be given, NULL-terminated; NULL: anything */
    const char *help;           /* untranslated */
};

struct options {
    const char *values[OPTION_COUNT]; /* NULL: not given; "" when it takes nothing */
    const char **words;               /* the command and its arguments; in the arena */
    size_t word_count;                /* of them */
    const char **wheres;              /* every --where, for it may be given several times */
    size_t where_count;               /* of them */
    const char **reviewers;           /* of every -u, each once: it may be given several times */
    size_t reviewer_count;            /* of them */
    bool format_meant;                /* --format was not given: it is the ending of -o FILE */
    int columns;                      /* of --size, or its default */
    int rows;                         /* of --size, or its default */
};

/*
 * Reads the command line; options may stand before and behind words, and "--" ends them. Values
 * point into `argv`. False with a fault of the kind FAULT_USAGE.
 */
bool options_read(struct options *options, struct arena *arena, int argc, char **argv,
                  struct fault *fault);

/* Static. */
const struct option_info *options_info(enum option_id id);

/* As it is typed: "--lang", or "-C". */
const char *options_name(enum option_id id, struct arena *arena);

#endif
