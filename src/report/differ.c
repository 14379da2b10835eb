#include "vademecum/report/differ.h"

#include "vademecum/base/i18n.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/progress.h"
#include "vademecum/review/reviewer.h"

#include <stdlib.h>
#include <string.h>

/* Where a mark stands in the row of met, partly and not met. */
static int step_of(enum verdict verdict) {
    return verdict == VERDICT_MET ? 0 : verdict == VERDICT_PARTLY ? 1 : 2;
}

int differ_steps(enum verdict one, enum verdict other) {
    if (one == other || one == VERDICT_NONE || other == VERDICT_NONE) {
        return 0;
    }
    if (one == VERDICT_UNKNOWN || other == VERDICT_UNKNOWN) {
        return 1;
    }
    if (one == VERDICT_NA || other == VERDICT_NA) {
        return DIFFER_MOST;
    }
    return abs(step_of(one) - step_of(other));
}

/* The items that are compared. */
struct run {
    const struct item *items;
    size_t count;
};

static struct run run_of(const struct report *report, const struct checklist *checklist) {
    return checklist ? (struct run){checklist->items, checklist->item_count}
                     : (struct run){report->catalogue->items, report->catalogue->item_count};
}

/*
 * The reviewers who have marked any of the items, `*count` of them. Copied, as the review may be
 * read anew while a meeting goes on.
 */
static const char *const *reviewers_find(const struct report *report,
                                         const struct differ_wish *wish, const struct run *run,
                                         size_t *count) {
    size_t all = wish->reviewer_count;
    const char *const *names = all > 0 ? wish->reviewers
                                       : review_reviewers(report->review, report->arena, &all);
    const char **reviewers = arena_array(report->arena, all + 1, sizeof *reviewers);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const struct progress progress = progress_count(report->review, names[i], wish->practice,
                                                        run->items, run->count);
        if (progress_answered(&progress) > 0) {
            reviewers[(*count)++] = arena_copy(report->arena, names[i], strlen(names[i]));
        }
    }
    return reviewers;
}

/* What a group has decided is shown, but it is no further opinion. */
static struct disputed item_compare(const struct report *report, const struct differ *differ,
                                    const struct item *item) {
    enum verdict *verdicts = arena_array(report->arena, differ->reviewer_count + 1,
                                         sizeof *verdicts);
    struct disputed disputed = {.item = item, .verdicts = verdicts};
    for (size_t i = 0; i < differ->reviewer_count; i++) {
        verdicts[i] = verdict_of(report->review, differ->reviewers[i], differ->practice, item);
        if (reviewer_group(differ->reviewers[i])) {
            continue;
        }
        if (verdicts[i] != VERDICT_NONE) {
            disputed.marked++;
            disputed.alone = i;
        }
        for (size_t o = 0; o < i; o++) {
            const int steps = reviewer_group(differ->reviewers[o])
                                  ? 0
                                  : differ_steps(verdicts[i], verdicts[o]);
            disputed.apart = steps > disputed.apart ? steps : disputed.apart;
        }
    }
    return disputed;
}

static int order_of(size_t one, size_t other) {
    return (one > other) - (one < other);
}

/*
 * Orders by how far apart, then agreed before alone, then by who is alone, then by the catalogue.
 */
static int disputed_compare(const void *left, const void *right) {
    const struct disputed *one = left;
    const struct disputed *other = right;
    const bool alone = one->marked == 1;
    if (one->apart != other->apart) {
        return one->apart > other->apart ? -1 : 1;
    }
    if (alone != (other->marked == 1)) {
        return alone ? 1 : -1;
    }
    const int order = alone ? order_of(one->alone, other->alone) : 0;
    return order ? order : order_of(one->item->index, other->item->index);
}

struct differ differ_gather(const struct report *report, const struct differ_wish *wish) {
    const struct run run = run_of(report, wish->checklist);
    struct differ differ = {.practice = wish->practice};
    differ.reviewers = reviewers_find(report, wish, &run, &differ.reviewer_count);
    struct disputed *items = arena_array(report->arena, run.count + 1, sizeof *items);
    size_t *alone = arena_array(report->arena, differ.reviewer_count + 1, sizeof *alone);
    for (size_t i = 0; i < run.count; i++) {
        const struct disputed disputed = item_compare(report, &differ, &run.items[i]);
        if (disputed.marked == 0) {
            continue;
        }
        items[differ.count++] = disputed;
        differ.differing += disputed.apart > 0;
        differ.same += disputed.marked > 1 && disputed.apart == 0;
        alone[disputed.alone] += disputed.marked == 1;
    }
    if (differ.count > 0) {
        qsort(items, differ.count, sizeof *items, disputed_compare);
    }
    differ.items = items;
    differ.alone = alone;
    return differ;
}

