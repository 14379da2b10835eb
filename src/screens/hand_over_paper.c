#include "vademecum/base/i18n.h"
#include "vademecum/exchange/deliver.h"
#include "vademecum/report/reviews.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/screens/hand_over.h"

#include <string.h>

#define WITH(row) (1u << (row))

/* What can be given to somebody. */
static const struct offer {
    const char *label;
    enum handout_kind kind;
    const char *format; /* NULL: one of `formats` */
    unsigned rows;      /* that there is something to choose in, besides itself and the folder */
} offers[] = {
    {N_("report"), HANDOUT_REPORT, NULL,
     WITH(ROW_READER) | WITH(ROW_FORMAT) | WITH(ROW_COMMENTS) | WITH(ROW_EVIDENCE) |
         WITH(ROW_MODEL) | WITH(ROW_OTHERS) | WITH(ROW_NAMES)},
    {N_("report of the gaps only"), HANDOUT_GAPS, NULL,
     WITH(ROW_READER) | WITH(ROW_FORMAT) | WITH(ROW_COMMENTS) | WITH(ROW_EVIDENCE) |
         WITH(ROW_MODEL) | WITH(ROW_OTHERS) | WITH(ROW_NAMES)},
    {N_("plan only"), HANDOUT_PLAN, NULL, WITH(ROW_FORMAT) | WITH(ROW_COMMENTS) | WITH(ROW_NAMES)},
    {N_("form to fill in by hand"), HANDOUT_BLANK, NULL,
     WITH(ROW_FORMAT) | WITH(ROW_COMMENTS) | WITH(ROW_NAMES)},
    {N_("table for a spreadsheet"), HANDOUT_REPORT, "csv",
     WITH(ROW_COMMENTS) | WITH(ROW_EVIDENCE) | WITH(ROW_NAMES)},
    {N_("calendar of the plan"), HANDOUT_PLAN, "ics", WITH(ROW_NAMES)},
};

static const char *const readers[] = {
    [HANDOUT_COLLEAGUE] = N_("colleague"),
    [HANDOUT_DONOR] = N_("donor"),
    [HANDOUT_OFFICIAL] = N_("official"),
};

/* Those for people. */
static const struct {
    const char *label;
    const char *format;
} formats[] = {
    {N_("web page"), "html"},
    {N_("Markdown"), "md"},
    {N_("text"), "text"},
};

/* What is with or without. */
static const struct {
    const char *label;
    bool out; /* at first */
} parts[ROW_COUNT] = {
    [ROW_COMMENTS] = {N_("your comments"), false},    [ROW_EVIDENCE] = {N_("your evidence"), false},
    [ROW_MODEL] = {N_("the model's answers"), false}, [ROW_OTHERS] = {N_("what others said"), true},
    [ROW_NAMES] = {N_("names and contacts"), false},
};

struct hand_over *hand_over_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_HAND_OVER);
}

static const struct offer *offer_of(const struct desk *desk) {
    return &offers[hand_over_of(desk)->chosen[ROW_OFFER]];
}

const char *hand_over_folder(const struct desk *desk) {
    const struct hand_over *hand_over = hand_over_of(desk);
    return hand_over->folder_count ? hand_over->folders[hand_over->chosen[ROW_FOLDER]] : NULL;
}

/* --- the paper ------------------------------------------------------------------------------- */

static struct report report_of(struct desk *desk) {
    struct report report = work_report(desk, desk_arena(desk, SCREEN_HAND_OVER));
    report.signs = SIGN_UNICODE;
    return report;
}

static bool part_in(const struct desk *desk, enum hand_over_row row) {
    return parts[row].out == (hand_over_of(desk)->chosen[row] != 0);
}

/* What cannot be chosen is not left out. */
static bool part_left_out(const struct desk *desk, enum hand_over_row row) {
    return hand_over_shown(desk, row) && !part_in(desk, row);
}

struct paper hand_over_paper(const struct desk *desk) {
    const struct hand_over *hand_over = hand_over_of(desk);
    const struct offer *offer = offer_of(desk);
    struct handout handout = handout_usual(hand_over->subject.id);
    handout.kind = offer->kind;
    if (hand_over_shown(desk, ROW_READER)) {
        handout.reader = (enum handout_reader)hand_over->chosen[ROW_READER];
    }
    handout.no_comment = part_left_out(desk, ROW_COMMENTS);
    handout.no_evidence = part_left_out(desk, ROW_EVIDENCE);
    handout.no_model = part_left_out(desk, ROW_MODEL);
    handout.anonymous = part_left_out(desk, ROW_NAMES);
    if (hand_over_shown(desk, ROW_OTHERS) && part_in(desk, ROW_OTHERS)) {
        handout.others = hand_over->others;
        handout.other_count = hand_over->other_count;
    }
    return (struct paper){
        .handout = handout,
        .format = offer->format ? offer->format : formats[hand_over->chosen[ROW_FORMAT]].format,
    };
}

const char *hand_over_bytes(struct desk *desk, size_t *length, struct fault *fault) {
    const struct report report = report_of(desk);
    const struct paper paper = hand_over_paper(desk);
    return paper_bytes(&report, &paper, length, fault);
}

void hand_over_name(struct desk *desk) {
    const struct report report = report_of(desk);
    const struct paper paper = hand_over_paper(desk);
    const char *name = paper_name(&report, &paper);
    const char *folder = hand_over_folder(desk);
    hand_over_of(desk)->name = folder ? deliver_name(folder, name, report.arena) : name;
}

/* --- what there is to choose from ------------------------------------------------------------ */

/* A stick may be plugged in, or pulled out, at any time; the chosen folder stays, if it is there.
 */
