#include "vademecum/base/i18n.h"
#include "vademecum/cli/known.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/exchange/deliver.h"
#include "vademecum/report/paper.h"

#include <string.h>

static struct paper paper_wanted(const struct cli *cli, const char *practice) {
    const struct options *options = cli->options;
    struct handout handout = handout_usual(practice);
    const char *reader = options->values[OPTION_FOR];
    for (size_t i = 0; reader && handout_readers[i]; i++) {
        if (strcmp(handout_readers[i], reader) == 0) {
            handout.reader = (enum handout_reader)i;
        }
    }
    handout.kind = options->values[OPTION_BLANK]  ? HANDOUT_BLANK
                   : options->values[OPTION_PLAN] ? HANDOUT_PLAN
                   : options->values[OPTION_GAPS] ? HANDOUT_GAPS
                                                  : HANDOUT_REPORT;
    handout.anonymous = options->values[OPTION_PUBLIC] != NULL;
    handout.no_comment = handout.anonymous;
    handout.no_evidence = handout.anonymous;
    handout.at = options->values[OPTION_AT];
    if (options->reviewer_count > 1) {
        handout.others = options->reviewers + 1;
        handout.other_count = options->reviewer_count - 1;
    }
    const char *format = options->values[OPTION_FORMAT];
    return (struct paper){.handout = handout, .format = format ? format : "text"};
}

static bool practice_report(const struct cli *cli, const char *practice, struct fault *fault) {
    const struct report report = cli_report(cli);
    const struct paper paper = paper_wanted(cli, practice);
    return paper_write(&report, &paper, fault);
}

/* Makes it whole in memory first, so that no half of it ever stands in a file. */
static bool practice_deliver(const struct cli *cli, const char *practice, struct fault *fault) {
    const struct report report = cli_report(cli);
    const struct paper paper = paper_wanted(cli, practice);
    size_t length;
    const char *bytes = paper_bytes(&report, &paper, &length, fault);
    const char *written;
    if (!bytes || !deliver_file(cli_output(cli, paper_name(&report, &paper)), bytes, length,
                                cli->arena, &written, fault)) {
        return false;
    }
    struct document told = *cli->document;
    told.pen = &pen_text;
    document_line(&told, 0, arena_printf(cli->arena, _("written: %s"), written));
    return true;
}

/* Says what the paper has no place for, and writes it. */
static bool practice_give(const struct cli *cli, const char *practice, struct fault *fault) {
    struct report then = cli_report(cli);
    if (!cli_past(cli, &then, practice, fault)) {
        return false;
    }
    return cli->options->values[OPTION_OUTPUT] ? practice_deliver(cli, practice, fault)
                                               : practice_report(cli, practice, fault);
}

int report_run(struct cli *cli, const char *const *arguments, size_t count) {
    struct fault fault;
    const bool files = cli->options->values[OPTION_OUTPUT] != NULL;
    if (count > 1 && !files) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("reports of several practices go into a folder; name it with -o DIR/"));
        return cli_fail(cli, &fault);
    }
    const char *const *practices = known_practices(cli, arguments, count, &fault);
    for (size_t i = 0; practices && i < count; i++) {
        if (!practice_give(cli, practices[i], &fault)) {
            return cli_fail(cli, &fault);
        }
    }
    if (!practices) {
        return cli_fail(cli, &fault);
    }
    return CLI_DONE;
}
