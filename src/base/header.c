#include "vademecum/base/header.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/heading.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/stranger.h"
#include "vademecum/base/text.h"

#include <string.h>

enum {
    SINGLY = 3, /* columns with one fault that are told one by one; more at once */
    LISTED = 8  /* names in one sentence */
};

/* Cells of the header, or columns, that have the same fault. */
struct group {
    size_t count;
    const char *names; /* the first of them, in quotation marks, with commas between */
};

bool header_expected(const struct header_wanted *wanted, const char *bytes, size_t length,
                     size_t *mark, struct fault *fault) {
    const char *stranger = stranger_find(bytes, length);
    if (stranger) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, 1, NULL, "%s", _(stranger));
    }
    *mark = bytes_marks(bytes, length);
    return heading_expected(wanted, bytes + *mark, length - *mark, fault);
}

void header_init(struct header *header, struct arena *arena) {
    *header = (struct header){.arena = arena};
}

void header_add(struct header *header, const char *bytes, size_t length) {
    char name[SAMPLE_ROOM];
    /* They may also stand within the quotation marks of the first name. */
    const size_t marks = header->width == 0 ? bytes_marks(bytes, length) : 0;
    bytes_sample(name, bytes + marks, length - marks);
    header->names = arena_grow(header->arena, header->names, header->width, &header->room,
                               sizeof *header->names);
    header->names[header->width++] = arena_copy(header->arena, name, strlen(name));
}

/* Adds a name that is not listed yet; counts it in any case. */
static void group_add(struct group *group, struct arena *scratch, const char *name) {
    const char *quoted = arena_printf(scratch, "\"%s\"", name);
    const bool first = group->count++ == 0;
    if (first) {
        group->names = quoted;
    } else if (group->count <= LISTED && !strstr(group->names, quoted)) {
        group->names = arena_printf(scratch, "%s, %s", group->names, quoted);
    } else if (group->count == LISTED + 1) {
        group->names = arena_printf(scratch, "%s …", group->names);
    }
}

static bool is_unknown(const struct header_wanted *wanted, const char *name) {
    return name[0] && !header_column(wanted, name, strlen(name));
}

/* Tells all at once: a table of others, or one whose names were all changed by some program. */
static void unknown_report_all(const struct header *header, const struct header_wanted *wanted,
                               struct arena *scratch) {
    struct group otherwise = {0};
    struct group unknown = {0};
    for (size_t cell = 0; cell < header->width; cell++) {
        const char *name = header->names[cell];
        const char *meant = is_unknown(wanted, name) ? header_meant(wanted, scratch, name) : NULL;
        if (meant && otherwise.count++ == 0) {
            otherwise.names = arena_printf(scratch, _("\"%s\" for \"%s\""), name, meant);
        } else if (!meant && is_unknown(wanted, name)) {
            group_add(&unknown, scratch, name);
        }
    }
    if (otherwise.count > 0) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, NULL,
                       _("Columns whose names are not written exactly: %zu, such as %s. Their "
                         "cells are not used. Write each name in small letters, with _ for a "
                         "blank, and without other signs."),
                       otherwise.count, otherwise.names);
    }
    if (unknown.count > 0) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, NULL,
                       _("Columns that are not known: %zu, so their cells are not used: %s."),
                       unknown.count, unknown.names);
    }
}

static void unknown_report(const struct header *header, const struct header_wanted *wanted) {
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    size_t count = 0;
    for (size_t cell = 0; cell < header->width; cell++) {
        count += is_unknown(wanted, header->names[cell]);
    }
    if (count > SINGLY) {
        unknown_report_all(header, wanted, &scratch);
    }
    for (size_t cell = 0; cell < header->width && count <= SINGLY; cell++) {
        const char *name = header->names[cell];
        if (is_unknown(wanted, name)) {
            const char *meant = header_meant(wanted, &scratch, name);
            fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, name, "%s",
                           header_unknown(&scratch, name, meant));
        }
    }
    arena_free(&scratch);
}

static void doubled_report(const struct header *header, const struct header_wanted *wanted) {
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    struct group doubled = {0};
    const char *first = NULL;
    for (size_t cell = 0; cell < header->width; cell++) {
        const char *name = header->names[cell];
        if (header->places[cell] == HEADER_NOWHERE && name[0] && !is_unknown(wanted, name)) {
            first = first ? first : name;
            group_add(&doubled, &scratch, name);
        }
    }
    if (doubled.count == 1) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, first, "%s",
                       _("This column is there twice; only the first one is used. Remove the "
                         "other one, or give it its own name."));
    } else if (doubled.count > 1) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, NULL,
                       _("Columns are there more than once: %s. Only the first of each is used. "
                         "Remove the others, or give them names of their own."),
                       doubled.names);
    }
    arena_free(&scratch);
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

