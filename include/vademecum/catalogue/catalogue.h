/*
 * catalogue: reads a folder of CSV files and links their rows. A loaded row never changes.
 *
 * Order of calls: catalogue_open, then look-ups. To show a large catalogue while it is read:
 * catalogue_begin, then look-ups, and catalogue_more until it returns false; catalogue_close at the
 * end. Meanwhile rows are only appended: a row stays where it is, but what refers to it may still
 * come. Practices, items and all texts reached from them live in the arena. Texts are UTF-8 as the
 * files have them: pass them through base/text before showing them.
 */
#ifndef VADEMECUM_CATALOGUE_CATALOGUE_H
#define VADEMECUM_CATALOGUE_CATALOGUE_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/record.h"
#include "vademecum/catalogue/schema.h"

#include <stdbool.h>
#include <stddef.h>

struct collection {
    struct record record;
    size_t practices; /* how many of the catalogue's practices come from it */
};

struct item {
    struct record record;
    const struct question *question; /* that it belongs to */
    size_t index;                    /* in catalogue->items, and of its marks */
    size_t met;                      /* how many practices meet it by their source's mark */
    struct saying *sayings;          /* in order of speaks.csv: first of a chain, or NULL */
};

struct question {
    struct record record;
    const struct criterion *criterion; /* that it belongs to */
    size_t index;                      /* in catalogue->questions */
    const struct item *items;          /* its items in order, in catalogue->items */
    size_t item_count;
    struct tool *tools;     /* of all practices, in order of tools.csv: first of a chain, or NULL */
    struct tool *last_tool; /* of that chain */
    size_t tool_count;      /* of that chain */
};

struct criterion {
    struct record record;
    const struct checklist *checklist; /* that it belongs to */
    const struct question *questions;  /* its questions in order, in catalogue->questions */
    size_t question_count;
    const struct item *items; /* all items of its questions: they stand in a row */
    size_t item_count;
};

struct checklist {
    struct record record;
    const struct collection *collection; /* that it comes from */
    const struct criterion *criteria;    /* its criteria in order */
    size_t criterion_count;
    const struct question *questions; /* all questions of its criteria: they stand in a row */
    size_t question_count;
    const struct item *items; /* all items of its criteria: they stand in a row */
    size_t item_count;
};

struct term {
    struct record record;
    size_t practices; /* how many practices have it */
};

/* What the source says of an item for a practice. The four are never merged. */
enum mark {
    MARK_ABSENT,   /* the source does not list the item for this practice */
    MARK_MET,      /* ticked */
    MARK_NOT_MET,  /* a dash: not shown */
    MARK_UNMARKED, /* listed without a mark */
    MARK_COUNT
};

struct answer {
    struct record record;
    const struct question *question;
    struct answer *next; /* of the same practice, in order of questions; NULL at the end */
};

struct tool {
    struct record record;
    const struct practice *practice;
    const struct question *question;
    struct tool *next;          /* of the same practice, by question, then position; or NULL */
    struct tool *next_practice; /* of the same question, all practices; or NULL */
};

struct practice_term {
    const struct term *term;
    long line;                  /* 1-based line in practice_terms.csv */
    struct practice_term *next; /* of the same practice, in order of terms.csv's positions */
};

struct practice {
    struct record record;
    const struct collection *collection;
    size_t index;                /* in catalogue->practices */
    struct answer *answers;      /* first of a chain, or NULL */
    struct tool *tools;          /* first of a chain, or NULL */
    struct practice_term *terms; /* first of a chain, or NULL */
};

/* A short sentence that helps with a question, a criterion or an area; see catalogue/README. */
struct guide {
    struct record record;
    const struct question *question;   /* that it helps with, or NULL */
    const struct criterion *criterion; /* the same */
    const struct term *area;           /* the same; a criterion and an area may share an id */
    const struct practice *practice;   /* that it was taken from */
};

