/*
 * act: what commands do. Each works on what the focus is on (stack_place); a screen can have its
 * own way to do one (struct action). What a command needs stands in the list of commands.
 */
#ifndef VADEMECUM_DESK_ACT_H
#define VADEMECUM_DESK_ACT_H

#include "vademecum/desk/command.h"

#include <stdbool.h>
#include <stddef.h>

struct desk;

/* Carries out a command, or says why not. */
void act_do(struct desk *desk, enum command command);

/*
 * For screens that list items without their checklist: says why marks are refused, and where they
 * are given; NULL for commands that give none.
 */
const char *act_refuse_marks(const struct desk *desk, enum command command);

/*
 * For screens on which people type words to find a row, and none of the answers is seen: a letter
 * of a word must not take one back.
 */
const char *act_refuse_undo(const struct desk *desk, enum command command);

/* Whether the command would do something here and now. */
bool act_possible(const struct desk *desk, enum command command);

/* Does what Enter does on the focused row. */
void act_open(struct desk *desk);

/* For panels that list practices or items: Enter goes to the practice in focus, to its item. */
void act_visit(struct desk *desk, size_t entry);

/* For tables of actions: goes to a screen at the place in focus; gives the item there a verdict. */
void act_go(struct desk *desk, int screen);
void act_mark(struct desk *desk, int verdict);

/* Gives the item in focus the verdict that follows its own: met, partly, … not known, none. */
void act_mark_next(struct desk *desk);

#endif
