#include "vademecum/base/header.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/heading.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/stranger.h"
#include "vademecum/base/text.h"

#include <string.h>
#include <strings.h>

enum {
    FIRST_PART = 1 /* distance of a name that is the first part of a column's: farther than none */
};

/* What other catalogues call a column, and what it is called here. */
struct synonym {
    const char *name;
    const char *column; /* "": the first column, which has the id */
};

static const struct synonym synonyms[] = {
    {"name", "title"},
    {"label", "title"},
    {"id", ""},
    {"code", ""},
    {"key", ""},
    {"identifier", ""},
    {"url", "website"},
    {"link", "website"},
    {"web", "website"},
    {"homepage", "website"},
    {"link", "url"},
    {"website", "url"},
    {"description", "summary"},
    {"abstract", "summary"},
    {"about", "summary"},
    {"org", "organisation"},
    {"organizer", "organisation"},
    {"organiser", "organisation"},
    {"institution", "organisation"},
    {"provider", "organisation"},
    {"nation", "country"},
    {"town", "city"},
    {"place", "city"},
    {"location", "city"},
    {"municipality", "city"},
    {"from", "start"},
    {"begin", "start"},
    {"start_date", "start"},
    {"date", "start"},
    {"until", "end"},
    {"end_date", "end"},
    {"comment", "note"},
    {"comments", "note"},
    {"remark", "note"},
    {"remarks", "note"},
    {"goals", "objectives"},
    {"aims", "objectives"},
    {"objectives", "aims"},
    {"email", "contact"},
    {"phone", "contact"},
    {"telephone", "contact"},
    {"budget", "funding"},
    {"financing", "funding"},
    {"order", "position"},
    {"number", "position"},
    {"answer", "text"},
};

bool header_expected(const struct header_wanted *wanted, const char *bytes, size_t length,
                     size_t *mark, struct fault *fault) {
    static const char utf8[] = "\xEF\xBB\xBF";
    const char *stranger = stranger_find(bytes, length);
    if (stranger) {
        return fault_set(fault, FAULT_SYSTEM, wanted->file, 1, NULL, "%s", _(stranger));
    }
    const bool marked = length >= sizeof utf8 - 1 && memcmp(bytes, utf8, sizeof utf8 - 1) == 0;
    *mark = marked ? sizeof utf8 - 1 : 0;
    return heading_expected(wanted, bytes + *mark, length - *mark, fault);
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

/* The first line of a name that has any text, without blanks around it. */
static const char *name_trim(struct arena *scratch, const char *name) {
    static const char blanks[] = " \t\r\n";
    name += strspn(name, blanks);
    size_t length = strcspn(name, "\r\n");
    while (length > 0 && strchr(blanks, name[length - 1])) {
        length--;
    }
    return arena_copy(scratch, name, length);
}

static const char *synonym_find(const struct header_wanted *wanted, struct arena *scratch,
                                const char *name) {
    for (size_t i = 0; i < COUNT(synonyms); i++) {
        if (nearest_spelling(scratch, name, synonyms[i].name) != 0) {
            continue;
        }
        const char *column = synonyms[i].column;
        column = column[0] ? column : wanted->columns[0].name;
        if (column_find(wanted, column, strlen(column))) {
            return column;
        }
    }
    return NULL;
}

/* Whether `name` is all that stands before a "_" of the column's name. */
static bool is_first_part(const char *name, const char *column) {
    const size_t length = strlen(name);
    return length > 0 && strncasecmp(column, name, length) == 0 && column[length] == '_';
}

/* The column that somebody who writes `name` most likely means, or NULL. */
static const char *column_meant(const struct header_wanted *wanted, struct arena *scratch,
                                const char *name) {
    const char *trimmed = name_trim(scratch, name);
    const char *usual = synonym_find(wanted, scratch, trimmed);
    const char *meant = NULL;
    int least = NEAREST_FAR;
    for (size_t i = 0; i < wanted->count; i++) {
        const char *column = wanted->columns[i].name;
        const int distance = is_first_part(trimmed, column)
                                 ? FIRST_PART
                                 : nearest_spelling(scratch, trimmed, column);
        if (distance < least) {
            least = distance;
            meant = column;
        }
    }
    return usual && least > 0 ? usual : meant;
}

/* `meant` is the column that is most likely meant, or NULL. */
static const char *unknown_sentence(struct arena *scratch, const char *name, const char *meant) {
    if (text_valid(name, strlen(name)) < strlen(name)) {
        return _(
            "The name of this column is not in UTF-8, so it is not known. Open the file in the "
            "spreadsheet and save it as \"CSV UTF-8\".");
    }
    const char *trimmed = name_trim(scratch, name);
    if (name[strcspn(name, "\r\n")]) {
        return meant ? arena_printf(scratch,
                                    _("There is a line break in the name of this column, so it is "
                                      "not known. If \"%s\" is meant, write only that."),
                                    meant)
                     : _("There is a line break in the name of this column. Write it on one line.");
    }
    if (meant && strcmp(trimmed, meant) == 0) {
        return arena_printf(scratch,
                            _("This column is not used, for there are blanks around its name. "
                              "Remove them, so that it is \"%s\"."),
                            meant);
    }
    return meant ? arena_printf(scratch,
                                _("This column is not known, so its cells are not used. If \"%s\" "
                                  "is meant, write it exactly so."),
                                meant)
                 : _("This column is not known, so its cells are not used.");
}

static void unknown_report(const struct header *header, const struct header_wanted *wanted,
                           const char *name) {
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    const char *meant = column_meant(wanted, &scratch, name);
    fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, name, "%s",
                   unknown_sentence(&scratch, name, meant));
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

/* Returns whether the file can be used without the column. */
static bool missing_report(const struct header *header, const struct header_wanted *wanted,
                           const struct table_column *column, struct fault *fault) {
    if (column->need == TABLE_NEWER) {
        return true;
    }
    if (column->need == TABLE_WISHED) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, header->line, column->name, "%s",
                       _("This column is missing, so everything in it counts as not stated. Add "
                         "its name to the header, and a cell to every row."));
        return true;
    }
    struct arena scratch;
    arena_init(&scratch, header->arena->end);
    const char *close = NULL;
    for (size_t cell = 0; cell < header->width && !close; cell++) {
        const char *name = header->names[cell];
        if (name[0] && !column_find(wanted, name, strlen(name))) {
            const char *meant = column_meant(wanted, &scratch, name);
            close = meant && strcmp(meant, column->name) == 0 ? name : NULL;
        }
    }
    arena_free(&scratch);
    return missing_fault(header, wanted, column, close, fault);
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
