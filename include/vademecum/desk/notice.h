/*
 * notice: what the footer says until the next key, and the errand that waits to be done outside the
 * program.
 */
#ifndef VADEMECUM_DESK_NOTICE_H
#define VADEMECUM_DESK_NOTICE_H

#include "vademecum/base/fault.h"
#include "vademecum/desk/command.h"
#include "vademecum/desk/keyboard.h"
#include "vademecum/review/log.h"

#include <stdbool.h>

struct desk;

enum {
    MESSAGE_MAX = FAULT_TEXT_MAX /* bytes of a message, with its NUL */
};

enum errand_kind {
    ERRAND_NONE,
    ERRAND_OPEN_LINK, /* text: the address */
    ERRAND_OPEN_FILE, /* text: a path inside the catalogue's folder */
    ERRAND_OPEN_OWN,  /* text: the path of a file that ERRAND_HAND_OVER has made */
    ERRAND_HAND_OVER, /* text: the name of a new file in the folder, for the bytes; its path goes to
                         session_handed_over */
    ERRAND_MOUSE,     /* turn it on or off, as desk->notice.mouse says */
    ERRAND_REDRAW,
    ERRAND_EDITOR, /* text: what is to be edited; the result goes to session_typed */
    ERRAND_NAME,   /* text: the reviewer's name, to be kept for the next start */
    ERRAND_SUSPEND,
    ERRAND_QUIT,
    ERRAND_COUNT
};

struct errand {
    enum errand_kind kind;
    const char *text;       /* in the catalogue's arena, or the desk's */
    const char *folder;     /* of ERRAND_HAND_OVER, … */
    const char *bytes;      /* … what is to be in the file, … */
    size_t length;          /* … and how many bytes that is */
    struct statement about; /* of ERRAND_EDITOR: where the text belongs, without its value */
};

struct notice {
    char message[MESSAGE_MAX]; /* for the footer until the next key; "" */
    struct errand errand;
    enum command asked; /* the key before said what its command does when pressed again */
    bool touched;       /* a key was pressed */
    bool saving;        /* session_save is about to be called */
    bool mouse;         /* reports are wanted */
    unsigned keyboards; /* 1 << KEYBOARD of those that the user was told of */
    int read;           /* thousandths of the reading, for the footer; 0: nothing to say */
};

/* Says something in the footer until the next key. */
void notice_say(struct desk *desk, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Cuts a long text to what a message has room for. Returns `text` itself or a copy in `arena`. */
const char *notice_excerpt(const struct desk *desk, const char *text, struct arena *arena);

/* A key or a click has come: clears what was said. */
void notice_touch(struct desk *desk);

/* A key gives this command; when a question asked for another one, the question is taken back. */
void notice_pressed(struct desk *desk, enum command command);

/*
 * Says, once for a keyboard, that its keys are taken by their place, with this key and its meaning;
 * not when something else is said.
 */
void notice_keyboard(struct desk *desk, int key, const struct keyboard_key *taken);

/* Whether the key before gave the same command; if not, the command is to ask for that. */
bool notice_again(struct desk *desk, enum command command);

/* Leaves an errand; the one of an editor says where its text belongs. */
void notice_errand(struct desk *desk, enum errand_kind kind, const char *text);
void notice_edit(struct desk *desk, const char *text, const struct statement *about);

/* The same for a file that is to be written into a folder. */
void notice_hand_over(struct desk *desk, const char *folder, const char *name, const char *bytes,
                      size_t length);

/* Takes the errand; there is none then. */
struct errand notice_take(struct desk *desk);

/* For the footer: whether something is being saved; how many thousandths are read. */
void notice_saving(struct desk *desk, bool saving);
void notice_read(struct desk *desk, int thousandths);

/* Commands: turns the reports of the mouse on or off. */
void notice_mouse(struct desk *desk);

#endif
