/*
 * spring_known: which practice of the catalogue one is that was read from a page. A part of spring.
 *
 * Pages do not give the titles of practices, and the catalogue has its own words for what they say.
 * So it is told by the source's marks, which both have, and by rare names in the answers.
 */
#ifndef VADEMECUM_IMPORT_SPRING_KNOWN_H
#define VADEMECUM_IMPORT_SPRING_KNOWN_H

#include "vademecum/import/spring_reading.h"

/* How far a practice of the page is one of the catalogue. */
enum spring_likeness {
    SPRING_NEW,
    SPRING_ALIKE, /* as far as its marks tell; there is too little to be sure */
    SPRING_KNOWN
};

/* Looks for the practice that was just read; `*known` gets the most alike, NULL when it is new. */
enum spring_likeness spring_known_find(struct spring_reading *reading,
                                       const struct practice **known);

/* The practice whose title the line is, or whose address stands in it; NULL: none. */
const struct practice *spring_known_named(const struct spring_reading *reading, const char *line);

/*
 * Takes back the rows of the practice that was just read, which the catalogue has as `known`. What
 * that has no answer, mark or tool for stays, and becomes its own. Tells what was done.
 */
void spring_known_join(struct spring_reading *reading, const struct practice *known);

#endif
