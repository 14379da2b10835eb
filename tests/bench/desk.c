/*
 * desk listed|complete|searchable CATALOGUE
 * desk keys CATALOGUE
 *
 * What a person at the keyboard waits for, without a terminal. The first form reads the catalogue
 * in slices as the screen does, and ends, saying nothing, when all practices are listed; or the
 * data are complete, names, places and terms searchable; or everything is searchable.
 *
 * The second prints lines "WHAT MILLISECONDS KILOBYTES" (of resident memory, at the peak so far),
 * a tab between them: while it reads, "slice" for each, and "key while reading" for a key every
 * 30 ms, from the beginning of the slice in which it came until its screen was laid out; then, all
 * read, each of many keys until its screen of 120x36 was laid out, also as "any key". Times are the
 * processor's, which other work on the machine hardly disturbs, unless WHAT ends in "by the clock".
 *
 * Exit: 0; 1 something failed, or a key did not show the screen that is its own; 2 usage.
 */
#include "vademecum/desk/keymap.h"
#include "vademecum/view/session.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum {
    ROWS = 36,
    COLUMNS = 120,
    KEY_EVERY = 30,    /* milliseconds between two keys while reading … */
    PAINT_EVERY = 150, /* … and between two screens that say how far it is; as in door/door.c */
    SEARCHES = 40,
    SEARCHED_MAX = 64 /* bytes of what is typed */
};

struct bench {
    struct arena arena; /* of the catalogue and the session */
    struct arena frame; /* of a layout */
    struct catalogue catalogue;
    struct desk desk;
    struct layout layout;
};

/* A key, or some, that are timed again and again. */
struct course {
    const char *what;
    const char *prepare;   /* pressed once … */
    const char *before;    /* … and before each time … */
    const char *key;       /* … of this one … */
    const char *after;     /* … and behind it … */
    const char *leave;     /* … and once in the end: then it stands at Home again */
    enum screen_id screen; /* that the key shows */
    int times;
};

static const struct course courses[] = {
    {"Home: down", "", "", "j", "", "", SCREEN_HOME, 200},
    {"Home: page down", "", "", "<PgDn>", "", "", SCREEN_HOME, 200},
    {"Home: last practice", "", "g", "G", "", "g", SCREEN_HOME, 20},
    {"a practice opens", "", "", "<Enter>", "<Esc><PgDn>", "", SCREEN_PRACTICE, 100},
    {"Criteria: down", "<Enter>", "", "j", "", "<Esc>", SCREEN_PRACTICE, 60},
    {"next practice", "<Enter>jjj", "", "J", "", "<Esc>", SCREEN_PRACTICE, 200},
    {"who does it well", "<Enter>j", "j<Tab>", "w", "<Esc><S-Tab>", "<Esc>", SCREEN_WHO, 5},
    {"filter opens", "", "", "f", "<Esc>", "", SCREEN_FILTER, 20},
    {"filter: next facet", "f", "", "J", "", "<Esc>", SCREEN_FILTER, 3 * FACET_COUNT},
    {"filter: a value is chosen", "f<Enter>", "j", "<Space>", "", "F<Esc>", SCREEN_FILTER, 20},
    {"matrix opens", "", "", "x", "<Esc>", "", SCREEN_MATRIX, 20},
    {"matrix: page down", "x", "", "<PgDn>", "", "<Esc>", SCREEN_MATRIX, 100},
    {"matrix: by criteria, by items", "x", "", "x", "", "<Esc>", SCREEN_MATRIX, 20},
    {"compare: with which", "", "", "c", "<Esc>j", "", SCREEN_COMPARE_WITH, 20},
    {"compare: a letter", "c", "", "a", "<Backspace>", "<Esc>", SCREEN_COMPARE_WITH, 20},
    {"compare opens", "", "c<Down>", "<Enter>", "<Esc>j", "", SCREEN_COMPARE, 20},
    {"figures open", "", "", "S", "<Esc>", "", SCREEN_FIGURES, 5},
};

