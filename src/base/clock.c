#include "vademecum/base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

int64_t clock_now(const struct clock *clock) {
    const int64_t seconds = clock->now(clock->context);
    return seconds < 0 ? 0 : seconds;
}

int64_t clock_ticks(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_stamp(int64_t seconds, char stamp[CLOCK_STAMP_SIZE]) {
    const time_t when = (time_t)seconds;
    struct tm parts;
    if (gmtime_r(&when, &parts) &&
        strftime(stamp, CLOCK_STAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts)) {
        return;
    }
    snprintf(stamp, CLOCK_STAMP_SIZE, "1970-01-01T00:00:00Z");
}

bool clock_stamped(const char *stamp, int64_t *seconds) {
    struct tm parts = {0};
    const char *end = strptime(stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
    if (!end || *end) {
        return false;
    }
    *seconds = (int64_t)timegm(&parts);
    return true;
}

bool clock_local(int64_t seconds, char local[CLOCK_STAMP_SIZE]) {
    const time_t when = (time_t)seconds;
    struct tm parts;
    return localtime_r(&when, &parts) &&
           strftime(local, CLOCK_STAMP_SIZE, "%Y-%m-%d %H:%M", &parts) > 0;
}

bool clock_day(int64_t seconds, char day[CLOCK_STAMP_SIZE]) {
    if (!clock_local(seconds, day)) {
        return false;
    }
    day[strcspn(day, " ")] = '\0';
    return true;
}
