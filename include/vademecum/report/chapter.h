/*
 * chapter: writes the guides that help with a criterion, a question or an area as a paper, and the
 * list of all chapters.
 */
#ifndef VADEMECUM_REPORT_CHAPTER_H
#define VADEMECUM_REPORT_CHAPTER_H

#include "vademecum/catalogue/guides.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"

#include <stddef.h>

struct chapter {
    struct guides_topic topic;
    const char *id;    /* of the criterion, question or area */
    const char *title; /* in the language of the report */
    const char *label; /* a shorter one, or "" */
    size_t guides;     /* in it; may be none */
};

/*
 * All chapters, `*count` of them, in report->arena: each criterion before its questions, in order
 * of their checklists, then areas. An area with the id of a criterion is one chapter with it.
 */
const struct chapter *chapter_all(const struct report *report, size_t *count);

/* For people: the chapters on criteria and areas that have any guide; and one chapter. */
void chapter_list_text(const struct report *report);
void chapter_text(const struct report *report, const struct chapter *chapter);

/* The guides of a chapter, or with NULL all, by the columns of guides.csv. */
void chapter_sheet(const struct report *report, const struct chapter *chapter, struct sheet *sheet);

#endif
