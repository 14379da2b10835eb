#include "vademecum/screens/write.h"
#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static const struct panel text_panel = {SCREEN_WRITE, WRITE_TEXT};

/* Columns in which the text is wrapped: one less than its panel, for the cursor. */
static int width_of(const struct desk *desk) {
    const int width = window_of(desk, text_panel)->width;
    return width > 1 ? width - 1 : 1;
}

static size_t lines_count(const struct desk *desk) {
    return text_box_lines(write_of(desk)->box, width_of(desk), 0, NULL, 0);
}

/* The cursor's line is the panel's current row. */
static void cursor_follow(struct desk *desk) {
    size_t line = 0;
    int column = 0;
    text_box_cursor(write_of(desk)->box, width_of(desk), &line, &column);
    window_focus(desk, text_panel, line);
}

static void widened(struct desk *desk, int width) {
    (void)width;
    cursor_follow(desk);
}

/* --- the end of a text ----------------------------------------------------------------------- */

/* A new own practice, and the form with its other facts. */
static void practice_create(struct desk *desk, const char *title) {
    const char *id = changes_own_id(desk, title);
    const struct subject subject = {.id = id, .title = title, .country = ""};
    const struct place facts = {.practice = &subject, .field = "own."};
    changes_put(desk, id, "", "own.title", title);
    listing_created(desk, id);
    desk_go(desk, SCREEN_FORM, &facts);
}

/* The value that the field takes the text as; NULL, and why not is said, when it takes none. */
static const char *value_taken(struct desk *desk, const char *text, struct arena *arena) {
    const struct write *write = write_of(desk);
    const struct form_field *field = &write->field;
    struct fault fault;
    const char *value = field->own
                            ? own_value(arena, desk->work.catalogue, field->own, text, &fault)
                            : event_value(arena, text, &fault);
    if (!value) {
        notice_say(desk, "%s", fault.text);
    } else if (write->creates && !*value) {
        notice_say(desk, _("A practice needs a title; Esc leaves."));
        value = NULL;
    } else if (*field->prefix && !value[strspn(value, " \t\n")]) {
        notice_say(desk, _("Give it a label, such as the date; Esc leaves."));
        value = NULL;
    }
    return value;
}

/* What was typed goes to the log as the field takes it, or stays in the box with the reason. */
static void text_accept(struct desk *desk, const char *text) {
    const struct write *write = write_of(desk);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *value = value_taken(desk, text, &scratch);
    if (value && stack_screen(desk) == SCREEN_WRITE) {
        desk_close(desk);
    }
    if (value && write->creates) {
        practice_create(desk, arena_copy(desk->arena, value, strlen(value)));
    } else if (value) {
        changes_put(desk, write->field.practice, write->field.item, write->field.field,
                    arena_printf(&scratch, "%s%s", write->field.prefix, value));
    }
    arena_free(&scratch);
}

/*
 * After Esc on a changed text. A second Esc is what a hurried hand does, so it must cost nothing;
 * false for a key that is none of the answers: it is typed on.
 */
