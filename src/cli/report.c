#include "vademecum/base/words.h"
#include "vademecum/cli/known.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/exchange/deliver.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/calendar.h"
#include "vademecum/report/handout.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MAIL_WIDTH = 72 /* columns: what mail programs quote without breaking lines */
};

/* The ending of a file for each format that has another one than its name. */
static const struct {
    const char *format;
    const char *ending;
} endings[] = {{"text", "txt"}};

static const char *ending_of(const char *format) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (strcmp(endings[i].format, format) == 0) {
            return endings[i].ending;
        }
    }
    return format;
}

static struct handout wish_read(const struct cli *cli, const char *practice) {
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
    return handout;
}

/* Writes the report of one practice to report->document or, for programs, as rows. */
static bool practice_report(struct cli *cli, struct report *report, const char *practice,
                            struct fault *fault) {
    const struct handout handout = wish_read(cli, practice);
    report->review = handout_review(report, &handout, fault);
    if (!report->review) {
        return false;
    }
    if (cli->format->pen) {
        handout_write(report, &handout);
        return true;
    }
    if (!cli->format->write) {
        calendar_write(report, practice, handout.anonymous);
        return true;
    }
    const struct answers answers = answers_gather(report, practice);
    struct sheet sheet;
    if (handout.kind == HANDOUT_PLAN || handout.kind == HANDOUT_GAPS) {
        const struct answers plan = answers_plan(report, &answers);
        answers_plan_sheet(report, &plan, &sheet);
    } else {
        answers_sheet(report, &answers, &sheet);
    }
    cli->format->write->sheet(report, &sheet);
    return true;
}

/* Where a report goes: into the folder that was named, or to the file itself. */
static const char *path_of(const struct cli *cli, const struct report *report,
                           const char *practice) {
    const char *output = cli->options->values[OPTION_OUTPUT];
    struct stat found;
    const size_t length = strlen(output);
    const bool folder = (stat(output, &found) == 0 && S_ISDIR(found.st_mode)) ||
                        (length > 0 && output[length - 1] == '/');
    if (!folder) {
        return output;
    }
    const struct handout handout = wish_read(cli, practice);
    return cli_inside(cli->arena, output,
                      arena_printf(cli->arena, "%s.%s", handout_name(report, &handout),
                                   ending_of(cli->options->values[OPTION_FORMAT]
                                                 ? cli->options->values[OPTION_FORMAT]
                                                 : "text")));
}

/* Writes it whole in memory first, so that no half of it ever stands in a file. */
static bool practice_deliver(struct cli *cli, const char *practice, struct fault *fault) {
    char *bytes = NULL;
    size_t length = 0;
    struct report report = cli_report(cli);
    struct document document = *cli->document;
    document.out = open_memstream(&bytes, &length);
    document.terminal = false;
    document.letters = LETTERS_ALL;
    document.width = MAIL_WIDTH;
    if (!document.out) {
        return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL, "%s",
                         _("There is not enough memory for the report."));
    }
    report.document = &document;
    report.terminal = false;
    bool done = practice_report(cli, &report, practice, fault);
    if (cli->format->pen) {
        document_end(&document);
    }
    done = fclose(document.out) == 0 && done;
    const char *written;
    done = done && deliver_file(path_of(cli, &report, practice), bytes, length, cli->arena,
                                &written, fault);
    free(bytes);
    if (done) {
        struct document told = *cli->document;
        told.pen = &pen_text;
        document_line(&told, 0, arena_printf(cli->arena, _("written: %s"), written));
    }
    return done;
}

int report_run(struct cli *cli, const char *const *arguments, size_t count) {
    struct fault fault;
    const bool files = cli->options->values[OPTION_OUTPUT] != NULL;
    if (count > 1 && !files) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("reports of several practices go into a folder; name it with -o DIR/"));
        return cli_fail(cli, &fault);
    }
    for (size_t i = 0; i < count; i++) {
        struct report report = cli_report(cli);
        if (!known_practice(cli, arguments[i], &fault) ||
            !(files ? practice_deliver(cli, arguments[i], &fault)
                    : practice_report(cli, &report, arguments[i], &fault))) {
            return cli_fail(cli, &fault);
        }
    }
    return CLI_DONE;
}
