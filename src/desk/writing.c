#include "vademecum/desk/writing.h"

#include "vademecum/base/words.h"
#include "vademecum/desk/entries.h"
#include "vademecum/desk/handlers.h"
#include "vademecum/desk/resume.h"
#include "vademecum/desk/screens.h"
#include "vademecum/desk/scroll.h"
#include "vademecum/desk/subjects.h"
#include "vademecum/report/spoken.h"
#include "vademecum/review/field.h"

#include <string.h>

enum {
    EXCERPT_WIDTH = 40 /* columns of a text that is told of */
};

static bool field_is_fact(const char *field);
static void final_warn(struct session *session, const struct change *change);
static void created_focus(struct session *session);
static void notices_tell(struct session *session);
static void change_write(struct session *session, const char *what, const struct change *change,
                         const char *from, const char *to);
static void change_show(struct session *session, const struct change *change,
                        const struct item *here);
static void outbox_add(struct session *session, const char *practice, const char *item,
                       const char *field, const char *value);
static void change_add(struct session *session, const struct change *change);
static void change_tell(struct session *session, const char *what, const struct change *change,
                        const char *value);
static const char *place_name(const struct session *session, const struct change *change,
                              const struct report *report);
static struct report report_here(const struct session *session, struct arena *arena);
static const char *keep(struct session *session, const char *text);

bool session_unwritten(const struct session *session) {
    return session->outbox && session->named;
}

bool session_unsaved(const struct session *session) {
    return session->outbox || (session->log && log_state(session->log) != LOG_SAVED);
}

bool session_save(struct session *session, struct fault *fault) {
    const struct item *here = session_item(session);
    bool refused = false;
    bool facts = false;
    while (session->outbox) {
        const struct log_words *words = &session->outbox->words;
        refused |= !log_append(session->log, words, fault) && fault->kind == FAULT_USAGE;
        facts |= field_is_fact(words->field);
        struct outgoing *written = session->outbox;
        session->outbox = written->next;
        written->next = session->spare;
        session->spare = written;
    }
    /* What has failed once may be saved by now, and then nobody need be told. */
    const bool saved = log_state(session->log) == LOG_SAVED || log_retry(session->log, fault);
    if (facts || session->readings != log_readings(session->log)) {
        subjects_load(session);
        created_focus(session);
    }
    session->saving = false;
    subjects_settle(session);
    finding_settle(session);
    screens_again(session);
    if (here && !reviewing_stay(session, here)) {
        /* Another program has answered it. The next key is still meant for it. */
        session->just_set = here;
        reviewing_stay(session, here);
    }
    entries_settle(session);
    notices_tell(session);
    return saved && !refused;
}

bool writing_put(struct session *session, const char *practice, const char *item, const char *field,
                 const char *value) {
    const char *before = writing_value(session, practice, item, field);
    if (strcmp(before, value) == 0) {
        return false;
    }
    const struct change change = {
        .practice = keep(session, practice),
        .item = keep(session, item),
        .field = keep(session, field),
        .before = keep(session, before),
        .after = keep(session, value),
    };
    change_add(session, &change);
    outbox_add(session, change.practice, change.item, change.field, change.after);
    final_warn(session, &change);
    return true;
}

const char *session_final(const struct session *session, const char *practice) {
    static const char final[] = "final ";
    const char *status = *practice ? writing_value(session, practice, "", "status") : "";
    return strncmp(status, final, strlen(final)) == 0 ? status + strlen(final) : NULL;
}

const char *writing_value(const struct session *session, const char *practice, const char *item,
                          const char *field) {
    const struct review *review = session_review(session);
    const char *value = field_is_fact(field)
                            ? review_fact(review, practice, field)
                            : review_value(review, session->reviewer, practice, item, field);
    for (const struct outgoing *out = session->outbox; out; out = out->next) {
        if (strcmp(out->words.practice, practice) == 0 && strcmp(out->words.item, item) == 0 &&
            strcmp(out->words.field, field) == 0) {
            value = out->words.value;
        }
    }
    return value;
}

void writing_undo(struct session *session) {
    if (session->change_count == 0) {
        session_say(session, _("There is nothing to undo since the program was started."));
        return;
    }
    const struct change *change = &session->changes[--session->change_count];
    change_write(session, _("Undone"), change, change->after, change->before);
}

void writing_redo(struct session *session) {
    if (session->change_count == session->change_total) {
        session_say(session, _("There is nothing to do again."));
        return;
    }
    const struct change *change = &session->changes[session->change_count++];
    change_write(session, _("Done again"), change, change->before, change->after);
}

void writing_saved(struct session *session) {
    const int64_t at = log_saved_at(session->log);
    char when[RESUME_TIME_SIZE];
    resume_time(at, clock_now(&session->clock), when);
    if (session_unsaved(session)) {
        session_say(session,
                    ngettext("%zu answer is NOT SAVED; it is tried again and again.",
                             "%zu answers are NOT SAVED; they are tried again and again.",
                             log_unsaved(session->log)),
                    log_unsaved(session->log));
    } else if (log_waiting(session->log) > 0) {
        writing_waiting(session);
    } else if (at) {
        session_say(session, _("All is saved, last at %s."), when);
    } else {
        session_say(session, _("All is saved; nothing was written yet since the start."));
    }
}

void writing_waiting(struct session *session) {
    const size_t count = log_waiting(session->log);
    session_say(session,
                ngettext("%zu answer could not be saved before and is only in a rescue file; your "
                         "next answer is saved with it.",
                         "%zu answers could not be saved before and are only in a rescue file; "
                         "your next answer is saved with them.",
                         count),
                count);
}

