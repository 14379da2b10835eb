#include "pty.h"

#include "vademecum/desk/keymap.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum {
    READ_SIZE = 65536,
    LOOK_MS = 5,  /* between two looks at what makes no output */
    SIGNALS = 32, /* above those of POSIX */
    ROWS = 24,    /* of a terminal that tells no size: those of terminfo */
    COLUMNS = 80
};

static void terminal_open(struct pty *pty, const struct launch *launch);
static void process_run(const struct pty *pty, const struct launch *launch)
    __attribute__((noreturn));
static void signals_set(const struct launch *launch);
static void place_set(int descriptor, enum launch_place place, int terminal);
static bool output_take(struct pty *pty, int timeout);
static bool end_look(struct pty *pty);
static bool restored(const struct pty *pty);
static const char *squeezed(struct pty *pty);
static const char *difference(struct pty *pty, const char *page, const char *screen);
static const char *key_bytes(int key, char single[]);

void pty_start(struct pty *pty, const struct launch *launch) {
    const struct winsize size = {.ws_row = (unsigned short)launch->rows,
                                 .ws_col = (unsigned short)launch->columns};
    *pty = (struct pty){.master = -1, .slave = -1};
    arena_init(&pty->arena, (struct arena_end){0});
    arena_init(&pty->scratch, (struct arena_end){0});
    terminal_open(pty, launch);
    ck_assert_int_eq(ioctl(pty->master, TIOCSWINSZ, &size), 0);
    ck_assert_int_eq(tcgetattr(pty->slave, &pty->before), 0);
    pty->process = fork();
    ck_assert_int_ge(pty->process, 0);
    if (pty->process == 0) {
        process_run(pty, launch);
    }
}

void pty_close(struct pty *pty) {
    if (!pty->ended) {
        kill(pty->process, SIGKILL);
        waitpid(pty->process, NULL, 0);
    }
    pty_hang_up(pty);
    close(pty->slave);
    arena_free(&pty->scratch);
    arena_free(&pty->arena);
}

void pty_send(struct pty *pty, const char *bytes, size_t length) {
    long long deadline = pty_now() + PTY_DEADLINE_MS;
    while (length) {
        /* It must go on to be read while it takes long to be typed. */
        const ssize_t written = write(pty->master, bytes, length);
        ck_assert_msg(written > 0 || errno == EAGAIN, "the terminal takes nothing");
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
            deadline = pty_now() + PTY_DEADLINE_MS;
        } else {
            output_take(pty, LOOK_MS);
        }
        ck_assert_msg(pty_now() < deadline, "what was typed is not taken: %zu bytes, after %f s",
                      length, pty_seconds(pty));
    }
}

void pty_press(struct pty *pty, const char *keys) {
    while (*keys) {
        char single[MB_LEN_MAX + 1] = "";
        const int key = keymap_parse(&keys);
        ck_assert_msg(key != PRESS_NONE, "no key: %s", keys);
        const char *bytes = key_bytes(key, single);
        ck_assert_msg(bytes, "this terminal has no key 0x%x", (unsigned)key);
        pty_send(pty, bytes, strlen(bytes));
    }
}

void pty_resize(struct pty *pty, int rows, int columns) {
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    while (output_take(pty, 0)) {
    }
    grid_resize(&pty->emulator.grid, rows, columns);
    ck_assert_int_eq(ioctl(pty->master, TIOCSWINSZ, &size), 0);
}

const char *pty_page(struct pty *pty) {
    arena_empty(&pty->scratch);
    return grid_page(&pty->emulator.grid, &pty->scratch);
}

void pty_await_page(struct pty *pty, const char *page) {
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    while (strcmp(pty_page(pty), page) != 0 && pty_now() < deadline && !end_look(pty)) {
        output_take(pty, LOOK_MS);
    }
    const char *screen = pty_page(pty);
    ck_assert_msg(strcmp(screen, page) == 0, "the screen is not as expected:\n%s%s",
                  difference(pty, page, screen), pty->emulator.complaint);
    pty_sound(pty);
}

void pty_await_text(struct pty *pty, const char *text) {
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    while (!strstr(squeezed(pty), text) && pty_now() < deadline && !end_look(pty)) {
        output_take(pty, LOOK_MS);
    }
    ck_assert_msg(strstr(squeezed(pty), text), "there is no %s on the screen:\n%s%s", text,
                  pty_page(pty), pty->emulator.complaint);
    pty_sound(pty);
}

