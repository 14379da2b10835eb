/*
 * carry: answers as files, for mail and sticks: import review and export review.
 */
#ifndef VADEMECUM_CLI_CARRY_H
#define VADEMECUM_CLI_CARRY_H

#include "vademecum/cli/cli.h"

/*
 * Takes what the file holds and is not here into a new file in the folder of reviews; the log must
 * not be open. Returns the exit status.
 */
int carry_import(struct cli *cli, const char *path);

/*
 * Writes the answers about the practices, or without any all answers, into the file that -o names;
 * cli->log is open. Returns the exit status.
 */
int carry_export(const struct cli *cli, const char *const *practices, size_t count);

#endif
