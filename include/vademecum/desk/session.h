/*
 * session: what the user sees now, and how each key changes it.
 *
 * session_press() and session_do() are the only places where it changes; neither touches the
 * terminal nor starts a process. What needs the world outside is left as one errand, which the
 * caller takes with session_errand() and carries out.
 *
 * Order of calls: session_open; then again and again a layout of it is made, session_fit() is
 * told of every panel on it, and a key goes to session_press().
 */
#ifndef VADEMECUM_DESK_SESSION_H
#define VADEMECUM_DESK_SESSION_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/desk/command.h"
#include "vademecum/desk/prompt.h"
#include "vademecum/report/sign.h"

#include <stdbool.h>
#include <stddef.h>

enum screen_id {
    SCREEN_HOME,
    SCREEN_PRACTICE,
    SCREEN_COLLECTIONS,
    SCREEN_LEFT_OUT,
    SCREEN_HELP,
    SCREEN_MENU
};

enum panel {
    PANEL_NONE,
    PANEL_PRACTICES,   /* Home: the list */
    PANEL_PREVIEW,     /* Home: the practice in short */
    PANEL_CRITERIA,    /* Practice: About, then criteria and their questions */
    PANEL_ANSWER,      /* Practice: the question's answer */
    PANEL_ABOUT,       /* Practice: its facts, in place of answer and checklist */
    PANEL_CHECKLIST,   /* Practice: the question's items */
    PANEL_TOOLS,       /* Practice: inspiring tools */
    PANEL_COLLECTIONS, /* Collections: the list */
    PANEL_COLLECTION,  /* Collections: one of them */
    PANEL_LEFT_OUT,    /* rows left out */
    PANEL_HELP,        /* keys and signs */
    PANEL_MENU,        /* what can be done here */
    PANEL_COUNT
};

enum {
    SCREENS_MAX = 8,  /* screens that can lie on one another */
    STOPS_MAX = 4,    /* panels of a screen */
    MESSAGE_MAX = 512 /* bytes of a message, with its NUL */
};

/* How texts are to come out; fixed for the run. */
struct look {
    enum letters letters; /* of texts */
    enum sign_form signs; /* of marks */
    bool ascii;           /* lines, pointers and dashes of the program's own in ASCII */
};

/* Where the panel's window stands over its rows, and where its focus is. */
struct panel_state {
    size_t focus;   /* entry that is current */
    size_t top_row; /* first row shown */
    int top_line;   /* lines of that row that are scrolled out */
    int scroll;     /* lines to move by at the next fit */
    int pages;      /* pages to turn at the next fit */
    bool follow;    /* the next fit brings the focus into the window */
    int above;      /* as of the last fit: lines above the window */
    int visible;    /*   lines of the window */
    int lines;      /*   lines in all */
    int focus_top;  /*   line where the focused entry starts */
    int focus_end;  /*   line behind its last */
};

/* What a panel's rows came out as; see session_fit. */
struct fit {
    size_t first_row;      /* number of the first row that was laid out */
    size_t rows;           /* rows that were laid out */
    const int *row_starts; /* line where each starts, and one more: lines in all */
    const long *entries;   /* the entry that each row is part of, or -1 */
    int visible;           /* lines of the window */
};

enum errand_kind {
    ERRAND_NONE,
    ERRAND_OPEN_LINK, /* text: the address */
    ERRAND_OPEN_FILE, /* text: a path inside the catalogue's folder */
    ERRAND_MOUSE,     /* turn it on or off, as session->mouse says */
    ERRAND_REDRAW,
    ERRAND_SUSPEND,
    ERRAND_QUIT
};

struct errand {
    enum errand_kind kind;
    const char *text; /* in the catalogue's arena */
};

enum prompt_use {
    PROMPT_USE_NONE,
    PROMPT_USE_COMMAND, /* a command by its name */
    PROMPT_USE_HELP     /* words that narrow the help */
};

/* A tool as the Tools panel lists it. */
enum tool_place {
    TOOL_OF_QUESTION,
    TOOL_OF_PRACTICE,
    TOOL_ELSEWHERE,
    TOOL_PLACES
};
struct tool_entry {
    const struct tool *tool;
    enum tool_place place;
};

struct session {
    const struct catalogue *catalogue;
    struct arena *arena; /* as long as the session; borrowed */
    struct look look;
    const char *lang;             /* content language, "" for the texts as they stand */
    const char *const *languages; /* that the catalogue has translations in */
    size_t language_count;
    const struct practice **order; /* practices as Home lists them */
    size_t practice_count;
    enum screen_id screens[SCREENS_MAX]; /* the one shown is the last */
    enum panel focus[SCREENS_MAX];       /* the focused panel of each */
    size_t depth;                        /* how many */
    struct panel_state panels[PANEL_COUNT];
    const struct practice *practice;   /* that the Practice screen shows */
    const struct checklist *checklist; /* by which it is shown; may be NULL */
    bool enlarged;                     /* the focused panel has the whole screen */
    bool mouse;                        /* reports are wanted */
    enum prompt_use prompt_use;
    struct prompt prompt;
    char message[MESSAGE_MAX]; /* for the footer until the next key; "" */
    struct errand errand;
};

/*
 * Starts at Home on the first practice. The session keeps to `arena`, which must live as long;
 * `lang` may be NULL.
 */
void session_open(struct session *session, const struct catalogue *catalogue, struct arena *arena,
                  struct look look, const char *lang);

/* Takes one key, or an entry that was pointed at. */
void session_press(struct session *session, int key);
void session_point(struct session *session, enum panel panel, long entry);

/* Carries out a command. */
void session_do(struct session *session, enum command command);

/* Whether the command would do something here and now. */
bool session_can(const struct session *session, enum command command);

/*
 * Tells how a panel's rows came out, so that its window moves over them. Returns whether that
 * changed what is to be shown elsewhere (the focus moved with a page), so that the layout must be
 * made again.
 */
bool session_fit(struct session *session, enum panel panel, const struct fit *fit);

/* Takes the errand; the session then has none. */
struct errand session_errand(struct session *session);

/* Says something in the footer until the next key. */
void session_say(struct session *session, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What is shown now. */
enum screen_id session_screen(const struct session *session);
enum panel session_panel(const struct session *session);

/* The panels that Tab goes through, in order; how many. */
size_t session_stops(const struct session *session, enum panel stops[STOPS_MAX]);

/* How many entries a panel has; its focus is one of them. */
size_t session_entries(const struct session *session, enum panel panel);

/* The practice in Home's focus; NULL in an empty catalogue. */
const struct practice *session_home_practice(const struct session *session);

/* The question in the focus of Criteria; NULL when that is on About. */
const struct question *session_question(const struct session *session);

/* The item in the focus of Checklist; NULL when there is none. */
const struct item *session_item(const struct session *session);

/* The tool of an entry of Tools. */
struct tool_entry session_tool(const struct session *session, size_t entry);

/* The command of an entry of Menu or of Help as narrowed by what was typed; COMMAND_NONE. */
enum command session_command(const struct session *session, enum panel panel, size_t entry);

#endif
