/* main: reads arguments, locale, environment and clock, and hands over. */
#include "vademecum/base/clock.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/codes.h"
#include "vademecum/cli/help.h"
#include "vademecum/cli/run.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/door/shelf.h"
#include "vademecum/review/places.h"
#include "vademecum/tui/browse.h"
#include "vademecum/tui/script.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

/* What nl_langinfo calls the encoding of the C locale. */
#define ASCII_CODESET "ANSI_X3.4-1968"

enum {
    DEFAULT_WIDTH = 80,
    WIDTH_MOST = 1000
};

/* The time, and a number that differs from start to start; both are fixed for a script. */
struct moment {
    struct clock clock;
    int64_t fixed;   /* seconds since 1970, when the clock stands still */
    uint64_t random; /* for the ids of events */
};

static void memory_ended(void *context) {
    (void)context;
    browse_restore();
    fputs(_("vademecum: there is not enough memory; close other programs, or use a smaller "
            "catalogue\n"),
          stderr);
    exit(CLI_FAILED);
}

/*
 * Where the locale knows no letters but ASCII, those of UTF-8 are typed all the same: none that a
 * keyboard sends may vanish. They are also shown, unless LC_ALL says in so many words what is
 * wanted (as Python has it, PEP 538). Whether they are to be shown is returned.
 */
static bool letters_coerce(void) {
    const char *wanted = getenv("LC_ALL");
    return strcmp(nl_langinfo(CODESET), ASCII_CODESET) == 0 && setlocale(LC_CTYPE, "C.UTF-8") &&
           !(wanted && wanted[0]);
}

/* Whether letters beyond ASCII can be shown goes to `*utf8`; a sentence says why not, else NULL. */
static const char *locale_begin(bool *utf8) {
    /* What the program uses of the locale: each category costs a look for its file. */
    static const int categories[] = {LC_CTYPE, LC_MESSAGES, LC_COLLATE, LC_TIME};
    bool known = true;
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        known &= setlocale(categories[i], "") != NULL;
    }
    *utf8 = (known && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) || (letters_coerce() && known);
    bindtextdomain("vademecum", VADEMECUM_LOCALE_DIR);
    /* All text is checked on its way out, and is UTF-8 up to there. */
    bind_textdomain_codeset("vademecum", "UTF-8");
    textdomain("vademecum");
    if (!known) {
        return _("this system does not have the locale that LC_ALL, LC_CTYPE or LANG asks for, so "
                 "letters are shown in ASCII; LC_ALL=C.UTF-8 shows them all");
    }
    return *utf8 ? NULL
                 : _("the encoding of the locale is not UTF-8, so letters are shown in ASCII; "
                     "LC_ALL=C.UTF-8 shows them all");
}

