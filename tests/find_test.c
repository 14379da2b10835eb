/* find: what is found in ten practices and in a review of them, and what is said of it. */
#include "stage.h"

#include "vademecum/find/find.h"

#include <locale.h>

enum {
    OWN_MANY = 50000
};

/* The ten practices of SPRING, and what "ana" says. */
struct desk {
    struct stage stage;
    struct review review;
    struct find *find;
};

static void desk_open(struct desk *desk) {
    stage_spring(&desk->stage);
    review_init(&desk->review, &desk->stage.arena);
    desk->find = find_all(&desk->stage.catalogue, &desk->review, "ana", &desk->stage.arena);
}

static void desk_close(struct desk *desk) {
    find_free(desk->find);
    stage_end(&desk->stage);
}

static void say(struct desk *desk, const char *reviewer, const char *practice, const char *item,
                const char *field, const char *value) {
    struct event event = {
        .run = "k3f9a2c17",
        .counter = desk->review.highest + 1,
        .time = "",
        .reviewer = reviewer,
        .practice = practice,
        .item = item,
        .field = field,
        .value = value,
    };
    ck_assert_int_eq(review_apply(&desk->review, &event), REVIEW_NEW);
}

/* The ids found, a blank behind each. */
static const char *ids(struct desk *desk, const struct wish *wish) {
    struct arena *arena = &desk->stage.arena;
    const struct found found = find_run(desk->find, wish, arena);
    const char *line = "";
    for (size_t i = 0; i < found.count; i++) {
        line = arena_printf(arena, "%s%s ", line,
                            find_subjects(desk->find)->list[found.places[i]].id);
    }
    return line;
}

static const char *ids_of(struct desk *desk, const char *words) {
    const struct wish wish = {.words = words};
    return ids(desk, &wish);
}

static struct filters chosen(struct desk *desk, const char *typed) {
    struct filters filters = {.count = 0};
    struct fault fault;
    ck_assert_msg(filter_read(&filters, &desk->stage.catalogue, typed, &desk->stage.arena, &fault),
                  "%s", fault.text);
    return filters;
}

#define USTI "cz-usti-centre-for-foreigners "
#define GDANSK "pl-gdansk-immigrant-council "

START_TEST(words_find_whatever_their_case_and_accents) {
    struct desk desk;
    desk_open(&desk);
    ck_assert_str_eq(ids_of(&desk, "title:usti"), USTI);
    ck_assert_str_eq(ids_of(&desk, "title:ÚSTÍ"), USTI);
    ck_assert_str_eq(ids_of(&desk, "GDANSK"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "city:gdańsk country:pl"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "city:gdańsk country:poland"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "city:gdańsk country:cz"), "");
    /* The end of one field and the start of the next are no word. */
    ck_assert_str_eq(ids_of(&desk, "gdanskimmigrant"), "");
    const struct wish all = {.words = NULL};
    const struct found found = find_run(desk.find, &all, &desk.stage.arena);
    ck_assert_uint_eq(found.count, desk.stage.catalogue.practice_count);
    ck_assert_str_eq(ids(&desk, &all), ids_of(&desk, " \t "));
    desk_close(&desk);
}
END_TEST

START_TEST(what_the_reviewer_wrote_is_found_at_once) {
    struct desk desk;
    desk_open(&desk);
    ck_assert_str_eq(ids_of(&desk, "strasse"), "");
    say(&desk, "ana", "pl-gdansk-immigrant-council", "", "note", "In der Straße");
    ck_assert_str_eq(ids_of(&desk, "strasse"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "note:strasse"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "comment:strasse"), "");
    say(&desk, "ben", "cz-usti-centre-for-foreigners", "", "note", "In der Straße");
    ck_assert_str_eq(ids_of(&desk, "strasse"), GDANSK);
    say(&desk, "ana", "pl-gdansk-immigrant-council", "", "note", "");
    ck_assert_str_eq(ids_of(&desk, "strasse"), "");
    say(&desk, "ana", "pl-gdansk-immigrant-council", "inclusivity.1.1", "plan.goal", "zulu");
    ck_assert_str_eq(ids_of(&desk, "zulu"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "plan:zulu"), GDANSK);
    desk_close(&desk);
}
END_TEST

