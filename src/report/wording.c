#include "vademecum/report/wording.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/report/plan_words.h"
#include "vademecum/report/title.h"
#include "vademecum/review/field.h"
#include "vademecum/review/held.h"
#include "vademecum/review/reviewer.h"

#include <string.h>

/* How the value of a field is told. */
struct wording {
    const char *field;
    const char *(*value)(const struct report *report, const char *value);
};

const char *wording_item(const struct report *report, const char *id) {
    const struct item *item = catalogue_item(report->catalogue, id);
    const struct question *question = catalogue_question(report->catalogue, id);
    if (item) {
        return report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT);
    }
    if (question) {
        return report_cell(report, SCHEMA_QUESTIONS, &question->record, QUESTION_TEXT);
    }
    const struct tool *tool = field_tool(report->catalogue, id);
    return tool ? report_cell(report, SCHEMA_TOOLS, &tool->record, TOOL_TITLE) : id;
}

static const char *verdict_words(const struct report *report, const char *value) {
    (void)report;
    const enum verdict verdict = verdict_find(value);
    return verdict == VERDICT_NONE ? value : sign_of_verdict(verdict, SIGN_WORDS);
}

const char *wording_verdict(const struct report *report, const char *item, const char *value) {
    const struct item *of = catalogue_item(report->catalogue, item);
    const enum verdict verdict = verdict_find(value);
    return verdict == VERDICT_NONE && value[0]
               ? value
               : report_sign(report, of ? catalogue_checklist_of(of) : NULL, verdict, SIGN_WORDS)
                     .text;
}

/* Gives the title for "spring@1"; one of another version stays as it is. */
static const char *checklist_words(const struct report *report, const char *value) {
    const struct catalogue *catalogue = report->catalogue;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct record *record = &catalogue->checklists[i].record;
        const char *id = record_cell(record, CHECKLIST_ID);
        const size_t length = strlen(id);
        if (strncmp(value, id, length) == 0 && value[length] == '@' &&
            strcmp(value + length + 1, record_cell(record, CHECKLIST_VERSION)) == 0) {
            return report_cell(report, SCHEMA_CHECKLISTS, record, CHECKLIST_TITLE);
        }
    }
    return value;
}

static const char *status_words(const struct report *report, const char *value) {
    return wording_status(report->arena, value);
}

/* A date as people write it; whether it is past, the plan tells. */
static const char *due_words(const struct report *report, const char *value) {
    return plan_due(report->arena, value, "done", report->now);
}

/* Says how many ids there are: what they are matters to programs only. */
static const char *held_words(const struct report *report, const char *value) {
    size_t count = 0;
    for (const char *id = value; *id; id += strspn(id, " ")) {
        id += strcspn(id, " ");
        count++;
    }
    return arena_printf(report->arena,
                        ngettext("what was known then, of %zu start of the program",
                                 "what was known then, of %zu starts of the program", count),
                        count);
}

static const struct wording wordings[] = {
    {"verdict", verdict_words},
    {"checklist", checklist_words},
    {"model", title_of},
    {"status", status_words},
    {"plan.due", due_words},
    {HELD_FIELD, held_words},
};

const char *wording_value(const struct report *report, const char *field, const char *value) {
    const struct own_field *own = own_field(field);
    if (own) {
        return wording_fact(report->catalogue, report->lang, own, value, report->arena);
    }
    for (size_t i = 0; i < COUNT(wordings); i++) {
        if (strcmp(wordings[i].field, field) == 0) {
            return wordings[i].value(report, value);
        }
    }
    return field_choice_label(field, value);
}

const char *wording_status(struct arena *arena, const char *status) {
    const char *label = field_final(status);
    if (!status[0] || strcmp(status, "draft") == 0) {
        return _("draft");
    }
    return label ? arena_printf(arena, _("final (%s)"), label) : status;
}

/* Of languages: "cs; uk" → "Czech, Ukrainian". */
static const char *names(struct arena *arena, const char *codes) {
    const char *line = "";
    while (*codes) {
        const size_t length = strcspn(codes, ";");
        const char *code = arena_copy(arena, codes, length);
        const char *name = codes_language_name(code);
        line = arena_printf(arena, "%s%s%s", line, line[0] ? ", " : "", name ? name : code);
        codes += length;
        codes += strspn(codes, "; ");
    }
    return line;
}

