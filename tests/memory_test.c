/*
 * What happens to catalogue and review when memory ends: at each single request for it, and at each
 * one and all that follow. Linked so that every malloc, calloc and realloc of ours comes through
 * here.
 */
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/draft.h"
#include "vademecum/review/log.h"
#include "vademecum/review/own.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    EVENTS = 5,
    PRACTICES = 10,   /* in the shipped catalogue */
    MEMORY_ENDED = 2, /* exit status, as of the program */
    DONE_WITHOUT = 4  /* exit status: a request of libcsv failed, which goes on or tells it */
};

static long requests; /* so far */
static long fail_at;  /* the request that fails; 0: none */
static bool fail_on;  /* and all after it */
static char folder[256];
static char shipped[4096]; /* the catalogue's folder */
static int64_t now;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static bool request_fails(void) {
    requests++;
    return fail_at > 0 && (requests == fail_at || (fail_on && requests > fail_at));
}

void *__wrap_malloc(size_t size) {
    return request_fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return request_fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
    return request_fails() ? NULL : __real_realloc(old, size);
}

static int64_t clock_read(void *context) {
    (void)context;
    return now;
}

static void memory_ended(void *context) {
    (void)context;
    _exit(MEMORY_ENDED);
}

/*
 * What is tried with little memory, in a process of its own; whether it has succeeded. Of the
 * events that were saved it writes the numbers to `out`. Nothing of Check in it, which asks for
 * memory too.
 */
typedef bool work(int out);

/* Whether a draft comes back, and all events in the review's lists. */
static bool review_use(struct log *log) {
    struct arena arena;
    struct fault fault;
    arena_init(&arena, (struct arena_end){.call = memory_ended});
    const struct event begun = {.run = "k00000000",
                                .time = "",
                                .reviewer = "ana",
                                .practice = "p",
                                .item = "1",
                                .field = "comment",
                                .value = "half a sen"};
    struct event draft;
    const struct draft_home home = {.folder = folder, .kind = "draft"};
    struct draft_file kept;
    struct draft_file left;
    draft_init(&kept);
    draft_init(&left);
    bool sound = draft_keep(&kept, &home, &begun, &arena, &fault);
    draft_leave(&kept);
    sound = sound && draft_take(&left, &home, "ana", &arena, &draft, &fault) &&
            strcmp(draft.value, begun.value) == 0 && log_reload(log, &fault);
    const struct review *review = log_review(log);
    const struct review_filter filter = {.all = true};
    size_t events;
    size_t reviewers;
    size_t owns;
    review_list(review, &filter, &arena, &events);
    review_reviewers(review, &arena, &reviewers);
    review_own(review, &arena, &owns);
    sound = sound && events >= EVENTS && reviewers == 1 && owns == 0 &&
            strcmp(own_id(&arena, review, "Language café", begun.run),
                   "own-language-cafe-k00000000") == 0;
    draft_drop(&left);
    arena_free(&arena);
    return sound;
}

static bool review_work(int out) {
    const struct log_setup setup = {
        .folder = folder,
        .reviewer = "ana",
        .clock = {.now = clock_read},
        .random = (uint64_t)now,
        .end = {.call = memory_ended},
    };
    struct log *log;
    struct fault fault;
    if (!log_open(&log, &setup, &fault)) {
        return false;
    }
    for (int i = 0; i < EVENTS; i++) {
        char item[32];
        snprintf(item, sizeof item, "%d-%d", (int)now, i);
        const struct statement words = {"p", item, "comment", "a \"value\""};
        if (!log_append(log, &words, &fault) || write(out, &i, sizeof i) != sizeof i) {
            return false;
        }
    }
    const bool sound = review_use(log);
    log_close(log);
    return sound;
}

/* Whether what could not be read for want of memory is told. */
static bool memory_told(const struct catalogue *catalogue, bool opened, const struct fault *fault) {
    bool told = !opened && strstr(fault->text, "not enough memory");
    for (size_t i = 0; opened && i < catalogue->faults.kept; i++) {
        told = told || strstr(catalogue->faults.defects[i].text, "not enough memory");
    }
    return told;
}