static bool bench_open(struct bench *bench, const char *path);
static void bench_close(struct bench *bench);
static bool read_until(struct bench *bench, const char *stage);
static void read_with_keys(struct bench *bench);
static bool courses_run(struct bench *bench);
static bool sorts_run(struct bench *bench);
static bool searches_run(struct bench *bench);
static void searched(const struct bench *bench, int number, char *text);
static bool timed(struct bench *bench, const char *what, const char *keys, enum screen_id screen);
static void press(struct bench *bench, const char *keys);
static void lay_out(struct bench *bench);
static void tell(const char *what, double milliseconds);
static int64_t clock_read(void *context);
static double now(clockid_t clock);

int main(int argc, char **argv) {
    static struct bench bench;
    setlocale(LC_ALL, "");
    if (argc != 3) {
        fputs("Usage: desk listed|complete|searchable|keys CATALOGUE\n", stderr);
        return 2;
    }
    if (!bench_open(&bench, argv[2])) {
        return EXIT_FAILURE;
    }
    bool done = true;
    if (strcmp(argv[1], "keys") == 0) {
        read_with_keys(&bench);
        done = courses_run(&bench) && sorts_run(&bench) && searches_run(&bench);
    } else {
        done = read_until(&bench, argv[1]);
    }
    bench_close(&bench);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool bench_open(struct bench *bench, const char *path) {
    struct fault fault;
    arena_init(&bench->arena, (struct arena_end){0});
    arena_init(&bench->frame, (struct arena_end){0});
    if (!catalogue_begin(&bench->catalogue, &bench->arena, path, &fault)) {
        fprintf(stderr, "desk: %s: %s\n", path, fault.text);
        return false;
    }
    const struct session_setup setup = {
        .catalogue = &bench->catalogue,
        .arena = &bench->arena,
        .clock = {.now = clock_read},
    };
    session_open(&bench->desk, &setup);
    return true;
}

static void bench_close(struct bench *bench) {
    session_close(&bench->desk);
    catalogue_close(&bench->catalogue);
    arena_free(&bench->frame);
    arena_free(&bench->arena);
}

static bool read_until(struct bench *bench, const char *stage) {
    const struct desk *desk = &bench->desk;
    const bool *reached = strcmp(stage, "listed") == 0     ? &desk->listing.whole
                          : strcmp(stage, "complete") == 0 ? &desk->listing.searchable
                                                           : NULL;
    while (!(reached && *reached) && session_more(&bench->desk)) {
    }
    return !reached || *reached;
}

/* As the loop does it: a slice, sometimes a screen that says how far it is, a look for a key. */
static void read_with_keys(struct bench *bench) {
    struct desk *desk = &bench->desk;
    double next = now(CLOCK_MONOTONIC) + KEY_EVERY;
    double painted = now(CLOCK_MONOTONIC);
    bool down = true;
    bool more = true;
    lay_out(bench);
    while (more) {
        const double begun = now(CLOCK_PROCESS_CPUTIME_ID);
        const double clock_begun = now(CLOCK_MONOTONIC);
        more = session_more(desk);
        tell("slice", now(CLOCK_PROCESS_CPUTIME_ID) - begun);
        if (more && now(CLOCK_MONOTONIC) - painted >= PAINT_EVERY) {
            notice_read(desk, catalogue_progress(&bench->catalogue));
            lay_out(bench);
            painted = now(CLOCK_MONOTONIC);
        }
        if (now(CLOCK_MONOTONIC) >= next) {
            press(bench, down ? "j" : "k");
            tell("key while reading", now(CLOCK_PROCESS_CPUTIME_ID) - begun);
            tell("key while reading, by the clock", now(CLOCK_MONOTONIC) - clock_begun);
            next = now(CLOCK_MONOTONIC) + KEY_EVERY;
            down = !down;
        }
    }
    notice_read(desk, 0);
    press(bench, "g");
}

static bool courses_run(struct bench *bench) {
    for (size_t i = 0; i < sizeof courses / sizeof *courses; i++) {
        const struct course *course = &courses[i];
        press(bench, course->prepare);
        for (int time = 0; time < course->times; time++) {
            press(bench, course->before);
            if (!timed(bench, course->what, course->key, course->screen)) {
                return false;
            }
            press(bench, course->after);
        }
        press(bench, course->leave);
        if (stack_screen(&bench->desk) != SCREEN_HOME) {
            fprintf(stderr, "desk: %s: it does not end at Home\n", course->what);
            return false;
        }
    }
    return true;
}

/* Twice each, from another order. */
static bool sorts_run(struct bench *bench) {
    for (enum order turn = 0; turn < 2 * ORDER_COUNT; turn++) {
        const enum order order = turn % ORDER_COUNT;
        char what[64];
        snprintf(what, sizeof what, "sort by %s", sort_name(order));
        press(bench, "sg");
        for (enum order i = 0; i < order; i++) {
            press(bench, "j");
        }
        if (!timed(bench, what, "<Enter>", SCREEN_HOME)) {
            return false;
        }
        if (bench->desk.listing.wish.order != order) {
            fprintf(stderr, "desk: %s: it is sorted by %s\n", what,
                    sort_name(bench->desk.listing.wish.order));
            return false;
        }
    }
    press(bench, "sg<Enter>");
    return true;
}

/* Typed letter by letter; then the matches are gone through. */
static bool searches_run(struct bench *bench) {
    for (int i = 0; i < SEARCHES; i++) {
        char text[SEARCHED_MAX];
        searched(bench, i, text);
        press(bench, "/");
        bool first = true;
        for (const char *at = text; *at;) {
            /* Of a character, all its bytes. */
            char key[SEARCHED_MAX] = "";
            size_t length = 1;
            while ((at[length] & 0xC0) == 0x80) {
                length++;
            }
            memcpy(key, *at == ' ' ? "<Space>" : at, *at == ' ' ? strlen("<Space>") : length);
            at += length;
            const bool sound = timed(bench,
                                     first ? "search: first letter" : "search: following letters",
                                     key, SCREEN_HOME);
            if (!sound) {
                return false;
            }
            first = false;
        }
        press(bench, "<Enter>");
        if (bench->desk.listing.count == 0) {
            fprintf(stderr, "desk: nothing is found for %s\n", text);
            return false;
        }
        for (int match = 0; match < 5; match++) {
            if (!timed(bench, "search: next match", "n", stack_screen(&bench->desk))) {
                return false;
            }
        }
        while (stack_screen(&bench->desk) != SCREEN_HOME || bench->desk.listing.words[0]) {
            press(bench, "<Esc>");
        }
    }
    return true;
}

/* The beginning of the title of a practice, up to the end of its second word. */
static void searched(const struct bench *bench, int number, char *text) {
    const struct catalogue *catalogue = &bench->catalogue;
    const size_t index = catalogue->practice_count * (size_t)number / SEARCHES;
    const char *title = record_cell(&catalogue->practices[index].record, PRACTICE_TITLE);
    size_t length = strcspn(title, " ");
    length += title[length] ? 1 + strcspn(title + length + 1, " ") : 0;
    length = length < SEARCHED_MAX ? length : SEARCHED_MAX - 1;
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        if (!strchr("<:\"", title[i])) {
            text[used++] = title[i];
        }
    }
    text[used] = '\0';
}

static bool timed(struct bench *bench, const char *what, const char *keys, enum screen_id screen) {
    const double begun = now(CLOCK_PROCESS_CPUTIME_ID);
    press(bench, keys);
    const double taken = now(CLOCK_PROCESS_CPUTIME_ID) - begun;
    tell(what, taken);
    tell("any key", taken);
    if (stack_screen(&bench->desk) != screen) {
        fprintf(stderr, "desk: %s: %s shows screen %d: %s\n", what, keys,
                (int)stack_screen(&bench->desk), bench->desk.notice.message);
        return false;
    }
    return true;
}

static void press(struct bench *bench, const char *keys) {
    while (*keys) {
        session_press(&bench->desk, keymap_parse(&keys));
        notice_take(&bench->desk);
        lay_out(bench);
    }
}

static void lay_out(struct bench *bench) {
    arena_empty(&bench->frame);
    session_lay_out(&bench->desk, &bench->layout, ROWS, COLUMNS, &bench->frame);
}

static void tell(const char *what, double milliseconds) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%s\t%.4f\t%ld\n", what, milliseconds, usage.ru_maxrss);
}

static int64_t clock_read(void *context) {
    (void)context;
    return 1772442840;
}

static double now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}
