#include "vademecum/import/project_words.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/import/project_amount.h"
#include "vademecum/import/project_map.h"

#include <string.h>

enum {
    WORDS_MAX = 20,  /* for one column of practices.csv */
    TITLES_MAX = 200 /* bytes of a name of a column that is looked at */
};

/* How a column is called where it becomes one of ours: folded; a word may go
 * on. */
static const struct {
    const char *ours;
    const char *words[WORDS_MAX]; /* NULL-terminated */
} known[] = {
    {"title",
     {"project title", "project name", "title", "name", "nazev projektu", "nazev akce", "nazev",
      "nazwa projektu", "tytul projektu", "tytul", "nazwa", "projekt", "project", NULL}},
    {"summary",
     {"summary", "description", "abstract", "popis", "anotace", "strucny popis", "shrnuti", "opis",
      "streszczenie", "obsah", NULL}},
    {"objectives",
     {"objective", "aim", "goal", "purpose", "cile projektu", "cil projektu", "cile", "cil",
      "cele projektu", "cel projektu", "cele", "cel", "ucel", NULL}},
    {"results",
     {"result", "output", "outcome", "vysledk", "vystup", "rezultat", "wynik", "efekt", NULL}},
    {"organisation",
     {"organisation", "organization", "applicant", "beneficiary name", "grantee", "coordinator",
      "implementer", "realizator", "prijemce", "zadatel", "organizace", "nositel", "beneficjent",
      "wnioskodawca", "organizacja", NULL}},
    {"partners", {"partner", "spolupracujici", "wspolpraca", NULL}},
    {"country", {"country", "stat", "zeme", "kraj realizacji panstwo", "panstwo", NULL}},
    {"region", {"region", "kraj", "wojewodztwo", "province", NULL}},
    {"city",
     {"city", "town", "place", "municipality", "location", "mesto", "obec", "misto realizace",
      "misto", "miasto", "miejscowosc", "miejsce realizacji", "gmina", NULL}},
    {"scale", {"scale", "uroven", "rozsah", "zasieg", NULL}},
    {"start",
     {"start", "begin", "from", "zahajeni", "datum zahajeni", "zacatek", "pocatek", "realizace od",
      "od", "rozpoczecie", "data rozpoczecia", "poczatek", NULL}},
    {"end",
     {"end", "to", "until", "ukonceni", "datum ukonceni", "konec", "realizace do", "do",
      "zakonczenie", "data zakonczenia", "koniec", NULL}},
    {"ongoing", {"ongoing", "trva", "probiha", "trwa", NULL}},
    {"funding",
     {"funding", "funder", "zdroj financovani", "financovani", "zrodlo finansowania",
      "finansowanie", NULL}},
    {"amount",
     {"amount",      "budget", "grant",    "cost",    "total",           "money", "castka",
      "vyse dotace", "dotace", "rozpocet", "naklady", "celkove naklady", "kwota", "dofinansowanie",
      "budzet",      "koszt",  "wartosc",  "podpor",  "prispev",         NULL}},
    {"currency", {"currency", "mena", "waluta", NULL}},
    {"programme", {"programme", "program", "call", "dotacni program", "vyzva", "nabor", NULL}},
    {"reference",
     {"reference", "project number", "project id", "grant number", "number", "id",
      "registracni cislo", "cislo projektu", "cislo smlouvy", "reg c", "numer projektu", "numer",
      "nr", "cislo", NULL}},
    {"website", {"website", "web", "url", "link", "odkaz", "www", "strona internetowa", NULL}},
    {"contact", {"contact", "kontakt", "e mail", "email", NULL}},
    {"languages", {"language", "jazyk", "jezyk", NULL}},
    {"note", {"note", "remark", "comment", "poznamka", "uwagi", NULL}},
    {"area",
     {"area", "theme", "topic", "field", "oblast", "tema", "obszar", "temat", "zamereni", NULL}},
    {"target_group",
     {"target group", "target", "group", "beneficiaries", "cilova skupina", "cilove skupiny",
      "skupina", "grupa docelowa", "grupy docelowe", "odbiorc", NULL}},
    {"fund", {"fund", "fond", "fundusz", "typ financovani", NULL}},
};

/* The letters and digits of a name, folded, with one blank between words and
 * one around all. */
static const char *words_of(struct arena *arena, const char *name) {
    const char *folded = text_fold(arena, name);
    char *words = arena_bytes(arena, strlen(folded) + 3);
    size_t length = 0;
    words[length++] = ' ';
    while (*folded) {
        const size_t letter = text_letter(folded);
        if (letter > 0) {
            memcpy(words + length, folded, letter);
            length += letter;
        } else if (words[length - 1] != ' ') {
            words[length++] = ' ';
        }
        folded += letter > 0 ? letter : 1;
    }
    words[length] = '\0';
    return words;
}

