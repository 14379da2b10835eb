#include "vademecum/find/model.h"

#include "vademecum/base/order.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* A practice that may become the model. */
struct candidate {
    const struct practice *practice;
    bool assessed;            /* has something to show for the checklist */
    struct likeness likeness; /* to the practice under review */
    const char *title;        /* order_key, or NULL: not asked for yet */
};

/* How titles are compared. */
struct titles {
    const uint32_t *places; /* by title, by index of the practice; NULL: by their keys */
    struct arena *scratch;  /* for the keys */
};

static bool is_assessed_with(const struct catalogue *catalogue, const struct practice *practice,
                             const struct checklist *checklist) {
    for (const struct answer *answer = practice->answers; answer; answer = answer->next) {
        if (answer->question->criterion->checklist == checklist) {
            return true;
        }
    }
    for (size_t i = 0; i < checklist->item_count; i++) {
        if (who_saying(practice, &checklist->items[i])) {
            return true;
        }
    }
    const struct tally tally = catalogue_tally(catalogue, practice, checklist->items,
                                               checklist->item_count);
    return tally.marks[MARK_ABSENT] < checklist->item_count;
}

static bool is_assessed_by_any(const struct catalogue *catalogue, const struct practice *practice) {
    bool assessed = false;
    for (size_t i = 0; i < catalogue->checklist_count && !assessed; i++) {
        assessed = is_assessed_with(catalogue, practice, &catalogue->checklists[i]);
    }
    return assessed;
}

bool model_assessed(const struct catalogue *catalogue, const struct practice *practice,
                    const struct checklist *checklist) {
    return checklist ? is_assessed_with(catalogue, practice, checklist)
                     : is_assessed_by_any(catalogue, practice);
}

static const char *title_key(const struct titles *titles, struct candidate *candidate) {
    if (!candidate->title) {
        candidate->title = order_key(titles->scratch,
                                     record_cell(&candidate->practice->record, PRACTICE_TITLE));
    }
    return candidate->title;
}

/* Goes by title; the first in the catalogue when two are equal. */
static bool is_before(const struct titles *titles, struct candidate *one, struct candidate *other) {
    const size_t first = one->practice->index;
    const size_t second = other->practice->index;
    if (titles->places) {
        return titles->places[first] < titles->places[second];
    }
    const int order = strcmp(title_key(titles, one), title_key(titles, other));
    return order ? order < 0 : first < second;
}

static bool is_better(const struct titles *titles, struct candidate *one, struct candidate *other) {
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
    return is_before(titles, one, other);
}

const struct practice *model_default(const struct catalogue *catalogue, const struct kin *reviewed,
                                     const struct checklist *checklist, const uint32_t *places,
                                     struct arena *scratch) {
    const struct titles titles = {.places = places, .scratch = scratch};
    const struct practice *self = catalogue_practice(catalogue, reviewed->id);
    struct candidate best = {.practice = NULL};
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        struct candidate candidate = {
            .practice = practice,
            .assessed = model_assessed(catalogue, practice, checklist),
            .likeness = who_likeness(reviewed, practice),
        };
        if (practice != self && (!best.practice || is_better(&titles, &candidate, &best))) {
            best = candidate;
        }
    }
    return best.practice;
}
