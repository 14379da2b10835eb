/*
 * external_editor: lets the user write a text in an editor of their own.
 */
#ifndef VADEMECUM_EXCHANGE_EXTERNAL_EDITOR_H
#define VADEMECUM_EXCHANGE_EXTERNAL_EDITOR_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"

/* With which editor, and where. */
struct external_editor {
    const char *command; /* $VISUAL, else $EDITOR; NULL or blank: one that most systems have */
    const char *folder;  /* for the file with the text */
    const char *name;    /* of a file that is not there yet; NULL: one is found */
};

/*
 * Puts `text` (UTF-8, lines parted by LF) into a file of its own, waits for the user to edit it,
 * and returns what the file then holds, as event_value (review/event.h) gives it and without the
 * line end at its end. The result lives in `arena`; the file is gone, and `*kept` NULL.
 *
 * When that is the text as it was, the file stays and `*kept` is its path, in `arena`: the editor
 * may have handed it over to a window that is still open, and what is saved there comes later.
 *
 * The editor is program and words as in program.h, with the path of the file behind them, from the
 * root, so that it is no option. Without a command it is the first of sensible-editor, vi and nano
 * that can be started. It has the terminal, which must be in the state that programs expect, and
 * signals as they are by default. Meanwhile what the terminal sends by Ctrl-C and Ctrl-\ is the
 * editor's alone, and when the editor stops itself and us (Ctrl-Z), the shell gets the terminal,
 * whatever the caller did with these signals.
 *
 * NULL and a fault whose sentence says all, also the names in it:
 * - The file could not be written, or no editor be started (FAULT_SYSTEM). There is no file.
 * - The editor did not end well, or the file cannot be read (FAULT_SYSTEM), or event_value takes no
 *   such text (FAULT_USAGE). The file stays, and its path ends the sentence.
 * - The editor has left no file (FAULT_WANTING).
 */
const char *external_editor_edit(struct arena *arena, const struct external_editor *editor,
                                 const char *text, const char **kept, struct fault *fault);

/*
 * What a file that was kept holds now, as above, in `arena`; the file stays. NULL and a fault, as
 * there, when it is gone or holds no such text.
 */
const char *external_editor_read(struct arena *arena, const char *path, struct fault *fault);

#endif
