/* A web page in one file: no script, nothing fetched, fit for a printer and a screen reader. */
#include "vademecum/report/pen.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/qr.h"

#include <string.h>

/* How a list and its entries begin and end. */
struct list_kind {
    const char *begin;
    const char *entry_end;
    const char *end;
};

static const struct list_kind items = {"<ul>\n", "</li>\n", "</ul>\n"};
static const struct list_kind facts = {"<dl>\n", "</dd>\n", "</dl>\n"};
static const struct list_kind bars = {"<ul class=\"bars\">\n", "</li>\n", "</ul>\n"};

static const char *const tone_names[TONE_COUNT] = {
    [TONE_NONE] = "", [TONE_MET] = "met",         [TONE_PARTLY] = "partly", [TONE_NOT_MET] = "not",
    [TONE_NA] = "na", [TONE_UNKNOWN] = "unknown", [TONE_DIM] = "dim",
};

/* The colours are those of the screen; on a dark page they are lighter. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1c1c;--dim:#5f5f5f;--rule:#c6c6c6;--page:#fff;"
    "--title:#005f87;--met:#008700;--partly:#af5f00;--not:#c00000;--na:#6c6c6c;--unknown:#8f3f8f;"
    "--bar:#e4e4e4}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e4e4e4;--dim:#a8a8a8;--rule:#444;"
    "--page:#161616;--title:#87c7e7;--met:#5fd75f;--partly:#ffaf5f;--not:#ff8787;--na:#a8a8a8;"
    "--unknown:#d7a7d7;--bar:#303030}}\n"
    "html{background:var(--page);color:var(--ink);font:100%/1.5 Georgia,\"Noto Serif\",serif}\n"
    "main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem}\n"
    "h1,h2,h3,h4,h5,dt,th,.count,footer{font-family:system-ui,\"Noto Sans\",sans-serif}\n"
    "h1,h2,h3,h4,h5{line-height:1.25;margin:2em 0 .5em}\n"
    "h1{font-size:1.9rem;color:var(--title);margin-top:0}\n"
    "h2{font-size:1.4rem;color:var(--title);border-bottom:2px solid var(--title);"
    "padding-bottom:.2em}\n"
    "h3{font-size:1.15rem}\n"
    "h4{font-size:1rem}\n"
    "h5{font-size:.9rem;color:var(--dim);margin:1em 0 .25em}\n"
    "p{margin:.5em 0;max-width:40rem}\n"
    "a{color:var(--title);overflow-wrap:anywhere}\n"
    "code{font-size:.9em;overflow-wrap:anywhere}\n"
    "ul{list-style:none;margin:.5em 0;padding:0}\n"
    "li{margin:.45em 0;padding-left:1.6em}\n"
    "li>.sign:first-child{display:inline-block;min-width:1.2em;margin-left:-1.6em;"
    "padding-right:.4em;font-weight:bold}\n"
    "li ul,li dl{font-size:.95em}\n"
    "dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.2em 1.2em;"
    "margin:.6em 0}\n"
    "dt{color:var(--dim);font-size:.85em;line-height:1.75}\n"
    "dd{margin:0}\n"
    ".met{color:var(--met)}.partly{color:var(--partly)}.not{color:var(--not)}.na{color:var(--na)}"
    ".unknown{color:var(--unknown)}.dim{color:var(--dim)}\n"
    ".bars li{display:grid;grid-template-columns:8rem 4rem 1fr;gap:.8em;align-items:center;"
    "padding:0}\n"
    ".bars .in1{padding-left:1em}.bars .in2{padding-left:2em}\n"
    ".bar{height:.7em;background:var(--bar);border-radius:.35em;overflow:hidden}\n"
    ".bar i{display:block;height:100%;float:left;background:currentColor}\n"
    ".count{font-size:.85em;text-align:right;font-variant-numeric:tabular-nums}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.95em}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35em .9em .35em 0;"
    "border-bottom:1px solid var(--rule)}\n"
    "caption{text-align:left;font-size:.85em;color:var(--dim);padding-bottom:.3em}\n"
    "thead th{font-size:.85em;color:var(--dim);border-bottom:2px solid var(--rule)}\n"
    "tbody th{font-weight:normal;font-family:inherit}\n"
    "footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--rule);"
    "font-size:.8rem;color:var(--dim)}\n"
    ".qr{display:none}\n"
    "@media (max-width:34rem){dl{display:block}dd{margin:0 0 .5em}"
    ".bars li{grid-template-columns:5rem 3.5rem 1fr}}\n"
    "@page{margin:18mm 16mm}\n"
    "@media print{:root{color-scheme:light}html{font-size:10.5pt}main{max-width:none;padding:0}"
    "h1,h2,h3,h4,h5{break-after:avoid}li,dd,tr{break-inside:avoid}thead{display:table-header-group}"
    ".bar,.bar i{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "a{color:inherit}.qr{display:block;width:24mm;height:24mm;margin:1mm 0 3mm}}\n";

/* Escapes a text: the one way from a text to the page. Controls were made visible before. */
static void text_put(const struct document *document, const char *text) {
    static const char *const escapes[] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};
    const char *clean = pen_clean(document, text);
    for (; *clean; clean++) {
        const unsigned char byte = (unsigned char)*clean;
        if (byte == '\n') {
            fputs("<br>\n", document->out);
        } else if (byte < COUNT(escapes) && escapes[byte]) {
            fputs(escapes[byte], document->out);
        } else {
            fputc(byte, document->out);
        }
    }
    arena_empty(document->scratch);
}

