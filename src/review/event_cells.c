#include "vademecum/review/event_cells.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

uint32_t event_cells_check(const char *const cells[CELL_COUNT]) {
    const unsigned char separator = EVENT_SEPARATOR;
    uLong crc = crc32(0, NULL, 0);
    for (size_t i = 0; i < CELL_CHECK; i++) {
        if (i > 0) {
            crc = crc32(crc, &separator, 1);
        }
        crc = crc32_z(crc, (const unsigned char *)cells[i], strlen(cells[i]));
    }
    return (uint32_t)crc;
}

bool event_check_read(const char *const cells[CELL_COUNT], uint32_t *check) {
    const char *cell = cells[CELL_CHECK];
    const size_t digits = EVENT_CHECK_SIZE - 2;
    if (cell[0] != 'k' || strspn(cell + 1, "0123456789abcdef") != digits || cell[1 + digits]) {
        return false;
    }
    *check = (uint32_t)strtoul(cell + 1, NULL, 16);
    return true;
}
