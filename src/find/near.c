#include "vademecum/find/near.h"

#include "vademecum/base/nearest.h"

#include <string.h>

enum {
    LENGTH_SLIP = 4, /* bytes by which words differ that are near: two letters of other scripts */
    LETTER_SLIP = 6  /* … and characters that only one of both has */
};

struct near near_begin(const char *part, struct arena *scratch) {
    const size_t length = strlen(part);
    return (struct near){
        .part = part,
        .length = length,
        .characters = tokens_characters(part, length),
        .scratch = scratch,
        .distance = NEAREST_FAR,
    };
}

void near_offer(struct near *near, const char *bytes, size_t length, size_t weight) {
    if (length > TOKENS_PART_MAX || length + LENGTH_SLIP < near->length ||
        length > near->length + LENGTH_SLIP) {
        return;
    }
    /* Most words are out of the question at a glance. */
    const uint64_t other = near->characters ^ tokens_characters(bytes, length);
    if (__builtin_popcountll(other) > LETTER_SLIP) {
        return;
    }
    char word[TOKENS_PART_MAX + 1];
    memcpy(word, bytes, length);
    word[length] = '\0';
    const int distance = nearest_spelling(near->scratch, near->part, word);
    if (distance < near->distance || (distance == near->distance && distance < NEAREST_FAR &&
                                      weight > near->weight)) {
        memcpy(near->word, word, length + 1);
        near->distance = distance;
        near->weight = weight;
    }
}
