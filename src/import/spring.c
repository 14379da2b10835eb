#include "vademecum/import/spring.h"

#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/import/spring_grid.h"
#include "vademecum/import/spring_known.h"
#include "vademecum/import/spring_reading.h"

#include <string.h>
#include <strings.h>

enum {
    HEADING_MAX = 60 /* bytes */
};

/* A text as an id that begins with `front`. */
static const char *slug_make(struct arena *arena, const char *front, const char *text) {
    const char *folded = text_fold(arena, text);
    char *slug = arena_bytes(arena, strlen(folded) + strlen(front) + 1);
    const bool fronted = strncmp(folded, front, strlen(front)) == 0;
    strcpy(slug, fronted ? "" : front);
    size_t length = strlen(slug);
    for (const char *at = folded; *at; at++) {
        const bool plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (plain) {
            slug[length++] = *at;
        } else if (length > 0 && slug[length - 1] != '-') {
            slug[length++] = '-';
        }
    }
    while (length > 0 && slug[length - 1] == '-') {
        length--;
    }
    slug[length] = '\0';
    return slug;
}

/* --- practices -------------------------------------------------------------------------------- */

static const char *practice_id(const struct spring_reading *reading) {
    for (size_t number = reading->counts->practices;; number++) {
        const char *id = arena_printf(reading->arena, "%s-%zu", reading->slug, number);
        if (!new_rows_find(reading->rows, SCHEMA_PRACTICES, id) &&
            !(reading->into && catalogue_practice(reading->into, id))) {
            return id;
        }
    }
}

/* Ends the practice: one that the catalogue has already gets only what it lacks. */
static void practice_end(struct spring_reading *reading) {
    const struct practice *known;
    if (!reading->practice) {
        return;
    }
    const enum spring_likeness likeness = spring_known_find(reading, &known);
    if (likeness == SPRING_KNOWN) {
        spring_known_join(reading, known);
    } else if (likeness == SPRING_ALIKE) {
        fault_list_add(reading->told, FAULT_DEFECT, reading->name, reading->practice_line, NULL,
                       _("%s was added; its marks are like those of \"%s\": if both are one "
                         "practice, delete the one that was added"),
                       reading->practice,
                       quote_text(reading->arena, record_cell(&known->record, PRACTICE_TITLE)));
    }
}

static void practice_begin(struct spring_reading *reading) {
    practice_end(reading);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        reading->practice_from[id] = reading->rows->files[id].count;
    }
    reading->counts->practices++;
    reading->practice = practice_id(reading);
    reading->practice_line = reading->line->number;
    reading->named = reading->named_next;
    reading->named_next = NULL;
    const char **cells = new_rows_add(reading->rows, SCHEMA_PRACTICES);
    cells[PRACTICE_ID] = reading->practice;
    cells[PRACTICE_COLLECTION] = "spring";
    cells[PRACTICE_TITLE] = arena_printf(reading->arena, "Practice %zu of %s",
                                         reading->counts->practices, reading->name);
    cells[PRACTICE_LANG] = "en";
    cells[PRACTICE_NOTE] = "The page does not give its title.";
}

/* Whether the question was answered in this practice already. */
static bool question_repeats(const struct spring_reading *reading, const char *id, size_t place) {
    if (place > 0 && reading->place > 0) {
        return place <= reading->place;
    }
    const struct new_rows_file *answers = &reading->rows->files[SCHEMA_ANSWERS];
    for (size_t i = reading->practice_from[SCHEMA_ANSWERS]; i < answers->count; i++) {
        if (strcmp(answers->rows[i][ANSWER_QUESTION], id) == 0) {
            return true;
        }
    }
    return false;
}

/* --- lines ------------------------------------------------------------------------------------ */

static void question_begin(struct spring_reading *reading, const char *id, const char *criterion) {
    const size_t place = spring_grid_place(id);
    if (!reading->practice || question_repeats(reading, id, place)) {
        practice_begin(reading);
        reading->place = 0;
    }
    spring_need_criterion(reading, criterion, criterion);
    spring_need_question(reading, id, criterion);
    reading->criterion = criterion;
    reading->question = id;
    reading->place = place > 0 ? place : reading->place;
    reading->answer = NULL;
    reading->tools = 0;
    reading->part = SPRING_ANSWER;
}

/* Whether the line after this one asks, as the first one below a heading does. */
static bool question_follows(const struct spring_reading *reading) {
    const struct page_line *next = reading->line + 1;
    return next < reading->end && next->sign == PAGE_PLAIN &&
           next->text[strlen(next->text) - 1] == '?';
}

