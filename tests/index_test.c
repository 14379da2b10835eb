/* index: which practices have a part of a word in which fields; against a plain look at each. */
#include "vademecum/base/count.h"
#include "vademecum/base/text.h"
#include "vademecum/find/index.h"
#include "vademecum/find/query.h"
#include "vademecum/find/tokens.h"

#include <check.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MANY = 12000,      /* practices: lists of several chunks */
    VOCABULARY = 9000, /* words: several blocks of them */
    LONG = 5000        /* bytes of a word */
};

/* Practices made of a title and a summary alone. */
struct shelf {
    struct arena arena;
    struct index *index;
    size_t count;
    const char *titles[MANY];    /* folded */
    const char *summaries[MANY]; /* folded */
};

static struct shelf *shelf_make(void) {
    struct shelf *shelf = calloc(1, sizeof *shelf);
    ck_assert_ptr_nonnull(shelf);
    arena_init(&shelf->arena, (struct arena_end){0});
    shelf->index = index_make(&shelf->arena);
    return shelf;
}

static void shelf_end(struct shelf *shelf) {
    arena_free(&shelf->arena);
    free(shelf);
}

static void shelf_put(struct shelf *shelf, const char *title, const char *summary) {
    const size_t length = strlen(title) + strlen(summary) + PRACTICE_COLUMNS;
    char *cells = arena_alloc(&shelf->arena, length);
    char *end = cells;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        end = stpcpy(end, i == PRACTICE_TITLE ? title : i == PRACTICE_SUMMARY ? summary : "") + 1;
    }
    const struct practice practice = {.record = {.cells = cells}, .index = shelf->count};
    index_add_practice(shelf->index, &practice);
    shelf->titles[shelf->count] = text_fold(&shelf->arena, title);
    shelf->summaries[shelf->count] = text_fold(&shelf->arena, summary);
    shelf->count++;
}

static void shelf_check(struct shelf *shelf, const char *part, uint32_t fields) {
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    struct bits possible = bits_make(&scratch, shelf->count);
    struct bits found = bits_make(&scratch, shelf->count);
    for (size_t round = 0; round < 2; round++) {
        /* All are possible, then every third. */
        bits_clear(&found);
        bits_clear(&possible);
        for (size_t i = 0; i < shelf->count; i += 1 + 2 * round) {
            bits_put(&possible, i);
        }
        index_find(shelf->index, part, fields, &possible, &found);
        for (size_t i = 0; i < shelf->count; i++) {
            const bool title = fields & SOUGHT_BIT(SOUGHT_TITLE) && strstr(shelf->titles[i], part);
            const bool summary = fields & SOUGHT_BIT(SOUGHT_SUMMARY) &&
                                 strstr(shelf->summaries[i], part);
            if (bits_has(&possible, i) && bits_has(&found, i) != (title || summary)) {
                ck_abort_msg("%s in practice %zu", part, i);
            }
        }
    }
    arena_free(&scratch);
}

static bool shelf_has(struct shelf *shelf, const char *part) {
    struct arena scratch;
    arena_init(&scratch, (struct arena_end){0});
    struct bits possible = bits_make(&scratch, shelf->count);
    struct bits found = bits_make(&scratch, shelf->count);
    bits_fill(&possible);
    index_find(shelf->index, part, SOUGHT_ANY, &possible, &found);
    const bool has = bits_number(&found) > 0;
    arena_free(&scratch);
    return has;
}

