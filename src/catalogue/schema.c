#include "vademecum/catalogue/schema.h"

#include "vademecum/base/count.h"

#include <string.h>

enum {
    CRITERION_LABEL_WIDTH = 16,
    QUESTION_LABEL_WIDTH = 20,
    ITEM_TEXT_WIDTH = 400,
    ITEM_ASK_WIDTH = 120,
    VERDICT_WIDTH = 20
};

static const char *const schemes[] = {"area", "target_group", "fund", NULL};
static const char *const scales[] = {"local", "regional", "national", "eu", "international", NULL};
static const char *const yes_no[] = {"yes", "no", NULL};
static const char *const marks[] = {"met", "not_met", "unmarked", NULL};
static const char *const statuses[] = {"official", "human", "machine", "outdated", NULL};
static const char *const dac_criteria[] = {
    "relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability", NULL};
static const char *const kinds[] = {"goal",      "tool",       "indicator", "obstacle",
                                    "situation", "first_step", NULL};
static const char *const answerers[] = {"leader", "staff", "participants", "documents", NULL};
/* Columns of practices.csv, schemes of terms, and kinds of guides. */
static const char *const shown[] = {
    "summary",   "objectives",   "results",   "organisation", "partners",
    "country",   "region",       "city",      "scale",        "start",
    "end",       "ongoing",      "funding",   "amount",       "currency",
    "programme", "website",      "contact",   "languages",    "transferability",
    "area",      "target_group", "fund",      "goal",         "tool",
    "indicator", "obstacle",     "situation", "first_step",   NULL,
};
static const char *const tables[] = {
    "collections", "checklists", "criteria", "questions", "items",  "terms",
    "practices",   "answers",    "tools",    "guides",    "speaks", NULL,
};

static const struct schema_column collections[COLLECTION_COLUMNS] = {
    [COLLECTION_ID] = {"collection_id", CELL_ID, true, 0, NULL},
    [COLLECTION_TITLE] = {"title", CELL_TEXT, true, 0, NULL},
    [COLLECTION_PUBLISHER] = {"publisher", CELL_TEXT, false, 0, NULL},
    [COLLECTION_PARTNERS] = {"partners", CELL_TEXT, false, 0, NULL},
    [COLLECTION_FUNDER] = {"funder", CELL_TEXT, false, 0, NULL},
    [COLLECTION_PROGRAMME] = {"programme", CELL_TEXT, false, 0, NULL},
    [COLLECTION_REFERENCE] = {"reference", CELL_TEXT, false, 0, NULL},
    [COLLECTION_START] = {"start", CELL_DATE, false, 0, NULL},
    [COLLECTION_END] = {"end", CELL_DATE, false, 0, NULL},
    [COLLECTION_COUNTRIES] = {"countries", CELL_COUNTRIES, false, 0, NULL},
    [COLLECTION_LANGUAGES] = {"languages", CELL_LANGUAGES, false, 0, NULL},
    [COLLECTION_AUDIENCE] = {"audience", CELL_TEXT, false, 0, NULL},
    [COLLECTION_SIZE] = {"size", CELL_NUMBER, false, 0, NULL},
    [COLLECTION_URL] = {"url", CELL_URL, false, 0, NULL},
    [COLLECTION_USE] = {"use", CELL_TEXT, false, 0, NULL},
    [COLLECTION_SUMMARY] = {"summary", CELL_TEXT, false, 0, NULL},
    [COLLECTION_AIMS] = {"aims", CELL_TEXT, false, 0, NULL},
    [COLLECTION_OUTPUTS] = {"outputs", CELL_TEXT, false, 0, NULL},
    [COLLECTION_CREDIT] = {"credit", CELL_TEXT, false, 0, NULL},
    [COLLECTION_NOTE] = {"note", CELL_TEXT, false, 0, NULL},
};

