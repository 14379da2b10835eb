/*
 * known: whether an id that was typed is known here, and what was most likely meant.
 */
#ifndef VADEMECUM_CLI_KNOWN_H
#define VADEMECUM_CLI_KNOWN_H

#include "vademecum/base/fault.h"
#include "vademecum/cli/cli.h"

#include <stdbool.h>

/*
 * Whether there is a practice with this id, of the catalogue or an own one; false fills the fault
 * (FAULT_WANTING) with the one that was most likely meant. cli->log is open.
 */
bool known_practice(const struct cli *cli, const char *id, struct fault *fault);

/*
 * Fills the fault (FAULT_WANTING) that there is no item with this id, with the one that was most
 * likely meant; of questions too when `questions`. Always false.
 */
bool known_refuse_item(const struct cli *cli, const char *id, bool questions, struct fault *fault);

#endif
