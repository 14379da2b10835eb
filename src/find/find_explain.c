/* Tells where words were found, and what would be found with fewer of them. */
#include "vademecum/base/i18n.h"
#include "vademecum/find/filter_apply.h"
#include "vademecum/find/find_parts.h"
#include "vademecum/find/gaps.h"
#include "vademecum/find/match.h"
#include "vademecum/find/members.h"

#include <string.h>

enum {
    HITS_MOST = 4,  /* places that a line names */
    ADVICE_MOST = 3 /* things to leave out that a sentence names */
};

/* Hits being gathered. */
struct gathering {
    const struct query *query;
    struct arena *arena;
    struct find_hit *hits;
    size_t count;
    size_t room;
};

/* Something to leave out. */
struct advice {
    const char *name; /* "brno", or "filter country" */
    size_t count;     /* found without it */
};

/* Keeps the text when a word of the query stands in it, once for each field, question and item. */
static bool hit_take(void *context, const struct sought_text *text) {
    struct gathering *gathering = context;
    bool found = query_in(gathering->query, text->field, text->text);
    for (size_t i = 0; i < gathering->count && found; i++) {
        found = gathering->hits[i].field != text->field ||
                gathering->hits[i].question != text->question ||
                gathering->hits[i].item != text->item;
    }
    if (found) {
        gathering->hits = arena_grow(gathering->arena, gathering->hits, gathering->count,
                                     &gathering->room, sizeof *gathering->hits);
        gathering->hits[gathering->count++] = (struct find_hit){
            .field = text->field,
            .question = text->question,
            .item = text->item,
            .text = text->text,
        };
    }
    return true;
}

static void noted_take(struct gathering *gathering, const struct noted *noted) {
    for (size_t i = 0; noted && i < noted->text_count; i++) {
        hit_take(gathering, &noted->texts[i].raw);
    }
}

static struct years years_of(const struct find *find, const struct subject *subject) {
    const struct own_noted *own = subject->practice ? NULL : notes_own(&find->notes, subject->id);
    return subject->practice ? facets_years(find->facets, subject->practice->index)
           : own             ? own->years
                             : (struct years){0};
}

/* "year:2018" is found though it may stand in no text. */
static void years_take(const struct find *find, const struct subject *subject,
                       struct gathering *gathering) {
    const struct years years = years_of(find, subject);
    for (size_t i = 0; i < gathering->query->count; i++) {
        const struct query_word *word = &gathering->query->words[i];
        if (word->year == 0 || !years_active(&years, word->year)) {
            continue;
        }
        bool known = false;
        for (size_t hit = 0; hit < gathering->count; hit++) {
            known |= gathering->hits[hit].field == SOUGHT_YEAR;
        }
        if (!known) {
            gathering->hits = arena_grow(gathering->arena, gathering->hits, gathering->count,
                                         &gathering->room, sizeof *gathering->hits);
            gathering->hits[gathering->count++] = (struct find_hit){
                .field = SOUGHT_YEAR,
                .text = subject->practice ? record_cell(&subject->practice->record, PRACTICE_START)
                                          : "",
            };
        }
    }
}

const struct find_hit *find_hits(const struct find *find, const struct query *query,
                                 const struct subject *subject, struct arena *arena,
                                 size_t *count) {
    *count = 0;
    if (query->count == 0) {
        return NULL;
    }
    struct gathering gathering = {.query = query, .arena = arena};
    const struct sought_walk walk = {
        .take = hit_take,
        .context = &gathering,
        .translations = find->complete ? &find->translations : NULL,
        .languages = find->languages,
        .language_count = find->language_count,
    };
    if (subject->practice) {
        sought_practice(subject->practice, &walk);
        sought_shared(find->catalogue, subject->practice, &walk);
        sought_answers(find->catalogue, subject->practice, &walk);
        noted_take(&gathering, notes_of(&find->notes, subject->practice->index));
    } else {
        const struct own_noted *own = notes_own(&find->notes, subject->id);
        noted_take(&gathering, own ? &own->noted : NULL);
    }
    years_take(find, subject, &gathering);
    *count = gathering.count;
    return gathering.hits;
}

/* Whether a hit before it has the same field and question, and so the same name. */
static bool place_known(const struct find_hit *hits, size_t place) {
    for (size_t i = 0; i < place; i++) {
        if (hits[i].field == hits[place].field && hits[i].question == hits[place].question) {
            return true;
        }
    }
    return false;
}

static const char *question_label(const struct find *find, const struct find_hit *hit,
                                  const char *lang) {
    return hit->question ? catalogue_text(find->catalogue, SCHEMA_QUESTIONS, &hit->question->record,
                                          QUESTION_LABEL, lang, NULL)
                         : "";
}

