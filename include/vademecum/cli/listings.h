/*
 * listings: the subcommands that only show what there is: gathered, and written as rows or as text.
 */
#ifndef VADEMECUM_CLI_LISTINGS_H
#define VADEMECUM_CLI_LISTINGS_H

#include "vademecum/cli/cli.h"

/* Each is one of the table; see struct subcommand. */
int listings_list(struct cli *cli, const char *const *arguments, size_t count);
int listings_compare(struct cli *cli, const char *const *arguments, size_t count);
int listings_stats(struct cli *cli, const char *const *arguments, size_t count);
int listings_collections(struct cli *cli, const char *const *arguments, size_t count);
int listings_differ(struct cli *cli, const char *const *arguments, size_t count);
int listings_answers(struct cli *cli, const char *const *arguments, size_t count);
int listings_plan(struct cli *cli, const char *const *arguments, size_t count);
int listings_own(struct cli *cli, const char *const *arguments, size_t count);
int listings_reviews(struct cli *cli, const char *const *arguments, size_t count);
int listings_log(struct cli *cli, const char *const *arguments, size_t count);

#endif
