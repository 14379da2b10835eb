#include "vademecum/import/projects.h"

#include "vademecum/base/file.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/check.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/catalogue/syntax.h"
#include "vademecum/import/project_amount.h"
#include "vademecum/import/project_ids.h"
#include "vademecum/import/project_words.h"
#include "vademecum/review/own.h"

#include <string.h>

/* What is made, and from what. */
struct making {
    struct new_rows *rows;
    struct arena *arena;
    const struct project_file *file;
    const struct project_map *map;
    const char *name;
    const struct catalogue *into;  /* or NULL */
    const struct catalogue *words; /* or NULL */
    const char *today;
    struct project_ids *ids;
};

/* A practice while its row is read. */
struct draft {
    const char *cells[PRACTICE_COLUMNS];
    const char *terms[PROJECT_TARGETS - PROJECT_AREA]; /* ids, joined by "; " */
    const char *currency;                              /* that stood beside the amount */
};

static const char *joined(struct arena *arena, const char *one, const char *other) {
    return one[0] && other[0] ? arena_printf(arena, "%s; %s", one, other) : one[0] ? one : other;
}

/* "own.start": the field by which an own practice has this, or NULL. */
static const struct own_field *field_of(const struct making *making, size_t target) {
    return own_field(arena_printf(making->arena, "own.%s", project_map_name(target)));
}

/* The id of one term by their word; "" for a word that the mapping drops, NULL
 * for no term. */
static const char *term_of(const struct making *making, const struct project_rule *rule,
                           const char *word) {
    struct fault unused;
    const char *ours = project_map_word(making->map, rule, word);
    if (!ours[0] || !making->words) {
        return ours[0] ? NULL : "";
    }
    return own_value(making->arena, making->words, field_of(making, rule->ours), ours, &unused);
}

static bool terms_read(const struct making *making, const struct project_rule *rule,
                       const char *text, struct draft *draft, struct fault *fault) {
    const char **terms = &draft->terms[rule->ours - PROJECT_AREA];
    const char *whole = term_of(making, rule, text);
    if (whole) {
        *terms = joined(making->arena, *terms, whole);
        return true;
    }
    for (const char *at = text; *at; at += strspn(at, ";,\n")) {
        const size_t length = strcspn(at, ";,\n");
        const char *word = arena_copy(making->arena, at, length);
        const char *term = term_of(making, rule, word);
        if (!term) {
            return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                             _("\"%s\" is no %s of this catalogue. Write under \"how\" in the "
                               "mapping which one is meant, as in \"%s = migrants\"."),
                             quote_text(making->arena, word), project_map_name(rule->ours),
                             quote_text(making->arena, word));
        }
        *terms = joined(making->arena, *terms, term);
        at += length;
    }
    return true;
}

/* The text on one line: line breaks and the blanks around them become one
 * blank. */