START_TEST(own_practices_stand_first_and_are_found_by_their_facts) {
    struct desk desk;
    desk_open(&desk);
    say(&desk, "ben", "own-zebra-k3f9a2c17", "", "own.title", "Zebra café");
    say(&desk, "ben", "own-zebra-k3f9a2c17", "", "own.country", "PL");
    say(&desk, "ana", "own-ant-k3f9a2c17", "", "own.title", "Ant café");
    say(&desk, "ana", "own-ant-k3f9a2c17", "", "own.area", "employment");
    ck_assert_str_eq(ids_of(&desk, "cafe"), "own-ant-k3f9a2c17 own-zebra-k3f9a2c17 ");
    ck_assert_str_eq(ids_of(&desk, "title:cafe country:poland"), "own-zebra-k3f9a2c17 ");
    ck_assert_str_eq(ids_of(&desk, "cafe area:job"), "own-ant-k3f9a2c17 ");
    const struct subjects *subjects = find_subjects(desk.find);
    ck_assert_uint_eq(subjects->own, 2);
    ck_assert_uint_eq(subjects->count, desk.stage.catalogue.practice_count + 2);
    ck_assert_int_eq(subjects_find(subjects, "own-zebra-k3f9a2c17"), 1);
    ck_assert_int_eq(subjects_find(subjects, "nobody"), -1);
    say(&desk, "ben", "own-zebra-k3f9a2c17", "", "own.title", "A zebra");
    ck_assert_str_eq(ids_of(&desk, "zebra"), "own-zebra-k3f9a2c17 ");
    ck_assert_int_eq(subjects_find(subjects, "own-zebra-k3f9a2c17"), 0);
    /* More than there is room for at first. */
    for (size_t i = 0; i < 100; i++) {
        const char *id = arena_printf(&desk.stage.arena, "own-%zu-k3f9a2c17", i);
        say(&desk, "ana", id, "", "own.title", id);
        ids_of(&desk, "cafe");
        ck_assert_uint_eq(subjects->own, 3 + i);
    }
    ck_assert_str_eq(ids_of(&desk, "title:usti"), USTI);
    desk_close(&desk);
}
END_TEST

/* Nothing looks at all of them for each of them: that would take a minute. */
START_TEST(many_own_practices_are_listed_at_once) {
    struct desk desk;
    desk_open(&desk);
    for (unsigned i = 0; i < OWN_MANY; i++) {
        char id[48];
        char title[24];
        snprintf(id, sizeof id, "own-x%u-k3f9a2c17", i);
        snprintf(title, sizeof title, "T %u", OWN_MANY - i);
        say(&desk, "ben", id, "", "own.title", title);
    }
    const struct wish wish = {.words = "title:t"};
    const struct found found = find_run(desk.find, &wish, &desk.stage.arena);
    const struct subjects *subjects = find_subjects(desk.find);
    ck_assert_uint_eq(subjects->own, OWN_MANY);
    ck_assert_uint_ge(found.count, OWN_MANY);
    ck_assert_str_eq(subjects->list[found.places[0]].title, "T 1");
    ck_assert_str_eq(subjects->list[found.places[1]].title, "T 2");
    ck_assert_str_eq(subjects->list[found.places[OWN_MANY - 1]].title, "T 50000");
    desk_close(&desk);
}
END_TEST

START_TEST(gaps_are_the_own_practices_that_was_marked_last) {
    struct desk desk;
    desk_open(&desk);
    struct arena *arena = &desk.stage.arena;
    const struct wish wish = {.words = "", .filters = chosen(&desk, "gaps=yes")};
    ck_assert_str_eq(ids(&desk, &wish), "");
    ck_assert(strstr(find_advice(desk.find, &wish, arena, NULL), "no gaps") != NULL);
    say(&desk, "ana", "own-ant-k3f9a2c17", "", "own.title", "Ant café");
    say(&desk, "ana", "own-ant-k3f9a2c17", "inclusivity.1.1", "verdict", "partly");
    say(&desk, "ana", "own-ant-k3f9a2c17", "inclusivity.1.2", "verdict", "not_met");
    say(&desk, "ana", "own-ant-k3f9a2c17", "inclusivity.1.3", "verdict", "met");
    say(&desk, "ana", "cz-brno-intercultural-work", "inclusivity.1.3", "verdict", "not_met");
    const struct found found = find_run(desk.find, &wish, arena);
    ck_assert_uint_eq(found.gaps, 2);
    ck_assert_uint_gt(found.count, 0);
    for (size_t i = 0; i < found.count; i++) {
        const struct subject *subject = &find_subjects(desk.find)->list[found.places[i]];
        ck_assert_uint_eq(find_gaps(desk.find, &wish, subject), 2);
        ck_assert_str_eq(find_gaps_words(desk.find, &wish, subject, arena),
                         "meets 2 of your 2 gaps");
    }
    const struct wish other = {.gaps_of = "cz-brno-intercultural-work"};
    ck_assert_uint_eq(find_run(desk.find, &other, arena).gaps, 1);
    desk_close(&desk);
}
END_TEST

