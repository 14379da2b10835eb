/*
 * external_editor: what the editor is given, what is taken from it, and what becomes of the file.
 * The editors are small scripts; each is the program "ed" of its test.
 */
#include "vademecum/base/count.h"
#include "vademecum/exchange/external_editor.h"

#include "vademecum/review/event.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define RECORD "EXTERNAL_EDITOR_TEST_RECORD" /* environment: a file for what an editor notes */
#define MARK "\xEF\xBB\xBF"

enum {
    DESCRIPTORS = 256,   /* that are looked at */
    FOLDERS_OPEN = 8,    /* while a place is removed */
    TIMEOUT_SECONDS = 40 /* of a test */
};

/*
 * A folder for one test, and what is given back at its end:
 *
 *     place/bin/ed …   place/texts/   place/two words/   place/record   place/way -> texts
 */
struct place {
    char path[PATH_MAX];   /* without links */
    char texts[PATH_MAX];  /* folder for the files */
    char record[PATH_MAX]; /* what an editor notes */
    struct arena arena;    /* for what is edited */
};

static void path_make(char path[PATH_MAX], const struct place *place, const char *name) {
    ck_assert_int_lt(snprintf(path, PATH_MAX, "%s/%s", place->path, name), PATH_MAX);
}

static void editor_make(const struct place *place, const char *name, const char *script) {
    char path[PATH_MAX];
    path_make(path, place, name);
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
    ck_assert_int_ge(file, 0);
    ck_assert_int_gt(dprintf(file, "#!/bin/sh\n%s\n", script), 0);
    ck_assert_int_eq(close(file), 0);
}

/* With `script` as the program "ed". */
static void place_make(struct place *place, const char *script) {
    char path[PATH_MAX];
    const char *base = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/external_editor_test.XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(path));
    ck_assert_ptr_nonnull(realpath(path, place->path));
    path_make(place->texts, place, "texts");
    ck_assert_int_eq(mkdir(place->texts, 0700), 0);
    path_make(path, place, "two words");
    ck_assert_int_eq(mkdir(path, 0700), 0);
    path_make(path, place, "way");
    ck_assert_int_eq(symlink("texts", path), 0);
    path_make(path, place, "bin");
    ck_assert_int_eq(mkdir(path, 0700), 0);
    editor_make(place, "bin/ed", script);
    char search[PATH_MAX + 16];
    snprintf(search, sizeof search, "%s:/usr/bin:/bin", path);
    setenv("PATH", search, 1);
    path_make(place->record, place, "record");
    setenv(RECORD, place->record, 1);
    arena_init(&place->arena, (struct arena_end){0});
}

