/*
 * travel: the commands that show all as it was at the end of an earlier round, and go on to now.
 */
#ifndef VADEMECUM_DESK_TRAVEL_H
#define VADEMECUM_DESK_TRAVEL_H

struct desk;

/* To the round of the practice in focus that was closed before what is shown (-1), or after (+1);
 * behind the last one lies now. */
void travel_step(struct desk *desk, int step);

/* Shows what is now, whatever was shown. */
void travel_on(struct desk *desk);

#endif
