#include "vademecum/view/session.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/general.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/name.h"
#include "vademecum/desk/resume.h"
#include "vademecum/desk/travel.h"
#include "vademecum/screens/screens.h"
#include "vademecum/view/box.h"

enum {
    FITS_MAX = 3 /* layouts until the focus has settled; two are enough today */
};

/* Brings what is shown up to date with what a key or the mouse has changed. */
static void settle(struct desk *desk) {
    int stops[PANELS_MAX];
    listing_settle(desk);
    desk_refresh(desk);
    const size_t count = stack_stops(desk, stops);
    for (size_t i = 0; i < count; i++) {
        window_settle(desk, (struct panel){(int)stack_screen(desk), stops[i]});
    }
    name_ask(desk);
}

/* What is to be said at the start, as far as the catalogue has been read. */
static void greet(struct desk *desk) {
    resume_begin(desk);
    const size_t left_out = desk->work.catalogue->faults.left_out;
    const struct damage *damage;
    const size_t told = work_damage(desk, &damage);
    const size_t damaged = told > 0 ? reading_unsettled(changes_review(desk), damage, told) : 0;
    if (desk->work.lang_wished && *desk->work.lang && !desk->listing.busy &&
        !work_language_known(desk)) {
        notice_say(desk, _("The catalogue has nothing in the language \"%s\"."), desk->work.lang);
    }
    if (desk->changes.draft) {
        desk_go(desk, SCREEN_WRITE, NULL);
    } else if (desk->work.log && log_waiting(desk->work.log) > 0) {
        changes_waiting(desk);
    } else if (damaged) {
        notice_say(desk,
                   ngettext("%zu line of the reviews is damaged: ! shows it",
                            "%zu lines of the reviews are damaged: ! shows them", damaged),
                   damaged);
    } else if (left_out) {
        notice_say(
            desk,
            ngettext("%zu row left out: ! shows it", "%zu rows left out: ! shows them", left_out),
            left_out);
    }
}

void session_open(struct desk *desk, const struct session_setup *setup) {
    *desk = (struct desk){
        .arena = setup->arena,
        .look = setup->look,
        .screens = screens_all,
        .general = general_actions,
        .work = {.catalogue = setup->catalogue,
                 .log = setup->log,
                 .reviewer = setup->reviewer,
                 .clock = setup->clock,
                 .environment = setup->environment,
                 .lang = setup->lang       ? setup->lang
                         : setup->own_lang ? setup->own_lang
                                           : "",
                 .lang_wished = setup->lang != NULL,
                 .goes_on = setup->goes_on},
        .changes = {.named = setup->named, .random = setup->random},
    };
    desk_open(desk);
    stack_open(desk, setup->enlarged);
    work_open(desk);
    listing_open(desk);
    greet(desk);
}

void session_begin(struct desk *desk) {
    /* Of a small catalogue this is all but marks, answers and tools, which come before anybody
       looks; of a larger one the screen is full already. */
    if (desk->work.catalogue->practices_whole) {
        listing_read(desk);
    }
    greet(desk);
}

bool session_more(struct desk *desk) {
    const bool whole = desk->listing.whole;
    listing_more(desk);
    desk_refresh(desk);
    const bool made_whole = !whole && desk->listing.whole;
    if (!desk->notice.touched && (made_whole || !desk->listing.busy)) {
        greet(desk);
    }
    return desk->listing.busy;
}

void session_close(struct desk *desk) {
    if (desk->listing.find) {
        desk_home(desk);
        desk_refresh(desk);
        listing_close(desk);
        work_close(desk);
        desk_end(desk);
    }
}

/* The page under a box, as it was before that came up; nothing is being typed there. */
static void page_lay_out(struct layout *layout, const struct desk *desk, struct arena *frame) {
    struct desk *below = arena_alloc(frame, sizeof *below);
    struct layout *page = arena_alloc(frame, sizeof *page);
    *below = *desk;
    stack_pop(below);
    if (stack_top(desk)->inside && stack_top(desk)->inside(desk)) {
        stack_pop(below);
    }
    below->ask.asking = NULL;
    session_lay_out(below, page, layout->rows, layout->columns, frame);
    layout->page = page;
    layout->page_desk = below;
}

/* What Tab passes by when it is seen is a stop when there is no room for it. */
static void unseen_hide(struct desk *desk, const struct layout *layout) {
    int shown[PANELS_MAX];
    const size_t count = layout->too_small ? 0 : stack_shown(desk, shown);
    for (size_t i = 0; i < count; i++) {
        bool seen = !stack_top(desk)->panels[shown[i]].passed;
        for (size_t at = 0; at < layout->panel_count; at++) {
            seen |= layout->panels[at].panel.number == shown[i];
        }
        if (!seen) {
            window_hide(desk, (struct panel){(int)stack_screen(desk), shown[i]});
        }
    }
}

