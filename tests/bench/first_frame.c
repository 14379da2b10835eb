/*
 * first_frame [-s COLUMNSxROWS] [-k KEYS] [-l SECONDS] -u TEXT [-o TEXT] [-u TEXT [-o TEXT]]...
 *             COMMAND [ARGUMENT]...
 *
 * How long a program takes to show its first screen, and how much memory. Starts COMMAND on a
 * pseudo-terminal of that size (80x24), waits until its output has held each TEXT, in this order,
 * byte for byte; behind -o stands what will do as well. Then types KEYS ("q") and waits for its
 * end. Prints one line: the milliseconds from before fork until the last TEXT was read, and the
 * peak of resident memory in KB as wait4 tells it (Linux: of COMMAND and of what it has waited for,
 * and never less than what this small program had when it forked). Nothing answers what a program
 * may ask its terminal.
 *
 * Exit: 0 measured; 1 a TEXT has not appeared, or COMMAND has not ended with status 0, within
 * SECONDS (10); 2 usage, or no pseudo-terminal.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    TEXTS_MOST = 8,
    OUTPUT_MOST = 1 << 18, /* bytes until the first screen is there */
    TAIL_SHOWN = 400,      /* bytes of output that a failure shows */
    EXIT_USAGE = 2,
    EXIT_NO_COMMAND = 127
};

/* What is to appear. */
struct text {
    const char *one;
    const char *other; /* will do as well; NULL: there is none */
};

/* What the command line asks for. */
struct wish {
    struct winsize size;           /* of the pseudo-terminal */
    struct text texts[TEXTS_MOST]; /* in this order */
    int text_count;                /* at least 1 */
    const char *keys;              /* that end the program */
    double limit;                  /* milliseconds, for the screen and again for the end */
    char **command;                /* ends with NULL */
};

/* A program that was started. */
struct run {
    pid_t pid;                /* of the program, which leads its own session */
    int terminal;             /* our side of the pseudo-terminal, non-blocking */
    double started;           /* milliseconds of the monotonic clock */
    char output[OUTPUT_MOST]; /* what it has written */
    size_t length;            /* bytes of it */
};

static bool wish_read(struct wish *wish, int argc, char **argv);
static bool run_start(struct run *run, const struct wish *wish);
static void program_become(const struct wish *wish, const char *terminal);
static bool run_wait_frame(struct run *run, const struct wish *wish, double *milliseconds);
static size_t text_end(const struct run *run, size_t start, const char *text);
static bool run_end(struct run *run, const struct wish *wish, long *kilobytes);
static ssize_t run_read(const struct run *run, char *bytes, size_t room, double until);
static void run_give_up(const struct run *run, const char *text);
static void run_complain(const struct run *run, const char *what, const char *text);
static double now(void);

int main(int argc, char **argv) {
    struct wish wish;
    struct run run;
    double milliseconds = 0;
    long kilobytes = 0;
    if (!wish_read(&wish, argc, argv)) {
        fputs("Usage: first_frame [-s COLUMNSxROWS] [-k KEYS] [-l SECONDS] -u TEXT [-o TEXT] "
              "[-u TEXT [-o TEXT]]... COMMAND [ARGUMENT]...\n",
              stderr);
        return EXIT_USAGE;
    }
    if (!run_start(&run, &wish)) {
        fprintf(stderr, "first_frame: no pseudo-terminal: %s\n", strerror(errno));
        return EXIT_USAGE;
    }
    if (!run_wait_frame(&run, &wish, &milliseconds) || !run_end(&run, &wish, &kilobytes)) {
        return EXIT_FAILURE;
    }
    printf("%.3f %ld\n", milliseconds, kilobytes);
    return EXIT_SUCCESS;
}

static bool wish_read(struct wish *wish, int argc, char **argv) {
    *wish = (struct wish){.size = {.ws_col = 80, .ws_row = 24}, .keys = "q", .limit = 10e3};
    int option;
    while ((option = getopt(argc, argv, "+s:k:l:u:o:")) != -1) {
        if (option == 's') {
            if (sscanf(optarg, "%4hux%4hu", &wish->size.ws_col, &wish->size.ws_row) != 2) {
                return false;
            }
        } else if (option == 'k') {
            wish->keys = optarg;
        } else if (option == 'l') {
            wish->limit = strtod(optarg, NULL) * 1e3;
        } else if (option == 'u' && wish->text_count < TEXTS_MOST) {
            wish->texts[wish->text_count++] = (struct text){optarg, NULL};
        } else if (option == 'o' && wish->text_count > 0) {
            wish->texts[wish->text_count - 1].other = optarg;
        } else {
            return false;
        }
    }
    wish->command = argv + optind;
    return wish->text_count > 0 && optind < argc;
}

