#include "vademecum/base/i18n.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/find/find.h"
#include "vademecum/report/own_list.h"
#include "vademecum/report/own_practice.h"

#include <string.h>

/* What the command line asks for; false after a complaint. */
static bool wish_read(const struct cli *cli, const char *const *arguments, size_t count,
                      struct wish *wish) {
    const struct options *options = cli->options;
    const char *words = "";
    struct fault fault;
    *wish = (struct wish){.order = ORDER_TITLE};
    for (size_t i = 0; i < count; i++) {
        words = arena_printf(cli->arena, "%s%s%s", words, i ? " " : "", arguments[i]);
    }
    wish->words = words;
    for (size_t i = 0; i < options->where_count; i++) {
        if (!filter_read(&wish->filters, cli->catalogue, options->wheres[i], cli->arena, &fault)) {
            cli_fail(cli, &fault);
            return false;
        }
    }
    const char *order = options->values[OPTION_SORT];
    wish->order = order ? sort_read(order, cli->arena, &fault) : ORDER_TITLE;
    if (wish->order == ORDER_COUNT) {
        cli_fail(cli, &fault);
        return false;
    }
    return true;
}

/* Tells that an unknown field was searched for as a word: it is most likely a slip. */
static void unknown_tell(const struct cli *cli, const struct query *query) {
    if (query->unknown && query->meant) {
        cli_complain(cli, arena_printf(cli->arena,
                                       _("no field '%s', so it was searched for as a word; did you "
                                         "mean %s: ?"),
                                       query->unknown, query->meant));
    }
}

static const struct practice *practice_of(const struct report *report,
                                          const struct subject *subject) {
    return subject->practice ? subject->practice : own_practice_make(report, subject->id);
}

/* "title, answer to Users have a say; meets 5 of your 7 gaps" */
static const char *why_of(struct find *find, const struct wish *wish, const struct found *found,
                          const struct subject *subject, const struct report *report) {
    const char *hits = find_hits_words(find, &found->query, subject, report->lang, report->arena);
    const bool gaps = wish->order == ORDER_GAPS || filter_use(&wish->filters, FACET_GAPS);
    const char *met = gaps ? find_gaps_words(find, wish, subject, report->arena) : "";
    return arena_printf(report->arena, "%s%s%s", hits, hits[0] && met[0] ? "; " : "", met);
}

/* For each practice that was found the reason, or NULL where there is none to give. */
static const char *const *whys_of(const struct report *report, struct find *find,
                                  const struct wish *wish, const struct found *found) {
    if (found->query.count == 0 && wish->order != ORDER_GAPS &&
        !filter_use(&wish->filters, FACET_GAPS)) {
        return NULL;
    }
    const char **whys = arena_array(report->arena, found->count, sizeof *whys);
    for (size_t i = 0; i < found->count; i++) {
        whys[i] = why_of(find, wish, found, &find_subjects(find)->list[found->places[i]], report);
    }
    return whys;
}

static void practices_write(struct cli *cli, struct find *find, const struct wish *wish,
                            const struct found *found) {
    const struct report report = cli_report(cli);
    const struct practice **practices = arena_array(cli->arena, found->count, sizeof *practices);
    for (size_t i = 0; i < found->count; i++) {
        practices[i] = practice_of(&report, &find_subjects(find)->list[found->places[i]]);
    }
    if (!cli->format->pen) {
        cli->format->write->list(&report, practices, found->count);
        return;
    }
    if (found->count == 0) {
        return;
    }
    document_title(report.document, wish->words[0]
                                        ? arena_printf(cli->arena, _("Search: %s"), wish->words)
                                        : _("Practices"));
    report_practices(&report, _("Practices that were found"), practices, found->count,
                     whys_of(&report, find, wish, found));
    document_gap(report.document);
    document_text(report.document, 0,
                  arena_printf(cli->arena,
                               ngettext("%zu of %zu practice", "%zu of %zu practices", found->of),
                               found->count, found->of));
}

/* An empty argument is most likely a slip, such as a variable of a script that was never set. */
static bool nothing_typed(const struct wish *wish, size_t count) {
    return count > 0 && !wish->words[strspn(wish->words, " \t\n")];
}

int search_run(struct cli *cli, const char *const *arguments, size_t count) {
    struct wish wish;
    if (!wish_read(cli, arguments, count, &wish)) {
        return CLI_FAILED;
    }
    const bool nothing = nothing_typed(&wish, count);
    struct find *find = find_all(cli->catalogue, log_review(cli->log), cli->places.reviewer,
                                 cli->arena);
    const struct found found = nothing ? (struct found){0} : find_run(find, &wish, cli->arena);
    unknown_tell(cli, &found.query);
    practices_write(cli, find, &wish, &found);
    if (found.count == 0) {
        cli_complain(cli, nothing ? _("There is no word to search for. vademecum list shows all "
                                      "practices.")
                                  : find_advice(find, &wish, cli->arena, NULL));
    }
    const int status = found.count > 0 ? CLI_DONE : CLI_WANTING;
    find_free(find);
    return status;
}
