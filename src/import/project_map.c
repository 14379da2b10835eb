#include "vademecum/import/project_map.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"

#include <stdint.h>
#include <string.h>

enum {
    THEIRS,
    OURS,
    HOW,
    MAP_COLUMNS
};

static const char *const columns[MAP_COLUMNS] = {"theirs", "ours", "how"};

static const char *const schemes[] = {"area", "target_group", "fund"};

const char *project_map_name(size_t target) {
    return project_map_is_term(target) ? schemes[target - PROJECT_AREA]
                                       : schema_get(SCHEMA_PRACTICES)->columns[target].name;
}

size_t project_map_target(const char *name) {
    size_t target = 0;
    while (target < PROJECT_TARGETS && strcmp(project_map_name(target), name) != 0) {
        target++;
    }
    return target;
}

bool project_map_is_term(size_t target) {
    return target >= PROJECT_AREA;
}

/* How many names of the columns of a mapping the row has. */
static size_t map_worth(const void *context, const struct project_row *row) {
    size_t found = 0;
    (void)context;
    for (size_t i = 0; i < row->count; i++) {
        for (size_t column = 0; column < MAP_COLUMNS; column++) {
            found += strcmp(row->cells[i], columns[column]) == 0;
        }
    }
    return found >= 2 ? found : 0;
}

static const char *cell_of(const struct project_file *file, const struct project_row *row,
                           size_t column) {
    const size_t place = project_file_column(file, columns[column]);
    return place < row->count ? row->cells[place] : "";
}

static bool ours_refuse(const struct project_map *map, const struct project_row *row,
                        const char *ours, struct fault *fault) {
    struct nearest nearest = nearest_none();
    for (size_t i = 0; i < PROJECT_TARGETS; i++) {
        nearest_offer(&nearest, map->arena, ours, project_map_name(i), project_map_name(i));
    }
    const char *quoted = quote_text(map->arena, ours);
    return nearest.meant ? fault_set(fault, FAULT_WANTING, map->path, row->number, columns[OURS],
                                     _("there is no column \"%s\" in "
                                       "practices.csv; did you mean %s?"),
                                     quoted, nearest.meant)
                         : fault_set(fault, FAULT_WANTING, map->path, row->number, columns[OURS],
                                     _("there is no column \"%s\" in "
                                       "practices.csv, and it is none of area, "
                                       "target_group, fund"),
                                     quoted);
}

/* Whether what several columns hold can stand in it one behind the other. */
static bool is_list(size_t target) {
    const enum cell_kind kind = project_map_is_term(target)
                                    ? CELL_TEXT
                                    : schema_get(SCHEMA_PRACTICES)->columns[target].kind;
    return kind == CELL_TEXT || kind == CELL_LANGUAGES;
}

static const struct project_rule *rule_find(const struct project_map *map, size_t target) {
    for (size_t i = 0; i < map->count; i++) {
        if (map->rules[i].ours == target) {
            return &map->rules[i];
        }
    }
    return NULL;
}

static bool rule_add(struct project_map *map, const struct project_file *file,
                     const struct project_row *row, struct fault *fault) {
    const char *ours = cell_of(file, row, OURS);
    const struct project_rule rule = {
        .theirs = cell_of(file, row, THEIRS),
        .ours = project_map_target(ours),
        .how = cell_of(file, row, HOW),
    };
    if (!ours[0] || (!rule.theirs[0] && !rule.how[0])) {
        return true;
    }
    if (rule.ours == PROJECT_TARGETS) {
        return ours_refuse(map, row, ours, fault);
    }
    if (rule_find(map, rule.ours) && !is_list(rule.ours)) {
        return fault_set(fault, FAULT_WANTING, map->path, row->number, columns[OURS],
                         _("two columns become \"%s\", which holds one value; leave one out"),
                         ours);
    }
    map->rules = arena_grow(map->arena, map->rules, map->count, &map->room, sizeof *map->rules);
    map->rules[map->count++] = rule;
    return true;
}

bool project_map_read(struct project_map *map, struct arena *arena, const char *path,
                      struct fault *fault) {
    struct project_file file;
    *map = (struct project_map){.arena = arena, .path = path};
    if (!project_file_open(&file, arena, path, fault)) {
        return false;
    }
    if (!project_file_cut(&file, map_worth, NULL)) {
        return fault_set(fault, FAULT_WANTING, path, 0, NULL, "%s",
                         _("a mapping has the columns theirs, ours and how; import csv FILE "
                           "--guess writes a first one"));
    }
    for (size_t i = 0; i < file.count; i++) {
        if (file.rows[i].torn) {
            return fault_set(fault, FAULT_WANTING, path, file.rows[i].number, NULL, "%s",
                             _("a quotation mark is not where it belongs"));
        }
        if (!rule_add(map, &file, &file.rows[i], fault)) {
            return false;
        }
    }
    return rule_find(map, PRACTICE_TITLE) ||
           fault_set(fault, FAULT_WANTING, path, 0, NULL, "%s",
                     _("no column becomes the title; write \"title\" beside the "
                       "one that has the "
                       "names of the projects"));
}

/* How many columns of the mapping the row names. */
static size_t names_worth(const void *context, const struct project_row *row) {
    const struct project_map *map = context;
    size_t found = 0;
    for (size_t i = 0; i < map->count; i++) {
        size_t cell = 0;
        while (cell < row->count &&
               (!map->rules[i].theirs[0] ||
                !project_file_same(map->arena, row->cells[cell], map->rules[i].theirs))) {
            cell++;
        }
        found += cell < row->count;
    }
    return found;
}

bool project_map_bind(struct project_map *map, struct project_file *file, struct fault *fault) {
    project_file_cut(file, names_worth, map);
    for (size_t i = 0; i < map->count; i++) {
        struct project_rule *rule = &map->rules[i];
        rule->column = rule->theirs[0] ? project_file_column(file, rule->theirs) : 0;
        if (rule->column == SIZE_MAX) {
            return fault_set(fault, FAULT_WANTING, file->path, file->names.number, NULL,
                             _("no column is named \"%s\", as %s has it; write there what it is "
                               "called"),
                             quote_text(map->arena, rule->theirs), map->path);
        }
    }
    return true;
}

const char *project_map_word(const struct project_map *map, const struct project_rule *rule,
                             const char *word) {
    for (const char *at = rule->how; rule->theirs[0] && *at;) {
        const size_t length = strcspn(at, ";\n");
        const char *pair = arena_copy(map->arena, at, length);
        const size_t left = strcspn(pair, "=");
        if (pair[left] && project_file_same(map->arena, arena_copy(map->arena, pair, left), word)) {
            return guess_trim(map->arena, pair + left + 1);
        }
        at += length;
        at += strspn(at, ";\n");
    }
    return word;
}
