/*
 * own: practices that users describe themselves. An own practice is what the events with its id,
 * `own-<slug>-<run>`, say of it in the fields listed here; review_own lists all own practices, and
 * review_fact has the value of a field.
 */
#ifndef VADEMECUM_REVIEW_OWN_H
#define VADEMECUM_REVIEW_OWN_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    OWN_SLUG_MAX = 40 /* bytes */
};

/* Whether a practice with this id is an own one. */
bool own_is(const char *id);

/*
 * A new id for an own practice: "Language café" in the run k3f9a2c17 →
 * "own-language-cafe-k3f9a2c17" (the run of event_run), or with "-2", "-3" … behind the slug when
 * the review has that practice already. A title without a letter or digit that the slug could hold
 * becomes "practice".
 */
const char *own_id(struct arena *arena, const struct review *review, const char *title,
                   const char *run);

/*
 * The letters and digits of a title in ASCII, small, with one hyphen for all between two of them:
 * "language-cafe"; "practice" when there is none. At most OWN_SLUG_MAX bytes.
 */
const char *own_slug(struct arena *arena, const char *title);

/* What a field holds, and so how a form asks for it and how it is stored. */
enum own_kind {
    OWN_LINE,      /* a text on one line */
    OWN_TEXT,      /* a text of several lines */
    OWN_DATE,      /* YYYY, YYYY-MM or YYYY-MM-DD */
    OWN_COUNTRY,   /* ISO 3166-1 alpha-2 */
    OWN_LANGUAGE,  /* BCP 47 */
    OWN_LANGUAGES, /* the same, several, joined by "; " */
    OWN_LINK,      /* a web address, syntax_is_url */
    OWN_CHOICE,    /* one of `choices` */
    OWN_TERMS,     /* ids of terms of `scheme`, joined by "; " */
    OWN_KINDS
};

struct own_choice {
    const char *value; /* as stored */
    const char *label; /* for people; untranslated: show it through _() */
};

struct own_field {
    const char *name;                 /* of its events: "own.title" */
    const char *label;                /* untranslated: show it through _(); in English at most
                                         16 columns */
    enum own_kind kind;               /* what it holds */
    bool required;                    /* may not be empty */
    const struct own_choice *choices; /* OWN_CHOICE: ended by one whose value is NULL; else NULL */
    const char *scheme;               /* OWN_TERMS: of terms.csv; else NULL */
    const char *help;                 /* what belongs there, untranslated; or NULL */
};

/*
 * The fields in the order in which a form asks for them, `*count`: all columns of practices.csv but
 * its two ids, and the three schemes of terms. Static.
 */
const struct own_field *own_fields(size_t *count);

/* The field of that name, or NULL. Static. */
const struct own_field *own_field(const char *name);

/*
 * What was typed for a field, as it is stored: "1.5.2026" → "2026-05-01", "Czechia" → "CZ",
 * "Women; Youth" → "women; youth". Countries, languages, choices and terms are taken by name or
 * code, in capital or small letters; several of them may be joined by ";" or ",". "" for a blank
 * text, which takes the field back. NULL and the fault (FAULT_USAGE), with what to write instead,
 * for what the field cannot hold. A stored value comes out as it is.
 */
const char *own_value(struct arena *arena, const struct catalogue *catalogue,
                      const struct own_field *field, const char *typed, struct fault *fault);

/*
 * The name of the country or language that was most likely meant by what own_value refused, for a
 * field that holds one of them; NULL when none is near. Static.
 */
const char *own_meant(struct arena *arena, const struct own_field *field, const char *typed);

/*
 * The terms that a stored value of OWN_TERMS names, `*count` of them in the order of the catalogue,
 * each once. Leaves out what is no term of the scheme.
 */
const struct term **own_terms(struct arena *arena, const struct catalogue *catalogue,
                              const char *scheme, const char *value, size_t *count);

#endif
