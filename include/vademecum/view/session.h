/*
 * session: the desk as who drives it sees it: a terminal, a script of keys, a test.
 *
 * Order of calls: session_open; then again and again it is laid out (session_lay_out), and a
 * key goes to session_press(). What needs the world outside is left as one errand, which the caller
 * takes with notice_take() and carries out.
 */
#ifndef VADEMECUM_VIEW_SESSION_H
#define VADEMECUM_VIEW_SESSION_H

#include "vademecum/desk/desk.h"
#include "vademecum/view/layout.h"

#include <stdbool.h>
#include <stddef.h>

/* What a session is made from. All of it must outlive the session. */
struct session_setup {
    struct catalogue *catalogue; /* open, or begun: see session_more */
    struct arena *arena;         /* for the session's own; emptied by nobody meanwhile */
    struct look look;
    const char *lang;     /* content language wished for, or NULL: … */
    const char *own_lang; /* … then that of the user, as far as there is anything in it, or NULL */
    bool enlarged;        /* one panel at a time */
    bool goes_on;         /* a mark by its digit leads on to the next item */
    struct log *log;      /* open, or NULL */
    const char *reviewer; /* whose log it is, or NULL */
    struct clock clock;
    const struct environment *environment; /* for where files go that are handed over; or NULL */
    uint64_t random;                       /* for ids; another one at each start */
    bool named; /* the reviewer has chosen the name: it is not asked for */
};

/*
 * Starts at Home: on the practice of the reviewer's last event, and says so; else on the first.
 */
void session_open(struct desk *desk, const struct session_setup *setup);

/* Reads the little that is to be there before the first screen. */
void session_begin(struct desk *desk);

/*
 * Reads a little more of the catalogue and takes in what has come, for a moment in which no key
 * waits. False when all is read.
 */
bool session_more(struct desk *desk);

/* Gives the session's own memory back; once more, or before session_open, it does nothing. */
void session_close(struct desk *desk);

/* Lays the screen out on rows × columns, and fits the windows of its panels to it. */
void session_lay_out(struct desk *desk, struct layout *layout, int rows, int columns,
                     struct arena *frame);

/* Takes one key, or an entry that was pointed at. */
void session_press(struct desk *desk, int key);
void session_point(struct desk *desk, struct panel panel, long entry);

/*
 * Puts a pasted text (UTF-8, lines parted by LF) in where something is being typed, whole or not at
 * all; NULL for one that is longer than any field. Else it says why not.
 */
void session_paste(struct desk *desk, const char *text);

/* Goes on under the name that ERRAND_NAME asked for, with its log. Where there was a name already,
 * somebody else has sat down, and nothing of before is to be undone. */
void session_rename(struct desk *desk, struct log *log, const char *reviewer);

/* Takes a text that the user's own editor has given back for ERRAND_EDITOR, about what that was. */
void session_typed(struct desk *desk, const struct statement *about, const char *text);

/* Takes the path of the file that was written for ERRAND_HAND_OVER; it must outlive the session. */
void session_handed_over(struct desk *desk, const char *path);

/*
 * The text being typed and where it belongs, to be kept as a draft; false when nothing is being
 * typed, or nothing was changed. Its texts live until the next key.
 */
bool session_drafted(const struct desk *desk, struct statement *words);

/* Offers one more text that was left: now, or while another is typed the next time one is begun.
 * Whether it is now. */
bool session_draft(struct desk *desk, const struct event *draft, bool edited);

/* Whether several lines are being typed: there Ctrl-J is a line's end and not Enter. */
bool session_writes(const struct desk *desk);

/* Whether something waits to be written; then the caller paints, and calls session_save. */
bool session_unwritten(const struct desk *desk);

/*
 * Writes what commands left to be written to the log, and tries again what could not be saved.
 * False and the fault when something is still not saved.
 */
bool session_save(struct desk *desk, struct fault *fault);

#endif
