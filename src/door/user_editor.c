#include "vademecum/door/user_editor.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/i18n.h"
#include "vademecum/exchange/external_editor.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    UNTOUCHED_S = 7 * 24 * 60 * 60 /* after which no window of an editor has the file any more */
};

/* A file that an editor may still have open. In the arena of the door. */
struct user_editor {
    struct draft_file record; /* holds none when it could be kept nowhere */
    struct event about;       /* where the text belongs; its value is what was taken last */
    const char *path;         /* of the file with the text */
    const char *seen;         /* another text that it held at the last look; NULL: none */
    bool behind;              /* the record does not say yet what was taken */
    struct user_editor *next;
};

/* Its folder is NULL when nothing is kept. */
static struct draft_home home_of(const struct door *door) {
    struct draft_home home = door->setup->drafts;
    home.kind = "editor";
    return home;
}

static bool found_before(const struct door *door, const struct draft_file *record) {
    const struct user_editor *at = door->editors;
    while (at && (strcmp(at->record.folder, record->folder) != 0 ||
                  strcmp(at->record.name, record->name) != 0)) {
        at = at->next;
    }
    return at;
}

static const char *path_of(struct door *door, const struct draft_file *record) {
    return arena_printf(&door->arena, "%s/%s.txt", record->folder, record->name);
}

/* Whether its window has been open so long without a change that it is forgotten. */
static bool untouched(const struct door *door, const char *path) {
    struct stat found;
    return lstat(path, &found) == 0 &&
           clock_now(&door->setup->clock) - found.st_mtime > UNTOUCHED_S;
}

static bool record_write(struct door *door, struct user_editor *outside) {
    const struct draft_home home = home_of(door);
    struct fault fault;
    return home.folder &&
           draft_keep(&outside->record, &home, &outside->about, &door->frame, &fault);
}

/* Makes a draft of it; without one it is taken over as if saved just now. */
static bool found_draft(struct door *door, struct user_editor *outside, const char *now) {
    struct draft_file draft;
    struct event event = outside->about;
    struct fault fault;
    event.value = now;
    draft_init(&draft);
    if (!draft_keep(&draft, &door->setup->drafts, &event, &door->frame, &fault)) {
        return false;
    }
    draft_leave(&draft);
    outside->about.value = now;
    return record_write(door, outside);
}

/* Keeps an eye on it. */
static void user_editor_keep(struct door *door, struct user_editor *outside) {
    struct user_editor *kept = arena_alloc(&door->arena, sizeof *kept);
    *kept = *outside;
    kept->next = door->editors;
    door->editors = kept;
}

static void found_take(struct door *door, struct draft_file *record, const struct event *event) {
    struct user_editor found = {.record = *record, .about = *event};
    struct fault fault;
    found.path = path_of(door, record);
    const char *now = external_editor_read(&door->arena, found.path, &fault);
    const bool gone = !now && fault.kind == FAULT_WANTING;
    const bool same = now && strcmp(now, event->value) == 0;
    if (gone || (same && untouched(door, found.path))) {
        unlink(found.path);
        draft_drop(&found.record);
        return;
    }
    if (now && !same) {
        found_draft(door, &found, now);
    }
    user_editor_keep(door, &found);
}

void user_editor_find(struct door *door, const char *reviewer) {
    const struct draft_home home = home_of(door);
    struct draft_file record;
    struct event event;
    struct fault fault;
    while (home.folder && draft_take(&record, &home, reviewer, &door->arena, &event, &fault)) {
        /* Stops at one that was found before: without locks each is found for ever. */
        if (found_before(door, &record)) {
            draft_leave(&record);
            return;
        }
        found_take(door, &record, &event);
    }
}

bool user_editor_wrote(const struct door *door, const struct event *draft) {
    const struct user_editor *at = door->editors;
    while (at && (strcmp(at->about.value, draft->value) != 0 ||
                  strcmp(at->about.practice, draft->practice) != 0 ||
                  strcmp(at->about.item, draft->item) != 0 ||
                  strcmp(at->about.field, draft->field) != 0)) {
        at = at->next;
    }
    return at;
}

static const char *copy(struct door *door, const char *text) {
    return arena_copy(&door->arena, text, strlen(text));
}