static int entry_remove(const char *path, const struct stat *found, int kind, struct FTW *walk) {
    (void)found;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void place_remove(struct place *place) {
    arena_free(&place->arena);
    ck_assert_int_eq(nftw(place->path, entry_remove, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS), 0);
}

static const char *edit(struct place *place, const char *command, const char *text,
                        struct fault *fault) {
    const struct external_editor editor = {.command = command, .folder = place->texts};
    const char *kept;
    return external_editor_edit(&place->arena, &editor, text, &kept, fault);
}

/* How many entries the folder has. */
static int entries_count(const char *path) {
    DIR *folder = opendir(path);
    ck_assert_ptr_nonnull(folder);
    int count = 0;
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(folder);
    return count;
}

static int descriptors_count(void) {
    int count = 0;
    for (int descriptor = 0; descriptor < DESCRIPTORS; descriptor++) {
        count += fcntl(descriptor, F_GETFD) >= 0;
    }
    return count;
}

/* The whole file, or an empty text when there is none. */
static const char *file_read(struct place *place, const char *path) {
    enum {
        ROOM = 256 * 1024
    };
    char *bytes = arena_alloc(&place->arena, ROOM);
    FILE *file = fopen(path, "re");
    if (file) {
        ck_assert_uint_lt(fread(bytes, 1, ROOM, file), ROOM);
        fclose(file);
    }
    return bytes;
}

static const struct change {
    const char *script;
    const char *text;
    const char *value; /* that comes out */
} changes[] = {
    {":", "a\nb", "a\nb"},
    {":", "", ""},
    {":", "a\n", "a\n"},
    {":", "\n", "\n"},
    {":", "Łódź\tžluťoučký 語 🙂", "Łódź\tžluťoučký 語 🙂"},
    {":", "-n %s \\n $(id) 'x", "-n %s \\n $(id) 'x"},
    {"printf 'new\\n' >\"$1\"", "old", "new"},
    {"printf 'new' >\"$1\"", "old", "new"},
    {"printf 'more\\n' >>\"$1\"", "first", "first\nmore"},
    {"printf 'more' >>\"$1\"", "first", "first\nmore"},
    {"printf 'new\\n' >\"$1~\"; mv \"$1~\" \"$1\"", "old", "new"},
    {"mv \"$1\" \"$1~\"; cat \"$1~\" - >\"$1\" <<.\nx\n.\nrm \"$1~\"", "old", "old\nx"},
    {"printf 'x\\n\\n' >\"$1\"", "old", "x\n"},
    {"printf 'x \\n' >\"$1\"", "old", "x "},
    {": >\"$1\"", "old", ""},
    {"printf '\\n' >\"$1\"", "old", ""},
    {"printf 'a\\r\\nb\\r\\n' >\"$1\"", "old", "a\nb"},
    {"printf 'a\\r\\n\\r\\n' >\"$1\"", "old", "a\n"},
    {"printf 'a\\rb\\r' >\"$1\"", "old", "a\nb"},
    {"printf '\\r\\n' >\"$1\"", "old", ""},
    {"printf '\\357\\273\\277a\\n' >\"$1\"", "old", "a"},
    {"printf '\\357\\273\\277' >\"$1\"", "old", ""},
    {"printf 'a\\357\\273\\277' >\"$1\"", "old", "a" MARK},
    {"chmod 0400 \"$1\"", "old", "old"},
};

START_TEST(text_goes_through_the_editor) {
    const struct change *change = &changes[_i];
    struct place place;
    place_make(&place, change->script);
    const int before = descriptors_count();
    struct fault fault = {0};
    const char *value = edit(&place, "ed", change->text, &fault);
    ck_assert_msg(value != NULL, "%s", fault.text);
    ck_assert_str_eq(value, change->value);
    /* What is as it was may be open in a window yet. */
    ck_assert_int_eq(entries_count(place.texts), strcmp(value, change->text) == 0);
    ck_assert_int_eq(descriptors_count(), before);
    place_remove(&place);
}
END_TEST

START_TEST(file_is_private_and_ends_with_a_line_end) {
    struct place place;
    place_make(&place, "{ ls -l \"$1\" | cut -c 1-10; printf '%s\\n' \"$1\"; cat \"$1\"\n"
                       "echo .; } >\"$" RECORD "\"");
    struct fault fault = {0};
    ck_assert_ptr_nonnull(edit(&place, "ed", "one\ntwo", &fault));
    char wanted[2 * PATH_MAX];
    snprintf(wanted, sizeof wanted, "-rw-------\n%s/vademecum-", place.texts);
    const char *record = file_read(&place, place.record);
    ck_assert_msg(strncmp(record, wanted, strlen(wanted)) == 0, "%s", record);
    record += strlen(wanted) + strlen("XXXXXX");
    ck_assert_str_eq(record, ".txt\none\ntwo\n.\n");
    place_remove(&place);
}
END_TEST

/* In the test's own process, input and output are for this one test something else. */
START_TEST(editor_has_our_input_and_output) {
    struct place place;
    place_make(&place, "read line; printf '%s\\n' \"$line\" >\"$1\"; echo out; echo error >&2");
    char path[PATH_MAX];
    path_make(path, &place, "typed");
    FILE *typed = fopen(path, "we");
    ck_assert_ptr_nonnull(typed);
    fputs("typed here\n", typed);
    fclose(typed);
    int saved[3];
    for (int i = 0; i < 3; i++) {
        const int file = i == 0
                             ? open(path, O_RDONLY | O_CLOEXEC)
                             : open(place.record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        saved[i] = fcntl(i, F_DUPFD_CLOEXEC, DESCRIPTORS);
        dup2(file, i);
        close(file);
    }
    struct fault fault = {0};
    const char *value = edit(&place, "ed", "old", &fault);
    for (int i = 0; i < 3; i++) {
        dup2(saved[i], i);
        close(saved[i]);
    }
    ck_assert_msg(value != NULL, "%s", fault.text);
    ck_assert_str_eq(value, "typed here");
    ck_assert_str_eq(file_read(&place, place.record), "out\nerror\n");
    place_remove(&place);
}
END_TEST

/* A value of this many bytes, with line ends. */
static const char *value_long(struct place *place, size_t length) {
    char *value = arena_alloc(&place->arena, length + 1);
    for (size_t i = 0; i < length; i++) {
        value[i] = i % 50 == 0 ? '\n' : 'x';
    }
    return value;
}

START_TEST(longest_value_comes_through) {
    static const char *const scripts[] = {
        ":",
        "sed \"s/$/$(printf '\\r')/\" \"$1\" >\"$1~\"; mv \"$1~\" \"$1\"",
        "{ printf '\\357\\273\\277'; cat \"$1\"; } >\"$1~\"; mv \"$1~\" \"$1\"",
        "tr '\\nx' '\\n\\n' <\"$1\" | sed \"s/$/$(printf '\\r')/\" >\"$1~\"; mv \"$1~\" \"$1\"",
    };
    for (size_t i = 0; i < COUNT(scripts); i++) {
        struct place place;
        place_make(&place, scripts[i]);
        const char *text = value_long(&place, EVENT_VALUE_MAX);
        struct fault fault = {0};
        const char *value = edit(&place, "ed", text, &fault);
        ck_assert_msg(value != NULL, "%zu: %s", i, fault.text);
        ck_assert_uint_eq(strlen(value), EVENT_VALUE_MAX);
        ck_assert(i == COUNT(scripts) - 1 || strcmp(value, text) == 0);
        ck_assert_int_eq(entries_count(place.texts), i < COUNT(scripts) - 1);
        place_remove(&place);
    }
}
END_TEST

static const struct failure {
    const char *script;
    const char *reason;
    const char *kept; /* what the file that is named starts with */
    enum fault_kind kind;
} failures[] = {
    {"printf 'mine\\n' >\"$1\"; exit 1", "exit status 1)", "mine\n", FAULT_SYSTEM},
    {"printf 'mine\\n' >\"$1\"; exit 130", "exit status 130)", "mine\n", FAULT_SYSTEM},
    {"printf 'mine\\n' >\"$1\"; kill -KILL $$", "Killed", "mine\n", FAULT_SYSTEM},
    {"printf 'mine\\n' >\"$1\"; kill -TERM $$", "Terminated", "mine\n", FAULT_SYSTEM},
    {"printf 'a\\033b\\n' >\"$1\"", "control character", "a\033b\n", FAULT_USAGE},
    {"printf 'a\\302\\233b\\n' >\"$1\"", "control character", "a\302\233b\n", FAULT_USAGE},
    {"printf 'a\\000b\\n' >\"$1\"", "control character", "a", FAULT_USAGE},
    {"printf '\\000' >\"$1\"", "control character", "", FAULT_USAGE},
    {"printf 'a\\000' >\"$1\"", "control character", "a", FAULT_USAGE},
    {"printf 'a\\344b\\n' >\"$1\"", "not in UTF-8", "a\344b\n", FAULT_USAGE},
    {"printf '\\377\\376a\\000b\\000' >\"$1\"", "not in UTF-8", "\377\376a", FAULT_USAGE},
    {"head -c 65538 /dev/zero | tr '\\0' x >\"$1\"", "too long", "xxxx", FAULT_USAGE},
    {"head -c 102400 /dev/zero | tr '\\0' x >\"$1\"", "too long", "xxxx", FAULT_USAGE},
    {"head -c 200000 /dev/zero | tr '\\0' x >\"$1\"", "too long", "xxxx", FAULT_USAGE},
    {"mv \"$1\" \"$1~\"; ln -s \"$1~\" \"$1\"", "symbolic link", "old\n", FAULT_SYSTEM},
};

START_TEST(text_that_is_not_taken_stays) {
    const struct failure *failure = &failures[_i];
    struct place place;
    place_make(&place, failure->script);
    const int before = descriptors_count();
    struct fault fault = {0};
    ck_assert_ptr_null(edit(&place, "ed", "old", &fault));
    ck_assert_int_eq(fault.kind, failure->kind);
    ck_assert_msg(strstr(fault.text, failure->reason), "%s", fault.text);
    ck_assert_str_eq(fault.file, "");
    const char *path = strstr(fault.text, "is still in this file: /");
    ck_assert_msg(path != NULL, "%s", fault.text);
    path = strchr(path, '/');
    ck_assert_msg(strncmp(path, place.texts, strlen(place.texts)) == 0, "%s", path);
    ck_assert_int_eq(access(path, F_OK), 0);
    const char *kept = file_read(&place, path);
    ck_assert_msg(strncmp(kept, failure->kept, strlen(failure->kept)) == 0, "%.40s", kept);
    ck_assert_int_eq(descriptors_count(), before);
    place_remove(&place);
}
END_TEST

/* Nothing of it is opened or removed, and nobody waits for a FIFO. */
START_TEST(what_is_no_file_is_told) {
    static const struct {
        const char *script;
        const char *reason;
        enum fault_kind kind;
        int entries;
    } others[] = {
        {"rm \"$1\"", "has left no text", FAULT_WANTING, 0},
        {"mv \"$1\" \"$1~\"", "has left no text", FAULT_WANTING, 1},
        {"rm \"$1\"; mkfifo \"$1\"", "FIFO", FAULT_SYSTEM, 1},
        {"rm \"$1\"; mkdir \"$1\"", "is a folder", FAULT_SYSTEM, 1},
        {"rm \"$1\"; ln -s /no/such \"$1\"", "symbolic link", FAULT_SYSTEM, 1},
        {"rm -r \"${1%/*}\"; mkdir \"${1%/*}\"", "has left no text", FAULT_WANTING, 0},
    };
    for (size_t i = 0; i < COUNT(others); i++) {
        struct place place;
        place_make(&place, others[i].script);
        struct fault fault = {0};
        ck_assert_ptr_null(edit(&place, "ed", "old", &fault));
        ck_assert_int_eq(fault.kind, others[i].kind);
        ck_assert_msg(strstr(fault.text, others[i].reason), "%s", fault.text);
        ck_assert_msg(strstr(fault.text, place.texts), "%s", fault.text);
        ck_assert_int_eq(entries_count(place.texts), others[i].entries);
        place_remove(&place);
    }
}
END_TEST

static const struct command {
    const char *command;
    const char *words; /* before the path, each in brackets */
} commands[] = {
    {"ed", ""},
    {" \ted\t ", ""},
    {"ed -a  --new\t-b", "[-a][--new][-b]"},
    {"ed 'a b' \"c\" %s ;id $(id) ~ * >x |x &", "['a][b'][\"c\"][%s][;id][$(id)][~][*][>x][|x][&]"},
};

START_TEST(command_is_program_and_words) {
    struct place place;
    place_make(&place, "for word; do printf '[%s]' \"$word\"; done >\"$" RECORD "\"");
    struct fault fault = {0};
    ck_assert_ptr_nonnull(edit(&place, commands[_i].command, "old", &fault));
    char wanted[2 * PATH_MAX];
    snprintf(wanted, sizeof wanted, "%s[%s/vademecum-", commands[_i].words, place.texts);
    const char *record = file_read(&place, place.record);
    ck_assert_msg(strncmp(record, wanted, strlen(wanted)) == 0, "%s", record);
    ck_assert_str_eq(record + strlen(wanted) + strlen("XXXXXX"), ".txt]");
    place_remove(&place);
}
END_TEST

/* In $PATH is then the folder bin/ alone. */
static void path_narrow(const struct place *place) {
    char path[PATH_MAX];
    path_make(path, place, "bin");
    setenv("PATH", path, 1);
}

START_TEST(usual_editors_are_tried_in_order) {
    static const char *const editors[] = {"bin/nano", "bin/vi", "bin/sensible-editor"};
    static const char *const commands_none[] = {NULL, "", " \t\n"};
    struct place place;
    place_make(&place, "exit 1");
    path_narrow(&place);
    for (size_t i = 0; i < COUNT(editors); i++) {
        char script[64];
        snprintf(script, sizeof script, "printf '%s' >\"$1\"", editors[i]);
        editor_make(&place, editors[i], script);
        for (size_t j = 0; j < COUNT(commands_none); j++) {
            struct fault fault = {0};
            const char *value = edit(&place, commands_none[j], "old", &fault);
            ck_assert_msg(value != NULL, "%s", fault.text);
            ck_assert_str_eq(value, editors[i]);
        }
    }
    place_remove(&place);
}
END_TEST

START_TEST(editor_that_fails_is_not_followed_by_another) {
    struct place place;
    place_make(&place, "exit 1");
    path_narrow(&place);
    editor_make(&place, "bin/vi", "exit 2");
    editor_make(&place, "bin/nano", "exit 0");
    struct fault fault = {0};
    ck_assert_ptr_null(edit(&place, NULL, "old", &fault));
    ck_assert_msg(strstr(fault.text, "exit status 2)"), "%s", fault.text);
    ck_assert_int_eq(entries_count(place.texts), 1);
    place_remove(&place);
}
END_TEST

START_TEST(missing_editor_is_told_and_leaves_no_file) {
    static const struct {
        const char *command;
        const char *reason;
    } missing[] = {
        {"missing -x", "Your editor \"missing\" cannot be started: No such file"},
        {"/no/such", "Your editor \"/no/such\" cannot be started: No such file"},
        {"/dev/null", "Your editor \"/dev/null\" cannot be started: Permission denied"},
        {NULL, "No text editor was found. Install one"},
        {"  ", "No text editor was found. Install one"},
    };
    struct place place;
    place_make(&place, ":");
    path_narrow(&place);
    for (size_t i = 0; i < COUNT(missing); i++) {
        struct fault fault = {0};
        ck_assert_ptr_null(edit(&place, missing[i].command, "old", &fault));
        ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
        ck_assert_msg(strncmp(fault.text, missing[i].reason, strlen(missing[i].reason)) == 0, "%s",
                      fault.text);
        ck_assert_int_eq(entries_count(place.texts), 0);
    }
    place_remove(&place);
}
END_TEST

static const char *edit_in(struct place *place, const char *folder, struct fault *fault) {
    const struct external_editor editor = {.command = "ed -a", .folder = folder};
    const char *kept;
    return external_editor_edit(&place->arena, &editor, "old", &kept, fault);
}

/* The path that the editor gets is from the root, and links in it are gone. */
START_TEST(any_folder_serves) {
    static const char *const folders[][2] = {
        {"two words", "two words"},
        {"two words/", "two words"},
        {"way", "texts"},
        {"./way/.", "texts"},
        {"-x", "-x"},
        {"+x;y\n%s", "+x;y\n%s"},
    };
    struct place place;
    place_make(&place, "printf '%s' \"${2%/*}\" >\"$2\"");
    const int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ck_assert_int_eq(chdir(place.path), 0);
    for (size_t i = 0; i < COUNT(folders); i++) {
        char whole[PATH_MAX];
        path_make(whole, &place, folders[i][0]);
        mkdir(whole, 0700);
        const char *const ways[] = {whole, folders[i][0]};
        for (size_t j = 0; j < COUNT(ways); j++) {
            struct fault fault = {0};
            const char *value = edit_in(&place, ways[j], &fault);
            ck_assert_msg(value != NULL, "%s", fault.text);
            char wanted[PATH_MAX];
            path_make(wanted, &place, folders[i][1]);
            ck_assert_str_eq(value, wanted);
            ck_assert_int_eq(entries_count(whole), 0);
        }
    }
    ck_assert_int_eq(fchdir(here), 0);
    close(here);
    place_remove(&place);
}
END_TEST

START_TEST(folder_that_takes_no_file_is_told) {
    static const char *const folders[][2] = {
        {"missing", "No such file or directory"},
        {"bin/ed", "Not a directory"},
    };
    struct place place;
    place_make(&place, "echo >\"$" RECORD "\"");
    for (size_t i = 0; i < COUNT(folders); i++) {
        char folder[PATH_MAX];
        path_make(folder, &place, folders[i][0]);
        struct fault fault = {0};
        ck_assert_ptr_null(edit_in(&place, folder, &fault));
        ck_assert_int_eq(fault.kind, FAULT_SYSTEM);
        ck_assert_msg(strstr(fault.text, folder), "%s", fault.text);
        ck_assert_msg(strstr(fault.text, folders[i][1]), "%s", fault.text);
    }
    ck_assert_int_ne(access(place.record, F_OK), 0);
    place_remove(&place);
}
END_TEST

START_TEST(half_a_file_is_not_edited) {
    struct place place;
    place_make(&place, "echo >\"$" RECORD "\"");
    void (*habit)(int) = signal(SIGXFSZ, SIG_IGN);
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){.rlim_cur = 10, .rlim_max = before.rlim_max});
    struct fault faults[2] = {0};
    const char *part = edit(&place, "ed", "longer than ten bytes", &faults[0]);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){.rlim_cur = 0, .rlim_max = before.rlim_max});
    const char *none = edit(&place, "ed", "old", &faults[1]);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, habit);
    ck_assert_ptr_null(part);
    ck_assert_ptr_null(none);
    ck_assert_msg(strstr(faults[0].text, "No space left"), "%s", faults[0].text);
    ck_assert_msg(strstr(faults[1].text, "File too large"), "%s", faults[1].text);
    ck_assert_int_eq(entries_count(place.texts), 0);
    ck_assert_int_ne(access(place.record, F_OK), 0);
    place_remove(&place);
}
END_TEST

