#include "vademecum/tui/drafts.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/clock.h"
#include "vademecum/base/words.h"
#include "vademecum/tui/handover.h"

#include <string.h>

enum {
    DRAFT_MS = 1500 /* after the first key that is in no draft yet */
};

static bool left_decided(struct loop *loop);
static uint64_t text_hash(const struct statement *words);

bool drafts_tend(struct loop *loop) {
    struct statement words;
    if (!loop->browse->drafts.folder) {
        return false;
    }
    const bool offered = left_decided(loop);
    if (!session_drafted(&loop->desk, &words)) {
        /* The draft goes only when its text is safe, or was thrown away. */
        if (!changes_unsaved(&loop->desk)) {
            draft_drop(&loop->draft);
        }
        loop->draft_due = 0;
        loop->draft_hash = 0;
        loop->draft_lost = false;
        return offered;
    }
    if (loop->draft_due == 0 && text_hash(&words) != loop->draft_hash) {
        loop->draft_due = clock_ticks() + DRAFT_MS;
    }
    if (loop->draft_due && clock_ticks() >= loop->draft_due) {
        drafts_keep(loop);
        return offered || loop->draft_lost;
    }
    return offered;
}

bool drafts_next(struct loop *loop, const char *reviewer) {
    struct fault fault;
    return loop->browse->drafts.folder && draft_take(&loop->left, &loop->browse->drafts, reviewer,
                                                     &loop->arena, &loop->left_event, &fault);
}

void drafts_keep(struct loop *loop) {
    struct statement words;
    struct fault fault;
    char stamp[CLOCK_STAMP_SIZE];
    if (!loop->browse->drafts.folder || !session_drafted(&loop->desk, &words)) {
        return;
    }
    clock_stamp(clock_now(&loop->browse->clock), stamp);
    struct event event = {
        .counter = 1,
        .time = stamp,
        .reviewer = loop->desk.work.reviewer,
        .practice = words.practice,
        .item = words.item,
        .field = words.field,
        .value = words.value,
    };
    event_run(loop->browse->random, event.run);
    loop->draft_lost = !draft_keep(&loop->draft, &loop->browse->drafts, &event, &loop->frame,
                                   &fault);
    if (loop->draft_lost) {
        notice_say(&loop->desk, _("What you are typing is KEPT NOWHERE yet: %s"),
                   fault_line(&fault, &loop->frame));
    }
    loop->draft_hash = text_hash(&words);
    loop->draft_due = 0;
}

/* A text that was taken up is the one being typed; one that was thrown away goes, and the next one
 * is offered. */
static bool left_decided(struct loop *loop) {
    struct desk *desk = &loop->desk;
    struct statement words;
    if (loop->left.file < 0 || desk->changes.draft) {
        return false;
    }
    const bool typing = session_drafted(desk, &words);
    if (typing) {
        draft_leave(&loop->draft);
        loop->draft = loop->left;
        loop->draft_hash = text_hash(&words);
    } else {
        draft_drop(&loop->left);
    }
    if (!drafts_next(loop, desk->work.reviewer)) {
        return false;
    }
    return session_draft(desk, &loop->left_event, handover_wrote(loop, &loop->left_event));
}

/* By its content: an accent put right leaves the length as it was. */
static uint64_t text_hash(const struct statement *words) {
    return bytes_hash(BYTES_HASH, words->value, strlen(words->value));
}

int drafts_due(const struct loop *loop) {
    const int64_t left = loop->draft_due - clock_ticks();
    return loop->draft_due == 0 ? -1 : left > 0 ? (int)left : 0;
}
