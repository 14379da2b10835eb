/*
 * travel: the commands that show all as it was at the end of an earlier round, and go on to now.
 */
#ifndef VADEMECUM_DESK_TRAVEL_H
#define VADEMECUM_DESK_TRAVEL_H

struct desk;

/*
 * Goes to the round of the practice in focus that was closed before what is shown (-1), or after
 * (+1); the present follows the last one.
 */
void travel_step(struct desk *desk, int step);

/* Goes to the present. */
void travel_on(struct desk *desk);

#endif
