#include "vademecum/report/edition.h"

#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"

#include <jansson.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SIZE_MOST = 1 << 20 /* bytes of a file that is read */
};

/*
 * The file as JSON, which is closed then; NULL when it is none, or too long for one that people
 * have written.
 */
static json_t *package_read(int file) {
    struct stat found;
    json_error_t error;
    const bool sound = fstat(file, &found) == 0 && found.st_size <= SIZE_MOST;
    FILE *stream = sound ? fdopen(file, "r") : NULL;
    if (!stream) {
        close(file);
        return NULL;
    }
    json_t *package = json_loadf(stream, JSON_REJECT_DUPLICATES, &error);
    fclose(stream);
    return package;
}

const char *edition_version(const struct catalogue *catalogue, struct arena *arena) {
    struct fault fault;
    const int folder = folder_open(catalogue->path, &fault);
    const int file = folder < 0 ? -1 : file_open_inside(folder, "datapackage.json", &fault);
    json_t *package = file < 0 ? NULL : package_read(file);
    const char *version = json_string_value(json_object_get(package, "version"));
    const char *kept = arena_printf(arena, "%s", version ? version : "");
    json_decref(package);
    if (folder >= 0) {
        close(folder);
    }
    return kept;
}
