#include "vademecum/screens/enter.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/review/round.h"
#include "vademecum/screens/beside.h"
#include "vademecum/screens/screens.h"

#include <string.h>

/* That a draft of it is known by. */
static const char field[] = "codes";

static const struct panel panel = {SCREEN_ENTER, BESIDE_TEXT};

/* The cursor's line becomes the panel's current row. */
static void follow(struct desk *desk) {
    size_t line = 0;
    int column = 0;
    text_box_cursor(enter_of(desk)->box, enter_width(desk), &line, &column);
    window_focus(desk, panel, line);
}

/* --- saving ---------------------------------------------------------------------------------- */

/*
 * Whether every line can be used; else the cursor goes to the first that cannot, and why is said.
 */
static bool lines_sound(struct desk *desk, struct arena *scratch) {
    struct enter *enter = enter_of(desk);
    const char *rest = enter->box->text;
    struct span line;
    for (size_t number = 1; enter_line_next(&rest, &line); number++) {
        struct form_line read;
        struct fault fault;
        if (!form_line_blank(line.start, line.length) &&
            !form_line_read(enter->checklist, line.start, line.length, &read, scratch, &fault)) {
            enter->box->cursor = (size_t)(line.start - enter->box->text) + line.length;
            follow(desk);
            notice_say(desk, _("Nothing is saved yet. Line %zu: %s"), number, fault.text);
            return false;
        }
    }
    return true;
}

/* Leaves the marks of a line to be written; what it leaves open stays as it is. */
static size_t line_put(struct desk *desk, const struct form_line *line) {
    size_t put = 0;
    for (size_t i = 0; i < line->count; i++) {
        if (line->verdicts[i] != VERDICT_NONE) {
            put += changes_put(desk, enter_of(desk)->subject.id,
                               record_cell(&line->question->items[i].record, ITEM_ID), "verdict",
                               verdict_name(line->verdicts[i]));
        }
    }
    return put;
}

static size_t lines_put(struct desk *desk, struct arena *scratch) {
    const struct enter *enter = enter_of(desk);
    const size_t before = desk->changes.count;
    const char *rest = enter->box->text;
    struct span line;
    size_t put = 0;
    while (enter_line_next(&rest, &line)) {
        struct form_line read;
        struct fault fault;
        if (form_line_read(enter->checklist, line.start, line.length, &read, scratch, &fault)) {
            put += line_put(desk, &read);
        }
    }
    changes_join(desk, before);
    return put;
}

static void put_tell(struct desk *desk, size_t put, bool closed) {
    if (put == 0) {
        notice_say(desk, _("No mark was changed."));
        return;
    }
    notice_say(desk,
               closed ? ngettext("A new round begins with %zu mark from the form. u takes it back.",
                                 "A new round begins with %zu marks from the form. u takes all of "
                                 "them back.",
                                 put)
                      : ngettext("%zu mark from the form. u takes it back.",
                                 "%zu marks from the form. u takes all of them back.", put),
               put);
}

/* All or nothing: who looks at the screen mends a slip at once. */
static void save(struct desk *desk) {
    struct enter *enter = enter_of(desk);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    enter->asked = false;
    if (form_line_blank(enter->box->text, enter->box->length)) {
        notice_say(desk, _("Nothing is typed yet."));
    } else if (lines_sound(desk, &scratch)) {
        const bool closed = round_closed(changes_now(desk), desk->work.reviewer, enter->subject.id,
                                         enter->checklist);
        const size_t put = lines_put(desk, &scratch);
        desk_close(desk);
        put_tell(desk, put, closed);
    }
    arena_free(&scratch);
}

/* --- keys ------------------------------------------------------------------------------------ */

static void ask_again(struct desk *desk) {
    enter_of(desk)->asked = true;
    notice_say(desk, _("Save it?  y yes  n no  Esc go on writing"));
}

