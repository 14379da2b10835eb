#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/i18n.h"
#include "vademecum/cli/carry.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/import/merged_rows.h"
#include "vademecum/import/new_rows.h"
#include "vademecum/import/page.h"
#include "vademecum/import/project_words.h"
#include "vademecum/import/projects.h"
#include "vademecum/import/spring.h"

#include <string.h>

/* What is read, and where its rows go. */
struct import {
    const char *path; /* of the file */
    const char *name; /* the same without its folder */
    const char *folder;
    const struct catalogue *into; /* that is in the folder; NULL for a new one */
    struct new_rows rows;
    struct fault_list told; /* lines that were not understood */
};

/* Finds where the rows go, and opens what is there. */
static bool import_open(const struct cli *cli, const char *path, struct catalogue *into,
                        struct import *import, struct fault *fault) {
    const char *made = cli->options->values[OPTION_OUTPUT];
    const char *joined = cli->options->values[OPTION_INTO];
    *import = (struct import){.path = path, .name = file_name_of(path)};
    new_rows_init(&import->rows, cli->arena);
    fault_list_init(&import->told, cli->arena);
    if (!made == !joined) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                         _("say where it goes: -o DIR for a new catalogue, or --into DIR for one "
                           "that is there"));
    }
    import->folder = made ? made : joined;
    import->into = joined ? into : NULL;
    return made || catalogue_open(into, cli->arena, joined, CATALOGUE_WHOLE, fault);
}

static bool import_write(const struct import *import, struct fault *fault) {
    return import->into ? new_rows_join(&import->rows, import->folder, fault)
                        : new_rows_create(&import->rows, import->folder, fault);
}

/* Lists the lines that were not understood. */
static void import_tell(const struct cli *cli, const struct import *import) {
    for (size_t i = 0; i < import->told.kept; i++) {
        document_line(cli->document, 0, fault_defect_line(&import->told.defects[i], cli->arena));
    }
}

/* Whether there is anything to write. */
static bool import_adds(const struct import *import) {
    size_t rows = 0;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        rows += import->rows.files[id].count;
    }
    return rows > 0;
}

static void import_tell_place(const struct cli *cli, const struct import *import) {
    if (!import_adds(import)) {
        document_line(cli->document, 0,
                      arena_printf(cli->arena, _("nothing was written: all of it is in %s already"),
                                   import->folder));
        return;
    }
    document_line(cli->document, 0,
                  arena_printf(cli->arena, _("written: %s; vademecum -C %s opens it"),
                               import->folder, import->folder));
}

static void spring_tell_counts(const struct cli *cli, const struct import *import,
                               const struct spring_counts *counts) {
    document_line(
        cli->document, 0,
        arena_printf(cli->arena,
                     _("%s: practices %zu, criteria %zu, questions %zu, items %zu, answers %zu, "
                       "lines of items %zu (met %zu, not met %zu, without a mark %zu), tools %zu"),
                     import->name, counts->practices, counts->criteria, counts->questions,
                     counts->items, counts->answers,
                     counts->met + counts->not_met + counts->unmarked, counts->met, counts->not_met,
                     counts->unmarked, counts->tools));
    if (counts->known > 0) {
        document_line(cli->document, 0,
                      arena_printf(cli->arena,
                                   ngettext("%zu practice is in this catalogue already, and was "
                                            "not added again",
                                            "%zu practices are in this catalogue already, and were "
                                            "not added again",
                                            counts->known),
                                   counts->known));
    }
    const size_t words = import->rows.files[SCHEMA_TRANSLATIONS].count;
    if (words > 0) {
        document_line(cli->document, 0,
                      arena_printf(cli->arena,
                                   ngettext("the page's own words for %zu question or item were "
                                            "added: t shows them",
                                            "the page's own words for %zu questions and items were "
                                            "added: t shows them",
                                            words),
                                   words));
    }
}

static bool import_spring(const struct cli *cli, struct import *import, struct fault *fault) {
    struct page page;
    struct spring_counts counts;
    if (!page_read(&page, cli->arena, import->path, fault)) {
        return false;
    }
    spring_rows(&import->rows, &page, import->name, import->into, &counts, &import->told);
    if (counts.practices == 0) {
        return fault_set(fault, FAULT_WANTING, import->path, 0, NULL, "%s",
                         _("no question of SPRING's grid stands on this page; save a page with "
                           "\"Good Practice Criteria\""));
    }
    if (!import_write(import, fault)) {
        return false;
    }
    spring_tell_counts(cli, import, &counts);
    return true;
}

/* Whether check finds nothing in it: what is wrong there would be wrong here too. */
static bool catalogue_sound(const struct cli *cli, const char *path, struct fault *fault) {
    struct catalogue catalogue;
    char today[CLOCK_STAMP_SIZE];
    clock_day(clock_now(&cli->clock), today);
    if (!catalogue_check(&catalogue, cli->arena, path, today, fault)) {
        return false;
    }
    return catalogue.faults.count == 0 ||
           fault_set(fault, FAULT_WANTING, path, 0, NULL,
                     _("this catalogue has defects, so nothing of it was taken in; vademecum check "
                       "%s lists them"),
                     path);
}

