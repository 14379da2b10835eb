#include "vademecum/base/i18n.h"
#include "vademecum/screens/screens.h"
#include "vademecum/screens/write.h"

#include <string.h>

/* A new own practice, and the form with its other facts. */
static void practice_create(struct desk *desk, const char *title) {
    const char *id = changes_own_id(desk, title);
    const struct subject subject = {.id = id, .title = title, .country = ""};
    const struct place facts = {.practice = &subject, .field = "own."};
    changes_put(desk, id, "", "own.title", title);
    listing_created(desk, id);
    desk_go(desk, SCREEN_FORM, &facts);
}

/* The value that the field takes the text as; NULL, and why not is said, when it takes none. */
static const char *value_taken(struct desk *desk, const char *text, struct arena *arena) {
    const struct write *write = write_of(desk);
    const struct form_field *field = &write->field;
    struct fault fault;
    const char *value = field->own
                            ? own_value(arena, desk->work.catalogue, field->own, text, &fault)
                            : event_value(arena, text, &fault);
    if (!value) {
        notice_say(desk, "%s", fault.text);
    } else if (write->creates && !*value) {
        notice_say(desk, _("A practice needs a title; Esc cancels."));
        value = NULL;
    } else if (*field->prefix && !value[strspn(value, " \t\n")]) {
        notice_say(desk, _("Give it a label, such as the date; Esc cancels."));
        value = NULL;
    }
    return value;
}

void write_accept(struct desk *desk, const char *text) {
    const struct write *write = write_of(desk);
    struct arena scratch;
    arena_init(&scratch, desk->arena->end);
    const char *value = value_taken(desk, text, &scratch);
    if (value && (stack_screen(desk) == SCREEN_WRITE || stack_screen(desk) == SCREEN_LINE)) {
        desk_close(desk);
    }
    if (value && write->creates) {
        practice_create(desk, arena_copy(desk->arena, value, strlen(value)));
    } else if (value) {
        changes_put(desk, write->field.practice, write->field.item, write->field.field,
                    arena_printf(&scratch, "%s%s", write->field.prefix, value));
    }
    arena_free(&scratch);
}
