#include "vademecum/tui/loop.h"

#include "vademecum/tui/paint.h"

#include <curses.h>
#include <string.h>

void loop_open(struct loop *loop, const struct browse *browse, bool color) {
    const struct arena_end end = browse->catalogue->arena->end;
    /* The fonts of the Linux console have few signs. */
    const bool console = strncmp(termname(), "linux", strlen("linux")) == 0;
    const bool ascii = browse->ascii || !browse->utf8 || console;
    const struct look look = {
        .letters = browse->utf8 ? LETTERS_ALL : LETTERS_ASCII,
        .signs = browse->words ? SIGN_WORDS
                 : ascii       ? SIGN_ASCII
                               : SIGN_UNICODE,
        .ascii = ascii,
    };
    loop->browse = browse;
    arena_init(&loop->arena, end);
    arena_init(&loop->frame, end);
    theme_make(&loop->theme, color, ascii);
    session_open(&loop->session, browse->catalogue, &loop->arena, look, browse->lang);
}

void loop_paint(struct loop *loop, int rows, int columns) {
    arena_empty(&loop->frame);
    layout_make(&loop->layout, &loop->session, rows, columns, &loop->frame);
    paint_layout(&loop->layout, &loop->session, &loop->theme);
}

void loop_close(struct loop *loop) {
    arena_free(&loop->frame);
    arena_free(&loop->arena);
}
