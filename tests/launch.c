#include "launch.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    READ_SIZE = 65536,
    ARGUMENTS_MAX = 24,
    ENVIRONMENT_MAX = 24,
    STATUS_NOT_STARTED = 127
};

static size_t arguments_add(const char **arguments, size_t count, const char *const *more);
static void environment_make(struct arena *arena, const struct launch *launch,
                             const char **environment);
static char *script_run(struct arena *arena, const struct launch *launch, const char *path);
static const char *errands_skip(const char *text);

void launch_execute(const struct launch *launch, const char *const *more) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    const char *arguments[ARGUMENTS_MAX] = {"vademecum", "-C"};
    const char *environment[ENVIRONMENT_MAX] = {NULL};
    arguments[2] = launch->catalogue ? launch->catalogue : launch_source(&arena, "tests/catalogues/spring");
    size_t count = arguments_add(arguments, 3, launch->arguments);
    arguments_add(arguments, count, more);
    environment_make(&arena, launch, environment);
    execve(launch_built(&arena, "vademecum"), (char *const *)arguments, (char *const *)environment);
    _exit(STATUS_NOT_STARTED);
}

char *launch_script(struct arena *arena, const struct launch *launch, const char *keys) {
    char *path = arena_printf(arena, "%s/vademecum-keys.XXXXXX", launch_temporary());
    const int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(dprintf(file, "%s\n", keys), (int)strlen(keys) + 1);
    close(file);
    char *text = script_run(arena, launch, path);
    unlink(path);
    return text;
}

const char **launch_pages(struct arena *arena, const struct launch *launch, const char *keys,
                          size_t *count) {
    const char *rest = launch_script(arena, launch, keys);
    const char **pages = NULL;
    size_t room = 0;
    *count = 0;
    while (*(rest = errands_skip(rest))) {
        const char *cursor = strstr(rest, "-- cursor ");
        const char *end = cursor ? strchr(cursor, '\n') : NULL;
        ck_assert_msg(end, "this is no page: %s", rest);
        pages = arena_grow(arena, pages, *count, &room, sizeof *pages);
        pages[(*count)++] = arena_copy(arena, rest, (size_t)(end + 1 - rest));
        rest = end + 1;
    }
    return pages;
}

const char *launch_page(struct arena *arena, const struct launch *launch, const char *keys) {
    size_t count = 0;
    const char **pages = launch_pages(arena, launch, arena_printf(arena, "%s<Page>", keys), &count);
    ck_assert_uint_eq(count, 1);
    return pages[0];
}

const char *launch_temporary(void) {
    const char *folder = getenv("TMPDIR");
    return folder ? folder : "/tmp";
}

const char *launch_source(struct arena *arena, const char *name) {
    const char *folder = getenv("srcdir");
    return arena_printf(arena, "%s/%s", folder ? folder : ".", name);
}

const char *launch_built(struct arena *arena, const char *name) {
    const char *folder = getenv("builddir");
    return arena_printf(arena, "%s/%s", folder ? folder : ".", name);
}

char *launch_room(struct arena *arena, char *bytes, size_t length, size_t wanted, size_t *room) {
    if (wanted <= *room) {
        return bytes;
    }
    *room = 2 * wanted;
    char *larger = arena_alloc(arena, *room);
    memcpy(larger, bytes ? bytes : "", length);
    return larger;
}

static size_t arguments_add(const char **arguments, size_t count, const char *const *more) {
    for (size_t i = 0; more && more[i] && count < ARGUMENTS_MAX - 1; i++) {
        arguments[count++] = more[i];
    }
    return count;
}

static void environment_make(struct arena *arena, const struct launch *launch,
                             const char **environment) {
    static const char *const kept[] = {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"};
    size_t count = 0;
    environment[count++] = "LC_ALL=C.UTF-8";
    environment[count++] = "HOME=/dev/null/home";
    environment[count++] = "VADEMECUM_REVIEWER=ana";
    if (launch->term) {
        environment[count++] = arena_printf(arena, "TERM=%s", launch->term);
    }
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        if (getenv(kept[i])) {
            environment[count++] = arena_printf(arena, "%s=%s", kept[i], getenv(kept[i]));
        }
    }
    /* A name must not stand there twice. */
    for (size_t i = 0; launch->environment && launch->environment[i]; i++) {
        const char *wish = launch->environment[i];
        size_t place = 0;
        while (place < count && strncmp(environment[place], wish, strcspn(wish, "=") + 1) != 0) {
            place++;
        }
        environment[place] = wish;
        count += place == count && count < ENVIRONMENT_MAX - 1;
    }
}

/* What the program writes for the script in this file. */
static char *script_run(struct arena *arena, const struct launch *launch, const char *path) {
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        const char *size = arena_printf(arena, "%dx%d", launch->columns, launch->rows);
        const char *const more[] = {"--script", path, "--size", size, NULL};
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        launch_execute(launch, more);
    }
    close(ends[1]);
    char *text = NULL;
    size_t length = 0;
    size_t room = 0;
    ssize_t got = 1;
    while (got > 0) {
        text = launch_room(arena, text, length, length + READ_SIZE, &room);
        got = read(ends[0], text + length, READ_SIZE - 1);
        length += got > 0 ? (size_t)got : 0;
    }
    close(ends[0]);
    text[length] = '\0';
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(status == 0, "vademecum --script ended with status 0x%x and wrote: %s",
                  (unsigned)status, text);
    return text;
}

/* What stands behind the lines that tell what the program would have done outside. */
static const char *errands_skip(const char *text) {
    while (strncmp(text, "-- ", 3) == 0) {
        text = strchr(text, '\n') + 1;
    }
    return text;
}
