/*
 * known: the practice that was typed, and what was most likely meant when there is none.
 */
#ifndef VADEMECUM_CLI_KNOWN_H
#define VADEMECUM_CLI_KNOWN_H

#include "vademecum/base/fault.h"
#include "vademecum/cli/cli.h"

#include <stdbool.h>

/*
 * The id of the practice that was typed, of the catalogue or an own one: by its id, its title, or
 * words that are parts of the id or title of one practice only. Says which one it took unless the
 * id was typed. NULL and the fault (FAULT_WANTING), with those it may be, or with the one that was
 * most likely meant. cli->log is open.
 */
const char *known_practice(const struct cli *cli, const char *typed, struct fault *fault);

/* The same of several, in cli->arena; NULL and the fault when one is not known. */
const char *const *known_practices(const struct cli *cli, const char *const *typed, size_t count,
                                   struct fault *fault);

/*
 * The id of a practice as it was, as it was typed: PRACTICE@WHEN, `*when` the words behind the @ as
 * past_review takes them; NULL when there are none. A practice whose own name has an @ comes first.
 * NULL and the fault as above, or FAULT_USAGE when nothing stands behind the @.
 */
const char *known_practice_at(const struct cli *cli, const char *typed, const char **when,
                              struct fault *fault);

/*
 * Fills the fault (FAULT_WANTING) that there is no item with this id, with the one that was most
 * likely meant; of questions too when `questions`. Always false.
 */
bool known_refuse_item(const struct cli *cli, const char *id, bool questions, struct fault *fault);

#endif
