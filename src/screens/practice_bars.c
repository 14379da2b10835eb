#include "vademecum/base/i18n.h"
#include "vademecum/report/shown.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/round.h"
#include "vademecum/screens/practice.h"

#include <string.h>

enum {
    TITLE_WIDE = 100, /* columns from which the status has room beside long titles */
    STATUS_LABEL = 24 /* most columns of a final review's label */
};

const char *practice_source_word(const struct desk *desk) {
    return practice_of(desk)->subject.practice ? _("source") : _("model");
}

size_t practice_crumbs(const struct desk *desk, const char *crumbs[CRUMBS_MAX],
                       struct arena *arena) {
    const struct practice_screen *screen = practice_of(desk);
    const struct question *question = practice_question(desk);
    const char *title = work_title(desk, screen->model);
    crumbs[0] = screen->subject.practice
                    ? title
                    : arena_printf(arena, _("%s, model: %s"), screen->subject.title, title);
    if (!question) {
        return 1;
    }
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    crumbs[1] = *label ? label : record_cell(&question->record, QUESTION_TEXT);
    return 2;
}

/* ", 2 new": answers that came in after the review was called final; "" for none. */
static const char *late_text(const struct desk *desk, struct arena *arena) {
    const struct practice_screen *screen = practice_of(desk);
    const struct event *status = round_status(changes_review(desk), desk->work.reviewer,
                                              screen->subject.id, screen->checklist);
    size_t count = 0;
    if (status) {
        round_late(changes_review(desk), status, arena, &count);
    }
    return count > 0 ? arena_printf(arena, _(", %zu new"), count) : "";
}

/* " · final after the visit"; of a draft nothing, unless that is `begun`: " · draft". */
static const char *final_text(const struct desk *desk, bool begun, struct arena *arena) {
    const char *between = sign_between(desk->look.ascii);
    const char *label = changes_final(desk, practice_of(desk)->subject.id,
                                      practice_of(desk)->checklist);
    if (label) {
        return arena_printf(arena, _("%sfinal %s%s"), between,
                            rows_short(desk, label, STATUS_LABEL, arena), late_text(desk, arena));
    }
    return begun ? arena_printf(arena, _("%sdraft"), between) : "";
}

static size_t answered(const struct desk *desk) {
    const struct practice_screen *screen = practice_of(desk);
    const struct progress progress = work_progress(desk, &screen->subject, screen->checklist->items,
                                                   screen->checklist->item_count);
    return progress_answered(&progress);
}

bool practice_progress(const struct desk *desk, size_t *count, size_t *of) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    if (!desk->work.log || !checklist || checklist->item_count == 0) {
        return false;
    }
    *count = answered(desk);
    *of = checklist->item_count;
    return true;
}

/* "SPRING checklist, 40 items" */
static const char *checklist_text(const struct checklist *checklist, struct arena *arena) {
    return arena_printf(arena, ngettext("%s, %zu item", "%s, %zu items", checklist->item_count),
                        record_cell(&checklist->record, CHECKLIST_TITLE), checklist->item_count);
}

/* "28/40 · SPRING checklist, 40 items · draft · ana": the longest that fits, at least how far. */
const char *practice_status(const struct desk *desk, int columns, int room, struct arena *arena) {
    const struct checklist *checklist = practice_of(desk)->checklist;
    if (!checklist) {
        return "";
    }
    const char *name = checklist_text(checklist, arena);
    if (!desk->work.log) {
        return rows_fitting(desk, name, room);
    }
    const size_t count = answered(desk);
    const bool begun = count > 0 || !practice_of(desk)->subject.practice;
    const char *far = arena_printf(arena, "%zu/%zu", count, checklist->item_count);
    const char *between = sign_between(desk->look.ascii);
    const char *reviewer = desk->work.reviewer;
    const char *state = final_text(desk, begun, arena);
    const char *const texts[] = {
        arena_printf(arena, "%s%s%s%s%s%s", far, between, name, state, between, reviewer),
        arena_printf(arena, "%s%s%s%s", far, state, between, reviewer),
        arena_printf(arena, "%s%s%s", far, between, reviewer),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (text_width(texts[i], desk->look.letters) <= room) {
            return texts[i];
        }
    }
    const char *final = changes_final(desk, practice_of(desk)->subject.id,
                                      practice_of(desk)->checklist);
    return columns >= TITLE_WIDE ? texts[1]
           : final ? arena_printf(arena, _("%s%sfinal%s"), far, between, late_text(desk, arena))
                   : far;
}

