/*
 * hand_over: what of a practice is given to somebody, and the file that it becomes.
 */
#ifndef VADEMECUM_SCREENS_HAND_OVER_H
#define VADEMECUM_SCREENS_HAND_OVER_H

#include "vademecum/desk/desk.h"
#include "vademecum/report/paper.h"

#include <stdbool.h>
#include <stddef.h>

/* What there is to choose, in the order in which it is shown. */
enum hand_over_row {
    ROW_OFFER,  /* what is given … */
    ROW_READER, /* … to whom … */
    ROW_FORMAT, /* … in which format for people, … */
    ROW_COMMENTS,
    ROW_EVIDENCE,
    ROW_MODEL,
    ROW_OTHERS,
    ROW_NAMES,  /* … with or without these five, … */
    ROW_FOLDER, /* … and where the file goes */
    ROW_COUNT
};

/* What was chosen stays for the next practice. */
struct hand_over {
    struct subject subject;    /* what it is about */
    bool minutes;              /* a group's: they name nobody unless that is asked for */
    size_t chosen[ROW_COUNT];  /* of each row, which of its values; of with or without, 1: not as
                                  at first */
    const char *const *others; /* who have marked it too, in the screen's arena … */
    size_t other_count;
    const char *const *folders; /* … like the folders that there are, the user's own first */
    size_t folder_count;
    const char *name;    /* of the file to be written, in the folder as it is now */
    const char *written; /* path of the last one that was; NULL: none yet */
};

struct hand_over *hand_over_of(const struct desk *desk);

/* Begins with a practice: looks for folders and other reviewers. */
void hand_over_begin(struct desk *desk, const struct subject *subject);

/* Makes the name of the file anew: other files may have come. */
void hand_over_name(struct desk *desk);

/* Whether there is anything to choose in a row. */
bool hand_over_shown(const struct desk *desk, enum hand_over_row row);

/* Whether the row is with or without, and not one of several. */
bool hand_over_ticks(enum hand_over_row row);

/* What the row says: "< donor >", "[x] comments". In `arena`. */
const char *hand_over_text(const struct desk *desk, enum hand_over_row row, struct arena *arena);

/* Chooses the next (+1) or the one before (-1), round and round. */
void hand_over_turn(struct desk *desk, enum hand_over_row row, int step);

/* The folder that the file goes to; NULL: there is none. */
const char *hand_over_folder(const struct desk *desk);

/* The paper that was chosen. */
struct paper hand_over_paper(const struct desk *desk);

/* The same as the bytes of its file; as paper_bytes, in the screen's arena. */
const char *hand_over_bytes(struct desk *desk, size_t *length, struct fault *fault);

#endif
