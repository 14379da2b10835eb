/*
 * heading: finds where the names of the columns stand at the start of a file, and what separates
 * them. A part of table, for which others call table_open.
 */
#ifndef VADEMECUM_BASE_HEADING_H
#define VADEMECUM_BASE_HEADING_H

#include "vademecum/base/header.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Looks at the first bytes of a file, behind its byte-order mark. False and the fault when its
 * header cannot be read although it seems to be there: below other lines, behind a line "sep=;", or
 * with another separator than a comma. Names count also in capitals and with blanks around.
 */
bool heading_expected(const struct header_wanted *wanted, const char *bytes, size_t length,
                      struct fault *fault);

#endif
