#include "vademecum/review/own.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"

#include <string.h>

#define PREFIX "own-"
#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyz0123456789"

static const struct own_choice scales[] = {
    {"local", N_("local")}, {"regional", N_("regional")},           {"national", N_("national")},
    {"eu", N_("EU-wide")},  {"international", N_("international")}, {NULL, NULL},
};

static const struct own_choice yes_no[] = {{"yes", N_("yes")}, {"no", N_("no")}, {NULL, NULL}};

static const struct own_field fields[] = {
    {"own.title", N_("Title"), OWN_LINE, true, NULL, NULL, NULL},
    {"own.summary", N_("Summary"), OWN_TEXT, false, NULL, NULL,
     N_("What was done, for whom, and what is special about it.")},
    {"own.objectives", N_("Objectives"), OWN_TEXT, false, NULL, NULL,
     N_("What it wants to reach.")},
    {"own.organisation", N_("Organisation"), OWN_LINE, false, NULL, NULL, N_("Who runs it.")},
    {"own.partners", N_("Partners"), OWN_TEXT, false, NULL, NULL,
     N_("Who helps. Write ; between the names.")},
    {"own.country", N_("Country"), OWN_COUNTRY, false, NULL, NULL, NULL},
    {"own.region", N_("Region"), OWN_LINE, false, NULL, NULL, N_("The region or province.")},
    {"own.city", N_("City"), OWN_LINE, false, NULL, NULL, N_("The town or city.")},
    {"own.scale", N_("Scale"), OWN_CHOICE, false, scales, NULL, NULL},
    {"own.start", N_("Start"), OWN_DATE, false, NULL, NULL, NULL},
    {"own.end", N_("End"), OWN_DATE, false, NULL, NULL, NULL},
    {"own.ongoing", N_("Ongoing"), OWN_CHOICE, false, yes_no, NULL,
     N_("Does the work still go on?")},
    {"own.area", N_("Areas"), OWN_TERMS, false, NULL, "area", NULL},
    {"own.target_group", N_("Target groups"), OWN_TERMS, false, NULL, "target_group", NULL},
    {"own.fund", N_("Funded by"), OWN_TERMS, false, NULL, "fund",
     N_("Who has paid. Write in Funding who could pay later.")},
    {"own.funding", N_("Funding"), OWN_TEXT, false, NULL, NULL,
     N_("Who paid and who pays, in your own words.")},
    {"own.languages", N_("Languages"), OWN_LANGUAGES, false, NULL, NULL,
     N_("The languages in which the work is done.")},
    {"own.website", N_("Website"), OWN_LINK, false, NULL, NULL, NULL},
    {"own.contact", N_("Contact"), OWN_LINE, false, NULL, NULL,
     N_("An office that answers questions, not a person.")},
    {"own.transferability", N_("Transferability"), OWN_TEXT, false, NULL, NULL,
     N_("What is needed to do the same elsewhere.")},
    {"own.lang", N_("Written in"), OWN_LANGUAGE, false, NULL, NULL,
     N_("The language in which you write these facts.")},
    {"own.source_url", N_("Source"), OWN_LINK, false, NULL, NULL,
     N_("The page that the facts come from: https:// or http://")},
    {"own.credit", N_("Credit"), OWN_LINE, false, NULL, NULL, N_("Whom to name for these facts.")},
    {"own.results", N_("Results"), OWN_TEXT, false, NULL, NULL,
     N_("What has come of it, in numbers, and who counted.")},
    {"own.amount", N_("Amount"), OWN_LINE, false, NULL, NULL,
     N_("The money that it had, in digits: 12500.")},
    {"own.currency", N_("Currency"), OWN_LINE, false, NULL, NULL,
     N_("Three capital letters: EUR, CZK, PLN.")},
    {"own.programme", N_("Programme"), OWN_LINE, false, NULL, NULL,
     N_("The programme that paid, such as AMIF.")},
    {"own.reference", N_("Reference"), OWN_LINE, false, NULL, NULL,
     N_("The number of its grant or project.")},
    {"own.note", N_("Note"), OWN_TEXT, false, NULL, NULL,
     N_("What readers must know, and what is not sure.")},
};

bool own_is(const char *id) {
    return strncmp(id, PREFIX, strlen(PREFIX)) == 0;
}

/* Up to `most` bytes of the title's letters and digits, one hyphen for all between two of them. */
static const char *slug_make(struct arena *arena, const char *title, size_t most) {
    const char *folded = text_fold(arena, title);
    char *slug = arena_alloc(arena, most + 1);
    size_t length = 0;
    for (; *folded && length < most; folded++) {
        if (strchr(LETTERS_AND_DIGITS, *folded)) {
            slug[length++] = *folded;
        } else if (length > 0 && slug[length - 1] != '-') {
            slug[length++] = '-';
        }
    }
    if (length > 0 && slug[length - 1] == '-') {
        slug[--length] = '\0';
    }
    return length > 0 ? slug : "practice";
}

static bool id_used(const struct review *review, const char *id) {
    struct arena scratch;
    arena_init(&scratch, review->arena->end);
    size_t count;
    review_list(review, &(struct review_filter){.practice = id}, &scratch, &count);
    arena_free(&scratch);
    return count > 0;
}

const char *own_id(struct arena *arena, const struct review *review, const char *title,
                   const char *run) {
    const char *slug = slug_make(arena, title, OWN_SLUG_MAX);
    const char *id = arena_printf(arena, PREFIX "%s-%s", slug, run);
    for (unsigned number = 2; id_used(review, id); number++) {
        const char *suffix = arena_printf(arena, "-%u", number);
        const char *base = slug_make(arena, slug, OWN_SLUG_MAX - strlen(suffix));
        id = arena_printf(arena, PREFIX "%s%s-%s", base, suffix, run);
    }
    return id;
}

const struct own_field *own_fields(size_t *count) {
    *count = COUNT(fields);
    return fields;
}

const struct own_field *own_field(const char *name) {
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (strcmp(fields[i].name, name) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

const char *own_slug(struct arena *arena, const char *title) {
    return slug_make(arena, title, OWN_SLUG_MAX);
}
