/*
 * open: which program gets which words, how it runs, and what is refused. The programs are this
 * one, under other names: it then notes down how it was started.
 */
#include "vademecum/base/count.h"
#include "vademecum/exchange/open.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RECORD "LINK_TEST_RECORD" /* environment: the file for the notes; set: be an opener */
#define MANNER "LINK_TEST_MANNER" /* environment: what the opener does then */
#define SELF "LINK_TEST_SELF"     /* environment: the path of this program */
#define SITE "https://example.org/"

enum {
    WORDS_MAX = 8192,     /* bytes */
    DESCRIPTORS = 256,    /* that are looked at */
    POLL_MS = 10,         /* between two looks at what another process does */
    PATIENCE_MS = 20000,  /* for a process that should do something */
    HANG_SECONDS = 60,    /* after which an opener that hangs ends by itself */
    TIMEOUT_SECONDS = 40, /* of a test */
    URL_MAX = 2048        /* bytes of the longest address */
};

/* What an opener notes down. */
struct record {
    pid_t process;        /* itself */
    pid_t session;        /* that it is in */
    bool on_null[3];      /* whether input, output and error output are /dev/null */
    bool has_terminal;    /* whether /dev/tty can be opened */
    int descriptors;      /* open beyond these three */
    int blocked;          /* signals that are blocked */
    int ignored;          /* signals that are ignored */
    int words;            /* that it was started with, its name included */
    char text[WORDS_MAX]; /* the words, each with a NUL behind it */
};

/*
 * A folder for one test:
 *
 *     place/bin/xdg-open first second -> this program    bin/closed (not executable)  bin/lost (#!)
 *     place/empty/
 *     place/in/plain.pdf …   in/sub/deep   in/out -> ../secret   in/up -> ..   in/fifo
 *     place/secret    place/way -> in
 */
struct place {
    char path[PATH_MAX];   /* without links */
    char record[PATH_MAX]; /* where an opener puts its notes */
};

static const char *const folders[] = {"bin", "empty", "in", "in/sub"};
static const char *const programs[] = {"bin/xdg-open", "bin/first", "bin/second"};
static const struct {
    const char *name;
    const char *content;
    mode_t mode;
} files[] = {
    {"bin/closed", "", 0600},      {"bin/lost", "#!/no/such/program\n", 0700},
    {"secret", "", 0600},          {"in/plain.pdf", "", 0600},
    {"in/-rf", "", 0600},          {"in/a b;$(id)'\"`&|%s.pdf", "", 0600},
    {"in/two\nlines", "", 0600},   {"in/Průvodce.pdf", "", 0600},
    {"in/sub/deep", "", 0600},     {"in/run.sh", "", 0600},
    {"in/evil.DESKTOP", "", 0600},
};
static const struct {
    const char *target;
    const char *name;
} links[] = {{"../secret", "in/out"}, {"..", "in/up"}, {"in", "way"}};

static void path_make(char path[PATH_MAX], const struct place *place, const char *name) {
    ck_assert_int_lt(snprintf(path, PATH_MAX, "%s/%s", place->path, name), PATH_MAX);
}

static void file_make(const char *path, const char *content, mode_t mode) {
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, content, strlen(content)), (ssize_t)strlen(content));
    close(file);
}

static void place_make(struct place *place) {
    char path[PATH_MAX];
    const char *base = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/link_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(path));
    ck_assert_ptr_nonnull(realpath(path, place->path));
    for (size_t i = 0; i < COUNT(folders); i++) {
        path_make(path, place, folders[i]);
        ck_assert_int_eq(mkdir(path, 0700), 0);
    }
    for (size_t i = 0; i < COUNT(programs); i++) {
        path_make(path, place, programs[i]);
        ck_assert_int_eq(symlink(getenv(SELF), path), 0);
    }
    for (size_t i = 0; i < COUNT(files); i++) {
        path_make(path, place, files[i].name);
        file_make(path, files[i].content, files[i].mode);
    }
    for (size_t i = 0; i < COUNT(links); i++) {
        path_make(path, place, links[i].name);
        ck_assert_int_eq(symlink(links[i].target, path), 0);
    }
    path_make(path, place, "in/fifo");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    path_make(path, place, "bin");
    setenv("PATH", path, 1);
    path_make(place->record, place, "record");
    setenv(RECORD, place->record, 1);
    setenv(MANNER, "", 1);
}

