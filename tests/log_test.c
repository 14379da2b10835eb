/* log: one reviewer's file among those of others, and what may happen to it. */
#include "vademecum/base/count.h"
#include "vademecum/review/log.h"

#include "vademecum/base/file.h"
#include "vademecum/review/draft.h"
#include "vademecum/review/log_parts.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PATH_SIZE = 512,
    EVENTS = 40,
    SEED = 20260302
};

/* A folder for one test, with an empty folder for rescue files beside it. */
struct place {
    char path[PATH_SIZE];   /* of all */
    char folder[PATH_SIZE]; /* place/reviews, not there at first */
    char spare[PATH_SIZE];  /* place/spare */
    const char *spares[3];  /* one that is not there, that one, NULL */
};

static struct place place;
static struct arena arena;
static struct fault fault;
static int64_t now;
static uint64_t state;
static bool raced;   /* another program replaces ana.csv whenever it is about to be locked */
static size_t races; /* how often it has done so */

int __real_flock(int file, int operation);
int __wrap_flock(int file, int operation);

static int64_t clock_read(void *context) {
    (void)context;
    return now;
}

/* xorshift: the same numbers on each machine. */
static size_t dice(size_t sides) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (size_t)(state % sides);
}

/* Of a sweep that takes long: 1 with SWEEP=1 in the environment. */
static size_t stride(size_t quick) {
    return getenv("SWEEP") ? 1 : quick;
}

static const char *path_to(const char *name) {
    return arena_printf(&arena, "%s/%s", place.folder, name);
}

static void place_begin(void) {
    const char *base = getenv("TMPDIR");
    snprintf(place.path, sizeof place.path, "%s/log_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(place.path));
    arena_init(&arena, (struct arena_end){0});
    snprintf(place.folder, sizeof place.folder, "%.400s/reviews", place.path);
    snprintf(place.spare, sizeof place.spare, "%.400s/spare", place.path);
    ck_assert_int_eq(mkdir(place.spare, 0700), 0);
    place.spares[0] = "/nowhere/at/all";
    place.spares[1] = place.spare;
    now = 1772442847;
    state = SEED;
}

static void place_finish(void) {
    char *command = arena_printf(&arena, "rm -rf '%s'", place.path);
    ck_assert_int_eq(system(command), 0);
    arena_free(&arena);
}

static void file_put(const char *name, const char *bytes, size_t length) {
    FILE *file = fopen(path_to(name), "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

static char *file_get(const char *name, size_t *length) {
    FILE *file = fopen(path_to(name), "r");
    ck_assert_ptr_nonnull(file);
    char *bytes = arena_alloc(&arena, 1024 * 1024);
    *length = fread(bytes, 1, 1024 * 1024, file);
    fclose(file);
    return bytes;
}

/* The linker hands over each flock of ours. */
int __wrap_flock(int file, int operation) {
    if (raced && (operation & LOCK_EX)) {
        size_t length;
        const char *bytes = file_get("ana.csv", &length);
        file_put("new", bytes, length);
        ck_assert_int_eq(rename(path_to("new"), path_to("ana.csv")), 0);
        races++;
    }
    return __real_flock(file, operation);
}

static struct log_setup setup_of(const char *reviewer, uint64_t random) {
    return (struct log_setup){
        .folder = place.folder,
        .spares = place.spares,
        .reviewer = reviewer,
        .clock = {.now = clock_read},
        .random = random,
    };
}

static struct log *log_begin(const char *reviewer, uint64_t random) {
    const struct log_setup setup = setup_of(reviewer, random);
    struct log *log;
    ck_assert_msg(log_open(&log, &setup, &fault), "%s: %s", fault.file, fault.text);
    return log;
}

static void tick(struct log *log, const char *item, const char *value) {
    const struct statement words = {"cz-brno", item, "comment", value};
    ck_assert_msg(log_append(log, &words, &fault), "%s: %s", fault.file, fault.text);
}

static bool tick_fails(struct log *log, const char *item, const char *value) {
    const struct statement words = {"cz-brno", item, "comment", value};
    return !log_append(log, &words, &fault);
}

static const char *said(const struct log *log, const char *reviewer, const char *item) {
    return review_value(log_review(log), reviewer, "cz-brno", item, "comment");
}

static size_t damaged(const struct log *log) {
    size_t count;
    log_damage(log, &count);
    return count;
}

static const char *value_of(size_t i) {
    return arena_printf(&arena, "%zu: with \"quotes\", commas,\nlines and =%zu", i, i * i);
}

/* The bytes of a log of EVENTS events, and the events. */
static const char *log_make(size_t *length, struct event events[EVENTS]) {
    char *bytes = arena_alloc(&arena, 64 * 1024);
    strcpy(bytes, EVENT_HEADER);
    *length = strlen(bytes);
    for (size_t i = 0; i < EVENTS; i++) {
        events[i] = (struct event){
            .counter = 1000 + i,
            .time = "2026-03-02T09:14:07Z",
            .reviewer = "ana",
            .practice = "cz-brno",
            .item = arena_printf(&arena, "item.%zu", i),
            .field = "comment",
            .value = value_of(i),
        };
        event_run(i % 3, events[i].run);
        size_t added;
        const char *line = event_format(&arena, &events[i], &added);
        memcpy(bytes + *length, line, added);
        *length += added;
    }
    return bytes;
}

/* What came out of bytes that stand in ana.csv. */
struct outcome {
    size_t right;  /* events with the value that they had */
    size_t wrong;  /* events that were never written so */
    size_t damage; /* lines or files */
};

/* Reads in the process and without a file, so that thousands of damages take no time. */
static struct outcome outcome_of(const char *bytes, size_t length,
                                 const struct event events[EVENTS]) {
    struct outcome outcome = {0};
    struct arena store;
    arena_init(&store, (struct arena_end){0});
    struct review review;
    review_init(&review, &store);
    while (length > 0) {
        const char *end = memchr(bytes, '\n', length);
        const size_t line = end ? (size_t)(end - bytes) : length;
        struct event event;
        const char *why;
        switch (event_parse(&store, bytes, line, &event, &why)) {
        case EVENT_GOOD:
            review_apply(&review, &event);
            break;
        case EVENT_NOTHING:
            break;
        default:
            outcome.damage++;
        }
        bytes += line + (end != NULL);
        length -= line + (end != NULL);
    }
    for (size_t i = 0; i < EVENTS; i++) {
        outcome.right += strcmp(review_value(&review, "ana", "cz-brno", events[i].item, "comment"),
                                events[i].value) == 0;
    }
    outcome.wrong = review.ids.count - outcome.right;
    arena_free(&store);
    return outcome;
}

static size_t lines_in(const char *bytes, size_t length) {
    size_t lines = 0;
    for (size_t i = 0; i < length; i++) {
        lines += bytes[i] == '\n';
    }
    return lines;
}

/* Looking makes nothing; the first event makes folder and file. */
START_TEST(test_first) {
    struct log *log = log_begin("ana", 1);
    ck_assert_int_eq(access(place.folder, F_OK), -1);
    ck_assert_str_eq(log_newest(log), "");
    ck_assert_int_eq(log_saved_at(log), 0);
    tick(log, "one", "first");
    ck_assert_str_eq(log_newest(log), "k10000000-1772442847");
    ck_assert_int_eq(log_saved_at(log), now);
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    ck_assert_ptr_null(log_rescue(log));
    size_t length;
    const char *bytes = file_get("ana.csv", &length);
    ck_assert_int_eq(memcmp(bytes, EVENT_HEADER, strlen(EVENT_HEADER)), 0);
    ck_assert_uint_eq(lines_in(bytes, length), 2);
    struct stat found;
    ck_assert_int_eq(stat(path_to("ana.csv"), &found), 0);
    ck_assert_uint_eq(found.st_mode & 0777, 0600);
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "first");
    log_close(log);
    log_close(NULL);
}
END_TEST

/* What no event may hold is refused, and nothing is written. */
START_TEST(test_refused) {
    struct log *log = log_begin("ana", 1);
    static const char *const bad[] = {"\x01", "\x1B[2J", "\x7F", "\xC2\x9B", "\xFF", "a\xE3\x81"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        ck_assert(tick_fails(log, "one", bad[i]));
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
    }
    ck_assert(tick_fails(log, "o\nne", "fine"));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    ck_assert_int_eq(access(place.folder, F_OK), -1);
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    log_close(log);
}
END_TEST

/* What waits stands at once, also when the files are read anew, and is written when asked for. */
START_TEST(test_pending) {
    size_t count;
    struct log *log = log_begin("ana", 1);
    log_pend(log, &(struct statement){"cz-brno", "one", "comment", "met"});
    log_pend(log, &(struct statement){"cz-brno", "one", "comment", "partly"});
    ck_assert_str_eq(said(log, "ana", "one"), "partly");
    ck_assert_int_eq(access(path_to("ana.csv"), F_OK), -1);
    struct log *other = log_begin("ben", 2);
    tick(other, "one", "na");
    log_close(other);
    ck_assert(log_reload(log, &fault));
    ck_assert_str_eq(said(log, "ben", "one"), "na");
    ck_assert_str_eq(said(log, "ana", "one"), "partly");
    ck_assert_str_eq(log_pending(log, &count)[0].value, "met");
    ck_assert_uint_eq(count, 2);
    ck_assert(log_write(log, &fault));
    log_pending(log, &count);
    ck_assert_uint_eq(count, 0);
    ck_assert_str_eq(said(log, "ana", "one"), "partly");
    log_close(log);
    log = log_begin("ana", 3);
    ck_assert_str_eq(said(log, "ana", "one"), "partly");
    log_close(log);
}
END_TEST

/* A comment of blanks alone is none, and takes away what was there. */
START_TEST(test_blank_text) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "there");
    tick(log, "one", " \n\t\u00A0\u200B");
    ck_assert_str_eq(said(log, "ana", "one"), "");
    tick(log, "one", " a ");
    ck_assert_str_eq(said(log, "ana", "one"), " a ");
    log_close(log);
}
END_TEST

