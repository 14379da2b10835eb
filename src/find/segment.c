#include "vademecum/find/segment.h"

#include <string.h>

enum {
    ENTRY_SIZE = 64,       /* of a word: a line of the processor's cache */
    ENTRY_START = 6,       /* bytes of a word that need no look elsewhere */
    PAGE_ENTRIES = 1024,   /* words of a page */
    BLOCK_BYTES = 0xFFFF,  /* of the words of a block: offsets take two bytes */
    BLOCK_WORDS = 8192,    /* at most */
    SLAB_FIRST = 4 * 1024, /* bytes; each is twice the one before */
    SLAB_LAST = 1024 * 1024,
    CHUNK_FIRST = 8, /* bytes of a chunk */
    CHUNK_LAST = 64 * 1024,
    CHUNK_PART = 4,          /* a new chunk is this part of what the word has */
    CHECK_BYTES = 16 * 1024, /* of lists; then it is asked whether there is more to find */
    NUMBER_MAX = 5           /* bytes of a number of 32 bits, seven in each */
};

/*
 * Practices one after another: twice the distance to the one before, and 1 when a mask of fields
 * follows; both as numbers of seven bits a byte. A byte of zero ends the chunk.
 */
struct chunk {
    struct chunk *next;
    unsigned char bytes[];
};

struct entry {
    const char *bytes;       /* of the word, in its block */
    uint64_t characters;     /* as segment->characters */
    struct chunk *first;     /* or NULL */
    struct chunk *tail;      /* where the list goes on */
    uint32_t used;           /* bytes of the tail */
    uint32_t room;           /* bytes of the tail */
    uint32_t total;          /* bytes of all chunks */
    uint32_t last;           /* practice that was written last, and 1; 0: none */
    uint32_t pending;        /* practice that is being added, and 1; 0: none. It is written when the
                                next one comes, for its fields are not all known before */
    uint32_t fields;         /* of that practice */
    uint16_t length;         /* of the word */
    char start[ENTRY_START]; /* of the word */
};

struct block {
    struct block *next;
    size_t first;                     /* number of its first word */
    size_t count;                     /* words */
    uint16_t starts[BLOCK_WORDS + 1]; /* where each begins, and one more: where the next will */
    char bytes[BLOCK_BYTES];          /* the words, each ended by a newline */
};

/* A search in a segment. */
struct hunt {
    uint32_t fields;             /* that count, as in the lists */
    bool any;                    /* all that there are do */
    uint32_t usual;              /* the field of a practice without a mask */
    const struct bits *possible; /* practices that are looked for */
    struct bits *found;          /* practices that were found */
    size_t wanted;               /* how many are possible */
    size_t read;                 /* bytes of lists, since it was asked whether it is done */
    bool done;                   /* all that are possible are found */
};

_Static_assert(sizeof(struct entry) <= ENTRY_SIZE, "a word fits into a cache line");

void segment_init(struct segment *segment, struct arena *arena, enum sought usual) {
    *segment = (struct segment){.arena = arena, .usual = usual, .slab_size = SLAB_FIRST};
}

static struct entry *entry_get(const struct segment *segment, size_t number) {
    /* A page's entries lie a cache line apart, whatever their size. */
    char *page = (char *)segment->pages[number / PAGE_ENTRIES];
    return (struct entry *)(void *)(page + number % PAGE_ENTRIES * ENTRY_SIZE);
}

static bool entry_is(const struct entry *entry, const struct tokens_piece *piece) {
    if (entry->length != piece->length) {
        return false;
    }
    return piece->length <= ENTRY_START ? memcmp(entry->start, piece->bytes, piece->length) == 0
                                        : memcmp(entry->bytes, piece->bytes, piece->length) == 0;
}

static const char *word_keep(struct segment *segment, const struct tokens_piece *piece) {
    struct block *block = segment->last;
    if (!block || block->count == BLOCK_WORDS ||
        block->starts[block->count] + piece->length + 1 > BLOCK_BYTES) {
        block = arena_alloc(segment->arena, sizeof *block);
        segment->memory += sizeof *block;
        block->first = segment->words.count - 1;
        if (segment->last) {
            segment->last->next = block;
        } else {
            segment->blocks = block;
        }
        segment->last = block;
    }
    const size_t start = block->starts[block->count];
    char *bytes = block->bytes + start;
    memcpy(bytes, piece->bytes, piece->length);
    bytes[piece->length] = '\n';
    block->count++;
    block->starts[block->count] = (uint16_t)(start + piece->length + 1);
    return bytes;
}

