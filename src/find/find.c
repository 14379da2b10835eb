#include "vademecum/find/find.h"

#include "vademecum/find/filter_apply.h"
#include "vademecum/find/find_parts.h"
#include "vademecum/find/gaps.h"
#include "vademecum/find/match.h"
#include "vademecum/find/members.h"
#include "vademecum/find/set.h"

#include <string.h>

struct find *find_make(const struct catalogue *catalogue, struct arena *arena) {
    struct find *find = arena_alloc(arena, sizeof *find);
    find->catalogue = catalogue;
    find->arena = arena;
    find->facets = facets_make(catalogue, arena);
    subjects_init(&find->subjects, arena);
    arena_init(&find->notes_arena, arena->end);
    arena_init(&find->work, arena->end);
    notes_read(&find->notes, &find->notes_arena, catalogue, NULL, NULL);
    return find;
}

void find_free(struct find *find) {
    subjects_free(&find->subjects);
    arena_free(&find->notes_arena);
    arena_free(&find->work);
}

/* Makes the index when it is needed first: even an empty one takes memory. */
static struct index *index_of(struct find *find) {
    find->index = find->index ? find->index : index_make(find->arena);
    return find->index;
}

static void practice_take(struct find *find, enum find_part part, const struct practice *practice) {
    if (part == FIND_PRACTICES) {
        facets_add_practice(find->facets, practice);
        subjects_add(&find->subjects, practice);
    } else if (part == FIND_TEXTS) {
        index_add_practice(index_of(find), practice);
    } else if (part == FIND_TERMS) {
        facets_add_terms(find->facets, practice);
    } else {
        index_add_answers(index_of(find), find->catalogue, practice, &find->translations);
        facets_add_answers(find->facets, practice);
    }
}

bool find_take(struct find *find, enum find_part part, size_t most) {
    const size_t left = find->catalogue->practice_count - find->taken[part];
    const size_t count = left < most ? left : most;
    for (size_t i = 0; i < count; i++) {
        practice_take(find, part, &find->catalogue->practices[find->taken[part]]);
        find->taken[part]++;
    }
    if (part == FIND_PRACTICES && left == count && find->catalogue->practices_whole &&
        !find->subjects.sorted) {
        subjects_sort(&find->subjects);
        find->fresh = false;
    }
    if (count > 0) {
        find->fresh = false;
    }
    return left > count;
}

void find_complete(struct find *find) {
    find_take(find, FIND_PRACTICES, SIZE_MAX);
    find_take(find, FIND_TEXTS, SIZE_MAX);
    find_take(find, FIND_TERMS, SIZE_MAX);
    find->languages = catalogue_languages(find->catalogue, find->arena, &find->language_count);
    find->translations = sought_translations(find->catalogue, find->arena);
    facets_languages(find->facets, find->languages, find->language_count);
    find->complete = true;
    find_review(find, find->review, find->reviewer);
}

void find_review(struct find *find, const struct review *review, const char *reviewer) {
    find->review = review;
    find->reviewer = reviewer;
    /* Until the catalogue is complete, nothing can be looked up in it. */
    notes_read(&find->notes, &find->notes_arena, find->catalogue, review,
               find->complete ? reviewer : NULL);
    subjects_own(&find->subjects, &find->notes);
    find->fresh = false;
}

struct find *find_all(const struct catalogue *catalogue, const struct review *review,
                      const char *reviewer, struct arena *arena) {
    struct find *find = find_make(catalogue, arena);
    find->review = review;
    find->reviewer = reviewer;
    find_complete(find);
    find_take(find, FIND_ANSWERS, SIZE_MAX);
    return find;
}

const struct subjects *find_subjects(const struct find *find) {
    return &find->subjects;
}

const uint32_t *find_title_places(struct find *find) {
    const struct subjects *subjects = &find->subjects;
    if (!subjects->sorted || find->title_places) {
        return find->title_places;
    }
    find->title_places = arena_array(find->arena, subjects->count - subjects->own,
                                     sizeof *find->title_places);
    for (size_t i = subjects->own; i < subjects->count; i++) {
        find->title_places[subjects->list[i].practice->index] = (uint32_t)(i - subjects->own);
    }
    return find->title_places;
}