/* What the answer of a practice says of an item that its source did not mark. */
struct saying {
    struct record record;
    const struct practice *practice;
    const struct question *question; /* whose answer it is */
    const struct item *item;
    struct saying *next; /* of the same item, or NULL */
};

struct directory; /* id → row, private */
struct loader;    /* private */

struct catalogue {
    struct arena *arena;      /* where all of it lives; borrowed */
    const char *path;         /* of the folder, as the user gave it */
    struct fault_list faults; /* rows left out, and other defects that loading met */
    const struct collection *collections;
    size_t collection_count;
    const struct checklist *checklists;
    size_t checklist_count;
    const struct criterion *criteria;
    size_t criterion_count;
    const struct question *questions;
    size_t question_count;
    const struct item *items;
    size_t item_count;
    const struct term *terms; /* all schemes, by position */
    size_t term_count;
    const struct guide *guides; /* in order of the file */
    size_t guide_count;
    const struct practice *practices; /* in order of the file */
    size_t practice_count;            /* so far */
    bool practices_whole;             /* no more of them come */
    bool terms_whole;                 /* nor of their terms */
    const struct record *translations;
    const struct record *synonyms;
    size_t files;               /* how many were opened */
    size_t rows[SCHEMA_COUNT];  /* rows in use, by file */
    const unsigned char *marks; /* enum mark, practice by practice; NULL before the first */
    const struct directory *directories[SCHEMA_COUNT]; /* of the files whose rows are looked up */
    struct loader *loader;                             /* while there is more to read; else NULL */
};

/*
 * Files that a caller can do without: those whose rows belong to practices, which hold most bytes
 * of a large catalogue, and those that only some callers need.
 */
enum catalogue_files {
    CATALOGUE_TERMS = 1 << SCHEMA_PRACTICE_TERMS,
    CATALOGUE_ANSWERS = 1 << SCHEMA_ANSWERS,
    CATALOGUE_MARKS = 1 << SCHEMA_MARKS,
    CATALOGUE_TOOLS = 1 << SCHEMA_TOOLS,
    CATALOGUE_GUIDES = 1 << SCHEMA_GUIDES,
    CATALOGUE_SPEAKS = 1 << SCHEMA_SPEAKS,
    CATALOGUE_OF_PRACTICES = CATALOGUE_TERMS | CATALOGUE_ANSWERS | CATALOGUE_MARKS |
                             CATALOGUE_TOOLS | CATALOGUE_GUIDES | CATALOGUE_SPEAKS,
    CATALOGUE_SYNONYMS = 1 << SCHEMA_SYNONYMS, /* only for searching */
    CATALOGUE_TRANSLATIONS = 1 << SCHEMA_TRANSLATIONS,
    CATALOGUE_WHOLE = CATALOGUE_OF_PRACTICES | CATALOGUE_SYNONYMS | CATALOGUE_TRANSLATIONS
};

/*
 * Reads the catalogue in the folder `path`, without the files of enum catalogue_files that are not
 * in the set `files`. A file that is not read need not be there; practices then have none of its
 * rows. A row that cannot be used is left out and listed in `faults`, as is the rest of a file
 * whose reading broke off; they are file by file, in order of lines in each. False when the folder,
 * a file (but for schema_newer) or a needed column is missing; the fault says what to do. `path`
 * must outlive the catalogue.
 */
bool catalogue_open(struct catalogue *catalogue, struct arena *arena, const char *path,
                    unsigned files, struct fault *fault);

/*
 * As catalogue_open, but of the rows that belong to practices only those of the practice with this
 * id, so that nothing may be counted over practices. In rows of others not every defect is found.
 * `practice` is not empty, and must outlive the catalogue.
 */
bool catalogue_open_practice(struct catalogue *catalogue, struct arena *arena, const char *path,
                             const char *practice, unsigned files, struct fault *fault);

/*
 * As catalogue_open of the whole, but leaves practices and what belongs to them to catalogue_more;
 * at most the first practices are there. catalogue_close gives back what catalogue_more needs, also
 * when not all was read.
 */
