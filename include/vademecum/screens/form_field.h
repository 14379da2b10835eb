/*
 * form_field: says what a field is called, and how the user fills it in: by typing, or by choosing
 * from a list.
 */
#ifndef VADEMECUM_SCREENS_FORM_FIELD_H
#define VADEMECUM_SCREENS_FORM_FIELD_H

#include "vademecum/desk/desk.h"
#include "vademecum/review/own.h"

struct form_field {
    const char *practice;        /* of its event */
    const char *item;            /* of its event */
    const char *field;           /* of its event; NULL: it has none */
    const char *label;           /* translated */
    const struct own_field *own; /* how a typed text is read; NULL: it is stored as it is */
    const char *prefix;          /* stored before a typed text; "": none */
    bool lines;                  /* a text of several lines */
    bool listed;                 /* its value is chosen from a list … */
    bool many;                   /* … which can give more than one */
    enum command command;        /* what Enter does instead; COMMAND_NONE: it fills the field in */
};

/* Returns the field of a place. Its texts live as long as the desk. */
struct form_field form_field_at(const struct desk *desk, const struct place *place);

/* Returns the screen on which its text is typed: SCREEN_WRITE, or SCREEN_LINE for one line. */
enum screen_id form_field_typed(const struct form_field *field);

/* Returns the screen on which it is filled in: that, or SCREEN_CHOICE. */
enum screen_id form_field_screen(const struct form_field *field);

/* Says what it can hold, before anything is refused; "": any text. */
const char *form_field_hint(const struct form_field *field);

/* Returns the columns for labels, in a panel of `width` columns. */
int form_field_indent(int width);

/* Returns the field of an event with these texts, which it borrows. */
struct form_field form_field_of(const char *practice, const char *item, const char *field);

#endif