static void name_remove(const struct place *place, const char *name, int flag) {
    char path[PATH_MAX];
    path_make(path, place, name);
    unlinkat(AT_FDCWD, path, flag);
}

static void place_remove(const struct place *place) {
    name_remove(place, "record", 0);
    name_remove(place, "in/fifo", 0);
    for (size_t i = 0; i < COUNT(links); i++) {
        name_remove(place, links[i].name, 0);
    }
    for (size_t i = 0; i < COUNT(files); i++) {
        name_remove(place, files[i].name, 0);
    }
    for (size_t i = 0; i < COUNT(programs); i++) {
        name_remove(place, programs[i], 0);
    }
    for (size_t i = COUNT(folders); i > 0; i--) {
        name_remove(place, folders[i - 1], AT_REMOVEDIR);
    }
    ck_assert_int_eq(rmdir(place->path), 0);
}

static void path_set_empty(const struct place *place) {
    char path[PATH_MAX];
    path_make(path, place, "empty");
    setenv("PATH", path, 1);
}

static bool is_null_device(int descriptor) {
    struct stat null;
    struct stat found;
    return stat("/dev/null", &null) == 0 && fstat(descriptor, &found) == 0 &&
           S_ISCHR(found.st_mode) && found.st_rdev == null.st_rdev;
}

/* How many are open beyond input, output and error output. */
static int descriptors_count(void) {
    int count = 0;
    for (int descriptor = STDERR_FILENO + 1; descriptor < DESCRIPTORS; descriptor++) {
        count += fcntl(descriptor, F_GETFD) >= 0;
    }
    return count;
}

static void signals_note(struct record *record) {
    sigset_t blocked;
    sigprocmask(SIG_BLOCK, NULL, &blocked);
    for (int signal = 1; signal <= SIGRTMAX; signal++) {
        struct sigaction action = {0};
        record->blocked += sigismember(&blocked, signal) == 1;
        record->ignored += sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
    }
}

/* The notes appear whole: under another name first. */
static void record_write(const struct record *record, const char *path) {
    char unfinished[PATH_MAX];
    snprintf(unfinished, sizeof unfinished, "%.*s~", PATH_MAX - 2, path);
    FILE *file = fopen(unfinished, "w");
    if (file && fwrite(record, sizeof *record, 1, file) == 1 && fclose(file) == 0) {
        rename(unfinished, path);
    }
}

static void noise_make(int terminal) {
    static const char noise[] = "noise\n";
    const int targets[] = {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, terminal};
    for (size_t i = 0; i < COUNT(targets); i++) {
        const ssize_t written = write(targets[i], noise, sizeof noise - 1);
        (void)written;
    }
}

/* This program as an opener. */
static int opener_run(int count, char *const words[]) {
    struct record record = {
        .process = getpid(),
        .session = getsid(0),
        .descriptors = descriptors_count(),
        .words = count,
    };
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        record.on_null[descriptor] = is_null_device(descriptor);
    }
    const int terminal = open("/dev/tty", O_WRONLY);
    record.has_terminal = terminal >= 0;
    signals_note(&record);
    size_t length = 0;
    for (int i = 0; i < count && length + strlen(words[i]) < sizeof record.text; i++) {
        length += (size_t)(stpcpy(record.text + length, words[i]) - (record.text + length)) + 1;
    }
    const char *manner = getenv(MANNER);
    if (strcmp(manner, "write") == 0) {
        noise_make(terminal);
    }
    record_write(&record, getenv(RECORD));
    if (strcmp(manner, "hang") == 0) {
        alarm(HANG_SECONDS);
        pause();
    }
    return strcmp(manner, "fail") == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

static void moment_wait(void) {
    nanosleep(&(struct timespec){.tv_nsec = POLL_MS * 1000000L}, NULL);
}

