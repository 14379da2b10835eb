/*
 * topic: what a meeting and a talk share: the rows below the item that is talked about, the clock
 * and the status. The state of both screens begins with a `struct topic_clock`; what is said here
 * of the clock is of the screen on top.
 */
#ifndef VADEMECUM_SCREENS_TOPIC_H
#define VADEMECUM_SCREENS_TOPIC_H

#include "vademecum/desk/desk.h"

/* Off at first. */
struct topic_clock {
    bool shown;
    int64_t begun; /* the talk, … */
    int64_t since; /* … and its item: seconds since 1970 */
};

/* The talk begins, with its first item; goes on to another item. */
void topic_clock_begin(struct desk *desk);
void topic_clock_next(struct desk *desk);

/* Shows or hides the clock; says whether it is shown. */
void topic_clock_turn(struct desk *desk);
bool topic_ticks(const struct desk *desk);

/* Adds "This item: 0:42. In all: 12:05.", unless it is hidden. */
void topic_clock_add(const struct desk *desk, struct rows *rows);

/* "3/8 · ana", by the screen's `progress`. */
const char *topic_status(const struct desk *desk, int columns, int room, struct arena *arena);

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
