/*
 * project_amount: turns a sum of money as people write it into one as practices.csv has it.
 */
#ifndef VADEMECUM_IMPORT_PROJECT_AMOUNT_H
#define VADEMECUM_IMPORT_PROJECT_AMOUNT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>

/*
 * "1 234 567,50 Kč" → "1234567.50" and "CZK"; `*currency` is "" when none stands there. `decimal`,
 * ',' or '.', says what stands before the decimals; 0 when it is not known: then it is found out,
 * and 1,234 is refused. False and the fault (FAULT_USAGE) for what is no sum.
 */
bool project_amount_read(struct arena *arena, const char *text, char decimal, const char **amount,
                         const char **currency, struct fault *fault);

/* "Kč" → "CZK", "EUR" → "EUR"; NULL for an unknown currency. In `arena` or static. */
const char *project_amount_currency(struct arena *arena, const char *text);

#endif
