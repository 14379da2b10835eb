#include "vademecum/desk/names.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/desk/typing.h"
#include "vademecum/desk/writing.h"
#include "vademecum/review/field.h"
#include "vademecum/review/reviewer.h"

#include <stdio.h>
#include <string.h>

static void name_suggest(struct session *session, const char *name);
static const char *draft_title(const char *field);
static const struct own_field *draft_own(const char *field);
static void draft_open(struct session *session);

void names_ask(struct session *session) {
    const bool answered = session->errand.kind == ERRAND_NAME;
    if (session->outbox && !session->named && !answered && session->prompt_use != PROMPT_USE_NAME) {
        session->prompt_use = PROMPT_USE_NAME;
        name_suggest(session, session->reviewer);
    }
}

void names_accept(struct session *session) {
    const char *name = arena_copy(session->arena, session->prompt.text, session->prompt.length);
    if (!reviewer_portable(name)) {
        name_suggest(session, reviewer_suggest(session->arena, name));
        session_say(session, _("small letters; Enter takes it"));
        return;
    }
    screens_end_prompt(session);
    prompt_clear(&session->prompt);
    session->errand = (struct errand){ERRAND_NAME, name};
}

void names_leave(struct session *session) {
    name_suggest(session, session->reviewer);
    names_accept(session);
}

void session_rename(struct session *session, struct log *log, const char *reviewer) {
    session->named = true;
    session->log = log;
    session->reviewer = reviewer;
    subjects_load(session);
}

void drafts_offer(struct session *session) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    session->prompt_use = PROMPT_USE_DRAFT;
    session_say(session,
                _("You had begun to write: \"%s\". Enter takes it up, Delete throws it away, "
                  "Esc leaves it for later."),
                writing_excerpt(session, session->draft->value, &scratch));
    arena_free(&scratch);
}

bool names_draft(struct session *session, const struct event *draft) {
    session->draft = draft;
    const bool now = session_screen(session) != SCREEN_EDIT;
    if (now) {
        drafts_offer(session);
    }
    return now;
}

void drafts_answer(struct session *session, int key) {
    const struct box waiting = session->waiting;
    screens_end_prompt(session);
    if (key == PRESS_ENTER) {
        session->waiting = (struct box){0};
        draft_open(session);
    } else if (key == PRESS_DELETE) {
        session->draft = NULL;
        session->waiting = (struct box){0};
        if (waiting.field) {
            typing_begin(session, &waiting);
        }
        session_say(session, _("The text that was begun is thrown away."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        session->waiting = (struct box){0};
        session_say(session, _("It waits for you, and is offered again when you begin to write."));
    } else {
        drafts_offer(session);
    }
}

bool session_drafted(const struct session *session, struct log_words *words) {
    if (session_screen(session) != SCREEN_EDIT || !session->editor->changed) {
        return false;
    }
    *words = (struct log_words){
        .practice = session->box.practice,
        .item = session->box.item,
        .field = session->box.field,
        .value = session->editor->text,
    };
    return true;
}

/* Goes to where the text belongs, and opens the box on what was typed. */
static void draft_open(struct session *session) {
    const struct event *draft = session->draft;
    const long place = subjects_place(session, draft->practice);
    session->draft = NULL;
    while (session->depth > 1) {
        screens_close(session);
    }
    const struct item *item = catalogue_item(session->catalogue, draft->item);
    if (place >= 0) {
        scroll_focus(session, PANEL_PRACTICES, (size_t)place);
        session_do(session, COMMAND_OPEN);
        if (item && session->checklist &&
            item->question->criterion->checklist == session->checklist) {
            reviewing_item(session, item);
        }
    }
    const struct box box = {
        .practice = draft->practice,
        .item = draft->item,
        .field = draft->field,
        .title = draft_title(draft->field),
        .own = draft_own(draft->field),
        .prefix = strcmp(draft->field, "status") == 0 ? "final " : NULL,
        .creates = strcmp(draft->field, "own.title") == 0 && !*draft->practice,
    };
    typing_begin(session, &box);
    editor_start(session->editor, draft->value, session->look.letters);
    session->editor->changed = true;
    typing_follow(session);
}

static void name_suggest(struct session *session, const char *name) {
    prompt_clear(&session->prompt);
    session->prompt.length = (size_t)snprintf(session->prompt.text, sizeof session->prompt.text,
                                              "%s", name);
    session->prompt.cursor = session->prompt.length;
}

/* By which field of own practices a text is taken: dates and links are checked as theirs are. */
static const struct own_field *draft_own(const char *field) {
    if (strcmp(field, "plan.due") == 0) {
        return own_field("own.start");
    }
    return own_field(strcmp(field, "tool.url") == 0 ? "own.website" : field);
}

static const char *draft_title(const char *field) {
    static const struct {
        const char *field;
        const char *title;
    } titles[] = {
        {"comment", N_("Comment")},
        {"evidence", N_("Evidence")},
        {"answer", N_("Your answer")},
        {"note", N_("Your note")},
        {"own.title", N_("Title of your practice")},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (strcmp(titles[i].field, field) == 0) {
            return _(titles[i].title);
        }
    }
    return field_label(field);
}
