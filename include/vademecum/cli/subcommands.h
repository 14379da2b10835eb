/*
 * subcommands: the table of subcommands, and those that have a file of their own. Only main
 * includes this: the others find the table in struct cli.
 */
#ifndef VADEMECUM_CLI_SUBCOMMANDS_H
#define VADEMECUM_CLI_SUBCOMMANDS_H

#include "vademecum/cli/cli.h"

#include <stddef.h>

/* All subcommands, `*count` of them, in the order of the help. Static. */
const struct subcommand *subcommands_all(size_t *count);

/* Each in the file of its name; see struct subcommand. */
int check_log_run(struct cli *cli, const char *const *arguments, size_t count);
int check_run(struct cli *cli, const char *const *arguments, size_t count);
int enter_run(struct cli *cli, const char *const *arguments, size_t count);
int help_run(struct cli *cli, const char *const *arguments, size_t count);
int import_run(struct cli *cli, const char *const *arguments, size_t count);
int keys_run(struct cli *cli, const char *const *arguments, size_t count);
int report_run(struct cli *cli, const char *const *arguments, size_t count);
int search_run(struct cli *cli, const char *const *arguments, size_t count);
/* What more there is to say of set, untranslated. */
extern const char set_usage[];
int set_run(struct cli *cli, const char *const *arguments, size_t count);
int show_run(struct cli *cli, const char *const *arguments, size_t count);
int tick_run(struct cli *cli, const char *const *arguments, size_t count);

#endif
