#include "vademecum/base/i18n.h"
#include "vademecum/screens/practice.h"

static int hit_panel(const struct find_hit *hit) {
    if (hit->field == SOUGHT_TOOL) {
        return PRACTICE_TOOLS;
    }
    if (!hit->question) {
        return PRACTICE_ABOUT;
    }
    switch (hit->field) {
    case SOUGHT_ANSWER:
        return PRACTICE_ANSWER;
    case SOUGHT_COMMENT:
    case SOUGHT_EVIDENCE:
    case SOUGHT_PLAN:
        return PRACTICE_YOU;
    default:
        return PRACTICE_CHECKLIST;
    }
}

static void hit_focus(struct desk *desk, const struct find_hit *hit) {
    struct practice_screen *screen = practice_of(desk);
    const struct question *question = hit->question;
    const bool shown = question && screen->checklist &&
                       question->criterion->checklist == screen->checklist;
    if (shown) {
        practice_go_question(desk, question);
    } else {
        window_focus(desk, practice_panel(PRACTICE_CRITERIA), 0);
    }
    const int panel = hit_panel(hit);
    desk_focus(desk, shown || panel == PRACTICE_TOOLS ? panel : PRACTICE_ABOUT);
    /* Also one that was answered, while those are hidden. */
    screen->just_set = hit->item;
    for (size_t i = 0; shown && hit->item && i < practice_items(desk); i++) {
        if (practice_item_at(desk, i) == hit->item) {
            window_focus(desk, practice_panel(PRACTICE_CHECKLIST), i);
        }
    }
    window_seek(desk, stack_panel(desk));
}

static void hit_show(struct desk *desk, const struct find_hit *hits, size_t count, size_t place) {
    practice_of(desk)->hit = place;
    hit_focus(desk, &hits[place]);
    notice_say(desk, _("%zu of %zu here: %s"), place + 1, count, sought_label(hits[place].field));
}

bool practice_hit(struct desk *desk, int step) {
    const struct practice_screen *screen = practice_of(desk);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    size_t count = 0;
    const struct find_hit *hits = find_hits(desk->listing.find, &desk->listing.found.query,
                                            &screen->subject, &scratch, &count);
    const bool fresh = screen->hit >= count;
    const size_t place = fresh ? (step < 0 ? count - 1 : 0) : screen->hit + (size_t)(long)step;
    const bool there = count > 0 && (fresh || (step < 0 ? screen->hit > 0 : place < count));
    if (there) {
        hit_show(desk, hits, count, place);
    }
    arena_free(&scratch);
    return there;
}
