/*
 * home: the practices and their preview. What its files share.
 */
#ifndef VADEMECUM_SCREENS_HOME_H
#define VADEMECUM_SCREENS_HOME_H

#include "vademecum/desk/desk.h"

void home_practices_rows(const struct desk *desk, struct rows *rows);
void home_preview_rows(const struct desk *desk, struct rows *rows);

#endif
