/*
 * neighbours: files in the folder of a catalogue that are none of its own, but look like them, such
 * as "practices (1).csv", the copies of Syncthing, or a workbook.
 */
#ifndef VADEMECUM_CATALOGUE_NEIGHBOURS_H
#define VADEMECUM_CATALOGUE_NEIGHBOURS_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

/*
 * For a file that is not there: a sentence that begins with a blank and names one that is most
 * likely meant; "" when there is none. `folder` is a descriptor.
 */
const char *neighbours_advice(int folder, const char *file, struct arena *arena);

/* Tells of each file that looks like one that is there, for nothing in it is read. */
void neighbours_check(int folder, struct fault_list *faults);

#endif
