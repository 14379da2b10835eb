/*
 * screen: says what a screen is. Each screen has a line in the list below and one constant of type
 * struct screen, in its file in screens/. Whatever works on screens asks that constant.
 */
#ifndef VADEMECUM_DESK_SCREEN_H
#define VADEMECUM_DESK_SCREEN_H

#include "vademecum/desk/ask.h"
#include "vademecum/desk/command.h"
#include "vademecum/desk/place.h"
#include "vademecum/desk/rows.h"
#include "vademecum/desk/verb.h"
#include "vademecum/desk/window.h"
#include "vademecum/review/log.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * X(CONSTANT, name): the file screens/NAME.c defines NAME_screen; two screens that are alike share
 * a file. Home lies below all others, and its first panel lists the practices.
 */
#define SCREEN_LIST(X)                                                                             \
    X(HOME, home)                                                                                  \
    X(PRACTICE, practice)                                                                          \
    X(COLLECTIONS, collections)                                                                    \
    X(LEFT_OUT, left_out)                                                                          \
    X(HELP, help)                                                                                  \
    X(MENU, menu)                                                                                  \
    X(WRITE, write)                                                                                \
    X(LINE, line)                                                                                  \
    X(ENTER, enter)                                                                                \
    X(FORM, form)                                                                                  \
    X(GUIDE, guide)                                                                                \
    X(CHOICE, choice)                                                                              \
    X(WHOSE, whose)                                                                                \
    X(FIRST_MARK, first_mark)                                                                      \
    X(NAME, name)                                                                                  \
    X(WHO, who)                                                                                    \
    X(PLAN, plan)                                                                                  \
    X(FILTER, filter)                                                                              \
    X(SORT, sort)                                                                                  \
    X(COMPARE_WITH, compare_with)                                                                  \
    X(COMPARE, compare)                                                                            \
    X(MEETING, meeting)                                                                            \
    X(TALK, talk)                                                                                  \
    X(DIFFER, differ)                                                                              \
    X(MATRIX, matrix)                                                                              \
    X(FIGURES, figures)                                                                            \
    X(FIGURES_TABLE, figures_table)                                                                \
    X(FIGURES_WHO, figures_who)                                                                    \
    X(HAND_OVER, hand_over)                                                                        \
    X(EARLIER, earlier)                                                                            \
    X(SINCE, since)                                                                                \
    X(STORY, story)                                                                                \
    X(TRANSFER, transfer)

enum screen_id {
#define SCREEN_CONSTANT(constant, name) SCREEN_##constant,
    SCREEN_LIST(SCREEN_CONSTANT)
#undef SCREEN_CONSTANT
    SCREEN_COUNT
};

enum {
    PANELS_MAX = 9, /* of a screen */
    CRUMBS_MAX = 2
};

enum screen_shape {
    SHAPE_LIST,   /* a list; beside it, where there is room, details of its focus */
    SHAPE_THREE,  /* columns, in which panels lie under one another */
    SHAPE_ONE,    /* one panel at a time, whatever the width */
    SHAPE_HEADS,  /* a head that stays, and a list under it */
    SHAPE_BOX     /* one panel in a box over the page that it comes up from */
};

/* How a panel's title tells the position, when not all of the panel is seen. */
enum panel_position {
    POSITION_LINES,   /* "1–7/14" */
    POSITION_ENTRIES, /* "3/10" */
    POSITION_NONE
};

struct panel_kind {
    const char *name; /* N_(); for the line that lists the panels; "": not listed there */
    int column;       /* Left and Right go by it; panels of one column lie under one another */
    int wide_column;  /* the same from STACK_WIDE columns of the screen on; 0: as `column` */
    bool passed;      /* Tab skips it while all of it is seen */
    enum panel_position position;
    bool head;       /* never has the focus */
    bool text;       /* a text with entries: it goes on behind the last of them */
    bool tail_first; /* its title shows the tail of `rows` rather than the position */
    unsigned resets; /* 1 << NUMBER of each panel that its focus decides on */
    bool (*shown)(const struct desk *desk);     /* NULL: always */
    size_t (*entries)(const struct desk *desk); /* how many; NULL: none, it is a text */
    void (*rows)(const struct desk *desk, struct rows *rows);
    void (*open)(struct desk *desk, size_t entry); /* Enter; NULL: nothing */
    const struct verb *verbs; /* for the footer, before the screen's; NULL: none */
};

