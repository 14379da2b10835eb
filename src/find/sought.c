#include "vademecum/find/sought.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/review/own.h"

#include <string.h>

enum {
    KEY_MAX = 512, /* bytes of a part of a translation's key, with its NUL */
    TAG_MAX = 16   /* bytes of a language's tag, with its NUL, that can have a name */
};

/* What a field is called. */
static const struct {
    const char *name;      /* when it is typed */
    const char *others[4]; /* other names that people know */
    const char *label;     /* on the screen */
} fields[SOUGHT_FIELDS] = {
    [SOUGHT_TITLE] = {"title", {"name"}, N_("title")},
    [SOUGHT_SUMMARY] = {"summary", {NULL}, N_("summary")},
    [SOUGHT_OBJECTIVES] = {"objectives", {"objective", "aims", "goals"}, N_("objectives")},
    [SOUGHT_RESULTS] = {"results", {"result", "outcome", "outcomes"}, N_("results")},
    [SOUGHT_ORGANISATION] = {"organisation", {"organization", "org"}, N_("organisation")},
    [SOUGHT_PARTNERS] = {"partners", {"partner"}, N_("partners")},
    [SOUGHT_REGION] = {"region", {NULL}, N_("region")},
    [SOUGHT_CITY] = {"city", {"town", "place"}, N_("city")},
    [SOUGHT_YEAR] = {"year", {"start", "end", "date"}, N_("years")},
    [SOUGHT_FUNDING] = {"funding", {"money"}, N_("funding")},
    [SOUGHT_LINK] = {"link", {"website", "url", "source"}, N_("link")},
    [SOUGHT_CONTACT] = {"contact", {NULL}, N_("contact")},
    [SOUGHT_LANGUAGE] = {"language", {"languages"}, N_("languages")},
    [SOUGHT_TRANSFER] = {"transferability", {"transfer"}, N_("transferability")},
    [SOUGHT_CREDIT] = {"credit", {NULL}, N_("credit")},
    [SOUGHT_ID] = {"id", {NULL}, N_("id")},
    [SOUGHT_NOTE] = {"note", {"notes"}, N_("note")},
    [SOUGHT_ANSWER] = {"answer", {"answers"}, N_("answer")},
    [SOUGHT_TOOL] = {"tool", {"tools"}, N_("tool")},
    [SOUGHT_COUNTRY] = {"country", {"countries"}, N_("country")},
    [SOUGHT_AREA] = {"area", {"areas"}, N_("area")},
    [SOUGHT_GROUP] = {"group", {"groups", "target_group", "target"}, N_("target group")},
    [SOUGHT_FUND] = {"fund", {"funds"}, N_("fund")},
    [SOUGHT_COLLECTION] = {"collection", {NULL}, N_("collection")},
    [SOUGHT_SCALE] = {"scale", {NULL}, N_("scale")},
    [SOUGHT_ITEM] = {"item", {"items", "meets"}, N_("an item it meets")},
    [SOUGHT_COMMENT] = {"comment", {"comments"}, N_("your comment")},
    [SOUGHT_EVIDENCE] = {"evidence", {NULL}, N_("your evidence")},
    [SOUGHT_PLAN] = {"plan", {NULL}, N_("your plan")},
};

