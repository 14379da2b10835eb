/*
 * paper: text for people on a stream, wrapped to a width. All of it goes through base/text, so
 * nothing that the catalogue or the command line holds can reach a terminal unchecked.
 *
 * Indents and widths are columns. Lines have no trailing blanks. Errors stay in the stream.
 */
#ifndef VADEMECUM_REPORT_PAPER_H
#define VADEMECUM_REPORT_PAPER_H

#include "vademecum/base/arena.h"
#include "vademecum/base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct paper {
    FILE *out;             /* borrowed */
    int width;             /* columns to wrap to, at least 1 */
    bool ascii;            /* signs and rules in ASCII */
    enum letters letters;  /* what the other side can show */
    struct arena *scratch; /* borrowed; emptied by every call here: keep nothing in it */
};

/* The text in lines that fit, each after `indent` blanks; a newline in it starts a new line. */
void paper_text(const struct paper *paper, int indent, const char *text);

/*
 * The same with `label` before its first line, and all lines `hang` columns behind the indent. A
 * label that is too wide for that stands on a line of its own, as all do where there is no room.
 */
void paper_entry(const struct paper *paper, int indent, const char *label, int hang,
                 const char *text);

/* The text on one line, however long: what somebody may want to copy or jump to. */
void paper_line(const struct paper *paper, int indent, const char *text);

/* The text in lines that fit, with a rule below. */
void paper_heading(const struct paper *paper, const char *text);

void paper_blank(const struct paper *paper);

struct paper_column {
    const char *title; /* of the column */
    bool whole;        /* its cells are never wrapped */
};

/*
 * Rows of cells under their columns' titles; cells are wrapped where all does not fit side by side.
 * On paper too narrow for that, the cells of a row stand below each other. `cells` has rows × count
 * of them, row by row.
 */
void paper_table(const struct paper *paper, const struct paper_column *columns, size_t count,
                 const char *const *cells, size_t rows);

#endif
