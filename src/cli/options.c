#include "vademecum/cli/options.h"

#include "vademecum/base/i18n.h"
#include "vademecum/base/nearest.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/report/formats.h"
#include "vademecum/report/handout.h"

#include <getopt.h>
#include <string.h>

enum {
    WORD = 1,            /* what getopt returns for a word that is no option */
    FIRST_VALUE = 0x100, /* what it returns for the first option: above all letters */
    DEFAULT_COLUMNS = 80,
    DEFAULT_ROWS = 24,
    SIZE_MOST = 1000,
    LETTERS_ROOM = 2 * OPTION_COUNT + 3 /* "-:", two for each option, and NUL */
};

static const char *const status_choices[] = {"draft", "final", NULL};
static const char *const as_choices[] = {"ewsi", NULL};
static const char *const color_choices[] = {"auto", "always", "never", NULL};

static const struct option_info infos[OPTION_COUNT] = {
    [OPTION_CATALOGUE] = {NULL, 'C', N_("DIR"), NULL, N_("use the catalogue in the folder DIR")},
    [OPTION_REVIEWS] = {NULL, 'R', N_("DIR"), NULL,
                        N_("keep and read the reviews in the folder DIR")},
    [OPTION_REVIEWER] = {NULL, 'u', N_("REVIEWER"), NULL,
                         N_("review as REVIEWER, a short name such as ana")},
    [OPTION_LANG] =
        {"lang", 0, N_("LL"), NULL,
         N_("show the catalogue's texts in the language LL, such as cs or cs-CZ, where it "
            "has them")},
    [OPTION_ASCII] = {"ascii", 0, NULL, NULL, N_("show marks as + - _ . instead of ✓ – □ ·")},
    [OPTION_WORDS] = {"words", 0, NULL, NULL, N_("show marks as words")},
    [OPTION_COLOR] = {"color", 0, N_("WHEN"), color_choices,
                      N_("auto, always or never use colours while browsing")},
    [OPTION_FORMAT] = {"format", 0, N_("FORMAT"), formats_names, formats_help},
    [OPTION_TO] = {"to", 0, N_("FORMAT"), formats_names, N_("the same as --format")},
    [OPTION_SEMICOLON] = {"semicolon", 0, NULL, NULL,
                          N_("for --format csv: as Excel wants it where numbers have a comma")},
    [OPTION_IDS] = {"ids", 0, NULL, NULL, N_("for show: the id of each item before its text")},
    [OPTION_FOR] =
        {"for", 0, N_("READER"), handout_readers,
         N_("for report: colleague, donor or official; the same facts in another order")},
    [OPTION_GAPS] = {"gaps", 0, NULL, NULL, N_("for report: only what is partly or not met")},
    [OPTION_PLAN] = {"plan", 0, NULL, NULL, N_("for report: only what is planned")},
    [OPTION_BLANK] = {"blank", 0, NULL, NULL,
                      N_("for report: a form to fill in by hand, with what is still open")},
    [OPTION_PUBLIC] = {"public", 0, NULL, NULL,
                       N_("for report: without names, comments, evidence and contacts")},
    [OPTION_AT] = {"at", 0, N_("LABEL|DATE"), NULL,
                   N_("for report, answers, show, compare: as it stood when the review was called "
                      "final with LABEL, or at the end of DATE")},
    [OPTION_SINCE] = {"since", 0, N_("DATE"), NULL,
                      N_("for reviews: only those worked on at DATE or later")},
    [OPTION_UNTIL] = {"until", 0, N_("DATE"), NULL,
                      N_("for reviews: only those last worked on at DATE or before")},
    [OPTION_STATUS] = {"status", 0, N_("STATUS"), status_choices,
                       N_("for reviews: draft or final")},
    [OPTION_OUTPUT] = {"output", 'o', N_("FILE"), NULL,
                       N_("for report and export review: write into FILE, or into the folder DIR/; "
                          "for import and export: into the new folder DIR; no file is ever "
                          "overwritten")},
    [OPTION_INTO] = {"into", 0, N_("DIR"), NULL,
                     N_("for import: add to the catalogue in the folder DIR")},
    [OPTION_MAP] = {"map", 0, N_("MAP"), NULL,
                    N_("for import csv: which columns become which, as the file MAP says")},
    [OPTION_GUESS] = {"guess", 0, NULL, NULL,
                      N_("for import csv: write a first MAP, by the names of the columns")},
    [OPTION_AS] = {"as", 0, N_("FORM"), as_choices,
                   N_("for export own: as text in the fields of a form; there is ewsi")},
    [OPTION_WHERE] = {"where", 0, N_("FILTER=VALUE"), NULL,
                      N_("for search: only practices with this value, such as country=CZ; may be "
                         "given several times")},
    [OPTION_SORT] = {"sort", 0, N_("KEY"), NULL,
                     N_("for search: title, country, start, met, progress, reviewed or gaps")},
    [OPTION_BY] = {"by", 0, N_("WHAT,WHAT"), NULL,
                   N_("for stats: a table of two, such as area,group or region,year")},
    [OPTION_ACCEPT] = {"accept", 0, N_("FILE[:LINE]"), NULL,
                       N_("for check-log: accept what this damaged line, or each of this file, "
                          "seems to say, and write it again")},
    [OPTION_ASIDE] = {"aside", 0, N_("FILE[:LINE]"), NULL,
                      N_("for check-log: report this damaged line, or those of this file, no "
                         "longer")},
    [OPTION_SCRIPT] = {"script", 0, N_("FILE"), NULL,
                       N_("browse without a terminal: take the keys from FILE, and write the "
                          "screen at each <Page> in it")},
    [OPTION_SIZE] = {"size", 0, N_("COLSxROWS"), NULL,
                     N_("size of the screen of a script, else 80x24")},
    [OPTION_HELP] = {"help", 'h', NULL, NULL, N_("show this help, or that of the command")},
    [OPTION_VERSION] = {"version", 0, NULL, NULL, N_("show the version")},
};

