#include "vademecum/tui/errands.h"

#include "vademecum/base/words.h"
#include "vademecum/exchange/open.h"
#include "vademecum/tui/handover.h"
#include "vademecum/tui/input.h"
#include "vademecum/tui/signals.h"
#include "vademecum/tui/terminal.h"

#include <curses.h>

static void link_run(struct loop *loop, const char *url);
static void file_run(struct loop *loop, const char *path);
static void opened_tell(struct loop *loop, bool done, const char *what, const struct fault *fault);
static void editor_run(struct loop *loop, const struct errand *errand);

bool errands_run(struct loop *loop) {
    const struct errand errand = notice_take(&loop->desk);
    switch (errand.kind) {
    case ERRAND_OPEN_LINK:
        link_run(loop, errand.text);
        break;
    case ERRAND_OPEN_FILE:
        file_run(loop, errand.text);
        break;
    case ERRAND_EDITOR:
        editor_run(loop, &errand);
        break;
    case ERRAND_NAME:
        errands_name(loop, errand.text);
        break;
    case ERRAND_MOUSE:
        input_report_mouse(loop->desk.notice.mouse);
        break;
    case ERRAND_REDRAW:
        clearok(curscr, TRUE);
        break;
    case ERRAND_SUSPEND:
        terminal_lend(signals_suspend);
        break;
    case ERRAND_QUIT:
        return false;
    case ERRAND_NONE:
        break;
    }
    return true;
}

void errands_name(struct loop *loop, const char *name) {
    struct fault fault;
    struct log *log = loop->desk.work.log;
    const char *reviewer = loop->browse->rename ? loop->desk.work.reviewer : name;
    if (loop->browse->rename &&
        !loop->browse->rename(loop->browse->rename_context, name, &log, &reviewer, &fault)) {
        notice_say(&loop->desk, "%s", fault_line(&fault, &loop->arena));
    }
    session_rename(&loop->desk, log, reviewer);
}

static void link_run(struct loop *loop, const char *url) {
    struct fault fault;
    opened_tell(loop, open_address(url, loop->browse->browser, &fault), url, &fault);
}

static void file_run(struct loop *loop, const char *path) {
    struct fault fault;
    opened_tell(loop, open_file(loop->browse->catalogue->path, path, &fault), path, &fault);
}

static void opened_tell(struct loop *loop, bool done, const char *what, const struct fault *fault) {
    if (done) {
        notice_say(&loop->desk, _("Opening %s"), what);
    } else {
        notice_say(&loop->desk, "%s", fault->text);
    }
}

/* The terminal is the editor's until it ends. */
static void editor_run(struct loop *loop, const struct errand *errand) {
    terminal_close();
    handover_edit(loop, errand);
    terminal_lend(NULL);
}
