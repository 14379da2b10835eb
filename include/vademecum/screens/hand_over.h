/*
 * hand_over: the box behind R: lets the user choose a paper about a practice, and makes its file.
 * What its files share.
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

/* What is chosen stays so for the next practice, except the paper. */
struct hand_over {
    struct subject subject;    /* the practice that it is about */
    bool minutes;              /* the reviewer is a group: at first, its papers name nobody */
    size_t paper;              /* number of the chosen one … */
    size_t meant;              /* … and of the one to write: that in focus, else the chosen one */
    size_t chosen[ROW_COUNT];  /* value of each row; for ROW_WITH, the part that has the focus */
    bool turned[PART_COUNT];   /* in where it is out at first, or the other way round */
    const char *const *others; /* reviewers who have marked it too, in the screen's arena … */
    size_t other_count;
    const char *const *folders; /* … as are the folders that there are, the user's own first, … */
    size_t folder_count;
    const char *const *names; /* … and the file names of all papers, free in that folder */
    size_t alike;             /* bytes that all names begin with */
    const char *written;      /* path of the last file written; NULL: none yet */
};

struct hand_over *hand_over_of(const struct desk *desk);

/* Begins with a practice: finds folders and other reviewers. */
void hand_over_begin(struct desk *desk, const struct subject *subject);

/* Makes the names of the files again, since other files may have come. */
void hand_over_name(struct desk *desk);

/* Counts the papers to choose from. */
size_t hand_over_offers(void);

/* Returns what a paper is called. */
const char *hand_over_offer(size_t offer);

/*
 * Returns the name of its file: whole for the paper to write, only its end for the others. In
 * `arena`.
 */
const char *hand_over_file(const struct desk *desk, size_t offer, struct arena *arena);

/* Whether there is anything to choose in a row. */
bool hand_over_shown(const struct desk *desk, enum hand_over_row row);

/*
 * Returns the text of a row: "< donor >", "[x] comments [x] plan"; the part in focus is "<[x]
 * plan>". In `arena`.
 */
const char *hand_over_text(const struct desk *desk, enum hand_over_row row, bool focused,
                           struct arena *arena);

/* Chooses the next value or part (+1) or the one before (-1); after the last comes the first. */
void hand_over_turn(struct desk *desk, enum hand_over_row row, int step);

/* Puts in the part that has the focus, or leaves it out. */
void hand_over_tick(struct desk *desk);

/* Returns the folder where the file goes; NULL: there is none. */
const char *hand_over_folder(const struct desk *desk);

/* Returns the paper to write. */
struct paper hand_over_paper(const struct desk *desk);

/* Returns the bytes of its file, as paper_bytes does, in the screen's arena. */
const char *hand_over_bytes(struct desk *desk, size_t *length, struct fault *fault);

#endif
