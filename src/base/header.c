#include "vademecum/base/header.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/words.h"

#include <string.h>

/* A file that is something else, by its first bytes. */
struct stranger {
    const char *bytes;    /* that it begins with */
    size_t length;        /* of `bytes` */
    const char *sentence; /* for the user */
};

static const struct stranger *stranger_find(const char *bytes, size_t length);
static const char *separator_find(const struct header_wanted *wanted, const char *bytes,
                                  size_t length);
static bool line_names(const struct header_wanted *wanted, const char *line, size_t length,
                       char separator);
static const struct table_column *column_find(const struct header_wanted *wanted, const char *name,
                                              size_t length);
static void unknown_report(const struct header *header, const struct header_wanted *wanted,
                           const char *name);
static const char *column_meant(const struct header_wanted *wanted, struct arena *scratch,
                                const char *name);
static void nameless_report(const struct header *header, const struct header_wanted *wanted);
static bool missing_report(const struct header *header, const struct header_wanted *wanted,
                           const struct table_column *column, struct fault *fault);
static const char *name_trim(struct arena *scratch, const char *name);

bool header_expected(const struct header_wanted *wanted, const char *bytes, size_t length,
                     size_t *mark, struct fault *fault) {
    static const char utf8[] = "\xEF\xBB\xBF";
    const struct stranger *stranger = stranger_find(bytes, length);
    if (stranger) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, 1, NULL, "%s", _(stranger->sentence));
    }
    const bool marked = length >= sizeof utf8 - 1 && memcmp(bytes, utf8, sizeof utf8 - 1) == 0;
    *mark = marked ? sizeof utf8 - 1 : 0;
    const char *sentence = separator_find(wanted, bytes + *mark, length - *mark);
    if (sentence) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, 1, NULL, "%s", _(sentence));
    }
    return true;
}

void header_init(struct header *header, struct arena *arena) {
    *header = (struct header){.arena = arena};
}

void header_add(struct header *header, const char *bytes, size_t length) {
    char name[SAMPLE_ROOM];
    bytes_sample(name, bytes, length);
    header->names = arena_grow(header->arena, header->names, header->width, &header->room,
                               sizeof *header->names);
    header->names[header->width++] = arena_copy(header->arena, name, strlen(name));
}

bool header_match(struct header *header, const struct header_wanted *wanted, struct fault *fault) {
    bool *found = arena_array(header->arena, wanted->count, sizeof *found);
    header->places = arena_array(header->arena, header->width, sizeof *header->places);
    for (size_t cell = 0; cell < header->width; cell++) {
        const char *name = header->names[cell];
        const struct table_column *column = column_find(wanted, name, strlen(name));
        header->places[cell] = HEADER_NOWHERE;
        if (column && !found[column - wanted->columns]) {
            header->places[cell] = (size_t)(column - wanted->columns);
            found[column - wanted->columns] = true;
        } else if (column) {
            fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, name, "%s",
                           _("This column is there twice; only the first one is used. Remove the "
                             "other one, or give it its own name."));
        } else if (name[0]) {
            unknown_report(header, wanted, name);
        }
    }
    nameless_report(header, wanted);
    bool complete = true;
    for (size_t i = 0; i < wanted->count && complete; i++) {
        complete = found[i] || missing_report(header, wanted, &wanted->columns[i], fault);
    }
    return complete;
}

const char *header_name(const struct header *header, size_t cell) {
    return cell < header->width ? header->names[cell] : NULL;
}

static const struct stranger *stranger_find(const char *bytes, size_t length) {
    static const char utf16[] = N_(
        "This file is saved as UTF-16, which cannot be read here. Open it in the spreadsheet "
        "and save it as CSV UTF-8: in Excel the type \"CSV UTF-8\"; in LibreOffice Save As, "
        "tick \"Edit filter settings\", character set \"Unicode (UTF-8)\".");
    static const char workbook[] = N_(
        "This is a spreadsheet's own file; only its name ends like a CSV file's. Open it in the "
        "spreadsheet and save it as CSV UTF-8.");
    static const char zeros[] = N_(
        "This file begins with a zero byte, so it is no text; most likely it was damaged. Put a "
        "good copy in its place.");
    static const struct stranger strangers[] = {
        {"\xFF\xFE", 2, utf16},
        {"\xFE\xFF", 2, utf16},
        {"PK\x03\x04", 4, workbook},
        {"\xD0\xCF\x11\xE0", 4, workbook},
        {"\0", 1, zeros},
    };
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        const struct stranger *stranger = &strangers[i];
        if (length >= stranger->length && memcmp(bytes, stranger->bytes, stranger->length) == 0) {
            return stranger;
        }
    }
    return NULL;
}

/*
 * The sentence about another separator, or NULL. Spreadsheets of many countries write semicolons
 * into a "CSV" file; cut at commas, its header names no column at all.
 */
