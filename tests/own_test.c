/* own: ids and fields of own practices, and what is typed for a field as it is stored. */
#include "stage.h"

#include "vademecum/base/text.h"
#include "vademecum/catalogue/syntax.h"
#include "vademecum/review/own.h"

#include <locale.h>

#define RUN "k3f9a2c17"

/* Two schemes with terms; the third, "fund", has none. */
static void stage_terms(struct stage *stage) {
    static const char *const terms[][3] = {
        {"area", "rights", "Law"}, /* an id comes before a label */
        {"area", "work", "Work and training"},
        {"area", "law", "Právo"},
        {"area", "care", "Забота"},
        {"target_group", "women", "Women"},
        {"target_group", "work", "Those at work"},
    };
    stage_begin(stage);
    for (size_t i = 0; i < COUNT(terms); i++) {
        char position[24];
        snprintf(position, sizeof position, "%zu", i + 1);
        PUT(stage, SCHEMA_TERMS, TERM_COLUMNS, [TERM_SCHEME] = terms[i][0],
            [TERM_TERM] = terms[i][1], [TERM_POSITION] = position, [TERM_LABEL] = terms[i][2]);
    }
    stage_open(stage, NULL);
}

static const struct {
    const char *title;
    const char *id;
} ids[] = {
    {"Language café", "own-language-cafe-" RUN},
    {"Łódź: kawiarnia  językowa!", "own-lodz-kawiarnia-jezykowa-" RUN},
    {"  -- Open doors -- ", "own-open-doors-" RUN},
    {"../../etc", "own-etc-" RUN},
    {"ＡＢＣ 123", "own-abc-123-" RUN},
    {"Кафе", "own-practice-" RUN},
    {"", "own-practice-" RUN},
    {"A title that is much longer than any slug may be",
     "own-a-title-that-is-much-longer-than-any-slu-" RUN},
    {"abcdefghij abcdefghij abcdefghij abcdefg hij",
     "own-abcdefghij-abcdefghij-abcdefghij-abcdefg-" RUN},
    {"\x1B[2J\xFF", "own-2j-" RUN},
};

START_TEST(id_is_made_of_the_title) {
    struct arena arena;
    struct review review;
    arena_init(&arena, (struct arena_end){0});
    review_init(&review, &arena);
    const char *id = own_id(&arena, &review, ids[_i].title, RUN);
    ck_assert_str_eq(id, ids[_i].id);
    ck_assert(syntax_is_id(id));
    ck_assert(own_is(id));
    ck_assert_uint_le(strlen(id), strlen("own--" RUN) + OWN_SLUG_MAX);
    arena_free(&arena);
}
END_TEST

/* A spreadsheet that only opens and saves a log leaves such ids as they are. */
START_TEST(id_looks_like_nothing_else) {
    static const char *const titles[] = {"May 5",   "1e5",   "007",  "true", "FALSE", "2017-10",
                                         "1-2-3",   "mar 24", "1.40", ".5",   "12345678901234567890",
                                         "12:30:00", "=1+1", "-5",   "@SUM(A1)", "1/2", "March", "E5"};
    struct arena arena;
    struct review review;
    arena_init(&arena, (struct arena_end){0});
    review_init(&review, &arena);
    for (size_t i = 0; i < COUNT(titles); i++) {
        const char *id = own_id(&arena, &review, titles[i], RUN);
        ck_assert_msg(syntax_change(id) == CHANGE_NONE, "%s", id);
        ck_assert_msg(strncmp(id, "own-", strlen("own-")) == 0, "%s", id);
        ck_assert(syntax_is_id(id));
    }
    ck_assert(syntax_change("may5") != CHANGE_NONE); /* the question is one that can be answered */
    arena_free(&arena);
}
END_TEST

