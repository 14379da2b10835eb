/*
 * i18n: every sentence that a user sees goes through here, so that it can be translated.
 * `_()` translates now; `N_()` only marks a string in a table, to be translated where it is used.
 */
#ifndef VADEMECUM_BASE_I18N_H
#define VADEMECUM_BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