static bool import_package(const struct cli *cli, struct import *import, struct fault *fault) {
    const char *into = import->into ? import->folder : NULL;
    if (!catalogue_sound(cli, import->path, fault) ||
        !merged_rows_add(&import->rows, import->path, into, &import->told, fault) ||
        !import_write(import, fault)) {
        return false;
    }
    const struct new_rows_file *files = import->rows.files;
    document_line(
        cli->document, 0,
        arena_printf(cli->arena, _("%s: practices %zu, answers %zu, marks %zu, tools %zu came in"),
                     import->name, files[SCHEMA_PRACTICES].count, files[SCHEMA_ANSWERS].count,
                     files[SCHEMA_MARKS].count, files[SCHEMA_TOOLS].count));
    return true;
}

/* Their words are looked up among these terms; NULL when the mapping leads to none. */
static bool words_open(const struct cli *cli, const struct import *import,
                       const struct project_map *map, struct catalogue *opened,
                       const struct catalogue **words, struct fault *fault) {
    *words = import->into;
    for (size_t i = 0; i < map->count && !*words; i++) {
        if (project_map_is_term(map->rules[i].ours)) {
            if (!catalogue_open(opened, cli->arena, cli->path, CATALOGUE_TRANSLATIONS, fault)) {
                return false;
            }
            *words = opened;
        }
    }
    return true;
}

/* A new catalogue has the terms that its practices may have. */
static void terms_copy(struct import *import, const struct catalogue *words) {
    for (size_t i = 0; words && !import->into && i < words->term_count; i++) {
        const char **cells = new_rows_add(&import->rows, SCHEMA_TERMS);
        for (size_t column = 0; column < TERM_COLUMNS; column++) {
            cells[column] = record_cell(&words->terms[i].record, column);
        }
    }
}

static void projects_tell_counts(const struct cli *cli, const struct import *import,
                                 const struct projects_counts *counts, const char *encoding) {
    document_line(cli->document, 0,
                  arena_printf(cli->arena,
                               _("%s (%s): rows %zu, practices %zu, there already %zu, left out "
                                 "%zu"),
                               import->name, encoding, counts->rows, counts->practices,
                               counts->known, counts->failed));
}

static bool import_csv(const struct cli *cli, struct import *import, struct fault *fault) {
    struct project_file file;
    struct project_map map;
    struct projects_counts counts;
    struct catalogue opened;
    const struct catalogue *words;
    char today[CLOCK_STAMP_SIZE];
    const char *path = cli->options->values[OPTION_MAP];
    if (!path) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                         _("say which columns become which: --map MAP; --guess writes a first "
                           "one"));
    }
    if (!project_map_read(&map, cli->arena, path, fault) ||
        !project_file_open(&file, cli->arena, import->path, fault) ||
        !project_map_bind(&map, &file, fault) ||
        !words_open(cli, import, &map, &opened, &words, fault)) {
        return false;
    }
    clock_day(clock_now(&cli->clock), today);
    projects_rows(&import->rows, &file, &map, import->name, import->into, words, today, &counts,
                  &import->told);
    if (counts.practices + counts.known == 0) {
        import_tell(cli, import);
        return fault_set(fault, FAULT_WANTING, import->path, 0, NULL, "%s",
                         _("no row of it could become a practice, so nothing was written"));
    }
    terms_copy(import, words);
    if (!import_write(import, fault)) {
        return false;
    }
    projects_tell_counts(cli, import, &counts, file.encoding);
    return true;
}

static int guess_run(const struct cli *cli, const char *path) {
    struct project_file file;
    struct sheet sheet;
    struct fault fault;
    sheet_init(&sheet, cli->arena);
    if (!project_file_open(&file, cli->arena, path, &fault) ||
        !project_words_guess(&file, &sheet, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct report report = cli_report(cli);
    report_csv.sheet(&report, &sheet);
    return CLI_DONE;
}

struct import_kind {
    const char *name;
    bool maps; /* takes --map and --guess */
    bool (*run)(const struct cli *cli, struct import *import, struct fault *fault);
};

static const struct import_kind kinds[] = {
    {"spring", false, import_spring},
    {"csv", true, import_csv},
    {"package", false, import_package},
};

static const struct import_kind *kind_find(const char *name) {
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return &kinds[i];
        }
    }
    return NULL;
}

int import_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    struct fault fault;
    struct catalogue into;
    struct import import;
    const struct options *options = cli->options;
    const struct import_kind *kind = kind_find(arguments[0]);
    if (strcmp(arguments[0], "review") == 0) {
        return carry_import(cli, arguments[1]);
    }
    if (!kind) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL,
                  _("import knows no '%s'; see vademecum import --help"), arguments[0]);
        return cli_fail(cli, &fault);
    }
    if (!kind->maps && (options->values[OPTION_MAP] || options->values[OPTION_GUESS])) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("--map and --guess are for import csv only"));
        return cli_fail(cli, &fault);
    }
    if (options->values[OPTION_GUESS]) {
        return guess_run(cli, arguments[1]);
    }
    if (!import_open(cli, arguments[1], &into, &import, &fault) ||
        !kind->run(cli, &import, &fault)) {
        return cli_fail(cli, &fault);
    }
    import_tell(cli, &import);
    import_tell_place(cli, &import);
    return CLI_DONE;
}
