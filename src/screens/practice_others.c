#include "vademecum/base/i18n.h"
#include "vademecum/screens/practice.h"

#include <string.h>

enum {
    SHOWN_MOST = 4,  /* other reviewers under an item; V shows all */
    NAME_WIDTH = 16, /* columns for an id */
    NAME_GAP = 2
};

/* The first line of a text, in quotes; "" for none. */
static const char *first_line(const char *text, struct arena *arena) {
    const char *line = arena_copy(arena, text, strcspn(text, "\n"));
    return *line ? arena_printf(arena, " \"%s\"", line) : "";
}

/* What another reviewer says of the item: "~ partly "Neighbours came twice.""; "" for nothing. */
static const char *opinion(const struct desk *desk, const struct item *item, const char *reviewer,
                           struct arena *arena) {
    const struct review *review = changes_review(desk);
    const char *practice = practice_of(desk)->subject.id;
    const enum verdict verdict = verdict_of(review, reviewer, practice, item);
    const char *comment = review_value(review, reviewer, practice,
                                       record_cell(&item->record, ITEM_ID), "comment");
    if (verdict == VERDICT_NONE && !*comment) {
        return "";
    }
    const enum sign_form form = desk->look.signs;
    const struct sign sign = work_sign(desk, catalogue_checklist_of(item), verdict, form);
    const char *before = form == SIGN_WORDS ? "" : arena_printf(arena, "%s ", sign.text);
    return arena_printf(arena, "%s%s%s", before, sign.word, first_line(comment, arena));
}

static void opinion_add(const struct desk *desk, const char *reviewer, const char *words,
                        int indent, struct rows *rows) {
    struct row *row = rows_add(rows, ROLE_TEXT, indent,
                               rows_short(desk, words, rows->width - indent - 1, rows->arena));
    row->label = rows_short(desk, reviewer, NAME_WIDTH, rows->arena);
    row->signs = desk->look.signs == SIGN_WORDS ? SIGNS_NONE : SIGNS_FIRST;
}

void practice_others_add(const struct desk *desk, const struct item *item, int indent,
                         struct rows *rows) {
    size_t count;
    size_t found = 0;
    const char *const *others = work_others(desk, &count);
    const char **words = arena_array(rows->arena, count + 1, sizeof *words);
    for (size_t i = 0; i < count; i++) {
        words[i] = opinion(desk, item, others[i], rows->arena);
        const int width = text_width(others[i], desk->look.letters);
        const int column = (width > NAME_WIDTH ? NAME_WIDTH : width) + NAME_GAP;
        indent = *words[i] && column > indent ? column : indent;
    }
    for (size_t i = 0; i < count; i++) {
        if (*words[i] && found++ < SHOWN_MOST) {
            opinion_add(desk, others[i], words[i], indent, rows);
        }
    }
    if (found > SHOWN_MOST) {
        rows_add(rows, ROLE_DIM, indent,
                 arena_printf(rows->arena, _("and %zu more: V"), found - SHOWN_MOST));
    }
}

bool practice_others(const struct desk *desk) {
    return work_others_on(desk, &practice_of(desk)->subject) > 0;
}
