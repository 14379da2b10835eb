#include "vademecum/cli/cli.h"
#include "vademecum/report/own_list.h"

int list_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    const struct report report = cli_report(cli);
    const struct practice *const *practices = own_list_all(&report, &count);
    cli->format->write->list(&report, practices, count);
    return CLI_DONE;
}
