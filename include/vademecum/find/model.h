/*
 * model: proposes the practice beside which an own practice is reviewed, until the reviewer chooses
 * one.
 */
#ifndef VADEMECUM_FIND_MODEL_H
#define VADEMECUM_FIND_MODEL_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/who.h"

/*
 * The practice that has most in common with the one under review: first of all one that the source
 * has assessed with the checklist (an answer, a mark, or an answer that speaks of one of its items;
 * `checklist` NULL: with any), then the most areas and groups together, then the same country, then
 * the first by title. Never the practice under review itself; NULL when there is no other. `places`
 * are those of all practices by title (find_title_places), or NULL; their keys then go to
 * `scratch`.
 */
const struct practice *model_default(const struct catalogue *catalogue, const struct kin *reviewed,
                                     const struct checklist *checklist, const uint32_t *places,
                                     struct arena *scratch);

/* Whether the source has assessed the practice with the checklist, as above. */
bool model_assessed(const struct catalogue *catalogue, const struct practice *practice,
                    const struct checklist *checklist);

#endif
