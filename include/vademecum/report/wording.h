/*
 * wording: puts what reviewers say into words for people: titles for ids, names for codes. What has
 * no word, as in a review of another catalogue, stays as it is.
 *
 * Texts live in the arena that is given or that of the report, in the catalogue's or the review's;
 * none is checked.
 */
#ifndef VADEMECUM_REPORT_WORDING_H
#define VADEMECUM_REPORT_WORDING_H

#include "vademecum/report/report.h"
#include "vademecum/review/event.h"
#include "vademecum/review/own.h"

/* The text of an item or question, or the title of a tool, with this id; else the id. */
const char *wording_item(const struct report *report, const char *id);

/* The value of a field: "partly", "final (spring 2026)", "Intercultural workers in Brno". */
const char *wording_value(const struct report *report, const char *field, const char *value);

/* A verdict on the item with this id, in the words of its checklist: "partly"; "": "unanswered". */
const char *wording_verdict(const struct report *report, const char *item, const char *value);

/* How far a review is, by its field "status": "draft" when that says nothing. */
const char *wording_status(struct arena *arena, const char *status);

/* A fact of an own practice: "Czechia" for CZ. In the language `lang`; NULL: as it stands. */
const char *wording_fact(const struct catalogue *catalogue, const char *lang,
                         const struct own_field *field, const char *value, struct arena *arena);

/*
 * The event as a sentence: "ana: Language café › It has no barriers › Mark: partly"; with the ids
 * of practice and item in brackets behind them when `ids`.
 */
const char *wording_event(const struct report *report, const struct event *event, bool ids);

/* A reviewer for people: the name that was given, else the id; "the group of 2026-03-02". */
const char *wording_reviewer_name(const struct report *report, const char *reviewer);

/* The same with all that is known: "Ana Nováková (ana), participant, City of Brno". */
const char *wording_reviewer(const struct report *report, const char *reviewer);

/* The time of an event where the user is, "2026-03-02 10:14"; one that is none as it stands. */
const char *wording_time(struct arena *arena, const char *stamp);

/* Its day where the user is, "2026-03-02". */
const char *wording_day(struct arena *arena, const char *stamp);

#endif
