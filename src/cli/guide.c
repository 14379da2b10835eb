#include "vademecum/cli/guide.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/text.h"
#include "vademecum/report/chapter.h"

#include <string.h>

static bool same(const char *one, const char *other, struct arena *scratch) {
    return strcmp(text_fold(scratch, one), text_fold(scratch, other)) == 0;
}

/* The chapter with this id, title or label, else the one whose title has these words; or NULL. */
static const struct chapter *chapter_named(const struct cli *cli, const struct chapter *chapters,
                                           size_t count, const char *typed) {
    struct arena *arena = cli->arena;
    const char *words = text_fold(arena, typed);
    const struct chapter *fitting = NULL;
    size_t fits = 0;
    for (size_t i = 0; i < count; i++) {
        const struct chapter *chapter = &chapters[i];
        if (same(chapter->id, typed, arena) || same(chapter->title, typed, arena) ||
            (chapter->label[0] && same(chapter->label, typed, arena))) {
            return chapter;
        }
        if (words[0] && text_words_in(text_fold(arena, chapter->title), words)) {
            fitting = chapter;
            fits++;
        }
    }
    if (fits != 1) {
        return NULL;
    }
    cli_complain(cli, arena_printf(arena, _("'%s' is taken as %s"), typed, fitting->id));
    return fitting;
}

/* The id of the chapter that was most likely meant, or NULL. */
static const char *chapter_meant(const struct cli *cli, const struct chapter *chapters,
                                 size_t count, const char *typed) {
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < count; i++) {
        const struct chapter *chapter = &chapters[i];
        nearest_offer(&nearest, cli->arena, typed, chapter->id, chapter->id);
        nearest_offer(&nearest, cli->arena, typed, chapter->title, chapter->id);
        nearest_offer(&nearest, cli->arena, typed, chapter->label, chapter->id);
    }
    return nearest.meant;
}

static const struct chapter *chapter_known(const struct cli *cli, const struct report *report,
                                           const char *typed, struct fault *fault) {
    size_t count;
    const struct chapter *chapters = chapter_all(report, &count);
    const struct chapter *chapter = chapter_named(cli, chapters, count, typed);
    const char *meant = chapter ? NULL : chapter_meant(cli, chapters, count, typed);
    if (meant) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("no chapter '%s'; did you mean %s?"),
                  typed, meant);
    } else if (!chapter) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                  _("no chapter '%s'; vademecum guide lists them all"), typed);
    }
    return chapter;
}

static const char *words_joined(const struct cli *cli, const char *const *words, size_t count) {
    const char *line = "";
    for (size_t i = 0; i < count; i++) {
        line = arena_printf(cli->arena, "%s%s%s", line, i ? " " : "", words[i]);
    }
    return line;
}

int guide_run(struct cli *cli, const char *const *arguments, size_t count) {
    const struct report report = cli_report(cli);
    const struct chapter *chapter = NULL;
    struct fault fault;
    if (count > 0) {
        chapter = chapter_known(cli, &report, words_joined(cli, arguments, count), &fault);
        if (!chapter) {
            return cli_fail(cli, &fault);
        }
    }
    struct sheet sheet;
    chapter_sheet(&report, chapter, &sheet);
    if (cli_sheet(cli, &sheet)) {
        return CLI_DONE;
    }
    if (chapter) {
        chapter_text(&report, chapter);
    } else {
        chapter_list_text(&report);
    }
    return CLI_DONE;
}
