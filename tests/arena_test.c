/* arena: zeroed, aligned, whole; what happens when memory ends; emptied and freed. */
#include "vademecum/base/arena.h"

#include <check.h>
#include <locale.h>
#include <setjmp.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* AddressSanitizer's malloc stops the program where it should return NULL. */
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif

enum {
    PIECES = 3000,
    MANY = 10000
};

static struct arena arena_start(void) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    return arena;
}

static bool all_are(const unsigned char *bytes, size_t size, unsigned value) {
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != value) {
            return false;
        }
    }
    return true;
}

START_TEST(new_arena_takes_no_memory) {
    struct arena arena = arena_start();
    ck_assert_ptr_null(arena.blocks);
    arena_empty(&arena);
    arena_free(&arena);
    ck_assert_ptr_null(arena.blocks);
}
END_TEST

/* Each piece is filled with its number and must still hold it at the end: none overlap. */
START_TEST(pieces_are_zero_aligned_and_apart) {
    unsigned char *pieces[PIECES];
    struct arena arena = arena_start();
    for (size_t i = 0; i < PIECES; i++) {
        const size_t size = i * 7 % 300;
        pieces[i] = arena_alloc(&arena, size);
        ck_assert_ptr_nonnull(pieces[i]);
        ck_assert_uint_eq((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        ck_assert(all_are(pieces[i], size, 0));
        memset(pieces[i], (int)(i % 251 + 1), size);
    }
    for (size_t i = 0; i < PIECES; i++) {
        ck_assert(all_are(pieces[i], i * 7 % 300, (unsigned)(i % 251 + 1)));
    }
    arena_free(&arena);
}
END_TEST

START_TEST(piece_may_be_larger_than_a_block) {
    struct arena arena = arena_start();
    char *small = arena_copy(&arena, "small", 5);
    const size_t size = 3 * 1024 * 1024 + 1;
    unsigned char *large = arena_alloc(&arena, size);
    ck_assert_uint_eq(large[0], 0);
    ck_assert_uint_eq(large[size - 1], 0);
    memset(large, 1, size);
    ck_assert_str_eq(small, "small");
    arena_free(&arena);
}
END_TEST

START_TEST(emptied_arena_gives_zeroed_memory_again) {
    struct arena arena = arena_start();
    for (int round = 0; round < 3; round++) {
        unsigned char *bytes = arena_alloc(&arena, 5000);
        ck_assert(all_are(bytes, 5000, 0));
        memset(bytes, 0xFF, 5000);
        arena_empty(&arena);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(emptied_arena_keeps_one_block_and_uses_it) {
    struct arena arena = arena_start();
    for (int i = 0; i < 100; i++) {
        arena_alloc(&arena, 5000);
    }
    arena_empty(&arena);
    const struct arena_block *kept = arena.blocks;
    ck_assert_ptr_nonnull(kept);
    arena_alloc(&arena, 5000);
    ck_assert_ptr_eq(arena.blocks, kept);
    arena_free(&arena);
}
END_TEST

#ifdef VADEMECUM_POISON
START_TEST(emptied_memory_is_poisoned) {
    struct arena arena = arena_start();
    const unsigned char *stale = (unsigned char *)arena_copy(&arena, "stale", 5);
    arena_empty(&arena);
    ck_assert(all_are(stale, 6, 0xA5));
    arena_free(&arena);
}
END_TEST
#endif

START_TEST(grown_array_keeps_its_elements) {
    struct arena arena = arena_start();
    size_t *numbers = NULL;
    size_t room = 0;
    for (size_t i = 0; i < MANY; i++) {
        numbers = arena_grow(&arena, numbers, i, &room, sizeof *numbers);
        ck_assert_uint_gt(room, i);
        numbers[i] = i;
    }
    for (size_t i = 0; i < MANY; i++) {
        ck_assert_uint_eq(numbers[i], i);
    }
    ck_assert_uint_le(room, 2 * MANY);
    arena_free(&arena);
}
END_TEST

START_TEST(array_with_room_stays_in_place) {
    struct arena arena = arena_start();
    size_t room = 0;
    int *first = arena_grow(&arena, NULL, 0, &room, sizeof *first);
    ck_assert_uint_gt(room, 1);
    ck_assert_ptr_eq(arena_grow(&arena, first, 1, &room, sizeof *first), first);
    arena_free(&arena);
}
END_TEST

START_TEST(copy_holds_all_bytes_and_a_nul) {
    struct arena arena = arena_start();
    const char *copy = arena_copy(&arena, "a\0b\0rest", 4);
    ck_assert_mem_eq(copy, "a\0b\0", 5);
    ck_assert_str_eq(arena_copy(&arena, "text", 0), "");
    ck_assert_str_eq(arena_copy(&arena, NULL, 0), "");
    arena_free(&arena);
}
END_TEST

START_TEST(printed_text_is_whole) {
    struct arena arena = arena_start();
    ck_assert_str_eq(arena_printf(&arena, "%s %d%%", "Łódź", 42), "Łódź 42%");
    ck_assert_str_eq(arena_printf(&arena, "%s", ""), "");
    const char *text = arena_printf(&arena, "%0*d", 100000, 7);
    ck_assert_uint_eq(strlen(text), 100000);
    ck_assert_int_eq(text[99999], '7');
    arena_free(&arena);
}
END_TEST

enum {
    TOO_MUCH = 4 /* ways */
};

/* Asks for what no memory can hold. */
static void *ask_too_much(struct arena *arena, int which) {
    switch (which) {
    case 0:
        return arena_alloc(arena, SIZE_MAX);
    case 1:
        return arena_alloc(arena, SIZE_MAX - sizeof(max_align_t) - 1);
    case 2:
        return arena_array(arena, SIZE_MAX / 2, 4);
    default:
        return arena_array(arena, SIZE_MAX / 8, 8 + 1);
    }
}

static void jump_back(void *context) {
    longjmp(*(jmp_buf *)context, 1);
}

START_TEST(end_of_memory_calls_the_handler) {
    jmp_buf back;
    struct arena arena;
    arena_init(&arena, (struct arena_end){.call = jump_back, .context = &back});
    if (setjmp(back) == 0) {
        void *memory = ask_too_much(&arena, _i);
        ck_abort_msg("memory was given: %p", memory);
    }
    ck_assert_str_eq(arena_copy(&arena, "still usable", 12), "still usable");
    arena_free(&arena);
}
END_TEST

#ifndef SANITIZED
START_TEST(refusal_of_malloc_calls_the_handler) {
    jmp_buf back;
    struct arena arena;
    arena_init(&arena, (struct arena_end){.call = jump_back, .context = &back});
    /* On 32 bits so much could be there. */
    struct rlimit before;
    getrlimit(RLIMIT_AS, &before);
    setrlimit(RLIMIT_AS, &(struct rlimit){1 << 30, before.rlim_max});
    if (setjmp(back) == 0) {
        const void *memory = arena_alloc(&arena, PTRDIFF_MAX - 4096);
        ck_abort_msg("memory was given: %p", memory);
    }
    setrlimit(RLIMIT_AS, &before);
    arena_free(&arena);
}
END_TEST
#endif

START_TEST(end_of_memory_without_a_handler_aborts) {
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        setrlimit(RLIMIT_CORE, &(struct rlimit){0});
        struct arena arena = arena_start();
        arena_alloc(&arena, SIZE_MAX);
        _exit(0);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), SIGABRT);
}
END_TEST

static Suite *arena_suite(void) {
    Suite *suite = suite_create("arena");
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, new_arena_takes_no_memory);
    tcase_add_test(memory, pieces_are_zero_aligned_and_apart);
    tcase_add_test(memory, piece_may_be_larger_than_a_block);
    tcase_add_test(memory, emptied_arena_gives_zeroed_memory_again);
    tcase_add_test(memory, emptied_arena_keeps_one_block_and_uses_it);
#ifdef VADEMECUM_POISON
    tcase_add_test(memory, emptied_memory_is_poisoned);
#endif
    tcase_add_test(memory, grown_array_keeps_its_elements);
    tcase_add_test(memory, array_with_room_stays_in_place);
    tcase_add_test(memory, copy_holds_all_bytes_and_a_nul);
    tcase_add_test(memory, printed_text_is_whole);
    suite_add_tcase(suite, memory);

    TCase *end = tcase_create("end of memory");
    tcase_add_loop_test(end, end_of_memory_calls_the_handler, 0, TOO_MUCH);
#ifndef SANITIZED
    tcase_add_test(end, refusal_of_malloc_calls_the_handler);
#endif
    tcase_add_test(end, end_of_memory_without_a_handler_aborts);
    suite_add_tcase(suite, end);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(arena_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
