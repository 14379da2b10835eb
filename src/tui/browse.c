#include "vademecum/tui/browse.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/words.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/tui/drafts.h"
#include "vademecum/tui/errands.h"
#include "vademecum/tui/handover.h"
#include "vademecum/tui/input.h"
#include "vademecum/tui/loop.h"
#include "vademecum/tui/signals.h"
#include "vademecum/tui/terminal.h"

#include <curses.h>
#include <stdlib.h>

enum {
    SHOWING_MS = 1, /* left to the terminal to show the screen, before there is more to read */
    TELL_MS = 150,  /* after which the screen says how far the reading is */
    LOOK_MS = 500,  /* between two looks at what an editor may still save */
    RETRY_MS = 5000 /* between two tries to save what could not be saved */
};

static void unsaved_tell(const struct loop *loop);
static void loop_run(struct loop *loop, const sigset_t *waiting);
static bool reading_go_on(struct loop *loop);
static int patience(const struct loop *loop, bool painted);
static bool news_handle(int news);
static void event_handle(struct loop *loop, const struct input_event *event);
static void point_handle(struct loop *loop, const struct input_event *event);

bool browse_run(const struct browse *browse, int *status, struct fault *fault) {
    if (!terminal_check(fault)) {
        return false;
    }
    sigset_t waiting;
    signals_open(&waiting);
    terminal_open();
    struct loop loop;
    loop_open(&loop, browse,
              browse->color == COLOR_ALWAYS || (browse->color == COLOR_AUTO && !browse->no_color));
    session_begin(&loop.desk);
    loop_run(&loop, &waiting);
    const bool lost = loop.draft_lost;
    handover_end(&loop);
    loop_close(&loop);
    terminal_close();
    unsaved_tell(&loop);
    if (lost) {
        fprintf(stderr, "vademecum: %s\n",
                _("the text that was being typed could be kept nowhere"));
    }
    *status = lost ? EXIT_FAILURE : EXIT_SUCCESS;
    if (signals_end()) {
        /* Nothing is left to do: end as whoever sent the signal expects. */
        signal(signals_end(), SIG_DFL);
        sigprocmask(SIG_SETMASK, &waiting, NULL);
        raise(signals_end());
    }
    return true;
}

void browse_restore(void) {
    if (terminal_is_open()) {
        terminal_close();
    }
}

/* The last word about what is not saved, for the screen is gone that has said so. */
static void unsaved_tell(const struct loop *loop) {
    const struct log *log = loop->desk.work.log;
    if (!log || log_state(log) == LOG_SAVED) {
        return;
    }
    struct arena scratch;
    arena_init(&scratch, loop->browse->catalogue->arena->end);
    const char *rescue = log_state(log) == LOG_RESCUED ? log_rescue(log) : NULL;
    const size_t count = log_unsaved(log);
    const char *text =
        rescue
            ? arena_printf(&scratch,
                           ngettext("%zu answer is NOT SAVED in your file, only in %s, which is "
                                    "read at the next start",
                                    "%zu answers are NOT SAVED in your file, only in %s, which "
                                    "is read at the next start",
                                    count),
                           count, rescue)
            : arena_printf(
                  &scratch,
                  ngettext("%zu answer was NOT SAVED", "%zu answers were NOT SAVED", count), count);
    fprintf(stderr, "vademecum: %s\n", text_clean_line(&scratch, text, loop->desk.look.letters));
    arena_free(&scratch);
}

static void loop_run(struct loop *loop, const sigset_t *waiting) {
    struct input *input = arena_alloc(&loop->arena, sizeof *input);
    bool stale = true; /* the screen no longer shows what the session is */
    while (true) {
        /* A paste changes nothing before its end. */
        const bool painted = stale && !(input->pasting && input_waits());
        if (painted) {
            loop_paint(loop, LINES, COLS);
            refresh();
            /* curses stops short in the middle of the screen when there is more to read. */
            stale = input_waits();
        }
        input->breaks = session_writes(&loop->desk);
        const struct input_event event = input_read(input, waiting, patience(loop, painted));
        if (event.kind == INPUT_GONE || signals_end()) {
            drafts_keep(loop);
            return;
        }
        const bool reading = loop->desk.listing.busy;
        stale |= event.kind != INPUT_NOTHING || reading_go_on(loop);
        stale |= news_handle(signals_news());
        event_handle(loop, &event);
        /* First the errands: a name decides where is written, an editor leaves what to write. */
        const bool goes_on = errands_run(loop);
        stale |= handover_take(loop);
        /* What could not be saved is not tried again between slices, nor after the last one: the
           screen first says where the reviewer was. */
        if (event.kind != INPUT_NOTHING || !reading) {
            stale |= loop_save(loop, LINES, COLS);
            handover_saved(loop);
        }
        stale |= drafts_tend(loop);
        if (!goes_on) {
            return;
        }
    }
}

/* Reads more while no key waits. Whether the screen is to show what has come. */
static bool reading_go_on(struct loop *loop) {
    struct desk *desk = &loop->desk;
    if (!desk->listing.busy) {
        return false;
    }
    const bool more = session_more(desk);
    if (more && clock_ticks() - loop->told < TELL_MS) {
        return false;
    }
    loop->told = clock_ticks();
    notice_read(desk, more ? listing_so_far(desk) : 0);
    return true;
}

/* How long to wait for a key: hardly while there is more to read; else until a draft is due, an
 * editor may have saved, or what is not saved is to be tried again. */
static int patience(const struct loop *loop, bool painted) {
    if (loop->desk.listing.busy) {
        return painted ? SHOWING_MS : 0;
    }
    const bool unsaved = loop->desk.work.log && log_state(loop->desk.work.log) != LOG_SAVED;
    const int draft = drafts_due(loop);
    const int other = loop->handovers ? LOOK_MS : unsaved ? RETRY_MS : -1;
    return draft >= 0 ? draft : other;
}

/* Whether there were any. */
static bool news_handle(int news) {
    if (news & NEWS_STOP) {
        terminal_lend(signals_suspend);
    } else if (news & NEWS_CONTINUED) {
        terminal_lend(NULL);
    } else if (news & NEWS_SIZE) {
        terminal_renew();
    }
    return news;
}

static void event_handle(struct loop *loop, const struct input_event *event) {
    switch (event->kind) {
    case INPUT_KEY:
        session_press(&loop->desk, event->key);
        break;
    case INPUT_POINT:
        point_handle(loop, event);
        break;
    case INPUT_PASTE:
        session_paste(&loop->desk, event->text);
        break;
    default:
        break;
    }
}

static void point_handle(struct loop *loop, const struct input_event *event) {
    if (event->key != PRESS_NONE) {
        session_press(&loop->desk, event->key);
        return;
    }
    long entry = -1;
    const struct panel panel = layout_at(&loop->layout, &loop->desk, event->row, event->column,
                                       &entry);
    if (panel.screen >= 0) {
        session_point(&loop->desk, panel, entry);
    }
}
