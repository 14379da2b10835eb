/*
 * event_cells: the cells of a line of a log, and their check. A part of event.
 */
#ifndef VADEMECUM_REVIEW_EVENT_CELLS_H
#define VADEMECUM_REVIEW_EVENT_CELLS_H

#include <stdbool.h>
#include <stdint.h>

/* The cells of a line. */
enum cell {
    CELL_EVENT,
    CELL_TIME,
    CELL_REVIEWER,
    CELL_PRACTICE,
    CELL_ITEM,
    CELL_FIELD,
    CELL_VALUE,
    CELL_CHECK,
    CELL_COUNT,
    CELL_KEPT = CELL_COUNT /* only where something in the line is at risk */
};

enum {
    EVENT_SEPARATOR = 0x1F, /* between the cells that a check is made of */
    EVENT_CHECK_SIZE = 10   /* "k", eight hexadecimal digits, NUL */
};

#define EVENT_DIGITS "0123456789"
#define EVENT_BASE36 EVENT_DIGITS "abcdefghijklmnopqrstuvwxyz"

/* The check of the cells as they stand in a line: still guarded and escaped, without quotes. */
uint32_t event_cells_check(const char *const cells[CELL_COUNT]);

/* Reads the check in its cell. False when the cell holds none. */
bool event_check_read(const char *const cells[CELL_COUNT], uint32_t *check);

#endif
