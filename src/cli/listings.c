#include "vademecum/cli/listings.h"

#include "vademecum/base/i18n.h"
#include "vademecum/cli/known.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/compare.h"
#include "vademecum/report/cross.h"
#include "vademecum/report/differ.h"
#include "vademecum/report/events.h"
#include "vademecum/report/own_list.h"
#include "vademecum/report/past.h"
#include "vademecum/report/reviews.h"
#include "vademecum/review/date.h"

int listings_list(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    const struct report report = cli_report(cli);
    size_t off;
    const struct practice *const *practices = own_list_all(&report, &count, &off);
    cli->format->write->list(&report, practices, count);
    if (off > 0) {
        cli_complain(cli, arena_printf(cli->arena,
                                       ngettext("%zu practice is off your list; vademecum own "
                                                "shows it",
                                                "%zu practices are off your list; vademecum own "
                                                "shows them",
                                                off),
                                       off));
    }
    return CLI_DONE;
}

static int stats_cross(struct cli *cli, const char *by) {
    const struct report report = cli_report(cli);
    struct cross_pair pair;
    struct sheet sheet;
    struct fault fault;
    size_t count;
    if (!cross_read(by, cli->arena, &pair, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct practice *const *practices = report_by_title(&report, &count);
    const struct cross cross = cross_count(cli->catalogue, practices, count, pair, report.now,
                                           cli->arena);
    cross_sheet(&report, &cross, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        cross_text(&report, &cross);
    }
    return CLI_DONE;
}

int listings_stats(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    const struct report report = cli_report(cli);
    const char *by = cli->options->values[OPTION_BY];
    if (by) {
        return stats_cross(cli, by);
    }
    cli->format->write->stats(&report);
    return CLI_DONE;
}

int listings_collections(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    const struct report report = cli_report(cli);
    cli->format->write->collections(&report);
    return CLI_DONE;
}

/* What was typed for practices to compare: those without an @ as --at wants them. */
static const struct compared *compared_read(const struct cli *cli, const char *const *arguments,
                                            size_t count, struct fault *fault) {
    const struct report now = cli_report(cli);
    struct report at = now;
    struct compared *compared = arena_array(cli->arena, count, sizeof *compared);
    if (!cli_past(cli, &at, NULL, fault)) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        compared[i].practice = known_practice_at(cli, arguments[i], &compared[i].when, fault);
        if (!compared[i].practice) {
            return NULL;
        }
        struct report then = at;
        then.review = compared[i].when
                          ? past_review(&now, compared[i].practice, compared[i].when, fault)
                          : at.review;
        if (!then.review) {
            return NULL;
        }
        if (compared[i].when) {
            cli_late(cli, &then);
        }
        compared[i].review = then.review;
        compared[i].when = compared[i].when ? compared[i].when : cli->options->values[OPTION_AT];
    }
    return compared;
}

int listings_compare(struct cli *cli, const char *const *arguments, size_t count) {
    const struct report report = cli_report(cli);
    struct sheet sheet;
    struct fault fault;
    const struct compared *practices = compared_read(cli, arguments, count, &fault);
    if (!practices) {
        return cli_fail(cli, &fault);
    }
    compare_sheet(&report, practices, count, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        compare_text(&report, practices, count);
    }
    return CLI_DONE;
}

/* What is said of the practice, or of all; false and the fault when there is no such practice. */
static bool answers_find(const struct cli *cli, const struct report *report, const char *practice,
                         struct answers *answers, struct fault *fault) {
    *answers = answers_gather(report, practice);
    if (answers->count > 0 || !practice) {
        return true;
    }
    const char *known = known_practice(cli, practice, fault);
    if (known) {
        *answers = answers_gather(report, known);
    }
    return known != NULL;
}

int listings_differ(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    const struct report report = cli_report(cli);
    const struct options *options = cli->options;
    const bool chosen = options->reviewer_count > 1;
    struct sheet sheet;
    struct fault fault;
    const char *practice = known_practice(cli, arguments[0], &fault);
    if (!practice) {
        return cli_fail(cli, &fault);
    }
    const struct differ_wish wish = {
        .practice = practice,
        .reviewers = options->reviewers,
        .reviewer_count = chosen ? options->reviewer_count : 0,
    };
    const struct differ differ = differ_gather(&report, &wish);
    differ_sheet(&report, &differ, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        differ_text(&report, &differ);
    }
    return CLI_DONE;
}

int listings_answers(struct cli *cli, const char *const *arguments, size_t count) {
    struct report report = cli_report(cli);
    struct answers answers;
    struct sheet sheet;
    struct fault fault;
    const char *practice = count > 0 ? known_practice(cli, arguments[0], &fault) : NULL;
    if ((count > 0 && !practice) || !cli_past(cli, &report, practice, &fault) ||
        !answers_find(cli, &report, practice, &answers, &fault)) {
        return cli_fail(cli, &fault);
    }
    answers_sheet(&report, &answers, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        answers_text(&report, &answers);
    }
    return CLI_DONE;
}

int listings_plan(struct cli *cli, const char *const *arguments, size_t count) {
    const struct report report = cli_report(cli);
    struct answers answers;
    struct sheet sheet;
    struct fault fault;
    if (!answers_find(cli, &report, count > 0 ? arguments[0] : NULL, &answers, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct answers plan = answers_plan(&report, &answers);
    answers_plan_sheet(&report, &plan, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        answers_plan_text(&report, &plan);
    }
    return CLI_DONE;
}

int listings_own(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    const struct report report = cli_report(cli);
    const char *const *ids = own_list_gather(&report, &count);
    struct sheet sheet;
    own_list_sheet(&report, ids, count, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        own_list_text(&report, ids, count);
    }
    return CLI_DONE;
}

/* The date of an option as it is stored; NULL when it was not given. */
static bool day_read(const struct cli *cli, enum option_id option, const char **day,
                     struct fault *fault) {
    const char *typed = cli->options->values[option];
    *day = typed ? date_read(cli->arena, typed, fault) : NULL;
    return !typed || *day;
}

int listings_reviews(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    const struct report report = cli_report(cli);
    struct reviews_wanted wanted = {.reviewer = cli->options->values[OPTION_REVIEWER],
                                    .status = cli->options->values[OPTION_STATUS]};
    struct fault fault;
    struct sheet sheet;
    if (!day_read(cli, OPTION_SINCE, &wanted.since, &fault) ||
        !day_read(cli, OPTION_UNTIL, &wanted.until, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct reviews reviews = reviews_gather(&report, &wanted);
    reviews_sheet(&report, &reviews, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        reviews_text(&report, &reviews);
    }
    return CLI_DONE;
}

int listings_log(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    struct report report = cli_report(cli);
    if (!cli->options->values[OPTION_REVIEWER]) {
        report.reviewer = NULL;
    }
    const struct event *const *events = events_gather(&report, &count);
    struct sheet sheet;
    events_sheet(&report, events, count, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        events_text(&report, events, count);
    }
    return CLI_DONE;
}
