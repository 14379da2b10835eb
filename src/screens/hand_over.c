#include "vademecum/screens/hand_over.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/screens/screens.h"

enum {
    LABEL_WIDTH = 6,
    NAME_INDENT = 4, /* columns of a file's name below the paper that it is of */
    TITLE_GAP = 4    /* columns between the practice and what is done */
};

static const struct panel panel = {SCREEN_HAND_OVER, 0};

static const char *const labels[ROW_COUNT] = {
    [ROW_FOLDER] = N_("In"),
    [ROW_WITH] = N_("With"),
    [ROW_READER] = N_("For"),
    [ROW_FORMAT] = N_("As"),
};

/* The papers come first, then the rows in which there is anything to choose. */
static size_t count(const struct desk *desk) {
    size_t entries = hand_over_offers();
    for (enum hand_over_row row = 0; row < ROW_COUNT; row++) {
        entries += hand_over_shown(desk, row);
    }
    return entries;
}

/* The row in focus; ROW_COUNT on a paper. */
static enum hand_over_row row_focused(const struct desk *desk) {
    size_t entry = window_of(desk, panel)->focus;
    if (entry < hand_over_offers()) {
        return ROW_COUNT;
    }
    entry -= hand_over_offers();
    for (enum hand_over_row row = 0; row < ROW_COUNT; row++) {
        if (hand_over_shown(desk, row) && entry-- == 0) {
            return row;
        }
    }
    return ROW_FOLDER;
}

/* --- what is shown --------------------------------------------------------------------------- */

/* "(x) Report    language-cafe-2026-03-02.html"; a long name stands below, whole. */
static void offer_row(const struct desk *desk, struct rows *rows, size_t offer) {
    const enum letters letters = desk->look.letters;
    const char *file = hand_over_file(desk, offer, rows->arena);
    const char *text = arena_printf(rows->arena, "(%s) %s",
                                    offer == hand_over_of(desk)->paper ? "x" : " ",
                                    hand_over_offer(offer));
    struct row *row = rows_add_entry(rows, offer, text);
    if (row->indent + text_width(text, letters) + 1 + text_width(file, letters) <= rows->width) {
        row->tail = file;
    } else {
        rows_add_under(rows, ROLE_TEXT, offer, file)->indent = ROWS_INDENT + NAME_INDENT;
    }
}

/* What there is no choice in is told all the same, so that rows do not come and go. */
static void choices_rows(const struct desk *desk, struct rows *rows) {
    size_t entry = hand_over_offers();
    for (enum hand_over_row i = 0; i < ROW_COUNT; i++) {
        const bool focused = row_focused(desk) == i;
        const char *text = hand_over_text(desk, i, focused, rows->arena);
        struct row *row = hand_over_shown(desk, i) ? rows_add_entry(rows, entry++, text)
                                                   : rows_add(rows, ROLE_DIM, 0, text);
        row->label = row->entry >= 0
                         ? _(labels[i])
                         : arena_printf(rows->arena, "%*s%s", ROWS_INDENT, "", _(labels[i]));
        row->indent = ROWS_INDENT + LABEL_WIDTH;
        row->hang = 0;
    }
}

static void paper_rows(const struct desk *desk, struct rows *rows) {
    rows->tail = rows->width < ROWS_NARROW ? "" : _("Give it to somebody");
    rows->title = rows_short(desk, rows_subject(desk, &hand_over_of(desk)->subject),
                             rows->width - text_width(rows->tail, desk->look.letters) - TITLE_GAP,
                             rows->arena);
    rows->wide = true;
    for (size_t i = 0; i < hand_over_offers(); i++) {
        offer_row(desk, rows, i);
    }
    choices_rows(desk, rows);
}

/* --- what is done ---------------------------------------------------------------------------- */

static bool enter(struct desk *desk, const struct place *place) {
    hand_over_begin(desk, place->practice);
    window_focus(desk, panel, 0);
    return true;
}

/* Who only passes the papers, on the way to what is in them, has still chosen the same one. */
static bool refresh(struct desk *desk) {
    struct hand_over *hand_over = hand_over_of(desk);
    const size_t focus = window_of(desk, panel)->focus;
    hand_over->meant = focus < hand_over_offers() ? focus : hand_over->paper;
    return listing_renew(desk, &hand_over->subject);
}

