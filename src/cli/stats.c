#include "vademecum/cli/cli.h"

int stats_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    const struct report report = cli_report(cli);
    cli->format->write->stats(&report);
    return CLI_DONE;
}
