#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/import/new_rows.h"
#include "vademecum/import/page.h"
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

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Finds where the rows go, and opens what is there. */
static bool import_open(const struct cli *cli, const char *path, struct catalogue *into,
                        struct import *import, struct fault *fault) {
    const char *made = cli->options->values[OPTION_OUTPUT];
    const char *joined = cli->options->values[OPTION_INTO];
    *import = (struct import){.path = path, .name = name_of(path)};
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

/* Lists the lines that were not understood, and says where the rows are. */
static void import_tell(const struct cli *cli, const struct import *import) {
    for (size_t i = 0; i < import->told.kept; i++) {
        document_line(cli->document, 0, fault_defect_line(&import->told.defects[i], cli->arena));
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

struct import_kind {
    const char *name;
    bool (*run)(const struct cli *cli, struct import *import, struct fault *fault);
};

static const struct import_kind kinds[] = {
    {"spring", import_spring},
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
    const struct import_kind *kind = kind_find(arguments[0]);
    if (!kind) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL,
                  _("import knows no '%s'; see vademecum import --help"), arguments[0]);
        return cli_fail(cli, &fault);
    }
    if (!import_open(cli, arguments[1], &into, &import, &fault) ||
        !kind->run(cli, &import, &fault)) {
        return cli_fail(cli, &fault);
    }
    import_tell(cli, &import);
    return CLI_DONE;
}
