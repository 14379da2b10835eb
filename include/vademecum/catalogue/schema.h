/*
 * schema: the catalogue's data dictionary, as tables: which files there are, their columns, and
 * what a cell may hold. Loading, checking, CSV and JSON output, and translations all go by it.
 * catalogue/README and catalogue/datapackage.json say the same to people and to other programs.
 */
#ifndef VADEMECUM_CATALOGUE_SCHEMA_H
#define VADEMECUM_CATALOGUE_SCHEMA_H

#include "vademecum/base/table.h"

#include <stdbool.h>
#include <stddef.h>

/* The files, in the order of loading: a file refers to earlier ones only. */
enum schema_id {
    SCHEMA_COLLECTIONS,
    SCHEMA_CHECKLISTS,
    SCHEMA_CRITERIA,
    SCHEMA_QUESTIONS,
    SCHEMA_ITEMS,
    SCHEMA_TERMS,
    SCHEMA_PRACTICES,
    SCHEMA_PRACTICE_TERMS,
    SCHEMA_ANSWERS,
    SCHEMA_MARKS,
    SCHEMA_TOOLS,
    SCHEMA_GUIDES,
    SCHEMA_SPEAKS,
    SCHEMA_TRANSLATIONS,
    SCHEMA_SYNONYMS,
    SCHEMA_COUNT
};

/* What a cell holds. An empty cell means "not stated", whatever its kind. */
enum cell_kind {
    CELL_TEXT,
    CELL_ID,        /* [a-z0-9][a-z0-9.-]* */
    CELL_NUMBER,    /* a whole number, 0 or more */
    CELL_AMOUNT,    /* of money: digits, perhaps a point and one or two more */
    CELL_CURRENCY,  /* ISO 4217 */
    CELL_DATE,      /* YYYY, YYYY-MM or YYYY-MM-DD */
    CELL_COUNTRY,   /* ISO 3166-1 alpha-2 */
    CELL_COUNTRIES, /* the same, several, joined by "; " */
    CELL_LANGUAGE,  /* BCP 47 */
    CELL_LANGUAGES, /* the same, several, joined by "; " */
    CELL_CHOICE,    /* one of `choices` */
    CELL_URL,       /* http or https */
    CELL_FILE,      /* a path inside the catalogue's folder */
    CELL_POSITION,  /* a whole number, 1 or more */
    CELL_CHOICES,   /* some of `choices`, joined by "; " */
    CELL_WORD       /* one word to search for, which a field and a colon may precede */
};

struct schema_column {
    const char *name;
    enum cell_kind kind;
    bool required; /* may not be empty, and the file is of no use without it */
    int width;     /* most columns on the screen, 0: any */
    const char *const
        *choices; /* CELL_CHOICE, CELL_CHOICES: what may stand here, NULL-terminated */
};

struct schema {
    const char *name;                    /* of the table: "practices" */
    const char *file;                    /* "practices.csv" */
    const struct schema_column *columns; /* key columns first */
    size_t count;                        /* columns */
    size_t keys;                         /* how many of them, from the first, are the key */
};

/* The schema of a file. Static. */
const struct schema *schema_get(enum schema_id id);

/*
 * The file that the ids in a column refer to, SCHEMA_COUNT when they refer to none. Those of
 * translations.csv, whose keys can be of any file, count as none.
 */
enum schema_id schema_target(enum schema_id id, size_t column);

/* Whether older catalogues lack the file. */
bool schema_newer(enum schema_id id);

/* How much its file needs the column: TABLE_NEWER where older catalogues lack it. */
enum table_need schema_need(const struct schema_column *column);

/* Whether the cells of a column may hold several lines, one line, or one word. */
enum table_shape schema_shape(const struct schema_column *column);

/* Columns of each file, as indices into its `columns` and into the cells of its records. */
enum {
    COLLECTION_ID,
    COLLECTION_TITLE,
    COLLECTION_PUBLISHER,
    COLLECTION_PARTNERS,
    COLLECTION_FUNDER,
    COLLECTION_PROGRAMME,
    COLLECTION_REFERENCE,
    COLLECTION_START,
    COLLECTION_END,
    COLLECTION_COUNTRIES,
    COLLECTION_LANGUAGES,
    COLLECTION_AUDIENCE,
    COLLECTION_SIZE,
    COLLECTION_URL,
    COLLECTION_USE, /* what can be done with it here */
    COLLECTION_SUMMARY,
    COLLECTION_AIMS,
    COLLECTION_OUTPUTS,
    COLLECTION_CREDIT,
    COLLECTION_NOTE,
    COLLECTION_COLUMNS
};

