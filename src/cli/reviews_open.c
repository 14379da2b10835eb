#include "vademecum/cli/reviews_open.h"

#include "vademecum/base/i18n.h"
#include "vademecum/review/reviewer.h"
#include "vademecum/review/round.h"

#include <string.h>

/* Looks as somebody who has said nothing; without a folder there are no reviews. */
static void places_anybody(struct cli *cli) {
    cli->places.reviewer = reviewer_suggest(cli->arena, "");
    if (!cli->places.reviews) {
        cli->places.reviews = "";
    }
}

/* Counts what is not settled, without the reviewer's own file when that is refused as a whole. */
static size_t damage_count(const struct cli *cli, bool read) {
    const char *own = arena_printf(cli->arena, "%s.csv", cli->places.reviewer);
    size_t all;
    const struct damage *damage = log_damage(cli->log, &all);
    size_t count = 0;
    for (size_t i = 0; i < all; i++) {
        count += (read || strcmp(damage[i].file, own) != 0) &&
                 !reading_settled(log_review(cli->log), &damage[i]);
    }
    return count;
}

/* The defect as a line, with the folder before the name of a file in it. */
static const char *place_line(const struct cli *cli, const struct defect *defect) {
    struct defect placed = *defect;
    const bool inside = placed.file[0] && !strchr(placed.file, '/');
    if (inside && strcmp(placed.file, cli->places.reviews) != 0) {
        placed.file = cli_inside(cli->arena, cli->places.reviews, placed.file);
    }
    return fault_defect_line(&placed, cli->arena);
}

/* Remembers the sentence: a notice may say the same. */
static const char *fault_words(struct cli *cli, const struct fault *fault) {
    cli->told = arena_printf(cli->arena, "%s", fault->text);
    const struct defect defect = fault_defect(fault);
    return place_line(cli, &defect);
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

bool reviews_open(struct cli *cli, enum log_use use) {
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
        .catalogue = cli->catalogue,
        .clock = cli->clock,
        .random = cli->random,
        .end = cli->arena->end,
    };
    const bool read = log_open(&cli->log, &setup, &fault);
    if (!cli->log) {
        cli_fail(cli, &fault);
        return false;
    }
    /* A subcommand that writes says itself why it cannot, and check-log what is damaged. */
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

static void notices_tell(const struct cli *cli) {
    const struct fault_list *notices = log_notices(cli->log);
    for (size_t i = 0; i < notices->kept; i++) {
        if (!cli->told || strcmp(notices->defects[i].text, cli->told) != 0) {
            cli_complain(cli, place_line(cli, &notices->defects[i]));
        }
    }
}

int reviews_close(struct cli *cli, int status) {
    notices_tell(cli);
    log_close(cli->log);
    cli->log = NULL;
    return status == CLI_DONE && cli->partly ? CLI_FAILED : status;
}

bool reviews_append(struct cli *cli, const struct statement *words, struct fault *fault) {
    size_t count;
    const struct statement *begin = round_begins(log_review(cli->log), cli->places.reviewer, words,
                                                 cli->arena, &count);
    for (size_t i = 0; i < count; i++) {
        if (!log_append(cli->log, &begin[i], fault)) {
            return false;
        }
    }
    if (count > 0) {
        document_line(
            cli->document, 0,
            arena_printf(cli->arena,
                         count > 1 ? _("round %s begins, with what was marked elsewhere after the "
                                       "one before was closed")
                                   : _("round %s begins; the one before is closed"),
                         begin->value));
    }
    return log_append(cli->log, words, fault);
}

int reviews_save(struct cli *cli, const struct statement *words) {
    struct fault fault;
    const bool saved = reviews_append(cli, words, &fault);
    return reviews_told(cli, saved, &fault);
}

/* Writes at once: somebody may wait for it before the program ends. */
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

int reviews_told(struct cli *cli, bool saved, const struct fault *fault) {
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
