/* plain: the texts of the shipped catalogue are short enough to be read and said aloud. */
#include "stage.h"

enum {
    ANSWER_WORDS = 70,  /* at most */
    SENTENCE_WORDS = 20 /* at most */
};

static bool ends_sentence(char byte) {
    return byte == '.' || byte == '!' || byte == '?';
}

/* Quotation marks and brackets may close behind the end of a sentence. */
static bool word_ends_sentence(const char *word, size_t length) {
    while (length > 0 && (word[length - 1] == '"' || word[length - 1] == ')')) {
        length--;
    }
    return length > 0 && ends_sentence(word[length - 1]);
}

/* How long a text is. */
struct measure {
    size_t words;
    size_t longest;       /* words of its longest sentence */
    const char *sentence; /* that one, and what follows it */
};

static struct measure text_measure(const char *text) {
    struct measure measure = {.sentence = text};
    size_t words = 0; /* of the sentence that is read */
    const char *start = text;
    for (const char *word = text + strspn(text, " \n"); *word;) {
        const size_t length = strcspn(word, " \n");
        measure.words++;
        words++;
        if (words > measure.longest) {
            measure.longest = words;
            measure.sentence = start;
        }
        const bool end = word_ends_sentence(word, length);
        word += length;
        word += strspn(word, " \n");
        words = end ? 0 : words;
        start = end ? word : start;
    }
    return measure;
}

/* Holds a column of a record, which stands in one line of a file. */
static void cell_hold(enum schema_id table, const struct record *record, size_t column,
                      size_t most) {
    const struct schema *schema = schema_get(table);
    const struct measure measure = text_measure(record_cell(record, column));
    ck_assert_msg(measure.longest <= SENTENCE_WORDS && (most == 0 || measure.words <= most),
                  "%s, line %ld, %s: %zu words, %zu in one sentence: %.160s", schema->file,
                  record->line, schema->columns[column].name, measure.words, measure.longest,
                  measure.sentence);
}

START_TEST(answers_are_short) {
    struct stage stage;
    stage_shipped(&stage);
    size_t count = 0;
    for (size_t i = 0; i < stage.catalogue.practice_count; i++) {
        const struct practice *practice = &stage.catalogue.practices[i];
        for (const struct answer *answer = practice->answers; answer; answer = answer->next) {
            cell_hold(SCHEMA_ANSWERS, &answer->record, ANSWER_TEXT, ANSWER_WORDS);
            count++;
        }
    }
    ck_assert_uint_ge(count, 109);
    stage_end(&stage);
}
END_TEST

START_TEST(sentences_of_practices_are_short) {
    static const size_t columns[] = {PRACTICE_SUMMARY, PRACTICE_OBJECTIVES, PRACTICE_RESULTS,
                                     PRACTICE_TRANSFERABILITY};
    struct stage stage;
    stage_shipped(&stage);
    for (size_t i = 0; i < stage.catalogue.practice_count; i++) {
        for (size_t k = 0; k < COUNT(columns); k++) {
            cell_hold(SCHEMA_PRACTICES, &stage.catalogue.practices[i].record, columns[k], 0);
        }
    }
    stage_end(&stage);
}
END_TEST

START_TEST(sentences_about_the_rest_are_short) {
    static const size_t columns[] = {COLLECTION_USE, COLLECTION_SUMMARY, COLLECTION_AIMS};
    struct stage stage;
    stage_shipped(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    for (size_t i = 0; i < catalogue->collection_count; i++) {
        for (size_t k = 0; k < COUNT(columns); k++) {
            cell_hold(SCHEMA_COLLECTIONS, &catalogue->collections[i].record, columns[k], 0);
        }
    }
    for (size_t i = 0; i < catalogue->term_count; i++) {
        cell_hold(SCHEMA_TERMS, &catalogue->terms[i].record, TERM_SUMMARY, 0);
    }
    for (size_t i = 0; i < catalogue->checklist_count; i++) {
        cell_hold(SCHEMA_CHECKLISTS, &catalogue->checklists[i].record, CHECKLIST_SUMMARY, 0);
    }
    stage_end(&stage);
}
END_TEST

/* So begins a question that can be answered with no. */
static bool can_be_denied(const char *ask) {
    static const char *const first[] = {"Are ", "Can ",  "Could ", "Did ",   "Do ",  "Does ",
                                        "Has ", "Have ", "Is ",    "Would ", "Was ", "Were "};
    for (size_t i = 0; i < COUNT(first); i++) {
        if (strncmp(ask, first[i], strlen(first[i])) == 0) {
            return true;
        }
    }
    return false;
}

START_TEST(asks_are_one_question) {
    struct stage stage;
    stage_shipped(&stage);
    for (size_t i = 0; i < stage.catalogue.item_count; i++) {
        const struct record *record = &stage.catalogue.items[i].record;
        const char *ask = record_cell(record, ITEM_ASK);
        const char *mark = strchr(ask, '?');
        cell_hold(SCHEMA_ITEMS, record, ITEM_ASK, SENTENCE_WORDS);
        ck_assert_msg(mark && !mark[1], "\"%s\" is not one question", ask);
        ck_assert_msg(can_be_denied(ask), "\"%s\" cannot be answered with no", ask);
    }
    stage_end(&stage);
}
END_TEST

/* What the others rely on. */
static const struct {
    const char *text;
    size_t words;
    size_t longest;
} measured[] = {
    {"", 0, 0},
    {"One two three.", 3, 3},
    {"One two. Three four five? Six!", 6, 3},
    {"He says \"one two.\" Three (four.) Five", 7, 4},
    {"Ancora 2.0 is one sentence; this too: yes", 8, 8},
    {"a\nb  c. d", 4, 3},
};

START_TEST(words_are_counted) {
    const struct measure measure = text_measure(measured[_i].text);
    ck_assert_uint_eq(measure.words, measured[_i].words);
    ck_assert_uint_eq(measure.longest, measured[_i].longest);
}
END_TEST

int main(void) {
    TCase *tests = tcase_create("plain");
    tcase_add_test(tests, answers_are_short);
    tcase_add_test(tests, sentences_of_practices_are_short);
    tcase_add_test(tests, sentences_about_the_rest_are_short);
    tcase_add_test(tests, asks_are_one_question);
    tcase_add_loop_test(tests, words_are_counted, 0, COUNT(measured));
    Suite *suite = suite_create("plain");
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
