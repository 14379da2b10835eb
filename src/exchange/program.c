#include "vademecum/exchange/program.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The words of a command. */
struct words {
    char **list;  /* in the arena of the command */
    size_t count; /* of words in the list */
    size_t room;  /* in the list */
};

static void word_add(struct arena *arena, struct words *words, char *word) {
    words->list = arena_grow(arena, words->list, words->count, &words->room, sizeof *words->list);
    words->list[words->count++] = word;
}

char **program_words(struct arena *arena, const char *command, const char *last) {
    struct words words = {0};
    while (*(command += strspn(command, PROGRAM_BLANKS))) {
        const size_t length = strcspn(command, PROGRAM_BLANKS);
        word_add(arena, &words, arena_copy(arena, command, length));
        command += length;
    }
    word_add(arena, &words, arena_copy(arena, last, strlen(last)));
    word_add(arena, &words, NULL);
    return words.list;
}

int program_start(char *const words[], const posix_spawn_file_actions_t *actions, pid_t *process) {
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigfillset(&signals);
    sigdelset(&signals, SIGKILL);
    sigdelset(&signals, SIGSTOP);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    const int error = posix_spawnp(process, words[0], actions, &attributes, words, environ);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int program_wait(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) {
            return -1;
        }
    }
    return status;
}