static const struct schema_column checklists[CHECKLIST_COLUMNS] = {
    [CHECKLIST_ID] = {"checklist_id", CELL_ID, true, 0, NULL},
    [CHECKLIST_COLLECTION] = {"collection_id", CELL_ID, true, 0, NULL},
    [CHECKLIST_TITLE] = {"title", CELL_TEXT, true, 0, NULL},
    [CHECKLIST_SUMMARY] = {"summary", CELL_TEXT, false, 0, NULL},
    [CHECKLIST_VERSION] = {"version", CELL_TEXT, false, 0, NULL},
    [CHECKLIST_MET] = {"met", CELL_TEXT, false, VERDICT_WIDTH, NULL},
    [CHECKLIST_PARTLY] = {"partly", CELL_TEXT, false, VERDICT_WIDTH, NULL},
    [CHECKLIST_NOT_MET] = {"not_met", CELL_TEXT, false, VERDICT_WIDTH, NULL},
    [CHECKLIST_UNKNOWN] = {"unknown", CELL_TEXT, false, VERDICT_WIDTH, NULL},
};

static const struct schema_column criteria[CRITERION_COLUMNS] = {
    [CRITERION_ID] = {"criterion_id", CELL_ID, true, 0, NULL},
    [CRITERION_CHECKLIST] = {"checklist_id", CELL_ID, true, 0, NULL},
    [CRITERION_POSITION] = {"position", CELL_POSITION, true, 0, NULL},
    [CRITERION_TITLE] = {"title", CELL_TEXT, true, 0, NULL},
    [CRITERION_LABEL] = {"label", CELL_TEXT, false, CRITERION_LABEL_WIDTH, NULL},
};

static const struct schema_column questions[QUESTION_COLUMNS] = {
    [QUESTION_ID] = {"question_id", CELL_ID, true, 0, NULL},
    [QUESTION_CRITERION] = {"criterion_id", CELL_ID, true, 0, NULL},
    [QUESTION_POSITION] = {"position", CELL_POSITION, true, 0, NULL},
    [QUESTION_TEXT] = {"text", CELL_TEXT, true, 0, NULL},
    [QUESTION_LABEL] = {"label", CELL_TEXT, false, QUESTION_LABEL_WIDTH, NULL},
};

static const struct schema_column items[ITEM_COLUMNS] = {
    [ITEM_ID] = {"item_id", CELL_ID, true, 0, NULL},
    [ITEM_QUESTION] = {"question_id", CELL_ID, true, 0, NULL},
    [ITEM_POSITION] = {"position", CELL_POSITION, true, 0, NULL},
    [ITEM_TEXT] = {"text", CELL_TEXT, true, ITEM_TEXT_WIDTH, NULL},
    [ITEM_ASK] = {"ask", CELL_TEXT, false, ITEM_ASK_WIDTH, NULL},
    [ITEM_DAC] = {"dac", CELL_CHOICE, false, 0, dac_criteria},
    [ITEM_SHOWS] = {"shows", CELL_CHOICES, false, 0, shown},
    [ITEM_WHO] = {"who", CELL_CHOICE, false, 0, answerers},
};

static const struct schema_column terms[TERM_COLUMNS] = {
    [TERM_SCHEME] = {"scheme", CELL_CHOICE, true, 0, schemes},
    [TERM_TERM] = {"term", CELL_ID, true, 0, NULL},
    [TERM_POSITION] = {"position", CELL_POSITION, true, 0, NULL},
    [TERM_LABEL] = {"label", CELL_TEXT, true, 0, NULL},
    [TERM_SUMMARY] = {"summary", CELL_TEXT, false, 0, NULL},
};