static void nothing_do(int signal) {
    (void)signal;
}

/* As the program does while it browses: these are caught, and blocked. */
static const int blocked[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP};

static void signals_block(struct sigaction before[COUNT(blocked)], sigset_t *mask) {
    sigset_t all;
    sigemptyset(&all);
    for (size_t i = 0; i < COUNT(blocked); i++) {
        struct sigaction action = {.sa_handler = nothing_do};
        sigaction(blocked[i], &action, &before[i]);
        sigaddset(&all, blocked[i]);
    }
    sigprocmask(SIG_BLOCK, &all, mask);
}

/* And puts them back; fails when external_editor_edit has not. */
static void signals_unblock(const struct sigaction before[COUNT(blocked)], const sigset_t *mask) {
    sigset_t now;
    sigprocmask(SIG_SETMASK, mask, &now);
    for (size_t i = 0; i < COUNT(blocked); i++) {
        struct sigaction action;
        sigaction(blocked[i], &before[i], &action);
        ck_assert_msg(action.sa_handler == nothing_do, "signal %d", blocked[i]);
        ck_assert_int_eq(sigismember(&now, blocked[i]), 1);
    }
    ck_assert_int_eq(sigismember(&now, SIGCHLD), sigismember(mask, SIGCHLD));
}

/* The editor would live on with one of them blocked or ignored. */
START_TEST(editor_has_signals_as_by_default) {
    static const char *const names[] = {"TERM", "HUP", "INT", "QUIT", "PIPE"};
    struct place place;
    place_make(&place, ":");
    void (*habit)(int) = signal(SIGPIPE, SIG_IGN);
    struct sigaction before[COUNT(blocked)];
    sigset_t mask;
    signals_block(before, &mask);
    for (size_t i = 0; i < COUNT(names); i++) {
        char script[64];
        snprintf(script, sizeof script, "ulimit -c 0; kill -%s $$; exit 0", names[i]);
        editor_make(&place, "bin/ed", script);
        struct fault fault = {0};
        ck_assert_msg(!edit(&place, "ed", "old", &fault), "%s", names[i]);
        ck_assert_msg(strstr(fault.text, "ended by a signal"), "%s", fault.text);
    }
    signals_unblock(before, &mask);
    signal(SIGPIPE, habit);
    place_remove(&place);
}
END_TEST

