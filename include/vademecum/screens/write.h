/*
 * write: a text of several lines being typed for a field. What its files share.
 */
#ifndef VADEMECUM_SCREENS_WRITE_H
#define VADEMECUM_SCREENS_WRITE_H

#include "vademecum/desk/desk.h"
#include "vademecum/desk/text_box.h"
#include "vademecum/screens/form_field.h"

#include <stdbool.h>

enum {
    WRITE_TEXT,  /* being typed */
    WRITE_BESIDE /* what helps to write it: the item, the model's answer */
};

struct write {
    struct text_box *box;
    struct form_field field;   /* where the text belongs */
    bool creates;              /* it is the title of a new own practice */
    bool asked;                /* Esc was pressed, and it is asked whether to keep the text */
    struct form_field waiting; /* to be begun when the draft is decided on; its field NULL: none */
};

struct write *write_of(const struct desk *desk);

void write_text_rows(const struct desk *desk, struct rows *rows);
void write_beside_rows(const struct desk *desk, struct rows *rows);

#endif
