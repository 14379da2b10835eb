#include "vademecum/screens/plan_guide.h"

#include "vademecum/catalogue/guides.h"

#include <string.h>

enum {
    KINDS_MAX = 2 /* of guides, for a field */
};

static const struct {
    const char *field;
    enum guides_kind kinds[KINDS_MAX]; /* in this order; GUIDES_KINDS: no more */
} offers[] = {
    {"plan.goal", {GUIDES_GOAL, GUIDES_KINDS}},
    {"plan.action", {GUIDES_FIRST_STEP, GUIDES_TOOL}},
    {"plan.tool", {GUIDES_TOOL, GUIDES_FIRST_STEP}},
    {"plan.indicator", {GUIDES_INDICATOR, GUIDES_KINDS}},
    {"plan.risk", {GUIDES_OBSTACLE, GUIDES_SITUATION}},
};

const struct guide *const *plan_guide_list(const struct desk *desk, const struct item *item,
                                           const char *field, struct arena *arena, size_t *count) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct guides_topic topic = {.question = item ? item->question : NULL};
    const struct guide **list = arena_array(arena, catalogue->guide_count, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++) {
        for (size_t k = 0; k < KINDS_MAX && strcmp(offers[i].field, field) == 0; k++) {
            size_t found = 0;
            const struct guide *const *guides = offers[i].kinds[k] < GUIDES_KINDS
                                                    ? guides_find(catalogue, &topic,
                                                                  offers[i].kinds[k], arena, &found)
                                                    : NULL;
            for (size_t g = 0; g < found; g++) {
                list[(*count)++] = guides[g];
            }
        }
    }
    return list;
}

size_t plan_guide_count(const struct desk *desk, const struct item *item, const char *field) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    size_t count = 0;
    plan_guide_list(desk, item, field, &scratch, &count);
    arena_free(&scratch);
    return count;
}
