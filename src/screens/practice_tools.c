#include "vademecum/base/i18n.h"
#include "vademecum/screens/practice.h"

#include <string.h>
#include <strings.h>

enum {
    ELSEWHERE_MOST = 20 /* tools of other practices: more than a person looks through */
};

/* What the reviewer wrote as a tool for the question in focus; "" when nothing. */
static const char *own_tool(const struct desk *desk) {
    const struct question *question = practice_question(desk);
    return question ? work_value(desk, practice_of(desk)->subject.id,
                                 record_cell(&question->record, QUESTION_ID), "tool")
                    : "";
}

size_t practice_tool_count(const struct desk *desk) {
    const struct question *question = practice_question(desk);
    size_t count = *own_tool(desk) ? 1 : 0;
    for (struct tool *tool = practice_of(desk)->model->tools; tool; tool = tool->next) {
        count++;
    }
    const size_t most = count + ELSEWHERE_MOST;
    for (struct tool *tool = question ? question->tools : NULL; tool && count < most;
         tool = tool->next_practice) {
        count += tool->practice != practice_of(desk)->model;
    }
    return count;
}

/* Whether there is something to open. */
static bool tool_linked(const struct desk *desk, const struct tool *tool) {
    return *record_cell(&tool->record, TOOL_FILE) || *work_tool_link(desk, tool);
}

/*
 * The tool of the practice, for this question or another, or of others, that stands at `*left`,
 * which is counted down on the way; NULL: none.
 */
static const struct tool *own_practice_tool(const struct desk *desk, bool here, bool linked,
                                            size_t *left) {
    const struct question *question = practice_question(desk);
    for (struct tool *tool = practice_of(desk)->model->tools; tool; tool = tool->next) {
        if ((tool->question == question) == here && tool_linked(desk, tool) == linked &&
            (*left)-- == 0) {
            return tool;
        }
    }
    return NULL;
}

static const struct tool *elsewhere_tool(const struct desk *desk, bool linked, size_t *left) {
    const struct question *question = practice_question(desk);
    size_t seen = 0;
    for (struct tool *tool = question ? question->tools : NULL; tool && seen < ELSEWHERE_MOST;
         tool = tool->next_practice) {
        if (tool->practice == practice_of(desk)->model) {
            continue;
        }
        seen++;
        if (tool_linked(desk, tool) == linked && (*left)-- == 0) {
            return tool;
        }
    }
    return NULL;
}

/*
 * First the tools of this question, then the reviewer's own for it, then the practice's others,
 * then those of other practices; of each kind those with a link first.
 */
static struct tool_entry tool_at(const struct desk *desk, size_t entry) {
    const char *own = own_tool(desk);
    size_t left = entry;
    for (enum tool_place place = TOOL_OF_QUESTION; place < TOOL_PLACES; place++) {
        if (place == TOOL_OWN) {
            if (*own && left-- == 0) {
                return (struct tool_entry){.own = own, .place = place};
            }
            continue;
        }
        for (int linked = 1; linked >= 0; linked--) {
            const struct tool *tool =
                place == TOOL_ELSEWHERE
                    ? elsewhere_tool(desk, linked, &left)
                    : own_practice_tool(desk, place == TOOL_OF_QUESTION, linked, &left);
            if (tool) {
                return (struct tool_entry){.tool = tool, .place = place};
            }
        }
    }
    return (struct tool_entry){.place = TOOL_PLACES};
}

size_t practice_tools_linked(const struct desk *desk, size_t *linked) {
    const size_t count = practice_tool_count(desk);
    *linked = 0;
    for (struct tool *tool = practice_of(desk)->model->tools; tool; tool = tool->next) {
        *linked += tool_linked(desk, tool);
    }
    const struct question *question = practice_question(desk);
    size_t seen = 0;
    for (struct tool *tool = question ? question->tools : NULL; tool && seen < ELSEWHERE_MOST;
         tool = tool->next_practice) {
        const bool other = tool->practice != practice_of(desk)->model;
        seen += other;
        *linked += other && tool_linked(desk, tool);
    }
    *linked += work_link_in(own_tool(desk)).length > 0;
    return count;
}

struct tool_entry practice_tool_here(const struct desk *desk) {
    const size_t focus = practice_focus(desk, PRACTICE_TOOLS);
    if (stack_focus_of(desk, SCREEN_PRACTICE) != PRACTICE_TOOLS ||
        focus >= practice_tool_count(desk)) {
        return (struct tool_entry){.place = TOOL_PLACES};
    }
    return tool_at(desk, focus);
}

/* How many tools of other practices for the question are too many to be entries. */
static size_t elsewhere_left(const struct desk *desk) {
    const struct question *question = practice_question(desk);
    size_t elsewhere = question ? question->tool_count : 0;
    for (struct tool *tool = practice_of(desk)->model->tools; tool; tool = tool->next) {
        elsewhere -= tool->question == question;
    }
    return elsewhere > ELSEWHERE_MOST ? elsewhere - ELSEWHERE_MOST : 0;
}