START_TEST(many_practices_are_found_as_by_looking_at_each) {
    static const char *const parts[] = {"e",    "q",  "7",  "st",   "rai", "zz", "w1",   "w12",
                                        "w123", "or", "an", "lodz", "x9",  "w8", "w899", "nowhere"};
    static const char *const common[] = {"and", "or", "Łódź", "stra", "rain"};
    static const uint32_t fields[] = {SOUGHT_ANY, SOUGHT_BIT(SOUGHT_TITLE),
                                      SOUGHT_BIT(SOUGHT_SUMMARY), SOUGHT_BIT(SOUGHT_CITY)};
    struct shelf *shelf = shelf_make();
    uint64_t random = 88172645463325252;
    for (size_t i = 0; i < MANY; i++) {
        char texts[2][96];
        for (size_t text = 0; text < 2; text++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            snprintf(texts[text], sizeof texts[text], "%s w%u-%s W%u",
                     common[random % COUNT(common)], (unsigned)(random >> 8) % VOCABULARY,
                     common[(random >> 40) % COUNT(common)],
                     (unsigned)(random >> 24) % (VOCABULARY / 100));
        }
        shelf_put(shelf, texts[0], texts[1]);
    }
    for (size_t i = 0; i < COUNT(parts); i++) {
        for (size_t field = 0; field < COUNT(fields); field++) {
            shelf_check(shelf, parts[i], fields[field]);
        }
    }
    shelf_end(shelf);
}
END_TEST

START_TEST(practices_are_found_while_others_come) {
    struct shelf *shelf = shelf_make();
    for (size_t i = 0; i < 200; i++) {
        shelf_put(shelf, i % 3 ? "one two" : "three", i % 5 ? "" : "one");
        shelf_check(shelf, "ne", SOUGHT_ANY);
        shelf_check(shelf, "on", SOUGHT_BIT(SOUGHT_SUMMARY));
        shelf_check(shelf, "e", SOUGHT_BIT(SOUGHT_TITLE));
    }
    shelf_end(shelf);
}
END_TEST