static const struct schema_column practices[PRACTICE_COLUMNS] = {
    [PRACTICE_ID] = {"practice_id", CELL_ID, true, 0, NULL},
    [PRACTICE_COLLECTION] = {"collection_id", CELL_ID, true, 0, NULL},
    [PRACTICE_TITLE] = {"title", CELL_TEXT, true, 0, NULL},
    [PRACTICE_SUMMARY] = {"summary", CELL_TEXT, false, 0, NULL},
    [PRACTICE_OBJECTIVES] = {"objectives", CELL_TEXT, false, 0, NULL},
    [PRACTICE_RESULTS] = {"results", CELL_TEXT, false, 0, NULL},
    [PRACTICE_ORGANISATION] = {"organisation", CELL_TEXT, false, 0, NULL},
    [PRACTICE_PARTNERS] = {"partners", CELL_TEXT, false, 0, NULL},
    [PRACTICE_COUNTRY] = {"country", CELL_COUNTRY, false, 0, NULL},
    [PRACTICE_REGION] = {"region", CELL_TEXT, false, 0, NULL},
    [PRACTICE_CITY] = {"city", CELL_TEXT, false, 0, NULL},
    [PRACTICE_SCALE] = {"scale", CELL_CHOICE, false, 0, scales},
    [PRACTICE_START] = {"start", CELL_DATE, false, 0, NULL},
    [PRACTICE_END] = {"end", CELL_DATE, false, 0, NULL},
    [PRACTICE_ONGOING] = {"ongoing", CELL_CHOICE, false, 0, yes_no},
    [PRACTICE_FUNDING] = {"funding", CELL_TEXT, false, 0, NULL},
    [PRACTICE_AMOUNT] = {"amount", CELL_AMOUNT, false, 0, NULL},
    [PRACTICE_CURRENCY] = {"currency", CELL_CURRENCY, false, 0, NULL},
    [PRACTICE_PROGRAMME] = {"programme", CELL_TEXT, false, 0, NULL},
    [PRACTICE_REFERENCE] = {"reference", CELL_TEXT, false, 0, NULL},
    [PRACTICE_WEBSITE] = {"website", CELL_URL, false, 0, NULL},
    [PRACTICE_SOURCE_URL] = {"source_url", CELL_URL, false, 0, NULL},
    [PRACTICE_CONTACT] = {"contact", CELL_TEXT, false, 0, NULL},
    [PRACTICE_LANGUAGES] = {"languages", CELL_LANGUAGES, false, 0, NULL},
    [PRACTICE_TRANSFERABILITY] = {"transferability", CELL_TEXT, false, 0, NULL},
    [PRACTICE_LANG] = {"lang", CELL_LANGUAGE, false, 0, NULL},
    [PRACTICE_CREDIT] = {"credit", CELL_TEXT, false, 0, NULL},
    [PRACTICE_NOTE] = {"note", CELL_TEXT, false, 0, NULL},
    [PRACTICE_PROOF] = {"proof", CELL_TEXT, false, 0, NULL},
};

static const struct schema_column practice_terms[PRACTICE_TERM_COLUMNS] = {
    [PRACTICE_TERM_PRACTICE] = {"practice_id", CELL_ID, true, 0, NULL},
    [PRACTICE_TERM_SCHEME] = {"scheme", CELL_CHOICE, true, 0, schemes},
    [PRACTICE_TERM_TERM] = {"term", CELL_ID, true, 0, NULL},
};

static const struct schema_column answers[ANSWER_COLUMNS] = {
    [ANSWER_PRACTICE] = {"practice_id", CELL_ID, true, 0, NULL},
    [ANSWER_QUESTION] = {"question_id", CELL_ID, true, 0, NULL},
    [ANSWER_TEXT] = {"text", CELL_TEXT, true, 0, NULL},
    [ANSWER_NOTE] = {"note", CELL_TEXT, false, 0, NULL},
};

static const struct schema_column mark_columns[MARK_COLUMNS] = {
    [MARK_PRACTICE] = {"practice_id", CELL_ID, true, 0, NULL},
    [MARK_ITEM] = {"item_id", CELL_ID, true, 0, NULL},
    [MARK_MARK] = {"mark", CELL_CHOICE, true, 0, marks},
};

static const struct schema_column tools[TOOL_COLUMNS] = {
    [TOOL_PRACTICE] = {"practice_id", CELL_ID, true, 0, NULL},
    [TOOL_QUESTION] = {"question_id", CELL_ID, true, 0, NULL},
    [TOOL_POSITION] = {"position", CELL_POSITION, true, 0, NULL},
    [TOOL_TITLE] = {"title", CELL_TEXT, true, 0, NULL},
    [TOOL_URL] = {"url", CELL_URL, false, 0, NULL},
    [TOOL_FILE] = {"file", CELL_FILE, false, 0, NULL},
    [TOOL_LANG] = {"lang", CELL_LANGUAGE, false, 0, NULL},
    [TOOL_NOTE] = {"note", CELL_TEXT, false, 0, NULL},
};

