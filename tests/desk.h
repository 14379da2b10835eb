/*
 * desk.h: a session on the shipped catalogue, with a log of its own, for tests that press keys.
 * set_up and tear_down are fixtures of Check.
 */
#ifndef VADEMECUM_TESTS_DESK_H
#define VADEMECUM_TESTS_DESK_H

#include "vademecum/desk/keymap.h"
#include "vademecum/view/layout.h"

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
static struct session session;
static struct layout layout;

static int64_t now(void *context) {
    (void)context;
    return 1772442840;
}

static void set_up(void) {
    struct fault fault;
    static char path[4096];
    const char *srcdir = getenv("srcdir");
    snprintf(path, sizeof path, "%s/catalogue", srcdir ? srcdir : ".");
    setlocale(LC_ALL, "C.UTF-8");
    arena_init(&arena, (struct arena_end){NULL, NULL});
    arena_init(&frame, (struct arena_end){NULL, NULL});
    ck_assert(catalogue_open(&catalogue, &arena, path, CATALOGUE_USE, &fault));
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const struct log_setup log_setup = {.folder = folder, .reviewer = "ana", .clock = {now, NULL}};
    ck_assert(log_open(&review_log, &log_setup, &fault));
    const struct session_setup setup = {
        .catalogue = &catalogue,
        .arena = &arena,
        .log = review_log,
        .reviewer = "ana",
        .clock = {now, NULL},
        .random = 7,
        .named = true,
    };
    session_open(&session, &setup);
    while (session_more(&session)) {
    }
}

static void tear_down(void) {
    char path[64];
    session_close(&session);
    log_close(review_log);
    snprintf(path, sizeof path, "%s/ana.csv", folder);
    unlink(path);
    ck_assert_int_eq(rmdir(folder), 0);
    arena_free(&frame);
    arena_free(&arena);
}

static void press(const char *keys, int rows, int columns) {
    while (*keys) {
        session_press(&session, keymap_parse(&keys));
        session_errand(&session);
        struct fault fault;
        if (session_unwritten(&session)) {
            ck_assert_msg(session_save(&session, &fault), "%s", fault.text);
        }
        arena_empty(&frame);
        layout_make(&layout, &session, rows, columns, &frame);
    }
}

#endif
