#include "vademecum/door/drafts.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/clock.h"
#include "vademecum/base/i18n.h"
#include "vademecum/door/user_editor.h"

#include <string.h>

enum {
    DRAFT_MS = 1500 /* after the first key that is in no draft yet */
};

/* Hashes the content: correcting an accent leaves the length as it was. */
static uint64_t text_hash(const struct statement *words) {
    return bytes_hash(BYTES_HASH, words->value, strlen(words->value));
}

/* Takes hold of the next draft that was left, and offers it. Whether there is one. */
static bool left_next(struct door *door) {
    struct desk *desk = &door->desk;
    struct fault fault;
    return door->setup->drafts.folder &&
           draft_take(&door->left, &door->setup->drafts, desk->work.reviewer, &door->arena,
                      &door->left_event, &fault) &&
           session_draft(desk, &door->left_event, user_editor_wrote(door, &door->left_event));
}

bool drafts_left(struct door *door) {
    if (door->looked) {
        return false;
    }
    door->looked = true;
    user_editor_find(door, door->setup->reviewer);
    return left_next(door);
}

/* Goes on with a text that was taken up, drops one that was thrown away, and offers the next. */
static bool left_decided(struct door *door) {
    struct desk *desk = &door->desk;
    struct statement words;
    if (door->left.file < 0 || desk->changes.draft) {
        return false;
    }
    const bool typing = session_drafted(desk, &words);
    if (typing) {
        draft_leave(&door->draft);
        door->draft = door->left;
        door->draft_hash = text_hash(&words);
    } else {
        draft_drop(&door->left);
    }
    return left_next(door);
}

bool drafts_tend(struct door *door) {
    struct statement words;
    if (!door->setup->drafts.folder) {
        return false;
    }
    const bool offered = left_decided(door);
    if (!session_drafted(&door->desk, &words)) {
        /* The draft goes only when its text is safe, or was thrown away. */
        if (!changes_unsaved(&door->desk)) {
            draft_drop(&door->draft);
        }
        door->draft_due = 0;
        door->draft_hash = 0;
        door->draft_lost = false;
        return offered;
    }
    if (door->draft_due == 0 && text_hash(&words) != door->draft_hash) {
        door->draft_due = clock_ticks() + DRAFT_MS;
    }
    if (door->draft_due && clock_ticks() >= door->draft_due) {
        drafts_keep(door);
        return offered || door->draft_lost;
    }
    return offered;
}

void drafts_keep(struct door *door) {
    struct statement words;
    struct fault fault;
    char stamp[CLOCK_STAMP_SIZE];
    if (!door->setup->drafts.folder || !session_drafted(&door->desk, &words)) {
        return;
    }
    clock_stamp(clock_now(&door->setup->clock), stamp);
    struct event event = {
        .counter = 1,
        .time = stamp,
        .reviewer = door->desk.work.reviewer,
        .practice = words.practice,
        .item = words.item,
        .field = words.field,
        .value = words.value,
    };
    event_run(door->setup->random, event.run);
    door->draft_lost = !draft_keep(&door->draft, &door->setup->drafts, &event, &door->frame,
                                   &fault);
    if (door->draft_lost) {
        notice_say(&door->desk, _("What you are typing is KEPT NOWHERE yet: %s"),
                   fault_line(&fault, &door->frame));
    }
    door->draft_hash = text_hash(&words);
    door->draft_due = 0;
}

int drafts_due(const struct door *door) {
    const int64_t left = door->draft_due - clock_ticks();
    return door->draft_due == 0 ? -1 : left > 0 ? (int)left : 0;
}
