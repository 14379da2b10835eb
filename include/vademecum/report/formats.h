/*
 * formats: the table of the formats that reports can have.
 */
#ifndef VADEMECUM_REPORT_FORMATS_H
#define VADEMECUM_REPORT_FORMATS_H

#include "vademecum/report/pen.h"
#include "vademecum/report/report.h"

struct format {
    const struct pen *pen; /* that writes a document, for people; NULL: it is for programs */
    const struct report_format *write; /* NULL: only a handout has it */
};

/* The format with this name, or NULL. */
const struct format *formats_find(const char *name);

/* Their names, as users give them, NULL-terminated. */
extern const char *const formats_names[];

/* The same for the help, in words; untranslated. */
extern const char formats_help[];

#endif
