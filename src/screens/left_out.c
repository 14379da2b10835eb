#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

/* Where and why; what the line seems to say, and what Enter does with it. */
static void damage_add(const struct desk *desk, struct rows *rows, const struct damage *damage,
                       size_t entry) {
    const char *line = damage->line > 0 ? arena_printf(rows->arena, ":%ld", damage->line) : "";
    rows_add_entry(rows, entry,
                   arena_printf(rows->arena, "%s%s: %s", damage->file, line, damage->why));
    if (reading_settled(changes_review(desk), damage)) {
        rows_add_under(rows, ROLE_TEXT, entry, _("It is settled: nothing needs to be done."));
        return;
    }
    const struct event *event = damage->event;
    struct statement words;
    struct fault fault;
    struct fault other;
    const bool acceptable = log_acceptable(desk->work.log, desk->work.catalogue, damage, &words,
                                           &fault);
    const bool dismissible = log_dismissible(desk->work.log, damage, &other);
    if (event) {
        rows_add_under(rows, ROLE_TEXT, entry,
                       arena_printf(rows->arena, _("It seems to say: %s %s %s %s."),
                                    event->practice, event->item, event->field, event->value));
    }
    if (damage->mark[0]) {
        rows_add_under(rows, ROLE_TEXT, entry,
                       acceptable ? _("Enter accepts it.")
                                  : arena_printf(rows->arena, "%s%s", fault.text,
                                                 dismissible ? _(" Enter puts it aside.") : ""));
    }
}

static void rows_of(const struct desk *desk, struct rows *rows) {
    const struct fault_list *faults = &desk->work.catalogue->faults;
    const struct damage *damage = NULL;
    const size_t damaged = work_damage(desk, &damage);
    rows->title = _("Left out, and why");
    for (size_t i = 0; i < faults->kept; i++) {
        rows_add_entry(rows, i, fault_defect_line(&faults->defects[i], rows->arena));
    }
    for (size_t i = 0; i < damaged; i++) {
        damage_add(desk, rows, &damage[i], faults->kept + i);
    }
    if (faults->kept + damaged == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("Nothing: every row of the catalogue is in use."));
    }
}

static size_t count(const struct desk *desk) {
    return desk->work.catalogue->faults.kept + work_damage(desk, NULL);
}

/*
 * What a damaged line of the reviewer's own seems to say is written anew; one that cannot be is put
 * aside. Either is said of the line, so that nobody needs to look at it again.
 */
static void damage_accept(struct desk *desk, size_t entry) {
    const struct damage *damage = NULL;
    const size_t found = work_damage(desk, &damage);
    const size_t before = desk->work.catalogue->faults.kept;
    if (entry < before || entry - before >= found || changes_refused(desk)) {
        return;
    }
    const struct damage *here = &damage[entry - before];
    struct statement words;
    struct fault fault;
    if (reading_settled(changes_review(desk), here)) {
        notice_say(desk, "%s", _("It is settled: nothing needs to be done."));
    } else if (log_acceptable(desk->work.log, desk->work.catalogue, here, &words, &fault)) {
        changes_put(desk, words.practice, words.item, words.field, words.value);
        changes_note(desk, here->mark, REVIEW_DAMAGE, REVIEW_ACCEPTED);
        notice_say(desk, "%s", _("Accepted: it is written anew."));
    } else if (!log_dismissible(desk->work.log, here, &fault)) {
        notice_say(desk, "%s", fault.text);
    } else {
        changes_note(desk, here->mark, REVIEW_DAMAGE, REVIEW_ASIDE);
        notice_say(desk, "%s", _("Put aside: nobody is told of it again."));
    }
}

static const struct verb verbs[] = {
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_MENU},
    {.command = COMMAND_NONE},
};

const struct screen left_out_screen = {
    .title = N_("Left out"),
    .command = COMMAND_LEFT_OUT,
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = rows_of,
                .open = damage_accept}},
    .verbs = verbs,
};
