/*
 * who: finds who does something well: the practices of the catalogue that meet an item by their
 * source's mark, those first that are most likely to help the practice under review. For an item
 * that no source has marked, those whose answers speak of it.
 */
#ifndef VADEMECUM_FIND_WHO_H
#define VADEMECUM_FIND_WHO_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The practice under review, of the catalogue or an own one: what others may have in common with
 * it.
 */
struct kin {
    const char *id;                   /* is left out of what is found; "" leaves out none */
    const char *model;                /* id of the practice that it is beside, or NULL */
    const char *country;              /* its code; "" when not stated */
    const struct term *const *areas;  /* each once; borrowed */
    size_t area_count;                /* of `areas` */
    const struct term *const *groups; /* target groups, each once; borrowed */
    size_t group_count;               /* of `groups` */
};

/* The kin of a practice of the catalogue. Its arrays live in `arena`. */
struct kin who_practice(const struct practice *practice, struct arena *arena);

/*
 * The kin of an own practice, by the facts that reviewers have stated. Its arrays live in `arena`;
 * `id` is borrowed.
 */
struct kin who_own(const struct catalogue *catalogue, const struct review *review, const char *id,
                   struct arena *arena);

/* What a practice of the catalogue and the one under review have in common. */
struct likeness {
    bool country;  /* both are in the same one */
    size_t areas;  /* that both have */
    size_t groups; /* that both have */
};
struct likeness who_likeness(const struct kin *reviewed, const struct practice *practice);

/* Which practices count. Must always say the same of the same practice. */
struct who_filter {
    bool (*keeps)(void *context, const struct practice *practice); /* never NULL */
    void *context;                                                 /* handed to keeps */
};

struct who_entry {
    const struct practice *practice;
    const struct saying *saying; /* its first of the item, where no source has marked that */
    const struct tool *tool;  /* its first for the item's question, or NULL; see catalogue_tool */
    struct likeness likeness; /* to the practice under review */
    bool model;               /* it is beside that */
    size_t place;             /* by title, among all; where these are not known: its index */
};

struct who {
    const struct who_entry *entries; /* those that the filter keeps: first the model, then of the
                                        same country, then with a tool, then by more shared areas,
                                        by more shared groups, by title */
    size_t count;                    /* of `entries`: the 2 of "2 of 10" */
    size_t met;                      /* that meet the item, whatever the filter: the 10 */
    size_t practices;                /* that could: all but the one under review */
    bool spoken;                     /* no source has marked the item: its answers speak of it */
};

/* Whether no source has marked the item as met, but answers of practices speak of it. */
bool who_spoken(const struct item *item);

/* How many practices have a saying of the item. */
size_t who_speakers(const struct item *item);

/* The practice's first saying of the item, or NULL; who_next_saying gives further ones. */
const struct saying *who_saying(const struct practice *practice, const struct item *item);
const struct saying *who_next_saying(const struct saying *saying);

/*
 * Who does well what the item asks for. `filter` NULL keeps all. `places` are those of all
 * practices by title (find_title_places); NULL: each title gets its key here. Entries live in
 * `arena`.
 */
struct who who_list(const struct catalogue *catalogue, const struct kin *reviewed,
                    const struct item *item, const struct who_filter *filter,
                    const uint32_t *places, struct arena *arena);

/* The same with the numbers only, quick enough for every frame: `entries` is NULL. */
struct who who_count(const struct catalogue *catalogue, const struct kin *reviewed,
                     const struct item *item, const struct who_filter *filter);

#endif
