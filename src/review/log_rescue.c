/* Finds rescue files, takes their events up, and removes them once all is in the log. */
#include "vademecum/review/log_parts.h"

#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

const char *log_rescue_prefix(const struct log *log, const char *folder, struct arena *arena) {
    const char *reviewer = log->setup.reviewer;
    if (strcmp(folder, log->setup.folder) == 0) {
        return arena_printf(arena, "%s.rescue-", reviewer);
    }
    return arena_printf(arena, "%s.rescue-%s-", reviewer, log->mark);
}

bool log_rescue_named(const char *prefix, const char *name) {
    const size_t start = strlen(prefix);
    if (strncmp(name, prefix, start) != 0) {
        return false;
    }
    const size_t digits = strspn(name + start, "0123456789");
    return digits > 0 && strcmp(name + start + digits, ".csv") == 0;
}

/* Takes what is new and this reviewer's to the log's own events. Whether all are this reviewer's,
 * and there are any. */
static bool rescue_adopt(struct log *log, struct reading *fresh, const struct reading *one) {
    const struct review_filter filter = {.all = true};
    size_t count;
    const struct event **events = review_list(&one->review, &filter, fresh->arena, &count);
    size_t ours = 0;
    for (size_t i = 0; i < count; i++) {
        const bool own = strcmp(events[i]->reviewer, log->setup.reviewer) == 0;
        if (review_apply(&fresh->review, events[i]) == REVIEW_NEW && own) {
            struct log_event *adopted = log_add(log, events[i]);
            adopted->numbered = true;
            adopted->rescued = true;
            adopted->earlier = true;
        }
        ours += own;
    }
    return ours > 0 && ours == count;
}

/* It can go once its events are saved, unless there is anything else in it. */
static void rescue_take(struct log *log, struct reading *fresh, int folder,
                        const struct rescue *rescue) {
    struct reading one;
    struct fault fault;
    struct rescue read = *rescue;
    reading_init(&one, fresh->arena);
    if (!reading_file(&one, folder, read.name, &read.stamp, &fault)) {
        const struct damage damage = {
            .file = read.name,
            .line = fault.line,
            .why = arena_copy(fresh->arena, fault.text, strlen(fault.text)),
        };
        reading_damage(fresh, &damage);
        return;
    }
    const bool ours = rescue_adopt(log, fresh, &one);
    for (size_t i = 0; i < one.damage_kept; i++) {
        reading_damage(fresh, &one.damage[i]);
    }
    if (ours && one.damage_count == 0) {
        log_rescue_note(log, &read);
    }
}

/* Rescue files in spare folders that have no mark of their folder in the name. */
struct unmarked {
    struct rescue *files; /* not read yet: without stamps */
    size_t count;         /* of `files` */
    size_t room;          /* of `files` */
};

static void unmarked_add(struct unmarked *unmarked, struct arena *arena,
                         const struct rescue *file) {
    unmarked->files = arena_grow(arena, unmarked->files, unmarked->count, &unmarked->room,
                                 sizeof *unmarked->files);
    unmarked->files[unmarked->count++] = *file;
}

static void folder_rescues(struct log *log, struct reading *fresh, const char *path,
                           struct unmarked *unmarked) {
    struct fault fault;
    const char *prefix = log_rescue_prefix(log, path, fresh->arena);
    const struct reading_choice choice = {
        .path = path,
        .prefix = arena_printf(fresh->arena, "%s.rescue-", log->setup.reviewer),
        .ours = strcmp(path, log->setup.folder) != 0,
    };
    const int folder = folder_open(path, &fault);
    if (folder < 0) {
        return;
    }
    const char **names;
    size_t count;
    reading_names(&choice, folder, fresh->arena, &names, &count, &fault);
    for (size_t i = 0; i < count; i++) {
        const struct rescue rescue = {.folder = path, .name = names[i]};
        if (log_rescue_named(prefix, names[i])) {
            rescue_take(log, fresh, folder, &rescue);
        } else if (log_rescue_named(choice.prefix, names[i])) {
            unmarked_add(unmarked, fresh->arena, &rescue);
        }
    }
    close(folder);
}

