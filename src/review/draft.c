#include "vademecum/review/draft.h"

#include "vademecum/base/file.h"
#include "vademecum/base/source.h"
#include "vademecum/base/words.h"
#include "vademecum/review/reviewer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    NAME_SIZE = REVIEWER_MAX + sizeof "..draft"
};

static void draft_name(const char *reviewer, char name[NAME_SIZE]);
static const char *draft_load(struct source *source, struct arena *arena, size_t *length,
                              struct fault *fault);

bool draft_keep(const char *folder, const struct event *event, struct arena *scratch,
                struct fault *fault) {
    struct event draft = *event;
    draft.counter = 1;
    draft.value = event_value(scratch, event->value, fault);
    if (!draft.value || !event_check(&draft, fault)) {
        return false;
    }
    const int place = folder_open_made(folder, fault);
    if (place < 0) {
        return false;
    }
    char name[NAME_SIZE];
    draft_name(event->reviewer, name);
    size_t length;
    const char *line = event_format(scratch, &draft, &length);
    const bool kept = file_replace(place, name, line, length, fault);
    close(place);
    return kept;
}

bool draft_read(const char *folder, const char *reviewer, struct arena *arena, struct event *event,
                struct fault *fault) {
    const int place = folder_open(folder, fault);
    if (place < 0) {
        return false;
    }
    char name[NAME_SIZE];
    draft_name(reviewer, name);
    struct source source;
    size_t length = 0;
    const char *line = NULL;
    if (source_open(&source, arena, place, name, fault)) {
        line = draft_load(&source, arena, &length, fault);
    }
    source_close(&source);
    close(place);
    const char *why;
    if (!line) {
        return false;
    }
    return (event_parse(arena, line, length, event, &why) == EVENT_GOOD &&
            strcmp(event->reviewer, reviewer) == 0) ||
           fault_set(fault, FAULT_SYSTEM, name, 0, NULL, "%s",
                     _("A text that was begun earlier cannot be read any more."));
}

void draft_drop(const char *folder, const char *reviewer) {
    struct fault fault;
    const int place = folder_open(folder, &fault);
    if (place >= 0) {
        char name[NAME_SIZE];
        draft_name(reviewer, name);
        unlinkat(place, name, 0);
        close(place);
    }
}

static void draft_name(const char *reviewer, char name[NAME_SIZE]) {
    snprintf(name, NAME_SIZE, ".%.*s.draft", REVIEWER_MAX, reviewer);
}

/* The one line of the file, without its LF; at most EVENT_LINE_MAX bytes. */
static const char *draft_load(struct source *source, struct arena *arena, size_t *length,
                              struct fault *fault) {
    char *line = arena_alloc(arena, EVENT_LINE_MAX);
    while (source_ready(source) > 0 && *length < EVENT_LINE_MAX) {
        const size_t ready = source_ready(source);
        const size_t free_part = EVENT_LINE_MAX - *length;
        const size_t piece = ready < free_part ? ready : free_part;
        memcpy(line + *length, source_bytes(source), piece);
        *length += piece;
        source_take(source, piece);
        if (!source_fill(source, fault)) {
            return NULL;
        }
    }
    *length -= *length > 0 && line[*length - 1] == '\n';
    return line;
}