enum {
    CHECKLIST_ID,
    CHECKLIST_COLLECTION,
    CHECKLIST_TITLE,
    CHECKLIST_SUMMARY,
    CHECKLIST_VERSION,
    CHECKLIST_MET, /* what its verdicts are called, empty: as usual */
    CHECKLIST_PARTLY,
    CHECKLIST_NOT_MET,
    CHECKLIST_UNKNOWN,
    CHECKLIST_COLUMNS
};

enum {
    CRITERION_ID,
    CRITERION_CHECKLIST,
    CRITERION_POSITION,
    CRITERION_TITLE,
    CRITERION_LABEL,
    CRITERION_COLUMNS
};

enum {
    QUESTION_ID,
    QUESTION_CRITERION,
    QUESTION_POSITION,
    QUESTION_TEXT,
    QUESTION_LABEL,
    QUESTION_COLUMNS
};

enum {
    ITEM_ID,
    ITEM_QUESTION,
    ITEM_POSITION,
    ITEM_TEXT,
    ITEM_ASK,
    ITEM_DAC,   /* the question of the OECD DAC that the item goes with */
    ITEM_SHOWS, /* what of a practice of the catalogue stands beside it */
    ITEM_WHO,   /* who can answer it */
    ITEM_COLUMNS
};

enum {
    TERM_SCHEME,
    TERM_TERM,
    TERM_POSITION,
    TERM_LABEL,
    TERM_SUMMARY,
    TERM_COLUMNS
};

enum {
    PRACTICE_ID,
    PRACTICE_COLLECTION,
    PRACTICE_TITLE,
    PRACTICE_SUMMARY,
    PRACTICE_OBJECTIVES,
    PRACTICE_RESULTS,
    PRACTICE_ORGANISATION,
    PRACTICE_PARTNERS,
    PRACTICE_COUNTRY,
    PRACTICE_REGION,
    PRACTICE_CITY,
    PRACTICE_SCALE,
    PRACTICE_START,
    PRACTICE_END,
    PRACTICE_ONGOING,
    PRACTICE_FUNDING,
    PRACTICE_AMOUNT,
    PRACTICE_CURRENCY, /* of the amount */
    PRACTICE_PROGRAMME,
    PRACTICE_REFERENCE,
    PRACTICE_WEBSITE,
    PRACTICE_SOURCE_URL,
    PRACTICE_CONTACT,
    PRACTICE_LANGUAGES,
    PRACTICE_TRANSFERABILITY,
    PRACTICE_LANG,
    PRACTICE_CREDIT,
    PRACTICE_NOTE,
    PRACTICE_PROOF, /* where each fact stands */
    PRACTICE_COLUMNS
};

enum {
    PRACTICE_TERM_PRACTICE,
    PRACTICE_TERM_SCHEME,
    PRACTICE_TERM_TERM,
    PRACTICE_TERM_COLUMNS
};

enum {
    ANSWER_PRACTICE,
    ANSWER_QUESTION,
    ANSWER_TEXT,
    ANSWER_NOTE,
    ANSWER_COLUMNS
};

enum {
    MARK_PRACTICE,
    MARK_ITEM,
    MARK_MARK,
    MARK_COLUMNS
};

enum {
    TOOL_PRACTICE,
    TOOL_QUESTION,
    TOOL_POSITION,
    TOOL_TITLE,
    TOOL_URL,
    TOOL_FILE,
    TOOL_LANG,
    TOOL_NOTE,
    TOOL_COLUMNS
};

enum {
    GUIDE_ID,
    GUIDE_PLACE, /* the question, criterion or area that it helps with */
    GUIDE_KIND,
    GUIDE_TEXT,
    GUIDE_PRACTICE, /* that it was taken from */
    GUIDE_QUESTION, /* whose answer it was taken from; "": from what else is told of the practice */
    GUIDE_NOTE,
    GUIDE_COLUMNS
};

enum {
    SPEAKS_PRACTICE,
    SPEAKS_QUESTION, /* whose answer speaks of the item */
    SPEAKS_ITEM,
    SPEAKS_TEXT,
    SPEAKS_COLUMNS
};

enum {
    TRANSLATION_TABLE,
    TRANSLATION_KEY,
    TRANSLATION_FIELD,
    TRANSLATION_LANG,
    TRANSLATION_TEXT,
    TRANSLATION_STATUS,
    TRANSLATION_COLUMNS
};

enum {
    SYNONYM_WORD,
    SYNONYM_MEANING,
    SYNONYM_LANG,
    SYNONYM_COLUMNS
};

#endif
