/*
 * order: sorts titles and labels as people expect.
 */
#ifndef VADEMECUM_BASE_ORDER_H
#define VADEMECUM_BASE_ORDER_H

#include "vademecum/base/arena.h"

/*
 * A key to sort a text by: strcmp of two keys is the order. Numbers sort by value, also in the
 * middle; blanks and signs before the first letter or digit do not count, and several blanks are
 * one. The rest is the order of the locale; where that has none of its own (C, POSIX, C.UTF-8, any
 * on a system without such orders), case and accents do not count.
 */
char *order_key(struct arena *arena, const char *text);

#endif
