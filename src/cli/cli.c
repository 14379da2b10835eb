#include "vademecum/cli/cli.h"

#include "vademecum/base/nearest.h"
#include "vademecum/base/words.h"

#include <string.h>

static bool words_check(const struct cli *cli, const struct subcommand *subcommand,
                        struct fault *fault);
static void left_out_tell(const struct cli *cli);
static void language_tell(const struct cli *cli);

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct subcommand subcommands[] = {
    {
        .name = "list",
        .arguments = "",
        .opens = true,
        .formats = true,
        .summary = N_("List the practices by title"),
        .usage = N_("Each row has the title, the country and place, and the id that "
                    "\"vademecum show\" takes.\n\n"
                    "csv has the columns of practices.csv, cell by cell as they are there, so it "
                    "can be put back; open it in a spreadsheet only if you trust the catalogue. "
                    "json has the same columns, and the terms of each practice by scheme."),
        .run = list_run,
    },
    {
        .name = "show",
        .arguments = N_("PRACTICE"),
        .least = 1,
        .most = 1,
        .opens = true,
        .formats = true,
        .summary = N_("Show a practice with its answers, marks and tools"),
        .usage = N_("PRACTICE is an id; \"vademecum list\" shows them all.\n\n"
                    "json is one object: the columns of practices.csv, terms by scheme, and "
                    "criteria, their questions, and their items and tools. A question that was "
                    "not assessed has the answer null; the mark of an item is met, not_met, "
                    "unmarked, or absent where the source does not list the item.\n\n"
                    "csv has one row for each item. A text that a spreadsheet would take for a "
                    "formula has a ' before it."),
        .run = show_run,
    },
    {
        .name = "stats",
        .arguments = "",
        .opens = true,
        .formats = true,
        .summary = N_("Count what the catalogue and its checklists hold"),
        .usage = N_("json is one object: \"catalogue\" has the counts of the whole, and "
                    "\"checklists\" those of each checklist under its id. csv has one row for "
                    "each count; the first cell is empty for the whole."),
        .run = stats_run,
    },
    {
        .name = "collections",
        .arguments = "",
        .opens = true,
        .formats = true,
        .summary = N_("Show the collections that practices come from"),
        .usage = N_("csv has the columns of collections.csv, cell by cell as they are there; open "
                    "it in a spreadsheet only if you trust the catalogue. json has the same "
                    "columns, and the number of practices that are here."),
        .run = collections_run,
    },
    {
        .name = "check",
        .arguments = N_("[DIR]"),
        .most = 1,
        .summary = N_("Look for every defect of a catalogue"),
        .usage = N_("DIR is the folder of the catalogue, else the one that is in use. Each defect "
                    "is a line FILE:LINE: COLUMN: what is wrong and what to do; the last line "
                    "counts them.\n\n"
                    "The exit status is 0 without a defect, 1 with any, and 2 when DIR cannot be "
                    "read."),
        .run = check_run,
    },
    {
        .name = "keys",
        .arguments = "",
        .summary = N_("List the keys and commands for browsing"),
        .usage = N_("While browsing, ':' and the name of a command does the same as its key.\n\n"
                    "In a script for --script, letters stand for themselves, and other keys in "
                    "angle brackets: <Enter>, <Down>, <Space>, <C-l> for Ctrl-L, <lt> for <."),
        .run = keys_run,
    },
    {
        .name = "help",
        .arguments = N_("[COMMAND]"),
        .most = 1,
        .summary = N_("Show this help, or that of a command"),
        .usage = "",
        .run = help_run,
    },
};

int cli_run(struct cli *cli) {
    const struct options *options = cli->options;
    const struct subcommand *subcommand = cli_find(cli, options->words[0]);
    struct fault fault;
    if (!subcommand) {
        return CLI_FAILED;
    }
    if (options->values[OPTION_HELP]) {
        help_subcommand(cli, subcommand);
        return CLI_DONE;
    }
    if (!words_check(cli, subcommand, &fault)) {
        return cli_fail(cli, &fault);
    }
    const char *format = options->values[OPTION_FORMAT];
    cli->format = report_format_find(format ? format : "text");
    struct catalogue catalogue;
    if (subcommand->opens) {
        if (!cli_open(cli, &catalogue)) {
            return CLI_FAILED;
        }
        cli->catalogue = &catalogue;
        left_out_tell(cli);
        language_tell(cli);
    }
    return subcommand->run(cli, options->words + 1, options->word_count - 1);
}

bool cli_open(struct cli *cli, struct catalogue *catalogue) {
    struct fault fault;
    return catalogue_open(catalogue, cli->arena, cli->path, CATALOGUE_USE, &fault) ||
           cli_refuse(cli, cli->path, &fault) == CLI_DONE;
}

