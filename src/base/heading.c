#include "vademecum/base/heading.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <ctype.h>
#include <string.h>

enum {
    LINES_MOST = 40,     /* that are looked at for the names of the columns */
    NAMES_ELSEWHERE = 2, /* on a line that is not the first, or between other signs than commas: one
                            could be there by chance */
    SEPARATORS = 6
};

static const struct {
    char byte;
    size_t least; /* of them on a line, so that they separate names that nobody knows */
    const char *sentence;
} separators[SEPARATORS] = {
    {',', 1, ""},
    {';', 1,
     N_("The cells of this file are separated by semicolons, not by commas. Open it in "
        "LibreOffice, choose Save As, tick \"Edit filter settings\", and set the field "
        "delimiter to a comma. (Excel writes commas only where the system's list "
        "separator is a comma.)")},
    {'\t', 1,
     N_("The cells of this file are separated by tabs, not by commas. Open it in the "
        "spreadsheet and save it as CSV UTF-8: in Excel the type \"CSV UTF-8\"; in "
        "LibreOffice Save As, tick \"Edit filter settings\", field delimiter comma.")},
    {'|', 1,
     N_("The cells of this file are separated by vertical bars (|), not by commas. Open it in "
        "LibreOffice with that separator, choose Save As, tick \"Edit filter settings\", and "
        "set the field delimiter to a comma.")},
    {':', 2,
     N_("The cells of this file are separated by colons, not by commas. Open it in "
        "LibreOffice with that separator, choose Save As, tick \"Edit filter settings\", and "
        "set the field delimiter to a comma.")},
    {'^', 2,
     N_("The cells of this file are separated by the sign ^, not by commas. Open it in "
        "LibreOffice with that separator, choose Save As, tick \"Edit filter settings\", and "
        "set the field delimiter to a comma.")},
};

/* A line, and how many names of columns stand on it when it is cut at a separator. */
struct heading {
    long line;        /* 1-based */
    size_t separator; /* of `separators` */
    size_t names;
};

static bool is_end(char byte) {
    return byte == '\r' || byte == '\n';
}

/* How many bytes the first line takes, with line ends inside quotation marks. */
static size_t line_size(const char *bytes, size_t length) {
    bool quoted = false;
    size_t size = 0;
    while (size < length && (quoted || !is_end(bytes[size]))) {
        quoted ^= bytes[size] == '"';
        size++;
    }
    return size;
}

/* Whether the line is one by which Excel is told the separator, such as "sep=;". */
static bool is_separator_line(const char *line, size_t length, size_t *separator) {
    static const char told[] = "sep=";
    const size_t size = sizeof told - 1;
    while (length > 0 && (*line == '"' || *line == ' ')) {
        line++;
        length--;
    }
    for (size_t i = 0; i < size; i++) {
        if (i >= length || tolower((unsigned char)line[i]) != told[i]) {
            return false;
        }
    }
    *separator = 0;
    for (size_t s = 0; s < SEPARATORS; s++) {
        *separator = length > size && line[size] == separators[s].byte ? s : *separator;
    }
    return true;
}

static const char *sentence_of(size_t separator) {
    return separator ? _(separators[separator].sentence) : "";
}

/* Also in capitals, and with a blank or hyphen for "_". */
static bool is_name(const char *name, const char *bytes, size_t length) {
    if (strlen(name) != length) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        const bool joint = name[i] == '_' && (bytes[i] == ' ' || bytes[i] == '-');
        if (!joint && tolower((unsigned char)bytes[i]) != name[i]) {
            return false;
        }
    }
    return true;
}

static bool is_column(const struct header_wanted *wanted, const char *name, size_t length) {
    for (size_t i = 0; i < wanted->count; i++) {
        if (is_name(wanted->columns[i].name, name, length)) {
            return true;
        }
    }
    return false;
}

/*
 * How many columns the line names when it is cut at the separator. No column's name holds a
 * separator or a quotation mark, so cutting and taking one pair of marks off is enough.
 */
static size_t names_count(const struct header_wanted *wanted, const char *line, size_t length,
                          char separator) {
    static const char around[] = " \t\r\n\"";
    const char *end = line + length;
    size_t names = 0;
    while (line < end) {
        const char *cut = memchr(line, separator, (size_t)(end - line));
        const char *stop = cut ? cut : end;
        const char *start = line;
        while (start < stop && strchr(around, *start)) {
            start++;
        }
        const char *close = stop;
        while (close > start && strchr(around, close[-1])) {
            close--;
        }
        names += is_column(wanted, start, (size_t)(close - start));
        line = stop + 1;
    }
    return names;
}

