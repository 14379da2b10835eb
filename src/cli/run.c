#include "vademecum/cli/run.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/cli/help.h"
#include "vademecum/cli/reviews_open.h"

#include <string.h>

/* Options that every subcommand takes, and those of which it is said why they are not taken. */
static const uint64_t usual = OPTION_BIT(OPTION_CATALOGUE) | OPTION_BIT(OPTION_REVIEWS) |
                              OPTION_BIT(OPTION_REVIEWER) | OPTION_BIT(OPTION_LANG) |
                              OPTION_BIT(OPTION_ASCII) | OPTION_BIT(OPTION_WORDS) |
                              OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_HELP) |
                              OPTION_BIT(OPTION_VERSION) | OPTION_BIT(OPTION_FORMAT) |
                              OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_SEMICOLON) |
                              OPTION_BIT(OPTION_SCRIPT) | OPTION_BIT(OPTION_SIZE);

/* The names of the subcommands that take an option. */
static const char *takers(const struct cli *cli, enum option_id id) {
    const char *line = "";
    for (size_t i = 0; i < cli->subcommand_count; i++) {
        if (cli->subcommands[i].takes & OPTION_BIT(id)) {
            line = arena_printf(cli->arena, "%s%s%s", line, line[0] ? ", " : "",
                                cli->subcommands[i].name);
        }
    }
    return line;
}

/* The name of the format that is wanted, NULL for none: a file may end in any way. */
static const char *format_wanted(const struct cli *cli, const struct subcommand *subcommand) {
    const bool meant = cli->options->format_meant;
    return meant && !(subcommand->takes & OPTION_BIT(OPTION_FORMAT))
               ? NULL
               : cli->options->values[OPTION_FORMAT];
}

static bool format_check(const struct cli *cli, const struct subcommand *subcommand,
                         struct fault *fault) {
    const struct options *options = cli->options;
    const char *format = format_wanted(cli, subcommand);
    const bool reports = subcommand->takes & OPTION_BIT(OPTION_FOR);
    if (format && !(subcommand->takes & OPTION_BIT(OPTION_FORMAT))) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s has text only, so it takes no --format; see vademecum %s --help"),
                         subcommand->name, subcommand->name);
    }
    if (format && !formats_find(format)->write && !reports) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("the format %s is for report only; see vademecum %s --help"), format,
                         subcommand->name);
    }
    if (options->values[OPTION_SEMICOLON] && (!format || strcmp(format, "csv") != 0)) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                         _("--semicolon is for --format csv only; give both, or leave it out"));
    }
    return true;
}

/* Whether the options suit the subcommand. */
static bool options_check(const struct cli *cli, const struct subcommand *subcommand,
                          struct fault *fault) {
    const struct options *options = cli->options;
    if (!format_check(cli, subcommand, fault)) {
        return false;
    }
    for (enum option_id id = 0; id < OPTION_COUNT; id++) {
        if (options->values[id] && !((usual | subcommand->takes) & OPTION_BIT(id))) {
            return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                             _("%s is for %s only; leave it out of %s"),
                             options_name(id, cli->arena), takers(cli, id), subcommand->name);
        }
    }
    if (options->values[OPTION_SCRIPT]) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("--script is for browsing; leave out the command '%s'"),
                         subcommand->name);
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

/* A large catalogue is not read further than the command needs it. */
static bool catalogue_read(struct cli *cli, struct catalogue *catalogue,
                           const struct subcommand *subcommand) {
    const unsigned told = cli->format->write == &report_json ? subcommand->reads_json : 0;
    const unsigned lang = cli->options->values[OPTION_LANG] ? CATALOGUE_TRANSLATIONS : 0;
    struct fault fault;
    const bool opened =
        subcommand->one
            ? catalogue_open_practice(catalogue, cli->arena, cli->path, cli->options->words[1],
                                      CATALOGUE_OF_PRACTICES | lang, &fault)
            : catalogue_open(catalogue, cli->arena, cli->path, subcommand->reads | told | lang,
                             &fault);
    return opened || cli_refuse(cli, cli->path, &fault) == CLI_DONE;
}

/* Counts only the files that were read. */
static void left_out_tell(const struct cli *cli, const struct subcommand *subcommand) {
    const size_t count = cli->catalogue->faults.left_out;
    if (count > 0) {
        cli_complain(cli, arena_printf(cli->arena,
                                       ngettext("%zu row of what %s reads was left out; "
                                                "vademecum check %s tells why",
                                                "%zu rows of what %s reads were left out; "
                                                "vademecum check %s tells why",
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

static int subcommand_do(struct cli *cli, const struct subcommand *subcommand) {
    const struct options *options = cli->options;
    struct catalogue catalogue;
    if (subcommand->opens) {
        if (!catalogue_read(cli, &catalogue, subcommand)) {
            return CLI_FAILED;
        }
        cli->catalogue = &catalogue;
        left_out_tell(cli, subcommand);
        language_tell(cli);
    }
    if (subcommand->log == LOG_UNUSED) {
        return subcommand->run(cli, options->words + 1, options->word_count - 1);
    }
    if (!reviews_open(cli, subcommand->log)) {
        return CLI_FAILED;
    }
    return reviews_close(cli, subcommand->run(cli, options->words + 1, options->word_count - 1));
}

int run_subcommand(struct cli *cli) {
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
    const char *format = format_wanted(cli, subcommand);
    cli->format = formats_find(format ? format : "text");
    if (!cli->format->pen) {
        return subcommand_do(cli, subcommand);
    }
    cli->document->pen = cli->format->pen;
    const int status = subcommand_do(cli, subcommand);
    document_end(cli->document);
    return status;
}
