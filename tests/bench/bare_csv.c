/*
 * bare_csv FILE...
 *
 * A pass of libcsv over the files that does nothing with what it finds: what any program with this
 * library pays for them before it has done work of its own. As the program reads, strictly and in
 * blocks of 64 KB.
 *
 * Exit: 0; 1 a file cannot be read, or is no strict CSV; 2 usage.
 */
#include <csv.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    BLOCK = 64 * 1024
};

static bool pass(const char *path);
static void cell_forget(void *cell, size_t length, void *context);
static void row_forget(int end, void *context);

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("Usage: bare_csv FILE...\n", stderr);
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        if (!pass(argv[i])) {
            fprintf(stderr, "bare_csv: %s cannot be read\n", argv[i]);
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}

static bool pass(const char *path) {
    char block[BLOCK];
    struct csv_parser parser;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return false;
    }
    bool sound = true;
    ssize_t got;
    while (sound && (got = read(file, block, sizeof block)) > 0) {
        sound = csv_parse(&parser, block, (size_t)got, cell_forget, row_forget, NULL) ==
                (size_t)got;
    }
    sound = sound && got == 0 && csv_fini(&parser, cell_forget, row_forget, NULL) == 0;
    csv_free(&parser);
    close(file);
    return sound;
}

static void cell_forget(void *cell, size_t length, void *context) {
    (void)cell;
    (void)length;
    (void)context;
}

static void row_forget(int end, void *context) {
    (void)end;
    (void)context;
}
