/*
 * screen: what a screen is. Each has one constant of this type in its file in screens/, and a line
 * in the list below; all that works on screens asks the constant.
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
 * X(CONSTANT, name): the file screens/NAME.c has the screen as NAME_screen, but where two screens
 * are alike. Home lies below all others, and its first panel lists the practices.
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
    SHAPE_LIST,   /* a list; beside it, where there is room, what its focus is on */
    SHAPE_THREE,  /* columns, in which panels lie under one another */
    SHAPE_ONE,    /* one panel at a time, whatever the width */
    SHAPE_HEADS,  /* a head that stays, and a list under it */
    SHAPE_BOX     /* one panel in a box over the page that it comes up from */
};

/* How a panel's position is told when not all of it is seen. */
enum panel_position {
    POSITION_LINES,   /* "1–7/14" */
    POSITION_ENTRIES, /* "3/10" */
    POSITION_NONE
};

struct panel_kind {
    const char *name; /* N_(); for the line that lists the panels, and "" when it has no place */
    int column;       /* Left and Right go by it; panels of one lie under one another */
    int wide_column;  /* the same on screens of STACK_WIDE columns or more, unless 0 */
    bool passed;      /* Tab passes it by while all of it is seen */
    enum panel_position position;
    bool head;       /* never has the focus */
    bool text;       /* a text that has entries: its end lies behind the last of them */
    bool tail_first; /* what stands at the right of its title matters more than its position */
    unsigned resets; /* 1 << NUMBER of each panel whose contents hang on its focus */
    bool (*shown)(const struct desk *desk);     /* NULL: always */
    size_t (*entries)(const struct desk *desk); /* NULL: none, it is a text */
    void (*rows)(const struct desk *desk, struct rows *rows);
    void (*open)(struct desk *desk, size_t entry); /* Enter; NULL: nothing */
    const struct verb *verbs; /* of its rows, before the screen's; NULL: none */
};

/* What a command does on a screen, in place of what it does in general. */
struct action {
    enum command command;
    void (*act)(struct desk *desk);
    void (*act_by)(struct desk *desk, int by); /* in its place, unless NULL, with … */
    int by;                                    /* … a step, a screen, a verdict */
};

/* All functions but those of panels may be NULL. */
struct screen {
    const char *title;    /* N_() */
    enum command command; /* that brings it up from any screen; COMMAND_NONE: there is none */
    enum screen_shape shape;
    bool telling;  /* rows of its list tell much: on wide screens it gets the larger part */
    bool narrowed; /* shows, or goes through, what the list is narrowed to */
    bool raised;   /* comes up above what it is called from, also when it lies further below */
    enum command passes; /* its own: keys that do not move are for the screen below; NONE: not so */
    bool boxes;          /* rows have boxes, which the key that marks ticks too */
    int first;           /* the panel that has the focus at first */
    size_t state;        /* bytes that only its file knows, all zero at first */
    struct panel_kind
        panels[PANELS_MAX];       /* in the order of Tab; the first without `rows` ends it */
    const struct verb *verbs;     /* for the footer; NULL: none */
    const struct action *actions; /* the last one has COMMAND_NONE */
    const struct asking *asking;  /* a line that is typed as long as the screen is on top */

    /* It comes up, at a place, or NULL; false when it cannot. */
    bool (*enter)(struct desk *desk, const struct place *place);

    /* The list, the answers or its own focus may have changed. False: what it shows is gone. */
    bool (*refresh)(struct desk *desk);

    /* It lies nowhere in the stack; asked after every key. */
    void (*absent)(struct desk *desk);

    /* What the focus is on. */
    struct place (*place)(const struct desk *desk);

    /* A mark of the item was given or taken back: it stays in sight. */
    void (*marked)(struct desk *desk, const struct item *item);

    /* Takes a key before it becomes a command; false when it does not. */
    bool (*key)(struct desk *desk, int key);

    /* Puts in a pasted text; false when it is too long. NULL: nothing is being typed. */
    bool (*paste)(struct desk *desk, const char *text);

    /* Why it does not do a command that it has what it needs for; NULL when it does. */
    const char *(*refuses)(const struct desk *desk, enum command command);

    /* The text being typed and where it belongs; false when nothing was changed. */
    bool (*drafted)(const struct desk *desk, struct statement *words);

    /* Takes a text that the user's own editor brings, whatever the screen on top is. */
    void (*edited)(struct desk *desk, const struct statement *about, const char *text);

    /* Takes the path of a file that was written, which outlives the desk; the same. */
    void (*handed_over)(struct desk *desk, const char *path);

    /* The first panel has another width. */
    void (*widened)(struct desk *desk, int width);

    /* Where one is, as the title bar tells it; how many it sets. NULL: its title alone. */
    size_t (*crumbs)(const struct desk *desk, const char *crumbs[CRUMBS_MAX], struct arena *arena);

    /* How far one is, for a bar in the title; false when there is nothing to count. */
    bool (*progress)(const struct desk *desk, size_t *count, size_t *of);

    /* The right end, on a screen of so many columns of which `room` are left for it. */
    const char *(*status)(const struct desk *desk, int columns, int room, struct arena *arena);

    /* Whether it shows the screen below it, of which one row is typed, in that screen's place. */
    bool (*inside)(const struct desk *desk);

    /* The panels, where they cannot all be seen; NULL: their names. */
    const char *(*stops)(const struct desk *desk, int room, struct arena *arena);

    /* Whether what it shows goes on by itself, second by second. */
    bool (*ticks)(const struct desk *desk);

    /* The focus in words, before the verbs. */
    const char *(*focus)(const struct desk *desk, struct arena *arena);
};

#endif
