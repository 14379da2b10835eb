#include "vademecum/base/words.h"
#include "vademecum/cli/cli.h"

int show_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    const char *id = arguments[0];
    const struct practice *practice = catalogue_practice(cli->catalogue, id);
    if (practice) {
        const struct report report = cli_report(cli);
        cli->format->practice(&report, practice);
        return CLI_DONE;
    }
    const struct practice *meant = catalogue_nearest(cli->catalogue, id);
    struct fault fault;
    if (meant) {
        fault_set(&fault, FAULT_WANTING, NULL, 0, NULL, _("no practice '%s'; did you mean %s?"), id,
                  record_cell(&meant->record, PRACTICE_ID));
    } else {
        fault_set(&fault, FAULT_WANTING, NULL, 0, NULL,
                  _("no practice '%s'; vademecum list shows them all"), id);
    }
    return cli_fail(cli, &fault);
}
