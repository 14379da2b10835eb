#include "vademecum/desk/work.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/desk/desk.h"
#include "vademecum/find/model.h"
#include "vademecum/find/who.h"
#include "vademecum/report/dossier.h"
#include "vademecum/review/field.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/round.h"

#include <stdio.h>
#include <string.h>

/* The model of an own practice for which none was chosen. */
struct known_model {
    const char *id;               /* of the own practice */
    const struct checklist *used; /* that the reviewer has chosen for it, or NULL */
    const struct practice *model; /* or NULL: there is none */
};

const char *const work_plan_fields[WORK_PLAN_FIELDS] = {
    "plan.action",    "plan.owner",    "plan.due",    "plan.status", "plan.tool",   "plan.goal",
    "plan.indicator", "plan.baseline", "plan.target", "plan.risk",   "plan.result",
};

struct models {
    struct arena arena; /* of what follows */
    struct known_model *known;
    size_t count; /* of `known` */
    size_t room;
};

struct others {
    struct arena arena;          /* of the list */
    const char **list;           /* ids */
    size_t count;                /* of them */
    const struct review *review; /* in which they are, … */
    size_t slots;                /* … when it had so many fields … */
    size_t readings;             /* … and the log had been read so often … */
    const char *reviewer;        /* … beside this reviewer */
};

void work_open(struct desk *desk) {
    desk->work.models = arena_alloc(desk->arena, sizeof *desk->work.models);
    *desk->work.models = (struct models){0};
    arena_init(&desk->work.models->arena, desk->arena->end);
    desk->work.others = arena_alloc(desk->arena, sizeof *desk->work.others);
    *desk->work.others = (struct others){0};
    arena_init(&desk->work.others->arena, desk->arena->end);
    work_languages(desk);
}

void work_close(struct desk *desk) {
    arena_free(&desk->work.models->arena);
    arena_free(&desk->work.others->arena);
}

void work_rename(struct desk *desk, struct log *log, const char *reviewer) {
    desk->work.log = log;
    desk->work.reviewer = reviewer;
}

void work_languages(struct desk *desk) {
    desk->work.languages = catalogue_languages(desk->work.catalogue, desk->arena,
                                               &desk->work.language_count);
}

bool work_language_known(const struct desk *desk) {
    for (size_t i = 0; i < desk->work.language_count; i++) {
        if (codes_tag_serves(desk->work.languages[i], desk->work.lang)) {
            return true;
        }
    }
    return false;
}

void work_language(struct desk *desk) {
    struct work *work = &desk->work;
    size_t next = 0;
    for (size_t i = 0; i < work->language_count; i++) {
        if (codes_tag_serves(work->languages[i], work->lang)) {
            next = i + 1;
        }
    }
    work->lang = next < work->language_count ? work->languages[next] : "";
    const char *name = codes_language_name(work->lang);
    if (*work->lang) {
        notice_say(desk, _("Shown in %s where the catalogue has it; t: next language"),
                   name ? name : work->lang);
    } else {
        notice_say(desk, _("Shown as the catalogue has it; t: next language"));
    }
}

void work_go_on(struct desk *desk) {
    desk->work.goes_on = !desk->work.goes_on;
    notice_say(desk, desk->work.goes_on
                         ? _("A digit marks and goes on to the next item; Up goes back.")
                         : _("A digit marks and stays on the item; . goes on."));
}

struct sign work_sign(const struct desk *desk, const struct checklist *checklist,
                      enum verdict verdict, enum sign_form form) {
    return sign_called(desk->work.catalogue, desk->work.lang, checklist, verdict, form);
}

struct report work_report(const struct desk *desk, struct arena *arena) {
    return (struct report){
        .catalogue = desk->work.catalogue,
        .review = changes_review(desk),
        .reviewer = desk->work.reviewer,
        .lang = *desk->work.lang ? desk->work.lang : NULL,
        .arena = arena,
        .signs = desk->look.signs,
        .now = clock_now(&desk->work.clock),
    };
}

const char *work_wanting(const struct desk *desk, const struct checklist *checklist,
                         struct arena *arena) {
    const struct report report = work_report(desk, arena);
    return report_wanting(&report, checklist);
}

