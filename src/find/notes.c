#include "vademecum/find/notes.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"
#include "vademecum/review/field.h"
#include "vademecum/review/own.h"
#include "vademecum/review/round.h"
#include "vademecum/review/verdict.h"

#include <stdlib.h>
#include <string.h>

#define PREFIX "own."

/* Texts on their way to what was noted of a practice. */
struct noting {
    struct notes *notes;
    struct noted *noted;
};

static bool text_note(void *context, const struct sought_text *text) {
    const struct noting *noting = context;
    struct arena *arena = noting->notes->arena;
    struct noted *noted = noting->noted;
    noted->texts = arena_grow(arena, noted->texts, noted->text_count, &noted->text_room,
                              sizeof *noted->texts);
    noted->texts[noted->text_count++] = (struct note_text){
        .raw = *text,
        .folded = text_fold(arena, text->text),
    };
    return true;
}

/* Its facts, as if they stood in practices.csv. */
static void own_texts(struct notes *notes, struct own_noted *own) {
    const char *id = own->noted.id;
    const char *cells[PRACTICE_COLUMNS];
    size_t length = 0;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        cells[i] = i == PRACTICE_ID ? id : review_fact(notes->review, id, notes->fields[i]);
        length += strlen(cells[i]) + 1;
    }
    char *joined = arena_alloc(notes->arena, length);
    char *end = joined;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        end = stpcpy(end, cells[i]) + 1;
    }
    const struct practice practice = {.record = {.cells = joined}};
    struct noting noting = {notes, &own->noted};
    const struct sought_walk walk = {.take = text_note, .context = &noting};
    sought_practice(&practice, &walk);
    sought_country(cells[PRACTICE_COUNTRY], &walk);
    sought_scale(cells[PRACTICE_SCALE], &walk);
}

static void own_terms_read(struct notes *notes, struct own_noted *own) {
    static const struct {
        const char *scheme;
        const char *field;
    } schemes[] = {
        {"area", PREFIX "area"}, {"target_group", PREFIX "target_group"}, {"fund", PREFIX "fund"}};
    struct noting noting = {notes, &own->noted};
    const struct sought_walk walk = {.take = text_note, .context = &noting};
    own->terms = arena_array(notes->arena, notes->catalogue->term_count, sizeof *own->terms);
    for (size_t i = 0; i < COUNT(schemes); i++) {
        size_t count;
        const char *stated = review_fact(notes->review, own->noted.id, schemes[i].field);
        const struct term **terms = own_terms(notes->arena, notes->catalogue, schemes[i].scheme,
                                              stated, &count);
        for (size_t j = 0; j < count; j++) {
            own->terms[own->term_count++] = terms[j];
            sought_term(notes->catalogue, terms[j], &walk);
        }
    }
}

static void own_read(struct notes *notes, struct own_noted *own, const char *id) {
    const struct review *review = notes->review;
    const char *ongoing = review_fact(review, id, PREFIX "ongoing");
    *own = (struct own_noted){
        .noted = {.id = id, .practice = SIZE_MAX},
        .title = review_fact(review, id, PREFIX "title"),
        .country = facets_country(review_fact(review, id, PREFIX "country")),
        .country_code = review_fact(review, id, PREFIX "country"),
        .scale = facets_scale(review_fact(review, id, PREFIX "scale")),
        .years = years_read(review_fact(review, id, PREFIX "start"),
                            review_fact(review, id, PREFIX "end"), ongoing),
        .ongoing = strcmp(ongoing, "yes") == 0  ? FACET_YES
                   : strcmp(ongoing, "no") == 0 ? FACET_NO
                                                : FACET_NONE,
        .met = arena_array(notes->arena, notes->catalogue->item_count, sizeof(bool)),
        .off = notes->reviewer &&
               strcmp(review_value(review, notes->reviewer, id, "", "off"), "yes") == 0,
    };
    own_texts(notes, own);
    own_terms_read(notes, own);
}