void pty_await_end(struct pty *pty) {
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    while (!end_look(pty) && pty_now() < deadline) {
        output_take(pty, LOOK_MS);
    }
    ck_assert_msg(pty->ended, "the program does not end; the screen:\n%s", pty_page(pty));
    while (pty->master >= 0 && output_take(pty, LOOK_MS)) {
    }
}

void pty_await_stop(struct pty *pty) {
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    int status = 0;
    while (waitpid(pty->process, &status, WNOHANG | WUNTRACED) == 0 && pty_now() < deadline) {
        output_take(pty, LOOK_MS);
    }
    ck_assert_msg(WIFSTOPPED(status), "the program has not stopped; the screen:\n%s",
                  pty_page(pty));
}

void pty_await_nothing(struct pty *pty, int milliseconds) {
    const long long end = pty_now() + milliseconds;
    const char *before = arena_printf(&pty->arena, "%s", pty_page(pty));
    for (long long left = milliseconds; left > 0; left = end - pty_now()) {
        output_take(pty, (int)left);
    }
    const char *screen = pty_page(pty);
    ck_assert_msg(strcmp(screen, before) == 0, "something happened:\n%s",
                  difference(pty, before, screen));
}

void pty_await_restored(struct pty *pty) {
    const long long deadline = pty_now() + PTY_DEADLINE_MS;
    while (!restored(pty) && pty_now() < deadline) {
        output_take(pty, LOOK_MS);
    }
    const struct emulator_modes *modes = &pty->emulator.modes;
    ck_assert_msg(restored(pty),
                  "left behind: alternate %d, keypad %d, hidden %d, pastes %d, mouse %d, "
                  "rendered %d, drawing %d, inserts %d, stopped %d, or the terminal's settings",
                  modes->alternate, modes->keypad, modes->hidden, modes->pastes, modes->mouse,
                  modes->rendered, modes->drawing, modes->inserts, modes->stopped);
    emulator_finish(&pty->emulator);
    pty_sound(pty);
}

void pty_sound(struct pty *pty) {
    ck_assert_msg(!pty->emulator.complaint[0], "%s", pty->emulator.complaint);
}

void pty_hang_up(struct pty *pty) {
    if (pty->master >= 0) {
        close(pty->master);
        pty->master = -1;
    }
}

double pty_seconds(const struct pty *pty) {
    clockid_t clock;
    struct timespec taken;
    ck_assert_int_eq(clock_getcpuclockid(pty->process, &clock), 0);
    ck_assert_int_eq(clock_gettime(clock, &taken), 0);
    return (double)taken.tv_sec + (double)taken.tv_nsec / 1e9;
}

void pty_walk(struct pty *pty, const struct launch *launch, const char *keys) {
    const char *script = "<Page>";
    const char *rest = keys;
    while (*rest) {
        const char *start = rest;
        ck_assert_int_ne(keymap_parse(&rest), PRESS_NONE);
        script = arena_printf(&pty->arena, "%s%.*s<Page>", script, (int)(rest - start), start);
    }
    size_t count = 0;
    const char **pages = launch_pages(&pty->arena, launch, script, &count);
    pty_await_page(pty, pages[0]);
    for (size_t i = 1; i < count; i++) {
        const char *start = keys;
        keymap_parse(&keys);
        pty_press(pty, arena_printf(&pty->arena, "%.*s", (int)(keys - start), start));
        pty_await_page(pty, pages[i]);
    }
}

long long pty_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void terminal_open(struct pty *pty, const struct launch *launch) {
    pty->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    ck_assert_int_ge(pty->master, 0);
    ck_assert_int_eq(grantpt(pty->master), 0);
    ck_assert_int_eq(unlockpt(pty->master), 0);
    pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    ck_assert_int_ge(pty->slave, 0);
    ck_assert_int_eq(fcntl(pty->master, F_SETFL, O_NONBLOCK), 0);
    emulator_open(&pty->emulator, &pty->arena, launch->term ? launch->term : "xterm",
                  launch->rows ? launch->rows : ROWS, launch->columns ? launch->columns : COLUMNS);
}

/* In the new process: a session of its own, on the terminal. */
static void process_run(const struct pty *pty, const struct launch *launch) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* when the test ends early */
#endif
    setsid();
    ioctl(pty->slave, TIOCSCTTY, 0);
    place_set(STDIN_FILENO, launch->input, pty->slave);
    place_set(STDOUT_FILENO, launch->output, pty->slave);
    place_set(STDERR_FILENO, PLACE_TERMINAL, pty->slave);
    signals_set(launch);
    launch_execute(launch, NULL);
}

/* What those ignore who have started the tests would be ignored by the program too. */
static void signals_set(const struct launch *launch) {
    for (int number = 1; number < SIGNALS; number++) {
        signal(number, SIG_DFL);
    }
    signal(SIGHUP, launch->deaf ? SIG_IGN : SIG_DFL);
}

