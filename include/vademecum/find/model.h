/*
 * model: the practice beside which an own practice is reviewed, as long as the reviewer has chosen
 * none.
 */
#ifndef VADEMECUM_FIND_MODEL_H
#define VADEMECUM_FIND_MODEL_H

#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/who.h"

/*
 * The practice that has most in common with the one under review: the most areas and groups
 * together, then the same country, then the first by title. A practice that the source has assessed
 * with the checklist (an answer, a mark, or an answer that speaks of one of its items; `checklist`
 * NULL: with any) comes before those that it has not. Never the practice under review itself. NULL
 * when there is no other. `places`
 * are those of all practices by title (find_title_places), or NULL; `scratch` is for their keys
 * then.
 */
const struct practice *model_default(const struct catalogue *catalogue, const struct kin *reviewed,
                                     const struct checklist *checklist, const uint32_t *places,
                                     struct arena *scratch);

/* Whether the source has assessed the practice with the checklist, as said above. */
bool model_assessed(const struct catalogue *catalogue, const struct practice *practice,
                    const struct checklist *checklist);

#endif
