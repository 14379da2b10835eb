/*
 * project_ids: gives projects ids that no practice has, and finds those that the catalogue has
 * already. A part of projects.
 */
#ifndef VADEMECUM_IMPORT_PROJECT_IDS_H
#define VADEMECUM_IMPORT_PROJECT_IDS_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/catalogue/directory.h"

#include <stdbool.h>

struct project_ids {
    struct arena *arena;
    struct directory known; /* what practices of the catalogue are called, and where they are */
    struct directory taken; /* their ids, and those that were given */
    unsigned *numbers;      /* for each of these, the one that its next namesake tries first */
    size_t room;            /* of `numbers` */
};

/* `into` is the catalogue that the projects join, NULL for none. All lives in `arena`. */
void project_ids_init(struct project_ids *ids, struct arena *arena, const struct catalogue *into);

/*
 * Whether the catalogue has a practice of this title in the same place: the country, or, without
 * one, the collection.
 */
bool project_ids_known(const struct project_ids *ids, const char *place, const char *title);

/* `wished`, or else it with a number behind it. Each call gives another one. */
const char *project_ids_take(struct project_ids *ids, const char *wished);

#endif