/* "items it meets (Local people, Regular checks)": of all hits in items that are met. */
static const char *items_words(const struct find *find, const struct find_hit *hits, size_t count,
                               const char *lang, struct arena *arena) {
    const char *labels = "";
    size_t named = 0;
    for (size_t i = 0; i < count; i++) {
        const bool wanted = hits[i].field == SOUGHT_ITEM && !place_known(hits, i);
        if (wanted && named < HITS_MOST) {
            labels = arena_printf(arena, "%s%s%s", labels, named ? ", " : "",
                                  question_label(find, &hits[i], lang));
        }
        named += wanted;
    }
    if (named > HITS_MOST) {
        labels = arena_printf(arena, _("%s and %zu more"), labels, named - HITS_MOST);
    }
    return arena_printf(arena, ngettext("an item it meets (%s)", "items it meets (%s)", named),
                        labels);
}

/* "title", "answer to Users have a say" */
static const char *hit_words(const struct find *find, const struct find_hit *hit, const char *lang,
                             struct arena *arena) {
    const char *label = sought_label(hit->field);
    const char *of = question_label(find, hit, lang);
    if (!of[0]) {
        return label;
    }
    return hit->field == SOUGHT_ANSWER ? arena_printf(arena, _("answer to %s"), of)
                                       : arena_printf(arena, _("%s of %s"), label, of);
}

/* Whether the words speak of the hit elsewhere already, or need not. */
static bool hit_told(const struct find_hit *hits, size_t count, size_t place) {
    bool told = place_known(hits, place);
    /* An id says nothing that the title does not. */
    told |= hits[place].field == SOUGHT_ID && count > 1;
    for (size_t i = 0; i < place; i++) {
        told |= hits[place].field == SOUGHT_ITEM && hits[i].field == SOUGHT_ITEM;
    }
    return told;
}

const char *find_hits_words(const struct find *find, const struct query *query,
                            const struct subject *subject, const char *lang, struct arena *arena) {
    size_t count;
    const struct find_hit *hits = find_hits(find, query, subject, arena, &count);
    const char *words = "";
    size_t named = 0;
    for (size_t i = 0; i < count; i++) {
        if (hit_told(hits, count, i) || named++ >= HITS_MOST) {
            continue;
        }
        const char *where = hits[i].field == SOUGHT_ITEM
                                ? items_words(find, hits, count, lang, arena)
                                : hit_words(find, &hits[i], lang, arena);
        words = arena_printf(arena, "%s%s%s", words, words[0] ? ", " : "", where);
    }
    if (named > HITS_MOST) {
        words = arena_printf(arena, _("%s and %zu more"), words, named - HITS_MOST);
    }
    return words;
}

size_t find_gaps(struct find *find, const struct wish *wish, const struct subject *subject) {
    find_refresh(find);
    gaps_run(find, wish);
    const struct own_noted *own = subject->practice ? NULL : notes_own(&find->notes, subject->id);
    return subject->practice ? find->gaps_met[subject->practice->index]
           : own             ? gaps_own(find, own)
                             : 0;
}

const char *find_gaps_words(struct find *find, const struct wish *wish,
                            const struct subject *subject, struct arena *arena) {
    const size_t met = find_gaps(find, wish, subject);
    const size_t count = find->gap_count;
    if (count == 0) {
        return "";
    }
    if (strcmp(subject->id, find->gaps_of) == 0) {
        return arena_printf(arena, ngettext("has this %zu gap", "has these %zu gaps", count),
                            count);
    }
    return arena_printf(arena,
                        ngettext("meets %zu of your %zu gap", "meets %zu of your %zu gaps", count),
                        met, count);
}

/* How many items a practice meets: by its source, of an own one by the reviewer. */
static size_t find_met(const struct find *find, const struct subject *subject) {
    const struct own_noted *own = subject->practice ? NULL : notes_own(&find->notes, subject->id);
    return subject->practice ? facets_met(find->facets, subject->practice->index)
           : own             ? own->noted.met
                             : 0;
}

unsigned find_start(const struct find *find, const struct subject *subject) {
    return years_of(find, subject).start;
}

const char *find_order_words(struct find *find, const struct wish *wish,
                             const struct subject *subject, struct arena *arena) {
    const size_t met = wish->order == ORDER_MET ? find_met(find, subject) : 0;
    const unsigned start = wish->order == ORDER_START ? find_start(find, subject) : 0;
    switch (wish->order) {
    case ORDER_START:
        return start ? arena_printf(arena, _("since %u"), start) : _("start not stated");
    case ORDER_MET:
        return arena_printf(arena, ngettext("meets %zu item", "meets %zu items", met), met);
    case ORDER_GAPS:
        return find_gaps_words(find, wish, subject, arena);
    default:
        return "";
    }
}

