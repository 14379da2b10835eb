#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/edit_keys.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/screens/form.h"
#include "vademecum/screens/plan_guide.h"
#include "vademecum/screens/screens.h"

#include <string.h>

static const struct panel panel = {SCREEN_FORM, 0};

void form_open(struct desk *desk, size_t entry) {
    const struct form *form = form_of(desk);
    const struct form_field *field = &form->fields[entry];
    if (field->command != COMMAND_NONE) {
        const enum command command = field->command;
        desk_close(desk);
        act_do(desk, command);
        return;
    }
    const struct place place = form_focused_place(desk);
    /* Of a draft there is nothing to choose but to call it final. */
    const bool draft = strcmp(field->field, "status") == 0 &&
                       !changes_final(desk, field->practice, work_checklist(desk, &form->subject));
    desk_go(desk, draft ? form_field_typed(field) : form_field_screen(field), &place);
}

/* --- from field to field --------------------------------------------------------------------- */

static void step(struct desk *desk, int by) {
    const size_t focus = window_of(desk, panel)->focus;
    if (by > 0 || focus > 0) {
        window_focus(desk, panel, by > 0 ? focus + 1 : focus - 1);
    }
}

static void previous(struct desk *desk) {
    step(desk, -1);
}

/* A field of one line has nothing to open. */
static void open_or_next(struct desk *desk) {
    const size_t focus = window_of(desk, panel)->focus;
    if (!form_in_place(form_focused(desk))) {
        form_open(desk, focus);
    } else if (focus + 1 < form_count(desk)) {
        step(desk, +1);
    } else {
        notice_say(desk, _("This is the last field; Ctrl-S closes the form."));
    }
}

/* A sentence of the guide, where it has some for the field. */
static void choose_or_next(struct desk *desk) {
    struct form *form = form_of(desk);
    const struct form_field *field = form_focused(desk);
    if (!field->field || plan_guide_count(desk, form->item, field->field) == 0) {
        step(desk, +1);
        return;
    }
    const struct place place = form_focused_place(desk);
    form->chosen = work_value(desk, field->practice, field->item, field->field);
    desk_go(desk, SCREEN_GUIDE, &place);
}

/* --- what is typed --------------------------------------------------------------------------- */

/* Opens the field for a key or a paste, which then goes to it. Whether it takes any. */
static bool begin(struct desk *desk) {
    const struct form_field *field = form_focused(desk);
    if (field->command != COMMAND_NONE) {
        notice_say(desk, _("Enter does this."));
        return false;
    }
    form_open(desk, window_of(desk, panel)->focus);
    return stack_screen(desk) != SCREEN_FORM;
}

/*
 * Whether the key moves in the text of the field, or removes some of it. `*idle`: there is no text,
 * and Left is not to close the form instead.
 */
static bool edits(const struct desk *desk, int key, bool *idle) {
    static const int keys[] = {PRESS_LEFT,       PRESS_RIGHT,     PRESS_WORD_LEFT,
                               PRESS_WORD_RIGHT, PRESS_BACKSPACE, PRESS_DELETE};
    const struct form_field *field = form_focused(desk);
    bool found = false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        found |= keys[i] == key;
    }
    if (!found || !form_in_place(field)) {
        return false;
    }
    *idle = !*work_value(desk, field->practice, field->item, field->field);
    return true;
}

static bool moved(struct desk *desk, int key) {
    static const struct {
        int key;
        void (*act)(struct desk *desk);
    } acts[] = {
        {PRESS_ENTER, open_or_next},
        {PRESS_TAB, choose_or_next},
        {PRESS_BACK_TAB, previous},
        {PRESS_CTRL('s'), desk_close},
    };
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (acts[i].key == key) {
            acts[i].act(desk);
            return true;
        }
    }
    return false;
}

/*
 * A character begins the writing of the field: whoever types a text there means no commands.
 */
bool form_key(struct desk *desk, int key) {
    char bytes[TEXT_CODE_BYTES];
    const enum command command = keymap_command(key);
    const bool listed = form_focused(desk)->listed;
    bool idle = false;
    if (moved(desk, key)) {
        return true;
    }
    if (!edits(desk, key, &idle) && (command == COMMAND_HELP || command == COMMAND_BY_NAME ||
                                     edit_character(key, bytes) == 0)) {
        return false;
    }
    if (idle || (key == ' ' && !listed) || !begin(desk)) {
        return true;
    }
    if (desk->ask.asking && key != ' ') {
        ask_press(desk, key);
    } else if (!listed) {
        stack_top(desk)->key(desk, key);
    }
    return true;
}

bool form_paste(struct desk *desk, const char *text) {
    if (!begin(desk)) {
        return true;
    }
    return desk->ask.asking ? ask_paste(desk, text) : stack_top(desk)->paste(desk, text);
}