static void event_apply(struct review *review, const char *practice, const char *value) {
    struct event event = {
        .run = RUN,
        .counter = review->highest + 1,
        .time = "",
        .reviewer = "ana",
        .practice = practice,
        .item = "",
        .field = "own.title",
        .value = value,
    };
    ck_assert_int_eq(review_apply(review, &event), REVIEW_NEW);
}

static const struct {
    const char *title;
    const char *second; /* what its id becomes after the first one was used */
    const char *third;
} twins[] = {
    {"Café", "own-cafe-2-" RUN, "own-cafe-3-" RUN},
    {"Кафе", "own-practice-2-" RUN, "own-practice-3-" RUN},
    {"abcdefghij abcdefghij abcdefghij abcd ab x",
     "own-abcdefghij-abcdefghij-abcdefghij-abcd-2-" RUN,
     "own-abcdefghij-abcdefghij-abcdefghij-abcd-3-" RUN},
};

START_TEST(same_title_gets_another_id) {
    struct arena arena;
    struct review review;
    arena_init(&arena, (struct arena_end){0});
    review_init(&review, &arena);
    event_apply(&review, own_id(&arena, &review, twins[_i].title, RUN), twins[_i].title);
    const char *second = own_id(&arena, &review, twins[_i].title, RUN);
    ck_assert_str_eq(second, twins[_i].second);
    /* Also after its title was taken back. */
    event_apply(&review, second, "");
    ck_assert_str_eq(own_id(&arena, &review, twins[_i].title, RUN), twins[_i].third);
    arena_free(&arena);
}
END_TEST

START_TEST(catalogue_ids_are_not_own) {
    ck_assert(!own_is("cz-brno-intercultural-work"));
    ck_assert(!own_is("owner"));
    ck_assert(!own_is("own"));
    ck_assert(!own_is(""));
}
END_TEST

/* How often the fields have this name. */
static size_t field_count(const char *name) {
    size_t count;
    size_t found = 0;
    const struct own_field *fields = own_fields(&count);
    for (size_t i = 0; i < count; i++) {
        found += strcmp(fields[i].name, name) == 0;
    }
    return found;
}

START_TEST(fields_are_the_columns_and_schemes) {
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    const char *const *schemes = schema_get(SCHEMA_TERMS)->columns[TERM_SCHEME].choices;
    char name[64];
    size_t expected = 0;
    for (size_t i = 0; i < schema->count; i++) {
        /* Who describes a practice of their own needs no proof of it. */
        const bool id = i == PRACTICE_ID || i == PRACTICE_COLLECTION || i == PRACTICE_PROOF;
        snprintf(name, sizeof name, "own.%s", schema->columns[i].name);
        ck_assert_msg(field_count(name) == !id, "%s", name);
        expected += !id;
        ck_assert(id || own_field(name)->required == schema->columns[i].required);
    }
    for (size_t i = 0; schemes[i]; i++) {
        snprintf(name, sizeof name, "own.%s", schemes[i]);
        ck_assert_msg(field_count(name) == 1, "%s", name);
        ck_assert_str_eq(own_field(name)->scheme, schemes[i]);
        expected++;
    }
    size_t count;
    own_fields(&count);
    ck_assert_uint_eq(count, expected);
    ck_assert_ptr_null(own_field("title"));
    ck_assert_ptr_null(own_field("own.practice_id"));
    ck_assert_ptr_null(own_field(""));
}
END_TEST

