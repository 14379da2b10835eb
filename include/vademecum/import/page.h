/*
 * page: reads a text file as a person saved it from a browser: its lines, trimmed, without the
 * signs in front of them.
 */
#ifndef VADEMECUM_IMPORT_PAGE_H
#define VADEMECUM_IMPORT_PAGE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

#include <stdbool.h>
#include <stddef.h>

enum page_sign {
    PAGE_PLAIN, /* no sign */
    PAGE_TICK,  /* ✓ and its like */
    PAGE_DASH   /* a dash of any length, with a blank behind it */
};

struct page_line {
    long number; /* 1-based, of the file */
    enum page_sign sign;
    const char *text; /* UTF-8, not empty, no blanks of any kind at its ends; inside it each run
                         of them is one space */
};

struct page {
    struct page_line *lines; /* those on which something stands; in the arena */
    size_t count;
};

/* The sign that the whole text is; PAGE_PLAIN when it is more or something else. */
enum page_sign page_sign_alone(const char *text);

/*
 * Reads the file `path`, up to 16 MB of UTF-8. False (FAULT_SYSTEM) when it cannot be read, and
 * (FAULT_WANTING) when it is no such text; the fault says what it is and what to do.
 */
bool page_read(struct page *page, struct arena *arena, const char *path, struct fault *fault);

#endif
