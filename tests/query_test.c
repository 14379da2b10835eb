/* query: what was typed, read; and where it stands in a text. */
#include "vademecum/base/count.h"
#include "vademecum/find/facets.h"
#include "vademecum/find/query.h"
#include "vademecum/find/tokens.h"

#include <check.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "field:part …" of a query; * for any field. */
static const char *query_print(struct arena *arena, const char *typed) {
    const struct query query = query_read(arena, typed);
    const char *line = "";
    for (size_t i = 0; i < query.count; i++) {
        const struct query_word *word = &query.words[i];
        const char *field = "*";
        for (enum sought of = 0; of < SOUGHT_FIELDS; of++) {
            field = word->fields == SOUGHT_BIT(of) ? sought_name(of) : field;
        }
        line = arena_printf(arena, "%s%s%s:%s%s%s", line, i ? " " : "", field, word->part,
                            word->country == FACET_NONE ? "" : "!", word->year ? "!" : "");
    }
    return line;
}

START_TEST(typed_text_becomes_words) {
    static const struct {
        const char *typed;
        const char *words;
    } cases[] = {
        {"", ""},
        {"   \t ", ""},
        {"Brno", "*:brno"},
        {" ŁÓDŹ  ústí ", "*:lodz *:usti"},
        {"d'Azur o’clock", "*:dazur *:oclock"},
        {"title:Brno", "title:brno"},
        {"TITLE:Brno", "title:brno"},
        {"town:Brno", "city:brno"},
        {"organization:caritas", "organisation:caritas"},
        {"country:cz", "country:cz!"},
        {"country:Czechia", "country:czechia!"},
        {"country:\"Czech Republic\"", "country:czech republic!"},
        {"country:czec", "country:czec"},
        {"area:\"equal treatment\"", "area:equal area:treatment"},
        {"area:\"equal treat", "area:equal area:treat"},
        {"year:2018", "year:2018!"},
        {"year:201", "year:201"},
        {"2018", "*:2018"},
        {"title:", ""},
        {":", ""},
        {":brno", "*:brno"},
        {"10:30", "*:10 *:30"},
        {"https://example.org/a", "*:https *:example *:org *:a"},
        {"title:a:b", "title:a title:b"},
        {"\"", ""},
        {"+ – €", ""},
        {"\xFF\xC3", ""},
    };
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    for (size_t i = 0; i < COUNT(cases); i++) {
        ck_assert_str_eq(query_print(&arena, cases[i].typed), cases[i].words);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(unknown_field_is_told_with_the_one_meant) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    const struct query query = query_read(&arena, "contry:cz");
    ck_assert_str_eq(query.unknown, "contry");
    ck_assert_str_eq(query.meant, "country");
    ck_assert_ptr_null(query_read(&arena, "country:cz").unknown);
    ck_assert_ptr_null(query_read(&arena, "10:30").meant);
    arena_free(&arena);
}
END_TEST

START_TEST(too_much_is_cut) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    char typed[4096];
    memset(typed, 'a', sizeof typed - 1);
    typed[sizeof typed - 1] = '\0';
    struct query query = query_read(&arena, typed);
    for (size_t i = 0; i < query.count; i++) {
        ck_assert_uint_le(strlen(query.words[i].part), TOKENS_PART_MAX);
    }
    for (size_t i = 1; i < sizeof typed - 1; i += 2) {
        typed[i] = ' ';
    }
    query = query_read(&arena, typed);
    ck_assert_uint_eq(query.count, QUERY_WORDS_MAX);
    arena_free(&arena);
}
END_TEST

/* The text with [ ] around what matches. */
static const char *marked(struct arena *arena, const char *typed, enum sought field,
                          const char *text) {
    const struct query query = query_read(arena, typed);
    const char *line = "";
    size_t from = 0;
    size_t start;
    size_t end;
    while (query_match(&query, field, text, strlen(text), from, &start, &end)) {
        ck_assert_uint_lt(start, end);
        line = arena_printf(arena, "%s%.*s[%.*s]", line, (int)(start - from), text + from,
                            (int)(end - start), text + start);
        from = end;
    }
    return arena_printf(arena, "%s%s", line, text + from);
}

