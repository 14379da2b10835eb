/*
 * ewsi: an own practice in the fields of the form by which the European Website on Integration
 * collects examples of practice ("Template for collecting examples of practice"), to be copied into
 * it field by field.
 */
#ifndef VADEMECUM_REPORT_EWSI_H
#define VADEMECUM_REPORT_EWSI_H

#include "vademecum/report/report.h"

/* Writes the own practice with this id; what is not stated is said to be empty. For people. */
void ewsi_text(const struct report *report, const char *id);

#endif
