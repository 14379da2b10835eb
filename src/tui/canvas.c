#include "vademecum/tui/canvas.h"

#include "vademecum/tui/paint.h"

#include <curses.h>
#include <string.h>

void canvas_open(struct canvas *canvas, const struct door_setup *setup, bool color,
                 struct look *look) {
    /* The fonts of the Linux console have few signs. */
    const bool console = strncmp(termname(), "linux", strlen("linux")) == 0;
    const bool ascii = setup->ascii || !setup->utf8 || console;
    *look = (struct look){
        .letters = setup->utf8 ? LETTERS_ALL : LETTERS_ASCII,
        .signs = setup->words ? SIGN_WORDS
                 : ascii      ? SIGN_ASCII
                              : SIGN_UNICODE,
        .ascii = ascii,
    };
    theme_make(&canvas->theme, color, ascii);
}

void canvas_paint(struct canvas *canvas, struct door *door, int rows, int columns) {
    arena_empty(&door->frame);
    session_lay_out(&door->desk, &canvas->layout, rows, columns, &door->frame);
    paint_layout(&canvas->layout, &door->desk, &canvas->theme);
}
