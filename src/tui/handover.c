#include "vademecum/tui/handover.h"

#include "vademecum/base/words.h"
#include "vademecum/exchange/external_editor.h"

#include <string.h>
#include <unistd.h>

/* A file that an editor may still have open. In the loop's arena. */
struct handover {
    struct log_words about; /* where the text belongs */
    const char *path;       /* of the file */
    const char *text;       /* that it held when it was handed over, or was taken last */
    const char *seen;       /* another that it held at the last look; NULL: none */
    bool taken;             /* something of it was taken */
    struct handover *next;
};

static const char *copy(struct loop *loop, const char *text);
static bool change_take(struct loop *loop, struct handover *handover, bool last);

void handover_keep(struct loop *loop, const char *path, const struct errand *errand) {
    struct handover *handover = arena_alloc(&loop->arena, sizeof *handover);
    *handover = (struct handover){
        .about = {.practice = copy(loop, errand->about.practice),
                  .item = copy(loop, errand->about.item),
                  .field = copy(loop, errand->about.field)},
        .path = copy(loop, path),
        .text = copy(loop, errand->text),
        .next = loop->handovers,
    };
    loop->handovers = handover;
    notice_say(&loop->desk,
               _("Your editor has changed nothing. If it is still open, save there: what you save "
                 "is taken from %s"),
               path);
}

bool handover_take(struct loop *loop) {
    const struct asking *asking = loop->desk.ask.asking;
    if (session_writes(&loop->desk) || (asking && !asking->list)) {
        return false;
    }
    bool taken = false;
    for (struct handover *at = loop->handovers; at; at = at->next) {
        taken |= change_take(loop, at, false);
    }
    return taken;
}

void handover_end(struct loop *loop) {
    struct fault fault;
    for (struct handover *at = loop->handovers; at; at = at->next) {
        change_take(loop, at, true);
    }
    if (changes_wait(&loop->desk)) {
        session_save(&loop->desk, &fault);
    }
    for (struct handover *at = loop->handovers; at; at = at->next) {
        if (at->taken && !changes_unsaved(&loop->desk)) {
            unlink(at->path);
        }
    }
}

/*
 * An editor may be in the middle of writing: what is taken must have been there at two looks, but
 * for the last one.
 */
static bool change_take(struct loop *loop, struct handover *handover, bool last) {
    struct arena scratch;
    struct fault fault;
    arena_init(&scratch, loop->arena.end);
    const char *now = external_editor_read(&scratch, handover->path, &fault);
    const bool changed = now && strcmp(now, handover->text) != 0;
    const bool settled = changed && (last || (handover->seen && strcmp(now, handover->seen) == 0));
    if (settled) {
        handover->text = copy(loop, now);
        handover->taken = true;
        notice_say(&loop->desk, _("What you have saved in your editor was taken over."));
        session_typed(&loop->desk, &handover->about, handover->text);
    }
    handover->seen = changed && !settled ? copy(loop, now) : NULL;
    arena_free(&scratch);
    return settled;
}

static const char *copy(struct loop *loop, const char *text) {
    return arena_copy(&loop->arena, text, strlen(text));
}
