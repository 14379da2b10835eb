#include "vademecum/cli/carry.h"

#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/cli/known.h"
#include "vademecum/cli/reviews_open.h"
#include "vademecum/exchange/deliver.h"
#include "vademecum/review/parcel.h"
#include "vademecum/review/reviewer.h"

#include <string.h>

/*
 * No reviewer's name has an underscore in it, so the file is never taken for the log of somebody,
 * to which later answers would be added.
 */
static const char *imported_name(const struct cli *cli, const char *path) {
    return arena_printf(cli->arena, "imported_%s.csv",
                        reviewer_suggest(cli->arena, file_stem(cli->arena, path)));
}

static bool parcel_keep(const struct cli *cli, const struct parcel *parcel, const char *path,
                        const char **written, struct fault *fault) {
    size_t length;
    const char *bytes = parcel_bytes(parcel->events, parcel->count, cli->arena, &length);
    return folder_make(cli->places.reviews, fault) &&
           deliver_file(cli_inside(cli->arena, cli->places.reviews, imported_name(cli, path)),
                        bytes, length, cli->arena, written, fault);
}

static size_t count_by(const struct parcel *parcel, const char *reviewer) {
    size_t count = 0;
    for (size_t i = 0; i < parcel->count; i++) {
        count += strcmp(parcel->events[i]->reviewer, reviewer) == 0;
    }
    return count;
}

static void count_tell(const struct cli *cli, const struct parcel *parcel, const char *reviewer) {
    document_line(cli->document, 1,
                  arena_printf(cli->arena, _("by %s: %zu"), reviewer, count_by(parcel, reviewer)));
}

/* Whose answers came in. */
static void reviewers_tell(const struct cli *cli, const struct parcel *parcel) {
    for (size_t i = 0; i < parcel->count; i++) {
        const char *reviewer = parcel->events[i]->reviewer;
        size_t before = 0;
        while (strcmp(parcel->events[before]->reviewer, reviewer) != 0) {
            before++;
        }
        if (before == i) {
            count_tell(cli, parcel, reviewer);
        }
    }
}

static void news_tell(const struct cli *cli, const struct parcel *parcel, const char *written) {
    document_line(cli->document, 0,
                  arena_printf(cli->arena,
                               ngettext("%zu new answer; here already: %zu",
                                        "%zu new answers; here already: %zu", parcel->count),
                               parcel->count, parcel->known));
    reviewers_tell(cli, parcel);
    document_line(cli->document, 0, arena_printf(cli->arena, _("written: %s"), written));
    if (count_by(parcel, cli->places.reviewer) > 0) {
        document_text(cli->document, 0,
                      arena_printf(cli->arena,
                                   _("%s is also the name that you use. If these answers are by "
                                     "somebody else with this name, move the file out of the "
                                     "folder."),
                                   cli->places.reviewer));
    }
}

static void known_tell(const struct cli *cli, const struct parcel *parcel) {
    if (parcel->known > 0) {
        document_line(cli->document, 0,
                      arena_printf(cli->arena,
                                   ngettext("Nothing new: the %zu answer was here already.",
                                            "Nothing new: all %zu answers were here already.",
                                            parcel->known),
                                   parcel->known));
    }
}

static void damage_tell(const struct cli *cli, const struct parcel *parcel) {
    for (size_t i = 0; i < parcel->damage_count; i++) {
        const struct damage *damage = &parcel->damage[i];
        const struct defect defect = {
            .kind = FAULT_DEFECT,
            .file = damage->file,
            .line = damage->line,
            .column = "",
            .text = damage->why,
        };
        document_line(cli->document, 0, fault_defect_line(&defect, cli->arena));
    }
    if (parcel->damage_count > 0) {
        document_line(cli->document, 0,
                      arena_printf(cli->arena,
                                   ngettext("%zu place was not taken; ask for the file again",
                                            "%zu places were not taken; ask for the file again",
                                            parcel->damage_count),
                                   parcel->damage_count));
    }
}

