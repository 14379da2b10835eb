#include "vademecum/tui/handover.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/words.h"
#include "vademecum/exchange/external_editor.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    UNTOUCHED_S = 7 * 24 * 60 * 60 /* after which no window of an editor has the file any more */
};

/* A file that an editor may still have open. In the loop's arena. */
struct handover {
    struct draft_file record; /* holds none when it could be kept nowhere */
    struct event about;       /* where the text belongs; its value is what was taken last */
    const char *path;         /* of the file with the text */
    const char *seen;         /* another text that it held at the last look; NULL: none */
    bool behind;              /* the record does not say yet what was taken */
    struct handover *next;
};

static bool found_before(const struct loop *loop, const struct draft_file *record);
static void found_take(struct loop *loop, struct draft_file *record, const struct event *event);
static bool found_draft(struct loop *loop, struct handover *handover, const char *now);
static bool untouched(const struct loop *loop, const char *path);
static struct handover *handover_begin(struct loop *loop, const struct errand *errand);
static void outcome_take(struct loop *loop, struct handover *handover, const char *typed,
                         const char *kept, const struct fault *fault);
static void handover_keep(struct loop *loop, struct handover *handover);
static bool change_take(struct loop *loop, struct handover *handover, bool last);
static bool record_write(struct loop *loop, struct handover *handover);
static struct draft_home home_of(const struct loop *loop);
static const char *path_of(struct loop *loop, const struct draft_file *record);
static const char *copy(struct loop *loop, const char *text);

void handover_find(struct loop *loop, const char *reviewer) {
    const struct draft_home home = home_of(loop);
    struct draft_file record;
    struct event event;
    struct fault fault;
    while (home.folder && draft_take(&record, &home, reviewer, &loop->arena, &event, &fault)) {
        /* Where there are no locks, each is found again and again. */
        if (found_before(loop, &record)) {
            draft_leave(&record);
            return;
        }
        found_take(loop, &record, &event);
    }
}

bool handover_wrote(const struct loop *loop, const struct event *draft) {
    const struct handover *at = loop->handovers;
    while (at && (strcmp(at->about.value, draft->value) != 0 ||
                  strcmp(at->about.practice, draft->practice) != 0 ||
                  strcmp(at->about.item, draft->item) != 0 ||
                  strcmp(at->about.field, draft->field) != 0)) {
        at = at->next;
    }
    return at;
}

void handover_edit(struct loop *loop, const struct errand *errand) {
    struct fault fault;
    const char *kept = NULL;
    struct external_editor editor = loop->browse->editor;
    struct handover *handover = handover_begin(loop, errand);
    if (handover->path) {
        editor.folder = handover->record.folder;
        editor.name = strrchr(handover->path, '/') + 1;
    }
    const char *typed = external_editor_edit(&loop->arena, &editor, errand->text, &kept, &fault);
    outcome_take(loop, handover, typed, kept, &fault);
}

bool handover_take(struct loop *loop) {
    const struct asking *asking = loop->desk.ask.asking;
    if (session_writes(&loop->desk) || (asking && !asking->list)) {
        return false;
    }
    bool taken = false;
    for (struct handover *at = loop->handovers; at; at = at->next) {
        taken |= change_take(loop, at, false);
    }
    return taken;
}

void handover_saved(struct loop *loop) {
    /* After a crash before it is saved, it is offered. */
    for (struct handover *at = loop->handovers; at && !changes_unsaved(&loop->desk);
         at = at->next) {
        if (at->behind && at->record.file >= 0) {
            record_write(loop, at);
        } else if (at->behind) {
            unlink(at->path);
        }
        at->behind = false;
    }
}

void handover_end(struct loop *loop) {
    struct fault fault;
    for (struct handover *at = loop->handovers; at; at = at->next) {
        change_take(loop, at, true);
    }
    if (changes_wait(&loop->desk)) {
        session_save(&loop->desk, &fault);
    }
    handover_saved(loop);
}

void handover_leave(struct loop *loop) {
    for (struct handover *at = loop->handovers; at; at = at->next) {
        draft_leave(&at->record);
    }
}

static bool found_before(const struct loop *loop, const struct draft_file *record) {
    const struct handover *at = loop->handovers;
    while (at && (strcmp(at->record.folder, record->folder) != 0 ||
                  strcmp(at->record.name, record->name) != 0)) {
        at = at->next;
    }
    return at;
}

static void found_take(struct loop *loop, struct draft_file *record, const struct event *event) {
    struct handover found = {.record = *record, .about = *event};
    struct fault fault;
    found.path = path_of(loop, record);
    const char *now = external_editor_read(&loop->arena, found.path, &fault);
    const bool gone = !now && fault.kind == FAULT_WANTING;
    const bool same = now && strcmp(now, event->value) == 0;
    if (gone || (same && untouched(loop, found.path))) {
        unlink(found.path);
        draft_drop(&found.record);
        return;
    }
    if (now && !same) {
        found_draft(loop, &found, now);
    }
    handover_keep(loop, &found);
}