static void folders_find(struct desk *desk) {
    struct hand_over *hand_over = hand_over_of(desk);
    struct arena *arena = desk_arena(desk, SCREEN_HAND_OVER);
    const struct environment *environment = desk->work.environment;
    const char *chosen = hand_over_folder(desk);
    const char *documents = environment ? deliver_documents(environment, arena) : NULL;
    const bool mounts = environment && environment->mounts;
    size_t count = 0;
    const char *const *sticks = mounts ? deliver_sticks(environment->mounts, arena, &count) : NULL;
    const char **folders = arena_array(arena, count + 1, sizeof *folders);
    hand_over->folders = folders;
    hand_over->folder_count = 0;
    hand_over->chosen[ROW_FOLDER] = 0;
    for (size_t i = 0; i <= count; i++) {
        const char *folder = i == 0 ? documents : sticks[i - 1];
        if (folder && chosen && strcmp(folder, chosen) == 0) {
            hand_over->chosen[ROW_FOLDER] = hand_over->folder_count;
        }
        if (folder) {
            folders[hand_over->folder_count++] = folder;
        }
    }
}

static void others_find(struct desk *desk) {
    struct hand_over *hand_over = hand_over_of(desk);
    const struct report report = report_of(desk);
    const struct reviews reviews = reviews_gather(&report,
                                                  &(struct reviews_wanted){.reviewer = NULL});
    const char **others = arena_array(report.arena, reviews.count + 1, sizeof *others);
    hand_over->others = others;
    hand_over->other_count = 0;
    for (size_t i = 0; i < reviews.count; i++) {
        const struct reviewed *reviewed = &reviews.reviewed[i];
        if (strcmp(reviewed->practice, hand_over->subject.id) == 0 &&
            strcmp(reviewed->reviewer, desk->work.reviewer) != 0 &&
            progress_answered(&reviewed->progress) > 0) {
            others[hand_over->other_count++] = arena_printf(report.arena, "%s", reviewed->reviewer);
        }
    }
}

void hand_over_begin(struct desk *desk, const struct subject *subject) {
    struct hand_over *hand_over = hand_over_of(desk);
    const struct subject kept = *subject;
    arena_empty(desk_arena(desk, SCREEN_HAND_OVER));
    hand_over->subject = kept;
    hand_over->folder_count = 0;
    hand_over->written = NULL;
    const bool minutes = reviewer_group(desk->work.reviewer);
    if (minutes != hand_over->minutes) {
        hand_over->minutes = minutes;
        hand_over->chosen[ROW_NAMES] = minutes;
    }
    others_find(desk);
    folders_find(desk);
    hand_over_name(desk);
}

/* --- the rows -------------------------------------------------------------------------------- */

bool hand_over_ticks(enum hand_over_row row) {
    return parts[row].label;
}

bool hand_over_shown(const struct desk *desk, enum hand_over_row row) {
    if (row == ROW_OTHERS && hand_over_of(desk)->other_count == 0) {
        return false;
    }
    return row == ROW_OFFER || row == ROW_FOLDER || offer_of(desk)->rows & WITH(row);
}

/* "[x] what others said: ben, cora" */
static const char *part_text(const struct desk *desk, enum hand_over_row row, struct arena *arena) {
    const struct hand_over *hand_over = hand_over_of(desk);
    const bool source = row == ROW_MODEL && hand_over->subject.practice;
    const char *text = source ? _("the source's answers") : _(parts[row].label);
    for (size_t i = 0; row == ROW_OTHERS && i < hand_over->other_count; i++) {
        text = arena_printf(arena, "%s%s %s", text, i ? "," : ":", hand_over->others[i]);
    }
    return arena_printf(arena, "[%s] %s", part_in(desk, row) ? "x" : " ", text);
}

/* "Documents", when it lies in the user's own folder; else the whole path. */
static const char *folder_text(const struct desk *desk) {
    const char *folder = hand_over_folder(desk);
    if (!folder) {
        return _("no folder was found");
    }
    const char *home = desk->work.environment->home;
    const size_t length = home ? strlen(home) : 0;
    if (length == 0 || strncmp(folder, home, length) != 0 || !strchr("/", folder[length])) {
        return folder;
    }
    const char *below = folder + length + strspn(folder + length, "/");
    return *below ? below : _("your own folder");
}

const char *hand_over_text(const struct desk *desk, enum hand_over_row row, struct arena *arena) {
    const size_t chosen = hand_over_of(desk)->chosen[row];
    if (hand_over_ticks(row)) {
        return part_text(desk, row, arena);
    }
    return arena_printf(arena, "< %s >",
                        row == ROW_OFFER    ? _(offers[chosen].label)
                        : row == ROW_READER ? _(readers[chosen])
                        : row == ROW_FORMAT ? _(formats[chosen].label)
                                            : folder_text(desk));
}

/* How many values a row has. */
static size_t row_values(const struct desk *desk, enum hand_over_row row) {
    static const size_t counts[ROW_COUNT] = {
        [ROW_OFFER] = sizeof offers / sizeof *offers,
        [ROW_READER] = sizeof readers / sizeof *readers,
        [ROW_FORMAT] = sizeof formats / sizeof *formats,
    };
    return row == ROW_FOLDER ? hand_over_of(desk)->folder_count : counts[row] ? counts[row] : 2;
}

void hand_over_turn(struct desk *desk, enum hand_over_row row, int step) {
    if (row == ROW_FOLDER) {
        folders_find(desk);
    }
    const size_t count = row_values(desk, row);
    size_t *chosen = &hand_over_of(desk)->chosen[row];
    if (row == ROW_FOLDER && count < 2) {
        notice_say(desk, _("No stick is plugged in that can be written to."));
    } else {
        *chosen = (*chosen + (step > 0 ? 1 : count - 1)) % count;
    }
    hand_over_name(desk);
}
