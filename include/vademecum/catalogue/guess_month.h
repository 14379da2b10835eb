/* guess_month: dates whose month is a word, as numbers with dots between. */
#ifndef VADEMECUM_CATALOGUE_GUESS_MONTH_H
#define VADEMECUM_CATALOGUE_GUESS_MONTH_H

#include "vademecum/base/arena.h"

/*
 * "31 december 2016", "december 31, 2016", "31.xii.2016" and "2016年12月31日" with the day before
 * the month, or the year first as it stands: "31.12.2016". Takes the text as guess_date_signs
 * leaves it, and returns it as it is when no month is named in it; else in the arena.
 */
const char *guess_month_words(struct arena *arena, const char *text);

#endif
