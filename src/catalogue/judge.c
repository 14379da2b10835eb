#include "vademecum/catalogue/judge.h"

#include "vademecum/base/file.h"
#include "vademecum/base/guard.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/text.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/catalogue/damage.h"
#include "vademecum/catalogue/guess.h"
#include "vademecum/catalogue/quote.h"
#include "vademecum/catalogue/syntax.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum {
    NUMBER_DIGITS = 9,   /* at most; any such number fits into an int */
    AMOUNT_DIGITS = 15,  /* before the point, at most; a double holds any such amount exactly */
    CENT_DIGITS = 2,     /* behind it, at most */
    CURRENCY_LETTERS = 3,
    PIECES_WRONG_MAX = 8 /* values of one cell that are reported: a hostile one may hold half a
                            million */
};

static const char blanks[] = " \t\r\n";

/* How cells of a kind are judged. */
struct judge {
    bool decides; /* whether the row can be used */
    void (*call)(const struct cell *cell);
};

/* Adds the fault that the format describes, followed by the advice. */
static void cell_report(const struct cell *cell, const char *advice, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *problem = arena_vprintf(cell->scratch, format, arguments);
    va_end(arguments);
    fault_list_add(cell->faults, cell->kind, cell->file, cell->line, cell->column->name, "%s %s",
                   problem, advice);
}

static const char *cell_quote(const struct cell *cell) {
    return quote_text(cell->scratch, cell->text);
}

static const char *cell_advice(const struct cell *cell, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *advice = arena_vprintf(cell->scratch, format, arguments);
    va_end(arguments);
    return advice;
}

static void text_judge(const struct cell *cell) {
    const char *damage = damage_find(cell->scratch, cell->text);
    if (damage) {
        fault_list_add(cell->faults, cell->kind, cell->file, cell->line, cell->column->name, "%s",
                       damage);
    }
    /* A list of points begins so too; no spreadsheet takes that for a formula. */
    const bool point = cell->text[0] == '-' && cell->text[1] == ' ';
    if (!point && guard_needed(cell->text)) {
        cell_report(
            cell,
            cell->text[0] == '\''
                ? _("Delete the ' before it, which a program has added for spreadsheets, and begin "
                    "the text with a letter or a digit.")
                : _("Begin it with a letter or a digit."),
            _("\"%s\" begins with a sign that makes spreadsheets run it as a formula."),
            cell_quote(cell));
    }
    const int most = cell->column->width;
    /* No byte makes more than one column. */
    if (most == 0 || strlen(cell->text) <= (size_t)most) {
        return;
    }
    const int width = text_width(cell->text, LETTERS_ALL);
    if (width > most) {
        cell_report(cell, cell_advice(cell, _("Shorten it by %d or more."), width - most),
                    _("This text is %d characters wide, and only %d fit on the screen."), width,
                    most);
    }
}

static const char *id_advice(const struct cell *cell) {
    if (cell->meant) {
        return cell_advice(cell, _("If \"%s\" is meant, write that."), cell->meant);
    }
    if (strlen(cell->text) > SYNTAX_ID_MAX) {
        return cell_advice(cell, _("Shorten it to at most %d letters, the same in every file."),
                           SYNTAX_ID_MAX);
    }
    const char *meant = guess_id(cell->scratch, cell->text);
    if (meant) {
        return cell_advice(cell, _("Write \"%s\", the same in every file."), meant);
    }
    const size_t place = syntax_id_length(cell->text);
    return cell_advice(cell, _("Replace its character %zu, \"%s\"."), place + 1,
                       quote_character(cell->scratch, cell->text + place));
}

static void id_judge(const struct cell *cell) {
    if (syntax_is_id(cell->text)) {
        return;
    }
    if (strlen(cell->text) > SYNTAX_ID_MAX) {
        cell_report(cell, id_advice(cell), _("\"%s\" is longer than an id may be."),
                    cell_quote(cell));
        return;
    }
    cell_report(cell, id_advice(cell),
                _("\"%s\" is not an id: an id may hold a to z, 0 to 9, dot and hyphen, and starts "
                  "with a letter or digit."),
                cell_quote(cell));
}

static void number_judge(const struct cell *cell) {
    const size_t digits = strspn(cell->text, "0123456789");
    if (cell->text[digits]) {
        cell_report(cell, _("Write it in digits only, such as 12."),
                    _("\"%s\" is not a whole number of 0 or more."), cell_quote(cell));
    } else if (digits > NUMBER_DIGITS) {
        cell_report(cell, cell_advice(cell, _("Write one of at most %d digits."), NUMBER_DIGITS),
                    _("\"%s\" is too large a number."), cell_quote(cell));
    }
}