/* Whether the line may be a heading, a question of its own or the name of a practice. */
static bool is_between(const struct spring_reading *reading) {
    return reading->line->sign == PAGE_PLAIN &&
           (reading->part == SPRING_OUTSIDE || reading->part == SPRING_CHECKLIST);
}

/* Above the first question a line may say which practice of the catalogue follows. */
static bool take_name(struct spring_reading *reading) {
    const struct practice *named = is_between(reading)
                                       ? spring_known_named(reading, reading->line->text)
                                       : NULL;
    reading->named_next = named ? named : reading->named_next;
    return named;
}

/* A heading of the grid, or one of its own: a short line above a question. */
static bool take_criterion(struct spring_reading *reading) {
    const char *text = reading->line->text;
    const struct spring_entry *entry = spring_grid_criterion(text, reading->arena);
    const bool own = is_between(reading) && strlen(text) <= HEADING_MAX && !strchr(text, '?') &&
                     question_follows(reading) &&
                     !spring_grid_item(text, reading->question, reading->arena);
    if (!entry && !own) {
        return false;
    }
    reading->part = SPRING_OUTSIDE;
    reading->criterion = entry ? entry->id : slug_make(reading->arena, "", text);
    spring_need_criterion(reading, reading->criterion, text);
    return true;
}

/* A line that asks is a question of the grid, or, between two questions, one of its own. */
static bool take_question(struct spring_reading *reading) {
    const char *text = reading->line->text;
    const struct spring_entry *entry = strchr(text, '?')
                                           ? spring_grid_question(text, reading->arena)
                                           : NULL;
    if (entry) {
        question_begin(reading, entry->id, spring_above(reading, entry->id));
        return true;
    }
    if (!is_between(reading) || text[strlen(text) - 1] != '?' || !reading->criterion) {
        return false;
    }
    question_begin(reading, spring_other(reading, SCHEMA_QUESTIONS, reading->criterion),
                   reading->criterion);
    return true;
}

/* The words behind a label such as "Inspiring tools:", NULL when the line has no such label. */
static const char *label_behind(const char *text, const char *label) {
    const size_t length = strlen(label);
    if (strncasecmp(text, label, length) != 0) {
        return NULL;
    }
    text += length;
    return text + strspn(text, ": ");
}

static void tool_add(struct spring_reading *reading, const char *title, size_t length) {
    while (length > 0 && (title[length - 1] == '.' || title[length - 1] == ' ')) {
        length--;
    }
    if (length == 0) {
        return;
    }
    const char **cells = new_rows_add(reading->rows, SCHEMA_TOOLS);
    cells[TOOL_PRACTICE] = reading->practice;
    cells[TOOL_QUESTION] = reading->question;
    cells[TOOL_POSITION] = arena_printf(reading->arena, "%zu", ++reading->tools);
    cells[TOOL_TITLE] = arena_copy(reading->arena, title, length);
    reading->counts->tools++;
}

/* Each part between semicolons is a tool. */
static void tools_add(struct spring_reading *reading, const char *text) {
    const char *more = label_behind(text, "inspiring tools");
    text = more ? more : text;
    while (*text) {
        const size_t length = strcspn(text, ";");
        tool_add(reading, text, length);
        text += length;
        text += strspn(text, "; ");
    }
}

static bool take_label(struct spring_reading *reading) {
    const char *tools = label_behind(reading->line->text, "inspiring tools");
    const char *checklist = label_behind(reading->line->text, "good practice checklist");
    if (!reading->question || (!tools && !checklist)) {
        /* The head of the page. */
        return label_behind(reading->line->text, "good practice criteria") != NULL;
    }
    reading->part = tools ? SPRING_TOOLS : SPRING_CHECKLIST;
    if (tools) {
        tools_add(reading, tools);
    }
    return true;
}

/* The row of a mark in this practice, or NULL. */
static const char **mark_find(const struct spring_reading *reading, const char *item) {
    const struct new_rows_file *marks = &reading->rows->files[SCHEMA_MARKS];
    for (size_t i = reading->practice_from[SCHEMA_MARKS]; i < marks->count; i++) {
        if (strcmp(marks->rows[i][MARK_ITEM], item) == 0) {
            return marks->rows[i];
        }
    }
    return NULL;
}

static void mark_add(struct spring_reading *reading, const char *item) {
    static const enum mark marks[] = {
        [PAGE_PLAIN] = MARK_UNMARKED, [PAGE_TICK] = MARK_MET, [PAGE_DASH] = MARK_NOT_MET};
    const enum page_sign sign = reading->line->sign;
    const char *name = catalogue_mark_name(marks[sign]);
    const char **cells = mark_find(reading, item);
    reading->counts->met += sign == PAGE_TICK;
    reading->counts->not_met += sign == PAGE_DASH;
    reading->counts->unmarked += sign == PAGE_PLAIN;
    if (cells) {
        spring_tell(reading, strcmp(cells[MARK_MARK], name) == 0
                                 ? _("this item is here twice; it is taken once")
                                 : _("this item is here twice, with another mark; the first is "
                                     "taken"));
        return;
    }
    spring_need_item(reading, item);
    cells = new_rows_add(reading->rows, SCHEMA_MARKS);
    cells[MARK_PRACTICE] = reading->practice;
    cells[MARK_ITEM] = item;
    cells[MARK_MARK] = name;
}

