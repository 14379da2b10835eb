#include "vademecum/find/index.h"

#include "vademecum/find/segment.h"
#include "vademecum/find/words.h"

#include <string.h>

enum {
    LETTERS = 26,
    CHARACTERS = LETTERS + 10
};

struct index {
    struct arena *arena;               /* borrowed */
    struct segment practices;          /* what stands in practices themselves */
    struct segment answers;            /* all else */
    struct set characters[CHARACTERS]; /* the practices that have a word with it: nearly all of the
                                          words would have to be looked at */
    struct words words;                /* that are being added */
    uint32_t fields[WORDS_BATCH];
};

/* Texts on their way into a segment. */
struct adding {
    struct index *index;
    struct segment *segment;
    size_t practice;
};

static bool text_add(void *context, const struct sought_text *text);
static void batch_add(const struct adding *adding);
static void characters_add(const struct adding *adding);
static int character_of(const char *part);

struct index *index_make(struct arena *arena) {
    struct index *index = arena_alloc(arena, sizeof *index);
    index->arena = arena;
    segment_init(&index->practices, arena, SOUGHT_SUMMARY);
    segment_init(&index->answers, arena, SOUGHT_ANSWER);
    words_init(&index->words, arena);
    return index;
}

void index_add_practice(struct index *index, const struct practice *practice) {
    struct adding adding = {index, &index->practices, practice->index};
    const struct sought_walk walk = {.take = text_add, .context = &adding};
    sought_practice(practice, &walk);
    batch_add(&adding);
    characters_add(&adding);
}

void index_add_answers(struct index *index, const struct catalogue *catalogue,
                       const struct practice *practice, const char *const *languages,
                       size_t language_count) {
    struct adding adding = {index, &index->answers, practice->index};
    const struct sought_walk walk = {
        .take = text_add,
        .context = &adding,
        .languages = languages,
        .language_count = language_count,
    };
    sought_answers(catalogue, practice, &walk);
    batch_add(&adding);
    characters_add(&adding);
}

void index_find(const struct index *index, const char *part, uint32_t fields,
                const struct bits *possible, struct bits *found) {
    const int character = character_of(part);
    if (character >= 0 && (fields & SOUGHT_ANY) == SOUGHT_ANY) {
        set_add_to(&index->characters[character], found);
        return;
    }
    size_t left = bits_number(possible) - bits_common(possible, found);
    left = segment_find(&index->practices, part, fields, possible, found, left);
    segment_find(&index->answers, part, fields, possible, found, left);
}

size_t index_memory(const struct index *index) {
    return sizeof *index + index->practices.memory + index->answers.memory;
}

size_t index_words(const struct index *index) {
    return index->practices.word_count + index->answers.word_count;
}

static bool text_add(void *context, const struct sought_text *text) {
    const struct adding *adding = context;
    struct words *words = &adding->index->words;
    words_begin(words, text->text);
    bool ended;
    do {
        const size_t before = words->count;
        ended = words_read(words);
        for (size_t i = before; i < words->count; i++) {
            adding->index->fields[i] = SOUGHT_BIT(text->field);
        }
        if (!ended) {
            batch_add(adding);
        }
    } while (!ended);
    return true;
}

static void batch_add(const struct adding *adding) {
    struct words *words = &adding->index->words;
    segment_add(adding->segment, words->pieces, adding->index->fields, words->count,
                adding->practice);
    words_restart(words);
}

static void characters_add(const struct adding *adding) {
    const uint64_t characters = segment_letters(adding->segment);
    for (size_t i = 0; i < CHARACTERS; i++) {
        if (characters >> i & 1) {
            set_put(&adding->index->characters[i], adding->index->arena, adding->practice);
        }
    }
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
