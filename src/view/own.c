#include "vademecum/review/own.h"

#include "vademecum/base/words.h"
#include "vademecum/report/spoken.h"
#include "vademecum/view/rows.h"

#include <string.h>

void own_facts(const struct session *session, const struct subject *subject, struct rows *rows) {
    size_t count = 0;
    const struct own_field *fields = own_fields(&count);
    for (size_t i = 0; i < count; i++) {
        const char *value = review_fact(session_review(session), subject->id, fields[i].name);
        const bool told = strcmp(fields[i].name, "own.title") == 0 ||
                          strcmp(fields[i].name, "own.summary") == 0;
        if (*value && !told) {
            rows_add_fact(rows, _(fields[i].label),
                          own_shown(session, &fields[i], value, rows->arena));
        }
    }
}

void own_jotted(const struct session *session, const struct subject *subject, struct rows *rows) {
    const char *note = session_value(session, subject, "", "note");
    if (*note) {
        rows_add_fact(rows, _("Your note"), note);
    }
    if (*session_value(session, subject, "", "shortlist")) {
        rows_add_fact(rows, _("Shortlist"), _("yes"));
    }
}

/* Codes and ids as names. */
const char *own_shown(const struct session *session, const struct own_field *field,
                      const char *value, struct arena *arena) {
    return spoken_fact(session->catalogue, session->lang, field, value, arena);
}
