/*
 * search: how long a key takes while words are being typed, how long the index takes to be made,
 * and how much memory it has. Times are the processor's: nothing here waits for anything else, and
 * the machine may have other things to do. `search [-l] CATALOGUE [QUERIES]` takes 200 queries of
 * one to three words drawn from the catalogue's texts, types them letter by letter, and prints a
 * table; with -l, instead, a line "WHAT MILLISECONDS KILOBYTES" for each time (of resident memory,
 * at the peak so far), a tab between them. It is no test.
 */
#include "vademecum/find/find.h"

#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum {
    QUERIES = 200,
    WORDS_MOST = 3,
    SEED = 20260302,
    SLICE = 256, /* practices taken in between two keys */
    TYPED_MAX = 512,
    COUNTS_ROUNDS = 50
};

/* Times in milliseconds. */
struct times {
    double *list;
    size_t count;
    size_t room;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static uint64_t random_next(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void times_add(struct arena *arena, struct times *times, double time) {
    times->list = arena_grow(arena, times->list, times->count, &times->room, sizeof *times->list);
    times->list[times->count++] = time;
}

static int time_compare(const void *left, const void *right) {
    const double one = *(const double *)left;
    const double other = *(const double *)right;
    return (one > other) - (one < other);
}

static double part(const struct times *times, double of) {
    return times->list[(size_t)((double)(times->count - 1) * of)];
}

static void times_print(const char *name, const struct times *times, bool lines) {
    if (times->count == 0) {
        return;
    }
    if (lines) {
        struct rusage usage;
        getrusage(RUSAGE_SELF, &usage);
        for (size_t i = 0; i < times->count; i++) {
            printf("%s\t%.4f\t%ld\n", name, times->list[i], usage.ru_maxrss);
        }
        return;
    }
    qsort(times->list, times->count, sizeof *times->list, time_compare);
    printf("%-28s %6zu %8.3f %8.3f %8.3f %8.3f\n", name, times->count, part(times, 0.5),
           part(times, 0.95), part(times, 0.99), part(times, 1));
}

/* A word of any answer, or of a title; "" when the text drawn has none. */
static const char *word_draw(const struct catalogue *catalogue, uint64_t *random,
                             struct arena *arena) {
    const struct practice *practice =
        &catalogue->practices[random_next(random) % catalogue->practice_count];
    const char *text = record_cell(&practice->record, PRACTICE_TITLE);
    const size_t question = (size_t)(random_next(random) % (catalogue->question_count + 1));
    const struct answer *answer = question < catalogue->question_count
                                      ? catalogue_answer(practice, &catalogue->questions[question])
                                      : NULL;
    text = answer ? record_cell(&answer->record, ANSWER_TEXT) : text;
    const size_t length = strlen(text);
    const char *start = text + (length ? random_next(random) % length : 0);
    start += strcspn(start, " ");
    start += strspn(start, " .,;()\"");
    return arena_copy(arena, start, strcspn(start, " .,;()\"\n"));
}

/* Draws a query and types it, a character at a time. */
static void query_type(struct find *find, const struct catalogue *catalogue, uint64_t *random,
                       const char *prefix, struct arena *arena, struct times *firsts,
                       struct times *others) {
    struct arena result;
    arena_init(&result, (struct arena_end){0});
    const size_t words = 1 + random_next(random) % WORDS_MOST;
    char typed[TYPED_MAX] = "";
    for (size_t i = 0; i < words; i++) {
        const char *word = word_draw(catalogue, random, arena);
        if (i > 0) {
            strcat(typed, " ");
        }
        strcat(typed, prefix);
        bool first = true;
        while (*word && strlen(typed) < sizeof typed - 64) {
            do {
                strncat(typed, word++, 1);
            } while ((*word & 0xC0) == 0x80);
            const struct wish wish = {.words = typed};
            const double before = now();
            find_run(find, &wish, &result);
            times_add(arena, first ? firsts : others, now() - before);
            first = false;
            arena_empty(&result);
        }
    }
    arena_free(&result);
}

static void queries_type(struct find *find, const struct catalogue *catalogue, size_t queries,
                         const char *name, const char *prefix, struct arena *arena, bool lines) {
    uint64_t random = SEED;
    struct times firsts = {0};
    struct times others = {0};
    for (size_t i = 0; i < queries; i++) {
        query_type(find, catalogue, &random, prefix, arena, &firsts, &others);
    }
    struct times all = {0};
    for (size_t i = 0; i < firsts.count; i++) {
        times_add(arena, &all, firsts.list[i]);
    }
    for (size_t i = 0; i < others.count; i++) {
        times_add(arena, &all, others.list[i]);
    }
    char line[64];
    snprintf(line, sizeof line, "%s, all keys", name);
    times_print(line, &all, lines);
    snprintf(line, sizeof line, "%s, first of a word", name);
    times_print(line, &firsts, lines);
    snprintf(line, sizeof line, "%s, following", name);
    times_print(line, &others, lines);
}

/* Takes the whole in slices; tells the longest. */
static void taken_print(struct find *find, enum find_part part, const char *name) {
    const double start = now();
    double longest = 0;
    for (bool more = true; more;) {
        const double before = now();
        more = find_take(find, part, SLICE);
        const double took = now() - before;
        longest = took > longest ? took : longest;
    }
    printf("%-28s %8.1f ms, longest slice of %d practices %.2f ms\n", name, now() - start, SLICE,
           longest);
}

/* How the index comes about; then the head of the table. */
static void making_print(struct find *find) {
    taken_print(find, FIND_PRACTICES, "practices taken in");
    taken_print(find, FIND_TEXTS, "texts taken in");
    taken_print(find, FIND_TERMS, "terms taken in");
    const double before = now();
    find_complete(find);
    printf("%-28s %8.1f ms\n", "completed", now() - before);
    taken_print(find, FIND_ANSWERS, "answers taken in");
    size_t words;
    const size_t memory = find_memory(find, &words);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%-28s %8.1f MB, %zu words; peak memory %.1f MB\n", "index", (double)memory / 1e6, words,
           (double)usage.ru_maxrss * 1024 / 1e6);
    printf("%-28s %6s %8s %8s %8s %8s\n", "ms", "keys", "median", "p95", "p99", "max");
}

static void others_print(struct find *find, struct arena *arena, bool lines) {
    struct arena result;
    arena_init(&result, (struct arena_end){0});
    for (enum order order = 0; order < ORDER_COUNT; order++) {
        struct times times = {0};
        const struct wish wish = {.order = order};
        const struct wish back = {.order = order == ORDER_TITLE ? ORDER_MET : ORDER_TITLE};
        for (size_t i = 0; i < COUNTS_ROUNDS; i++) {
            find_run(find, &back, &result);
            const double before = now();
            find_run(find, &wish, &result);
            times_add(arena, &times, now() - before);
            arena_empty(&result);
        }
        char line[64];
        snprintf(line, sizeof line, "sort by %s", sort_name(order));
        times_print(line, &times, lines);
    }
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        struct times times = {0};
        for (size_t i = 0; i < COUNTS_ROUNDS; i++) {
            const struct wish wish = {.words = i % 2 ? "e" : "in"};
            const double before = now();
            find_counts(find, &wish, facet, &result);
            times_add(arena, &times, now() - before);
            arena_empty(&result);
        }
        char line[64];
        snprintf(line, sizeof line, "counts of %s", filter_name(facet));
        times_print(line, &times, lines);
    }
    arena_free(&result);
}

