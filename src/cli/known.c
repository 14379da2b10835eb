#include "vademecum/cli/known.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/report/title.h"

/* The id of the practice that was most likely meant, or NULL. */
static const char *practice_nearest(const struct cli *cli, const char *typed) {
    size_t count;
    const struct review *review = log_review(cli->log);
    const char **own = review_own(review, cli->arena, &count);
    const char *nearest = NULL;
    int least = NEAREST_FAR;
    for (size_t i = 0; i < count; i++) {
        const int by_id = nearest_distance(cli->arena, typed, own[i]);
        const int by_title = nearest_distance(cli->arena, typed,
                                              review_fact(review, own[i], "own.title"));
        const int distance = by_id < by_title ? by_id : by_title;
        if (distance < least) {
            least = distance;
            nearest = own[i];
        }
    }
    const struct practice *practice = catalogue_nearest(cli->catalogue, typed);
    if (nearest || !practice) {
        return nearest;
    }
    return record_cell(&practice->record, PRACTICE_ID);
}

bool known_practice(const struct cli *cli, const char *id, struct fault *fault) {
    const struct report report = cli_report(cli);
    if (title_origin(&report, id) != ORIGIN_GONE) {
        return true;
    }
    const char *meant = practice_nearest(cli, id);
    if (meant) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         _("no practice '%s'; did you mean %s?"), id, meant);
    }
    return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                     _("no practice '%s'; vademecum list shows them all"), id);
}

static const char *item_nearest(const struct cli *cli, const char *typed, bool questions) {
    const struct catalogue *catalogue = cli->catalogue;
    const size_t count = catalogue->item_count + (questions ? catalogue->question_count : 0);
    struct arena scratch;
    arena_init(&scratch, cli->arena->end);
    const char *nearest = NULL;
    int least = NEAREST_FAR;
    for (size_t i = 0; i < count; i++) {
        const char *id = i < catalogue->item_count
                             ? record_cell(&catalogue->items[i].record, ITEM_ID)
                             : record_cell(&catalogue->questions[i - catalogue->item_count].record,
                                           QUESTION_ID);
        const int distance = nearest_distance(&scratch, typed, id);
        if (distance < least) {
            least = distance;
            nearest = id;
        }
        arena_empty(&scratch);
    }
    arena_free(&scratch);
    return nearest;
}

bool known_refuse_item(const struct cli *cli, const char *id, bool questions, struct fault *fault) {
    const char *meant = item_nearest(cli, id, questions);
    if (meant) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("no item '%s'; did you mean %s?"),
                         id, meant);
    }
    return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                     _("no item '%s'; vademecum show PRACTICE --format csv has their ids"), id);
}
