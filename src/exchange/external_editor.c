#include "vademecum/exchange/external_editor.h"

#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/source.h"
#include "vademecum/exchange/program.h"
#include "vademecum/review/event.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MARK "\xEF\xBB\xBF"
#define SUFFIX ".txt"

enum {
    FILE_MAX = sizeof MARK - 1 + 2 * EVENT_VALUE_MAX + 2 /* bytes: a mark, and each LF as CR LF */
};

/*
 * What signals do to us while the editor has the terminal. SIGTSTP stops us with the editor, for
 * the shell waits for both. Who ignores SIGCHLD never learns how the editor ended.
 */
static const struct manner {
    int signal;
    void (*action)(int);
} manners[] = {
    {SIGINT, SIG_IGN},
    {SIGQUIT, SIG_IGN},
    {SIGTSTP, SIG_DFL},
    {SIGCHLD, SIG_DFL},
};

enum {
    MANNERS = COUNT(manners)
};

/* What they did before. */
struct habits {
    struct sigaction actions[MANNERS]; /* in the order of manners */
    sigset_t blocked;                  /* of all signals */
};

/* Without a name, the one that is found is put into the path. -1: errno says why. */
static int file_begin(char *path, const char *name) {
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    return name ? open(path, flags, S_IRUSR | S_IWUSR)
                : mkostemps(path, sizeof SUFFIX - 1, O_CLOEXEC);
}

/* Writes the text and closes the file. 0, or an errno. */
static int file_fill(int file, const char *text) {
    int error = 0;
    if (!file_write(file, text, strlen(text))) {
        error = errno ? errno : ENOSPC;
    }
    if (close(file) < 0 && error == 0) {
        error = errno;
    }
    return error;
}

/* The path of a new file with the text, from the root; or NULL, and there is no file. */
static const char *file_make(struct arena *scratch, const struct external_editor *editor,
                             const char *text, struct fault *fault) {
    char root[PATH_MAX];
    char *path = NULL;
    int file = -1;
    if (realpath(editor->folder, root)) {
        path = arena_printf(scratch, "%s/%s", root,
                            editor->name ? editor->name : "vademecum-XXXXXX" SUFFIX);
        file = file_begin(path, editor->name);
    }
    int error = errno;
    if (file >= 0) {
        error = file_fill(file, arena_printf(scratch, "%s\n", text));
        if (error == 0) {
            return path;
        }
        unlink(path);
    }
    fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
              _("The file for your editor cannot be written in the folder %s: %s. Set TMPDIR to "
                "another folder."),
              editor->folder, strerror(error));
    return NULL;
}

/* What is ignored is let go only when it is not blocked; else it would come in after the editor. */
static void signals_change(struct habits *before) {
    sigset_t passed;
    sigemptyset(&passed);
    for (size_t i = 0; i < MANNERS; i++) {
        struct sigaction action = {.sa_handler = manners[i].action};
        sigaction(manners[i].signal, &action, &before->actions[i]);
        sigaddset(&passed, manners[i].signal);
    }
    sigprocmask(SIG_UNBLOCK, &passed, &before->blocked);
}

static bool editor_start(struct arena *scratch, const char *command, const char *path,
                         pid_t *editor, struct fault *fault) {
    static const char *const editors[] = {"sensible-editor", "vi", "nano"};
    if (command && command[strspn(command, PROGRAM_BLANKS)]) {
        char **words = program_words(scratch, command, path);
        const int error = program_start(words, NULL, editor);
        return error == 0 ||
               fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                         _("Your editor \"%s\" cannot be started: %s. Set VISUAL or EDITOR to the "
                           "name of one that can."),
                         words[0], strerror(error));
    }
    for (size_t i = 0; i < COUNT(editors); i++) {
        if (program_start(program_words(scratch, editors[i], path), NULL, editor) == 0) {
            return true;
        }
    }
    return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL, "%s",
                     _("No text editor was found. Install one, such as nano, or set EDITOR to the "
                       "name of yours."));
}

static void signals_restore(const struct habits *before) {
    sigprocmask(SIG_SETMASK, &before->blocked, NULL);
    for (size_t i = 0; i < MANNERS; i++) {
        sigaction(manners[i].signal, &before->actions[i], NULL);
    }
}

/* False when no editor could be started. Else `*status` is how it ended. */
static bool editor_run(struct arena *scratch, const char *command, const char *path, int *status,
                       struct fault *fault) {
    struct habits before;
    signals_change(&before);
    pid_t editor;
    const bool started = editor_start(scratch, command, path, &editor, fault);
    if (started) {
        *status = program_wait(editor);
    }
    signals_restore(&before);
    return started;
}