/* --- verbs ----------------------------------------------------------------------------------- */

static bool lacking(const struct desk *desk) {
    if (!practice_on_item(desk)) {
        return false;
    }
    const enum verdict verdict = work_verdict(desk, &practice_of(desk)->subject,
                                              practice_item(desk));
    return verdict == VERDICT_NOT_MET || verdict == VERDICT_PARTLY;
}

static bool on_about(const struct desk *desk) {
    return !practice_question(desk);
}

static bool is_own(const struct desk *desk) {
    return !practice_of(desk)->subject.practice;
}

static bool is_searched(const struct desk *desk) {
    return desk->listing.words[0] != '\0';
}

static bool transfers(const struct desk *desk) {
    const struct practice_screen *screen = practice_of(desk);
    return screen->subject.practice && screen->checklist && shown_transfers(screen->checklist);
}

const struct verb practice_checklist_verbs[] = {
    {COMMAND_PLAN, .when = lacking},
    {COMMAND_WHO, .word = N_("who does it well"), .when = lacking},
    VERBS_OF_MARKS,
    {COMMAND_OPEN, .word = N_("all you can do")},
    {.command = COMMAND_NONE},
};

const struct verb practice_about_verbs[] = {
    {.command = COMMAND_OPEN_LINK},
    {.command = COMMAND_NONE},
};

static bool on_link(const struct desk *desk) {
    return strcmp(practice_field(desk), "tool.url") == 0;
}

const struct verb practice_tools_verbs[] = {
    {.command = COMMAND_OPEN_LINK},
    {COMMAND_COMMENT, .word = N_("its link"), .when = on_link},
    {COMMAND_COMMENT, .word = N_("your tool")},
    {.command = COMMAND_NONE},
};

const struct verb practice_verbs[] = {
    {COMMAND_NEXT_MATCH, .word = N_("match"), .pair = COMMAND_PREVIOUS_MATCH, .when = is_searched},
    {.command = COMMAND_NEXT_UNANSWERED},
    {COMMAND_COMMENT, .when = practice_on_item},
    {COMMAND_COMMENT, .word = N_("your note"), .when = on_about},
    {COMMAND_COMMENT, .word = N_("your answer")},
    {.command = COMMAND_EVIDENCE},
    {.command = COMMAND_PLAN},
    {.command = COMMAND_WHO},
    {.command = COMMAND_UNDO},
    {COMMAND_NEXT_PRACTICE, .word = N_("model"), .pair = COMMAND_PREVIOUS_PRACTICE, .when = is_own},
    {COMMAND_NEXT_PRACTICE, .word = N_("practice"), .pair = COMMAND_PREVIOUS_PRACTICE},
    {.command = COMMAND_COMPARE},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NEXT_STOP},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {COMMAND_TRANSFER, .when = transfers},
    {.command = COMMAND_PLANS},
    {.command = COMMAND_REPORT},
    {COMMAND_SETTINGS, .word = N_("settings")},
    {.command = COMMAND_FACTS},
    {.command = COMMAND_HIDE_ANSWERED},
    {COMMAND_OPEN_LINK, .word = N_("open evidence"), .when = practice_evidence_link},
    {COMMAND_OPEN_LINK, .word = N_("tools"), .when = practice_on_item},
    {COMMAND_OPEN_LINK, .word = N_("website")},
    {.command = COMMAND_SEARCH},
    {COMMAND_DIFFER, .when = practice_others},
    {.command = COMMAND_MATRIX},
    {.command = COMMAND_SHORTLIST},
    {.command = COMMAND_ENLARGE},
    {.command = COMMAND_LANGUAGE},
    {.command = COMMAND_NONE},
};
