/*
 * ask: a line that the user types, in the footer or above a list. What it is for is a constant,
 * `struct asking`, in the file that asks.
 */
#ifndef VADEMECUM_DESK_ASK_H
#define VADEMECUM_DESK_ASK_H

#include "vademecum/base/arena.h"
#include "vademecum/desk/text_line.h"
#include "vademecum/desk/verb.h"

#include <stdbool.h>

struct desk;

/* All functions may be NULL. */
struct asking {
    bool list;         /* it narrows the list above it, over which the arrows go; else it stands in
                          the footer … */
    bool arrows_pass;  /* … but Up and Down go over the list all the same */
    bool boxed;        /* its screen shows the line itself */
    bool plain;        /* it is no line: keys are answers, and a paste is refused */
    const char *label; /* before the line, N_() … */
    const char *wide;  /* … and on wide screens; NULL: the same */
    const struct verb *verbs;                /* for the footer; NULL: none */
    bool (*key)(struct desk *desk, int key); /* takes a key before the line does */
    void (*typed)(struct desk *desk);        /* the line has changed */
    void (*accepted)(struct desk *desk);     /* Enter */
    void (*left)(struct desk *desk);         /* Esc */
};

struct ask {
    const struct asking *asking; /* NULL: no line is being typed */
    struct text_line line;
    const char *behind; /* what was typed behind the name of the command being done, or NULL */
};

/* Begins to ask, with `text` as the line. */
void ask_begin(struct desk *desk, const struct asking *asking, const char *text);

/* Ends asking, and empties the line: the screen on top goes on with its own. */
void ask_end(struct desk *desk);

/*
 * What was typed behind the name of the command that is being done, "25" of ":talk 25"; "" for
 * nothing. Who gives the command by its name sets it, and takes it away with NULL.
 */
const char *ask_behind(const struct desk *desk);
void ask_behind_set(struct desk *desk, const char *behind);

/* Sets the line that is being typed. */
void ask_set(struct desk *desk, const char *text);

/* Lets what is typed next replace the line, unless the cursor is moved first. */
void ask_choose(struct desk *desk);

/* Takes a key; false when it is none for the line. */
bool ask_press(struct desk *desk, int key);

/* Puts a pasted text into the line; false, with nothing done, when it is too long. */
bool ask_paste(struct desk *desk, const char *text);

/*
 * The line, as much of it as `room` columns and one for the cursor hold; `*cursor` gets the
 * cursor's column, which is in sight. A sign tells that something is left out in front.
 */
const char *ask_shown(const struct desk *desk, int room, struct arena *arena, int *cursor);

/* Whether a line is being typed in the footer. */
bool ask_in_footer(const struct desk *desk);

#endif
