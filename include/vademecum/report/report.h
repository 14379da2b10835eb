/*
 * report: writes what the catalogue and the reviews hold to a stream in one of several formats.
 *
 * Errors stay in the stream: its owner checks it at the end.
 */
#ifndef VADEMECUM_REPORT_REPORT_H
#define VADEMECUM_REPORT_REPORT_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/report/document.h"
#include "vademecum/report/sheet.h"
#include "vademecum/report/sign.h"
#include "vademecum/review/review.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct report {
    const struct catalogue *catalogue; /* open; NULL where a function says so */
    const struct review *review;       /* what all reviewers have said, or NULL */
    const char *reviewer;              /* whose review it is about, or NULL */
    const char *lang;                  /* for content, as for catalogue_text; or NULL */
    struct arena *arena;               /* for what is made on the way */
    struct document *document;         /* where it goes; borrowed; other formats use its stream */
    enum sign_form signs;              /* for marks in text */
    int64_t now;                       /* seconds since 1970: what is due before is overdue */
    bool semicolon;                    /* CSV is for Excel in Europe */
    bool filed;                        /* it goes into a file that somebody will open */
    bool ids;                          /* items are written with their ids */
    bool terminal;                     /* the stream is one: it gets checked text in any format */
};

struct dossier; /* report/dossier.h */

struct report_format {
    /* Those of no collection, which reviewers have added, come first. */
    void (*list)(const struct report *report, const struct practice *const *practices,
                 size_t count);
    void (*practice)(const struct report *report, const struct practice *practice);
    /* A practice that a reviewer has added, with what report->reviewer says of it. */
    void (*own)(const struct report *report, const struct dossier *dossier);
    void (*stats)(const struct report *report);
    void (*collections)(const struct report *report);
    /* NULL in the format for people: what has rows has a function of its own for them. */
    void (*sheet)(const struct report *report, const struct sheet *sheet);
};

/* For people: a document, by whichever pen it has. */
extern const struct report_format report_text;

/*
 * JSON, UTF-8: objects with the columns of the catalogue's files as keys, in their order, and a
 * string for every cell, "" when not stated. Bytes that are not UTF-8 come out as U+FFFD.
 */
extern const struct report_format report_json;

/*
 * CSV as base/table writes it; its header tells the columns. With report->semicolon, semicolons
 * stand between the cells and a byte-order mark before them: by that Excel, where it has commas in
 * numbers, finds cells and letters.
 */
extern const struct report_format report_csv;

/* All practices, `*count` of them, by title, in the order of the locale. In report->arena. */
const struct practice *const *report_by_title(const struct report *report, size_t *count);

/* A cell in the language of the report; see catalogue_text. */
const char *report_cell(const struct report *report, enum schema_id table,
                        const struct record *record, size_t column);

/* The sign of a verdict, in the words of the checklist and the language of the report. */
struct sign report_sign(const struct report *report, const struct checklist *checklist,
                        enum verdict verdict, enum sign_form form);

/* What each sign means, from a verdict on, on one line: "✓ met   ~ partly   …". */
const char *report_legend(const struct report *report, const struct checklist *checklist,
                          enum verdict from);

/* The marks that ask for work, as the checklist calls them: "partly or not met". */
const char *report_wanting(const struct report *report, const struct checklist *checklist);

/* The text of an item, for people; with its id before it where report->ids. */
const char *report_item(const struct report *report, const struct item *item);

/* The language that the title of a practice comes out in, BCP 47; NULL: not stated, or English. */
const char *report_practice_lang(const struct report *report, const struct practice *practice);

/* The same of the title of a tool. */
const char *report_tool_lang(const struct report *report, const struct tool *tool);

/*
 * Writes a table of practices for people: title, country, town, id, and with `why` for each the
 * reason that it is in the table; `why` may be NULL.
 */
void report_practices(const struct report *report, const char *caption,
                      const struct practice *const *practices, size_t count,
                      const char *const *why);

/*
 * Whether the practice has to do with the checklist: its source uses it, or the practice has a
 * mark, an answer or a tool in it.
 */
bool report_uses(const struct report *report, const struct practice *practice,
                 const struct checklist *checklist);

/* The source's mark of an item; MARK_ABSENT for a practice that a reviewer has added. */
enum mark report_mark(const struct report *report, const struct practice *practice,
                      const struct item *item);

/* The tool of the same practice and question that follows, or NULL. */
const struct tool *report_next_tool(const struct tool *tool);

/* A text for a format that programs read: as it is, but checked when the stream is a terminal. */
const char *report_raw(const struct report *report, const char *text);

#endif
