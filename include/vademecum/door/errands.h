/*
 * errands: carries out what the desk asks to be done outside.
 */
#ifndef VADEMECUM_DOOR_ERRANDS_H
#define VADEMECUM_DOOR_ERRANDS_H

#include "vademecum/door/door.h"

#include <stdbool.h>

/* Takes the desk's errand and has the way in carry it out. False when the program is to end. */
bool errands_run(struct door *door);

/*
 * For the table of a way in: open an address, a file of the catalogue, or one that was handed over
 * in the user's program.
 */
bool errands_open_link(struct door *door, const struct errand *errand);
bool errands_open_file(struct door *door, const struct errand *errand);
bool errands_open_own(struct door *door, const struct errand *errand);

/* Writes a file that is handed over. */
bool errands_hand_over(struct door *door, const struct errand *errand);

/* Leaves the program. */
bool errands_quit(struct door *door, const struct errand *errand);

#endif