/* Writes `<TAG` with the language of the text, if it has one of its own, up to `>`. */
static void tag_put(const struct document *document, const char *tag) {
    fprintf(document->out, "<%s", tag);
    if (document->text_lang) {
        fputs(" lang=\"", document->out);
        text_put(document, document->text_lang);
        fputs("\"", document->out);
    }
    fputs(">", document->out);
}

static void page_begin(const struct document *document, const char *title) {
    FILE *out = document->out;
    fputs("<!DOCTYPE html>\n<html lang=\"", out);
    text_put(document, document->lang ? document->lang : "en");
    fputs("\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n"
          "<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<meta name=\"generator\" content=\"Vademecum " VADEMECUM_VERSION "\">\n<title>",
          out);
    text_put(document, title);
    fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

static void html_title(struct document *document, const char *title) {
    page_begin(document, title);
    tag_put(document, "h1");
    text_put(document, title);
    fputs("</h1>\n", document->out);
}

/* Begins the page when nothing has: a page without a title is none. */
static void begin(struct document *document) {
    if (!document->begun) {
        html_title(document, "Vademecum");
        document->begun = true;
    }
}

static void list_end(struct document *document) {
    const struct list_kind *kind = document->lists[--document->list_count].kind;
    fprintf(document->out, "%s%s", kind->entry_end, kind->end);
}

/* Ends all lists that do not hold what comes at this depth. */
static void lists_end(struct document *document, int depth) {
    while (document->list_count > 0 && document->lists[document->list_count - 1].depth >= depth) {
        list_end(document);
    }
}

/* Goes on in the list at this depth, or begins one. */
static void entry_begin(struct document *document, const struct list_kind *kind, int depth) {
    begin(document);
    lists_end(document, depth + 1);
    const size_t count = document->list_count;
    const struct document_list *last = count > 0 ? &document->lists[count - 1] : NULL;
    if (last && last->depth == depth && last->kind == kind) {
        fputs(kind->entry_end, document->out);
        return;
    }
    lists_end(document, depth);
    if (document->list_count == DOCUMENT_DEPTHS) {
        list_end(document);
    }
    document->lists[document->list_count++] = (struct document_list){kind, depth};
    fputs(kind->begin, document->out);
}

static void html_heading(struct document *document, enum heading level, const char *text) {
    if (level == HEADING_TITLE && !document->begun) {
        html_title(document, text);
        return;
    }
    begin(document);
    lists_end(document, 0);
    const char tag[] = {'h', (char)('0' + (int)level), '\0'};
    tag_put(document, tag);
    text_put(document, text);
    fprintf(document->out, "</%s>\n", tag);
}

static void html_text(struct document *document, int depth, const char *text) {
    if (!text[0]) {
        return;
    }
    begin(document);
    lists_end(document, depth);
    tag_put(document, "p");
    text_put(document, text);
    fputs("</p>\n", document->out);
}

static void html_line(struct document *document, int depth, const char *text) {
    begin(document);
    lists_end(document, depth);
    fputs("<p>", document->out);
    tag_put(document, "code");
    text_put(document, text);
    fputs("</code></p>\n", document->out);
}

/* Makes an address a link only when it is one that a click may open. */
static bool link_put(struct document *document, const char *url) {
    const bool safe = strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0;
    if (safe) {
        fputs("<a href=\"", document->out);
        text_put(document, url);
        fputs("\" rel=\"noreferrer\">", document->out);
    }
    text_put(document, url);
    fputs(safe ? "</a>" : "", document->out);
    return safe;
}

static void html_link(struct document *document, int depth, const char *url) {
    begin(document);
    lists_end(document, depth);
    fputs("<p>", document->out);
    const bool safe = link_put(document, url);
    fputs("</p>\n", document->out);
    if (safe) {
        qr_svg(document->out, url);
    }
}

static void html_fact(struct document *document, const struct document_entry *entry) {
    entry_begin(document, &facts, entry->depth);
    fputs("<dt>", document->out);
    text_put(document, entry->label);
    fputs("</dt>", document->out);
    tag_put(document, "dd");
    if (entry->link) {
        if (link_put(document, entry->text)) {
            fputc('\n', document->out);
            qr_svg(document->out, entry->text);
        }
    } else {
        text_put(document, entry->text + strspn(entry->text, " "));
    }
}

/* A sign is read aloud as its word, which stands hidden from those who see the sign. */
static void sign_put(const struct document *document, const struct sign *sign) {
    fputs("<span class=\"sign ", document->out);
    fputs(tone_names[sign->tone], document->out);
    if (sign->word) {
        fputs("\" role=\"img\" aria-label=\"", document->out);
        text_put(document, sign->word);
        fputs("\" title=\"", document->out);
        text_put(document, sign->word);
    }
    fputs("\">", document->out);
    text_put(document, sign->text);
    fputs("</span>", document->out);
}

static void html_item(struct document *document, const struct document_entry *entry) {
    entry_begin(document, &items, entry->depth);
    fputs("<li>", document->out);
    if (entry->sign.text[0]) {
        sign_put(document, &entry->sign);
        fputc(' ', document->out);
    }
    /* What follows in the entry may be in another language. */
    if (document->text_lang) {
        tag_put(document, "span");
        text_put(document, entry->text);
        fputs("</span>", document->out);
    } else {
        text_put(document, entry->text);
    }
}

/* The parts lie side by side in the order of enum tone; what nothing is said of stays empty. */
static void html_bar(struct document *document, const struct document_entry *entry) {
    FILE *out = document->out;
    const struct document_bar *bar = &entry->bar;
    entry_begin(document, &bars, 0);
    fputs("<li><div class=\"bar\" aria-hidden=\"true\">", out);
    for (enum tone tone = TONE_MET; tone < TONE_DIM; tone++) {
        if (bar->counts[tone] > 0 && bar->of > 0) {
            fprintf(out, "<i class=\"%s\" style=\"width:%zu.%zu%%\"></i>", tone_names[tone],
                    bar->counts[tone] * 100 / bar->of, bar->counts[tone] * 1000 / bar->of % 10);
        }
    }
    fprintf(out, "</div><span class=\"count\">%zu/%zu</span> <span class=\"in%d\">",
            bar->counts[TONE_MET], bar->of, entry->depth);
    text_put(document, entry->text);
    fputs("</span>", out);
}

/* The first cell of a row names it, in a language that may be its own. */
static void row_put(struct document *document, const struct document_table *table, size_t row) {
    FILE *out = document->out;
    const char *const *cells = &table->cells[row * table->count];
    const char *lang = table->langs ? table->langs[row] : NULL;
    fputs("<tr><th scope=\"row\"", out);
    if (lang) {
        fputs(" lang=\"", out);
        text_put(document, lang);
        fputs("\"", out);
    }
    fputs(">", out);
    text_put(document, cells[0]);
    fputs("</th>", out);
    for (size_t i = 1; i < table->count; i++) {
        fputs("<td>", out);
        text_put(document, cells[i]);
        fputs("</td>", out);
    }
    fputs("</tr>\n", out);
}

/* What is too wide for the page is scrolled, by keys too. */
static void html_table(struct document *document, const struct document_table *table) {
    FILE *out = document->out;
    begin(document);
    lists_end(document, 0);
    fputs("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"", out);
    text_put(document, table->caption);
    fputs("\"><table>\n<caption>", out);
    text_put(document, table->caption);
    fputs("</caption>\n<thead><tr>", out);
    for (size_t i = 0; i < table->count; i++) {
        fputs("<th scope=\"col\">", out);
        text_put(document, pen_column(&table->columns[i]));
        fputs("</th>", out);
    }
    fputs("</tr></thead>\n<tbody>\n", out);
    for (size_t row = 0; row < table->rows; row++) {
        row_put(document, table, row);
    }
    fputs("</tbody>\n</table></div>\n", out);
}

static void html_gap(struct document *document) {
    (void)document;
}

static void html_end(struct document *document) {
    if (!document->begun) {
        return;
    }
    lists_end(document, 0);
    fputs("<footer>", document->out);
    text_put(document, _("Written with Vademecum, which works without a network. Texts of the "
                         "catalogue: CC BY 4.0."));
    fputs("</footer>\n</main>\n</body>\n</html>\n", document->out);
}

const struct pen pen_html = {
    .title = html_title,
    .heading = html_heading,
    .text = html_text,
    .line = html_line,
    .link = html_link,
    .fact = html_fact,
    .item = html_item,
    .bar = html_bar,
    .table = html_table,
    .gap = html_gap,
    .end = html_end,
};
