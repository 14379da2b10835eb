/*
 * spring_grid: the SPRING grid of good practice, by the words that tell its criteria, questions and
 * items from one another. Pages print them slightly differently; the words stay.
 * Source: the grid at https://integrationpractices.eu, as its pages of practices print it.
 */
#ifndef VADEMECUM_IMPORT_SPRING_GRID_H
#define VADEMECUM_IMPORT_SPRING_GRID_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct spring_entry {
    const char *id;    /* as in our catalogue: "inclusivity", "inclusivity.1", "inclusivity.1.1" */
    const char *words; /* folded, blanks between them */
};

/* The criterion or question that a line names; NULL when the grid has none such. Static. */
const struct spring_entry *spring_grid_criterion(const char *line, struct arena *arena);
const struct spring_entry *spring_grid_question(const char *line, struct arena *arena);

/* The same for an item; one of `question`, unless that is NULL, needs fewer words of its own. */
const struct spring_entry *spring_grid_item(const char *line, const char *question,
                                            struct arena *arena);

/* Where a question stands in the grid, from 1; 0 when it is none of it. */
size_t spring_grid_place(const char *question);

/* Whether a word of `length` bytes, folded, stands by itself in a folded text. */
bool spring_word_stands(const char *folded, const char *word, size_t length);

/* Whether an id is that of an item of the grid. */
bool spring_grid_has_item(const char *id);

#endif
