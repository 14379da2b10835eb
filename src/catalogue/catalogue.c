#include "vademecum/catalogue/catalogue.h"

#include "vademecum/base/count.h"
#include "vademecum/base/nearest.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/directory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEY_MAX = 1024 /* bytes of a translation's joined key */
};

static const char *const mark_names[MARK_COUNT] = {
    [MARK_ABSENT] = "absent",
    [MARK_MET] = "met",
    [MARK_NOT_MET] = "not_met",
    [MARK_UNMARKED] = "unmarked",
};

static long row_find(const struct catalogue *catalogue, enum schema_id id, const char *key) {
    return directory_find(catalogue->directories[id], key);
}

const struct practice *catalogue_practice(const struct catalogue *catalogue, const char *id) {
    const long row = row_find(catalogue, SCHEMA_PRACTICES, id);
    return row == DIRECTORY_NONE ? NULL : &catalogue->practices[row];
}

const struct item *catalogue_item(const struct catalogue *catalogue, const char *id) {
    const long row = row_find(catalogue, SCHEMA_ITEMS, id);
    return row == DIRECTORY_NONE ? NULL : &catalogue->items[row];
}

const struct question *catalogue_question(const struct catalogue *catalogue, const char *id) {
    const long row = row_find(catalogue, SCHEMA_QUESTIONS, id);
    return row == DIRECTORY_NONE ? NULL : &catalogue->questions[row];
}

const struct practice *catalogue_nearest(const struct catalogue *catalogue, const char *typed) {
    struct arena scratch;
    arena_init(&scratch, catalogue->arena->end);
    const struct practice *meant = NULL;
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < catalogue->practice_count; i++) {
        const struct practice *practice = &catalogue->practices[i];
        const char *const names[] = {record_cell(&practice->record, PRACTICE_ID),
                                     record_cell(&practice->record, PRACTICE_TITLE)};
        for (size_t name = 0; name < COUNT(names); name++) {
            if (nearest_offer(&nearest, &scratch, typed, names[name], NULL)) {
                meant = practice;
            }
        }
        arena_empty(&scratch);
    }
    arena_free(&scratch);
    return meant;
}

enum mark catalogue_mark(const struct catalogue *catalogue, const struct practice *practice,
                         const struct item *item) {
    return catalogue->marks
               ? catalogue->marks[practice->index * catalogue->item_count + item->index]
               : MARK_ABSENT;
}

const char *catalogue_mark_name(enum mark mark) {
    return mark_names[mark];
}

struct tally catalogue_tally(const struct catalogue *catalogue, const struct practice *practice,
                             const struct item *items, size_t count) {
    struct tally tally = {0};
    for (size_t i = 0; i < count; i++) {
        tally.marks[catalogue_mark(catalogue, practice, &items[i])]++;
    }
    return tally;
}

size_t catalogue_listed(const struct tally *tally) {
    return tally->marks[MARK_MET] + tally->marks[MARK_NOT_MET] + tally->marks[MARK_UNMARKED];
}

const struct answer *catalogue_answer(const struct practice *practice,
                                      const struct question *question) {
    const struct answer *answer = practice->answers;
    while (answer && answer->question != question) {
        answer = answer->next;
    }
    return answer;
}

const struct tool *catalogue_tool(const struct practice *practice,
                                  const struct question *question) {
    const struct tool *tool = practice->tools;
    while (tool && tool->question != question) {
        tool = tool->next;
    }
    return tool;
}

const struct checklist *catalogue_checklist_of(const struct item *item) {
    return item->question->criterion->checklist;
}

const struct checklist *catalogue_checklist_chosen(const struct catalogue *catalogue,
                                                   const char *chosen) {
    const size_t length = strcspn(chosen, "@");
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct checklist *checklist = &catalogue->checklists[i];
        const char *id = record_cell(&checklist->record, CHECKLIST_ID);
        if (length && strlen(id) == length && strncmp(id, chosen, length) == 0) {
            return checklist;
        }
    }
    return NULL;
}