START_TEST(hits_tell_in_which_field_and_question) {
    struct desk desk;
    desk_open(&desk);
    const struct wish wish = {.words = "gdansk"};
    const struct found found = find_run(desk.find, &wish, &desk.stage.arena);
    ck_assert_uint_eq(found.count, 1);
    const struct subject *subject = &find_subjects(desk.find)->list[found.places[0]];
    const char *words = find_hits_words(desk.find, &found.query, subject, NULL, &desk.stage.arena);
    ck_assert_str_eq(words, "title, summary, organisation, city and 7 more");
    size_t count;
    const struct find_hit *hits = find_hits(desk.find, &found.query, subject, &desk.stage.arena,
                                            &count);
    ck_assert_uint_eq(count, 12);
    ck_assert_int_eq(hits[0].field, SOUGHT_TITLE);
    size_t answers = 0;
    for (size_t i = 0; i < count; i++) {
        answers += hits[i].field == SOUGHT_ANSWER;
        ck_assert((hits[i].field == SOUGHT_ANSWER) == (hits[i].question != NULL));
    }
    ck_assert_uint_gt(answers, 0);
    const struct query none = query_read(&desk.stage.arena, "");
    ck_assert_str_eq(find_hits_words(desk.find, &none, subject, NULL, &desk.stage.arena), "");
    desk_close(&desk);
}
END_TEST

/* By the catalogue's table of synonyms, and countries in their own languages. */
START_TEST(words_of_people_find_what_they_mean) {
    static const char *const same[][2] = {
        {"jobs", "employment"},
        {"JOBS", "employment"},
        {"kids", "children"},
        {"interpreting", "language"},
        {"vzdělávání", "education"},
        {"vzdelav", "education"},
        {"zeny", "women"},
        {"uchodźcy", "refugees"},
        {"мова", "language"},
        {"Česko", "country:CZ"},
        {"polsko", "country:PL"},
        {"Polska", "country:PL"},
        {"Włochy", "country:IT"},
        {"Іспанія", "country:ES"},
        {"kids Polska", "children country:PL"},
    };
    struct desk desk;
    desk_open(&desk);
    for (size_t i = 0; i < COUNT(same); i++) {
        const char *expected = ids_of(&desk, same[i][1]);
        ck_assert_str_ne(expected, "");
        ck_assert_msg(strcmp(ids_of(&desk, same[i][0]), expected) == 0, "%s finds %s", same[i][0],
                      ids_of(&desk, same[i][0]));
    }
    /* Not in a field, not by the beginning of several words, and too short a beginning. */
    ck_assert_str_eq(ids_of(&desk, "title:jobs"), "");
    ck_assert_str_eq(ids_of(&desk, "мо"), "");
    const struct query two = find_run(desk.find, &(struct wish){.words = "inte"}, &desk.stage.arena)
                                 .query;
    ck_assert_uint_eq(two.also_count, 0);
    const struct wish wish = {.words = "jobs"};
    const struct found found = find_run(desk.find, &wish, &desk.stage.arena);
    ck_assert_str_eq(found.query.also[0].word.typed, "employment");
    const struct subject *subject = &find_subjects(desk.find)->list[found.places[0]];
    ck_assert_str_eq(
        find_hits_words(desk.find, &found.query, subject, NULL, &desk.stage.arena), "area");
    desk_close(&desk);
}
END_TEST

#define SIGNS(typed) "'" typed "' has no letter or digit, so nothing can be found by it."