/* Waits for the notes of an opener, and takes them away. */
static void record_take(const struct place *place, struct record *record) {
    FILE *file = NULL;
    for (int waited = 0; !file && waited < PATIENCE_MS; waited += POLL_MS) {
        file = fopen(place->record, "re");
        if (!file) {
            moment_wait();
        }
    }
    ck_assert_msg(file != NULL, "no opener was started");
    ck_assert_uint_eq(fread(record, sizeof *record, 1, file), 1);
    fclose(file);
    unlink(place->record);
}

/* The words that the opener got, each in brackets. */
static const char *words_show(const struct record *record, char shown[2 * WORDS_MAX]) {
    const char *word = record->text;
    char *end = stpcpy(shown, "");
    for (int i = 0; i < record->words; i++) {
        end += sprintf(end, "[%s]", word);
        word += strlen(word) + 1;
    }
    return shown;
}

static void child_none(void) {
    errno = 0;
    ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
    ck_assert_int_eq(errno, ECHILD);
}

static const struct command {
    const char *browser;
    const char *url;
    const char *words; /* as words_show puts them */
} commands[] = {
    {NULL, SITE, "[xdg-open][" SITE "]"},
    {"", SITE, "[xdg-open][" SITE "]"},
    {" \t", SITE, "[xdg-open][" SITE "]"},
    {": :", SITE, "[xdg-open][" SITE "]"},
    {"first", SITE, "[first][" SITE "]"},
    {" \tfirst ", SITE, "[first][" SITE "]"},
    {"first:second", SITE, "[first][" SITE "]"},
    {"missing:first", SITE, "[first][" SITE "]"},
    {":missing -x: /no/such :closed:lost::second -n:first", SITE, "[second][-n][" SITE "]"},
    {"/dev/null:/:first", SITE, "[first][" SITE "]"},
    {"first -a  --new\t-b", SITE, "[first][-a][--new][-b][" SITE "]"},
    {"first %s -n", SITE, "[first][" SITE "][-n]"},
    {"first --url=%s;x %s", SITE, "[first][--url=" SITE ";x][" SITE "]"},
    {"first %%s", SITE, "[first][%s][" SITE "]"},
    {"first 100%% %d %", SITE, "[first][100%][%d][%][" SITE "]"},
    {"first %%%s%", SITE, "[first][%" SITE "%]"},
    {"missing %s:first", SITE, "[first][" SITE "]"},
    {"first 'a b' \"c\"", SITE, "[first]['a][b'][\"c\"][" SITE "]"},
    {"first ;id $(id) `id` $HOME ~ * >x |x &", SITE,
     "[first][;id][$(id)][`id`][$HOME][~][*][>x][|x][&][" SITE "]"},
    {"first", SITE "a;id$(id)'&*!?x=(1)#%25", "[first][" SITE "a;id$(id)'&*!?x=(1)#%25]"},
    {"first x%sx", SITE "%25s%73?a=%20b", "[first][x" SITE "%25s%73?a=%20bx]"},
    {NULL, "HTTP://[::1]:8080/", "[xdg-open][HTTP://[::1]:8080/]"},
};

START_TEST(program_gets_the_address) {
    const struct command *command = &commands[_i];
    struct place place;
    place_make(&place);
    struct fault fault = {0};
    ck_assert_msg(open_address(command->url, command->browser, true, &fault), "%s", fault.text);
    child_none();
    struct record record;
    record_take(&place, &record);
    char shown[2 * WORDS_MAX];
    ck_assert_str_eq(words_show(&record, shown), command->words);
    place_remove(&place);
}
END_TEST

