/*
 * sought: the texts of a practice that can be searched, one by one, and what each field is called.
 */
#ifndef VADEMECUM_FIND_SOUGHT_H
#define VADEMECUM_FIND_SOUGHT_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a text stands. */
enum sought {
    SOUGHT_TITLE,
    SOUGHT_SUMMARY,
    SOUGHT_OBJECTIVES,
    SOUGHT_RESULTS,
    SOUGHT_ORGANISATION,
    SOUGHT_PARTNERS,
    SOUGHT_REGION,
    SOUGHT_CITY,
    SOUGHT_YEAR,    /* start and end */
    SOUGHT_FUNDING, /* and programme and reference */
    SOUGHT_LINK,    /* website and source */
    SOUGHT_CONTACT,
    SOUGHT_LANGUAGE,
    SOUGHT_TRANSFER, /* transferability */
    SOUGHT_CREDIT,
    SOUGHT_ID,
    SOUGHT_NOTE,   /* the catalogue's, and the reviewer's */
    SOUGHT_ANSWER, /* the catalogue's, and the reviewer's */
    SOUGHT_TOOL,   /* the catalogue's, and the reviewer's */
    SOUGHT_COUNTRY,
    SOUGHT_AREA,
    SOUGHT_GROUP,
    SOUGHT_FUND,
    SOUGHT_COLLECTION,
    SOUGHT_SCALE,
    SOUGHT_ITEM,    /* of a checklist, that is met */
    SOUGHT_COMMENT, /* from here on only the reviewer's */
    SOUGHT_EVIDENCE,
    SOUGHT_PLAN,
    SOUGHT_FIELDS
};

#define SOUGHT_BIT(field) (UINT32_C(1) << (field))
#define SOUGHT_ANY (SOUGHT_BIT(SOUGHT_FIELDS) - 1)

/* Those that many practices have in common, word for word: facets has them. */
#define SOUGHT_SHARED                                                                              \
    (SOUGHT_BIT(SOUGHT_COUNTRY) | SOUGHT_BIT(SOUGHT_AREA) | SOUGHT_BIT(SOUGHT_GROUP) |             \
     SOUGHT_BIT(SOUGHT_FUND) | SOUGHT_BIT(SOUGHT_COLLECTION) | SOUGHT_BIT(SOUGHT_SCALE) |          \
     SOUGHT_BIT(SOUGHT_ITEM))

/* As it is typed before a colon: "country". Static. */
const char *sought_name(enum sought field);

/* For people, translated: "title", as in "found in title". */
const char *sought_label(enum sought field);

/*
 * The field of that name, or of another that people know it by ("town", "organization"), folded;
 * SOUGHT_FIELDS when there is none.
 */
enum sought sought_find(const char *folded);

/* The name that comes nearest to what was typed, or NULL when none is near. */
const char *sought_nearest(struct arena *scratch, const char *typed);

/* One text of a practice; valid as long as the catalogue, or as the walk says. */
struct sought_text {
    enum sought field;
    const char *text;                /* raw, never empty */
    const struct question *question; /* of an answer, tool or item; else NULL */
    const struct item *item;         /* of an item, or what was written on it; else NULL */
};

/* The translations of what stands in practices, answers and tools, practice by practice. */
struct sought_translations {
    uint32_t *first; /* by index of the practice: its first row and 1, or 0 */
    uint32_t *next;  /* by row: the next of the same practice and 1, or 0 */
};

/* Gathers those of a complete catalogue, in `arena`. */
struct sought_translations sought_translations(const struct catalogue *catalogue,
                                               struct arena *arena);

/* Takes one text; false ends the walk. */
struct sought_walk {
    bool (*take)(void *context, const struct sought_text *text);
    void *context;
    const struct sought_translations *translations; /* are taken too; or NULL */
    const char *const *languages; /* those of shared texts that are taken: catalogue_languages */
    size_t language_count;        /* of them */
    const struct item *item;      /* whose texts are walked; NULL but in sought_item */
};

/*
 * Walks over the texts of the practice's own row, field by field, names of languages among them.
 * This and the following walks return false when `take` has ended them.
 */
bool sought_practice(const struct practice *practice, const struct sought_walk *walk);

/* Its answers and tools, and translations of all its texts. The catalogue must be complete. */
bool sought_answers(const struct catalogue *catalogue, const struct practice *practice,
                    const struct sought_walk *walk);

/* Those that it shares with others: country, terms, collection, scale, items met. */
bool sought_shared(const struct catalogue *catalogue, const struct practice *practice,
                   const struct sought_walk *walk);

/*
 * One shared text, in all languages that the catalogue has it in: of a country (its code), a term,
 * collection, scale (its name) or item.
 */
bool sought_country(const char *code, const struct sought_walk *walk);
bool sought_term(const struct catalogue *catalogue, const struct term *term,
                 const struct sought_walk *walk);
bool sought_collection(const struct catalogue *catalogue, const struct collection *collection,
                       const struct sought_walk *walk);
bool sought_scale(const char *scale, const struct sought_walk *walk);
bool sought_item(const struct catalogue *catalogue, const struct item *item,
                 const struct sought_walk *walk);

#endif
