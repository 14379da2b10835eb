/*
 * index: the words of all practices, and which practices have each. It is filled practice by
 * practice, and can be searched at any moment.
 *
 * It holds what stands in a practice itself and in its answers, tools and translations. What many
 * practices share word for word (facets.h) and what the reviewer wrote (notes.h) is not in it.
 */
#ifndef VADEMECUM_FIND_INDEX_H
#define VADEMECUM_FIND_INDEX_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/bits.h"
#include "vademecum/find/sought.h"

#include <stddef.h>
#include <stdint.h>

struct index;
struct near;

/* An empty index. It lives and grows in `arena`; nothing is given back before that is emptied. */
struct index *index_make(struct arena *arena);

/*
 * Takes in a practice: the texts of its own row, or its answers, tools and translations (sought.h).
 * In each of the two, practices must come in order of their index.
 */
void index_add_practice(struct index *index, const struct practice *practice);
void index_add_answers(struct index *index, const struct catalogue *catalogue,
                       const struct practice *practice,
                       const struct sought_translations *translations);

/*
 * Adds to `found` the practices of which a word in one of the fields (SOUGHT_BIT, joined) has
 * `part` in it. It need not be right about practices that are not `possible`. `part` is folded
 * letters and digits, 1 to TOKENS_PART_MAX bytes. Both sets have the same `count`.
 */
void index_find(const struct index *index, const char *part, uint32_t fields,
                const struct bits *possible, struct bits *found);

/* Offers all words to `near`. */
void index_near(const struct index *index, struct near *near);

/* How many bytes of the arena it uses, and how many different words it has. */
size_t index_memory(const struct index *index);
size_t index_words(const struct index *index);

#endif
