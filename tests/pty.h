/*
 * pty: the built program on a terminal that the test holds the other end of.
 *
 * A check that fails ends the test, and with it the program.
 */
#ifndef VADEMECUM_TESTS_PTY_H
#define VADEMECUM_TESTS_PTY_H

#include "emulator.h"
#include "launch.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <termios.h>

enum {
    PTY_DEADLINE_MS = 10000 /* for what should happen at once */
};

struct pty {
    struct arena arena;
    struct arena scratch;     /* of one look at the screen */
    struct emulator emulator; /* of the type in `term`, else of xterm */
    int master;               /* our end; -1 when hung up */
    int slave;                /* the program's end, to look at its settings */
    struct termios before;    /* they were so before it started */
    pid_t process;            /* the program's */
    bool ended;
    int status;     /* of the end, as from waitpid */
    double seconds; /* of the processor that it took in all */
    char *output;   /* all bytes that came, NUL-terminated */
    size_t output_length;
    size_t output_room;
};

/* Starts the program on a terminal of its size. */
void pty_start(struct pty *pty, const struct launch *launch);

/* Ends the program, if it still runs, and lets everything go. */
void pty_close(struct pty *pty);

/* Types these bytes. */
void pty_send(struct pty *pty, const char *bytes, size_t length);

/* Types keys in the notation of keymap.h, as this terminal sends them. */
void pty_press(struct pty *pty, const char *keys);

/* The window gets another size; the program is told. */
void pty_resize(struct pty *pty, int rows, int columns);

/* The screen now, as grid_page has it; valid until the next look. */
const char *pty_page(struct pty *pty);

/*
 * These take in what the program writes until what they wait for is there, and fail the test when
 * it does not come: a page; a text on the screen, over as many lines as it needs, without blanks in
 * it; the end of the program; a stop by a signal.
 */
void pty_await_page(struct pty *pty, const char *page);
void pty_await_text(struct pty *pty, const char *text);
void pty_await_end(struct pty *pty);
void pty_await_stop(struct pty *pty);

/*
 * Presses the keys one by one on the terminal that the program was just started on, and awaits for
 * each the page that the program prints for it in a script.
 */
void pty_walk(struct pty *pty, const struct launch *launch, const char *keys);

/* Fails when the screen is another one after so many milliseconds. */
void pty_await_nothing(struct pty *pty, int milliseconds);

/* Fails unless the terminal is as it was before the program started, or comes to be. */
void pty_await_restored(struct pty *pty);

/* Fails when the emulator has a complaint. */
void pty_sound(struct pty *pty);

/* Closes our end of the terminal. */
void pty_hang_up(struct pty *pty);

/* Seconds of the processor that the running program has taken. */
double pty_seconds(const struct pty *pty);

/* Milliseconds of a clock that only runs forward. */
long long pty_now(void);

#endif
