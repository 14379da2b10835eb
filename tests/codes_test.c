/* codes: every country and language has its name, and what people write leads to the code. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/codes.h"

#include <check.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    CODE_SIZE = 2, /* of the two-letter codes */
    ALPHABET = 26,
    COUNTRIES = 249, /* in ISO 3166-1 */
    LANGUAGES = 183, /* in ISO 639-1 */
    FORMER = 2       /* that were in ISO 639-1: sh and bh */
};

/* ISO 3166-1. */
static const char iso_countries[] =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW ";

/* ISO 639-1. */
static const char iso_languages[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht "
    "hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky "
    "la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu ";

/* A text and what is to come of it; NULL: nothing. */
struct pair {
    const char *given;
    const char *expected;
};

static const struct pair country_names[] = {
    {"CZ", "Czechia"}, {"TR", "Türkiye"},  {"BO", "Bolivia"}, {"KR", "South Korea"},
    {"AD", "Andorra"}, {"ZW", "Zimbabwe"}, {"XK", "Kosovo"},  {"CI", "Côte d'Ivoire"},
    {"UK", NULL},      {"EL", NULL},       {"cz", NULL},      {"CZE", NULL},
    {"C", NULL},       {"", NULL},         {" CZ", NULL},     {"AA", NULL},
    {"ZZ", NULL},      {"XX", NULL},
};

static const struct pair language_names[] = {
    {"cs", "Czech"},
    {"CS", "Czech"},
    {"zh-Hant", "Chinese"},
    {"pt-BR", "Portuguese"},
    {"rom", "Romani"},
    {"prs", "Dari"},
    {"prs-AF", "Dari"},
    {"en-x-source", "English, in the words of the source"},
    {"ckb", "Central Kurdish (Sorani)"},
    {"ary", "Moroccan Arabic"},
    {"tig", "Tigre"},
    {"ti", "Tigrinya"},
    {"sh", "Serbo-Croatian"},
    {"cz", NULL},
    {"ces", NULL},
    {"c", NULL},
    {"", NULL},
    {"-cs", NULL},
    {"cs_CZ", NULL},
    {"cs\xC3\xA9", NULL},
    {"Czech", NULL},
};

static const struct pair country_codes[] = {
    {"CZ", "CZ"},
    {"cz", "CZ"},
    {"Cz", "CZ"},
    {"Czechia", "CZ"},
    {"CZECHIA", "CZ"},
    {"Czech Republic", "CZ"},
    {"uk", "GB"},
    {"UK", "GB"},
    {"EL", "GR"},
    {"Turkey", "TR"},
    {"Türkiye", "TR"},
    {"Kosovo", "XK"},
    {"the netherlands", "NL"},
    {"Niger", "NE"},
    {"Nigeria", "NG"},
    {"Deutschland", "DE"},
    {"POL", "PL"},
    {"Atlantis", NULL},
    {"Czech", NULL},
    {"", NULL},
};

static const struct pair language_codes[] = {
    {"cs", "cs"},      {"EN", "en"},      {"Czech", "cs"}, {"cz", "cs"},
    {"ua", "uk"},      {"gr", "el"},      {"farsi", "fa"}, {"Dari", "prs"},
    {"Sorani", "ckb"}, {"Klingon", NULL}, {"", NULL},
};

static const char *const sound_tags[] = {
    "cs",
    "EN",
    "ckb",
    "aaa",
    "zh-Hant",
    "zh-Hant-TW",
    "pt-BR",
    "es-419",
    "sl-rozaj",
    "de-CH-1996",
    "sr-Latn-RS",
    "de-DE-1901",
    "ca-valencia",
    "sl-IT-nedis-rozaj",
    "en-x-source",
    "de-CH-x-a-b1",
    "de-1996-fonipa",
};

static const char *const unsound_tags[] = {
    "",
    "c",
    "cz",
    "xx",
    "Czech",
    "cs-",
    "-cs",
    "cs--CZ",
    "en-x",
    "en-x-",
    "en-x-toolongsubtag",
    "cs_CZ",
    "cs CZ",
    " cs",
    "cs ",
    "cs;en",
    "cs-C",
    "cs-CZ-PL",
    "cs-CZ-Latn",
    "cs-12",
    "es-4190000000",
    "de-19a",
    "de-1a9",
    "abcd",
    "cs-ca\xC3\xA9ha",
    "\xC3\xA9s",
    "c1",
    "de-toolongsub",
    "de-abcdefghi",
    "x-private",
    "en-a-bbb",
    "cs-12345\n",
};

/* Checks that all codes of two letters from `first` on that have a name are those in `codes`. */
static void codes_all_check(char first, const char *(*name)(const char *code), const char *codes,
                            size_t count) {
    char code[CODE_SIZE + 2] = "";
    code[CODE_SIZE] = ' ';
    size_t named = 0;
    size_t listed = 0;
    for (int i = 0; i < ALPHABET * ALPHABET; i++) {
        code[0] = (char)(first + i / ALPHABET);
        code[1] = (char)(first + i % ALPHABET);
        listed += strstr(codes, code) != NULL;
        code[CODE_SIZE] = '\0';
        const bool has_name = name(code) != NULL;
        ck_assert_msg(!has_name || name(code)[0], "%s has an empty name", code);
        named += has_name;
        code[CODE_SIZE] = ' ';
        ck_assert_msg(has_name || !strstr(codes, code), "%shas no name", code);
    }
    ck_assert_uint_eq(named, count);
    ck_assert_uint_gt(listed, 0);
}

START_TEST(countries_all) {
    ck_assert_uint_eq(strlen(iso_countries), COUNTRIES * (CODE_SIZE + 1));
    codes_all_check('A', codes_country_name, iso_countries, COUNTRIES + 1);
}
END_TEST

START_TEST(languages_all) {
    ck_assert_uint_eq(strlen(iso_languages), LANGUAGES * (CODE_SIZE + 1));
    codes_all_check('a', codes_language_name, iso_languages, LANGUAGES + FORMER);
}
END_TEST

/* A name that stood twice would lead back to the wrong code. */
START_TEST(countries_lead_back) {
    char code[CODE_SIZE + 1] = "";
    for (const char *next = iso_countries; *next; next += CODE_SIZE + 1) {
        memcpy(code, next, CODE_SIZE);
        ck_assert_str_eq(codes_country(codes_country_name(code)), code);
    }
}
END_TEST

START_TEST(languages_lead_back) {
    char code[CODE_SIZE + 1] = "";
    for (const char *next = iso_languages; *next; next += CODE_SIZE + 1) {
        memcpy(code, next, CODE_SIZE);
        ck_assert_str_eq(codes_language(codes_language_name(code)), code);
    }
}
END_TEST

START_TEST(country_has_name) {
    const struct pair *pair = &country_names[_i];
    ck_assert_pstr_eq(codes_country_name(pair->given), pair->expected);
}
END_TEST

START_TEST(language_has_name) {
    const struct pair *pair = &language_names[_i];
    ck_assert_pstr_eq(codes_language_name(pair->given), pair->expected);
}
END_TEST

START_TEST(country_is_meant) {
    const struct pair *pair = &country_codes[_i];
    ck_assert_pstr_eq(codes_country(pair->given), pair->expected);
}
END_TEST

START_TEST(language_is_meant) {
    const struct pair *pair = &language_codes[_i];
    ck_assert_pstr_eq(codes_language(pair->given), pair->expected);
}
END_TEST

/* Each code that is given is the one of its name. */
static void code_count(void *context, const char *code, const char *name) {
    size_t *count = context;
    ck_assert_pstr_eq(codes_country(name), code);
    ++*count;
}

static void alias_check(void *context, const char *code, const char *name) {
    size_t *count = context;
    ck_assert_str_eq(codes_language(name), code);
    ++*count;
}

START_TEST(all_are_given) {
    size_t countries = 0;
    size_t aliases = 0;
    codes_countries(code_count, &countries);
    codes_language_aliases(alias_check, &aliases);
    ck_assert_uint_gt(countries, 200);
    ck_assert_uint_gt(aliases, 0);
}
END_TEST

START_TEST(tag_is_sound) {
    ck_assert_msg(codes_language_valid(sound_tags[_i]), "\"%s\" is refused", sound_tags[_i]);
}
END_TEST

START_TEST(tag_is_unsound) {
    ck_assert_msg(!codes_language_valid(unsound_tags[_i]), "\"%s\" is taken", unsound_tags[_i]);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *codes = tcase_create("codes");
    tcase_add_test(codes, countries_all);
    tcase_add_test(codes, languages_all);
    tcase_add_test(codes, countries_lead_back);
    tcase_add_test(codes, languages_lead_back);
    tcase_add_loop_test(codes, country_has_name, 0, (int)COUNT(country_names));
    tcase_add_loop_test(codes, language_has_name, 0, (int)COUNT(language_names));
    tcase_add_loop_test(codes, country_is_meant, 0, (int)COUNT(country_codes));
    tcase_add_loop_test(codes, language_is_meant, 0, (int)COUNT(language_codes));
    tcase_add_test(codes, all_are_given);
    tcase_add_loop_test(codes, tag_is_sound, 0, (int)COUNT(sound_tags));
    tcase_add_loop_test(codes, tag_is_unsound, 0, (int)COUNT(unsound_tags));
    Suite *suite = suite_create("codes");
    suite_add_tcase(suite, codes);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