/* A new one for a practice of the catalogue; NULL when there is no such practice. */
static struct noted *noted_get(struct notes *notes, const char *id) {
    if (own_is(id)) {
        struct own_noted *own = notes_own(notes, id);
        return own ? &own->noted : NULL;
    }
    const struct practice *practice = id[0] ? catalogue_practice(notes->catalogue, id) : NULL;
    if (!practice) {
        return NULL;
    }
    notes->noted = arena_grow(notes->arena, notes->noted, notes->noted_count, &notes->noted_room,
                              sizeof *notes->noted);
    struct noted *noted = &notes->noted[notes->noted_count++];
    *noted = (struct noted){
        .id = record_cell(&practice->record, PRACTICE_ID),
        .practice = practice->index,
    };
    return noted;
}

static void verdict_read(struct notes *notes, struct noted *noted, const struct event *event) {
    const struct item *item = catalogue_item(notes->catalogue, event->item);
    const enum verdict verdict = verdict_find(event->value);
    if (!item || verdict == VERDICT_NONE) {
        return;
    }
    noted->answered++;
    noted->met += verdict == VERDICT_MET;
    if (verdict == VERDICT_MET && noted->practice == SIZE_MAX) {
        struct noting noting = {notes, noted};
        const struct sought_walk walk = {.take = text_note, .context = &noting};
        ((struct own_noted *)(void *)noted)->met[item->index] = true;
        sought_item(notes->catalogue, item, &walk);
    }
}

/* Where a text of the reviewer's is found; SOUGHT_FIELDS: it is none. */
static enum sought event_field(const struct event *event) {
    static const struct {
        const char *name;
        enum sought field;
    } fields[] = {
        {"note", SOUGHT_NOTE},           {"answer", SOUGHT_ANSWER},     {"tool", SOUGHT_TOOL},
        {"comment", SOUGHT_COMMENT},     {"evidence", SOUGHT_EVIDENCE}, {"plan.goal", SOUGHT_PLAN},
        {"plan.action", SOUGHT_PLAN},    {"plan.tool", SOUGHT_PLAN},    {"plan.owner", SOUGHT_PLAN},
        {"plan.indicator", SOUGHT_PLAN}, {"plan.baseline", SOUGHT_PLAN},
        {"plan.target", SOUGHT_PLAN},    {"plan.risk", SOUGHT_PLAN},
        {"plan.result", SOUGHT_PLAN},
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (strcmp(fields[i].name, event->field) == 0) {
            return fields[i].field;
        }
    }
    return SOUGHT_FIELDS;
}

static void event_read(struct notes *notes, struct noted *noted, const struct event *event) {
    const bool said = event->value[0] != '\0';
    noted->last = event->counter > noted->last ? event->counter : noted->last;
    if (strcmp(event->field, "verdict") == 0) {
        verdict_read(notes, noted, event);
    } else if (strcmp(event->field, "shortlist") == 0) {
        noted->shortlist = strcmp(event->value, "yes") == 0;
    } else if (strcmp(event->field, "status") == 0) {
        noted->final |= field_final(event->value) != NULL;
    } else if (strcmp(event->field, "tool") == 0 && said && noted->practice == SIZE_MAX) {
        ((struct own_noted *)(void *)noted)->tools = true;
    }
    const enum sought field = event_field(event);
    if (field != SOUGHT_FIELDS && said) {
        struct noting noting = {notes, noted};
        const struct item *item = catalogue_item(notes->catalogue, event->item);
        const struct sought_text text = {
            .field = field,
            .text = arena_copy(notes->arena, event->value, strlen(event->value)),
            .question = item ? item->question : catalogue_question(notes->catalogue, event->item),
            .item = item,
        };
        text_note(&noting, &text);
    }
}

static int noted_compare(const void *left, const void *right) {
    const struct noted *one = left;
    const struct noted *other = right;
    return (one->practice > other->practice) - (one->practice < other->practice);
}

static void events_read(struct notes *notes) {
    size_t count;
    const struct review_filter filter = {.reviewer = notes->reviewer};
    const struct event **events = review_list(notes->review, &filter, notes->arena, &count);
    uint64_t latest[2] = {0};
    struct noted *noted = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct event *event = events[i];
        /* They come practice by practice. */
        if (i == 0 || strcmp(events[i - 1]->practice, event->practice) != 0) {
            noted = noted_get(notes, event->practice);
        }
        if (!noted) {
            continue;
        }
        event_read(notes, noted, event);
        const bool own = noted->practice == SIZE_MAX;
        const bool off = own && ((const struct own_noted *)(const void *)noted)->off;
        if (strcmp(event->field, "verdict") == 0 && event->value[0] && !off &&
            event->counter > latest[own]) {
            latest[own] = event->counter;
            notes->worked_on = own || latest[1] == 0 ? noted->id : notes->worked_on;
        }
    }
    if (notes->noted_count > 0) {
        qsort(notes->noted, notes->noted_count, sizeof *notes->noted, noted_compare);
    }
}