START_TEST(fields_suit_their_kind) {
    static const enum own_kind kinds[] = {
        [CELL_TEXT] = OWN_TEXT,
        [CELL_DATE] = OWN_DATE,
        [CELL_COUNTRY] = OWN_COUNTRY,
        [CELL_LANGUAGE] = OWN_LANGUAGE,
        [CELL_LANGUAGES] = OWN_LANGUAGES,
        [CELL_CHOICE] = OWN_CHOICE,
        [CELL_URL] = OWN_LINK,
    };
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    size_t count;
    const struct own_field *fields = own_fields(&count);
    for (size_t i = 0; i < count; i++) {
        const struct own_field *field = &fields[i];
        ck_assert_int_le(text_width(field->label, LETTERS_ALL), 16);
        ck_assert_int_eq(field->scheme != NULL, field->kind == OWN_TERMS);
        ck_assert_int_eq(field->choices != NULL, field->kind == OWN_CHOICE);
        for (size_t c = 0; c < schema->count; c++) {
            const struct schema_column *column = &schema->columns[c];
            if (strcmp(field->name + strlen("own."), column->name) != 0) {
                continue;
            }
            ck_assert(field->kind == kinds[column->kind] ||
                      (field->kind == OWN_LINE && column->kind == CELL_TEXT));
            for (size_t k = 0; column->kind == CELL_CHOICE && (k == 0 || column->choices[k - 1]);
                 k++) {
                ck_assert_pstr_eq(field->choices[k].value, column->choices[k]);
            }
        }
    }
}
END_TEST

static const struct {
    const char *field;
    const char *typed;
    const char *expected;
} inputs[] = {
    {"own.title", "  Language \t café\n", "Language café"},
    {"own.title", "one\r\ntwo", "one two"},
    {"own.summary", " one\r\ntwo\r\tthree ", " one\ntwo\n\tthree "},
    {"own.summary", " \n ", ""},
    {"own.note", "", ""},
    {"own.start", "1.5.2026", "2026-05-01"},
    {"own.end", "2026", "2026"},
    {"own.end", " ", ""},
    {"own.country", "Czechia", "CZ"},
    {"own.country", " cz ", "CZ"},
    {"own.country", "Czech Republic", "CZ"},
    {"own.country", "UK", "GB"},
    {"own.lang", "Czech", "cs"},
    {"own.lang", "pt_BR", "pt-BR"},
    {"own.languages", "Czech, EN;Farsi ;", "cs; en; fa"},
    {"own.languages", "cs", "cs"},
    {"own.website", "www.brno.cz", "https://www.brno.cz"},
    {"own.website", "https://brno.cz/a", "https://brno.cz/a"},
    {"own.scale", "EU-wide", "eu"},
    {"own.scale", " Local\n", "local"},
    {"own.ongoing", "YES", "yes"},
    {"own.area", "work", "work"},
    {"own.area", " Work  and Training ", "work"},
    {"own.area", "pravo", "law"},
    {"own.area", "забота", "care"},
    {"own.area", "law; WORK,law", "work; law"},
    {"own.target_group", "work; Women", "women; work"},
    {"own.area", " ; ", ""},
};

START_TEST(input_becomes_what_is_stored) {
    struct stage stage;
    struct fault fault = {.kind = FAULT_NONE};
    stage_terms(&stage);
    const struct own_field *field = own_field(inputs[_i].field);
    const char *value = own_value(&stage.arena, &stage.catalogue, field, inputs[_i].typed, &fault);
    ck_assert_msg(value, "%s", fault.text);
    ck_assert_str_eq(value, inputs[_i].expected);
    if (value[0]) {
        ck_assert_str_eq(own_value(&stage.arena, &stage.catalogue, field, value, &fault), value);
    }
    stage_end(&stage);
}
END_TEST

