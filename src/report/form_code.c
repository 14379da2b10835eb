#include "vademecum/report/form_code.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    LETTERS_LEAST = 3 /* of a criterion's id */
};

static const char *criterion_id(const struct criterion *criterion) {
    return record_cell(&criterion->record, CRITERION_ID);
}

/* How many letters tell the criterion from the others of its checklist. */
static size_t letters_needed(const struct criterion *criterion) {
    const struct checklist *checklist = criterion->checklist;
    const char *id = criterion_id(criterion);
    size_t needed = LETTERS_LEAST;
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        const char *other = criterion_id(&checklist->criteria[i]);
        if (&checklist->criteria[i] == criterion) {
            continue;
        }
        while (needed < strlen(id) && strncmp(id, other, needed) == 0) {
            needed++;
        }
    }
    return needed;
}

const char *form_code(const struct question *question, struct arena *arena) {
    const struct criterion *criterion = question->criterion;
    const size_t number = (size_t)(question - criterion->questions) + 1;
    return arena_printf(arena, "%.*s%zu", (int)letters_needed(criterion), criterion_id(criterion),
                        number);
}

const struct question *form_code_find(const struct checklist *checklist, const char *code) {
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    const struct question *found = NULL;
    for (size_t i = 0; i < checklist->question_count && !found; i++) {
        const struct question *question = &checklist->questions[i];
        if (strcasecmp(form_code(question, &scratch), code) == 0 ||
            strcasecmp(record_cell(&question->record, QUESTION_ID), code) == 0) {
            found = question;
        }
    }
    arena_free(&scratch);
    return found;
}

/* The sign that a form shows for each verdict, and others that mean the same. */
static const struct {
    const char *typed;
    const char *also;
} signs[VERDICT_COUNT] = {
    [VERDICT_NONE] = {".", ""},      [VERDICT_MET] = {"+", ""},  [VERDICT_PARTLY] = {"~", ""},
    [VERDICT_NOT_MET] = {"x", "X-"}, [VERDICT_NA] = {"o", "O/"}, [VERDICT_UNKNOWN] = {"?", ""},
};

bool form_code_sign(char sign, enum verdict *verdict) {
    for (enum verdict i = 0; sign && i < VERDICT_COUNT; i++) {
        if (strchr(signs[i].typed, sign) || strchr(signs[i].also, sign)) {
            *verdict = i;
            return true;
        }
    }
    return false;
}

const char *form_code_typed(enum verdict verdict) {
    return signs[verdict].typed;
}
