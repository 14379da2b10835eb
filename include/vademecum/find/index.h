/*
 * index: the words of all practices, and which practices have each. Filled practice by practice,
 * and to be searched at any moment; there is no last step.
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
 * Takes in a practice: what stands in itself, or its answers, tools and translations (sought.h).
 * For each of the two, practices must come in order of their index.
 */
void index_add_practice(struct index *index, const struct practice *practice);
void index_add_answers(struct index *index, const struct catalogue *catalogue,
                       const struct practice *practice,
                       const struct sought_translations *translations);

/*
 * Puts into `found` the practices of which a word in one of the fields (SOUGHT_BIT, joined) has
 * `part` in it, so far as they are `possible`; for others it is not said. `part` is folded letters
 * and digits, 1 to TOKENS_PART_MAX bytes. Both sets have room for the same count of practices; what
 * is in `found` before stays.
 */
void index_find(const struct index *index, const char *part, uint32_t fields,
                const struct bits *possible, struct bits *found);

/* Offers all words. */
void index_near(const struct index *index, struct near *near);

/* How many bytes of the arena it uses, and how many different words it has. */
size_t index_memory(const struct index *index);
size_t index_words(const struct index *index);

#endif
