/*
 * damage: finds signs that a text was damaged before it came here. A part of judge.
 */
#ifndef VADEMECUM_CATALOGUE_DAMAGE_H
#define VADEMECUM_CATALOGUE_DAMAGE_H

#include "vademecum/base/arena.h"

/*
 * A sentence about the first sign in the text, with what to do about it, or NULL: a word that
 * stands for nothing ("N/A"), the error of a formula ("#REF!"), HTML, escapes of programs
 * ("\u00e9", "%C3%A9" outside of addresses), question marks in place of letters ("Wroc?aw"),
 * U+FFFD, controls, characters that are invisible or that hardly any font has, and UTF-8 that was
 * read as another character set ("Ã©" for "é"; see garbled.h). Sound texts, in whatever language,
 * have none of these. The sentence is in `arena` or static.
 */
const char *damage_find(struct arena *arena, const char *text);

#endif
