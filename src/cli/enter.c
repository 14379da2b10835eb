#include "vademecum/base/i18n.h"
#include "vademecum/cli/known.h"
#include "vademecum/cli/reviews_open.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/report/dossier.h"
#include "vademecum/report/form_line.h"
#include "vademecum/report/sign.h"

#include <string.h>

enum {
    LINE_ROOM = 1024 /* bytes of a line of a form */
};

/* Says in words what was read, so that a slip is seen before it is saved. */
static void entry_tell(const struct report *report, const struct form_line *entry) {
    document_heading(
        report->document, HEADING_QUESTION,
        report_cell(report, SCHEMA_QUESTIONS, &entry->question->record, QUESTION_TEXT));
    for (size_t i = 0; i < entry->question->item_count; i++) {
        const struct sign sign = report_sign(report, entry->question->criterion->checklist,
                                             entry->verdicts[i], SIGN_WORDS);
        if (entry->verdicts[i] == VERDICT_NONE) {
            continue; /* it stays as it is */
        }
        document_item(
            report->document, 1, sign, sign_width(SIGN_WORDS, report->document->letters) + 1,
            report_cell(report, SCHEMA_ITEMS, &entry->question->items[i].record, ITEM_TEXT));
    }
    fflush(report->document->out);
}

/* Saves each mark that the line gives; what it leaves open stays as it is. */
static bool entry_save(struct cli *cli, const char *practice, const struct form_line *entry,
                       size_t *saved, struct fault *fault) {
    for (size_t i = 0; i < entry->question->item_count; i++) {
        const struct statement words = {
            .practice = practice,
            .item = record_cell(&entry->question->items[i].record, ITEM_ID),
            .field = "verdict",
            .value = verdict_name(entry->verdicts[i]),
        };
        if (entry->verdicts[i] == VERDICT_NONE) {
            continue;
        }
        if (!reviews_append(cli, &words, fault)) {
            return false;
        }
        ++*saved;
    }
    return true;
}

/* Asks on a terminal; elsewhere nobody can answer, and the lines were written with care. */
static bool answer_is_yes(const struct cli *cli) {
    char line[LINE_ROOM];
    if (!cli->asks) {
        return true;
    }
    document_line(cli->document, 0, _("Save these? y: yes, anything else: no"));
    fflush(cli->document->out);
    return fgets(line, sizeof line, stdin) && (line[0] == 'y' || line[0] == 'Y');
}

/* Reads the form to its end: each line that can be used is read back, then saved. */
static int form_read(struct cli *cli, const struct dossier *dossier) {
    char line[LINE_ROOM];
    size_t saved = 0;
    int status = CLI_DONE;
    for (long number = 1; fgets(line, sizeof line, stdin); number++) {
        struct form_line entry;
        struct fault fault;
        if (form_line_blank(line, strlen(line))) {
            continue;
        }
        if (!form_line_read(dossier->checklist, line, strlen(line), &entry, cli->arena, &fault)) {
            cli_complain(cli, arena_printf(cli->arena, _("line %ld: %s"), number, fault.text));
            status = CLI_WANTING;
            continue;
        }
        entry_tell(dossier->report, &entry);
        if (answer_is_yes(cli) &&
            !entry_save(cli, dossier->handout->practice, &entry, &saved, &fault)) {
            return reviews_told(cli, false, &fault);
        }
    }
    document_line(
        cli->document, 0,
        arena_printf(cli->arena, ngettext("%zu mark saved", "%zu marks saved", saved), saved));
    return status;
}

int enter_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    struct fault fault;
    const struct report report = cli_report(cli);
    const char *practice = known_practice(cli, arguments[0], &fault);
    if (!practice) {
        return cli_fail(cli, &fault);
    }
    const struct handout handout = handout_usual(practice);
    const struct dossier dossier = dossier_make(&report, &handout);
    if (!dossier.checklist) {
        fault_set(&fault, FAULT_WANTING, NULL, 0, NULL, "%s",
                  _("There is no checklist to review it by."));
        return cli_fail(cli, &fault);
    }
    return form_read(cli, &dossier);
}
