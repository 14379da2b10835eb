/*
 * garbled: finds UTF-8 that was read as Windows-1252, 1250 or 1251 and saved as UTF-8 again. A part
 * of damage.
 */
#ifndef VADEMECUM_CATALOGUE_GARBLED_H
#define VADEMECUM_CATALOGUE_GARBLED_H

#include <stdbool.h>
#include <stddef.h>

enum {
    GARBLED_MAX = 5 /* bytes: a letter and its NUL */
};

/* The first garbled letter of a text. */
struct garbled {
    const char *start;        /* in the text */
    size_t length;            /* bytes */
    char letter[GARBLED_MAX]; /* what it was */
};

/*
 * Whether the text (UTF-8) has garbled letters. Letters that could be meant, such as a capital
 * before a quotation mark, count only where there are others like them.
 */
bool garbled_find(const char *text, struct garbled *garbled);

#endif