START_TEST(keys_that_signal_are_for_the_editor_alone) {
    struct place place;
    place_make(&place, "kill -INT $PPID; kill -QUIT $PPID; kill -TERM $PPID; echo new >\"$1\"");
    struct sigaction before[COUNT(blocked)];
    sigset_t mask;
    signals_block(before, &mask);
    struct fault fault = {0};
    const char *value = edit(&place, "ed", "old", &fault);
    sigset_t pending;
    sigpending(&pending);
    signals_unblock(before, &mask);
    ck_assert_msg(value != NULL, "%s", fault.text);
    ck_assert_str_eq(value, "new");
    ck_assert_int_eq(sigismember(&pending, SIGINT), 0);
    ck_assert_int_eq(sigismember(&pending, SIGQUIT), 0);
    ck_assert_int_eq(sigismember(&pending, SIGTERM), 1);
    place_remove(&place);
}
END_TEST

START_TEST(waiting_goes_on_after_a_signal) {
    struct place place;
    place_make(&place, "kill -USR1 $PPID; kill -USR1 $PPID; ls / >\"$1\"; kill -USR1 $PPID\n"
                       "echo new >\"$1\"");
    struct sigaction action = {.sa_handler = nothing_do};
    struct sigaction before;
    sigaction(SIGUSR1, &action, &before);
    struct fault fault = {0};
    const char *value = edit(&place, "ed", "old", &fault);
    sigaction(SIGUSR1, &before, NULL);
    ck_assert_msg(value != NULL, "%s", fault.text);
    ck_assert_str_eq(value, "new");
    place_remove(&place);
}
END_TEST