static const struct {
    const char *field;
    const char *typed;
    const char *told; /* a part of the sentence */
} refusals[] = {
    {"own.title", "", "\"Title\" cannot be empty"},
    {"own.title", " \n\t", "\"Title\" cannot be empty"},
    {"own.title", "a\x1B[2J", ""},
    {"own.summary", "\xFF", ""},
    {"own.start", "31.2.2026", "\"31.2.2026\" is not in the calendar"},
    {"own.start", "soon", "\"soon\" is not a date"},
    {"own.country", "Bohemia", "\"Bohemia\" is not a country known here. Write its name"},
    {"own.country", "Czechja", "\"Czechja\" is not a country known here; did you mean Czechia?"},
    {"own.lang", "Ukranian", "did you mean Ukrainian?"},
    {"own.languages", "cs; Polsh", "\"Polsh\" is not a language known here; did you mean Polish?"},
    {"own.scale", "regionl", "did you mean regional? Choose from it: local, regional, national,"},
    {"own.country", "CZ; PL", "is not a country known here"},
    {"own.lang", "Elvish", "\"Elvish\" is not a language known here"},
    {"own.languages", "cs; Elvish; en", "\"Elvish\" is not a language known here"},
    {"own.website", "none", "\"none\" is not a web address"},
    {"own.website", "javascript:alert(1)", "is not a web address"},
    {"own.scale", "big",
     "\"big\" is not in the list for \"Scale\". Choose from it: local, regional, "
     "national, EU-wide, international."},
    {"own.ongoing", "perhaps", "Choose from it: yes, no."},
    {"own.area", "women", "Choose from it: Law, Work and training, Právo, Забота."},
    {"own.area", "work; Work and trainings",
     "did you mean Work and training? Choose from it: Law, Work and training, Právo, Забота."},
    {"own.area", "Работа", "\"Работа\" is not in the list for \"Areas\""},
    {"own.area", "Any", "Choose from it: Law, Work and training, Právo, Забота."},
    {"own.fund", "amif", "\"amif\" is not in the list for \"Funded by\", which is empty"},
};

START_TEST(what_a_field_cannot_hold_is_refused) {
    struct stage stage;
    struct fault fault = {.kind = FAULT_NONE};
    stage_terms(&stage);
    ck_assert_ptr_null(own_value(&stage.arena, &stage.catalogue, own_field(refusals[_i].field),
                                 refusals[_i].typed, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    ck_assert(fault.text[0]);
    ck_assert_msg(strstr(fault.text, refusals[_i].told), "%s", fault.text);
    stage_end(&stage);
}
END_TEST

static const struct {
    const char *scheme;
    const char *value;
    const char *expected;
} stored[] = {
    {"area", "law; work", "work law "},
    {"area", "gone; law", "law "},
    {"target_group", "work", "work "},
    {"target_group", "law", ""},
    {"area", "", ""},
    {"area", ";; ,", ""},
    {"nothing", "work", ""},
};

START_TEST(stored_terms_are_found) {
    struct stage stage;
    char found[64] = "";
    size_t count;
    stage_terms(&stage);
    const struct term **terms = own_terms(&stage.arena, &stage.catalogue, stored[_i].scheme,
                                          stored[_i].value, &count);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(record_cell(&terms[i]->record, TERM_SCHEME), stored[_i].scheme);
        strcat(strcat(found, record_cell(&terms[i]->record, TERM_TERM)), " ");
    }
    ck_assert_str_eq(found, stored[_i].expected);
    stage_end(&stage);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *practice = tcase_create("practice");
    tcase_add_loop_test(practice, id_is_made_of_the_title, 0, (int)COUNT(ids));
    tcase_add_test(practice, id_looks_like_nothing_else);
    tcase_add_loop_test(practice, same_title_gets_another_id, 0, (int)COUNT(twins));
    tcase_add_test(practice, catalogue_ids_are_not_own);
    tcase_add_test(practice, fields_are_the_columns_and_schemes);
    tcase_add_test(practice, fields_suit_their_kind);
    TCase *values = tcase_create("values");
    tcase_add_loop_test(values, input_becomes_what_is_stored, 0, (int)COUNT(inputs));
    tcase_add_loop_test(values, what_a_field_cannot_hold_is_refused, 0, (int)COUNT(refusals));
    tcase_add_loop_test(values, stored_terms_are_found, 0, (int)COUNT(stored));
    Suite *suite = suite_create("own");
    suite_add_tcase(suite, practice);
    suite_add_tcase(suite, values);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
