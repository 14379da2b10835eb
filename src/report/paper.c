#include "vademecum/report/paper.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/answers.h"
#include "vademecum/report/calendar.h"
#include "vademecum/report/formats.h"
#include "vademecum/report/past.h"
#include "vademecum/review/field.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAIL_WIDTH = 72 /* columns: what mail programs quote without breaking lines */
};

/* The ending of a file for each format that has another one than its name. */
static const struct {
    const char *format;
    const char *ending;
} endings[] = {{"text", "txt"}};

static const char *ending_of(const char *format) {
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (strcmp(endings[i].format, format) == 0) {
            return endings[i].ending;
        }
    }
    return format;
}

/* --- rows for programs ----------------------------------------------------------------------- */

static bool field_among(const char *field, const char *const *fields) {
    while (*fields && strcmp(*fields, field) != 0) {
        fields++;
    }
    return *fields;
}

/* What a field that is not known here says, nobody knows: it may be a name. */
static bool field_unknown(const char *field) {
    static const enum field_place places[] = {FIELD_OF_ITEM, FIELD_OF_QUESTION, FIELD_OF_PRACTICE,
                                              FIELD_OF_TOOL};
    for (size_t i = 0; i < COUNT(places); i++) {
        if (field_known(places[i], field)) {
            return false;
        }
    }
    return true;
}

static bool field_left_out(const struct handout *handout, const char *field) {
    static const char *const comments[] = {"comment", "note", "answer", NULL};
    static const char *const evidence[] = {"evidence", NULL};
    static const char *const names[] = {"plan.owner", NULL};
    return (handout->no_comment && field_among(field, comments)) ||
           (handout->no_evidence && field_among(field, evidence)) ||
           (handout->no_plan && field_plan(field)) ||
           (handout->anonymous && (field_among(field, names) || field_unknown(field)));
}

/* The answers without what the handout leaves out; the columns stay. */
static struct answers answers_left(const struct report *report, const struct handout *handout,
                                   const struct answers *answers) {
    struct said *said = arena_array(report->arena, answers->count + 1, sizeof *said);
    for (size_t i = 0; i < answers->count; i++) {
        const struct said *all = &answers->said[i];
        const struct event **fields = arena_array(report->arena, all->count + 1, sizeof *fields);
        size_t count = 0;
        for (size_t j = 0; j < all->count; j++) {
            if (!field_left_out(handout, all->fields[j]->field)) {
                fields[count++] = all->fields[j];
            }
        }
        said[i] = *all;
        said[i].fields = fields;
        said[i].count = count;
    }
    return (struct answers){.said = said, .count = answers->count};
}

static void rows_write(const struct report *report, const struct paper *paper,
                       const struct report_format *format) {
    const struct handout *handout = &paper->handout;
    const struct answers all = answers_gather(report, handout->practice);
    const struct answers answers = answers_left(report, handout, &all);
    struct sheet sheet;
    if (handout->kind == HANDOUT_PLAN || handout->kind == HANDOUT_GAPS) {
        const struct answers plan = answers_plan(report, &answers);
        answers_plan_sheet(report, &plan, &sheet);
    } else {
        answers_sheet(report, &answers, &sheet);
    }
    format->sheet(report, &sheet);
}

/* --- all of it ------------------------------------------------------------------------------- */

bool paper_write(const struct report *report, const struct paper *paper, struct fault *fault) {
    const struct format *format = formats_find(paper->format);
    struct report then = *report;
    then.review = past_review(report, paper->handout.practice, paper->handout.at, fault);
    if (!then.review) {
        return false;
    }
    if (format->pen) {
        handout_write(&then, &paper->handout);
    } else if (format->write) {
        rows_write(&then, paper, format->write);
    } else {
        calendar_write(&then, paper->handout.practice, paper->handout.anonymous);
    }
    return true;
}

/* Writes it to the stream. */
static bool stream_write(const struct report *report, const struct paper *paper, FILE *out,
                         struct fault *fault) {
    const struct format *format = formats_find(paper->format);
    struct arena scratch;
    arena_init(&scratch, report->arena->end);
    struct document document = {
        .pen = format->pen,
        .out = out,
        .width = MAIL_WIDTH,
        .ascii = report->document && report->document->ascii,
        .letters = LETTERS_ALL,
        .scratch = &scratch,
    };
    struct report filed = *report;
    filed.document = &document;
    filed.terminal = false;
    filed.filed = true;
    const bool done = paper_write(&filed, paper, fault);
    if (format->pen) {
        document_end(&document);
    }
    arena_free(&scratch);
    return done;
}

const char *paper_bytes(const struct report *report, const struct paper *paper, size_t *length,
                        struct fault *fault) {
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, length);
    const bool written = out && stream_write(report, paper, out, fault);
    const bool sound = out && !ferror(out);
    const bool whole = out && fclose(out) == 0 && sound;
    if (!whole) {
        fault_set(fault, FAULT_SYSTEM, NULL, 0, NULL, "%s",
                  _("There is not enough memory for the report."));
    }
    const char *kept = whole && written ? arena_copy(report->arena, bytes, *length) : NULL;
    free(bytes);
    return kept;
}

const char *paper_name(const struct report *report, const struct paper *paper) {
    return arena_printf(report->arena, "%s.%s", handout_name(report, &paper->handout),
                        ending_of(paper->format));
}
