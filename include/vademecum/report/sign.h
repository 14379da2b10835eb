/*
 * sign: how a mark is shown: one table for the screen and for documents.
 */
#ifndef VADEMECUM_REPORT_SIGN_H
#define VADEMECUM_REPORT_SIGN_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/verdict.h"

#include <stdbool.h>
#include <stddef.h>

enum sign_form {
    SIGN_UNICODE, /* ✓ – □ ·, each one column wide */
    SIGN_ASCII,   /* + - _ . */
    SIGN_WORDS,   /* translated words, of any width */
    SIGN_FORMS
};

/* The sign, or the words, of a source's mark. Static. */
const char *sign_of_mark(enum mark mark, enum sign_form form);

/* The same for a reviewer's verdict: ✓ ~ ✗ ○ ? ·, or + ~ x o ? . in ASCII. Static. */
const char *sign_of_verdict(enum verdict verdict, enum sign_form form);

/* What a sign says, for colours: each tone has one, on the screen and in documents. */
enum tone {
    TONE_NONE,
    TONE_MET,
    TONE_PARTLY,
    TONE_NOT_MET,
    TONE_NA,
    TONE_UNKNOWN,
    TONE_DIM, /* nothing is said yet, or by the source */
    TONE_COUNT
};

struct sign {
    const char *text; /* as it is shown */
    const char *word; /* what it means, translated; NULL: it means nothing by itself */
    enum tone tone;
};

/* The sign of a source's mark or of a reviewer's verdict, with what it means. */
struct sign sign_mark(enum mark mark, enum sign_form form);
struct sign sign_verdict(enum verdict verdict, enum sign_form form);

/*
 * The sign of a verdict on an item of this checklist, which may have words of its own for it (see
 * catalogue/README), in a language as for catalogue_text. NULL: it is of no checklist.
 */
struct sign sign_called(const struct catalogue *catalogue, const char *lang,
                        const struct checklist *checklist, enum verdict verdict,
                        enum sign_form form);

/*
 * The tone of a sign by how it looks, in Unicode or ASCII; TONE_NONE for any other text. `length`
 * is its bytes.
 */
enum tone sign_tone(const char *text, size_t length);

/* A sign, and how many items have it. */
struct sign_count {
    struct sign sign;
    size_t count;
};

/*
 * A bar of marks, a cell for each item: "██████▓▒░", or "######~x." in ASCII; and in numbers, of
 * all but the unsaid: "6 ~1 ✗1", in words "6 met, 1 partly, 1 not met". Both in `arena`.
 */
const char *sign_bar_marks(const struct sign_count *counts, size_t kinds, bool ascii,
                           struct arena *arena);
const char *sign_bar_numbers(const struct sign_count *counts, size_t kinds, bool words,
                             struct arena *arena);

/* The tone of a cell of such a bar; TONE_NONE for any other text. `length` is its bytes. */
enum tone sign_cell_tone(const char *text, size_t length);

/* Columns of the widest sign of a verdict. */
int sign_width(enum sign_form form, enum letters letters);

/* A text in place of a sign: a number, signs of several practices. */
struct sign sign_plain(const char *text);

/* What a reviewer has left on an item beside a mark. */
enum jotting {
    JOTTING_WRITTEN, /* a comment or evidence */
    JOTTING_PLANNED, /* a plan */
    JOTTING_COUNT
};

/* The sign, or the words, for it: ≡ →, or = * in ASCII. Static. */
const char *sign_of_jotting(enum jotting jotting, enum sign_form form);

/* What stands between facts on one line, with its blanks: " · ", or " - " in ASCII. Static. */
const char *sign_between(bool ascii);

/* What stands between the steps of a way, with its blanks: " › ", or " > " in ASCII. Static. */
const char *sign_step(bool ascii);

/* The character that headings are underlined with: "─", or "-" in ASCII. Static. */
const char *sign_rule(bool ascii);

/* A bar of `width` columns, count / of of it filled. In `arena`. */
const char *sign_bar(size_t count, size_t of, int width, bool ascii, struct arena *arena);

#endif
