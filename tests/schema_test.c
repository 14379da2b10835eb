/* schema: says the same as catalogue/datapackage.json and catalogue/README, column by column. */
#include "vademecum/catalogue/schema.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATH_ROOM = 1024,
    LINE_ROOM = 512,
    NAME_ROOM = 64,
    INDENT = 4 /* blanks before a row of README's tables */
};

/* A file of the catalogue that is shipped. */
static void path_make(char path[PATH_ROOM], const char *name) {
    const char *source = getenv("srcdir");
    snprintf(path, PATH_ROOM, "%s/catalogue/%s", source ? source : ".", name);
}

/* --- datapackage.json ---------------------------------------------------------------------- */

static json_t *package_load(void) {
    char path[PATH_ROOM];
    json_error_t error;
    path_make(path, "datapackage.json");
    json_t *package = json_load_file(path, 0, &error);
    ck_assert_msg(package != NULL, "%s:%d: %s", path, error.line, error.text);
    return package;
}

static const char *text_of(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static json_t *resource_find(const json_t *package, const char *name) {
    json_t *resources = json_object_get(package, "resources");
    json_t *found = NULL;
    size_t i;
    json_t *resource;
    json_array_foreach(resources, i, resource) {
        if (strcmp(text_of(resource, "name"), name) == 0) {
            found = resource;
        }
    }
    ck_assert_msg(found != NULL, "datapackage.json has no %s", name);
    return found;
}

/* The file that datapackage.json says the column refers to, or SCHEMA_COUNT. */
static enum schema_id target_find(const json_t *schema, const char *column) {
    size_t i;
    json_t *key;
    json_array_foreach(json_object_get(schema, "foreignKeys"), i, key) {
        const json_t *fields = json_object_get(key, "fields");
        const size_t count = json_array_size(fields);
        const char *field = count ? json_string_value(json_array_get(fields, count - 1))
                                  : text_of(key, "fields");
        if (strcmp(field, column) == 0) {
            const char *to = text_of(json_object_get(key, "reference"), "resource");
            enum schema_id id = 0;
            while (id < SCHEMA_COUNT && strcmp(schema_get(id)->name, to) != 0) {
                id++;
            }
            ck_assert_msg(id < SCHEMA_COUNT, "%s refers to %s, which is no table", column, to);
            return id;
        }
    }
    return SCHEMA_COUNT;
}

static void choices_hold(const struct schema_column *column, const json_t *given,
                         const char *where) {
    size_t count = 0;
    while (column->choices && column->choices[count]) {
        count++;
    }
    ck_assert_msg(json_array_size(given) == count, "%s: other choices", where);
    for (size_t i = 0; i < count; i++) {
        bool found = false;
        for (size_t k = 0; k < count; k++) {
            const char *one = json_string_value(json_array_get(given, k));
            found = found || strcmp(one, column->choices[i]) == 0;
        }
        ck_assert_msg(found, "%s: no %s in datapackage.json", where, column->choices[i]);
    }
}

/* Which patterns are right is for the outside validator to find out; which cells have one is not.
 */
static bool has_pattern(enum cell_kind kind) {
    return kind == CELL_ID || kind == CELL_DATE || kind == CELL_COUNTRY || kind == CELL_COUNTRIES ||
           kind == CELL_LANGUAGE || kind == CELL_LANGUAGES || kind == CELL_URL ||
           kind == CELL_FILE || kind == CELL_AMOUNT || kind == CELL_CURRENCY ||
           kind == CELL_CHOICES || kind == CELL_WORD;
}

static void field_hold(const struct schema_column *column, const json_t *field, const char *where) {
    const json_t *constraints = json_object_get(field, "constraints");
    const json_t *width = json_object_get(constraints, "maxLength");
    const json_t *least = json_object_get(constraints, "minimum");
    const bool number = column->kind == CELL_NUMBER || column->kind == CELL_POSITION;
    ck_assert_msg(strcmp(text_of(field, "name"), column->name) == 0, "%s: %s stands there", where,
                  text_of(field, "name"));
    ck_assert_msg(json_is_true(json_object_get(constraints, "required")) == column->required,
                  "%s: required in one of them only", where);
    ck_assert_msg(json_integer_value(width) == column->width, "%s: another width", where);
    ck_assert_msg(strcmp(text_of(field, "type"), number ? "integer" : "string") == 0,
                  "%s: another type", where);
    ck_assert_msg((least != NULL) == number, "%s: a minimum in one of them only", where);
    ck_assert_msg(json_integer_value(least) == (column->kind == CELL_POSITION), "%s: minimum",
                  where);
    ck_assert_msg((json_object_get(constraints, "pattern") != NULL) == has_pattern(column->kind),
                  "%s: a form in one of them only", where);
    if (column->kind != CELL_CHOICES) {
        choices_hold(column, json_object_get(constraints, "enum"), where);
    }
}

START_TEST(package_says_the_same) {
    const enum schema_id id = (enum schema_id)_i;
    const struct schema *schema = schema_get(id);
    json_t *package = package_load();
    const json_t *resource = resource_find(package, schema->name);
    const json_t *given = json_object_get(resource, "schema");
    const json_t *fields = json_object_get(given, "fields");
    const json_t *keys = json_object_get(given, "primaryKey");
    ck_assert_str_eq(text_of(resource, "path"), schema->file);
    ck_assert_uint_eq(json_array_size(fields), schema->count);
    ck_assert_uint_eq(json_array_size(keys), schema->keys);
    size_t targets = 0;
    for (size_t i = 0; i < schema->count; i++) {
        const struct schema_column *column = &schema->columns[i];
        char where[LINE_ROOM];
        snprintf(where, sizeof where, "%s, %s", schema->name, column->name);
        field_hold(column, json_array_get(fields, i), where);
        if (i < schema->keys) {
            ck_assert_str_eq(json_string_value(json_array_get(keys, i)), column->name);
        }
        ck_assert_msg(schema_target(id, i) == target_find(given, column->name),
                      "%s: refers to another table", where);
        targets += schema_target(id, i) != SCHEMA_COUNT;
    }
    ck_assert_uint_eq(json_array_size(json_object_get(given, "foreignKeys")), targets);
    json_decref(package);
}
END_TEST

START_TEST(package_has_no_more) {
    json_t *package = package_load();
    ck_assert_uint_eq(json_array_size(json_object_get(package, "resources")), SCHEMA_COUNT);
    json_decref(package);
}
END_TEST

/* --- README --------------------------------------------------------------------------------- */

/* What README says of the columns of one table. */
struct told {
    const struct schema *schema;
    enum schema_id id;
    size_t columns; /* told so far */
};

/* Cuts the word at `*text` off, and says whether there is one. */
static bool word_cut(const char **text, char word[NAME_ROOM]) {
    *text += strspn(*text, " ");
    const size_t length = strcspn(*text, " ,\r\n");
    snprintf(word, NAME_ROOM, "%.*s", (int)length, *text);
    *text += length;
    return length > 0;
}

/* Holds "name K ! >" against the next column; `text` stands behind the name. */
static void marks_hold(struct told *told, const char *name, const char *text) {
    const struct schema *schema = told->schema;
    const size_t i = told->columns++;
    ck_assert_msg(i < schema->count, "README: %s has no column %s", schema->name, name);
    const struct schema_column *column = &schema->columns[i];
    ck_assert_msg(strcmp(column->name, name) == 0, "README: %s stands in place of %s of %s", name,
                  column->name, schema->name);
    char marks[4] = "";
    char word[NAME_ROOM];
    while (word_cut(&text, word) && strlen(word) == 1 && strchr("K!>", word[0]) &&
           strlen(marks) < sizeof marks - 1) {
        strcat(marks, word);
    }
    ck_assert_msg((strchr(marks, 'K') != NULL) == (i < schema->keys), "README: K of %s, %s",
                  schema->name, name);
    ck_assert_msg((strchr(marks, '!') != NULL) == column->required, "README: ! of %s, %s",
                  schema->name, name);
    ck_assert_msg((strchr(marks, '>') != NULL) == (schema_target(told->id, i) != SCHEMA_COUNT),
                  "README: > of %s, %s", schema->name, name);
}

/* A row of one column, or of several that have no marks: "start, end    dates". */
static void row_hold(struct told *told, const char *text) {
    char word[NAME_ROOM];
    bool more = true;
    while (more && word_cut(&text, word)) {
        more = *text == ',';
        marks_hold(told, word, more ? "" : text);
        text += more;
    }
}

/* Columns of a whole table, with commas between them: "item_id K !, question_id ! >, …". */
static void columns_hold(struct told *told, const char *text) {
    char word[NAME_ROOM];
    while (text && word_cut(&text, word)) {
        marks_hold(told, word, text);
        const char *comma = strchr(text, ',');
        text = comma ? comma + 1 : NULL;
    }
}

/* Begins with the columns of a table. NULL when there is none of this name. */
static struct told *table_begin(struct told *told, const char *name, size_t length) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        const char *known = schema_get(id)->name;
        if (strlen(known) == length && strncmp(known, name, length) == 0) {
            told[id] = (struct told){.schema = schema_get(id), .id = id};
            return &told[id];
        }
    }
    return NULL;
}