static bool status_check(int status, struct fault *fault) {
    if (status == 0) {
        return true;
    }
    if (WIFSIGNALED(status)) {
        return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                         _("Your editor was ended by a signal (%s), so nothing was taken over."),
                         strsignal(WTERMSIG(status)));
    }
    return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                     _("Your editor says that it failed (exit status %d), so nothing was taken "
                       "over."),
                     WEXITSTATUS(status));
}

static char *source_load(struct source *source, struct arena *scratch, size_t *length,
                         struct fault *fault) {
    if (source->opened.st_size > FILE_MAX) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("This text is too long to be kept. Shorten it, or cut it in two."));
        return NULL;
    }
    char *text = arena_alloc(scratch, (size_t)source->opened.st_size + 1);
    size_t ready;
    while ((ready = source_ready(source)) > 0) {
        memcpy(text + *length, source_bytes(source), ready);
        *length += ready;
        source_take(source, ready);
        if (!source_fill(source, fault)) {
            return NULL;
        }
    }
    return text;
}

/* By its name, for an editor may have put another file in its place. */
static char *file_load(struct arena *scratch, const char *path, size_t *length,
                       struct fault *fault) {
    const char *name = strrchr(path, '/') + 1;
    const int folder = folder_open(arena_copy(scratch, path, (size_t)(name - path)), fault);
    if (folder < 0) {
        return NULL;
    }
    char *text = NULL;
    struct source source;
    if (source_open(&source, scratch, folder, name, fault)) {
        text = source_load(&source, scratch, length, fault);
    }
    source_close(&source);
    close(folder);
    return text;
}

/* The text without a byte-order mark and one line end, however the editor writes them. */
static const char *value_make(struct arena *arena, char *text, size_t length, struct fault *fault) {
    const bool whole = strlen(text) == length;
    if (length > 0 && text[length - 1] == '\n') {
        text[--length] = '\0';
    }
    if (length > 0 && text[length - 1] == '\r') {
        text[--length] = '\0';
    }
    const size_t mark = strncmp(text, MARK, sizeof MARK - 1) == 0 ? sizeof MARK - 1 : 0;
    const char *value = event_value(arena, text + mark, fault);
    if (value && !whole) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("This text holds a control character, which no text may. Type it anew."));
        return NULL;
    }
    return value;
}

static void path_tell(struct arena *scratch, const char *path, struct fault *fault) {
    if (fault->kind == FAULT_WANTING) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                  _("Your editor has left no text. It should be in this file: %s"), path);
        return;
    }
    const char *why = arena_copy(scratch, fault->text, strlen(fault->text));
    fault_set(fault, fault->kind, NULL, 0, NULL, _("%s Your text is still in this file: %s"), why,
              path);
}

/* NULL, and the fault also tells where the file is, when there is nothing to take. */
static const char *value_take(struct arena *arena, struct arena *scratch, int status,
                              const char *path, struct fault *fault) {
    const char *value = NULL;
    if (status_check(status, fault)) {
        size_t length = 0;
        char *text = file_load(scratch, path, &length, fault);
        value = text ? value_make(arena, text, length, fault) : NULL;
    }
    if (!value) {
        path_tell(scratch, path, fault);
    }
    return value;
}

const char *external_editor_edit(struct arena *arena, const struct external_editor *editor,
                                 const char *text, const char **kept, struct fault *fault) {
    struct arena scratch;
    arena_init(&scratch, arena->end);
    const char *value = NULL;
    const char *path = file_make(&scratch, editor, text, fault);
    int status = 0;
    const bool ran = path && editor_run(&scratch, editor->command, path, &status, fault);
    if (ran) {
        value = value_take(arena, &scratch, status, path, fault);
    }
    /* What the user may have typed, or may be typing yet, goes only when it was taken. */
    const bool same = value && strcmp(value, text) == 0;
    *kept = same ? arena_copy(arena, path, strlen(path)) : NULL;
    if (path && ((value && !same) || !ran)) {
        unlink(path);
    }
    arena_free(&scratch);
    return value;
}

const char *external_editor_read(struct arena *arena, const char *path, struct fault *fault) {
    struct arena scratch;
    arena_init(&scratch, arena->end);
    const char *value = value_take(arena, &scratch, 0, path, fault);
    arena_free(&scratch);
    return value;
}