/* Where each column of practices.csv is found; SOUGHT_FIELDS: in none, or shared. */
static const enum sought columns[PRACTICE_COLUMNS] = {
    [PRACTICE_ID] = SOUGHT_ID,
    [PRACTICE_COLLECTION] = SOUGHT_FIELDS,
    [PRACTICE_TITLE] = SOUGHT_TITLE,
    [PRACTICE_SUMMARY] = SOUGHT_SUMMARY,
    [PRACTICE_OBJECTIVES] = SOUGHT_OBJECTIVES,
    [PRACTICE_RESULTS] = SOUGHT_RESULTS,
    [PRACTICE_ORGANISATION] = SOUGHT_ORGANISATION,
    [PRACTICE_PARTNERS] = SOUGHT_PARTNERS,
    [PRACTICE_COUNTRY] = SOUGHT_FIELDS,
    [PRACTICE_REGION] = SOUGHT_REGION,
    [PRACTICE_CITY] = SOUGHT_CITY,
    [PRACTICE_SCALE] = SOUGHT_FIELDS,
    [PRACTICE_START] = SOUGHT_YEAR,
    [PRACTICE_END] = SOUGHT_YEAR,
    [PRACTICE_ONGOING] = SOUGHT_FIELDS,
    [PRACTICE_FUNDING] = SOUGHT_FUNDING,
    [PRACTICE_AMOUNT] = SOUGHT_FIELDS,
    [PRACTICE_CURRENCY] = SOUGHT_FIELDS,
    [PRACTICE_PROGRAMME] = SOUGHT_FUNDING,
    [PRACTICE_REFERENCE] = SOUGHT_FUNDING,
    [PRACTICE_WEBSITE] = SOUGHT_LINK,
    [PRACTICE_SOURCE_URL] = SOUGHT_LINK,
    [PRACTICE_CONTACT] = SOUGHT_CONTACT,
    [PRACTICE_LANGUAGES] = SOUGHT_LANGUAGE,
    [PRACTICE_TRANSFERABILITY] = SOUGHT_TRANSFER,
    [PRACTICE_LANG] = SOUGHT_FIELDS,
    [PRACTICE_CREDIT] = SOUGHT_CREDIT,
    [PRACTICE_NOTE] = SOUGHT_NOTE,
    [PRACTICE_PROOF] = SOUGHT_FIELDS,
};

const char *sought_name(enum sought field) {
    return fields[field].name;
}

const char *sought_label(enum sought field) {
    return _(fields[field].label);
}

enum sought sought_find(const char *folded) {
    for (enum sought field = 0; field < SOUGHT_FIELDS; field++) {
        bool found = strcmp(fields[field].name, folded) == 0;
        for (size_t i = 0; i < COUNT(fields[field].others) && fields[field].others[i]; i++) {
            found |= strcmp(fields[field].others[i], folded) == 0;
        }
        if (found) {
            return field;
        }
    }
    return SOUGHT_FIELDS;
}

const char *sought_nearest(struct arena *scratch, const char *typed) {
    struct nearest nearest = nearest_none();
    for (enum sought field = 0; field < SOUGHT_FIELDS; field++) {
        nearest_offer(&nearest, scratch, typed, fields[field].name, fields[field].name);
    }
    return nearest.meant;
}

struct sought_translations sought_translations(const struct catalogue *catalogue,
                                               struct arena *arena) {
    const size_t rows = catalogue->rows[SCHEMA_TRANSLATIONS];
    const struct sought_translations translations = {
        .first = arena_array(arena, catalogue->practice_count, sizeof(uint32_t)),
        .next = arena_array(arena, rows, sizeof(uint32_t)),
    };
    /* Go backwards, so that each practice has them in their order. */
    for (size_t i = rows; i-- > 0;) {
        const struct record *record = &catalogue->translations[i];
        const char *table = record_cell(record, TRANSLATION_TABLE);
        const char *key = record_cell(record, TRANSLATION_KEY);
        const size_t length = strcspn(key, "/");
        char id[KEY_MAX] = "";
        const bool practices = strcmp(table, schema_get(SCHEMA_PRACTICES)->name) == 0 ||
                               strcmp(table, schema_get(SCHEMA_ANSWERS)->name) == 0 ||
                               strcmp(table, schema_get(SCHEMA_TOOLS)->name) == 0;
        if (practices && length < sizeof id) {
            memcpy(id, key, length);
        }
        const struct practice *practice = catalogue_practice(catalogue, id);
        if (practice) {
            translations.next[i] = translations.first[practice->index];
            translations.first[practice->index] = (uint32_t)i + 1;
        }
    }
    return translations;
}

static bool give(const struct sought_walk *walk, enum sought field, const char *text,
                 const struct question *question) {
    const struct sought_text piece = {
        .field = field, .text = text, .question = question, .item = walk->item};
    return text[0] == '\0' || walk->take(walk->context, &piece);
}

