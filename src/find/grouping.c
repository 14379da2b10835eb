#include "vademecum/find/grouping.h"

#include "vademecum/base/i18n.h"

#include <stdbool.h>
#include <string.h>

const char *grouping_label(enum grouping grouping) {
    static const char *const labels[GROUPING_COUNT] = {
        [GROUPING_NONE] = "",
        [GROUPING_COUNTRY] = N_("country"),
        [GROUPING_COLLECTION] = N_("collection"),
    };
    return *labels[grouping] ? _(labels[grouping]) : "";
}

static bool together(enum grouping grouping, const struct subject *one,
                     const struct subject *other) {
    if (!one->practice || !other->practice) {
        return !one->practice && !other->practice;
    }
    return grouping == GROUPING_COUNTRY ? strcmp(one->country, other->country) == 0
                                        : one->practice->collection == other->practice->collection;
}

const struct group *grouping_cut(enum grouping grouping, const struct subject *list, size_t listed,
                                 struct arena *arena, size_t *count) {
    struct group *groups = NULL;
    size_t room = 0;
    *count = 0;
    for (size_t i = 0; grouping && i < listed; i++) {
        if (i == 0 || !together(grouping, &list[i - 1], &list[i])) {
            groups = arena_grow(arena, groups, *count, &room, sizeof *groups);
            groups[(*count)++] = (struct group){.first = i};
        }
        groups[*count - 1].count++;
    }
    return groups;
}
