#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"
#include "vademecum/report/answers.h"

int plan_run(struct cli *cli, const char *const *arguments, size_t count) {
    const char *practice = count > 0 ? arguments[0] : NULL;
    const struct report report = cli_report(cli);
    struct fault fault;
    const struct answers answers = answers_gather(&report, practice);
    if (answers.count == 0 && practice && !logbook_practice(cli, practice, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct answers plan = answers_plan(&report, &answers);
    struct sheet sheet;
    answers_plan_sheet(&report, &plan, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        answers_plan_text(&report, &plan);
    }
    return CLI_DONE;
}