/* Else it is taken over as if it had been saved just now. */
static bool found_draft(struct loop *loop, struct handover *handover, const char *now) {
    struct draft_file draft;
    struct event event = handover->about;
    struct fault fault;
    event.value = now;
    draft_init(&draft);
    if (!draft_keep(&draft, &loop->browse->drafts, &event, &loop->frame, &fault)) {
        return false;
    }
    draft_leave(&draft);
    handover->about.value = now;
    return record_write(loop, handover);
}

/* A window that is open for so long without a change has been forgotten. */
static bool untouched(const struct loop *loop, const char *path) {
    struct stat found;
    return lstat(path, &found) == 0 &&
           clock_now(&loop->browse->clock) - found.st_mtime > UNTOUCHED_S;
}

/* Without a path when the text gets a file that no later start knows of. */
static struct handover *handover_begin(struct loop *loop, const struct errand *errand) {
    char stamp[CLOCK_STAMP_SIZE];
    struct stat found;
    struct handover *handover = arena_alloc(&loop->arena, sizeof *handover);
    clock_stamp(clock_now(&loop->browse->clock), stamp);
    *handover = (struct handover){
        .about = {.counter = 1,
                  .time = copy(loop, stamp),
                  .reviewer = loop->desk.work.reviewer,
                  .practice = copy(loop, errand->about.practice),
                  .item = copy(loop, errand->about.item),
                  .field = copy(loop, errand->about.field),
                  .value = copy(loop, errand->text)},
    };
    draft_init(&handover->record);
    event_run(loop->browse->random, handover->about.run);
    if (!record_write(loop, handover)) {
        return handover;
    }
    handover->path = path_of(loop, &handover->record);
    if (lstat(handover->path, &found) == 0) {
        draft_drop(&handover->record);
        handover->path = NULL;
    }
    return handover;
}

/* What the editor has given back; what it has not, is offered at the next start. */
static void outcome_take(struct loop *loop, struct handover *handover, const char *typed,
                         const char *kept, const struct fault *fault) {
    struct stat found;
    const struct statement about = {.practice = handover->about.practice,
                                    .item = handover->about.item,
                                    .field = handover->about.field};
    if (kept) {
        handover->path = kept;
        handover_keep(loop, handover);
        notice_say(&loop->desk,
                   _("Your editor has changed nothing. If it is still open, save there: what you "
                     "save is taken from %s"),
                   kept);
        return;
    }
    if (typed) {
        session_typed(&loop->desk, &about, typed);
    } else {
        notice_say(&loop->desk, "%s", fault_line(fault, &loop->arena));
    }
    if (!typed && handover->path && lstat(handover->path, &found) == 0) {
        draft_leave(&handover->record);
    } else {
        draft_drop(&handover->record);
    }
}

/* Keeps an eye on it. */
static void handover_keep(struct loop *loop, struct handover *handover) {
    struct handover *kept = arena_alloc(&loop->arena, sizeof *kept);
    *kept = *handover;
    kept->next = loop->handovers;
    loop->handovers = kept;
}

/*
 * An editor may be in the middle of writing: what is taken must have been there at two looks, but
 * for the last one.
 */
static bool change_take(struct loop *loop, struct handover *handover, bool last) {
    struct arena scratch;
    struct fault fault;
    struct event *about = &handover->about;
    arena_init(&scratch, loop->arena.end);
    const char *now = external_editor_read(&scratch, handover->path, &fault);
    const bool changed = now && strcmp(now, about->value) != 0;
    const bool settled = changed && (last || (handover->seen && strcmp(now, handover->seen) == 0));
    if (settled) {
        const struct statement words = {
            .practice = about->practice, .item = about->item, .field = about->field};
        about->value = copy(loop, now);
        handover->behind = true;
        notice_say(&loop->desk, _("What you have saved in your editor was taken over."));
        session_typed(&loop->desk, &words, about->value);
    }
    handover->seen = changed && !settled ? copy(loop, now) : NULL;
    arena_free(&scratch);
    return settled;
}

static bool record_write(struct loop *loop, struct handover *handover) {
    const struct draft_home home = home_of(loop);
    struct fault fault;
    return home.folder &&
           draft_keep(&handover->record, &home, &handover->about, &loop->frame, &fault);
}

/* Its folder is NULL when nothing is kept. */
static struct draft_home home_of(const struct loop *loop) {
    struct draft_home home = loop->browse->drafts;
    home.kind = "editor";
    return home;
}

static const char *path_of(struct loop *loop, const struct draft_file *record) {
    return arena_printf(&loop->arena, "%s/%s.txt", record->folder, record->name);
}

static const char *copy(struct loop *loop, const char *text) {
    return arena_copy(&loop->arena, text, strlen(text));
}
