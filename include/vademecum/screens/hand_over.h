/*
 * hand_over: what of a practice is given to somebody, and the file that it becomes.
 */
#ifndef VADEMECUM_SCREENS_HAND_OVER_H
#define VADEMECUM_SCREENS_HAND_OVER_H

#include "vademecum/desk/desk.h"
#include "vademecum/report/paper.h"

#include <stdbool.h>
#include <stddef.h>

/* What there is to choose besides the paper, in the order in which it is shown. */
enum hand_over_row {
    ROW_FOLDER, /* where the file goes, … */
    ROW_WITH,   /* … what is in it, … */
    ROW_READER, /* … for whom it is, … */
    ROW_FORMAT, /* … and in which format for people */
    ROW_COUNT
};

/* What a paper is with or without. */
enum hand_over_part {
    PART_COMMENTS,
    PART_EVIDENCE,
    PART_PLAN,
    PART_MODEL,
    PART_OTHERS,
    PART_NAMES,
    PART_COUNT
};

/* What was chosen stays for the next practice, but for the paper. */
struct hand_over {
    struct subject subject;    /* what it is about */
    bool minutes;              /* a group's: they name nobody unless that is asked for */
    size_t paper;              /* which one is chosen … */
    size_t meant;              /* … and which is written: the one in focus, else the chosen one */
    size_t chosen[ROW_COUNT];  /* of each row, which of its values; of ROW_WITH, which part */
    bool turned[PART_COUNT];   /* not in or out as at first */
    const char *const *others; /* who have marked it too, in the screen's arena … */
    size_t other_count;
    const char *const *folders; /* … like the folders that there are, the user's own first, … */
    size_t folder_count;
    const char *const *names; /* … and the files of all papers, in the folder as it is now */
    size_t alike;             /* bytes that all names begin with */
    const char *written;      /* path of the last one that was; NULL: none yet */
};

struct hand_over *hand_over_of(const struct desk *desk);

/* Begins with a practice: looks for folders and other reviewers. */
void hand_over_begin(struct desk *desk, const struct subject *subject);

/* Makes the names of the files anew: other files may have come. */
void hand_over_name(struct desk *desk);

/* How many papers there are to choose from. */
size_t hand_over_offers(void);

/* What a paper is called. */
const char *hand_over_offer(size_t offer);

/* The file that it becomes: all of its name for the one that is written, else how that ends. In
 * `arena`. */
const char *hand_over_file(const struct desk *desk, size_t offer, struct arena *arena);

/* Whether there is anything to choose in a row. */
bool hand_over_shown(const struct desk *desk, enum hand_over_row row);

/* What the row says: "< donor >", "[x] comments [x] plan", and of the part that has the focus in
 * it "<[x] plan>". In `arena`. */
const char *hand_over_text(const struct desk *desk, enum hand_over_row row, bool focused,
                           struct arena *arena);

/* Chooses the next value or part (+1), or the one before (-1), round and round. */
void hand_over_turn(struct desk *desk, enum hand_over_row row, int step);

/* Puts the part that has the focus in, or leaves it out. */
void hand_over_tick(struct desk *desk);

/* The folder that the file goes to; NULL: there is none. */
const char *hand_over_folder(const struct desk *desk);

/* The paper that is written. */
struct paper hand_over_paper(const struct desk *desk);

/* The same as the bytes of its file; as paper_bytes, in the screen's arena. */
const char *hand_over_bytes(struct desk *desk, size_t *length, struct fault *fault);

#endif
