#include "vademecum/door/errands.h"

#include "vademecum/base/i18n.h"
#include "vademecum/door/user_editor.h"
#include "vademecum/exchange/deliver.h"
#include "vademecum/exchange/open.h"

/* From here on the review is written under this name. */
static void name_take(struct door *door, const char *name) {
    const struct door_setup *setup = door->setup;
    struct fault fault;
    struct log *log = door->desk.work.log;
    const char *reviewer = setup->rename ? door->desk.work.reviewer : name;
    if (setup->rename && !setup->rename(setup->context, name, &log, &reviewer, &fault)) {
        notice_say(&door->desk, "%s", fault_line(&fault, &door->arena));
    }
    if (!door->desk.changes.named) {
        user_editor_name(door, reviewer);
    }
    session_rename(&door->desk, log, reviewer);
}

bool errands_run(struct door *door) {
    const struct errand errand = notice_take(&door->desk);
    bool (*carry_out)(struct door *, const struct errand *) = door->way->errands[errand.kind];
    const bool goes_on = !carry_out || carry_out(door, &errand);
    if (errand.kind == ERRAND_NAME) {
        name_take(door, errand.text);
    }
    return goes_on;
}

/* Nobody learns whether the program that was asked has shown anything. */
static void opened_tell(struct door *door, bool done, bool browser, const char *what,
                        const struct fault *fault) {
    if (done) {
        notice_say(&door->desk,
                   browser ? _("Asked the browser to open %s. Does nothing open? Copy the address.")
                           : _("Asked another program to open %s"),
                   what);
    } else {
        notice_say(&door->desk, "%s", fault->text);
    }
}

bool errands_open_link(struct door *door, const struct errand *errand) {
    struct fault fault;
    const bool done = open_address(errand->text, door->setup->browser, door->setup->desktop,
                                   &fault);
    opened_tell(door, done, true, errand->text, &fault);
    return true;
}

bool errands_open_file(struct door *door, const struct errand *errand) {
    struct fault fault;
    const bool done = open_file(door->setup->catalogue->path, errand->text, &fault);
    opened_tell(door, done, false, errand->text, &fault);
    return true;
}

bool errands_open_own(struct door *door, const struct errand *errand) {
    struct fault fault;
    const bool done = open_own(errand->text, &fault);
    opened_tell(door, done, false, errand->text, &fault);
    return true;
}

bool errands_hand_over(struct door *door, const struct errand *errand) {
    struct fault fault;
    const char *written;
    const char *path = arena_printf(&door->arena, "%s/%s", errand->folder, errand->text);
    if (deliver_file(path, errand->bytes, errand->length, &door->arena, &written, &fault)) {
        session_handed_over(&door->desk, written);
    } else {
        notice_say(&door->desk, _("Nothing was written: %s"), fault_line(&fault, &door->arena));
    }
    return true;
}

bool errands_quit(struct door *door, const struct errand *errand) {
    (void)door;
    (void)errand;
    return false;
}