/*
 * A row of one of several tables: "items   item_id K !, …", or more columns of `last` when it is
 * indented further. Returns the table that it tells of.
 */
static struct told *table_hold(struct told *told, struct told *last, const char *line) {
    const char *text = line + strspn(line, " ");
    struct told *table = last;
    if (text == line + INDENT) {
        const size_t length = strcspn(text, " ");
        table = table_begin(told, text, length);
        ck_assert_msg(table, "README tells of a table that is not there: %s", line);
        text += length;
    }
    columns_hold(table, text);
    return table;
}

/* The table that a heading "### practices.csv: …" begins; NULL for one of several tables. */
static struct told *heading_read(struct told *told, const char *line) {
    const char *name = line + strlen("### ");
    const size_t length = strcspn(name, ".");
    if (name[length + strlen(".csv")] == ',') {
        return NULL;
    }
    struct told *table = table_begin(told, name, length);
    ck_assert_msg(table, "README tells of a table that is not there: %s", line);
    return table;
}

START_TEST(readme_says_the_same) {
    char path[PATH_ROOM];
    char line[LINE_ROOM];
    struct told told[SCHEMA_COUNT] = {0};
    struct told *table = NULL; /* of the heading */
    struct told *last = NULL;  /* of the rows below a heading of several */
    bool reading = false; /* the first indented lines below a heading */
    path_make(path, "README");
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    while (fgets(line, sizeof line, file)) {
        const bool row = strspn(line, " ") == INDENT;
        const bool more = strspn(line, " ") > INDENT && last;
        if (strncmp(line, "### ", INDENT) == 0) {
            table = heading_read(told, line);
            last = NULL;
            reading = true;
        } else if (reading && row && table) {
            row_hold(table, line);
        } else if (reading && !table && (row || more)) {
            last = table_hold(told, last, line);
        }
        const bool told_some = table ? table->columns > 0 : last != NULL;
        reading = reading && !(line[0] == '\n' && told_some);
    }
    fclose(file);
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        ck_assert_msg(told[id].columns == schema_get(id)->count, "README tells %zu columns of %s",
                      told[id].columns, schema_get(id)->file);
    }
}
END_TEST

/* --- by itself ------------------------------------------------------------------------------ */

START_TEST(files_refer_to_earlier_ones) {
    for (enum schema_id id = 0; id < SCHEMA_COUNT; id++) {
        const struct schema *schema = schema_get(id);
        for (size_t i = 0; i < schema->count; i++) {
            const enum schema_id to = schema_target(id, i);
            ck_assert(to == SCHEMA_COUNT || to < id);
            const enum cell_kind kind = schema->columns[i].kind;
            ck_assert((kind == CELL_CHOICE || kind == CELL_CHOICES) ==
                      (schema->columns[i].choices != NULL));
            ck_assert(i >= schema->keys || schema->columns[i].required);
        }
    }
}
END_TEST

int main(void) {
    TCase *schemas = tcase_create("schema");
    tcase_add_loop_test(schemas, package_says_the_same, 0, SCHEMA_COUNT);
    tcase_add_test(schemas, package_has_no_more);
    tcase_add_test(schemas, readme_says_the_same);
    tcase_add_test(schemas, files_refer_to_earlier_ones);
    Suite *suite = suite_create("schema");
    suite_add_tcase(suite, schemas);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
