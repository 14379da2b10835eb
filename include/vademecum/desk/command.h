/*
 * command: lists everything that a user can do. The keymap, the help, the menu, the footer,
 * `vademecum keys` and the tests are made from this list.
 */
#ifndef VADEMECUM_DESK_COMMAND_H
#define VADEMECUM_DESK_COMMAND_H

#include "vademecum/base/i18n.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * X(constant, name, keys, group, needs, footer, help)
 * name: what the user types after `:`.
 * keys: in the notation of keymap.h, with blanks between them; the first is the one shown.
 * needs: what must be there before it can be done, enum command_needs joined; 0: nothing.
 * footer: one or two words for the footer; help: a sentence for help and menu.
 */
#define COMMAND_LIST(X)                                                                            \
    X(DOWN, "down", "<Down> j", MOVE, 0, N_("down"), N_("Go one row down"))                        \
    X(UP, "up", "<Up> k", MOVE, 0, N_("up"), N_("Go one row up"))                                  \
    X(RIGHT, "right", "<Right> l", MOVE, 0, N_("right"), N_("Go to the panel on the right"))       \
    X(LEFT, "left", "<Left> h", MOVE, 0, N_("left"), N_("Go to the panel on the left"))            \
    X(PAGE_DOWN, "page-down", "<PgDn>", MOVE, 0, N_("page down"), N_("Go one page down"))          \
    X(PAGE_UP, "page-up", "<PgUp>", MOVE, 0, N_("page up"), N_("Go one page up"))                  \
    X(FIRST, "first", "<Home> g", MOVE, 0, N_("top"), N_("Go to the first row"))                   \
    X(LAST, "last", "<End> G", MOVE, 0, N_("bottom"), N_("Go to the last row"))                    \
    X(NEXT_STOP, "next-panel", "<Tab>", MOVE, 0, N_("panel"), N_("Go to the next panel"))          \
    X(PREVIOUS_STOP, "previous-panel", "<S-Tab>", MOVE, 0, N_("panel back"),                       \
      N_("Go to the panel before"))                                                                \
    X(OPEN, "open", "<Enter>", MOVE, 0, N_("open"), N_("Open the row, or follow its link"))        \
    X(BACK, "back", "<Esc> <Backspace>", MOVE, 0, N_("back"), N_("Go back one step; never quits")) \
    X(NEXT_VERDICT, "next-verdict", "<Space>", MARK, NEED_TO_MARK, N_("mark"),                     \
      N_("Give the item the next mark: met, partly, not met, does not apply, not known, none"))    \
    X(MET, "met", "1", MARK, NEED_TO_MARK, N_("met"), N_("Mark the item as met"))                  \
    X(PARTLY, "partly", "2", MARK, NEED_TO_MARK, N_("partly"), N_("Mark the item as partly met"))  \
    X(NOT_MET, "not-met", "3", MARK, NEED_TO_MARK, N_("not met"), N_("Mark the item as not met"))  \
    X(NOT_APPLICABLE, "does-not-apply", "4", MARK, NEED_TO_MARK, N_("n/a"),                        \
      N_("Mark the item as one that does not apply"))                                              \
    X(NOT_KNOWN, "not-known", "0", MARK, NEED_TO_MARK, N_("not known"),                            \
      N_("Mark the item as asked, but nobody knows"))                                              \
    X(CLEAR, "clear", "<Delete>", MARK, NEED_TO_MARK, N_("clear"), N_("Remove your mark"))         \
    X(AS_LAST, "as-last", "=", MARK, NEED_TO_MARK, N_("as last time"),                             \
      N_("Give the item the mark and the comment that it had in the last round"))                  \
    X(NEXT_UNANSWERED, "next-unanswered", ".", REVIEW, NEED_REVIEWER | NEED_CHECKLIST, N_("next"), \
      N_("Go to the next item without your mark"))                                                 \
    X(PREVIOUS_UNANSWERED, "previous-unanswered", ",", REVIEW, NEED_REVIEWER | NEED_CHECKLIST,     \
      N_("unanswered before"), N_("Go to the item before without your mark"))                      \
    X(HIDE_ANSWERED, "hide-answered", "H", REVIEW, NEED_REVIEWER | NEED_CHECKLIST,                 \
      N_("hide answered"), N_("Show only unanswered items, or all"))                               \
    X(COMMENT, "comment", "e", REVIEW, NEED_TO_WRITE, N_("comment"),                               \
      N_("Write a comment on the item, your answer, your tool or your note"))                      \
    X(EDITOR, "editor", "E", REVIEW, NEED_TO_WRITE, N_("editor"),                                  \
      N_("Write the same in your own editor"))                                                     \
    X(EVIDENCE, "evidence", "i", REVIEW, NEED_TO_MARK, N_("evidence"),                             \
      N_("Write down what shows it: a photo, a page, a visit"))                                    \
    X(ENTER, "enter", "", REVIEW,                                                                  \
      NEED_REVIEWER | NEED_PRACTICE | NEED_CHECKLIST | NEED_WRITING | NEED_NOW, N_("form"),        \
      N_("Type in the answers of a form on paper: a code and signs for each question"))            \
    X(PLAN, "plan", "p", REVIEW, NEED_TO_MARK, N_("plan"), N_("Plan what to do about an item"))    \
    X(PLANS, "plans", "P", REVIEW, NEED_REVIEWER | NEED_CHECKLIST, N_("whole plan"),               \
      N_("Show the plan of this practice"))                                                        \
    X(SINCE, "since", "D", REVIEW, NEED_REVIEWER | NEED_CHECKLIST, N_("since last time"),          \
      N_("Show what has changed since the last round, worst first"))                               \
    X(STORY, "story", "", REVIEW, NEED_REVIEWER | NEED_ITEM, N_("story"),                          \
      N_("Show the story of the item: all that was said of it, to take it back"))                  \
    X(TRANSFER, "transfer", "T", REVIEW, NEED_REVIEWER | NEED_CHECKLIST | NEED_WRITING | NEED_NOW, \
      N_("take over"), N_("Plan for your practice what would not work here"))                      \
    X(WHO, "who", "w", REVIEW, NEED_ITEM, N_("who"),                                               \
      N_("Show who meets the item, with their answers and tools"))                                 \
    X(ADD, "add", "a", REVIEW, NEED_REVIEWER | NEED_NOW, N_("add my practice"),                    \
      N_("Add a practice of your own"))                                                            \
    X(FACTS, "facts", "A", REVIEW, NEED_REVIEWER | NEED_OWN | NEED_NOW, N_("its facts"),           \
      N_("Write down the facts of your practice"))                                                 \
    X(SETTINGS, "settings", "r", REVIEW, NEED_REVIEWER | NEED_PRACTICE | NEED_NOW,                 \
      N_("review settings"), N_("Choose checklist, model and status of the review; your name"))    \
    X(REVIEWER, "reviewer", "", REVIEW, NEED_REVIEWER | NEED_NOW, N_("another reviewer"),          \
      N_("Review under another name, when somebody else sits down"))                               \
    X(SHORTLIST, "shortlist", "b", REVIEW,                                                         \
      NEED_REVIEWER | NEED_PRACTICE | NEED_WRITING | NEED_NOW, N_("shortlist"),                    \
      N_("Put the practice on your shortlist, or take it off"))                                    \
    X(OFF_LIST, "off-list", "X", REVIEW, NEED_REVIEWER | NEED_OWN | NEED_NOW, N_("off the list"),  \
      N_("Take your practice off the list, or bring it back"))                                     \
    X(UNDO, "undo", "u <C-z>", REVIEW, NEED_REVIEWER | NEED_NOW, N_("undo"),                       \
      N_("Undo what you wrote last, a field at a time"))                                           \
    X(REDO, "redo", "<C-r> <C-y>", REVIEW, NEED_REVIEWER | NEED_NOW, N_("redo"),                   \
      N_("Redo what was undone"))                                                                  \
    X(GO_ON, "go-on", "", REVIEW, NEED_REVIEWER, N_("go on by itself"),                            \
      N_("After a mark by its digit, go on to the next item, or not; kept for the next start"))    \
    X(SEARCH, "search", "/ <C-f>", FIND, 0, N_("search"),                                          \
      N_("Search all texts of all practices; what is typed narrows the list at once"))             \
    X(NEXT_MATCH, "next-match", "n", FIND, 0, N_("next match"), N_("Go to the next match"))        \
    X(PREVIOUS_MATCH, "previous-match", "N", FIND, 0, N_("match before"),                          \
      N_("Go to the match before"))                                                                \
    X(FILTER, "filter", "f", FIND, 0, N_("filter"),                                                \
      N_("List only practices of a country, an area, with tools, ..."))                            \
    X(ALL, "all", "F", FIND, NEED_FILTERS, N_("all"), N_("Take all filters away"))                 \
    X(SORT, "sort", "s", FIND, 0, N_("sort"), N_("Choose the order of the practices"))             \
    X(GROUP, "group", "v", FIND, 0, N_("group"),                                                   \
      N_("Group the practices by country; again: by collection; again: not"))                      \
    X(NEXT_GROUP, "next-group", "}", FIND, 0, N_("next group"), N_("Go to the next group"))        \
    X(PREVIOUS_GROUP, "previous-group", "{", FIND, 0, N_("group before"),                          \
      N_("Go to the start of the group, then to the group before"))                                \
    X(OPEN_LINK, "open-link", "o", TAKE, 0, N_("open link"),                                       \
      N_("Open the link of the row or its evidence, else the website"))                            \
    X(REPORT, "report", "R", TAKE, NEED_REVIEWER | NEED_PRACTICE | NEED_WRITING, N_("report"),     \
      N_("Give it to somebody: a report, the plan, a form, a table or a calendar"))                \
    X(ROUND_BEFORE, "round-before", "<lt>", LOOK, NEED_REVIEWER | NEED_CHECKLIST, N_("as it was"), \
      N_("Show all as it was when a round was closed"))                                            \
    X(ROUND_AFTER, "round-after", ">", LOOK, 0, N_("on to now"),                                   \
      N_("Go on from there: to the round after, at last to now"))                                  \
    X(NEXT_PRACTICE, "next-practice", "J", LOOK, 0, N_("next practice"),                           \
      N_("Go to the next practice, at the same question"))                                         \
    X(PREVIOUS_PRACTICE, "previous-practice", "K", LOOK, 0, N_("practice before"),                 \
      N_("Go to the practice before, at the same question"))                                       \
    X(COMPARE, "compare", "c", LOOK, NEED_PRACTICE | NEED_OTHERS | NEED_CHECKLIST, N_("compare"),  \
      N_("Put another practice or its last round beside it"))                                      \
    X(DIFFERENCES, "differences", "d", LOOK, 0, N_("differences"),                                 \
      N_("While comparing: show only where one is ahead, or all"))                                 \
    X(DIFFER, "differ", "V", LOOK, NEED_REVIEWER | NEED_PRACTICE, N_("who differs"),               \
      N_("Show where the reviewers of the practice differ"))                                       \
    X(MEETING, "meeting", "", LOOK, NEED_REVIEWER | NEED_PRACTICE | NEED_CHECKLIST, N_("meeting"), \
      N_("Decide as a group on what is disputed or open, one item at a time"))                     \
    X(TALK, "talk", "", LOOK, NEED_REVIEWER | NEED_PRACTICE | NEED_CHECKLIST | NEED_NOW,           \
      N_("talk"), N_("Talk with the project leader for 25 minutes; for 40: :talk 40"))             \
    X(CLOCK, "clock", "C", LOOK, 0, N_("clock"),                                                   \
      N_("In a meeting or a talk: show how long the item takes, or not"))                          \
    X(MATRIX, "matrix", "x", LOOK, NEED_PRACTICE | NEED_CHECKLIST, N_("matrix"),                   \
      N_("Show all practices by items; again: by criteria"))                                       \
    X(FIGURES, "figures", "S", LOOK, NEED_PRACTICES, N_("figures"),                                \
      N_("Show how many practices meet what, as bars"))                                            \
    X(COLLECTIONS, "collections", "L", LOOK, 0, N_("collections"),                                 \
      N_("Show the collections that the practices come from"))                                     \
    X(LEFT_OUT, "left-out", "!", LOOK, 0, N_("left out"),                                          \
      N_("Show the rows of the catalogue that were left out, and why"))                            \
    X(LANGUAGE, "language", "t", LOOK, NEED_LANGUAGES, N_("language"),                             \
      N_("Show titles in the next language of the catalogue; kept for the next start"))            \
    X(ENLARGE, "enlarge", "z", LOOK, NEED_PANELS, N_("one panel"),                                 \
      N_("Show one panel at a time, or all; kept for the next start"))                             \
    X(MOUSE, "mouse", "M", LOOK, 0, N_("mouse"), N_("Turn the mouse on or off"))                   \
    X(REDRAW, "redraw", "<C-l>", LOOK, 0, N_("redraw"), N_("Redraw the screen"))                   \
    X(HELP, "help", "? <F1>", FIND_OUT, 0, N_("help"),                                             \
      N_("Show the keys; typing narrows the list"))                                                \
    X(MENU, "menu", "m <F9>", FIND_OUT, 0, N_("menu"),                                             \
      N_("Choose from all that can be done here"))                                                 \
    X(BY_NAME, "command", ":", FIND_OUT, 0, N_("command"), N_("Give a command by its name"))       \
    X(SAVED, "saved", "<C-s>", FIND_OUT, NEED_REVIEWER, N_("saved?"),                              \
      N_("Save what is typed; else say whether all is saved"))                                     \
    X(SUSPEND, "suspend", "", LEAVE, 0, N_("suspend"), N_("Go back to the shell; fg returns"))     \
    X(QUIT, "quit", "q", LEAVE, 0, N_("close"),                                                    \
      N_("Close this screen; at the first screen: quit"))                                          \
    X(INTERRUPT, "interrupt", "<C-c>", LEAVE, 0, N_("leave"),                                      \
      N_("Leave what is being typed; else say how to close"))

