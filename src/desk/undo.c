#include "vademecum/desk/undo.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/resume.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/field.h"

#include <string.h>

/*
 * What was changed: the text of the item when it is its mark, else the field and what it belongs
 * to, unless that heads the screen. The practice is said too, unless it is the one on the screen.
 */
static const char *place_name(const struct desk *desk, const struct change *change,
                              const struct report *report) {
    const char *label = field_label(change->field);
    const bool of_checklist = strcmp(change->field, "status") == 0;
    const struct place place = stack_place(desk);
    const bool heads = stack_screen(desk) == SCREEN_FORM && place.item &&
                       strcmp(record_cell(&place.item->record, ITEM_ID), change->item) == 0;
    const char *item = *change->item && !of_checklist && !heads ? wording_item(report, change->item)
                                                                : "";
    const char *text = !*item ? label
                       : strcmp(change->field, "verdict") == 0
                           ? item
                           : arena_printf(report->arena, "%s (%s)", label, item);
    const struct subject *subject = listing_find(desk, change->practice);
    const bool here = stack_worked_on(desk) != SCREEN_HOME && place.practice && !place.other &&
                      strcmp(place.practice->id, change->practice) == 0;
    return here || !subject ? text : arena_printf(report->arena, "%s › %s", subject->title, text);
}

static struct report report_of(const struct desk *desk, struct arena *arena) {
    return (struct report){
        .catalogue = desk->work.catalogue,
        .review = changes_review(desk),
        .reviewer = desk->work.reviewer,
        .lang = desk->work.lang,
        .arena = arena,
    };
}

const char *undo_value(const struct desk *desk, const char *item, const char *field,
                       const char *value, struct arena *arena) {
    const struct report report = report_of(desk, arena);
    const bool stated = *value || strcmp(field, "status") == 0;
    const bool answers = strcmp(field, "off") == 0 || strcmp(field, "shortlist") == 0;
    const char *shown = strcmp(field, "verdict") == 0 ? wording_verdict(&report, item, value)
                        : stated                      ? wording_value(&report, field, value)
                        : answers                     ? _("no")
                                                      : _("empty");
    return notice_excerpt(desk, shown, arena);
}

static void undone_tell(struct desk *desk, const char *what, const struct undone *undone) {
    const struct change *change = undone->told;
    const char *value = changes_value(desk, change->practice, change->item, change->field);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const struct report report = report_of(desk, &scratch);
    const char *line = arena_printf(&scratch, _("%s: %s, now %s"), what,
                                    place_name(desk, change, &report),
                                    undo_value(desk, change->item, change->field, value, &scratch));
    if (undone->others > 0) {
        line = arena_printf(
            &scratch, ngettext("%s; and %zu more item", "%s; and %zu more items", undone->others),
            line, undone->others);
    }
    notice_say(desk, "%s", line);
    arena_free(&scratch);
}

const char *undo_question(const struct desk *desk, const struct story_step *step,
                          struct arena *arena) {
    const struct event *event = step->event;
    const struct change change = {
        .practice = event->practice, .item = event->item, .field = event->field};
    const struct report report = report_of(desk, arena);
    char when[RESUME_TIME_SIZE];
    resume_stamp(event->time, clock_now(&desk->work.clock), when);
    return arena_printf(arena, _("Undo \"%s\" on %s, of %s?"),
                        undo_value(desk, event->item, event->field, event->value, arena),
                        place_name(desk, &change, &report), when);
}

/* What became of it; an item whose mark was undone is in sight, and a practice that came back. */
static void undone_show(struct desk *desk, const char *what, const struct undone *undone) {
    const struct change *change = undone->told;
    const struct item *item = catalogue_item(desk->work.catalogue, change->item);
    if (undone->done && item) {
        stack_marked(desk, item);
    }
    if (undone->done && strcmp(change->field, "off") == 0) {
        listing_created(desk, change->practice);
    }
    undone_tell(desk,
                undone->done ? what : _("Left as it is, because it was changed elsewhere since"),
                undone);
}

void undo_back(struct desk *desk) {
    const struct undone undone = changes_undo(desk);
    if (undone.told) {
        undone_show(desk, _("Undone"), &undone);
    } else if (!desk_go(desk, SCREEN_EARLIER, NULL)) {
        notice_say(desk, _("There is nothing to undo."));
    }
}

void undo_earlier(struct desk *desk) {
    struct arena scratch;
    struct story_step step;
    arena_init(&scratch, desk->arena->end);
    if (changes_earlier(desk, &scratch, &step)) {
        changes_adopt(desk, &step);
        undo_back(desk);
    }
    arena_free(&scratch);
}

void undo_again(struct desk *desk) {
    const struct undone undone = changes_redo(desk);
    if (undone.told) {
        undone_show(desk, _("Redone"), &undone);
    } else {
        notice_say(desk, _("Nothing to redo."));
    }
}
