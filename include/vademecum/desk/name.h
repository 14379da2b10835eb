/*
 * name: under which name to review.
 */
#ifndef VADEMECUM_DESK_NAME_H
#define VADEMECUM_DESK_NAME_H

struct desk;

/*
 * Asks for it when something is to be written and no name was chosen. To be called last, for a
 * screen that comes up or closes ends what is being asked.
 */
void name_ask(struct desk *desk);

#endif
