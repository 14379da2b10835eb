/*
 * session: what the user sees now, and how each key changes it.
 *
 * session_press(), session_point() and session_do() are where the user changes it; none touches the
 * terminal or starts a process. What needs the world outside is left as one errand, which the
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
#include "vademecum/desk/editor.h"
#include "vademecum/desk/prompt.h"
#include "vademecum/find/find.h"
#include "vademecum/find/who.h"
#include "vademecum/report/figures.h"
#include "vademecum/report/sign.h"
#include "vademecum/review/log.h"
#include "vademecum/review/own.h"
#include "vademecum/review/verdict.h"

#include <stdbool.h>
#include <stddef.h>

struct models; /* private to subjects.c */

enum screen_id {
    SCREEN_HOME,
    SCREEN_PRACTICE,
    SCREEN_COLLECTIONS,
    SCREEN_LEFT_OUT,
    SCREEN_HELP,
    SCREEN_MENU,
    SCREEN_EDIT,   /* a text is being typed */
    SCREEN_FORM,   /* fields to fill in */
    SCREEN_CHOICE, /* one or more of a list */
    SCREEN_WHO,    /* who does this well */
    SCREEN_PLAN,   /* the whole plan of a practice */
    SCREEN_FILTER, /* values that practices are wanted to have */
    SCREEN_SORT,   /* orders of Home's list */
    SCREEN_OTHER,  /* which practice to compare with */
    SCREEN_COMPARE,
    SCREEN_MATRIX,
    SCREEN_FIGURES
};

enum panel {
    PANEL_NONE,
    PANEL_PRACTICES,   /* Home: the list */
    PANEL_PREVIEW,     /* Home: the practice in short */
    PANEL_CRITERIA,    /* Practice: About, then criteria and their questions */
    PANEL_ANSWER,      /* Practice: the question's answer */
    PANEL_ABOUT,       /* Practice: its facts, in place of answer and checklist */
    PANEL_CHECKLIST,   /* Practice: the question's items */
    PANEL_ITEM,        /* Practice, under Checklist: what to ask about its item, what was written */
    PANEL_TOOLS,       /* Practice: inspiring tools */
    PANEL_COLLECTIONS, /* Collections: the list */
    PANEL_COLLECTION,  /* Collections: one of them */
    PANEL_LEFT_OUT,    /* rows left out */
    PANEL_HELP,        /* keys and signs */
    PANEL_MENU,        /* what can be done here */
    PANEL_EDIT,        /* the text being typed */
    PANEL_BESIDE,      /* what helps to write it: the item, the model's answer */
    PANEL_FORM,        /* fields and what stands in them */
    PANEL_CHOICE,      /* what can be chosen */
    PANEL_WHO,         /* who does this well: the practices */
    PANEL_WHO_DETAIL,  /* the answer and tools of one of them */
    PANEL_PLAN,        /* items to work on, and what is planned */
    PANEL_FACETS,      /* Filter: what there is to filter by */
    PANEL_VALUES,      /* Filter: the values of one of them, with counts */
    PANEL_SORT,        /* the orders */
    PANEL_OTHER,       /* practices to compare with */
    PANEL_LEFT,        /* Compare: one practice … */
    PANEL_RIGHT,       /* … and the other; both list the same */
    PANEL_HEADS,       /* Matrix: what stays above its columns; never has the focus */
    PANEL_MATRIX,      /* Matrix: the practices */
    PANEL_FIGURES,     /* bars */
    PANEL_COUNT
};

enum {
    SCREENS_MAX = 32,            /* screens that can lie on one another */
    STOPS_MAX = 5,               /* panels of a screen */
    MESSAGE_MAX = FAULT_TEXT_MAX /* bytes of a message, with its NUL */
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
    bool follow;    /* the next fit brings the focus into the window … */
    bool lead;      /* … with the heading that it stands under at the top */
    int above;      /* as of the last fit: lines above the window */
    int visible;    /*   lines of the window */
    int lines;      /*   lines in all */
    int width;      /*   columns of the panel */
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
    int width;             /* columns of the panel */
    int match;             /* the first line with a word that is searched for, or -1 */
};

