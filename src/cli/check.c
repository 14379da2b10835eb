#include "vademecum/base/i18n.h"
#include "vademecum/cli/subcommands.h"

#include <string.h>

/* As cli_refuse, for a folder that was not given with -C. */
static int folder_refuse(const struct cli *cli, const struct fault *fault) {
    const char *advice = fault->kind == FAULT_WANTING
                             ? _(" Name the folder of a catalogue behind check.")
                             : "";
    cli_complain(cli, arena_printf(cli->arena, "%s%s", fault_line(fault, cli->arena), advice));
    return CLI_FAILED;
}

static void defect_write(const struct cli *cli, const char *path, const struct defect *defect) {
    struct defect placed = *defect;
    placed.file = cli_file(cli->arena, path, defect->file);
    document_line(cli->document, 0, fault_defect_line(&placed, cli->arena));
}

/* Returns how many defects there are, also those over what the list keeps. */
static size_t defects_write(const struct cli *cli, const struct catalogue *catalogue,
                            const char *path) {
    const struct fault_list *faults = &catalogue->faults;
    for (size_t i = 0; i < faults->kept; i++) {
        defect_write(cli, path, &faults->defects[i]);
    }
    const size_t untold = faults->count - faults->kept - faults->folded;
    if (untold > 0) {
        document_line(cli->document, 0, arena_printf(cli->arena, _("… and %zu more"), untold));
    }
    return faults->count;
}

static void count_write(const struct cli *cli, const struct catalogue *catalogue, size_t defects) {
    size_t rows = 0;
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        rows += catalogue->rows[id];
    }
    const char *line = arena_printf(
        cli->arena,
        ngettext("no defects in %zu files, %zu row", "no defects in %zu files, %zu rows", rows),
        catalogue->files, rows);
    if (defects > 0) {
        line = arena_printf(cli->arena, ngettext("%zu defect", "%zu defects", defects), defects);
    }
    document_line(cli->document, 0, line);
}

int check_run(struct cli *cli, const char *const *arguments, size_t count) {
    const char *path = count > 0 ? arguments[0] : cli->path;
    char today[CLOCK_STAMP_SIZE];
    const bool known = clock_day(clock_now(&cli->clock), today);
    struct catalogue catalogue;
    struct fault fault;
    if (!catalogue_check(&catalogue, cli->arena, path, known ? today : NULL, &fault)) {
        return count > 0 ? folder_refuse(cli, &fault) : cli_refuse(cli, path, &fault);
    }
    const size_t defects = defects_write(cli, &catalogue, path);
    count_write(cli, &catalogue, defects);
    return defects > 0 ? CLI_WANTING : CLI_DONE;
}