/* What cannot be written stands no longer; the rest is written. */
START_TEST(test_pending_refused) {
    struct log *log = log_begin("ana", 1);
    log_pend(log, &(struct statement){"cz-brno", "one", "comment", "\x01"});
    log_pend(log, &(struct statement){"cz-brno", "two", "comment", "met"});
    ck_assert(!log_write(log, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    ck_assert_str_eq(said(log, "ana", "one"), "");
    ck_assert_str_eq(said(log, "ana", "two"), "met");
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    log_close(log);
}
END_TEST

/* It is written under the name that was asked for meanwhile. */
START_TEST(test_pending_renamed) {
    struct log *log = log_begin("ana", 1);
    log_pend(log, &(struct statement){"cz-brno", "one", "comment", "met"});
    struct log *renamed = log_begin("ben", 2);
    log_pend_all(renamed, log);
    log_close(log);
    ck_assert_str_eq(said(renamed, "ben", "one"), "met");
    ck_assert(log_write(renamed, &fault));
    ck_assert_str_eq(said(renamed, "ben", "one"), "met");
    ck_assert_str_eq(said(renamed, "ana", "one"), "");
    ck_assert_int_eq(access(path_to("ana.csv"), F_OK), -1);
    log_close(renamed);
}
END_TEST

/* A clock that stands, jumps back, or is beyond what a counter can hold: later is later. */
START_TEST(test_clock) {
    static const int64_t clocks[] = {1772442847, 1772442847, 0,         -5,        946684800,
                                     4102444800, 1,          INT64_MAX, INT64_MIN, 2147483648};
    struct log *log = log_begin("ana", 1);
    for (size_t i = 0; i < COUNT(clocks); i++) {
        now = clocks[i];
        const char *value = value_of(i);
        tick(log, "one", value);
        ck_assert_str_eq(said(log, "ana", "one"), value);
    }
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), value_of(COUNT(clocks) - 1));
    ck_assert_uint_eq(damaged(log), 0);
    log_close(log);
}
END_TEST

/* Two instances in turn see each other's events before their own. */
START_TEST(test_two_in_turn) {
    struct log *one = log_begin("ana", 1);
    struct log *two = log_begin("ana", 2);
    for (size_t i = 0; i < 10; i++) {
        struct log *log = i % 2 ? two : one;
        now -= 1000;
        tick(log, "same", value_of(i));
        ck_assert_str_eq(said(log, "ana", "same"), value_of(i));
    }
    tick(one, "one", "1");
    tick(two, "two", "2");
    ck_assert_str_eq(said(two, "ana", "one"), "1");
    ck_assert(log_reload(one, &fault));
    ck_assert_str_eq(said(one, "ana", "two"), "2");
    ck_assert_uint_eq(log_notices(one)->count, 6); /* five before, and this one */
    ck_assert_ptr_nonnull(strstr(log_notices(one)->defects[5].text, "1 answer under your name"));
    log_close(one);
    log_close(two);
}
END_TEST

/* All others' files are read, also copies that Syncthing or Nextcloud made. */
START_TEST(test_folder) {
    struct log *ana = log_begin("ana", 1);
    tick(ana, "one", "ana");
    struct log *ben = log_begin("ben", 2);
    tick(ben, "one", "ben");
    size_t length;
    const char *bytes = file_get("ben.csv", &length);
    file_put("ben (conflicted copy 2026-03-02).csv", bytes, length);
    ck_assert_int_eq(rename(path_to("ben.csv"), path_to("b.sync-conflict-20260302.csv")), 0);
    file_put(".hidden.csv", "nonsense", 8);
    file_put("notes.txt", "nonsense", 8);
    file_put(".csv", "nonsense", 8);
    ck_assert(log_reload(ana, &fault));
    ck_assert_str_eq(said(ana, "ben", "one"), "ben");
    ck_assert_str_eq(said(ana, "ana", "one"), "ana");
    ck_assert_uint_eq(damaged(ana), 0);
    size_t count;
    const char **reviewers = review_reviewers(log_review(ana), &arena, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(reviewers[0], "ana");
    ck_assert_str_eq(reviewers[1], "ben");
    log_close(ana);
    log_close(ben);
}
END_TEST

static const char *const unfinished[] = {".ben.csv", "ben.csv.PART", ".ben.csv.x7Gh2a"};

/* A file that holds answers but is hidden, or looks half written, is named and not passed over. */
START_TEST(test_unfinished) {
    struct log *ben = log_begin("ben", 2);
    tick(ben, "one", "ben");
    log_close(ben);
    ck_assert_int_eq(rename(path_to("ben.csv"), path_to(unfinished[_i])), 0);
    struct log *log = log_begin("ana", 1);
    ck_assert_str_eq(said(log, "ben", "one"), "");
    ck_assert_uint_eq(damaged(log), 1);
    const struct damage *damage = log_damage(log, &(size_t){0});
    ck_assert_str_eq(damage->file, unfinished[_i]);
    ck_assert_int_eq(damage->line, 0);
    ck_assert_msg(strstr(damage->why, "hidden or still being written"), "%s", damage->why);
    ck_assert_int_eq(rename(path_to(unfinished[_i]), path_to("ben.csv")), 0);
    ck_assert(log_reload(log, &fault));
    ck_assert_uint_eq(damaged(log), 0);
    ck_assert_str_eq(said(log, "ben", "one"), "ben");
    log_close(log);
}
END_TEST

/* Puts another separator into a log; its cells hold no comma. */
static void separate(const char *name, const char *separator) {
    size_t length;
    const char *bytes = file_get("ben.csv", &length);
    unlink(path_to("ben.csv"));
    FILE *file = fopen(path_to(name), "w");
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == ',') {
            fputs(separator, file);
        } else {
            fputc(bytes[i], file);
        }
    }
    ck_assert_int_eq(fclose(file), 0);
}

static const struct {
    const char *name;
    const char *separator;
    bool read;
} separated[] = {
    {"ben.csv", ";", true},    {"ben.csv", "|", true},       {"ben.txt", "|", true},
    {"ben.csv", "\t", true},   {"ben.txt", "\t", true},      {"ben.csv", "\x1F", false},
    {"ben.csv", "^", false},   {"ben.csv", " ", false},      {"ben.csv", ":", false},
    {"ben.csv", " ~ ", false}, {"ben.csv", "\u00A6", false}, {"ben.txt", "^", false},
};

/* A log is read whatever usual sign is between its cells, and told of with any other. */
START_TEST(test_separators) {
    struct log *ben = log_begin("ben", 2);
    tick(ben, "one", "ben");
    log_close(ben);
    separate(separated[_i].name, separated[_i].separator);
    struct log *log = log_begin("ana", 1);
    ck_assert_str_eq(said(log, "ben", "one"), separated[_i].read ? "ben" : "");
    ck_assert_uint_eq(damaged(log), !separated[_i].read);
    if (!separated[_i].read) {
        const struct damage *damage = log_damage(log, &(size_t){0});
        ck_assert_str_eq(damage->file, separated[_i].name);
        ck_assert_msg(strstr(damage->why, "not separated by commas"), "%s", damage->why);
    }
    log_close(log);
}
END_TEST

static const char *const line_ends[] = {"\r\n", "\r", "\r\r\n",   " ",
                                        "",     "\f", "\xC2\x85", "\u2028"};

/* Whatever stands for the ends of its lines, a log is read. */
START_TEST(test_line_signs) {
    struct log *ben = log_begin("ben", 2);
    tick(ben, "one", "met");
    tick(ben, "two", "partly");
    log_close(ben);
    size_t length;
    const char *bytes = file_get("ben.csv", &length);
    FILE *file = fopen(path_to("ben.csv"), "w");
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
            fputs(line_ends[_i], file);
        } else {
            fputc(bytes[i], file);
        }
    }
    ck_assert_int_eq(fclose(file), 0);
    struct log *log = log_begin("ana", 1);
    ck_assert_uint_eq(damaged(log), 0);
    ck_assert_str_eq(said(log, "ben", "one"), "met");
    ck_assert_str_eq(said(log, "ben", "two"), "partly");
    log_close(log);
}
END_TEST

static const struct {
    const char *bytes;
    const char *told;
} wholes[] = {
    {"a,b\n1,2\n3,4\n", "holds no answers"},
    {"<html>\nnot found\n", "holds no answers"},
    {"event,time,reviewer\nkaaaaaaaa-1700000000,2026,ben\nkaaaaaaab-1700000001,2026,ben\n",
     "begins like a file of answers"},
};

/* What a power cut has left is not to be moved away as none. */
START_TEST(test_zeros) {
    struct log *first = log_begin("ben", 2);
    tick(first, "one", "met");
    log_close(first);
    file_put("ben.csv", "\0\0\0\0\0\0\0\0", 8);
    struct log *log = log_begin("ana", 1);
    ck_assert_uint_eq(damaged(log), 1);
    const struct damage *damage = log_damage(log, &(size_t){0});
    ck_assert_msg(strstr(damage->why, "zero bytes"), "%s", damage->why);
    log_close(log);
}
END_TEST

