/*
 * fault_writer FOLDER REVIEWER COUNT: adds COUNT events to a log, and says for each what came of
 * it: "ack N ID VALUE" once it is saved, "not saved N: WHY", "rescued N", "saved N later". The
 * status is 1 when something is not saved at the end. With "draft" for COUNT it keeps two drafts
 * instead, "old" and "new", and says "kept N". Environment: SPARE, the folder for rescue files;
 * CLOCK, seconds since 1970; RANDOM_RUN, the number of the run.
 */
#include "vademecum/review/draft.h"
#include "vademecum/review/log.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int64_t clock_fixed(void *context) {
    const int64_t *seconds = context;
    return *seconds;
}

static void say(const char *text) {
    if (write(STDOUT_FILENO, text, strlen(text)) < 0) {
        _exit(3);
    }
}

static void memory_ended(void *context) {
    (void)context;
    say("no memory\n");
    _exit(2);
}

/* What a user would be told now. */
static bool tell(const struct log *log, const char *words, int number, const char *value,
                 const struct fault *fault) {
    char line[FAULT_TEXT_MAX + FAULT_FILE_MAX + 256];
    snprintf(line, sizeof line, "%s %d %s %s%s%s %s\n", words, number, log_newest(log), value,
             fault ? ": " : "", fault ? fault->file : "", fault ? fault->text : "");
    say(line);
    return true;
}

static int drafts_keep(const char *folder, const char *reviewer) {
    static const char *const values[] = {"old", "new"};
    struct arena arena;
    arena_init(&arena, (struct arena_end){.call = memory_ended});
    bool kept = true;
    const struct draft_home home = {.folder = folder, .kind = "draft"};
    struct draft_file mine;
    draft_init(&mine);
    for (int i = 0; i < 2 && kept; i++) {
        const struct event draft = {
            .run = "k00000000",
            .time = "",
            .reviewer = reviewer,
            .practice = "",
            .item = "",
            .field = "note",
            .value = values[i],
        };
        struct fault fault;
        kept = draft_keep(&mine, &home, &draft, &arena, &fault);
        say(kept ? arena_printf(&arena, "kept %d\n", i + 1) : fault_line(&fault, &arena));
    }
    draft_leave(&mine);
    arena_free(&arena);
    return kept ? 0 : 1;
}

int main(int argc, char **argv) {
    setlocale(LC_ALL, "");
    signal(SIGXFSZ, SIG_IGN);
    if (argc < 4) {
        say("fault_writer FOLDER REVIEWER COUNT\n");
        return 2;
    }
    if (strcmp(argv[3], "draft") == 0) {
        return drafts_keep(argv[1], argv[2]);
    }
    const char *seconds = getenv("CLOCK");
    const char *random = getenv("RANDOM_RUN");
    int64_t now = seconds ? strtoll(seconds, NULL, 10) : 1772442847;
    const char *const spares[] = {getenv("SPARE"), NULL};
    const struct log_setup setup = {
        .folder = argv[1],
        .spares = spares,
        .reviewer = argv[2],
        .clock = {.now = clock_fixed, .context = &now},
        .random = (uint64_t)(random ? strtoll(random, NULL, 10) : getpid()),
        .end = {.call = memory_ended},
    };
    struct log *log;
    struct fault fault;
    if (!log_open(&log, &setup, &fault)) {
        printf("%s: %s\n", fault.file, fault.text);
        fflush(stdout);
        if (!log) {
            return 2;
        }
    }
    const int count = atoi(argv[3]);
    for (int i = 1; i <= count; i++) {
        char value[64];
        char item[64];
        snprintf(value, sizeof value, "value %d of\nthis, \"run\"", i);
        snprintf(item, sizeof item, "item.%d", i);
        const struct statement words = {"cz-brno", item, "comment", value};
        if (log_append(log, &words, &fault)) {
            tell(log, "ack", i, "", NULL);
        } else {
            tell(log, "not saved", i, "", &fault);
            if (log_retry(log, &fault)) {
                tell(log, "saved later", i, "", NULL);
            } else if (log_state(log) == LOG_RESCUED) {
                tell(log, "rescued", i, log_rescue(log), &fault);
            }
        }
    }
    const struct fault_list *notices = log_notices(log);
    for (size_t i = 0; i < notices->kept; i++) {
        printf("notice: %s: %s\n", notices->defects[i].file, notices->defects[i].text);
    }
    fflush(stdout);
    const bool saved = log_state(log) == LOG_SAVED;
    log_close(log);
    return saved ? 0 : 1;
}