const struct checklist *catalogue_checklist(const struct catalogue *catalogue,
                                            const struct practice *practice) {
    const struct checklist *used = NULL;
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        const struct checklist *checklist = &catalogue->checklists[i];
        if (checklist->collection == practice->collection) {
            return checklist;
        }
        if (!used || (checklist->collection->practices > used->collection->practices)) {
            used = checklist;
        }
    }
    return used;
}

/*
 * The row of that key, which ends in the tag, or of the longest shorter tag: look-up of RFC 4647,
 * 3.4. Shortens the key.
 */
static long translation_find(const struct catalogue *catalogue, char *key, char *tag) {
    long row = row_find(catalogue, SCHEMA_TRANSLATIONS, key);
    for (char *cut; row == DIRECTORY_NONE && (cut = strrchr(tag, '-'));) {
        *cut = '\0';
        row = row_find(catalogue, SCHEMA_TRANSLATIONS, key);
    }
    return row;
}

const char *catalogue_text(const struct catalogue *catalogue, enum schema_id table,
                           const struct record *record, size_t column, const char *lang,
                           bool *found) {
    const struct schema *schema = schema_get(table);
    const char *text = record_cell(record, column);
    if (found) {
        *found = false;
    }
    if (!lang || !*lang) {
        return text;
    }
    char key[KEY_MAX];
    int length = snprintf(key, sizeof key, "%s", schema->name);
    for (size_t i = 0; i < schema->keys && length < KEY_MAX; i++) {
        length += snprintf(key + length, sizeof key - (size_t)length, "/%s",
                           record_cell(record, i));
    }
    if (length >= KEY_MAX) {
        return text;
    }
    length += snprintf(key + length, sizeof key - (size_t)length, "/%s/",
                       schema->columns[column].name);
    const long row = (size_t)length + strlen(lang) < KEY_MAX
                         ? translation_find(catalogue, key, strcpy(key + length, lang))
                         : DIRECTORY_NONE;
    if (row == DIRECTORY_NONE) {
        return text;
    }
    if (found) {
        *found = true;
    }
    return record_cell(&catalogue->translations[row], TRANSLATION_TEXT);
}

const char *catalogue_official_title(const struct catalogue *catalogue,
                                     const struct practice *practice, const char **lang) {
    const char *id = record_cell(&practice->record, PRACTICE_ID);
    for (size_t i = 0; i < catalogue->rows[SCHEMA_TRANSLATIONS]; i++) {
        const struct record *record = &catalogue->translations[i];
        if (strcmp(record_cell(record, TRANSLATION_KEY), id) == 0 &&
            strcmp(record_cell(record, TRANSLATION_TABLE), "practices") == 0 &&
            strcmp(record_cell(record, TRANSLATION_FIELD), "title") == 0 &&
            strcmp(record_cell(record, TRANSLATION_STATUS), "official") == 0) {
            *lang = record_cell(record, TRANSLATION_LANG);
            return record_cell(record, TRANSLATION_TEXT);
        }
    }
    return NULL;
}

static int language_compare(const void *left, const void *right) {
    const char *one = *(const char *const *)left;
    const char *other = *(const char *const *)right;
    const int sources = codes_tag_source(other) - codes_tag_source(one);
    return sources ? sources : strcmp(one, other);
}

const char *const *catalogue_languages(const struct catalogue *catalogue, struct arena *arena,
                                       size_t *count) {
    const size_t rows = catalogue->rows[SCHEMA_TRANSLATIONS];
    const char **languages = arena_array(arena, rows, sizeof *languages);
    for (size_t i = 0; i < rows; i++) {
        languages[i] = record_cell(&catalogue->translations[i], TRANSLATION_LANG);
    }
    *count = 0;
    if (rows) {
        qsort(languages, rows, sizeof *languages, language_compare);
    }
    for (size_t i = 0; i < rows; i++) {
        if (*count == 0 || strcmp(languages[*count - 1], languages[i]) != 0) {
            languages[(*count)++] = languages[i];
        }
    }
    return languages;
}