/* A file that is wrong as a whole is told once, and not as one that may go when it was a log. */
START_TEST(test_whole_files) {
    struct log *first = log_begin("ben", 2);
    tick(first, "one", "met");
    log_close(first);
    file_put("ben.csv", wholes[_i].bytes, strlen(wholes[_i].bytes));
    struct log *log = log_begin("ana", 1);
    ck_assert_uint_eq(damaged(log), 1);
    const struct damage *damage = log_damage(log, &(size_t){0});
    ck_assert_msg(strstr(damage->why, wholes[_i].told), "%s", damage->why);
    log_close(log);
}
END_TEST

/* Where another device's event comes to stand while the log is open. */
static const char *const arrivals[] = {"ana.sync-conflict-20260302-101010-ABCDEFG.csv",
                                       "ana (conflicted copy 2026-03-02).csv", "ben.csv",
                                       "grown.csv", "moved.csv"};

/* A later event comes in another file, also one that only grows: what is said then comes after it.
 */
START_TEST(test_arrived) {
    struct log *ben = log_begin("ben", 9);
    tick(ben, "one", "of ben");
    log_close(ben);
    file_put("grown.csv", EVENT_HEADER, strlen(EVENT_HEADER));
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "before");
    struct event event = {.run = "kaaaaaaaa",
                          .counter = (uint64_t)now + 86400,
                          .time = "2026-03-03T09:14:07Z",
                          .reviewer = "ana",
                          .practice = "cz-brno",
                          .item = "one",
                          .field = "comment",
                          .value = "of another device"};
    size_t length;
    const char *line = event_format(&arena, &event, &length);
    struct stat before;
    ck_assert_int_eq(stat(place.folder, &before), 0);
    FILE *file = fopen(path_to(arrivals[_i]), "a");
    fwrite(line, 1, length, file);
    ck_assert_int_eq(fclose(file), 0);
    /* A file that grows leaves no trace in the folder. */
    const struct timespec times[] = {before.st_atim, before.st_mtim};
    ck_assert_int_eq(utimensat(AT_FDCWD, place.folder, times, 0), 0);
    tick(log, "one", "after");
    ck_assert_uint_eq(log_readings(log), 2);
    tick(log, "two", "after");
    ck_assert_uint_eq(log_readings(log), 2);
    ck_assert_uint_eq(log_notices(log)->count, 1);
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "after");
    ck_assert_str_eq(said(log, "ben", "one"), "of ben");
    log_close(log);
}
END_TEST

/* What else may lie in the folder is told as damage and does no harm. */
START_TEST(test_strangers) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "kept");
    ck_assert_int_eq(mkfifo(path_to("pipe.csv"), 0600), 0);
    ck_assert_int_eq(mkdir(path_to("folder.csv"), 0700), 0);
    ck_assert_int_eq(symlink("/etc/passwd", path_to("link.csv")), 0);
    file_put("wide.csv",
             "\xFF\xFE"
             "e\0v\0",
             6);
    file_put("empty.csv", "", 0);
    ck_assert_int_eq(truncate(path_to("empty.csv"), 0), 0);
    file_put("huge.csv", "", 0);
    ck_assert_int_eq(truncate(path_to("huge.csv"), (off_t)READING_FILE_MAX + 1), 0);
    ck_assert(log_reload(log, &fault));
    ck_assert_uint_eq(damaged(log), 5);
    ck_assert_str_eq(said(log, "ana", "one"), "kept");
    tick(log, "two", "goes on");
    log_close(log);
}
END_TEST

/* A folder that cannot be there is told of, unlike one that is not there yet. */
START_TEST(test_impossible_folder) {
    char name[512];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    struct log_setup setup = setup_of("ana", 1);
    setup.folder = arena_printf(&arena, "%s/%s", place.path, name);
    struct log *log;
    ck_assert(!log_open(&log, &setup, &fault));
    ck_assert(fault.text[0] != '\0');
    log_close(log);
    /* Below what is no folder there are no reviews: that is no fault for who only looks. */
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    file_put("plain", "x", 1);
    setup.folder = path_to("plain/reviews");
    ck_assert_msg(log_open(&log, &setup, &fault), "%s: %s", fault.file, fault.text);
    ck_assert_uint_eq(log_review(log)->ids.count, 0);
    log_close(log);
}
END_TEST

/* A spreadsheet has saved the log: quotes round all, CRLF, a byte-order mark. */
START_TEST(test_spreadsheet) {
    struct event events[EVENTS];
    size_t length;
    const char *bytes = log_make(&length, events);
    char *saved = arena_alloc(&arena, 3 * length);
    size_t to = 0;
    to += (size_t)sprintf(saved, "\xEF\xBB\xBF");
    for (const char *line = bytes; line < bytes + length;) {
        const char *end = strchr(line, '\n');
        /* Quotes round the cells that have none; no such cell holds a comma. */
        bool quoted = false;
        bool first = true;
        for (const char *at = line; at <= end; at++) {
            const bool cell_end = !quoted && (*at == ',' || *at == '\n');
            if (first && *at != '"') {
                saved[to++] = '"';
            }
            if (cell_end && at[-1] != '"') {
                saved[to++] = '"';
            }
            if (*at == '\n') {
                saved[to++] = '\r';
            }
            quoted = *at == '"' ? !quoted : quoted;
            first = cell_end;
            saved[to++] = *at;
        }
        line = end + 1;
    }
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    file_put("ana.csv", saved, to);
    struct log *log = log_begin("ana", 1);
    ck_assert_uint_eq(damaged(log), 0);
    for (size_t i = 0; i < EVENTS; i++) {
        ck_assert_str_eq(said(log, "ana", events[i].item), events[i].value);
    }
    tick(log, "more", "on");
    log_close(log);
}
END_TEST

/* Which folder it belongs to is not in the name of a rescue file of an older version. */
START_TEST(test_rescue_of_older_version) {
    struct log_setup setup = setup_of("ana", 1);
    setup.folder = place.spare;
    struct log *log;
    ck_assert(log_open(&log, &setup, &fault));
    tick(log, "one", "kept");
    log_close(log);
    const char *path = arena_printf(&arena, "%s/ana.rescue-1.csv", place.spare);
    ck_assert_int_eq(rename(arena_printf(&arena, "%s/ana.csv", place.spare), path), 0);

    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "");
    ck_assert_uint_eq(log_notices(log)->count, 1);
    ck_assert_str_eq(log_notices(log)->defects[0].file, path);
    ck_assert_ptr_nonnull(strstr(log_notices(log)->defects[0].text, place.folder));
    ck_assert(log_load(log, &fault));
    ck_assert_uint_eq(log_notices(log)->count, 1); /* once */
    log_close(log);

    log = log_begin("ben", 3);
    ck_assert_uint_eq(log_notices(log)->count, 0);
    log_close(log);

    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    ck_assert_int_eq(link(path, path_to("ana.rescue-1.csv")), 0);
    log = log_begin("ana", 4);
    ck_assert_str_eq(said(log, "ana", "one"), "kept");
    ck_assert_uint_eq(log_notices(log)->count, 0); /* what it holds was read elsewhere */
    log_close(log);
}
END_TEST

/* What is no text is refused and not touched; what is said goes to a rescue file. */
START_TEST(test_foreign) {
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    const char *bytes = "PK\x03\x04zip";
    file_put("ana.csv", bytes, strlen(bytes));
    const struct log_setup setup = setup_of("ana", 1);
    struct log *log;
    ck_assert(!log_open(&log, &setup, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert_str_eq(fault.file, "ana.csv");
    ck_assert_ptr_nonnull(log);
    ck_assert(tick_fails(log, "one", "kept"));
    ck_assert_int_eq(log_state(log), LOG_UNSAVED);
    ck_assert_str_eq(said(log, "ana", "one"), "kept");
    ck_assert(!log_retry(log, &fault));
    ck_assert_int_eq(log_state(log), LOG_RESCUED);
    ck_assert_str_eq(log_rescue(log), path_to("ana.rescue-1.csv"));
    ck_assert(!log_retry(log, &fault)); /* nothing new to rescue */
    ck_assert_int_eq(log_state(log), LOG_RESCUED);
    ck_assert(tick_fails(log, "two", "too"));
    ck_assert(!log_retry(log, &fault));
    ck_assert_str_eq(log_rescue(log), path_to("ana.rescue-1.csv"));
    size_t length;
    const char *after = file_get("ana.csv", &length);
    ck_assert_uint_eq(length, strlen(bytes));
    ck_assert_int_eq(memcmp(after, bytes, length), 0);
    /* The reviewer saves the file anew, with commas. */
    file_put("ana.csv", EVENT_HEADER, strlen(EVENT_HEADER));
    ck_assert(log_retry(log, &fault));
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    ck_assert_uint_eq(log_unsaved(log), 0);
    ck_assert_ptr_null(log_rescue(log));
    log_close(log);
    ck_assert_int_eq(access(path_to("ana.rescue-1.csv"), F_OK), -1);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "kept");
    ck_assert_str_eq(said(log, "ana", "two"), "too");
    log_close(log);
}
END_TEST

/* The file is replaced, emptied, deleted or grown by others while the log is open. */
START_TEST(test_replaced) {
    struct event events[EVENTS];
    size_t length;
    const char *bytes = log_make(&length, events);
    struct log *other = log_begin("ana", 9);
    tick(other, "old", "of an earlier session");
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "mine");
    switch (_i) {
    case 0: /* as git and Syncthing do */
        file_put("new", bytes, length);
        ck_assert_int_eq(rename(path_to("new"), path_to("ana.csv")), 0);
        break;
    case 1: /* as some editors do */
        file_put("ana.csv", bytes, length);
        break;
    case 2:
        ck_assert_int_eq(truncate(path_to("ana.csv"), 0), 0);
        break;
    case 3:
        ck_assert_int_eq(unlink(path_to("ana.csv")), 0);
        break;
    case 4: /* the whole folder */
        ck_assert_int_eq(unlink(path_to("ana.csv")), 0);
        ck_assert_int_eq(rmdir(place.folder), 0);
        break;
    default: /* torn in the middle of mine */
        ck_assert_int_eq(truncate(path_to("ana.csv"), 200), 0);
        break;
    }
    tick(log, "two", "after it");
    ck_assert_uint_gt(log_notices(log)->count, 0);
    ck_assert_str_eq(said(log, "ana", "one"), "mine");
    if (_i < 2) {
        ck_assert_str_eq(said(log, "ana", events[7].item), events[7].value);
    }
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "mine");
    ck_assert_str_eq(said(log, "ana", "two"), "after it");
    log_close(log);
    log_close(other);
}
END_TEST

