/*
 * package: writes datapackage.json, which describes the tables of a catalogue to other programs: a
 * Frictionless Data Package, version 1 (https://specs.frictionlessdata.io/data-package/).
 */
#ifndef VADEMECUM_IMPORT_PACKAGE_H
#define VADEMECUM_IMPORT_PACKAGE_H

#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stdio.h>

/* The same as a file of the folder `path`, which has none: false and the fault else. */
bool package_create(const char *path, struct fault *fault);

#endif