const char *differ_summary(const struct report *report, const struct differ *differ) {
    if (differ->reviewer_count == 0) {
        return _("Nobody has marked an item of this practice yet.");
    }
    if (differ->reviewer_count == 1) {
        return arena_printf(report->arena,
                            _("Only %s has marked items of this practice; a second opinion is "
                              "needed to compare."),
                            wording_reviewer_name(report, differ->reviewers[0]));
    }
    const char *line = arena_printf(report->arena, _("Same on %zu of %zu; differ on %zu"),
                                    differ->same, differ->same + differ->differing,
                                    differ->differing);
    for (size_t i = 0; i < differ->reviewer_count; i++) {
        if (differ->alone[i] > 0) {
            line = arena_printf(report->arena, _("%s; %zu only %s answered"), line,
                                differ->alone[i],
                                wording_reviewer_name(report, differ->reviewers[i]));
        }
    }
    return arena_printf(report->arena, "%s.", line);
}

const char *differ_opinion(const struct report *report, const char *practice,
                           const struct item *item, const char *reviewer) {
    const struct review *review = report->review;
    const char *id = record_cell(&item->record, ITEM_ID);
    const char *role = review_value(review, reviewer, "", "", "role");
    const char *comment = review_value(review, reviewer, practice, id, "comment");
    const char *evidence = review_value(review, reviewer, practice, id, "evidence");
    const enum verdict verdict = verdict_of(review, reviewer, practice, item);
    const char *line = arena_printf(
        report->arena, "%s%s%s: %s", wording_reviewer_name(report, reviewer), role[0] ? ", " : "",
        wording_value(report, "role", role),
        report_sign(report, catalogue_checklist_of(item), verdict, SIGN_WORDS).text);
    if (comment[0]) {
        line = arena_printf(report->arena, "%s. %s", line, comment);
    }
    return evidence[0] ? arena_printf(report->arena, _("%s\nEvidence: %s"), line, evidence) : line;
}

const char *differ_degree(int apart) {
    return apart == DIFFER_MOST ? _("Far apart") : _("One step apart");
}

static const char *state_of(const struct disputed *disputed) {
    return disputed->apart > 0 ? "differ" : disputed->marked > 1 ? "same" : "alone";
}

static void row_fill(const struct report *report, const struct differ *differ,
                     const struct disputed *disputed, size_t reviewer, struct sheet *sheet) {
    const struct item *item = disputed->item;
    const char *id = record_cell(&item->record, ITEM_ID);
    const char *who = differ->reviewers[reviewer];
    sheet_cell(sheet, differ->practice);
    sheet_cell(sheet, record_cell(&item->question->criterion->checklist->record, CHECKLIST_ID));
    sheet_cell(sheet, id);
    sheet_cell(sheet, report_cell(report, SCHEMA_ITEMS, &item->record, ITEM_TEXT));
    sheet_cell(sheet, state_of(disputed));
    sheet_number(sheet, (size_t)disputed->apart);
    sheet_cell(sheet, who);
    sheet_cell(sheet, review_value(report->review, who, "", "", "role"));
    sheet_cell(sheet, verdict_name(disputed->verdicts[reviewer]));
    sheet_cell(sheet, review_value(report->review, who, differ->practice, id, "comment"));
    sheet_cell(sheet, review_value(report->review, who, differ->practice, id, "evidence"));
}

void differ_sheet(const struct report *report, const struct differ *differ, struct sheet *sheet) {
    static const char *const before[] = {"practice_id", "checklist_id", "item_id", "item", "state"};
    static const char *const behind[] = {"reviewer", "role", "verdict", "comment", "evidence"};
    sheet_init(sheet, report->arena);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        sheet_column(sheet, before[i]);
    }
    sheet_number_column(sheet, "apart");
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        sheet_column(sheet, behind[i]);
    }
    for (size_t i = 0; i < differ->count; i++) {
        for (size_t r = 0; r < differ->reviewer_count; r++) {
            row_fill(report, differ, &differ->items[i], r, sheet);
        }
    }
}
