#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/cli/known.h"
#include "vademecum/cli/reviews_open.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/desk/command.h"
#include "vademecum/report/sign.h"
#include "vademecum/review/field.h"
#include "vademecum/review/verdict.h"

#include <string.h>

static const char *words_fold(struct arena *arena, const char *words) {
    char *folded = text_fold(arena, words);
    for (char *byte = folded; *byte; byte++) {
        *byte = strchr("-_", *byte) ? ' ' : *byte;
    }
    return folded;
}

/* "Not-met" is "not_met". */
static bool words_same(struct arena *arena, const char *typed, const char *word) {
    return strcmp(words_fold(arena, typed), words_fold(arena, word)) == 0;
}

/* The digits that give a mark while browsing do so here. */
static const struct {
    enum command command;
    enum verdict verdict;
} keys[] = {{COMMAND_MET, VERDICT_MET},
            {COMMAND_PARTLY, VERDICT_PARTLY},
            {COMMAND_NOT_MET, VERDICT_NOT_MET},
            {COMMAND_NOT_APPLICABLE, VERDICT_NA},
            {COMMAND_NOT_KNOWN, VERDICT_UNKNOWN}};

/*
 * Returns the verdict as it is stored, also for the words that the item's checklist has; the item
 * may be NULL. NULL and the fault when it is none.
 */
static const char *verdict_read(const struct cli *cli, const struct item *item, const char *typed,
                                struct fault *fault) {
    static const struct {
        const char *word;
        enum verdict verdict;
    } others[] = {{"none", VERDICT_NONE}, {"yes", VERDICT_MET}, {"no", VERDICT_NOT_MET}};
    if (strcmp(typed, "-") == 0) {
        return verdict_name(VERDICT_NONE);
    }
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strcmp(typed, command_info(keys[i].command)->keys) == 0) {
            return verdict_name(keys[i].verdict);
        }
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        if (words_same(cli->arena, typed, others[i].word)) {
            return verdict_name(others[i].verdict);
        }
    }
    const struct checklist *checklist = item ? catalogue_checklist_of(item) : NULL;
    for (enum verdict verdict = VERDICT_NONE; verdict < VERDICT_COUNT; verdict++) {
        if (words_same(cli->arena, typed, verdict_name(verdict)) ||
            words_same(cli->arena, typed, sign_of_verdict(verdict, SIGN_WORDS)) ||
            words_same(cli->arena, typed,
                       sign_called(cli->catalogue, NULL, checklist, verdict, SIGN_WORDS).text)) {
            return verdict_name(verdict);
        }
    }
    return field_value(FIELD_OF_ITEM, "verdict", cli->catalogue, cli->arena, typed, fault);
}

static bool item_check(const struct cli *cli, const char *id, struct fault *fault) {
    if (catalogue_item(cli->catalogue, id)) {
        return true;
    }
    const struct question *question = catalogue_question(cli->catalogue, id);
    if (question && question->item_count > 0) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         _("'%s' is a question; mark its items, the first of which is %s"), id,
                         record_cell(&question->items[0].record, ITEM_ID));
    }
    return known_refuse_item(cli, id, false, fault);
}

int tick_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    struct fault fault;
    struct statement words = {
        .item = arguments[1],
        .field = "verdict",
        .value = verdict_read(cli, catalogue_item(cli->catalogue, arguments[1]), arguments[2],
                              &fault),
    };
    if (!words.value || !(words.practice = known_practice(cli, arguments[0], &fault)) ||
        !item_check(cli, words.item, &fault)) {
        return cli_fail(cli, &fault);
    }
    return reviews_save(cli, &words);
}
