#include "vademecum/find/index.h"

#include "vademecum/find/segment.h"
#include "vademecum/find/set.h"
#include "vademecum/find/tokens.h"

#include <string.h>

enum {
    LETTERS = 26,
    CHARACTERS = LETTERS + 10
};

/* What the texts are that a segment has. Most words of each stand in one field. */
enum kind {
    KIND_PRACTICE, /* what stands in practices themselves */
    KIND_ANSWER,   /* answers */
    KIND_OTHER,    /* tools and translations: rare enough to be looked through for one field */
    KINDS
};

struct index {
    struct arena *arena; /* borrowed */
    struct segment segments[KINDS];
    /* The practices that have a word with the character in each field: else nearly all words would
       have to be looked at for one. */
    struct set characters[SOUGHT_FIELDS][CHARACTERS];
    struct set any[CHARACTERS]; /* the same in any field */
    struct tokens words[KINDS]; /* that are being added */
    enum sought fields[KINDS][TOKENS_BATCH];
};

/* Texts on their way into the index. */
struct adding {
    struct index *index;
    size_t practice;
    bool answers; /* else what stands in the practice */
};

static const enum sought usual_fields[KINDS] = {
    [KIND_PRACTICE] = SOUGHT_SUMMARY,
    [KIND_ANSWER] = SOUGHT_ANSWER,
    [KIND_OTHER] = SOUGHT_TOOL,
};

struct index *index_make(struct arena *arena) {
    struct index *index = arena_alloc(arena, sizeof *index);
    index->arena = arena;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        segment_init(&index->segments[kind], arena, usual_fields[kind]);
        tokens_init(&index->words[kind], arena);
    }
    return index;
}

static void batch_add(const struct adding *adding, enum kind kind) {
    struct tokens *words = &adding->index->words[kind];
    segment_add(&adding->index->segments[kind], words->pieces, adding->index->fields[kind],
                words->count, adding->practice);
    tokens_restart(words);
}

static bool text_add(void *context, const struct sought_text *text) {
    const struct adding *adding = context;
    const enum kind kind = !adding->answers               ? KIND_PRACTICE
                           : text->field == SOUGHT_ANSWER ? KIND_ANSWER
                                                          : KIND_OTHER;
    struct tokens *words = &adding->index->words[kind];
    tokens_begin(words, text->text);
    bool ended;
    do {
        const size_t before = words->count;
        ended = tokens_read(words);
        for (size_t i = before; i < words->count; i++) {
            adding->index->fields[kind][i] = text->field;
        }
        if (!ended) {
            batch_add(adding, kind);
        }
    } while (!ended);
    return true;
}

static void characters_add(const struct adding *adding, struct set *sets, uint64_t characters) {
    for (size_t i = 0; characters >> i && i < CHARACTERS; i++) {
        if (characters >> i & 1) {
            set_put(&sets[i], adding->index->arena, adding->practice);
        }
    }
}

static void practice_end(const struct adding *adding) {
    struct index *index = adding->index;
    uint64_t any = 0;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        batch_add(adding, kind);
        uint64_t *characters = index->segments[kind].characters;
        for (enum sought field = 0; field < SOUGHT_FIELDS; field++) {
            characters_add(adding, index->characters[field], characters[field]);
            any |= characters[field];
            characters[field] = 0;
        }
    }
    characters_add(adding, index->any, any);
}

void index_add_practice(struct index *index, const struct practice *practice) {
    struct adding adding = {index, practice->index, false};
    const struct sought_walk walk = {.take = text_add, .context = &adding};
    sought_practice(practice, &walk);
    practice_end(&adding);
}

void index_add_answers(struct index *index, const struct catalogue *catalogue,
                       const struct practice *practice,
                       const struct sought_translations *translations) {
    struct adding adding = {index, practice->index, true};
    const struct sought_walk walk = {
        .take = text_add,
        .context = &adding,
        .translations = translations,
    };
    sought_answers(catalogue, practice, &walk);
    practice_end(&adding);
}

/* Which of `characters` a part of a word is; -1 when it is none of them. */
static int character_of(const char *part) {
    if (part[1] != '\0') {
        return -1;
    }
    if (part[0] >= 'a' && part[0] <= 'z') {
        return part[0] - 'a';
    }
    return part[0] >= '0' && part[0] <= '9' ? part[0] - '0' + LETTERS : -1;
}

static void character_find(const struct index *index, size_t character, uint32_t fields,
                           struct bits *found) {
    if ((fields & SOUGHT_ANY) == SOUGHT_ANY) {
        set_add_to(&index->any[character], found);
        return;
    }
    for (enum sought field = 0; field < SOUGHT_FIELDS; field++) {
        if (fields & SOUGHT_BIT(field)) {
            set_add_to(&index->characters[field][character], found);
        }
    }
}

void index_find(const struct index *index, const char *part, uint32_t fields,
                const struct bits *possible, struct bits *found) {
    const int character = character_of(part);
    if (character >= 0) {
        character_find(index, (size_t)character, fields, found);
        return;
    }
    for (enum kind kind = 0; kind < KINDS; kind++) {
        if (segment_find(&index->segments[kind], part, fields, possible, found)) {
            return;
        }
    }
}

void index_near(const struct index *index, struct near *near) {
    for (enum kind kind = 0; kind < KINDS; kind++) {
        segment_near(&index->segments[kind], near);
    }
}

size_t index_memory(const struct index *index) {
    size_t memory = sizeof *index;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        memory += index->segments[kind].memory;
    }
    return memory;
}

size_t index_words(const struct index *index) {
    size_t words = 0;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        words += index->segments[kind].words.count;
    }
    return words;
}
