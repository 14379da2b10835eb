#include "vademecum/desk/travel.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/report/past.h"
#include "vademecum/review/round.h"

/* The rounds of the practice in focus, by the checklist that it is reviewed by; how many. */
static const struct round *rounds_here(const struct desk *desk, struct arena *arena,
                                       size_t *count) {
    const struct place place = stack_place(desk);
    const struct checklist *checklist = place.practice ? work_checklist(desk, place.practice)
                                                       : NULL;
    *count = 0;
    return checklist ? round_list(changes_now(desk), desk->work.reviewer, place.practice->id,
                                  record_cell(&checklist->record, CHECKLIST_ID), arena, count)
                     : NULL;
}

/* The closed round next to what is shown, NULL when there is none. */
static const struct round *round_next(const struct desk *desk, const struct round *rounds,
                                      size_t count, int step) {
    const struct event *at = changes_at(desk);
    const struct round *next = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct event *final = rounds[step < 0 ? i : count - 1 - i].final;
        const int order = final && at ? event_order(final, at) : -1;
        if (final && (step < 0 ? order < 0 : at && order > 0)) {
            next = &rounds[step < 0 ? i : count - 1 - i];
        }
    }
    return next;
}

/* What is listed is another set of practices, with other facts. */
static void show(struct desk *desk, const struct round *rounds, size_t count,
                 const struct round *round) {
    bool later = false;
    for (const struct round *next = round + 1; next < rounds + count; next++) {
        later |= next->final != NULL;
    }
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const struct report report = work_report(desk, &scratch);
    const char *late = past_late(&report, round->final);
    changes_look(desk, round->final,
                 *late ? arena_printf(&scratch, _("Final %s; %s; > goes on"), round->label, late)
                       : arena_printf(&scratch,
                                      later ? _("As of final %s; > goes on")
                                            : _("As of final %s; > goes on to now"),
                                      round->label));
    arena_free(&scratch);
    listing_load(desk);
}

void travel_on(struct desk *desk) {
    if (changes_at(desk)) {
        changes_look(desk, NULL, "");
        listing_load(desk);
    }
}

void travel_step(struct desk *desk, int step) {
    struct arena scratch;
    size_t count;
    arena_init(&scratch, desk->arena->end);
    const struct round *rounds = rounds_here(desk, &scratch, &count);
    const struct round *next = round_next(desk, rounds, count, step);
    if (next) {
        show(desk, rounds, count, next);
    } else if (!changes_at(desk)) {
        notice_say(desk, step < 0
                             ? _("No round of this practice is closed yet; r closes one: final.")
                             : _("This is now; < goes back to how it was."));
    } else if (step < 0) {
        notice_say(desk, _("No round of this practice was closed before this one."));
    } else {
        travel_on(desk);
        notice_say(desk, _("This is now again."));
    }
    arena_free(&scratch);
}
