/*
 * ewsi: writes an own practice in the fields of the form by which the European Website on
 * Integration collects examples ("Template for collecting examples of practice"), to be copied into
 * it.
 */
#ifndef VADEMECUM_REPORT_EWSI_H
#define VADEMECUM_REPORT_EWSI_H

#include "vademecum/report/report.h"

/* Writes the own practice with this id, for people; says of fields that they are empty. */
void ewsi_text(const struct report *report, const char *id);

#endif
