/*
 * edition: which version of a catalogue it is, as its datapackage.json says.
 */
#ifndef VADEMECUM_REPORT_EDITION_H
#define VADEMECUM_REPORT_EDITION_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"

/*
 * The version, such as "1.0.0", as UTF-8 that nobody has looked at; "" when there is no such file,
 * or it does not say. In `arena`.
 */
const char *edition_version(const struct catalogue *catalogue, struct arena *arena);

#endif
