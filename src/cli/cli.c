#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"

#include "vademecum/base/words.h"
#include "vademecum/catalogue/codes.h"

#include <string.h>
#include <sys/stat.h>

static bool words_check(const struct cli *cli, const struct subcommand *subcommand,
                        struct fault *fault);
static int subcommand_do(struct cli *cli, const struct subcommand *subcommand);
static void left_out_tell(const struct cli *cli, const struct subcommand *subcommand);
static void language_tell(const struct cli *cli);

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
    cli->format = formats_find(format ? format : "text");
    if (!cli->format->pen) {
        return subcommand_do(cli, subcommand);
    }
    cli->document->pen = cli->format->pen;
    const int status = subcommand_do(cli, subcommand);
    document_end(cli->document);
    return status;
}

bool cli_open(struct cli *cli, struct catalogue *catalogue, unsigned files) {
    struct fault fault;
    return catalogue_open(catalogue, cli->arena, cli->path, files, &fault) ||
           cli_refuse(cli, cli->path, &fault) == CLI_DONE;
}

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
    cli_complain(cli, defect_line(&defect, cli->arena));
    return CLI_FAILED;
}

int cli_fail(const struct cli *cli, const struct fault *fault) {
    cli_complain(cli, fault_line(fault, cli->arena));
    return fault->kind == FAULT_WANTING ? CLI_WANTING : CLI_FAILED;
}

/* Wrapped only for people: what reads a file of complaints finds each on a line of its own. */
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

struct report cli_report(const struct cli *cli) {
    return (struct report){
        .catalogue = cli->catalogue,
        .review = cli->log ? log_review(cli->log) : NULL,
        .reviewer = cli->log ? cli->places.reviewer : NULL,
        .lang = cli->options->values[OPTION_LANG],
        .arena = cli->arena,
        .document = cli->document,
        .signs = cli->signs,
        .now = clock_now(&cli->clock),
        .terminal = cli->terminal,
    };
}

static int subcommand_do(struct cli *cli, const struct subcommand *subcommand) {
    const struct options *options = cli->options;
    struct catalogue catalogue;
    if (subcommand->opens) {
        if (!cli_open(cli, &catalogue, subcommand->reads)) {
            return CLI_FAILED;
        }
        cli->catalogue = &catalogue;
        left_out_tell(cli, subcommand);
        language_tell(cli);
    }
    if (subcommand->log == LOG_UNUSED) {
        return subcommand->run(cli, options->words + 1, options->word_count - 1);
    }
    if (!logbook_begin(cli, subcommand->log)) {
        return CLI_FAILED;
    }
    return logbook_end(cli, subcommand->run(cli, options->words + 1, options->word_count - 1));
}

/* Whether the options suit the subcommand. */
static bool options_check(const struct cli *cli, const struct subcommand *subcommand,
                          struct fault *fault) {
    const struct options *options = cli->options;
    const char *name = subcommand->name;
    if (options->values[OPTION_FORMAT] && !subcommand->formats) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s has text only, so it takes no --format; see vademecum %s --help"),
                         name, name);
    }
    const char *format = options->values[OPTION_FORMAT];
    if (format && !formats_find(format)->write && !subcommand->reports) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("the format %s is for report only; see vademecum %s --help"), format,
                         name);
    }
    const bool accept = options->values[OPTION_ACCEPT] != NULL;
    if ((accept || options->values[OPTION_ASIDE]) && !subcommand->accepts) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s is for check-log only; leave it out of %s"),
                         accept ? "--accept" : "--aside", name);
    }
    if ((options->where_count > 0 || options->values[OPTION_SORT]) && !subcommand->searches) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("--where and --sort are for search only; leave them out of %s"), name);
    }
    for (enum option_id id = OPTION_FOR; id <= OPTION_OUTPUT; id++) {
        if (options->values[id] && !subcommand->reports) {
            return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                             _("%s is for report only; leave it out of %s"),
                             option_name(id, cli->arena), name);
        }
    }
    if (options->values[OPTION_SCRIPT]) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("--script is for browsing; leave out the command '%s'"), name);
    }
    return true;
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
    return options_check(cli, subcommand, fault);
}

/* Only of the files that were read, for in the others nobody has looked. */
static void left_out_tell(const struct cli *cli, const struct subcommand *subcommand) {
    const size_t count = cli->catalogue->faults.left_out;
    if (count > 0) {
        cli_complain(cli, arena_printf(cli->arena,
                                       ngettext("%zu row of the files that %s reads was left out; "
                                                "vademecum check %s tells why",
                                                "%zu rows of the files that %s reads were left "
                                                "out; vademecum check %s tells why",
                                                count),
                                       count, subcommand->name, cli->path));
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
        if (codes_tag_serves(languages[i], lang)) {
            return;
        }
        line = arena_printf(cli->arena, "%s%s%s", line, i ? ", " : "", languages[i]);
    }
    cli_complain(cli, count ? arena_printf(cli->arena,
                                           _("the catalogue has nothing in '%s', only in %s"), lang,
                                           line)
                            : _("the catalogue has nothing in other languages"));
}
