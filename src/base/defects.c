#include "vademecum/base/defects.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"

#include <stdio.h>

enum {
    UNREAD_SINGLY = 3, /* cells in an old encoding that are told one by one */
    LINES_MANY = 50    /* lines of one cell, over which a stray quotation mark is more likely */
};

void defects_init(struct defects *defects, const struct header *header,
                  const struct header_wanted *wanted) {
    *defects = (struct defects){.header = header, .wanted = wanted};
}

static void letters_check(struct defects *defects, const struct defects_cell *cell) {
    const struct header_wanted *wanted = defects->wanted;
    const char *name = header_name(defects->header, cell->place);
    const size_t valid = text_valid(cell->bytes, cell->length);
    const bool unread = valid < cell->length;
    defects->unread += unread;
    if (unread && defects->unread > UNREAD_SINGLY) {
        defects->unreads.first = defects->unread == UNREAD_SINGLY + 1 ? cell->lines.first
                                                                      : defects->unreads.first;
        defects->unreads.last = cell->lines.last;
    } else if (unread) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file,
                       cell->lines.first + bytes_lines(cell->bytes, valid), name, "%s",
                       _("This cell is not in UTF-8, so some of its letters cannot be read. Open "
                         "the file in the spreadsheet and save it as \"CSV UTF-8\"."));
    }
    if (cell->zeros > 0) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, cell->lines.first, name,
                       _("Zero bytes in this cell: %zu; each is shown as ␀. Type the cell anew."),
                       cell->zeros);
    }
}

static void lines_check(struct defects *defects, const struct defects_cell *cell) {
    const struct header *header = defects->header;
    const struct header_wanted *wanted = defects->wanted;
    const struct swallowed swallowed = swallowed_find(header, wanted, cell->place, cell->bytes,
                                                      cell->length);
    if (swallowed_count(&swallowed) > 0 && swallowed_count(&defects->swallowed) == 0) {
        defects->swallowed = swallowed;
        defects->swallower = cell->place;
        defects->where = cell->lines;
    }
    if (swallowed_sure(&swallowed) || cell->place >= header->width ||
        header->places[cell->place] == HEADER_NOWHERE) {
        return;
    }
    const struct table_column *column = &wanted->columns[header->places[cell->place]];
    if (column->shape != TABLE_LINES) {
        fault_list_add(
            wanted->faults, FAULT_DEFECT, wanted->file, cell->lines.first, column->name,
            _("This cell goes on to line %ld, and a line break may not stand here. Write "
              "it on one line, or look for a quotation mark that is too many."),
            cell->lines.last);
    } else if (cell->lines.last - cell->lines.first >= LINES_MANY) {
        fault_list_add(wanted->faults, FAULT_DEFECT, wanted->file, cell->lines.first, column->name,
                       _("This cell goes on to line %ld, which is very long. Look whether a "
                         "quotation mark on this line is too many, so that other rows are in it."),
                       cell->lines.last);
    }
}

void defects_cell(struct defects *defects, const struct defects_cell *cell) {
    const struct header *header = defects->header;
    if (cell->place < header->width && header->places[cell->place] != HEADER_NOWHERE) {
        letters_check(defects, cell);
    }
    if (cell->lines.last > cell->lines.first) {
        lines_check(defects, cell);
    }
}

bool defects_row(struct defects *defects) {
    const long rows = swallowed_count(&defects->swallowed);
    const bool sure = swallowed_sure(&defects->swallowed);
    if (sure) {
        struct fault_list *faults = defects->wanted->faults;
        fault_list_add(
            faults, FAULT_LEFT_OUT, defects->wanted->file, defects->where.first,
            header_name(defects->header, defects->swallower),
            ngettext(
                "This row is left out: the cell goes on to line %ld, and what looks like %ld row "
                "stands in it, which is left out too. Most likely a quotation mark on this "
                "line and one on line %ld are too many.",
                "This row is left out: the cell goes on to line %ld, and what looks like %ld "
                "rows stands in it, which are left out too. Most likely a quotation mark on this "
                "line and one on line %ld are too many.",
                (unsigned long)rows),
            defects->where.last, rows, defects->where.last);
        faults->left_out += (size_t)rows;
        faults->swallowed += (size_t)rows + 1;
    }
    defects->swallowed = (struct swallowed){0};
    return !sure;
}

/* What is to be said of the other lines of a row that is left out. */
static void inside_note(struct defects *defects, char *sentence, size_t size, struct lines lines) {
    const long rows = swallowed_count(&defects->swallowed);
    if (rows > 0) {
        snprintf(
            sentence, size,
            ngettext(" It goes on to line %ld, and what looks like %ld row stands in it, which "
                     "is left out too: look for a quotation mark that is too many.",
                     " It goes on to line %ld, and what looks like %ld rows stands in it, "
                     "which are left out too: look for a quotation mark that is too many.",
                     (unsigned long)rows),
            lines.last, rows);
    } else if (lines.last > lines.first) {
        snprintf(sentence, size,
                 _(" It goes on to line %ld: look whether a quotation mark is too many."),
                 lines.last);
    }
}

