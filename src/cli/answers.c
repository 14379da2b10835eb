#include "vademecum/report/answers.h"
#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"

int answers_run(struct cli *cli, const char *const *arguments, size_t count) {
    const char *practice = count > 0 ? arguments[0] : NULL;
    const struct report report = cli_report(cli);
    struct fault fault;
    const struct answers answers = answers_gather(&report, practice);
    if (answers.count == 0 && practice && !logbook_practice(cli, practice, &fault)) {
        return cli_fail(cli, &fault);
    }
    struct sheet sheet;
    answers_sheet(&report, &answers, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        answers_text(&report, &answers);
    }
    return CLI_DONE;
}
