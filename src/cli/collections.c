#include "vademecum/cli/cli.h"

int collections_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    const struct report report = cli_report(cli);
    cli->format->write->collections(&report);
    return CLI_DONE;
}
