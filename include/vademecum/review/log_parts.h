/*
 * log_parts: what the files of log share. A part of log: everybody else includes log.h.
 */
#ifndef VADEMECUM_REVIEW_LOG_PARTS_H
#define VADEMECUM_REVIEW_LOG_PARTS_H

#include "vademecum/review/log.h"

/* An event of this session. */
struct log_event {
    struct event event; /* its texts live as long as the log */
    bool numbered;      /* it has its counter and stands in the review */
    bool saved;         /* it is in the log */
    bool rescued;       /* it is in a rescue file */
    bool earlier;       /* an earlier session could not save it: it comes from a rescue file */
};

/* A rescue file with nothing in it but events of the reviewer that this log knows. */
struct rescue {
    const char *folder; /* path of its folder */
    const char *name;   /* in that folder */
    struct stamp stamp; /* how it was when it was read or written */
};

/* What tells whether the files of the folder are as they were. */
struct seen {
    struct stamp own; /* of the reviewer's file, as it was left */
    uint64_t others;  /* of all others: log_look */
    bool known;       /* they could be looked at */
};

struct log {
    struct arena kept;          /* the log itself and the events of this session */
    struct arena stores[2];     /* what was read: one in use, one for the next reading */
    struct arena scratch;       /* for one call */
    struct log_setup setup;     /* as given */
    const char *name;           /* of the reviewer's file */
    const char *mark;           /* of the folder, in the names of files in spare ones */
    char run[EVENT_RUN_SIZE];   /* of the events of this session */
    struct reading reading;     /* all that was read, and the review */
    size_t store;               /* which of `stores` it is in */
    bool loaded;                /* a reading has succeeded */
    struct seen seen;           /* how the files were when they were read */
    struct fault refusal;       /* why that file cannot be used; FAULT_NONE when it can */
    bool settled;               /* its name in the folder outlasts a power cut */
    struct log_event *events;   /* of this session, the oldest first */
    size_t count;               /* of `events` */
    size_t room;                /* of `events` */
    struct statement *pending;  /* what waits for log_write, the oldest first */
    size_t pending_count;       /* of `pending` */
    size_t pending_room;        /* of `pending` */
    char newest[EVENT_ID_SIZE]; /* id of the last that log_append took in */
    int64_t saved_at;           /* when the log was last written to; 0: never */
    const char *rescue_folder;  /* in which the rescue file is; NULL for none */
    const char *rescue_name;    /* of that file */
    const char *rescue_path;    /* both */
    struct rescue *rescues;     /* to be removed when all is saved */
    size_t rescue_count;        /* of them */
    size_t rescue_room;         /* of them */
    bool lockless;              /* it was said that there are no locks */
    struct fault_list notices;  /* for the user */
    size_t readings;            /* times that log_load has read all */
};

/*
 * Reads all files again. On false nothing has changed, but at the first reading what could be read
 * stands. Events of this session that were saved and are in no file any more become unsaved.
 */
bool log_load(struct log *log, struct fault *fault);

/*
 * One number for all files of the folder but the reviewer's own: another one once any has come,
 * gone or changed. It tells by name, inode, size and time, and costs a stat for each file. False
 * when they cannot be looked at.
 */
bool log_look(const struct log *log, int folder, uint64_t *look);

/* Adds an event to those of this session; its texts are copied. Valid until the next one comes. */
struct log_event *log_add(struct log *log, const struct event *event);

/* Writes all that is not saved into the reviewer's file. */
bool log_save(struct log *log, struct fault *fault);

/* Writes all that is neither saved nor rescued into a rescue file. */
bool log_rescue_write(struct log *log, struct fault *fault);

/*
 * How the names of rescue files in `folder` begin; a number and ".csv" follow. In another folder
 * than the log's it tells from which one they come, so that no other takes them up.
 */
const char *log_rescue_prefix(const struct log *log, const char *folder, struct arena *arena);

/* Whether a file has the name of a rescue file with that prefix. */
bool log_rescue_named(const char *prefix, const char *name);

/*
 * Reads the rescue files of this reviewer and folder. Their events are saved in the log with the
 * next event that is; only then are the files removed, for looking writes nothing. The first time,
 * those that may be of another folder are named among the notices.
 */
void log_rescues_load(struct log *log, struct reading *fresh);

/* Remembers the file, which is to be removed when all is saved; its folder is borrowed. */
void log_rescue_note(struct log *log, const struct rescue *rescue);

/* Removes the rescue files, once all that is in them is saved in the log. */
void log_rescues_drop(struct log *log);

/* Lays what waits over the review, after that was read again. */
void log_pend_again(const struct log *log, struct review *review);

/* Takes the first that waits out of the list and the review; false when none is left. */
bool log_pend_take(struct log *log, struct statement *words);

/* Gives the event its number, once, and puts it into the review. */
void log_number(struct log *log, struct log_event *ours);

#endif
