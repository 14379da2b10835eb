/*
 * timed [-c] [-o FILE] COMMAND [ARGUMENT]...
 *
 * How long a command takes from its start to its end, and how much memory. Its output goes to FILE
 * (/dev/null), its input is empty. Prints one line: the milliseconds, with -c those of the
 * processor, and the peak of resident memory in KB as wait4 tells it (Linux: never less than what
 * this small program had when it forked).
 *
 * Exit: 0; 1 COMMAND has not ended with status 0; 2 usage, or it could not be started.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    EXIT_USAGE = 2,
    EXIT_NO_COMMAND = 127
};

static void command_become(char **command, const char *output);
static double now(void);
static double processor(const struct rusage *usage);

int main(int argc, char **argv) {
    const char *output = "/dev/null";
    char **command = argv + 1;
    const bool work = argc > 1 && strcmp(argv[1], "-c") == 0;
    command += work;
    argc -= work;
    if (argc > 2 && strcmp(command[0], "-o") == 0) {
        output = command[1];
        command += 2;
    }
    if (!*command) {
        fputs("Usage: timed [-c] [-o FILE] COMMAND [ARGUMENT]...\n", stderr);
        return EXIT_USAGE;
    }
    const double started = now();
    const pid_t pid = fork();
    if (pid == 0) {
        command_become(command, output);
    }
    int status;
    struct rusage usage;
    if (pid < 0 || wait4(pid, &status, 0, &usage) != pid) {
        perror("timed");
        return EXIT_USAGE;
    }
    const double milliseconds = work ? processor(&usage) : now() - started;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "timed: %s has not ended with status 0\n", command[0]);
        return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_COMMAND ? EXIT_USAGE
                                                                           : EXIT_FAILURE;
    }
    printf("%.2f %ld\n", milliseconds, usage.ru_maxrss);
    return EXIT_SUCCESS;
}

static void command_become(char **command, const char *output) {
    const int in = open("/dev/null", O_RDONLY);
    const int out = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (in >= 0 && out >= 0 && dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0) {
        execvp(command[0], command);
    }
    perror(command[0]);
    _exit(EXIT_NO_COMMAND);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Its own time and the kernel's for it. */
static double processor(const struct rusage *usage) {
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3 +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}
