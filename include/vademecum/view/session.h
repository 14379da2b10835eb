/*
 * session: drives the desk for a terminal, a script of keys or a test: takes keys and clicks, and
 * gives layouts.
 *
 * Order of calls: session_open; then again and again session_lay_out and session_press; at last
 * session_close. What the desk cannot do alone, such as opening a browser, it leaves as one errand,
 * which the caller takes with notice_take and carries out.
 */
#ifndef VADEMECUM_VIEW_SESSION_H
#define VADEMECUM_VIEW_SESSION_H

#include "vademecum/desk/desk.h"
#include "vademecum/view/layout.h"

#include <stdbool.h>
#include <stddef.h>

/* What a session is made from, all borrowed. It must outlive the session. */
struct session_setup {
    struct catalogue *catalogue; /* open, or begun: see session_more */
    struct arena *arena;         /* for the session's memory; nobody empties it meanwhile */
    struct look look;
    const char *lang;     /* content language that is wanted; NULL: … */
    const char *own_lang; /* … the user's, if the catalogue has anything in it; or NULL */
    bool enlarged;        /* one panel at a time */
    bool goes_on;         /* after a mark by its digit, goes on to the next item */
    struct log *log;      /* open, or NULL */
    const char *reviewer; /* whose log it is, or NULL */
    struct clock clock;
    const struct environment *environment; /* says where files to hand over go; or NULL */
    uint64_t random;                       /* for ids; differs at each start */
    bool named; /* the reviewer has chosen the name: nobody asks for it */
};

/* Starts at Home: on the practice of the reviewer's last event, and says so; else on the first. */
void session_open(struct desk *desk, const struct session_setup *setup);

/* Reads as much of the catalogue as the first screen needs. */
void session_begin(struct desk *desk);

/*
 * Reads a little more of the catalogue, and shows what has come. For moments in which no key waits.
 * False when all is read.
 */
bool session_more(struct desk *desk);

/* Frees the session's memory. Does nothing when called again, or before session_open. */
void session_close(struct desk *desk);

/* Lays the screen out on rows × columns, and fits the windows of its panels to it. */
void session_lay_out(struct desk *desk, struct layout *layout, int rows, int columns,
                     struct arena *frame);

/*
 * Take one key; or a click on an entry (-1: beside all) of a panel, as layout_at finds them.
 */
void session_press(struct desk *desk, int key);
void session_point(struct desk *desk, struct panel panel, long entry);

/*
 * Puts a pasted text (UTF-8, LF between lines) in where the user types: all of it, or nothing, and
 * tells the user why. NULL stands for a text that is longer than any field.
 */
void session_paste(struct desk *desk, const char *text);

/*
 * Goes on under the name that ERRAND_NAME asked for, with the log of that reviewer. If there was a
 * name already, somebody else has sat down, who cannot undo what was done before.
 */
void session_rename(struct desk *desk, struct log *log, const char *reviewer);

/* Takes a text that the user's own editor has given back for ERRAND_EDITOR; `about` as there. */
void session_typed(struct desk *desk, const struct statement *about, const char *text);

/* Takes the path of the file written for ERRAND_HAND_OVER, which must outlive the session. */
void session_handed_over(struct desk *desk, const char *path);

/*
 * Gives the text being typed and where it belongs, to be kept as a draft. False when nothing is
 * being typed, or nothing was changed. The texts live until the next key.
 */
bool session_drafted(const struct desk *desk, struct statement *words);

/*
 * Offers one more draft that was left, `edited` in the user's own editor or not. True when it does
 * so at once; while the user types something else, the offer waits until the next text is begun.
 */
bool session_draft(struct desk *desk, const struct event *draft, bool edited);

/* Whether a text of several lines is being typed: there Ctrl-J ends a line, and is no Enter. */
bool session_writes(const struct desk *desk);

/* Whether something waits to be written. Then the caller paints first, and calls session_save. */
bool session_unwritten(const struct desk *desk);

/*
 * Writes to the log what waits, and tries again what could not be saved before. False and the fault
 * when something is still not saved.
 */
bool session_save(struct desk *desk, struct fault *fault);

#endif
