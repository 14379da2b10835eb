#include "vademecum/import/package.h"

#include "vademecum/base/file.h"
#include "vademecum/base/folder.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/schema.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static const char name[] = "datapackage.json";

static void choices_write(FILE *out, const char *const *choices, const char *between) {
    for (size_t i = 0; choices[i]; i++) {
        fprintf(out, "%s%s", i > 0 ? between : "", choices[i]);
    }
}

/* One of the choices, or several with "; " between them. */
static void constraint_write(FILE *out, const struct schema_column *column) {
    if (column->kind == CELL_CHOICES) {
        fputs(", \"pattern\": \"^(", out);
        choices_write(out, column->choices, "|");
        fputs(")(; (", out);
        choices_write(out, column->choices, "|");
        fputs("))*$\"", out);
    } else {
        fputs(", \"enum\": [\"", out);
        choices_write(out, column->choices, "\", \"");
        fputs("\"]", out);
    }
}

static void column_write(FILE *out, const struct schema_column *column) {
    const bool number = column->kind == CELL_NUMBER || column->kind == CELL_POSITION;
    fprintf(out,
            "          {\"name\": \"%s\", \"type\": \"%s\", \"constraints\": "
            "{\"required\": %s",
            column->name, number ? "integer" : "string", column->required ? "true" : "false");
    if (column->choices) {
        constraint_write(out, column);
    }
    fputs("}}", out);
}

static void keys_write(FILE *out, const struct schema *schema) {
    fputs("        \"primaryKey\": [", out);
    for (size_t i = 0; i < schema->keys; i++) {
        fprintf(out, "%s\"%s\"", i > 0 ? ", " : "", schema->columns[i].name);
    }
    fputs("]", out);
}

/* A term is known by its scheme besides. */
static void key_write(FILE *out, enum schema_id to, const char *column) {
    const bool whole = schema_get(to)->keys == 1;
    fprintf(out, "%s\"%s\"%s", whole ? "" : "[\"scheme\", ", column, whole ? "" : "]");
}

/* Each column of ids of another file. */
static void references_write(FILE *out, enum schema_id id) {
    const struct schema *schema = schema_get(id);
    const char *before = ",\n        \"foreignKeys\": [\n";
    const char *after = "";
    for (size_t i = 0; i < schema->count; i++) {
        const enum schema_id to = schema_target(id, i);
        if (to < SCHEMA_COUNT) {
            const struct schema *other = schema_get(to);
            fprintf(out, "%s          {\"fields\": ", before);
            key_write(out, to, schema->columns[i].name);
            fprintf(out, ", \"reference\": {\"resource\": \"%s\", \"fields\": ", other->name);
            key_write(out, to, other->columns[other->keys - 1].name);
            fputs("}}", out);
            before = ",\n";
            after = "\n        ]";
        }
    }
    fputs(after, out);
}

static void resource_write(FILE *out, enum schema_id id) {
    const struct schema *schema = schema_get(id);
    fprintf(out,
            "    {\n      \"profile\": \"tabular-data-resource\",\n      "
            "\"name\": \"%s\",\n"
            "      \"path\": \"%s\",\n      \"format\": \"csv\", \"mediatype\": "
            "\"text/csv\", "
            "\"encoding\": \"utf-8\",\n      \"dialect\": {\"delimiter\": \",\", "
            "\"quoteChar\": "
            "\"\\\"\", \"doubleQuote\": true, \"lineTerminator\": \"\\r\\n\", "
            "\"header\": true},\n"
            "      \"schema\": {\n        \"missingValues\": [\"\"],\n        "
            "\"fields\": [\n",
            schema->name, schema->file);
    for (size_t i = 0; i < schema->count; i++) {
        column_write(out, &schema->columns[i]);
        fputs(i + 1 < schema->count ? ",\n" : "\n", out);
    }
    fputs("        ],\n", out);
    keys_write(out, schema);
    references_write(out, id);
    fputs("\n      }\n    }", out);
}

/* Writes the description of all files of a catalogue, as the schema has them. Errors stay in it. */
static void package_write(FILE *out) {
    fputs("{\n  \"profile\": \"tabular-data-package\",\n  \"name\": "
          "\"vademecum-catalogue\",\n"
          "  \"resources\": [\n",
          out);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        resource_write(out, id);
        fputs(id + 1 < SCHEMA_COUNT ? ",\n" : "\n", out);
    }
    fputs("  ]\n}\n", out);
}

bool package_create(const char *path, struct fault *fault) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    if (!out) {
        return fault_set_errno(fault, name, errno, "%s", _("cannot be written"));
    }
    package_write(out);
    if (fclose(out) != 0) {
        free(bytes);
        return fault_set_errno(fault, name, errno, "%s", _("cannot be written"));
    }
    const int folder = folder_open(path, fault);
    const bool done = folder >= 0 && file_replace(folder, name, bytes, length, fault);
    if (folder >= 0) {
        close(folder);
    }
    free(bytes);
    return done;
}