START_TEST(end_is_learnt_also_when_children_are_ignored) {
    struct place place;
    place_make(&place, "echo new >\"$1\"");
    void (*habit)(int) = signal(SIGCHLD, SIG_IGN);
    struct fault fault = {0};
    const char *value = edit(&place, "ed", "old", &fault);
    ck_assert(signal(SIGCHLD, habit) == SIG_IGN);
    ck_assert_msg(value != NULL, "%s", fault.text);
    ck_assert_str_eq(value, "new");
    place_remove(&place);
}
END_TEST

/* As Ctrl-Z in an editor does, it stops its whole process group; "fg" goes on with it. */
START_TEST(shell_gets_the_terminal_when_the_editor_stops) {
    struct place place;
    place_make(&place, "kill -TSTP 0; echo new >\"$1\"");
    const pid_t caller = fork();
    if (caller == 0) {
        setpgid(0, 0);
        alarm(TIMEOUT_SECONDS / 2);
        struct sigaction before[COUNT(blocked)];
        sigset_t mask;
        signals_block(before, &mask);
        struct fault fault;
        const char *value = edit(&place, "ed", "old", &fault);
        sigset_t pending;
        sigpending(&pending);
        _exit(value && strcmp(value, "new") == 0 && !sigismember(&pending, SIGTSTP) ? EXIT_SUCCESS
                                                                                    : EXIT_FAILURE);
    }
    int status;
    ck_assert_int_eq(waitpid(caller, &status, WUNTRACED), caller);
    ck_assert_msg(WIFSTOPPED(status), "status %d", status);
    ck_assert_int_eq(entries_count(place.texts), 1);
    ck_assert_int_eq(kill(-caller, SIGCONT), 0);
    ck_assert_int_eq(waitpid(caller, &status, 0), caller);
    ck_assert_int_eq(status, EXIT_SUCCESS);
    place_remove(&place);
}
END_TEST

