#include "vademecum/import/spring_grid.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"

#include <string.h>

enum {
    ALL = 100,       /* per cent of the words */
    MOST = 70,       /* of an item that stands under another question */
    ENOUGH = 50,     /* of one that stands where it is expected */
    HEADING_MORE = 6 /* bytes that a heading may have besides its words */
};

static const struct spring_entry criteria[] = {
    {"inclusivity", "inclusivity participation"}, {"relevance", "relevance complementarity"},
    {"effectiveness", "effectiveness"},           {"sustainability", "sustainability"},
    {"partnership", "partnership collaboration"},
};

static const struct spring_entry questions[] = {
    {"inclusivity.1", "services accessible responsive diverse groups"},
    {"inclusivity.2", "involve active participation receiving society"},
    {"inclusivity.3", "consult beneficiaries them monitoring evaluation action"},
    {"relevance.1", "objectives relevant needs migrants"},
    {"relevance.2", "empowerment migrants strengthening autonomy long term"},
    {"relevance.3", "align priorities strategic goals stakeholders wider"},
    {"effectiveness.1", "adequately planned based comprehensive design"},
    {"effectiveness.2", "regularly monitor implementation evaluate results"},
    {"sustainability.1", "prepared sustain positive effects after completion"},
    {"sustainability.2", "attract structural funding sponsors individuals potential"},
    {"partnership.1", "establish communication coordination actors foster civil"},
    {"partnership.2", "contribute discussion improvement integration support policies"},
};

static const struct spring_entry items[] = {
    {"inclusivity.1.1", "adopt participatory gender mainstreaming sensitive inclusive"},
    {"inclusivity.1.2", "provide precise accessible access languages channels"},
    {"inclusivity.1.3", "equality diversity essential delivered taking consideration"},
    {"inclusivity.1.4", "reasonable adjustments delivery take account particular"},
    {"inclusivity.2.1", "consider process change side receiving society"},
    {"inclusivity.2.2", "foresee active role stages encourage native"},
    {"inclusivity.3.1", "organise consultation activities migrant possible evaluation"},
    {"inclusivity.3.2", "appropriate mechanisms safely express opinions quality"},
    {"inclusivity.3.3", "flexible interculturally adapted compensate participants contribution"},
    {"relevance.1.1", "identify analyse prioritise methods directly them"},
    {"relevance.1.2", "identify analyse gaps support design fill"},
    {"relevance.1.3", "systemic improvement satisfying majority groups area"},
    {"relevance.2.1", "devise overarching goal providing making more"},
    {"relevance.2.2", "contribute migrants engagement community common good"},
    {"relevance.2.3", "services strengthening capacities migrants migrant communities"},
    {"relevance.2.4", "include create preconditions facilitate long term"},
    {"relevance.2.5", "address discrimination information gaps obstacles long"},
    {"relevance.3.1", "line international european human rights standards"},
    {"relevance.3.2", "employ regional international related guidelines tools"},
    {"relevance.3.3", "offered strengthening capacities institutions future development"},
    {"effectiveness.1.1", "achieve observable among target group changes"},
    {"effectiveness.1.2", "objectives planned results activity feasible clear"},
    {"effectiveness.1.3", "communications strategy attention communication host authorities"},
    {"effectiveness.1.4", "based indicators measurable achievable relevant"},
    {"effectiveness.1.5", "staff management team members right skills"},
    {"effectiveness.2.1", "regular monitoring compare actual performance goals"},
    {"effectiveness.2.2", "anticipate obstacles might occur alternative scenarios"},
    {"effectiveness.2.3", "achievement intended outputs outcomes"},
    {"effectiveness.2.4", "determine considered successful practitioner funders policymakers"},
    {"effectiveness.2.5", "assess whether interventions long sustainable change"},
    {"sustainability.1.1", "anticipate opportunities continue intervention after completion"},
    {"sustainability.1.2", "prepare apply defined sustainability continuation effects"},
    {"sustainability.1.3", "devote resources building necessary expertise infrastructure"},
    {"sustainability.2.1", "partnerships relations early stage strong potential"},
    {"sustainability.2.2", "shifting project initiatives limited time dependent"},
    {"sustainability.2.3", "diversify options self financing business social"},
    {"partnership.1.1", "involvement participation stakeholders strategies involve them"},
    {"partnership.1.2", "stakeholder professionals citizens promote meaningful refuges"},
    {"partnership.2.1", "seize comprehensive strategies involving providers civil"},
    {"partnership.2.2", "work relevant partners jointly review operations"},
};

bool spring_word_stands(const char *folded, const char *word, size_t length) {
    for (const char *at = folded; *at;) {
        const size_t letter = text_letter(at);
        if (letter == 0) {
            at++;
            continue;
        }
        const char *end = at;
        while (text_letter(end) > 0) {
            end += text_letter(end);
        }
        if ((size_t)(end - at) == length && memcmp(at, word, length) == 0) {
            return true;
        }
        at = end;
    }
    return false;
}

/* How many of the words stand in a folded text, per cent. */
static int words_share(const char *folded, const char *words) {
    int count = 0;
    int found = 0;
    while (*words) {
        const size_t length = strcspn(words, " ");
        count++;
        found += spring_word_stands(folded, words, length) ? 1 : 0;
        words += length;
        words += strspn(words, " ");
    }
    return count > 0 ? found * ALL / count : 0;
}

/* Whether an id is one of what lies below another, as inclusivity.1.1 is below inclusivity.1. */
static bool id_below(const char *id, const char *above) {
    const size_t length = strlen(above);
    return strncmp(id, above, length) == 0 && id[length] == '.';
}

/*
 * The entry with the largest share of its words in the line, if that is `least` or more; below
 * `above` only, unless that is NULL.
 */
static const struct spring_entry *entry_find(const struct spring_entry *entries, size_t count,
                                             const char *above, const char *folded, int least) {
    const struct spring_entry *best = NULL;
    int most = least - 1;
    for (size_t i = 0; i < count; i++) {
        const int share = words_share(folded, entries[i].words);
        if (share > most && (!above || id_below(entries[i].id, above))) {
            most = share;
            best = &entries[i];
        }
    }
    return best;
}

const struct spring_entry *spring_grid_criterion(const char *line, struct arena *arena) {
    const char *folded = text_fold(arena, line);
    const struct spring_entry *found = entry_find(criteria, COUNT(criteria), NULL, folded, ALL);
    /* A heading has hardly more than these words. */
    return found && strlen(folded) <= strlen(found->words) + HEADING_MORE ? found : NULL;
}

const struct spring_entry *spring_grid_question(const char *line, struct arena *arena) {
    return entry_find(questions, COUNT(questions), NULL, text_fold(arena, line), MOST);
}

const struct spring_entry *spring_grid_item(const char *line, const char *question,
                                            struct arena *arena) {
    const char *folded = text_fold(arena, line);
    const struct spring_entry *near = question ? entry_find(items, COUNT(items), question, folded,
                                                            ENOUGH)
                                               : NULL;
    return near ? near : entry_find(items, COUNT(items), NULL, folded, MOST);
}

size_t spring_grid_place(const char *question) {
    for (size_t i = 0; i < COUNT(questions); i++) {
        if (strcmp(questions[i].id, question) == 0) {
            return i + 1;
        }
    }
    return 0;
}

bool spring_grid_has_item(const char *id) {
    for (size_t i = 0; i < COUNT(items); i++) {
        if (strcmp(items[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}
