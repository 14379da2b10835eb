/*
 * run: runs the subcommand that the command line names.
 */
#ifndef VADEMECUM_CLI_RUN_H
#define VADEMECUM_CLI_RUN_H

#include "vademecum/cli/cli.h"

/*
 * Runs the subcommand that options->words begin with, opening the catalogue and the reviews when it
 * wants them, and returns the exit status. There must be at least one word. Complaints have been
 * written then.
 */
int run_subcommand(struct cli *cli);

#endif
