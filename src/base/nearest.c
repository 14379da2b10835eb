#include "vademecum/base/nearest.h"

#include "vademecum/base/text.h"

#include <string.h>

enum {
    LONGEST = 128,       /* bytes compared; ids and commands are shorter */
    HOLDS_IT = 1,        /* distance of a name that holds the typed text */
    BEYOND_HOLDING = 10, /* added to Levenshtein distances, so that they come after */
    SHORTEST_PART = 3,   /* letters: less is part of nearly any name, and like any other */
    LETTERS_TO_SLIP = 4  /* letters of a name for each one that may be wrong, but for the first */
};

static int least(int a, int b, int c) {
    const int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Two neighbours that changed places count as one letter, as the hand takes them for one slip. */
static int levenshtein(const char *one, const char *other) {
    int rows[3][LONGEST + 1];
    int *before = rows[0];
    int *above = rows[1];
    int *row = rows[2];
    const int width = (int)strlen(other);
    for (int x = 0; x <= width; x++) {
        above[x] = x;
    }
    for (int y = 1; one[y - 1]; y++) {
        row[0] = y;
        for (int x = 1; x <= width; x++) {
            const int replaced = above[x - 1] + (one[y - 1] != other[x - 1]);
            row[x] = least(above[x] + 1, row[x - 1] + 1, replaced);
            if (y > 1 && x > 1 && one[y - 1] == other[x - 2] && one[y - 2] == other[x - 1]) {
                row[x] = least(row[x], before[x - 2] + 1, row[x]);
            }
        }
        int *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return above[width];
}

/* Compares two texts that differ: in short ones, one letter may be wrong. */
static int spelling_distance(const char *one, const char *other) {
    const size_t length = strlen(one);
    const size_t others = strlen(other);
    const size_t shorter = length < others ? length : others;
    if (shorter < SHORTEST_PART || length > LONGEST || others > LONGEST) {
        return NEAREST_FAR;
    }
    const int distance = levenshtein(one, other);
    const int most = 1 + (int)(shorter - SHORTEST_PART + 1) / LETTERS_TO_SLIP;
    return distance <= most ? BEYOND_HOLDING + distance : NEAREST_FAR;
}

int nearest_distance(struct arena *scratch, const char *typed, const char *name) {
    const char *one = text_fold(scratch, typed);
    const char *other = text_fold(scratch, name);
    const size_t length = strlen(one);
    if (strcmp(one, other) == 0) {
        return 0;
    }
    if (length >= SHORTEST_PART && strstr(other, one)) {
        return HOLDS_IT;
    }
    return spelling_distance(one, other);
}

struct nearest nearest_none(void) {
    return (struct nearest){.distance = NEAREST_FAR};
}

bool nearest_offer(struct nearest *nearest, struct arena *scratch, const char *typed,
                   const char *name, const char *meant) {
    const int distance = nearest_distance(scratch, typed, name);
    if (distance >= nearest->distance) {
        return false;
    }
    *nearest = (struct nearest){meant, distance};
    return true;
}

int nearest_spelling(struct arena *scratch, const char *typed, const char *name) {
    const char *one = text_fold(scratch, typed);
    const char *other = text_fold(scratch, name);
    return strcmp(one, other) == 0 ? 0 : spelling_distance(one, other);
}
