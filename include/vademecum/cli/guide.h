/*
 * guide: the subcommand that shows what others did, on a criterion, a question or an area.
 */
#ifndef VADEMECUM_CLI_GUIDE_H
#define VADEMECUM_CLI_GUIDE_H

#include "vademecum/cli/cli.h"

#include <stddef.h>

/* A chapter of the guide, or the list of chapters; see struct subcommand. */
int guide_run(struct cli *cli, const char *const *arguments, size_t count);

#endif
