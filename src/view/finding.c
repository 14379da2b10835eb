#include "vademecum/base/words.h"
#include "vademecum/find/find.h"
#include "vademecum/view/rows.h"

enum {
    COUNT_WIDTH = 8
};

static const char *facet_chosen(const struct session *session, enum facet facet,
                                struct arena *arena);
static const char *box(const struct session *session, bool chosen);

void finding_facets(const struct session *session, struct rows *rows) {
    rows->title = _("Filter by");
    rows->tail = arena_printf(rows->arena, _("%zu of %zu"), session->practice_count,
                              session->found.of);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        rows_add_entry(rows, facet, filter_label(facet));
        const char *chosen = facet_chosen(session, facet, rows->arena);
        if (*chosen) {
            rows_add_under(rows, ROLE_TEXT, facet, chosen);
        }
    }
}

void finding_values(const struct session *session, struct rows *rows) {
    const struct facet_counts *counts = &session->counts;
    rows->title = arena_printf(rows->arena, _("%s (J K: other filters)"),
                               filter_label(session->counted));
    rows->tail = _("practices");
    const int both = text_width(rows->title, session->look.letters) +
                     text_width(rows->tail, session->look.letters);
    if (both >= rows->width) {
        rows->title = filter_label(session->counted);
    }
    for (size_t i = 0; i < counts->count; i++) {
        const struct facet_count *value = &counts->values[i];
        const char *label = filter_value_label(session->catalogue, session->counted, value->value,
                                               session->lang, rows->arena);
        struct row *row = rows_add_entry(
            rows, i, arena_printf(rows->arena, "%s %s", box(session, value->chosen), label));
        row->hang = 2 * ROWS_INDENT;
        row->tail = arena_printf(rows->arena, "%zu", value->count);
        row->tail_width = COUNT_WIDTH;
    }
    if (counts->count == 0) {
        rows_add(rows, ROLE_TEXT, ROWS_INDENT, _("No practice states anything of this."));
    } else if (counts->unstated > 0) {
        rows_add_gap(rows);
        rows_add(rows, ROLE_TEXT, ROWS_INDENT,
                 arena_printf(rows->arena,
                              ngettext("%zu practice does not state it.",
                                       "%zu practices do not state it.", counts->unstated),
                              counts->unstated));
    }
}

void finding_orders(const struct session *session, struct rows *rows) {
    rows->title = _("Sort by");
    for (enum order order = 0; order < ORDER_COUNT; order++) {
        struct row *row = rows_add_entry(rows, order, order_label(order));
        row->tail = order == session->wish.order ? _("now") : NULL;
        row->tail_width = COUNT_WIDTH;
    }
}

const char *finding_words(const struct session *session, struct arena *arena) {
    const char *between = sign_between(session->look.ascii);
    const char *words = "";
    if (session->sought[0]) {
        words = arena_printf(arena, _("search: %s"), session->sought);
    }
    if (session->wish.filters.count > 0) {
        words = arena_printf(arena, "%s%s%s", words, *words ? between : "",
                             filters_words(session->catalogue, &session->wish.filters,
                                           session->lang, between, arena));
    }
    if (session->wish.order != ORDER_TITLE) {
        words = arena_printf(arena, _("%s%ssorted: %s"), words, *words ? between : "",
                             order_label(session->wish.order));
    }
    return words;
}

/* The values of the facet that are chosen, in words. */
static const char *facet_chosen(const struct session *session, enum facet facet,
                                struct arena *arena) {
    const struct filters *filters = &session->wish.filters;
    const char *words = "";
    for (size_t i = 0; i < filters->count; i++) {
        if (filters->chosen[i].facet == facet) {
            words = arena_printf(arena, "%s%s%s", words, *words ? ", " : "",
                                 filter_value_label(session->catalogue, facet,
                                                    filters->chosen[i].value, session->lang,
                                                    arena));
        }
    }
    return words;
}

static const char *box(const struct session *session, bool chosen) {
    const char *sign = sign_of_verdict(VERDICT_MET, session->look.signs == SIGN_ASCII ||
                                                            session->look.signs == SIGN_WORDS
                                                        ? SIGN_ASCII
                                                        : SIGN_UNICODE);
    return chosen ? sign : "-";
}
