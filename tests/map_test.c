/* map: numbers come back by the hashes that they were added with, however many there are. */
#include "vademecum/base/map.h"

#include "vademecum/base/count.h"

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    MANY = 10000,
    SAME = 200
};

static struct arena arena;

static void arena_begin(void) {
    arena_init(&arena, (struct arena_end){0});
}

static void arena_finish(void) {
    arena_free(&arena);
}

/* The number of the key, which is added when it is new. */
static long number_of(struct map *map, const char **keys, const char *key) {
    struct map_search search = map_search(map, map_hash(&key, 1));
    long number = map_next(map, &search);
    while (number != MAP_NONE && strcmp(keys[number], key) != 0) {
        number = map_next(map, &search);
    }
    if (number == MAP_NONE) {
        number = (long)map_add(map, &arena, &search);
        keys[number] = key;
    }
    return number;
}

START_TEST(test_many) {
    struct map map = {0};
    const char **keys = arena_array(&arena, MANY, sizeof *keys);
    for (int round = 0; round < 2; round++) {
        for (long i = 0; i < MANY; i++) {
            ck_assert_int_eq(number_of(&map, keys, arena_printf(&arena, "key %ld", i)), i);
        }
        ck_assert_uint_eq(map.count, MANY);
    }
}
END_TEST

/* Each of the things with one hash comes once, in whatever order. */
START_TEST(test_same_hash) {
    const uint64_t hash = UINT64_MAX;
    struct map map = {0};
    for (size_t i = 0; i < SAME; i++) {
        bool seen[SAME] = {false};
        struct map_search search = map_search(&map, hash);
        for (size_t j = 0; j < i; j++) {
            const long number = map_next(&map, &search);
            ck_assert(number >= 0 && (size_t)number < i && !seen[number]);
            seen[number] = true;
        }
        ck_assert_int_eq(map_next(&map, &search), MAP_NONE);
        ck_assert_uint_eq(map_add(&map, &arena, &search), i);
    }
}
END_TEST

START_TEST(test_hash) {
    const char *const one[] = {"a", "bc"};
    const char *const other[] = {"ab", "c"};
    const char *const empty[] = {"", ""};
    ck_assert_uint_ne(map_hash(one, COUNT(one)), map_hash(other, COUNT(other)));
    ck_assert_uint_ne(map_hash(empty, 1), map_hash(empty, 2));
    ck_assert_uint_eq(map_hash(one, 2), map_hash(one, 2));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("map");
    TCase *all = tcase_create("map");
    tcase_add_checked_fixture(all, arena_begin, arena_finish);
    tcase_add_test(all, test_many);
    tcase_add_test(all, test_same_hash);
    tcase_add_test(all, test_hash);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
