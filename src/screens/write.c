#include "vademecum/base/words.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/editor.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/undo.h"
#include "vademecum/screens/form_field.h"
#include "vademecum/screens/screens.h"

#include <string.h>

enum {
    TEXT,  /* being typed */
    BESIDE /* what helps to write it: the item, the model's answer */
};

enum {
    TITLE_GAP = 2 /* columns between what is written and the keys for it */
};

struct write {
    struct editor *editor;
    struct form_field field;   /* where the text belongs */
    bool creates;              /* it is the title of a new own practice */
    bool asked;                /* Esc was pressed, and it is asked whether to keep the text */
    struct form_field waiting; /* to be begun when the draft is decided on; its field NULL: none */
};

static const struct panel text_panel = {SCREEN_WRITE, TEXT};

static struct write *write_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_WRITE);
}

/* Columns in which the text is wrapped: one less than its panel, for the cursor. */
static int width_of(const struct desk *desk) {
    const int width = window_of(desk, text_panel)->width;
    return width > 1 ? width - 1 : 1;
}

/* --- what is shown --------------------------------------------------------------------------- */

/* What the field can hold, said before it is refused. */
static const char *own_hint(const struct own_field *own) {
    static const char *const hints[OWN_KINDS] = {
        [OWN_DATE] = N_("A day, month or year: 1.5.2024, 5/2024, 2024."),
        [OWN_COUNTRY] = N_("The country's name in English, or its two letters: Czechia, CZ."),
        [OWN_LANGUAGE] = N_("The language's name or code: Czech, cs."),
        [OWN_LANGUAGES] = N_("Names or codes of languages, with commas between: Czech, uk."),
        [OWN_LINK] = N_("A web address that begins with https:// or http://."),
    };
    return hints[own->kind] ? _(hints[own->kind]) : "";
}

static void text_rows(const struct desk *desk, struct rows *rows) {
    const struct write *write = write_of(desk);
    const int width = rows->width > 1 ? rows->width - 1 : 1;
    const size_t count = editor_lines(write->editor, width, 0, NULL, 0);
    struct span *lines = arena_array(rows->arena, count, sizeof *lines);
    editor_lines(write->editor, width, 0, lines, count);
    rows->title = write->creates ? _("Title of your practice") : write->field.label;
    const char *keys = _("Enter keeps, Esc leaves");
    const enum letters letters = desk->look.letters;
    const int both = text_width(rows->title, letters) + TITLE_GAP + text_width(keys, letters);
    rows->tail = rows->width < ROWS_NARROW || both > rows->width ? "" : keys;
    size_t line = 0;
    editor_cursor(write->editor, width, &line, &rows->cursor);
    for (size_t i = 0; i < count; i++) {
        struct row *row = rows_add_entry(rows, i,
                                         arena_copy(rows->arena, lines[i].start, lines[i].length));
        row->indent = 0;
        row->hang = 0;
        row->plain = true;
    }
}

static void beside_rows(const struct desk *desk, struct rows *rows) {
    const struct form_field *field = &write_of(desk)->field;
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct item *item = catalogue_item(catalogue, field->item);
    const struct question *question = item ? item->question
                                           : catalogue_question(catalogue, field->item);
    const struct subject *subject = listing_find(desk, field->practice);
    const struct practice *model = subject ? work_model(desk, subject) : NULL;
    rows->title = _("Beside it");
    rows_add(rows, ROLE_TEXT, 0,
             _("Enter keeps the text. Ctrl-J begins a new line. Esc leaves, and asks first when "
               "something was changed."));
    if (field->own && *own_hint(field->own)) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, 0, own_hint(field->own));
    }
    if (question) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_HEADING, 0,
                 item ? record_cell(&item->record, ITEM_TEXT)
                      : record_cell(&question->record, QUESTION_TEXT));
    }
    if (item) {
        rows_add(rows, ROLE_TEXT, 0, record_cell(&item->record, ITEM_ASK));
    }
    if (!question || !model) {
        return;
    }
    const struct answer *answer = catalogue_answer(model, question);
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, work_title(desk, model));
    rows_add(rows, ROLE_TEXT, 0,
             answer ? record_cell(&answer->record, ANSWER_TEXT)
                    : _("The source does not answer this question."));
}

static size_t lines_count(const struct desk *desk) {
    return editor_lines(write_of(desk)->editor, width_of(desk), 0, NULL, 0);
}

/* The cursor's line is the panel's current row. */
static void cursor_follow(struct desk *desk) {
    size_t line = 0;
    int column = 0;
    editor_cursor(write_of(desk)->editor, width_of(desk), &line, &column);
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
        text_accept(desk, write->editor->text);
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
    if (stack_panel(desk).number != BESIDE) {
        if (tab) {
            desk_focus(desk, BESIDE);
        }
        return tab;
    }
    if (key >= PRESS_UP && key <= PRESS_END && moves[key - PRESS_UP]) {
        moves[key - PRESS_UP](desk, stack_panel(desk));
        return true;
    }
    desk_focus(desk, TEXT);
    cursor_follow(desk);
    return tab || key == PRESS_ENTER || key == PRESS_ESCAPE;
}

static void editor_press(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    write->editor->page = (size_t)window_of(desk, text_panel)->visible;
    switch (editor_key(write->editor, key, width_of(desk))) {
    case EDITOR_ACCEPTED:
        text_accept(desk, write->editor->text);
        break;
    case EDITOR_LEFT:
        write->asked = write->editor->changed;
        if (write->asked) {
            notice_say(desk, _("Keep what you wrote? Enter keeps it, Delete throws it away, "
                               "Esc goes on writing."));
        } else {
            desk_close(desk);
        }
        break;
    case EDITOR_FULL:
        notice_say(desk, _("This text has become too long; write it shorter."));
        break;
    case EDITOR_NOT_MINE:
        notice_say(desk, _("Enter keeps the text, Esc leaves, Ctrl-J begins a new line."));
        break;
    case EDITOR_TAKEN:
        cursor_follow(desk);
        break;
    }
}

static bool key(struct desk *desk, int key) {
    const bool left = write_of(desk)->asked && text_leave(desk, key);
    if (!left && !beside_press(desk, key)) {
        editor_press(desk, key);
    }
    return true;
}

static bool paste(struct desk *desk, const char *text) {
    struct write *write = write_of(desk);
    write->asked = false;
    desk_focus(desk, TEXT);
    if (editor_put(write->editor, text) == EDITOR_FULL) {
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
    notice_edit(desk, arena_copy(desk->arena, write->editor->text, write->editor->length), &about);
    desk_close(desk);
}

/* --- a text that was begun before the start -------------------------------------------------- */

static const struct asking draft_asking;

static void draft_offer(struct desk *desk) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    ask_begin(desk, &draft_asking, "");
    const char *text = undo_excerpt(desk, desk->changes.draft->value, &scratch);
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
    editor_start(write->editor, draft->value, desk->look.letters);
    write->editor->changed = true;
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
    if (!write->editor) {
        write->editor = arena_alloc(desk->arena, sizeof *write->editor);
    }
    editor_start(write->editor, prefixed ? text + prefix : text, desk->look.letters);
    write->asked = false;
    window_reset(desk, (struct panel){SCREEN_WRITE, BESIDE});
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
    if (!write->editor->changed) {
        return false;
    }
    *words = (struct statement){
        .practice = write->field.practice,
        .item = write->field.item,
        .field = write->field.field,
        .value = write->editor->text,
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
    .panels = {{.name = N_("Text"), .entries = lines_count, .rows = text_rows},
               {.name = N_("Beside it"), .column = 1, .rows = beside_rows}},
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
