/*
 * logbook: the log as subcommands use it. Order of calls: logbook_begin; the others; logbook_end.
 */
#ifndef VADEMECUM_CLI_LOGBOOK_H
#define VADEMECUM_CLI_LOGBOOK_H

#include "vademecum/base/fault.h"
#include "vademecum/cli/cli.h"
#include "vademecum/report/sheet.h"
#include "vademecum/review/log.h"

#include <stdbool.h>

/*
 * Finds the places and opens the log. False after a complaint; the exit status is then CLI_FAILED.
 * A log that can only be read in part is opened, with a complaint; for LOG_ASIDE an empty one where
 * there is no place for reviews.
 */
bool logbook_begin(struct cli *cli, enum log_use use);

/* Closes the log, and returns the exit status when the subcommand itself has ended with `status`.
 */
int logbook_end(struct cli *cli, int status);

/*
 * Writes one event and says so: "saved", its id; or a complaint that tells where it is instead, and
 * what to do. Returns the exit status.
 */
int logbook_save(struct cli *cli, const struct log_words *words);

/* Says what became of an event, when log_append or log_accept returned `saved` and this fault. */
int logbook_tell(struct cli *cli, bool saved, const struct fault *fault);

/*
 * Whether there is a practice with this id, of the catalogue or an own one; false fills the fault
 * (FAULT_WANTING) with the one that was most likely meant.
 */
bool logbook_practice(const struct cli *cli, const char *id, struct fault *fault);

/*
 * The fault (FAULT_WANTING) that there is no item with this id, with the one that was most likely
 * meant; of questions too when `questions`.
 */
void logbook_no_item(const struct cli *cli, const char *id, bool questions, struct fault *fault);

/* Writes rows in the format that was asked for, unless that is text; then false. */
bool logbook_sheet(const struct cli *cli, const struct sheet *sheet);

#endif
