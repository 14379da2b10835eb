/*
 * codes: names for country and language codes, and the way back.
 */
#ifndef VADEMECUM_CATALOGUE_CODES_H
#define VADEMECUM_CATALOGUE_CODES_H

#include "vademecum/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The everyday English name, translated, of an ISO 3166-1 alpha-2 country code in capitals ("CZ" →
 * "Czechia"), and of XK, Kosovo; NULL when there is no such code. Static.
 */
const char *codes_country_name(const char *code);

/*
 * The English name, translated, of a BCP 47 tag's language subtag when that is one of the
 * two-letter codes of ISO 639-1 or one of the few three-letter ones known here (rom, prs, ckb …);
 * NULL else. Static.
 */
const char *codes_language_name(const char *tag);

/* Whether the tag is that of texts as their source has them: en-x-source. */
bool codes_tag_source(const char *tag);

/*
 * The code that was meant by `text`: a code in small or capital letters, a country's or language's
 * English or translated name, or what is often written for it ("UK" → "GB", "Czech Republic" →
 * "CZ", "Farsi" → "fa", "cz" → "cs"). NULL when there is none. Static.
 */
const char *codes_country(const char *text);
const char *codes_language(const char *text);

/* Hands all countries or languages to `take`, with their names, translated, in order of codes. */
typedef void codes_take(void *context, const char *code, const char *name);
void codes_countries(codes_take *take, void *context);
void codes_languages(codes_take *take, void *context);

/* The same with what is often written for languages. */
void codes_language_aliases(codes_take *take, void *context);

/*
 * Whether `tag` is well-formed BCP 47 (RFC 5646, 2.1: language 2 to 3 letters, then optional
 * script, region and variants) with a known two-letter language, if it has two letters.
 */
bool codes_language_valid(const char *tag);

/*
 * The tag that somebody has typed as tags are written in a catalogue: "CS" → "cs", "cs_CZ.UTF-8" →
 * "cs-CZ". NULL when it is not valid.
 */
const char *codes_tag_typed(struct arena *arena, const char *typed);

/* Whether texts in the language `have` are for who asked for `wanted`: "cs" for "cs-CZ". */
bool codes_tag_serves(const char *have, const char *wanted);

#endif
