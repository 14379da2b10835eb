#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/cli/reviews_open.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/report/damage_report.h"

#include <stdlib.h>
#include <string.h>

enum {
    DEPTH = 2 /* of a command */
};

#define SHELL_PLAIN "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+=,"

static bool file_same(const struct cli *cli, const char *typed, size_t length, const char *name) {
    const char *file = arena_copy(cli->arena, typed, length);
    return strcmp(file, name) == 0 ||
           strcmp(file, cli_inside(cli->arena, cli->places.reviews, name)) == 0;
}

/*
 * The damage of "FILE:LINE", or all of "FILE" that is not settled, with or without the folder
 * before the file: a new array of `*count`.
 */
static const struct damage *damage_find(const struct cli *cli, const char *place, size_t *count) {
    size_t all;
    const struct damage *damage = log_damage(cli->log, &all);
    struct damage *found = arena_array(cli->arena, all + 1, sizeof *found);
    const char *colon = strrchr(place, ':');
    char *end = NULL;
    const long line = colon ? strtol(colon + 1, &end, 10) : 0;
    const bool number = colon && end != colon + 1 && *end == '\0';
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const bool same_line = number && damage[i].line == line &&
                               file_same(cli, place, (size_t)(colon - place), damage[i].file);
        const bool same_file = file_same(cli, place, strlen(place), damage[i].file) &&
                               !reading_settled(log_review(cli->log), &damage[i]);
        if (same_line || same_file) {
            found[(*count)++] = damage[i];
        }
    }
    return found;
}

static int settle_run(struct cli *cli, enum option_id option) {
    const char *place = cli->options->values[option];
    size_t count;
    const struct damage *damage = damage_find(cli, place, &count);
    struct fault fault;
    if (count == 0) {
        fault_set(&fault, FAULT_WANTING, NULL, 0, NULL,
                  _("no damaged line '%s'; vademecum check-log lists them all as FILE:LINE"),
                  place);
        return cli_fail(cli, &fault);
    }
    const bool saved = option == OPTION_ACCEPT
                           ? log_accept(cli->log, cli->catalogue, damage, count, &fault)
                           : log_put_aside(cli->log, damage, count, &fault);
    return reviews_told(cli, saved, &fault);
}

/* Quotes what a shell would take for something else: "it's" → 'it'\\''s'. */
static const char *shell_word(struct arena *arena, const char *text) {
    if (text[0] && strspn(text, SHELL_PLAIN) == strlen(text)) {
        return text;
    }
    const char *word = "'";
    for (;;) {
        const size_t length = strcspn(text, "'");
        word = arena_printf(arena, "%s%.*s", word, (int)length, text);
        text += length;
        if (!*text) {
            return arena_printf(arena, "%s'", word);
        }
        word = arena_printf(arena, "%s'\\''", word);
        text++;
    }
}

/* Writes the command as a shell takes it, with the options that this one was given. */
static const char *settle_command(const struct cli *cli, enum option_id option, const char *place,
                                  const char *reviewer) {
    static const enum option_id kept[] = {OPTION_CATALOGUE, OPTION_REVIEWS, OPTION_REVIEWER};
    const char *line = "vademecum";
    for (size_t i = 0; i < COUNT(kept); i++) {
        const char *given = cli->options->values[kept[i]];
        const char *value = kept[i] == OPTION_REVIEWER && reviewer ? reviewer : given;
        if (value) {
            line = arena_printf(cli->arena, "%s %s %s", line, options_name(kept[i], cli->arena),
                                shell_word(cli->arena, value));
        }
    }
    return arena_printf(cli->arena, "%s check-log %s %s", line, options_name(option, cli->arena),
                        shell_word(cli->arena, place));
}

/* Has no remedy for whole files and settled lines: the reason says it all. */
static struct remedy remedy_find(const struct cli *cli, const struct damage *damage) {
    const struct event *event = damage->event;
    struct statement words;
    struct fault fault;
    if (!damage->mark[0] || reading_settled(log_review(cli->log), damage)) {
        return (struct remedy){"", ""};
    }
    const char *place = arena_printf(cli->arena, "%s:%ld", damage->file, damage->line);
    if (log_acceptable(cli->log, cli->catalogue, damage, &words, &fault)) {
        return (struct remedy){_("If that is right, accept it:"),
                               settle_command(cli, OPTION_ACCEPT, place, NULL)};
    }
    if (event && strcmp(event->reviewer, cli->places.reviewer) != 0) {
        return (struct remedy){
            arena_printf(cli->arena, _("Only %s can accept it, if it is right:"), event->reviewer),
            settle_command(cli, OPTION_ACCEPT, place, event->reviewer)};
    }
    return (struct remedy){arena_printf(cli->arena, _("%s To be told no more of it:"), fault.text),
                           settle_command(cli, OPTION_ASIDE, place, NULL)};
}

static const struct remedy *remedies_find(const struct cli *cli, const struct damage *damage,
                                          size_t count) {
    struct remedy *remedies = arena_array(cli->arena, count + 1, sizeof *remedies);
    for (size_t i = 0; i < count; i++) {
        remedies[i] = remedy_find(cli, &damage[i]);
    }
    return remedies;
}

/* How to accept all of a file at once, where there is more than one line to accept. */
static void files_tell(const struct cli *cli, const struct damage *damage, size_t count) {
    size_t acceptable = 0;
    for (size_t i = 0; i < count; i++) {
        struct statement words;
        struct fault fault;
        acceptable += !reading_settled(log_review(cli->log), &damage[i]) &&
                      log_acceptable(cli->log, cli->catalogue, &damage[i], &words, &fault);
        if (i + 1 < count && strcmp(damage[i].file, damage[i + 1].file) == 0) {
            continue;
        }
        if (acceptable > 1) {
            const char *text = arena_printf(
                cli->arena,
                _("If all %zu damaged lines of %s that are yours are right, accept them at once:"),
                acceptable, damage[i].file);
            document_text(cli->document, 0, text);
            document_line(cli->document, DEPTH,
                          settle_command(cli, OPTION_ACCEPT, damage[i].file, NULL));
        }
        acceptable = 0;
    }
}

int check_log_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    static const enum option_id settling[] = {OPTION_ACCEPT, OPTION_ASIDE};
    for (size_t i = 0; i < COUNT(settling); i++) {
        if (cli->options->values[settling[i]]) {
            return settle_run(cli, settling[i]);
        }
    }
    const struct report report = cli_report(cli);
    const struct damage *damage = log_damage(cli->log, &count);
    const struct damage_report found = damage_report_gather(
        &report, damage, remedies_find(cli, damage, count), count,
        cli_inside(cli->arena, cli->places.reviews, ""));
    struct sheet sheet;
    damage_report_sheet(&report, &found, &sheet);
    if (!cli_sheet(cli, &sheet)) {
        damage_report_text(&report, &found);
        files_tell(cli, damage, count);
    }
    return reading_unsettled(log_review(cli->log), damage, count) > 0 ? CLI_WANTING : CLI_DONE;
}
