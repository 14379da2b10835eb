/*
 * document: writes text for people, from top to bottom, by a pen.
 *
 * A document says what a piece of text is: a heading, a fact, an item, a link. The pen decides how
 * that looks: wrapped lines with blanks before them, or tags. So a report is written once, for all
 * pens; a new pen is one file and a line in report/formats.c.
 *
 * `depth`, from 0 to DOCUMENT_DEPTHS - 1, tells what belongs to what: a deeper part belongs to the
 * one before it. Texts are UTF-8 or what a file held; every pen writes them so that they can do no
 * harm where they go. Columns are those of a terminal. Errors stay in the stream.
 *
 * Order of calls: fill the first fields of a struct document; document_title; the others;
 * document_end.
 */
#ifndef VADEMECUM_REPORT_DOCUMENT_H
#define VADEMECUM_REPORT_DOCUMENT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"
#include "vademecum/report/sign.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct pen;

enum {
    DOCUMENT_DEPTHS = 4 /* that a document may have */
};

/* A list that a pen has begun and not ended. */
struct document_list {
    const void *kind; /* the pen's; static */
    int depth;        /* of its entries */
};

struct document {
    const struct pen *pen; /* static */
    FILE *out;             /* borrowed */
    int width;             /* columns to wrap to, at least 1 */
    bool terminal;         /* the stream is one: every pen writes what it can show, and no more */
    bool ascii;            /* signs and rules in ASCII */
    enum letters letters;  /* what the other side can show */
    const char *lang;      /* BCP 47: of its words, where texts say no other; NULL: "en" */
    const char *text_lang; /* of the next text alone; NULL: as the document */
    struct arena *scratch; /* borrowed; emptied by every call here: keep nothing in it */
    bool begun;            /* something is written */
    struct document_list lists[DOCUMENT_DEPTHS]; /* the pen's, from the outside in */
    size_t list_count;                           /* of them */
};

/* The levels of headings. */
enum heading {
    HEADING_TITLE = 1, /* of the document, once at most, before all else */
    HEADING_PART,
    HEADING_SECTION,
    HEADING_QUESTION,
    HEADING_LABEL /* of what follows within a question */
};

/*
 * The title, for pens that need one even though no heading says it. To be called before all else.
 */
void document_title(struct document *document, const char *title);

/* Says that the next text is in the language `lang` (BCP 47; NULL: the document's). */
void document_lang(struct document *document, const char *lang);

/* Makes the lines no wider than is good for reading, from here on. */
void document_narrow(struct document *document);

/* A heading of the parts that follow. */
void document_heading(struct document *document, enum heading level, const char *text);

/* A paragraph; a newline in it starts a new line. */
void document_text(struct document *document, int depth, const char *text);

/* A line that is never broken, to be copied or jumped to: an id, a command, a place in a file. */
void document_line(struct document *document, int depth, const char *text);

/* A web address, never broken. */
void document_link(struct document *document, int depth, const char *url);

/* A text with its label. Labels take `columns` where they stand beside their texts. */
void document_fact(struct document *document, int depth, const char *label, int columns,
                   const char *text);

/* The same for the web address of what the paper is about; in print, cameras can read it. */
void document_fact_link(struct document *document, int depth, const char *label, int columns,
                        const char *url);

/* A fact whose text leads to a web address; "": nowhere. */
void document_fact_named(struct document *document, int depth, const char *label, int columns,
                         const char *text, const char *url);

/* An entry of a list, with a sign before it, "" for none. Signs take `columns`. */
void document_item(struct document *document, int depth, struct sign sign, int columns,
                   const char *text);

/* How many of `of` have each tone; the count of TONE_MET is also written as a number. */
struct document_bar {
    size_t counts[TONE_COUNT];
    size_t of;
};

/* Counts, as a bar and as numbers, with a text. The numbers take `columns`. */
void document_bar(struct document *document, int depth, const struct document_bar *bar, int columns,
                  const char *text);

/* A little room between two parts. */
void document_gap(struct document *document);

struct document_column {
    const char *title; /* of the column; "" where what stands in it says enough to the eye */
    bool whole;        /* its cells are never wrapped */
    const char *aloud; /* what it is called where the title is "" */
};

/* Rows of cells under their columns' titles. */
struct document_table {
    const char *caption;                   /* what the table shows */
    const struct document_column *columns; /* `count` of them */
    size_t count;
    const char *const *cells; /* rows × count of them, row by row; the first of a row names it */
    size_t rows;
    const char *const
        *langs; /* BCP 47, of each row's first cell: NULL is the document's; or NULL */
};

/* A table. */
void document_table(struct document *document, const struct document_table *table);

/* An item of a form. */
struct document_ask {
    const char *text;
    const char *ask;  /* how to ask for it, or "" */
    const char *last; /* what was ticked last time, or "" */
};

/* A question of a form that is filled in by hand: boxes to tick, and room to write. */
struct document_form {
    const char *code;         /* by which it comes back; in the margin */
    const char *title;        /* the question */
    const struct sign *boxes; /* of each item, `box_count`: what is typed for it, and its word */
    size_t box_count;
    const struct document_ask *asks; /* `count` of them */
    size_t count;
};

/* A question of a form. */
void document_form(struct document *document, const struct document_form *form);

/* Ends the document. Nothing may be written afterwards. */
void document_end(struct document *document);

#endif