enum errand_kind {
    ERRAND_NONE,
    ERRAND_OPEN_LINK, /* text: the address */
    ERRAND_OPEN_FILE, /* text: a path inside the catalogue's folder */
    ERRAND_MOUSE,     /* turn it on or off, as session->mouse says */
    ERRAND_REDRAW,
    ERRAND_EDITOR, /* text: what is to be edited; the result goes to session_typed */
    ERRAND_NAME,   /* text: the reviewer's name, to be kept for the next start */
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
    PROMPT_USE_HELP,    /* words that narrow the help */
    PROMPT_USE_SEARCH,  /* words that practices are to have */
    PROMPT_USE_OTHER,   /* words that narrow the practices to compare with */
    PROMPT_USE_NAME,    /* under which name to review */
    PROMPT_USE_DRAFT    /* whether a text that was begun is taken up: Enter, Delete or Esc */
};

/* A tool as the Tools panel lists it. */
enum tool_place {
    TOOL_OF_QUESTION,
    TOOL_OWN, /* of the question too, but the reviewer's */
    TOOL_OF_PRACTICE,
    TOOL_ELSEWHERE,
    TOOL_PLACES
};
struct tool_entry {
    const struct tool *tool; /* NULL for an own one */
    const char *own;         /* what the reviewer wrote: its title, then a link; else NULL */
    enum tool_place place;
};

/* A field that is to be written: what a command leaves for session_save. */
struct outgoing {
    struct log_words words;
    struct outgoing *next;
};

/* A field that was written, to be undone. */
struct change {
    const char *practice;
    const char *item;
    const char *field;
    const char *before;
    const char *after;
};

/* Where a text that is being typed belongs. */
struct box {
    const char *practice;        /* its id, or "" */
    const char *item;            /* id of an item or question, or "" */
    const char *field;           /* of the event: "comment" */
    const char *title;           /* what is being written, for people */
    const struct own_field *own; /* by which the text is taken, or NULL: as it is */
    const char *prefix;          /* put before the text, or NULL */
    bool creates;                /* it is the title of a new own practice */
    bool asked;                  /* Esc was pressed, and it is asked whether to keep the text */
};

enum form_kind {
    FORM_OWN,     /* facts of an own practice */
    FORM_PLAN,    /* what to do about an item */
    FORM_SETTINGS /* of the review, and the reviewer's name */
};

/* A field of a form, or the way to one. */
struct form_field {
    const char *practice;        /* of its event */
    const char *item;            /* of its event */
    const char *field;           /* of its event */
    const char *label;           /* translated */
    const struct own_field *own; /* by which a typed text is taken, or NULL */
    bool listed;                 /* its value is chosen from a list */
    bool many;                   /* … more than one */
};

/* One of the values that can be chosen. */
struct option {
    const char *value;    /* as stored */
    const char *label;    /* for people */
    bool typed;           /* a text is to be written, and put behind `value` */
    enum command command; /* that is carried out instead; COMMAND_NONE: the value is written */
};

enum {
    FORM_FIELDS_MAX = 40,
    OPTION_EDIT_LENGTH = 512 /* bytes of several values, joined */
};

struct form {
    enum form_kind kind;
    struct form_field fields[FORM_FIELDS_MAX];
    size_t count;
};

struct choice {
    struct form_field field; /* that is chosen for */
    const struct option *options;
    size_t count;
};

enum side {
    SIDE_LEFT,
    SIDE_RIGHT,
    SIDES
};