/* The file is replaced again and again while the log tries to write to it. */
START_TEST(test_raced) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "saved");
    races = 0;
    raced = true;
    const bool failed = tick_fails(log, "two", "kept");
    raced = false;
    ck_assert(failed);
    ck_assert_uint_gt(races, 1);
    ck_assert_ptr_nonnull(strstr(fault.text, "again and again"));
    ck_assert_int_eq(log_state(log), LOG_UNSAVED);
    ck_assert_str_eq(said(log, "ana", "two"), "kept");
    ck_assert(log_retry(log, &fault));
    log_close(log);
    size_t length;
    const char *bytes = file_get("ana.csv", &length);
    ck_assert_uint_eq(lines_in(bytes, length), 3);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "saved");
    ck_assert_str_eq(said(log, "ana", "two"), "kept");
    log_close(log);
}
END_TEST

/* The file grew: its events are there, and that is all that is said of it. */
START_TEST(test_grown) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "mine");
    struct event events[EVENTS];
    size_t length;
    const char *bytes = log_make(&length, events);
    FILE *file = fopen(path_to("ana.csv"), "a");
    fwrite(bytes, 1, length - 1, file);
    fclose(file);
    tick(log, "two", "after it");
    ck_assert_str_eq(said(log, "ana", events[EVENTS - 1].item), events[EVENTS - 1].value);
    ck_assert_uint_eq(log_notices(log)->count, 1);
    ck_assert_ptr_nonnull(strstr(log_notices(log)->defects[0].text, "answers under your name"));
    ck_assert_uint_eq(damaged(log), 0);
    log_close(log);
}
END_TEST

/* A torn line is followed by a good one: only the torn one is lost, and told with its number. */
START_TEST(test_torn) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "whole, \"quoted\"");
    tick(log, "two", "to be torn, \"quoted\"");
    log_close(log);
    struct stat found;
    ck_assert_int_eq(stat(path_to("ana.csv"), &found), 0);
    ck_assert_int_eq(truncate(path_to("ana.csv"), found.st_size - 15), 0);
    log = log_begin("ana", 2);
    tick(log, "three", "after, \"quoted\"");
    log_close(log);
    log = log_begin("ana", 3);
    ck_assert_str_eq(said(log, "ana", "one"), "whole, \"quoted\"");
    ck_assert_str_eq(said(log, "ana", "two"), "");
    ck_assert_str_eq(said(log, "ana", "three"), "after, \"quoted\"");
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_int_eq(damage[0].line, 3);
    ck_assert_str_eq(damage[0].file, "ana.csv");
    ck_assert_ptr_null(damage[0].event);
    ck_assert(!log_accept(log, NULL, &damage[0], 1, &fault));
    log_close(log);
}
END_TEST

/* A line that was changed by hand is not applied, and can be accepted. */
START_TEST(test_accept) {
    struct log *log = log_begin("ana", 1);
    struct log *ben = log_begin("ben", 5);
    tick(log, "one", "before");
    tick(ben, "one", "before");
    log_close(ben);
    static const char *const files[] = {"ana.csv", "ben.csv"};
    for (size_t i = 0; i < COUNT(files); i++) {
        size_t length;
        char *bytes = file_get(files[i], &length);
        memcpy(strstr(bytes, "before"), "beyond", 6);
        file_put(files[i], bytes, length);
    }
    ck_assert(log_reload(log, &fault));
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(damage[0].event->value, "beyond");
    ck_assert(!log_accept(log, NULL, &damage[1], 1, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    ck_assert_msg(log_accept(log, NULL, &damage[0], 1, &fault), "%s", fault.text);
    ck_assert_str_eq(said(log, "ana", "one"), "beyond");
    log_close(log);
}
END_TEST

/* Values that their field cannot have. */
static const struct {
    const char *field;
    const char *value;      /* as it was written */
    const char *impossible; /* as long as `value` */
} impossible[] = {
    {"verdict", "partly", "portly"},
    {"plan.due", "2026-05-01", "2026-05-41"},
};

/* A value that is none is not accepted, and nothing is written. */
START_TEST(test_accept_impossible) {
    struct log *log = log_begin("ana", 1);
    const char *field = impossible[_i].field;
    const char *value = impossible[_i].value;
    const struct statement words = {"cz-brno", "one", field, value};
    ck_assert(log_append(log, &words, &fault));
    size_t length;
    char *bytes = file_get("ana.csv", &length);
    memcpy(strstr(bytes, value), impossible[_i].impossible, strlen(value));
    file_put("ana.csv", bytes, length);
    log_close(log);
    log = log_begin("ana", 2);
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert(!log_accept(log, NULL, &damage[0], 1, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    ck_assert_int_eq(fault.line, 2);
    ck_assert_ptr_nonnull(strstr(fault.text, impossible[_i].impossible));
    ck_assert_str_eq(review_value(log_review(log), "ana", "cz-brno", "one", field), "");
    size_t after;
    ck_assert_int_eq(memcmp(bytes, file_get("ana.csv", &after), length), 0);
    ck_assert_uint_eq(after, length);
    log_close(log);
}
END_TEST

static bool settled(const struct log *log, size_t i) {
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_lt(i, count);
    return reading_settled(log_review(log), &damage[i]);
}

/* No line settles itself, whatever it and the answers say: only a hand does. */
START_TEST(test_settled) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "before");
    tick(log, "two", "before");
    tick(log, "two", "");
    tick(log, "three", "before");
    size_t length;
    char *bytes = file_get("ana.csv", &length);
    for (char *found = bytes; (found = strstr(found, "before")) != NULL;) {
        memcpy(found, "beyond", 6);
    }
    file_put("ana.csv", bytes, length);
    log_close(log);
    struct log *ben = log_begin("ben", 5);
    size_t count;
    ck_assert(!log_put_aside(ben, log_damage(ben, &count), 1, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    log_close(ben);
    log = log_begin("ana", 2);
    tick(log, "three", "beyond");
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(reading_unsettled(log_review(log), damage, count), 3);
    ck_assert(log_accept(log, NULL, &damage[0], 1, &fault));
    ck_assert(log_put_aside(log, &damage[1], 1, &fault));
    ck_assert(settled(log, 0));
    ck_assert(settled(log, 1));
    ck_assert(!settled(log, 2));
    ck_assert_str_eq(said(log, "ana", "one"), "beyond");
    ck_assert_str_eq(said(log, "ana", "two"), "");
    log_close(log);
    ben = log_begin("ben", 6);
    ck_assert(settled(ben, 0));
    ck_assert(settled(ben, 1));
    ck_assert(!settled(ben, 2));
    log_close(ben);
}
END_TEST

/* A copy of the file in which the very event is whole settles the line. */
START_TEST(test_settled_elsewhere) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "before");
    log_close(log);
    size_t length;
    char *bytes = file_get("ana.csv", &length);
    file_put("ana (copy).csv", bytes, length);
    memcpy(strstr(bytes, "before"), "beyond", 6);
    file_put("ana.csv", bytes, length);
    log = log_begin("ana", 2);
    ck_assert_uint_eq(damaged(log), 1);
    ck_assert(settled(log, 0));
    ck_assert_str_eq(said(log, "ana", "one"), "before");
    log_close(log);
}
END_TEST

/* All that a file has is accepted in one step. */
START_TEST(test_accept_many) {
    struct log *log = log_begin("ana", 1);
    for (size_t i = 0; i < EVENTS; i++) {
        tick(log, arena_printf(&arena, "item.%zu", i), "before");
    }
    log_close(log);
    size_t length;
    char *bytes = file_get("ana.csv", &length);
    for (char *found = bytes; (found = strstr(found, "before")) != NULL;) {
        memcpy(found, "beyond", 6);
    }
    file_put("ana.csv", bytes, length);
    log = log_begin("ana", 2);
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, EVENTS);
    ck_assert(log_accept(log, NULL, damage, count, &fault));
    log_close(log);
    log = log_begin("ana", 3);
    damage = log_damage(log, &count);
    ck_assert_uint_eq(reading_unsettled(log_review(log), damage, count), 0);
    for (size_t i = 0; i < EVENTS; i++) {
        ck_assert_str_eq(said(log, "ana", arena_printf(&arena, "item.%zu", i)), "beyond");
    }
    log_close(log);
}
END_TEST

/* Whatever bit of a file is turned over, an answer that is another one is told: H1, H2. */
START_TEST(test_bits_told) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "first");
    tick(log, "one", "second");
    tick(log, "three", "third");
    log_close(log);
    size_t length;
    char *bytes = file_get("ana.csv", &length);
    size_t told = 0;
    for (size_t bit = 0; bit < 8 * length; bit += stride(3)) {
        const char byte = bytes[bit / 8];
        bytes[bit / 8] = (char)(byte ^ 1 << bit % 8);
        file_put("ana.csv", bytes, length);
        bytes[bit / 8] = byte;
        log = log_begin("ana", 2);
        size_t count;
        const struct damage *damage = log_damage(log, &count);
        const size_t unsettled = reading_unsettled(log_review(log), damage, count);
        const bool same = strcmp(said(log, "ana", "one"), "second") == 0 &&
                          strcmp(said(log, "ana", "three"), "third") == 0 &&
                          log_review(log)->ids.count == 3;
        ck_assert_msg(same || unsettled > 0, "bit %zu", bit);
        told += unsettled > 0;
        log_close(log);
    }
    ck_assert_uint_gt(told, 0);
}
END_TEST

