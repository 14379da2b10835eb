#include "vademecum/base/i18n.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/review/field.h"
#include "vademecum/screens/screens.h"
#include "vademecum/screens/write.h"

#include <string.h>

static const struct asking draft_asking;

void write_offer_draft(struct desk *desk) {
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
static void write_waiting(struct desk *desk) {
    const struct form_field *waiting = &write_of(desk)->waiting;
    if (waiting->field) {
        desk_go(desk, form_field_typed(waiting), NULL);
    }
}

/* Whether it is typed in a row of the plan or of the facts. */
static bool in_form(const struct form_field *field) {
    return form_field_typed(field) == SCREEN_LINE &&
           (field_fact(field->field) || field_plan(field->field));
}

/* Goes on with a form on paper; false when its practice is not here. */
static bool codes_open(struct desk *desk, const struct event *draft) {
    const struct place place = {
        .practice = listing_find(desk, draft->practice),
        .field = draft->field,
        .value = draft->value,
    };
    return place.practice && desk_go(desk, SCREEN_ENTER, &place);
}

/*
 * Goes to where the text belongs, and opens the box on what was typed. That of a form on paper which
 * cannot go on is a note, so that it is not lost.
 */
static void draft_open(struct desk *desk) {
    struct write *write = write_of(desk);
    const struct event *draft = desk->changes.draft;
    const long place = listing_place(desk, draft->practice);
    const bool codes = strcmp(draft->field, "codes") == 0;
    const struct form_field field = form_field_of(draft->practice, draft->item,
                                                  codes ? "note" : draft->field);
    changes_draft(desk, NULL, false);
    desk_home(desk);
    if (place >= 0) {
        const struct item *item = catalogue_item(desk->work.catalogue, draft->item);
        const struct place to = {.practice = &desk->listing.order[place],
                                 .question = item ? item->question : NULL,
                                 .item = item,
                                 .field = draft->field};
        listing_focus(desk, (size_t)place);
        if (work_model(desk, to.practice)) {
            desk_go(desk, SCREEN_PRACTICE, &to);
        }
        if (in_form(&field)) {
            desk_go(desk, SCREEN_FORM, &to);
        }
    }
    if (codes && codes_open(desk, draft)) {
        return;
    }
    write->waiting = field;
    write_waiting(desk);
    text_box_start(write->box, draft->value, desk->look.letters);
    write->box->changed = true;
    write->offered = false;
    write_follow(desk);
}

static bool draft_answer(struct desk *desk, int key) {
    struct write *write = write_of(desk);
    ask_end(desk);
    if (key == PRESS_ENTER) {
        draft_open(desk);
    } else if (key == PRESS_DELETE) {
        changes_draft(desk, NULL, false);
        write_waiting(desk);
        notice_say(desk, _("The text that was begun is thrown away."));
    } else if (key == PRESS_ESCAPE || key == PRESS_CTRL('c')) {
        write->waiting.field = NULL;
        notice_say(desk, _("It waits for you, and is offered again when you begin to write."));
    } else {
        write_offer_draft(desk);
    }
    return true;
}

static const struct asking draft_asking = {
    .plain = true,
    .key = draft_answer,
};