int main(int argc, char **argv) {
    setlocale(LC_ALL, "");
    const bool lines = argc > 1 && strcmp(argv[1], "-l") == 0;
    argc -= lines;
    argv += lines;
    const size_t queries = argc > 2 ? strtoul(argv[2], NULL, 10) : QUERIES;
    struct arena arena;
    struct arena scratch;
    struct catalogue catalogue;
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    arena_init(&scratch, (struct arena_end){0});
    if (argc < 2 || !catalogue_open(&catalogue, &arena, argv[1], CATALOGUE_WHOLE, &fault) ||
        catalogue.practice_count == 0) {
        fprintf(stderr, "search: %s\n", argc < 2 ? "which catalogue?" : fault.text);
        return EXIT_FAILURE;
    }
    struct find *find = find_make(&catalogue, &arena);
    if (lines) {
        find_complete(find);
        find_take(find, FIND_ANSWERS, SIZE_MAX);
    } else {
        making_print(find);
    }
    queries_type(find, &catalogue, queries, "search", "", &scratch, lines);
    queries_type(find, &catalogue, queries, "answer:", "answer:", &scratch, lines);
    queries_type(find, &catalogue, queries, "title:", "title:", &scratch, lines);
    others_print(find, &scratch, lines);
    find_free(find);
    arena_free(&scratch);
    arena_free(&arena);
    return EXIT_SUCCESS;
}
