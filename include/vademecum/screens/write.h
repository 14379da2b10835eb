/*
 * write: lets the user type the text of a field: several lines on a screen of its own, one line in
 * a box or inside its row of a form. What its files share.
 */
#ifndef VADEMECUM_SCREENS_WRITE_H
#define VADEMECUM_SCREENS_WRITE_H

#include "vademecum/desk/desk.h"
#include "vademecum/desk/text_box.h"
#include "vademecum/screens/form_field.h"

#include <stdbool.h>

enum {
    WRITE_TEXT,  /* the text */
    WRITE_BESIDE /* what helps to write it: the item, the model's answer; not in a box */
};

struct write {
    struct text_box *box;
    struct form_field field;   /* where the text belongs */
    bool creates;              /* the text is the title of a new own practice */
    bool asked;                /* Esc was pressed: the user is asked whether to keep the text */
    bool offered;              /* the next letter replaces the whole text */
    bool replaced;             /* a letter has replaced it, and Ctrl-Z brings it back */
    const char *other;         /* what Ctrl-Z brings back; in the arena of SCREEN_WRITE */
    struct form_field waiting; /* begins once the user has decided on a draft; field NULL: none */
};

struct write *write_of(const struct desk *desk);

/* Whether the text is typed as one line; and whether that stands inside a row of a form. */
bool write_one_line(const struct desk *desk);
bool write_inside(const struct desk *desk);

/* Returns the panel of the text, on the screen where it is typed. */
struct panel write_panel(const struct desk *desk);

/* Returns the columns in which the text is wrapped: one less than its panel, for the cursor. */
int write_width(const struct desk *desk);

/* Moves the panel's focus to the line of the cursor. */
void write_follow(struct desk *desk);

/* Offers a text that was begun before this start of the program. */
void write_offer_draft(struct desk *desk);

/* Sends the text to the log, in the field's form; or says why not, and typing goes on. */
void write_accept(struct desk *desk, const char *text);

/* Counts the lines of the text, which are the entries of its panel. */
size_t write_lines(const struct desk *desk);

/* In a row of a form: takes the keys that leave the row; false for keys of the text. */
bool write_inside_key(struct desk *desk, int key);

/* Make the rows of the panels: a text of several lines, what helps, a text of one line. */
void write_text_rows(const struct desk *desk, struct rows *rows);
void write_beside_rows(const struct desk *desk, struct rows *rows);
void write_line_rows(const struct desk *desk, struct rows *rows);

#endif
