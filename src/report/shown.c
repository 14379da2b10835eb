#include "vademecum/report/shown.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/guides.h"
#include "vademecum/report/facts.h"

#include <string.h>

/* Which fact tells what a column or a scheme of terms holds; several may be told by one. */
static const struct {
    const char *name;
    enum fact_kind kind;
} tellers[] = {
    {"objectives", FACT_OBJECTIVES},
    {"results", FACT_RESULTS},
    {"organisation", FACT_ORGANISATION},
    {"partners", FACT_PARTNERS},
    {"country", FACT_PLACE},
    {"region", FACT_PLACE},
    {"city", FACT_PLACE},
    {"scale", FACT_SCALE},
    {"start", FACT_TIME},
    {"end", FACT_TIME},
    {"ongoing", FACT_TIME},
    {"funding", FACT_FUNDING},
    {"amount", FACT_AMOUNT},
    {"currency", FACT_AMOUNT},
    {"programme", FACT_PROGRAMME},
    {"website", FACT_WEBSITE},
    {"contact", FACT_CONTACT},
    {"languages", FACT_LANGUAGES},
    {"transferability", FACT_TRANSFERABILITY},
    {"area", FACT_AREAS},
    {"target_group", FACT_GROUPS},
    {"fund", FACT_FUNDED_BY},
};

static const char *wishes(const struct item *item) {
    return record_cell(&item->record, ITEM_SHOWS);
}

/* Whether the item's cell has the name among those that "; " stands between. */
static bool wished(const struct item *item, const char *name) {
    const size_t length = strlen(name);
    for (const char *at = wishes(item); *at; at += strspn(at, "; ")) {
        const size_t here = strcspn(at, ";");
        if (here == length && strncmp(at, name, length) == 0) {
            return true;
        }
        at += here;
    }
    return false;
}

static bool fact_wished(const struct item *item, enum fact_kind kind) {
    bool found = false;
    for (size_t i = 0; i < COUNT(tellers) && !found; i++) {
        found = tellers[i].kind == kind && wished(item, tellers[i].name);
    }
    return found;
}

static bool guide_wished(const struct item *item, const struct practice *practice,
                         const struct guide *guide) {
    return guide->practice == practice && guides_kind(guide) < GUIDES_KINDS &&
           wished(item, record_cell(&guide->record, GUIDE_KIND));
}

bool shown_wanted(const struct item *item) {
    return wishes(item)[0] != '\0';
}

bool shown_transfers(const struct checklist *checklist) {
    bool transfers = checklist->item_count > 0;
    for (size_t i = 0; transfers && i < checklist->item_count; i++) {
        transfers = shown_wanted(&checklist->items[i]);
    }
    return transfers;
}

const struct shown *shown_list(const struct catalogue *catalogue, const struct practice *practice,
                               const struct item *item, const char *lang, struct arena *arena,
                               size_t *count) {
    size_t fact_count;
    const struct fact *facts = facts_of_practice(catalogue, practice, lang, arena, &fact_count);
    struct shown *list = arena_array(arena, 1 + fact_count + catalogue->guide_count, sizeof *list);
    const char *summary = catalogue_text(catalogue, SCHEMA_PRACTICES, &practice->record,
                                         PRACTICE_SUMMARY, lang, NULL);
    *count = 0;
    if (summary[0] && wished(item, "summary")) {
        list[(*count)++] = (struct shown){_("Summary"), summary};
    }
    for (size_t i = 0; i < fact_count; i++) {
        if (fact_wished(item, facts[i].kind)) {
            list[(*count)++] = (struct shown){facts[i].label, facts[i].text};
        }
    }
    for (size_t i = 0; i < catalogue->guide_count; i++) {
        const struct guide *guide = &catalogue->guides[i];
        if (guide_wished(item, practice, guide)) {
            list[(*count)++] = (struct shown){
                guides_label(guides_kind(guide)),
                catalogue_text(catalogue, SCHEMA_GUIDES, &guide->record, GUIDE_TEXT, lang, NULL)};
        }
    }
    return list;
}
