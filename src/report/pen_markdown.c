/* Markdown as CommonMark has it, with the tables that most programs add to it. */
#include "vademecum/report/pen.h"

#include "vademecum/base/i18n.h"

#include <string.h>

enum {
    INDENT = 2,    /* blanks for each depth of a list */
    BAR_WIDTH = 10 /* columns */
};

/* What would begin a list or a heading, were it the first on a line. */
static bool begins_block(const char *text) {
    const size_t digits = strspn(text, "0123456789");
    return strchr("+-=#", text[0]) || (digits > 0 && strchr(".)", text[digits]));
}

/* Whether the text begins as "&amp;" does; in an address, & stays as it is. */
static bool entity_like(const char *text) {
    const char *name = text[1] == '#' ? text + 2 : text + 1;
    const size_t length = strspn(name, "0123456789"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    return length > 0 && name[length] == ';';
}

/* Escapes a text, so that it says itself and no markup; line breaks become `newline`. */
static void text_put(const struct document *document, const char *text, const char *newline) {
    const char *clean = pen_clean(document, text);
    const char *escaped = clean +
                          (begins_block(clean) ? strspn(clean, "0123456789") : strlen(clean));
    for (; *clean; clean++) {
        if (*clean == '\n') {
            fputs(newline, document->out);
            continue;
        }
        if (clean == escaped || strchr("\\`*_[]<>|~", *clean) ||
            (*clean == '&' && entity_like(clean))) {
            fputc('\\', document->out);
        }
        fputc(*clean, document->out);
    }
    arena_empty(document->scratch);
}

static void blanks_put(const struct document *document, int count) {
    for (int i = 0; i < count; i++) {
        fputc(' ', document->out);
    }
}

/* Leaves an empty line between parts. */
static void part_begin(struct document *document) {
    if (document->begun) {
        fputc('\n', document->out);
    }
    document->list_count = 0;
}

/* Leaves an empty line before a list only. */
static void entry_begin(struct document *document, int depth) {
    if (document->list_count == 0) {
        part_begin(document);
        document->list_count = 1;
        document->lists[0].depth = depth;
    } else if (depth < document->lists[0].depth) {
        document->lists[0].depth = depth;
    }
    blanks_put(document, (depth - document->lists[0].depth) * INDENT);
    fputs("- ", document->out);
}

static void markdown_heading(struct document *document, enum heading level, const char *text) {
    part_begin(document);
    for (int i = 0; i < (int)level; i++) {
        fputc('#', document->out);
    }
    fputc(' ', document->out);
    text_put(document, text, " ");
    fputc('\n', document->out);
}

static void markdown_title(struct document *document, const char *title) {
    markdown_heading(document, HEADING_TITLE, title);
}

/* Begins an entry where the list goes on below, else a part. */
static void line_begin(struct document *document, int depth) {
    if (document->list_count > 0 && depth > document->lists[0].depth) {
        entry_begin(document, depth);
    } else {
        part_begin(document);
    }
}

static void markdown_text(struct document *document, int depth, const char *text) {
    if (!text[0]) {
        return;
    }
    line_begin(document, depth);
    text_put(document, text, "\\\n");
    fputc('\n', document->out);
}

/* Puts a text between as many ` as it needs. */
static void code_put(const struct document *document, const char *text) {
    const char *clean = pen_clean(document, text);
    const char *fence = strchr(clean, '`') ? "``" : "`";
    const char *room = strchr(clean, '`') ? " " : "";
    fprintf(document->out, "%s%s%s%s%s", fence, room, clean, room, fence);
    arena_empty(document->scratch);
}

static void markdown_line(struct document *document, int depth, const char *text) {
    line_begin(document, depth);
    code_put(document, text);
    fputc('\n', document->out);
}

/* Puts an address as a link when it is one, with what would end it too early written in hex. */
static void link_put(const struct document *document, const char *url) {
    if (!pen_address(url)) {
        text_put(document, url, " ");
        return;
    }
    const char *clean = pen_clean(document, url);
    fputc('<', document->out);
    for (; *clean; clean++) {
        if (strchr("<> \\\n", *clean)) {
            fprintf(document->out, "%%%02X", (unsigned)(unsigned char)*clean);
        } else {
            fputc(*clean, document->out);
        }
    }
    fputc('>', document->out);
    arena_empty(document->scratch);
}

static void markdown_link(struct document *document, int depth, const char *url) {
    line_begin(document, depth);
    link_put(document, url);
    fputc('\n', document->out);
}

static void markdown_fact(struct document *document, const struct document_entry *entry) {
    entry_begin(document, entry->depth);
    fputs("**", document->out);
    text_put(document, entry->label, " ");
    fputs("** ", document->out);
    if (entry->link || pen_address(entry->text)) {
        link_put(document, entry->text);
    } else if (entry->url && pen_address(entry->url)) {
        fputc('[', document->out);
        text_put(document, entry->text + strspn(entry->text, " "), " / ");
        fputs("](", document->out);
        link_put(document, entry->url);
        fputc(')', document->out);
    } else {
        text_put(document, entry->text + strspn(entry->text, " "), " / ");
    }
    fputc('\n', document->out);
}

static void markdown_item(struct document *document, const struct document_entry *entry) {
    entry_begin(document, entry->depth);
    if (entry->sign.text[0]) {
        text_put(document, entry->sign.text, " ");
        fputc(' ', document->out);
    }
    text_put(document, entry->text, " / ");
    fputc('\n', document->out);
}

static void markdown_bar(struct document *document, const struct document_entry *entry) {
    struct arena arena;
    arena_init(&arena, document->scratch->end);
    entry_begin(document, entry->depth);
    fprintf(
        document->out, "`%s` %zu/%zu ",
        sign_bar(entry->bar.counts[TONE_MET], entry->bar.of, BAR_WIDTH, document->ascii, &arena),
        entry->bar.counts[TONE_MET], entry->bar.of);
    text_put(document, entry->text, " ");
    fputc('\n', document->out);
    arena_free(&arena);
}

static void row_put(const struct document *document, const char *const *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        fputs("| ", document->out);
        text_put(document, cells[i], " ");
        fputc(' ', document->out);
    }
    fputs("|\n", document->out);
}

