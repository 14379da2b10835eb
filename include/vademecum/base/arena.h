/*
 * arena: memory by lifetime. Everything that lives equally long is taken from one arena and let
 * go at once; nothing is given back one by one. A pointer may point into an arena that lives
 * longer than its holder, never into one that lives shorter.
 */
#ifndef VADEMECUM_BASE_ARENA_H
#define VADEMECUM_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/* What to do when the system has no more memory. `call` must not return. */
struct arena_end {
    void (*call)(void *context); /* NULL: abort() */
    void *context;               /* handed to call */
};

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first; owned */
    struct arena_end end;       /* called when memory ends */
};

/* An empty arena. Takes no memory yet; call arena_free when its lifetime ends. */
void arena_init(struct arena *arena, struct arena_end end);

/*
 * `size` bytes, all zero, aligned for any type, valid until arena_empty or arena_free.
 * Never NULL: when memory ends, `end` is called instead.
 */
void *arena_alloc(struct arena *arena, size_t size);

/* `size` bytes for text: as arena_alloc, but neither aligned nor zero. */
void *arena_bytes(struct arena *arena, size_t size);

/* `count` elements of `size` bytes each; as arena_alloc, and an overflow counts as no memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/*
 * The array `old` of `count` elements with room for more: returns it (in place or copied) and
 * raises `*room` when `count` has reached it. Start with old NULL and *room 0. A copy leaves the
 * old place behind until the arena is emptied.
 */
void *arena_grow(struct arena *arena, void *old, size_t count, size_t *room, size_t size);

/* A copy of `length` bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/* A formatted string, as printf. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Calls `end` of the arena: for a library that has no memory and cannot take the arena's. */
_Noreturn void arena_ended(const struct arena *arena);

/* Forgets all contents and keeps the newest block for what comes next. */
void arena_empty(struct arena *arena);

/* Forgets all contents and gives all memory back; the arena is then as after arena_init. */
void arena_free(struct arena *arena);

#endif