static bool languages_give(const char *tags, const struct sought_walk *walk) {
    while (*tags) {
        tags += strspn(tags, "; ");
        const size_t length = strcspn(tags, "; ");
        char tag[TAG_MAX] = "";
        if (length < sizeof tag) {
            memcpy(tag, tags, length);
        }
        const char *name = codes_language_name(tag);
        if (name && !give(walk, SOUGHT_LANGUAGE, name, NULL)) {
            return false;
        }
        tags += length;
    }
    return true;
}

bool sought_practice(const struct practice *practice, const struct sought_walk *walk) {
    /* Cell by cell: looking each up would go through those before it again. */
    const char *id = practice->record.cells;
    const char *languages = "";
    const char *cell = id;
    /* The id, the first column, says nothing that the title does not: so it comes last. */
    for (size_t column = 1; column < PRACTICE_COLUMNS; column++) {
        cell += strlen(cell) + 1;
        if (columns[column] != SOUGHT_FIELDS && !give(walk, columns[column], cell, NULL)) {
            return false;
        }
        if (column == PRACTICE_LANGUAGES) {
            languages = cell;
        }
    }
    return languages_give(languages, walk) && give(walk, SOUGHT_ID, id, NULL);
}

/* The question whose id the key begins with; NULL when there is none. */
static const struct question *key_question(const struct catalogue *catalogue, const char *key) {
    char id[KEY_MAX] = "";
    const size_t length = strcspn(key, "/");
    if (length < sizeof id) {
        memcpy(id, key, length);
    }
    return catalogue_question(catalogue, id);
}

/* A translation of what stands in a practice, answer or tool. */
static bool translation_give(const struct catalogue *catalogue, const struct record *record,
                             const struct sought_walk *walk) {
    const char *table = record_cell(record, TRANSLATION_TABLE);
    const char *name = record_cell(record, TRANSLATION_FIELD);
    const char *text = record_cell(record, TRANSLATION_TEXT);
    const struct schema *schema = schema_get(SCHEMA_PRACTICES);
    if (strcmp(table, schema->name) != 0) {
        const bool answer = strcmp(table, schema_get(SCHEMA_ANSWERS)->name) == 0;
        const char *key = strchr(record_cell(record, TRANSLATION_KEY), '/');
        return give(walk, answer ? SOUGHT_ANSWER : SOUGHT_TOOL, text,
                    key ? key_question(catalogue, key + 1) : NULL);
    }
    for (size_t column = 0; column < PRACTICE_COLUMNS; column++) {
        if (columns[column] != SOUGHT_FIELDS && strcmp(schema->columns[column].name, name) == 0) {
            return give(walk, columns[column], text, NULL);
        }
    }
    return true;
}

static bool practice_translations(const struct catalogue *catalogue,
                                  const struct practice *practice, const struct sought_walk *walk) {
    const struct sought_translations *translations = walk->translations;
    uint32_t row = translations ? translations->first[practice->index] : 0;
    for (; row > 0; row = translations->next[row - 1]) {
        if (!translation_give(catalogue, &catalogue->translations[row - 1], walk)) {
            return false;
        }
    }
    return true;
}

bool sought_answers(const struct catalogue *catalogue, const struct practice *practice,
                    const struct sought_walk *walk) {
    static const size_t answer_columns[] = {ANSWER_TEXT, ANSWER_NOTE};
    static const size_t tool_columns[] = {TOOL_TITLE, TOOL_NOTE, TOOL_URL, TOOL_FILE};
    for (const struct answer *answer = practice->answers; answer; answer = answer->next) {
        for (size_t i = 0; i < COUNT(answer_columns); i++) {
            if (!give(walk, SOUGHT_ANSWER, record_cell(&answer->record, answer_columns[i]),
                      answer->question)) {
                return false;
            }
        }
    }
    for (const struct tool *tool = practice->tools; tool; tool = tool->next) {
        for (size_t i = 0; i < COUNT(tool_columns); i++) {
            if (!give(walk, SOUGHT_TOOL, record_cell(&tool->record, tool_columns[i]),
                      tool->question)) {
                return false;
            }
        }
    }
    return practice_translations(catalogue, practice, walk);
}