START_TEST(what_is_no_letter_parts_words) {
    static const struct {
        const char *text;
        const char *has[4];
        const char *lacks[4];
    } cases[] = {
        {"Łódź, Ústí; GDAŃSK", {"lodz", "usti", "gdansk"}, {"lodzu", "zu"}},
        {"Straße", {"strasse", "sse"}, {"strase"}},
        {"gy’s d'Azur", {"gys", "s", "azur"}, {"sd"}},
        {"\"Q\"-'n' `A`", {"q", "n", "a"}, {"qn", "na"}},
        {"दिल की बात", {"दिल", "की"}, {"दल", "लक"}},
        {"बाड़ी ০", {"बाडी", "0"}, {NULL}},
        {"2014–2019\u00A0Brno", {"2014", "2019", "brno"}, {"20142019", "9b"}},
        {"one\ntwo\tthree", {"one", "two", "three"}, {"onetwo"}},
        {"e\u0301te\u0301 In\u00ADte\u200Bgration", {"ete", "integration"}, {NULL}},
        {"a\xFFz \xC3", {"a", "z"}, {"az"}},
        {"\uFDFA ﬁnd ½ ①", {"find", "2", "1"}, {NULL}},
        {"Αθήνα Київ 東京都", {"αθηνα", "киів", "京都"}, {"αθήνα"}},
        {"", {NULL}, {"a", "e"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct shelf *shelf = shelf_make();
        shelf_put(shelf, cases[i].text, "");
        for (size_t j = 0; j < COUNT(cases[i].has) && cases[i].has[j]; j++) {
            const char *folded = text_fold(&shelf->arena, cases[i].has[j]);
            ck_assert_msg(shelf_has(shelf, folded), "%s in %s", folded, cases[i].text);
        }
        for (size_t j = 0; j < COUNT(cases[i].lacks) && cases[i].lacks[j]; j++) {
            ck_assert_msg(!shelf_has(shelf, cases[i].lacks[j]), "%s in %s", cases[i].lacks[j],
                          cases[i].text);
        }
        shelf_end(shelf);
    }
}
END_TEST

/* Whether a text that holds the first is found by the second, by the index and by a look at it. */
static const struct {
    const char *text;
    const char *typed;
    bool found;
} pairs[] = {
    /* Apostrophes, however they are typed, and words without them. */
    {"сім’я", "сімʼя", true},
    {"м'яч", "мʼяч", true},
    {"сімʼя", "сім'я", true},
    {"сім`я", "сім´я", true},
    {"сім＇я", "сімя", true},
    {"oʻzbek o‘qish", "o'zbek o`qish", true},
    {"Côte d’Ivoire", "cote d'ivoire", true},
    {"Côte d’Ivoire", "ivoire", true},
    {"l'école", "ecole", true},
    {"l’école", "l'ecole", true},
    {"people’s house", "peoples", true},
    {"Հայ՚աստան ինչո՞ւ", "հայաստան ինչու", true},
    {"צה״ל ג׳ירף", "צה\"ל ג'ירף", true},
    {"d' Ivoire", "divoire", false},
    /* Arabic, Persian, Urdu and Kurdish keyboards. */
    {"الخـدمات", "الخدمات", true},
    {"الْخَدَمَات", "الخدمات", true},
    {"مدرسة", "مدرسه", true},
    {"مستشفى", "مستشفي", true},
    {"کتابخانه", "كتابخانه", true},
    {"کتاب\u200Cخانه", "کتابخانه", true},
    {"فارسی", "فارسي", true},
    {"كوردي", "کوردی", true},
    {"أهلا إلى آخر ٱلكتاب", "اهلا الي اخر الكتاب", true},
    {"مسؤول هيئة", "مسوول هييه", true},
    {"ہجرت", "هجرت", true},
    {"خانهٔ ما", "خانۀ ما", true},
    {"ﻣﺪﺭﺳﺔ", "مدرسة", true},
    {"بنت", "بيت", false},
    /* Digits. */
    {"برنامج ٢٠٢٠", "2020", true},
    {"برنامه ۲۰۲۰", "٢٠٢٠", true},
    {"कार्यक्रम २०२०", "2020", true},
    {"কর্মসূচি ২০২০", "2020", true},
    {"โครงการ ๒๐๒๐", "2020", true},
    {"２０２０年", "2020", true},
    {"Module 2020", "२०२०", true},
    {"2020", "٢٠٢١", false},
    /* Letters that Unicode does not take apart. */
    {"əmək Ə", "emek e", true},
    {"ŋuolli Ŋ", "nuolli n", true},
    {"ɓarna ɗaki ƙasa ƴa'ya", "barna daki kasa yaya", true},
    {"Łódź Øre Đorđe Ħal Ŧ", "lodz ore dorde hal t", true},
    {"Æsir Œuvre Þór Eiður", "aesir oeuvre thor eidur", true},
    {"Straße STRAẞE Weiſs", "strasse weiss", true},
    {"Işık İzmir", "isik izmir", true},
    {"ɛwe ɔkɔ ƒo ʋu ɖe ɣ", "ewe oko fo vu de g", true},
    {"ґанок ёлка їжа Қазақ өкіл", "ганок елка іжа казак окіл", true},
    {"іван", "иван", false},
    {"ﬁnd ﬀ Ｆｕｌｌ", "find ff full", true},
    {"שלום ארץ", "שלומ ארצ", true},
    {"ΟΔΟΣ οδός", "οδοσ", true},
    {"ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი", true},
    /* Marks that are letters. */
    {"ガラス", "カラス", false},
    {"ガラス", "ｶﾞﾗｽ", true},
    {"ｶﾞﾗｽ", "カ\u3099ラス", true},
    {"か゛っこう", "がっこう", true},
    {"はば", "はは", false},
    {"がっこう", "か", false},
    {"ぱ", "ば", false},
    {"㌔ ㌹", "キロ", true},
    {"दिल", "दल", false},
    {"किताब", "कतब", false},
    {"किताब", "किताब", true},
    {"क़लम ज़मीन", "कलम जमीन", true},
    {"বাড়ি", "বাড\u09BCি", true},
    {"বাড়ি", "বাডি", false},
    {"ৎ", "ত্", true},
    {"അവൻ", "അവന്\u200D", true},
    {"บ้าน", "บาน", false},
    {"บ้าน", "บ้าน", true},
    {"ບ້ານ", "ບານ", false},
    {"ផ្ទះ", "ផទ", false},
    {"မြို့", "မရ", false},
    {"தமிழ்", "தமழ", false},
    {"한국어", "\u1112\u1161\u11AB국어", true},
    {"\u1112\u1161\u11AB국어", "한국어", true},
    {"한국", "학국", false},
    {"Ӓ é Ω\u0301 ש\u05B8 َب", "а e ω ש ب", true},
    /* A hyphen parts words, as a blank does. */
    {"co-operation", "co operation", true},
    {"co operation", "co-operation", true},
    {"co-operation", "cooperation", false},
};

START_TEST(letters_of_another_keyboard_are_the_same) {
    for (size_t i = 0; i < COUNT(pairs); i++) {
        struct shelf *shelf = shelf_make();
        const struct query query = query_read(&shelf->arena, pairs[i].typed);
        bool indexed = query.count > 0;
        bool seen = query.count > 0;
        shelf_put(shelf, pairs[i].text, "");
        for (size_t j = 0; j < query.count; j++) {
            indexed &= shelf_has(shelf, query.words[j].part);
            seen &= query_word_in(&query.words[j], SOUGHT_TITLE, pairs[i].text);
        }
        ck_assert_msg(indexed == pairs[i].found, "%s by %s, index", pairs[i].text, pairs[i].typed);
        ck_assert_msg(seen == pairs[i].found, "%s by %s", pairs[i].text, pairs[i].typed);
        shelf_end(shelf);
    }
}
END_TEST

START_TEST(part_of_a_very_long_word_is_found_wherever_it_stands) {
    struct shelf *shelf = shelf_make();
    char word[LONG + 1];
    char part[TOKENS_PART_MAX + 1];
    for (size_t i = 0; i < LONG; i++) {
        /* No two places are alike. */
        word[i] = (char)('a' + (i % 26 + i / 26 + i / 676) % 26);
    }
    word[LONG] = '\0';
    shelf_put(shelf, word, "");
    for (size_t at = 0; at + TOKENS_PART_MAX <= LONG; at += 13) {
        memcpy(part, word + at, TOKENS_PART_MAX);
        part[TOKENS_PART_MAX] = '\0';
        ck_assert_msg(shelf_has(shelf, part), "at %zu", at);
    }
    ck_assert(!shelf_has(shelf, "nosuch"));
    shelf_end(shelf);
}
END_TEST

START_TEST(shared_prefix_and_equal_words_keep_apart) {
    struct shelf *shelf = shelf_make();
    shelf_put(shelf, "abcdefgh", "");
    shelf_put(shelf, "abcdefgi", "");
    shelf_put(shelf, "abcdef", "abcdefgh abcdefgh");
    shelf_check(shelf, "abcdef", SOUGHT_ANY);
    shelf_check(shelf, "fgh", SOUGHT_ANY);
    shelf_check(shelf, "fgh", SOUGHT_BIT(SOUGHT_TITLE));
    shelf_check(shelf, "fgi", SOUGHT_ANY);
    ck_assert_uint_eq(index_words(shelf->index), 3);
    shelf_end(shelf);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *index = tcase_create("index");
    tcase_add_test(index, many_practices_are_found_as_by_looking_at_each);
    tcase_add_test(index, practices_are_found_while_others_come);
    tcase_add_test(index, what_is_no_letter_parts_words);
    tcase_add_test(index, letters_of_another_keyboard_are_the_same);
    tcase_add_test(index, part_of_a_very_long_word_is_found_wherever_it_stands);
    tcase_add_test(index, shared_prefix_and_equal_words_keep_apart);
    Suite *suite = suite_create("index");
    suite_add_tcase(suite, index);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
