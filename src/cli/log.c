#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"
#include "vademecum/report/events.h"

int log_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    struct report report = cli_report(cli);
    if (!cli->options->values[OPTION_REVIEWER]) {
        report.reviewer = NULL;
    }
    const struct event *const *events = events_gather(&report, &count);
    struct sheet sheet;
    events_sheet(&report, events, count, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        events_text(&report, events, count);
    }
    return CLI_DONE;
}
