#include "vademecum/base/fault.h"

#include "vademecum/base/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LIKE_MOST = 8 /* defects with one sentence that stand one by one */
};

/* A defect, and its place before it is sorted: those of one line stay in their order. */
struct placed {
    struct defect defect;
    size_t place;
};

static void fault_fill(struct fault *fault, enum fault_kind kind, const char *file, long line,
                       const char *column, const char *format, va_list arguments) {
    *fault = (struct fault){.kind = kind, .line = line};
    snprintf(fault->file, sizeof fault->file, "%s", file ? file : "");
    snprintf(fault->column, sizeof fault->column, "%s", column ? column : "");
    vsnprintf(fault->text, sizeof fault->text, format, arguments);
}

bool fault_set(struct fault *fault, enum fault_kind kind, const char *file, long line,
               const char *column, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fault_fill(fault, kind, file, line, column, format, arguments);
    va_end(arguments);
    return false;
}

bool fault_set_errno(struct fault *fault, const char *file, int error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fault_fill(fault, FAULT_SYSTEM, file, 0, NULL, format, arguments);
    va_end(arguments);
    const size_t length = strlen(fault->text);
    snprintf(fault->text + length, sizeof fault->text - length, ": %s.", strerror(error));
    return false;
}

char *fault_defect_line(const struct defect *defect, struct arena *arena) {
    const bool placed = defect->file[0] != '\0';
    const char *line = placed && defect->line > 0 ? arena_printf(arena, ":%ld", defect->line) : "";
    return arena_printf(arena, "%s%s%s%s%s%s", defect->file, line, placed ? ": " : "",
                        defect->column, defect->column[0] ? ": " : "", defect->text);
}

struct defect fault_defect(const struct fault *fault) {
    return (struct defect){fault->kind, fault->file, fault->line, fault->column, fault->text};
}

char *fault_line(const struct fault *fault, struct arena *arena) {
    const struct defect defect = fault_defect(fault);
    return fault_defect_line(&defect, arena);
}

void fault_list_init(struct fault_list *list, struct arena *arena) {
    *list = (struct fault_list){.arena = arena};
}

static const char *string_keep(struct arena *arena, const char *text) {
    return text ? arena_copy(arena, text, strlen(text)) : "";
}

void fault_list_add(struct fault_list *list, enum fault_kind kind, const char *file, long line,
                    const char *column, const char *format, ...) {
    list->count++;
    list->left_out += kind == FAULT_LEFT_OUT;
    if (list->kept == FAULT_LIST_MAX) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vprintf(list->arena, format, arguments);
    va_end(arguments);
    list->defects = arena_grow(list->arena, list->defects, list->kept, &list->room,
                               sizeof *list->defects);
    list->defects[list->kept++] = (struct defect){
        .kind = kind,
        .file = string_keep(list->arena, file),
        .line = line,
        .column = string_keep(list->arena, column),
        .text = text,
    };
}

static int placed_compare(const void *left, const void *right) {
    const struct placed *one = left;
    const struct placed *other = right;
    if (one->defect.line != other->defect.line) {
        return one->defect.line < other->defect.line ? -1 : 1;
    }
    return (one->place > other->place) - (one->place < other->place);
}

void fault_list_order(struct fault_list *list) {
    if (list->kept == 0) {
        return;
    }
    struct arena scratch;
    arena_init(&scratch, list->arena->end);
    struct placed *placed = arena_array(&scratch, list->kept, sizeof *placed);
    for (size_t i = 0; i < list->kept; i++) {
        placed[i] = (struct placed){list->defects[i], i};
    }
    qsort(placed, list->kept, sizeof *placed, placed_compare);
    for (size_t i = 0; i < list->kept; i++) {
        list->defects[i] = placed[i].defect;
    }
    arena_free(&scratch);
}

static int like_compare(const void *left, const void *right) {
    const struct defect *one = *(const struct defect *const *)left;
    const struct defect *other = *(const struct defect *const *)right;
    int order = strcmp(one->text, other->text);
    order = order ? order : strcmp(one->column, other->column);
    return order ? order : (one > other) - (one < other);
}

static bool is_like(const struct defect *one, const struct defect *other) {
    return one->kind == other->kind && strcmp(one->text, other->text) == 0 &&
           strcmp(one->column, other->column) == 0;
}

/* Marks all but the first of so many defects, which are alike, by taking their text away. */
static void like_fold(struct fault_list *list, struct defect *const *like, size_t count) {
    const size_t more = count - 1;
    like[0]->text = arena_printf(list->arena,
                                 _("%s It is the same in %zu more lines, the last of them line "
                                   "%ld."),
                                 like[0]->text, more, like[more]->line);
    for (size_t i = 1; i < count; i++) {
        like[i]->text = NULL;
    }
    list->folded += more;
}

void fault_list_fold(struct fault_list *list) {
    if (list->kept <= LIKE_MOST) {
        return;
    }
    struct arena scratch;
    arena_init(&scratch, list->arena->end);
    struct defect **order = arena_array(&scratch, list->kept, sizeof *order);
    for (size_t i = 0; i < list->kept; i++) {
        order[i] = &list->defects[i];
    }
    qsort(order, list->kept, sizeof *order, like_compare);
    for (size_t first = 0, next = 0; first < list->kept; first = next) {
        while (next < list->kept && is_like(order[first], order[next])) {
            next++;
        }
        if (next - first > LIKE_MOST) {
            like_fold(list, order + first, next - first);
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < list->kept; i++) {
        if (list->defects[i].text) {
            list->defects[kept++] = list->defects[i];
        }
    }
    list->kept = kept;
    arena_free(&scratch);
}

void fault_list_make_room(struct fault_list *list) {
    if (list->kept == FAULT_LIST_MAX) {
        list->kept--;
    }
}

void fault_list_join(struct fault_list *list, struct fault_list *other) {
    const size_t free_places = FAULT_LIST_MAX - list->kept;
    const size_t joined = other->kept < free_places ? other->kept : free_places;
    for (size_t i = 0; i < joined; i++) {
        list->defects = arena_grow(list->arena, list->defects, list->kept, &list->room,
                                   sizeof *list->defects);
        list->defects[list->kept++] = other->defects[i];
    }
    list->count += other->count;
    list->folded += other->folded;
    list->left_out += other->left_out;
    fault_list_init(other, other->arena);
}