static struct place place(const struct desk *desk) {
    return (struct place){.practice = &hand_over_of(desk)->subject};
}

static void paper_choose(struct desk *desk, size_t offer) {
    struct hand_over *hand_over = hand_over_of(desk);
    hand_over->paper = offer;
    hand_over->meant = offer;
    window_focus(desk, panel, offer);
}

static void row_turn(struct desk *desk, int step) {
    const enum hand_over_row row = row_focused(desk);
    const size_t offers = hand_over_offers();
    if (row < ROW_COUNT) {
        hand_over_turn(desk, row, step);
    } else {
        paper_choose(desk, (hand_over_of(desk)->meant + (step > 0 ? 1 : offers - 1)) % offers);
    }
}

static void folder_turn(struct desk *desk, int step) {
    hand_over_turn(desk, ROW_FOLDER, step);
}

/* Space chooses a paper, ticks a part, and turns a choice like Right. */
static bool key(struct desk *desk, int key) {
    const enum hand_over_row row = row_focused(desk);
    if (key != ' ') {
        return false;
    }
    if (row == ROW_COUNT) {
        paper_choose(desk, hand_over_of(desk)->meant);
    } else if (row == ROW_WITH) {
        hand_over_tick(desk);
    } else {
        hand_over_turn(desk, row, +1);
    }
    return true;
}

static void file_write(struct desk *desk, size_t entry) {
    if (entry < hand_over_offers()) {
        paper_choose(desk, entry);
    }
    const char *folder = hand_over_folder(desk);
    if (!folder) {
        notice_say(desk, _("There is no folder to write to: plug in a stick, then Tab."));
        return;
    }
    if (desk->listing.reading) {
        notice_say(desk, _("The catalogue is still being read: Enter again in a moment."));
        return;
    }
    struct fault fault;
    size_t length;
    const char *bytes = hand_over_bytes(desk, &length, &fault);
    if (bytes) {
        const struct hand_over *hand_over = hand_over_of(desk);
        notice_hand_over(desk, folder, hand_over->names[hand_over->meant], bytes, length);
    } else {
        notice_say(desk, "%s", fault.text);
    }
}

static void written(struct desk *desk, const char *path) {
    hand_over_of(desk)->written = path;
    hand_over_name(desk);
    notice_say(desk, _("Written: %s. o opens it."), path);
}

static void written_open(struct desk *desk) {
    notice_errand(desk, ERRAND_OPEN_OWN, hand_over_of(desk)->written);
}

static const char *refuses(const struct desk *desk, enum command command) {
    return command == COMMAND_OPEN_LINK && !hand_over_of(desk)->written
               ? _("Nothing is written yet: Enter writes the file.")
               : NULL;
}

static const struct action actions[] = {
    {COMMAND_RIGHT, .act_by = row_turn, .by = +1},
    {COMMAND_LEFT, .act_by = row_turn, .by = -1},
    {COMMAND_NEXT_STOP, .act_by = folder_turn, .by = +1},
    {COMMAND_PREVIOUS_STOP, .act_by = folder_turn, .by = -1},
    {COMMAND_OPEN_LINK, .act = written_open},
    {.command = COMMAND_NONE},
};

static bool on_parts(const struct desk *desk) {
    return row_focused(desk) == ROW_WITH;
}

static bool on_paper(const struct desk *desk) {
    return row_focused(desk) == ROW_COUNT;
}

static const struct verb verbs[] = {
    {COMMAND_OPEN_LINK, .word = N_("open it")},
    {COMMAND_OPEN, .word = N_("write it")},
    {COMMAND_NONE, .word = N_("in or out"), .key = ' ', .when = on_parts},
    {COMMAND_NONE, .word = N_("choose"), .key = ' ', .when = on_paper},
    {COMMAND_LEFT, .word = N_("another"), .pair = COMMAND_RIGHT},
    {COMMAND_NEXT_STOP, .word = N_("other folder")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen hand_over_screen = {
    .title = N_("Give it to somebody"),
    .command = COMMAND_REPORT,
    .shape = SHAPE_BOX,
    .state = sizeof(struct hand_over),
    .panels = {{.name = "", .entries = count, .rows = paper_rows, .open = file_write}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .key = key,
    .refuses = refuses,
    .handed_over = written,
};