bool catalogue_begin(struct catalogue *catalogue, struct arena *arena, const char *path,
                     struct fault *fault);

/*
 * Reads on for a moment: up to 64 KB. False when all has been read. Practices come first, then
 * their terms, marks, tools, answers, guides, sayings and translations.
 */
bool catalogue_more(struct catalogue *catalogue);

/* How much has been read, in thousandths of all bytes. */
int catalogue_progress(const struct catalogue *catalogue);

/* Ends the reading. The rows that were read stay. Harmless when all was read. */
void catalogue_close(struct catalogue *catalogue);

/*
 * Reads a catalogue only for its `faults` and `rows`: nothing else of it may be used. A file that
 * is missing or cannot be used is one of the faults, and the others are read all the same; what
 * refers to rows that could not be read is not judged. False when the folder cannot be opened or
 * has none of the files. `today` is the day, YYYY-MM-DD; NULL when it is not known.
 */
bool catalogue_check(struct catalogue *catalogue, struct arena *arena, const char *path,
                     const char *today, struct fault *fault);

/* The row with this id, or NULL. */
const struct practice *catalogue_practice(const struct catalogue *catalogue, const char *id);
const struct item *catalogue_item(const struct catalogue *catalogue, const char *id);
const struct question *catalogue_question(const struct catalogue *catalogue, const char *id);

/* The practice whose id comes nearest to what a user typed, or NULL when none is near. */
const struct practice *catalogue_nearest(const struct catalogue *catalogue, const char *typed);

/* The source's mark of the item for the practice. */
enum mark catalogue_mark(const struct catalogue *catalogue, const struct practice *practice,
                         const struct item *item);

/* The mark as it is written in the files ("met", …), with "absent" for MARK_ABSENT. Static. */
const char *catalogue_mark_name(enum mark mark);

/* How many of `count` items in a row have each mark. */
struct tally {
    size_t marks[MARK_COUNT];
};
struct tally catalogue_tally(const struct catalogue *catalogue, const struct practice *practice,
                             const struct item *items, size_t count);

/* How many of them the source lists at all: "met 3 of" these. */
size_t catalogue_listed(const struct tally *tally);

/* The practice's answer to the question, or NULL when the source does not assess it. */
const struct answer *catalogue_answer(const struct practice *practice,
                                      const struct question *question);

/* The practice's first tool for the question, or NULL; further ones follow by `next`. */
const struct tool *catalogue_tool(const struct practice *practice, const struct question *question);

/*
 * The checklist to look at the practice with: the first of its own collection; when that has none,
 * the one whose collection has most practices, the first of equals; NULL when there is none at all.
 */
const struct checklist *catalogue_checklist(const struct catalogue *catalogue,
                                            const struct practice *practice);

/* The checklist that the item belongs to. */
const struct checklist *catalogue_checklist_of(const struct item *item);

/*
 * The checklist with this id, which may have a version behind it, as in "spring@1"; NULL when there
 * is none.
 */
const struct checklist *catalogue_checklist_chosen(const struct catalogue *catalogue,
                                                   const char *chosen);

/*
 * A cell in a language: its translation where there is one, else the cell itself. `table` is the
 * file's schema, `record` one of its rows; `lang` NULL or "" asks for the cell itself. `*found`,
 * unless NULL, says whether it is a translation.
 */
const char *catalogue_text(const struct catalogue *catalogue, enum schema_id table,
                           const struct record *record, size_t column, const char *lang,
                           bool *found);

/*
 * The official title of a practice in its own language, and that language in `*lang`; NULL when
 * none is recorded.
 */
const char *catalogue_official_title(const struct catalogue *catalogue,
                                     const struct practice *practice, const char **lang);

/*
 * The languages that translations are in, the words of the source first, the others sorted;
 * `*count` gets how many. In `arena`.
 */
const char *const *catalogue_languages(const struct catalogue *catalogue, struct arena *arena,
                                       size_t *count);

#endif
