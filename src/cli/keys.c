#include "vademecum/base/i18n.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/desk/command.h"
#include "vademecum/desk/keymap.h"

enum {
    KEYS_GAP = 2, /* columns */
    KEYS_MAX = 64 /* bytes of a command's keys in writing */
};

/* Columns for the keys of any command, with a gap. */
static int keys_hang(const struct cli *cli) {
    int widest = 0;
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        char keys[KEYS_MAX];
        keymap_keys(command, true, keys, sizeof keys);
        const int width = text_width(keys, cli->document->letters);
        widest = width > widest ? width : widest;
    }
    return widest + KEYS_GAP;
}

static void group_write(const struct cli *cli, enum command_group group) {
    const int hang = keys_hang(cli);
    for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
        const struct command_info *info = command_info(command);
        if (info->group == group) {
            char keys[KEYS_MAX];
            keymap_keys(command, true, keys, sizeof keys);
            document_fact(cli->document, 1, keys[0] ? keys : " ", hang,
                          arena_printf(cli->arena, "%s  :%s", _(info->help), info->name));
        }
    }
}

int keys_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    for (enum command_group group = 0; group < GROUP_COUNT; group++) {
        if (group > 0) {
            document_gap(cli->document);
        }
        document_text(cli->document, 0, command_group_title(group));
        group_write(cli, group);
    }
    return CLI_DONE;
}
