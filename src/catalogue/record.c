#include "vademecum/catalogue/record.h"

#include <string.h>

const char *record_cell(const struct record *record, size_t column) {
    const char *cell = record->cells;
    for (size_t i = 0; i < column; i++) {
        cell += strlen(cell) + 1;
    }
    return cell;
}