int cli_refuse(const struct cli *cli, const char *path, const struct fault *fault) {
    const bool elsewhere = fault->kind == FAULT_WANTING || strcmp(fault->file, path) == 0;
    const struct defect defect = {
        .kind = fault->kind,
        .file = cli_file(cli->arena, path, fault->file),
        .line = fault->line,
        .column = fault->column,
        .text = arena_printf(cli->arena, "%s%s", fault->text,
                             elsewhere ? _(" Name the folder of a catalogue with -C DIR.") : ""),
    };
    cli_complain(cli, defect_line(&defect, cli->arena));
    return CLI_FAILED;
}

int cli_fail(const struct cli *cli, const struct fault *fault) {
    cli_complain(cli, fault_line(fault, cli->arena));
    return fault->kind == FAULT_WANTING ? CLI_WANTING : CLI_FAILED;
}

void cli_complain(const struct cli *cli, const char *sentence) {
    fprintf(cli->err, "vademecum: %s\n", text_clean_line(cli->arena, sentence, cli->paper.letters));
}

const char *cli_file(struct arena *arena, const char *path, const char *file) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (strcmp(schema_get(id)->file, file) == 0) {
            const size_t length = strlen(path);
            const char *slash = length > 0 && path[length - 1] == '/' ? "" : "/";
            return arena_printf(arena, "%s%s%s", path, slash, file);
        }
    }
    return file;
}

struct report cli_report(const struct cli *cli) {
    return (struct report){
        .catalogue = cli->catalogue,
        .lang = cli->options->values[OPTION_LANG],
        .arena = cli->arena,
        .paper = cli->paper,
        .signs = cli->signs,
        .terminal = cli->terminal,
    };
}

const struct subcommand *cli_subcommands(size_t *count) {
    *count = COUNT(subcommands);
    return subcommands;
}

const struct subcommand *cli_find(const struct cli *cli, const char *name) {
    const char *meant = NULL;
    int least = NEAREST_FAR;
    for (size_t i = 0; i < COUNT(subcommands); i++) {
        if (strcmp(subcommands[i].name, name) == 0) {
            return &subcommands[i];
        }
        const int distance = nearest_distance(cli->arena, name, subcommands[i].name);
        if (distance < least) {
            least = distance;
            meant = subcommands[i].name;
        }
    }
    if (meant) {
        cli_complain(cli, arena_printf(cli->arena,
                                       _("no command '%s'; did you mean %s? See vademecum --help"),
                                       name, meant));
    } else {
        cli_complain(cli,
                     arena_printf(cli->arena, _("no command '%s'; see vademecum --help"), name));
    }
    return NULL;
}

/* Whether the number of arguments and the options suit the subcommand. */
static bool words_check(const struct cli *cli, const struct subcommand *subcommand,
                        struct fault *fault) {
    const struct options *options = cli->options;
    const size_t count = options->word_count - 1;
    const char *name = subcommand->name;
    if (count < subcommand->least) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s needs %s behind it; see vademecum %s --help"), name,
                         _(subcommand->arguments), name);
    }
    if (count > subcommand->most) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s cannot use '%s'; see vademecum %s --help"), name,
                         options->words[subcommand->most + 1], name);
    }
    if (options->values[OPTION_FORMAT] && !subcommand->formats) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s has text only, so it takes no --format; see vademecum %s --help"),
                         name, name);
    }
    if (options->values[OPTION_SCRIPT]) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("--script is for browsing; leave out the command '%s'"), name);
    }
    return true;
}

static void left_out_tell(const struct cli *cli) {
    const size_t count = cli->catalogue->faults.left_out;
    if (count > 0) {
        cli_complain(cli, arena_printf(cli->arena,
                                       ngettext("%zu row of the catalogue was left out; vademecum "
                                                "check %s tells why",
                                                "%zu rows of the catalogue were left out; "
                                                "vademecum check %s tells why",
                                                count),
                                       count, cli->path));
    }
}

/* A language that the catalogue has nothing in is most likely a slip. */
static void language_tell(const struct cli *cli) {
    const char *lang = cli->options->values[OPTION_LANG];
    if (!lang) {
        return;
    }
    size_t count;
    const char *const *languages = catalogue_languages(cli->catalogue, cli->arena, &count);
    const char *line = "";
    for (size_t i = 0; i < count; i++) {
        if (strcmp(languages[i], lang) == 0) {
            return;
        }
        line = arena_printf(cli->arena, "%s%s%s", line, i ? ", " : "", languages[i]);
    }
    cli_complain(cli, count ? arena_printf(cli->arena,
                                           _("the catalogue has nothing in '%s', only in %s"), lang,
                                           line)
                            : _("the catalogue has nothing in other languages"));
}
