#include "vademecum/review/own.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/catalogue/syntax.h"
#include "vademecum/review/date.h"
#include "vademecum/review/event.h"

#include <stdarg.h>
#include <string.h>

#define BLANKS " \t\r\n"
#define JOINTS ";,"

/* What was typed for a field. */
struct input {
    struct arena *arena;               /* for the value and all that is made on the way to it */
    const struct catalogue *catalogue; /* whose terms there are */
    const struct own_field *field;     /* that it is for */
    const char *text;                  /* as event_value made it, not blank */
    struct fault *fault;               /* gets what is wrong with it */
};

/* What may be chosen in place of what is not in a list. */
struct offer {
    const char *all;        /* labels, joined by commas */
    struct nearest nearest; /* of their labels to what was typed */
};

/* The text on one line: one space for all blanks between two words, none around them. */
static const char *line_make(struct arena *arena, const char *text, size_t length) {
    char *line = arena_alloc(arena, length + 1);
    char *to = line;
    for (size_t i = 0; i < length; i++) {
        if (!strchr(BLANKS, text[i])) {
            *to++ = text[i];
        } else if (to > line && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (to > line && to[-1] == ' ') {
        *--to = '\0';
    }
    return line;
}

static const char *line_value(const struct input *input) {
    return line_make(input->arena, input->text, strlen(input->text));
}

static const char *text_value(const struct input *input) {
    return input->text;
}

static const char *date_value(const struct input *input) {
    return date_read(input->arena, input->text, input->fault);
}

/* Finds the name nearest to the text, or NULL, among those of codes of two letters from `first` on.
 */
static const char *name_nearest(struct arena *arena, const char *text, char first,
                                const char *(*name_of)(const char *code)) {
    enum {
        LETTERS = 26
    };
    struct arena scratch;
    arena_init(&scratch, arena->end);
    struct nearest nearest = nearest_none();
    for (int i = 0; i < LETTERS * LETTERS; i++) {
        const char code[] = {(char)(first + i / LETTERS), (char)(first + i % LETTERS), '\0'};
        const char *name = name_of(code);
        if (name) {
            nearest_offer(&nearest, &scratch, text, name, name);
        }
        arena_empty(&scratch);
    }
    arena_free(&scratch);
    return nearest.meant;
}

const char *own_meant(struct arena *arena, const struct own_field *field, const char *typed) {
    const bool language = field->kind == OWN_LANGUAGE || field->kind == OWN_LANGUAGES;
    return language                     ? name_nearest(arena, typed, 'a', codes_language_name)
           : field->kind == OWN_COUNTRY ? name_nearest(arena, typed, 'A', codes_country_name)
                                        : NULL;
}

/* Fills the fault with a sentence; always NULL. */
static const char *refuse(const struct input *input, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *sentence = arena_vprintf(input->arena, format, arguments);
    va_end(arguments);
    fault_set(input->fault, FAULT_USAGE, NULL, 0, NULL, "%s", sentence);
    return NULL;
}

static const char *country_value(const struct input *input) {
    const char *code = guess_country(input->arena, input->text);
    if (code) {
        return code;
    }
    const char *quoted = quote_text(input->arena, input->text);
    const char *nearest = own_meant(input->arena, input->field, input->text);
    return nearest ? refuse(input, _("\"%s\" is not a country known here; did you mean %s?"),
                            quoted, nearest)
                   : refuse(input,
                            _("\"%s\" is not a country known here. Write its name or its two "
                              "letters, such as Czechia or CZ."),
                            quoted);
}

static const char *language_value(const struct input *input) {
    const char *code = guess_language(input->arena, input->text);
    if (code) {
        return code;
    }
    const char *quoted = quote_text(input->arena, input->text);
    const char *nearest = name_nearest(input->arena, input->text, 'a', codes_language_name);
    return nearest
               ? refuse(input, _("\"%s\" is not a language known here; did you mean %s?"), quoted,
                        nearest)
               : refuse(input,
                        _("\"%s\" is not a language known here. Write its name or its code, such "
                          "as Czech or cs."),
                        quoted);
}

/* Cuts the next value off a list that people wrote; NULL when there is no further one. */
static const char *piece_next(struct arena *arena, const char **rest) {
    const char *start = *rest + strspn(*rest, JOINTS BLANKS);
    const size_t length = strcspn(start, JOINTS);
    *rest = start + length;
    return length ? line_make(arena, start, length) : NULL;
}

static const char *joined(struct arena *arena, const char *list, const char *between,
                          const char *more) {
    return list[0] ? arena_printf(arena, "%s%s%s", list, between, more) : more;
}

static const char *languages_value(const struct input *input) {
    const char *codes = "";
    const char *rest = input->text;
    const char *piece;
    while ((piece = piece_next(input->arena, &rest))) {
        struct input language = *input;
        language.text = piece;
        const char *code = language_value(&language);
        if (!code) {
            return NULL;
        }
        codes = joined(input->arena, codes, "; ", code);
    }
    return codes;
}

static const char *link_value(const struct input *input) {
    const char *url = syntax_is_url(input->text) ? input->text
                                                 : guess_url(input->arena, input->text);
    if (url) {
        return url;
    }
    return refuse(input, _("\"%s\" is not a web address that can be opened. %s"),
                  quote_text(input->arena, input->text),
                  syntax_url_advice(syntax_url(input->text)));
}

/* Whether two names are the same but for case and accents. */
static bool names_same(struct arena *arena, const char *one, const char *other) {
    return strcmp(text_fold(arena, one), text_fold(arena, other)) == 0;
}

static void offer_add(struct offer *offer, struct arena *arena, const char *text, const char *id,
                      const char *label) {
    nearest_offer(&offer->nearest, arena, text, id, label);
    nearest_offer(&offer->nearest, arena, text, label, label);
    offer->all = joined(arena, offer->all, ", ", label);
}

static const char *list_refuse(const struct input *input, const char *text,
                               const struct offer *offer) {
    const char *shown = quote_text(input->arena, text);
    const char *label = _(input->field->label);
    if (!offer->all[0]) {
        return refuse(input,
                      _("\"%s\" is not in the list for \"%s\", which is empty in this catalogue."),
                      shown, label);
    }
    return offer->nearest.meant
               ? refuse(input,
                        _("\"%s\" is not in the list for \"%s\"; did you mean %s? Choose from it: "
                          "%s."),
                        shown, label, offer->nearest.meant, offer->all)
               : refuse(input, _("\"%s\" is not in the list for \"%s\". Choose from it: %s."),
                        shown, label, offer->all);
}

static const char *choice_value(const struct input *input) {
    const char *text = line_value(input);
    struct offer offer = {.all = "", .nearest = nearest_none()};
    for (const struct own_choice *choice = input->field->choices; choice->value; choice++) {
        if (names_same(input->arena, text, choice->value) ||
            names_same(input->arena, text, _(choice->label))) {
            return choice->value;
        }
        offer_add(&offer, input->arena, text, choice->value, _(choice->label));
    }
    return list_refuse(input, text, &offer);
}

static const char *term_cell(const struct input *input, size_t index, size_t column) {
    return record_cell(&input->catalogue->terms[index].record, column);
}

static bool term_fits(const struct input *input, size_t index) {
    return strcmp(term_cell(input, index, TERM_SCHEME), input->field->scheme) == 0;
}

/* The term of the field's scheme with this id or label, or -1. */
static long term_find(const struct input *input, const char *text) {
    long labelled = -1;
    for (size_t i = 0; i < input->catalogue->term_count; i++) {
        if (!term_fits(input, i)) {
            continue;
        }
        if (strcmp(term_cell(input, i, TERM_TERM), text) == 0) {
            return (long)i;
        }
        if (labelled < 0 && (names_same(input->arena, text, term_cell(input, i, TERM_TERM)) ||
                             names_same(input->arena, text, term_cell(input, i, TERM_LABEL)))) {
            labelled = (long)i;
        }
    }
    return labelled;
}

/* Marks each term that the text names; returns the first name that is none, NULL for no such. */
static const char *terms_mark(const struct input *input, bool *marked) {
    const char *stranger = NULL;
    const char *rest = input->text;
    const char *piece;
    while ((piece = piece_next(input->arena, &rest))) {
        const long found = term_find(input, piece);
        if (found >= 0) {
            marked[found] = true;
        } else if (!stranger) {
            stranger = piece;
        }
    }
    return stranger;
}

/* All terms that there are. */
static struct offer terms_offer(const struct input *input, const char *text) {
    struct offer offer = {.all = "", .nearest = nearest_none()};
    for (size_t i = 0; i < input->catalogue->term_count; i++) {
        if (term_fits(input, i)) {
            offer_add(&offer, input->arena, text, term_cell(input, i, TERM_TERM),
                      term_cell(input, i, TERM_LABEL));
        }
    }
    return offer;
}

static const char *terms_value(const struct input *input) {
    const size_t count = input->catalogue->term_count;
    bool *marked = arena_array(input->arena, count, sizeof *marked);
    const char *stranger = terms_mark(input, marked);
    if (stranger) {
        const struct offer offer = terms_offer(input, stranger);
        return list_refuse(input, stranger, &offer);
    }
    const char *ids = "";
    for (size_t i = 0; i < count; i++) {
        if (marked[i]) {
            ids = joined(input->arena, ids, "; ", term_cell(input, i, TERM_TERM));
        }
    }
    return ids;
}

/* Each returns what is stored, or NULL after filling the fault. */
static const char *(*const values[OWN_KINDS])(const struct input *input) = {
    [OWN_LINE] = line_value,         [OWN_TEXT] = text_value,
    [OWN_DATE] = date_value,         [OWN_COUNTRY] = country_value,
    [OWN_LANGUAGE] = language_value, [OWN_LANGUAGES] = languages_value,
    [OWN_LINK] = link_value,         [OWN_CHOICE] = choice_value,
    [OWN_TERMS] = terms_value,
};

const char *own_value(struct arena *arena, const struct catalogue *catalogue,
                      const struct own_field *field, const char *typed, struct fault *fault) {
    const char *text = event_value(arena, typed, fault);
    if (!text) {
        return NULL;
    }
    const struct input input = {arena, catalogue, field, text, fault};
    if (text[strspn(text, BLANKS)]) {
        return values[field->kind](&input);
    }
    if (!field->required) {
        return "";
    }
    return refuse(&input,
                  _("\"%s\" cannot be empty. Write something by which you know the practice."),
                  _(field->label));
}

const struct term **own_terms(struct arena *arena, const struct catalogue *catalogue,
                              const char *scheme, const char *value, size_t *count) {
    const struct own_field field = {.kind = OWN_TERMS, .scheme = scheme};
    const struct input input = {arena, catalogue, &field, value, NULL};
    const struct term **terms = arena_array(arena, catalogue->term_count, sizeof *terms);
    bool *marked = arena_array(arena, catalogue->term_count, sizeof *marked);
    terms_mark(&input, marked);
    *count = 0;
    for (size_t i = 0; i < catalogue->term_count; i++) {
        if (marked[i]) {
            terms[(*count)++] = &catalogue->terms[i];
        }
    }
    return terms;
}
