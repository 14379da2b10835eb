/*
 * subjects: all practices as they are listed: those that reviewers added, then the catalogue's.
 */
#ifndef VADEMECUM_FIND_SUBJECTS_H
#define VADEMECUM_FIND_SUBJECTS_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/notes.h"

#include <stdbool.h>
#include <stddef.h>

/* A practice as Home lists it: one of the catalogue, or one of the reviewers' own. */
struct subject {
    const char *id;
    const char *title;               /* raw */
    const char *country;             /* ISO 3166-1 alpha-2, or "" */
    const struct practice *practice; /* of the catalogue; NULL: an own one */
};

struct subjects {
    struct arena *arena;  /* where all of it lives; borrowed */
    struct subject *list; /* own ones by title, then the catalogue's: by title once they are
                             sorted, before that as they came */
    size_t count;         /* of `list` */
    size_t own;           /* how many of them, from the first, are own ones */
    size_t room;          /* of the place that `list` stands in, from its first element on */
    bool sorted;          /* those of the catalogue are */
    size_t gap;           /* free elements of it before the list */
    struct arena sorting; /* of what follows, until they are sorted */
    const char **keys;    /* order_key of each title of the catalogue, in the order they came */
    size_t key_room;      /* for them */
};

/* Begins with an empty list, in `arena`; subjects_free is to be called at the end. */
void subjects_init(struct subjects *subjects, struct arena *arena);

/* Gives back what does not lie in the arena. */
void subjects_free(struct subjects *subjects);

/* Adds a practice of the catalogue at the end. The list may move. */
void subjects_add(struct subjects *subjects, const struct practice *practice);

/*
 * Sorts those of the catalogue by title in the order of the locale, equal titles by id. None may be
 * added after that.
 */
void subjects_sort(struct subjects *subjects);

/*
 * Lists the own practices again, as `notes` has them. The list may move; those of the catalogue
 * stay in their order, and at their addresses as long as subjects->room is enough. Copies texts
 * into the arena.
 */
void subjects_own(struct subjects *subjects, const struct notes *notes);

/* The place of a practice in the list, by its id; -1 when it is not there. */
long subjects_find(const struct subjects *subjects, const char *id);

#endif
