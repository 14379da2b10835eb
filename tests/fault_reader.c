/*
 * fault_reader FOLDER REVIEWER: every event of the logs, "event ID REVIEWER ITEM VALUE", then every
 * damage, "damage FILE:LINE: WHY", and the draft, "draft VALUE". The status is 1 when there is
 * damage. Environment: SPARE.
 */
#include "vademecum/review/draft.h"
#include "vademecum/review/log.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static int64_t clock_none(void *context) {
    (void)context;
    return 0;
}

int main(int argc, char **argv) {
    setlocale(LC_ALL, "");
    if (argc < 3) {
        return 2;
    }
    const char *const spares[] = {getenv("SPARE"), NULL};
    const struct log_setup setup = {
        .folder = argv[1],
        .spares = spares,
        .reviewer = argv[2],
        .clock = {.now = clock_none},
    };
    struct log *log;
    struct fault fault;
    if (!log_open(&log, &setup, &fault)) {
        printf("fault %s: %s\n", fault.file, fault.text);
        if (!log) {
            return 2;
        }
    }
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    const struct review_filter filter = {.all = true};
    size_t count;
    const struct event **events = review_list(log_review(log), &filter, &arena, &count);
    for (size_t i = 0; i < count; i++) {
        char id[EVENT_ID_SIZE];
        event_id(events[i], id);
        printf("event %s %s %s ", id, events[i]->reviewer, events[i]->item);
        for (const char *value = events[i]->value; *value; value++) {
            putchar(*value == '\n' ? '|' : *value);
        }
        putchar('\n');
    }
    size_t damaged;
    const struct damage *damage = log_damage(log, &damaged);
    for (size_t i = 0; i < damaged; i++) {
        printf("damage %s:%ld: %s\n", damage[i].file, damage[i].line, damage[i].why);
    }
    const struct draft_home home = {.folder = argv[1], .kind = "draft"};
    struct event draft;
    struct draft_file left;
    if (draft_take(&left, &home, argv[2], &arena, &draft, &fault)) {
        printf("draft %s\n", draft.value);
        draft_leave(&left);
    } else if (fault.kind != FAULT_WANTING && log_review(log)->ids.count > 0) {
        printf("no draft: %s\n", fault.text);
    }
    arena_free(&arena);
    log_close(log);
    return damaged > 0;
}
