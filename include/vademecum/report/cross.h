/*
 * cross: counts practices in a table, such as areas by target groups: for each pair of values how
 * many there are, when they were last active, and the money that they state.
 *
 * Order of calls: cross_read, or a constant pair; cross_count; the others. A practice counts for
 * each of its values, so that the cells may add up to more than there are practices.
 */
#ifndef VADEMECUM_REPORT_CROSS_H
#define VADEMECUM_REPORT_CROSS_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/find/facets.h"
#include "vademecum/report/report.h"
#include "vademecum/report/sheet.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A side of a table for which there is no filter: the regions that practices.csv names. */
#define CROSS_REGION FACET_COUNT

/* Facets of the catalogue, or CROSS_REGION, or years. */
struct cross_pair {
    enum facet rows;
    enum facet columns;
};

struct cross_value {
    enum facet facet;
    uint32_t value;     /* as facets.h says; FACET_NONE: practices that do not state it */
    const char *region; /* of a region, "" when not stated: in a cell of the catalogue … */
    size_t length;      /* … of so many bytes */
};

/* In the order of showing. */
enum cross_kind {
    CROSS_NONE,  /* no practice */
    CROSS_STALE, /* practices, all of which were last active before `since`; not where years are a
                    side */
    CROSS_LONE,  /* one practice */
    CROSS_MORE,  /* several; and what is about practices that do not state one of both */
    CROSS_KINDS
};

/* Money in one currency. */
struct cross_money {
    const char *currency; /* as practices.csv has it */
    uint64_t hundredths;  /* of it */
    struct cross_money *next;
};

struct cross_cell {
    enum cross_kind kind;
    struct cross_value row;
    struct cross_value column;
    size_t count;              /* practices */
    size_t dated;              /* of them, those that state when they were active */
    unsigned latest;           /* the year when one of them was last active; 0: not stated */
    struct cross_money *money; /* what they state, by currency; or NULL */
};

struct cross {
    struct cross_pair pair;
    size_t practices;               /* that were counted */
    unsigned since;                 /* the year from which on a practice counts as recent */
    const struct cross_cell *cells; /* by kind, then by row and column */
    size_t count;
    size_t kinds[CROSS_KINDS]; /* cells of each kind */
};

/*
 * Reads "area,group". False and the fault (FAULT_USAGE), which lists the names, for anything but
 * two different ones.
 */
bool cross_read(const char *typed, struct arena *arena, struct cross_pair *pair,
                struct fault *fault);

/*
 * Counts `count` practices of the catalogue; the result lives in `arena`. `now` is in seconds since
 * 1970: practices that go on are active until then, and those active in the ten years before are
 * recent.
 */
struct cross cross_count(const struct catalogue *catalogue, const struct practice *const *practices,
                         size_t count, struct cross_pair pair, int64_t now, struct arena *arena);

/*
 * The last cell before `end` up to which the cells from `from` on follow one another year by year
 * in one row; `from` itself where years are not the columns.
 */
size_t cross_run(const struct cross *cross, size_t from, size_t end);

/* Whether a practice of the catalogue has the value. */
bool cross_has(const struct catalogue *catalogue, const struct cross_value *value,
               const struct practice *practice);

/* What a value is called, translated, in the language `lang` where the catalogue has it. */
const char *cross_label(const struct catalogue *catalogue, const struct cross_value *value,
                        const char *lang, struct arena *arena);

/* The money in words: "1200.50 CZK; 30 EUR"; "" for none. In `arena`. */
const char *cross_money(const struct cross_money *money, struct arena *arena);

/* What cells of the kind have in common, translated: "None since 2016, as far as is stated". */
const char *cross_title(const struct cross *cross, enum cross_kind kind, struct arena *arena);

/* For programs: a row for each cell, by row and column; and for people. */
void cross_sheet(const struct report *report, const struct cross *cross, struct sheet *sheet);
void cross_text(const struct report *report, const struct cross *cross);

#endif
