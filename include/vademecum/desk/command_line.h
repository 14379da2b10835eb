/*
 * command_line: a command given by its name, or by its key, behind a colon.
 */
#ifndef VADEMECUM_DESK_COMMAND_LINE_H
#define VADEMECUM_DESK_COMMAND_LINE_H

struct desk;

void command_line_begin(struct desk *desk);

#endif