const char *work_value(const struct desk *desk, const char *practice, const char *item,
                       const char *field) {
    return changes_value(desk, practice, item, field);
}

enum verdict work_verdict(const struct desk *desk, const struct subject *subject,
                          const struct item *item) {
    return verdict_of(changes_review(desk), desk->work.reviewer, subject->id, item);
}

struct progress work_progress(const struct desk *desk, const struct subject *subject,
                              const struct item *items, size_t count) {
    return progress_count(changes_review(desk), desk->work.reviewer, subject->id, items, count);
}

/* The one that the reviewer has chosen for it; NULL when none was. */
static const struct checklist *checklist_chosen(const struct desk *desk,
                                                const struct subject *subject) {
    return catalogue_checklist_chosen(desk->work.catalogue,
                                      changes_value(desk, subject->id, "", "checklist"));
}

void work_models_forget(struct desk *desk) {
    struct models *models = desk->work.models;
    arena_empty(&models->arena);
    *models = (struct models){.arena = models->arena};
}

/* It takes a look at all practices, so it is kept as long as none of them changes. */
static const struct practice *default_model(const struct desk *desk, const struct subject *subject,
                                            const struct checklist *used) {
    struct models *models = desk->work.models;
    for (size_t i = 0; i < models->count; i++) {
        if (models->known[i].used == used && strcmp(models->known[i].id, subject->id) == 0) {
            return models->known[i].model;
        }
    }
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const struct kin own = who_own(desk->work.catalogue, changes_review(desk), subject->id,
                                   &scratch);
    const struct practice *model = model_default(desk->work.catalogue, &own, used,
                                                 find_title_places(desk->listing.find), &scratch);
    arena_free(&scratch);
    if (!desk->listing.busy) {
        models->known = arena_grow(&models->arena, models->known, models->count, &models->room,
                                   sizeof *models->known);
        models->known[models->count++] = (struct known_model){
            .id = arena_copy(&models->arena, subject->id, strlen(subject->id)),
            .used = used,
            .model = model,
        };
    }
    return model;
}

const struct practice *work_model(const struct desk *desk, const struct subject *subject) {
    if (subject->practice) {
        return subject->practice;
    }
    const char *chosen = changes_value(desk, subject->id, "", "model");
    const struct practice *model = catalogue_practice(desk->work.catalogue, chosen);
    return model ? model : default_model(desk, subject, checklist_chosen(desk, subject));
}

const struct checklist *work_checklist(const struct desk *desk, const struct subject *subject) {
    const struct checklist *chosen = checklist_chosen(desk, subject);
    const struct practice *model = chosen ? NULL : work_model(desk, subject);
    return model ? catalogue_checklist(desk->work.catalogue, model) : chosen;
}

/* Looking through all that was said takes long, so it is done anew only after something new. */
static void others_find(const struct desk *desk) {
    struct others *others = desk->work.others;
    const struct review *review = changes_review(desk);
    const char *reviewer = desk->work.reviewer;
    const size_t readings = desk->work.log ? log_readings(desk->work.log) : 0;
    if (others->review == review && others->slots == review->keys.count &&
        others->readings == readings && others->reviewer == reviewer) {
        return;
    }
    arena_empty(&others->arena);
    others->review = review;
    others->slots = review->keys.count;
    others->readings = readings;
    others->reviewer = reviewer;
    others->count = 0;
    size_t all;
    others->list = review_reviewers(review, &others->arena, &all);
    for (size_t i = 0; i < all; i++) {
        if (!reviewer || strcmp(others->list[i], reviewer) != 0) {
            others->list[others->count++] = others->list[i];
        }
    }
}

const char *const *work_others(const struct desk *desk, size_t *count) {
    others_find(desk);
    *count = desk->work.others->count;
    return desk->work.others->list;
}

size_t work_others_on(const struct desk *desk, const struct subject *subject) {
    const struct checklist *checklist = work_checklist(desk, subject);
    size_t count;
    const char *const *others = work_others(desk, &count);
    size_t found = 0;
    for (size_t i = 0; checklist && i < count; i++) {
        const struct progress progress = progress_count(changes_review(desk), others[i],
                                                        subject->id, checklist->items,
                                                        checklist->item_count);
        found += progress_answered(&progress) > 0;
    }
    return found;
}