bool project_words_sum(struct arena *arena, const char *title) {
    static const char *const sums[] = {
        "celkem", "soucet",  "celkovy soucet", "mezisoucet", "suma", "razem",
        "ogolem", "lacznie", "total",          "totals",     "sum",  "grand total",
    };
    const char *words = words_of(arena, title) + 1;
    for (size_t i = 0; i < COUNT(sums); i++) {
        const size_t length = strlen(sums[i]);
        const char *rest = words + length;
        if (strncmp(words, sums[i], length) == 0 && (!*rest || strcmp(rest, " ") == 0)) {
            return true;
        }
    }
    return false;
}

/* How many letters of the name its words for `entry` take at most; words begin
 * where one begins. */
static size_t entry_worth(struct arena *arena, const char *words, size_t entry) {
    size_t most = 0;
    for (size_t i = 0; known[entry].words[i]; i++) {
        const char *word = known[entry].words[i];
        const size_t length = strlen(word);
        const char *at = strstr(words, arena_printf(arena, " %s", word));
        /* Of a short word all letters count: "do" is none of "domov". */
        const bool whole = at && (at[1 + length] == ' ' || at[1 + length] == '\0');
        if (at && (whole || length > 3) && length > most) {
            most = length;
        }
    }
    return most;
}

/* What the column most likely becomes: its place in `known`; the number of
 * these for nothing. */
static size_t entry_find(struct arena *arena, const char *name, size_t *worth) {
    const size_t count = COUNT(known);
    const char *words = strlen(name) <= TITLES_MAX ? words_of(arena, name) : " ";
    size_t best = count;
    *worth = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t found = entry_worth(arena, words, i);
        if (found > *worth) {
            *worth = found;
            best = i;
        }
    }
    return best;
}

/* How many of its cells are recognised; a single one may be a title that says
 * so. */
static size_t names_worth(const void *context, const struct project_row *row) {
    const struct project_file *file = context;
    size_t found = 0;
    size_t worth;
    for (size_t i = 0; i < row->count; i++) {
        entry_find(file->arena, row->cells[i], &worth);
        found += worth > 0;
    }
    return row->count > 1 ? found : 0;
}

/* Whether another column of the file is rather the one that becomes this. */
static bool is_taken(const struct project_file *file, size_t column, size_t entry, size_t worth) {
    for (size_t i = 0; i < file->names.count; i++) {
        size_t other;
        const bool same = entry_find(file->arena, file->names.cells[i], &other) == entry;
        if (i != column && same && (other > worth || (other == worth && i < column))) {
            return true;
        }
    }
    return false;
}

static void row_add(struct sheet *sheet, const char *theirs, const char *ours, const char *how) {
    sheet_cell(sheet, theirs);
    sheet_cell(sheet, ours);
    sheet_cell(sheet, how);
}

/* The currency that the name of a column tells, as "Dotace (Kč)" does; "" for
 * none. */
static const char *currency_in(struct arena *arena, const char *name) {
    const char *words = words_of(arena, name);
    for (const char *at = words; *at; at += strcspn(at + 1, " ") + 1) {
        const char *word = arena_copy(arena, at + 1, strcspn(at + 1, " "));
        const char *code = project_amount_currency(arena, word);
        static const char *const told[] = {"CZK", "PLN", "EUR", "HUF", "RON", "USD", "GBP"};
        for (size_t i = 0; code && i < COUNT(told); i++) {
            if (strcmp(told[i], code) == 0) {
                return code;
            }
        }
    }
    return strstr(name, "€") ? "EUR" : "";
}

bool project_words_guess(struct project_file *file, struct sheet *sheet, struct fault *fault) {
    bool used[PROJECT_TARGETS] = {false};
    const char *currency = "";
    if (!project_file_cut(file, names_worth, file)) {
        return fault_set(fault, FAULT_WANTING, file->path, 0, NULL, "%s",
                         _("none of its columns has a name that is known here; "
                           "write the mapping "
                           "by hand, as catalogue/README tells"));
    }
    sheet_column(sheet, "theirs");
    sheet_column(sheet, "ours");
    sheet_column(sheet, "how");
    for (size_t i = 0; i < file->names.count; i++) {
        const char *name = file->names.cells[i];
        size_t worth;
        const size_t entry = entry_find(file->arena, name, &worth);
        const bool free = worth > 0 && !is_taken(file, i, entry, worth);
        if (name[0]) {
            row_add(sheet, name, free ? known[entry].ours : "", "");
        }
        if (free) {
            const size_t target = project_map_target(known[entry].ours);
            used[target] = true;
            currency = target == PRACTICE_AMOUNT ? currency_in(file->arena, name) : currency;
        }
    }
    if (!used[PRACTICE_COUNTRY]) {
        row_add(sheet, "", project_map_name(PRACTICE_COUNTRY), "");
    }
    if (!used[PRACTICE_CURRENCY] && used[PRACTICE_AMOUNT]) {
        row_add(sheet, "", project_map_name(PRACTICE_CURRENCY), currency);
    }
    return true;
}
