#include "vademecum/door/door.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/i18n.h"
#include "vademecum/door/drafts.h"
#include "vademecum/door/errands.h"
#include "vademecum/door/user_editor.h"

#include <string.h>

enum {
    SHOWING_MS = 1,   /* left to the screen to show itself, before there is more to read */
    TELL_MS = 150,    /* after which it is shown how far the reading is */
    LOOK_MS = 500,    /* between two looks at what an editor may still save */
    SECOND_MS = 1000, /* between two times that a clock shows */
    RETRY_MS = 5000   /* between two tries to save what could not be saved */
};

void door_open(struct door *door, const struct door_setup *setup, const struct way_in *way,
               const struct look *look, void *own) {
    const struct arena_end end = setup->catalogue->arena->end;
    *door = (struct door){.setup = setup, .way = way, .own = own};
    arena_init(&door->arena, end);
    arena_init(&door->frame, end);
    draft_init(&door->draft);
    draft_init(&door->left);
    const struct session_setup session = {
        .catalogue = setup->catalogue,
        .arena = &door->arena,
        .look = *look,
        .lang = setup->lang,
        .own_lang = setup->own_lang,
        .enlarged = setup->enlarged,
        .goes_on = setup->goes_on,
        .log = setup->log,
        .reviewer = setup->reviewer,
        .clock = setup->clock,
        .environment = setup->environment,
        .random = setup->random,
        .named = setup->named,
    };
    door->told = clock_ticks();
    session_open(&door->desk, &session);
    door->lang = door->desk.work.lang;
    door->enlarged = setup->enlarged;
    door->goes_on = setup->goes_on;
}

static bool unsaved(const struct door *door) {
    const struct log *log = door->desk.work.log;
    return log && log_state(log) != LOG_SAVED;
}

static bool ticks(const struct door *door) {
    const struct screen *top = stack_top(&door->desk);
    return top->ticks && top->ticks(&door->desk);
}

/*
 * How long to wait for a key: hardly while there is more to read; else until a draft is due, an
 * editor may have saved, a clock goes on, or what is not saved is to be tried again.
 */
static int patience(const struct door *door, bool painted) {
    if (door->desk.listing.busy) {
        return painted ? SHOWING_MS : 0;
    }
    const int draft = drafts_due(door);
    const int other = door->editors ? LOOK_MS
                      : ticks(door) ? SECOND_MS
                      : unsaved(door) ? RETRY_MS
                                      : -1;
    return draft >= 0 ? draft : other;
}

/* Reads more while no key waits. Returns whether what has come is to be shown. */
static bool read_on(struct door *door) {
    struct desk *desk = &door->desk;
    if (!desk->listing.busy) {
        return false;
    }
    const bool more = session_more(desk);
    if (more && clock_ticks() - door->told < TELL_MS) {
        return false;
    }
    door->told = clock_ticks();
    notice_read(desk, more ? listing_so_far(desk) : 0);
    return true;
}

static void event_take(struct door *door, const struct door_event *event) {
    if (event->kind == DOOR_KEY) {
        session_press(&door->desk, event->key);
    } else if (event->kind == DOOR_POINT) {
        session_point(&door->desk, event->panel, event->entry);
    } else if (event->kind == DOOR_PASTE) {
        session_paste(&door->desk, event->text);
    }
}

/*
 * Writes what the desk left to be written, with "saving..." on the screen meanwhile. Whether there
 * was anything: then it is to be shown again.
 */
static bool save(struct door *door) {
    struct fault fault;
    const bool again = unsaved(door);
    if (!session_unwritten(&door->desk) && !again) {
        return false;
    }
    notice_saving(&door->desk, true);
    door->way->paint(door);
    /* What the user has just asked for is answered first; the last line says NOT SAVED anyway. */
    if (session_save(&door->desk, &fault)) {
        if (again) {
            notice_say(&door->desk, _("Now all is saved."));
        }
    } else if (fault.kind == FAULT_USAGE || !door->desk.notice.message[0]) {
        notice_say(&door->desk, _("NOT SAVED: %s"), fault_line(&fault, &door->frame));
    }
    return true;
}

