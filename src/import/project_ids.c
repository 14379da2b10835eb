#include "vademecum/import/project_ids.h"

static const char *key_of(struct arena *arena, const char *place, const char *title) {
    return arena_printf(arena, "%s\n%s", place, title);
}

/* Whether the id was free; it is taken now. */
static bool id_add(struct project_ids *ids, const char *id) {
    if (directory_add(&ids->taken, ids->arena, id) != DIRECTORY_NONE) {
        return false;
    }
    const size_t row = ids->taken.map.count - 1;
    ids->numbers = arena_grow(ids->arena, ids->numbers, row, &ids->room, sizeof *ids->numbers);
    ids->numbers[row] = 2;
    return true;
}

void project_ids_init(struct project_ids *ids, struct arena *arena, const struct catalogue *into) {
    *ids = (struct project_ids){.arena = arena};
    for (size_t i = 0; into && i < into->practice_count; i++) {
        const struct record *record = &into->practices[i].record;
        const char *country = record_cell(record, PRACTICE_COUNTRY);
        const char *place = country[0] ? country : record_cell(record, PRACTICE_COLLECTION);
        directory_add(&ids->known, arena,
                      key_of(arena, place, record_cell(record, PRACTICE_TITLE)));
        id_add(ids, record_cell(record, PRACTICE_ID));
    }
}

bool project_ids_known(const struct project_ids *ids, const char *place, const char *title) {
    return directory_find(&ids->known, key_of(ids->arena, place, title)) != DIRECTORY_NONE;
}

const char *project_ids_take(struct project_ids *ids, const char *wished) {
    const char *id = wished;
    while (!id_add(ids, id)) {
        const long row = directory_find(&ids->taken, wished);
        id = arena_printf(ids->arena, "%s-%u", wished, ids->numbers[row]++);
    }
    return id;
}
