#include "vademecum/review/progress.h"

struct progress progress_count(const struct review *review, const char *reviewer,
                               const char *practice, const struct item *items, size_t count) {
    struct progress progress = {0};
    for (size_t i = 0; i < count; i++) {
        progress.verdicts[verdict_of(review, reviewer, practice, &items[i])]++;
    }
    return progress;
}

size_t progress_answered(const struct progress *progress) {
    size_t answered = 0;
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        answered += progress->verdicts[verdict];
    }
    return answered;
}
