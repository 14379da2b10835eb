/* A web page in one file: no script, nothing fetched, fit for a printer and a screen reader. */
#include "vademecum/report/pen.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/report/pen_html_style.h"
#include "vademecum/report/qr.h"

#include <string.h>

/* How a list and its entries begin and end. */
struct list_kind {
    const char *begin;
    const char *entry_end;
    const char *end;
};

static const struct list_kind items = {"<ul>\n", "</li>\n", "</ul>\n"};
static const struct list_kind facts = {"<dl>\n", "</dd></div>\n", "</dl>\n"};
static const struct list_kind bars = {"<ul class=\"bars\">\n", "</li>\n", "</ul>\n"};

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
    fprintf(out, "</title>\n<style>\n%s%s</style>\n</head>\n<body>\n<main>\n", pen_html_style,
            pen_html_style_media);
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

/* Makes a text a link only when it leads to an address that a click may open. */
static void named_put(struct document *document, const char *text, const char *url,
                      const char *attributes) {
    const bool safe = pen_address(url);
    if (safe) {
        fputs("<a href=\"", document->out);
        text_put(document, url);
        fprintf(document->out, "\" rel=\"noreferrer\"%s>", attributes);
    }
    text_put(document, text);
    fputs(safe ? "</a>" : "", document->out);
}

static void link_put(struct document *document, const char *url) {
    named_put(document, url, url, "");
}

/* The address for a camera, on its lines of their own; at the right of what comes, in print. */
static void qr_put(const struct document *document, const char *url) {
    if (pen_address(url)) {
        fputc('\n', document->out);
        qr_svg(document->out, url);
    }
}

static void html_link(struct document *document, int depth, const char *url) {
    begin(document);
    lists_end(document, depth);
    qr_put(document, url);
    fputs("<p>", document->out);
    link_put(document, url);
    fputs("</p>\n", document->out);
}

static void html_fact(struct document *document, const struct document_entry *entry) {
    entry_begin(document, &facts, entry->depth);
    fputs("<div><dt>", document->out);
    text_put(document, entry->label);
    fputs("</dt>", document->out);
    tag_put(document, "dd");
    if (entry->link) {
        qr_put(document, entry->text);
    }
    if (entry->link || pen_address(entry->text)) {
        link_put(document, entry->text);
    } else if (entry->url) {
        named_put(document, entry->text + strspn(entry->text, " "), entry->url, " class=\"named\"");
    } else {
        text_put(document, entry->text + strspn(entry->text, " "));
    }
}

/* A sign is read aloud as its word, which stands hidden from those who see the sign. */
static void sign_put(const struct document *document, const struct sign *sign) {
    fputs("<span class=\"sign ", document->out);
    fputs(pen_html_tones[sign->tone].name, document->out);
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
    const size_t of = bar->of > 0 ? bar->of : 1;
    size_t before = 0;
    entry_begin(document, &bars, 0);
    fprintf(out,
            "<li><svg class=\"bar\" viewBox=\"0 0 %zu 1\" preserveAspectRatio=\"none\" "
            "aria-hidden=\"true\">",
            of);
    for (enum tone tone = TONE_MET; tone < TONE_DIM; tone++) {
        if (bar->counts[tone] > 0) {
            fprintf(out, "<rect class=\"%s\" fill=\"%s\" x=\"%zu\" width=\"%zu\" height=\"1\"/>",
                    pen_html_tones[tone].name, pen_html_tones[tone].ink, before, bar->counts[tone]);
            before += bar->counts[tone];
        }
    }
    fprintf(out, "</svg><span class=\"count\">%zu/%zu</span> <span class=\"said in%d\">",
            bar->counts[TONE_MET], bar->of, entry->depth);
    text_put(document, entry->text);
    fputs("</span>", out);
}

/* A long word may be broken in a cell, so that the other columns keep their room. */
static void cell_put(struct document *document, const char *text) {
    enum {
        WORD_MOST = 24 /* bytes */
    };
    size_t word = 0;
    size_t from = 0;
    size_t at = 0;
    for (; text[at]; at++) {
        word = strchr(" \n\t", text[at]) ? 0 : word + 1;
        if (word > WORD_MOST && ((unsigned char)text[at] & 0xC0) != 0x80) {
            text_put(document, arena_copy(document->scratch, text + from, at - from));
            fputs("<wbr>", document->out);
            from = at;
            word = 0;
        }
    }
    text_put(document, text + from);
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
        cell_put(document, cells[i]);
        fputs("</td>", out);
    }
    fputs("</tr>\n", out);
}

/* What is too wide for the page is scrolled, by keys too. */
static void html_table(struct document *document, const struct document_table *table) {
    FILE *out = document->out;
    begin(document);
    lists_end(document, 0);
    fputs("<section class=\"scroll\" tabindex=\"0\" aria-label=\"", out);
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
    fputs("</tbody>\n</table></section>\n", out);
}

/* An item with its boxes, and a row below it to write in. */
static void ask_put(const struct document *document, const struct document_form *form,
                    size_t number) {
    FILE *out = document->out;
    const struct document_ask *ask = &form->asks[number];
    fprintf(out, "<tr class=\"ask\"><th scope=\"row\">%zu ", number + 1);
    text_put(document, ask->text);
    if (ask->ask[0]) {
        fputs("<br><small>", out);
        text_put(document, ask->ask);
        fputs("</small>", out);
    }
    fputs("</th><td class=\"last\">", out);
    text_put(document, ask->last);
    fputs("</td>", out);
    for (size_t i = 0; i < form->box_count; i++) {
        fputs("<td class=\"box\"><i></i></td>", out);
    }
    fprintf(out, "</tr>\n<tr><td colspan=\"%zu\"><small>", form->box_count + 2);
    text_put(document, _("Note"));
    fputs("</small><span class=\"write\"></span><span class=\"write\"></span></td></tr>\n", out);
}

static void html_form(struct document *document, const struct document_form *form) {
    FILE *out = document->out;
    begin(document);
    lists_end(document, 0);
    fputs("<h3><span class=\"code\">", out);
    text_put(document, form->code);
    fputs("</span>", out);
    text_put(document, form->title);
    fputs("</h3>\n<section class=\"scroll\" tabindex=\"0\" aria-label=\"", out);
    text_put(document, form->code);
    fputs("\"><table class=\"form\">\n<thead><tr><th scope=\"col\">", out);
    text_put(document, _("Item"));
    fputs("</th><th scope=\"col\" class=\"last\">", out);
    text_put(document, _("Last time"));
    fputs("</th>", out);
    for (size_t i = 0; i < form->box_count; i++) {
        fputs("<th scope=\"col\" class=\"box\">", out);
        text_put(document, form->boxes[i].word);
        fputs("<br><code>", out);
        text_put(document, form->boxes[i].text);
        fputs("</code></th>", out);
    }
    fputs("</tr></thead>\n<tbody>\n", out);
    for (size_t i = 0; i < form->count; i++) {
        ask_put(document, form, i);
    }
    fputs("</tbody>\n</table></section>\n", out);
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
    .form = html_form,
    .gap = html_gap,
    .end = html_end,
};
