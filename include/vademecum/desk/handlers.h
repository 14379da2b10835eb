/*
 * handlers: what each command does, named by the file that does it. Only the desk uses this.
 */
#ifndef VADEMECUM_DESK_HANDLERS_H
#define VADEMECUM_DESK_HANDLERS_H

#include "vademecum/desk/session.h"

/* browsing.c: moving about and looking. */
void browsing_down(struct session *session);
void browsing_up(struct session *session);
void browsing_right(struct session *session);
void browsing_left(struct session *session);
void browsing_page_down(struct session *session);
void browsing_page_up(struct session *session);
void browsing_first(struct session *session);
void browsing_last(struct session *session);
void browsing_next_stop(struct session *session);
void browsing_previous_stop(struct session *session);
void browsing_open(struct session *session);
void browsing_back(struct session *session);
void browsing_next_practice(struct session *session);
void browsing_previous_practice(struct session *session);
void browsing_open_link(struct session *session);
void browsing_collections(struct session *session);
void browsing_left_out(struct session *session);
void browsing_language(struct session *session);
void browsing_enlarge(struct session *session);
void browsing_mouse(struct session *session);
void browsing_redraw(struct session *session);
void browsing_help(struct session *session);
void browsing_menu(struct session *session);
void browsing_by_name(struct session *session);
void browsing_suspend(struct session *session);
void browsing_quit(struct session *session);
void browsing_interrupt(struct session *session);

/* browsing.c: does what the focused row of Menu or Help stands for. */
void browsing_row(struct session *session);

/* reviewing.c: verdicts, and the way through what is unanswered. */
void reviewing_next_verdict(struct session *session);
void reviewing_met(struct session *session);
void reviewing_partly(struct session *session);
void reviewing_not_met(struct session *session);
void reviewing_not_applicable(struct session *session);
void reviewing_not_known(struct session *session);
void reviewing_clear(struct session *session);
void reviewing_next_unanswered(struct session *session);
void reviewing_previous_unanswered(struct session *session);
void reviewing_hide_answered(struct session *session);
void reviewing_shortlist(struct session *session);

/* writing.c: what this run wrote, taken back and done again. */
void writing_undo(struct session *session);
void writing_redo(struct session *session);

/* writing.c: says whether all is saved. */
void writing_saved(struct session *session);
void writing_waiting(struct session *session); /* says that answers wait in a rescue file */

/* typing.c: texts of several lines. */
void typing_comment(struct session *session);
void typing_evidence(struct session *session);
void typing_editor(struct session *session);
void typing_add(struct session *session);

/* forms.c: fields to fill in, and lists to choose from. */
void forms_facts(struct session *session);
void forms_settings(struct session *session);

/* forms.c: the form of an own practice's facts. */
void forms_own(struct session *session, const char *practice);

/* forms.c: all that can be done with the item in focus, to choose from. */
void forms_item(struct session *session);

/*
 * forms.c: a character in a form begins the writing of its field, and in a list to choose from does
 * nothing but what the list knows: whoever types a text there means no commands. False for other
 * keys, and on other screens.
 */
bool forms_press(struct session *session, int key, enum command command);

/* forms.c: what Enter does on a field, and on what can be chosen. */
void forms_open(struct session *session);
void forms_choose(struct session *session);

/* helping.c: who does this well, and the plan. */
void helping_who(struct session *session);
void helping_plan(struct session *session);
void helping_plans(struct session *session);

/* helping.c: what Enter does on who does it well, and in the plan. */
void helping_go(struct session *session);
void helping_item(struct session *session);

/* helping.c: makes the list of who does it well anew, with or without the filters. */
void helping_who_again(struct session *session);

/* prompting.c: a key while a line is typed; whether it was one for that line. */
bool prompting_press(struct session *session, int key);

/* prompting.c: puts a pasted text into the line that is typed; false, with nothing done, when it is
   too long. */
bool prompting_paste(struct session *session, const char *text);

/* finding.c: search, filters, orders. */
void finding_search(struct session *session);
void finding_next(struct session *session);
void finding_previous(struct session *session);
void finding_filter(struct session *session);
void finding_all(struct session *session);
void finding_sort(struct session *session);

/* finding.c: what is typed to be searched for; and what Enter and Esc do then. */
void finding_typed(struct session *session);
void finding_accept(struct session *session);
void finding_leave(struct session *session);

/* finding.c: what Enter does on filters and orders. */
void finding_open(struct session *session);
void finding_order(struct session *session);

/* finding.c: in the filters, to the values of the next one or the one before; false elsewhere. */
bool finding_facet(struct session *session, int step);

/* finding.c: ends the search, else takes the filters away; false when there is neither. */
bool finding_peel(struct session *session);

/* finding.c: brings the values shown up to date with the list and the focus. */
void finding_settle(struct session *session);
/* others.c, comparing.c: which practice, and both beside one another. */
void others_compare(struct session *session);
void comparing_differences(struct session *session);
void comparing_go(struct session *session);

/* matrix.c: practices by items, and figures of them. */
void matrix_matrix(struct session *session);
void matrix_figures(struct session *session);

/* reviewing.c: moves Criteria and Checklist to an item. */
bool reviewing_item(struct session *session, const struct item *item);

/* reviewing.c: after a mark of `item` was set: it stays in sight, also with answered ones hidden,
   and the focus on `here`, on which it was before, or else goes to `item`. */
void reviewing_set(struct session *session, const struct item *item, const struct item *here);

/* reviewing.c: the focus stays on the item when others have come into the list or left it; false
   when it is not listed. */
bool reviewing_stay(struct session *session, const struct item *item);

#endif