/* Makes what getopt_long wants out of the table. */
static void getopt_prepare(char *letters, struct option *longs) {
    /* The leading "-" asks for words in their place, whatever POSIXLY_CORRECT says. */
    strcpy(letters, "-:");
    for (enum option_id id = 0; id < OPTION_COUNT; id++) {
        const struct option_info *info = &infos[id];
        if (info->letter) {
            const char letter[] = {info->letter, info->argument ? ':' : '\0', '\0'};
            strcat(letters, letter);
        }
        if (info->name) {
            *longs++ = (struct option){
                .name = info->name,
                .has_arg = info->argument ? required_argument : no_argument,
                .val = FIRST_VALUE + (int)id,
            };
        }
    }
}

/* The option for a letter or for what a long one returns; OPTION_COUNT when there is none. */
static enum option_id option_by_code(int code) {
    enum option_id id = 0;
    while (id < OPTION_COUNT && (code == 0 || infos[id].letter != code) &&
           FIRST_VALUE + (int)id != code) {
        id++;
    }
    return id;
}

static bool unknown_refuse(struct arena *arena, const char *typed, struct fault *fault) {
    const char *name = typed + strspn(typed, "-");
    name = arena_copy(arena, name, strcspn(name, "="));
    struct nearest nearest = nearest_none();
    for (enum option_id id = 0; id < OPTION_COUNT; id++) {
        if (infos[id].name) {
            nearest_offer(&nearest, arena, name, infos[id].name, infos[id].name);
        }
    }
    if (nearest.meant) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("no option '%s'; did you mean --%s? See vademecum --help"), typed,
                         nearest.meant);
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("no option '%s'; see vademecum --help"),
                     typed);
}

/* Says what getopt found wrong. */
static bool option_refuse(struct arena *arena, int got, const char *typed, struct fault *fault) {
    const enum option_id id = option_by_code(optopt);
    if (id == OPTION_COUNT && optopt == 0) {
        return unknown_refuse(arena, typed, fault);
    }
    if (id == OPTION_COUNT) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("no option '-%c'; see vademecum --help"), optopt);
    }
    if (got == ':') {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("%s needs %s behind it; see vademecum --help"), options_name(id, arena),
                         _(infos[id].argument));
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                     _("%s takes nothing behind it; see vademecum --help"),
                     options_name(id, arena));
}

/* Adds a reviewer, unless the name is there already. */
static void reviewer_add(struct options *options, const char *name) {
    for (size_t i = 0; i < options->reviewer_count; i++) {
        if (strcmp(options->reviewers[i], name) == 0) {
            return;
        }
    }
    options->reviewers[options->reviewer_count++] = name;
}

static bool option_take(struct options *options, struct arena *arena, int got, const char *typed,
                        struct fault *fault) {
    if (got == WORD) {
        options->words[options->word_count++] = optarg;
        return true;
    }
    const enum option_id id = option_by_code(got);
    if (id == OPTION_COUNT) {
        return option_refuse(arena, got, typed, fault);
    }
    if (id == OPTION_REVIEWER) {
        reviewer_add(options, optarg);
        options->values[id] = options->reviewers[0];
        return true;
    }
    options->values[id] = optarg ? optarg : "";
    if (id == OPTION_WHERE) {
        options->wheres[options->where_count++] = optarg;
    }
    return true;
}

