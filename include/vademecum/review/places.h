/*
 * places: finds out where the reviews are and whose they are, by the command line and the
 * environment, which main.c has read. Nothing else is asked but the files with the kept name and
 * the settings of the screen, and whether $TMPDIR is a folder.
 */
#ifndef VADEMECUM_REVIEW_PLACES_H
#define VADEMECUM_REVIEW_PLACES_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>

/* What the world says; NULL for what it does not say. An empty value counts as none. */
struct environment {
    const char *reviews_given;  /* folder that the command line names */
    const char *reviews;        /* $VADEMECUM_REVIEWS */
    const char *reviewer_given; /* id that the command line names; "" is given, and wrong */
    const char *reviewer;       /* $VADEMECUM_REVIEWER */
    const char *data_home;   /* $XDG_DATA_HOME; it and the next ones: only absolute paths count */
    const char *config_home; /* $XDG_CONFIG_HOME */
    const char *home;        /* the user's folder */
    const char *temporary;   /* $TMPDIR */
    const char *login;       /* name of the user on this system */
    const char *mounts;      /* path of the list of what is mounted, see fstab(5) */
};

enum {
    PLACES_SPARES = 4 /* $TMPDIR, /tmp, /var/tmp, the user's folder */
};

struct places {
    const char *reviews;                   /* folder of all reviews; need not exist */
    const char *spares[PLACES_SPARES + 1]; /* folders for what that one cannot take, the best first,
                                              NULL behind the last; there is one at least */
    const char *kept;     /* path of the file with the kept name of the reviewer; NULL: none */
    const char *reviewer; /* id of the reviewer */
    bool named;           /* the reviewer was chosen by the user: not to be asked */
};

/*
 * Fills the places. False when there is no folder for reviews, or the reviewer's id, as it is
 * given, in the environment or kept, is not valid (FAULT_USAGE, with a suggestion), or the kept one
 * cannot be read (FAULT_SYSTEM): going on as somebody else would split a review in two.
 */
bool places_find(struct places *places, const struct environment *environment, struct arena *arena,
                 struct fault *fault);

/*
 * The mark by which a file in a spare folder says for which folder it is: 16 hexadecimal digits,
 * the FNV-1a of that folder's path. The same however the path is written, and before the folder
 * exists.
 */
const char *places_mark(struct arena *arena, const char *folder);

/* Keeps the reviewer's id, a valid one, for later starts. */
bool places_keep(const struct places *places, const char *reviewer, struct arena *scratch,
                 struct fault *fault);

/*
 * Reads a setting of the screen, one word, or NULL when none was kept; and keeps one. Failures are
 * silent: the next start is then like the first.
 */
const char *places_setting(const struct places *places, const char *name, struct arena *arena);
bool places_set(const struct places *places, const char *name, const char *word,
                struct arena *scratch);

#endif
