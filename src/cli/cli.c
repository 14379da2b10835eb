#include "vademecum/cli/cli.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/report/past.h"
#include "vademecum/report/wording.h"

#include <string.h>
#include <sys/stat.h>

int cli_refuse(const struct cli *cli, const char *path, const struct fault *fault) {
    struct stat found;
    if (strcmp(path, VADEMECUM_CATALOGUE_DIR) == 0 && lstat(path, &found) < 0) {
        cli_complain(cli, arena_printf(cli->arena,
                                       _("There is no catalogue in %s, where installing the "
                                         "program puts it. Name its folder with -C DIR, as in "
                                         "vademecum -C catalogue. To try the program without "
                                         "installing it, give ./bootstrap run in the folder of "
                                         "its source."),
                                       path));
        return CLI_FAILED;
    }
    const bool elsewhere = fault->kind == FAULT_WANTING || strcmp(fault->file, path) == 0;
    const struct defect defect = {
        .kind = fault->kind,
        .file = cli_file(cli->arena, path, fault->file),
        .line = fault->line,
        .column = fault->column,
        .text = arena_printf(cli->arena, "%s%s", fault->text,
                             elsewhere ? _(" Name the folder of a catalogue with -C DIR.") : ""),
    };
    cli_complain(cli, fault_defect_line(&defect, cli->arena));
    return CLI_FAILED;
}

int cli_fail(const struct cli *cli, const struct fault *fault) {
    cli_complain(cli, fault_line(fault, cli->arena));
    return fault->kind == FAULT_WANTING ? CLI_WANTING : CLI_FAILED;
}

/* Wraps for people only: programs find each complaint on a line of its own. */
void cli_complain(const struct cli *cli, const char *sentence) {
    const char *line = text_clean_line(cli->arena, sentence, cli->document->letters);
    if (cli->err_width > 0) {
        struct document document = *cli->document;
        document.pen = &pen_text;
        document.out = cli->err;
        document.width = cli->err_width;
        document_fact(&document, 0, "vademecum:", (int)strlen("vademecum: "), line);
    } else {
        fprintf(cli->err, "vademecum: %s\n", line);
    }
}

const char *cli_file(struct arena *arena, const char *path, const char *file) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (strcmp(schema_get(id)->file, file) == 0) {
            return cli_inside(arena, path, file);
        }
    }
    return file;
}

const char *cli_inside(struct arena *arena, const char *folder, const char *file) {
    const size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    return arena_printf(arena, "%s%s%s", folder, slash, file);
}

const char *cli_output(const struct cli *cli, const char *name) {
    const char *output = cli->options->values[OPTION_OUTPUT];
    struct stat found;
    const size_t length = strlen(output);
    const bool folder = (stat(output, &found) == 0 && S_ISDIR(found.st_mode)) ||
                        (length > 0 && output[length - 1] == '/');
    return folder ? cli_inside(cli->arena, output, name) : output;
}

struct report cli_report(const struct cli *cli) {
    return (struct report){
        .catalogue = cli->catalogue,
        .review = cli->log ? log_review(cli->log) : NULL,
        .reviewer = cli->log ? cli->places.reviewer : NULL,
        .lang = cli->options->values[OPTION_LANG],
        .arena = cli->arena,
        .document = cli->document,
        .signs = cli->signs,
        .semicolon = cli->options->values[OPTION_SEMICOLON] != NULL,
        .now = cli->dated,
        .terminal = cli->terminal,
        .ids = cli->options->values[OPTION_IDS] != NULL,
    };
}

bool cli_past(const struct cli *cli, struct report *report, const char *practice,
              struct fault *fault) {
    report->review = past_review(report, practice, cli->options->values[OPTION_AT], fault);
    if (report->review) {
        cli_late(cli, report);
    }
    return report->review != NULL;
}

void cli_late(const struct cli *cli, const struct report *report) {
    const struct event *closed = report->review->until;
    const char *late = cli->format->pen ? "" : past_late(report, closed);
    if (late[0]) {
        cli_complain(cli, arena_printf(cli->arena, "%s: %s",
                                       wording_status(cli->arena, closed->value), late));
    }
}

const struct subcommand *cli_find(const struct cli *cli, const char *name) {
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < cli->subcommand_count; i++) {
        const char *known = cli->subcommands[i].name;
        if (strcmp(known, name) == 0) {
            return &cli->subcommands[i];
        }
        nearest_offer(&nearest, cli->arena, name, known, known);
    }
    if (nearest.meant) {
        cli_complain(cli, arena_printf(cli->arena,
                                       _("no command '%s'; did you mean %s? See vademecum --help"),
                                       name, nearest.meant));
    } else {
        cli_complain(cli,
                     arena_printf(cli->arena, _("no command '%s'; see vademecum --help"), name));
    }
    return NULL;
}

bool cli_sheet(const struct cli *cli, const struct sheet *sheet) {
    const struct report report = cli_report(cli);
    if (!cli->format->write->sheet) {
        return false;
    }
    cli->format->write->sheet(&report, sheet);
    return true;
}
