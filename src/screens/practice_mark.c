#include "vademecum/base/i18n.h"
#include "vademecum/review/progress.h"
#include "vademecum/screens/practice.h"

bool practice_complete(const struct desk *desk) {
    const struct practice_screen *screen = practice_of(desk);
    if (!screen->checklist) {
        return false;
    }
    const struct progress progress = work_progress(desk, &screen->subject, screen->checklist->items,
                                                   screen->checklist->item_count);
    return progress_answered(&progress) == screen->checklist->item_count;
}

/* The sums of a whole checklist, and what can be done with it. */
static void all_told(struct desk *desk) {
    static const enum verdict told[] = {VERDICT_MET, VERDICT_PARTLY, VERDICT_NOT_MET, VERDICT_NA,
                                        VERDICT_UNKNOWN};
    const struct practice_screen *screen = practice_of(desk);
    const enum sign_form form = desk->look.signs;
    const struct progress progress = work_progress(desk, &screen->subject, screen->checklist->items,
                                                   screen->checklist->item_count);
    struct sign_count counts[VERDICT_COUNT];
    size_t kinds = 0;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        counts[kinds++] = (struct sign_count){work_sign(desk, screen->checklist, told[i], form),
                                              progress.verdicts[told[i]]};
    }
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *numbers = sign_bar_numbers(counts, kinds, form == SIGN_WORDS, &scratch);
    notice_say(desk,
               _("That was the last of %zu items: %s%s. P shows the plan, r makes it final, R "
                 "hands it over."),
               screen->checklist->item_count,
               form == SIGN_WORDS ? "" : sign_of_verdict(VERDICT_MET, form), numbers);
    arena_free(&scratch);
}

void practice_marked(struct desk *desk, const struct item *item) {
    struct practice_screen *screen = practice_of(desk);
    screen->just_set = item;
    if (!screen->at || !practice_stay(desk, screen->at)) {
        practice_stay(desk, item);
    }
    const bool complete = practice_complete(desk);
    /* Whoever goes on pressing Space is told the new sums. */
    if (complete && !desk->notice.message[0] && (!screen->complete || screen->last == item)) {
        screen->last = item;
        all_told(desk);
    }
    screen->complete = complete;
}
