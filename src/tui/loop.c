#include "vademecum/tui/loop.h"

#include "vademecum/base/clock.h"
#include "vademecum/base/words.h"
#include "vademecum/tui/drafts.h"
#include "vademecum/tui/handover.h"
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
    *loop = (struct loop){.browse = browse};
    arena_init(&loop->arena, end);
    arena_init(&loop->frame, end);
    theme_make(&loop->theme, color, ascii);
    draft_init(&loop->draft);
    draft_init(&loop->left);
    handover_find(loop, browse->reviewer);
    const bool left = drafts_next(loop, browse->reviewer);
    const struct session_setup setup = {
        .catalogue = browse->catalogue,
        .arena = &loop->arena,
        .look = look,
        .lang = browse->lang,
        .log = browse->log,
        .reviewer = browse->reviewer,
        .clock = browse->clock,
        .random = browse->random,
        .named = browse->named,
        .draft = left ? &loop->left_event : NULL,
        .edited = left && handover_wrote(loop, &loop->left_event),
    };
    loop->told = clock_ticks();
    session_open(&loop->desk, &setup);
}

void loop_paint(struct loop *loop, int rows, int columns) {
    arena_empty(&loop->frame);
    session_lay_out(&loop->desk, &loop->layout, rows, columns, &loop->frame);
    paint_layout(&loop->layout, &loop->desk, &loop->theme);
}

bool loop_save(struct loop *loop, int rows, int columns) {
    struct fault fault;
    const bool again = loop->desk.work.log && log_state(loop->desk.work.log) != LOG_SAVED;
    if (!session_unwritten(&loop->desk) && !again) {
        return false;
    }
    notice_saving(&loop->desk, true);
    loop_paint(loop, rows, columns);
    refresh();
    /* What the user has just asked for is answered first; the last line says NOT SAVED anyway. */
    if (session_save(&loop->desk, &fault)) {
        if (again) {
            notice_say(&loop->desk, _("Now all is saved."));
        }
    } else if (fault.kind == FAULT_USAGE || !loop->desk.notice.message[0]) {
        notice_say(&loop->desk, _("NOT SAVED: %s"), fault_line(&fault, &loop->frame));
    }
    return true;
}

void loop_close(struct loop *loop) {
    struct fault fault;
    /* Whatever ends the program: an answer that waits for a name is written under the one offered.
     */
    if (changes_wait(&loop->desk)) {
        session_save(&loop->desk, &fault);
    }
    draft_leave(&loop->draft);
    draft_leave(&loop->left);
    handover_leave(loop);
    session_close(&loop->desk);
    arena_free(&loop->frame);
    arena_free(&loop->arena);
}
