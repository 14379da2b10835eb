#include "vademecum/desk/tools.h"

#include <stdio.h>
#include <string.h>

enum {
    ELSEWHERE_MOST = 20, /* tools of other practices: more than a person looks through */
    TOOL_KEY_MAX = 512   /* bytes of a tool's key: two ids and a number */
};

static const char *own_tool(const struct session *session);

size_t tools_count(const struct session *session) {
    const struct question *question = session_question(session);
    size_t count = *own_tool(session) ? 1 : 0;
    for (struct tool *tool = session->practice->tools; tool; tool = tool->next) {
        count++;
    }
    const size_t most = count + ELSEWHERE_MOST;
    for (struct tool *tool = question ? question->tools : NULL; tool && count < most;
         tool = tool->next_practice) {
        count += tool->practice != session->practice;
    }
    return count;
}

struct tool_entry tools_here(const struct session *session) {
    const enum panel panel = session_panel(session);
    const struct panel_state *state = &session->panels[panel];
    const bool lists_tools = panel == PANEL_TOOLS || panel == PANEL_ABOUT;
    /* About has a long text before its tools. */
    const bool seen = state->focus_top >= state->above &&
                      state->focus_top < state->above + state->visible;
    if (!lists_tools || !seen || state->focus >= tools_count(session)) {
        return (struct tool_entry){.place = TOOL_PLACES};
    }
    return session_tool(session, state->focus);
}

const char *tools_link(const struct session *session, const struct tool_entry *entry,
                       const char **file) {
    *file = NULL;
    if (entry->place == TOOL_OWN) {
        const struct span link = session_own_tool_link(entry->own);
        return arena_copy(session->arena, link.start, link.length);
    }
    const char *path = record_cell(&entry->tool->record, TOOL_FILE);
    *file = *path ? path : NULL;
    return session_tool_link(session, entry->tool);
}

/*
 * First the tools of this question, then the reviewer's own for it, then the practice's others,
 * then those of other practices.
 */
struct tool_entry session_tool(const struct session *session, size_t entry) {
    const struct question *question = session_question(session);
    const struct practice *practice = session->practice;
    const char *own = own_tool(session);
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

size_t session_tools_left(const struct session *session) {
    const struct question *question = session_question(session);
    size_t elsewhere = question ? question->tool_count : 0;
    for (struct tool *tool = session->practice->tools; tool; tool = tool->next) {
        elsewhere -= tool->question == question;
    }
    return elsewhere > ELSEWHERE_MOST ? elsewhere - ELSEWHERE_MOST : 0;
}

const char *session_tool_link(const struct session *session, const struct tool *tool) {
    char key[TOOL_KEY_MAX];
    const struct record *record = &tool->record;
    const char *url = record_cell(record, TOOL_URL);
    if (*url) {
        return url;
    }
    snprintf(key, sizeof key, "%s/%s/%s", record_cell(record, TOOL_PRACTICE),
             record_cell(record, TOOL_QUESTION), record_cell(record, TOOL_POSITION));
    return session_written(session, "", key, "tool.url");
}

struct span session_own_tool_link(const char *text) {
    static const char *const schemes[] = {"https://", "http://"};
    static const char blanks[] = " \t\n";
    const char *word = text;
    while (*word) {
        const size_t length = strcspn(word, blanks);
        for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
            if (strncmp(word, schemes[i], strlen(schemes[i])) == 0) {
                return (struct span){word, length};
            }
        }
        word += length;
        word += strspn(word, blanks);
    }
    return (struct span){word, 0};
}

/* What the reviewer wrote as a tool for the question in focus; "" when nothing. */
static const char *own_tool(const struct session *session) {
    const struct question *question = session_question(session);
    return question ? session_value(session, session->subject,
                                    record_cell(&question->record, QUESTION_ID), "tool")
                    : "";
}
