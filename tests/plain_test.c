/* plain: the texts of the shipped catalogue are short, and its guides help everywhere. */
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

START_TEST(guides_and_sayings_are_short) {
    struct stage stage;
    stage_shipped(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    for (size_t i = 0; i < catalogue->guide_count; i++) {
        cell_hold(SCHEMA_GUIDES, &catalogue->guides[i].record, GUIDE_TEXT, 0);
        cell_hold(SCHEMA_GUIDES, &catalogue->guides[i].record, GUIDE_NOTE, 0);
    }
    for (size_t i = 0; i < catalogue->item_count; i++) {
        for (const struct saying *of = catalogue->items[i].sayings; of; of = of->next) {
            const struct measure measure = text_measure(record_cell(&of->record, SPEAKS_TEXT));
            ck_assert_uint_le(measure.longest, SENTENCE_WORDS);
            ck_assert_uint_eq(measure.longest, measure.words);
        }
    }
    stage_end(&stage);
}
END_TEST

/* How many guides of a kind there are for a criterion or one of its questions, or for an area. */
static size_t guides_count(const struct catalogue *catalogue, const struct criterion *criterion,
                           const struct term *area, const char *kind) {
    size_t count = 0;
    for (size_t i = 0; i < catalogue->guide_count; i++) {
        const struct guide *guide = &catalogue->guides[i];
        const bool here = criterion &&
                          (guide->criterion == criterion ||
                           (guide->question && guide->question->criterion == criterion));
        const bool there = area && guide->area == area;
        count += (here || there) && strcmp(record_cell(&guide->record, GUIDE_KIND), kind) == 0;
    }
    return count;
}

/* The least number of guides of a kind. */
struct least {
    const char *kind;
    size_t count;
};

START_TEST(guides_help_with_every_criterion) {
    static const struct least least[] = {
        {"goal", 3}, {"indicator", 5}, {"obstacle", 3}, {"situation", 3}, {"first_step", 1}};
    struct stage stage;
    stage_shipped(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    size_t helped = 0;
    for (size_t i = 0; i < catalogue->criterion_count; i++) {
        const struct criterion *criterion = &catalogue->criteria[i];
        const char *checklist = record_cell(&criterion->checklist->record, CHECKLIST_ID);
        for (size_t k = 0; k < COUNT(least) && strcmp(checklist, "spring") == 0; k++) {
            ck_assert_msg(guides_count(catalogue, criterion, NULL, least[k].kind) >= least[k].count,
                          "%s: fewer than %zu %s", record_cell(&criterion->record, CRITERION_ID),
                          least[k].count, least[k].kind);
            helped++;
        }
    }
    ck_assert_uint_eq(helped, 5 * COUNT(least));
    ck_assert_uint_ge(catalogue->guide_count, 150);
    stage_end(&stage);
}
END_TEST

START_TEST(guides_help_with_every_area) {
    static const char *const kinds[] = {"goal", "tool"};
    struct stage stage;
    stage_shipped(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    size_t areas = 0;
    for (size_t i = 0; i < catalogue->term_count; i++) {
        const struct term *term = &catalogue->terms[i];
        if (strcmp(record_cell(&term->record, TERM_SCHEME), "area") != 0) {
            continue;
        }
        areas++;
        for (size_t k = 0; k < COUNT(kinds); k++) {
            ck_assert_msg(guides_count(catalogue, NULL, term, kinds[k]) > 0, "%s: no %s",
                          record_cell(&term->record, TERM_TERM), kinds[k]);
        }
    }
    ck_assert_uint_eq(areas, 10);
    stage_end(&stage);
}
END_TEST

/* What a guide was taken from: the answer, or for want of one what is told of the practice. */
START_TEST(guides_have_a_source) {
    struct stage stage;
    stage_shipped(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    for (size_t i = 0; i < catalogue->guide_count; i++) {
        const struct guide *guide = &catalogue->guides[i];
        const char *id = record_cell(&guide->record, GUIDE_QUESTION);
        const struct question *question = catalogue_question(catalogue, id);
        const bool answered = question && catalogue_answer(guide->practice, question);
        const bool told = !id[0] && record_cell(&guide->practice->record, PRACTICE_SUMMARY)[0];
        ck_assert_msg(answered || told, "%s has no source", record_cell(&guide->record, GUIDE_ID));
    }
    stage_end(&stage);
}
END_TEST

/* Items of the leaflet, which no source has marked. */
START_TEST(answers_speak_of_unmarked_items) {
    struct stage stage;
    stage_shipped(&stage);
    const struct catalogue *catalogue = &stage.catalogue;
    size_t spoken = 0;
    for (size_t i = 0; i < catalogue->item_count; i++) {
        const struct item *item = &catalogue->items[i];
        for (const struct saying *of = item->sayings; of; of = of->next) {
            ck_assert_ptr_nonnull(catalogue_answer(of->practice, of->question));
            ck_assert_int_eq((int)catalogue_mark(catalogue, of->practice, item), (int)MARK_ABSENT);
        }
        spoken += item->sayings != NULL;
    }
    ck_assert_uint_eq(spoken, 16);
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
    tcase_add_test(tests, guides_and_sayings_are_short);
    tcase_add_test(tests, guides_help_with_every_criterion);
    tcase_add_test(tests, guides_help_with_every_area);
    tcase_add_test(tests, guides_have_a_source);
    tcase_add_test(tests, answers_speak_of_unmarked_items);
    tcase_add_loop_test(tests, words_are_counted, 0, COUNT(measured));
    Suite *suite = suite_create("plain");
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
