/*
 * resume: goes back to where the reviewer was.
 */
#ifndef VADEMECUM_DESK_RESUME_H
#define VADEMECUM_DESK_RESUME_H

#include <stdint.h>

struct desk;

enum {
    RESUME_TIME_SIZE = 64 /* bytes of a time in words, with its NUL */
};

/* Puts Home's focus on the practice of the reviewer's last event, and says where it was. */
void resume_begin(struct desk *desk);

/*
 * A moment in words, as people count from `now`: "09:14", "yesterday 21:40", "2 March 09:14". Both
 * in seconds since 1970; the local time zone counts.
 */
void resume_time(int64_t then, int64_t now, char words[RESUME_TIME_SIZE]);

/* The same for the time of an event. */
void resume_stamp(const char *stamp, int64_t now, char words[RESUME_TIME_SIZE]);

#endif
