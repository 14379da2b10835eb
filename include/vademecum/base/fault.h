/*
 * fault: what went wrong, where, and what to do about it, as a sentence for the user.
 *
 * A function that can fail returns bool and takes a `struct fault *` last; on false it has filled
 * the fault. Defects that stop nothing (a bad row) are gathered in a fault_list.
 */
#ifndef VADEMECUM_BASE_FAULT_H
#define VADEMECUM_BASE_FAULT_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum fault_kind {
    FAULT_NONE,
    FAULT_USAGE,    /* the command line or the environment is wrong; exit status 2 */
    FAULT_WANTING,  /* what was asked for is not there; exit status 1 */
    FAULT_SYSTEM,   /* a file or the system refused; exit status 2 */
    FAULT_LEFT_OUT, /* a row of the catalogue could not be used and was left out */
    FAULT_DEFECT    /* a row was used, but something in it is wrong */
};

enum {
    FAULT_FILE_MAX = 1024,
    FAULT_COLUMN_MAX = 64,
    FAULT_TEXT_MAX = 4096 /* a sentence around the longest address, or a long path */
};

struct fault {
    enum fault_kind kind;
    char file[FAULT_FILE_MAX];     /* as the user would name it, or "" */
    long line;                     /* 1-based line of that file, or 0 */
    char column[FAULT_COLUMN_MAX]; /* name of a CSV column, or "" */
    char text[FAULT_TEXT_MAX];     /* the sentence; UTF-8, may hold unchecked bytes of the input */
};

/*
 * Fills the fault and returns false, so that a function can end with `return fault_set(…)`.
 * `file` and `column` may be NULL. Texts over the size of their field are cut.
 */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *file, long line,
               const char *column, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* As fault_set, with the sentence followed by ": ", strerror(error) and a full stop. */
bool fault_set_errno(struct fault *fault, const char *file, int error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A fault that was kept: as struct fault, its texts in the arena of its list. */
struct defect {
    enum fault_kind kind;
    const char *file;
    long line;
    const char *column;
    const char *text;
};

/* A fault as a defect, its texts borrowed. */
struct defect fault_defect(const struct fault *fault);

/* The defect as one line without a newline, "file:line: column: text", as compilers write. */
char *fault_defect_line(const struct defect *defect, struct arena *arena);

/* The same for a fault. */
char *fault_line(const struct fault *fault, struct arena *arena);

enum {
    FAULT_LIST_MAX = 100000 /* defects kept; further ones are only counted */
};

struct fault_list {
    struct arena *arena;    /* where the defects live; borrowed */
    struct defect *defects; /* the first `kept`, in order of finding */
    size_t kept;            /* how many are kept */
    size_t room;            /* of `defects` */
    size_t count;           /* all that were added */
    size_t folded;          /* of them, those that others now speak for */
    size_t left_out;        /* how many of them are FAULT_LEFT_OUT */
    size_t swallowed;       /* rows left out among them whose cells nobody could read */
};

void fault_list_init(struct fault_list *list, struct arena *arena);

/* Puts defects of one file into the order of its lines; those of one line stay as they were. */
void fault_list_order(struct fault_list *list);

/*
 * Of many defects of one file whose column and sentence are the same, keeps the first, which says
 * how many more there are and where the last is. The order of the others stays.
 */
void fault_list_fold(struct fault_list *list);

/* Adds a defect; arguments as fault_set, texts are copied. */
void fault_list_add(struct fault_list *list, enum fault_kind kind, const char *file, long line,
                    const char *column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* Makes sure that the next defect is kept, in the place of the last one when the list is full. */
void fault_list_make_room(struct fault_list *list);

/* Adds all of another list, which lives in the same arena and is empty afterwards. */
void fault_list_join(struct fault_list *list, struct fault_list *other);

#endif