bool work_mine(const struct desk *desk, const struct subject *subject) {
    const char *author = review_author(changes_review(desk), subject->id);
    return !subject->practice && (!*author || !desk->work.reviewer ||
                                  strcmp(author, desk->work.reviewer) == 0);
}

const char *work_whose(const struct desk *desk, const struct subject *subject,
                       struct arena *arena) {
    const char *author = review_author(changes_review(desk), subject->id);
    return subject->practice          ? ""
           : work_mine(desk, subject) ? _("mine")
                                      : arena_printf(arena, _("by %s"), author);
}

const char *work_title(const struct desk *desk, const struct practice *practice) {
    return catalogue_text(desk->work.catalogue, SCHEMA_PRACTICES, &practice->record, PRACTICE_TITLE,
                          desk->work.lang, NULL);
}

const struct event *work_round_before(const struct desk *desk, const struct subject *subject,
                                      const struct checklist *checklist) {
    return checklist ? round_before(changes_review(desk), desk->work.reviewer, subject->id,
                                    record_cell(&checklist->record, CHECKLIST_ID))
                     : NULL;
}

const char *work_last(const struct desk *desk, const struct subject *subject,
                      const struct item *item, const char *field) {
    const struct event *before = work_round_before(desk, subject,
                                                   item->question->criterion->checklist);
    return round_last(changes_review(desk), before, item, field);
}

const char *work_last_title(const struct event *before, struct arena *arena) {
    const char *label = before ? field_final(before->value) : NULL;
    return label ? arena_printf(arena, _("Last time (%s)"), label) : _("Last time");
}

bool work_planned(const struct desk *desk, const struct subject *subject, const struct item *item) {
    const char *id = record_cell(&item->record, ITEM_ID);
    for (size_t i = 0; i < WORK_PLAN_FIELDS; i++) {
        if (*changes_value(desk, subject->id, id, work_plan_fields[i])) {
            return true;
        }
    }
    return false;
}

bool work_jotted(const struct desk *desk, const struct subject *subject, const struct item *item,
                 enum jotting jotting) {
    const char *id = record_cell(&item->record, ITEM_ID);
    return jotting == JOTTING_PLANNED ? work_planned(desk, subject, item)
                                      : *changes_value(desk, subject->id, id, "comment") ||
                                            *changes_value(desk, subject->id, id, "evidence");
}

size_t work_damage(const struct desk *desk, const struct damage **damage) {
    size_t count = 0;
    const struct damage *found = desk->work.log ? log_damage(desk->work.log, &count) : NULL;
    if (damage) {
        *damage = found;
    }
    return count;
}

void work_tool_key(const struct tool *tool, char key[WORK_TOOL_KEY_SIZE]) {
    const struct record *record = &tool->record;
    snprintf(key, WORK_TOOL_KEY_SIZE, "%s/%s/%s", record_cell(record, TOOL_PRACTICE),
             record_cell(record, TOOL_QUESTION), record_cell(record, TOOL_POSITION));
}

const char *work_tool_link(const struct desk *desk, const struct tool *tool) {
    char key[WORK_TOOL_KEY_SIZE];
    const char *url = record_cell(&tool->record, TOOL_URL);
    if (*url) {
        return url;
    }
    work_tool_key(tool, key);
    return changes_value(desk, "", key, "tool.url");
}

struct span work_link_in(const char *text) {
    static const char *const schemes[] = {"https://", "http://"};
    static const char blanks[] = " \t\n";
    const char *word = text;
    while (*word) {
        const size_t length = strcspn(word, blanks);
        for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
            if (strncmp(word, schemes[i], strlen(schemes[i])) == 0) {
                return (struct span){word, length};
            }
        }
        word += length;
        word += strspn(word, blanks);
    }
    return (struct span){word, 0};
}

const char *work_link_of(const struct desk *desk, const struct subject *subject) {
    if (!subject->practice) {
        return changes_value(desk, subject->id, "", "own.website");
    }
    const struct record *record = &subject->practice->record;
    const char *website = record_cell(record, PRACTICE_WEBSITE);
    return *website ? website : record_cell(record, PRACTICE_SOURCE_URL);
}
