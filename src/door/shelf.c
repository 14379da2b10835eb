#include "vademecum/door/shelf.h"

bool shelf_open(struct shelf *shelf, const struct environment *environment,
                const struct catalogue *catalogue, struct clock clock,
                uint64_t random, struct arena *arena, struct fault *fault) {
    *shelf = (struct shelf){.arena = arena};
    if (!places_find(&shelf->places, environment, arena, fault)) {
        return false;
    }
    shelf->setup = (struct log_setup){
        .folder = shelf->places.reviews,
        .spares = shelf->places.spares,
        .reviewer = shelf->places.reviewer,
        .catalogue = catalogue,
        .clock = clock,
        .random = random,
        .end = arena->end,
    };
    return log_open(&shelf->log, &shelf->setup, fault);
}

bool shelf_rename(void *context, const char *name, struct log **log, const char **reviewer,
                  struct fault *fault) {
    struct shelf *shelf = context;
    struct log_setup setup = shelf->setup;
    setup.reviewer = arena_printf(shelf->arena, "%s", name);
    struct log *renamed;
    const bool read = log_open(&renamed, &setup, fault);
    if (!renamed) {
        return false;
    }
    log_pend_all(renamed, shelf->log);
    log_close(shelf->log);
    shelf->setup = setup;
    shelf->log = renamed;
    *log = renamed;
    *reviewer = setup.reviewer;
    return places_keep(&shelf->places, setup.reviewer, shelf->arena, fault) && read;
}

void shelf_remember(void *context, const char *name, const char *word) {
    struct shelf *shelf = context;
    places_set(&shelf->places, name, word, shelf->arena);
}