static bool item_there(const struct spring_reading *reading, const char *id) {
    return (reading->into && catalogue_item(reading->into, id)) ||
           new_rows_find(reading->rows, SCHEMA_ITEMS, id);
}

/* What the grid does not have is an item only with a sign, and below the checklist's label. */
static bool take_item(struct spring_reading *reading) {
    const bool listed = reading->part == SPRING_CHECKLIST;
    if (!reading->question || (reading->line->sign == PAGE_PLAIN && !listed)) {
        return false;
    }
    const struct spring_entry *entry = spring_grid_item(reading->line->text, reading->question,
                                                        reading->arena);
    if (!entry && (reading->line->sign == PAGE_PLAIN || !listed)) {
        return false;
    }
    const char *id = entry ? entry->id : spring_other(reading, SCHEMA_ITEMS, reading->question);
    if (!entry && !item_there(reading, id)) {
        spring_tell(reading, _("an item that the grid does not have; it is new in the checklist"));
    }
    reading->part = SPRING_CHECKLIST;
    mark_add(reading, id);
    return true;
}

/* A sign on a line of its own belongs to the item on the next one. */
static bool take_sign(struct spring_reading *reading) {
    const enum page_sign sign = page_sign_alone(reading->line->text);
    struct page_line *next = reading->line + 1;
    if (sign == PAGE_PLAIN) {
        return false;
    }
    if (reading->question && next < reading->end && next->sign == PAGE_PLAIN &&
        spring_grid_item(next->text, reading->question, reading->arena)) {
        next->sign = sign;
    } else {
        spring_tell(reading, _("not understood, and left out"));
    }
    return true;
}

/* The line with its sign, which there is in a list of points. */
static const char *line_text(const struct spring_reading *reading) {
    static const char *const signs[] = {[PAGE_PLAIN] = "", [PAGE_TICK] = "✓ ", [PAGE_DASH] = "– "};
    return arena_printf(reading->arena, "%s%s", signs[reading->line->sign], reading->line->text);
}

static bool take_text(struct spring_reading *reading) {
    if (reading->part == SPRING_TOOLS) {
        tools_add(reading, reading->line->text);
        return true;
    }
    if (reading->part != SPRING_ANSWER) {
        return false;
    }
    if (!reading->answer) {
        reading->answer = new_rows_add(reading->rows, SCHEMA_ANSWERS);
        reading->answer[ANSWER_PRACTICE] = reading->practice;
        reading->answer[ANSWER_QUESTION] = reading->question;
        reading->answer[ANSWER_TEXT] = line_text(reading);
        reading->counts->answers++;
        return true;
    }
    if (!strchr(reading->line->text, ' ')) {
        spring_tell(reading, _("a single word between the texts; it is kept in the answer"));
    }
    reading->answer[ANSWER_TEXT] = arena_printf(reading->arena, "%s\n\n%s",
                                                reading->answer[ANSWER_TEXT], line_text(reading));
    return true;
}

/* What a line can be, the surest first. */
static bool (*const takes[])(struct spring_reading *) = {
    take_label, take_sign, take_name, take_criterion, take_question, take_item, take_text,
};

void spring_rows(struct new_rows *rows, const struct page *page, const char *name,
                 const struct catalogue *into, struct spring_counts *counts,
                 struct fault_list *told) {
    struct spring_reading reading = {
        .rows = rows,
        .arena = rows->arena,
        .into = into,
        .counts = counts,
        .told = told,
        .name = name,
        .slug = slug_make(rows->arena, "spring-", file_stem(rows->arena, name)),
        .end = page->lines + page->count,
    };
    *counts = (struct spring_counts){.practices = 0};
    for (size_t i = 0; i < page->count; i++) {
        reading.line = &page->lines[i];
        size_t take = 0;
        while (take < COUNT(takes) && !takes[take](&reading)) {
            take++;
        }
        if (take == COUNT(takes)) {
            spring_tell(&reading, _("not understood, and left out"));
        }
    }
    practice_end(&reading);
    fault_list_order(told); /* a practice is told of when it ends */
    counts->criteria = reading.criteria.count;
    counts->questions = reading.questions.count;
    counts->items = reading.items.count;
}
