/* meeting: what is shared by its files. See screens/meeting.c. */
#ifndef VADEMECUM_SCREENS_MEETING_H
#define VADEMECUM_SCREENS_MEETING_H

#include "vademecum/desk/desk.h"
#include "vademecum/report/differ.h"
#include "vademecum/screens/topic.h"

/*
 * While `group` is open the desk writes into it: marks, comments and plans are the group's, and the
 * log of the one at the keyboard waits in `own`.
 */
struct meeting {
    struct topic_clock clock;     /* first, for topic */
    struct subject subject;       /* that is talked about */
    struct log *group;            /* NULL: no meeting goes on */
    struct log *own;              /* of the one at the keyboard, … */
    const char *own_reviewer;     /* … whose this is, … */
    struct changes changes;       /* … with what can be undone there */
    struct differ differ;         /* the reviewers and what they say; in the screen's arena */
    const struct disputed *items; /* disputed, then open ones; the same */
    size_t count;                 /* of `items`, at least 1 */
    size_t at;                    /* the one that is talked about */
};

struct meeting *meeting_of(const struct desk *desk);

/* The item that is talked about, with the marks of the reviewers. */
const struct disputed *meeting_here(const struct desk *desk);

/* Looks for the items on which reviewers differ, the farthest apart first, then for open ones. */
void meeting_gather(struct desk *desk);

/* Whether the group has decided on the item at a place. */
bool meeting_decided_on(const struct desk *desk, size_t at);

/* How many of the items the group has decided on. */
size_t meeting_decided(const struct desk *desk);

/* The screen's only panel. */
void meeting_rows(const struct desk *desk, struct rows *rows);

#endif
