#include "vademecum/screens/topic.h"

#include "vademecum/base/i18n.h"
#include "vademecum/find/who.h"

enum {
    WHO_MOST = 3,       /* practices that are named */
    READING_MOST = 100, /* columns beyond which lines are hard to read */
    MINUTE = 60
};

/* --- the clock ------------------------------------------------------------------------------- */

static struct topic_clock *clock_of(const struct desk *desk) {
    return desk_state(desk, stack_panel(desk).screen);
}

void topic_clock_begin(struct desk *desk) {
    clock_of(desk)->begun = clock_now(&desk->work.clock);
    topic_clock_next(desk);
}

void topic_clock_next(struct desk *desk) {
    clock_of(desk)->since = clock_now(&desk->work.clock);
}

void topic_clock_turn(struct desk *desk) {
    clock_of(desk)->shown = !clock_of(desk)->shown;
}

bool topic_ticks(const struct desk *desk) {
    return clock_of(desk)->shown;
}

/* "12:05"; a clock that was put back shows that no time has gone by. */
static const char *time_since(const struct desk *desk, int64_t since, struct arena *arena) {
    const int64_t now = clock_now(&desk->work.clock);
    const int64_t seconds = now > since ? now - since : 0;
    return arena_printf(arena, "%lld:%02lld", (long long)(seconds / MINUTE),
                        (long long)(seconds % MINUTE));
}

void topic_clock_add(const struct desk *desk, struct rows *rows) {
    const struct topic_clock *clock = clock_of(desk);
    if (clock->shown) {
        rows_add(rows, ROLE_DIM, 0,
                 arena_printf(rows->arena, _("This item: %s. In all: %s."),
                              time_since(desk, clock->since, rows->arena),
                              time_since(desk, clock->begun, rows->arena)));
    }
}

const char *topic_status(const struct desk *desk, int columns, int room, struct arena *arena) {
    (void)columns;
    size_t count;
    size_t of;
    stack_top(desk)->progress(desk, &count, &of);
    return rows_fitting(desk,
                        arena_printf(arena, "%zu/%zu%s%s", count, of,
                                     sign_between(desk->look.ascii), desk->work.reviewer),
                        room);
}

/* --- the rows -------------------------------------------------------------------------------- */

void topic_heading_add(struct rows *rows, const char *text) {
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, text);
}

void topic_opinion_add(const struct desk *desk, enum verdict verdict, const char *words,
                       struct rows *rows) {
    const bool signs = desk->look.signs != SIGN_WORDS;
    const char *text = signs ? arena_printf(rows->arena, "%s %s",
                                            sign_of_verdict(verdict, desk->look.signs), words)
                             : words;
    struct row *row = rows_add(rows, ROLE_TEXT, ROWS_INDENT, text);
    row->hang = ROWS_INDENT;
    row->signs = signs ? SIGNS_FIRST : SIGNS_NONE;
}

const char *topic_verdict(const struct desk *desk, const struct subject *subject,
                          const struct item *item) {
    return work_sign(desk, catalogue_checklist_of(item), work_verdict(desk, subject, item),
                     SIGN_WORDS)
        .text;
}

void topic_mark_add(const struct desk *desk, const struct subject *subject, const struct item *item,
                    const struct topic_part *parts, size_t count, struct rows *rows) {
    const enum verdict verdict = work_verdict(desk, subject, item);
    topic_opinion_add(
        desk, verdict,
        verdict == VERDICT_NONE ? _("nothing yet") : topic_verdict(desk, subject, item), rows);
    for (size_t i = 0; i < count; i++) {
        const char *text = work_value(desk, subject->id, record_cell(&item->record, ITEM_ID),
                                      parts[i].field);
        if (*text) {
            rows_add(rows, ROLE_TEXT, 2 * ROWS_INDENT,
                     arena_printf(rows->arena, "%s%s", _(parts[i].before), text));
        }
    }
}

void topic_model_add(const struct desk *desk, const struct subject *subject,
                     const struct item *item, struct rows *rows) {
    const struct practice *model = work_model(desk, subject);
    const struct answer *answer = model ? catalogue_answer(model, item->question) : NULL;
    if (answer) {
        topic_heading_add(rows, subject->practice ? _("What its source says")
                                                  : arena_printf(rows->arena, _("How %s does it"),
                                                                 work_title(desk, model)));
        struct row *row = rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                                   rows_cell(desk, SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT));
        row->tail_width = rows->width > READING_MOST ? rows->width - READING_MOST : 0;
    }
}

void topic_who_add(const struct desk *desk, const struct subject *subject, const struct item *item,
                   struct rows *rows) {
    const struct kin kin = subject->practice ? who_practice(subject->practice, rows->arena)
                                             : who_own(desk->work.catalogue, changes_review(desk),
                                                       subject->id, rows->arena);
    const struct who who = who_list(desk->work.catalogue, &kin, item, NULL,
                                    find_title_places(desk->listing.find), rows->arena);
    topic_heading_add(rows, arena_printf(rows->arena, _("Who does it well: %zu of %zu"), who.count,
                                         who.practices));
    for (size_t i = 0; i < who.count && i < WHO_MOST; i++) {
        const struct practice *practice = who.entries[i].practice;
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, work_title(desk, practice))->hang = ROWS_INDENT;
    }
}
