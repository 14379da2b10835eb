/*
 * entries: what each panel lists, and how panels lie beside one another. Only the desk uses this;
 * others ask the session.
 */
#ifndef VADEMECUM_DESK_ENTRIES_H
#define VADEMECUM_DESK_ENTRIES_H

#include "vademecum/desk/session.h"

/* The screen that is worked on: below Help and Menu, when one of them lies on it. */
enum screen_id entries_screen(const struct session *session);

/* The focused panel of that screen. */
enum panel entries_panel(const struct session *session);

/* Whether the focus is on an item of the checklist, or on what stands under the items about it. */
bool entries_on_item(const struct session *session);

/* The panel that Tab goes to next (+1) or back (-1), round and round. */
enum panel entries_stop(const struct session *session, int step);

/* The panel on the right (+1) or left (-1) of the focused one; itself at the edge. */
enum panel entries_beside(const struct session *session, int step);

/*
 * The address that the focus offers (a tool's, a practice's, a collection's), "" when none; where
 * it offers a local file instead, `*file` gets the path inside the catalogue, else NULL.
 */
const char *entries_link(const struct session *session, const char **file);

/* Brings every focus of the screen back among its entries, after some of them have gone. */
void entries_settle(struct session *session);

#endif
