#include "vademecum/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_SIZE = 16 * 1024,
    POISON = 0xA5
};

struct arena_block {
    struct arena_block *next; /* the block before this one */
    size_t size;              /* bytes in data */
    size_t used;              /* bytes given out */
    alignas(max_align_t) unsigned char data[];
};

static struct arena_block *block_add(struct arena *arena, size_t size);
static void blocks_free(struct arena_block *block);
static void block_poison(struct arena_block *block);

void arena_init(struct arena *arena, struct arena_end end) {
    *arena = (struct arena){.blocks = NULL, .end = end};
}

void *arena_alloc(struct arena *arena, size_t size) {
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align - sizeof(struct arena_block)) {
        arena_ended(arena);
    }
    const size_t rounded = (size + align - 1) / align * align;
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < rounded) {
        block = block_add(arena, rounded);
    }
    void *bytes = block->data + block->used;
    block->used += rounded;
    return memset(bytes, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        arena_ended(arena);
    }
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, void *old, size_t count, size_t *room, size_t size) {
    if (count < *room) {
        return old;
    }
    const size_t more = *room ? *room * 2 : 8;
    void *grown = arena_array(arena, more, size);
    if (count) {
        memcpy(grown, old, count * size);
    }
    *room = more;
    return grown;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    if (length) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    /* A text that printf cannot make (over INT_MAX bytes) is one that memory cannot hold. */
    if (length < 0) {
        arena_ended(arena);
    }
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

_Noreturn void arena_ended(const struct arena *arena) {
    if (arena->end.call) {
        arena->end.call(arena->end.context);
    }
    abort();
}

void arena_empty(struct arena *arena) {
    if (!arena->blocks) {
        return;
    }
    blocks_free(arena->blocks->next);
    arena->blocks->next = NULL;
    block_poison(arena->blocks);
    arena->blocks->used = 0;
}

void arena_free(struct arena *arena) {
    blocks_free(arena->blocks);
    arena->blocks = NULL;
}

static struct arena_block *block_add(struct arena *arena, size_t size) {
    const size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct arena_block *block = malloc(sizeof *block + room);
    if (!block) {
        arena_ended(arena);
    }
    block->next = arena->blocks;
    block->size = room;
    block->used = 0;
    arena->blocks = block;
    return block;
}

static void blocks_free(struct arena_block *block) {
    while (block) {
        struct arena_block *next = block->next;
        block_poison(block);
        free(block);
        block = next;
    }
}

/* In test builds a pointer that outlived its arena meets nonsense instead of its old text. */
static void block_poison(struct arena_block *block) {
#ifdef VADEMECUM_POISON
    memset(block->data, POISON, block->used);
#else
    (void)block;
#endif
}
