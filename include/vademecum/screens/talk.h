/* talk: what is shared by its files. See screens/talk.c. */
#ifndef VADEMECUM_SCREENS_TALK_H
#define VADEMECUM_SCREENS_TALK_H

#include "vademecum/screens/topic.h"

enum {
    TALK_MINUTES = 25, /* of a talk, unless somebody says so */
    TALK_EACH = 3,     /* minutes for an item */
    TALK_WHO = 5       /* groups of who can answer: the four of the catalogue, then anybody */
};

struct talk_item {
    const struct item *item;
    size_t who;     /* can answer: a group */
    size_t divided; /* how many practices are on the smaller side of it, met or not met */
};

struct talk {
    struct topic_clock clock; /* first, for topic */
    struct subject subject; /* that is talked about */
    size_t minutes;
    const struct talk_item *items; /* open ones, in the order of the talk; in the screen's arena */
    size_t count;                  /* of them */
    size_t fit;                    /* of them, into the minutes: at least 1 */
    size_t at; /* the one that is talked about; `count`: what was left is listed */
    const struct talk_item **left; /* what is listed; the same */
    size_t left_count;
};

struct talk *talk_of(const struct desk *desk);

/* The item that is talked about; NULL while what was left is listed. */
const struct item *talk_here(const struct desk *desk);

/* Looks for the items that have no mark or are not known, by who can answer them: the leader
 * first; of each group those first on which the practices of the catalogue are the most divided. */
void talk_gather(struct desk *desk);

/* Of these, lists those that are open still. */
void talk_gather_left(struct desk *desk);

/* Whether the item has no mark, or is not known. */
bool talk_open(const struct desk *desk, const struct item *item);

/* The screen's only panel. */
void talk_rows(const struct desk *desk, struct rows *rows);

#endif
