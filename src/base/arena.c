#include "vademecum/base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
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

void arena_init(struct arena *arena, struct arena_end end) {
    *arena = (struct arena){.blocks = NULL, .end = end};
}

/* A block for one large piece is full at once, and stands behind the one that is being filled. */
static struct arena_block *block_add(struct arena *arena, size_t size) {
    const bool large = size > BLOCK_SIZE;
    struct arena_block *block = large ? calloc(1, sizeof *block + size)
                                      : malloc(sizeof *block + size);
    if (!block) {
        arena_ended(arena);
    }
    struct arena_block **place = large && arena->blocks ? &arena->blocks->next : &arena->blocks;
    block->size = size;
    block->used = large ? size : 0;
    block->next = *place;
    *place = block;
    return block;
}

/* `size` is at most BLOCK_SIZE. */
static unsigned char *bytes_take(struct arena *arena, size_t size, size_t align) {
    struct arena_block *block = arena->blocks;
    size_t start = block ? (block->used + align - 1) / align * align : 0;
    if (!block || block->size < start || block->size - start < size) {
        block = block_add(arena, BLOCK_SIZE);
        start = 0;
    }
    block->used = start + size;
    return block->data + start;
}

void *arena_alloc(struct arena *arena, size_t size) {
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align - sizeof(struct arena_block)) {
        arena_ended(arena);
    }
    /* A block of its own is zero as it comes, and takes no memory where nothing is written. */
    return size > BLOCK_SIZE ? block_add(arena, size)->data
                             : memset(bytes_take(arena, size, align), 0, size);
}

void *arena_bytes(struct arena *arena, size_t size) {
    return size > BLOCK_SIZE ? arena_alloc(arena, size) : bytes_take(arena, size, 1);
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
    char *copy = arena_bytes(arena, length + 1);
    if (length) {
        memcpy(copy, bytes, length);
    }
    copy[length] = '\0';
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
    const struct arena_block *block = arena->blocks;
    const size_t room = block ? block->size - block->used : 0;
    va_list again;
    va_copy(again, arguments);
    /* Most texts fit where the next bytes are given out, and are written there at once. */
    const int length = vsnprintf(room ? (char *)block->data + block->used : NULL, room, format,
                                 arguments);
    /* A text that printf cannot make (over INT_MAX bytes) is one that memory cannot hold. */
    if (length < 0) {
        arena_ended(arena);
    }
    const size_t size = (size_t)length + 1;
    char *text = arena_bytes(arena, size);
    if (size > room) {
        vsnprintf(text, size, format, again);
    }
    va_end(again);
    return text;
}

_Noreturn void arena_ended(const struct arena *arena) {
    if (arena->end.call) {
        arena->end.call(arena->end.context);
    }
    abort();
}

/* Makes a pointer that outlived its arena meet nonsense in test builds, not its old text. */
static void block_poison(struct arena_block *block) {
#ifdef VADEMECUM_POISON
    memset(block->data, POISON, block->used);
#else
    (void)block;
#endif
}

static void blocks_free(struct arena_block *block) {
    while (block) {
        struct arena_block *next = block->next;
        block_poison(block);
        free(block);
        block = next;
    }
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