void defects_left_out(struct defects *defects, struct lines lines, size_t cells,
                      const char *extra) {
    const struct header_wanted *wanted = defects->wanted;
    const size_t width = defects->header->width;
    char inside[FAULT_TEXT_MAX] = "";
    inside_note(defects, inside, sizeof inside, lines);
    if (cells < width) {
        const char *name = header_name(defects->header, cells);
        fault_list_add(
            wanted->faults, FAULT_LEFT_OUT, wanted->file, lines.first, name,
            _("This row is left out: it has too few cells (%zu for %zu columns); the "
              "first one missing is in column %zu, \"%s\". Is a comma missing, or is there a line "
              "break too many?%s"),
            cells, width, cells + 1, name, inside);
    } else {
        fault_list_add(wanted->faults, FAULT_LEFT_OUT, wanted->file, lines.first, NULL,
                       _("This row is left out: it has too many cells (%zu for %zu columns); the "
                         "first one too many is \"%s\". A cell with a comma in it must stand in "
                         "quotation marks.%s"),
                       cells, width, extra, inside);
    }
    wanted->faults->left_out += (size_t)swallowed_count(&defects->swallowed);
    wanted->faults->swallowed += (size_t)swallowed_count(&defects->swallowed) + 1;
    defects->swallowed = (struct swallowed){0};
}

void defects_surplus(struct defects *defects, struct lines lines) {
    if (defects->surplus++ == 0) {
        defects->surpluses.first = lines.first;
    }
    defects->surpluses.last = lines.last;
}

void defects_conflict(struct defects *defects, struct lines lines) {
    fault_list_add(defects->wanted->faults, FAULT_DEFECT, defects->wanted->file, lines.first, NULL,
                   "%s",
                   _("This line is a conflict mark that git has left: some rows may stand here in "
                     "two versions. Keep one of each, and delete the mark."));
    defects->swallowed = (struct swallowed){0};
}

void defects_empty(struct defects *defects, struct lines lines) {
    if (defects->empty == 0) {
        defects->empties.first = lines.first;
    }
    defects->empties.last = lines.last;
    defects->empty++;
    defects->swallowed = (struct swallowed){0};
}

/* The letters of a whole file have one encoding. */
static void unread_tell(const struct defects *defects) {
    if (defects->unread > UNREAD_SINGLY) {
        const size_t more = defects->unread - UNREAD_SINGLY;
        fault_list_add(defects->wanted->faults, FAULT_DEFECT, defects->wanted->file,
                       defects->unreads.first, NULL,
                       ngettext("%zu more cell, up to line %ld, is not in UTF-8: most likely all "
                                "of the file is in an older encoding. Open it in the spreadsheet "
                                "with that encoding, and save it as \"CSV UTF-8\".",
                                "%zu more cells, up to line %ld, are not in UTF-8: most likely all "
                                "of the file is in an older encoding. Open it in the spreadsheet "
                                "with that encoding, and save it as \"CSV UTF-8\".",
                                more),
                       more, defects->unreads.last);
    }
}

static void surplus_tell(const struct defects *defects) {
    if (defects->surplus > 0) {
        fault_list_add(defects->wanted->faults, FAULT_DEFECT, defects->wanted->file,
                       defects->surpluses.first, NULL,
                       ngettext("Behind the last column, %zu row has cells in which nothing "
                                "stands (up to line %ld). Delete these cells.",
                                "Behind the last column, %zu rows have cells in which nothing "
                                "stands (up to line %ld). Delete these cells.",
                                defects->surplus),
                       defects->surplus, defects->surpluses.last);
    }
}

void defects_end(struct defects *defects) {
    unread_tell(defects);
    surplus_tell(defects);
    defects->unread = 0;
    defects->surplus = 0;
    if (defects->empty == 1) {
        fault_list_add(defects->wanted->faults, FAULT_DEFECT, defects->wanted->file,
                       defects->empties.first, NULL, "%s",
                       _("Nothing stands in this row, so it is passed over. Delete it."));
    } else if (defects->empty > 1) {
        fault_list_add(defects->wanted->faults, FAULT_DEFECT, defects->wanted->file,
                       defects->empties.first, NULL,
                       _("Nothing stands in %zu rows, from this line to line %ld, so they are "
                         "passed over. Delete them."),
                       defects->empty, defects->empties.last);
    }
    defects->empty = 0;
}