/* Two practices beside one another; see comparing.h. */
struct comparison {
    struct subject *from;               /* that the other is looked for … */
    struct subject *model;              /* … its model, of an own one, or NULL */
    size_t *others;                     /* places in the order of those to choose from */
    size_t other_count;                 /* of them */
    size_t other_room;                  /* for them */
    const char **folded;                /* titles of all practices, folded; made when needed … */
    const struct subject *folded_order; /* … from this order … */
    size_t folded_count;                /* … of so many */
    struct subject *sides[SIDES];       /* NULL before any were compared */
    const struct checklist *checklist;  /* that they are compared by */
    bool differences;                   /* items in which they differ only */
};

/* Practices in rows, items or criteria in columns; see matrix.h. */
struct matrix {
    const struct checklist *checklist;
    bool criteria;               /* columns are criteria, else items */
    size_t column;               /* in focus */
    size_t *met;                 /* practices that meet each column, counted once … */
    size_t room;                 /* for them */
    size_t counted;              /* columns that were counted; 0: count anew … */
    const struct subject *order; /* … as it is when any of these is not as it was */
    size_t practices;            /* in the order */
    size_t events;               /* of the review */
};

struct session {
    const struct catalogue *catalogue;
    struct catalogue *reading; /* the same while there is more to read; else NULL */
    bool busy;                 /* there is more for session_more to do */
    int read;                  /* thousandths of it, for the footer; 0: nothing to say */
    struct log *log;           /* of the reviewer; NULL: nothing can be reviewed */
    const char *reviewer;      /* whose answers are shown, and written */
    struct clock clock;
    struct arena *arena; /* as long as the session; borrowed */
    struct look look;
    const char *lang;             /* content language, "" for the texts as they stand */
    const char *const *languages; /* that the catalogue has translations in */
    size_t language_count;
    struct arena choosing;          /* of `choice`; emptied when another one begins */
    struct arena finding;           /* of `who`; the same */
    struct models *models;          /* of own practices, as far as they were looked for */
    struct find *find;              /* all practices, and how some of them are found */
    struct wish wish;               /* which ones Home is to list; its words are `sought` */
    char sought[PROMPT_MAX];        /* words; "": none are looked for */
    char sought_before[PROMPT_MAX]; /* what was looked for before the line that is being typed … */
    const char *place_before;       /* … and the id of the practice in Home's focus, or "" */
    size_t hit;                     /* the text of the practice that n went to last, or SIZE_MAX */
    enum panel seeking;             /* that is to be scrolled to its first match, or PANEL_NONE */
    struct arena counting;          /* of `counts` */
    struct facet_counts counts;     /* the values in Values … */
    enum facet counted;             /* … of this facet … */
    size_t counted_list;            /* … as of `listed` */
    struct arena listing;           /* of what follows, which is made anew together */
    struct found found;             /* what Home lists */
    struct subject *order; /* the same: own ones first, by title once all are read, unless another
                              order is wished */
    size_t practice_count;
    bool sorted;                         /* all practices have been read and sorted */
    bool listed_whole;                   /* it holds all that Home ever will */
    size_t indexed;                      /* practices whose answers are searchable by now */
    bool searchable;                     /* the catalogue was read, its answers are being indexed */
    size_t listed;                       /* counts how often `order` was made */
    size_t listed_events;                /* events of the review at the last time */
    bool touched;                        /* a key was pressed */
    enum screen_id screens[SCREENS_MAX]; /* the one shown is the last */
    enum panel focus[SCREENS_MAX];       /* the focused panel of each */
    size_t depth;                        /* how many */
    struct panel_state panels[PANEL_COUNT];
    struct subject shown;            /* that the Practice screen is about … */
    const struct subject *subject;   /* … this points to it; NULL: none was opened yet */
    const struct practice *practice; /* whose answers and tools it shows: the same, or the model */
    const struct checklist *checklist; /* by which it is shown; may be NULL */
    bool enlarged;                     /* the focused panel has the whole screen */
    bool mouse;                        /* reports are wanted */
    enum prompt_use prompt_use;
    struct prompt prompt;
    bool hide_answered;          /* Checklist and `.` show unanswered items only … */
    const struct item *just_set; /* … and the one that was answered last */
    struct editor *editor;       /* the text being typed */
    struct box box;              /* where it belongs */
    struct form form;            /* that is filled in */
    struct choice choice;        /* that is chosen from */
    struct who who;              /* who does well what … */
    bool who_all;                /* whatever the filters say */
    size_t who_list;             /* as of `listed` */
    const struct item *who_item; /* … this item asks for */
    struct comparison comparison;
    struct matrix matrix;
    const struct figure *figures; /* that Figures shows */
    size_t figure_count;
    const char *created;     /* id of an own practice that was added just now, or NULL */
    uint64_t random;         /* for ids of own practices */
    struct outgoing *outbox; /* first of a chain of what is to be written */
    struct outgoing *spare;  /* links of it to be used again */
    struct change *changes;  /* what this run wrote, in order */
    size_t change_count;     /* of them that stand; behind them those that were undone */
    size_t change_total;
    size_t change_room;
    bool named;                /* the reviewer's name need not be asked */
    size_t readings;           /* of the log, when the list of practices was made */
    size_t notices;            /* of the log's notices, how many were shown */
    enum command asked;        /* the key before said what its command does when pressed again */
    const struct event *draft; /* a text begun before the start, not yet decided on; or NULL */
    struct box waiting;        /* a text to be begun when that is; field NULL: none */
    bool saving;               /* session_save is about to be called */
    char message[MESSAGE_MAX]; /* for the footer until the next key; "" */
    struct errand errand;
};

