/*
 * seen: a CSV file in a folder of its own, and what a table gives of it. Order of calls:
 * place_make, file_put or file_repeat; seen_open, seen_read, seen_close, as often as needed;
 * place_remove.
 */
#ifndef VADEMECUM_TESTS_SEEN_H
#define VADEMECUM_TESTS_SEEN_H

#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/table.h"

#include <check.h>
#include <fcntl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A string literal that may hold zero bytes, and its length. */
#define BYTES(literal) .bytes = literal, .length = sizeof literal - 1

enum {
    FAULTS_MAX = 5,
    COLUMNS = 2
};

static const char file_name[] = "t.csv";
static const struct table_column columns[COLUMNS] = {
    {"id", TABLE_NEEDED, TABLE_LINES},
    {"title", TABLE_NEEDED, TABLE_LINES},
};
static const size_t slices[] = {1, 2, 3, 7, 64, 65536};

/* A folder for one test. */
struct place {
    char path[256];
    int folder; /* its descriptor */
};

/* What was read from one file. */
struct seen {
    struct arena arena;
    struct fault_list faults;
    FILE *out;            /* writes `rows` */
    char *rows;           /* "LINE|cell|cell\n" for each row */
    size_t size;          /* bytes of `rows` */
    size_t count;         /* rows */
    struct table *table;  /* NULL when it is not open */
    bool opened;          /* table_open said true */
    enum table_state end; /* what table_read said last */
    struct fault fault;   /* of the call that failed */
};

/* A fault that is to come. */
struct expected {
    long line;
    const char *column;   /* NULL: none */
    const char *fragment; /* of its text; NULL: no fault expected */
    bool left_out;        /* the row is left out */
};

static inline void place_make(struct place *place) {
    const char *base = getenv("TMPDIR");
    snprintf(place->path, sizeof place->path, "%s/table_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(place->path));
    struct fault fault;
    place->folder = folder_open(place->path, &fault);
    ck_assert_int_ge(place->folder, 0);
}

static inline void place_remove(struct place *place) {
    unlinkat(place->folder, file_name, 0);
    close(place->folder);
    ck_assert_int_eq(rmdir(place->path), 0);
}

/* A new, empty file under the name, open for writing. */
static inline int file_make(const struct place *place) {
    unlinkat(place->folder, file_name, 0);
    const int file = openat(place->folder, file_name, O_WRONLY | O_CREAT | O_EXCL, 0600);
    ck_assert_int_ge(file, 0);
    return file;
}

static inline void file_put(const struct place *place, const char *bytes, size_t length) {
    const int file = file_make(place);
    for (size_t done = 0; done < length;) {
        const ssize_t wrote = write(file, bytes + done, length - done);
        ck_assert_int_gt(wrote, 0);
        done += (size_t)wrote;
    }
    ck_assert_int_eq(close(file), 0);
}

/* Cuts the file, or makes it longer by a hole, which reads as zero bytes. */
static inline void file_resize(const struct place *place, off_t size) {
    const int file = openat(place->folder, file_name, O_WRONLY | O_CLOEXEC);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(ftruncate(file, size), 0);
    close(file);
}

/* A file of `start` and `count` times `part`. */
static inline void file_repeat(const struct place *place, const char *start, const char *part,
                               size_t count) {
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    fputs(start, out);
    for (size_t i = 0; i < count; i++) {
        fputs(part, out);
    }
    fclose(out);
    file_put(place, bytes, size);
    free(bytes);
}

static inline void row_record(void *context, const struct table_row *row) {
    struct seen *seen = context;
    fprintf(seen->out, "%ld", row->line);
    for (size_t i = 0; i < row->count; i++) {
        ck_assert_int_eq(row->cells[i][row->lengths[i]], '\0');
        fputc('|', seen->out);
        fwrite(row->cells[i], 1, row->lengths[i], seen->out);
    }
    fputc('\n', seen->out);
    seen->count++;
}

static inline void row_count(void *context, const struct table_row *row) {
    struct seen *seen = context;
    seen->count += row->count > 0;
}

static inline void seen_open(struct seen *seen, int folder, const char *name,
                             const struct table_column *asked, size_t count,
                             void (*row)(void *, const struct table_row *)) {
    *seen = (struct seen){.end = TABLE_MORE};
    arena_init(&seen->arena, (struct arena_end){0});
    fault_list_init(&seen->faults, &seen->arena);
    seen->out = open_memstream(&seen->rows, &seen->size);
    ck_assert_ptr_nonnull(seen->out);
    const struct table_reader reader = {.row = row, .context = seen, .faults = &seen->faults};
    seen->opened = table_open(&seen->table, &seen->arena, folder, name, asked, count, &reader,
                              &seen->fault);
    ck_assert_msg(seen->count == 0, "a row was given before table_read");
}

static inline void seen_read(struct seen *seen, size_t slice) {
    while (seen->opened && seen->end == TABLE_MORE) {
        seen->end = table_read(seen->table, slice, &seen->fault);
    }
    fflush(seen->out);
}

static inline void seen_close(struct seen *seen) {
    table_close(seen->table);
    fclose(seen->out);
    free(seen->rows);
    arena_free(&seen->arena);
}

static inline void fault_compare(const char *name, const struct expected *expected,
                                 const struct defect *found) {
    const char *column = expected->column ? expected->column : "";
    ck_assert_msg(strcmp(found->file, file_name) == 0, "%s: file \"%s\"", name, found->file);
    ck_assert_msg(found->line == expected->line, "%s: line %ld of \"%s\"", name, found->line,
                  found->text);
    ck_assert_msg(strcmp(found->column, column) == 0, "%s: column \"%s\" of \"%s\"", name,
                  found->column, found->text);
    ck_assert_msg(strstr(found->text, expected->fragment), "%s: text \"%s\"", name, found->text);
    ck_assert_msg((found->kind == FAULT_LEFT_OUT) == expected->left_out, "%s: kind %d", name,
                  (int)found->kind);
}

static inline void faults_compare(const char *name, const struct expected *expected,
                                  const struct seen *seen) {
    size_t count = 0;
    while (count < FAULTS_MAX && expected[count].fragment) {
        count++;
    }
    for (size_t i = 0; i < count && i < seen->faults.kept; i++) {
        fault_compare(name, &expected[i], &seen->faults.defects[i]);
    }
    ck_assert_msg(seen->faults.count == count, "%s: %zu faults, not %zu", name, seen->faults.count,
                  count);
}

static inline void fatal_compare(const char *name, const struct expected *expected,
                                 const struct seen *seen) {
    const struct defect fatal = {
        .kind = seen->fault.kind,
        .file = seen->fault.file,
        .line = seen->fault.line,
        .column = seen->fault.column,
        .text = seen->fault.text,
    };
    fault_compare(name, expected, &fatal);
}

/* Runs the suite and returns the exit status. */
static inline int suite_run(Suite *suite) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
