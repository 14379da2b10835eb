#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"
#include "vademecum/report/own_list.h"

int own_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    const struct report report = cli_report(cli);
    const char *const *ids = own_list_gather(&report, &count);
    struct sheet sheet;
    own_list_sheet(&report, ids, count, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        own_list_text(&report, ids, count);
    }
    return CLI_DONE;
}