/* What may stand in place of a line end that was lost: both lines are read all the same. */
START_TEST(test_joined) {
    static const struct {
        const char *bytes;
        size_t length;
    } ends[] = {{"", 0}, {"\0", 1}, {",", 1}, {"J", 1}, {"\"", 1}, {"\r", 1}, {"\r\r\n", 3}};
    struct event events[EVENTS];
    size_t length;
    const char *made = log_make(&length, events);
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    for (const char *end = made; (end = strchr(end, '\n')) != NULL && end[1]; end++) {
        const size_t before = (size_t)(end - made);
        char *bytes = arena_alloc(&arena, length + 8);
        memcpy(bytes, made, before);
        memcpy(bytes + before, ends[_i].bytes, ends[_i].length);
        memcpy(bytes + before + ends[_i].length, end + 1, length - before - 1);
        file_put("ana.csv", bytes, length - 1 + ends[_i].length);
        struct log *log = log_begin("ana", 1);
        ck_assert_uint_eq(log_review(log)->ids.count, EVENTS);
        ck_assert_uint_eq(damaged(log), 0);
        log_close(log);
    }
}
END_TEST

/* The names that programs for sharing, mail programs and people give to a log. */
static const struct {
    const char *name;
    bool read;
} names[] = {
    {"ben.CSV", true},
    {"BEN.Csv", true},
    {"ben.csv.txt", true},
    {"ben (1).csv", true},
    {"ben.csv.sync-conflict-20260302-101010-ABCDEFG", true},
    {"ben.sync-conflict-20260302-101010-ABCDEFG.csv", true},
    {"ben (conflicted copy 2026-03-02 101010).csv", true},
    {"ben (Ben's conflicted copy 2026-03-02).csv", true},
    {"ben-LAPTOP.csv", true},
    {"ben.csv.bak", true},
    {"ben.csv~", true},
    {"answers", true},
    {".ben.csv.swp", false},
    {".syncthing.ben.csv.tmp", false},
    {"~syncthing~ben.csv.tmp", false},
    {"ben.csv.part", false},
    {"#ben.csv#", false},
};

START_TEST(test_names) {
    struct log *ben = log_begin("ben", 2);
    tick(ben, "one", "said");
    log_close(ben);
    ck_assert_int_eq(rename(path_to("ben.csv"), path_to(names[_i].name)), 0);
    file_put("notes.txt", "event horizon", 13);
    struct log *log = log_begin("ana", 1);
    ck_assert_str_eq(said(log, "ben", "one"), names[_i].read ? "said" : "");
    ck_assert_uint_eq(damaged(log), !names[_i].read);
    log_close(log);
}
END_TEST

/* What is no log is one sentence, whatever its length; what is empty is none: F5. */
static const struct {
    const char *bytes;
    size_t damage;
} strangers[] = {
    {"name,city\nx0,Brno\nx1,Brno\n", 1},
    {"\"reviewer\",\"practice_id\"\r\n\"ana\",\"cz-brno\"\r\n\"ana\",\"cz-gone\"\r\n", 1},
    {"event,time,reviewer,practice,item,field,value\nk3f9a2c17-5,,ana,p,,note,x\nx\n", 1},
    {"\"event\",\"time\"\r\n\"k3f9a2c17-5\",\"t\"\r\n\"k3f9a2c17-6\",\"t\"\r\n", 1},
    {"\x7F"
     "ELF\x01\n\x02\n\x03\n",
     1},
    {"event,time,reviewer,practice,item,field,value,check\n,,,,,,,\n ,,,,,,,\n;;;;;;;\n", 0},
    {",,,\n\n", 0},
    {"", 0},
};

START_TEST(test_stranger) {
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    file_put("other.csv", strangers[_i].bytes, strlen(strangers[_i].bytes));
    struct log *log = log_begin("ana", 1);
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, strangers[_i].damage);
    if (count > 0) {
        ck_assert_int_eq(damage[0].line, 0);
        ck_assert_str_eq(damage[0].file, "other.csv");
    }
    log_close(log);
}
END_TEST

/* Nothing can be written anywhere: it is said until it can, and nothing comes twice. */
START_TEST(test_unsaved) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "saved");
    struct rlimit limit;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const struct rlimit none = {.rlim_cur = 10, .rlim_max = limit.rlim_max};
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &none), 0);
    const bool failed = tick_fails(log, "two", "kept") && !log_retry(log, &fault) &&
                        tick_fails(log, "three", "kept too") && !log_retry(log, &fault);
    const enum log_state while_full = log_state(log);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    ck_assert(failed);
    ck_assert_int_eq(while_full, LOG_UNSAVED);
    ck_assert_uint_eq(log_unsaved(log), 2);
    ck_assert_str_eq(said(log, "ana", "two"), "kept");
    ck_assert(log_retry(log, &fault));
    ck_assert(log_retry(log, &fault));
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    log_close(log);
    size_t length;
    const char *bytes = file_get("ana.csv", &length);
    ck_assert_uint_eq(lines_in(bytes, length), 4);
    ck_assert_int_eq(access(path_to("ana.rescue-1.csv"), F_OK), -1);
}
END_TEST

/* The files in a folder, by their number; the name of one of them. */
static size_t files_in(const char *folder, const char **name) {
    size_t count = 0;
    DIR *entries = opendir(folder);
    ck_assert_ptr_nonnull(entries);
    for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
        if (entry->d_name[0] != '.') {
            *name = arena_printf(&arena, "%s", entry->d_name);
            count++;
        }
    }
    closedir(entries);
    return count;
}

/* A session that can save nothing in its folder, for there is a file: it leaves rescue files. */
static void rescue_leave(const char *item, const char *value) {
    FILE *file = fopen(place.folder, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fclose(file), 0);
    const struct log_setup setup = setup_of("ana", 7);
    struct log *log;
    ck_assert(!log_open(&log, &setup, &fault));
    ck_assert(tick_fails(log, item, value));
    ck_assert(!log_retry(log, &fault));
    ck_assert_int_eq(log_state(log), LOG_RESCUED);
    ck_assert_int_eq(strncmp(log_rescue(log), place.spare, strlen(place.spare)), 0);
    log_close(log);
    ck_assert_int_eq(unlink(place.folder), 0);
}

/*
 * What lies in the spare folder from an earlier session is read, and saved with the next event; a
 * file with a damaged line stays.
 */
START_TEST(test_spare) {
    rescue_leave("one", "rescued");
    const char *name = NULL;
    ck_assert_uint_eq(files_in(place.spare, &name), 1);
    const char *path = arena_printf(&arena, "%s/%s", place.spare, name);
    if (_i) {
        FILE *file = fopen(path, "a");
        fputs("torn\n", file);
        fclose(file);
    }
    struct log *log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "rescued");
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    ck_assert_uint_eq(log_waiting(log), 1);
    ck_assert_uint_eq(damaged(log), (size_t)_i);
    ck_assert(log_retry(log, &fault));
    ck_assert_int_eq(access(place.folder, F_OK), -1); /* looking wrote nothing */
    ck_assert_int_eq(access(path, F_OK), 0);
    tick(log, "two", "next");
    ck_assert_int_eq(log_state(log), LOG_SAVED);
    ck_assert_uint_eq(log_waiting(log), 0);
    ck_assert_int_eq(access(path, F_OK), _i ? 0 : -1);
    log_close(log);
    size_t length;
    const char *bytes = file_get("ana.csv", &length);
    ck_assert_uint_eq(lines_in(bytes, length), 3);
}
END_TEST

