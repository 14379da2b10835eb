#include "vademecum/report/answers.h"

#include "vademecum/base/count.h"
#include "vademecum/report/title.h"
#include "vademecum/review/field.h"
#include "vademecum/review/held.h"

#include <stdlib.h>
#include <string.h>

enum {
    UNKNOWN_MAX = 64 /* columns for fields not known here: a hostile review may have very many */
};

/* What is said of one thing, and where its practice stands in the order. */
struct place {
    struct said said;
    struct titled practice;
};

static bool answer_is(const struct event *event) {
    return event->practice[0] && event->value[0] && !field_fact(event->field) &&
           strcmp(event->field, REVIEW_ROUND) != 0 && strcmp(event->field, HELD_FIELD) != 0;
}

static struct said said_begin(const struct report *report, const struct event *event) {
    const struct item *item = catalogue_item(report->catalogue, event->item);
    const struct tool *tool = field_tool(report->catalogue, event->item);
    const struct question *question = item   ? item->question
                                      : tool ? tool->question
                                             : catalogue_question(report->catalogue, event->item);
    return (struct said){
        .practice = event->practice,
        .item = event->item,
        .origin = title_origin(report, event->practice),
        .question = question,
        .of_item = item,
        .of_tool = tool,
        .of_checklist = catalogue_checklist_chosen(report->catalogue, event->item) != NULL,
    };
}

/* Takes the title of the thing before when it is of the same practice, as it mostly is. */
static struct titled practice_titled(const struct report *report, const struct place *places,
                                     size_t index) {
    const char *practice = places[index].said.practice;
    if (index > 0 && strcmp(places[index - 1].said.practice, practice) == 0) {
        return places[index - 1].practice;
    }
    return title_make(report, practice);
}

/* Groups the events of one thing, which follow one another. Returns how many things there are. */
static size_t places_fill(const struct report *report, const struct event **events,
                          size_t event_count, struct place *places) {
    size_t count = 0;
    size_t kept = 0;
    for (size_t i = 0; i < event_count; i++) {
        const struct event *event = events[i];
        if (!answer_is(event)) {
            continue;
        }
        struct said *last = count > 0 ? &places[count - 1].said : NULL;
        if (!last || strcmp(last->practice, event->practice) != 0 ||
            strcmp(last->item, event->item) != 0) {
            last = &places[count++].said;
            *last = said_begin(report, event);
            last->fields = &events[kept];
            places[count - 1].practice = practice_titled(report, places, count - 1);
        }
        events[kept++] = event;
        last->count++;
    }
    return count;
}

static int order_of(size_t one, size_t other) {
    return (one > other) - (one < other);
}

/* Orders by practice, then by question (itself, its items, its tools), then what is of none. */
static int part_compare(const struct said *one, const struct said *other) {
    int order = order_of(one->item[0] != '\0', other->item[0] != '\0');
    if (order == 0) {
        order = order_of(!one->question, !other->question);
    }
    if (order == 0 && one->question && other->question) {
        order = order_of(one->question->index, other->question->index);
    }
    if (order == 0) {
        order = order_of(one->of_tool != NULL, other->of_tool != NULL);
    }
    if (order == 0) {
        order = order_of(one->of_item ? one->of_item->index + 1 : 0,
                         other->of_item ? other->of_item->index + 1 : 0);
    }
    return order ? order : strcmp(one->item, other->item);
}

static int place_compare(const void *left, const void *right) {
    const struct place *one = left;
    const struct place *other = right;
    const int order = title_compare(&one->practice, &other->practice);
    return order ? order : part_compare(&one->said, &other->said);
}

struct answers answers_gather(const struct report *report, const char *practice) {
    const struct review_filter filter = {.reviewer = report->reviewer, .practice = practice};
    size_t most;
    const struct event **events = review_list(report->review, &filter, report->arena, &most);
    struct place *places = arena_array(report->arena, most + 1, sizeof *places);
    const size_t count = places_fill(report, events, most, places);
    if (count > 0) {
        qsort(places, count, sizeof *places, place_compare);
    }
    struct said *said = arena_array(report->arena, count + 1, sizeof *said);
    for (size_t i = 0; i < count; i++) {
        said[i] = places[i].said;
    }
    return (struct answers){.said = said, .count = count};
}