/* What is not known to be here would be taken a second time. */
static int import_open(const struct cli *cli, const char *path) {
    struct parcel parcel;
    struct fault fault;
    const char *written = NULL;
    if (cli->partly) {
        return CLI_FAILED;
    }
    if (!parcel_read(&parcel, path, log_review(cli->log), cli->arena, &fault) ||
        (parcel.count > 0 && !parcel_keep(cli, &parcel, path, &written, &fault))) {
        return cli_fail(cli, &fault);
    }
    damage_tell(cli, &parcel);
    if (written) {
        news_tell(cli, &parcel, written);
    } else {
        known_tell(cli, &parcel);
    }
    return parcel.damage_count > 0 ? CLI_WANTING : CLI_DONE;
}

int carry_import(struct cli *cli, const char *path) {
    static const enum option_id others[] = {OPTION_OUTPUT, OPTION_INTO, OPTION_MAP, OPTION_GUESS};
    for (size_t i = 0; i < COUNT(others); i++) {
        if (cli->options->values[others[i]]) {
            struct fault fault;
            fault_set(&fault, FAULT_USAGE, NULL, 0, NULL,
                      _("import review puts answers into the folder of reviews; leave out %s"),
                      options_name(others[i], cli->arena));
            return cli_fail(cli, &fault);
        }
    }
    return reviews_open(cli, LOG_READ) ? reviews_close(cli, import_open(cli, path)) : CLI_FAILED;
}

/* The reviewers that were named, else the one who reviews here. */
static struct parcel_wish wish_of(const struct cli *cli) {
    struct parcel_wish wish = {.reviewers = &cli->places.reviewer, .reviewer_count = 1};
    if (cli->options->reviewer_count > 0) {
        wish.reviewers = cli->options->reviewers;
        wish.reviewer_count = cli->options->reviewer_count;
    }
    return wish;
}

static bool answers_deliver(const struct cli *cli, const struct parcel_wish *wish,
                            struct parcel *parcel, const char **written, struct fault *fault) {
    *parcel = (struct parcel){0};
    parcel->events = parcel_choose(log_review(cli->log), wish, cli->arena, &parcel->count);
    size_t length;
    if (parcel->count == 0) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         _("there is nothing by %s to export; vademecum reviews tells who has "
                           "reviewed what"),
                         wish->reviewers[0]);
    }
    const char *bytes = parcel_bytes(parcel->events, parcel->count, cli->arena, &length);
    const char *name = arena_printf(cli->arena, "%s_answers.csv", wish->reviewers[0]);
    return deliver_file(cli_output(cli, name), bytes, length, cli->arena, written, fault);
}

/* Of several who were named, also who has said nothing. */
static void wish_tell(const struct cli *cli, const struct parcel_wish *wish,
                      const struct parcel *parcel) {
    document_line(cli->document, 0,
                  arena_printf(cli->arena, ngettext("%zu answer", "%zu answers", parcel->count),
                               parcel->count));
    for (size_t i = 0; wish->reviewer_count > 1 && i < wish->reviewer_count; i++) {
        count_tell(cli, parcel, wish->reviewers[i]);
    }
}

int carry_export(const struct cli *cli, const char *const *practices, size_t count) {
    const struct options *options = cli->options;
    struct parcel_wish wish = wish_of(cli);
    struct fault fault;
    const char *written;
    if (!options->values[OPTION_OUTPUT] || options->values[OPTION_AS]) {
        fault_set(&fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                  _("say where it goes: -o FILE, or -o DIR/; --as is for export own"));
        return cli_fail(cli, &fault);
    }
    wish.practices = known_practices(cli, practices, count, &fault);
    wish.practice_count = count;
    struct parcel parcel;
    if (!wish.practices || !answers_deliver(cli, &wish, &parcel, &written, &fault)) {
        return cli_fail(cli, &fault);
    }
    wish_tell(cli, &wish, &parcel);
    document_line(cli->document, 0, arena_printf(cli->arena, _("written: %s"), written));
    return CLI_DONE;
}