/* What was meant for one folder comes into no other, however either is written. */
START_TEST(test_spare_elsewhere) {
    rescue_leave("one", "rescued");
    struct log_setup setup = setup_of("ana", 2);
    struct log *log;
    setup.folder = arena_printf(&arena, "%s/other", place.path);
    ck_assert(log_open(&log, &setup, &fault));
    ck_assert_uint_eq(log_review(log)->ids.count, 0);
    tick(log, "two", "of the other folder");
    log_close(log);
    const char *name = NULL;
    ck_assert_uint_eq(files_in(place.spare, &name), 1);
    char *link = arena_printf(&arena, "%s/link", place.path);
    ck_assert_int_eq(symlink(place.path, link), 0);
    const char *const ways[] = {
        arena_printf(&arena, "%s/", place.folder),
        arena_printf(&arena, "%s/../%s/./reviews", place.path, strrchr(place.path, '/') + 1),
        arena_printf(&arena, "%s/reviews", link),
        "reviews",
    };
    ck_assert_int_eq(chdir(place.path), 0);
    for (size_t i = 0; i < COUNT(ways); i++) {
        setup.folder = ways[i];
        ck_assert(log_open(&log, &setup, &fault));
        ck_assert_str_eq(said(log, "ana", "one"), "rescued");
        log_close(log);
    }
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

/* Each start that can save nothing leaves one file, and they are gone when all is saved. */
START_TEST(test_rescues_many) {
    for (size_t i = 0; i < 120; i++) {
        rescue_leave("one", value_of(i));
    }
    const char *name = NULL;
    ck_assert_uint_eq(files_in(place.spare, &name), 120);
    struct log *log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), value_of(119));
    tick(log, "two", "next");
    ck_assert_uint_eq(files_in(place.spare, &name), 0);
    log_close(log);
    size_t length;
    const char *bytes = file_get("ana.csv", &length);
    ck_assert_uint_eq(lines_in(bytes, length), 122);
    ck_assert_int_eq(unlink(path_to("ana.csv")), 0);
    ck_assert_int_eq(rmdir(place.folder), 0);
    rescue_leave("one", "again");
    ck_assert_uint_eq(files_in(place.spare, &name), 1);
    ck_assert_ptr_nonnull(strstr(name, "-1.csv"));
}
END_TEST

/* What another program added to a rescue file after it was read is not removed. */
START_TEST(test_rescue_grown) {
    rescue_leave("one", "rescued");
    struct log *log = log_begin("ana", 2);
    const char *name = NULL;
    ck_assert_uint_eq(files_in(place.spare, &name), 1);
    const char *path = arena_printf(&arena, "%s/%s", place.spare, name);
    FILE *file = fopen(path, "a");
    fputs("\n", file);
    fclose(file);
    tick(log, "two", "next");
    ck_assert_int_eq(access(path, F_OK), 0);
    log_close(log);
}
END_TEST

/* Files with the names of rescue files that hold something else stay as they are. */
START_TEST(test_rescues_taken) {
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    ck_assert_int_eq(mkdir(path_to("ana.csv"), 0700), 0);
    for (int i = 1; i <= 99; i++) {
        file_put(arena_printf(&arena, "ana.rescue-%d.csv", i), "", 0);
    }
    struct log *ben = log_begin("ana.rescue-7", 3);
    tick(ben, "one", "of somebody with that name");
    log_close(ben);
    struct log_setup setup = setup_of("ana", 1);
    setup.spares = _i ? place.spares : NULL;
    struct log *log;
    ck_assert(!log_open(&log, &setup, &fault));
    ck_assert_str_eq(said(log, "ana.rescue-7", "one"), "of somebody with that name");
    ck_assert(tick_fails(log, "one", "kept"));
    ck_assert(!log_retry(log, &fault));
    ck_assert_str_eq(log_rescue(log), path_to("ana.rescue-100.csv"));
    ck_assert_int_eq(rmdir(path_to("ana.csv")), 0);
    ck_assert(log_retry(log, &fault));
    ck_assert_int_eq(access(path_to("ana.rescue-100.csv"), F_OK), -1);
    ck_assert_int_eq(access(path_to("ana.rescue-7.csv"), F_OK), 0);
    ck_assert_int_eq(access(path_to("ana.rescue-99.csv"), F_OK), 0);
    log_close(log);
}
END_TEST

/* Events with which a hostile or broken program would have the last word. */
static const struct {
    const char *run;
    uint64_t counter;
    size_t damaged;
    bool beaten; /* by what is said afterwards */
} last_words[] = {
    {"kaaaaaaaa", EVENT_COUNTER_MAX, 1, true},
    {"kaaaaaaaa", EVENT_COUNTER_MAX - 1, 1, true},
    {"kaaaaaaaa", EVENT_COUNTER_LATEST + 1, 1, true},
    {"kaaaaaaaa", EVENT_COUNTER_LATEST - 1, 0, true},
    {"kaaaaaaaa", EVENT_COUNTER_LATEST, 0, true},
    {"kzzzzzzz0", EVENT_COUNTER_LATEST, 0, true},
    {"kzzzzzzzz", EVENT_COUNTER_LATEST, 0, false},
};

/* A number beyond all clocks in anybody's file stops nobody, and names that file. */
START_TEST(test_last_number) {
    struct event event = {.counter = last_words[_i].counter,
                          .time = "",
                          .reviewer = "ana",
                          .practice = "cz-brno",
                          .item = "one",
                          .field = "comment",
                          .value = "the last word"};
    memcpy(event.run, last_words[_i].run, sizeof event.run);
    size_t length;
    const char *line = event_format(&arena, &event, &length);
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    file_put("eve.csv", line, length);
    struct log *log = log_begin("ana", 1);
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, last_words[_i].damaged);
    if (count) {
        ck_assert_str_eq(damage[0].file, "eve.csv");
        ck_assert_int_eq(damage[0].line, 1);
        ck_assert_ptr_nonnull(damage[0].event);
    }
    for (size_t i = 0; i < 5; i++) {
        tick(log, "one", value_of(i));
        tick(log, "two", value_of(i));
    }
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_uint_eq(log_review(log)->ids.count, 10 + !last_words[_i].damaged);
    ck_assert_uint_eq(damaged(log), last_words[_i].damaged);
    ck_assert_str_eq(said(log, "ana", "one"),
                     last_words[_i].beaten ? value_of(4) : "the last word");
    ck_assert(!last_words[_i].beaten || strcmp(said(log, "ana", "two"), value_of(4)) == 0);
    log_close(log);
}
END_TEST

/* Every prefix of a log, also with zeros or garbage in place of the rest: F9. */
START_TEST(test_cut) {
    struct event events[EVENTS];
    size_t length;
    const char *bytes = log_make(&length, events);
    char *cut = arena_alloc(&arena, length + 512);
    ck_assert_uint_eq(outcome_of(bytes, length, events).right, EVENTS);
    for (size_t at = 0; at < length; at += stride(3)) {
        const size_t whole = lines_in(bytes, at + 1);
        const size_t sure = whole > 0 ? whole - 1 : 0;
        memcpy(cut, bytes, at);
        const struct outcome short_one = outcome_of(cut, at, events);
        ck_assert_uint_eq(short_one.wrong, 0);
        ck_assert_uint_ge(short_one.right + (at < strlen(EVENT_HEADER)), sure);
        ck_assert_uint_le(short_one.damage, 1);
        memset(cut + at, 0, length - at);
        const struct outcome zeroed = outcome_of(cut, length, events);
        ck_assert_uint_eq(zeroed.wrong, 0);
        ck_assert_uint_ge(zeroed.right + 1, sure);
        ck_assert_uint_le(zeroed.damage, 1);
        for (size_t i = 0; i < 512; i++) {
            cut[at + i] = (char)dice(256);
        }
        const struct outcome garbage = outcome_of(cut, at + 512, events);
        ck_assert_uint_eq(garbage.wrong, 0);
        ck_assert_uint_ge(garbage.right + 1, sure);
    }
}
END_TEST

/* The same with files: what a power cut has left is read, and one more event can be added. */
START_TEST(test_cut_files) {
    static const struct {
        const char *rest; /* behind the cut */
        size_t length;
    } rests[] = {{"", 0}, {"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 15}, {"\xFF\0,\"\r\x1B\"\n,", 9}};
    struct event events[EVENTS];
    size_t length;
    const char *bytes = log_make(&length, events);
    const char *rest = rests[_i].rest;
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    for (size_t at = 0; at <= length; at += 1 + dice(getenv("SWEEP") ? 8 : 60)) {
        const size_t lines = lines_in(bytes, at);
        const size_t whole = lines > 0 ? lines - 1 : 0;
        char *cut = arena_alloc(&arena, at + rests[_i].length + 1);
        memcpy(cut, bytes, at);
        memcpy(cut + at, rest, rests[_i].length);
        file_put("ana.csv", cut, at + rests[_i].length);
        struct log *log = log_begin("ana", 1);
        const size_t found = log_review(log)->ids.count;
        ck_assert_uint_ge(found, whole);
        ck_assert_uint_le(found, whole + 1);
        for (size_t i = 0; i < found; i++) {
            ck_assert_str_eq(said(log, "ana", events[i].item), events[i].value);
        }
        ck_assert_uint_le(damaged(log), _i < 2 ? 1 : 2);
        tick(log, "more", "after it");
        log_close(log);
        log = log_begin("ana", 2);
        ck_assert_uint_eq(log_review(log)->ids.count, found + 1);
        ck_assert_str_eq(said(log, "ana", "more"), "after it");
        log_close(log);
    }
}
END_TEST

/* Every bit: at most one event is lost, two when a line end was hit, and none is wrong: F12. */
START_TEST(test_bits) {
    struct event events[EVENTS];
    size_t length;
    const char *made = log_make(&length, events);
    char *bytes = arena_copy(&arena, made, length);
    size_t twice = 0;
    for (size_t bit = 0; bit < 8 * length; bit += stride(5)) {
        const char byte = bytes[bit / 8];
        bytes[bit / 8] = (char)(byte ^ 1 << bit % 8);
        const struct outcome outcome = outcome_of(bytes, length, events);
        ck_assert_uint_eq(outcome.wrong, 0);
        ck_assert_uint_ge(outcome.right, byte == '\n' ? EVENTS - 2 : EVENTS - 1);
        ck_assert(outcome.damage > 0 || outcome.right == EVENTS);
        twice += outcome.right == EVENTS - 2;
        bytes[bit / 8] = byte;
    }
    ck_assert_uint_gt(twice, 0);
}
END_TEST