/* What a session is made from. All of it must outlive the session. */
struct session_setup {
    struct catalogue *catalogue; /* open, or begun: see session_more */
    struct arena *arena;         /* for the session's own; emptied by nobody meanwhile */
    struct look look;
    const char *lang;     /* content language, or NULL */
    struct log *log;      /* open, or NULL */
    const char *reviewer; /* whose log it is, or NULL */
    struct clock clock;
    uint64_t random;           /* for ids; another one at each start */
    bool named;                /* the reviewer has chosen the name: it is not asked for */
    const struct event *draft; /* that was left, to be offered; or NULL */
};

/*
 * Starts at Home: on the practice of the reviewer's last event, and says so; else on the first.
 */
void session_open(struct session *session, const struct session_setup *setup);

/* Reads the little that is to be there before the first screen. */
void session_begin(struct session *session);

/*
 * Reads a little more of the catalogue and takes in what has come, for a moment in which no key
 * waits. False when all is read.
 */
bool session_more(struct session *session);

/* How far that is, in thousandths. */
int session_so_far(const struct session *session);

/* Gives the session's own memory back; once more, or before session_open, it does nothing. */
void session_close(struct session *session);

/* Goes on under the name that ERRAND_NAME asked for, with its log. */
void session_rename(struct session *session, struct log *log, const char *reviewer);

/*
 * The text being typed and where it belongs, to be kept as a draft; false when nothing is being
 * typed, or nothing was changed. Its texts live until the next key.
 */
bool session_drafted(const struct session *session, struct log_words *words);

/* Takes a text that the user's own editor has given back for ERRAND_EDITOR. */
void session_typed(struct session *session, const char *text);

/* Whether something is not on the disk yet, be it waiting or tried in vain. */
bool session_unsaved(const struct session *session);

/* Whether something waits to be written; then the caller paints, and calls session_save. */
bool session_unwritten(const struct session *session);

/*
 * Writes what commands left to be written to the log, and tries again what could not be saved.
 * False and the fault when something is still not saved.
 */
bool session_save(struct session *session, struct fault *fault);

/* What the log says; a review without events when there is no log. */
const struct review *session_review(const struct session *session);

/* Takes one key, or an entry that was pointed at. */
void session_press(struct session *session, int key);
void session_point(struct session *session, enum panel panel, long entry);

/*
 * Puts a pasted text (UTF-8, lines parted by LF) in where something is being typed, whole or not at
 * all; NULL for one that is longer than any field. Else it says why not.
 */
void session_paste(struct session *session, const char *text);

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

