#include "vademecum/cli/known.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/text.h"
#include "vademecum/report/title.h"

#include <string.h>

enum {
    LIST_MOST = 4 /* practices that a sentence lists */
};

/* The id of the practice that was most likely meant, or NULL. */
static const char *practice_nearest(const struct cli *cli, const char *typed) {
    size_t count;
    const struct review *review = log_review(cli->log);
    const char **own = review_own(review, cli->arena, &count);
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < count; i++) {
        const char *title = review_fact(review, own[i], "own.title");
        nearest_offer(&nearest, cli->arena, typed, own[i], own[i]);
        nearest_offer(&nearest, cli->arena, typed, title, own[i]);
    }
    const struct practice *practice = catalogue_nearest(cli->catalogue, typed);
    if (nearest.meant || !practice) {
        return nearest.meant;
    }
    return record_cell(&practice->record, PRACTICE_ID);
}

/* The practices that fit what was typed. */
struct fitting {
    const char *words; /* what was typed, folded */
    size_t count;
    const char *one;  /* of them */
    const char *list; /* their ids, the first ones */
    size_t titled;    /* those whose whole title it is */
    const char *title;
};

static void fitting_offer(const struct cli *cli, struct fitting *fitting, const char *id,
                          struct arena *scratch) {
    const struct report report = cli_report(cli);
    const char *title = text_fold(scratch, title_of(&report, id));
    if (!text_words_in(arena_printf(scratch, "%s %s", id, title), fitting->words)) {
        return;
    }
    if (strcmp(title, fitting->words) == 0) {
        fitting->titled++;
        fitting->title = id;
    }
    fitting->one = id;
    if (fitting->count++ < LIST_MOST) {
        fitting->list = arena_printf(cli->arena, "%s%s%s", fitting->list,
                                     fitting->list[0] ? ", " : "", id);
    }
}

static struct fitting fitting_find(const struct cli *cli, const char *typed) {
    struct fitting fitting = {.words = text_fold(cli->arena, typed), .list = ""};
    size_t own_count;
    const char **own = review_own(log_review(cli->log), cli->arena, &own_count);
    struct arena scratch;
    arena_init(&scratch, cli->arena->end);
    for (size_t i = 0; fitting.words[0] && i < own_count; i++) {
        fitting_offer(cli, &fitting, own[i], &scratch);
        arena_empty(&scratch);
    }
    for (size_t i = 0; fitting.words[0] && i < cli->catalogue->practice_count; i++) {
        fitting_offer(cli, &fitting,
                      record_cell(&cli->catalogue->practices[i].record, PRACTICE_ID), &scratch);
        arena_empty(&scratch);
    }
    arena_free(&scratch);
    return fitting;
}

static void practice_refuse(const struct cli *cli, const char *typed, const struct fitting *fitting,
                            struct fault *fault) {
    const char *meant = fitting->count > 1 ? NULL : practice_nearest(cli, typed);
    if (fitting->count > 1) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                  fitting->count > LIST_MOST ? _("'%s' fits %zu practices: %s, …; write more of it")
                                             : _("'%s' fits %zu practices: %s; write more of it"),
                  typed, fitting->count, fitting->list);
    } else if (meant) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("no practice '%s'; did you mean %s?"),
                  typed, meant);
    } else {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                  _("no practice '%s'; vademecum list shows them all"), typed);
    }
}

const char *known_practice(const struct cli *cli, const char *typed, struct fault *fault) {
    const struct report report = cli_report(cli);
    if (title_origin(&report, typed) != ORIGIN_GONE) {
        return typed;
    }
    const struct fitting fitting = fitting_find(cli, typed);
    const char *id = fitting.titled == 1  ? fitting.title
                     : fitting.count == 1 ? fitting.one
                                          : NULL;
    if (id) {
        cli_complain(cli, arena_printf(cli->arena, _("'%s' is taken as %s"), typed, id));
    } else {
        practice_refuse(cli, typed, &fitting, fault);
    }
    return id;
}

/* The last @ of the first `length` bytes that something stands before; NULL: there is none. */
static const char *at_before(const char *typed, size_t length) {
    while (length > 1) {
        if (typed[--length] == '@') {
            return typed + length;
        }
    }
    return NULL;
}

const char *known_practice_at(const struct cli *cli, const char *typed, const char **when,
                              struct fault *fault) {
    const char *id = known_practice(cli, typed, fault);
    const char *at = id ? NULL : at_before(typed, strlen(typed));
    *when = NULL;
    if (at && !at[1 + strspn(at + 1, " ")]) {
        fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                  _("nothing stands behind the @ of '%s': write the name of a final review of it, "
                    "or a date, such as '%s2026-03-31'"),
                  typed, typed);
        return NULL;
    }
    /* What was called so may have an @ too, and so may the name. */
    for (; at && !id; at = at_before(typed, (size_t)(at - typed))) {
        id = known_practice(cli, arena_copy(cli->arena, typed, (size_t)(at - typed)), fault);
        *when = id ? at + 1 + strspn(at + 1, " ") : NULL;
    }
    return id;
}

const char *const *known_practices(const struct cli *cli, const char *const *typed, size_t count,
                                   struct fault *fault) {
    const char **ids = arena_array(cli->arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++) {
        ids[i] = known_practice(cli, typed[i], fault);
        if (!ids[i]) {
            return NULL;
        }
    }
    return ids;
}

static const char *item_nearest(const struct cli *cli, const char *typed, bool questions) {
    const struct catalogue *catalogue = cli->catalogue;
    const size_t count = catalogue->item_count + (questions ? catalogue->question_count : 0);
    struct arena scratch;
    arena_init(&scratch, cli->arena->end);
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < count; i++) {
        const char *id = i < catalogue->item_count
                             ? record_cell(&catalogue->items[i].record, ITEM_ID)
                             : record_cell(&catalogue->questions[i - catalogue->item_count].record,
                                           QUESTION_ID);
        nearest_offer(&nearest, &scratch, typed, id, id);
        arena_empty(&scratch);
    }
    arena_free(&scratch);
    return nearest.meant;
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
