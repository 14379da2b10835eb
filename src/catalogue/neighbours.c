#include "vademecum/catalogue/neighbours.h"

#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/schema.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    NAME_PART_MAX = 64 /* bytes of a file's name without ".csv" */
};

static bool ends(const char *name, const char *ending) {
    const size_t length = strlen(name);
    const size_t tail = strlen(ending);
    return length >= tail && strcasecmp(name + length - tail, ending) == 0;
}

/* As editors name what a file was before. */
static bool is_backup(const char *name) {
    return name[0] == '.' || name[0] == '#' || ends(name, "~") || ends(name, ".bak") ||
           ends(name, ".orig") || ends(name, ".old");
}

/* Whether "csv" stands in the ending, or it is one of a spreadsheet. */
static bool is_table(const char *name) {
    const char *dot = strchr(name, '.');
    return ends(name, ".xlsx") || ends(name, ".xls") || ends(name, ".ods") ||
           ends(name, ".numbers") || (dot && strcasestr(dot, "csv"));
}

/* Whether the name has the first part of the file's, with more or something else around it. */
static bool is_like(const char *name, const char *file) {
    const size_t stem = strlen(file) - strlen(".csv");
    char part[NAME_PART_MAX];
    if (stem >= sizeof part || strcmp(name, file) == 0 || is_backup(name) || !is_table(name)) {
        return false;
    }
    memcpy(part, file, stem);
    part[stem] = '\0';
    const char *at = strcasestr(name, part);
    if (!at) {
        return false;
    }
    const bool before = at == name || !(isalnum((unsigned char)at[-1]) || at[-1] == '_');
    return before && !isalnum((unsigned char)at[stem]) && at[stem] != '_';
}

static bool is_of_catalogue(const char *name) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        if (strcmp(name, schema_get(id)->file) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_file(int folder, const char *name) {
    struct stat found;
    return fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(found.st_mode);
}

static int by_name(const void *one, const void *other) {
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* The names of the files in the folder that are none of a catalogue, sorted. In `arena`. */
static const char **others_list(int folder, struct arena *arena, size_t *count) {
    const char **names = NULL;
    size_t room = 0;
    *count = 0;
    const int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = copy >= 0 ? fdopendir(copy) : NULL;
    if (!entries) {
        if (copy >= 0) {
            close(copy);
        }
        return NULL;
    }
    for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
        if (!is_of_catalogue(entry->d_name) && is_file(folder, entry->d_name)) {
            names = arena_grow(arena, names, *count, &room, sizeof *names);
            names[(*count)++] = arena_copy(arena, entry->d_name, strlen(entry->d_name));
        }
    }
    closedir(entries);
    if (*count > 0) {
        qsort(names, *count, sizeof *names, by_name);
    }
    return names;
}

const char *neighbours_advice(int folder, const char *file, struct arena *arena) {
    struct arena scratch;
    arena_init(&scratch, arena->end);
    size_t count;
    const char **names = others_list(folder, &scratch, &count);
    size_t like = 0;
    while (like < count && !is_like(names[like], file)) {
        like++;
    }
    const char *advice = "";
    if (like < count) {
        advice = arena_printf(
            arena,
            strcasestr(names[like], ".csv")
                ? _(" \"%s\" is there: if it is meant, give it the name \"%s\".")
                : _(" \"%s\" is there: if it is meant, save it as CSV UTF-8 under the name "
                    "\"%s\"."),
            names[like], file);
    }
    arena_free(&scratch);
    return advice;
}

/* Tells of the file when it looks like one of the catalogue that is there. */
static void other_check(int folder, const char *name, struct fault_list *faults) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        const char *file = schema_get(id)->file;
        if (is_like(name, file) && is_file(folder, file)) {
            fault_list_add(faults, FAULT_DEFECT, file, 0, NULL,
                           _("\"%s\" is in the same folder, but it is not read. If you need rows "
                             "from it, copy them to here; then move it to another folder."),
                           name);
            return;
        }
    }
}

void neighbours_check(int folder, struct fault_list *faults) {
    struct arena scratch;
    arena_init(&scratch, faults->arena->end);
    size_t count;
    const char **names = others_list(folder, &scratch, &count);
    for (size_t i = 0; i < count; i++) {
        other_check(folder, names[i], faults);
    }
    arena_free(&scratch);
}
