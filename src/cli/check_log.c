#include "vademecum/base/words.h"
#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"
#include "vademecum/report/events.h"

#include <stdlib.h>
#include <string.h>

static int accept_run(struct cli *cli, const char *place);
static const struct damage *damage_find(const struct cli *cli, const char *place);
static bool file_same(const struct cli *cli, const char *typed, size_t length, const char *name);

int check_log_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    const char *place = cli->options->values[OPTION_ACCEPT];
    if (place) {
        return accept_run(cli, place);
    }
    const struct report report = cli_report(cli);
    const struct damage *damage = log_damage(cli->log, &count);
    const struct findings findings = findings_gather(
        &report, damage, count, cli_inside(cli->arena, cli->places.reviews, ""));
    struct sheet sheet;
    findings_sheet(&report, &findings, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        findings_text(&report, &findings);
    }
    return damage_unsettled(log_review(cli->log), damage, count) > 0 ? CLI_WANTING : CLI_DONE;
}

static int accept_run(struct cli *cli, const char *place) {
    const struct damage *damage = damage_find(cli, place);
    struct fault fault;
    if (!damage) {
        fault_set(&fault, FAULT_WANTING, NULL, 0, NULL,
                  _("no damaged line '%s'; vademecum check-log lists them all as FILE:LINE"),
                  place);
        return cli_fail(cli, &fault);
    }
    const bool saved = log_accept(cli->log, cli->catalogue, damage, &fault);
    return logbook_tell(cli, saved, &fault);
}

/* "FILE:LINE", with or without the folder before the file. */
static const struct damage *damage_find(const struct cli *cli, const char *place) {
    const char *colon = strrchr(place, ':');
    if (!colon) {
        return NULL;
    }
    char *end;
    const long line = strtol(colon + 1, &end, 10);
    const bool number = end != colon + 1 && *end == '\0';
    size_t count;
    const struct damage *damage = log_damage(cli->log, &count);
    for (size_t i = 0; i < count && number; i++) {
        if (damage[i].line == line &&
            file_same(cli, place, (size_t)(colon - place), damage[i].file)) {
            return &damage[i];
        }
    }
    return NULL;
}

static bool file_same(const struct cli *cli, const char *typed, size_t length, const char *name) {
    const char *file = arena_copy(cli->arena, typed, length);
    return strcmp(file, name) == 0 ||
           strcmp(file, cli_inside(cli->arena, cli->places.reviews, name)) == 0;
}
