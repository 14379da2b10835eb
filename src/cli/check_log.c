#include "vademecum/base/words.h"
#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"
#include "vademecum/report/events.h"

#include <stdlib.h>
#include <string.h>

#define SHELL_PLAIN "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+=,"

static const struct remedy *remedies_find(const struct cli *cli, const struct damage *damage,
                                          size_t count);
static struct remedy remedy_find(const struct cli *cli, const struct damage *damage);
static const char *accept_command(const struct cli *cli, const struct damage *damage,
                                  const char *reviewer);
static const char *shell_word(struct arena *arena, const char *text);
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
        &report, damage, remedies_find(cli, damage, count), count,
        cli_inside(cli->arena, cli->places.reviews, ""));
    struct sheet sheet;
    findings_sheet(&report, &findings, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        findings_text(&report, &findings);
    }
    return damage_unsettled(log_review(cli->log), damage, count) > 0 ? CLI_WANTING : CLI_DONE;
}

static const struct remedy *remedies_find(const struct cli *cli, const struct damage *damage,
                                          size_t count) {
    struct remedy *remedies = arena_array(cli->arena, count + 1, sizeof *remedies);
    for (size_t i = 0; i < count; i++) {
        remedies[i] = remedy_find(cli, &damage[i]);
    }
    return remedies;
}

/* Of a whole file, and of what is settled, all is said by why it is damaged. */
static struct remedy remedy_find(const struct cli *cli, const struct damage *damage) {
    const struct event *event = damage->event;
    struct log_words words;
    struct fault fault;
    if (damage->line == 0 || damage_settled(log_review(cli->log), damage)) {
        return (struct remedy){"", ""};
    }
    if (log_acceptable(cli->log, cli->catalogue, damage, &words, &fault)) {
        return (struct remedy){_("If that is right, accept it:"),
                               accept_command(cli, damage, NULL)};
    }
    if (event && strcmp(event->reviewer, cli->places.reviewer) != 0) {
        return (struct remedy){
            arena_printf(cli->arena, _("Only %s can accept it, if it is right:"), event->reviewer),
            accept_command(cli, damage, event->reviewer)};
    }
    return (struct remedy){arena_printf(cli->arena, "%s", fault.text), ""};
}

/* As it has to be typed in a shell, with the options that this command was given. */
static const char *accept_command(const struct cli *cli, const struct damage *damage,
                                  const char *reviewer) {
    static const enum option_id kept[] = {OPTION_CATALOGUE, OPTION_REVIEWS, OPTION_REVIEWER};
    const char *line = "vademecum";
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const char *given = cli->options->values[kept[i]];
        const char *value = kept[i] == OPTION_REVIEWER && reviewer ? reviewer : given;
        if (value) {
            line = arena_printf(cli->arena, "%s %s %s", line, option_name(kept[i], cli->arena),
                                shell_word(cli->arena, value));
        }
    }
    const char *place = arena_printf(cli->arena, "%s:%ld", damage->file, damage->line);
    return arena_printf(cli->arena, "%s check-log --accept %s", line,
                        shell_word(cli->arena, place));
}

/* In quotes when a shell would take it for something else: "it's" → 'it'\\''s'. */
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
