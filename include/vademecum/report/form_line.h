/*
 * form_line: a line in which the answers of a form on paper come back: a question's code and a sign
 * for each of its items, as in "inc1 +~x+".
 */
#ifndef VADEMECUM_REPORT_FORM_LINE_H
#define VADEMECUM_REPORT_FORM_LINE_H

#include "vademecum/base/fault.h"
#include "vademecum/report/form_code.h"
#include "vademecum/report/report.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    FORM_LINE_ITEMS = 64 /* of a question, at most */
};

struct form_line {
    const struct question *question; /* NULL: no question has the code */
    size_t count;                    /* signs that were read, one for each of its first items */
    enum verdict verdicts[FORM_LINE_ITEMS];
};

/*
 * Reads a line without its end: "inc1 +~x+" or "inc1 + ~ x +". True when there is a sign for each
 * item of the question. False and the fault (FAULT_WANTING) else; what was understood of it is in
 * `line` all the same. `scratch` is for the while.
 */
bool form_line_read(const struct checklist *checklist, const char *text, size_t length,
                    struct form_line *line, struct arena *scratch, struct fault *fault);

/* Whether there is nothing to read on it. */
bool form_line_blank(const char *text, size_t length);

/* "+ met, ~ partly, …": what each sign means, in the words of the checklist. In report->arena. */
const char *form_line_legend(const struct report *report, const struct checklist *checklist);

#endif
