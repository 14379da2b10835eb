#include "vademecum/catalogue/check.h"

#include "vademecum/base/text.h"
#include "vademecum/base/words.h"
#include "vademecum/catalogue/form.h"
#include "vademecum/catalogue/judge.h"
#include "vademecum/catalogue/quote.h"

#include <stdlib.h>
#include <string.h>

static const char blanks[] = " \t\r\n";

/* An id, and what the eye makes of it. */
struct look {
    const char *seen; /* equal for ids that look alike */
    const char *id;
    long line; /* on which the id stands */
};

static void row_judge(const struct schema *schema, const struct table_row *row, int folder,
                      bool deciding, struct fault_list *faults);
static bool is_empty(const char *text);
static const char *look_of(struct arena *scratch, const char *id);
static int look_compare(const void *left, const void *right);
static void look_report(const char *file, const struct look *one, const struct look *other,
                        struct arena *scratch, struct fault_list *faults);

bool check_usable(const struct schema *schema, const struct table_row *row,
                  struct fault_list *faults) {
    const size_t before = faults->count;
    row_judge(schema, row, -1, true, faults);
    return faults->count == before;
}

void check_cells(const struct schema *schema, const struct table_row *row, int folder,
                 struct fault_list *faults) {
    row_judge(schema, row, folder, false, faults);
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

bool check_id(const char *text) {
    const size_t length = form_id_length(text);
    return length > 0 && length <= FORM_ID_MAX && !text[length];
}

bool check_date(const char *text) {
    return form_date(text) == DATE_SOUND;
}

bool check_url(const char *text) {
    return form_url(text) == URL_SOUND;
}

/* Judges the cells that decide whether the row can be used, or all the others. */
static void row_judge(const struct schema *schema, const struct table_row *row, int folder,
                      bool deciding, struct fault_list *faults) {
    struct arena scratch;
    arena_init(&scratch, faults->arena->end);
    for (size_t i = 0; i < schema->count; i++) {
        const struct cell cell = {
            .file = schema->file,
            .line = row->line,
            .column = &schema->columns[i],
            .text = row->cells[i],
            .folder = folder,
            .kind = deciding ? FAULT_LEFT_OUT : FAULT_DEFECT,
            .scratch = &scratch,
            .faults = faults,
        };
        const bool decides = judge_decides(cell.column->kind);
        if (cell.column->required && is_empty(cell.text)) {
            if (deciding == (decides || i < schema->keys)) {
                judge_empty(&cell);
            }
        } else if (deciding == decides && cell.text[0]) {
            judge_cell(&cell);
        }
    }
    arena_free(&scratch);
}

static bool is_empty(const char *text) {
    while (*text && strchr(blanks, *text)) {
        text++;
    }
    return !*text;
}

/* An id without what the eye does not see, or takes for something else. */
static const char *look_of(struct arena *scratch, const char *id) {
    char *seen = text_fold(scratch, id);
    char *to = seen;
    for (const char *from = seen; *from; from++) {
        if (!strchr(blanks, *from)) {
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
