/*
 * guess: guesses what the writer of a faulty cell most likely meant, for a sentence or a prompt to
 * offer. It never changes anything.
 *
 * Where no comment says otherwise, a call returns text in the right form, in `arena`; or NULL when
 * there is no good guess, as for any text over GUESS_MAX bytes.
 */
#ifndef VADEMECUM_CATALOGUE_GUESS_H
#define VADEMECUM_CATALOGUE_GUESS_H

#include "vademecum/base/arena.h"

enum {
    GUESS_MAX = 256 /* bytes */
};

/* "Brno 1" → "brno-1". */
const char *guess_id(struct arena *arena, const char *text);

/*
 * "1. 5. 2026", "1 May 2026" → "2026-05-01", "2026 " → "2026". NULL when either number may be the
 * month, as in 1/5/2026.
 */
const char *guess_date(struct arena *arena, const char *text);

/* Why a text is no date. */
enum guess_flaw {
    GUESS_SOUND,     /* it is a date */
    GUESS_NO_DATE,   /* words, or numbers in no order of a date */
    GUESS_NO_YEAR,   /* the year is missing, or cut to two digits */
    GUESS_TWO_WAYS,  /* either number may be the month */
    GUESS_TWO_DATES, /* it has more than one year, as in "2014-2016" */
    GUESS_YEAR_ONLY, /* words with one year among them, as in "spring 2016" */
    GUESS_FAR,       /* its year is not of this calendar, or mistyped */
    GUESS_NOWHERE    /* it is not in the calendar: 30. 2. 2017 */
};

/*
 * Puts into `*date` what guess_date returns. Says what is wrong when that is NULL, and GUESS_FAR
 * also when it is not.
 */
enum guess_flaw guess_date_flaw(struct arena *arena, const char *text, const char **date);

/*
 * Returns a sentence that says how to write the date, for a text of any length. `flaw` is what
 * guess_date_flaw has returned, `meant` its `*date`.
 */
const char *guess_date_advice(struct arena *arena, const char *text, enum guess_flaw flaw,
                              const char *meant);

/*
 * Returns a copy of a text of any length in small letters, with the digits, blanks, dashes and
 * slashes of all scripts as those of ASCII, without blanks around it.
 */
char *guess_date_signs(struct arena *arena, const char *text);

/* Returns a copy without blanks of any kind around it: web pages are full of U+00A0. */
char *guess_trim(struct arena *arena, const char *text);

/* "www.brno.cz" → "https://www.brno.cz". */
const char *guess_url(struct arena *arena, const char *text);

/* "Czechia", "cz" → "CZ". */
const char *guess_country(struct arena *arena, const char *text);

/* "Czech", "CS" → "cs"; "pt_BR" → "pt-BR". */
const char *guess_language(struct arena *arena, const char *text);

/* "Not met" → "not_met". Returns one of `choices`, which end with NULL. */
const char *guess_choice(const char *text, const char *const *choices);

#endif
