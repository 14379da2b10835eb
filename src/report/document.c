#include "vademecum/report/document.h"

#include "vademecum/report/pen.h"

enum {
    READING_WIDTH = 100 /* columns: longer lines are hard to read */
};

/* Forgets what was set for the last text only. */
static void written(struct document *document) {
    document->begun = true;
    document->text_lang = NULL;
}

void document_title(struct document *document, const char *title) {
    document->pen->title(document, title);
    written(document);
}

void document_lang(struct document *document, const char *lang) {
    document->text_lang = lang;
}

void document_narrow(struct document *document) {
    document->width = document->width < READING_WIDTH ? document->width : READING_WIDTH;
}

void document_heading(struct document *document, enum heading level, const char *text) {
    document->pen->heading(document, level, text);
    written(document);
}

void document_text(struct document *document, int depth, const char *text) {
    document->pen->text(document, depth, text);
    written(document);
}

void document_line(struct document *document, int depth, const char *text) {
    document->pen->line(document, depth, text);
    written(document);
}

void document_link(struct document *document, int depth, const char *url) {
    document->pen->link(document, depth, url);
    written(document);
}

static void fact_write(struct document *document, const struct document_entry *entry) {
    document->pen->fact(document, entry);
    written(document);
}

void document_fact(struct document *document, int depth, const char *label, int columns,
                   const char *text) {
    fact_write(document, &(struct document_entry){
                             .depth = depth, .label = label, .columns = columns, .text = text});
}

void document_fact_link(struct document *document, int depth, const char *label, int columns,
                        const char *url) {
    fact_write(document,
               &(struct document_entry){
                   .depth = depth, .label = label, .columns = columns, .text = url, .link = true});
}

void document_fact_named(struct document *document, int depth, const char *label, int columns,
                         const char *text, const char *url) {
    fact_write(document, &(struct document_entry){.depth = depth,
                                                  .label = label,
                                                  .columns = columns,
                                                  .text = text,
                                                  .url = *url ? url : NULL});
}

void document_item(struct document *document, int depth, struct sign sign, int columns,
                   const char *text) {
    const struct document_entry entry = {
        .depth = depth,
        .sign = sign,
        .columns = columns,
        .text = text,
    };
    document->pen->item(document, &entry);
    written(document);
}

void document_bar(struct document *document, int depth, const struct document_bar *bar, int columns,
                  const char *text) {
    const struct document_entry entry = {
        .depth = depth,
        .columns = columns,
        .text = text,
        .bar = *bar,
    };
    document->pen->bar(document, &entry);
    written(document);
}

void document_gap(struct document *document) {
    document->pen->gap(document);
}

void document_table(struct document *document, const struct document_table *table) {
    document->pen->table(document, table);
    written(document);
}

void document_form(struct document *document, const struct document_form *form) {
    document->pen->form(document, form);
    written(document);
}

void document_end(struct document *document) {
    document->pen->end(document);
}