static const char *line_of(struct arena *arena, const char *text) {
    char *line = arena_copy(arena, text, strlen(text));
    char *to = line;
    for (const char *from = text; *from; from++) {
        const bool blank = strchr(" \t\r\n", *from) != NULL;
        if (!blank) {
            *to++ = *from;
        } else if (to > line && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    *to = '\0';
    return line;
}

static bool amount_read(const struct making *making, const struct project_rule *rule,
                        const char *text, struct draft *draft, struct fault *fault) {
    const char decimal = rule->theirs[0] ? rule->how[0] : '\0';
    return project_amount_read(making->arena, text, decimal, &draft->cells[PRACTICE_AMOUNT],
                               &draft->currency, fault);
}

/* What is to stand in the cell; NULL and the fault when the text cannot. */
static const char *cell_read(const struct making *making, size_t target, const char *text,
                             struct fault *fault) {
    const struct schema_column *column = &schema_get(SCHEMA_PRACTICES)->columns[target];
    const struct own_field *field = field_of(making, target);
    const char *currency;
    switch (column->kind) {
    case CELL_TEXT:
        return schema_shape(column) == TABLE_LINES ? text : line_of(making->arena, text);
    case CELL_ID:
        return own_slug(making->arena, text);
    case CELL_CURRENCY:
        currency = project_amount_currency(making->arena, text);
        return currency ? currency : text;
    default:
        return field ? own_value(making->arena, making->words, field, text, fault) : text;
    }
}

static bool rule_follow(const struct making *making, const struct project_rule *rule,
                        const struct project_row *row, struct draft *draft, struct fault *fault) {
    const char *text = rule->theirs[0] ? row->cells[rule->column] : rule->how;
    if (!text[0]) {
        return true;
    }
    if (project_map_is_term(rule->ours)) {
        return terms_read(making, rule, text, draft, fault);
    }
    if (rule->ours == PRACTICE_AMOUNT) {
        return amount_read(making, rule, text, draft, fault);
    }
    const char *value = cell_read(making, rule->ours, project_map_word(making->map, rule, text),
                                  fault);
    if (!value) {
        return false;
    }
    draft->cells[rule->ours] = joined(making->arena, draft->cells[rule->ours], value);
    return true;
}

static bool row_read(const struct making *making, const struct project_row *row,
                     struct draft *draft, struct fault *fault) {
    const size_t wanted = making->file->names.count;
    if (row->torn) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                         _("a quotation mark is not where it belongs"));
    }
    if (row->count != wanted) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("there are %zu cells in place of %zu"), row->count, wanted);
    }
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        draft->cells[i] = "";
    }
    for (size_t i = 0; i < PROJECT_TARGETS - PROJECT_AREA; i++) {
        draft->terms[i] = "";
    }
    draft->currency = "";
    for (size_t i = 0; i < making->map->count; i++) {
        const struct project_rule *rule = &making->map->rules[i];
        if (!rule_follow(making, rule, row, draft, fault)) {
            return fault_set(fault, FAULT_USAGE, NULL, 0,
                             rule->theirs[0] ? rule->theirs : project_map_name(rule->ours), "%s",
                             arena_copy(making->arena, fault->text, strlen(fault->text)));
        }
    }
    if (project_words_sum(making->arena, draft->cells[PRACTICE_TITLE])) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s", _("a row of sums is no project"));
    }
    if (draft->currency[0] && draft->cells[PRACTICE_AMOUNT][0]) {
        draft->cells[PRACTICE_CURRENCY] = draft->currency;
    }
    return true;
}

/* An id that a spreadsheet leaves as it is. */
static const char *id_safe(struct arena *arena, const char *id) {
    return syntax_change(id) == CHANGE_NONE ? id : arena_printf(arena, "p-%s", id);
}

static void ids_make(const struct making *making, struct draft *draft) {
    struct arena *arena = making->arena;
    const char *name = file_stem(arena, making->name);
    const char *country = draft->cells[PRACTICE_COUNTRY];
    const char *slug = draft->cells[PRACTICE_ID][0] ? draft->cells[PRACTICE_ID]
                                                    : own_slug(arena, draft->cells[PRACTICE_TITLE]);
    if (!draft->cells[PRACTICE_COLLECTION][0]) {
        draft->cells[PRACTICE_COLLECTION] = own_slug(arena, name);
    }
    draft->cells[PRACTICE_COLLECTION] = id_safe(arena, draft->cells[PRACTICE_COLLECTION]);
    const char *front = country[0] ? own_slug(arena, country) : draft->cells[PRACTICE_COLLECTION];
    draft->cells[PRACTICE_ID] = id_safe(arena, arena_printf(arena, "%s-%s", front, slug));
}

/* The column that became one of ours, as it is called in the file; else our own
 * name for it. */
static const char *theirs_of(const struct making *making, const char *ours) {
    for (size_t i = 0; i < making->map->count; i++) {
        const struct project_rule *rule = &making->map->rules[i];
        if (rule->theirs[0] && strcmp(project_map_name(rule->ours), ours) == 0) {
            return rule->theirs;
        }
    }
    return ours;
}

/* Whether check would find nothing wrong in it; else the fault is the first
 * thing. */