static bool text_leave(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    write->asked = false;
    if (key == PRESS_ENTER) {
        text_accept(desk, write->box->text);
    } else if (key == PRESS_DELETE) {
        desk_close(desk);
        notice_say(desk, _("Thrown away; what was there before stays."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        notice_say(desk, _("Go on writing; Enter keeps the text."));
    } else {
        return false;
    }
    return true;
}

/* --- keys ------------------------------------------------------------------------------------ */

static void page_down(struct desk *desk, struct panel panel) {
    window_page(desk, panel, +1);
}

static void page_up(struct desk *desk, struct panel panel) {
    window_page(desk, panel, -1);
}

/* What stands beside the text is read by Tab and the keys that move; any other key goes on with the
   writing. Enter only comes back: nobody keeps a text that is not in sight. */
static bool beside_press(struct desk *desk, int key) {
    static void (*const moves[])(struct desk *, struct panel) = {
        [PRESS_UP - PRESS_UP] = window_up,      [PRESS_DOWN - PRESS_UP] = window_down,
        [PRESS_PAGE_UP - PRESS_UP] = page_up,   [PRESS_PAGE_DOWN - PRESS_UP] = page_down,
        [PRESS_HOME - PRESS_UP] = window_first, [PRESS_END - PRESS_UP] = window_last,
    };
    const bool tab = key == PRESS_TAB || key == PRESS_BACK_TAB;
    if (stack_panel(desk).number != WRITE_BESIDE) {
        if (tab) {
            desk_focus(desk, WRITE_BESIDE);
        }
        return tab;
    }
    if (key >= PRESS_UP && key <= PRESS_END && moves[key - PRESS_UP]) {
        moves[key - PRESS_UP](desk, stack_panel(desk));
        return true;
    }
    desk_focus(desk, WRITE_TEXT);
    cursor_follow(desk);
    return tab || key == PRESS_ENTER || key == PRESS_ESCAPE;
}

static void box_press(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    write->box->page = (size_t)window_of(desk, text_panel)->visible;
    switch (text_box_key(write->box, key, width_of(desk))) {
    case TEXT_BOX_ACCEPTED:
        text_accept(desk, write->box->text);
        break;
    case TEXT_BOX_LEFT:
        write->asked = write->box->changed;
        if (write->asked) {
            notice_say(desk, _("Keep what you wrote? Enter keeps it, Delete throws it away, "
                               "Esc goes on writing."));
        } else {
            desk_close(desk);
        }
        break;
    case TEXT_BOX_FULL:
        notice_say(desk, _("This text has become too long; write it shorter."));
        break;
    case TEXT_BOX_NOT_MINE:
        notice_say(desk, _("Enter keeps the text, Esc leaves, Ctrl-J begins a new line."));
        break;
    case TEXT_BOX_TAKEN:
        cursor_follow(desk);
        break;
    }
}

static bool key(struct desk *desk, int key) {
    const bool left = write_of(desk)->asked && text_leave(desk, key);
    if (!left && !beside_press(desk, key)) {
        box_press(desk, key);
    }
    return true;
}

static bool paste(struct desk *desk, const char *text) {
    struct write *write = write_of(desk);
    write->asked = false;
    desk_focus(desk, WRITE_TEXT);
    if (text_box_put(write->box, text) == TEXT_BOX_FULL) {
        return false;
    }
    cursor_follow(desk);
    return true;
}

/* What comes back from outside, be it later, while something else is looked at. */
static void edited(struct desk *desk, const struct statement *about, const char *text) {
    struct write *write = write_of(desk);
    write->field = form_field_of(about->practice, about->item, about->field);
    write->creates = false;
    text_accept(desk, text);
}

/* The text goes to the user's own editor, and the box away. */
static void outside(struct desk *desk) {
    const struct write *write = write_of(desk);
    const struct statement about = {
        .practice = write->field.practice, .item = write->field.item, .field = write->field.field};
    notice_edit(desk, arena_copy(desk->arena, write->box->text, write->box->length), &about);
    desk_close(desk);
}

/* --- a text that was begun before the start -------------------------------------------------- */

static const struct asking draft_asking;

static void draft_offer(struct desk *desk) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    ask_begin(desk, &draft_asking, "");
    const char *text = notice_excerpt(desk, desk->changes.draft->value, &scratch);
    if (desk->changes.edited) {
        notice_say(desk,
                   _("Your editor saved after the program had ended: \"%s\". Enter takes it up, "
                     "Delete throws it away, Esc leaves it for later."),
                   text);
    } else {
        notice_say(desk,
                   _("You had begun to write: \"%s\". Enter takes it up, Delete throws it away, "
                     "Esc leaves it for later."),
                   text);
    }
    arena_free(&scratch);
}

/* Begins to write what waits; its field, by way of `waiting`. */
static void waiting_begin(struct desk *desk) {
    if (write_of(desk)->waiting.field) {
        desk_go(desk, SCREEN_WRITE, NULL);
    }
}

/* Goes to where the text belongs, and opens the box on what was typed. */
static void draft_open(struct desk *desk) {
    struct write *write = write_of(desk);
    const struct event *draft = desk->changes.draft;
    const long place = listing_place(desk, draft->practice);
    changes_draft(desk, NULL, false);
    desk_home(desk);
    if (place >= 0) {
        const struct item *item = catalogue_item(desk->work.catalogue, draft->item);
        const struct place to = {.practice = &desk->listing.order[place],
                                 .question = item ? item->question : NULL,
                                 .item = item};
        listing_focus(desk, (size_t)place);
        if (work_model(desk, to.practice)) {
            desk_go(desk, SCREEN_PRACTICE, &to);
        }
    }
    write->waiting = form_field_of(draft->practice, draft->item, draft->field);
    waiting_begin(desk);
    text_box_start(write->box, draft->value, desk->look.letters);
    write->box->changed = true;
    cursor_follow(desk);
}

static bool draft_answer(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    ask_end(desk);
    if (key == PRESS_ENTER) {
        draft_open(desk);
    } else if (key == PRESS_DELETE) {
        changes_draft(desk, NULL, false);
        waiting_begin(desk);
        notice_say(desk, _("The text that was begun is thrown away."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        write->waiting.field = NULL;
        notice_say(desk, _("It waits for you, and is offered again when you begin to write."));
    } else {
        draft_offer(desk);
    }
    return true;
}

static const struct asking draft_asking = {
    .plain = true,
    .key = draft_answer,
};

/* --- the screen ------------------------------------------------------------------------------ */

/* Opens the box on what the field holds now. */
static void box_open(struct desk *desk) {
    struct write *write = write_of(desk);
    const struct form_field *field = &write->field;
    const char *text = write->creates
                           ? ""
                           : work_value(desk, field->practice, field->item, field->field);
    const size_t prefix = strlen(field->prefix);
    const bool prefixed = prefix && strncmp(text, field->prefix, prefix) == 0;
    if (!write->box) {
        write->box = arena_alloc(desk->arena, sizeof *write->box);
    }
    text_box_start(write->box, prefixed ? text + prefix : text, desk->look.letters);
    write->asked = false;
    window_reset(desk, (struct panel){SCREEN_WRITE, WRITE_BESIDE});
    cursor_follow(desk);
}

/* Without a place what waits is begun; or, as at the start, the draft is offered. */
static bool enter(struct desk *desk, const struct place *place) {
    struct write *write = write_of(desk);
    if (place) {
        write->waiting = form_field_at(desk, place);
    }
    if (desk->changes.draft) {
        /* Its file holds one text, and that one is not lost for another. */
        draft_offer(desk);
        return false;
    }
    write->field = write->waiting;
    write->waiting.field = NULL;
    write->creates = strcmp(write->field.field, "own.title") == 0 && !*write->field.practice;
    box_open(desk);
    return true;
}

static struct place place(const struct desk *desk) {
    return (struct place){.field = write_of(desk)->field.field};
}

static bool drafted(const struct desk *desk, struct statement *words) {
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

const struct screen write_screen = {
    .title = N_("Write"),
    .state = sizeof(struct write),
    .panels = {{.name = N_("Text"), .entries = lines_count, .rows = write_text_rows},
               {.name = N_("Beside it"), .column = 1, .rows = write_beside_rows}},
    .hints = {COMMAND_NEXT_STOP},
    .actions = actions,
    .enter = enter,
    .place = place,
    .key = key,
    .paste = paste,
    .drafted = drafted,
    .edited = edited,
    .widened = widened,
};