START_TEST(advice_tells_what_to_leave_out) {
    static const char *const cases[][3] = {
        {"xyzzy", "", "No practice has \"xyzzy\"."},
        {"voluntears", "", "No practice has \"voluntears\". Did you mean \"volunteers\"? (5)"},
        {"EMPLOYMNET", "", "No practice has \"EMPLOYMNET\". Did you mean \"employment\"? (3)"},
        {"title:gdanks", "", "No practice has \"title:gdanks\". Did you mean \"title:gdansk\"? (1)"},
        {"helth volunteer", "",
         "No practice has \"helth volunteer\". Did you mean \"health volunteer\"? (2)"},
        {"voluntears", "country=ES", "No practice has all of this. Without \"voluntears\" there is 1."},
        {"gdansk xyzzy", "", "No practice has all of this. Without \"xyzzy\" there is 1."},
        {"title:gdansk title:usti", "",
         "No practice has all of this. Without \"title:gdansk\" there is 1; without \"title:usti\" "
         "1."},
        {"xyzzy plugh", "",
         "No practice has all of this, nor all but one of it. Try fewer words and filters."},
        {"gdansk", "country=CZ",
         "No practice has all of this. Without \"gdansk\" there are 3; without the filter country "
         "1."},
        {"", "year=1900", "No practice passes the filter year active."},
        {"++", "", SIGNS("++")},
        {" \U0001F44D ", "", SIGNS("\U0001F44D")},
        {"\u20AC ???", "", SIGNS("\u20AC")},
        {"\u0301", "", SIGNS("\u0301")},
        {"\"", "", SIGNS("\"")},
        {":", "", SIGNS(":")},
        {"++", "country=CZ", SIGNS("++")},
        {"++", "gaps=yes", SIGNS("++")},
        {"title:++", "", SIGNS("++")},
        {"title:", "", "No letter or digit stands behind the colon, so nothing can be found."},
        {"city:\"", "", "No letter or digit stands behind the colon, so nothing can be found."},
    };
    struct desk desk;
    desk_open(&desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct wish wish = {.words = cases[i][0]};
        if (cases[i][1][0]) {
            wish.filters = chosen(&desk, cases[i][1]);
        }
        ck_assert_str_eq(ids(&desk, &wish), "");
        ck_assert_str_eq(find_advice(desk.find, &wish, &desk.stage.arena, NULL), cases[i][2]);
    }
    desk_close(&desk);
}
END_TEST

START_TEST(signs_beside_words_do_not_matter) {
    struct desk desk;
    desk_open(&desk);
    ck_assert_str_eq(ids_of(&desk, "++ gdansk \u20AC title:"), GDANSK);
    ck_assert_str_eq(ids_of(&desk, "country:pl \u20AC gdansk"), GDANSK);
    const struct wish signs = {.words = "++"};
    const struct facet_counts counts = find_counts(desk.find, &signs, FACET_COUNTRY,
                                                   &desk.stage.arena);
    for (size_t i = 0; i < counts.count; i++) {
        ck_assert_uint_eq(counts.values[i].count, 0);
    }
    desk_close(&desk);
}
END_TEST

START_TEST(filters_keep_whoever_does_it_well) {
    struct desk desk;
    desk_open(&desk);
    struct stage *stage = &desk.stage;
    const struct wish wish = {.words = "xyzzy", .filters = chosen(&desk, "country=CZ")};
    const struct found found = find_run(desk.find, &wish, &stage->arena);
    const struct who_filter filter = find_filter(&found);
    const struct kin reviewed = {.id = "", .country = ""};
    const struct who who = who_list(&stage->catalogue, &reviewed,
                                    catalogue_item(&stage->catalogue, "inclusivity.1.1"), &filter,
                                    NULL, &stage->arena);
    ck_assert_uint_gt(who.count, 0);
    ck_assert_uint_lt(who.count, who.met);
    for (size_t i = 0; i < who.count; i++) {
        ck_assert_str_eq(record_cell(&who.entries[i].practice->record, PRACTICE_COUNTRY), "CZ");
    }
    desk_close(&desk);
}
END_TEST

START_TEST(practices_are_found_while_the_catalogue_is_read) {
    struct desk desk;
    desk_open(&desk);
    struct catalogue catalogue;
    struct arena arena;
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    ck_assert(catalogue_begin(&catalogue, &arena, desk.stage.catalogue.path, &fault));
    struct find *find = find_make(&catalogue, &arena);
    say(&desk, "ana", "own-ant-k3f9a2c17", "", "own.title", "Ant café in Gdańsk");
    say(&desk, "ana", "pl-gdansk-immigrant-council", "", "note", "zulu");
    find_review(find, &desk.review, "ana");
    const struct wish wish = {.words = "title:gdansk"};
    bool more = true;
    while (more) {
        more = catalogue_more(&catalogue);
        while (find_take(find, FIND_PRACTICES, 3)) {
            const struct found found = find_run(find, &wish, &arena);
            ck_assert_uint_ge(found.count, 1); /* the own one is there from the beginning */
            ck_assert_uint_le(found.of, catalogue.practice_count + 1);
            find_take(find, FIND_TEXTS, 1);
        }
    }
    find_complete(find);
    ck_assert_uint_eq(find_run(find, &wish, &arena).count, 2);
    while (find_take(find, FIND_ANSWERS, 1)) {
        ck_assert_uint_eq(find_run(find, &wish, &arena).count, 2);
    }
    /* Then it is as if all had been there at once. */
    static const char *const words[] = {"",     "e",          "migrant", "country:cz", "zulu",
                                        "cafe", "area:legal", "women",   "answer:the"};
    for (size_t i = 0; i < COUNT(words); i++) {
        const struct wish again = {.words = words[i], .order = i % ORDER_COUNT};
        const struct found one = find_run(find, &again, &arena);
        const struct found other = find_run(desk.find, &again, &arena);
        ck_assert_uint_eq(one.count, other.count);
        for (size_t j = 0; j < one.count; j++) {
            ck_assert_str_eq(find_subjects(find)->list[one.places[j]].id,
                             find_subjects(desk.find)->list[other.places[j]].id);
        }
    }
    find_free(find);
    catalogue_close(&catalogue);
    arena_free(&arena);
    desk_close(&desk);
}
END_TEST

