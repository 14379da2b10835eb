/* enter: the answers of a form on paper, typed in. What its files share. */
#ifndef VADEMECUM_SCREENS_ENTER_H
#define VADEMECUM_SCREENS_ENTER_H

#include "vademecum/desk/desk.h"
#include "vademecum/desk/text_box.h"
#include "vademecum/report/form_line.h"

#include <stdbool.h>
#include <stddef.h>

struct enter {
    struct text_box *box;
    struct subject subject;            /* whose form it is */
    const struct checklist *checklist; /* that it asks by */
    bool asked;                        /* Esc was pressed, and it is asked whether to save */
};

struct enter *enter_of(const struct desk *desk);

/* Columns in which the text is wrapped: one less than its panel, for the cursor. */
int enter_width(const struct desk *desk);

/* Lines of the text as they are wrapped: the entries of the panel in which is typed. */
size_t enter_lines(const struct desk *desk);

/* Cuts the next line off the text, as it was typed; false at its end. */
bool enter_line_next(const char **text, struct span *line);

void enter_text_rows(const struct desk *desk, struct rows *rows);
void enter_codes_rows(const struct desk *desk, struct rows *rows);

#endif