static void markdown_table(struct document *document, const struct document_table *table) {
    part_begin(document);
    for (size_t i = 0; i < table->count; i++) {
        fputs("| ", document->out);
        text_put(document, pen_column(&table->columns[i]), " ");
        fputc(' ', document->out);
    }
    fputs("|\n", document->out);
    for (size_t i = 0; i < table->count; i++) {
        fputs("| --- ", document->out);
    }
    fputs("|\n", document->out);
    for (size_t row = 0; row < table->rows; row++) {
        row_put(document, table->cells + row * table->count, table->count);
    }
}

static void markdown_gap(struct document *document) {
    (void)document;
}

static void markdown_end(struct document *document) {
    (void)document;
}

static void form_ask(struct document *document, const struct document_form *form, size_t number) {
    const struct document_ask *ask = &form->asks[number];
    entry_begin(document, 0);
    fprintf(document->out, "**%zu** ", number + 1);
    text_put(document, ask->text, " ");
    if (ask->ask[0]) {
        fputc('\n', document->out);
        entry_begin(document, 1);
        text_put(document, ask->ask, " ");
    }
    if (ask->last[0]) {
        fputc('\n', document->out);
        entry_begin(document, 1);
        fprintf(document->out, "%s: ", _("Last time"));
        text_put(document, ask->last, " ");
    }
    for (size_t i = 0; i < form->box_count; i++) {
        fputc('\n', document->out);
        entry_begin(document, 1);
        fputs("[ ] ", document->out);
        code_put(document, form->boxes[i].text);
        fputc(' ', document->out);
        text_put(document, form->boxes[i].word, " ");
    }
    fputc('\n', document->out);
    entry_begin(document, 1);
    fprintf(document->out, "%s \\_\\_\\_\\_\\_\\_\\_\\_\n", _("Note"));
}

/* A list with boxes, as GitHub has them. */
static void markdown_form(struct document *document, const struct document_form *form) {
    part_begin(document);
    fputs("### ", document->out);
    code_put(document, form->code);
    fputc(' ', document->out);
    text_put(document, form->title, " ");
    fputc('\n', document->out);
    for (size_t i = 0; i < form->count; i++) {
        form_ask(document, form, i);
    }
}

const struct pen pen_markdown = {
    .title = markdown_title,
    .heading = markdown_heading,
    .text = markdown_text,
    .line = markdown_line,
    .link = markdown_link,
    .fact = markdown_fact,
    .item = markdown_item,
    .bar = markdown_bar,
    .table = markdown_table,
    .form = markdown_form,
    .gap = markdown_gap,
    .end = markdown_end,
};
