/*
 * What happens to a log when memory ends: at each single request for it, and at each one and all
 * that follow. Linked so that every malloc, calloc and realloc of ours comes through here.
 */
#include "vademecum/review/log.h"

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
    MEMORY_ENDED = 2, /* exit status, as of the program */
    DONE_WITHOUT = 4  /* exit status: a request failed, and libcsv was content with less */
};

static long requests; /* so far */
static long fail_at;  /* the request that fails; 0: none */
static bool fail_on;  /* and all after it */
static char folder[256];
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
 * Adds events, and writes the number of each that is saved to `out`. Nothing of Check here, which
 * asks for memory too.
 */
static bool session(int out) {
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
        const struct log_words words = {"p", item, "comment", "a \"value\""};
        if (!log_append(log, &words, &fault) || write(out, &i, sizeof i) != sizeof i) {
            return false;
        }
    }
    log_close(log);
    return true;
}

/* One session in a process of its own; how many events it has saved. */
static int session_run(long at, bool on, int *status) {
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        requests = 0;
        fail_at = at;
        fail_on = on;
        const bool done = session(ends[1]);
        _exit(!done ? EXIT_FAILURE : at > 0 && requests >= at ? DONE_WITHOUT : EXIT_SUCCESS);
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
    log_damage(log, &count);
    ck_assert_uint_eq(count, 0);
    log_close(log);
}

START_TEST(test_memory) {
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.200s/memory_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    int first;
    ck_assert_int_eq(session_run(0, false, &first), EVENTS);
    char log[sizeof folder + 16];
    snprintf(log, sizeof log, "%s/ana.csv", folder);
    struct stat before;
    ck_assert_int_eq(stat(log, &before), 0);
    int ends = 0;
    long at = 1;
    for (bool fired = true; fired; at++) {
        int status;
        now = at;
        ck_assert_int_eq(truncate(log, before.st_size), 0);
        const int saved = session_run(at, _i == 1, &status);
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

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("memory");
    TCase *all = tcase_create("memory");
    tcase_set_timeout(all, 120);
    tcase_add_loop_test(all, test_memory, 0, 2);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
