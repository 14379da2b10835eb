#include "vademecum/catalogue/check.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/judge.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/catalogue/syntax.h"

#include <stdlib.h>
#include <string.h>

static const char blank_bytes[] = " \t\r\n";

/* An id, and what the eye makes of it. */
struct look {
    const char *seen; /* equal for ids that look alike */
    const char *id;
    long line; /* on which the id stands */
};

/* Columns of a file that tell from when to when. */
struct period {
    enum schema_id id;
    size_t start;
    size_t end;
    size_t ongoing; /* whether it goes on; 0: there is no such column */
};

static const struct period periods[] = {
    {SCHEMA_COLLECTIONS, COLLECTION_START, COLLECTION_END, 0},
    {SCHEMA_PRACTICES, PRACTICE_START, PRACTICE_END, PRACTICE_ONGOING},
};

static bool is_empty(const char *text) {
    const unsigned char first = (unsigned char)*text;
    return first <= ' ' || first & 0x80 ? !text[text_blanks(text, strlen(text))] : false;
}

static const char *id_guess(const struct table_row *row, size_t column,
                            const struct check_guess *guess) {
    return guess && !syntax_is_id(row->cells[column]) ? guess->call(guess->context, row, column)
                                                      : NULL;
}

/*
 * Judges the cells that decide whether the row can be used (FAULT_LEFT_OUT), or all the others
 * (FAULT_DEFECT). `cell` has what is the same for all of them.
 */
static void row_judge(const struct schema *schema, const struct table_row *row,
                      const struct check_guess *guess, struct cell cell) {
    const bool deciding = cell.kind == FAULT_LEFT_OUT;
    struct arena scratch;
    arena_init(&scratch, cell.faults->arena->end);
    cell.scratch = &scratch;
    cell.file = schema->file;
    cell.line = row->line;
    const uint32_t known = guess ? guess->known : 0;
    for (size_t i = 0; i < schema->count; i++) {
        if (known >> i & 1) {
            continue;
        }
        cell.column = &schema->columns[i];
        cell.text = row->cells[i];
        const bool decides = judge_decides(cell.column->kind);
        if (cell.column->required && is_empty(cell.text)) {
            if (deciding == (decides || i < schema->keys)) {
                judge_empty(&cell);
            }
        } else if (deciding == decides && cell.text[0]) {
            cell.meant = cell.column->kind == CELL_ID ? id_guess(row, i, guess) : NULL;
            judge_cell(&cell);
        }
    }
    arena_free(&scratch);
}

bool check_usable(const struct schema *schema, const struct table_row *row,
                  const struct check_guess *guess, struct fault_list *faults) {
    const size_t before = faults->count;
    const struct cell like = {.kind = FAULT_LEFT_OUT, .folder = -1, .faults = faults};
    row_judge(schema, row, guess, like);
    return faults->count == before;
}

uint32_t check_deciding(const struct schema *schema) {
    uint32_t columns = 0;
    for (size_t i = 0; i < schema->count; i++) {
        if (i < schema->keys || judge_decides(schema->columns[i].kind)) {
            columns |= (uint32_t)1 << i;
        }
    }
    return columns;
}

/* Tells it where the id is given, not wherever it is referred to. */
static void id_look(const struct schema *schema, const struct table_row *row,
                    struct fault_list *faults) {
    static const char *const makes[] = {
        [CHANGE_NUMBER] = N_("for a number"),
        [CHANGE_DATE] = N_("for a date"),
        [CHANGE_TRUTH] = N_("for a value of logic"),
    };
    const char *id = row->cells[0];
    const enum syntax_change change = schema->keys == 1 ? syntax_change(id) : CHANGE_NONE;
    if (change != CHANGE_NONE) {
        fault_list_add(faults, FAULT_DEFECT, schema->file, row->line, schema->columns[0].name,
                       _("A spreadsheet takes \"%s\" %s and writes it in another form, so that "
                         "nothing finds it any more. Begin it with a word, such as \"p-%s\", in "
                         "every file."),
                       id, _(makes[change]), id);
    }
}

/* Whether all of a date lies before another; 2017 does not lie before 2017-10. */
static bool date_before(const char *one, const char *other) {
    const size_t length = strlen(one) < strlen(other) ? strlen(one) : strlen(other);
    return strncmp(one, other, length) < 0;
}

static void period_check(const struct schema *schema, const struct period *period,
                         const struct table_row *row, const char *today,
                         struct fault_list *faults) {
    const char *start = row->cells[period->start];
    const char *end = row->cells[period->end];
    if (!syntax_is_date(end)) {
        return;
    }
    if (syntax_is_date(start) && date_before(end, start)) {
        fault_list_add(faults, FAULT_DEFECT, schema->file, row->line,
                       schema->columns[period->end].name,
                       _("The end, %s, is before the start, %s. Correct one of them."), end, start);
    }
    if (today && period->ongoing && strcmp(row->cells[period->ongoing], "yes") == 0 &&
        date_before(end, today)) {
        fault_list_add(faults, FAULT_DEFECT, schema->file, row->line,
                       schema->columns[period->ongoing].name,
                       _("This says that it goes on, but its end, %s, has passed. Write \"no\", or "
                         "correct the end."),
                       end);
    }
}