/* The word, which is added when there is none yet. */
static struct entry *entry_make(struct segment *segment, const struct tokens_piece *piece) {
    struct map_search search = map_search(&segment->words, piece->hash);
    for (long known; (known = map_next(&segment->words, &search)) != MAP_NONE;) {
        if (entry_is(entry_get(segment, (size_t)known), piece)) {
            return entry_get(segment, (size_t)known);
        }
    }
    const size_t slots = segment->words.room;
    const size_t number = map_add(&segment->words, segment->arena, &search);
    segment->memory += slots == segment->words.room ? 0 : segment->words.room * sizeof(uint64_t);
    if (number % PAGE_ENTRIES == 0) {
        const size_t page = number / PAGE_ENTRIES;
        segment->pages = arena_grow(segment->arena, segment->pages, page, &segment->page_room,
                                    sizeof *segment->pages);
        const size_t size = (PAGE_ENTRIES + 1) * ENTRY_SIZE;
        char *bytes = arena_alloc(segment->arena, size);
        segment->memory += size;
        bytes += (ENTRY_SIZE - (uintptr_t)bytes % ENTRY_SIZE) % ENTRY_SIZE;
        segment->pages[page] = (struct entry *)(void *)bytes;
    }
    struct entry *entry = entry_get(segment, number);
    *entry = (struct entry){
        .length = (uint16_t)piece->length,
        .characters = tokens_characters(piece->bytes, piece->length),
    };
    memcpy(entry->start, piece->bytes,
           piece->length < ENTRY_START ? piece->length : (size_t)ENTRY_START);
    entry->bytes = word_keep(segment, piece);
    return entry;
}

static size_t number_write(unsigned char *bytes, uint64_t number) {
    size_t length = 0;
    for (; number >= 0x80; number >>= 7) {
        bytes[length++] = (unsigned char)(number | 0x80);
    }
    bytes[length++] = (unsigned char)number;
    return length;
}

/* Turns the fields so that those that stand in this segment have the lowest bits. */
static uint32_t fields_turn(const struct segment *segment, uint32_t fields) {
    const unsigned turn = segment->usual / 8 * 8;
    return turn ? fields >> turn | fields << (32 - turn) : fields;
}

/* Zero bytes, in units of eight, without what an arena adds to each piece. */
static void *take(struct segment *segment, size_t size) {
    if (segment->free_size < size) {
        while (segment->slab_size < size) {
            segment->slab_size *= 2;
        }
        segment->free = arena_alloc(segment->arena, segment->slab_size);
        segment->free_size = segment->slab_size;
        segment->memory += segment->slab_size;
        if (segment->slab_size < SLAB_LAST) {
            segment->slab_size *= 2;
        }
    }
    void *taken = segment->free;
    segment->free += size;
    segment->free_size -= size;
    return taken;
}

static void chunk_add(struct segment *segment, struct entry *entry, size_t needed) {
    size_t size = entry->total / CHUNK_PART;
    size = size > CHUNK_LAST ? CHUNK_LAST : size;
    size = size < needed ? needed : size;
    size = (size + CHUNK_FIRST - 1) / CHUNK_FIRST * CHUNK_FIRST;
    struct chunk *chunk = take(segment, sizeof *chunk + size);
    if (entry->tail) {
        entry->tail->next = chunk;
    } else {
        entry->first = chunk;
    }
    entry->tail = chunk;
    entry->used = 0;
    entry->room = (uint32_t)size;
    entry->total += (uint32_t)size;
}

static void pending_write(struct segment *segment, struct entry *entry) {
    unsigned char bytes[2 * NUMBER_MAX];
    const bool masked = entry->fields != SOUGHT_BIT(segment->usual);
    const uint64_t distance = entry->pending - entry->last;
    size_t length = number_write(bytes, distance << 1 | masked);
    if (masked) {
        length += number_write(bytes + length, fields_turn(segment, entry->fields));
    }
    if (entry->used + length + 1 > entry->room) {
        chunk_add(segment, entry, length + 1);
    }
    memcpy(entry->tail->bytes + entry->used, bytes, length);
    entry->used += (uint32_t)length;
    entry->last = entry->pending;
}

static void entry_add(struct segment *segment, struct entry *entry, enum sought field,
                      size_t practice) {
    segment->fields |= SOUGHT_BIT(field);
    segment->characters[field] |= entry->characters;
    if (entry->pending == practice + 1) {
        entry->fields |= SOUGHT_BIT(field);
        return;
    }
    if (entry->pending) {
        pending_write(segment, entry);
    }
    entry->pending = (uint32_t)practice + 1;
    entry->fields = SOUGHT_BIT(field);
}

/* Where most words with this hash stand; NULL while there are none. */
static const uint64_t *first_slot(const struct map *words, uint64_t hash) {
    return words->room > 0 ? &words->slots[(size_t)(hash >> 32) & (words->room - 1)] : NULL;
}

/*
 * In four passes, for nearly all the time goes into waiting for memory: what a pass asks for has
 * come when the next needs it.
 */
