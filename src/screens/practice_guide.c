#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/guides.h"
#include "vademecum/screens/practice.h"

enum {
    LABEL_WIDTH = 13, /* columns for the kind before a sentence */
    SHORT = 2         /* sentences that are shown until the panel is looked at */
};

static struct guides_topic topic_of(const struct desk *desk) {
    return (struct guides_topic){.question = practice_question(desk)};
}

bool practice_guided(const struct desk *desk) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct guides_topic topic = topic_of(desk);
    bool guided = false;
    for (size_t i = 0; topic.question && i < catalogue->guide_count && !guided; i++) {
        guided = guides_help(&catalogue->guides[i], &topic);
    }
    return guided;
}

/* "Goal  Keep in contact with migrants. (Immigrant Council)" */
static void guide_add(const struct desk *desk, const struct guide *guide, bool labelled,
                      struct rows *rows) {
    const char *text = rows_cell(desk, SCHEMA_GUIDES, &guide->record, GUIDE_TEXT);
    const char *told = arena_printf(rows->arena, "%s (%s)", text,
                                    work_title(desk, guide->practice));
    const enum guides_kind kind = guides_kind(guide);
    struct row *row = rows_add(rows, ROLE_TEXT, LABEL_WIDTH, told);
    row->label = labelled && kind < GUIDES_KINDS ? guides_label(kind) : NULL;
    row->label_role = ROLE_DIM;
}

/* Adds the first guide of a kind, or all of them; returns how many there are. */
static size_t kind_add(const struct desk *desk, enum guides_kind kind, bool whole, size_t *told,
                       struct rows *rows) {
    const struct guides_topic topic = topic_of(desk);
    size_t count;
    const struct guide *const *guides = guides_find(desk->work.catalogue, &topic, kind, rows->arena,
                                                    &count);
    for (size_t i = 0; i < count && (whole || (i == 0 && *told < SHORT)); i++) {
        guide_add(desk, guides[i], i == 0, rows);
        (*told)++;
    }
    return count;
}

/* What others did: a goal and a tool; all of it while the panel is looked at. */
void practice_guide_rows(const struct desk *desk, struct rows *rows) {
    const bool whole = stack_focus_of(desk, SCREEN_PRACTICE) == PRACTICE_GUIDE;
    size_t count = 0;
    size_t told = 0;
    rows->title = _("Guide: what others did");
    if (!practice_question(desk)) {
        return;
    }
    for (enum guides_kind kind = 0; kind < GUIDES_KINDS; kind++) {
        count += kind_add(desk, kind, whole, &told, rows);
    }
    if (count > told) {
        rows->tail = arena_printf(rows->arena, _("%zu more: Tab"), count - told);
    }
}