/* What a command does on a screen, instead of what it does in general. */
struct action {
    enum command command;
    void (*act)(struct desk *desk);
    void (*act_by)(struct desk *desk, int by); /* called instead, unless NULL, with … */
    int by;                                    /* … a step, a screen, a verdict */
};

/* All functions but those of panels may be NULL. */
struct screen {
    const char *title;    /* N_() */
    enum command command; /* brings it up from any screen; COMMAND_NONE: none does */
    enum screen_shape shape;
    bool telling;  /* its list has long rows: on wide screens it gets the larger part */
    bool narrowed; /* works on the practices listed: search and filters are shown above it */
    bool raised;   /* when called, comes to the top from further below, and nothing is closed */
    enum command passes; /* a list of commands, and this one opens it: other commands than moving
                            close it, and are done on the screen below; COMMAND_NONE: not so */
    bool boxes;          /* rows have boxes: the key for the next mark ticks them */
    int first;           /* the panel that has the focus at first */
    size_t state;        /* bytes of its own (desk_state), all zero at first */
    struct panel_kind panels[PANELS_MAX]; /* in the order of Tab, up to the first without `rows` */
    const struct verb *verbs;     /* for the footer; NULL: none */
    const struct action *actions; /* up to one of COMMAND_NONE */
    const struct asking *asking;  /* a line to type in while the screen is on top; NULL: none */

    /* Comes up, to show a place (NULL: none); false when it cannot. */
    bool (*enter)(struct desk *desk, const struct place *place);

    /*
     * Catches up: the list, the answers or its own focus may have changed. False when what it shows
     * is gone.
     */
    bool (*refresh)(struct desk *desk);

    /* Lets go of what it holds: called after every key while it is not in the stack. */
    void (*absent)(struct desk *desk);

    /* Says what the focus is on. */
    struct place (*place)(const struct desk *desk);

    /* Keeps an item in sight whose mark was given or taken back. */
    void (*marked)(struct desk *desk, const struct item *item);

    /* Takes a key before it becomes a command; false when it does not take it. */
    bool (*key)(struct desk *desk, int key);

    /* Puts in a pasted text; false when that is too long. NULL: nothing is being typed. */
    bool (*paste)(struct desk *desk, const char *text);

    /* Says why it refuses a command that has all it needs; NULL when it does not refuse. */
    const char *(*refuses)(const struct desk *desk, enum command command);

    /* Gives the text being typed and where it belongs; false when nothing was changed. */
    bool (*drafted)(const struct desk *desk, struct statement *words);

    /* Takes a text from the user's own editor; called whatever screen is on top. */
    void (*edited)(struct desk *desk, const struct statement *about, const char *text);

    /* Takes the path of a file that was written, which outlives the desk; called the same way. */
    void (*handed_over)(struct desk *desk, const char *path);

    /* Learns that the first panel has another width, in columns. */
    void (*widened)(struct desk *desk, int width);

    /*
     * Sets what the title bar says of where the user is, and returns how many texts. NULL: the
     * title alone.
     */
    size_t (*crumbs)(const struct desk *desk, const char *crumbs[CRUMBS_MAX], struct arena *arena);

    /* Says how far the user is, for the bar in the title; false when nothing is counted. */
    bool (*progress)(const struct desk *desk, size_t *count, size_t *of);

    /*
     * Returns the right end of the title bar, at most `room` columns wide, on a screen of
     * `columns`.
     */
    const char *(*status)(const struct desk *desk, int columns, int room, struct arena *arena);

    /* Whether the user types inside a row of the screen below, which stays in sight. */
    bool (*inside)(const struct desk *desk);

    /*
     * Returns the line that lists the panels when not all can be seen, at most `room` columns.
     * NULL: their names.
     */
    const char *(*stops)(const struct desk *desk, int room, struct arena *arena);

    /* Whether it shows a clock, so that it is painted every second. */
    bool (*ticks)(const struct desk *desk);

    /* Says in words what the focus is on, above the verbs of the footer. */
    const char *(*focus)(const struct desk *desk, struct arena *arena);
};

#endif
