#include "vademecum/report/past.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/report/wording.h"
#include "vademecum/review/date.h"
#include "vademecum/review/field.h"
#include "vademecum/review/round.h"

#include <string.h>

/* What final reviews are called. */
struct labels {
    const char *list;       /* each once, with commas between */
    struct nearest nearest; /* to what was typed */
};

/* Adds a label unless it is that of an earlier one of the events. */
static void label_add(const struct report *report, const struct event *const *events, size_t place,
                      const char *typed, struct labels *labels) {
    const char *called = field_final(events[place]->value);
    for (size_t i = 0; i < place; i++) {
        if (strcmp(events[i]->value, events[place]->value) == 0) {
            return;
        }
    }
    labels->list = arena_printf(report->arena, "%s%s%s", labels->list, labels->list[0] ? ", " : "",
                                called);
    nearest_offer(&labels->nearest, report->arena, typed, called, called);
}

/* The last event with which a review was called `label`; `*labels` gets what others were called. */
static const struct event *label_find(const struct report *report, const char *practice,
                                      const char *label, struct labels *labels) {
    const struct review_filter filter = {
        .reviewer = report->reviewer, .practice = practice, .field = "status", .all = true};
    size_t count;
    const struct event *const *events = review_list(report->review, &filter, report->arena, &count);
    const struct event *found = NULL;
    *labels = (struct labels){.list = "", .nearest = nearest_none()};
    for (size_t i = 0; i < count; i++) {
        const char *called = field_final(events[i]->value);
        if (called && strcmp(called, label) == 0) {
            found = events[i];
        } else if (called) {
            label_add(report, events, i, label, labels);
        }
    }
    return found;
}

/* The last event of a day, month or year, or of one before. Days are those of where the user is. */
static const struct event *date_find(const struct report *report, const char *date) {
    const struct review_filter everything = {.all = true};
    size_t count;
    const struct event *const *events = review_list(report->review, &everything, report->arena,
                                                    &count);
    while (count > 0 &&
           strncmp(wording_day(report->arena, events[count - 1]->time), date, strlen(date)) > 0) {
        count--;
    }
    return count > 0 ? events[count - 1] : NULL;
}

static bool label_refuse(const char *practice, const char *when, const struct labels *labels,
                         struct fault *fault) {
    if (!labels->list[0]) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         practice ? _("no review of this practice is called final, so there is no "
                                      "'%s'")
                                  : _("no review is called final, so there is no '%s'"),
                         when);
    }
    const char *meant = labels->nearest.meant;
    if (meant && strcmp(meant, labels->list) != 0) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         practice ? _("no final review of this practice is called '%s'; did you "
                                      "mean %s? There are: %s")
                                  : _("no final review is called '%s'; did you mean %s? There "
                                      "are: %s"),
                         when, meant, labels->list);
    }
    if (meant) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         practice ? _("no final review of this practice is called '%s'; did you "
                                      "mean %s?")
                                  : _("no final review is called '%s'; did you mean %s?"),
                         when, meant);
    }
    return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                     practice ? _("no final review of this practice is called '%s', only %s")
                              : _("no final review is called '%s', only %s"),
                     when, labels->list);
}

const struct review *past_review(const struct report *report, const char *practice,
                                 const char *when, struct fault *fault) {
    if (!when) {
        return report->review;
    }
    struct labels labels;
    const struct event *last = label_find(report, practice, when, &labels);
    if (!last) {
        struct fault no_date;
        const char *date = date_read(report->arena, when, &no_date);
        if (!date || !date[0]) {
            label_refuse(practice, when, &labels, fault);
            return NULL;
        }
        last = date_find(report, date);
    }
    if (!last) {
        fault_set(fault, FAULT_WANTING, NULL, 0, NULL, _("nothing had been said by %s"), when);
        return NULL;
    }
    struct review *then = arena_alloc(report->arena, sizeof *then);
    *then = review_at(report->review, last);
    return then;
}

const char *past_late(const struct report *report, const struct event *status) {
    size_t count = 0;
    if (status) {
        round_late(report->review, status, report->arena, &count);
    }
    return count == 0 ? ""
                      : arena_printf(report->arena,
                                     ngettext("%zu answer came in after it was closed",
                                              "%zu answers came in after it was closed", count),
                                     count);
}

const char *past_status(const struct report *report, const struct event *status) {
    const char *words = wording_status(report->arena, status ? status->value : "");
    const char *late = past_late(report, status);
    return late[0] ? arena_printf(report->arena, "%s; %s", words, late) : words;
}
