#include "vademecum/desk/undo.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"

#include <string.h>

/*
 * What was changed: the text of the item when it is its mark, else the field and what it belongs
 * to. The practice is said too, unless it is the one on the screen.
 */
static const char *place_name(const struct desk *desk, const struct change *change,
                              const struct report *report) {
    const char *label = field_label(change->field);
    const bool of_checklist = strcmp(change->field, "status") == 0;
    const char *item = *change->item && !of_checklist ? wording_item(report, change->item) : "";
    const char *text = !*item ? label
                       : strcmp(change->field, "verdict") == 0
                           ? item
                           : arena_printf(report->arena, "%s (%s)", label, item);
    const struct subject *subject = listing_find(desk, change->practice);
    const struct place place = stack_place(desk);
    const bool here = stack_worked_on(desk) != SCREEN_HOME && place.practice && !place.other &&
                      strcmp(place.practice->id, change->practice) == 0;
    return here || !subject ? text : arena_printf(report->arena, "%s › %s", subject->title, text);
}

static void change_tell(struct desk *desk, const char *what, const struct change *change,
                        const char *value) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const struct report report = {
        .catalogue = desk->work.catalogue,
        .review = changes_review(desk),
        .reviewer = desk->work.reviewer,
        .lang = desk->work.lang,
        .arena = &scratch,
    };
    const bool stated = *value || strcmp(change->field, "status") == 0;
    const char *shown = strcmp(change->field, "verdict") == 0
                            ? sign_of_verdict(verdict_find(value), SIGN_WORDS)
                        : stated ? wording_value(&report, change->field, value)
                                 : _("empty");
    notice_say(desk, _("%s: %s, now %s"), what, place_name(desk, change, &report),
               notice_excerpt(desk, shown, &scratch));
    arena_free(&scratch);
}

/* What became of it; an item whose mark was undone is in sight, and a practice that came back. */
static void change_show(struct desk *desk, const char *what, const struct change *change,
                        bool done) {
    const struct item *item = catalogue_item(desk->work.catalogue, change->item);
    const char *now = changes_value(desk, change->practice, change->item, change->field);
    if (done && item) {
        stack_marked(desk, item);
    }
    if (done && strcmp(change->field, "off") == 0) {
        listing_created(desk, change->practice);
    }
    change_tell(desk, done ? what : _("Left as it is, for it was changed elsewhere since"), change,
                now);
}

void undo_back(struct desk *desk) {
    bool done = false;
    const struct change *change = changes_undo(desk, &done);
    if (change) {
        change_show(desk, _("Undone"), change, done);
    } else {
        notice_say(desk, _("There is nothing to undo since the program was started."));
    }
}

void undo_again(struct desk *desk) {
    bool done = false;
    const struct change *change = changes_redo(desk, &done);
    if (change) {
        change_show(desk, _("Redone"), change, done);
    } else {
        notice_say(desk, _("Nothing to redo."));
    }
}