START_TEST(matches_begin_in_the_part_that_is_asked_for) {
    static const char text[] = "a bc bc";
    struct arena arena;
    size_t start = 0;
    size_t end = 0;
    arena_init(&arena, (struct arena_end){NULL, NULL});
    const struct query query = query_read(&arena, "bc");
    ck_assert(!query_match(&query, SOUGHT_TITLE, text, 2, 0, &start, &end));
    ck_assert(query_match(&query, SOUGHT_TITLE, text, 3, 0, &start, &end));
    ck_assert_uint_eq(start, 2);
    ck_assert_uint_eq(end, 4);
    ck_assert(!query_match(&query, SOUGHT_TITLE, text, 3, end, &start, &end));
    arena_free(&arena);
}
END_TEST

START_TEST(matches_are_whole_characters_of_the_text) {
    static const struct {
        const char *typed;
        const char *text;
        const char *marked;
    } cases[] = {
        {"lodz", "W Łodzi i ŁÓDŹ.", "W [Łodz]i i [ŁÓDŹ]."},
        {"usti", "Ústí nad Labem", "[Ústí] nad Labem"},
        {"strasse", "Hauptstraße", "Haupt[straße]"},
        {"sse", "straße", "stra[ße]"},
        {"ss", "straße", "stra[ß]e"},
        {"e", "été", "[é]t[é]"},
        {"ete", "e\u0301te\u0301 later", "[e\u0301te\u0301] later"},
        {"integr", "In\u00ADtegration", "[In\u00ADtegr]ation"},
        {"fin", "ﬁnd", "[ﬁn]d"},
        {"i", "ﬁnd", "[ﬁ]nd"},
        {"aa", "aaaaa", "[aa][aa]a"},
        {"in integration", "integration in it", "[integration] [in] it"},
        {"brno", "", ""},
        {"", "Brno", "Brno"},
        {"ne two", "one two", "o[ne] [two]"},
        {"b",
         "a\xFF"
         "b\xC3",
         "a\xFF[b]\xC3"},
        {"title:brno", "Brno", "[Brno]"},
        {"city:brno", "Brno", "Brno"},
        {"country:cz", "CZ", "CZ"},
    };
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    for (size_t i = 0; i < COUNT(cases); i++) {
        ck_assert_str_eq(marked(&arena, cases[i].typed, SOUGHT_TITLE, cases[i].text),
                         cases[i].marked);
    }
    ck_assert_str_eq(marked(&arena, "country:cz", SOUGHT_COUNTRY, "Czechia"), "[Cz]echia");
    arena_free(&arena);
}
END_TEST

START_TEST(word_in_a_text_is_where_it_matches) {
    struct arena arena;
    arena_init(&arena, (struct arena_end){0});
    const struct query query = query_read(&arena, "lodz country:uk");
    ck_assert(query_word_in(&query.words[0], SOUGHT_NOTE, "in Łódź"));
    ck_assert(!query_word_in(&query.words[0], SOUGHT_NOTE, "in Łó dź"));
    ck_assert(query_word_in(&query.words[1], SOUGHT_COUNTRY, "GB"));
    ck_assert(query_word_in(&query.words[1], SOUGHT_COUNTRY, "United Kingdom"));
    ck_assert(!query_word_in(&query.words[1], SOUGHT_COUNTRY, "UA"));
    ck_assert(!query_word_in(&query.words[1], SOUGHT_NOTE, "GB"));
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *query = tcase_create("query");
    tcase_add_test(query, typed_text_becomes_words);
    tcase_add_test(query, unknown_field_is_told_with_the_one_meant);
    tcase_add_test(query, too_much_is_cut);
    tcase_add_test(query, matches_begin_in_the_part_that_is_asked_for);
    tcase_add_test(query, matches_are_whole_characters_of_the_text);
    tcase_add_test(query, word_in_a_text_is_where_it_matches);
    Suite *suite = suite_create("query");
    suite_add_tcase(suite, query);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
