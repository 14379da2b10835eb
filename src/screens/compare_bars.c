#include "vademecum/base/i18n.h"
#include "vademecum/screens/compare.h"

/* How two practices stand to each other, over all items. */
struct sum {
    size_t met[SIDES];
    size_t ahead[SIDES];
};

static struct sum sum_count(const struct desk *desk) {
    const struct checklist *checklist = compare_of(desk)->checklist;
    struct sum sum = {0};
    for (size_t i = 0; checklist && i < checklist->item_count; i++) {
        const struct stand left = compare_stands(desk, SIDE_LEFT, &checklist->items[i]);
        const struct stand right = compare_stands(desk, SIDE_RIGHT, &checklist->items[i]);
        sum.met[SIDE_LEFT] += compare_stand_met(&left);
        sum.met[SIDE_RIGHT] += compare_stand_met(&right);
        sum.ahead[SIDE_LEFT] += compare_stands_ahead(&left, &right);
        sum.ahead[SIDE_RIGHT] += compare_stands_ahead(&right, &left);
    }
    return sum;
}

bool compare_with_model(const struct desk *desk) {
    const struct subject *sides = compare_of(desk)->sides;
    return sides[SIDE_LEFT].practice && !sides[SIDE_RIGHT].practice;
}

/* The own practice is told first, and what is of now. */
static const char *sum_text(const struct desk *desk, const struct sum *sum, bool brief,
                            struct arena *arena) {
    const bool model = compare_with_model(desk);
    const bool since = compare_of(desk)->since;
    const enum side first = model || since ? SIDE_RIGHT : SIDE_LEFT;
    const enum side other = first == SIDE_RIGHT ? SIDE_LEFT : SIDE_RIGHT;
    return arena_printf(
        arena,
        since   ? (brief ? _("met: now %zu, last %zu; better %zu, worse %zu")
                         : _("Met now %zu, last time %zu; better in %zu, worse in %zu"))
        : model ? (brief ? _("met: you %zu, model %zu; ahead %zu, %zu")
                         : _("You meet %zu, the model %zu; you are ahead in %zu, the model in %zu"))
                : (brief ? _("met: left %zu, right %zu; ahead %zu, %zu")
                         : _("Left meets %zu, right %zu; left is ahead in %zu, right in %zu")),
        sum->met[first], sum->met[other], sum->ahead[first], sum->ahead[other]);
}

const char *compare_sum(const struct desk *desk, int room, struct arena *arena) {
    const struct sum sum = sum_count(desk);
    const char *whole = sum_text(desk, &sum, false, arena);
    return text_width(whole, desk->look.letters) <= room ? whole
                                                         : sum_text(desk, &sum, true, arena);
}

const char *compare_shown_words(const struct desk *desk, enum compare_shown shown) {
    const bool model = compare_with_model(desk);
    const bool since = compare_of(desk)->since;
    return shown == COMPARE_LEFT_AHEAD    ? (since   ? _("it is worse now")
                                             : model ? _("the model is ahead")
                                                     : _("left is ahead"))
           : shown == COMPARE_RIGHT_AHEAD ? (since   ? _("it is better now")
                                             : model ? _("you are ahead")
                                                     : _("right is ahead"))
                                          : _("all items");
}

const char *compare_status(const struct desk *desk, int columns, int room, struct arena *arena) {
    (void)columns;
    const struct compare_place place = compare_here(desk);
    const struct checklist *checklist = compare_of(desk)->checklist;
    const enum compare_shown shown = compare_of(desk)->shown;
    const char *between = sign_between(desk->look.ascii);
    const size_t number = place.question ? (size_t)(place.question - checklist->questions) + 1 : 0;
    const size_t count = checklist ? checklist->question_count : 0;
    const char *words = compare_shown_words(desk, shown);
    const char *next = compare_shown_words(desk, (shown + 1) % COMPARE_SHOWN);
    const char *whole = arena_printf(arena, _("question %zu of %zu%s%s%sd: %s"), number, count,
                                     between, words, between, next);
    if (text_width(whole, desk->look.letters) <= room) {
        return whole;
    }
    return rows_fitting(desk,
                        arena_printf(arena, "%zu/%zu%s%s", number, count,
                                     shown == COMPARE_ALL ? "" : between,
                                     shown == COMPARE_ALL ? "" : words),
                        room);
}
