#include "vademecum/base/words.h"
#include "vademecum/cli/cli.h"

#include <string.h>

static bool catalogue_begun(const struct fault *fault);
static size_t defects_write(const struct cli *cli, const struct catalogue *catalogue,
                            const char *path);
static void defect_write(const struct cli *cli, const char *path, const struct defect *defect);
static void count_write(const struct cli *cli, const struct catalogue *catalogue, size_t defects);

int check_run(struct cli *cli, const char *const *arguments, size_t count) {
    const char *path = count > 0 ? arguments[0] : cli->path;
    struct catalogue catalogue;
    struct fault fault;
    const bool whole = catalogue_open(&catalogue, cli->arena, path, CATALOGUE_CHECK, &fault);
    if (!whole && !catalogue_begun(&fault)) {
        return cli_refuse(cli, path, &fault);
    }
    size_t defects = defects_write(cli, &catalogue, path);
    if (!whole) {
        const struct defect last = {
            .kind = fault.kind,
            .file = fault.file,
            .line = fault.line,
            .column = fault.column,
            .text = arena_printf(cli->arena, _("%s The files after this one were not checked."),
                                 fault.text),
        };
        defect_write(cli, path, &last);
        defects++;
    }
    count_write(cli, &catalogue, defects);
    return defects > 0 ? CLI_WANTING : CLI_DONE;
}

/* Whether the fault is about one of the catalogue's files, and not that there is no first one. */
static bool catalogue_begun(const struct fault *fault) {
    enum schema_id id = 0;
    while (id < SCHEMA_COUNT && strcmp(schema_get(id)->file, fault->file) != 0) {
        id++;
    }
    return id < SCHEMA_COUNT && (id > 0 || fault->kind != FAULT_WANTING);
}

/* Returns how many defects there are, also those over what the list keeps. */
static size_t defects_write(const struct cli *cli, const struct catalogue *catalogue,
                            const char *path) {
    const struct fault_list *faults = &catalogue->faults;
    for (size_t i = 0; i < faults->kept; i++) {
        defect_write(cli, path, &faults->defects[i]);
    }
    if (faults->count > faults->kept) {
        paper_line(&cli->paper, 0,
                   arena_printf(cli->arena, _("… and %zu more"), faults->count - faults->kept));
    }
    return faults->count;
}

static void defect_write(const struct cli *cli, const char *path, const struct defect *defect) {
    struct defect placed = *defect;
    placed.file = cli_file(cli->arena, path, defect->file);
    paper_line(&cli->paper, 0, defect_line(&placed, cli->arena));
}

static void count_write(const struct cli *cli, const struct catalogue *catalogue, size_t defects) {
    size_t rows = 0;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        rows += catalogue->rows[id];
    }
    const char *line = arena_printf(
        cli->arena,
        ngettext("no defects in %d files, %zu row", "no defects in %d files, %zu rows", rows),
        SCHEMA_COUNT, rows);
    if (defects > 0) {
        line = arena_printf(cli->arena, ngettext("%zu defect", "%zu defects", defects), defects);
    }
    paper_line(&cli->paper, 0, line);
}