static bool header_is_utf8(const struct header *header) {
    for (size_t cell = 0; cell < header->width; cell++) {
        const char *name = header->names[cell];
        if (text_valid(name, strlen(name)) < strlen(name)) {
            return false;
        }
    }
    return true;
}

/* `close` is the name in the header that most likely means the column, or NULL. */
static bool missing_fault(const struct header *header, const struct header_wanted *wanted,
                          const struct table_column *column, const char *close,
                          struct fault *fault) {
    if (close) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, header->line, column->name,
                         _("The file cannot be used without this column. The header has \"%s\"; "
                           "write it exactly as \"%s\"."),
                         close, column->name);
    }
    if (!header_is_utf8(header)) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, header->line, column->name, "%s",
                         _("The file cannot be used without this column, and its header is not in "
                           "UTF-8. Open it in the spreadsheet and save it as \"CSV UTF-8\"."));
    }
    return fault_set(fault, FAULT_SYSTEM, wanted->file, header->line, column->name, "%s",
                     _("The file cannot be used without this column. Its first line must hold the "
                       "names of the columns, this one among them."));
}

/* The name in the header that most likely means the column, or NULL. */
static const char *close_find(const struct header *header, const struct header_wanted *wanted,
                              const struct table_column *column, struct arena *scratch) {
    for (size_t cell = 0; cell < header->width; cell++) {
        const char *name = header->names[cell];
        const char *meant = is_unknown(wanted, name) ? header_meant(wanted, scratch, name) : NULL;
        if (meant && strcmp(meant, column->name) == 0) {
            return name;
        }
    }
    return NULL;
}

/* Tells of the columns that could be there; false and the fault when one is needed. */
static bool missing_report(const struct header *header, const struct header_wanted *wanted,
                           const bool *found, struct fault *fault) {
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    struct group missing = {0};
    bool complete = true;
    for (size_t i = 0; i < wanted->count && complete; i++) {
        const struct table_column *column = &wanted->columns[i];
        if (!found[i] && column->need == TABLE_WISHED) {
            group_add(&missing, &scratch, column->name);
        } else if (!found[i] && column->need == TABLE_NEEDED) {
            complete = missing_fault(header, wanted, column,
                                     close_find(header, wanted, column, &scratch), fault);
        }
    }
    if (missing.count > SINGLY) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, NULL,
                       _("Columns are missing: %zu, so everything in them counts as not stated: "
                         "%s. Add their names to the header, and a cell for each to every row."),
                       missing.count, missing.names);
    }
    for (size_t i = 0; i < wanted->count && missing.count <= SINGLY && missing.count > 0; i++) {
        if (!found[i] && wanted->columns[i].need == TABLE_WISHED) {
            fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line,
                           wanted->columns[i].name, "%s",
                           _("This column is missing, so everything in it counts as not stated. "
                             "Add its name to the header, and a cell to every row."));
        }
    }
    arena_free(&scratch);
    return complete;
}

/* Whether no cell is, or may mean, the name of a column: then the line is no header at all. */
static bool is_strange(const struct header *header, const struct header_wanted *wanted) {
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    bool strange = header_is_utf8(header);
    for (size_t cell = 0; cell < header->width && strange; cell++) {
        const char *name = header->names[cell];
        strange = !name[0] || (is_unknown(wanted, name) && !header_meant(wanted, &scratch, name));
    }
    arena_free(&scratch);
    return strange;
}

bool header_match(struct header *header, const struct header_wanted *wanted, struct fault *fault) {
    if (header->width == 1 && strchr(header->names[0], ',')) {
        return fault_set(
            fault, FAULT_SYSTEM, wanted->file, header->line, NULL, "%s",
            _("This line is one cell, because quotation marks stand around all of it. Remove "
              "those around whole lines; where two stand side by side inside, leave one."));
    }
    if (is_strange(header, wanted)) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, header->line, NULL,
                         _("This line should hold the names of the columns, such as \"%s\", but "
                           "none of its cells is one. Write the names above the rows, or put a "
                           "good copy of the file in its place."),
                         wanted->columns[0].name);
    }
    bool *found = arena_array(header->arena, wanted->count, sizeof *found);
    header->places = arena_array(header->arena, header->width, sizeof *header->places);
    for (size_t cell = 0; cell < header->width; cell++) {
        const char *name = header->names[cell];
        const struct table_column *column = header_column(wanted, name, strlen(name));
        header->places[cell] = HEADER_NOWHERE;
        if (column && !found[column - wanted->columns]) {
            header->places[cell] = (size_t)(column - wanted->columns);
            found[column - wanted->columns] = true;
        }
        header->named = name[0] ? cell + 1 : header->named;
    }
    unknown_report(header, wanted);
    doubled_report(header, wanted);
    nameless_report(header, wanted);
    return missing_report(header, wanted, found, fault);
}

const char *header_name(const struct header *header, size_t cell) {
    return cell < header->width ? header->names[cell] : NULL;
}
