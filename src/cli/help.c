#include "vademecum/cli/help.h"

#include "vademecum/base/i18n.h"
#include "vademecum/cli/subcommands.h"

enum {
    HANG = 22 /* columns for the names of commands and options, with a gap */
};

int help_run(struct cli *cli, const char *const *arguments, size_t count) {
    if (count == 0) {
        help_program(cli);
        return CLI_DONE;
    }
    const struct subcommand *subcommand = cli_find(cli, arguments[0]);
    if (!subcommand) {
        return CLI_FAILED;
    }
    help_subcommand(cli, subcommand);
    return CLI_DONE;
}

static void usage_write(const struct cli *cli, const char *usage) {
    document_text(cli->document, 0, arena_printf(cli->arena, _("Usage: vademecum %s"), usage));
    document_gap(cli->document);
}

static void option_write(const struct cli *cli, enum option_id id) {
    const struct option_info *info = options_info(id);
    const char *name = options_name(id, cli->arena);
    if (info->name && info->letter) {
        name = arena_printf(cli->arena, "-%c, %s", info->letter, name);
    }
    if (info->argument) {
        name = arena_printf(cli->arena, "%s %s", name, _(info->argument));
    }
    document_fact(cli->document, 1, name, HANG, _(info->help));
}

void help_program(const struct cli *cli) {
    struct document *document = cli->document;
    usage_write(cli, _("[OPTION…] [COMMAND …]"));
    document_text(
        document, 0,
        _("Shows integration practices that worked, with a checklist of good practice. It needs "
          "no network. Without a command, it opens the screens; there, ? shows the keys."));
    document_gap(document);
    document_text(document, 0, _("Commands"));
    for (size_t i = 0; i < cli->subcommand_count; i++) {
        const struct subcommand *subcommand = &cli->subcommands[i];
        const char *arguments = subcommand->arguments;
        document_fact(
            document, 1,
            arena_printf(cli->arena, "%s %s", subcommand->name, arguments[0] ? _(arguments) : ""),
            HANG, _(subcommand->summary));
    }
    document_gap(document);
    document_text(document, 0, _("Options, before or after the command"));
    for (enum option_id id = 0; id < OPTION_COUNT; id++) {
        option_write(cli, id);
    }
    document_gap(document);
    document_text(document, 0,
                  _("The catalogue is the folder that -C names, else the one in the "
                    "environment variable VADEMECUM_CATALOGUE, else:"));
    document_line(document, 1, VADEMECUM_CATALOGUE_DIR);
    document_gap(document);
    document_text(
        document, 0,
        _("Reviews are in the folder that -R names, else the one in VADEMECUM_REVIEWS, else "
          "vademecum/reviews in XDG_DATA_HOME or ~/.local/share. Yours is under the name "
          "that -u gives, else VADEMECUM_REVIEWER, else the one that you have given while "
          "browsing, else your login name."));
    document_gap(document);
    document_text(document, 0,
                  _("The exit status is 0 when all was done; 1 when something is missing or wrong, "
                    "such as a practice that is not there, a catalogue with defects, damage in the "
                    "reviews, or an answer that could not be saved; 2 when the command was not "
                    "right or the system failed."));
}

/* " [--format text|json]" */
static const char *formats_line(struct arena *arena) {
    const char *line = " [--format ";
    for (size_t i = 0; formats_names[i]; i++) {
        line = arena_printf(arena, "%s%s%s", line, i > 0 ? "|" : "", formats_names[i]);
    }
    return arena_printf(arena, "%s]", line);
}

void help_subcommand(const struct cli *cli, const struct subcommand *subcommand) {
    const char *arguments = subcommand->arguments;
    const char *format = subcommand->takes & OPTION_BIT(OPTION_FORMAT) ? formats_line(cli->arena)
                                                                       : "";
    const char *accept = subcommand->takes & OPTION_BIT(OPTION_ACCEPT)
                             ? _(" [--accept|--aside FILE[:LINE]]")
                             : "";
    const char *search = subcommand->takes & OPTION_BIT(OPTION_WHERE)
                             ? _(" [--where FILTER=VALUE]… [--sort KEY]")
                             : "";
    usage_write(cli,
                arena_printf(cli->arena, "%s%s%s%s%s%s", subcommand->name, arguments[0] ? " " : "",
                             arguments[0] ? _(arguments) : "", search, format, accept));
    document_text(cli->document, 0, arena_printf(cli->arena, "%s.", _(subcommand->summary)));
    if (subcommand->usage[0]) {
        document_gap(cli->document);
        document_text(cli->document, 0, _(subcommand->usage));
    }
    document_gap(cli->document);
    document_text(cli->document, 0, _("vademecum --help has the options for all commands."));
}

void help_version(const struct cli *cli) {
    document_line(cli->document, 0, "Vademecum " VADEMECUM_VERSION);
    document_text(
        cli->document, 0,
        _("Free software under the GNU General Public License, version 3 or later; without "
          "any warranty. The catalogue's texts: CC BY 4.0."));
}
