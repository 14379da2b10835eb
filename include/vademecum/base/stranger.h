/*
 * stranger: a file that is no comma-separated UTF-8, by its first bytes. A part of table, for which
 * others call table_open.
 */
#ifndef VADEMECUM_BASE_STRANGER_H
#define VADEMECUM_BASE_STRANGER_H

#include <stddef.h>

/*
 * The sentence, not yet translated, that says what the file is and what to do, by the first bytes
 * of it, a byte-order mark among them: UTF-16 and UTF-32 with and without a mark, a spreadsheet's
 * own file, other formats of text, zero bytes. NULL when it is none of these. Static.
 */
const char *stranger_find(const char *bytes, size_t length);

#endif
