#include "vademecum/desk/typing.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/names.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/writing.h"

#include <string.h>

static bool beside_press(struct session *session, int key);
static void text_accept(struct session *session, const char *text);
static bool text_leave(struct session *session, int key);
static void value_accept(struct session *session, struct arena *scratch, const char *text);
static void practice_create(struct session *session, const char *title);
static struct box item_typing(const struct session *session, const char *field, const char *title);

void typing_begin(struct session *session, const struct box *typing) {
    if (session->draft) {
        /* Its file holds one text, and that one is not lost for another. */
        session->waiting = *typing;
        drafts_offer(session);
        return;
    }
    if (!session->editor) {
        session->editor = arena_alloc(session->arena, sizeof *session->editor);
    }
    const char *text = typing->creates
                           ? ""
                           : writing_value(session, typing->practice, typing->item, typing->field);
    const size_t prefix = typing->prefix ? strlen(typing->prefix) : 0;
    const bool prefixed = prefix && strncmp(text, typing->prefix, prefix) == 0;
    editor_start(session->editor, prefixed ? text + prefix : text, session->look.letters);
    session->box = *typing;
    screens_show(session, SCREEN_EDIT, PANEL_EDIT);
    scroll_reset(session, PANEL_BESIDE);
    typing_follow(session);
}

void typing_press(struct session *session, int key) {
    const int width = session_edit_width(session);
    if (session->box.asked && text_leave(session, key)) {
        return;
    }
    if (beside_press(session, key)) {
        return;
    }
    session->editor->page = (size_t)session->panels[PANEL_EDIT].visible;
    switch (editor_key(session->editor, key, width)) {
    case EDITOR_ACCEPTED:
        text_accept(session, session->editor->text);
        break;
    case EDITOR_LEFT:
        session->box.asked = session->editor->changed;
        if (session->box.asked) {
            session_say(session, _("Keep what you wrote? Enter keeps it, Delete throws it away, "
                                   "Esc goes on writing."));
        } else {
            screens_close(session);
        }
        break;
    case EDITOR_FULL:
        session_say(session, _("This text has become too long; write it shorter."));
        break;
    case EDITOR_NOT_MINE:
        session_say(session, _("Enter keeps the text, Esc leaves, Ctrl-J begins a new line."));
        break;
    case EDITOR_TAKEN:
        typing_follow(session);
        break;
    }
}

bool typing_paste(struct session *session, const char *text) {
    session->box.asked = false;
    screens_focus(session, PANEL_EDIT);
    if (editor_put(session->editor, text) == EDITOR_FULL) {
        return false;
    }
    typing_follow(session);
    return true;
}

int session_edit_width(const struct session *session) {
    const int width = session->panels[PANEL_EDIT].width;
    return width > 1 ? width - 1 : 1;
}

bool typing_here(const struct session *session, struct box *typing) {
    const enum screen_id screen = entries_screen(session);
    if (screen == SCREEN_COMPARE) {
        return comparing_typing(session, typing);
    }
    const struct subject *subject = screen == SCREEN_HOME ? session_home_subject(session)
                                                          : session->subject;
    if (!subject || (screen != SCREEN_HOME && screen != SCREEN_PRACTICE)) {
        return false;
    }
    const struct question *question = screen == SCREEN_PRACTICE ? session_question(session) : NULL;
    if (question && entries_panel(session) == PANEL_TOOLS) {
        *typing = (struct box){
            .practice = subject->id,
            .item = record_cell(&question->record, QUESTION_ID),
            .field = "tool",
            .title = _("Your tool: name, then link"),
        };
    } else if (entries_on_item(session)) {
        *typing = item_typing(session, "comment", _("Comment"));
    } else if (question) {
        *typing = (struct box){
            .practice = subject->id,
            .item = record_cell(&question->record, QUESTION_ID),
            .field = "answer",
            .title = _("Your answer"),
        };
    } else {
        *typing = (struct box){
            .practice = subject->id, .item = "", .field = "note", .title = _("Your note")};
    }
    return true;
}

void typing_comment(struct session *session) {
    struct box typing;
    if (typing_here(session, &typing)) {
        typing_begin(session, &typing);
    }
}

void typing_evidence(struct session *session) {
    const struct box typing = item_typing(session, "evidence", _("Evidence"));
    typing_begin(session, &typing);
}

void typing_editor(struct session *session) {
    struct box typing;
    if (typing_here(session, &typing)) {
        session->box = typing;
        session->errand = (struct errand){
            ERRAND_EDITOR,
            arena_printf(session->arena, "%s",
                         writing_value(session, typing.practice, typing.item, typing.field)),
        };
    }
}

