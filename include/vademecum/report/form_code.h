/*
 * form_code: the short codes in the margin of a form on paper, by which its answers come back.
 *
 * A code is the first letters of the question's criterion, as many as tell it from the checklist's
 * others but three at least, and the question's number in it: "inc1".
 */
#ifndef VADEMECUM_REPORT_FORM_CODE_H
#define VADEMECUM_REPORT_FORM_CODE_H

#include "vademecum/base/arena.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/review/verdict.h"

#include <stdbool.h>

/* The code of a question. In `arena`. */
const char *form_code(const struct question *question, struct arena *arena);

/*
 * The question of the checklist with this code, in capital or small letters, or with this id; NULL
 * when there is none.
 */
const struct question *form_code_find(const struct checklist *checklist, const char *code);

/*
 * What a sign on a form stands for: + met, ~ partly, x or - not met, o or / does not apply, ? not
 * known, . nothing. False for any other.
 */
bool form_code_sign(char sign, enum verdict *verdict);

/* The sign for a verdict, as form_code_sign reads it. Static. */
const char *form_code_typed(enum verdict verdict);

#endif
