/*
 * known: finds the practice that the user typed, or says which one was most likely meant.
 */
#ifndef VADEMECUM_CLI_KNOWN_H
#define VADEMECUM_CLI_KNOWN_H

#include "vademecum/base/fault.h"
#include "vademecum/cli/cli.h"

#include <stdbool.h>

/*
 * Returns the id of a practice, own or of the catalogue. The user may type its id, its title, or
 * words that are parts of the id or title of one practice only; unless it was the id, it writes
 * which practice it took. NULL and the fault (FAULT_WANTING), which names those that it may be, or
 * the one that was most likely meant. cli->log must be open.
 */
const char *known_practice(const struct cli *cli, const char *typed, struct fault *fault);

/* The same for several, an array in cli->arena; NULL and the fault when one is not known. */
const char *const *known_practices(const struct cli *cli, const char *const *typed, size_t count,
                                   struct fault *fault);

/*
 * The same for PRACTICE@WHEN, a practice as it was then: `*when` gets the words behind the @, for
 * past_review, or NULL without an @. A practice whose own name has an @ comes first. NULL and the
 * fault as above, or FAULT_USAGE when nothing stands behind the @.
 */
const char *known_practice_at(const struct cli *cli, const char *typed, const char **when,
                              struct fault *fault);

/*
 * Fills the fault (FAULT_WANTING): there is no item with this id; it names the one that was most
 * likely meant, which with `questions` may be a question too. Always false.
 */
bool known_refuse_item(const struct cli *cli, const char *id, bool questions, struct fault *fault);

#endif
