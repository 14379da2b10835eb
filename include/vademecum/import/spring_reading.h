/*
 * spring_reading: how far a page of SPRING was read, and what of its checklist is there. A part of
 * spring.
 */
#ifndef VADEMECUM_IMPORT_SPRING_READING_H
#define VADEMECUM_IMPORT_SPRING_READING_H

#include "vademecum/import/page.h"
#include "vademecum/import/spring.h"

/* Where on the page the next line stands. */
enum spring_part {
    SPRING_OUTSIDE,  /* before a question, or behind the items of one */
    SPRING_ANSWER,   /* below a question */
    SPRING_TOOLS,    /* below "Inspiring tools:" */
    SPRING_CHECKLIST /* below "Good practice checklist" */
};

/* Different ids that the page has named. */
struct spring_seen {
    const char **ids;
    size_t count;
    size_t room;
};

struct spring_reading {
    struct new_rows *rows;
    struct arena *arena;
    const struct catalogue *into; /* or NULL */
    struct spring_counts *counts;
    struct fault_list *told;
    const char *name;             /* of the file */
    const char *slug;             /* ids of practices begin with it */
    struct page_line *line;       /* that is being read */
    const struct page_line *end;  /* behind the last one */
    enum spring_part part;
    const char *criterion;              /* id; NULL before the first */
    const char *question;               /* id; NULL before the first of a practice */
    size_t place;                       /* of the question in the grid, 0 for another one */
    size_t practice_from[SCHEMA_COUNT]; /* rows that there were when the practice began */
    const char *practice;               /* id; NULL before the first */
    long practice_line;                 /* on which it begins */
    const struct practice *named;       /* of the catalogue, by a title or address; or NULL */
    const struct practice *named_next;  /* the same for a practice that is not begun yet */
    const char **texts;                 /* of the catalogue's practices, folded; NULL before use */
    const char **answer;                /* row of the question, or NULL */
    size_t tools;                       /* of the question */
    struct spring_seen criteria;
    struct spring_seen questions;
    struct spring_seen items;
};

/* Whether two texts are the same but for capitals and accents. */
bool spring_same(const struct spring_reading *reading, const char *one, const char *other);

/* Reports the line that is being read to `told`. */
void spring_tell(const struct spring_reading *reading, const char *sentence);

/* The id of what is above: "inclusivity.1" of "inclusivity.1.1". */
const char *spring_above(const struct spring_reading *reading, const char *id);

/*
 * Add a row for the criterion, question or item, unless the catalogue has it; with the first also
 * the collection and the checklist. Words are those of the line that is being read, but for
 * `title`. Ids must live as long as the rows.
 */
void spring_need_criterion(struct spring_reading *reading, const char *id, const char *title);
void spring_need_question(struct spring_reading *reading, const char *id, const char *criterion);
void spring_need_item(struct spring_reading *reading, const char *id);

/*
 * The id of a question below the criterion `above`, or of an item below the question `above`, which
 * the grid does not have: that of the one with the words of the line, or a new one.
 */
const char *spring_other(const struct spring_reading *reading, enum schema_id id,
                         const char *above);

#endif
