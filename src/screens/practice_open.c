#include "vademecum/base/i18n.h"
#include "vademecum/desk/act.h"
#include "vademecum/screens/practice.h"

#include <string.h>

/* --- what the focus is on -------------------------------------------------------------------- */

/* The tool in focus when its link is not in the catalogue, so that the reviewer can write it; or
 * NULL. */
static const struct tool *linkless_tool(const struct desk *desk) {
    const struct tool *tool = practice_tool_here(desk).tool;
    const bool linked = tool && (*record_cell(&tool->record, TOOL_URL) ||
                                 *record_cell(&tool->record, TOOL_FILE));
    return linked ? NULL : tool;
}

const char *practice_field(const struct desk *desk) {
    if (stack_focus_of(desk, SCREEN_PRACTICE) == PRACTICE_TOOLS) {
        return linkless_tool(desk) ? "tool.url" : practice_question(desk) ? "tool" : "note";
    }
    return practice_on_item(desk)     ? "comment"
           : practice_question(desk) ? "answer"
                                     : "note";
}

struct place practice_place(const struct desk *desk) {
    return (struct place){
        .practice = &practice_of(desk)->subject,
        .question = practice_question(desk),
        .item = practice_item(desk),
        .tool = linkless_tool(desk),
        .field = practice_field(desk),
        .marked = practice_on_item(desk),
    };
}

/* An address is one line, all else may be long. */
void practice_write(struct desk *desk) {
    const struct place here = practice_place(desk);
    desk_go(desk, here.tool ? SCREEN_LINE : SCREEN_WRITE, &here);
}

/* --- Enter ----------------------------------------------------------------------------------- */

void practice_open_question(struct desk *desk, size_t entry) {
    (void)entry;
    desk_focus(desk, practice_question(desk) ? PRACTICE_CHECKLIST : PRACTICE_ABOUT);
}

void practice_open_first(struct desk *desk, size_t entry) {
    (void)entry;
    const struct checklist *checklist = practice_of(desk)->checklist;
    if (checklist && checklist->question_count > 0) {
        practice_go_question(desk, &checklist->questions[0]);
        desk_focus(desk, PRACTICE_CHECKLIST);
    }
}

void practice_open_items(struct desk *desk, size_t entry) {
    (void)entry;
    desk_focus(desk, PRACTICE_CHECKLIST);
}

void practice_open_item(struct desk *desk, size_t entry) {
    (void)entry;
    struct place here = practice_place(desk);
    here.field = "verdict";
    if (desk->work.log && here.item) {
        desk_go(desk, SCREEN_CHOICE, &here);
    } else {
        desk_focus(desk, PRACTICE_TOOLS);
    }
}

void practice_open_tool(struct desk *desk, size_t entry) {
    (void)entry;
    const struct tool_entry here = practice_tool_here(desk);
    const char *file = here.tool ? record_cell(&here.tool->record, TOOL_FILE) : "";
    const struct span own = here.own ? work_link_in(here.own) : (struct span){"", 0};
    const char *url = here.tool ? work_tool_link(desk, here.tool)
                                : arena_copy(desk->arena, own.start, own.length);
    if (*file || *url) {
        desk_open_link(desk, url, file);
    } else if (here.place == TOOL_PLACES) {
        notice_say(desk, _("There are no tools here."));
    } else {
        notice_say(desk, desk->work.log
                             ? _("This tool has no link. e writes one down if you find it.")
                             : _("This tool has no link."));
    }
}

/* --- o --------------------------------------------------------------------------------------- */

/* The link in the evidence of the item in focus; of length 0: none. */
static struct span evidence_link(const struct desk *desk) {
    const struct item *item = practice_on_item(desk) ? practice_item(desk) : NULL;
    return item ? work_link_in(work_value(desk, practice_of(desk)->subject.id,
                                          record_cell(&item->record, ITEM_ID), "evidence"))
                : (struct span){"", 0};
}

bool practice_evidence_link(const struct desk *desk) {
    return evidence_link(desk).length > 0;
}

/* Opens the evidence of an item, else goes to the tools; the link of a tool; else the website. */
void practice_open_link(struct desk *desk) {
    const struct span evidence = evidence_link(desk);
    if (evidence.length > 0) {
        desk_open_link(desk, arena_copy(desk->arena, evidence.start, evidence.length), "");
    } else if (stack_panel(desk).number == PRACTICE_TOOLS) {
        practice_open_tool(desk, 0);
    } else if (practice_on_item(desk)) {
        desk_focus(desk, PRACTICE_TOOLS);
    } else {
        desk_open_link(desk, work_link_of(desk, &practice_of(desk)->subject), "");
    }
}
