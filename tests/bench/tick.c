/*
 * tick FOLDER EVENTS TICKS <PAIRS
 *
 * What an event costs when a log holds many. Makes a log of EVENTS events in FOLDER, which is
 * empty, opens it some times, then adds TICKS events. PAIRS are lines "PRACTICE ITEM", which the
 * events are about in turn. Prints lines "WHAT MILLISECONDS KILOBYTES" (of resident memory, at the
 * peak so far): "log_open" for each opening, then for each event "fsync", the time in that call,
 * and "all but fsync" of what log_append took; a tab between them. The first event is left out, for
 * it may also have to sync the folder.
 *
 * Linked so that write and fsync of the log come through here.
 * Exit: 0; 1 something failed, or an event took other than one write and one fsync; 2 usage.
 */
#include "vademecum/review/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    OPENINGS = 11,
    PAIRS_MOST = 4096,
    NAME_SIZE = 128,
    PATH_SIZE = 4096,
    LOG_FROM = 1700000000 /* the clock at the first event */
};

/* What an event is about. */
struct pair {
    char practice[NAME_SIZE]; /* its id */
    char item[NAME_SIZE];     /* its id */
};

/* What is done with what. */
struct bench {
    struct pair pairs[PAIRS_MOST]; /* that events are about in turn */
    long pair_count;               /* at least 1 */
    int64_t clock;                 /* goes on by a second with each event */
    struct log_setup setup;        /* of the log, which is "ana" */
};

/* Calls of the log since they were last set to 0; there is no other way to tell a wrapper. */
static struct {
    long writes;
    long fsyncs;
    double fsync_ms;
} calls;

ssize_t __real_write(int file, const void *bytes, size_t length);
int __real_fsync(int file);
ssize_t __wrap_write(int file, const void *bytes, size_t length);
int __wrap_fsync(int file);
static bool pairs_read(struct bench *bench);
static bool log_make(struct bench *bench, long events);
static struct statement words_of(const struct bench *bench, long number);
static bool openings_time(const struct bench *bench);
static bool ticks_time(struct bench *bench, long ticks);
static void tell(const char *what, double milliseconds);
static bool complain(const struct fault *fault);
static int64_t clock_read(void *context);
static double now(void);

int main(int argc, char **argv) {
    static struct bench bench;
    if (argc != 4) {
        fputs("Usage: tick FOLDER EVENTS TICKS <PAIRS\n", stderr);
        return 2;
    }
    bench.clock = LOG_FROM;
    bench.setup = (struct log_setup){
        .folder = argv[1],
        .reviewer = "ana",
        .clock = {.now = clock_read, .context = &bench.clock},
        .random = 1,
    };
    const bool done = pairs_read(&bench) && log_make(&bench, atol(argv[2])) &&
                      openings_time(&bench) && ticks_time(&bench, atol(argv[3]));
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

ssize_t __wrap_write(int file, const void *bytes, size_t length) {
    calls.writes++;
    return __real_write(file, bytes, length);
}

int __wrap_fsync(int file) {
    const double begun = now();
    const int result = __real_fsync(file);
    calls.fsync_ms += now() - begun;
    calls.fsyncs++;
    return result;
}

static bool pairs_read(struct bench *bench) {
    struct pair pair;
    while (bench->pair_count < PAIRS_MOST && scanf("%127s %127s", pair.practice, pair.item) == 2) {
        bench->pairs[bench->pair_count++] = pair;
    }
    if (bench->pair_count == 0) {
        fputs("tick: there are no pairs on the standard input\n", stderr);
    }
    return bench->pair_count > 0;
}

/* Written at once, as nobody could wait for so many fsync. */
static bool log_make(struct bench *bench, long events) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/ana.csv", bench->setup.folder);
    if (events == 0) {
        return true;
    }
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        return false;
    }
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    fputs(EVENT_HEADER, file);
    for (long i = 0; i < events; i++) {
        const struct statement words = words_of(bench, i);
        char stamp[CLOCK_STAMP_SIZE];
        clock_stamp(bench->clock, stamp);
        struct event event = {
            .counter = (uint64_t)bench->clock++,
            .time = stamp,
            .reviewer = bench->setup.reviewer,
            .practice = words.practice,
            .item = words.item,
            .field = words.field,
            .value = words.value,
        };
        event_run(0, event.run);
        size_t length;
        const char *line = event_format(&arena, &event, &length);
        fwrite(line, 1, length, file);
        arena_empty(&arena);
    }
    arena_free(&arena);
    const bool written = fflush(file) == 0 && __real_fsync(fileno(file)) == 0;
    fclose(file);
    return written;
}

/* Another verdict each time that a pair comes again. */
static struct statement words_of(const struct bench *bench, long number) {
    static const char *const verdicts[] = {"met", "partly", "not_met"};
    const struct pair *pair = &bench->pairs[number % bench->pair_count];
    return (struct statement){
        .practice = pair->practice,
        .item = pair->item,
        .field = "verdict",
        .value = verdicts[number / bench->pair_count % 3],
    };
}

static bool openings_time(const struct bench *bench) {
    for (int i = 0; i < OPENINGS; i++) {
        struct log *log;
        struct fault fault;
        const double begun = now();
        const bool opened = log_open(&log, &bench->setup, &fault);
        const double ended = now();
        log_close(log);
        if (!opened) {
            return complain(&fault);
        }
        tell("log_open", ended - begun);
    }
    return true;
}

static bool ticks_time(struct bench *bench, long ticks) {
    struct log *log;
    struct fault fault;
    bool sound = log_open(&log, &bench->setup, &fault) || complain(&fault);
    for (long i = 0; i <= ticks && sound; i++) {
        const struct statement words = words_of(bench, i);
        bench->clock++;
        memset(&calls, 0, sizeof calls);
        const double begun = now();
        const bool saved = log_append(log, &words, &fault);
        const double taken = now() - begun;
        if (!saved) {
            sound = complain(&fault);
        } else if (i > 0 && (calls.writes != 1 || calls.fsyncs != 1)) {
            fprintf(stderr, "tick: %ld writes, %ld fsyncs\n", calls.writes, calls.fsyncs);
            sound = false;
        } else if (i > 0) {
            tell("fsync", calls.fsync_ms);
            tell("all but fsync", taken - calls.fsync_ms);
        }
    }
    log_close(log);
    return sound;
}

static void tell(const char *what, double milliseconds) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%s\t%.4f\t%ld\n", what, milliseconds, usage.ru_maxrss);
}

static bool complain(const struct fault *fault) {
    fprintf(stderr, "tick: %s: %s\n", fault->file, fault->text);
    return false;
}

static int64_t clock_read(void *context) {
    const int64_t *clock = context;
    return *clock;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}
