#include "hostile.h"

#include "launch.h"

#include <check.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    PER_CELL = 4, /* texts in a cell */
    COLUMNS_MAX = 32,
    NAME_MAX_LENGTH = 64,
    MARKS_MOST = 3000,
    WORD_LONG = 100,
    URL_LONG = 400
};

/* Texts being collected. */
struct collection {
    struct arena *arena;
    struct hostile *list;
    size_t count;
    size_t room;
};

/* A file being rewritten. */
struct rewriting {
    struct arena *arena;
    const struct hostile *list;
    size_t count;
    size_t next;             /* place of the text that comes next */
    bool texts[COLUMNS_MAX]; /* which columns are texts */
    bool urls[COLUMNS_MAX];  /* which are addresses */
    FILE *out;
};

static void bytes_add(struct collection *collection, const char *bytes, size_t length);
static void text_add(struct collection *collection, const char *text);
static void controls_add(struct collection *collection);
static void characters_add(struct collection *collection);
static void marks_add(struct collection *collection, const char *base, size_t count);
static void repeated_add(struct collection *collection, const char *start, char letter,
                         size_t count);
static void file_rewrite(struct rewriting *rewriting, const char *from, const char *to);
static const char *header_read(struct rewriting *rewriting, const char *text);
static void columns_note(struct rewriting *rewriting, const char *name, size_t column);
static void rows_rewrite(struct rewriting *rewriting, const char *text);
static const char *cell_skip(const char *text);
static void cell_write(struct rewriting *rewriting, bool url);
static void bytes_write(struct rewriting *rewriting, const char *bytes, size_t length);
static char *file_read(struct arena *arena, const char *path);

/* Sequences, and bytes that are no UTF-8. */
static const char *const sequences[] = {
    "\033[2J",
    "\033[6n",
    "\033[5;9Hpwned",
    "\033[1;1r",
    "\033[?1049l",
    "\033[?25l",
    "\033[31m",
    "\033[8m",
    "\033[4h",
    "\033[9b",
    "\033[5M",
    "\033c",
    "\033#8",
    "\033(0",
    "\0337",
    "\033=",
    "\033]0;pwned\a",
    "\033]2;pwned\033\\",
    "\033]8;;http://e.vil\033\\x\033]8;;\033\\",
    "\033]52;c;cHduZWQ=\a",
    "\033]0;no end",
    "\033P$q\"p\033\\",
    "\033_pwned\033\\",
    "\033^x\033\\",
    "\033Xx\033\\",
    "\2332J",
    "\2350;pwned\234",
    "\302\2332J",
    "\302\2350;pwned\302\234",
    "\033[200~:quit\r\033[201~",
    "a\rb",
    "a\nb",
    "a\r\nb",
    "a\tb",
    "a\b\b\bb",
    "a\013b\014c",
    "\300\200",
    "\300\257",
    "\340\200\257",
    "\355\240\200",
    "\355\277\277",
    "\360\200\200\257",
    "\364\220\200\200",
    "\370\210\200\200\200",
    "\374\204\200\200\200\200",
    "\376\377",
    "x\343\201",
    "\202x",
    "x\360\237\230",
    "\200\201x",
    "%n%s%d%99999d",
    "\",\"\"',;\\",
    "=1+1",
    "<lt>&amp;",
};

/* Characters that cannot be seen or turn text around, and such as terminals disagree about. */
static const char *const characters[] = {
    "a\u202ab",
    "a\u202bb",
    "a\u202cb",
    "a\u202db",
    "a\u202eb",
    "a\u2066b",
    "a\u2067b",
    "a\u2068b",
    "a\u2069b",
    "a\u200eb",
    "a\u200fb",
    "a\u061cb",
    "a\u200bb",
    "a\u200cb",
    "a\u200db",
    "a\u2060b",
    "a\u2061b",
    "a\u2064b",
    "a\ufeffb",
    "\ufeffb",
    "a\u00adb",
    "a\u180eb",
    "a\u3164b",
    "a\u115fb",
    "a\u1160b",
    "a\uffa0b",
    "a\u034fb",
    "a\U000e0001b",
    "a\U000e0041b",
    "a\U000e007fb",
    "a\ufe0fb",
    "a\ufe00b",
    "a\U000e0100b",
    "a\u2028b",
    "a\u2029b",
    "a\ufff9b\ufffbc",
    "a\ufffcb",
    "a\xef\xbf\xbe"
    "b",
    "a\xef\xbf\xbf"
    "b",
    "a\xf4\x8f\xbf\xbf"
    "b",
    "a\ue000b",
    "a\uf8ffb",
    "a\U000f0000b",
    "a\u0378b",
    "a\u2800b",
    "a\u3000b",
    "a\u00a0b",
    "a\u2003b",
    "a\u1680b",
    "漢字かな交じり文",
    "가나다",
    "\u1112\u1161\u11ab",
    "ｱﾞｶﾞ",
    "全角！",
    "😀😃",
    "👩‍👩‍👧‍👦",
    "🇨🇿🇵🇱🇪",
    "❤️☎️",
    "👍🏽👩🏿‍🚀",
    "1️⃣#️⃣",
    "क्षत्रिय",
    "ก็ำำ",
    "שלום עולם",
    "مرحبا بالعالم",
    "a\u20ddb\u20e3",
    "\u0301x",
    "Ａｂ→…–“”",
    "é",
    "ﬁ ﷽",
    "𝔘𝔫𝔦",
    "\U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1",
};