static size_t required_count(const struct header_wanted *wanted) {
    size_t count = 0;
    for (size_t i = 0; i < wanted->count; i++) {
        count += wanted->columns[i].need == TABLE_NEEDED;
    }
    return count;
}

/* Puts into `best`, which has the first line, the line that names more columns than it. */
static void heading_find(const struct header_wanted *wanted, const char *bytes, size_t length,
                         struct heading *best) {
    long line = best->line;
    size_t least = 1;
    for (long left = LINES_MOST; length > 0 && left > 0; left--) {
        const size_t size = line_size(bytes, length);
        for (size_t i = 0; i < SEPARATORS; i++) {
            const size_t names = names_count(wanted, bytes, size, separators[i].byte);
            if (names > best->names && names >= least && (i == 0 || names >= NAMES_ELSEWHERE)) {
                *best = (struct heading){.line = line, .separator = i, .names = names};
            }
        }
        const size_t step = size + bytes_line_whole(bytes + size, length - size);
        line += bytes_lines(bytes, step);
        bytes += step;
        length -= step;
        least = NAMES_ELSEWHERE;
    }
}

/* Signs that end a line for some programs, and for no table. */
static const struct {
    const char *bytes;
    const char *name;
} line_signs[] = {
    {"\xE2\x80\xA8", "U+2028"}, {"\xE2\x80\xA9", "U+2029"}, {"\xC2\x85", "U+0085"},
    {"\v", "U+000B"},           {"\f", "U+000C"},           {"\x1E", "U+001E"},
};

/* The name of such a sign behind the names of the columns; NULL when there is none. */
static const char *line_sign_find(const struct header_wanted *wanted, const char *line,
                                  size_t length) {
    for (size_t i = 0; i < COUNT(line_signs); i++) {
        const size_t size = strlen(line_signs[i].bytes);
        const char *at = line;
        while (at && (size_t)(line + length - at) >= size) {
            if (memcmp(at, line_signs[i].bytes, size) == 0) {
                const size_t names = names_count(wanted, line, (size_t)(at - line), ',');
                return names > 0 && names >= required_count(wanted) ? line_signs[i].name : NULL;
            }
            at = memchr(at + 1, line_signs[i].bytes[0], (size_t)(line + length - at) - 1);
        }
    }
    return NULL;
}

/*
 * The separator that stands on the line most often, outside quotation marks; else the comma. One at
 * the end, or before a blank or an address, separates nothing.
 */
static size_t separator_usual(const char *line, size_t length) {
    size_t counts[SEPARATORS] = {0};
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        quoted ^= line[i] == '"';
        for (size_t s = 0; s < SEPARATORS; s++) {
            const bool between = s == 0 || (i + 1 < length && !strchr(" /", line[i + 1]));
            counts[s] += !quoted && between && line[i] == separators[s].byte;
        }
    }
    size_t usual = 0;
    for (size_t s = 1; s < SEPARATORS; s++) {
        usual = counts[s] > counts[usual] && counts[s] >= separators[s].least ? s : usual;
    }
    return usual;
}

bool heading_expected(const struct header_wanted *wanted, const char *bytes, size_t length,
                      struct fault *fault) {
    struct heading best = {.line = 1};
    while (length > 0 && is_end(bytes[0])) {
        const size_t step = bytes_line_whole(bytes, length);
        bytes += step;
        length -= step;
        best.line++;
    }
    const long line = best.line;
    const size_t size = line_size(bytes, length);
    size_t separator;
    if (is_separator_line(bytes, size, &separator)) {
        return fault_set(
            fault, FAULT_SYSTEM, wanted->file, line, NULL, "%s%s%s",
            _("This line is only for Excel: it tells what separates the cells. Delete it."),
            separator ? " " : "", sentence_of(separator));
    }
    const char *sign = line_sign_find(wanted, bytes, size);
    if (sign) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, line, NULL,
                         _("The lines of this file end with a sign (%s) that ends no line of a "
                           "table. Save it with the line ends that are usual for text."),
                         sign);
    }
    best.names = names_count(wanted, bytes, size, ',');
    if (best.names >= required_count(wanted)) {
        return true;
    }
    const size_t names = best.names;
    heading_find(wanted, bytes, length, &best);
    if (best.line > line) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, line, NULL,
                         _("The names of the columns seem to stand in line %ld. Delete the lines "
                           "above it.%s%s"),
                         best.line, best.separator ? " " : "", sentence_of(best.separator));
    }
    separator = best.names > names ? best.separator : 0;
    if (best.names == 0) {
        separator = separator_usual(bytes, size);
    }
    return separator == 0 ||
           fault_set(fault, FAULT_SYSTEM, wanted->file, line, NULL, "%s", sentence_of(separator));
}
