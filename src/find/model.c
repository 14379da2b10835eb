#include "vademecum/find/model.h"

#include <stdbool.h>
#include <stddef.h>

/* A practice that may become the model. */
struct candidate {
    const struct practice *practice;
    bool assessed;            /* has something to show for the checklist */
    struct likeness likeness; /* to the practice under review */
};

static bool is_assessed(const struct catalogue *catalogue, const struct practice *practice,
                        const struct checklist *checklist);
static bool is_better(const struct candidate *one, const struct candidate *other);

const struct practice *model_default(const struct catalogue *catalogue, const struct kin *reviewed,
                                     const struct checklist *checklist) {
    const struct practice *self = catalogue_practice(catalogue, reviewed->id);
    struct candidate best = {.practice = NULL};
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        const struct candidate candidate = {
            .practice = practice,
            .assessed = checklist && is_assessed(catalogue, practice, checklist),
            .likeness = who_likeness(reviewed, practice),
        };
        if (practice != self && (!best.practice || is_better(&candidate, &best))) {
            best = candidate;
        }
    }
    return best.practice;
}

static bool is_assessed(const struct catalogue *catalogue, const struct practice *practice,
                        const struct checklist *checklist) {
    for (const struct answer *answer = practice->answers; answer; answer = answer->next) {
        if (answer->question->criterion->checklist == checklist) {
            return true;
        }
    }
    const struct tally tally = catalogue_tally(catalogue, practice, checklist->items,
                                               checklist->item_count);
    return tally.marks[MARK_ABSENT] < checklist->item_count;
}

static bool is_better(const struct candidate *one, const struct candidate *other) {
    const size_t shared = one->likeness.areas + one->likeness.groups;
    const size_t other_shared = other->likeness.areas + other->likeness.groups;
    if (one->assessed != other->assessed) {
        return one->assessed;
    }
    if (shared != other_shared) {
        return shared > other_shared;
    }
    if (one->likeness.country != other->likeness.country) {
        return one->likeness.country;
    }
    return who_title_order(one->practice, other->practice) < 0;
}