static const struct schema_column guides[GUIDE_COLUMNS] = {
    [GUIDE_ID] = {"guide_id", CELL_ID, true, 0, NULL},
    [GUIDE_PLACE] = {"place", CELL_ID, true, 0, NULL},
    [GUIDE_KIND] = {"kind", CELL_CHOICE, true, 0, kinds},
    [GUIDE_TEXT] = {"text", CELL_TEXT, true, 0, NULL},
    [GUIDE_PRACTICE] = {"practice_id", CELL_ID, true, 0, NULL},
    [GUIDE_QUESTION] = {"question_id", CELL_ID, false, 0, NULL},
    [GUIDE_NOTE] = {"note", CELL_TEXT, false, 0, NULL},
};

static const struct schema_column speaks[SPEAKS_COLUMNS] = {
    [SPEAKS_PRACTICE] = {"practice_id", CELL_ID, true, 0, NULL},
    [SPEAKS_QUESTION] = {"question_id", CELL_ID, true, 0, NULL},
    [SPEAKS_ITEM] = {"item_id", CELL_ID, true, 0, NULL},
    [SPEAKS_TEXT] = {"text", CELL_TEXT, true, 0, NULL},
};

static const struct schema_column translations[TRANSLATION_COLUMNS] = {
    [TRANSLATION_TABLE] = {"table", CELL_CHOICE, true, 0, tables},
    [TRANSLATION_KEY] = {"key", CELL_TEXT, true, 0, NULL},
    [TRANSLATION_FIELD] = {"field", CELL_TEXT, true, 0, NULL},
    [TRANSLATION_LANG] = {"lang", CELL_LANGUAGE, true, 0, NULL},
    [TRANSLATION_TEXT] = {"text", CELL_TEXT, true, 0, NULL},
    [TRANSLATION_STATUS] = {"status", CELL_CHOICE, true, 0, statuses},
};

static const struct schema_column synonyms[SYNONYM_COLUMNS] = {
    [SYNONYM_WORD] = {"word", CELL_WORD, true, 0, NULL},
    [SYNONYM_MEANING] = {"meaning", CELL_WORD, true, 0, NULL},
    [SYNONYM_LANG] = {"lang", CELL_LANGUAGE, true, 0, NULL},
};

static const struct schema schemas[SCHEMA_COUNT] = {
    [SCHEMA_COLLECTIONS] = {"collections", "collections.csv", collections, COUNT(collections), 1},
    [SCHEMA_CHECKLISTS] = {"checklists", "checklists.csv", checklists, COUNT(checklists), 1},
    [SCHEMA_CRITERIA] = {"criteria", "criteria.csv", criteria, COUNT(criteria), 1},
    [SCHEMA_QUESTIONS] = {"questions", "questions.csv", questions, COUNT(questions), 1},
    [SCHEMA_ITEMS] = {"items", "items.csv", items, COUNT(items), 1},
    [SCHEMA_TERMS] = {"terms", "terms.csv", terms, COUNT(terms), 2},
    [SCHEMA_PRACTICES] = {"practices", "practices.csv", practices, COUNT(practices), 1},
    [SCHEMA_PRACTICE_TERMS] = {"practice_terms", "practice_terms.csv", practice_terms,
                               COUNT(practice_terms), 3},
    [SCHEMA_ANSWERS] = {"answers", "answers.csv", answers, COUNT(answers), 2},
    [SCHEMA_MARKS] = {"marks", "marks.csv", mark_columns, COUNT(mark_columns), 2},
    [SCHEMA_TOOLS] = {"tools", "tools.csv", tools, COUNT(tools), 3},
    [SCHEMA_GUIDES] = {"guides", "guides.csv", guides, COUNT(guides), 1},
    [SCHEMA_SPEAKS] = {"speaks", "speaks.csv", speaks, COUNT(speaks), 3},
    [SCHEMA_TRANSLATIONS] = {"translations", "translations.csv", translations, COUNT(translations),
                             4},
    [SCHEMA_SYNONYMS] = {"synonyms", "synonyms.csv", synonyms, COUNT(synonyms), 3},
};

/* A column whose cells are ids of another file. */
struct reference {
    enum schema_id id; /* of the file */
    size_t column;     /* of that file */
    enum schema_id to; /* the file that the ids are of */
};