START_TEST(counts_are_told_value_by_value) {
    struct desk desk;
    desk_open(&desk);
    struct arena *arena = &desk.stage.arena;
    const struct wish wish = {.words = "", .filters = chosen(&desk, "country=CZ")};
    struct facet_counts counts = find_counts(desk.find, &wish, FACET_COUNTRY, arena);
    ck_assert_uint_eq(counts.count, 5);
    static const char *const countries[] = {"Czechia", "Finland", "Italy", "Poland", "Spain"};
    for (size_t i = 0; i < counts.count; i++) {
        ck_assert_str_eq(filter_value_label(&desk.stage.catalogue, FACET_COUNTRY,
                                            counts.values[i].value, NULL, arena),
                         countries[i]);
        ck_assert_int_eq(counts.values[i].chosen, i == 0);
    }
    ck_assert_uint_eq(counts.values[0].count, 3);
    ck_assert_uint_eq(counts.unstated, 0);
    counts = find_counts(desk.find, &wish, FACET_TOOLS, arena);
    ck_assert_uint_eq(counts.count, 2);
    ck_assert_uint_eq(counts.values[0].count + counts.values[1].count, 3);
    counts = find_counts(desk.find, &wish, FACET_YEAR, arena);
    static const char *const years[] = {"running now", "ended", "2020s", "2010s", "2000s", "1990s"};
    ck_assert_uint_eq(counts.count, COUNT(years));
    for (size_t i = 0; i < counts.count; i++) {
        ck_assert_str_eq(filter_value_label(&desk.stage.catalogue, FACET_YEAR,
                                            counts.values[i].value, NULL, arena),
                         years[i]);
    }
    desk_close(&desk);
}
END_TEST

START_TEST(orders_are_read_and_slips_told) {
    struct arena arena;
    struct fault fault;
    arena_init(&arena, (struct arena_end){0});
    for (enum order order = 0; order < ORDER_COUNT; order++) {
        ck_assert_int_eq(sort_read(sort_name(order), &arena, &fault), order);
        ck_assert(sort_label(order)[0] != '\0');
    }
    ck_assert_int_eq(sort_read("Title", &arena, &fault), ORDER_TITLE);
    ck_assert_int_eq(sort_read("titel", &arena, &fault), ORDER_COUNT);
    ck_assert_str_eq(fault.text, "no order 'titel'; did you mean title?");
    ck_assert_int_eq(sort_read("zzz", &arena, &fault), ORDER_COUNT);
    ck_assert(strstr(fault.text, "there are title, country") != NULL);
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *find = tcase_create("find");
    tcase_add_test(find, words_find_whatever_their_case_and_accents);
    tcase_add_test(find, what_the_reviewer_wrote_is_found_at_once);
    tcase_add_test(find, own_practices_stand_first_and_are_found_by_their_facts);
    tcase_add_test(find, gaps_are_the_own_practices_that_was_marked_last);
    tcase_add_test(find, hits_tell_in_which_field_and_question);
    tcase_add_test(find, words_of_people_find_what_they_mean);
    tcase_add_test(find, advice_tells_what_to_leave_out);
    tcase_add_test(find, signs_beside_words_do_not_matter);
    tcase_add_test(find, filters_keep_whoever_does_it_well);
    tcase_add_test(find, practices_are_found_while_the_catalogue_is_read);
    tcase_add_test(find, counts_are_told_value_by_value);
    tcase_add_test(find, orders_are_read_and_slips_told);
    TCase *many = tcase_create("many");
    tcase_set_timeout(many, 30);
    tcase_add_test(many, many_own_practices_are_listed_at_once);
    Suite *suite = suite_create("find");
    suite_add_tcase(suite, many);
    suite_add_tcase(suite, find);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
