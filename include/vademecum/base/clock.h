/*
 * clock: what time it is, as main says. Scripts and tests hand over a clock that stands still.
 */
#ifndef VADEMECUM_BASE_CLOCK_H
#define VADEMECUM_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CLOCK_STAMP_SIZE = 32 /* of a stamp with its NUL, also one beyond the year 9999 */
};

struct clock {
    int64_t (*now)(void *context); /* seconds since 1970, UTC; may jump, also back */
    void *context;                 /* handed to now */
};

/* Seconds since 1970, UTC, never below 0. */
int64_t clock_now(const struct clock *clock);

/* Milliseconds that go on evenly whatever is done to the time of day, from some moment on. */
int64_t clock_ticks(void);

/* `seconds` since 1970 in UTC, as "2026-03-02T09:14:07Z". Numbers that are no time stand for 1970.
 */
void clock_stamp(int64_t seconds, char stamp[CLOCK_STAMP_SIZE]);

/* The seconds since 1970 of such a stamp; false for any other text, with `*seconds` as it was. */
bool clock_stamped(const char *stamp, int64_t *seconds);

/*
 * `seconds` since 1970 where the user is, as "2026-03-02 10:14", and only the day, "2026-03-02".
 * False, with what is written of no meaning, when it is no time.
 */
bool clock_local(int64_t seconds, char local[CLOCK_STAMP_SIZE]);
bool clock_day(int64_t seconds, char day[CLOCK_STAMP_SIZE]);

#endif
