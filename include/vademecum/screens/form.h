/*
 * form: fields of one thing under one another. One of one line is typed in its row, by SCREEN_LINE.
 * What the files of the form share.
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
    const char *title; /* translated */
    struct subject subject;
    const struct item *item; /* whose plan it is, or NULL */
    struct form_field fields[FORM_FIELDS_MAX];
    size_t count;
    const char *chosen; /* value of the field in focus before one is chosen from the guide; NULL:
                           none is */
};

struct form *form_of(const struct desk *desk);

/* The field that the focus is on, and where it belongs. */
const struct form_field *form_focused(const struct desk *desk);
struct place form_focused_place(const struct desk *desk);

/* Whether it is typed in its row. */
bool form_in_place(const struct form_field *field);

/* How many fields, and what they say. */
size_t form_count(const struct desk *desk);
void form_rows(const struct desk *desk, struct rows *rows);

/* Opens what a field is filled in with. */
void form_open(struct desk *desk, size_t entry);

/* Enter, Tab, and what is typed or pasted: it goes into the field. */
bool form_key(struct desk *desk, int key);
bool form_paste(struct desk *desk, const char *text);

#endif
