/*
 * choice: the values to choose from. What its files share.
 */
#ifndef VADEMECUM_SCREENS_CHOICE_H
#define VADEMECUM_SCREENS_CHOICE_H

#include "vademecum/desk/desk.h"
#include "vademecum/screens/form_field.h"

/* One of the values that can be chosen. */
struct option {
    const char *value;    /* as stored */
    const char *label;    /* for people */
    const char *code;     /* the value or the key of it, where people know that too; else NULL */
    const char *names;    /* folded, a line each: the label, and what else it is found by */
    bool typed;           /* a text is to be written */
    enum command command; /* that is carried out instead; COMMAND_NONE: the value is written */
};

struct choice {
    struct subject subject; /* as for its field's place */
    const struct item *item;
    struct form_field field; /* that is chosen for */
    struct arena *arena;     /* the screen's */
    struct option *options;  /* in the screen's arena */
    size_t count;
    size_t room;
    size_t *shown;      /* places of those that are shown, best first; in the screen's arena */
    size_t shown_count; /* of them */
    bool meant;         /* none has the words: it is the one that was most likely meant */
    bool ticked;        /* by a blank, and no word was typed since */
};

/* Fills in all options of the field; the choice has nothing else yet. */
void choice_options(struct desk *desk, struct choice *choice);

/* Shows those that have the words that were typed; all for none. */
void choice_narrow(struct choice *choice, const char *words);

#endif