/* Columns that text is wrapped to. */
static int output_width(int output) {
    struct winsize size;
    if (ioctl(output, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    const char *columns = getenv("COLUMNS");
    const long width = columns ? strtol(columns, NULL, 10) : 0;
    return width > 0 && width <= WIDTH_MOST ? (int)width : DEFAULT_WIDTH;
}

/* Makes sure that all was written, and returns the exit status. */
static int output_end(const struct cli *cli, int status) {
    struct pollfd reader = {.fd = STDOUT_FILENO};
    const bool before = ferror(stdout);
    const bool flushed = fflush(stdout) == 0;
    const int error = errno;
    if (!before && flushed) {
        return status;
    }
    if (poll(&reader, 1, 0) == 1 && reader.revents & POLLERR) {
        return status;
    }
    cli_complain(cli, flushed ? _("the output could not be written to its end; is there room?")
                              : arena_printf(cli->arena, _("the output could not be written: %s."),
                                             strerror(error)));
    return CLI_FAILED;
}

/* Asks the system's list of users, which may be slow, only for what the environment lacks. */
static struct environment environment_read(const struct options *options) {
    struct environment environment = {
        .reviews_given = options->values[OPTION_REVIEWS],
        .reviews = getenv("VADEMECUM_REVIEWS"),
        .reviewer_given = options->values[OPTION_REVIEWER],
        .reviewer = getenv("VADEMECUM_REVIEWER"),
        .data_home = getenv("XDG_DATA_HOME"),
        .config_home = getenv("XDG_CONFIG_HOME"),
        .home = getenv("HOME"),
        .temporary = getenv("TMPDIR"),
        .login = getenv("LOGNAME"),
        .mounts = "/proc/self/mounts",
    };
    const bool homeless = !environment.home || !environment.home[0];
    const bool nameless = !environment.login || !environment.login[0];
    const struct passwd *user = homeless || nameless ? getpwuid(getuid()) : NULL;
    if (user && homeless) {
        environment.home = user->pw_dir;
    }
    if (user && nameless) {
        environment.login = user->pw_name;
    }
    return environment;
}

static int64_t clock_real(void *context) {
    (void)context;
    return time(NULL);
}

static int64_t clock_fixed(void *context) {
    return *(const int64_t *)context;
}

/* A script lives at the moment that SOURCE_DATE_EPOCH gives; papers are only dated by it, for what
 * is said is said now. */
static void moment_find(struct moment *moment, const struct options *options) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    const bool given = epoch && epoch[0];
    *moment = (struct moment){.clock = {.now = clock_real}};
    moment->fixed = given ? strtoll(epoch, NULL, 10) : clock_now(&moment->clock);
    if (given && options->values[OPTION_SCRIPT]) {
        moment->clock = (struct clock){.now = clock_fixed, .context = &moment->fixed};
    } else if (getrandom(&moment->random, sizeof moment->random, 0) < 0) {
        moment->random = (uint64_t)time(NULL) * UINT32_MAX + (uint64_t)getpid();
    }
}

static const char *catalogue_path(const struct options *options) {
    const char *given = options->values[OPTION_CATALOGUE];
    const char *kept = getenv("VADEMECUM_CATALOGUE");
    if (given) {
        return given;
    }
    return kept && kept[0] ? kept : VADEMECUM_CATALOGUE_DIR;
}

static bool stated(const char *variable) {
    const char *value = getenv(variable);
    return value && value[0];
}

static const char *editor_wish(void) {
    const char *visual = getenv("VISUAL");
    return visual && visual[0] ? visual : getenv("EDITOR");
}

/* Obeys --color, else NO_COLOR. */
static bool color_wanted(const char *wish) {
    const char *no_color = getenv("NO_COLOR");
    if (wish && strcmp(wish, "auto") != 0) {
        return strcmp(wish, "always") == 0;
    }
    return !no_color || !no_color[0];
}

static int browse_do(const struct cli *cli, const struct door_setup *setup) {
    const struct options *options = cli->options;
    const char *script = options->values[OPTION_SCRIPT];
    struct fault fault;
    bool lost = false;
    const bool done = script ? script_run(setup, script, options->columns, options->rows,
                                          cli->document->out, &fault)
                             : browse_run(setup, color_wanted(options->values[OPTION_COLOR]), &lost,
                                          &fault);
    return !done ? cli_fail(cli, &fault) : lost ? CLI_WANTING : CLI_DONE;
}

static bool format_check(const struct cli *cli, struct fault *fault) {
    return !cli->options->values[OPTION_FORMAT] ||
           fault_set(fault, FAULT_USAGE, NULL, 0, NULL, "%s",
                     _("--format is for commands such as list; see vademecum --help"));
}

/* The content language that was kept, "" for the texts as they stand; else that of the locale. */
static const char *language_own(const struct cli *cli, const struct places *places) {
    const char *kept = places_setting(places, DOOR_LANGUAGE, cli->arena);
    if (kept && strcmp(kept, DOOR_AS_IT_IS) == 0) {
        return "";
    }
    const char *tag = kept ? codes_tag_typed(cli->arena, kept) : NULL;
    return tag ? tag : codes_tag_typed(cli->arena, setlocale(LC_MESSAGES, NULL));
}

static bool switched_on(const struct cli *cli, const struct places *places, const char *name) {
    const char *kept = places_setting(places, name, cli->arena);
    return kept && strcmp(kept, "yes") == 0;
}

/* The catalogue and the reviews are open, and stay so. */
static int shelf_browse(const struct cli *cli, struct shelf *shelf, struct catalogue *catalogue,
                        bool utf8) {
    const struct options *options = cli->options;
    const struct door_setup setup = {
        .catalogue = catalogue,
        .lang = options->values[OPTION_LANG],
        .own_lang = language_own(cli, &shelf->places),
        .enlarged = switched_on(cli, &shelf->places, DOOR_ONE_PANEL),
        .goes_on = switched_on(cli, &shelf->places, DOOR_GOES_ON),
        .ascii = options->values[OPTION_ASCII],
        .utf8 = utf8,
        .words = options->values[OPTION_WORDS],
        .log = shelf->log,
        .reviewer = shelf->places.reviewer,
        .clock = cli->clock,
        .random = cli->random,
        .named = shelf->places.named,
        .drafts = {shelf->places.reviews, shelf->places.spares, "draft"},
        .rename = shelf_rename,
        .remember = shelf_remember,
        .context = shelf,
        .editor = {.command = editor_wish(), .folder = shelf->places.spares[0]},
        .browser = getenv("BROWSER"),
        .desktop = stated("DISPLAY") || stated("WAYLAND_DISPLAY"),
        .environment = cli->environment,
    };
    const int status = browse_do(cli, &setup);
    const bool unsaved = shelf->log && log_state(shelf->log) != LOG_SAVED;
    return status == CLI_DONE && unsaved ? CLI_WANTING : status;
}

static int browse_begin(struct cli *cli, bool utf8) {
    struct fault fault;
    if (!format_check(cli, &fault)) {
        return cli_fail(cli, &fault);
    }
    struct catalogue catalogue;
    if (!catalogue_begin(&catalogue, cli->arena, cli->path, &fault)) {
        return cli_refuse(cli, cli->path, &fault);
    }
    struct shelf shelf;
    /* What cannot be read of the reviews is told; the catalogue is shown all the same. */
    const bool read = shelf_open(&shelf, cli->environment, &catalogue, cli->clock, cli->random, cli->arena,
                                 &fault);
    const int told = read ? CLI_DONE : cli_fail(cli, &fault);
    if (!shelf.log) {
        catalogue_close(&catalogue);
        return told;
    }
    const int status = shelf_browse(cli, &shelf, &catalogue, utf8);
    log_close(shelf.log);
    catalogue_close(&catalogue);
    return status;
}

static int program_run(struct cli *cli, struct options *options, bool utf8, char **argv, int argc) {
    struct fault fault;
    if (!options_read(options, cli->arena, argc, argv, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct environment environment = environment_read(options);
    struct moment moment;
    moment_find(&moment, options);
    cli->environment = &environment;
    cli->clock = moment.clock;
    cli->random = moment.random;
    cli->dated = moment.fixed;
    cli->path = catalogue_path(options);
    cli->document->ascii = !utf8 || options->values[OPTION_ASCII];
    cli->signs = options->values[OPTION_WORDS] ? SIGN_WORDS
                 : cli->document->ascii        ? SIGN_ASCII
                                               : SIGN_UNICODE;
    if (options->values[OPTION_VERSION]) {
        help_version(cli);
        return CLI_DONE;
    }
    if (options->word_count > 0) {
        return run_subcommand(cli);
    }
    if (options->values[OPTION_HELP]) {
        help_program(cli);
        return CLI_DONE;
    }
    return browse_begin(cli, utf8);
}

int main(int argc, char **argv) {
    const struct arena_end end = {.call = memory_ended};
    struct arena arena;
    struct arena scratch;
    arena_init(&arena, end);
    arena_init(&scratch, end);
    bool utf8;
    const char *complaint = locale_begin(&utf8);
    const bool terminal = isatty(STDOUT_FILENO);
    struct options options;
    struct document document = {
        .pen = &pen_text,
        .out = stdout,
        .width = output_width(STDOUT_FILENO),
        .terminal = terminal,
        .letters = utf8 ? LETTERS_ALL : LETTERS_ASCII,
        .scratch = &scratch,
    };
    struct cli cli = {
        .options = &options,
        .arena = &arena,
        .document = &document,
        .terminal = terminal,
        .asks = terminal && isatty(STDIN_FILENO),
        .err = stderr,
        .err_width = isatty(STDERR_FILENO) ? output_width(STDERR_FILENO) : 0,
    };
    cli.subcommands = subcommands_all(&cli.subcommand_count);
    /* A reader that has seen enough, such as head, is no fault: see output_end. */
    signal(SIGPIPE, SIG_IGN);
    /* A file that may not grow is a write that fails, which is told, and no sudden end. */
    signal(SIGXFSZ, SIG_IGN);
    if (complaint) {
        cli_complain(&cli, complaint);
    }
    const int status = output_end(&cli, program_run(&cli, &options, utf8, argv, argc));
    arena_free(&scratch);
    arena_free(&arena);
    return status;
}
