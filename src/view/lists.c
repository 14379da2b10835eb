#include "vademecum/base/words.h"
#include "vademecum/desk/comparing.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/report/facts.h"
#include "vademecum/view/rows.h"

#include <string.h>

enum {
    COUNT_WIDTH = 6,
    KEYS_WIDTH = 19, /* columns for the keys before a command's sentence */
    KEYS_MAX = 64,   /* bytes of them */
    SIGNS_WIDTH = 6,
    REACH = 2 /* windows of a long list above and below the focus */
};

static void commands_add(const struct session *session, enum panel panel, struct rows *rows);
static void signs_add(const struct session *session, struct rows *rows);

void lists_collections(const struct session *session, struct rows *rows) {
    const struct catalogue *catalogue = session->catalogue;
    rows->title = _("Collections");
    rows->tail = _("practices");
    for (size_t i = 0; i < catalogue->collection_count; i++) {
        const struct collection *collection = &catalogue->collections[i];
        struct row *row = rows_add_entry(rows, i,
                                         catalogue_text(catalogue, SCHEMA_COLLECTIONS,
                                                        &collection->record, COLLECTION_TITLE,
                                                        session->lang, NULL));
        row->tail = arena_printf(rows->arena, "%zu", collection->practices);
        row->tail_width = COUNT_WIDTH;
    }
}

void lists_collection(const struct session *session, struct rows *rows) {
    const struct catalogue *catalogue = session->catalogue;
    const size_t focus = session->panels[PANEL_COLLECTIONS].focus;
    rows->title = _("About it");
    if (focus >= catalogue->collection_count) {
        return;
    }
    const struct collection *collection = &catalogue->collections[focus];
    rows_add(rows, ROLE_HEADING, 0,
             catalogue_text(catalogue, SCHEMA_COLLECTIONS, &collection->record, COLLECTION_TITLE,
                            session->lang, NULL));
    const char *summary = catalogue_text(catalogue, SCHEMA_COLLECTIONS, &collection->record,
                                         COLLECTION_SUMMARY, session->lang, NULL);
    if (*summary) {
        rows_add(rows, ROLE_TEXT, 0, summary);
    }
    rows_add_gap(rows);
    size_t count = 0;
    const struct fact *facts = facts_of_collection(catalogue, collection, session->lang,
                                                   rows->arena, &count);
    for (size_t i = 0; i < count; i++) {
        rows_add_fact(rows, facts[i].label, facts[i].text);
    }
}

