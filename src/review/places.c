#include "vademecum/review/places.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/source.h"
#include "vademecum/review/reviewer.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEPT_NAME "reviewer" /* of the file in the folder of settings */

static bool absolute(const char *path) {
    return path && path[0] == '/';
}

/* The program's folder below the one that was chosen, else below the usual one; NULL for none. */
static const char *own_folder(const char *chosen, const char *home, const char *below,
                              struct arena *arena) {
    if (absolute(chosen)) {
        return arena_printf(arena, "%s/vademecum", chosen);
    }
    return absolute(home) ? arena_printf(arena, "%s/%s/vademecum", home, below) : NULL;
}

static bool stated(const char *text) {
    return text && text[0];
}

/* NULL when there is none. */
static const char *reviews_find(const struct environment *environment, struct arena *arena) {
    if (stated(environment->reviews_given)) {
        return environment->reviews_given;
    }
    if (stated(environment->reviews)) {
        return environment->reviews;
    }
    const char *data = own_folder(environment->data_home, environment->home, ".local/share", arena);
    return data ? arena_printf(arena, "%s/reviews", data) : NULL;
}

static void spares_find(struct places *places, const struct environment *environment) {
    const char *const folders[] = {environment->temporary, "/tmp", "/var/tmp", environment->home};
    size_t count = 0;
    struct stat found;
    for (size_t i = 0; i < COUNT(folders); i++) {
        bool wanted = absolute(folders[i]);
        for (size_t j = 0; j < count; j++) {
            wanted = wanted && strcmp(places->spares[j], folders[i]) != 0;
        }
        /* The first one is also where an editor gets its file. */
        if (wanted && (i > 0 || (stat(folders[i], &found) == 0 && S_ISDIR(found.st_mode)))) {
            places->spares[count++] = folders[i];
        }
    }
}

static bool reviewer_take(struct places *places, const char *name, const char *from,
                          struct arena *arena, struct fault *fault) {
    struct fault flaw;
    places->reviewer = name;
    places->named = true;
    return reviewer_check(name, arena, &flaw) ||
           fault_set(fault, FAULT_USAGE, from, 0, NULL, "%s", flaw.text);
}

/* A link that leads nowhere is there. */
static bool nothing_there(const char *path) {
    struct stat found;
    return lstat(path, &found) < 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* The folder that the file with the kept name is in. */
static const char *folder_of(const char *path, struct arena *arena) {
    return arena_copy(arena, path, strlen(path) - strlen("/" KEPT_NAME));
}

/* The first word of the file; NULL when there is no file, or nothing in it. */
static bool word_read(const char *path, struct arena *arena, const char **word,
                      struct fault *fault) {
    static const char blanks[] = " \t\r\n";
    if (nothing_there(path)) {
        return true;
    }
    const char *name = strrchr(path, '/') + 1;
    const char *inside = arena_copy(arena, path, (size_t)(name - path));
    const int folder = folder_open(inside, fault);
    if (folder < 0) {
        return false;
    }
    struct source source;
    const bool read = source_open(&source, arena, folder, name, fault);
    if (read) {
        const char *text = arena_copy(arena, source_bytes(&source), source_ready(&source));
        text += strspn(text, blanks);
        const char *first = arena_copy(arena, text, strcspn(text, blanks));
        *word = first[0] ? first : NULL;
    }
    source_close(&source);
    close(folder);
    if (!read) {
        const char *text = arena_printf(arena, "%s", fault->text);
        fault_set(fault, FAULT_SYSTEM, path, 0, NULL, "%s", text);
    }
    return read;
}

static bool reviewer_find(struct places *places, const struct environment *environment,
                          struct arena *arena, struct fault *fault) {
    if (environment->reviewer_given) {
        return reviewer_take(places, environment->reviewer_given, "-u", arena, fault);
    }
    if (stated(environment->reviewer)) {
        return reviewer_take(places, environment->reviewer, "VADEMECUM_REVIEWER", arena, fault);
    }
    const char *kept = NULL;
    if (places->kept && !word_read(places->kept, arena, &kept, fault)) {
        return false;
    }
    if (kept) {
        return reviewer_take(places, kept, places->kept, arena, fault);
    }
    places->reviewer = reviewer_suggest(arena,
                                        stated(environment->login) ? environment->login : "");
    return true;
}

bool places_find(struct places *places, const struct environment *environment, struct arena *arena,
                 struct fault *fault) {
    const char *settings = own_folder(environment->config_home, environment->home, ".config",
                                      arena);
    *places = (struct places){
        .reviews = reviews_find(environment, arena),
        .kept = settings ? arena_printf(arena, "%s/" KEPT_NAME, settings) : NULL,
    };
    spares_find(places, environment);
    if (!places->reviews) {
        return stated(environment->home)
                   ? fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                               _("There is no folder for your reviews, for HOME is \"%s\", which "
                                 "does not begin with a slash. Name one with -R DIR."),
                               environment->home)
                   : fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                               _("There is no folder for your reviews, for HOME is not set. Name "
                                 "one with -R DIR."));
    }
    return reviewer_find(places, environment, arena, fault);
}

static bool word_keep(const struct places *places, const char *name, const char *word,
                      struct arena *scratch, struct fault *fault) {
    const int folder = folder_open_made(folder_of(places->kept, scratch), fault);
    if (folder < 0) {
        return false;
    }
    const char *line = arena_printf(scratch, "%s\n", word);
    const bool kept = file_replace(folder, name, line, strlen(line), fault);
    close(folder);
    return kept;
}

const char *places_setting(const struct places *places, const char *name, struct arena *arena) {
    const char *word = NULL;
    struct fault fault;
    if (places->kept) {
        word_read(arena_printf(arena, "%s/%s", folder_of(places->kept, arena), name), arena, &word,
                  &fault);
    }
    return word;
}

bool places_set(const struct places *places, const char *name, const char *word,
                struct arena *scratch) {
    struct fault fault;
    return places->kept && word_keep(places, name, word, scratch, &fault);
}

bool places_keep(const struct places *places, const char *reviewer, struct arena *scratch,
                 struct fault *fault) {
    if (!places->kept) {
        return fault_set(
            fault, FAULT_SYSTEM, NULL, 0, NULL, "%s",
            _("Your name cannot be kept, for HOME names no folder. Give it with -u NAME "
              "at each start."));
    }
    return word_keep(places, KEPT_NAME, reviewer, scratch, fault);
}

/* One name for a folder, however it is reached and also before it is there: from the root, and
 * without links as far as it exists. */
static const char *folder_true(struct arena *arena, const char *path) {
    char real[PATH_MAX];
    char *known = arena_printf(arena, "%s", path);
    for (size_t end = strlen(known); end > 1 && known[end - 1] == '/'; end--) {
        known[end - 1] = '\0';
    }
    const char *rest = "";
    while (!realpath(known, real)) {
        char *slash = strrchr(known, '/');
        if (strcmp(known, ".") == 0 || strcmp(known, "/") == 0) {
            return path;
        }
        rest = arena_printf(arena, "/%s%s", slash ? slash + 1 : known, rest);
        known = arena_printf(arena, "%.*s", slash ? (int)(slash - known) : 1, slash ? known : ".");
        known = known[0] ? known : arena_printf(arena, "/");
    }
    return arena_printf(arena, "%s%s", strcmp(real, "/") == 0 ? "" : real, rest);
}

const char *places_mark(struct arena *arena, const char *folder) {
    const char *whole = folder_true(arena, folder);
    return arena_printf(arena, "%016" PRIx64, bytes_hash(BYTES_HASH, whole, strlen(whole)));
}
