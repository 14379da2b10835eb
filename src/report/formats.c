#include "vademecum/report/formats.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <string.h>

const char *const formats_names[] = {"text", "html", "md", "json", "csv", "ics", NULL};

const char formats_help[] = N_("write text, html, md (Markdown), json, csv or ics (a calendar)");

/* In the order of formats_names. */
static const struct format formats[] = {
    {&pen_text, &report_text}, {&pen_html, &report_text}, {&pen_markdown, &report_text},
    {NULL, &report_json},      {NULL, &report_csv},       {NULL, NULL},
};

_Static_assert(COUNT(formats_names) == COUNT(formats) + 1, "each name has its format");

const struct format *formats_find(const char *name) {
    for (size_t i = 0; formats_names[i]; i++) {
        if (strcmp(formats_names[i], name) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}