/* An amount says nothing without its currency. */
static void money_check(const struct table_row *row, struct fault_list *faults) {
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    if (row->cells[PRACTICE_AMOUNT][0] && !row->cells[PRACTICE_CURRENCY][0]) {
        fault_list_add(faults, FAULT_DEFECT, schema->file, row->line,
                       schema->columns[PRACTICE_CURRENCY].name, "%s",
                       _("The amount has no currency. Write its three letters, such as EUR."));
    }
}

void check_cells(const struct schema *schema, const struct table_row *row, int folder,
                 const char *today, struct fault_list *faults) {
    const struct cell like = {.kind = FAULT_DEFECT, .folder = folder, .faults = faults};
    row_judge(schema, row, NULL, like);
    id_look(schema, row, faults);
    for (size_t i = 0; i < COUNT(periods); i++) {
        if (schema == schema_get(periods[i].id)) {
            period_check(schema, &periods[i], row, today, faults);
        }
    }
    if (schema == schema_get(SCHEMA_PRACTICES)) {
        money_check(row, faults);
    }
}

static bool has_blanks_around(const char *text) {
    const size_t length = strlen(text);
    int32_t first = *text;
    int32_t last = text[length - 1];
    if (first & 0x80) {
        text_code(text, length, &first);
    }
    if (last & 0x80) {
        size_t at = length - 1;
        while (at > 0 && (text[at] & 0xC0) == 0x80) {
            at--;
        }
        text_code(text + at, length - at, &last);
    }
    return text_blank(first) || text_blank(last);
}

void check_blanks(const struct schema *schema, const struct table_row *row,
                  struct check_blanks *blanks) {
    for (size_t i = 0; i < schema->count; i++) {
        const char *text = row->cells[i];
        if (schema->columns[i].kind != CELL_TEXT || !*text || !has_blanks_around(text)) {
            continue;
        }
        if (blanks->cells[i] == 0) {
            blanks->lines[i] = row->line;
        }
        blanks->cells[i]++;
    }
}

void check_blanks_tell(const struct schema *schema, const struct check_blanks *blanks,
                       struct fault_list *faults) {
    for (size_t i = 0; i < schema->count; i++) {
        if (blanks->cells[i] > 0) {
            fault_list_add(faults, FAULT_DEFECT, schema->file, blanks->lines[i],
                           schema->columns[i].name,
                           ngettext("Blanks stand before or behind the text of %zu cell of this "
                                    "column. Take them out.",
                                    "Blanks stand before or behind the text of %zu cells of this "
                                    "column, the first of them here. Take them out.",
                                    blanks->cells[i]),
                           blanks->cells[i]);
        }
    }
}

/* An id without what the eye does not see, or takes for something else. */
static const char *look_of(struct arena *scratch, const char *id) {
    char *seen = text_fold(scratch, id);
    char *to = seen;
    for (const char *from = seen; *from; from++) {
        if (!strchr(blank_bytes, *from)) {
            *to++ = *from == '1' ? 'l' : *from == '0' ? 'o' : *from;
        }
    }
    *to = '\0';
    return seen;
}

static int look_compare(const void *left, const void *right) {
    const struct look *one = left;
    const struct look *other = right;
    int order = strcmp(one->seen, other->seen);
    order = order ? order : strcmp(one->id, other->id);
    return order ? order : (one->line > other->line) - (one->line < other->line);
}

static void look_report(const char *file, const struct look *one, const struct look *other,
                        struct arena *scratch, struct fault_list *faults) {
    const struct look *first = one->line < other->line ? one : other;
    const struct look *second = first == one ? other : one;
    fault_list_add(faults, FAULT_DEFECT, file, second->line, NULL,
                   _("\"%s\" looks like \"%s\" in line %ld. If they are the same, write them "
                     "alike; if not, change one of them."),
                   quote_text(scratch, second->id), quote_text(scratch, first->id), first->line);
}

void check_look_alikes(const char *file, const char *const *ids, const long *lines, size_t count,
                       struct fault_list *faults) {
    if (count == 0) {
        return;
    }
    struct arena scratch;
    arena_init(&scratch, faults->arena->end);
    struct look *looks = arena_array(&scratch, count, sizeof *looks);
    for (size_t i = 0; i < count; i++) {
        looks[i] = (struct look){look_of(&scratch, ids[i]), ids[i], lines[i]};
    }
    qsort(looks, count, sizeof *looks, look_compare);
    for (size_t i = 1; i < count; i++) {
        const struct look *one = &looks[i - 1];
        const struct look *other = &looks[i];
        if (strcmp(one->seen, other->seen) == 0 && strcmp(one->id, other->id) != 0) {
            look_report(file, one, other, &scratch, faults);
        }
    }
    arena_free(&scratch);
}