/* With signals blocked and ignored, and a file that would stay open. */
START_TEST(opener_starts_afresh) {
    struct place place;
    place_make(&place);
    const int inherited = fcntl(STDOUT_FILENO, F_DUPFD, DESCRIPTORS / 2);
    ck_assert_int_ge(inherited, 0);
    const int ignored[] = {SIGCHLD, SIGHUP, SIGPIPE};
    for (size_t i = 0; i < COUNT(ignored); i++) {
        signal(ignored[i], SIG_IGN);
    }
    sigset_t blocked;
    sigfillset(&blocked);
    sigset_t before;
    sigprocmask(SIG_SETMASK, &blocked, &before);
    sigprocmask(SIG_BLOCK, NULL, &blocked);
    struct fault fault = {0};
    ck_assert_msg(open_address(SITE, "missing:first", true, &fault), "%s", fault.text);
    ck_assert(!open_address(SITE, "missing", true, &fault));

    sigset_t after;
    sigprocmask(SIG_SETMASK, &before, &after);
    for (int signal = 1; signal <= SIGRTMAX; signal++) {
        ck_assert_int_eq(sigismember(&after, signal), sigismember(&blocked, signal));
    }
    for (size_t i = 0; i < COUNT(ignored); i++) {
        ck_assert(signal(ignored[i], SIG_DFL) == SIG_IGN);
    }
    ck_assert_int_eq(fcntl(inherited, F_GETFD), 0);
    close(inherited);

    struct record record;
    record_take(&place, &record);
    ck_assert_int_ne(record.session, getsid(0));
    ck_assert_int_ne(record.session, record.process);
    for (size_t i = 0; i < COUNT(record.on_null); i++) {
        ck_assert_msg(record.on_null[i], "descriptor %zu", i);
    }
    ck_assert_int_eq(record.descriptors, 0);
    ck_assert_int_eq(record.blocked, 0);
    ck_assert_int_eq(record.ignored, 0);
    place_remove(&place);
}
END_TEST

