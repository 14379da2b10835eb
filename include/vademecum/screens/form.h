/*
 * form: shows fields to fill in, one below another: the facts of an own practice, the plan for an
 * item, the settings of a review. A field of one line is typed in its row (SCREEN_LINE). What its
 * files share.
 */
#ifndef VADEMECUM_SCREENS_FORM_H
#define VADEMECUM_SCREENS_FORM_H

#include "vademecum/desk/desk.h"
#include "vademecum/screens/form_field.h"

#include <stdbool.h>

enum {
    FORM_FIELDS_MAX = 40
};

struct form {
    const char *title;       /* translated */
    struct subject subject;  /* the practice that it is about */
    const struct item *item; /* that the plan is for; NULL: no plan */
    struct form_field fields[FORM_FIELDS_MAX];
    size_t count;
    const char *chosen; /* while a value is chosen from the guide: what the field in focus had
                           before; else NULL */
};

struct form *form_of(const struct desk *desk);

/* Return the field in focus, and its place. */
const struct form_field *form_focused(const struct desk *desk);
struct place form_focused_place(const struct desk *desk);

/* Whether a field is typed in its row. */
bool form_in_place(const struct form_field *field);

/* Count the fields, and make their rows. */
size_t form_count(const struct desk *desk);
void form_rows(const struct desk *desk, struct rows *rows);

/* Opens the screen on which a field is filled in, or gives the command that it has. */
void form_open(struct desk *desk, size_t entry);

/* Takes Enter, Tab and what is typed into the field in focus; false for any other key. */
bool form_key(struct desk *desk, int key);

/* Puts a pasted text into the field in focus; false when it is too long. */
bool form_paste(struct desk *desk, const char *text);

#endif
