#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/exchange/deliver.h"
#include "vademecum/report/reviews.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/screens/hand_over.h"

#include <string.h>

#define WITH(part) (1u << (part))
#define NO_BREAK_SPACE "\xC2\xA0"

/* What can be given to somebody. */
static const struct offer {
    const char *label;
    enum handout_kind kind;
    const char *format;      /* NULL: one of `formats` */
    const char *format_name; /* what the one is called */
    bool readers;            /* it differs by who reads it */
    unsigned parts;          /* that it may have or not */
} offers[] = {
    {N_("Report"), HANDOUT_REPORT, NULL, NULL, true,
     WITH(PART_COMMENTS) | WITH(PART_EVIDENCE) | WITH(PART_PLAN) | WITH(PART_MODEL) |
         WITH(PART_OTHERS) | WITH(PART_NAMES)},
    {N_("Only the gaps"), HANDOUT_GAPS, NULL, NULL, true,
     WITH(PART_COMMENTS) | WITH(PART_EVIDENCE) | WITH(PART_PLAN) | WITH(PART_MODEL) |
         WITH(PART_OTHERS) | WITH(PART_NAMES)},
    {N_("Only the plan"), HANDOUT_PLAN, NULL, NULL, false, WITH(PART_COMMENTS) | WITH(PART_NAMES)},
    {N_("Form to fill in by hand"), HANDOUT_BLANK, NULL, NULL, false,
     WITH(PART_COMMENTS) | WITH(PART_NAMES)},
    {N_("Table for a spreadsheet"), HANDOUT_REPORT, "csv", N_("CSV"), false,
     WITH(PART_COMMENTS) | WITH(PART_EVIDENCE) | WITH(PART_PLAN) | WITH(PART_NAMES)},
    {N_("Calendar of the plan"), HANDOUT_PLAN, "ics", N_("iCalendar"), false, WITH(PART_NAMES)},
};

static const char *const readers[] = {
    [HANDOUT_COLLEAGUE] = N_("colleague"),
    [HANDOUT_DONOR] = N_("donor"),
    [HANDOUT_OFFICIAL] = N_("official"),
};

/* The formats for people. */
static const struct {
    const char *label;
    const char *format;
} formats[] = {
    {N_("web page"), "html"},
    {N_("Markdown"), "md"},
    {N_("text"), "text"},
};

static const struct {
    const char *label;
    bool out; /* at first */
} parts[PART_COUNT] = {
    [PART_COMMENTS] = {N_("comments"), false},
    [PART_EVIDENCE] = {N_("evidence"), false},
    [PART_PLAN] = {N_("plan"), false},
    [PART_MODEL] = {N_("the model's answers"), false},
    [PART_OTHERS] = {N_("what others said"), true},
    [PART_NAMES] = {N_("names and contacts"), false},
};

struct hand_over *hand_over_of(const struct desk *desk) {
    return desk_state(desk, SCREEN_HAND_OVER);
}

