#include "vademecum/screens/write.h"
#include "vademecum/base/i18n.h"
#include "vademecum/desk/edit_keys.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/screens/beside.h"
#include "vademecum/screens/plan_guide.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static void write_widened(struct desk *desk, int width) {
    (void)width;
    write_follow(desk);
}

/* --- keys ------------------------------------------------------------------------------------ */

/*
 * After Esc on a changed text. A second Esc is what a hurried hand does, so it must cost nothing;
 * any other key asks again, for a letter here is an answer and no part of the text.
 */
static void asked_press(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    write->asked = false;
    if (key == PRESS_ENTER || key == 'y' || key == 'Y') {
        write_accept(desk, write->box->text);
    } else if (key == PRESS_DELETE || key == 'n' || key == 'N') {
        desk_close(desk);
        notice_say(desk, _("Thrown away; what was there before stays."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        notice_say(desk, _("Go on writing; Enter saves."));
    } else {
        write->asked = true;
        notice_say(desk, _("Save it?  y yes  n no  Esc go on writing"));
    }
}

/* Changes places with the text as it was at first, or before it was changed back. */
static void text_swap(struct desk *desk) {
    struct write *write = write_of(desk);
    struct text_box *box = write->box;
    struct arena *arena = desk_arena(desk, SCREEN_WRITE);
    const char *other = write->other;
    write->other = arena_copy(arena, box->text, box->length);
    const bool same = strcmp(write->other, other) == 0;
    text_box_start(box, other, desk->look.letters);
    box->changed = true;
    write->offered = false;
    write->replaced = false;
    write_follow(desk);
    notice_say(desk, same ? _("Nothing was typed here yet.") : _("As before; Ctrl-Z again: back."));
}

/* What was offered gives way to the first letter that is typed. */
static void offer_end(struct desk *desk, bool letter) {
    struct write *write = write_of(desk);
    if (write->offered && letter) {
        write->replaced = true;
        text_box_start(write->box, "", desk->look.letters);
    }
    write->offered = false;
}

static void left(struct desk *desk) {
    struct write *write = write_of(desk);
    write->asked = write->box->changed;
    if (write->asked) {
        notice_say(desk, _("Save it?  y yes  n no  Esc go on writing"));
    } else {
        desk_close(desk);
    }
}

static void box_press(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    char bytes[TEXT_CODE_BYTES];
    write->box->page = (size_t)window_of(desk, write_panel(desk))->visible;
    offer_end(desk, edit_character(key, bytes) > 0);
    const int meant = key == PRESS_CTRL('s') ? PRESS_ENTER : key;
    switch (text_box_key(write->box, meant, write_width(desk))) {
    case TEXT_BOX_ACCEPTED:
        write_accept(desk, write->box->text);
        break;
    case TEXT_BOX_LEFT:
        left(desk);
        break;
    case TEXT_BOX_FULL:
        notice_say(desk, _("This text has become too long; write it shorter."));
        break;
    case TEXT_BOX_NOT_MINE:
        notice_say(desk, write_one_line(desk)
                             ? _("Enter saves, Esc cancels, Ctrl-Z undoes.")
                             : _("Enter saves, Esc cancels, Ctrl-J begins a new line."));
        break;
    case TEXT_BOX_TAKEN:
        write_follow(desk);
        break;
    }
}

static bool write_key(struct desk *desk, int key) {
    if (write_of(desk)->asked) {
        asked_press(desk, key);
    } else if (key == PRESS_CTRL('z')) {
        text_swap(desk);
    } else if (write_inside(desk) && write_inside_key(desk, key)) {
        return true;
    } else if (write_one_line(desk) || !beside_key(desk, key)) {
        box_press(desk, key);
    } else {
        write_follow(desk);
    }
    return true;
}

static bool write_paste(struct desk *desk, const char *text) {
    struct write *write = write_of(desk);
    write->asked = false;
    offer_end(desk, true);
    desk_focus(desk, WRITE_TEXT);
    if (text_box_put(write->box, text) == TEXT_BOX_FULL) {
        return false;
    }
    write_follow(desk);
    return true;
}

/* What comes back from outside, be it later, while something else is looked at. */
static void edited(struct desk *desk, const struct statement *about, const char *text) {
    struct write *write = write_of(desk);
    write->field = form_field_of(about->practice, about->item, about->field);
    write->creates = false;
    write_accept(desk, text);
}

/* The text goes to the user's own editor, and the box away. */
static void outside(struct desk *desk) {
    const struct write *write = write_of(desk);
    const struct statement about = {
        .practice = write->field.practice, .item = write->field.item, .field = write->field.field};
    notice_edit(desk, arena_copy(desk->arena, write->box->text, write->box->length), &about);
    desk_close(desk);
}

/* --- coming up ------------------------------------------------------------------------------- */

/* What the field holds now, as it is shown; the label of a final review is today at first. */
static const char *text_now(struct desk *desk) {
    const struct write *write = write_of(desk);
    const struct form_field *field = &write->field;
    const char *text = write->creates
                           ? ""
                           : work_value(desk, field->practice, field->item, field->field);
    const size_t prefix = strlen(field->prefix);
    if (field->own && field->own->kind == OWN_DATE) {
        return plan_due(desk_arena(desk, SCREEN_WRITE), text, "done", 0);
    }
    if (prefix == 0) {
        return text;
    }
    if (strncmp(text, field->prefix, prefix) == 0) {
        return text + prefix;
    }
    char today[CLOCK_STAMP_SIZE];
    return clock_day(clock_now(&desk->work.clock), today)
               ? plan_due(desk_arena(desk, SCREEN_WRITE), today, "done", 0)
               : "";
}

static void text_begin(struct desk *desk) {
    struct write *write = write_of(desk);
    struct arena *arena = desk_arena(desk, SCREEN_WRITE);
    arena_empty(arena);
    const char *text = text_now(desk);
    if (!write->box) {
        write->box = arena_alloc(desk->arena, sizeof *write->box);
    }
    write->other = arena_copy(arena, text, strlen(text));
    text_box_start(write->box, write->other, desk->look.letters);
    write->asked = false;
    write->replaced = false;
    write->offered = *text && write_one_line(desk);
    window_reset(desk, (struct panel){SCREEN_WRITE, WRITE_BESIDE});
    if (write_inside(desk)) {
        window_align(desk, write_panel(desk), (struct panel){SCREEN_FORM, 0});
    }
    write_follow(desk);
}

/* Without a place what waits is begun; or, as at the start, the draft is offered. */
static bool write_enter(struct desk *desk, const struct place *place) {
    struct write *write = write_of(desk);
    if (place) {
        write->waiting = form_field_at(desk, place);
    }
    if (desk->changes.draft) {
        /* Its file holds one text, and that one is not lost for another. */
        write_offer_draft(desk);
        return false;
    }
    write->field = write->waiting;
    write->waiting.field = NULL;
    write->creates = strcmp(write->field.field, "own.title") == 0 && !*write->field.practice;
    text_begin(desk);
    return true;
}

static struct place write_place(const struct desk *desk) {
    return (struct place){.field = write_of(desk)->field.field};
}

static bool write_drafted(const struct desk *desk, struct statement *words) {
    const struct write *write = write_of(desk);
    if (!write->box->changed) {
        return false;
    }
    *words = (struct statement){
        .practice = write->field.practice,
        .item = write->field.item,
        .field = write->field.field,
        .value = write->box->text,
    };
    return true;
}

static const struct action actions[] = {
    {COMMAND_EDITOR, .act = outside},
    {.command = COMMAND_NONE},
};

static bool asked(const struct desk *desk) {
    return write_of(desk)->asked;
}

static bool not_asked(const struct desk *desk) {
    return !asked(desk);
}

static bool in_form(const struct desk *desk) {
    return !asked(desk) && write_inside(desk);
}

static bool by_itself(const struct desk *desk) {
    return !asked(desk) && !write_inside(desk);
}

static bool guided(const struct desk *desk) {
    const struct form_field *field = &write_of(desk)->field;
    return in_form(desk) &&
           plan_guide_count(desk, catalogue_item(desk->work.catalogue, field->item), field->field) >
               0;
}

static bool long_text(const struct desk *desk) {
    return !asked(desk) && !write_one_line(desk);
}

static const struct verb verbs[] = {
    {COMMAND_NONE, .word = N_("yes"), .key = 'y', .when = asked},
    {COMMAND_NONE, .word = N_("no"), .key = 'n', .when = asked},
    {COMMAND_NONE, .word = N_("go on writing"), .key = PRESS_ESCAPE, .when = asked},
    {COMMAND_NONE, .word = N_("next field"), .key = PRESS_ENTER, .when = in_form},
    {COMMAND_NONE, .word = N_("choose"), .key = PRESS_TAB, .when = guided},
    {COMMAND_NONE, .word = N_("save and close"), .key = PRESS_CTRL('s'), .when = in_form},
    {COMMAND_NONE, .word = N_("save"), .key = PRESS_ENTER, .when = by_itself},
    {COMMAND_NONE, .word = N_("cancel"), .key = PRESS_ESCAPE, .when = not_asked},
    {COMMAND_NONE, .word = N_("new line"), .key = PRESS_CTRL('j'), .when = long_text},
    {COMMAND_NONE, .word = N_("the other panel"), .key = PRESS_TAB, .when = long_text},
    {.command = COMMAND_NONE},
};

static size_t crumbs(const struct desk *desk, const char *crumbs[CRUMBS_MAX], struct arena *arena) {
    (void)arena;
    const struct write *write = write_of(desk);
    crumbs[0] = write->creates ? _("Title of your practice") : write->field.label;
    return 1;
}

const struct screen write_screen = {
    .title = N_("Write"),
    .crumbs = crumbs,
    .state = sizeof(struct write),
    .panels = {{.name = N_("Text"), .entries = write_lines, .rows = write_text_rows},
               {.name = N_("Help"), .column = 1, .rows = write_beside_rows}},
    .verbs = verbs,
    .actions = actions,
    .enter = write_enter,
    .place = write_place,
    .key = write_key,
    .paste = write_paste,
    .drafted = write_drafted,
    .edited = edited,
    .widened = write_widened,
};

const struct screen line_screen = {
    .title = N_("Write"),
    .shape = SHAPE_BOX,
    .inside = write_inside,
    .panels = {{.name = "", .entries = write_lines, .rows = write_line_rows}},
    .verbs = verbs,
    .crumbs = crumbs,
    .enter = write_enter,
    .place = write_place,
    .key = write_key,
    .paste = write_paste,
    .drafted = write_drafted,
    .widened = write_widened,
};