/*
 * The panels that Tab goes through, in order; how many. PANEL_ITEM is one while there is more of it
 * than is seen.
 */
size_t session_stops(const struct session *session, enum panel stops[STOPS_MAX]);

/* How many entries a panel has; its focus is one of them. */
size_t session_entries(const struct session *session, enum panel panel);

/* Why Home's list is empty, and what to leave out so that it is not. In `arena`. */
const char *session_advice(const struct session *session, struct arena *arena);

/*
 * When Who does this well lists nobody: which of several filters to lift, and how many would come;
 * "" when none alone would help, or there is only one.
 */
const char *session_who_advice(const struct session *session, struct arena *arena);

/* The practice in Home's focus; NULL when there is none. */
const struct subject *session_home_subject(const struct session *session);

/* The practice with that id, listed or not; NULL when there is none. */
const struct subject *session_subject(const struct session *session, const char *id);

/* The practice whose answers, marks and tools stand beside a subject: itself, or its model. */
const struct practice *session_model(const struct session *session, const struct subject *subject);

/* A practice's title, in the language that titles are shown in. */
const char *session_title(const struct session *session, const struct practice *practice);

/* The checklist by which a subject is reviewed; NULL when the catalogue has none. */
const struct checklist *session_checklist(const struct session *session,
                                          const struct subject *subject);

/* The one that the reviewer has chosen for it; NULL when none was. */
const struct checklist *session_checklist_chosen(const struct session *session,
                                                 const struct subject *subject);

/* The reviewer's verdict on an item, and how many of a run of items have each verdict. */
enum verdict session_verdict(const struct session *session, const struct subject *subject,
                             const struct item *item);
struct progress session_progress(const struct session *session, const struct subject *subject,
                                 const struct item *items, size_t count);

/* What the reviewer wrote: the value of a field, "" when none; `item` may be "". */
const char *session_value(const struct session *session, const struct subject *subject,
                          const char *item, const char *field);

/* The label of a practice's review that is called final; NULL when it is a draft. */
const char *session_final(const struct session *session, const char *practice);

/* The question in the focus of Criteria; NULL when that is on About. */
const struct question *session_question(const struct session *session);

/* The item in the focus of Checklist, and of any entry of it; NULL when there is none. */
const struct item *session_item(const struct session *session);
const struct item *session_item_at(const struct session *session, size_t entry);

/* The tool of an entry of Tools. */
struct tool_entry session_tool(const struct session *session, size_t entry);

/* How many tools of other practices for the question are too many to be entries of Tools. */
size_t session_tools_left(const struct session *session);

/* The command of an entry of Menu or of Help as narrowed by what was typed; COMMAND_NONE. */
enum command session_command(const struct session *session, enum panel panel, size_t entry);

/* Whether an entry of Choice is one of the field's values now. */
bool session_chosen(const struct session *session, size_t entry);

/* Columns in which the text being typed is wrapped: one less than its panel, for the cursor. */
int session_edit_width(const struct session *session);

/* What the reviewer wrote in a field of anything; as session_value. */
const char *session_written(const struct session *session, const char *practice, const char *item,
                            const char *field);

/* The item of an entry of Plan: what is not met or partly met, or has something planned. */
const struct item *session_plan_item(const struct session *session, size_t entry);

/* How many items of other checklists than the one shown would be listed in Plan. */
size_t session_plan_elsewhere(const struct session *session);

/* Whether the reviewer has left that on an item of the practice shown. */
bool session_jotted(const struct session *session, const struct item *item, enum jotting jotting);

/* How many lines of the reviews are damaged; `*damage`, unless NULL, gets them. */
size_t session_damage(const struct session *session, const struct damage **damage);

/* A tool's link: the catalogue's, else the one that the reviewer wrote down; "" when there is none.
 */
const char *session_tool_link(const struct session *session, const struct tool *tool);

/* The web address in what the reviewer wrote as a tool: http or https; of length 0: none. */
struct span session_own_tool_link(const char *text);

#endif
