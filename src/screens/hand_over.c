#include "vademecum/screens/hand_over.h"

#include "vademecum/base/i18n.h"
#include "vademecum/screens/screens.h"

enum {
    FILE_NAME, /* stays above the rest */
    CHOICES
};

enum {
    LABEL_WIDTH = 8
};

static const char *const labels[ROW_COUNT] = {
    [ROW_OFFER] = N_("What"),
    [ROW_READER] = N_("For"),
    [ROW_FORMAT] = N_("As"),
    [ROW_FOLDER] = N_("In"),
};

/* The row that the entry is, of those in which there is anything to choose. */
static enum hand_over_row row_at(const struct desk *desk, size_t entry) {
    for (enum hand_over_row row = 0; row < ROW_COUNT; row++) {
        if (hand_over_shown(desk, row) && entry-- == 0) {
            return row;
        }
    }
    return ROW_FOLDER;
}

static enum hand_over_row row_focused(const struct desk *desk) {
    return row_at(desk, window_of(desk, (struct panel){SCREEN_HAND_OVER, CHOICES})->focus);
}

static size_t count(const struct desk *desk) {
    size_t shown = 0;
    for (enum hand_over_row row = 0; row < ROW_COUNT; row++) {
        shown += hand_over_shown(desk, row);
    }
    return shown;
}

/* --- what is shown --------------------------------------------------------------------------- */

static void name_rows(const struct desk *desk, struct rows *rows) {
    rows->title = rows_subject(desk, &hand_over_of(desk)->subject);
    rows_add(rows, ROLE_TEXT, 0,
             rows_short(desk, hand_over_of(desk)->name, rows->width, rows->arena));
}

static void choices_rows(const struct desk *desk, struct rows *rows) {
    const size_t all = count(desk);
    bool with = false;
    for (size_t i = 0; i < all; i++) {
        const enum hand_over_row row = row_at(desk, i);
        struct row *shown = rows_add_entry(rows, i, hand_over_text(desk, row, rows->arena));
        const char *first = hand_over_ticks(row) && !with ? _("With") : "";
        with |= hand_over_ticks(row);
        shown->label = labels[row] ? _(labels[row]) : first;
        shown->indent = ROWS_INDENT + LABEL_WIDTH;
        shown->hang = 0;
    }
}

/* --- what is done ---------------------------------------------------------------------------- */

static bool enter(struct desk *desk, const struct place *place) {
    hand_over_begin(desk, place->practice);
    return true;
}

static bool refresh(struct desk *desk) {
    return listing_renew(desk, &hand_over_of(desk)->subject);
}

static struct place place(const struct desk *desk) {
    return (struct place){.practice = &hand_over_of(desk)->subject};
}

static void row_turn(struct desk *desk, int step) {
    hand_over_turn(desk, row_focused(desk), step);
}

static void folder_turn(struct desk *desk, int step) {
    hand_over_turn(desk, ROW_FOLDER, step);
}

/* Space ticks, and turns a choice like Right. */
static bool key(struct desk *desk, int key) {
    if (key == ' ') {
        row_turn(desk, +1);
    }
    return key == ' ';
}

static void file_write(struct desk *desk, size_t entry) {
    (void)entry;
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
        notice_hand_over(desk, folder, hand_over_of(desk)->name, bytes, length);
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

static bool on_tick(const struct desk *desk) {
    return hand_over_ticks(row_focused(desk));
}

static const struct verb verbs[] = {
    {COMMAND_OPEN_LINK, .word = N_("open it")},
    {COMMAND_OPEN, .word = N_("write it")},
    {COMMAND_NONE, .word = N_("in or out"), .key = ' ', .when = on_tick},
    {COMMAND_LEFT, .word = N_("another"), .pair = COMMAND_RIGHT},
    {COMMAND_NEXT_STOP, .word = N_("other folder")},
    {.command = COMMAND_BACK},
    {.command = COMMAND_HELP},
    {.command = COMMAND_NONE},
};

const struct screen hand_over_screen = {
    .title = N_("Give it to somebody"),
    .command = COMMAND_REPORT,
    .shape = SHAPE_HEADS,
    .first = CHOICES,
    .state = sizeof(struct hand_over),
    .panels = {{.name = "", .head = true, .rows = name_rows},
               {.name = "", .entries = count, .rows = choices_rows, .open = file_write}},
    .verbs = verbs,
    .actions = actions,
    .enter = enter,
    .refresh = refresh,
    .place = place,
    .key = key,
    .refuses = refuses,
    .handed_over = written,
};
