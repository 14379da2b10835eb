/*
 * field: what can be said of an item, a question, a practice, a tool or a reviewer, and which
 * values it takes. The fields of own practices stand in own.h; the calls here know them too.
 */
#ifndef VADEMECUM_REVIEW_FIELD_H
#define VADEMECUM_REVIEW_FIELD_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/own.h"

#include <stdbool.h>
#include <stddef.h>

/* What a field says something of. */
enum field_place {
    FIELD_OF_ITEM,
    FIELD_OF_QUESTION,
    FIELD_OF_PRACTICE, /* own ones too */
    FIELD_OF_OWN,      /* an own practice: its facts */
    FIELD_OF_TOOL,     /* one of the catalogue */
    FIELD_OF_REVIEWER,
    FIELD_PLACES
};

/*
 * The only values that a field can have, or those that are offered for it (role), ended by one
 * whose value is NULL. NULL for other fields, and where the values come from the catalogue. Static.
 */
const struct own_choice *field_choices(const char *name);

/* The label of one of these values, translated; the value itself when it is none of them. */
const char *field_choice_label(const char *name, const char *value);

/* Whether it is a fact of an own practice, of which the latest of all reviewers counts. */
bool field_fact(const char *name);

/* Whether it is part of the plan for an item. */
bool field_plan(const char *name);

/* The label of a review that is called final, inside `status`; NULL when it is not final. */
const char *field_final(const char *status);

/* The names of all fields of a place, `*count`, in the order in which they are shown. */
const char *const *field_names(enum field_place place, struct arena *arena, size_t *count);

/* Whether it is one of them. */
bool field_known(enum field_place place, const char *name);

/* The one whose name comes nearest to what was typed, or NULL when none is near. */
const char *field_nearest(enum field_place place, struct arena *arena, const char *typed);

/* The label of a field, translated and short; of an unknown field the name itself. */
const char *field_label(const char *name);

/*
 * What was typed for a known field, as it is stored: "1.5.2026" → "2026-05-01". An empty text stays
 * empty: it takes the field back. NULL and the fault (FAULT_USAGE, with what to write instead) for
 * what the field cannot hold. Any text passes for a field of text; event_value checks those.
 */
const char *field_value(enum field_place place, const char *name, const struct catalogue *catalogue,
                        struct arena *arena, const char *typed, struct fault *fault);

/*
 * Whether a field, of whatever place, can have this value as it stands; else the fault is as of
 * field_value. Any value is possible for an unknown field, which a later version may have.
 */
bool field_possible(const char *name, const struct catalogue *catalogue, struct arena *arena,
                    const char *value, struct fault *fault);

/*
 * The tool of the catalogue with this key: its practice, question and position joined by slashes,
 * as "cz-brno/inclusivity.1/2". NULL when there is none.
 */
const struct tool *field_tool(const struct catalogue *catalogue, const char *key);

#endif