/* Keeps for the next start what the user has changed of how it looks and goes. */
static void look_keep(struct door *door) {
    const struct door_setup *setup = door->setup;
    const struct desk *desk = &door->desk;
    if (strcmp(door->lang, desk->work.lang) != 0) {
        door->lang = desk->work.lang;
        setup->remember(setup->context, DOOR_LANGUAGE, *door->lang ? door->lang : DOOR_AS_IT_IS);
    }
    if (door->enlarged != desk->stack.enlarged) {
        door->enlarged = desk->stack.enlarged;
        setup->remember(setup->context, DOOR_ONE_PANEL, door->enlarged ? "yes" : "no");
    }
    if (door->goes_on != desk->work.goes_on) {
        door->goes_on = desk->work.goes_on;
        setup->remember(setup->context, DOOR_GOES_ON, door->goes_on ? "yes" : "no");
    }
}

void door_run(struct door *door) {
    bool stale = true; /* what is shown is not what the desk is */
    bool goes_on = true;
    while (goes_on) {
        const bool painted = stale;
        if (painted) {
            stale = !door->way->paint(door);
        }
        /* While there is more to read, the screen first has time to show itself. */
        const bool reading = door->desk.listing.busy;
        if (!reading && drafts_left(door)) {
            stale = true;
            continue;
        }
        const struct door_event event = door->way->read(door, patience(door, painted));
        if (event.kind == DOOR_GONE) {
            drafts_keep(door);
        }
        if (event.kind == DOOR_GONE || event.kind == DOOR_END) {
            return;
        }
        stale |= reading && drafts_left(door);
        stale |= event.kind != DOOR_NOTHING || read_on(door) || ticks(door);
        event_take(door, &event);
        /* First the errands: a name decides where is written, an editor leaves what to write. */
        goes_on = errands_run(door);
        stale |= user_editor_take(door);
        /* What could not be saved is not tried again between slices, nor after the last one: the
           screen first says where the reviewer was. */
        if (event.kind != DOOR_NOTHING || !reading) {
            stale |= save(door);
            user_editor_saved(door);
        }
        stale |= drafts_tend(door);
        if (door->setup->remember) {
            look_keep(door);
        }
    }
}

void door_close(struct door *door) {
    struct fault fault;
    user_editor_end(door);
    /* An answer that waits for a name is written under the one that was offered. */
    if (changes_wait(&door->desk)) {
        session_save(&door->desk, &fault);
    }
    draft_leave(&door->draft);
    draft_leave(&door->left);
    user_editor_leave(door);
    session_close(&door->desk);
    arena_free(&door->frame);
    arena_free(&door->arena);
}

void door_last_word(const struct door *door, FILE *out) {
    const struct log *log = door->desk.work.log;
    if (unsaved(door)) {
        struct arena scratch;
        arena_init(&scratch, door->setup->catalogue->arena->end);
        const char *rescue = log_state(log) == LOG_RESCUED ? log_rescue(log) : NULL;
        const size_t count = log_unsaved(log);
        const char *text =
            rescue
                ? arena_printf(&scratch,
                               ngettext("%zu answer is NOT SAVED in your file, only in %s, which "
                                        "is read at the next start",
                                        "%zu answers are NOT SAVED in your file, only in %s, which "
                                        "is read at the next start",
                                        count),
                               count, rescue)
                : arena_printf(
                      &scratch,
                      ngettext("%zu answer was NOT SAVED", "%zu answers were NOT SAVED", count),
                      count);
        fprintf(out, "vademecum: %s\n", text_clean_line(&scratch, text, door->desk.look.letters));
        arena_free(&scratch);
    }
    if (door->draft_lost) {
        fprintf(out, "vademecum: %s\n", _("the text that was being typed could be kept nowhere"));
    }
}
