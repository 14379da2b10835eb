/*
 * draft: text that is still being typed, in `.<reviewer>.draft` beside the log, so that a crash
 * costs no more than what was typed since the last draft_keep. One draft a reviewer.
 */
#ifndef VADEMECUM_REVIEW_DRAFT_H
#define VADEMECUM_REVIEW_DRAFT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/review/event.h"

#include <stdbool.h>

/*
 * Puts the draft into `folder`, which is made when missing, in the place of an older one. The event
 * says whose text it is and where it belongs; its value is the text so far, and of its id only the
 * run counts. False with FAULT_USAGE for what no event may hold, else with FAULT_SYSTEM; then the
 * older draft is untouched.
 */
bool draft_keep(const char *folder, const struct event *event, struct arena *scratch,
                struct fault *fault);

/*
 * The draft that an earlier session has left; its texts live in `arena`. False when there is none
 * (FAULT_WANTING), or none that can be read (FAULT_SYSTEM).
 */
bool draft_read(const char *folder, const char *reviewer, struct arena *arena, struct event *event,
                struct fault *fault);

/* Removes the draft, if there is one. */
void draft_drop(const char *folder, const char *reviewer);

#endif