/* Without a path when the text gets a file that no later start knows of. */
static struct user_editor *user_editor_begin(struct door *door, const struct errand *errand) {
    char stamp[CLOCK_STAMP_SIZE];
    struct stat found;
    struct user_editor *outside = arena_alloc(&door->arena, sizeof *outside);
    clock_stamp(clock_now(&door->setup->clock), stamp);
    *outside = (struct user_editor){
        .about = {.counter = 1,
                  .time = copy(door, stamp),
                  .reviewer = door->desk.work.reviewer,
                  .practice = copy(door, errand->about.practice),
                  .item = copy(door, errand->about.item),
                  .field = copy(door, errand->about.field),
                  .value = copy(door, errand->text)},
    };
    draft_init(&outside->record);
    event_run(door->setup->random, outside->about.run);
    if (!record_write(door, outside)) {
        return outside;
    }
    outside->path = path_of(door, &outside->record);
    if (lstat(outside->path, &found) == 0) {
        draft_drop(&outside->record);
        outside->path = NULL;
    }
    return outside;
}

/* What the editor has given back; what it has not, is offered at the next start. */
static void outcome_take(struct door *door, struct user_editor *outside, const char *typed,
                         const char *kept, const struct fault *fault) {
    struct stat found;
    const struct statement about = {.practice = outside->about.practice,
                                    .item = outside->about.item,
                                    .field = outside->about.field};
    if (kept) {
        outside->path = kept;
        user_editor_keep(door, outside);
        notice_say(&door->desk,
                   _("Your editor has changed nothing. If it is still open, save there: what you "
                     "save is taken from %s"),
                   kept);
        return;
    }
    if (typed) {
        session_typed(&door->desk, &about, typed);
    } else {
        notice_say(&door->desk, "%s", fault_line(fault, &door->arena));
    }
    if (!typed && outside->path && lstat(outside->path, &found) == 0) {
        draft_leave(&outside->record);
    } else {
        draft_drop(&outside->record);
    }
}

void user_editor_edit(struct door *door, const struct errand *errand) {
    struct fault fault;
    const char *kept = NULL;
    struct external_editor editor = door->setup->editor;
    struct user_editor *outside = user_editor_begin(door, errand);
    if (outside->path) {
        editor.folder = outside->record.folder;
        editor.name = strrchr(outside->path, '/') + 1;
    }
    const char *typed = external_editor_edit(&door->arena, &editor, errand->text, &kept, &fault);
    outcome_take(door, outside, typed, kept, &fault);
}

/*
 * An editor may be in the middle of writing: what is taken must have been there at two looks, but
 * for the last one.
 */
static bool change_take(struct door *door, struct user_editor *outside, bool last) {
    struct arena scratch;
    struct fault fault;
    struct event *about = &outside->about;
    arena_init(&scratch, door->arena.end);
    const char *now = external_editor_read(&scratch, outside->path, &fault);
    const bool changed = now && strcmp(now, about->value) != 0;
    const bool settled = changed && (last || (outside->seen && strcmp(now, outside->seen) == 0));
    if (settled) {
        const struct statement words = {
            .practice = about->practice, .item = about->item, .field = about->field};
        about->value = copy(door, now);
        outside->behind = true;
        notice_say(&door->desk, _("What you have saved in your editor was taken over."));
        session_typed(&door->desk, &words, about->value);
    }
    outside->seen = changed && !settled ? copy(door, now) : NULL;
    arena_free(&scratch);
    return settled;
}

/* During a meeting the group's log is written: texts of the one at the keyboard wait, and later the
   other way round. So do those of whoever was there before. */
static bool elsewhere(const struct door *door, const struct user_editor *outside) {
    const char *reviewer = door->desk.work.reviewer;
    return reviewer && strcmp(reviewer, outside->about.reviewer) != 0;
}

void user_editor_name(struct door *door, const char *reviewer) {
    for (struct user_editor *at = door->editors; at; at = at->next) {
        at->about.reviewer = reviewer;
    }
}

bool user_editor_take(struct door *door) {
    const struct asking *asking = door->desk.ask.asking;
    if (session_writes(&door->desk) || (asking && !asking->list)) {
        return false;
    }
    bool taken = false;
    for (struct user_editor *at = door->editors; at; at = at->next) {
        taken |= !elsewhere(door, at) && change_take(door, at, false);
    }
    return taken;
}

void user_editor_saved(struct door *door) {
    /* After a crash before it is saved, it is offered. */
    for (struct user_editor *at = door->editors; at && !changes_unsaved(&door->desk);
         at = at->next) {
        if (at->behind && at->record.file >= 0) {
            record_write(door, at);
        } else if (at->behind) {
            unlink(at->path);
        }
        at->behind = false;
    }
}

void user_editor_end(struct door *door) {
    struct fault fault;
    for (struct user_editor *at = door->editors; at; at = at->next) {
        if (!elsewhere(door, at)) {
            change_take(door, at, true);
        }
    }
    if (changes_wait(&door->desk)) {
        session_save(&door->desk, &fault);
    }
    user_editor_saved(door);
}

void user_editor_leave(struct door *door) {
    for (struct user_editor *at = door->editors; at; at = at->next) {
        draft_leave(&at->record);
    }
}
