/*
 * name: the name to review under, for which the screen NAME asks.
 */
#ifndef VADEMECUM_DESK_NAME_H
#define VADEMECUM_DESK_NAME_H

struct desk;

/*
 * Asks for it when something is to be written and no name was chosen. To be called last: the box
 * lies on what the key has brought up.
 */
void name_ask(struct desk *desk);

#endif