/* What the review says of all events, as one text. */
static const char *review_text(const struct review *review) {
    const struct review_filter filter = {0};
    size_t count;
    const struct event **events = review_list(review, &filter, &arena, &count);
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        char id[EVENT_ID_SIZE];
        event_id(events[i], id);
        text = arena_printf(&arena, "%s%s %s %s %s %s %s\n", text, id, events[i]->reviewer,
                            events[i]->practice, events[i]->item, events[i]->field,
                            events[i]->value);
    }
    return text;
}

/* Two devices with clocks apart, merged by git or by hand, shuffled, doubled, CRLF: F13. */
START_TEST(test_merged) {
    char *lines[2 * EVENTS + 8];
    size_t count = 0;
    lines[count++] = arena_printf(&arena, "%s", EVENT_HEADER);
    lines[count++] = arena_printf(&arena, "\xEF\xBB\xBF%s", EVENT_HEADER);
    lines[count++] = arena_printf(&arena, "\n");
    for (size_t device = 0; device < 2; device++) {
        for (size_t i = 0; i < EVENTS; i++) {
            struct event event = {
                .counter = 1000 + dice(30),
                .time = device ? "1999-01-01T00:00:00Z" : "2026-03-02T09:14:07Z",
                .reviewer = dice(2) ? "ana" : "ben",
                .practice = "cz-brno",
                .item = dice(2) ? "one" : "two",
                .field = dice(2) ? "verdict" : "x.later",
                .value = value_of(dice(5)),
            };
            event_run(device, event.run);
            size_t length;
            lines[count++] = arena_printf(&arena, "%s", event_format(&arena, &event, &length));
        }
    }
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    const char *first = NULL;
    for (size_t round = 0; round < 60; round++) {
        char *bytes = arena_alloc(&arena, 64 * 1024);
        char *to = bytes;
        for (size_t i = count; i > 1; i--) {
            const size_t j = dice(i);
            char *line = lines[i - 1];
            lines[i - 1] = lines[j];
            lines[j] = line;
        }
        for (size_t i = 0; i < count; i++) {
            const size_t copies = 1 + dice(2);
            for (size_t copy = 0; copy < copies; copy++) {
                const int length = (int)strlen(lines[i]) - 1;
                to += sprintf(to, "%.*s%s", length, lines[i], dice(2) ? "\r\n" : "\n");
            }
        }
        file_put("ana.csv", bytes, (size_t)(to - bytes));
        struct log *log = log_begin("ana", 1);
        const char *text = review_text(log_review(log));
        first = first ? first : text;
        ck_assert_str_eq(text, first);
        log_close(log);
    }
}
END_TEST

/* A later version has written the log: more columns, fields that nobody knows here. All is kept. */
START_TEST(test_later_version) {
    static const char header[] = "event,time,reviewer,practice,item,field,value,check,place\n";
    static const char *const fields[] = {"comment", "photo", "plan.budget", "x.y"};
    char *bytes = arena_printf(&arena, "%s", header);
    for (size_t i = 0; i < COUNT(fields); i++) {
        struct event event = {.counter = 1 + i,
                              .time = "2031-01-01T00:00:00Z",
                              .reviewer = "ana",
                              .practice = "cz-brno",
                              .item = "one",
                              .field = fields[i],
                              .value = value_of(i)};
        event_run(i, event.run);
        size_t length;
        const char *line = event_format(&arena, &event, &length);
        bytes = arena_printf(&arena, "%s%.*s,\"Brno, \"\"Cejl\"\"\"\n", bytes, (int)length - 1,
                             line);
    }
    const size_t before = strlen(bytes);
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    file_put("ana.csv", bytes, before);
    for (int turn = 0; turn < 2; turn++) {
        struct log *log = log_begin("ana", 1 + (uint64_t)turn);
        ck_assert_uint_eq(damaged(log), 0);
        for (size_t i = 0; i < COUNT(fields); i++) {
            ck_assert_str_eq(review_value(log_review(log), "ana", "cz-brno", "one", fields[i]),
                             value_of(i));
        }
        tick(log, "two", "of this version");
        ck_assert_uint_eq(log_notices(log)->count, 0);
        log_close(log);
    }
    size_t length;
    const char *after = file_get("ana.csv", &length);
    ck_assert_int_eq(memcmp(after, bytes, before), 0);
    ck_assert_uint_eq(lines_in(after, length), 1 + COUNT(fields) + 2);
}
END_TEST

/* Conflict marks are damage; both sides' events count: F14. */
START_TEST(test_conflict) {
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "ours");
    tick(log, "two", "theirs");
    log_close(log);
    size_t length;
    char *bytes = file_get("ana.csv", &length);
    char *second = strchr(bytes + strlen(EVENT_HEADER), '\n') + 1;
    const char *merged = arena_printf(&arena, "%.*s<<<<<<< HEAD\n%.*s=======\n%s>>>>>>> theirs\n",
                                      (int)strlen(EVENT_HEADER), bytes,
                                      (int)(second - bytes) - (int)strlen(EVENT_HEADER),
                                      bytes + strlen(EVENT_HEADER), second);
    file_put("ana.csv", merged, strlen(merged));
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), "ours");
    ck_assert_str_eq(said(log, "ana", "two"), "theirs");
    size_t count;
    const struct damage *damage = log_damage(log, &count);
    ck_assert_uint_eq(count, 3);
    ck_assert_int_eq(damage[0].line, 2);
    ck_assert_int_eq(damage[1].line, 4);
    ck_assert_int_eq(damage[2].line, 6);
    ck_assert_ptr_nonnull(strstr(damage[0].why, "conflict"));
    log_close(log);
}
END_TEST

/* One id, two events: the same one stands whatever comes first, and it is told. */
START_TEST(test_clash) {
    struct event one = {.run = "k00000000",
                        .counter = 5,
                        .time = "",
                        .reviewer = "ana",
                        .practice = "cz-brno",
                        .item = "one",
                        .field = "comment",
                        .value = "this"};
    struct event other = one;
    other.value = "that";
    size_t length;
    const char *first = event_format(&arena, &one, &length);
    const char *second = event_format(&arena, &other, &length);
    const char *higher = one.check > other.check ? "this" : "that";
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    for (int turn = 0; turn < 2; turn++) {
        const char *bytes = arena_printf(&arena, "%s%s", turn ? first : second,
                                         turn ? second : first);
        file_put("ana.csv", bytes, strlen(bytes));
        struct log *log = log_begin("ana", 1);
        ck_assert_str_eq(said(log, "ana", "one"), higher);
        ck_assert_uint_eq(damaged(log), 1);
        log_close(log);
    }
}
END_TEST

/* Lines beyond every measure, and more damage than is kept. */
START_TEST(test_too_much) {
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    struct log *log = log_begin("ana", 1);
    tick(log, "one", "kept");
    FILE *file = fopen(path_to("ana.csv"), "a");
    for (size_t i = 0; i < 3 * EVENT_LINE_MAX; i++) {
        putc('"', file);
    }
    putc('\n', file);
    for (size_t i = 0; i < DAMAGE_MAX + 10; i++) {
        fputs("x\n", file);
    }
    for (size_t i = 0; i < EVENT_LINE_MAX + 1; i++) {
        putc('a', file);
    }
    fclose(file);
    tick(log, "two", "kept too");
    ck_assert_uint_eq(damaged(log), DAMAGE_MAX);
    ck_assert_str_eq(said(log, "ana", "one"), "kept");
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "two"), "kept too");
    log_close(log);
}
END_TEST

/* In a log of 100,000 events one more is one more line, and nothing is read again: F25. */
START_TEST(test_many) {
    enum {
        MANY = 100000
    };
    ck_assert_int_eq(mkdir(place.folder, 0700), 0);
    FILE *file = fopen(path_to("ana.csv"), "w");
    fputs(EVENT_HEADER, file);
    for (uint64_t i = 0; i < MANY; i++) {
        struct arena line;
        arena_init(&line, (struct arena_end){0});
        struct event event = {.counter = 1 + i,
                              .time = "2026-03-02T09:14:07Z",
                              .reviewer = "ana",
                              .practice = "cz-brno",
                              .item = arena_printf(&line, "item.%d", (int)(i % 500)),
                              .field = "comment",
                              .value = arena_printf(&line, "value %d", (int)i)};
        event_run(1, event.run);
        size_t length;
        const char *bytes = event_format(&line, &event, &length);
        fwrite(bytes, 1, length, file);
        arena_free(&line);
    }
    ck_assert_int_eq(fclose(file), 0);
    struct log *log = log_begin("ana", 2);
    ck_assert_uint_eq(log_review(log)->ids.count, MANY);
    ck_assert_str_eq(said(log, "ana", "item.499"), "value 99999");
    struct stat before;
    struct stat after;
    ck_assert_int_eq(stat(path_to("ana.csv"), &before), 0);
    for (int i = 0; i < 20; i++) {
        tick(log, "item.1", "one more");
    }
    ck_assert_int_eq(stat(path_to("ana.csv"), &after), 0);
    ck_assert_uint_eq(log_readings(log), 1);
    ck_assert_int_lt(after.st_size - before.st_size, 20 * 200);
    ck_assert_str_eq(said(log, "ana", "item.1"), "one more");
    log_close(log);
}
END_TEST

/* The longest value, and one byte more. */
START_TEST(test_longest) {
    struct log *log = log_begin("ana", 1);
    char *value = arena_alloc(&arena, EVENT_VALUE_MAX + 2);
    memset(value, '"', EVENT_VALUE_MAX + 1);
    ck_assert(tick_fails(log, "one", value));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    value[EVENT_VALUE_MAX] = '\0';
    tick(log, "one", value);
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(said(log, "ana", "one"), value);
    log_close(log);
}
END_TEST

