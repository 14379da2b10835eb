/*
 * help: writes what --help and --version say.
 */
#ifndef VADEMECUM_CLI_HELP_H
#define VADEMECUM_CLI_HELP_H

#include "vademecum/cli/cli.h"

/* Writes the help of the program, or that of a subcommand. */
void help_program(const struct cli *cli);
void help_subcommand(const struct cli *cli, const struct subcommand *subcommand);

/* Writes the version and the licence. */
void help_version(const struct cli *cli);

#endif
