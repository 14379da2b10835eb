/*
 * write: a text being typed for a field, of several lines on a screen of its own, or of one in a
 * box, or inside the row that it has in a form. What its files share.
 */
#ifndef VADEMECUM_SCREENS_WRITE_H
#define VADEMECUM_SCREENS_WRITE_H

#include "vademecum/desk/desk.h"
#include "vademecum/desk/text_box.h"
#include "vademecum/screens/form_field.h"

#include <stdbool.h>

enum {
    WRITE_TEXT,  /* being typed */
    WRITE_BESIDE /* what helps to write it: the item, the model's answer; not in a box */
};

struct write {
    struct text_box *box;
    struct form_field field;   /* where the text belongs */
    bool creates;              /* it is the title of a new own practice */
    bool asked;                /* Esc was pressed, and it is asked whether to keep the text */
    bool offered;              /* a letter takes the place of the whole text */
    bool replaced;             /* one has, and that text can come back */
    const char *other;         /* the text that Ctrl-Z brings back; in the arena of SCREEN_WRITE */
    struct form_field waiting; /* to be begun when the draft is decided on; its field NULL: none */
};

struct write *write_of(const struct desk *desk);

/* Whether the text is typed as one line, in a box; and whether that is the row of a form. */
bool write_one_line(const struct desk *desk);
bool write_inside(const struct desk *desk);

/* The panel of the text, of the screen that it is typed on. */
struct panel write_panel(const struct desk *desk);

/* Columns in which the text is wrapped: one less than its panel, for the cursor. */
int write_width(const struct desk *desk);

/* The cursor's line becomes the panel's current row. */
void write_follow(struct desk *desk);

/* Offers the text that was begun before the start. */
void write_offer_draft(struct desk *desk);

/* What was typed goes to the log as the field takes it, or stays there with the reason. */
void write_accept(struct desk *desk, const char *text);

/* Lines of the text, the entries of its panel. */
size_t write_lines(const struct desk *desk);

/* In a row of a form: takes the keys that leave it; false for those that are for the text. */
bool write_inside_key(struct desk *desk, int key);

/* Rows of the panels: of the text in several lines, of what helps, of the text in one line. */
void write_text_rows(const struct desk *desk, struct rows *rows);
void write_beside_rows(const struct desk *desk, struct rows *rows);
void write_line_rows(const struct desk *desk, struct rows *rows);

#endif