static bool run_start(struct run *run, const struct wish *wish) {
    run->length = 0;
    run->terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (run->terminal < 0 || grantpt(run->terminal) != 0 || unlockpt(run->terminal) != 0 ||
        ioctl(run->terminal, TIOCSWINSZ, &wish->size) != 0 ||
        fcntl(run->terminal, F_SETFL, O_NONBLOCK) != 0) {
        return false;
    }
    const char *name = ptsname(run->terminal);
    if (!name) {
        return false;
    }
    run->started = now();
    run->pid = fork();
    if (run->pid == 0) {
        program_become(wish, name);
    }
    return run->pid > 0;
}

/* In the child; does not return. What fails here is read by the parent as output. */
static void program_become(const struct wish *wish, const char *terminal) {
    setsid();
    const int fd = open(terminal, O_RDWR);
    if (fd < 0) {
        _exit(EXIT_NO_COMMAND);
    }
    ioctl(fd, TIOCSCTTY, 0);
    for (int standard = STDIN_FILENO; standard <= STDERR_FILENO; standard++) {
        dup2(fd, standard);
    }
    if (fd > STDERR_FILENO) {
        close(fd);
    }
    execvp(wish->command[0], wish->command);
    dprintf(STDERR_FILENO, "%s: %s\n", wish->command[0], strerror(errno));
    _exit(EXIT_NO_COMMAND);
}

static bool run_wait_frame(struct run *run, const struct wish *wish, double *milliseconds) {
    size_t searched = 0;
    int seen = 0;
    while (seen < wish->text_count) {
        const ssize_t got = run_read(run, run->output + run->length,
                                     sizeof run->output - run->length, run->started + wish->limit);
        *milliseconds = now() - run->started;
        if (got <= 0) {
            run_give_up(run, wish->texts[seen].one);
            return false;
        }
        run->length += (size_t)got;
        while (seen < wish->text_count) {
            const struct text *text = &wish->texts[seen];
            const size_t one = text_end(run, searched, text->one);
            const size_t end = one || !text->other ? one : text_end(run, searched, text->other);
            if (end == 0) {
                break;
            }
            searched = end;
            seen++;
        }
    }
    return true;
}

/* Where the text ends in what was written from `start` on; 0 when it is not there. */
static size_t text_end(const struct run *run, size_t start, const char *text) {
    const char *found = memmem(run->output + start, run->length - start, text, strlen(text));
    return found ? (size_t)(found - run->output) + strlen(text) : 0;
}

static bool run_end(struct run *run, const struct wish *wish, long *kilobytes) {
    const double until = now() + wish->limit;
    const size_t length = strlen(wish->keys);
    if (write(run->terminal, wish->keys, length) != (ssize_t)length) {
        run_give_up(run, "its end");
        return false;
    }
    /* It may not be able to end before somebody has read its last words. */
    ssize_t got;
    run->length = 0;
    while ((got = run_read(run, run->output, sizeof run->output, until)) > 0) {
        run->length = (size_t)got;
    }
    if (got < 0) {
        run_give_up(run, "its end");
        return false;
    }
    struct rusage usage;
    int status = 0;
    wait4(run->pid, &status, 0, &usage);
    *kilobytes = usage.ru_maxrss;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        run_complain(run, "it ended, but not with status 0, after", wish->keys);
        return false;
    }
    return true;
}

/* Returns the bytes read, 0 when the program has closed its terminal, -1 when `until` is over. */
static ssize_t run_read(const struct run *run, char *bytes, size_t room, double until) {
    const double left = until - now();
    struct pollfd output = {.fd = run->terminal, .events = POLLIN};
    if (left <= 0 || poll(&output, 1, (int)left + 1) != 1) {
        return -1;
    }
    const ssize_t got = read(run->terminal, bytes, room);
    return got > 0 ? got : 0;
}

static void run_give_up(const struct run *run, const char *text) {
    kill(run->pid, SIGKILL);
    waitpid(run->pid, NULL, 0);
    run_complain(run, "waited in vain for", text);
}

static void run_complain(const struct run *run, const char *what, const char *text) {
    const size_t shown = run->length < TAIL_SHOWN ? run->length : TAIL_SHOWN;
    fprintf(stderr, "first_frame: %s \"%s\". The last output was:\n", what, text);
    for (size_t i = run->length - shown; i < run->length; i++) {
        const unsigned char byte = (unsigned char)run->output[i];
        fputc(byte < ' ' || byte == 0x7f ? '.' : byte, stderr);
    }
    fputc('\n', stderr);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}
