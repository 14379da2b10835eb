#include "vademecum/desk/changes.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"
#include "vademecum/review/round.h"

#include <string.h>

enum {
    STEP_SECONDS = 3 /* between two steps that are undone together */
};

const struct review *changes_now(const struct desk *desk) {
    static const struct review nothing = {0};
    return desk->work.log ? log_review(desk->work.log) : &nothing;
}

const struct event *changes_at(const struct desk *desk) {
    return desk->changes.at.counter ? &desk->changes.at : NULL;
}

const struct review *changes_review(const struct desk *desk) {
    const struct review *now = changes_now(desk);
    const struct event *last = changes_at(desk) ? review_event(now, &desk->changes.at) : NULL;
    if (!last) {
        return now;
    }
    /* Made anew, for the log may have been read again. */
    *desk->changes.then = review_at(now, last);
    return desk->changes.then;
}

uint64_t changes_stamp(const struct desk *desk) {
    return desk->changes.at.counter + changes_now(desk)->ids.count;
}

void changes_look(struct desk *desk, const struct event *last, const char *banner) {
    struct changes *changes = &desk->changes;
    changes->at = (struct event){.counter = 0};
    changes->banner = arena_copy(desk->arena, banner, strlen(banner));
    if (last) {
        changes->at.counter = last->counter;
        memcpy(changes->at.run, last->run, sizeof changes->at.run);
        changes->then = changes->then ? changes->then
                                      : arena_alloc(desk->arena, sizeof *changes->then);
    }
}

const char *changes_banner(const struct desk *desk) {
    return desk->changes.banner ? desk->changes.banner : "";
}

bool changes_refused(struct desk *desk) {
    if (changes_at(desk)) {
        notice_say(desk, _("This is how it was: nothing can be changed. > goes on to now."));
        return true;
    }
    return false;
}

const char *changes_value(const struct desk *desk, const char *practice, const char *item,
                          const char *field) {
    return round_value(changes_review(desk), desk->work.reviewer, practice, item, field);
}

const char *changes_final(const struct desk *desk, const char *practice,
                          const struct checklist *checklist) {
    const char *id = checklist ? record_cell(&checklist->record, CHECKLIST_ID) : "";
    return *practice ? field_final(changes_value(desk, practice, id, "status")) : NULL;
}

/* The label of a final review that the change belongs to: by its item's checklist, or by any. */
static const char *final_of(const struct desk *desk, const struct change *change) {
    const struct catalogue *catalogue = desk->work.catalogue;
    const struct item *item = catalogue_item(catalogue, change->item);
    const struct question *question = item ? item->question
                                           : catalogue_question(catalogue, change->item);
    if (question) {
        return changes_final(desk, change->practice, question->criterion->checklist);
    }
    const char *label = NULL;
    for (size_t i = 0; i < catalogue->checklist_count && !label; i++) {
        label = changes_final(desk, change->practice, &catalogue->checklists[i]);
    }
    return label;
}

/* Who changes what was called final is told so: an answer, a text, a fact. It is not saved yet. */
static void final_warn(struct desk *desk, const struct change *change) {
    const bool content = (*change->item && strcmp(change->field, "status") != 0) ||
                         strcmp(change->field, "note") == 0 || field_fact(change->field);
    const char *label = content ? final_of(desk, change) : NULL;
    if (label) {
        notice_say(desk, _("This review is final (%s), and this changes it. u undoes it."), label);
    }
}

/* A copy; of what the last change has too, for most follow one another in one place, its own. */
static const char *keep(struct desk *desk, const char *text) {
    const struct change *last = desk->changes.count ? &desk->changes.list[desk->changes.count - 1]
                                                    : NULL;
    const char *const kept[] = {last ? last->practice : "", last ? last->item : "",
                                last ? last->field : "", last ? last->before : "",
                                last ? last->after : ""};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        if (strcmp(kept[i], text) == 0) {
            return kept[i];
        }
    }
    return arena_copy(desk->arena, text, strlen(text));
}

/* What was undone before cannot be done again after something new. */
static void change_add(struct desk *desk, const struct change *change) {
    desk->changes.list = arena_grow(desk->arena, desk->changes.list, desk->changes.count,
                                    &desk->changes.room, sizeof *desk->changes.list);
    desk->changes.list[desk->changes.count++] = *change;
    desk->changes.total = desk->changes.count;
}

/* Leaves a change to be written. */
static void change_leave(struct desk *desk, const struct statement *words, const char *before,
                         bool joined) {
    const struct change change = {
        .practice = keep(desk, words->practice),
        .item = keep(desk, words->item),
        .field = keep(desk, words->field),
        .before = keep(desk, before),
        .after = keep(desk, words->value),
        .joined = joined,
    };
    change_add(desk, &change);
    log_pend(desk->work.log,
             &(struct statement){change.practice, change.item, change.field, change.after});
}

