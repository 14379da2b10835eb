#include "vademecum/base/words.h"
#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"
#include "vademecum/review/field.h"

#include <string.h>

static bool item_check(const struct cli *cli, const char *id, struct fault *fault);
static const char *verdict_read(const struct cli *cli, const char *typed, struct fault *fault);

int tick_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    struct fault fault;
    const struct log_words words = {
        .practice = arguments[0],
        .item = arguments[1],
        .field = "verdict",
        .value = verdict_read(cli, arguments[2], &fault),
    };
    if (!words.value || !logbook_practice(cli, words.practice, &fault) ||
        !item_check(cli, words.item, &fault)) {
        return cli_fail(cli, &fault);
    }
    return logbook_save(cli, &words);
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
    logbook_no_item(cli, id, false, fault);
    return false;
}

/* As it is stored; NULL and the fault when it is none. */
static const char *verdict_read(const struct cli *cli, const char *typed, struct fault *fault) {
    if (strcmp(typed, "none") == 0 || strcmp(typed, "-") == 0) {
        return "";
    }
    return field_value(FIELD_OF_ITEM, "verdict", cli->catalogue, cli->arena, typed, fault);
}
