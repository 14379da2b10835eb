/*
 * desk: what the user sees now, in parts: each is a struct that only the file of its name changes.
 *
 * It never touches the terminal and starts no process: what has to be done outside is left as one
 * errand (notice.h), which the caller takes. Screens are constants (screen.h) that know one another
 * only by number: what happens elsewhere they leave to desk_go and act_do.
 */
#ifndef VADEMECUM_DESK_DESK_H
#define VADEMECUM_DESK_DESK_H

#include "vademecum/desk/ask.h"
#include "vademecum/desk/changes.h"
#include "vademecum/desk/command.h"
#include "vademecum/desk/listing.h"
#include "vademecum/desk/notice.h"
#include "vademecum/desk/screen.h"
#include "vademecum/desk/stack.h"
#include "vademecum/desk/window.h"
#include "vademecum/desk/work.h"

#include <stdbool.h>
#include <stddef.h>

/* How texts look; fixed for the run. */
struct look {
    enum letters letters; /* of texts */
    enum sign_form signs; /* of marks */
    bool ascii;           /* lines, pointers and dashes of the program's own in ASCII */
};

struct desk {
    struct arena *arena; /* as long as the desk; borrowed */
    struct look look;
    const struct screen *const *screens; /* by their ids */
    const struct action *general;        /* what commands do on any screen */
    void *states[SCREEN_COUNT];          /* of screens; each known to its files only */
    struct arena arenas[SCREEN_COUNT];   /* the same */
    struct work work;
    struct changes changes;
    struct listing listing;
    struct stack stack;
    struct window windows[SCREEN_COUNT][PANELS_MAX];
    struct ask ask;
    struct notice notice;
};

/* Makes the states of all screens; gives their memory back. */
void desk_open(struct desk *desk);
void desk_end(struct desk *desk);

/* The state of a screen, for its own files; and memory of its own, that it empties itself. */
void *desk_state(const struct desk *desk, enum screen_id screen);
struct arena *desk_arena(struct desk *desk, enum screen_id screen);

/* Brings a screen up, at a place or NULL; false, with nothing changed, when it refuses. */
bool desk_go(struct desk *desk, enum screen_id screen, const struct place *place);

/* Takes the top screen away; the first one stays. */
void desk_close(struct desk *desk);

/* Takes away all screens but the first, or all down to one. */
void desk_home(struct desk *desk);
void desk_close_to(struct desk *desk, enum screen_id screen);

/* Moves the focus to a panel of the top screen. */
void desk_focus(struct desk *desk, int number);

/* Brings screens up to date after the list, the answers or a focus may have changed. */
void desk_refresh(struct desk *desk);

/* Leaves the errand to open a link, else a file inside the catalogue; says so when both are "". */
void desk_open_link(struct desk *desk, const char *url, const char *file);

#endif
