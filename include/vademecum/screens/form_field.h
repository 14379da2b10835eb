/*
 * form_field: a field that is written or chosen: what it is called, and how its value comes.
 */
#ifndef VADEMECUM_SCREENS_FORM_FIELD_H
#define VADEMECUM_SCREENS_FORM_FIELD_H

#include "vademecum/desk/desk.h"
#include "vademecum/review/own.h"

struct form_field {
    const char *practice;        /* of its event */
    const char *item;            /* of its event */
    const char *field;           /* of its event; NULL: none */
    const char *label;           /* translated */
    const struct own_field *own; /* by which a typed text is taken, or NULL: as it is */
    const char *prefix;          /* put before a typed text, or "" */
    bool lines;                  /* a text of several lines */
    bool listed;                 /* its value is chosen from a list … */
    bool many;                   /* … of which more than one can be */
    enum command command;        /* that Enter gives instead; COMMAND_NONE: it is filled in */
};

/* The one that a place has as its field; texts live as long as the desk. */
struct form_field form_field_at(const struct desk *desk, const struct place *place);

/* The screen on which its text is typed: SCREEN_WRITE, or SCREEN_LINE for one of one line. */
enum screen_id form_field_typed(const struct form_field *field);

/* The screen on which it is filled in: that, or SCREEN_CHOICE. */
enum screen_id form_field_screen(const struct form_field *field);

/* What it can hold, said before it is refused; "" for any text. */
const char *form_field_hint(const struct form_field *field);

/* Columns for the labels of fields, in a panel of so many. */
int form_field_indent(int width);

/* The same of an event, whose texts it keeps. */
struct form_field form_field_of(const char *practice, const char *item, const char *field);

#endif
