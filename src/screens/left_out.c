#include "vademecum/base/words.h"
#include "vademecum/desk/desk.h"
#include "vademecum/screens/screens.h"

static void rows_of(const struct desk *desk, struct rows *rows) {
    const struct fault_list *faults = &desk->work.catalogue->faults;
    const struct damage *damage = NULL;
    const size_t damaged = work_damage(desk, &damage);
    rows->title = _("Left out, and why");
    for (size_t i = 0; i < faults->kept; i++) {
        rows_add_entry(rows, i, defect_line(&faults->defects[i], rows->arena));
    }
    for (size_t i = 0; i < damaged; i++) {
        rows_add_entry(
            rows, faults->kept + i,
            arena_printf(rows->arena, "%s:%ld: %s", damage[i].file, damage[i].line, damage[i].why));
        if (damage_settled(changes_review(desk), &damage[i])) {
            rows_add_under(rows, ROLE_TEXT, faults->kept + i,
                           _("It is settled: the same or something later is answered there."));
        } else if (damage[i].event) {
            struct log_words words;
            struct fault fault;
            const bool acceptable = log_acceptable(desk->work.log, desk->work.catalogue, &damage[i],
                                                   &words, &fault);
            rows_add_under(rows, ROLE_TEXT, faults->kept + i,
                           arena_printf(rows->arena, _("It seems to say: %s %s %s %s. %s"),
                                        damage[i].event->practice, damage[i].event->item,
                                        damage[i].event->field, damage[i].event->value,
                                        acceptable ? _("Enter accepts it.") : fault.text));
        }
    }
    if (faults->kept + damaged == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("Nothing: every row of the catalogue is in use."));
    }
}

static size_t count(const struct desk *desk) {
    return desk->work.catalogue->faults.kept + work_damage(desk, NULL);
}

/* What a damaged line of the reviewer's own seems to say is written anew. */
static void damage_accept(struct desk *desk, size_t entry) {
    const struct damage *damage = NULL;
    const size_t found = work_damage(desk, &damage);
    const size_t before = desk->work.catalogue->faults.kept;
    if (entry < before || entry - before >= found || !damage[entry - before].event) {
        return;
    }
    struct log_words words;
    struct fault fault;
    if (!log_acceptable(desk->work.log, desk->work.catalogue, &damage[entry - before], &words,
                        &fault)) {
        notice_say(desk, "%s", fault.text);
        return;
    }
    const bool news = changes_put(desk, words.practice, words.item, words.field, words.value);
    notice_say(desk, "%s",
               news ? _("Accepted: it is written anew.")
                    : _("It is settled: this is what is answered now."));
}

const struct screen left_out_screen = {
    .title = N_("Left out"),
    .panels = {{.name = "",
                .position = POSITION_ENTRIES,
                .entries = count,
                .rows = rows_of,
                .open = damage_accept}},
    .hints = {COMMAND_BACK, COMMAND_HELP},
};