void session_lay_out(struct desk *desk, struct layout *layout, int rows, int columns,
                     struct arena *frame) {
    bool moved = true;
    *layout = (struct layout){.rows = rows, .columns = columns};
    if (box_floats(desk, rows, columns)) {
        page_lay_out(layout, desk, frame);
    }
    stack_sized(desk, columns);
    for (int tries = 0; moved && tries < FITS_MAX; tries++) {
        layout_make(layout, desk, frame);
        moved = false;
        for (size_t i = 0; i < layout->panel_count; i++) {
            moved |= window_fit(desk, layout->panels[i].panel, &layout->panels[i].fit);
        }
    }
    unseen_hide(desk, layout);
    layout_finish(layout, desk, frame);
}

/* Returns what the key was taken as. */
static struct keyboard_key key_press(struct desk *desk, int key) {
    const struct keyboard_key itself = {key, KEYBOARD_ANY};
    if (desk->ask.asking && ask_press(desk, key)) {
        return itself;
    }
    const struct keyboard_key taken = keyboard_place(key, desk->notice.keyboards);
    const enum command command = keymap_command(taken.key);
    const struct screen *screen = stack_top(desk);
    notice_pressed(desk, command);
    if (screen->key && screen->key(desk, key)) {
        return itself;
    }
    if (command == COMMAND_NONE) {
        char name[KEY_NAME_MAX];
        keymap_name(key, name);
        notice_say(desk, _("%s does nothing here; ? shows the keys"), name);
        return itself;
    }
    act_do(desk, command);
    return taken;
}

void session_press(struct desk *desk, int key) {
    notice_touch(desk);
    const struct keyboard_key taken = key_press(desk, key);
    settle(desk);
    if (taken.keyboard != KEYBOARD_ANY && !ask_in_footer(desk)) {
        notice_keyboard(desk, key, &taken);
    }
}

void session_point(struct desk *desk, struct panel panel, long entry) {
    notice_touch(desk);
    notice_pressed(desk, COMMAND_NONE);
    const struct screen *top = stack_top(desk);
    const bool inside = top->inside && top->inside(desk);
    if (inside) {
        top->key(desk, PRESS_ENTER); /* as one who leaves the row by the keyboard */
        panel = stack_panel(desk);
    }
    const bool typing = (desk->ask.asking && !desk->ask.asking->list) || stack_top(desk)->drafted;
    if (typing && !inside) {
        notice_say(desk, _("What is being typed comes first."));
    }
    if (typing) {
        settle(desk);
        return;
    }
    const bool again = !inside && stack_panel(desk).number == panel.number && entry >= 0 &&
                       window_of(desk, panel)->focus == (size_t)entry;
    desk_focus(desk, panel.number);
    if (again) {
        act_do(desk, COMMAND_OPEN);
    } else if (entry >= 0) {
        window_focus(desk, panel, (size_t)entry);
    }
    settle(desk);
}

void session_paste(struct desk *desk, const char *text) {
    const struct asking *asking = desk->ask.asking;
    bool (*const paste)(struct desk *, const char *) = asking && !asking->plain
                                                           ? ask_paste
                                                           : stack_top(desk)->paste;
    notice_touch(desk);
    if (!paste) {
        notice_say(desk, _("Pasted text was not used: nothing is being typed here."));
    } else if (!text || !paste(desk, text)) {
        notice_say(desk, _("The pasted text is too long; nothing of it was put in."));
    }
    settle(desk);
}

void session_rename(struct desk *desk, struct log *log, const char *reviewer) {
    struct changes others = {.named = true};
    if (desk->changes.named) {
        changes_swap(desk, &others); /* what somebody else wrote is not theirs to undo */
    }
    changes_name(desk);
    work_rename(desk, log, reviewer);
    listing_load(desk);
    desk_refresh(desk);
}

void session_typed(struct desk *desk, const struct statement *about, const char *text) {
    travel_on(desk); /* what was written outside meanwhile is of now */
    desk->screens[SCREEN_WRITE]->edited(desk, about, text);
    name_ask(desk);
}

void session_handed_over(struct desk *desk, const char *path) {
    desk->screens[SCREEN_HAND_OVER]->handed_over(desk, path);
}

bool session_drafted(const struct desk *desk, struct statement *words) {
    const struct screen *screen = stack_top(desk);
    return screen->drafted && screen->drafted(desk, words);
}

bool session_draft(struct desk *desk, const struct event *draft, bool edited) {
    const bool now = stack_top(desk)->drafted == NULL;
    changes_draft(desk, draft, edited);
    if (now) {
        desk_go(desk, SCREEN_WRITE, NULL);
    }
    return now;
}

bool session_writes(const struct desk *desk) {
    return stack_screen(desk) == SCREEN_WRITE;
}

bool session_unwritten(const struct desk *desk) {
    return changes_wait(desk) && !changes_nameless(desk);
}

bool session_save(struct desk *desk, struct fault *fault) {
    bool facts = false;
    const bool saved = changes_write(desk, &facts, fault);
    if (facts || desk->listing.readings != log_readings(desk->work.log)) {
        listing_load(desk);
    }
    notice_saving(desk, false);
    settle(desk);
    changes_notices(desk);
    return saved;
}