static const char *separator_find(const struct header_wanted *wanted, const char *bytes,
                                  size_t length) {
    static const struct {
        char byte;
        const char *sentence;
    } others[] = {
        {';', N_("The cells of this file are separated by semicolons, not by commas. Open it in "
                 "LibreOffice, choose Save As, tick \"Edit filter settings\", and set the field "
                 "delimiter to a comma. (Excel writes commas only where the system's list "
                 "separator is a comma.)")},
        {'\t', N_("The cells of this file are separated by tabs, not by commas. Open it in the "
                  "spreadsheet and save it as CSV UTF-8: in Excel the type \"CSV UTF-8\"; in "
                  "LibreOffice Save As, tick \"Edit filter settings\", field delimiter comma.")},
    };
    while (length > 0 && (*bytes == '\r' || *bytes == '\n')) {
        bytes++;
        length--;
    }
    const size_t line = bytes_line(bytes, length);
    if (line_names(wanted, bytes, line, ',')) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (line_names(wanted, bytes, line, others[i].byte)) {
            return others[i].sentence;
        }
    }
    return NULL;
}

/*
 * Whether the line, cut at the separator, names any column. No column's name holds a separator or
 * a quotation mark, so cutting and taking one pair of marks off is enough.
 */
static bool line_names(const struct header_wanted *wanted, const char *line, size_t length,
                       char separator) {
    const char *end = line + length;
    while (end > line && (end[-1] == '\r' || end[-1] == '\n')) {
        end--;
    }
    while (line < end) {
        const char *cut = memchr(line, separator, (size_t)(end - line));
        size_t size = (size_t)((cut ? cut : end) - line);
        const bool quoted = size >= 2 && line[0] == '"' && line[size - 1] == '"';
        if (column_find(wanted, line + quoted, quoted ? size - 2 : size)) {
            return true;
        }
        line += size + 1;
    }
    return false;
}

static const struct table_column *column_find(const struct header_wanted *wanted, const char *name,
                                              size_t length) {
    for (size_t i = 0; i < wanted->count; i++) {
        const struct table_column *column = &wanted->columns[i];
        if (strlen(column->name) == length && memcmp(column->name, name, length) == 0) {
            return column;
        }
    }
    return NULL;
}

static void unknown_report(const struct header *header, const struct header_wanted *wanted,
                           const char *name) {
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    const char *meant = column_meant(wanted, &scratch, name);
    const bool only_blanks = meant && strcmp(name_trim(&scratch, name), meant) == 0;
    arena_free(&scratch);
    if (!meant) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, name, "%s",
                       _("This column is not known, so its cells are not used."));
    } else if (only_blanks) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, name,
                       _("This column is not used, for there are blanks around its name. Remove "
                         "them, so that it is \"%s\"."),
                       meant);
    } else {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, name,
                       _("This column is not known, so its cells are not used. If \"%s\" is meant, "
                         "write it exactly so."),
                       meant);
    }
}

/* The column whose name is nearest to this one, or NULL. */
static const char *column_meant(const struct header_wanted *wanted, struct arena *scratch,
                                const char *name) {
    const char *meant = NULL;
    int least = NEAREST_FAR;
    for (size_t i = 0; i < wanted->count; i++) {
        const char *column = wanted->columns[i].name;
        const int distance = nearest_distance(scratch, name_trim(scratch, name), column);
        if (distance < least) {
            least = distance;
            meant = column;
        }
        arena_empty(scratch);
    }
    return meant;
}

/* Spreadsheets leave whole runs of nameless columns behind: one defect tells of them all. */
static void nameless_report(const struct header *header, const struct header_wanted *wanted) {
    size_t first = 0;
    size_t nameless = 0;
    for (size_t cell = header->width; cell > 0; cell--) {
        if (!header->names[cell - 1][0]) {
            first = cell;
            nameless++;
        }
    }
    if (nameless > 0) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, NULL,
                       _("Columns without a name: %zu, the first of them in place %zu. Their cells "
                         "are not used. Remove them, or give them names."),
                       nameless, first);
    }
}

/* Returns whether the file can be used without the column. */
static bool missing_report(const struct header *header, const struct header_wanted *wanted,
                           const struct table_column *column, struct fault *fault) {
    if (!column->required) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, column->name, "%s",
                       _("This column is missing, so everything in it counts as not stated. Add "
                         "its name to the header, and a cell to every row."));
        return true;
    }
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    const char *close = NULL;
    for (size_t cell = 0; cell < header->width && !close; cell++) {
        const char *name = name_trim(&scratch, header->names[cell]);
        const bool same = nearest_distance(&scratch, name, column->name) == 0;
        close = same ? header->names[cell] : NULL;
    }
    arena_free(&scratch);
    if (close) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, header->line, column->name,
                         _("The file cannot be used without this column. The header has \"%s\"; "
                           "write it exactly as \"%s\"."),
                         close, column->name);
    }
    return fault_set(fault, FAULT_SYSTEM, wanted->file, header->line, column->name, "%s",
                     _("The file cannot be used without this column. Its first line must hold the "
                       "names of the columns, this one among them."));
}

static const char *name_trim(struct arena *scratch, const char *name) {
    static const char blanks[] = " \t\r\n";
    name += strspn(name, blanks);
    size_t length = strlen(name);
    while (length > 0 && strchr(blanks, name[length - 1])) {
        length--;
    }
    return arena_copy(scratch, name, length);
}