enum command {
    COMMAND_NONE,
#define COMMAND_CONSTANT(constant, name, keys, group, needs, footer, help) COMMAND_##constant,
    COMMAND_LIST(COMMAND_CONSTANT)
#undef COMMAND_CONSTANT
    COMMAND_COUNT
};

/* What a command needs. When several are missing, the user is told the first. */
enum command_needs {
    NEED_REVIEWER = 1 << 0,   /* there is a log to write to */
    NEED_MARKED = 1 << 1,     /* the focus is on an item that a mark would go to */
    NEED_ITEM = 1 << 2,       /* an item is looked at */
    NEED_PRACTICE = 1 << 3,   /* a practice is looked at, … */
    NEED_CHECKLIST = 1 << 4,  /* … which there is a checklist for; … */
    NEED_OWN = 1 << 5,        /* … the user's own */
    NEED_TEXT = 1 << 6,       /* there is a text to write */
    NEED_WRITING = 1 << 7,    /* the reviewer may mark and write here */
    NEED_PANELS = 1 << 8,     /* the screen has more than one panel */
    NEED_LANGUAGES = 1 << 9,  /* the catalogue has translations */
    NEED_OTHERS = 1 << 10,    /* more than one practice is listed */
    NEED_PRACTICES = 1 << 11, /* the catalogue has practices */
    NEED_FILTERS = 1 << 12,   /* filters are set */
    NEED_NOW = 1 << 13,       /* the screen shows how it is now, not how it was in a closed round */
    NEED_TO_MARK = NEED_REVIEWER | NEED_MARKED | NEED_WRITING | NEED_NOW,
    NEED_TO_WRITE = NEED_REVIEWER | NEED_TEXT | NEED_WRITING | NEED_NOW
};

enum command_group {
    GROUP_MOVE,
    GROUP_MARK,
    GROUP_REVIEW,
    GROUP_FIND,
    GROUP_TAKE,
    GROUP_LOOK,
    GROUP_FIND_OUT,
    GROUP_LEAVE,
    GROUP_COUNT
};

struct command_info {
    const char *name; /* for `:` and scripts */
    const char *keys; /* in keymap.h's notation, separated by blanks; "" when it has none */
    enum command_group group;
    unsigned needs;     /* enum command_needs, joined */
    const char *footer; /* untranslated: pass through _() */
    const char *help;   /* untranslated: pass through _() */
};

/* Returns what the list says of a command other than COMMAND_NONE. Static. */
const struct command_info *command_info(enum command command);

/* Returns more words by which help and menu find it, translated: "print send"; "": none. */
const char *command_words(enum command command);

/* Whether the user can type more behind its name, as in ":talk 25" (ask_behind). */
bool command_takes(enum command command);

/* Returns the heading of a group, translated. */
const char *command_group_title(enum command_group group);

/* Returns the command with this name, or COMMAND_NONE. */
enum command command_find(const char *name);

#endif
