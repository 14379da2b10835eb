#include "vademecum/exchange/deliver.h"

#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    NAMES_MAX = 1000, /* numbers that are tried behind a taken name */
    LINE_MAX_BYTES = 4096
};

static bool folder_is(const char *path) {
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

/* The value of a line of user-dirs.dirs: "$HOME/…" or a path from the root, between quotation
 * marks, with a backslash before signs of the shell. NULL for any other line. */
static const char *documents_line(const char *line, const char *home, struct arena *arena) {
    static const char key[] = "XDG_DOCUMENTS_DIR=\"";
    static const char below[] = "$HOME/";
    line += strspn(line, " \t");
    if (strncmp(line, key, sizeof key - 1) != 0) {
        return NULL;
    }
    line += sizeof key - 1;
    const bool at_home = strncmp(line, below, sizeof below - 1) == 0;
    if ((!at_home && line[0] != '/') || (at_home && !home)) {
        return NULL;
    }
    line += at_home ? sizeof below - 1 : 0;
    char *path = arena_alloc(arena, strlen(line) + 1);
    size_t length = 0;
    for (; *line && *line != '"' && *line != '\n'; line++) {
        line += *line == '\\' && line[1] ? 1 : 0;
        path[length++] = *line;
    }
    path[length] = '\0';
    return at_home ? arena_printf(arena, "%s/%s", home, path) : path;
}

/* The folder that user-dirs.dirs names, or NULL. */
static const char *documents_read(const char *settings, const char *home, struct arena *arena) {
    FILE *file = fopen(arena_printf(arena, "%s/user-dirs.dirs", settings), "re");
    if (!file) {
        return NULL;
    }
    const char *found = NULL;
    char line[LINE_MAX_BYTES];
    while (fgets(line, sizeof line, file)) {
        const char *path = documents_line(line, home, arena);
        found = path ? path : found;
    }
    fclose(file);
    return found && folder_is(found) ? found : NULL;
}

static const char *absolute(const char *path) {
    return path && path[0] == '/' ? path : NULL;
}

const char *deliver_documents(const struct environment *environment, struct arena *arena) {
    const char *home = absolute(environment->home);
    const char *settings = absolute(environment->config_home);
    if (!settings && home) {
        settings = arena_printf(arena, "%s/.config", home);
    }
    const char *documents = settings ? documents_read(settings, home, arena) : NULL;
    return documents ? documents : home;
}

/* Undoes the escapes of a mount table in place: "\040" is a blank. */
static void mount_unescape(char *text) {
    char *to = text;
    for (; *text; text++) {
        unsigned code = 0;
        int taken = 0;
        if (*text == '\\' && sscanf(text, "\\%3o%n", &code, &taken) == 1 && taken == 4) {
            *to++ = (char)code;
            text += taken - 1;
        } else {
            *to++ = *text;
        }
    }
    *to = '\0';
}

static bool stick_is(const char *path) {
    static const char *const above[] = {"/media/", "/run/media/"};
    for (size_t i = 0; i < COUNT(above); i++) {
        if (strncmp(path, above[i], strlen(above[i])) == 0) {
            return folder_is(path) && access(path, W_OK) == 0;
        }
    }
    return false;
}

const char *const *deliver_sticks(const char *mounts, struct arena *arena, size_t *count) {
    const char **sticks = NULL;
    size_t room = 0;
    *count = 0;
    FILE *file = fopen(mounts, "re");
    if (!file) {
        return NULL;
    }
    char line[LINE_MAX_BYTES];
    while (fgets(line, sizeof line, file)) {
        char *rest = line;
        strtok_r(line, " ", &rest);
        char *path = strtok_r(NULL, " ", &rest);
        if (!path) {
            continue;
        }
        mount_unescape(path);
        if (stick_is(path)) {
            sticks = arena_grow(arena, sticks, *count, &room, sizeof *sticks);
            sticks[(*count)++] = arena_printf(arena, "%s", path);
        }
    }
    fclose(file);
    return sticks;
}

/* The name, with a number before its ending for all but the first try. */
static const char *name_try(struct arena *arena, const char *name, int number) {
    if (number == 1) {
        return name;
    }
    const char *stem = file_stem(arena, name);
    return arena_printf(arena, "%s-%d%s", stem, number, name + strlen(stem));
}

/* The first free name, or NULL. */
static const char *name_free(int folder, const char *name, struct arena *arena) {
    struct stat found;
    for (int number = 1; number <= NAMES_MAX; number++) {
        const char *tried = name_try(arena, name, number);
        if (fstatat(folder, tried, &found, AT_SYMLINK_NOFOLLOW) < 0 && errno == ENOENT) {
            return tried;
        }
    }
    return NULL;
}

const char *deliver_name(const char *folder, const char *name, struct arena *arena) {
    struct fault fault;
    const int opened = folder_open(folder, &fault);
    const char *chosen = opened < 0 ? NULL : name_free(opened, name, arena);
    if (opened >= 0) {
        close(opened);
    }
    return chosen ? chosen : name;
}

static bool folder_write(int folder, const char *name, const char *bytes, size_t length,
                         struct arena *arena, const char **written, struct fault *fault) {
    const char *chosen = name_free(folder, name, arena);
    if (!chosen) {
        return fault_set(fault, FAULT_SYSTEM, name, 0, NULL, "%s",
                         _("This name cannot be used here. Give another one."));
    }
    *written = chosen;
    return file_replace(folder, chosen, bytes, length, fault);
}

bool deliver_file(const char *path, const char *bytes, size_t length, struct arena *arena,
                  const char **written, struct fault *fault) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *above = !slash          ? "."
                        : slash == path ? "/"
                                        : arena_copy(arena, path, (size_t)(slash - path));
    if (!name[0] || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        return fault_set(fault, FAULT_USAGE, path, 0, NULL, "%s",
                         _("This is a folder. Name a file in it."));
    }
    const int folder = folder_open(above, fault);
    if (folder < 0) {
        return false;
    }
    const bool done = folder_write(folder, name, bytes, length, arena, written, fault);
    close(folder);
    char whole[PATH_MAX];
    if (done && realpath(above, whole)) {
        *written = arena_printf(arena, "%s/%s", strcmp(whole, "/") == 0 ? "" : whole, *written);
    }
    return done;
}
