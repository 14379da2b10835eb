/* damage: what is told of texts that something happened to, and that no sound text is told of. */
#include "vademecum/base/count.h"
#include "vademecum/catalogue/damage.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const struct sound {
    const char *language;
    const char *text;
} sounds[] = {
    {"French", "L’École « à  la carte » : cœur, Noël, où, ça, «CAFÉ», à « l’école », À…"},
    {"French with hard blanks",
     "Grâce à\302\240«\302\240l’école\302\240», dit-elle… «ÉCOLE D’ÉTÉ», “À”…"},
    {"Polish", "Zażółć gęślą jaźń. „ŁÓDŹ”, „ŻŁOBEK”, świetlica środowiskowa…"},
    {"Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy. „ŘEKA“, »ČAJ«, Ústí nad Labem…"},
    {"Slovak", "Vĺčence, stĺp, VĹČA, kŕdeľ ďatľov. „ĽALIA“, Ĺ, Ľ…"},
    {"German", "„Ä“, „Ö“ und „Ü“: Straßenfest, GRÖẞE, »MÄR«, Äpfel…"},
    {"Portuguese", "São João, Ação, Informação, CORAÇÃO, “IRMÔ, “MAÇÔ, irmã”…"},
    {"Spanish", "«está»… ¿Qué? ¡Año! ESPAÑA, «CAMIÓN», “PÍ”"},
    {"Vietnamese", "Trường hợp Việt Nam, TÂN ĐỊNH, “Â”, hội nhập của người nhập cư, Ầ…"},
    {"Icelandic", "Það er gott. RÁÐ, „Ð“, “ÞÓR”, Ísland, ÁÐUR…"},
    {"Romanian", "Şcoala »BĂRBAȚI«, „CASĂ”, Ăsta, GRĂDINIŢĂ…"},
    {"Danish and Swedish", "Å er en å. Ålesund, “Å”, BLÅ…, smørrebrød"},
    {"Hungarian", "Árvíztűrő tükörfúrógép, „FŐ”, »Á«"},
    {"Lithuanian", "Ąžuolas, „ŠĮ“, žmonės"},
    {"Turkish", "Şehir, ÇAĞRI, “İÇ”, göçmen"},
    {"Russian", "Работа с людьми: «СССР», слов…”, в „Доме“, РОССИЯ, Саратов"},
    {"Ukrainian", "Рівне, Сіль, СІРІ ВОВКИ, „Їжа“, сім’я, РІ"},
    {"Bulgarian", "Работа с хора, „СОФИЯ“, „Р“, „С“"},
    {"Greek", "Ένταξη μεταναστών, «ΕΛΛΆΔΑ», Ϊ, “ΊΔΙΑ”"},
    {"Arabic and Persian", "دمج المهاجرين، می\342\200\214خواهم، ه\342\200\215"},
    {"Hindi", "क्\342\200\215ष प्रवासी, दिल"},
    {"Khmer", "ភាសា\342\200\213ខ្មែរ"},
    {"Emoji", "👩\342\200\215👩\342\200\215👧 ❤\357\270\217 "
              "🏴\363\240\201\247\363\240\201\242\363\240\201\245\363\240\201\256\363\240\201\247"
              "\363\240\201\277 👍🏽"},
    {"soft hyphen", "Straßen\302\255fest"},
    {"names with signs",
     "R&D; A&B, AT&T; Q&A; x < b and b > a; C:\\users; #1, #NoHate; 50 °C; a<b, c>d. No…"},
    {"question marks that ask",
     "Why? Who??? \"What?\" (when?) What?Then; see https://a.org/b?c=d, www.a.org/?p=1, 5?6 ?"},
    {"parts of addresses", "https://cs.wikipedia.org/wiki/M%C4%9Bsto, 50%, 5%DE"},
    {"line ends and tabs", "one\ntwo\r\nthree\tfour"},
    {"words of nothing within a text", "None of them said \"N/A\" - it is unknown?"},
    {"hyphens", "Café-école – Zürich/Genève"},
};

