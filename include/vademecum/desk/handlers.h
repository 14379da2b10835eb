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

#endif