void lists_left_out(const struct session *session, struct rows *rows) {
    const struct fault_list *faults = &session->catalogue->faults;
    const struct damage *damage = NULL;
    const size_t damaged = session_damage(session, &damage);
    rows->title = _("Left out, and why");
    for (size_t i = 0; i < faults->kept; i++) {
        rows_add_entry(rows, i, defect_line(&faults->defects[i], rows->arena));
    }
    for (size_t i = 0; i < damaged; i++) {
        rows_add_entry(
            rows, faults->kept + i,
            arena_printf(rows->arena, "%s:%ld: %s", damage[i].file, damage[i].line, damage[i].why));
        if (damage_settled(session_review(session), &damage[i])) {
            rows_add_under(rows, ROLE_TEXT, faults->kept + i,
                           _("It is settled: the same or something later is answered there."));
        } else if (damage[i].event) {
            struct log_words words;
            struct fault fault;
            const bool acceptable = log_acceptable(session->log, session->catalogue, &damage[i],
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

/* Rows around the focus only, as in Home. */
void lists_other(const struct session *session, struct rows *rows) {
    const struct comparison *comparison = &session->comparison;
    const size_t focus = session->panels[PANEL_OTHER].focus;
    const size_t reach = (size_t)rows->height * REACH;
    const size_t from = focus > reach ? focus - reach : 0;
    rows->title = session->prompt.length
                      ? arena_printf(rows->arena, _("With \"%s\":"), session->prompt.text)
                      : _("Type a word to narrow");
    rows->first = from;
    for (size_t i = from; i < comparison->other_count && i <= focus + reach; i++) {
        const struct subject *subject = others_at(session, i);
        struct row *row = rows_add_entry(rows, i, rows_subject(session, subject));
        row->tail = comparison->model && strcmp(subject->id, comparison->model->id) == 0
                        ? _("model")
                    : *subject->country ? subject->country
                    : subject->practice ? ""
                                        : _("mine");
        row->tail_width = text_width(row->tail, session->look.letters) + 2;
    }
    if (comparison->other_count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No practice has these words."));
    }
}

void lists_help(const struct session *session, struct rows *rows) {
    rows->title = _("Keys");
    rows_add(rows, ROLE_TEXT, 0,
             session->prompt.length
                 ? arena_printf(rows->arena, _("With \"%s\":"), session->prompt.text)
                 : _("Type a word to narrow the list; Enter does the row; Esc goes back."));
    commands_add(session, PANEL_HELP, rows);
    if (session->prompt.length == 0) {
        signs_add(session, rows);
    }
}

void lists_menu(const struct session *session, struct rows *rows) {
    rows->title = _("Menu");
    commands_add(session, PANEL_MENU, rows);
}

static void commands_add(const struct session *session, enum panel panel, struct rows *rows) {
    const size_t count = session_entries(session, panel);
    enum command_group group = GROUP_COUNT;
    for (size_t i = 0; i < count; i++) {
        const enum command command = session_command(session, panel, i);
        const struct command_info *info = command_info(command);
        char keys[KEYS_MAX];
        keymap_keys(command, true, keys, sizeof keys);
        if (info->group != group) {
            group = info->group;
            rows_add_gap(rows);
            rows_add(rows, ROLE_HEADING, 0, command_group_title(group));
        }
        const char *shown = *keys ? keys : arena_printf(rows->arena, ":%s", info->name);
        struct row *row = rows_add_entry(rows, i, _(info->help));
        row->label = arena_copy(rows->arena, shown, strlen(shown));
        row->indent = KEYS_WIDTH;
        row->hang = 0;
    }
    if (count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No key or command has these words."));
    }
}

static void signs_add(const struct session *session, struct rows *rows) {
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("What the source says of an item"));
    static const enum mark marks[] = {MARK_MET, MARK_NOT_MET, MARK_UNMARKED, MARK_ABSENT};
    static const char *const meanings[MARK_COUNT] = {
        [MARK_MET] = N_("the source shows the practice to meet it"),
        [MARK_NOT_MET] = N_("the source lists it with a dash: it does not show it"),
        [MARK_UNMARKED] = N_("the source lists it without a mark"),
        [MARK_ABSENT] = N_("the source does not list it for this practice"),
    };
    const enum sign_form form = session->look.signs == SIGN_WORDS ? SIGN_UNICODE
                                                                  : session->look.signs;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct row *row = rows_add(rows, ROLE_TEXT, SIGNS_WIDTH,
                                   arena_printf(rows->arena, "%s: %s",
                                                sign_of_mark(marks[i], SIGN_WORDS),
                                                _(meanings[marks[i]])));
        row->label = arena_printf(rows->arena, "  %s", sign_of_mark(marks[i], form));
    }
    if (!session->log) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Your mark on an item"));
    for (enum verdict verdict = VERDICT_NONE; verdict < VERDICT_COUNT; verdict++) {
        rows_add(rows, ROLE_TEXT, SIGNS_WIDTH, sign_of_verdict(verdict, SIGN_WORDS))->label =
            arena_printf(rows->arena, "  %s", sign_of_verdict(verdict, form));
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("What you left on an item"));
    static const char *const left[JOTTING_COUNT] = {
        [JOTTING_WRITTEN] = N_("you wrote a comment or evidence"),
        [JOTTING_PLANNED] = N_("you have a plan for it"),
    };
    for (enum jotting jotting = 0; jotting < JOTTING_COUNT; jotting++) {
        struct row *row = rows_add(rows, ROLE_TEXT, SIGNS_WIDTH,
                                   arena_printf(rows->arena, "%s: %s",
                                                sign_of_jotting(jotting, SIGN_WORDS),
                                                _(left[jotting])));
        row->label = arena_printf(rows->arena, "  %s", sign_of_jotting(jotting, form));
    }
}
