#include "vademecum/view/saved.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/resume.h"
#include "vademecum/view/layout.h"

#include <string.h>

enum {
    TENTHS = 10 /* thousandths in a hundredth */
};

static const char *unsaved_text(const struct desk *desk, int columns) {
    if (desk->notice.saving) {
        return _("saving...");
    }
    return log_state(desk->work.log) == LOG_RESCUED && columns >= LAYOUT_SIDE_BY_SIDE
               ? _("NOT SAVED, only in a rescue file")
               : _("NOT SAVED");
}

const char *saved_alarm(const struct desk *desk, int columns) {
    if (!desk->work.log || log_state(desk->work.log) == LOG_SAVED ||
        strstr(desk->notice.message, _("NOT SAVED"))) {
        return "";
    }
    return unsaved_text(desk, columns);
}

const char *saved_text(const struct desk *desk, int columns, struct arena *frame) {
    const struct log *log = desk->work.log;
    const struct screen *screen = stack_top(desk);
    const bool silent = !log || (!desk->notice.saving && log_state(log) == LOG_SAVED);
    struct statement words;
    if (silent && desk->notice.read) {
        return arena_printf(frame, _("reading, %d %%"), desk->notice.read / TENTHS);
    }
    if (!log) {
        return "";
    }
    if (!silent) {
        return unsaved_text(desk, columns);
    }
    if (screen->drafted && screen->drafted(desk, &words)) {
        return _("not saved yet");
    }
    if (changes_at(desk)) {
        return _("as it was");
    }
    char when[RESUME_TIME_SIZE];
    const int64_t at = log_saved_at(log);
    resume_time(at, clock_now(&desk->work.clock), when);
    return at ? arena_printf(frame, _("saved %s"), when) : "";
}
