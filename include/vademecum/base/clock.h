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

/* Milliseconds since some moment, whatever is done to the time of day meanwhile. */
int64_t clock_ticks(void);

/*
 * Writes `seconds` since 1970 as "2026-03-02T09:14:07Z", in UTC; a number that is no time as 1970.
 */
void clock_stamp(int64_t seconds, char stamp[CLOCK_STAMP_SIZE]);

/* Reads such a stamp; false for any other text, with `*seconds` as it was. */
bool clock_stamped(const char *stamp, int64_t *seconds);

/*
 * Writes `seconds` since 1970 as the user's clock shows them, "2026-03-02 10:14", or only the day,
 * "2026-03-02". False when they are no time; what is written means nothing then.
 */
bool clock_local(int64_t seconds, char local[CLOCK_STAMP_SIZE]);
bool clock_day(int64_t seconds, char day[CLOCK_STAMP_SIZE]);

#endif
