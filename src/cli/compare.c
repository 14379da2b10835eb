#include "vademecum/report/compare.h"

#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"

int compare_run(struct cli *cli, const char *const *arguments, size_t count) {
    const struct report report = cli_report(cli);
    struct fault fault;
    for (size_t i = 0; i < count; i++) {
        if (!logbook_practice(cli, arguments[i], &fault)) {
            return cli_fail(cli, &fault);
        }
    }
    struct sheet sheet;
    compare_sheet(&report, arguments, count, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        compare_text(&report, arguments, count);
    }
    return CLI_DONE;
}
