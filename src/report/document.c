#include "vademecum/report/document.h"

#include "vademecum/report/pen.h"

enum {
    READING_WIDTH = 100 /* columns: longer lines are hard to read */
};

void document_title(struct document *document, const char *title) {
    document->pen->title(document, title);
    document->begun = true;
}

void document_narrow(struct document *document) {
    document->width = document->width < READING_WIDTH ? document->width : READING_WIDTH;
}

void document_heading(struct document *document, enum heading level, const char *text) {
    document->pen->heading(document, level, text);
    document->begun = true;
}

void document_text(struct document *document, int depth, const char *text) {
    document->pen->text(document, depth, text);
    document->begun = true;
}

void document_line(struct document *document, int depth, const char *text) {
    document->pen->line(document, depth, text);
    document->begun = true;
}

void document_link(struct document *document, int depth, const char *url) {
    document->pen->link(document, depth, url);
    document->begun = true;
}

static void fact_write(struct document *document, const struct document_entry *entry) {
    document->pen->fact(document, entry);
    document->begun = true;
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

void document_item(struct document *document, int depth, const char *sign, int columns,
                   const char *text) {
    document->pen->item(
        document,
        &(struct document_entry){.depth = depth, .label = sign, .columns = columns, .text = text});
    document->begun = true;
}

void document_bar(struct document *document, int depth, size_t count, size_t of, int columns,
                  const char *text) {
    document->pen->bar(document, &(struct document_entry){.depth = depth,
                                                          .label = "",
                                                          .columns = columns,
                                                          .text = text,
                                                          .count = count,
                                                          .of = of});
    document->begun = true;
}

void document_gap(struct document *document) {
    document->pen->gap(document);
}

void document_table(struct document *document, const struct document_column *columns, size_t count,
                    const char *const *cells, size_t rows) {
    document->pen->table(document, columns, count, cells, rows);
    document->begun = true;
}

void document_end(struct document *document) {
    document->pen->end(document);
}