static void amount_judge(const struct cell *cell) {
    static const char digits[] = "0123456789";
    const size_t whole = strspn(cell->text, digits);
    const char *rest = cell->text + whole;
    const size_t cents = *rest == '.' ? strspn(rest + 1, digits) : 0;
    const bool sound = !*rest || (cents > 0 && cents <= CENT_DIGITS && !rest[1 + cents]);
    if (whole == 0 || whole > AMOUNT_DIGITS || !sound) {
        cell_report(cell, _("Write digits only, such as 7413625.72, and the currency beside it."),
                    _("\"%s\" is not an amount of money."), cell_quote(cell));
    }
}

static void currency_judge(const struct cell *cell) {
    const char *text = cell->text;
    if (strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != CURRENCY_LETTERS || text[CURRENCY_LETTERS]) {
        cell_report(cell, _("Write the three capital letters of one, such as EUR or CZK."),
                    _("\"%s\" is not a currency."), cell_quote(cell));
    }
}

static void date_judge(const struct cell *cell) {
    const enum syntax_date form = syntax_date(cell->text);
    if (form == DATE_SOUND) {
        return;
    }
    if (form == DATE_NOWHERE) {
        cell_report(cell, _("Correct its year, month or day."), _("\"%s\" is not in the calendar."),
                    cell_quote(cell));
        return;
    }
    const char *meant;
    const enum guess_flaw flaw = guess_date_flaw(cell->scratch, cell->text, &meant);
    cell_report(cell, guess_date_advice(cell->scratch, cell->text, flaw, meant),
                flaw == GUESS_NOWHERE ? _("\"%s\" is not in the calendar.")
                                      : _("\"%s\" is not a date in the form used here."),
                cell_quote(cell));
}

static const char *code_advice(const struct cell *cell, const char *code, const char *name) {
    return name ? cell_advice(cell, _("Write %s (%s)."), code, name)
                : cell_advice(cell, _("Write %s."), code);
}

static void country_judge(const struct cell *cell) {
    if (codes_country_name(cell->text)) {
        return;
    }
    const char *meant = guess_country(cell->scratch, cell->text);
    const char *advice =
        cell->column->kind == CELL_COUNTRIES
            ? _("Write the two capital letters of each country, as in \"CZ; PL\".")
            : _("Write the two capital letters of one country, such as CZ for Czechia.");
    cell_report(cell, meant ? code_advice(cell, meant, codes_country_name(meant)) : advice,
                _("\"%s\" is not a country code."), cell_quote(cell));
}

/* The value between two semicolons, without blanks around it. */
static char *piece_copy(const struct cell *cell, const char *start, const char *end) {
    while (start < end && strchr(blanks, *start)) {
        start++;
    }
    while (start < end && strchr(blanks, end[-1])) {
        end--;
    }
    return arena_copy(cell->scratch, start, (size_t)(end - start));
}

/* Whether there is one blank before the value, unless it is the first, and no other around it. */
static bool piece_joined(const char *start, const char *end, bool first) {
    if (!first) {
        if (*start != ' ') {
            return false;
        }
        start++;
    }
    return start < end && !strchr(blanks, *start) && !strchr(blanks, end[-1]);
}

/* Judges the values of a cell that are joined by "; ", and how they are joined. */
static void pieces_judge(const struct cell *cell, void (*judge)(const struct cell *piece)) {
    const size_t most = cell->faults->count + PIECES_WRONG_MAX;
    bool joined = true;
    bool whole = true;
    const char *start = cell->text;
    const char *end;
    do {
        end = start + strcspn(start, ";");
        struct cell piece = *cell;
        piece.text = piece_copy(cell, start, end);
        joined = joined && piece_joined(start, end, start == cell->text);
        whole = whole && piece.text[0];
        if (piece.text[0]) {
            judge(&piece);
        }
        start = end + 1;
    } while (*end && cell->faults->count < most);
    if (!whole) {
        cell_report(cell, _("Add it, or delete the semicolon."),
                    _("In \"%s\" a value is missing before or after a semicolon."),
                    cell_quote(cell));
    } else if (!joined) {
        cell_report(cell, _("Write one blank after each semicolon, and no other."),
                    _("In \"%s\" the blanks are not as they should be."), cell_quote(cell));
    }
}

static void countries_judge(const struct cell *cell) {
    pieces_judge(cell, country_judge);
}

/* A tag with capitals in its first part is well-formed, but look-ups go by small letters. */
static void language_judge(const struct cell *cell) {
    const char *tag = cell->text;
    if (codes_language_valid(tag) &&
        strspn(tag, "abcdefghijklmnopqrstuvwxyz") == strcspn(tag, "-")) {
        return;
    }
    const char *meant = guess_language(cell->scratch, tag);
    const char *advice =
        cell->column->kind == CELL_LANGUAGES
            ? _("Write the two small letters of each language, as in \"cs; en\".")
            : _("Write the two small letters of one language, such as cs for Czech.");
    cell_report(cell, meant ? code_advice(cell, meant, codes_language_name(meant)) : advice,
                _("\"%s\" is not a language code."), cell_quote(cell));
}