static const char *signs_advise(const char *signs, struct arena *arena) {
    return signs[0] ? arena_printf(arena,
                                   _("'%s' has no letter or digit, so nothing can be found by it."),
                                   signs)
                    : _("No letter or digit stands behind the colon, so nothing can be found.");
}

/* How many words, as they were typed, and filters there are. */
static size_t things_count(const struct query *query, const struct wish *wish) {
    size_t count = 0;
    for (size_t i = 0; i < query->count; i++) {
        count += i == 0 || query->words[i].typed != query->words[i - 1].typed;
    }
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        count += filter_use(&wish->filters, facet);
    }
    return count;
}

/* Speaks of a single word or filter: there is nothing to leave out. */
static const char *alone_advise(const struct query *query, const struct wish *wish,
                                struct arena *arena) {
    if (query->count > 0) {
        return arena_printf(arena, _("No practice has \"%s\"."), query->words[0].typed);
    }
    return wish->filters.count > 0 ? arena_printf(arena, _("No practice passes the filter %s."),
                                                  filter_label(wish->filters.chosen[0].facet))
                                   : _("There are no practices.");
}

/* What would be found without each of the words that were typed. */
static size_t words_advise(struct find *find, const struct wish *wish, const struct query *query,
                           struct arena *arena, struct advice *advice) {
    size_t count = 0;
    filter_apply(find, wish);
    for (size_t i = 0; i < query->count; i++) {
        const char *typed = query->words[i].typed;
        if (i > 0 && query->words[i - 1].typed == typed) {
            continue;
        }
        struct members found = match_without(find, query, typed, arena);
        members_and(find, &found, &found, &find->kept);
        advice[count++] = (struct advice){
            .name = arena_printf(arena, "\"%s\"", typed),
            .count = members_number(find, &found),
        };
    }
    return count;
}

static size_t filters_advise(struct find *find, const struct wish *wish, const struct query *query,
                             struct arena *arena, struct advice *advice) {
    size_t count = 0;
    const struct members *searched = match_run(find, query);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (!filter_use(&wish->filters, facet)) {
            continue;
        }
        struct members found = filter_apply_without(find, wish, facet, arena);
        members_and(find, &found, &found, searched);
        advice[count++] = (struct advice){
            .name = arena_printf(arena, _("the filter %s"), filter_label(facet)),
            .count = members_number(find, &found),
        };
    }
    return count;
}

/* Speaks of several words and filters: what would be found without one of them. */
static const char *without_advise(struct find *find, const struct wish *wish,
                                  const struct query *query, struct arena *arena) {
    struct advice *advice = arena_array(arena, QUERY_WORDS_MAX + FACET_COUNT, sizeof *advice);
    size_t count = words_advise(find, wish, query, arena, advice);
    count += filters_advise(find, wish, query, arena, advice + count);
    const char *words = "";
    size_t named = 0;
    for (size_t i = 0; i < count && named < ADVICE_MOST; i++) {
        if (advice[i].count > 0) {
            words = arena_printf(
                arena,
                named ? ngettext("%s; without %s %zu", "%s; without %s %zu", advice[i].count)
                      : ngettext("%sNo practice has all of this. Without %s there "
                                 "is %zu",
                                 "%sNo practice has all of this. Without %s there "
                                 "are %zu",
                                 advice[i].count),
                words, advice[i].name, advice[i].count);
            named++;
        }
    }
    return named ? arena_printf(arena, "%s.", words)
                 : _("No practice has all of this, nor all but one of it. Try fewer words and "
                     "filters.");
}

const char *find_advice(struct find *find, const struct wish *wish, struct arena *arena,
                        const char **meant) {
    struct find_meant nearest = {.count = 0};
    find_refresh(find);
    gaps_run(find, wish);
    const struct query query = find_query(find, wish->words, arena);
    if (meant) {
        *meant = NULL;
    }
    if (query.signs) {
        return signs_advise(query.signs, arena);
    }
    if (filter_use(&wish->filters, FACET_GAPS) && find->gap_count == 0) {
        return _("None of your items is marked as partly or not met, so there are no gaps to "
                 "compare with.");
    }
    const bool near = query.count > 0 && find_meant(find, wish, arena, &nearest);
    if (near && meant) {
        *meant = nearest.words;
    }
    if (near) {
        return arena_printf(arena, _("No practice has \"%s\". Did you mean \"%s\"? (%zu)"),
                            wish->words, nearest.words, nearest.count);
    }
    if (things_count(&query, wish) < 2) {
        return alone_advise(&query, wish, arena);
    }
    return without_advise(find, wish, &query, arena);
}