/* After Esc on a changed text, as on the screen for comments. */
static void asked_press(struct desk *desk, int key) {
    enter_of(desk)->asked = false;
    if (key == PRESS_ENTER || key == PRESS_CTRL('s') || key == 'y' || key == 'Y') {
        save(desk);
    } else if (key == PRESS_DELETE || key == 'n' || key == 'N') {
        desk_close(desk);
        notice_say(desk, _("Thrown away; what was there before stays."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        notice_say(desk, _("Go on writing; Ctrl-S saves."));
    } else {
        ask_again(desk);
    }
}

static void left(struct desk *desk) {
    if (enter_of(desk)->box->changed) {
        ask_again(desk);
    } else {
        desk_close(desk);
    }
}

/* Enter goes to the next line of the form, where in other texts it saves. */
static void box_press(struct desk *desk, int key) {
    struct text_box *box = enter_of(desk)->box;
    box->page = (size_t)window_of(desk, panel)->visible;
    switch (text_box_key(box, key == PRESS_ENTER ? PRESS_CTRL('j') : key, enter_width(desk))) {
    case TEXT_BOX_ACCEPTED:
    case TEXT_BOX_TAKEN:
        follow(desk);
        break;
    case TEXT_BOX_LEFT:
        left(desk);
        break;
    case TEXT_BOX_FULL:
        notice_say(desk, _("This text has become too long; save it, and go on then."));
        break;
    case TEXT_BOX_NOT_MINE:
        notice_say(desk, _("Enter begins the next line, Ctrl-S saves, Esc cancels."));
        break;
    }
}

static bool key(struct desk *desk, int key) {
    if (enter_of(desk)->asked) {
        asked_press(desk, key);
    } else if (key == PRESS_CTRL('s')) {
        save(desk);
    } else if (!beside_key(desk, key)) {
        box_press(desk, key);
    }
    return true;
}

static bool paste(struct desk *desk, const char *text) {
    struct enter *enter = enter_of(desk);
    enter->asked = false;
    desk_focus(desk, BESIDE_TEXT);
    if (text_box_put(enter->box, text) == TEXT_BOX_FULL) {
        return false;
    }
    follow(desk);
    return true;
}

/* --- coming up ------------------------------------------------------------------------------- */

/* The text of a draft goes on; no other begun text is lost for it. */
static bool enter(struct desk *desk, const struct place *place) {
    struct enter *enter = enter_of(desk);
    const bool draft = place->field && strcmp(place->field, field) == 0 && place->value;
    if (desk->changes.draft) {
        desk_go(desk, SCREEN_WRITE, NULL);
        return false;
    }
    enter->subject = *place->practice;
    enter->checklist = work_checklist(desk, &enter->subject);
    enter->asked = false;
    if (!enter->box) {
        enter->box = arena_alloc(desk->arena, sizeof *enter->box);
    }
    text_box_start(enter->box, draft ? place->value : "", desk->look.letters);
    enter->box->changed = draft;
    window_reset(desk, (struct panel){SCREEN_ENTER, BESIDE_READ});
    follow(desk);
    return enter->checklist != NULL;
}

static bool refresh(struct desk *desk) {
    return listing_renew(desk, &enter_of(desk)->subject);
}

static struct place place(const struct desk *desk) {
    return (struct place){.practice = &enter_of(desk)->subject, .field = field};
}

static bool drafted(const struct desk *desk, struct statement *words) {
    const struct enter *enter = enter_of(desk);
    *words = (struct statement){
        .practice = enter->subject.id, .item = "", .field = field, .value = enter->box->text};
    return enter->box->changed;
}

static void widened(struct desk *desk, int width) {
    (void)width;
    follow(desk);
}

static bool asked(const struct desk *desk) {
    return enter_of(desk)->asked;
}

static bool typing(const struct desk *desk) {
    return !asked(desk);
}

static bool on_codes(const struct desk *desk) {
    return typing(desk) && stack_focus_of(desk, SCREEN_ENTER) == BESIDE_READ;
}

static bool on_form(const struct desk *desk) {
    return typing(desk) && !on_codes(desk);
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("yes"), .key = 'y', .when = asked},
    {COMMAND_NONE, .word = N_("no"), .key = 'n', .when = asked},
    {COMMAND_NONE, .word = N_("go on writing"), .key = PRESS_ESCAPE, .when = asked},
    {COMMAND_NONE, .word = N_("save"), .key = PRESS_CTRL('s'), .when = typing},
    {COMMAND_NONE, .word = N_("next line"), .key = PRESS_ENTER, .when = typing},
    {COMMAND_NONE, .word = N_("cancel"), .key = PRESS_ESCAPE, .when = typing},
    {COMMAND_NONE, .word = N_("the codes"), .key = PRESS_TAB, .when = on_form},
    {COMMAND_NONE, .word = N_("the form"), .key = PRESS_TAB, .when = on_codes},
    {.command = COMMAND_NONE},
};

const struct screen enter_screen = {
    .title = N_("Form on paper"),
    .command = COMMAND_ENTER,
    .shape = SHAPE_ONE,
    .state = sizeof(struct enter),
    .panels = {{.name = N_("Form"), .entries = enter_lines, .rows = enter_text_rows},
               {.name = N_("Codes"), .column = 1, .rows = enter_codes_rows}},
    .verbs = verbs,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .key = key,
    .paste = paste,
    .drafted = drafted,
    .widened = widened,
};