void typing_add(struct session *session) {
    const struct box typing = {
        .practice = "",
        .item = "",
        .field = "own.title",
        .title = _("Title of your practice"),
        .own = own_field("own.title"),
        .creates = true,
    };
    typing_begin(session, &typing);
}

void session_typed(struct session *session, const char *text) {
    text_accept(session, text);
    names_ask(session);
}

void typing_link(struct session *session, const struct tool *tool) {
    const struct record *record = &tool->record;
    const struct box typing = {
        .practice = "",
        .item = arena_printf(session->arena, "%s/%s/%s", record_cell(record, TOOL_PRACTICE),
                             record_cell(record, TOOL_QUESTION),
                             record_cell(record, TOOL_POSITION)),
        .field = "tool.url",
        .title = _("The tool's link, if known"),
        .own = own_field("own.website"),
    };
    typing_begin(session, &typing);
}

/* What stands beside the text is read by Tab and the keys that move; any other key goes on with the
   writing. Enter only comes back: nobody keeps a text that is not in sight. */
static bool beside_press(struct session *session, int key) {
    static void (*const moves[])(struct session *) = {
        [PRESS_UP - PRESS_UP] = browsing_up,
        [PRESS_DOWN - PRESS_UP] = browsing_down,
        [PRESS_PAGE_UP - PRESS_UP] = browsing_page_up,
        [PRESS_PAGE_DOWN - PRESS_UP] = browsing_page_down,
        [PRESS_HOME - PRESS_UP] = browsing_first,
        [PRESS_END - PRESS_UP] = browsing_last,
    };
    const bool tab = key == PRESS_TAB || key == PRESS_BACK_TAB;
    if (session_panel(session) != PANEL_BESIDE) {
        if (tab) {
            screens_focus(session, PANEL_BESIDE);
        }
        return tab;
    }
    if (key >= PRESS_UP && key <= PRESS_END && moves[key - PRESS_UP]) {
        moves[key - PRESS_UP](session);
        return true;
    }
    screens_focus(session, PANEL_EDIT);
    typing_follow(session);
    return tab || key == PRESS_ENTER || key == PRESS_ESCAPE;
}

/* What was typed goes to the log as the field takes it, or stays in the box with the reason. */
static void text_accept(struct session *session, const char *text) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    value_accept(session, &scratch, text);
    arena_free(&scratch);
}

static void value_accept(struct session *session, struct arena *scratch, const char *text) {
    const struct box typing = session->box;
    struct fault fault;
    const char *value = typing.own
                            ? own_value(scratch, session->catalogue, typing.own, text, &fault)
                            : event_value(scratch, text, &fault);
    if (!value) {
        session_say(session, "%s", fault.text);
        return;
    }
    if (typing.creates && !*value) {
        session_say(session, _("A practice needs a title; Esc leaves."));
        return;
    }
    if (typing.prefix && *typing.prefix && !value[strspn(value, " \t\n")]) {
        session_say(session, _("Give it a label, such as the date; Esc leaves."));
        return;
    }
    if (session_screen(session) == SCREEN_EDIT) {
        screens_close(session);
    }
    if (typing.creates) {
        practice_create(session, value);
    } else {
        const char *prefix = typing.prefix ? typing.prefix : "";
        writing_put(session, typing.practice, typing.item, typing.field,
                    arena_printf(scratch, "%s%s", prefix, value));
    }
}

/* The cursor's line is the panel's current row. */
void typing_follow(struct session *session) {
    size_t line = 0;
    int column = 0;
    editor_cursor(session->editor, session_edit_width(session), &line, &column);
    session->panels[PANEL_EDIT].focus = line;
    session->panels[PANEL_EDIT].follow = true;
}

/*
 * After Esc on a changed text. A second Esc is what a hurried hand does, so it must cost nothing;
 * false for a key that is none of the answers: it is typed on.
 */
static bool text_leave(struct session *session, int key) {
    session->box.asked = false;
    if (key == PRESS_ENTER) {
        text_accept(session, session->editor->text);
    } else if (key == PRESS_DELETE) {
        screens_close(session);
        session_say(session, _("Thrown away; what was there before stays."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        session_say(session, _("Go on writing; Enter keeps the text."));
    } else {
        return false;
    }
    return true;
}

/* A new own practice, and the form with its other facts. */
static void practice_create(struct session *session, const char *title) {
    char run[EVENT_RUN_SIZE];
    event_run(session->random, run);
    const char *id = own_id(session->arena, session_review(session), title, run);
    writing_put(session, id, "", "own.title", title);
    session->created = id;
    forms_own(session, id);
}

static struct box item_typing(const struct session *session, const char *field, const char *title) {
    return (struct box){
        .practice = session->subject->id,
        .item = record_cell(&session_item(session)->record, ITEM_ID),
        .field = field,
        .title = title,
    };
}
