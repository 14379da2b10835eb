/*
 * command_line: gives a command by its name, or by its key, behind a colon.
 */
#ifndef VADEMECUM_DESK_COMMAND_LINE_H
#define VADEMECUM_DESK_COMMAND_LINE_H

struct desk;

/* Begins to ask for it. */
void command_line_begin(struct desk *desk);

#endif