/* UTF-8 that was read as Windows-1252, 1250 and 1251, and what it was. */
static const struct garbling {
    const char *text;
    const char *meant;
} garblings[] = {
    {"RÃ©fugiÃ©s", "Réfugiés"},
    {"RĂ©fugiĂ©s", "Réfugiés"},
    {"RГ©fugiГ©s", "Réfugiés"},
    {"Å\302\201Ã³dÅº", "Łódź"},
    {"Ĺ\302\201ĂłdĹş", "Łódź"},
    {"ЕЃГіdЕє", "Łódź"},
    {"Å¼Å‚obek", "żłobek"},
    {"ĹĽĹ‚obek", "żłobek"},
    {"ЕјЕ‚obek", "żłobek"},
    {"PÅ™Ã\302\255liÅ¡ Å¾luÅ¥ouÄ\302\215kÃ½", "Příliš žluťoučký"},
    {"PĹ™Ă\302\255liĹˇ ĹľluĹĄouÄŤkĂ˝", "Příliš žluťoučký"},
    {"PЕ™Г\302\255liЕЎ ЕѕluЕҐouДЌkГЅ", "Příliš žluťoučký"},
    {"ZÃ¼rich", "Zürich"},
    {"ZĂĽrich", "Zürich"},
    {"ZГјrich", "Zürich"},
    {"SÃ£o JoÃ£o", "São João"},
    {"SĂŁo JoĂŁo", "São João"},
    {"SГЈo JoГЈo", "São João"},
    {"Lâ€™Ã©cole", "L’école"},
    {"Lâ€™Ă©cole", "L’école"},
    {"LвЂ™Г©cole", "L’école"},
    {"5 â‚¬ â€“ â€œsoâ€\302\235", "5 € – “so”"},
    {"5 â‚¬ â€“ â€śsoâ€ť", "5 € – “so”"},
    {"5 в‚¬ вЂ“ вЂњsoвЂќ", "5 € – “so”"},
    {"Viá»‡t Nam", "Việt Nam"},
    {"Viá»‡t Nam", "Việt Nam"},
    {"Viб»‡t Nam", "Việt Nam"},
    {"ÐœÐ¸Ð³Ñ€Ð°Ñ†Ð¸Ñ\302\217", "Миграция"},
    {"ĐśĐ¸ĐłŃ€Đ°Ń†Đ¸ŃŹ", "Миграция"},
    {"РњРёРіСЂР°С†РёСЏ", "Миграция"},
    {"ÎˆÎ½Ï„Î±Î¾Î·", "Ένταξη"},
    {"Î\302\210Î˝Ď„Î±ÎľÎ·", "Ένταξη"},
    {"О€ОЅП„О±ОѕО·", "Ένταξη"},
    {"Ã‰COLE", "ÉCOLE"},
    {"Ă‰COLE", "ÉCOLE"},
    {"Г‰COLE", "ÉCOLE"},
    {"Ãœber", "Über"},
    {"Ăśber", "Über"},
    {"Гњber", "Über"},
    {"naÃ¯ve cafÃ©", "naïve café"},
    {"naĂŻve cafĂ©", "naïve café"},
    {"naГЇve cafГ©", "naïve café"},
    {"NoÃ«l", "Noël"},
    {"NoĂ«l", "Noël"},
    {"NoГ«l", "Noël"},
    {"ÃšstÃ\302\255", "Ústí"},
    {"ĂšstĂ\302\255", "Ústí"},
    {"ГљstГ\302\255", "Ústí"},
    {"ðŸ‘\302\215 ok", "👍 ok"},
    {"đź‘Ť ok", "👍 ok"},
    {"рџ‘Ќ ok", "👍 ok"},
    {"Ã…lesund pÃ¥", "Ålesund på"},
    {"Ă…lesund pĂĄ", "Ålesund på"},
    {"Г…lesund pГҐ", "Ålesund på"},
};