void notes_read(struct notes *notes, struct arena *arena, const struct catalogue *catalogue,
                const struct review *review, const char *reviewer) {
    arena_empty(arena);
    *notes = (struct notes){
        .arena = arena,
        .catalogue = catalogue,
        .review = review,
        .reviewer = reviewer,
    };
    if (!review) {
        return;
    }
    notes->event_count = review->ids.count;
    notes->highest = review->highest;
    for (size_t i = 0; i < PRACTICE_COLUMNS; i++) {
        notes->fields[i] = arena_printf(arena, PREFIX "%s",
                                        schema_get(SCHEMA_PRACTICES)->columns[i].name);
    }
    const char **ids = review_own(review, arena, &notes->own_count);
    notes->own = arena_array(arena, notes->own_count, sizeof *notes->own);
    for (size_t i = 0; i < notes->own_count; i++) {
        own_read(notes, &notes->own[i], arena_copy(arena, ids[i], strlen(ids[i])));
    }
    if (reviewer) {
        events_read(notes);
    }
}

bool notes_stale(const struct notes *notes) {
    return notes->review && (notes->event_count != notes->review->ids.count ||
                             notes->highest != notes->review->highest);
}

const struct noted *notes_of(const struct notes *notes, size_t practice) {
    const struct noted key = {.practice = practice};
    return notes->noted_count ? bsearch(&key, notes->noted, notes->noted_count,
                                        sizeof *notes->noted, noted_compare)
                              : NULL;
}

static int own_compare(const void *key, const void *own) {
    return strcmp(key, ((const struct own_noted *)own)->noted.id);
}

struct own_noted *notes_own(const struct notes *notes, const char *id) {
    return notes->own_count
               ? bsearch(id, notes->own, notes->own_count, sizeof *notes->own, own_compare)
               : NULL;
}

bool notes_has(const struct noted *noted, const char *part, uint32_t fields) {
    for (size_t i = 0; i < noted->text_count; i++) {
        if (SOUGHT_BIT(noted->texts[i].raw.field) & fields &&
            strstr(noted->texts[i].folded, part)) {
            return true;
        }
    }
    return false;
}

void notes_find(const struct notes *notes, const char *part, uint32_t fields, struct bits *found) {
    for (size_t i = 0; i < notes->noted_count; i++) {
        const struct noted *noted = &notes->noted[i];
        if (noted->practice < found->count && notes_has(noted, part, fields)) {
            bits_put(found, noted->practice);
        }
    }
}

bool notes_own_has(const struct notes *notes, const struct own_noted *own, enum facet facet,
                   uint32_t value) {
    switch (facet) {
    case FACET_COUNTRY:
        return own->country == value;
    case FACET_SCALE:
        return own->scale == value;
    case FACET_YEAR:
        return years_are(&own->years, value);
    case FACET_ONGOING:
        return own->ongoing == value;
    case FACET_OFF:
        return own->off == (value == FACET_YES);
    case FACET_TOOLS:
        return own->tools == (value == FACET_YES);
    case FACET_MEETS:
        return own->met[value];
    case FACET_AREA:
    case FACET_GROUP:
    case FACET_FUND:
        for (size_t i = 0; i < own->term_count; i++) {
            if (own->terms[i] == &notes->catalogue->terms[value]) {
                return true;
            }
        }
        return false;
    default:
        return notes_is(&own->noted, facet, value);
    }
}

bool notes_is(const struct noted *noted, enum facet facet, uint32_t value) {
    const bool reviewed = noted && noted->answered > 0;
    switch (facet) {
    case FACET_SHORTLIST:
        return (noted && noted->shortlist) == (value == FACET_YES);
    case FACET_REVIEWED:
        return reviewed == (value == FACET_YES);
    case FACET_STATUS:
        return value == FACET_FINAL ? noted && noted->final : reviewed && !noted->final;
    default:
        return false;
    }
}
