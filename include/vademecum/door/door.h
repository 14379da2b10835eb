/*
 * door: what all ways into the program share: the desk, saving, drafts, errands, and the loop that
 * asks for the next key. The terminal and a script of keys are ways in.
 *
 * Order of calls: door_open; then door_run, which returns when the user leaves; then door_close.
 */
#ifndef VADEMECUM_DOOR_DOOR_H
#define VADEMECUM_DOOR_DOOR_H

#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/exchange/external_editor.h"
#include "vademecum/review/draft.h"
#include "vademecum/review/log.h"
#include "vademecum/view/session.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Names of the settings that are kept, and the word for no language. */
#define DOOR_LANGUAGE "language"
#define DOOR_ONE_PANEL "one-panel"
#define DOOR_GOES_ON "go-on"
#define DOOR_AS_IT_IS "original"

/* What the program starts with. All of it must outlive the door. */
struct door_setup {
    struct catalogue *catalogue; /* open, or begun */
    const char *lang;            /* content language wished for, or NULL: … */
    const char *own_lang;        /* … then that of the user, as far as there is anything in it */
    bool enlarged;               /* one panel at a time */
    bool goes_on;                /* a mark by its digit leads on to the next item */
    bool ascii;                  /* signs in ASCII */
    bool utf8;                   /* the locale's encoding is UTF-8 */
    bool words;                  /* marks as words */
    struct log *log;             /* of the reviewer, open; NULL: nothing can be reviewed */
    const char *reviewer;        /* whose it is, or NULL */
    struct clock clock;
    uint64_t random;          /* for ids; another one at each start */
    bool named;               /* the reviewer has chosen the name: it is not asked for */
    struct draft_home drafts; /* where drafts are; its folder NULL: nowhere */
    /*
     * Opens the log of that name in the place of the one that is open, and keeps the name for the
     * next start; `*reviewer` gets the name. False and the fault when not all of it could be done;
     * `*log` and `*reviewer` then still belong together.
     */
    bool (*rename)(void *context, const char *name, struct log **log, const char **reviewer,
                   struct fault *fault);
    /* Keeps a setting, one word, for the next start, if it can; NULL: nothing is kept. */
    void (*remember)(void *context, const char *name, const char *word);
    void *context; /* of both */
    struct external_editor editor;         /* the user's own editor */
    const char *browser;                   /* value of $BROWSER, or NULL … */
    bool desktop;                          /* … for which there is X or Wayland */
    const struct environment *environment; /* for where files go that are handed over */
};

enum door_event_kind {
    DOOR_NOTHING, /* the time is over */
    DOOR_AGAIN,   /* the screen was lost, or has another size */
    DOOR_KEY,     /* `key`, as keymap.h has them */
    DOOR_POINT,   /* `entry` of `panel` was pointed at */
    DOOR_PASTE,   /* `text` was pasted, as session_paste takes it */
    DOOR_END,     /* there are no more keys */
    DOOR_GONE     /* the user is gone: what is being typed is kept at once */
};

struct door_event {
    enum door_event_kind kind;
    int key;
    struct panel panel;
    long entry;
    const char *text; /* until the next call of read */
};

struct door;

/* What a way in must offer. */
struct way_in {
    /* Shows the desk as it is now. False when not all of it is shown, and there is more to read. */
    bool (*paint)(struct door *door);
    /* What the user does next; waits for `patience` ms at most, -1: for ever. */
    struct door_event (*read)(struct door *door, int patience);
    /*
     * Carries out an errand of this kind; false ends door_run. errands.h has what most ways in do.
     * NULL: there is nothing to do. The reviewer's name is taken by the door itself after that.
     */
    bool (*errands[ERRAND_COUNT])(struct door *door, const struct errand *errand);
};

struct door {
    const struct door_setup *setup; /* borrowed */
    const struct way_in *way;       /* borrowed */
    void *own;                      /* the way in's own */
    struct desk desk;
    struct arena arena;      /* of the desk */
    struct arena frame;      /* of what is shown; emptied before each painting */
    int64_t told;            /* when it was shown last how far the reading is: clock_ticks */
    int64_t draft_due;       /* when the text being typed is to be kept: clock_ticks; 0: it is */
    uint64_t draft_hash;     /* of the text that was kept or tried last */
    const char *lang;        /* content language and … */
    bool enlarged;           /* … whether panels are shown alone, and … */
    bool goes_on;            /* … whether marks lead on, as kept for the next start */
    bool looked;             /* for what earlier sessions have left */
    bool draft_lost;         /* it could be kept nowhere */
    struct draft_file draft; /* of the text being typed, or of one that is not saved yet */
    struct draft_file left;  /* that an earlier session has left, being offered */
    struct event left_event; /* what is in it; in arena */
    struct user_editor *editors; /* texts that an editor may still have open, the newest first */
};

/* Begins at Home. `look` is how the way in shows texts; `own` is for the way in alone. */
void door_open(struct door *door, const struct door_setup *setup, const struct way_in *way,
               const struct look *look, void *own);

/* Paints, asks for what comes next, does it and saves it, until the user leaves. */
void door_run(struct door *door);

/* Writes what waits to be written, and gives memory back. */
void door_close(struct door *door);

/*
 * Says on `out` that something is not saved, if so: the screen that said it is gone. To be called
 * after door_close, while the log is open.
 */
void door_last_word(const struct door *door, FILE *out);

#endif
