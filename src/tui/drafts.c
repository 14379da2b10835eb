#include "vademecum/tui/drafts.h"

#include "vademecum/base/clock.h"
#include "vademecum/review/draft.h"

#include <string.h>

enum {
    DRAFT_MS = 1500 /* after the first key that is in no draft yet */
};

void drafts_tend(struct loop *loop) {
    struct log_words words;
    if (!loop->browse->reviews) {
        return;
    }
    if (!session_drafted(&loop->session, &words)) {
        /* The draft goes only when its text is safe, or was thrown away. */
        if (loop->draft_kept && !loop->session.draft && !session_unsaved(&loop->session)) {
            draft_drop(loop->browse->reviews, loop->session.reviewer);
            loop->draft_kept = false;
        }
        loop->draft_due = 0;
        loop->draft_length = 0;
        return;
    }
    const size_t length = strlen(words.value);
    if (loop->draft_due == 0 && length != loop->draft_length) {
        loop->draft_due = clock_ticks() + DRAFT_MS;
    }
    if (loop->draft_due && clock_ticks() >= loop->draft_due) {
        drafts_keep(loop);
    }
}

void drafts_keep(struct loop *loop) {
    struct log_words words;
    struct fault fault;
    char stamp[CLOCK_STAMP_SIZE];
    if (!loop->browse->reviews || !session_drafted(&loop->session, &words)) {
        return;
    }
    clock_stamp(clock_now(&loop->browse->clock), stamp);
    struct event event = {
        .counter = 1,
        .time = stamp,
        .reviewer = loop->session.reviewer,
        .practice = words.practice,
        .item = words.item,
        .field = words.field,
        .value = words.value,
    };
    event_run(loop->browse->random, event.run);
    /* A draft that cannot be kept is no loss yet: it is tried again with the next key. */
    loop->draft_kept |= draft_keep(loop->browse->reviews, &event, &loop->frame, &fault);
    loop->draft_length = strlen(words.value);
    loop->draft_due = 0;
}

int drafts_due(const struct loop *loop) {
    const int64_t left = loop->draft_due - clock_ticks();
    return loop->draft_due == 0 ? -1 : left > 0 ? (int)left : 0;
}
