#include "vademecum/tui/browse.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/exchange/link.h"
#include "vademecum/tui/input.h"
#include "vademecum/tui/loop.h"
#include "vademecum/tui/signals.h"
#include "vademecum/tui/terminal.h"

#include <curses.h>
#include <stdlib.h>

static void loop_run(struct loop *loop, const sigset_t *waiting);
static bool news_handle(int news);
static void event_handle(struct loop *loop, const struct input_event *event);
static void point_handle(struct loop *loop, const struct input_event *event);
static bool errand_run(struct loop *loop);

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
    loop_run(&loop, &waiting);
    loop_close(&loop);
    terminal_close();
    *status = EXIT_SUCCESS;
    if (signals_end()) {
        /* Nothing is left to lose: end as whoever sent the signal expects. */
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

static void loop_run(struct loop *loop, const sigset_t *waiting) {
    struct input input = {0};
    bool stale = true; /* the screen no longer shows what the session is */
    while (true) {
        /* Of a paste all that has come is shown at once. */
        if (stale && !(input.pasting && input_waits())) {
            loop_paint(loop, LINES, COLS);
            refresh();
            /* curses stops short in the middle of the screen when there is more to read. */
            stale = input_waits();
        }
        input.typing = loop->session.prompt_use != PROMPT_USE_NONE;
        const struct input_event event = input_read(&input, waiting, -1);
        if (event.kind == INPUT_GONE || signals_end()) {
            return;
        }
        stale |= event.kind != INPUT_NOTHING;
        stale |= news_handle(signals_news());
        event_handle(loop, &event);
        if (!errand_run(loop)) {
            return;
        }
    }
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
        session_press(&loop->session, event->key);
        break;
    case INPUT_POINT:
        point_handle(loop, event);
        break;
    case INPUT_PASTE:
        session_say(&loop->session, _("Pasted text was not used: nothing is being typed here."));
        break;
    default:
        break;
    }
}

static void point_handle(struct loop *loop, const struct input_event *event) {
    if (event->key != PRESS_NONE) {
        session_press(&loop->session, event->key);
        return;
    }
    long entry = -1;
    const enum panel panel = layout_at(&loop->layout, &loop->session, event->row, event->column,
                                       &entry);
    if (panel != PANEL_NONE) {
        session_point(&loop->session, panel, entry);
    }
}

/* Does outside what the session asks for. Whether browsing goes on is returned. */
static bool errand_run(struct loop *loop) {
    const struct errand errand = session_errand(&loop->session);
    struct fault fault;
    bool done = true;
    switch (errand.kind) {
    case ERRAND_OPEN_LINK:
        done = link_open(errand.text, loop->browse->browser, &fault);
        break;
    case ERRAND_OPEN_FILE:
        done = link_open_file(loop->browse->catalogue->path, errand.text, &fault);
        break;
    case ERRAND_MOUSE:
        input_report_mouse(loop->session.mouse);
        return true;
    case ERRAND_REDRAW:
        terminal_renew();
        return true;
    case ERRAND_SUSPEND:
        terminal_lend(signals_suspend);
        return true;
    case ERRAND_QUIT:
        return false;
    case ERRAND_NONE:
        return true;
    }
    if (done) {
        session_say(&loop->session, _("Opening %s"), errand.text);
    } else {
        session_say(&loop->session, "%s", fault.text);
    }
    return true;
}