/* A caller may itself have no input and output. */
START_TEST(opener_has_output_when_the_caller_has_none) {
    struct place place;
    place_make(&place);
    const pid_t caller = fork();
    if (caller == 0) {
        for (int descriptor = 0; descriptor < DESCRIPTORS; descriptor++) {
            close(descriptor);
        }
        struct fault fault;
        _exit(open_address(SITE, "first", true, &fault) ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    int status;
    ck_assert_int_eq(waitpid(caller, &status, 0), caller);
    ck_assert_int_eq(status, EXIT_SUCCESS);
    struct record record;
    record_take(&place, &record);
    for (size_t i = 0; i < COUNT(record.on_null); i++) {
        ck_assert_msg(record.on_null[i], "descriptor %zu", i);
    }
    ck_assert_int_eq(record.descriptors, 0);
    place_remove(&place);
}
END_TEST

/* As a program on a terminal of its own would: exit status 0 when the link was opened. */
static int terminal_call(const char *terminal) {
    setsid();
    const int opened = open(terminal, O_RDWR);
    ioctl(opened, TIOCSCTTY, 0);
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        dup2(opened, descriptor);
    }
    const int known = open("/dev/tty", O_RDWR);
    struct fault fault;
    return known >= 0 && open_address(SITE, "first", true, &fault) ? EXIT_SUCCESS : EXIT_FAILURE;
}

START_TEST(opener_cannot_reach_the_terminal) {
    struct place place;
    place_make(&place);
    setenv(MANNER, "write", 1);
    const int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    ck_assert_int_ge(master, 0);
    ck_assert_int_eq(grantpt(master), 0);
    ck_assert_int_eq(unlockpt(master), 0);
    /* Held open, so that the master can be read when the caller is gone. */
    const int held = open(ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    ck_assert_int_ge(held, 0);
    const pid_t caller = fork();
    if (caller == 0) {
        _exit(terminal_call(ptsname(master)));
    }
    int status;
    ck_assert_int_eq(waitpid(caller, &status, 0), caller);
    ck_assert_int_eq(status, EXIT_SUCCESS);
    struct record record;
    record_take(&place, &record);
    ck_assert(!record.has_terminal);
    fcntl(master, F_SETFL, O_NONBLOCK);
    char seen[64];
    ck_assert_int_eq(read(master, seen, sizeof seen), -1);
    ck_assert_int_eq(errno, EAGAIN);
    close(held);
    close(master);
    place_remove(&place);
}
END_TEST

START_TEST(opener_that_hangs_is_not_waited_for_to_its_end) {
    struct place place;
    place_make(&place);
    setenv(MANNER, "hang", 1);
    struct fault fault = {0};
    struct record records[2];
    for (size_t i = 0; i < COUNT(records); i++) {
        ck_assert_msg(open_address(SITE, "first", true, &fault), "%s", fault.text);
        child_none();
        record_take(&place, &records[i]);
    }
    for (size_t i = 0; i < COUNT(records); i++) {
        ck_assert_int_eq(kill(records[i].process, SIGKILL), 0);
    }
    child_none();
    place_remove(&place);
}
END_TEST

/* The second of the list is not tried: the first could be started. */
START_TEST(opener_that_fails_leaves_nothing) {
    struct place place;
    place_make(&place);
    setenv(MANNER, "fail", 1);
    struct fault fault = {0};
    ck_assert(!open_address(SITE, "first", true, &fault));
    ck_assert_str_eq(fault.text,
                     "Copy this address: " SITE " (\"first\" of BROWSER did not open it)");
    struct record record;
    record_take(&place, &record);
    child_none();
    ck_assert_str_eq(record.text, "first");
    place_remove(&place);
}
END_TEST

static const struct refusal {
    const char *url;
    const char *reason;
    const char *shown; /* at the end of the sentence */
} refusals[] = {
    {"", "http:// or https://", ": "},
    {"javascript:alert(1)", "http:// or https://", ": javascript:alert(1)"},
    {"file:///etc/passwd", "http:// or https://", ": file:///etc/passwd"},
    {"data:text/html,x", "http:// or https://", ": data:text/html,x"},
    {"ftp://example.org/", "http:// or https://", ": ftp://example.org/"},
    {"mailto:a@example.org", "for mail", ": mailto:a@example.org"},
    {"-version", "http:// or https://", ": -version"},
    {"--help", "http:// or https://", ": --help"},
    {"//example.org/", "http:// or https://", ": //example.org/"},
    {"example.org", "http:// or https://", ": example.org"},
    {" " SITE, "a blank", ":  " SITE},
    {"http:example.org", "\"://\"", ": http:example.org"},
    {"https://", "name of a site", ": https://"},
    {"https://-x/", "begins or ends with a hyphen", ": https://-x/"},
    {"https://$(id)/", "name of a site", ": https://$(id)/"},
    {"https://exa mple.org/", "a blank", ": https://exa mple.org/"},
    {"https://example.org@evil.example/", "like another", ": https://example.org@evil.example/"},
    {SITE "a b", "a blank", ": " SITE "a b"},
    {SITE "\"", "no web address may have", ": " SITE "\""},
    {SITE "`id`", "no web address may have", ": " SITE "`id`"},
    {SITE "\n-x", "a blank", ": " SITE " -x"},
    {SITE "\033[2J\177", "no web address may have", ": " SITE "␛[2J␡"},
    {SITE "\t", "a blank", ": " SITE " "},
    {SITE "\xe2\x80\xae\xff", "cannot be seen", ": " SITE "��"},
    {SITE "%s", "has no two digits behind it", ": " SITE "%s"},
    {"java\nscript:x", "a blank", ": java script:x"},
};

static bool ends_with(const char *text, const char *end) {
    const size_t length = strlen(text);
    return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

START_TEST(other_addresses_are_refused) {
    const struct refusal *refusal = &refusals[_i];
    struct place place;
    place_make(&place);
    struct fault fault = {0};
    ck_assert(!open_address(refusal->url, "first", true, &fault));
    ck_assert_int_eq(fault.kind, FAULT_WANTING);
    ck_assert_msg(strstr(fault.text, refusal->reason), "%s", fault.text);
    ck_assert_msg(ends_with(fault.text, refusal->shown), "%s", fault.text);
    place_remove(&place);
}
END_TEST

/* An address of this many bytes. */
static void url_fill(char *url, size_t length) {
    memset(url, 'x', length);
    memcpy(url, SITE, strlen(SITE));
    url[length] = '\0';
}

START_TEST(longest_address_is_told_whole) {
    struct place place;
    place_make(&place);
    path_set_empty(&place);
    char url[URL_MAX + 2];
    url_fill(url, URL_MAX);
    struct fault fault = {0};
    ck_assert(!open_address(url, NULL, true, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert_msg(strstr(fault.text, url), "%s", fault.text);
    url_fill(url, URL_MAX + 1);
    ck_assert(!open_address(url, NULL, true, &fault));
    ck_assert_msg(strstr(fault.text, "longer than 2048"), "%s", fault.text);
    place_remove(&place);
}
END_TEST

/* There, only a program that the user has named is started. */
START_TEST(address_is_told_where_no_desktop_is) {
    struct place place;
    place_make(&place);
    struct fault fault = {0};
    ck_assert(!open_address(SITE, "", false, &fault));
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    ck_assert_str_eq(fault.text,
                     "Copy this address: " SITE " (there is no desktop here to open it on)");
    ck_assert_msg(open_address(SITE, "first", false, &fault), "%s", fault.text);
    struct record record;
    record_take(&place, &record);
    ck_assert_str_eq(record.text, "first");
    place_remove(&place);
}
END_TEST

START_TEST(address_is_told_when_no_program_is_there) {
    static const char *const browsers[] = {NULL, "", ":", "missing", "missing %s:/no/such -x"};
    struct place place;
    place_make(&place);
    path_set_empty(&place);
    for (size_t i = 0; i < COUNT(browsers); i++) {
        struct fault fault = {0};
        ck_assert(!open_address(SITE "?a=%73", browsers[i], true, &fault));
        child_none();
        ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
        ck_assert_str_eq(fault.file, "");
        const char *why = i < 3 ? "no program opened it; that needs a browser, and xdg-open of the "
                                  "package xdg-utils)"
                                : "\"missing";
        const char *told = "Copy this address: " SITE "?a=%73 (";
        ck_assert_int_eq(strncmp(fault.text, told, strlen(told)), 0);
        ck_assert_int_eq(strncmp(fault.text + strlen(told), why, strlen(why)), 0);
    }
    place_remove(&place);
}
END_TEST

static const struct opening {
    const char *catalogue; /* from place/, or place/ itself when "" */
    const char *path;
} openings[] = {
    {"in", "plain.pdf"},
    {"in", "-rf"},
    {"in", "a b;$(id)'\"`&|%s.pdf"},
    {"in", "sub/deep"},
    {"in", "Průvodce.pdf"},
    {"way", "plain.pdf"},
    {"in/", "-rf"},
    {"in/../way/.", "sub/deep"},
};

START_TEST(file_is_opened_by_its_whole_path) {
    const struct opening *opening = &openings[_i];
    struct place place;
    place_make(&place);
    char catalogue[PATH_MAX];
    path_make(catalogue, &place, opening->catalogue);
    const int before = descriptors_count();
    struct fault fault = {0};
    ck_assert_msg(open_file(catalogue, opening->path, &fault), "%s", fault.text);
    ck_assert_int_eq(descriptors_count(), before);
    child_none();
    struct record record;
    record_take(&place, &record);
    char shown[2 * WORDS_MAX];
    char wanted[2 * PATH_MAX];
    snprintf(wanted, sizeof wanted, "[xdg-open][%s/in/%s]", place.path, opening->path);
    ck_assert_str_eq(words_show(&record, shown), wanted);
    ck_assert_int_eq(record.descriptors, 0);
    place_remove(&place);
}
END_TEST

START_TEST(folder_may_be_named_from_here) {
    struct place place;
    place_make(&place);
    const int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ck_assert_int_eq(chdir(place.path), 0);
    struct fault fault = {0};
    ck_assert_msg(open_file("way", "-rf", &fault), "%s", fault.text);
    ck_assert_int_eq(fchdir(here), 0);
    close(here);
    struct record record;
    record_take(&place, &record);
    char shown[2 * WORDS_MAX];
    char wanted[2 * PATH_MAX];
    snprintf(wanted, sizeof wanted, "[xdg-open][%s/in/-rf]", place.path);
    ck_assert_str_eq(words_show(&record, shown), wanted);
    place_remove(&place);
}
END_TEST

static const struct closing {
    const char *catalogue; /* from place/ */
    const char *path;
    const char *reason;
    enum fault_kind kind;
} closings[] = {
    {"in", "../secret", "\"..\"", FAULT_SYSTEM},
    {"in", "../../etc/passwd", "\"..\"", FAULT_SYSTEM},
    {"in", "sub/../plain.pdf", "\"..\"", FAULT_SYSTEM},
    {"in", "/etc/passwd", "begins with a slash", FAULT_SYSTEM},
    {"in", "out", "symbolic link", FAULT_SYSTEM},
    {"in", "up/secret", "symbolic link", FAULT_SYSTEM},
    {"in", "fifo", "FIFO", FAULT_SYSTEM},
    {"in", "sub", "is a folder", FAULT_SYSTEM},
    {"in", "", "empty", FAULT_SYSTEM},
    {"in", "two\nlines", "control character", FAULT_WANTING},
    {"in", "run.sh", "may run a program", FAULT_WANTING},
    {"in", "evil.DESKTOP", "may run a program", FAULT_WANTING},
    {"in", "missing", "does not exist", FAULT_WANTING},
    {"in", "-missing", "does not exist", FAULT_WANTING},
    {"in", "%2e%2e/secret", "does not exist", FAULT_WANTING},
    {"in", SITE "x", "does not exist", FAULT_WANTING},
    {"missing", "plain.pdf", "folder cannot be opened", FAULT_SYSTEM},
    {"secret", "plain.pdf", "not a folder", FAULT_SYSTEM},
};

START_TEST(other_files_are_refused) {
    const struct closing *closing = &closings[_i];
    struct place place;
    place_make(&place);
    char catalogue[PATH_MAX];
    path_make(catalogue, &place, closing->catalogue);
    struct fault fault = {0};
    const int before = descriptors_count();
    ck_assert(!open_file(catalogue, closing->path, &fault));
    ck_assert_msg(strstr(fault.text, closing->reason), "%s", fault.text);
    ck_assert_int_eq(fault.kind, closing->kind);
    ck_assert_int_eq(descriptors_count(), before);
    place_remove(&place);
}
END_TEST

START_TEST(path_is_told_when_no_program_is_there) {
    struct place place;
    place_make(&place);
    path_set_empty(&place);
    char catalogue[PATH_MAX];
    path_make(catalogue, &place, "way");
    struct fault fault = {0};
    ck_assert(!open_file(catalogue, "Průvodce.pdf", &fault));
    child_none();
    ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
    char wanted[2 * PATH_MAX];
    snprintf(wanted, sizeof wanted,
             "No program opened this file; open it yourself: %s/in/Průvodce.pdf", place.path);
    ck_assert_str_eq(fault.text, wanted);
    place_remove(&place);
}
END_TEST

static Suite *open_suite(void) {
    Suite *suite = suite_create("open");
    TCase *address = tcase_create("address");
    tcase_set_timeout(address, TIMEOUT_SECONDS);
    tcase_add_loop_test(address, program_gets_the_address, 0, COUNT(commands));
    tcase_add_loop_test(address, other_addresses_are_refused, 0, COUNT(refusals));
    tcase_add_test(address, longest_address_is_told_whole);
    tcase_add_test(address, address_is_told_where_no_desktop_is);
    tcase_add_test(address, address_is_told_when_no_program_is_there);
    suite_add_tcase(suite, address);

    TCase *opener = tcase_create("opener");
    tcase_set_timeout(opener, TIMEOUT_SECONDS);
    tcase_add_test(opener, opener_starts_afresh);
    tcase_add_test(opener, opener_has_output_when_the_caller_has_none);
    tcase_add_test(opener, opener_cannot_reach_the_terminal);
    tcase_add_test(opener, opener_that_hangs_is_not_waited_for_to_its_end);
    tcase_add_test(opener, opener_that_fails_leaves_nothing);
    suite_add_tcase(suite, opener);

    TCase *file = tcase_create("file");
    tcase_set_timeout(file, TIMEOUT_SECONDS);
    tcase_add_loop_test(file, file_is_opened_by_its_whole_path, 0, COUNT(openings));
    tcase_add_test(file, folder_may_be_named_from_here);
    tcase_add_loop_test(file, other_files_are_refused, 0, COUNT(closings));
    tcase_add_test(file, path_is_told_when_no_program_is_there);
    suite_add_tcase(suite, file);
    return suite;
}

int main(int count, char *words[]) {
    if (getenv(RECORD)) {
        return opener_run(count, words);
    }
    setlocale(LC_ALL, "C.UTF-8");
    char self[PATH_MAX];
    if (!realpath(words[0], self) || setenv(SELF, self, 1) != 0) {
        perror(words[0]);
        return EXIT_FAILURE;
    }
    SRunner *runner = srunner_create(open_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
