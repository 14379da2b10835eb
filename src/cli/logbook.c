#include "vademecum/cli/logbook.h"

#include "vademecum/base/nearest.h"
#include "vademecum/base/words.h"
#include "vademecum/report/title.h"
#include "vademecum/review/reviewer.h"

#include <string.h>

static void places_anybody(struct cli *cli);
static size_t damage_count(const struct cli *cli, bool read);
static void damage_tell(const struct cli *cli, size_t count);
static void notices_tell(const struct cli *cli);
static int saved_tell(const struct cli *cli);
static void rescue_tell(struct cli *cli, const struct fault *fault);
static const char *place_line(const struct cli *cli, const struct defect *defect);
static const char *fault_words(struct cli *cli, const struct fault *fault);
static const char *practice_nearest(const struct cli *cli, const char *typed);
static const char *item_nearest(const struct cli *cli, const char *typed, bool questions);

bool logbook_begin(struct cli *cli, enum log_use use) {
    struct fault fault;
    if (!places_find(&cli->places, cli->environment, cli->arena, &fault)) {
        if (use != LOG_ASIDE) {
            cli_fail(cli, &fault);
            return false;
        }
        places_anybody(cli);
    }
    const struct log_setup setup = {
        .folder = cli->places.reviews,
        .spares = cli->places.spares,
        .reviewer = cli->places.reviewer,
        .clock = cli->clock,
        .random = cli->random,
        .end = cli->arena->end,
    };
    const bool read = log_open(&cli->log, &setup, &fault);
    if (!cli->log) {
        cli_fail(cli, &fault);
        return false;
    }
    /* A subcommand that writes tells by itself why it cannot, and check-log what is damaged. */
    cli->partly = !read && use != LOG_WRITTEN;
    const size_t damage = damage_count(cli, read);
    if (cli->partly && (use != LOG_CHECKED || damage == 0)) {
        cli_complain(cli, fault_words(cli, &fault));
    }
    if (damage > 0 && use != LOG_CHECKED) {
        damage_tell(cli, damage);
    }
    return true;
}

int logbook_end(struct cli *cli, int status) {
    notices_tell(cli);
    log_close(cli->log);
    cli->log = NULL;
    return status == CLI_DONE && cli->partly ? CLI_FAILED : status;
}

int logbook_save(struct cli *cli, const struct log_words *words) {
    struct fault fault;
    const bool saved = log_append(cli->log, words, &fault);
    return logbook_tell(cli, saved, &fault);
}

int logbook_tell(struct cli *cli, bool saved, const struct fault *fault) {
    if (saved) {
        return saved_tell(cli);
    }
    if (fault->kind == FAULT_USAGE) {
        cli_complain(cli, fault_words(cli, fault));
        return CLI_FAILED;
    }
    struct fault again;
    if (log_retry(cli->log, &again)) {
        return saved_tell(cli);
    }
    rescue_tell(cli, &again);
    return CLI_WANTING;
}

bool logbook_practice(const struct cli *cli, const char *id, struct fault *fault) {
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

void logbook_no_item(const struct cli *cli, const char *id, bool questions, struct fault *fault) {
    const char *meant = item_nearest(cli, id, questions);
    if (meant) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("no item '%s'; did you mean %s?"), id,
                  meant);
    } else {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                  _("no item '%s'; vademecum show PRACTICE --format csv has their ids"), id);
    }
}

bool logbook_sheet(const struct cli *cli, const struct sheet *sheet) {
    const struct report report = cli_report(cli);
    if (!cli->format->write->sheet) {
        return false;
    }
    cli->format->write->sheet(&report, sheet);
    return true;
}

/* For looking, as somebody who has said nothing; and in no folder, "", there is nothing. */
static void places_anybody(struct cli *cli) {
    cli->places.reviewer = reviewer_suggest(cli->arena, "");
    if (!cli->places.reviews) {
        cli->places.reviews = "";
    }
}

/* How much of it is not settled, besides the reviewer's own file when that is refused as a whole.
 */
static size_t damage_count(const struct cli *cli, bool read) {
    const char *own = arena_printf(cli->arena, "%s.csv", cli->places.reviewer);
    size_t all;
    const struct damage *damage = log_damage(cli->log, &all);
    size_t count = 0;
    for (size_t i = 0; i < all; i++) {
        count += (read || strcmp(damage[i].file, own) != 0) &&
                 !damage_settled(log_review(cli->log), &damage[i]);
    }
    return count;
}

static void damage_tell(const struct cli *cli, size_t count) {
    cli_complain(cli,
                 arena_printf(cli->arena,
                              ngettext("damage in %zu place of the reviews in %s, which is not "
                                       "used; vademecum check-log tells where and why",
                                       "damage in %zu places of the reviews in %s, which are "
                                       "not used; vademecum check-log tells where and why",
                                       count),
                              count, cli->places.reviews));
}

static void notices_tell(const struct cli *cli) {
    const struct fault_list *notices = log_notices(cli->log);
    for (size_t i = 0; i < notices->kept; i++) {
        if (!cli->told || strcmp(notices->defects[i].text, cli->told) != 0) {
            cli_complain(cli, place_line(cli, &notices->defects[i]));
        }
    }
}

/* Now, for somebody may wait for it before the program ends. */
static int saved_tell(const struct cli *cli) {
    document_line(cli->document, 0, arena_printf(cli->arena, _("saved %s"), log_newest(cli->log)));
    fflush(cli->document->out);
    return CLI_DONE;
}

static void rescue_tell(struct cli *cli, const struct fault *fault) {
    const char *why = fault_words(cli, fault);
    if (log_state(cli->log) == LOG_RESCUED) {
        cli_complain(
            cli, arena_printf(cli->arena,
                              _("NOT SAVED in the log. %s Until then it is kept in %s, which is "
                                "read at each start."),
                              why, log_rescue(cli->log)));
    } else {
        cli_complain(
            cli, arena_printf(cli->arena, _("NOT SAVED. %s Then give the command again."), why));
    }
}

/* The defect as a line, with the folder before the name of a file in it. */
static const char *place_line(const struct cli *cli, const struct defect *defect) {
    struct defect placed = *defect;
    const bool inside = placed.file[0] && !strchr(placed.file, '/');
    if (inside && strcmp(placed.file, cli->places.reviews) != 0) {
        placed.file = cli_inside(cli->arena, cli->places.reviews, placed.file);
    }
    return defect_line(&placed, cli->arena);
}

/* Remembers the sentence: a notice may say the same. */
static const char *fault_words(struct cli *cli, const struct fault *fault) {
    cli->told = arena_printf(cli->arena, "%s", fault->text);
    const struct defect defect = {
        .file = fault->file,
        .line = fault->line,
        .column = fault->column,
        .text = fault->text,
    };
    return place_line(cli, &defect);
}

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
