/*
 * pen: writes the parts of a document to document->out in one format. report/document.h says what
 * each part is.
 */
#ifndef VADEMECUM_REPORT_PEN_H
#define VADEMECUM_REPORT_PEN_H

#include "vademecum/report/document.h"

/* An entry of a list: a fact, an item, a bar. */
struct document_entry {
    int depth;
    const char *label; /* of a fact */
    struct sign sign;  /* of an item */
    int columns;       /* for the label, sign or numbers, where they stand beside the text */
    const char *text;
    bool link;               /* of a fact: the text is a web address */
    const char *url;         /* of a fact: where its text leads to; NULL: nowhere */
    struct document_bar bar; /* of a bar */
};

struct pen {
    void (*title)(struct document *document, const char *title);
    void (*heading)(struct document *document, enum heading level, const char *text);
    void (*text)(struct document *document, int depth, const char *text);
    void (*line)(struct document *document, int depth, const char *text);
    void (*link)(struct document *document, int depth, const char *url);
    void (*fact)(struct document *document, const struct document_entry *entry);
    void (*item)(struct document *document, const struct document_entry *entry);
    void (*bar)(struct document *document, const struct document_entry *entry);
    void (*table)(struct document *document, const struct document_table *table);
    void (*form)(struct document *document, const struct document_form *form);
    void (*gap)(struct document *document);
    void (*end)(struct document *document);
};

/*
 * The text as a file may hold it: UTF-8, with U+FFFD for bytes that are none, for controls but
 * newline and tab, and for signs that turn the direction of text. For a terminal, as text_clean has
 * it. In document->scratch.
 */
const char *pen_clean(const struct document *document, const char *text);

/* Whether the text is an address that a click may open, http or https, and nothing else. */
bool pen_address(const char *text);

/* The title of a column for pens that leave none empty. */
const char *pen_column(const struct document_column *column);

/*
 * Lines wrapped to document->width, without trailing blanks. All of it goes through base/text, so
 * nothing that a file or the command line holds can reach a terminal unchecked.
 */
extern const struct pen pen_text;

/*
 * HTML, UTF-8: one file that needs nothing else, without scripts, with a print style; every text is
 * escaped by one function, and only http and https become links.
 */
extern const struct pen pen_html;

/* Markdown (CommonMark, and tables), UTF-8: texts are escaped so that none becomes markup. */
extern const struct pen pen_markdown;

#endif
