/*
 * export: the subcommand that writes own practices, or the catalogue, for other programs.
 */
#ifndef VADEMECUM_CLI_EXPORT_H
#define VADEMECUM_CLI_EXPORT_H

#include "vademecum/cli/cli.h"

/* One of the table; see struct subcommand. */
int export_run(struct cli *cli, const char *const *arguments, size_t count);

#endif
