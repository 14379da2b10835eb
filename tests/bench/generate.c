/*
 * generate CATALOGUE FOLDER SIZE [SEED]
 *
 * Makes a catalogue of any size in FOLDER, which holds none yet. SIZE is a number of practices, or
 * M (10,000), L (100,000), or S, which is CATALOGUE as it is. Collections, checklists and terms are
 * those of CATALOGUE; practices are made up, with the shares of answers, marks, terms and tools
 * that CATALOGUE has. The same SEED (1) gives the same bytes on every machine.
 *
 * Texts have the lengths of a national database rather than of the shipped catalogue, whose
 * summaries and notes are three times as long.
 *
 * Exit: 0; 1 something failed, and FOLDER holds a part; 2 usage.
 */
#include "invent.h"

#include "vademecum/base/table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    SIZE_M = 10000,
    SIZE_L = 100000,
    PATH_SIZE = 4096,
    BUFFER = 256 * 1024 /* of each file */
};

/* What a catalogue is made with. */
struct maker {
    const char *from;   /* folder of the catalogue that it is like */
    const char *folder; /* where it goes */
    uint32_t practices; /* how many it gets; 0: it is a copy */
    struct arena arena; /* for the pattern and the vocabulary */
    struct pattern pattern;
    struct inventor inventor;
};

static bool wish_read(struct maker *maker, int argc, char **argv);
static bool catalogue_make(struct maker *maker);
static bool files_open(struct maker *maker);
static bool files_close(struct maker *maker);
static void heading_write(FILE *file, const struct schema *schema);
static void translations_copy(struct maker *maker, bool before);
static bool file_copy(const struct maker *maker, const char *name, bool needed);
static FILE *file_make(const struct maker *maker, const char *name);
static bool complain(const char *name, const char *why);

/* The tables that are made up; the others are copied. */
static const bool made[SCHEMA_COUNT] = {
    [SCHEMA_PRACTICES] = true, [SCHEMA_PRACTICE_TERMS] = true, [SCHEMA_ANSWERS] = true,
    [SCHEMA_MARKS] = true,     [SCHEMA_TOOLS] = true,          [SCHEMA_TRANSLATIONS] = true,
    [SCHEMA_GUIDES] = true,    [SCHEMA_SPEAKS] = true,
};

int main(int argc, char **argv) {
    struct maker *maker = calloc(1, sizeof *maker);
    if (!maker || !wish_read(maker, argc, argv)) {
        fputs("Usage: generate CATALOGUE FOLDER SIZE [SEED]; SIZE is S, M, L or 1 to 1000000\n",
              stderr);
        return 2;
    }
    arena_init(&maker->arena, (struct arena_end){0});
    const bool done = catalogue_make(maker);
    arena_free(&maker->arena);
    free(maker);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool wish_read(struct maker *maker, int argc, char **argv) {
    if (argc < 4 || argc > 5) {
        return false;
    }
    maker->from = argv[1];
    maker->folder = argv[2];
    maker->inventor.seed = argc == 5 ? strtoull(argv[4], NULL, 10) : 1;
    if (strcmp(argv[3], "S") == 0) {
        return true;
    }
    if (strcmp(argv[3], "M") == 0 || strcmp(argv[3], "L") == 0) {
        maker->practices = argv[3][0] == 'M' ? SIZE_M : SIZE_L;
        return true;
    }
    char *end;
    const long practices = strtol(argv[3], &end, 10);
    maker->practices = (uint32_t)practices;
    return !*end && practices >= 1 && practices <= INVENT_MOST;
}

static bool catalogue_make(struct maker *maker) {
    struct fault fault;
    if (!pattern_read(&maker->pattern, &maker->arena, maker->from, &fault)) {
        return complain(fault.file, fault.text);
    }
    if (mkdir(maker->folder, 0777) != 0 && errno != EEXIST) {
        return complain(maker->folder, strerror(errno));
    }
    const bool ready = file_copy(maker, "datapackage.json", false) && files_open(maker);
    if (ready && maker->practices > 0) {
        maker->inventor.pattern = &maker->pattern;
        maker->inventor.vocabulary = vocabulary_make(&maker->arena);
        maker->inventor.answered = arena_array(&maker->arena, maker->pattern.question_count,
                                               sizeof(bool));
        translations_copy(maker, true);
        invent(&maker->inventor, maker->practices);
        translations_copy(maker, false);
    }
    return files_close(maker) && ready;
}

/* Copies the files that are copied, and opens the others. */
static bool files_open(struct maker *maker) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (!made[id] || maker->practices == 0) {
            if (!file_copy(maker, schema_get(id)->file, !schema_newer(id))) {
                return false;
            }
            continue;
        }
        FILE *file = file_make(maker, schema_get(id)->file);
        if (!file) {
            return false;
        }
        setvbuf(file, NULL, _IOFBF, BUFFER);
        heading_write(file, schema_get(id));
        maker->inventor.files[id] = file;
    }
    return true;
}

static bool files_close(struct maker *maker) {
    bool done = true;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        FILE *file = maker->inventor.files[id];
        if (file) {
            const bool failed = ferror(file);
            if (fclose(file) != 0 || failed) {
                done = complain(schema_get(id)->file, "it could not be written");
            }
        }
    }
    return done;
}

static void heading_write(FILE *file, const struct schema *schema) {
    const char *names[PRACTICE_COLUMNS]; /* no table is wider */
    for (size_t i = 0; i < schema->count; i++) {
        names[i] = schema->columns[i].name;
    }
    table_write(file, names, schema->count);
}

/* Those of the tables that sort before "practices", or behind it. */
static void translations_copy(struct maker *maker, bool before) {
    const struct pattern *pattern = &maker->pattern;
    for (size_t i = 0; i < pattern->translation_count; i++) {
        const char *const *cells = pattern->translations[i].cells;
        if (before == (strcmp(cells[TRANSLATION_TABLE], "practices") < 0)) {
            table_write(maker->inventor.files[SCHEMA_TRANSLATIONS], cells, TRANSLATION_COLUMNS);
        }
    }
}

/* Only a file that is `needed` must be there. */
static bool file_copy(const struct maker *maker, const char *name, bool needed) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", maker->from, name);
    FILE *from = fopen(path, "rb");
    if (!from) {
        return (!needed && errno == ENOENT) || complain(path, strerror(errno));
    }
    FILE *to = file_make(maker, name);
    if (!to) {
        fclose(from);
        return false;
    }
    char block[BUFSIZ];
    size_t length;
    while ((length = fread(block, 1, sizeof block, from)) > 0) {
        fwrite(block, 1, length, to);
    }
    const bool failed = ferror(from) || ferror(to);
    fclose(from);
    return (fclose(to) == 0 && !failed) || complain(name, "it could not be copied");
}

/* Only a new file, so that no catalogue of somebody is lost. */
static FILE *file_make(const struct maker *maker, const char *name) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", maker->folder, name);
    FILE *file = fopen(path, "wbx");
    if (!file) {
        complain(path, strerror(errno));
    }
    return file;
}

static bool complain(const char *name, const char *why) {
    fprintf(stderr, "generate: %s: %s\n", name, why);
    return false;
}