/* The shipped catalogue is there, whole and sound, or it is told why not. */
static bool catalogue_work(int out) {
    (void)out;
    struct arena arena;
    struct catalogue catalogue;
    struct fault fault;
    arena_init(&arena, (struct arena_end){.call = memory_ended});
    const bool opened = catalogue_open(&catalogue, &arena, shipped, CATALOGUE_WHOLE, &fault);
    const bool sound = opened && catalogue.faults.count == 0 &&
                       catalogue.practice_count == PRACTICES &&
                       catalogue_practice(&catalogue, "cz-brno-intercultural-work");
    const bool told = memory_told(&catalogue, opened, &fault);
    arena_free(&arena);
    return sound || told;
}

static bool check_work(int out) {
    (void)out;
    struct arena arena;
    struct catalogue catalogue;
    struct fault fault;
    arena_init(&arena, (struct arena_end){.call = memory_ended});
    const bool opened = catalogue_check(&catalogue, &arena, shipped, "2026-03-02", &fault);
    const bool sound = opened && catalogue.faults.left_out == 0;
    const bool told = memory_told(&catalogue, opened, &fault);
    arena_free(&arena);
    return sound || told;
}

/* One run in a process of its own; how many events it has saved. */
static int work_run(work *done, long at, bool on, int *status) {
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        requests = 0;
        fail_at = at;
        fail_on = on;
        const bool sound = done(ends[1]);
        _exit(!sound ? EXIT_FAILURE : at > 0 && requests >= at ? DONE_WITHOUT : EXIT_SUCCESS);
    }
    close(ends[1]);
    int number;
    int saved = 0;
    while (read(ends[0], &number, sizeof number) == sizeof number) {
        saved = number + 1;
    }
    close(ends[0]);
    ck_assert_int_eq(waitpid(child, status, 0), child);
    return saved;
}

static void saved_there(int saved) {
    const struct log_setup setup = {
        .folder = folder, .reviewer = "ana", .clock = {.now = clock_read}};
    struct log *log;
    struct fault fault;
    ck_assert(log_open(&log, &setup, &fault));
    for (int i = 0; i < saved; i++) {
        char item[32];
        snprintf(item, sizeof item, "%d-%d", (int)now, i);
        ck_assert_str_eq(review_value(log_review(log), "ana", "p", item, "comment"), "a \"value\"");
    }
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_msg(count == 0, "%s: %s", damage[0].file, damage[0].why);
    log_close(log);
}

START_TEST(test_review) {
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.200s/memory_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    int first;
    ck_assert_int_eq(work_run(review_work, 0, false, &first), EVENTS);
    ck_assert_int_eq(first, 0);
    char log[sizeof folder + 16];
    snprintf(log, sizeof log, "%s/ana.csv", folder);
    struct stat before;
    ck_assert_int_eq(stat(log, &before), 0);
    int ends = 0;
    bool fired = true;
    for (long at = 1; fired; at++) {
        int status;
        now = at;
        ck_assert_int_eq(truncate(log, before.st_size), 0);
        const int saved = work_run(review_work, at, _i == 1, &status);
        ck_assert(WIFEXITED(status));
        const bool ended = WEXITSTATUS(status) == MEMORY_ENDED;
        ck_assert_int_ne(WEXITSTATUS(status), EXIT_FAILURE);
        ck_assert(ended || saved == EVENTS);
        fired = WEXITSTATUS(status) != EXIT_SUCCESS;
        ends += ended;
        saved_there(saved);
    }
    ck_assert_int_gt(ends, 5);
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

static work *const readings[] = {catalogue_work, check_work};

/* There is the whole catalogue, or it is told that memory has ended. */
START_TEST(test_catalogue) {
    const char *srcdir = getenv("srcdir");
    snprintf(shipped, sizeof shipped, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    int status;
    requests = 0;
    ck_assert(readings[_i / 2](-1) && requests > 10);
    int ends = 0;
    bool fired = true;
    for (long at = 1; fired; at++) {
        work_run(readings[_i / 2], at, _i % 2 == 1, &status);
        ck_assert(WIFEXITED(status));
        ck_assert_int_ne(WEXITSTATUS(status), EXIT_FAILURE);
        fired = WEXITSTATUS(status) != EXIT_SUCCESS;
        ends += WEXITSTATUS(status) == MEMORY_ENDED;
    }
    ck_assert_int_gt(ends, 10);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("memory");
    TCase *all = tcase_create("memory");
    tcase_set_timeout(all, 120);
    tcase_add_loop_test(all, test_review, 0, 2);
    tcase_add_loop_test(all, test_catalogue, 0, 2 * sizeof readings / sizeof *readings);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
