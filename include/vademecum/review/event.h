/*
 * event: one thing that a reviewer said, and its line in a log.
 *
 *     event,time,reviewer,practice,item,field,value,check
 *     k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno,inclusivity.1.1,verdict,met,kdf03add2
 *
 * All texts are UTF-8. A value may hold LF and TAB and no other control; the other texts hold no
 * control at all. In a line a value stands escaped (backslash as \\, LF as \n) and then guarded:
 * one ' comes before what a spreadsheet could run, or read as a number, a date or a truth. Reading
 * takes one ' away from whatever begins with it, so it does not matter what was guarded.
 *
 * The check is "k" and eight hexadecimal digits: the CRC-32 (that of zlib, RFC 1952) of the seven
 * cells before it, out of their quotes, still escaped and guarded, with one 0x1F between two.
 *
 * A ninth cell stands where a spreadsheet could change one of the others for good: "as ", then
 * time, reviewer, practice, item, field and, when it is short, the value as it stands in its cell,
 * with | between two. Programs that do not know it pass it over, as all cells behind the check.
 *
 * A line that a spreadsheet has opened and saved is put back before it is judged: another
 * separator, a time in another form, a guard that was taken away, an id that became a number,
 * letters of another encoding. What was put back counts only when the check fits.
 */
#ifndef VADEMECUM_REVIEW_EVENT_H
#define VADEMECUM_REVIEW_EVENT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    EVENT_RUN_SIZE = 10,         /* "k", eight of 0-9 a-z, NUL */
    EVENT_ID_SIZE = 32,          /* run, "-", counter, NUL */
    EVENT_NAME_MAX = 512,        /* bytes of every text but the value */
    EVENT_VALUE_MAX = 64 * 1024, /* bytes of a value */
    EVENT_LINE_MAX = 256 * 1024, /* bytes of a line, also with quotes and escapes for every byte */
    EVENT_MARK_SIZE = 10         /* of what event_line_mark writes, with its NUL */
};

/* The highest counter that is understood. */
#define EVENT_COUNTER_MAX UINT64_C(999999999999999)

/*
 * The highest counter that is written and taken in: the seconds up to the year 5138. No clock
 * reaches it, and from any date to it there is room for more events than anybody writes, so a line
 * beyond it is damage on every device, whatever that one's clock says.
 */
#define EVENT_COUNTER_LATEST UINT64_C(99999999999)

/* The first line of a log, with its LF. */
#define EVENT_HEADER "event,time,reviewer,practice,item,field,value,check\n"

struct event {
    char run[EVENT_RUN_SIZE]; /* which start of the program it came from */
    uint64_t counter;         /* 1 to EVENT_COUNTER_MAX; higher is later */
    const char *time;         /* when, as recorded; only shown, never compared */
    const char *reviewer;     /* whose it is: reviewer_valid */
    const char *practice;     /* its id, or "" */
    const char *item;         /* id of an item, question or tool, or "" */
    const char *field;        /* what is said of it: "verdict", "comment" …; never "" */
    const char *value;        /* what it is now; "" takes the field back */
    uint32_t check;           /* of its line; set by event_format and event_parse */
};

/* The run id made of 64 random bits. */
void event_run(uint64_t random, char run[EVENT_RUN_SIZE]);

/* Writes the run that follows `run`. False when `run` was the last: then it is the first one. */
bool event_run_after(const char run[EVENT_RUN_SIZE], char after[EVENT_RUN_SIZE]);

/* Writes "k3f9a2c17-1772442847". */
void event_id(const struct event *event, char id[EVENT_ID_SIZE]);

/* Fills run and counter. False when `id` is no id of an event. */
bool event_id_read(const char *id, struct event *event);

/* Which is later: below 0 when `one` is earlier than `other`, 0 when both have the same id. */
int event_order(const struct event *one, const struct event *other);

/* Whether all that the two say is the same. Not looked at: the checks. */
bool event_same(const struct event *one, const struct event *other);

/*
 * What was typed or given, as a value: CR LF and CR become LF. NULL and the fault (FAULT_USAGE)
 * when it holds another control but TAB, is not UTF-8, or is longer than EVENT_VALUE_MAX.
 */
const char *event_value(struct arena *arena, const char *typed, struct fault *fault);

/*
 * The line of the event, ended by LF; `*length` gets its bytes and event->check its check. The
 * event must be one that event_check passes.
 */
const char *event_format(struct arena *arena, struct event *event, size_t *length);

/*
 * Whether an event may be written: its run id, counter, reviewer, field, and that its texts are
 * UTF-8, short enough and without controls. False fills the fault (FAULT_USAGE).
 */
bool event_check(const struct event *event, struct fault *fault);

/* What a line of a log is. */
enum event_line {
    EVENT_GOOD,     /* an event, whole and unchanged */
    EVENT_NOTHING,  /* a header, or a line in which nothing stands */
    EVENT_CHANGED,  /* an event whose check is wrong, or whose counter is beyond the latest */
    EVENT_NO_EVENT, /* anything else */
};

/*
 * Reads one line, without its LF; a CR at its end and a byte-order mark at its start do not count,
 * and neither do cells beyond the ninth, which a later version may have written. The event is
 * filled for EVENT_GOOD and, as well as it can be read, for EVENT_CHANGED; its texts live in
 * `arena`. For these two kinds of damage `*why` gets a sentence without the place.
 */
enum event_line event_parse(struct arena *arena, const char *bytes, size_t length,
                            struct event *event, const char **why);

/*
 * Whether the bytes begin as an event or a header does, behind a byte-order mark, line ends,
 * quotation marks and separators. What follows is not looked at.
 */
bool event_begins(const char *bytes, size_t length);

/*
 * Writes the name by which a line can be mentioned, such as "k8da3db8b": the CRC-32 of its first
 * eight cells, which does not change when a spreadsheet puts them in quotes.
 */
void event_line_mark(struct arena *arena, const char *bytes, size_t length,
                     char mark[EVENT_MARK_SIZE]);

/*
 * Whether the first bytes of a file show that nothing in it can be read as lines of text: UTF-16, a
 * spreadsheet's own format, or a log with a sign between its cells that is never read. `*why` gets
 * a sentence, untranslated; it stays as it is when this is false.
 */
bool event_foreign(const char *bytes, size_t length, const char **why);

/* Whether these are the first bytes of a log that cannot be read as it stands: event_foreign. */
bool event_begins_oddly(const char *bytes, size_t length);

#endif
