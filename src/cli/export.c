#include "vademecum/cli/export.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/cli/carry.h"
#include "vademecum/import/copied_rows.h"
#include "vademecum/import/new_rows.h"
#include "vademecum/import/own_rows.h"
#include "vademecum/import/package.h"
#include "vademecum/report/ewsi.h"
#include "vademecum/report/own_list.h"

#include <string.h>

/* Copies the files of the catalogue in use up to the one before `end`. */
static bool files_copy(const struct cli *cli, struct new_rows *rows, enum schema_id end,
                       struct fault *fault) {
    for (enum schema_id id = 0; id < end; id++) {
        if (!copied_rows_add(rows, cli->path, id, fault)) {
            return false;
        }
    }
    return true;
}

static bool export_catalogue(const struct cli *cli, struct new_rows *rows, struct fault *fault) {
    return files_copy(cli, rows, SCHEMA_COUNT, fault);
}

/* Answers and marks need the checklists, and these their collections. */
static bool export_own(const struct cli *cli, struct new_rows *rows, struct fault *fault) {
    const struct report report = cli_report(cli);
    if (!files_copy(cli, rows, SCHEMA_PRACTICES, fault)) {
        return false;
    }
    return own_rows_add(rows, &report) > 0 ||
           fault_set(fault, FAULT_WANTING, NULL, 0, NULL, "%s",
                     _("there is no practice of your own to export; a adds one "
                       "while browsing"));
}

static const struct {
    const char *name;
    bool (*gather)(const struct cli *cli, struct new_rows *rows, struct fault *fault);
} kinds[] = {
    {"own", export_own},
    {"catalogue", export_catalogue},
};

static size_t kind_find(const char *name) {
    size_t kind = 0;
    while (kind < COUNT(kinds) && strcmp(kinds[kind].name, name) != 0) {
        kind++;
    }
    return kind;
}

static int package_make(const struct cli *cli, size_t kind) {
    const char *folder = cli->options->values[OPTION_OUTPUT];
    struct new_rows rows;
    struct fault fault;
    if (!folder) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("say where it goes: -o DIR, a folder without a catalogue"));
        return cli_fail(cli, &fault);
    }
    new_rows_init(&rows, cli->arena);
    if (!kinds[kind].gather(cli, &rows, &fault) || !new_rows_create(&rows, folder, &fault) ||
        !package_create(folder, &fault)) {
        return cli_fail(cli, &fault);
    }
    document_line(cli->document, 0,
                  arena_printf(cli->arena, _("practices %zu, answers %zu, marks %zu, tools %zu"),
                               rows.files[SCHEMA_PRACTICES].count, rows.files[SCHEMA_ANSWERS].count,
                               rows.files[SCHEMA_MARKS].count, rows.files[SCHEMA_TOOLS].count));
    document_line(
        cli->document, 0,
        arena_printf(cli->arena, _("written: %s; vademecum -C %s opens it"), folder, folder));
    return CLI_DONE;
}

static int ewsi_write(const struct cli *cli) {
    const struct report report = cli_report(cli);
    struct fault fault;
    size_t count;
    size_t written = 0;
    const char *const *ids = own_list_gather(&report, &count);
    for (size_t i = 0; i < count; i++) {
        if (!own_list_off(&report, ids[i])) {
            if (written++ > 0) {
                document_gap(cli->document);
            }
            ewsi_text(&report, ids[i]);
        }
    }
    if (written == 0) {
        fault_set(&fault, FAULT_WANTING, NULL, 0, NULL, "%s",
                  _("there is no practice of your own to export; a adds one while "
                    "browsing"));
        return cli_fail(cli, &fault);
    }
    return CLI_DONE;
}

int export_run(struct cli *cli, const char *const *arguments, size_t count) {
    struct fault fault;
    if (strcmp(arguments[0], "review") == 0) {
        return carry_export(cli, arguments + 1, count - 1);
    }
    if (count > 1) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL,
                  _("export %s cannot use '%s'; see vademecum export --help"), arguments[0],
                  arguments[1]);
        return cli_fail(cli, &fault);
    }
    const size_t kind = kind_find(arguments[0]);
    if (kind == COUNT(kinds)) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL,
                  _("export knows no '%s'; see vademecum export --help"), arguments[0]);
        return cli_fail(cli, &fault);
    }
    if (!cli->options->values[OPTION_AS]) {
        return package_make(cli, kind);
    }
    if (kinds[kind].gather != export_own || cli->options->values[OPTION_OUTPUT]) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("--as is for export own, and goes to standard output; leave out -o"));
        return cli_fail(cli, &fault);
    }
    return ewsi_write(cli);
}
