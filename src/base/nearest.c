#include "vademecum/base/nearest.h"

#include "vademecum/base/text.h"

#include <string.h>

enum {
    LONGEST = 128,       /* bytes compared; ids and commands are shorter */
    HOLDS_IT = 1,        /* distance of a name that holds the typed text */
    BEYOND_HOLDING = 10, /* added to Levenshtein distances, so that they come after */
    SHORTEST_PART = 3    /* letters: less is part of nearly any name */
};

static int levenshtein(const char *one, const char *other);
static int least(int a, int b, int c);

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
    if (length == 0 || length > LONGEST || strlen(other) > LONGEST) {
        return NEAREST_FAR;
    }
    const int distance = levenshtein(one, other);
    return distance <= 1 + (int)length / 4 ? BEYOND_HOLDING + distance : NEAREST_FAR;
}

static int levenshtein(const char *one, const char *other) {
    int row[LONGEST + 1];
    const int width = (int)strlen(other);
    for (int x = 0; x <= width; x++) {
        row[x] = x;
    }
    for (int y = 1; one[y - 1]; y++) {
        int diagonal = row[0];
        row[0] = y;
        for (int x = 1; x <= width; x++) {
            const int above = row[x];
            const int replaced = diagonal + (one[y - 1] != other[x - 1]);
            row[x] = least(above + 1, row[x - 1] + 1, replaced);
            diagonal = above;
        }
    }
    return row[width];
}

static int least(int a, int b, int c) {
    const int ab = a < b ? a : b;
    return ab < c ? ab : c;
}
