/*
 * browse: the program on a terminal, or driven by a script without one.
 */
#ifndef VADEMECUM_TUI_BROWSE_H
#define VADEMECUM_TUI_BROWSE_H

#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/exchange/external_editor.h"
#include "vademecum/review/draft.h"
#include "vademecum/review/log.h"

#include <stdbool.h>
#include <stdio.h>

enum color_when {
    COLOR_AUTO, /* unless NO_COLOR says no, or the terminal has none */
    COLOR_ALWAYS,
    COLOR_NEVER
};

struct browse {
    struct catalogue *catalogue; /* open, or begun */
    const char *lang;            /* content language wished for, or NULL */
    bool ascii;                  /* signs in ASCII */
    bool utf8;                   /* the locale's encoding is UTF-8 */
    bool words;                  /* marks as words */
    enum color_when color;
    struct log *log;      /* of the reviewer, open; NULL: nothing can be reviewed */
    const char *reviewer; /* whose it is, or NULL */
    struct clock clock;
    uint64_t random;          /* for ids; another one at each start */
    bool named;               /* the reviewer has chosen the name: it is not asked for */
    struct draft_home drafts; /* where drafts are; its folder NULL: nowhere */
    /*
     * Opens the log of that name in the place of the one that is open, and keeps the name for the
     * next start; `*reviewer` gets the name. False and the fault when not all of it could be done;
     * `*log` and `*reviewer` then still belong together.
     */
    bool (*rename)(void *context, const char *name, struct log **log, const char **reviewer,
                   struct fault *fault);
    void *rename_context;
    struct external_editor editor; /* the user's own editor */
    const char *browser;  /* value of $BROWSER, or NULL */
    bool no_color;        /* NO_COLOR is set and not empty */
};

/*
 * Shows the catalogue on the terminal until the user leaves. Standard input and output must be a
 * terminal whose TERM can place the cursor; else false with a fault that names the command line
 * as the way out, before any byte was written. `*status` gets the exit status.
 */
bool browse_run(const struct browse *browse, int *status, struct fault *fault);

/*
 * Reads keys from the file `path` and writes pages of columns × rows to `out`: at each <Page>
 * exactly `rows` lines without trailing blanks, then "-- cursor ROW,COL" (0-based). What would
 * have left the screen (a link opened, …) is written as a line "-- …".
 */
bool script_run(const struct browse *browse, const char *path, int columns, int rows, FILE *out,
                struct fault *fault);

/* Gives the terminal back if curses has it; for a sudden end. */
void browse_restore(void);

#endif
