/* What a name in the header most likely means, and what is to be said of one that is not known. */
#include "vademecum/base/header.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
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

const struct table_column *header_column(const struct header_wanted *wanted, const char *name,
                                         size_t length) {
    for (size_t i = 0; i < wanted->count; i++) {
        const struct table_column *column = &wanted->columns[i];
        if (strlen(column->name) == length && memcmp(column->name, name, length) == 0) {
            return column;
        }
    }
    return NULL;
}

/* The first line of a name that has any text, without blanks of any kind around it. */
static const char *name_trim(struct arena *scratch, const char *name) {
    name += text_blanks(name, strlen(name));
    const size_t length = strcspn(name, "\r\n");
    size_t end = 0;
    while (end + text_blanks(name + end, length - end) < length) {
        end++;
    }
    return arena_copy(scratch, name, end);
}

/* The name without the quotation marks and brackets that other programs put around it. */
static const char *name_bare(struct arena *scratch, const char *name) {
    static const char *const signs[] = {"\"",     "'",      "`",      "*",      "[",      "]",
                                        "<",      ">",      "\u201C", "\u201D", "\u201E", "\u00AB",
                                        "\u00BB", "\u2039", "\u203A", "\u2018", "\u2019", "\u201A",
                                        "\u00B4", "\u300C", "\u300D"};
    const char *trimmed = name_trim(scratch, name);
    size_t length = strlen(trimmed);
    size_t before;
    do {
        before = length;
        for (size_t i = 0; i < COUNT(signs); i++) {
            const size_t size = strlen(signs[i]);
            if (length >= size && memcmp(trimmed, signs[i], size) == 0) {
                trimmed += size;
                length -= size;
            } else if (length >= size && memcmp(trimmed + length - size, signs[i], size) == 0) {
                length -= size;
            }
        }
    } while (length < before);
    return arena_copy(scratch, trimmed, length);
}

static const char *synonym_find(const struct header_wanted *wanted, struct arena *scratch,
                                const char *name) {
    for (size_t i = 0; i < COUNT(synonyms); i++) {
        if (nearest_spelling(scratch, name, synonyms[i].name) != 0) {
            continue;
        }
        const char *column = synonyms[i].column;
        column = column[0] ? column : wanted->columns[0].name;
        if (header_column(wanted, column, strlen(column))) {
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

const char *header_meant(const struct header_wanted *wanted, struct arena *scratch,
                         const char *name) {
    const char *trimmed = name_bare(scratch, name);
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

const char *header_unknown(struct arena *scratch, const char *name, const char *meant) {
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
                            _("This column is not used, because there are blanks around its name. "
                              "Remove them, so that it is \"%s\"."),
                            meant);
    }
    if (meant && strcmp(name_bare(scratch, name), meant) == 0) {
        return arena_printf(
            scratch,
            _("This column is not used, because there are other signs around its name. "
              "Remove them, so that it is \"%s\"."),
            meant);
    }
    return meant ? arena_printf(scratch,
                                _("This column is not known, so its cells are not used. If \"%s\" "
                                  "is meant, write it exactly so."),
                                meant)
                 : _("This column is not known, so its cells are not used.");
}
