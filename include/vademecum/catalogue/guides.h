/*
 * guides: finds the sentences of guides.csv that help with a question, a criterion or an area.
 */
#ifndef VADEMECUM_CATALOGUE_GUIDES_H
#define VADEMECUM_CATALOGUE_GUIDES_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"

#include <stdbool.h>
#include <stddef.h>

/* What a guide is; in the order in which they are shown. */
enum guides_kind {
    GUIDES_GOAL,
    GUIDES_TOOL,
    GUIDES_INDICATOR, /* by which others saw that it works */
    GUIDES_OBSTACLE,
    GUIDES_SITUATION, /* that came up, and what was done then */
    GUIDES_FIRST_STEP,
    GUIDES_KINDS
};

/* What guides are wanted for: any of these; those that are NULL do not count. */
struct guides_topic {
    const struct question *question;   /* with its criterion */
    const struct criterion *criterion; /* with its questions */
    const struct term *area;
};

/* The kind of a guide; GUIDES_KINDS of one that a later version has. */
enum guides_kind guides_kind(const struct guide *guide);

/* Whether it helps with the topic. */
bool guides_help(const struct guide *guide, const struct guides_topic *topic);

/*
 * The guides of one kind (GUIDES_KINDS: of every kind) that help with the topic, `*count` of them,
 * in order of the file. In `arena`.
 */
const struct guide *const *guides_find(const struct catalogue *catalogue,
                                       const struct guides_topic *topic, enum guides_kind kind,
                                       struct arena *arena, size_t *count);

/* What guides of this kind are called, translated: many of them, and one. */
const char *guides_heading(enum guides_kind kind);
const char *guides_label(enum guides_kind kind);

#endif