/* Begins a new round when the mark needs one. */
static bool round_begin(struct desk *desk, const struct statement *words) {
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    size_t count;
    const struct statement *begin = round_begins(changes_review(desk), desk->work.reviewer, words,
                                                 &scratch, &count);
    if (count > 0) {
        notice_say(desk,
                   count > 1
                       ? _("A new round begins, with what was marked elsewhere after the last "
                           "one was closed (%s). u takes it back.")
                       : _("A new round begins; the last one is closed (%s). u takes it back."),
                   field_final(changes_value(desk, begin->practice, begin->item, "status")));
    }
    for (size_t i = 0; i < count; i++) {
        change_leave(desk, &begin[i], "", i > 0);
    }
    arena_free(&scratch);
    return count > 0;
}

bool changes_put(struct desk *desk, const char *practice, const char *item, const char *field,
                 const char *value) {
    if (changes_refused(desk)) {
        return false;
    }
    const struct statement words = {practice, item, field, value};
    const char *before = keep(desk, changes_value(desk, practice, item, field));
    const bool same = strcmp(before, value) == 0;
    /* In a new round the same mark is said again. */
    const bool began = round_begin(desk, &words);
    if (same && !began) {
        return false;
    }
    change_leave(desk, &words, before, began);
    if (!began) {
        final_warn(desk, &desk->changes.list[desk->changes.count - 1]);
    }
    return true;
}

/* Whether a step goes on with the change made last. */
static bool step_goes_on(const struct desk *desk, const char *practice, const char *item,
                         const char *field) {
    const struct changes *changes = &desk->changes;
    const struct change *last = changes->count ? &changes->list[changes->count - 1] : NULL;
    return last && last->stepped && clock_now(&desk->work.clock) - last->at <= STEP_SECONDS &&
           strcmp(last->practice, practice) == 0 && strcmp(last->item, item) == 0 &&
           strcmp(last->field, field) == 0 &&
           strcmp(last->after, changes_value(desk, practice, item, field)) == 0;
}

bool changes_step(struct desk *desk, const char *practice, const char *item, const char *field,
                  const char *value) {
    struct changes *changes = &desk->changes;
    const size_t one_more = changes->count + 1;
    const bool goes_on = step_goes_on(desk, practice, item, field);
    if (!changes_put(desk, practice, item, field, value)) {
        return false;
    }
    /* More than one where a round began. */
    if (goes_on && changes->count == one_more) {
        changes->list[changes->count - 2].after = changes->list[changes->count - 1].after;
        changes->count--;
    }
    struct change *change = &changes->list[changes->count - 1];
    change->stepped = true;
    change->at = clock_now(&desk->work.clock);
    /* Back where it began there is nothing to undo. */
    changes->count -= !change->joined && strcmp(change->before, change->after) == 0;
    changes->total = changes->count;
    return true;
}

void changes_put_last(struct desk *desk, const char *practice, const char *item,
                      const char *verdict, const char *comment) {
    if (changes_refused(desk)) {
        return;
    }
    /* Where the mark begins a round, that is not the one in which the comment stood. */
    const char *before = keep(desk, changes_value(desk, practice, item, "comment"));
    const bool put = changes_put(desk, practice, item, "verdict", verdict);
    if (*comment && strcmp(changes_value(desk, practice, item, "comment"), comment) != 0) {
        change_leave(desk, &(struct statement){practice, item, "comment", comment}, before, put);
    }
}

void changes_join(struct desk *desk, size_t first) {
    for (size_t i = first + 1; i < desk->changes.count; i++) {
        desk->changes.list[i].joined = true;
    }
}

void changes_note(struct desk *desk, const char *item, const char *field, const char *value) {
    log_pend(desk->work.log, &(struct statement){"", item, field, value});
}

/* The first of changes that are joined is told, but no beginning of a round. */
static bool change_told(const struct change *change) {
    return strcmp(change->field, REVIEW_ROUND) != 0;
}

/*
 * What somebody else has changed since is not theirs to lose. Where the beginning of a round is
 * taken back, what undoing has emptied in it holds again what it did before.
 */
static bool change_write(struct desk *desk, const struct change *change, const char *from,
                         const char *to) {
    const char *now = changes_value(desk, change->practice, change->item, change->field);
    if (strcmp(now, from) != 0) {
        return false;
    }
    const struct event *start = review_round(changes_now(desk), desk->work.reviewer,
                                             change->practice, change->item);
    log_pend(desk->work.log,
             &(struct statement){change->practice, change->item, change->field, to});
    if (!change_told(change) && !to[0]) {
        round_refill(desk->work.log, start);
    }
    return true;
}

