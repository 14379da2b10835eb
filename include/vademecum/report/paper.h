/*
 * paper: a handout in one of the formats, written to a stream or as the bytes of a file.
 */
#ifndef VADEMECUM_REPORT_PAPER_H
#define VADEMECUM_REPORT_PAPER_H

#include "vademecum/base/fault.h"
#include "vademecum/report/handout.h"
#include "vademecum/report/report.h"

#include <stdbool.h>
#include <stddef.h>

struct paper {
    struct handout handout;
    const char *format; /* one of formats_names (report/formats.h) */
};

/*
 * Writes it to report->document, whose pen is that of the format. Formats for programs get the
 * answers as rows, or the dates of the plan. False and the fault of past_review.
 */
bool paper_write(const struct report *report, const struct paper *paper, struct fault *fault);

/*
 * The same as the bytes of a file, `*length`, in report->arena: for no terminal, in as many columns
 * as a mail can quote. Of report->document only `ascii` matters; it may be NULL. NULL and the fault
 * of past_review, or FAULT_SYSTEM when the memory for it is not there.
 */
const char *paper_bytes(const struct report *report, const struct paper *paper, size_t *length,
                        struct fault *fault);

/* A name for the file: "language-cafe-2026-03-02-plan.html". In report->arena. */
const char *paper_name(const struct report *report, const struct paper *paper);

#endif
