/*
 * practice: a practice and, question by question, its answer, checklist and tools; an own one
 * beside its model. What its files share.
 */
#ifndef VADEMECUM_SCREENS_PRACTICE_H
#define VADEMECUM_SCREENS_PRACTICE_H

#include "vademecum/desk/desk.h"

#include <stdbool.h>
#include <stddef.h>

/* Its panels; those between Criteria and Tools are read from above to below. */
enum {
    PRACTICE_CRITERIA,  /* About, then criteria and their questions */
    PRACTICE_ABOUT,     /* the practice's facts, in place of all that belongs to a question */
    PRACTICE_CHECKLIST, /* the question's items */
    PRACTICE_ASK,       /* what to ask about the item in focus */
    PRACTICE_YOU,       /* what the reviewer says of it */
    PRACTICE_ANSWER,    /* how the practice, or the model, does what the question asks */
    PRACTICE_GUIDE,     /* what others did who had to do with the question */
    PRACTICE_MORE,      /* who does this well, how many tools there are */
    PRACTICE_TOOLS      /* inspiring tools */
};

struct practice_screen {
    struct subject subject;       /* that is reviewed */
    const struct practice *model; /* whose answers and tools are shown: the same, or its model */
    const struct checklist *checklist; /* by which it is shown; may be NULL */
    bool hide_answered;                /* Checklist and `.` show unanswered items only … */
    const struct item *just_set;       /* … and the one that was answered last */
    const struct item *at;             /* the item that was in focus after the last key */
    uint64_t events;                   /* of the review, then */
    size_t hit;                        /* the text that n went to last, or SIZE_MAX */
    bool complete;                     /* every item has a mark … */
    const struct item *last;           /* … and this one got it last */
};

/* A tool as the Tools panel lists it. */
enum tool_place {
    TOOL_OF_QUESTION,
    TOOL_OWN, /* of the question too, but the reviewer's */
    TOOL_OF_PRACTICE,
    TOOL_ELSEWHERE,
    TOOL_PLACES
};
struct tool_entry {
    const struct tool *tool; /* NULL for an own one */
    const char *own;         /* what the reviewer wrote: its title, then a link; else NULL */
    enum tool_place place;
};

/* practice_state.c: what is in focus. */
struct practice_screen *practice_of(const struct desk *desk);
struct panel practice_panel(int number);
size_t practice_focus(const struct desk *desk, int number);

/* The question in the focus of Criteria; NULL when that is on About. */
const struct question *practice_question(const struct desk *desk);

/* The item in the focus of Checklist, of any entry of it, NULL when there is none; how many. */
const struct item *practice_item(const struct desk *desk);
const struct item *practice_item_at(const struct desk *desk, size_t entry);
size_t practice_items(const struct desk *desk);

/* How many items of a question, which may be NULL, Checklist would list. */
size_t practice_items_of(const struct desk *desk, const struct question *question);

/* Whether the focus is on an item, or on what stands under the items about it. */
bool practice_on_item(const struct desk *desk);

/* Moves Criteria to a question, and Checklist to an item of it, which may be NULL. */
void practice_go_question(struct desk *desk, const struct question *question);
void practice_go_item(struct desk *desk, const struct item *item);

/*
 * Keeps the focus on the item when others have come into the list or left it; false when it is not
 * listed.
 */
bool practice_stay(struct desk *desk, const struct item *item);

/* Shows a practice at the question that was in focus; Home moves to it when it is listed. */
void practice_show(struct desk *desk, const struct subject *subject);

/* practice_tools.c: the tools: how many, how many of them can be opened, the one in focus. */
size_t practice_tool_count(const struct desk *desk);
size_t practice_tools_linked(const struct desk *desk, size_t *linked);
struct tool_entry practice_tool_here(const struct desk *desk);
void practice_tools_rows(const struct desk *desk, struct rows *rows);

/* practice_open.c: what the focus is on, and the field that `e` writes there; Enter and `o`. */
struct place practice_place(const struct desk *desk);
const char *practice_field(const struct desk *desk);
void practice_write(struct desk *desk);
void practice_open_question(struct desk *desk, size_t entry); /* in Criteria */
void practice_open_first(struct desk *desk, size_t entry);    /* in About: on to the questions */
void practice_open_item(struct desk *desk, size_t entry);     /* in Checklist */
void practice_open_items(struct desk *desk, size_t entry);    /* in what lies under it */
void practice_open_tool(struct desk *desk, size_t entry);
void practice_open_link(struct desk *desk);

/* Whether the evidence of the item in focus is, or has, a link. */
bool practice_evidence_link(const struct desk *desk);

/* practice_mark.c: whether every item has a mark; an item got one, which may be the last. */
bool practice_complete(const struct desk *desk);
void practice_marked(struct desk *desk, const struct item *item);

/* practice_hits.c: to the next or previous match in the practice; false when there is none. */
bool practice_hit(struct desk *desk, int step);

/* practice_walk.c: to the next or previous unanswered item, or item. */
void practice_unanswered(struct desk *desk, int step);
void practice_walk(struct desk *desk, int step);

/* What lies left and right of the column that is seen. */
const char *practice_stops(const struct desk *desk, int room, struct arena *arena);

/* practice_criteria.c, practice_rows.c, practice_item.c: the other panels. */
void practice_criteria_rows(const struct desk *desk, struct rows *rows);
void practice_answer_rows(const struct desk *desk, struct rows *rows);
void practice_about_rows(const struct desk *desk, struct rows *rows);
void practice_checklist_rows(const struct desk *desk, struct rows *rows);
void practice_ask_rows(const struct desk *desk, struct rows *rows);
void practice_you_rows(const struct desk *desk, struct rows *rows);
void practice_more_rows(const struct desk *desk, struct rows *rows);

/* Whether the question is about the user's own place, of which no source can have said anything. */
bool practice_own_place(const struct question *question);

/* practice_guide.c: whether there are guides for the question in focus; the panel with them. */
bool practice_guided(const struct desk *desk);
void practice_guide_rows(const struct desk *desk, struct rows *rows);

/*
 * practice_others.c: adds what other reviewers say of an item; texts are indented by `indent`
 * columns or more.
 */
void practice_others_add(const struct desk *desk, const struct item *item, int indent,
                         struct rows *rows);

/* Whether another reviewer has marked an item of the practice. */
bool practice_others(const struct desk *desk);

/* practice_bars.c: title and footer. The verbs of panels, and of the screen. */
extern const struct verb practice_checklist_verbs[];
extern const struct verb practice_about_verbs[];
extern const struct verb practice_tools_verbs[];
extern const struct verb practice_verbs[];
const char *practice_source_word(const struct desk *desk);
size_t practice_crumbs(const struct desk *desk, const char *crumbs[CRUMBS_MAX],
                       struct arena *arena);
bool practice_progress(const struct desk *desk, size_t *count, size_t *of);
const char *practice_status(const struct desk *desk, int columns, int room, struct arena *arena);

#endif