struct answers answers_plan(const struct report *report, const struct answers *answers) {
    struct said *said = arena_array(report->arena, answers->count + 1, sizeof *said);
    size_t count = 0;
    for (size_t i = 0; i < answers->count; i++) {
        const enum verdict verdict = answers_verdict(&answers->said[i]);
        if (verdict == VERDICT_PARTLY || verdict == VERDICT_NOT_MET ||
            answers_planned(&answers->said[i])) {
            said[count++] = answers->said[i];
        }
    }
    return (struct answers){.said = said, .count = count};
}

const char *answers_value(const struct said *said, const char *field) {
    for (size_t i = 0; i < said->count; i++) {
        if (strcmp(said->fields[i]->field, field) == 0) {
            return said->fields[i]->value;
        }
    }
    return "";
}

enum verdict answers_verdict(const struct said *said) {
    return verdict_find(answers_value(said, "verdict"));
}

bool answers_planned(const struct said *said) {
    for (size_t i = 0; i < said->count; i++) {
        if (field_plan(said->fields[i]->field)) {
            return true;
        }
    }
    return false;
}

static void place_columns(const struct report *report, enum field_place place,
                          struct sheet *sheet) {
    size_t count;
    const char *const *names = field_names(place, report->arena, &count);
    for (size_t i = 0; i < count; i++) {
        sheet_column(sheet, names[i]);
    }
}

static bool column_there(const struct sheet *sheet, const char *name) {
    size_t i = 0;
    while (i < sheet->count && strcmp(sheet->columns[i].name, name) != 0) {
        i++;
    }
    return i < sheet->count;
}

static void unknown_columns(const struct answers *answers, struct sheet *sheet) {
    const size_t most = sheet->count + UNKNOWN_MAX;
    for (size_t i = 0; i < answers->count; i++) {
        const struct said *said = &answers->said[i];
        for (size_t field = 0; field < said->count && sheet->count < most; field++) {
            if (!column_there(sheet, said->fields[field]->field)) {
                sheet_column(sheet, said->fields[field]->field);
            }
        }
    }
}

static void rows_fill(const struct answers *answers, struct sheet *sheet) {
    for (size_t i = 0; i < answers->count; i++) {
        const struct said *said = &answers->said[i];
        sheet_cell(sheet, said->practice);
        sheet_cell(sheet, said->item);
        for (size_t column = 2; column < sheet->count; column++) {
            sheet_cell(sheet, answers_value(said, sheet->columns[column].name));
        }
    }
}

void answers_sheet(const struct report *report, const struct answers *answers,
                   struct sheet *sheet) {
    static const enum field_place shown[] = {FIELD_OF_ITEM, FIELD_OF_QUESTION, FIELD_OF_PRACTICE,
                                             FIELD_OF_TOOL};
    sheet_init(sheet, report->arena);
    sheet_column(sheet, "practice_id");
    sheet_column(sheet, "item_id");
    for (size_t i = 0; i < COUNT(shown); i++) {
        place_columns(report, shown[i], sheet);
    }
    unknown_columns(answers, sheet);
    rows_fill(answers, sheet);
}

void answers_plan_sheet(const struct report *report, const struct answers *answers,
                        struct sheet *sheet) {
    size_t count;
    const char *const *names = field_names(FIELD_OF_ITEM, report->arena, &count);
    sheet_init(sheet, report->arena);
    sheet_column(sheet, "practice_id");
    sheet_column(sheet, "item_id");
    sheet_column(sheet, "verdict");
    for (size_t i = 0; i < count; i++) {
        if (field_plan(names[i])) {
            sheet_column(sheet, names[i]);
        }
    }
    rows_fill(answers, sheet);
}