static const char *choices_join(struct arena *arena, const char *const *choices) {
    const char *line = choices[0];
    for (size_t i = 1; choices[i]; i++) {
        line = arena_printf(arena, "%s, %s", line, choices[i]);
    }
    return line;
}

static bool choice_check(enum option_id id, const char *value, struct arena *arena,
                         struct fault *fault) {
    for (size_t i = 0; infos[id].choices[i]; i++) {
        if (strcmp(infos[id].choices[i], value) == 0) {
            return true;
        }
    }
    return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, _("%s takes one of %s, not '%s'"),
                     options_name(id, arena), choices_join(arena, infos[id].choices), value);
}

/* The number at the start of a text, which moves on behind it; 0 when there is none to use. */
static int size_part(const char **text) {
    int number = 0;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        number = number > SIZE_MOST ? number : number * 10 + (**text - '0');
    }
    return number > SIZE_MOST ? 0 : number;
}

/* "120x36" */
static bool size_read(struct options *options, const char *size, struct fault *fault) {
    const char *rest = size;
    options->columns = size_part(&rest);
    const bool parted = *rest == 'x';
    rest += parted;
    options->rows = size_part(&rest);
    if (!parted || *rest || options->columns == 0 || options->rows == 0) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("--size takes columns and rows, such as 80x24, each from 1 to %d, not "
                           "'%s'"),
                         SIZE_MOST, size);
    }
    return true;
}

/* The format that the ending of a file's name stands for; NULL for any other ending. */
static const char *ending_format(const char *output) {
    const char *dot = output ? strrchr(output, '.') : NULL;
    if (dot && strcmp(dot, ".txt") == 0) {
        return "text";
    }
    for (size_t i = 0; dot && formats_names[i]; i++) {
        if (strcmp(dot + 1, formats_names[i]) == 0) {
            return formats_names[i];
        }
    }
    return NULL;
}

static bool values_check(struct options *options, struct arena *arena, struct fault *fault) {
    for (enum option_id id = 0; id < OPTION_COUNT; id++) {
        const char *value = options->values[id];
        if (value && infos[id].choices && !choice_check(id, value, arena, fault)) {
            return false;
        }
    }
    if (options->values[OPTION_TO]) {
        options->values[OPTION_FORMAT] = options->values[OPTION_TO];
    }
    if (!options->values[OPTION_FORMAT]) {
        options->values[OPTION_FORMAT] = ending_format(options->values[OPTION_OUTPUT]);
        options->format_meant = options->values[OPTION_FORMAT] != NULL;
    }
    const char *lang = options->values[OPTION_LANG];
    options->values[OPTION_LANG] = lang ? codes_tag_typed(arena, lang) : NULL;
    if (lang && !options->values[OPTION_LANG]) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL,
                         _("--lang takes the code of a language, such as cs or pt-BR, not '%s'"),
                         lang);
    }
    const char *reviews = options->values[OPTION_REVIEWS];
    if (reviews && !reviews[0]) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                         _("-R takes the folder of the reviews, and what stands behind it is "
                           "empty"));
    }
    const char *size = options->values[OPTION_SIZE];
    if (size && !options->values[OPTION_SCRIPT]) {
        return fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                         _("--size is for a script only; give it with --script FILE"));
    }
    return !size || size_read(options, size, fault);
}

bool options_read(struct options *options, struct arena *arena, int argc, char **argv,
                  struct fault *fault) {
    char letters[LETTERS_ROOM];
    struct option longs[OPTION_COUNT + 1] = {{0}};
    getopt_prepare(letters, longs);
    *options = (struct options){
        .words = arena_array(arena, (size_t)argc + 1, sizeof *options->words),
        .wheres = arena_array(arena, (size_t)argc + 1, sizeof *options->wheres),
        .reviewers = arena_array(arena, (size_t)argc + 1, sizeof *options->reviewers),
        .columns = DEFAULT_COLUMNS,
        .rows = DEFAULT_ROWS,
    };
    optind = 0; /* begin anew */
    int got;
    while ((got = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (!option_take(options, arena, got, argv[optind - 1], fault)) {
            return false;
        }
    }
    for (int i = optind; i < argc; i++) {
        options->words[options->word_count++] = argv[i];
    }
    return values_check(options, arena, fault);
}

const struct option_info *options_info(enum option_id id) {
    return &infos[id];
}

const char *options_name(enum option_id id, struct arena *arena) {
    return infos[id].name ? arena_printf(arena, "--%s", infos[id].name)
                          : arena_printf(arena, "-%c", infos[id].letter);
}