static bool draft_check(const struct making *making, const struct draft *draft,
                        struct fault *fault) {
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    size_t lengths[PRACTICE_COLUMNS];
    struct fault_list faults;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        lengths[i] = strlen(draft->cells[i]);
    }
    const struct table_row row = {1, PRACTICE_COLUMNS, draft->cells, lengths};
    fault_list_init(&faults, making->arena);
    if (check_usable(schema, &row, NULL, &faults)) {
        check_cells(schema, &row, -1, making->today, &faults);
    }
    return faults.kept == 0 ||
           fault_set(fault, FAULT_USAGE, NULL, 0, theirs_of(making, faults.defects[0].column), "%s",
                     faults.defects[0].text);
}

static void terms_add(const struct making *making, const struct draft *draft, size_t target) {
    size_t count;
    const char *scheme = project_map_name(target);
    const char *ids = draft->terms[target - PROJECT_AREA];
    if (!ids[0]) {
        return;
    }
    const struct term **terms = own_terms(making->arena, making->words, scheme, ids, &count);
    for (size_t i = 0; i < count; i++) {
        const char **cells = new_rows_add(making->rows, SCHEMA_PRACTICE_TERMS);
        cells[PRACTICE_TERM_PRACTICE] = draft->cells[PRACTICE_ID];
        cells[PRACTICE_TERM_SCHEME] = scheme;
        cells[PRACTICE_TERM_TERM] = record_cell(&terms[i]->record, TERM_TERM);
    }
}

/* A row for the collection, unless there is one; it is called as the file. */
static void collection_need(const struct making *making, const char *id) {
    for (size_t i = 0; making->into && i < making->into->collection_count; i++) {
        if (strcmp(record_cell(&making->into->collections[i].record, COLLECTION_ID), id) == 0) {
            return;
        }
    }
    if (!new_rows_find(making->rows, SCHEMA_COLLECTIONS, id)) {
        const char *name = file_stem(making->arena, making->name);
        const bool own = strcmp(id, id_safe(making->arena, own_slug(making->arena, name))) == 0;
        const char **cells = new_rows_add(making->rows, SCHEMA_COLLECTIONS);
        cells[COLLECTION_ID] = id;
        cells[COLLECTION_TITLE] = own ? name : id;
    }
}

static bool draft_known(const struct making *making, const struct draft *draft) {
    const char *country = draft->cells[PRACTICE_COUNTRY];
    const char *place = country[0] ? country : draft->cells[PRACTICE_COLLECTION];
    return project_ids_known(making->ids, place, draft->cells[PRACTICE_TITLE]);
}

static void draft_add(const struct making *making, struct draft *draft) {
    draft->cells[PRACTICE_ID] = project_ids_take(making->ids, draft->cells[PRACTICE_ID]);
    collection_need(making, draft->cells[PRACTICE_COLLECTION]);
    memcpy(new_rows_add(making->rows, SCHEMA_PRACTICES), draft->cells, sizeof draft->cells);
    for (size_t target = PROJECT_AREA; target < PROJECT_TARGETS; target++) {
        terms_add(making, draft, target);
    }
}

void projects_rows(struct new_rows *rows, const struct project_file *file,
                   const struct project_map *map, const char *name, const struct catalogue *into,
                   const struct catalogue *words, const char *today, struct projects_counts *counts,
                   struct fault_list *told) {
    struct project_ids ids;
    const struct making making = {rows, rows->arena, file, map, name, into, words, today, &ids};
    project_ids_init(&ids, rows->arena, into);
    *counts = (struct projects_counts){.rows = file->count};
    for (size_t i = 0; i < file->count; i++) {
        struct draft draft;
        struct fault fault;
        bool sound = row_read(&making, &file->rows[i], &draft, &fault);
        if (sound) {
            ids_make(&making, &draft);
            sound = draft_check(&making, &draft, &fault);
        }
        if (!sound) {
            counts->failed++;
            fault_list_add(told, FAULT_LEFT_OUT, name, file->rows[i].number, fault.column, "%s",
                           fault.text);
        } else if (draft_known(&making, &draft)) {
            counts->known++;
        } else {
            counts->practices++;
            draft_add(&making, &draft);
        }
    }
}
