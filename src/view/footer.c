#include "vademecum/view/footer.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/desk/keymap.h"
#include "vademecum/view/saved.h"

#include <string.h>

enum {
    EDGES = 2,      /* columns left free beside a bar */
    TAIL_GAP = 2,   /* … and more before what stands at its right end */
    ASK_GAP = 3,    /* columns between a line being typed and what is said of it */
    ROOMY_ROWS = 2, /* of verbs */
    KEYS_MAX = 64   /* bytes of a verb's keys in writing */
};

/* --- verbs ----------------------------------------------------------------------------------- */

/* Verbs that are being told, in the rows of the footer from the one it has come to. */
struct telling {
    const struct desk *desk;
    struct arena *frame;
    int columns;
    struct bar *bar;
    struct bar *end;
    bool begun; /* verbs stand in the bar */
    int width;  /* columns of what stands in it then */
    bool brief; /* there is one row for all */
    bool told[COMMAND_COUNT];
};

static bool verb_possible(const struct telling *telling, const struct verb *verb) {
    const struct desk *desk = telling->desk;
    if (telling->told[verb->command] || (verb->brief && !telling->brief) ||
        (verb->when && !verb->when(desk))) {
        return false;
    }
    return verb->command == COMMAND_NONE || act_possible(desk, verb->command);
}

/* What the checklist in sight calls the mark that a command gives; NULL: it gives none. */
static const char *verdict_word(const struct desk *desk, enum command command) {
    static const struct {
        enum command command;
        enum verdict verdict;
    } marks[] = {
        {COMMAND_MET, VERDICT_MET},
        {COMMAND_PARTLY, VERDICT_PARTLY},
        {COMMAND_NOT_MET, VERDICT_NOT_MET},
        {COMMAND_NOT_KNOWN, VERDICT_UNKNOWN},
    };
    const struct item *item = stack_place(desk).item;
    for (size_t i = 0; item && i < COUNT(marks); i++) {
        if (marks[i].command == command) {
            return work_sign(desk, catalogue_checklist_of(item), marks[i].verdict, SIGN_WORDS).text;
        }
    }
    return NULL;
}

/* "1 2 3 4 0", of all commands from one to another. */
static const char *run_keys(const struct verb *verb, struct arena *frame) {
    const char *text = "";
    for (enum command command = verb->command; command <= verb->last; command++) {
        char keys[KEYS_MAX];
        keymap_keys(command, false, keys, sizeof keys);
        text = arena_printf(frame, "%s%s%s", text, *text ? " " : "", keys);
    }
    return text;
}

/* "J K model" */
static const char *verb_text(const struct desk *desk, const struct verb *verb,
                             struct arena *frame) {
    const char *called = verdict_word(desk, verb->command);
    const char *usual = verb->word ? verb->word : command_info(verb->command)->footer;
    const char *word = called && !verb->word ? called : _(usual);
    char keys[KEYS_MAX];
    if (verb->last != COMMAND_NONE) {
        return arena_printf(frame, "%s %s", run_keys(verb, frame), word);
    }
    if (verb->command == COMMAND_NONE) {
        keymap_name(verb->key, keys);
    } else {
        keymap_keys(verb->command, false, keys, sizeof keys);
    }
    if (verb->pair == COMMAND_NONE) {
        return arena_printf(frame, "%s %s", keys, word);
    }
    char pair[KEYS_MAX];
    keymap_keys(verb->pair, false, pair, sizeof pair);
    return arena_printf(frame, "%s %s %s", keys, pair, word);
}

/* Goes on in the next bar when the verb no longer fits; false when there is none. */
static bool verb_put(struct telling *telling, const char *text) {
    const enum letters letters = telling->desk->look.letters;
    const int width = text_width(text, letters);
    for (; telling->bar < telling->end; telling->bar++) {
        struct bar *bar = telling->bar;
        const int before = telling->begun ? telling->width : text_width(bar->left, letters);
        const char *gap = telling->begun ? "  " : *bar->left ? "   " : "";
        const int after = before + (int)strlen(gap) + width;
        const int right = text_width(bar->right, letters);
        if (after <= telling->columns - EDGES - (right ? right + TAIL_GAP : 0)) {
            bar->left = arena_printf(telling->frame, "%s%s%s", bar->left, gap, text);
            telling->begun = true;
            telling->width = after;
            return true;
        }
        telling->begun = false;
    }
    return false;
}

static void verbs_tell(struct telling *telling, const struct verb *verbs) {
    for (const struct verb *verb = verbs; verb && (verb->command != COMMAND_NONE || verb->key);
         verb++) {
        if (!verb_possible(telling, verb)) {
            continue;
        }
        if (!verb_put(telling, verb_text(telling->desk, verb, telling->frame))) {
            return;
        }
        for (enum command told = verb->command; told <= verb->last; told++) {
            telling->told[told] = true;
        }
        telling->told[verb->command] = verb->command != COMMAND_NONE;
    }
}

/* The verbs of what is being typed, else of the row and then of the screen. */
static void all_tell(struct telling *telling) {
    const struct desk *desk = telling->desk;
    const struct asking *asking = desk->ask.asking;
    if (asking && !asking->list) {
        verbs_tell(telling, asking->verbs);
    } else {
        verbs_tell(telling, stack_kind(desk, stack_panel(desk))->verbs);
        verbs_tell(telling, stack_top(desk)->verbs);
    }
}

const char *footer_verbs(const struct desk *desk, int columns, struct arena *frame) {
    struct bar bar = {"", ""};
    struct telling telling = {
        .desk = desk, .frame = frame, .columns = columns + EDGES, .bar = &bar, .end = &bar + 1};
    all_tell(&telling);
    return bar.left;
}