static const struct offer *offer_of(const struct desk *desk) {
    return &offers[hand_over_of(desk)->meant];
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

static bool part_in(const struct desk *desk, enum hand_over_part part) {
    return parts[part].out == hand_over_of(desk)->turned[part];
}

static bool part_shown(const struct desk *desk, const struct offer *offer,
                       enum hand_over_part part) {
    return offer->parts & WITH(part) &&
           (part != PART_OTHERS || hand_over_of(desk)->other_count > 0);
}

/* What cannot be chosen is not left out. */
static bool part_left_out(const struct desk *desk, const struct offer *offer,
                          enum hand_over_part part) {
    return part_shown(desk, offer, part) && !part_in(desk, part);
}

static struct paper paper_of(const struct desk *desk, const struct offer *offer) {
    const struct hand_over *hand_over = hand_over_of(desk);
    struct handout handout = handout_usual(hand_over->subject.id);
    handout.kind = offer->kind;
    if (offer->readers) {
        handout.reader = (enum handout_reader)hand_over->chosen[ROW_READER];
    }
    handout.no_comment = part_left_out(desk, offer, PART_COMMENTS);
    handout.no_evidence = part_left_out(desk, offer, PART_EVIDENCE);
    handout.no_plan = part_left_out(desk, offer, PART_PLAN);
    handout.no_model = part_left_out(desk, offer, PART_MODEL);
    handout.anonymous = part_left_out(desk, offer, PART_NAMES);
    if (part_shown(desk, offer, PART_OTHERS) && part_in(desk, PART_OTHERS)) {
        handout.others = hand_over->others;
        handout.other_count = hand_over->other_count;
    }
    return (struct paper){
        .handout = handout,
        .format = offer->format ? offer->format : formats[hand_over->chosen[ROW_FORMAT]].format,
    };
}

struct paper hand_over_paper(const struct desk *desk) {
    return paper_of(desk, offer_of(desk));
}

const char *hand_over_bytes(struct desk *desk, size_t *length, struct fault *fault) {
    const struct report report = report_of(desk);
    const struct paper paper = hand_over_paper(desk);
    return paper_bytes(&report, &paper, length, fault);
}

void hand_over_name(struct desk *desk) {
    struct hand_over *hand_over = hand_over_of(desk);
    const struct report report = report_of(desk);
    const char *folder = hand_over_folder(desk);
    const char **names = arena_array(report.arena, COUNT(offers), sizeof *names);
    for (size_t i = 0; i < COUNT(offers); i++) {
        const struct paper paper = paper_of(desk, &offers[i]);
        const char *name = paper_name(&report, &paper);
        names[i] = folder ? deliver_name(folder, name, report.arena) : name;
    }
    const struct handout usual = handout_usual(hand_over->subject.id);
    hand_over->names = names;
    hand_over->alike = strlen(handout_name(&report, &usual));
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
    hand_over->paper = 0;
    hand_over->meant = 0;
    hand_over->written = NULL;
    const bool minutes = reviewer_group(desk->work.reviewer);
    if (minutes != hand_over->minutes) {
        hand_over->minutes = minutes;
        hand_over->turned[PART_NAMES] = minutes;
    }
    others_find(desk);
    folders_find(desk);
    hand_over_name(desk);
}

/* --- the rows -------------------------------------------------------------------------------- */

size_t hand_over_offers(void) {
    return COUNT(offers);
}

const char *hand_over_offer(size_t offer) {
    return _(offers[offer].label);
}

/* Names begin alike: "…-plan.html" tells the others. */
const char *hand_over_file(const struct desk *desk, size_t offer, struct arena *arena) {
    const struct hand_over *hand_over = hand_over_of(desk);
    const char *name = hand_over->names[offer];
    return offer == hand_over->meant ? name
                                     : arena_printf(arena, "%s%s", desk->look.ascii ? "..." : "…",
                                                    name + hand_over->alike);
}

bool hand_over_shown(const struct desk *desk, enum hand_over_row row) {
    return row == ROW_READER   ? offer_of(desk)->readers
           : row == ROW_FORMAT ? !offer_of(desk)->format
                               : true;
}

/* The part that has the focus, or the next one that the paper may have. */
static enum hand_over_part part_focused(const struct desk *desk) {
    size_t part = hand_over_of(desk)->chosen[ROW_WITH];
    while (!part_shown(desk, offer_of(desk), (enum hand_over_part)part)) {
        part = (part + 1) % PART_COUNT;
    }
    return (enum hand_over_part)part;
}

/* "[x] what others said: ben, cora" */
static const char *part_text(const struct desk *desk, enum hand_over_part part,
                             struct arena *arena) {
    const struct hand_over *hand_over = hand_over_of(desk);
    const bool source = part == PART_MODEL && hand_over->subject.practice;
    const char *text = source ? _("the source's answers") : _(parts[part].label);
    for (size_t i = 0; part == PART_OTHERS && i < hand_over->other_count; i++) {
        text = arena_printf(arena, "%s%s %s", text, i ? "," : ":", hand_over->others[i]);
    }
    return arena_printf(arena, "[%s]" NO_BREAK_SPACE "%s",
                        part_in(desk, part) ? "x" : NO_BREAK_SPACE, text);
}

/* "[x] comments <[x] plan> [ ] names and contacts", with the focus on the plan. */
static const char *parts_text(const struct desk *desk, bool focused, struct arena *arena) {
    const enum hand_over_part at = part_focused(desk);
    const char *line = "";
    const char *after = NO_BREAK_SPACE;
    for (enum hand_over_part part = 0; part < PART_COUNT; part++) {
        if (part_shown(desk, offer_of(desk), part)) {
            const bool here = focused && part == at;
            line = arena_printf(arena, "%s%s%s%s", line, here && !*line ? "" : after,
                                here ? "<" : "", part_text(desk, part, arena));
            after = here ? "> " : "  ";
        }
    }
    return strcmp(after, "> ") == 0 ? arena_printf(arena, "%s>", line) : line;
}

/* "Documents", when it lies in the user's home folder; else the whole path. */
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
    return *below ? below : _("your home folder");
}

const char *hand_over_text(const struct desk *desk, enum hand_over_row row, bool focused,
                           struct arena *arena) {
    const size_t chosen = hand_over_of(desk)->chosen[row];
    if (!hand_over_shown(desk, row)) {
        return row == ROW_FORMAT ? _(offer_of(desk)->format_name) : _("everybody");
    }
    return row == ROW_WITH ? parts_text(desk, focused, arena)
                           : arena_printf(arena, "< %s >",
                                          row == ROW_READER   ? _(readers[chosen])
                                          : row == ROW_FORMAT ? _(formats[chosen].label)
                                                              : folder_text(desk));
}

static void value_turn(size_t *value, size_t count, int step) {
    *value = (*value + (step > 0 ? 1 : count - 1)) % count;
}

/* On to the next part that the paper may have. */
static void part_turn(struct desk *desk, int step) {
    size_t part = part_focused(desk);
    do {
        part = (part + (step > 0 ? 1 : PART_COUNT - 1)) % PART_COUNT;
    } while (!part_shown(desk, offer_of(desk), (enum hand_over_part)part));
    hand_over_of(desk)->chosen[ROW_WITH] = part;
}

static void folder_turn(struct desk *desk, int step) {
    struct hand_over *hand_over = hand_over_of(desk);
    folders_find(desk);
    if (hand_over->folder_count < 2) {
        notice_say(desk, _("No stick is plugged in that can be written to."));
    } else {
        value_turn(&hand_over->chosen[ROW_FOLDER], hand_over->folder_count, step);
    }
}

void hand_over_turn(struct desk *desk, enum hand_over_row row, int step) {
    struct hand_over *hand_over = hand_over_of(desk);
    if (row == ROW_WITH) {
        part_turn(desk, step);
    } else if (row == ROW_FOLDER) {
        folder_turn(desk, step);
    } else {
        value_turn(&hand_over->chosen[row], row == ROW_READER ? COUNT(readers) : COUNT(formats),
                   step);
    }
    hand_over_name(desk);
}

void hand_over_tick(struct desk *desk) {
    bool *turned = &hand_over_of(desk)->turned[part_focused(desk)];
    *turned = !*turned;
}