/* Texts, and a part of the sentence about each. */
static const struct damaged {
    const char *text;
    const char *fragment;
} damages[] = {
    {"N/A", "\"N/A\" says nothing here"},
    {"n/a", "says nothing"},
    {" - ", "\"-\" says nothing"},
    {"\u2013", "says nothing"},
    {"\u00A0?", "\"?\" says nothing"},
    {"None", "says nothing"},
    {"NULL", "says nothing"},
    {"TBD", "says nothing"},
    {"not available", "says nothing"},
    {"*", "\"*\" says nothing"},
    {"***", "\"***\" says nothing"},
    {"- - -", "\"- - -\" says nothing"},
    {"[object Object]", "says nothing"},
    {"Wroc?aw", "\"Wroc?aw\" has a question mark where"},
    {"see ?esko", "\"?esko\" has a question mark"},
    {"R?FUGI?S", "R?FUGI?S"},
    {"Za\u017C?\u00F3?ci", "question mark"},
    {"?????? ????", "\"??????\" has a question mark"},
    {"In ???? 2016", "\"????\""},
    {"caf%C3%A9", "\"%C3%A9\" is how a program"},
    {"a\x07"
     "b",
     "cannot be seen (U+0007)"},
    {"a\x7F"
     "b",
     "U+007F"},
    {"a\xC2\x9B"
     "b",
     "U+009B"},
    {"\uF0B7 a bullet of Word", "hardly any font can show (U+F0B7)"},
    {"a\uFFFCb", "U+FFFC"},
    {"a\xEF\xBF\xBE", "U+FFFE"},
    {"\U000F0041", "U+F0041"},
    {"#REF!", "\"#REF!\" is what a spreadsheet shows"},
    {"Sum: #DIV/0!", "\"#DIV/0!\" is what"},
    {"#N/A", "#N/A"},
    {"#NAME?", "#NAME?"},
    {"#VALUE!", "#VALUE!"},
    {"#NV", "#NV"},
    {"Err:502", "Err:502"},
    {"########", "too narrow"},
    {"caf&eacute;", "\"&eacute;\" is HTML"},
    {"A &amp; B", "&amp;"},
    {"Brno&nbsp;2", "&nbsp;"},
    {"&#233;t&#xE9;", "&#233;"},
    {"&scaron;kola", "&scaron;"},
    {"one<br>two", "\"<br>\" is HTML"},
    {"<b>bold</b>", "<b>"},
    {"two<br />three", "<br />"},
    {"see <a href='x'>this</a>", "<a href='x'>"},
    {"caf\\u00e9", "\"\\u00e9\" is how a program"},
    {"lost\\ufffd", "\\ufffd"},
    {"one_x000D_two", "_x000D_"},
    {"\u0141\u00F3d\uFFFD", "stands where a letter was lost"},
    {"inte\u200Bgration", "cannot be seen (U+200B)"},
    {"a\u2060b", "U+2060"},
    {"\uFEFFa", "U+FEFF"},
    {"a\u200Fb", "U+200F"},
    {"a\u202Eb", "U+202E"},
    {"a\u2066b", "U+2066"},
    {"\u1780\u200Bb\u200Bc", "U+200B"},
};

static const char *found(struct arena *arena, const char *text) {
    arena_init(arena, (struct arena_end){0});
    return damage_find(arena, text);
}

START_TEST(sound_texts_are_told_nothing_of) {
    struct arena arena;
    const char *told = found(&arena, sounds[_i].text);
    ck_assert_msg(!told, "%s: %s", sounds[_i].language, told);
    arena_free(&arena);
}
END_TEST

START_TEST(garbled_texts_are_told) {
    struct arena arena;
    const char *told = found(&arena, garblings[_i].text);
    ck_assert_msg(told && strstr(told, "wrong character set"), "%s (%s): %s", garblings[_i].text,
                  garblings[_i].meant, told ? told : "nothing");
    arena_free(&arena);
}
END_TEST

START_TEST(garbled_letter_is_named) {
    struct arena arena;
    ck_assert_ptr_nonnull(strstr(found(&arena, "R\u00C3\u00A9fugi\u00C3\u00A9s"),
                                 "\"\u00C3\u00A9\" seems to be \"\u00E9\""));
    arena_free(&arena);
}
END_TEST

START_TEST(damage_is_told) {
    struct arena arena;
    const char *told = found(&arena, damages[_i].text);
    ck_assert_msg(told && strstr(told, damages[_i].fragment), "%s: %s", damages[_i].text,
                  told ? told : "nothing");
    arena_free(&arena);
}
END_TEST

int main(void) {
    if (!setlocale(LC_ALL, "C.UTF-8")) {
        return EXIT_FAILURE;
    }
    TCase *texts = tcase_create("texts");
    tcase_add_loop_test(texts, sound_texts_are_told_nothing_of, 0, (int)COUNT(sounds));
    tcase_add_loop_test(texts, garbled_texts_are_told, 0, (int)COUNT(garblings));
    tcase_add_test(texts, garbled_letter_is_named);
    tcase_add_loop_test(texts, damage_is_told, 0, (int)COUNT(damages));
    Suite *suite = suite_create("damage");
    suite_add_tcase(suite, texts);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