/* In the bars from one to another; those of a box stand in its edge, but of a line in it here. */
static void verbs_put(const struct layout *layout, const struct desk *desk, int from, int to,
                      struct arena *frame) {
    struct telling telling = {
        .desk = desk,
        .frame = frame,
        .columns = layout->columns,
        .bar = layout->footer + from,
        .end = layout->footer + to,
        .brief = !layout->roomy,
    };
    if (!layout->page || ask_in_footer(desk)) {
        all_tell(&telling);
    }
}

/* --- a line being typed ---------------------------------------------------------------------- */

static const char *ask_label(const struct desk *desk, int columns) {
    const struct asking *asking = desk->ask.asking;
    const bool wide = asking->wide && columns >= LAYOUT_SIDE_BY_SIDE;
    return _(wide ? asking->wide : asking->label);
}

/*
 * Of a line longer than the bar so much is left out in front that the cursor is in sight. What is
 * said of it stands behind it.
 */
static void line_put(struct layout *layout, const struct desk *desk, const char *said,
                     struct arena *frame) {
    const enum letters letters = desk->look.letters;
    const char *label = ask_label(desk, layout->columns);
    const int told = *said ? text_width(said, letters) + ASK_GAP : 0;
    const int all = layout->columns - EDGES - text_width(label, letters) - 1;
    int cursor = 0;
    const char *line = ask_shown(desk, told < all / 2 ? all - told : all, frame, &cursor);
    layout->footer[layout->footer_rows - 1].left = arena_printf(frame, "%s%s   %s", label, line,
                                                                said);
    layout->prompt_column = 1 + text_width(label, letters) + cursor;
}

/* What is said of the line, or what can be done with it, has its own row where there are two. */
static void ask_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const char *message = desk->notice.message;
    if (layout->footer_rows == 1) {
        line_put(layout, desk, message, frame);
        return;
    }
    line_put(layout, desk, "", frame);
    if (*message) {
        layout->footer[0].left = rows_short(desk, message, layout->columns - EDGES, frame);
    } else {
        verbs_put(layout, desk, 0, 1, frame);
    }
}

/* --- the footer ------------------------------------------------------------------------------ */

/* What is to be said now; else, where it is not now, that it is not. */
static const char *said_text(const struct desk *desk) {
    return desk->notice.message[0] ? desk->notice.message : changes_banner(desk);
}

/* Rows that the message takes, up to `most`. */
static int message_rows(const struct desk *desk, int columns, int most) {
    const char *rest = said_text(desk);
    struct span line;
    int count = 0;
    while (columns > EDGES && count < most &&
           text_wrap(&rest, columns - EDGES, desk->look.letters, &line)) {
        count++;
    }
    return count;
}

int footer_rows(const struct layout *layout, const struct desk *desk) {
    const int columns = layout->columns;
    const int most = layout->rows - LAYOUT_MESSAGE_LEAVES;
    if (ask_in_footer(desk)) {
        return layout->roomy ? ROOMY_ROWS : 1;
    }
    if (layout->roomy) {
        const int said = message_rows(desk, columns, most - 1);
        return said > 1 ? said + 1 : ROOMY_ROWS;
    }
    const int said = message_rows(desk, columns, most);
    const enum letters letters = desk->look.letters;
    const int alarm = said ? text_width(saved_alarm(desk, columns), letters) : 0;
    const int taken = text_width(said_text(desk), letters) + alarm + EDGES + TAIL_GAP;
    const int own = alarm && taken > columns && said < most ? 1 : 0;
    return said + own > 1 ? said + own : 1;
}

/* Puts the message into so many bars at most; returns how many it takes. */
static int message_put(struct layout *layout, const struct desk *desk, int most,
                       struct arena *frame) {
    const char *rest = said_text(desk);
    struct span line;
    int row = 0;
    while (row < most && text_wrap(&rest, layout->columns - EDGES, desk->look.letters, &line)) {
        layout->footer[row++].left = arena_copy(frame, line.start, line.length);
    }
    return row;
}

/* Verbs in two rows; a message takes the place of the first. */
static void roomy_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    const int said = message_put(layout, desk, layout->footer_rows - 1, frame);
    if (said == 0 && screen->focus) {
        layout->footer[0].left = screen->focus(desk, frame);
    }
    verbs_put(layout, desk, said, layout->footer_rows, frame);
}

/* One row for all: what is said, verbs, and what is saved. A long message has the verbs' place. */
static void small_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    const struct screen *screen = stack_top(desk);
    const char *alarm = saved_alarm(desk, layout->columns);
    const int rows = layout->footer_rows;
    struct bar *last = &layout->footer[rows - 1];
    if (rows > 1) {
        message_put(layout, desk, *alarm ? rows - 1 : rows, frame);
        last->right = alarm;
        return;
    }
    if (message_put(layout, desk, 1, frame) == 0 && screen->focus) {
        last->left = screen->focus(desk, frame);
    }
    last->right = *alarm ? alarm : saved_text(desk, layout->columns, frame);
    if (*alarm) {
        const int room = layout->columns - text_width(alarm, desk->look.letters);
        last->left = rows_short(desk, last->left, room - EDGES - TAIL_GAP, frame);
    }
    verbs_put(layout, desk, 0, 1, frame);
}

void footer_make(struct layout *layout, const struct desk *desk, struct arena *frame) {
    layout->footer = arena_array(frame, (size_t)layout->footer_rows, sizeof *layout->footer);
    for (int i = 0; i < layout->footer_rows; i++) {
        layout->footer[i] = (struct bar){"", ""};
    }
    if (ask_in_footer(desk)) {
        ask_make(layout, desk, frame);
    } else if (layout->roomy) {
        roomy_make(layout, desk, frame);
    } else {
        small_make(layout, desk, frame);
    }
}