/* Who changes what was called final is told so: an answer, a text, a fact. */
static void final_warn(struct session *session, const struct change *change) {
    const char *label = session_final(session, change->practice);
    const bool content = *change->item || strcmp(change->field, "note") == 0 ||
                         field_is_fact(change->field);
    if (label && content) {
        session_say(session, _("This review is called final (%s); r makes it a draft again."),
                    label);
    }
}

/* Facts of own practices are the latest over all reviewers; the rest is each one's own. */
static bool field_is_fact(const char *field) {
    return strncmp(field, "own.", strlen("own.")) == 0;
}

/* What the log has to say that nobody has done wrong: no locks here, a file that shrank. */
static void notices_tell(struct session *session) {
    const struct fault_list *notices = log_notices(session->log);
    if (notices->kept > session->notices && !session_unsaved(session) && !session->message[0]) {
        const struct defect *newest = &notices->defects[notices->kept - 1];
        session_say(session, "%s: %s", newest->file, newest->text);
        session->notices = notices->kept;
    }
}

/* What somebody else has changed since is not theirs to lose. */
static void change_write(struct session *session, const char *what, const struct change *change,
                         const char *from, const char *to) {
    const struct item *here = session_item(session);
    const char *now = writing_value(session, change->practice, change->item, change->field);
    if (strcmp(now, from) != 0) {
        change_tell(session, _("Left as it is, for it was changed elsewhere since"), change, now);
        return;
    }
    outbox_add(session, change->practice, change->item, change->field, to);
    change_show(session, change, here);
    change_tell(session, what, change, to);
}

/* An item whose mark was undone is in sight, also with answered ones hidden. */
static void change_show(struct session *session, const struct change *change,
                        const struct item *here) {
    const struct item *item = catalogue_item(session->catalogue, change->item);
    if (item) {
        reviewing_set(session, item, here);
    }
}

/* Home goes to a practice that was added. */
static void created_focus(struct session *session) {
    const long place = session->created ? subjects_place(session, session->created) : -1;
    if (place >= 0) {
        scroll_focus(session, PANEL_PRACTICES, (size_t)place);
        session->created = NULL;
    }
}

static void outbox_add(struct session *session, const char *practice, const char *item,
                       const char *field, const char *value) {
    struct outgoing *out = session->spare;
    if (out) {
        session->spare = out->next;
    } else {
        out = arena_alloc(session->arena, sizeof *out);
    }
    *out = (struct outgoing){.words = {practice, item, field, value}};
    struct outgoing **end = &session->outbox;
    while (*end) {
        end = &(*end)->next;
    }
    *end = out;
}

/* What was undone before cannot be done again after something new. */
static void change_add(struct session *session, const struct change *change) {
    session->changes = arena_grow(session->arena, session->changes, session->change_count,
                                  &session->change_room, sizeof *session->changes);
    session->changes[session->change_count++] = *change;
    session->change_total = session->change_count;
}

static void change_tell(struct session *session, const char *what, const struct change *change,
                        const char *value) {
    struct arena scratch;
    arena_init(&scratch, session->arena->end);
    const struct report report = report_here(session, &scratch);
    const bool stated = *value || strcmp(change->field, "status") == 0;
    const char *shown = strcmp(change->field, "verdict") == 0
                            ? sign_of_verdict(verdict_find(value), SIGN_WORDS)
                        : stated ? spoken_value(&report, change->field, value)
                                 : _("empty");
    session_say(session, _("%s: %s, now %s"), what, place_name(session, change, &report),
                writing_excerpt(session, shown, &scratch));
    arena_free(&scratch);
}

/*
 * What was changed: the text of the item when it is its mark, else the field and what it belongs
 * to. The practice is said too, unless it is on the screen.
 */
static const char *place_name(const struct session *session, const struct change *change,
                              const struct report *report) {
    const char *label = field_label(change->field);
    const char *item = *change->item ? spoken_item(report, change->item) : "";
    const char *text = !*item ? label
                       : strcmp(change->field, "verdict") == 0
                           ? item
                           : arena_printf(report->arena, "%s (%s)", label, item);
    const struct subject *subject = session_subject(session, change->practice);
    const bool here = entries_screen(session) != SCREEN_HOME && session->subject &&
                      strcmp(session->subject->id, change->practice) == 0;
    return here || !subject ? text : arena_printf(report->arena, "%s › %s", subject->title, text);
}

static struct report report_here(const struct session *session, struct arena *arena) {
    return (struct report){
        .catalogue = session->catalogue,
        .review = session_review(session),
        .reviewer = session->reviewer,
        .lang = session->lang,
        .arena = arena,
    };
}

const char *writing_excerpt(const struct session *session, const char *text, struct arena *arena) {
    const size_t length = text_fit(text, strlen(text), EXCERPT_WIDTH, session->look.letters, NULL);
    return text[length]
               ? arena_printf(arena, "%.*s%s", (int)length, text, session->look.ascii ? "..." : "…")
               : text;
}

/* A copy; of what the last change has too, for most follow one another in one place, its own. */
static const char *keep(struct session *session, const char *text) {
    const struct change *last = session->change_count ? &session->changes[session->change_count - 1]
                                                      : NULL;
    const char *const kept[] = {last ? last->practice : "", last ? last->item : "",
                                last ? last->field : "", last ? last->before : "",
                                last ? last->after : ""};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        if (strcmp(kept[i], text) == 0) {
            return kept[i];
        }
    }
    return arena_copy(session->arena, text, strlen(text));
}