const struct hostile *hostile_list(struct arena *arena, size_t *count) {
    struct collection collection = {.arena = arena};
    controls_add(&collection);
    characters_add(&collection);
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
        text_add(&collection, sequences[i]);
    }
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        text_add(&collection, characters[i]);
    }
    marks_add(&collection, "e", 1);
    marks_add(&collection, "e", 5);
    marks_add(&collection, "漢", 40);
    marks_add(&collection, "", 5);
    marks_add(&collection, "e", MARKS_MOST);
    repeated_add(&collection, "", 'w', WORD_LONG);
    repeated_add(&collection, "https://e.vil/", 'u', URL_LONG);
    bytes_add(&collection, "a\0b", 3);
    *count = collection.count;
    return collection.list;
}

const char *hostile_catalogue(struct arena *arena, const struct hostile *list, size_t count) {
    char *folder = arena_printf(arena, "%s/vademecum-hostile.XXXXXX", launch_temporary());
    ck_assert_ptr_nonnull(mkdtemp(folder));
    const char *shipped = launch_source(arena, "tests/catalogues/spring");
    struct rewriting rewriting = {.arena = arena, .list = list, .count = count};
    struct dirent **files = NULL;
    const int found = scandir(shipped, &files, NULL, alphasort);
    ck_assert_int_gt(found, 0);
    for (int i = 0; i < found; i++) {
        const char *name = files[i]->d_name;
        const size_t length = strlen(name);
        if (length > 4 && strcmp(name + length - 4, ".csv") == 0) {
            file_rewrite(&rewriting, arena_printf(arena, "%s/%s", shipped, name),
                         arena_printf(arena, "%s/%s", folder, name));
        }
        free(files[i]);
    }
    free(files);
    return folder;
}

void hostile_remove(const char *path) {
    DIR *folder = opendir(path);
    ck_assert_ptr_nonnull(folder);
    for (struct dirent *file = readdir(folder); file; file = readdir(folder)) {
        unlinkat(dirfd(folder), file->d_name, 0);
    }
    closedir(folder);
    ck_assert_int_eq(rmdir(path), 0);
}

const char *hostile_tag(struct arena *arena, size_t place) {
    return arena_printf(arena, "#%03zu", place);
}

static void bytes_add(struct collection *collection, const char *bytes, size_t length) {
    collection->list = arena_grow(collection->arena, collection->list, collection->count,
                                  &collection->room, sizeof *collection->list);
    collection->list[collection->count++] = (struct hostile){
        arena_copy(collection->arena, bytes, length), length};
}

static void text_add(struct collection *collection, const char *text) {
    bytes_add(collection, text, strlen(text));
}

/* Each control byte, and each byte that starts or goes on a character that is not there. */
static void controls_add(struct collection *collection) {
    for (int byte = 1; byte <= 0xff; byte++) {
        if (byte < ' ' || byte >= 0x7f) {
            text_add(collection, arena_printf(collection->arena, "a%cb", byte));
        }
    }
}

/* U+0080 to U+009F, as UTF-8. */
static void characters_add(struct collection *collection) {
    for (int byte = 0x80; byte < 0xa0; byte++) {
        text_add(collection, arena_printf(collection->arena, "a\302%cb", byte));
    }
}

