/*
 * swallowed: finds rows that stand inside a cell, because a stray quotation mark opens it and
 * another one, rows further down, closes it. A part of table, for which others call table_open.
 */
#ifndef VADEMECUM_BASE_SWALLOWED_H
#define VADEMECUM_BASE_SWALLOWED_H

#include "vademecum/base/header.h"

#include <stdbool.h>
#include <stddef.h>

/* What looks like rows in one cell. */
struct swallowed {
    long whole; /* from line end to line end */
    bool cut;   /* one more, which the end of the cell cuts */
    bool fits;  /* what stands before the first line end and behind the last makes up one row, as it
                   does when the quotation marks stand in the same column of two rows */
};

/*
 * Looks for rows behind the first line end in the text of the header's cell `cell`. A line counts
 * as a row when its commas are as many as a row has, and a word stands wherever the header wants
 * one; sentences with commas are none. Where every one of several lines has as many commas as a
 * row, they all count, whatever their words are.
 */
struct swallowed swallowed_find(const struct header *header, const struct header_wanted *wanted,
                                size_t cell, const char *bytes, size_t length);

/* How many rows they are, the one that is cut too. */
long swallowed_count(const struct swallowed *swallowed);

/*
 * Whether they must be rows, even though the row that holds them has the cells that it should
 * have. One line alone could be there by chance.
 */
bool swallowed_sure(const struct swallowed *swallowed);

#endif