struct undone changes_undo(struct desk *desk) {
    struct changes *changes = &desk->changes;
    struct undone undone = {.done = true};
    bool joined = true;
    while (joined && changes->count > 0) {
        const struct change *change = &changes->list[--changes->count];
        undone.done &= change_write(desk, change, change->after, change->before);
        undone.others += undone.told && change_told(change) &&
                         strcmp(change->item, undone.told->item) != 0;
        undone.told = change_told(change) || !undone.told ? change : undone.told;
        joined = change->joined;
    }
    return undone;
}

struct undone changes_redo(struct desk *desk) {
    struct changes *changes = &desk->changes;
    struct undone undone = {.done = true};
    bool began = false;
    while (changes->count < changes->total &&
           (!undone.told || changes->list[changes->count].joined)) {
        const struct change *change = &changes->list[changes->count++];
        began |= !change_told(change);
        /* What stood in the last round is not found in the new one. */
        const char *from = began
                               ? changes_value(desk, change->practice, change->item, change->field)
                               : change->before;
        undone.done &= change_write(desk, change, from, change->after);
        undone.others += undone.told && change_told(undone.told) &&
                         strcmp(change->item, undone.told->item) != 0;
        undone.told = undone.told && change_told(undone.told) ? undone.told : change;
    }
    return undone;
}

bool changes_earlier(const struct desk *desk, struct arena *arena, struct story_step *step) {
    const struct event *back = &desk->changes.back;
    return desk->work.log &&
           story_last(changes_review(desk), desk->work.reviewer,
                      back->counter ? back : log_first(desk->work.log), arena, step);
}

/* Puts a change before all that this run wrote. */
static void change_adopt(struct desk *desk, const struct event *event, const char *before,
                         bool joined) {
    struct changes *changes = &desk->changes;
    changes->list = arena_grow(desk->arena, changes->list, changes->total, &changes->room,
                               sizeof *changes->list);
    memmove(changes->list + 1, changes->list, changes->total * sizeof *changes->list);
    changes->list[0] = (struct change){
        .practice = arena_copy(desk->arena, event->practice, strlen(event->practice)),
        .item = arena_copy(desk->arena, event->item, strlen(event->item)),
        .field = arena_copy(desk->arena, event->field, strlen(event->field)),
        .before = arena_copy(desk->arena, before, strlen(before)),
        .after = arena_copy(desk->arena, event->value, strlen(event->value)),
        .joined = joined,
    };
    changes->count++;
    changes->total++;
}

void changes_adopt(struct desk *desk, const struct story_step *step) {
    struct event *back = &desk->changes.back;
    *back = (struct event){.counter = step->event->counter};
    memcpy(back->run, step->event->run, sizeof back->run);
    change_adopt(desk, step->event, step->before, step->begin != NULL);
    if (step->begin) {
        change_adopt(desk, step->begin, "", false);
    }
}

bool changes_write(struct desk *desk, bool *facts, struct fault *fault) {
    size_t count;
    const struct statement *waiting = log_pending(desk->work.log, &count);
    *facts = false;
    for (size_t i = 0; i < count; i++) {
        *facts |= field_fact(waiting[i].field) || strcmp(waiting[i].field, "off") == 0;
    }
    return log_write(desk->work.log, fault);
}

void changes_notices(struct desk *desk) {
    const struct fault_list *notices = log_notices(desk->work.log);
    if (notices->kept > desk->changes.notices && !changes_unsaved(desk) &&
        !desk->notice.message[0]) {
        const struct defect *newest = &notices->defects[notices->kept - 1];
        notice_say(desk, "%s: %s", newest->file, newest->text);
        desk->changes.notices = notices->kept;
    }
}

void changes_waiting(struct desk *desk) {
    const size_t count = log_waiting(desk->work.log);
    notice_say(desk,
               ngettext("%zu answer could not be saved before and is only in a rescue file; your "
                        "next answer is saved with it.",
                        "%zu answers could not be saved before and are only in a rescue file; "
                        "your next answer is saved with them.",
                        count),
               count);
}

bool changes_wait(const struct desk *desk) {
    size_t count = 0;
    if (desk->work.log) {
        log_pending(desk->work.log, &count);
    }
    return count > 0;
}

bool changes_nameless(const struct desk *desk) {
    return changes_wait(desk) && !desk->changes.named;
}

bool changes_unsaved(const struct desk *desk) {
    return changes_wait(desk) || (desk->work.log && log_state(desk->work.log) != LOG_SAVED);
}

void changes_swap(struct desk *desk, struct changes *other) {
    const struct changes before = desk->changes;
    desk->changes = *other;
    desk->changes.random = before.random;
    *other = before;
}

void changes_name(struct desk *desk) {
    desk->changes.named = true;
}

void changes_draft(struct desk *desk, const struct event *draft, bool edited) {
    desk->changes.draft = draft;
    desk->changes.edited = edited;
}

const char *changes_own_id(const struct desk *desk, const char *title) {
    char run[EVENT_RUN_SIZE];
    event_run(desk->changes.random, run);
    return own_id(desk->arena, changes_review(desk), title, run);
}
