/*
 * segment: words and the practices that have them. A part of index, which has one segment for each
 * kind of text, because practices must come to it in ascending order.
 */
#ifndef VADEMECUM_FIND_SEGMENT_H
#define VADEMECUM_FIND_SEGMENT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/map.h"
#include "vademecum/find/bits.h"
#include "vademecum/find/near.h"
#include "vademecum/find/sought.h"
#include "vademecum/find/tokens.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chunk; /* bytes of a list of practices */
struct entry; /* a word */
struct block; /* words one after another */

struct segment {
    struct arena *arena;  /* borrowed */
    enum sought usual;    /* the field that needs no mask, for most words stand in it */
    struct map words;     /* the different words */
    struct entry **pages; /* of `words`, by number */
    size_t page_room;     /* of `pages` */
    struct block *blocks; /* the words' bytes, oldest first */
    struct block *last;   /* of `blocks` */
    unsigned char *free;  /* where the next chunk begins */
    size_t free_size;     /* bytes from there on */
    size_t slab_size;     /* of what `free` was taken from */
    size_t memory;        /* bytes taken from the arena */
    uint32_t fields;      /* in which any word stands */
    uint64_t characters[SOUGHT_FIELDS]; /* which of a to z and 0 to 9 stand in words that were added
                                           to each field: bit 0 for a, bit 26 for 0; the caller
                                           empties them when it likes */
    struct entry *found[TOKENS_BATCH];  /* the words of a batch */
};

/* Begins without words, in `arena`. */
void segment_init(struct segment *segment, struct arena *arena, enum sought usual);

/* Adds the `count` words of a batch, each with the field that it stands in, all of one practice. */
void segment_add(struct segment *segment, const struct tokens_piece *pieces,
                 const enum sought *fields, size_t count, size_t practice);

/* As index_find. Returns whether all that are possible are found. */
bool segment_find(const struct segment *segment, const char *part, uint32_t fields,
                  const struct bits *possible, struct bits *found);

/* Offers all words to `near`, each with the length of its list of practices as weight. */
void segment_near(const struct segment *segment, struct near *near);

#endif
