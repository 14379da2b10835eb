/*
 * compare: shows two practices beside one another, question by question and item by item, or one
 * practice as it was in its last round (left) and as it is. The focus is on an item, or on the
 * answers to a question, and is the same on both sides. What its files share.
 */
#ifndef VADEMECUM_SCREENS_COMPARE_H
#define VADEMECUM_SCREENS_COMPARE_H

#include "vademecum/desk/desk.h"
#include "vademecum/report/compare.h"

#include <stdbool.h>
#include <stddef.h>

/* The sides are the panels too. */
enum side {
    SIDE_LEFT,
    SIDE_RIGHT,
    SIDES
};

/* Which items are shown, in the order in which its key goes through them. */
enum compare_shown {
    COMPARE_ALL,
    COMPARE_LEFT_AHEAD,
    COMPARE_RIGHT_AHEAD,
    COMPARE_SHOWN
};

struct comparison {
    struct subject sides[SIDES];
    bool since;                        /* both are one practice, on the left as it was */
    const struct checklist *checklist; /* by which they are compared */
    enum compare_shown shown;          /* these items only … */
    const struct item *just_set;       /* … and the one that was marked last */
};

/* What the focus can be on. */
struct compare_place {
    const struct question *question;
    const struct item *item; /* NULL: the answers to the question */
};

struct comparison *compare_of(const struct desk *desk);

/*
 * Moves `*place` on to the next place that is shown, from {NULL, NULL} to the first. False when
 * there is none, and `*place` stays. Unless all items are shown, answers are left out, and so are
 * questions without a shown item.
 */
bool compare_next(const struct desk *desk, struct compare_place *place);

/* Returns the place in focus; {NULL, NULL} when there is none. */
struct compare_place compare_here(const struct desk *desk);

/* Returns the side in focus. */
enum side compare_side(const struct desk *desk);

/* Returns the reviews as a side shows them; valid until the next call of changes_review. */
struct review compare_review(const struct desk *desk, enum side side);

/* Returns the reviewer's words on a side, in a field of an item or question (its id). */
const char *compare_said(const struct desk *desk, enum side side, const char *item,
                         const char *field);

/* Returns the title of a side: its practice, or "Last time (May)". In `arena`. */
const char *compare_title(const struct desk *desk, enum side side, struct arena *arena);

/* Returns what source and reviewer say of an item on a side. */
struct stand compare_stands(const struct desk *desk, enum side side, const struct item *item);

/* Whether the reviewer has given any mark on a side, by the checklist of the comparison. */
bool compare_reviewed(const struct desk *desk, enum side side);

/* Whether an own practice stands on the right, beside its model. */
bool compare_with_model(const struct desk *desk);

/*
 * Sums up both sides in at most `room` columns: "You meet 36, the model 34; you are ahead in 9, the
 * model in 3". In `arena`.
 */
const char *compare_sum(const struct desk *desk, int room, struct arena *arena);

/* Says in words which items are shown. */
const char *compare_shown_words(const struct desk *desk, enum compare_shown shown);

/* Say what panels, title and footer show: the functions of struct screen. */
void compare_rows(const struct desk *desk, struct rows *rows);
const char *compare_status(const struct desk *desk, int columns, int room, struct arena *arena);
const char *compare_focus(const struct desk *desk, struct arena *arena);
const char *compare_stops(const struct desk *desk, int room, struct arena *arena);

#endif
