/* topic: what stands on the screen below an item that is talked about, in a meeting or a talk; and
 * how long it takes. */
#ifndef VADEMECUM_SCREENS_TOPIC_H
#define VADEMECUM_SCREENS_TOPIC_H

#include "vademecum/desk/desk.h"

/* Off at first. */
struct topic_clock {
    bool shown;
    int64_t begun; /* the talk, … */
    int64_t since; /* … and its item: seconds since 1970 */
};

/* The talk begins; goes on to another item. */
void topic_clock_begin(const struct desk *desk, struct topic_clock *clock);
void topic_clock_next(const struct desk *desk, struct topic_clock *clock);

/* Adds "This item: 0:42. In all: 12:05.", unless it is off. */
void topic_clock_add(const struct desk *desk, const struct topic_clock *clock, struct rows *rows);

/* Adds an empty line, and a heading. */
void topic_heading_add(struct rows *rows, const char *text);

/* Adds "✗ not met", with what was said of it; colours go to the sign. */
void topic_opinion_add(const struct desk *desk, enum verdict verdict, const char *words,
                       struct rows *rows);

/* The reviewer's mark, as the checklist calls it. */
const char *topic_verdict(const struct desk *desk, const struct subject *subject,
                          const struct item *item);

/* A text of the reviewer, and what stands before it. */
struct topic_part {
    const char *field;
    const char *before; /* N_() */
};

/* Adds the reviewer's mark, and what there is of `count` parts. */
void topic_mark_add(const struct desk *desk, const struct subject *subject, const struct item *item,
                    const struct topic_part *parts, size_t count, struct rows *rows);

/* Adds what the source or the model says. */
void topic_model_add(const struct desk *desk, const struct subject *subject,
                     const struct item *item, struct rows *rows);

/* Adds a few who do it well. */
void topic_who_add(const struct desk *desk, const struct subject *subject, const struct item *item,
                   struct rows *rows);

#endif
