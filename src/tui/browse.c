#include "vademecum/tui/browse.h"

#include "vademecum/desk/keymap.h"
#include "vademecum/door/errands.h"
#include "vademecum/door/user_editor.h"
#include "vademecum/tui/canvas.h"
#include "vademecum/tui/input.h"
#include "vademecum/tui/signals.h"
#include "vademecum/tui/terminal.h"

#include <curses.h>

/* The terminal as a way in. */
struct browse {
    struct canvas canvas;
    struct input *input; /* in the arena of the door */
    sigset_t waiting;    /* signals that are let through while it waits */
};

static bool paint(struct door *door) {
    struct browse *browse = door->own;
    /* A paste changes nothing before its end. */
    if (browse->input->pasting && input_waits()) {
        return false;
    }
    canvas_paint(&browse->canvas, door, LINES, COLS);
    refresh();
    /* curses stops short in the middle of the screen when there is more to read. */
    return !input_waits();
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

static struct door_event point_of(struct door *door, const struct input_event *event) {
    struct browse *browse = door->own;
    struct door_event point = {.kind = DOOR_POINT, .entry = -1};
    point.panel = layout_at(&browse->canvas.layout, &door->desk, event->row, event->column,
                            &point.entry);
    if (point.panel.screen < 0) {
        point.kind = DOOR_AGAIN;
    }
    return point;
}

static struct door_event event_of(struct door *door, const struct input_event *event) {
    if (event->kind == INPUT_POINT && event->key == PRESS_NONE) {
        return point_of(door, event);
    }
    if (event->kind == INPUT_RESIZE) {
        return (struct door_event){.kind = DOOR_AGAIN};
    }
    return event->kind == INPUT_PASTE ? (struct door_event){.kind = DOOR_PASTE, .text = event->text}
                                      : (struct door_event){.kind = DOOR_KEY, .key = event->key};
}

static struct door_event event_read(struct door *door, int patience) {
    struct browse *browse = door->own;
    browse->input->breaks = session_writes(&door->desk);
    const struct input_event event = input_read(browse->input, &browse->waiting, patience);
    if (event.kind == INPUT_GONE || signals_end()) {
        return (struct door_event){.kind = DOOR_GONE};
    }
    const bool lost = news_handle(signals_news());
    if (event.kind == INPUT_NOTHING) {
        return (struct door_event){.kind = lost ? DOOR_AGAIN : DOOR_NOTHING};
    }
    return event_of(door, &event);
}

/* The terminal is the editor's until it ends. */
static bool edit(struct door *door, const struct errand *errand) {
    terminal_close();
    user_editor_edit(door, errand);
    terminal_lend(NULL);
    return true;
}

static bool mouse_set(struct door *door, const struct errand *errand) {
    (void)errand;
    input_report_mouse(door->desk.notice.mouse);
    return true;
}

static bool redraw(struct door *door, const struct errand *errand) {
    (void)door;
    (void)errand;
    clearok(curscr, TRUE);
    return true;
}

static bool suspend(struct door *door, const struct errand *errand) {
    (void)door;
    (void)errand;
    terminal_lend(signals_suspend);
    return true;
}

static const struct way_in terminal = {
    .paint = paint,
    .read = event_read,
    .errands =
        {
            [ERRAND_OPEN_LINK] = errands_open_link,
            [ERRAND_OPEN_FILE] = errands_open_file,
            [ERRAND_OPEN_OWN] = errands_open_own,
            [ERRAND_HAND_OVER] = errands_hand_over,
            [ERRAND_EDITOR] = edit,
            [ERRAND_MOUSE] = mouse_set,
            [ERRAND_REDRAW] = redraw,
            [ERRAND_SUSPEND] = suspend,
            [ERRAND_QUIT] = errands_quit,
        },
};

bool browse_run(const struct door_setup *setup, bool color, bool *lost, struct fault *fault) {
    if (!terminal_check(fault)) {
        return false;
    }
    struct browse browse;
    struct door door;
    struct look look;
    signals_open(&browse.waiting);
    terminal_open();
    canvas_open(&browse.canvas, setup, color, &look);
    door_open(&door, setup, &terminal, &look, &browse);
    browse.input = arena_alloc(&door.arena, sizeof *browse.input);
    session_begin(&door.desk);
    door_run(&door);
    door_close(&door);
    terminal_close();
    door_last_word(&door, stderr);
    *lost = door.draft_lost;
    if (signals_end()) {
        /* Nothing is left to do: end as whoever sent the signal expects. */
        signal(signals_end(), SIG_DFL);
        sigprocmask(SIG_SETMASK, &browse.waiting, NULL);
        raise(signals_end());
    }
    return true;
}

void browse_restore(void) {
    if (terminal_is_open()) {
        terminal_close();
    }
}