static void languages_judge(const struct cell *cell) {
    pieces_judge(cell, language_judge);
}

static void choice_judge(const struct cell *cell) {
    const char *const *choices = cell->column->choices;
    for (size_t i = 0; choices[i]; i++) {
        if (strcmp(cell->text, choices[i]) == 0) {
            return;
        }
    }
    const char *list = choices[0];
    for (size_t i = 1; choices[i]; i++) {
        list = arena_printf(cell->scratch, "%s, %s", list, choices[i]);
    }
    const char *meant = guess_choice(cell->text, choices);
    const char *advice = meant
                             ? cell_advice(cell, _("Write \"%s\"; the choice is: %s."), meant, list)
                             : cell_advice(cell, _("Write one of these: %s."), list);
    cell_report(cell, advice, _("\"%s\" may not stand here."), cell_quote(cell));
}

static void choices_judge(const struct cell *cell) {
    pieces_judge(cell, choice_judge);
}

static void url_judge(const struct cell *cell) {
    const enum syntax_url form = syntax_url(cell->text);
    if (form == URL_SOUND) {
        return;
    }
    const char *meant = guess_url(cell->scratch, cell->text);
    const char *advice = meant
                             ? cell_advice(cell, _("If a web page is meant, write \"%s\"."), meant)
                             : syntax_url_advice(form);
    cell_report(cell, advice, _("\"%s\" is not a web address that can be opened."),
                cell_quote(cell));
}

static void file_judge(const struct cell *cell) {
    struct fault fault;
    const int file = file_open_inside(cell->folder, cell->text, &fault);
    if (file < 0) {
        cell_report(cell, fault.text, _("\"%s\" cannot be opened."), cell_quote(cell));
        return;
    }
    close(file);
    const enum syntax_file form = syntax_file(cell->text);
    if (form != FILE_SOUND) {
        cell_report(cell, syntax_file_advice(form), _("\"%s\" is not opened from here."),
                    cell_quote(cell));
    }
}

/* Digits only, and one of them above 0. */
static void position_judge(const struct cell *cell) {
    if (cell->text[strspn(cell->text, "0")]) {
        number_judge(cell);
    } else {
        cell_report(cell, _("Write 1 for the first, 2 for the second, and so on."),
                    _("\"%s\" is no position, because positions begin with 1."), cell_quote(cell));
    }
}

/* Bytes of the letters and digits at the start of a folded text. */
static size_t letters_length(const char *folded) {
    size_t length = 0;
    for (size_t letter; (letter = text_letter(folded + length)) > 0;) {
        length += letter;
    }
    return length;
}

static void word_judge(const struct cell *cell) {
    const char *folded = text_fold(cell->scratch, cell->text);
    const char *colon = strchr(folded, ':');
    const char *word = colon ? colon + 1 : folded;
    const size_t field = letters_length(folded);
    if (*word && word[letters_length(word)] == '\0' && (!colon || folded + field == colon)) {
        return;
    }
    cell_report(cell, _("Write letters and digits only, such as work or area:employment."),
                _("\"%s\" is not one word to search for."), cell_quote(cell));
}

static const struct judge judges[] = {
    [CELL_TEXT] = {.decides = false, .call = text_judge},
    [CELL_ID] = {.decides = true, .call = id_judge},
    [CELL_NUMBER] = {.decides = false, .call = number_judge},
    [CELL_AMOUNT] = {.decides = false, .call = amount_judge},
    [CELL_CURRENCY] = {.decides = false, .call = currency_judge},
    [CELL_DATE] = {.decides = false, .call = date_judge},
    [CELL_COUNTRY] = {.decides = false, .call = country_judge},
    [CELL_COUNTRIES] = {.decides = false, .call = countries_judge},
    [CELL_LANGUAGE] = {.decides = false, .call = language_judge},
    [CELL_LANGUAGES] = {.decides = false, .call = languages_judge},
    [CELL_CHOICE] = {.decides = true, .call = choice_judge},
    [CELL_URL] = {.decides = false, .call = url_judge},
    [CELL_FILE] = {.decides = false, .call = file_judge},
    [CELL_POSITION] = {.decides = false, .call = position_judge},
    [CELL_CHOICES] = {.decides = false, .call = choices_judge},
    [CELL_WORD] = {.decides = false, .call = word_judge},
};

bool judge_decides(enum cell_kind kind) {
    return judges[kind].decides;
}

void judge_cell(const struct cell *cell) {
    judges[cell->column->kind].call(cell);
}

void judge_empty(const struct cell *cell) {
    if (cell->kind == FAULT_LEFT_OUT) {
        cell_report(cell, _("Fill it in, or delete the row."), "%s",
                    _("This cell is empty, and the row cannot be used without it."));
    } else {
        cell_report(cell, _("Fill it in."), "%s", _("This cell is empty, and every row needs it."));
    }
}