/* Any events, read again from the disk, add up to the same review; replay_test has the orders. */
START_TEST(test_property) {
    struct log *log = log_begin("ana", 1);
    for (size_t i = 0; i < 200; i++) {
        char value[24];
        const size_t length = dice(sizeof value);
        for (size_t j = 0; j < length; j++) {
            static const char letters[] = "=+-@'\t\n\r\\\"n,; 0a\xC3";
            const char letter = letters[dice(sizeof letters - 2)];
            value[j] = letter;
        }
        value[length] = '\0';
        now = (int64_t)dice(2000000000);
        const struct statement words = {dice(2) ? "cz-brno" : "own-mine-1",
                                        dice(2) ? "" : arena_printf(&arena, "%zu", (size_t)dice(4)),
                                        dice(2) ? "own.title" : "comment", value};
        ck_assert(log_append(log, &words, &fault));
        if (dice(50) == 0) {
            ck_assert(log_reload(log, &fault));
        }
    }
    const char *live = review_text(log_review(log));
    log_close(log);
    log = log_begin("ana", 2);
    ck_assert_str_eq(review_text(log_review(log)), live);
    ck_assert_uint_eq(damaged(log), 0);
    log_close(log);
}
END_TEST

static struct event draft_of(const char *value) {
    return (struct event){.run = "k12345678",
                          .time = "2026-03-02T09:14:07Z",
                          .reviewer = "ana",
                          .practice = "cz-brno",
                          .item = "one",
                          .field = "comment",
                          .value = value};
}

static struct draft_home home_here(void) {
    return (struct draft_home){place.folder, place.spares, "draft"};
}

static void draft_put(struct draft_file *draft, const char *value) {
    const struct draft_home home = home_here();
    const struct event event = draft_of(value);
    ck_assert_msg(draft_keep(draft, &home, &event, &arena, &fault), "%s", fault.text);
}

/* The text that is left by a program that has ended; NULL: none. It is held and not let go. */
static const char *draft_left(struct draft_file *draft, const char *reviewer) {
    const struct draft_home home = home_here();
    struct event event;
    return draft_take(draft, &home, reviewer, &arena, &event, &fault) ? event.value : NULL;
}

START_TEST(test_draft) {
    const struct draft_home home = home_here();
    struct draft_file mine;
    struct draft_file left;
    draft_init(&mine);
    ck_assert_ptr_null(draft_left(&left, "ana"));
    draft_put(&mine, "half a \"sen\r\ntence");
    ck_assert_ptr_null(draft_left(&left, "ben"));
    ck_assert_int_eq(fault.kind, FAULT_WANTING);
    ck_assert_ptr_null(draft_left(&left, "ana")); /* it is held */
    draft_leave(&mine);
    ck_assert_str_eq(draft_left(&left, "ana"), "half a \"sen\ntence");
    draft_put(&left, "");
    const struct event control = draft_of("\x01");
    ck_assert(!draft_keep(&left, &home, &control, &arena, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    draft_leave(&left);
    ck_assert_str_eq(draft_left(&left, "ana"), "");
    draft_leave(&left);
    file_put(".ana.draft", "torn", 4);
    ck_assert_ptr_null(draft_left(&left, "ana"));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    draft_put(&mine, "beside it");
    ck_assert_str_eq(mine.name, ".ana.2.draft");
    draft_drop(&mine);
    draft_drop(&mine);
    ck_assert_int_eq(access(path_to(".ana.2.draft"), F_OK), -1);
    struct event fieldless = draft_of("x");
    fieldless.field = "";
    ck_assert(!draft_keep(&mine, &home, &fieldless, &arena, &fault));
    /* A draft is no log. */
    struct log *log = log_begin("ana", 1);
    ck_assert_uint_eq(damaged(log), 0);
    log_close(log);
}
END_TEST

/* Each program has its own draft: none takes, replaces or removes another's. */
START_TEST(test_drafts_of_many) {
    struct draft_file drafts[3];
    struct draft_file left;
    for (size_t i = 0; i < COUNT(drafts); i++) {
        draft_init(&drafts[i]);
        draft_put(&drafts[i], value_of(i));
    }
    draft_drop(&drafts[1]);
    draft_put(&drafts[0], "more of the first");
    ck_assert_ptr_null(draft_left(&left, "ana"));
    draft_leave(&drafts[0]);
    draft_leave(&drafts[2]);
    struct draft_file second;
    ck_assert_str_eq(draft_left(&left, "ana"), "more of the first");
    ck_assert_str_eq(draft_left(&second, "ana"), value_of(2));
    struct draft_file none;
    ck_assert_ptr_null(draft_left(&none, "ana"));
    draft_drop(&left);
    draft_leave(&second);
    ck_assert_str_eq(draft_left(&second, "ana"), value_of(2));
    draft_leave(&second);
}
END_TEST

/* Where the folder cannot be written, a text is kept elsewhere, for that folder alone. */
START_TEST(test_draft_elsewhere) {
    struct draft_file mine;
    struct draft_file left;
    draft_init(&mine);
    struct draft_home home = {"/dev/null/reviews", place.spares, "draft"};
    const struct event event = draft_of("typed");
    ck_assert(draft_keep(&mine, &home, &event, &arena, &fault));
    ck_assert_str_eq(mine.folder, place.spare);
    draft_leave(&mine);
    ck_assert_ptr_null(draft_left(&left, "ana")); /* that is another folder */
    struct event read;
    ck_assert(draft_take(&left, &home, "ana", &arena, &read, &fault));
    ck_assert_str_eq(read.value, "typed");
    draft_drop(&left);
    home.spares = NULL;
    ck_assert(!draft_keep(&mine, &home, &event, &arena, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
}
END_TEST

START_TEST(test_bad_reviewer) {
    static const char *const bad[] = {"",
                                      ".",
                                      "..",
                                      "../x",
                                      "a/b",
                                      "CON",
                                      "-a",
                                      "a b",
                                      "ä",
                                      "a\n",
                                      "~",
                                      "a\\b",
                                      "abcdefghijklmnopqrstuvwxyz0123456"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        const struct log_setup setup = setup_of(bad[i], 1);
        struct log *log;
        ck_assert(!log_open(&log, &setup, &fault));
        ck_assert_ptr_null(log);
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
    }
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    signal(SIGXFSZ, SIG_IGN);
    Suite *suite = suite_create("log");
    TCase *all = tcase_create("log");
    tcase_add_checked_fixture(all, place_begin, place_finish);
    tcase_set_timeout(all, 120);
    tcase_add_test(all, test_first);
    tcase_add_test(all, test_refused);
    tcase_add_test(all, test_pending);
    tcase_add_test(all, test_blank_text);
    tcase_add_test(all, test_pending_refused);
    tcase_add_test(all, test_pending_renamed);
    tcase_add_test(all, test_clock);
    tcase_add_test(all, test_two_in_turn);
    tcase_add_test(all, test_folder);
    tcase_add_loop_test(all, test_unfinished, 0, COUNT(unfinished));
    tcase_add_loop_test(all, test_separators, 0, COUNT(separated));
    tcase_add_loop_test(all, test_line_signs, 0, COUNT(line_ends));
    tcase_add_test(all, test_zeros);
    tcase_add_loop_test(all, test_whole_files, 0, COUNT(wholes));
    tcase_add_loop_test(all, test_arrived, 0, COUNT(arrivals));
    tcase_add_test(all, test_strangers);
    tcase_add_test(all, test_spreadsheet);
    tcase_add_test(all, test_rescue_of_older_version);
    tcase_add_test(all, test_foreign);
    tcase_add_loop_test(all, test_replaced, 0, 6);
    tcase_add_test(all, test_raced);
    tcase_add_test(all, test_grown);
    tcase_add_test(all, test_torn);
    tcase_add_test(all, test_accept);
    tcase_add_loop_test(all, test_accept_impossible, 0, COUNT(impossible));
    tcase_add_test(all, test_settled);
    tcase_add_test(all, test_settled_elsewhere);
    tcase_add_test(all, test_accept_many);
    tcase_add_test(all, test_bits_told);
    tcase_add_loop_test(all, test_joined, 0, 7);
    tcase_add_loop_test(all, test_names, 0, COUNT(names));
    tcase_add_loop_test(all, test_stranger, 0, COUNT(strangers));
    tcase_add_test(all, test_unsaved);
    tcase_add_loop_test(all, test_spare, 0, 2);
    tcase_add_test(all, test_spare_elsewhere);
    tcase_add_test(all, test_rescues_many);
    tcase_add_test(all, test_rescue_grown);
    tcase_add_loop_test(all, test_rescues_taken, 0, 2);
    tcase_add_loop_test(all, test_last_number, 0, COUNT(last_words));
    tcase_add_test(all, test_cut);
    tcase_add_loop_test(all, test_cut_files, 0, 3);
    tcase_add_test(all, test_bits);
    tcase_add_test(all, test_merged);
    tcase_add_test(all, test_later_version);
    tcase_add_test(all, test_conflict);
    tcase_add_test(all, test_clash);
    tcase_add_test(all, test_too_much);
    tcase_add_test(all, test_many);
    tcase_add_test(all, test_longest);
    tcase_add_test(all, test_impossible_folder);
    tcase_add_test(all, test_property);
    tcase_add_test(all, test_draft);
    tcase_add_test(all, test_drafts_of_many);
    tcase_add_test(all, test_draft_elsewhere);
    tcase_add_test(all, test_bad_reviewer);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