static void place_set(int descriptor, enum launch_place place, int terminal) {
    const int other = place == PLACE_NOWHERE ? open("/dev/null", O_RDWR) : terminal;
    dup2(other, descriptor);
    if (place == PLACE_CLOSED) {
        close(descriptor);
    }
}

/* Takes what comes within `timeout` ms. Whether anything did is returned. */
static bool output_take(struct pty *pty, int timeout) {
    char bytes[READ_SIZE];
    struct pollfd ready = {.fd = pty->master, .events = POLLIN};
    poll(&ready, 1, timeout);
    const ssize_t length = pty->master < 0 ? 0 : read(pty->master, bytes, sizeof bytes);
    if (length <= 0) {
        return false;
    }
    pty->output = launch_room(&pty->arena, pty->output, pty->output_length,
                              pty->output_length + (size_t)length + 1, &pty->output_room);
    memcpy(pty->output + pty->output_length, bytes, (size_t)length);
    pty->output_length += (size_t)length;
    pty->output[pty->output_length] = '\0';
    emulator_feed(&pty->emulator, bytes, (size_t)length);
    return true;
}

static bool end_look(struct pty *pty) {
    struct rusage usage;
    int status = 0;
    if (!pty->ended && wait4(pty->process, &status, WNOHANG, &usage) == pty->process) {
        pty->ended = true;
        pty->status = status;
        pty->seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
    return pty->ended;
}

static bool restored(const struct pty *pty) {
    const struct emulator_modes *modes = &pty->emulator.modes;
    const struct termios *before = &pty->before;
    struct termios now;
    return tcgetattr(pty->slave, &now) == 0 && now.c_iflag == before->c_iflag &&
           now.c_oflag == before->c_oflag && now.c_cflag == before->c_cflag &&
           now.c_lflag == before->c_lflag && memcmp(now.c_cc, before->c_cc, sizeof now.c_cc) == 0 &&
           !modes->alternate && !modes->keypad && !modes->hidden && !modes->pastes &&
           !modes->mouse && !modes->rendered && !modes->drawing && !modes->inserts &&
           !modes->stopped;
}

/* What is on the screen without blanks and ends of lines. */
static const char *squeezed(struct pty *pty) {
    arena_empty(&pty->scratch);
    char *text = grid_page(&pty->emulator.grid, &pty->scratch);
    char *end = text;
    for (const char *at = text; *at; at++) {
        *end = *at;
        end += *at != ' ' && *at != '\n';
    }
    *end = '\0';
    return text;
}

/* The lines of a page that the screen has not, each with what it has there. */
static const char *difference(struct pty *pty, const char *page, const char *screen) {
    const char *told = "";
    while (*page && *screen) {
        const int length = (int)strcspn(page, "\n");
        const int other = (int)strcspn(screen, "\n");
        if (length != other || strncmp(page, screen, (size_t)length) != 0) {
            told = arena_printf(&pty->scratch, "%s-%.*s\n+%.*s\n", told, length, page, other,
                                screen);
        }
        page += length + (page[length] == '\n');
        screen += other + (screen[other] == '\n');
    }
    return told;
}

/* What the terminal sends for the key; `single` gets a character. */
static const char *key_bytes(int key, char single[]) {
    static const struct {
        int key;
        const char *capability; /* of terminfo, or NULL */
        const char *bytes;      /* that all terminals send */
    } keys[] = {
        {PRESS_UP, "kcuu1", NULL},      {PRESS_DOWN, "kcud1", NULL},
        {PRESS_LEFT, "kcub1", NULL},    {PRESS_RIGHT, "kcuf1", NULL},
        {PRESS_PAGE_UP, "kpp", NULL},   {PRESS_PAGE_DOWN, "knp", NULL},
        {PRESS_HOME, "khome", NULL},    {PRESS_END, "kend", NULL},
        {PRESS_BACK_TAB, "kcbt", NULL}, {PRESS_DELETE, "kdch1", NULL},
        {PRESS_F1, "kf1", NULL},        {PRESS_BACKSPACE, NULL, "\177"},
        {PRESS_ENTER, NULL, "\r"},      {PRESS_ESCAPE, NULL, "\033"},
        {PRESS_TAB, NULL, "\t"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == key) {
            return keys[i].bytes ? keys[i].bytes : allowed_key(keys[i].capability);
        }
    }
    mbstate_t state = {0};
    return wcrtomb(single, (wchar_t)key, &state) == (size_t)-1 ? NULL : single;
}
