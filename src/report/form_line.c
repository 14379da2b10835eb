#include "vademecum/report/form_line.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/report/sign.h"

#include <string.h>

/* Goes past blanks, which people leave between signs, too. */
static const char *blanks_skip(const char *at, const char *end) {
    while (at < end && strchr(" \t\r\n", *at)) {
        at++;
    }
    return at;
}

bool form_line_blank(const char *text, size_t length) {
    return blanks_skip(text, text + length) == text + length;
}

/* The code at the start of the line; `*at` goes behind it. */
static const char *code_cut(const char **at, const char *end, struct arena *scratch) {
    const char *start = blanks_skip(*at, end);
    for (*at = start; *at < end && !strchr(" \t\r\n", **at); ++*at) {
    }
    return arena_copy(scratch, start, (size_t)(*at - start));
}

/* Reads signs as long as they are some; `*at` goes to what stands behind them. */
static void signs_read(struct form_line *line, const char **at, const char *end) {
    const size_t items = line->question->item_count;
    const size_t most = items < FORM_LINE_ITEMS ? items : FORM_LINE_ITEMS;
    for (*at = blanks_skip(*at, end); *at < end && line->count < most; line->count++) {
        if (!form_code_sign(**at, &line->verdicts[line->count])) {
            return;
        }
        *at = blanks_skip(*at + 1, end);
    }
}

/* Why the signs are not those that are wanted. */
static bool signs_fault(const struct form_line *line, const char *code, const char *at,
                        const char *end, struct arena *scratch, struct fault *fault) {
    const size_t items = line->question->item_count;
    enum verdict sign;
    if (at < end && !form_code_sign(*at, &sign)) {
        int32_t character;
        const size_t known = text_code(at, (size_t)(end - at), &character);
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         _("'%s' is no sign; + is met, ~ partly, x not met, o does not apply, "
                           "? not known, . nothing"),
                         arena_copy(scratch, at, known ? known : 1));
    }
    const size_t missing = items - line->count;
    return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                     at < end ? ngettext("%s has %zu item, and there are more signs than that",
                                         "%s has %zu items, and there are more signs than that",
                                         items)
                              : ngettext("%s has %zu item, and a sign is wanted for each; "
                                         "%zu missing",
                                         "%s has %zu items, and a sign is wanted for each; "
                                         "%zu missing",
                                         items),
                     code, items, missing);
}

bool form_line_read(const struct checklist *checklist, const char *text, size_t length,
                    struct form_line *line, struct arena *scratch, struct fault *fault) {
    const char *end = text + length;
    const char *at = text;
    const char *code = code_cut(&at, end, scratch);
    line->question = form_code_find(checklist, code);
    line->count = 0;
    if (!line->question) {
        return fault_set(fault, FAULT_WANTING, NULL, 0, NULL,
                         _("no question has the code '%s'; the codes stand in the margin of the "
                           "form, as in inc1 +~x+"),
                         code);
    }
    signs_read(line, &at, end);
    return (at == end && line->count == line->question->item_count) ||
           signs_fault(line, code, at, end, scratch, fault);
}

const char *form_line_legend(const struct report *report, const struct checklist *checklist) {
    const char *legend = "";
    for (enum verdict verdict = VERDICT_NONE + 1; verdict < VERDICT_COUNT; verdict++) {
        legend = arena_printf(report->arena, "%s%s %s, ", legend, form_code_typed(verdict),
                              report_sign(report, checklist, verdict, SIGN_WORDS).text);
    }
    return arena_printf(report->arena, _("%s. leaves the item as it is"), legend);
}
