#include "vademecum/base/i18n.h"
#include "vademecum/review/progress.h"
#include "vademecum/screens/practice.h"

enum {
    TITLE_WIDE = 100, /* columns from which the status has room beside long titles */
    STATUS_LABEL = 24 /* most columns of a final review's label */
};

const char *practice_source_word(const struct desk *desk) {
    return practice_of(desk)->subject.practice ? _("source") : _("model");
}

const char *practice_head(const struct desk *desk, bool hinted, struct arena *arena) {
    const struct practice_screen *screen = practice_of(desk);
    const char *title = work_title(desk, screen->model);
    return screen->subject.practice
               ? title
               : arena_printf(arena, hinted ? _("%s, beside %s (J K change)") : _("%s, beside %s"),
                              screen->subject.title, title);
}

/* " · final after the visit"; of a draft nothing, unless that is `begun`: " · draft". */
static const char *final_text(const struct desk *desk, bool begun, struct arena *arena) {
    const char *between = sign_between(desk->look.ascii);
    const char *label = changes_final(desk, practice_of(desk)->subject.id);
    if (label) {
        return arena_printf(arena, _("%sfinal %s"), between,
                            rows_short(desk, label, STATUS_LABEL, arena));
    }
    return begun ? arena_printf(arena, _("%sdraft"), between) : "";
}

static size_t answered(const struct desk *desk) {
    const struct practice_screen *screen = practice_of(desk);
    const struct progress progress = work_progress(desk, &screen->subject, screen->checklist->items,
                                                   screen->checklist->item_count);
    return progress_answered(&progress);
}

/* "28/40 · SPRING checklist, 40 items · draft · ana"; the checklist only where it is `named`. */
static const char *checklist_text(const struct desk *desk, bool named, struct arena *arena) {
    const struct practice_screen *screen = practice_of(desk);
    const struct checklist *checklist = screen->checklist;
    const char *between = sign_between(desk->look.ascii);
    const char *name = arena_printf(
        arena, ngettext("%s, %zu item", "%s, %zu items", checklist->item_count),
        record_cell(&checklist->record, CHECKLIST_TITLE), checklist->item_count);
    if (!desk->work.log) {
        return name;
    }
    const size_t count = answered(desk);
    const bool begun = count > 0 || !screen->subject.practice;
    return arena_printf(arena, "%zu/%zu%s%s%s%s%s", count, checklist->item_count,
                        named ? between : "", named ? name : "", final_text(desk, begun, arena),
                        between, desk->work.reviewer);
}

/* How far the review is matters most beside a long title. */
const char *practice_status(const struct desk *desk, int columns, int room, struct arena *arena) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    if (!checklist) {
        return "";
    }
    const char *text = checklist_text(desk, true, arena);
    if (text_width(text, desk->look.letters) <= room || !desk->work.log) {
        return rows_fitting(desk, text, room);
    }
    text = checklist_text(desk, false, arena);
    if (columns >= TITLE_WIDE && text_width(text, desk->look.letters) <= room) {
        return text;
    }
    return arena_printf(arena, "%zu/%zu%s", answered(desk), checklist->item_count,
                        final_text(desk, false, arena));
}

/* For who cannot tell the signs apart. */
const char *practice_focus_words(const struct desk *desk, struct arena *arena) {
    const struct practice_screen *screen = practice_of(desk);
    const struct question *question = practice_question(desk);
    const char *word = practice_source_word(desk);
    if (!question) {
        return "";
    }
    if (practice_on_item(desk)) {
        const struct item *item = practice_item(desk);
        const char *source = sign_of_mark(catalogue_mark(desk->work.catalogue, screen->model, item),
                                          SIGN_WORDS);
        const char *yours = sign_of_verdict(work_verdict(desk, &screen->subject, item), SIGN_WORDS);
        return desk->work.log ? arena_printf(arena, _("%s: %s%syou: %s"), word, source,
                                             sign_between(desk->look.ascii), yours)
                              : arena_printf(arena, "%s: %s", word, source);
    }
    const struct tally tally = catalogue_tally(desk->work.catalogue, screen->model, question->items,
                                               question->item_count);
    if (catalogue_listed(&tally) == 0) {
        return arena_printf(arena, _("%s: not assessed"), word);
    }
    return arena_printf(arena, _("%s: %zu of %zu met"), word, tally.marks[MARK_MET],
                        catalogue_listed(&tally));
}
