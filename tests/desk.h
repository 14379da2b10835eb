/*
 * desk.h: the desk on the shipped catalogue, with a log of its own, for tests that press keys.
 * set_up and tear_down are fixtures of Check.
 */
#ifndef VADEMECUM_TESTS_DESK_H
#define VADEMECUM_TESTS_DESK_H

#include "vademecum/desk/keymap.h"
#include "vademecum/review/places.h"
#include "vademecum/view/session.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;
static struct arena frame;
static struct catalogue catalogue;
static struct log *review_log;
static char folder[] = "/tmp/vademecum-desk-XXXXXX";
static struct desk desk;
static struct layout layout;

/* Panels by the screens and numbers that they have. */
static const struct panel PRACTICES = {SCREEN_HOME, 0};

/* The first row of a panel, as it was laid out last, that has a text in it; NULL: none. */
__attribute__((unused)) static const struct row *row_with(struct panel panel, const char *text) {
    for (size_t i = 0; i < layout.panel_count; i++) {
        const struct panel_view *view = &layout.panels[i];
        const bool same = view->panel.screen == panel.screen && view->panel.number == panel.number;
        for (int line = 0; same && line < view->fit.row_starts[view->fit.rows]; line++) {
            if (strstr(view->lines[line].row->text, text)) {
                return view->lines[line].row;
            }
        }
    }
    return NULL;
}

/* Files that are handed over go to the folder of the log. */
static const struct environment environment = {.home = folder};

static int64_t now(void *context) {
    (void)context;
    return 1772442840;
}

/* A session anew, on the log as it is. */
static void start(void) {
    const struct session_setup setup = {
        .catalogue = &catalogue,
        .arena = &arena,
        .log = review_log,
        .reviewer = "ana",
        .clock = {now, NULL},
        .environment = &environment,
        .random = 7,
        .named = true,
    };
    session_close(&desk);
    session_open(&desk, &setup);
}

static void set_up(void) {
    struct fault fault;
    static char path[4096];
    const char *srcdir = getenv("srcdir");
    snprintf(path, sizeof path, "%s/tests/catalogues/spring", srcdir ? srcdir : ".");
    setlocale(LC_ALL, "C.UTF-8");
    arena_init(&arena, (struct arena_end){NULL, NULL});
    arena_init(&frame, (struct arena_end){NULL, NULL});
    ck_assert(catalogue_open(&catalogue, &arena, path, CATALOGUE_WHOLE, &fault));
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const struct log_setup log_setup = {
        .folder = folder, .reviewer = "ana", .catalogue = &catalogue, .clock = {now, NULL}};
    ck_assert(log_open(&review_log, &log_setup, &fault));
    start();
    while (session_more(&desk)) {
    }
}

static void tear_down(void) {
    char path[64];
    session_close(&desk);
    log_close(review_log);
    snprintf(path, sizeof path, "%s/ana.csv", folder);
    unlink(path);
    ck_assert_int_eq(rmdir(folder), 0);
    arena_free(&frame);
    arena_free(&arena);
}

static void lay_out(int rows, int columns) {
    arena_empty(&frame);
    session_lay_out(&desk, &layout, rows, columns, &frame);
}

__attribute__((unused)) static void press(const char *keys, int rows, int columns) {
    while (*keys) {
        session_press(&desk, keymap_parse(&keys));
        notice_take(&desk);
        struct fault fault;
        if (session_unwritten(&desk)) {
            ck_assert_msg(session_save(&desk, &fault), "%s", fault.text);
        }
        lay_out(rows, columns);
    }
}

#endif
