#include "vademecum/catalogue/guides.h"

#include "vademecum/base/i18n.h"

#include <string.h>

static const struct {
    const char *name; /* in guides.csv */
    const char *heading;
    const char *label;
} kinds[GUIDES_KINDS] = {
    [GUIDES_GOAL] = {"goal", N_("Goals"), N_("Goal")},
    [GUIDES_TOOL] = {"tool", N_("Tools"), N_("Tool")},
    [GUIDES_INDICATOR] = {"indicator", N_("How they saw that it works"), N_("Measured by")},
    [GUIDES_OBSTACLE] = {"obstacle", N_("What made it hard"), N_("Obstacle")},
    [GUIDES_SITUATION] = {"situation", N_("What came up, and what they did"), N_("Situation")},
    [GUIDES_FIRST_STEP] = {"first_step", N_("First steps"), N_("First step")},
};

enum guides_kind guides_kind(const struct guide *guide) {
    const char *name = record_cell(&guide->record, GUIDE_KIND);
    enum guides_kind kind = 0;
    while (kind < GUIDES_KINDS && strcmp(kinds[kind].name, name) != 0) {
        kind++;
    }
    return kind;
}

static bool question_helped(const struct guide *guide, const struct question *question) {
    return guide->question == question || guide->criterion == question->criterion;
}

static bool criterion_helped(const struct guide *guide, const struct criterion *criterion) {
    return guide->criterion == criterion ||
           (guide->question && guide->question->criterion == criterion);
}

bool guides_help(const struct guide *guide, const struct guides_topic *topic) {
    return (topic->question && question_helped(guide, topic->question)) ||
           (topic->criterion && criterion_helped(guide, topic->criterion)) ||
           (topic->area && guide->area == topic->area);
}

const struct guide *const *guides_find(const struct catalogue *catalogue,
                                       const struct guides_topic *topic, enum guides_kind kind,
                                       struct arena *arena, size_t *count) {
    const struct guide **found = arena_array(arena, catalogue->guide_count, sizeof *found);
    *count = 0;
    for (size_t i = 0; i < catalogue->guide_count; i++) {
        const struct guide *guide = &catalogue->guides[i];
        if (guides_help(guide, topic) && (kind == GUIDES_KINDS || guides_kind(guide) == kind)) {
            found[(*count)++] = guide;
        }
    }
    return found;
}

const char *guides_heading(enum guides_kind kind) {
    return _(kinds[kind].heading);
}

const char *guides_label(enum guides_kind kind) {
    return _(kinds[kind].label);
}
