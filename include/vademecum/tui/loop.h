/*
 * loop: what browsing on a terminal and running a script have in common.
 */
#ifndef VADEMECUM_TUI_LOOP_H
#define VADEMECUM_TUI_LOOP_H

#include "vademecum/review/draft.h"
#include "vademecum/tui/browse.h"
#include "vademecum/tui/theme.h"
#include "vademecum/view/layout.h"
#include "vademecum/view/session.h"

struct loop {
    const struct browse *browse; /* borrowed */
    struct desk desk;
    struct arena arena;   /* of the session */
    struct arena frame;   /* of the layout; emptied before each */
    struct layout layout; /* as last painted; in frame */
    struct theme theme;
    int64_t told;            /* when the screen said last how far the reading is: clock_ticks */
    int64_t draft_due;       /* when the text being typed is to be kept: clock_ticks; 0: it is */
    uint64_t draft_hash;     /* of the text that was kept or tried last */
    bool draft_lost;         /* it could be kept nowhere */
    struct draft_file draft; /* of the text being typed, or of one that is not saved yet */
    struct draft_file left;  /* that an earlier session has left, being offered */
    struct event left_event; /* what is in it; in arena */
    struct handover *handovers; /* to editors that may still have them, the newest first */
};

/* After curses has been started. */
void loop_open(struct loop *loop, const struct browse *browse, bool color);

/* Lays out, fits and paints into stdscr; the caller refreshes. */
void loop_paint(struct loop *loop, int rows, int columns);

/*
 * Writes what the session left to be written, with "saving..." on the screen meanwhile. Whether
 * there was anything is returned: then the screen is to be painted again.
 */
bool loop_save(struct loop *loop, int rows, int columns);

void loop_close(struct loop *loop);

#endif
