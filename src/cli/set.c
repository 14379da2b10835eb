#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/syntax.h"
#include "vademecum/cli/known.h"
#include "vademecum/cli/reviews_open.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/report/dossier.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"

#include <string.h>

const char set_usage[] = N_(
    "ITEM is an item, a question, or - for the whole practice; with - for both "
    "PRACTICE and ITEM it is about yourself. An empty VALUE, '', empties the "
    "field. Write -- before a VALUE that begins with a hyphen.\n\n"
    "Of an item: verdict, comment, evidence, plan.goal, plan.action, plan.tool, "
    "plan.owner, plan.due (a date), plan.indicator (how it is measured), "
    "plan.baseline (as it is now), plan.target (as it should be), plan.risk (if "
    "it goes wrong), plan.status (open, done, dropped), plan.result.\n"
    "Of a question: answer, tool.\n"
    "Of a practice: note, shortlist (yes, no), checklist (such as spring@1), model "
    "(a practice of the catalogue), status (draft, or final and a name for it). With a "
    "checklist as ITEM, status is that of the review by it; else by the one in "
    "use.\n"
    "Of a practice of your own, whose id begins with own-: own.title, which begins "
    "a new one; own. with any other column of practices.csv but its ids; own.area, "
    "own.target_group, own.fund, own.country, own.languages, by name or code, "
    "several with a comma between. A value that is not in such a list is refused, and "
    "the list is shown. off (yes, no): off your list, though nothing of it is lost.\n"
    "Of a tool of the catalogue, with ITEM such as PRACTICE/QUESTION/1: tool.url.\n"
    "Of yourself: name, role (staff, participant, peer, funder, or a word of your own), "
    "organisation.\n\n"
    "It is saved as by tick.");

/* "-" stands for nothing. */
static const char *given(const char *argument) {
    return strcmp(argument, "-") == 0 ? "" : argument;
}

/* Whether this is the title of a new own practice. */
static bool own_begins(const struct statement *words) {
    return own_is(words->practice) && syntax_is_id(words->practice) && !words->item[0] &&
           words->value[0] && strcmp(words->field, "own.title") == 0;
}

static bool part_find(const struct cli *cli, const struct statement *words, enum field_place *place,
                      struct fault *fault) {
    const struct tool *tool = field_tool(cli->catalogue, words->item);
    if (catalogue_item(cli->catalogue, words->item)) {
        *place = FIELD_OF_ITEM;
    } else if (catalogue_question(cli->catalogue, words->item)) {
        *place = FIELD_OF_QUESTION;
    } else if (catalogue_checklist_chosen(cli->catalogue, words->item)) {
        *place = FIELD_OF_PRACTICE;
    } else if (tool) {
        const char *owner = record_cell(&tool->practice->record, PRACTICE_ID);
        *place = FIELD_OF_TOOL;
        return strcmp(owner, words->practice) == 0 ||
               fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("the tool '%s' is of %s, not of %s"),
                         words->item, owner, words->practice);
    } else {
        return known_refuse_item(cli, words->item, true, fault);
    }
    return true;
}

/* Finds what the statement is about: by practice, item and the beginning of the field. */
static bool place_find(const struct cli *cli, struct statement *words, enum field_place *place,
                       struct fault *fault) {
    *place = FIELD_OF_REVIEWER;
    if (!words->practice[0]) {
        return !words->item[0] ||
               fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("'%s' needs its practice before it, not -; see vademecum set --help"),
                         words->item);
    }
    const bool fact = field_fact(words->field) || strcmp(words->field, "off") == 0;
    *place = fact ? FIELD_OF_OWN : FIELD_OF_PRACTICE;
    if (!own_begins(words)) {
        words->practice = known_practice(cli, words->practice, fault);
    }
    if (!words->practice) {
        return false;
    }
    if (words->item[0]) {
        return part_find(cli, words, place, fault);
    }
    return !fact || own_is(words->practice) ||
           fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     _("%s is of the catalogue, which is not changed here; only a practice of your "
                       "own, whose id begins with own-, has %s"),
                     words->practice, words->field);
}

static const char *names_join(struct arena *arena, enum field_place place) {
    size_t count;
    const char *const *names = field_names(place, arena, &count);
    const char *line = count > 0 ? names[0] : "";
    for (size_t i = 1; i < count; i++) {
        line = arena_printf(arena, "%s, %s", line, names[i]);
    }
    return line;
}

static bool field_refuse(const struct cli *cli, enum field_place place, const char *field,
                         struct fault *fault) {
    static const char *const owners[FIELD_PLACES] = {
        [FIELD_OF_ITEM] = N_("An item has"),
        [FIELD_OF_QUESTION] = N_("A question has"),
        [FIELD_OF_PRACTICE] = N_("A practice has"),
        [FIELD_OF_OWN] = N_("A practice of your own has"),
        [FIELD_OF_TOOL] = N_("A tool has"),
        [FIELD_OF_REVIEWER] = N_("A reviewer has"),
    };
    const char *names = arena_printf(cli->arena, "%s: %s", _(owners[place]),
                                     names_join(cli->arena, place));
    const char *meant = field_nearest(place, cli->arena, field);
    if (meant) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("no field '%s' here; did you mean %s? %s"), field, meant, names);
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("no field '%s' here. %s"), field, names);
}

/* The id of the checklist by which a practice is reviewed; "" when there is none. */
static const char *checklist_used(const struct cli *cli, const char *practice) {
    const struct report report = cli_report(cli);
    const struct handout handout = handout_usual(practice);
    const struct dossier dossier = dossier_make(&report, &handout);
    return dossier.checklist ? record_cell(&dossier.checklist->record, CHECKLIST_ID) : "";
}

int set_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    struct statement words = {
        .practice = given(arguments[0]),
        .item = given(arguments[1]),
        .field = arguments[2],
        .value = arguments[3],
    };
    struct fault fault;
    enum field_place place;
    if (!place_find(cli, &words, &place, &fault)) {
        return cli_fail(cli, &fault);
    }
    const bool of_checklist = catalogue_checklist_chosen(cli->catalogue, words.item) != NULL;
    if (!field_known(place, words.field) || (of_checklist && strcmp(words.field, "status") != 0)) {
        field_refuse(cli, place, words.field, &fault);
        return cli_fail(cli, &fault);
    }
    if (place == FIELD_OF_PRACTICE && strcmp(words.field, "status") == 0 && !words.item[0]) {
        words.item = checklist_used(cli, words.practice);
    }
    words.value = field_value(place, words.field, cli->catalogue, cli->arena, words.value, &fault);
    if (!words.value) {
        return cli_fail(cli, &fault);
    }
    return reviews_save(cli, &words);
}