struct query find_query(struct find *find, const char *words, struct arena *arena) {
    struct query query = query_read(arena, words ? words : "");
    if (query.count > 0 && find->complete && !find->synonyms_known) {
        find->synonyms = synonyms_make(find->catalogue, find->arena);
        find->synonyms_known = true;
    }
    synonyms_add(&find->synonyms, &query, arena);
    return query;
}

/* Counts the own practices: what is off the list does not count, unless that is looked for. */
static void own_count(const struct find *find, const struct wish *wish, struct found *found) {
    const bool wanted = filter_use(&wish->filters, FACET_OFF);
    for (size_t i = 0; i < find->notes.own_count; i++) {
        const bool off = find->notes.own[i].off && !wanted;
        found->off += off;
        found->own += !off;
        found->own_filtered += !off && !wanted && !find->kept.own[i];
    }
    found->of -= found->off;
}

static size_t countries(const struct find *find) {
    size_t count = 0;
    for (size_t i = 0; i < facets_values(find->facets, FACET_COUNTRY); i++) {
        count += facets_set(find->facets, FACET_COUNTRY, (uint32_t)i)->pages != NULL;
    }
    return count;
}

struct found find_run(struct find *find, const struct wish *wish, struct arena *arena) {
    find_refresh(find);
    struct found found = {
        .of = find->subjects.count,
        .countries = countries(find),
        .query = find_query(find, wish->words, arena),
        .kept = bits_make(arena, find->taken[FIND_PRACTICES]),
    };
    gaps_run(find, wish);
    filter_apply(find, wish);
    const struct members *searched = match_run(find, &found.query);
    struct members both = members_make(find, arena);
    members_and(find, &both, searched, &find->kept);
    const uint32_t *order = sort_run(find, wish->grouping, wish->order);
    const size_t count = members_number(find, &both);
    uint32_t *places = arena_array(arena, count, sizeof *places);
    for (size_t i = 0; i < find->subjects.count && found.count < count; i++) {
        const uint32_t place = order[i];
        const uint32_t number = find->numbers[place];
        if (place < find->subjects.own ? both.own[number] : bits_has(&both.practices, number)) {
            places[found.count++] = place;
        }
    }
    bits_or(&found.kept, &found.kept, &find->kept.practices);
    found.matched = both.practices;
    found.places = places;
    found.gaps = find->gap_count;
    own_count(find, wish, &found);
    return found;
}

static bool found_keeps(void *context, const struct practice *practice) {
    return bits_has(&((const struct found *)context)->kept, practice->index);
}

struct who_filter find_filter(const struct found *found) {
    /* It is only read. */
    return (struct who_filter){.keeps = found_keeps, .context = (void *)(uintptr_t)found};
}

size_t find_memory(const struct find *find, size_t *words) {
    *words = find->index ? index_words(find->index) : 0;
    return find->index ? index_memory(find->index) : 0;
}

/* Finds the number of each subject: notes has own practices by id, the list by title. */
static void numbers_make(struct find *find) {
    const struct subjects *subjects = &find->subjects;
    find->numbers = arena_array(&find->work, subjects->count, sizeof *find->numbers);
    for (size_t i = 0; i < subjects->count; i++) {
        const struct subject *subject = &subjects->list[i];
        if (subject->practice) {
            find->numbers[i] = (uint32_t)subject->practice->index;
            continue;
        }
        const struct own_noted *own = notes_own(&find->notes, subject->id);
        find->numbers[i] = own ? (uint32_t)(own - find->notes.own) : 0;
    }
}

void find_refresh(struct find *find) {
    if (notes_stale(&find->notes)) {
        find_review(find, find->review, find->reviewer);
    }
    if (find->fresh) {
        return;
    }
    arena_empty(&find->work);
    find->stages = arena_array(&find->work, QUERY_WORDS_MAX, sizeof *find->stages);
    find->stage_count = 0;
    find->filtered = false;
    find->gaps_known = false;
    find->ordered = false;
    find->order_places = NULL;
    find->gaps_met = NULL;
    memset(find->facet_members, 0, sizeof find->facet_members);
    find->all = members_make(find, &find->work);
    bits_fill(&find->all.practices);
    for (size_t i = 0; i < find->notes.own_count; i++) {
        find->all.own[i] = true;
    }
    find->none = members_make(find, &find->work);
    find->kept = members_make(find, &find->work);
    numbers_make(find);
    find->fresh = true;
}