static Suite *external_editor_suite(void) {
    Suite *suite = suite_create("external_editor");
    TCase *texts = tcase_create("texts");
    tcase_set_timeout(texts, TIMEOUT_SECONDS);
    tcase_add_loop_test(texts, text_goes_through_the_editor, 0, COUNT(changes));
    tcase_add_test(texts, file_is_private_and_ends_with_a_line_end);
    tcase_add_test(texts, editor_has_our_input_and_output);
    tcase_add_test(texts, longest_value_comes_through);
    tcase_add_loop_test(texts, text_that_is_not_taken_stays, 0, COUNT(failures));
    tcase_add_test(texts, what_is_no_file_is_told);
    suite_add_tcase(suite, texts);
    TCase *editors = tcase_create("editors");
    tcase_set_timeout(editors, TIMEOUT_SECONDS);
    tcase_add_loop_test(editors, command_is_program_and_words, 0, COUNT(commands));
    tcase_add_test(editors, usual_editors_are_tried_in_order);
    tcase_add_test(editors, editor_that_fails_is_not_followed_by_another);
    tcase_add_test(editors, missing_editor_is_told_and_leaves_no_file);
    tcase_add_test(editors, any_folder_serves);
    tcase_add_test(editors, folder_that_takes_no_file_is_told);
    tcase_add_test(editors, half_a_file_is_not_edited);
    suite_add_tcase(suite, editors);
    TCase *signals = tcase_create("signals");
    tcase_set_timeout(signals, TIMEOUT_SECONDS);
    tcase_add_test(signals, editor_has_signals_as_by_default);
    tcase_add_test(signals, keys_that_signal_are_for_the_editor_alone);
    tcase_add_test(signals, waiting_goes_on_after_a_signal);
    tcase_add_test(signals, end_is_learnt_also_when_children_are_ignored);
    tcase_add_test(signals, shell_gets_the_terminal_when_the_editor_stops);
    suite_add_tcase(suite, signals);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(external_editor_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