bool sought_shared(const struct catalogue *catalogue, const struct practice *practice,
                   const struct sought_walk *walk) {
    if (!sought_country(record_cell(&practice->record, PRACTICE_COUNTRY), walk) ||
        !sought_collection(catalogue, practice->collection, walk) ||
        !sought_scale(record_cell(&practice->record, PRACTICE_SCALE), walk)) {
        return false;
    }
    for (const struct practice_term *of = practice->terms; of; of = of->next) {
        if (!sought_term(catalogue, of->term, walk)) {
            return false;
        }
    }
    for (size_t i = 0; i < catalogue->item_count; i++) {
        const struct item *item = &catalogue->items[i];
        if (catalogue_mark(catalogue, practice, item) == MARK_MET &&
            !sought_item(catalogue, item, walk)) {
            return false;
        }
    }
    return true;
}

bool sought_country(const char *code, const struct sought_walk *walk) {
    const char *name = codes_country_name(code);
    return give(walk, SOUGHT_COUNTRY, code, NULL) &&
           (!name || give(walk, SOUGHT_COUNTRY, name, NULL));
}

static bool translations_give(const struct catalogue *catalogue, enum schema_id table,
                              const struct record *record, size_t column, enum sought field,
                              const struct question *question, const struct sought_walk *walk) {
    for (size_t i = 0; i < walk->language_count; i++) {
        bool found;
        const char *text = catalogue_text(catalogue, table, record, column, walk->languages[i],
                                          &found);
        if (found && !give(walk, field, text, question)) {
            return false;
        }
    }
    return true;
}

/* A cell and its translations. */
static bool cell_give(const struct catalogue *catalogue, enum schema_id table,
                      const struct record *record, size_t column, enum sought field,
                      const struct question *question, const struct sought_walk *walk) {
    return give(walk, field, record_cell(record, column), question) &&
           translations_give(catalogue, table, record, column, field, question, walk);
}

bool sought_term(const struct catalogue *catalogue, const struct term *term,
                 const struct sought_walk *walk) {
    static const struct {
        const char *scheme;
        enum sought field;
    } schemes[] = {{"area", SOUGHT_AREA}, {"target_group", SOUGHT_GROUP}, {"fund", SOUGHT_FUND}};
    const char *scheme = record_cell(&term->record, TERM_SCHEME);
    for (size_t i = 0; i < COUNT(schemes); i++) {
        if (strcmp(scheme, schemes[i].scheme) == 0) {
            return give(walk, schemes[i].field, record_cell(&term->record, TERM_TERM), NULL) &&
                   cell_give(catalogue, SCHEMA_TERMS, &term->record, TERM_LABEL, schemes[i].field,
                             NULL, walk);
        }
    }
    return true;
}

bool sought_collection(const struct catalogue *catalogue, const struct collection *collection,
                       const struct sought_walk *walk) {
    return !collection ||
           (give(walk, SOUGHT_COLLECTION, record_cell(&collection->record, COLLECTION_ID), NULL) &&
            cell_give(catalogue, SCHEMA_COLLECTIONS, &collection->record, COLLECTION_TITLE,
                      SOUGHT_COLLECTION, NULL, walk));
}

bool sought_scale(const char *scale, const struct sought_walk *walk) {
    if (!give(walk, SOUGHT_SCALE, scale, NULL)) {
        return false;
    }
    const struct own_choice *choice = own_field("own.scale")->choices;
    for (; choice->value; choice++) {
        if (strcmp(choice->value, scale) == 0) {
            return give(walk, SOUGHT_SCALE, _(choice->label), NULL);
        }
    }
    return true;
}

bool sought_item(const struct catalogue *catalogue, const struct item *item,
                 const struct sought_walk *walk) {
    struct sought_walk of_item = *walk;
    of_item.item = item;
    return cell_give(catalogue, SCHEMA_ITEMS, &item->record, ITEM_TEXT, SOUGHT_ITEM, item->question,
                     &of_item);
}