static void marks_add(struct collection *collection, const char *base, size_t count) {
    char *text = arena_alloc(collection->arena, strlen(base) + 2 * count + 1);
    char *end = stpcpy(text, base);
    for (size_t i = 0; i < count; i++) {
        end = stpcpy(end, i % 2 ? "\u0323" : "\u0301");
    }
    text_add(collection, text);
}

static void repeated_add(struct collection *collection, const char *start, char letter,
                         size_t count) {
    char *text = arena_alloc(collection->arena, strlen(start) + count + 1);
    memset(stpcpy(text, start), letter, count);
    text_add(collection, text);
}

static void file_rewrite(struct rewriting *rewriting, const char *from, const char *to) {
    const char *text = file_read(rewriting->arena, from);
    rewriting->out = fopen(to, "w");
    ck_assert_ptr_nonnull(rewriting->out);
    rows_rewrite(rewriting, header_read(rewriting, text));
    ck_assert_int_eq(fclose(rewriting->out), 0);
}

/* Notes the columns, copies the header, and returns what is behind it. */
static const char *header_read(struct rewriting *rewriting, const char *text) {
    const char *end = strchr(text, '\n') + 1;
    size_t column = 0;
    while (text < end) {
        char name[NAME_MAX_LENGTH];
        const char *next = cell_skip(text);
        snprintf(name, sizeof name, "%.*s", (int)(next - text) - 2, text + 1);
        ck_assert_uint_lt(column, COLUMNS_MAX);
        columns_note(rewriting, name, column++);
        fwrite(text, 1, (size_t)(next - text), rewriting->out);
        for (text = next; text < end && *text != '"'; text++) {
            fputc(*text, rewriting->out);
        }
    }
    return end;
}

static void columns_note(struct rewriting *rewriting, const char *name, size_t column) {
    static const char *const texts[] = {
        "title",
        "label",
        "text",
        "ask",
        "summary",
        "objectives",
        "credit",
        "note",
        "partners",
        "region",
        "city",
        "funding",
        "contact",
        "aims",
        "outputs",
        "publisher",
        "funder",
        "organisation",
        "size",
        "programme",
        "reference",
        "audience",
        "transferability",
        "version",
    };
    static const char *const urls[] = {"url", "website", "source_url"};
    rewriting->texts[column] = false;
    rewriting->urls[column] = false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        rewriting->texts[column] |= strcmp(texts[i], name) == 0;
    }
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        rewriting->urls[column] |= strcmp(urls[i], name) == 0;
    }
}

/* The catalogue has all its cells in quotes. */
static void rows_rewrite(struct rewriting *rewriting, const char *text) {
    size_t column = 0;
    while (*text) {
        if (*text != '"') {
            column = *text == ',' ? column + 1 : 0;
            fputc(*text++, rewriting->out);
            continue;
        }
        const char *next = cell_skip(text);
        if (rewriting->texts[column] || rewriting->urls[column]) {
            cell_write(rewriting, rewriting->urls[column]);
        } else {
            fwrite(text, 1, (size_t)(next - text), rewriting->out);
        }
        text = next;
    }
}

/* What is behind the cell that starts here with a quote. */
static const char *cell_skip(const char *text) {
    do {
        text = strchr(text + 1, '"') + 1;
    } while (*text == '"');
    return text;
}

static void cell_write(struct rewriting *rewriting, bool url) {
    fputs(url ? "\"https://example.org/" : "\"", rewriting->out);
    for (size_t i = 0; i < PER_CELL; i++) {
        const struct hostile *hostile = &rewriting->list[rewriting->next];
        fprintf(rewriting->out, i ? " %s " : "%s ", hostile_tag(rewriting->arena, rewriting->next));
        bytes_write(rewriting, hostile->bytes, hostile->length);
        rewriting->next = (rewriting->next + 1) % rewriting->count;
    }
    fputc('"', rewriting->out);
}

static void bytes_write(struct rewriting *rewriting, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        fputs(bytes[i] == '"' ? "\"" : "", rewriting->out);
        fputc(bytes[i], rewriting->out);
    }
}

static char *file_read(struct arena *arena, const char *path) {
    char *text = NULL;
    size_t length = 0;
    size_t room = 0;
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    for (size_t got = 1; got > 0; length += got) {
        text = launch_room(arena, text, length, length + BUFSIZ + 1, &room);
        got = fread(text + length, 1, BUFSIZ, file);
    }
    fclose(file);
    text[length] = '\0';
    return text;
}