static const char *terms(const struct catalogue *catalogue, const char *lang,
                         const struct own_field *field, const char *value, struct arena *arena) {
    size_t count;
    const struct term **known = own_terms(arena, catalogue, field->scheme, value, &count);
    const char *line = "";
    for (size_t i = 0; i < count; i++) {
        line = arena_printf(
            arena, "%s%s%s", line, i ? ", " : "",
            catalogue_text(catalogue, SCHEMA_TERMS, &known[i]->record, TERM_LABEL, lang, NULL));
    }
    return line[0] ? line : value;
}

const char *wording_fact(const struct catalogue *catalogue, const char *lang,
                         const struct own_field *field, const char *value, struct arena *arena) {
    switch (field->kind) {
    case OWN_COUNTRY: {
        const char *name = codes_country_name(value);
        return name ? name : value;
    }
    case OWN_LANGUAGE:
    case OWN_LANGUAGES:
        return names(arena, value);
    case OWN_CHOICE:
        return field_choice_label(field->name, value);
    case OWN_TERMS:
        return terms(catalogue, lang, field, value, arena);
    default:
        return value;
    }
}

/* "… › name (id)" */
static const char *step_add(const struct report *report, const char *line, const char *name,
                            const char *id, bool ids) {
    const bool told = !ids || strcmp(name, id) == 0;
    return arena_printf(report->arena, "%s%s%s%s%s%s", line,
                        line[0] ? sign_step(report->document->ascii) : "", name, told ? "" : " (",
                        told ? "" : id, told ? "" : ")");
}

/* Its value; a verdict in the words of the item's checklist. */
static const char *event_words(const struct report *report, const struct event *event) {
    return strcmp(event->field, "verdict") == 0 ? wording_verdict(report, event->item, event->value)
                                                : wording_value(report, event->field, event->value);
}

const char *wording_event(const struct report *report, const struct event *event, bool ids) {
    const char *line = "";
    if (event->practice[0]) {
        line = step_add(report, line, title_of(report, event->practice), event->practice, ids);
    }
    if (event->item[0]) {
        line = step_add(report, line, wording_item(report, event->item), event->item, ids);
    }
    line = step_add(report, line, field_label(event->field), NULL, false);
    return arena_printf(report->arena, "%s: %s: %s", event->reviewer, line,
                        event->value[0] ? event_words(report, event) : _("(taken back)"));
}

static const char *reviewer_fact(const struct report *report, const char *reviewer,
                                 const char *field) {
    return review_value(report->review, reviewer, "", "", field);
}

const char *wording_reviewer_name(const struct report *report, const char *reviewer) {
    const char *name = reviewer_fact(report, reviewer, "name");
    if (!name[0] && reviewer_group(reviewer)) {
        return arena_printf(report->arena, _("the group of %s"), reviewer + strlen(REVIEWER_GROUP));
    }
    return name[0] ? name : reviewer;
}

const char *wording_reviewer(const struct report *report, const char *reviewer) {
    static const char *const facts[] = {"role", "organisation"};
    const char *name = reviewer_fact(report, reviewer, "name");
    const char *line = name[0] ? arena_printf(report->arena, _("%s (%s)"), name, reviewer)
                               : reviewer;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const char *value = reviewer_fact(report, reviewer, facts[i]);
        if (value[0]) {
            line = arena_printf(report->arena, "%s, %s", line,
                                wording_value(report, facts[i], value));
        }
    }
    return line;
}

const char *wording_time(struct arena *arena, const char *stamp) {
    int64_t seconds;
    char local[CLOCK_STAMP_SIZE];
    return clock_stamped(stamp, &seconds) && clock_local(seconds, local)
               ? arena_copy(arena, local, strlen(local))
               : stamp;
}

const char *wording_day(struct arena *arena, const char *stamp) {
    int64_t seconds;
    char day[CLOCK_STAMP_SIZE];
    return clock_stamped(stamp, &seconds) && clock_day(seconds, day)
               ? arena_copy(arena, day, strlen(day))
               : stamp;
}
