#include "vademecum/base/i18n.h"
#include "vademecum/screens/practice.h"

#include <string.h>

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

/*
 * First the tools of this question, then the reviewer's own for it, then the practice's others,
 * then those of other practices.
 */
static struct tool_entry tool_at(const struct desk *desk, size_t entry) {
    const struct question *question = practice_question(desk);
    const struct practice *practice = practice_of(desk)->model;
    const char *own = own_tool(desk);
    size_t left = entry;
    for (enum tool_place place = TOOL_OF_QUESTION; place <= TOOL_OF_PRACTICE; place++) {
        if (place == TOOL_OWN && *own && left-- == 0) {
            return (struct tool_entry){.own = own, .place = place};
        }
        for (struct tool *tool = practice->tools; tool && place != TOOL_OWN; tool = tool->next) {
            const bool here = tool->question == question;
            if (here == (place == TOOL_OF_QUESTION) && left-- == 0) {
                return (struct tool_entry){.tool = tool, .place = place};
            }
        }
    }
    for (struct tool *tool = question ? question->tools : NULL; tool; tool = tool->next_practice) {
        if (tool->practice != practice && left-- == 0) {
            return (struct tool_entry){.tool = tool, .place = TOOL_ELSEWHERE};
        }
    }
    return (struct tool_entry){.place = TOOL_PLACES};
}

struct tool_entry practice_tool_here(const struct desk *desk) {
    const struct panel panel = stack_panel(desk);
    const struct window *window = window_of(desk, panel);
    const bool lists_tools = panel.number == PRACTICE_TOOLS || panel.number == PRACTICE_ABOUT;
    /* About has a long text before its tools. */
    if (!lists_tools || !window_shows_focus(window) || window->focus >= practice_tool_count(desk)) {
        return (struct tool_entry){.place = TOOL_PLACES};
    }
    return tool_at(desk, window->focus);
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

/* The reviewer's own tool: the link that ends it has a row of its own, as others' have. */
static void own_tool_add(const char *text, size_t place, struct rows *rows) {
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
    rows_add_under(rows, ROLE_LINK, place,
                   last          ? link.start
                   : link.length ? arena_copy(rows->arena, link.start, link.length)
                                 : _("no link recorded"));
}

static void tool_add(const struct desk *desk, const struct tool_entry *entry, size_t place,
                     struct rows *rows) {
    const struct tool *tool = entry->tool;
    if (entry->place == TOOL_OWN) {
        own_tool_add(entry->own, place, rows);
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
    rows_add_under(rows, ROLE_LINK, place, *file ? file : *url ? url : _("no link recorded"));
    /* Others' tools are many: their notes wait until they are looked at. */
    if (*note &&
        (entry->place != TOOL_ELSEWHERE || practice_focus(desk, PRACTICE_TOOLS) == place)) {
        rows_add_under(rows, ROLE_TEXT, place, note);
    }
}

void practice_tool_add(const struct desk *desk, size_t entry, struct rows *rows) {
    const struct tool_entry tool = tool_at(desk, entry);
    tool_add(desk, &tool, entry, rows);
}

/* How many practices meet the item in focus, and the key that shows them. */
static void who_add(const struct desk *desk, struct rows *rows) {
    const struct item *item = practice_item(desk);
    if (!item) {
        return;
    }
    rows_add_gap(rows);
    rows_add(rows, ROLE_HEADING, 0, _("Who does this well"));
    rows_add(rows, ROLE_TEXT, ROWS_INDENT,
             arena_printf(rows->arena, _("%zu of %zu practices: w"), item->met,
                          desk->work.catalogue->practice_count));
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
        /* That this question has none is worth saying; of the others it is not. */
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
    who_add(desk, rows);
}
