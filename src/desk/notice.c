#include "vademecum/desk/notice.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/desk/keymap.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    EXCERPT_WIDTH = 40 /* columns of a text that is told of */
};

void notice_say(struct desk *desk, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(desk->notice.message, sizeof desk->notice.message, format, arguments);
    va_end(arguments);
}

const char *notice_excerpt(const struct desk *desk, const char *text, struct arena *arena) {
    const size_t length = text_fit(text, strlen(text), EXCERPT_WIDTH, desk->look.letters, NULL);
    return text[length]
               ? arena_printf(arena, "%.*s%s", (int)length, text, desk->look.ascii ? "..." : "…")
               : text;
}

void notice_touch(struct desk *desk) {
    desk->notice.touched = true;
    desk->notice.message[0] = '\0';
}

void notice_pressed(struct desk *desk, enum command command) {
    desk->notice.asked = desk->notice.asked == command ? command : COMMAND_NONE;
}

void notice_keyboard(struct desk *desk, int key, const struct keyboard_key *taken) {
    const unsigned bit = 1u << taken->keyboard;
    char pressed[KEY_NAME_MAX];
    char meant[KEY_NAME_MAX];
    if (desk->notice.message[0] || desk->notice.keyboards & bit) {
        return;
    }
    desk->notice.keyboards |= bit;
    keymap_name(key, pressed);
    keymap_name(taken->key, meant);
    notice_say(desk, _("%s: %s is taken as %s."), keyboard_name(taken->keyboard), pressed, meant);
}

bool notice_again(struct desk *desk, enum command command) {
    const bool again = desk->notice.asked == command;
    desk->notice.asked = again ? COMMAND_NONE : command;
    return again;
}

void notice_errand(struct desk *desk, enum errand_kind kind, const char *text) {
    desk->notice.errand = (struct errand){.kind = kind, .text = text};
}

void notice_edit(struct desk *desk, const char *text, const struct statement *about) {
    desk->notice.errand = (struct errand){.kind = ERRAND_EDITOR, .text = text, .about = *about};
}

void notice_hand_over(struct desk *desk, const char *folder, const char *name, const char *bytes,
                      size_t length) {
    desk->notice.errand = (struct errand){
        .kind = ERRAND_HAND_OVER, .text = name, .folder = folder, .bytes = bytes, .length = length};
}

struct errand notice_take(struct desk *desk) {
    const struct errand errand = desk->notice.errand;
    desk->notice.errand = (struct errand){.kind = ERRAND_NONE};
    return errand;
}

void notice_saving(struct desk *desk, bool saving) {
    desk->notice.saving = saving;
}

void notice_read(struct desk *desk, int thousandths) {
    desk->notice.read = thousandths;
}

void notice_mouse(struct desk *desk) {
    desk->notice.mouse = !desk->notice.mouse;
    notice_errand(desk, ERRAND_MOUSE, NULL);
    notice_say(desk, desk->notice.mouse ? _("The mouse is on; M turns it off.")
                                        : _("The mouse is off; M turns it on."));
}