static const struct reference references[] = {
    {SCHEMA_CHECKLISTS, CHECKLIST_COLLECTION, SCHEMA_COLLECTIONS},
    {SCHEMA_CRITERIA, CRITERION_CHECKLIST, SCHEMA_CHECKLISTS},
    {SCHEMA_QUESTIONS, QUESTION_CRITERION, SCHEMA_CRITERIA},
    {SCHEMA_ITEMS, ITEM_QUESTION, SCHEMA_QUESTIONS},
    {SCHEMA_PRACTICES, PRACTICE_COLLECTION, SCHEMA_COLLECTIONS},
    {SCHEMA_PRACTICE_TERMS, PRACTICE_TERM_PRACTICE, SCHEMA_PRACTICES},
    {SCHEMA_PRACTICE_TERMS, PRACTICE_TERM_TERM, SCHEMA_TERMS},
    {SCHEMA_ANSWERS, ANSWER_PRACTICE, SCHEMA_PRACTICES},
    {SCHEMA_ANSWERS, ANSWER_QUESTION, SCHEMA_QUESTIONS},
    {SCHEMA_MARKS, MARK_PRACTICE, SCHEMA_PRACTICES},
    {SCHEMA_MARKS, MARK_ITEM, SCHEMA_ITEMS},
    {SCHEMA_TOOLS, TOOL_PRACTICE, SCHEMA_PRACTICES},
    {SCHEMA_TOOLS, TOOL_QUESTION, SCHEMA_QUESTIONS},
    {SCHEMA_GUIDES, GUIDE_PRACTICE, SCHEMA_PRACTICES},
    {SCHEMA_GUIDES, GUIDE_QUESTION, SCHEMA_QUESTIONS},
    {SCHEMA_SPEAKS, SPEAKS_PRACTICE, SCHEMA_PRACTICES},
    {SCHEMA_SPEAKS, SPEAKS_QUESTION, SCHEMA_QUESTIONS},
    {SCHEMA_SPEAKS, SPEAKS_ITEM, SCHEMA_ITEMS},
};

/* Columns that older catalogues do not have. */
static const struct schema_column *const newer_columns[] = {
    &checklists[CHECKLIST_MET],
    &checklists[CHECKLIST_PARTLY],
    &checklists[CHECKLIST_NOT_MET],
    &checklists[CHECKLIST_UNKNOWN],
    &items[ITEM_DAC],
    &items[ITEM_SHOWS],
    &items[ITEM_WHO],
    &practices[PRACTICE_RESULTS],
    &practices[PRACTICE_AMOUNT],
    &practices[PRACTICE_CURRENCY],
    &practices[PRACTICE_PROGRAMME],
    &practices[PRACTICE_REFERENCE],
    &practices[PRACTICE_PROOF],
    &collections[COLLECTION_USE],
};

/* Text columns that hold one line; those of a width on the screen do too. */
static const char *const line_names[] = {
    "title", "publisher",    "funder", "programme", "reference", "version",
    "label", "organisation", "region", "city",      "key",       "field",
};

const struct schema *schema_get(enum schema_id id) {
    return &schemas[id];
}

enum schema_id schema_target(enum schema_id id, size_t column) {
    for (size_t i = 0; i < COUNT(references); i++) {
        if (references[i].id == id && references[i].column == column) {
            return references[i].to;
        }
    }
    return SCHEMA_COUNT;
}

bool schema_newer(enum schema_id id) {
    return id == SCHEMA_GUIDES || id == SCHEMA_SPEAKS || id == SCHEMA_SYNONYMS;
}

enum table_need schema_need(const struct schema_column *column) {
    for (size_t i = 0; i < COUNT(newer_columns); i++) {
        if (column == newer_columns[i]) {
            return TABLE_NEWER;
        }
    }
    return column->required ? TABLE_NEEDED : TABLE_WISHED;
}

enum table_shape schema_shape(const struct schema_column *column) {
    switch (column->kind) {
    case CELL_TEXT:
        break;
    case CELL_COUNTRIES:
    case CELL_LANGUAGES:
    case CELL_FILE:
    case CELL_CHOICES:
        return TABLE_LINE;
    default:
        return TABLE_WORD;
    }
    if (column->width > 0) {
        return TABLE_LINE;
    }
    for (size_t i = 0; i < COUNT(line_names); i++) {
        if (strcmp(line_names[i], column->name) == 0) {
            return TABLE_LINE;
        }
    }
    return TABLE_LINES;
}
