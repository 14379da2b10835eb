/*
 * reviews_open: opens the reviews for subcommands, writes to them and closes them.
 *
 * Order of calls: reviews_open; the others; reviews_close.
 */
#ifndef VADEMECUM_CLI_REVIEWS_OPEN_H
#define VADEMECUM_CLI_REVIEWS_OPEN_H

#include "vademecum/base/fault.h"
#include "vademecum/cli/cli.h"
#include "vademecum/review/log.h"

#include <stdbool.h>

/*
 * Finds the places and opens the log. False after a complaint; the exit status is then CLI_FAILED.
 * A log that can only be read in part is opened, with a complaint; for LOG_ASIDE an empty one where
 * there is no place for reviews.
 */
bool reviews_open(struct cli *cli, enum log_use use);

/* Closes the log, and returns the exit status of a subcommand that has ended with `status`. */
int reviews_close(struct cli *cli, int status);

/*
 * Appends an event; a mark in a round that is closed begins the next one. False and the fault when
 * it is not saved.
 */
bool reviews_append(struct cli *cli, const struct statement *words, struct fault *fault);

/*
 * Writes one event and says so: "saved", its id; or a complaint that tells where it is instead, and
 * what to do. Returns the exit status.
 */
int reviews_save(struct cli *cli, const struct statement *words);

/* Says what became of an event, when log_append or log_accept returned `saved` and this fault. */
int reviews_told(struct cli *cli, bool saved, const struct fault *fault);

#endif
