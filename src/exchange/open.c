#include "vademecum/exchange/open.h"

#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/syntax.h"
#include "vademecum/exchange/program.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    FAIL_STEPS = 50, /* looks at a program that may fail at once … */
    FAIL_MS = 10     /* … and the time between two */
};

static const char gaps[] = ":" PROGRAM_BLANKS; /* what may stand before a command in $BROWSER */
static const char openers[] = "xdg-open";      /* when $BROWSER has no command */

bool open_possible(const char *url, struct fault *fault) {
    const enum syntax_url form = syntax_url(url);
    if (form == URL_SOUND) {
        return true;
    }
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("This address is not opened, for %s: %s"),
              syntax_url_reason(form), text_clean_line(&scratch, url, LETTERS_ALL));
    arena_free(&scratch);
    return false;
}

/*
 * Has exec close all but input, output and error output. It closes what we opened anyway, but we
 * may have been started with others open, and the terminal may be among them.
 */
static void descriptors_withhold(void) {
    DIR *folder = opendir("/dev/fd");
    const struct dirent *entry;
    while (folder && (entry = readdir(folder))) {
        const int descriptor = atoi(entry->d_name);
        if (descriptor > STDERR_FILENO) {
            fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        }
    }
    if (folder) {
        closedir(folder);
    }
}

/* Whether it goes on, or has ended well: where no browser is installed it soon fails. */
static bool program_serves(pid_t program) {
    const struct timespec pause = {.tv_nsec = FAIL_MS * 1000000L};
    int status = 0;
    pid_t ended = 0;
    for (int i = 0; i < FAIL_STEPS && ended == 0; i++) {
        nanosleep(&pause, NULL);
        ended = waitpid(program, &status, WNOHANG);
    }
    return ended == 0 || status == 0;
}

static bool program_spawn(char *const words[]) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
    }
    pid_t program;
    const int error = program_start(words, &actions, &program);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 && program_serves(program);
}

/* The word with the address for "%s", which sets `placed`, and "%" for "%%". */
static char *word_fill(struct arena *scratch, const char *word, const char *address, bool *placed) {
    size_t size = strlen(word) + 1;
    for (const char *place = word; (place = strstr(place, "%s")); place++) {
        size += strlen(address);
    }
    char *filled = arena_alloc(scratch, size);
    char *end = filled;
    for (; *word; word++) {
        if (word[0] == '%' && word[1] == 's') {
            end = stpcpy(end, address);
            *placed = true;
            word++;
        } else {
            *end++ = *word;
            word += word[0] == '%' && word[1] == '%';
        }
    }
    return filled;
}

/*
 * The command, which holds more than blanks, as the argv of its program. The "%s" behind it is for
 * the address when no other word had a place for it.
 */
static char **command_split(struct arena *scratch, const char *command, const char *address) {
    char **words = program_words(scratch, command, "%s");
    bool placed = false;
    size_t i = 0;
    for (; words[i + 1]; i++) {
        words[i] = word_fill(scratch, words[i], address, &placed);
    }
    words[i] = placed ? NULL : word_fill(scratch, words[i], address, &placed);
    return words;
}

/*
 * In the process in between. It leaves the terminal first, so a program that it starts has none
 * and, as it does not lead the session, can get none.
 */
static bool commands_try(const char *commands, const char *address) {
    setsid();
    descriptors_withhold();
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    bool started = false;
    while (!started && *(commands += strspn(commands, gaps))) {
        const size_t length = strcspn(commands, ":");
        const char *command = arena_copy(&scratch, commands, length);
        started = program_spawn(command_split(&scratch, command, address));
        commands += length;
    }
    arena_free(&scratch);
    return started;
}

/*
 * Whether a program could be started, and did not fail. That is done by a process in between, which
 * ends soon and is waited for. So the program is no child of ours: it cannot become a zombie, and
 * nobody has to remember it, however long it runs. posix_spawn alone could not do that; fork and
 * exec alone would need a pipe to tell that there is no such program.
 *
 * There is one thread only, so the process in between may call what it likes. It tries all the
 * commands, for with a large catalogue in memory the fork takes tens of milliseconds.
 */
static bool opener_start(const char *commands, const char *address) {
    /* Who ignores SIGCHLD never learns how the process in between ended. */
    const struct sigaction plain = {.sa_handler = SIG_DFL};
    struct sigaction before;
    sigaction(SIGCHLD, &plain, &before);
    const pid_t between = fork();
    if (between == 0) {
        _exit(commands_try(commands, address) ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    const bool started = between > 0 && program_wait(between) == 0;
    sigaction(SIGCHLD, &before, NULL);
    return started;
}

bool open_address(const char *url, const char *browser, bool desktop, struct fault *fault) {
    if (!open_possible(url, fault)) {
        return false;
    }
    const bool chosen = browser && browser[strspn(browser, gaps)];
    if (!chosen && !desktop) {
        return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                         _("Copy this address: %s (there is no desktop here to open it on)"), url);
    }
    if (opener_start(chosen ? browser : openers, url)) {
        return true;
    }
    if (chosen) {
        return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                         _("Copy this address: %s (\"%s\" of BROWSER did not open it)"), url,
                         browser);
    }
    return fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
                     _("Copy this address: %s (no program opened it; that needs a browser, and "
                       "xdg-open of the package xdg-utils)"),
                     url);
}

static bool inside_check(const char *folder, const char *path, struct fault *fault) {
    const int opened = folder_open(folder, fault);
    if (opened < 0) {
        return false;
    }
    const int file = file_open_inside(opened, path, fault);
    close(opened);
    if (file < 0) {
        return false;
    }
    close(file);
    return true;
}

static bool file_refuse(enum syntax_file form, const char *path, struct fault *fault) {
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("This file is not opened, for %s: %s"),
              syntax_file_reason(form), text_clean_line(&scratch, path, LETTERS_ALL));
    arena_free(&scratch);
    return false;
}

/*
 * The opener gets a path from the root: it cannot take one for an option, and the folder on the way
 * to the file is the one that was checked, whatever becomes of a link that the user named.
 */
bool open_file(const char *catalogue, const char *path, struct fault *fault) {
    char folder[PATH_MAX];
    if (!realpath(catalogue, folder)) {
        return fault_set_errno(fault, catalogue, errno, _("This folder cannot be opened"));
    }
    if (!inside_check(folder, path, fault)) {
        return false;
    }
    const enum syntax_file form = syntax_file(path);
    if (form != FILE_SOUND) {
        return file_refuse(form, path, fault);
    }
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    const bool opened = open_own(arena_printf(&scratch, "%s/%s", folder, path), fault);
    arena_free(&scratch);
    return opened;
}

bool open_own(const char *path, struct fault *fault) {
    if (opener_start(openers, path)) {
        return true;
    }
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL,
              _("No program opened this file; open it yourself: %s"),
              text_clean_line(&scratch, path, LETTERS_ALL));
    arena_free(&scratch);
    return false;
}