void segment_add(struct segment *segment, const struct tokens_piece *pieces,
                 const enum sought *fields, size_t count, size_t practice) {
    for (size_t i = 0; i < count; i++) {
        __builtin_prefetch(first_slot(&segment->words, pieces[i].hash));
    }
    for (size_t i = 0; i < count; i++) {
        const uint64_t *slot = first_slot(&segment->words, pieces[i].hash);
        segment->found[i] = slot && *slot && *slot >> 32 == pieces[i].hash >> 32
                                ? entry_get(segment, (uint32_t)*slot - 1)
                                : NULL;
        if (segment->found[i]) {
            __builtin_prefetch(segment->found[i], 1);
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct entry *entry = segment->found[i];
        if (entry) {
            __builtin_prefetch(entry->bytes);
            __builtin_prefetch(entry->tail ? &entry->tail->bytes[entry->used] : NULL, 1);
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct entry *entry = segment->found[i];
        if (!entry || !entry_is(entry, &pieces[i])) {
            entry = entry_make(segment, &pieces[i]);
        }
        entry_add(segment, entry, fields[i], practice);
    }
}

static void practice_found(const struct hunt *hunt, size_t practice) {
    if (practice < hunt->found->count) {
        hunt->found->words[practice / BITS_WORD] |= UINT64_C(1) << practice % BITS_WORD;
    }
}

/* From one before the chunk's first practice on; returns its last. Most of a search is this. */
static size_t chunk_hunt(const struct hunt *hunt, const unsigned char *at, size_t practice) {
    while (*at) {
        uint32_t step = *at & 0x7F;
        for (unsigned shift = 7; *at++ & 0x80; shift += 7) {
            step |= (uint32_t)(*at & 0x7F) << shift;
        }
        practice += step >> 1;
        if (step & 1) {
            while (*at++ & 0x80) {
                /* the fields do not matter */
            }
        }
        practice_found(hunt, practice);
    }
    return practice;
}

static size_t chunk_hunt_fields(const struct hunt *hunt, const unsigned char *at, size_t practice) {
    while (*at) {
        uint32_t step = *at & 0x7F;
        for (unsigned shift = 7; *at++ & 0x80; shift += 7) {
            step |= (uint32_t)(*at & 0x7F) << shift;
        }
        practice += step >> 1;
        uint32_t fields = hunt->usual;
        if (step & 1) {
            fields = *at & 0x7F;
            for (unsigned shift = 7; *at++ & 0x80; shift += 7) {
                fields |= (uint32_t)(*at & 0x7F) << shift;
            }
        }
        if (fields & hunt->fields) {
            practice_found(hunt, practice);
        }
    }
    return practice;
}

static void entry_hunt(const struct segment *segment, struct hunt *hunt,
                       const struct entry *entry) {
    size_t practice = SIZE_MAX; /* one before the first */
    for (const struct chunk *chunk = entry->first; chunk; chunk = chunk->next) {
        practice = hunt->any ? chunk_hunt(hunt, chunk->bytes, practice)
                             : chunk_hunt_fields(hunt, chunk->bytes, practice);
    }
    if (entry->pending && (fields_turn(segment, entry->fields) & hunt->fields)) {
        practice_found(hunt, entry->pending - 1);
    }
    hunt->read += entry->total;
    if (hunt->read >= CHECK_BYTES) {
        hunt->read = 0;
        hunt->done = bits_common(hunt->possible, hunt->found) == hunt->wanted;
    }
}

bool segment_find(const struct segment *segment, const char *part, uint32_t fields,
                  const struct bits *possible, struct bits *found) {
    struct hunt hunt = {
        .fields = fields_turn(segment, fields),
        .any = (segment->fields & ~fields) == 0,
        .usual = fields_turn(segment, SOUGHT_BIT(segment->usual)),
        .possible = possible,
        .found = found,
        .wanted = bits_number(possible),
    };
    const size_t length = strlen(part);
    const struct block *block = segment->fields & fields ? segment->blocks : NULL;
    hunt.done = bits_common(possible, found) == hunt.wanted;
    for (; block && !hunt.done; block = block->next) {
        const char *at = block->bytes;
        const char *end = block->bytes + block->starts[block->count];
        size_t word = 0;
        while (!hunt.done && (at = memmem(at, (size_t)(end - at), part, length))) {
            const size_t offset = (size_t)(at - block->bytes);
            while (block->starts[word + 1] <= offset) {
                word++;
            }
            entry_hunt(segment, &hunt, entry_get(segment, block->first + word));
            at = block->bytes + block->starts[word + 1];
        }
    }
    return hunt.done;
}

void segment_near(const struct segment *segment, struct near *near) {
    for (size_t i = 0; i < segment->words.count; i++) {
        const struct entry *entry = entry_get(segment, i);
        near_offer(near, entry->bytes, entry->length, entry->total);
    }
}