/* An address on one line, whole while its tool is in focus. */
static void address_add(const struct desk *desk, const char *address, size_t place,
                        struct rows *rows) {
    const bool focused = stack_focus_of(desk, SCREEN_PRACTICE) == PRACTICE_TOOLS &&
                         practice_focus(desk, PRACTICE_TOOLS) == place;
    const int room = rows->width - 2 * ROWS_INDENT - 1;
    rows_add_under(rows, ROLE_LINK, place,
                   focused ? address : rows_address(desk, address, room, rows->arena));
}

/* The reviewer's own tool: the link that ends it has a row of its own, as others' have. */
static void own_tool_add(const struct desk *desk, const char *text, size_t place,
                         struct rows *rows) {
    const struct span link = work_link_in(text);
    const bool last = link.length && !link.start[link.length];
    size_t title = last ? (size_t)(link.start - text) : strlen(text);
    while (last && title > 0 && strchr(" ,;:\n\t", text[title - 1])) {
        title--;
    }
    if (title == 0) {
        rows_add_entry(rows, place, text);
        return;
    }
    rows_add_entry(rows, place, arena_copy(rows->arena, text, title));
    if (link.length) {
        address_add(desk, arena_copy(rows->arena, link.start, link.length), place, rows);
    } else {
        rows_add_under(rows, ROLE_DIM, place, _("no link; e writes one"));
    }
}

/* A title such as "Read more here" was the text of a link, and says nothing without it. */
static bool title_points(const char *title) {
    static const char here[] = "here";
    const size_t length = strlen(title);
    const size_t dots = length > 0 && title[length - 1] == '.';
    const size_t word = strlen(here) + dots;
    return length >= word && strncasecmp(title + length - word, here, strlen(here)) == 0 &&
           (length == word || title[length - word - 1] == ' ');
}

/* Others' tools are many: their notes wait until they are looked at. */
static bool note_shown(const struct desk *desk, const struct tool_entry *entry, size_t place) {
    return entry->place != TOOL_ELSEWHERE || practice_focus(desk, PRACTICE_TOOLS) == place ||
           title_points(record_cell(&entry->tool->record, TOOL_TITLE));
}

static void tool_add(const struct desk *desk, const struct tool_entry *entry, size_t place,
                     struct rows *rows) {
    const struct tool *tool = entry->tool;
    if (entry->place == TOOL_OWN) {
        own_tool_add(desk, entry->own, place, rows);
        return;
    }
    const char *url = work_tool_link(desk, tool);
    const char *file = record_cell(&tool->record, TOOL_FILE);
    const char *note = rows_cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_NOTE);
    rows_add_entry(rows, place, rows_cell(desk, SCHEMA_TOOLS, &tool->record, TOOL_TITLE));
    if (entry->place == TOOL_ELSEWHERE) {
        rows_add_under(rows, ROLE_TEXT, place,
                       arena_printf(rows->arena, _("of %s"),
                                    rows_cell(desk, SCHEMA_PRACTICES, &tool->practice->record,
                                              PRACTICE_TITLE)));
    }
    if (!tool_linked(desk, tool)) {
        rows_add_under(rows, ROLE_DIM, place, _("no link"));
        return;
    }
    address_add(desk, *file ? file : url, place, rows);
    if (*note && note_shown(desk, entry, place)) {
        rows_add_under(rows, ROLE_TEXT, place, note);
    }
}

void practice_tools_rows(const struct desk *desk, struct rows *rows) {
    static const char *const headings[TOOL_PLACES] = {
        [TOOL_OF_QUESTION] = N_("This question"),
        [TOOL_OWN] = N_("Yours"),
        [TOOL_OF_PRACTICE] = N_("This practice's other questions"),
        [TOOL_ELSEWHERE] = N_("Same question elsewhere"),
    };
    const size_t count = practice_tool_count(desk);
    size_t entry = 0;
    rows->title = rows->width < ROWS_NARROW ? _("Tools") : _("Inspiring tools");
    for (enum tool_place place = TOOL_OF_QUESTION; place < TOOL_PLACES; place++) {
        const size_t first = entry;
        const bool here = entry < count && tool_at(desk, entry).place == place;
        /* Say that there are none only for this question. */
        if (!here && place != TOOL_OF_QUESTION) {
            continue;
        }
        if (place != TOOL_OWN) {
            rows_add_gap(rows);
        }
        const bool models = place == TOOL_OF_PRACTICE && !practice_of(desk)->subject.practice;
        rows_add(rows, ROLE_HEADING, 0,
                 models ? _("The model's other questions") : _(headings[place]));
        while (entry < count && tool_at(desk, entry).place == place) {
            const struct tool_entry tool = tool_at(desk, entry);
            tool_add(desk, &tool, entry, rows);
            entry++;
        }
        if (entry == first) {
            rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("none"));
        }
    }
    const size_t left = elsewhere_left(desk);
    if (left > 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 arena_printf(rows->arena, _("and %zu more: w shows who has them"), left));
    }
}
