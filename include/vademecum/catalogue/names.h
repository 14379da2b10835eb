/*
 * names: what countries are called besides their English names.
 */
#ifndef VADEMECUM_CATALOGUE_NAMES_H
#define VADEMECUM_CATALOGUE_NAMES_H

#include <stdbool.h>

/*
 * The two letters of the country that people write as `text` (UTF-8): its name in its own
 * languages, in Czech, German, Spanish, Finnish, Italian, Polish or Ukrainian as far as it is known
 * here, another or a former name, or the three letters of ISO 3166-1. Capitals, accents, blanks,
 * apostrophes and other signs do not matter. NULL when nothing fits. Static.
 */
const char *names_country(const char *text);

/* Hands all names but those of three letters to `take`, with the two letters of the country. */
void names_each(void (*take)(void *context, const char *code, const char *name), void *context);

/* Whether two names (UTF-8) are the same but for capitals, accents, blanks and signs. */
bool names_equal(const char *one, const char *other);

#endif