/* Whether a file holds an event of this reviewer that was not read. */
static bool news_in(const struct log *log, const struct reading *fresh, int folder,
                    const char *name) {
    struct reading one;
    struct fault fault;
    struct stamp stamp;
    const struct review_filter filter = {.reviewer = log->setup.reviewer, .all = true};
    reading_init(&one, fresh->arena);
    size_t count = 0;
    const struct event **events = NULL;
    if (reading_file(&one, folder, name, &stamp, &fault)) {
        events = review_list(&one.review, &filter, fresh->arena, &count);
    }
    size_t known = 0;
    while (known < count && review_knows(&fresh->review, events[known])) {
        known++;
    }
    return known < count;
}

/*
 * Names the rescue files that have no mark, as older versions left them: each may belong to any
 * folder of reviews, and only the user knows to which.
 */
static void unmarked_tell(struct log *log, struct reading *fresh, const struct unmarked *unmarked) {
    struct fault fault;
    for (size_t i = 0; i < unmarked->count; i++) {
        const struct rescue *file = &unmarked->files[i];
        const int folder = folder_open(file->folder, &fault);
        if (folder >= 0 && news_in(log, fresh, folder, file->name)) {
            fault_list_add(&log->notices, FAULT_DEFECT,
                           arena_printf(&log->kept, "%s/%s", file->folder, file->name), 0, NULL,
                           _("This is a rescue file of an older version, with answers that are "
                             "not in your reviews. If they belong here, move it to %s."),
                           log->setup.folder);
        }
        if (folder >= 0) {
            close(folder);
        }
    }
}

void log_rescues_load(struct log *log, struct reading *fresh) {
    struct unmarked unmarked = {.count = 0};
    log->rescue_count = 0;
    folder_rescues(log, fresh, log->setup.folder, &unmarked);
    for (const char *const *spare = log->setup.spares; spare && *spare; spare++) {
        folder_rescues(log, fresh, *spare, &unmarked);
    }
    if (!log->loaded) {
        unmarked_tell(log, fresh, &unmarked);
    }
}

void log_rescue_note(struct log *log, const struct rescue *rescue) {
    for (size_t i = 0; i < log->rescue_count; i++) {
        if (strcmp(log->rescues[i].folder, rescue->folder) == 0 &&
            strcmp(log->rescues[i].name, rescue->name) == 0) {
            log->rescues[i].stamp = rescue->stamp;
            return;
        }
    }
    log->rescues = arena_grow(&log->kept, log->rescues, log->rescue_count, &log->rescue_room,
                              sizeof *log->rescues);
    log->rescues[log->rescue_count] = *rescue;
    log->rescues[log->rescue_count++].name = arena_printf(&log->kept, "%s", rescue->name);
}

/* Leaves the file when another program has added to it, or has put another one there. */
static void rescue_drop(const struct rescue *rescue) {
    struct fault fault;
    const int folder = folder_open(rescue->folder, &fault);
    const int file = folder < 0 ? -1 : file_open_inside(folder, rescue->name, &fault);
    struct stat found;
    if (file >= 0 && file_lock(file) != FILE_BUSY && fstat(file, &found) == 0) {
        const struct stamp now = stamp_of(&found);
        if (stamp_same(&now, &rescue->stamp)) {
            unlinkat(folder, rescue->name, 0);
        }
    }
    if (file >= 0) {
        close(file);
    }
    if (folder >= 0) {
        close(folder);
    }
}

void log_rescues_drop(struct log *log) {
    for (size_t i = 0; i < log->rescue_count; i++) {
        rescue_drop(&log->rescues[i]);
    }
    log->rescue_count = 0;
    log->rescue_name = NULL;
    log->rescue_path = NULL;
}
