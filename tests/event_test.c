/* event: one event and its line. */
#include "vademecum/base/count.h"
#include "vademecum/review/event.h"

#include "vademecum/base/table.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;

static void arena_begin(void) {
    arena_init(&arena, (struct arena_end){0});
}

static void arena_finish(void) {
    arena_free(&arena);
}

static const struct {
    struct event event;
    const char *line;
} samples[] = {
    {{.run = "k3f9a2c17",
      .counter = 1772442847,
      .time = "2026-03-02T09:14:07Z",
      .reviewer = "ana",
      .practice = "cz-brno-intercultural-work",
      .item = "inclusivity.1.1",
      .field = "verdict",
      .value = "met"},
     "k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,inclusivity.1.1,"
     "verdict,met,kdf03add2\n"},
    {{.run = "k3f9a2c17",
      .counter = 1772442940,
      .time = "2026-03-02T09:15:40Z",
      .reviewer = "ana",
      .practice = "cz-brno-intercultural-work",
      .item = "inclusivity.1.1",
      .field = "comment",
      .value = "posters in 4 languages\nasked at the desk"},
     "k3f9a2c17-1772442940,2026-03-02T09:15:40Z,ana,cz-brno-intercultural-work,inclusivity.1.1,"
     "comment,\"posters in 4 languages\\nasked at the desk\",k8da3db8b\n"},
};

START_TEST(test_sample) {
    struct event event = samples[_i].event;
    size_t length;
    const char *line = event_format(&arena, &event, &length);
    ck_assert_str_eq(line, samples[_i].line);
    ck_assert_uint_eq(length, strlen(line));
    struct event read;
    const char *why;
    ck_assert_int_eq(event_parse(&arena, line, length - 1, &read, &why), EVENT_GOOD);
    ck_assert(event_same(&read, &event));
    ck_assert_uint_eq(read.check, event.check);
}
END_TEST

/* How a value stands in its line, out of quotes: B47. */
static const struct {
    const char *value;
    const char *cell;
} guards[] = {
    {"", ""},
    {"met", "met"},
    {"=1+1", "'=1+1"},
    {"+x", "'+x"},
    {"-2", "'-2"},
    {"@SUM(1)", "'@SUM(1)"},
    {"\t=1", "'\t=1"},
    {"\xEF\xBC\x9D"
     "1",
     "'\xEF\xBC\x9D"
     "1"},
    {".5", "'.5"},
    {"TRUE", "'TRUE"},
    {"true", "'true"},
    {"pravda", "'pravda"},
    {"May 5", "'May 5"},
    {"March 2024", "'March 2024"},
    {"5 May", "'5 May"},
    {"(5)", "'(5)"},
    {"$5", "'$5"},
    {"5 %", "'5 %"},
    {"1e5", "'1e5"},
    {"½", "'½"},
    {"12:30", "'12:30"},
    {"€5", "'€5"},
    {"1 000", "'1 000"},
    {" 5", "' 5"},
    {"#N/A", "'#N/A"},
    {"a report of what was done", "a report of what was done"},
    {"not_met", "not_met"},
    {"'=1", "''=1"},
    {"'", "''"},
    {"\"=1\"", "'\"=1\""},
    {"2026-05-01", "'2026-05-01"},
    {"0", "'0"},
    {"a=1", "'a=1"},
    {"a\nb", "a\\nb"},
    {"\n=1", "'\\n=1"},
    {"a\\nb", "a\\\\nb"},
    {"\\", "'\\\\"},
    {"Łódź, \"ulica\"", "'Łódź, \"ulica\""},
};

/* `cell` in quotes, its own doubled. */
static const char *quoted(const char *cell) {
    char *text = arena_alloc(&arena, 2 * strlen(cell) + 3);
    char *to = text;
    *to++ = '"';
    for (; *cell; cell++) {
        if (*cell == '"') {
            *to++ = '"';
        }
        *to++ = *cell;
    }
    *to = '"';
    return text;
}

START_TEST(test_guard) {
    struct event event = samples[0].event;
    event.value = guards[_i].value;
    size_t length;
    const char *line = event_format(&arena, &event, &length);
    const char *plain = arena_printf(&arena, ",verdict,%s,k", guards[_i].cell);
    const char *in_quotes = arena_printf(&arena, ",verdict,%s,k", quoted(guards[_i].cell));
    ck_assert_msg(strstr(line, plain) || strstr(line, in_quotes), "%s", line);
    struct event read;
    const char *why;
    ck_assert_int_eq(event_parse(&arena, line, length - 1, &read, &why), EVENT_GOOD);
    ck_assert_str_eq(read.value, guards[_i].value);
}
END_TEST

static size_t dice(uint64_t *state, size_t sides) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (size_t)(*state % sides);
}

/* Whatever is typed comes back, or was refused. */
START_TEST(test_round) {
    static const char *const pieces[] = {
        "'",    "\\",   "\n", "\r",   "\t", "n",    ",",
        "\"",   "=",    "+",  "-",    "@",  "0",    "a",
        " ",    "ź",    ";",  "\x7F", "k",  "\r\n", "\xF0\x9F\x98\x80",
        "\x01", "\xFF", "{}"};
    uint64_t state = 20260302;
    size_t refused = 0;
    for (size_t round = 0; round < 20000; round++) {
        char typed[64] = "";
        for (size_t i = dice(&state, 10); i > 0; i--) {
            strcat(typed, pieces[dice(&state, COUNT(pieces))]);
        }
        struct event event = samples[0].event;
        struct fault fault;
        event.value = event_value(&arena, typed, &fault);
        if (!event.value) {
            refused++;
            ck_assert(strpbrk(typed, "\x01\x7F\xFF"));
            continue;
        }
        ck_assert(!strpbrk(event.value, "\r\x01\x7F\xFF"));
        size_t length;
        const char *line = event_format(&arena, &event, &length);
        ck_assert_ptr_eq(memchr(line, '\n', length), line + length - 1);
        struct event read;
        const char *why;
        ck_assert_int_eq(event_parse(&arena, line, length - 1, &read, &why), EVENT_GOOD);
        ck_assert(event_same(&read, &event));
        arena_empty(&arena);
    }
    ck_assert_uint_gt(refused, 100);
}
END_TEST

START_TEST(test_line_ends) {
    struct fault fault;
    ck_assert_str_eq(event_value(&arena, "a\r\nb\rc\n\r", &fault), "a\nb\nc\n\n");
}
END_TEST

/* The controls and their neighbours; those of C1 are two bytes. */
static const struct {
    const char *typed;
    bool kept;
} controls[] = {
    {"\x1F", false},     {" ", true},         {"~", true},        {"\x7F", false},
    {"\xC2\x80", false}, {"\xC2\x9F", false}, {"\xC2\xA0", true}, {"\xC2\xBF", true},
    {"\xC3\x80", true},  {"\t\n", true},      {"a\x01", false},
};

START_TEST(test_controls) {
    struct fault fault;
    const char *value = event_value(&arena, controls[_i].typed, &fault);
    if (controls[_i].kept) {
        ck_assert_str_eq(value, controls[_i].typed);
    } else {
        ck_assert_ptr_null(value);
        ck_assert_int_eq(fault.kind, FAULT_USAGE);
    }
}
END_TEST

#define GOOD                                                                                       \
    "k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,"                    \
    "inclusivity.1.1,verdict,met,kdf03add2"
#define LINE(text) text, sizeof text - 1

static const struct {
    const char *bytes;
    size_t length;
    enum event_line kind;
} lines_read[] = {
    {LINE(GOOD), EVENT_GOOD},
    {LINE(GOOD "\r"), EVENT_GOOD},
    {LINE("\xEF\xBB\xBF" GOOD), EVENT_GOOD},
    {LINE(GOOD ",more,\"of a later, version\""), EVENT_GOOD},
    {LINE("\"k3f9a2c17-1772442847\",\"2026-03-02T09:14:07Z\",\"ana\","
          "\"cz-brno-intercultural-work\",\"inclusivity.1.1\",\"verdict\",\"met\",\"kdf03add2\"\r"),
     EVENT_GOOD},
    {LINE(""), EVENT_NOTHING},
    {LINE("\r"), EVENT_NOTHING},
    {LINE("\xEF\xBB\xBF"), EVENT_NOTHING},
    {LINE("event,time,reviewer,practice,item,field,value,check"), EVENT_NOTHING},
    {LINE("\xEF\xBB\xBF\"event\",time,reviewer,practice,item,field,value,check,later\r"),
     EVENT_NOTHING},
    {LINE("k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,"
          "inclusivity.1.1,verdict,not_met,kdf03add2"),
     EVENT_CHANGED},
    {LINE("k3f9a2c17-1772442848,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,"
          "inclusivity.1.1,verdict,met,kdf03add2"),
     EVENT_CHANGED},
    {LINE("k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,"
          "inclusivity.1.1,verdict,met,KDF03ADD2"),
     EVENT_CHANGED},
    {LINE("k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,"
          "inclusivity.1.1,verdict,met,"),
     EVENT_CHANGED},
    {LINE("k3f9a2c17-1772442847,2026-03-02T09:14:07Z,ana,cz-brno-intercultural-work,"
          "inclusivity.1.1,verdict,met,kdf03add2\0"),
     EVENT_CHANGED},
    {LINE("Event;Time;Reviewer;Practice;Item;Field;Value;Check;;"), EVENT_NOTHING},
    {LINE("event,time,reviewer,practice,item,field,value,check  \t\r"), EVENT_NOTHING},
    {LINE(",,,,,,,"), EVENT_NOTHING},
    {LINE("; ;;\r"), EVENT_NOTHING},
    {LINE("sep=;"), EVENT_NOTHING},
    {LINE("\x1A"), EVENT_NOTHING},
    {LINE("\xEF\xBB\xBF\xEF\xBB\xBF" GOOD), EVENT_GOOD},
    {LINE("event,time,reviewer,practice,item,field,value,check," GOOD), EVENT_NO_EVENT},
    {LINE("event,time,reviewer,practice,item,field,value,check\0" GOOD), EVENT_NO_EVENT},
    {LINE(GOOD "," GOOD), EVENT_NO_EVENT},
    {LINE("event,time,reviewer,practice,item,field,value,checks"), EVENT_NO_EVENT},
    {LINE("event,time,reviewer,practice,item"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1772442847"), EVENT_NO_EVENT},
    {LINE("<<<<<<< HEAD"), EVENT_NO_EVENT},
    {LINE("\0\0\0\0\0\0\0\0"), EVENT_NO_EVENT},
    {LINE("\"" GOOD), EVENT_NO_EVENT},
    {LINE("a\"b,,,,,,,"), EVENT_NO_EVENT},
    {LINE("\"a\"b,,,,,,,"), EVENT_NO_EVENT},
    {LINE(GOOD "\r" GOOD), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1772442847\0,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("K3f9a2c17-1772442847,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c1-1772442847,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17+1772442847,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-0,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-01,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1x,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17--1,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1000000000000000,t,ana,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-999999999999999,t,ana,p,i,verdict,met,kdf03add2"), EVENT_CHANGED},
    {LINE("k3f9a2c17-1,t,../x,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,,p,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p,i,,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p\x1B[2J,i,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p,i\t,verdict,met,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p,i,verdict,\x9B,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p,i,verdict,\xC2\x9B,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p,i,verdict,a\\tb,kdf03add2"), EVENT_NO_EVENT},
    {LINE("k3f9a2c17-1,t,ana,p,i,verdict,a\\,kdf03add2"), EVENT_NO_EVENT},
};

START_TEST(test_line) {
    struct event event;
    const char *why;
    const enum event_line kind = event_parse(&arena, lines_read[_i].bytes, lines_read[_i].length,
                                             &event, &why);
    ck_assert_int_eq(kind, lines_read[_i].kind);
    ck_assert_int_eq(why != NULL, kind == EVENT_CHANGED || kind == EVENT_NO_EVENT);
    if (kind == EVENT_GOOD) {
        ck_assert(event_same(&event, &samples[0].event));
    }
}
END_TEST

#define OLD_TIME "2026-11-28T18:02:54Z"
#define CZECH "P\xC5\x99\xC3\xADli\xC5\xA1 \xC5\xBElu\xC5\xA5ou\xC4\x8Dk\xC3\xBD k\xC5\xAF\xC5\x88"
#define FRENCH "D\xC3\xA9j\xC3\xA0 vu, d\xC3\xA9j\xC3\xA0 dit"

/*
 * Lines as versions before the ninth cell wrote them, and lines as LibreOffice, Gnumeric, Excel and
 * OnlyOffice leave them. All say what was said, at OLD_TIME.
 */
static const struct {
    const char *line;
    const char *practice;
    const char *value;
} saved[] = {
    /* Old lines as they were written, most without a guard. */
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,met,k885cea0c", "cz-brno", "met"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,\"May 5\",k28ff1548", "cz-brno",
     "May 5"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,.5,kebe5d7b8", "cz-brno", ".5"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,true,kcb87f63a", "cz-brno", "true"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",1e5,007,1.40,comment,\"'007\",kbcfaa4ec", "007", "007"},
    /* The time in another form; the first is found from the number, the others are not. */
    {"k7o7ba4pa-1795888974,\"2026/11/28 18:02:54\",ana,cz-brno,one,comment,met,k885cea0c",
     "cz-brno", "met"},
    {"k7o7ba4pa-1795888974,46354.752,ana,cz-brno,one,comment,met,k885cea0c", "cz-brno", "met"},
    {"k7o7ba4pa-5,2026/11/28 18:02:54,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    {"k7o7ba4pa-5,28/11/2026 18:02,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    {"k7o7ba4pa-5,11/28/2026 6:02 PM,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    {"k7o7ba4pa-5,11/28/26 6:02:54 pm,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    {"k7o7ba4pa-5,28.11.2026 18:02:54,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    {"k7o7ba4pa-5,2026-11-28 18:02:54Z,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    {"k7o7ba4pa-5,2026-11-28T18:02,ana,cz-brno,one,comment,met,k4e5af1e3", "cz-brno", "met"},
    /* Guards that Gnumeric takes away. */
    {"k7o7ba4pa-1795888974,\"2026/11/28 18:02:54\",ana,cz-brno,one,comment,007,k694a8440",
     "cz-brno", "007"},
    {"k7o7ba4pa-1795888974,\"2026/11/28 18:02:54\",ana,cz-brno,one,comment,2026-05-01,kec660f1e",
     "cz-brno", "2026-05-01"},
    /* Other separators. */
    {"k7o7ba4pa-1795888974;28.11.2026 18:02;ana;cz-brno;one;comment;met;k885cea0c\r", "cz-brno",
     "met"},
    {"\"k7o7ba4pa-1795888974\"\t\"28.11.2026\"\t\"ana\"\t\"cz-brno\"\t\"one\"\t\"comment\"\t\"met\""
     "\t\"k885cea0c\"",
     "cz-brno", "met"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,met,k885cea0c,,,", "cz-brno",
     "met"},
    /* Blanks behind the line, from a mail or a terminal. */
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,met,k885cea0c  \t ", "cz-brno",
     "met"},
    {"k7o7ba4pa-1795888974;28.11.2026 18:02;ana;cz-brno;one;comment;met;k885cea0c \r", "cz-brno",
     "met"},
    /* Ids that became numbers, once and again; the ninth cell is left alone. */
    {"k7o7ba4pa-1795888974," OLD_TIME ",100000,7,1.4,comment,'007,kbcfaa4ec,\"as " OLD_TIME
     "|1e5|007|1.40|comment|'007\"",
     "007", "007"},
    {"k7o7ba4pa-1795888974,\"2026/11/28 "
     "18:02:54\",1.00E+05,7,1.4,comment,7,kbcfaa4ec,\"as " OLD_TIME "|1e5|007|1.40|comment|'007\"",
     "007", "007"},
    /* Letters in an older encoding, and those that were encoded twice. */
    {"k7o7ba4pa-1795888974," OLD_TIME
     ",ana,cz-brno,one,comment,P\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD "
     "k\xF9\xF2,k927f5570",
     "cz-brno", CZECH},
    {"k7o7ba4pa-1795888974;28.11.2026 18:02;ana;cz-brno;one;comment;D\xE9j\xE0 vu, d\xE9j\xE0 "
     "dit;kc1c63f73",
     "cz-brno", FRENCH},
    {"k7o7ba4pa-1795888974," OLD_TIME
     ",ana,cz-brno,one,comment,\"D\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0 "
     "vu, d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0 dit\",kc1c63f73",
     "cz-brno", FRENCH},
};

START_TEST(test_saved) {
    struct event event;
    const char *why;
    const char *line = saved[_i].line;
    ck_assert_int_eq(event_parse(&arena, line, strlen(line), &event, &why), EVENT_GOOD);
    ck_assert_str_eq(event.time, OLD_TIME);
    ck_assert_str_eq(event.practice, saved[_i].practice);
    ck_assert_str_eq(event.value, saved[_i].value);
}
END_TEST

/* What nothing proves is not put back, and a value that a person has changed is told. */
static const struct {
    const char *line;
    const char *why; /* part of the sentence */
} unproved[] = {
    {"k7o7ba4pa-1795888974," OLD_TIME ",1e5,007,1.40,comment,'008,kbcfaa4ec,\"as " OLD_TIME
     "|1e5|007|1.40|comment|'007\"",
     "changed"},
    {"k7o7ba4pa-5,2026/11/28 18:03:55,ana,cz-brno,one,comment,met,k4e5af1e3", "changed"},
    {"k7o7ba4pa-5,,ana,cz-brno,one,comment,met,k4e5af1e3", "changed"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,7,k694a8440", "changed"},
    {"k7o7ba4pa-1795888974," OLD_TIME ",ana,cz-brno,one,comment,P\xF8?li,k927f5570", "encoding"},
    {"k7o7ba4pa-5," OLD_TIME ",ana,cz-brno,one,comment,met,k4e5af1e3,k7o7ba4pa-6,", "Another"},
};

START_TEST(test_unproved) {
    struct event event;
    const char *why;
    const char *line = unproved[_i].line;
    ck_assert_int_ne(event_parse(&arena, line, strlen(line), &event, &why), EVENT_GOOD);
    ck_assert_msg(why && strstr(why, unproved[_i].why), "%s", why ? why : "no word");
}
END_TEST

/* CRC-32, written once more so that the log's is held to it. */
static uint32_t crc_add(uint32_t crc, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        crc ^= (unsigned char)bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
    }
    return crc;
}

/*
 * The value of a line as the versions before the ninth cell read it: eight cells or more, the check
 * over the first seven as they stand, one ' taken away. NULL for what they would not have used.
 */
static const char *old_reading(const char *bytes, size_t length) {
    struct table_line line;
    if (!table_line(&arena, bytes, length, ',', &line) || line.count < 8) {
        return NULL;
    }
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < 7; i++) {
        crc = i > 0 ? crc_add(crc, "\x1F", 1) : crc;
        crc = crc_add(crc, line.cells[i], strlen(line.cells[i]));
    }
    if (strcmp(line.cells[7], arena_printf(&arena, "k%08x", (unsigned)~crc)) != 0) {
        return NULL;
    }
    const char *cell = line.cells[6] + (line.cells[6][0] == '\'');
    char *value = arena_alloc(&arena, strlen(cell) + 1);
    char *to = value;
    for (; *cell; cell++) {
        const bool escaped = *cell == '\\';
        cell += escaped;
        *to++ = escaped && *cell == 'n' ? '\n' : *cell;
    }
    return value;
}

/* Whatever is written here, the versions before the ninth cell read it. */
START_TEST(test_old_reading) {
    static const char *const ids[] = {"cz-brno", "007", "1e5", "2017-10", "may-5", "true", ""};
    for (size_t i = 0; i < COUNT(ids); i++) {
        struct event event = samples[0].event;
        event.practice = ids[i];
        event.item = ids[COUNT(ids) - 1 - i];
        event.value = guards[_i].value;
        size_t length;
        const char *line = event_format(&arena, &event, &length);
        const char *value = old_reading(line, length - 1);
        ck_assert_ptr_nonnull(value);
        ck_assert_str_eq(value, guards[_i].value);
    }
}
END_TEST

/* A line is known by what stands in it, not by its quotes. */
START_TEST(test_mark) {
    char one[EVENT_MARK_SIZE];
    char other[EVENT_MARK_SIZE];
    event_line_mark(&arena, LINE("k1,t,ana"), one);
    event_line_mark(&arena, LINE("\xEF\xBB\xBF\"k1\",\"t\",\"ana\"\r"), other);
    ck_assert_str_eq(one, other);
    event_line_mark(&arena, LINE("k1,ta,na"), other);
    ck_assert_str_ne(one, other);
}
END_TEST

START_TEST(test_order) {
    const struct event *early = &samples[0].event;
    struct event late = *early;
    ck_assert_int_eq(event_order(early, &late), 0);
    late.counter = 10000000000;
    ck_assert_int_lt(event_order(early, &late), 0);
    ck_assert_int_gt(event_order(&late, early), 0);
    late.counter = early->counter;
    late.run[8] = '8';
    ck_assert_int_lt(event_order(early, &late), 0);
}
END_TEST

START_TEST(test_same) {
    const struct event *one = &samples[0].event;
    struct event others[7];
    for (size_t i = 0; i < COUNT(others); i++) {
        others[i] = *one;
        ck_assert(event_same(one, &others[i]));
    }
    others[0].counter++;
    others[1].time = "";
    others[2].reviewer = "ben";
    others[3].practice = "";
    others[4].item = "";
    others[5].field = "comment";
    others[6].value = "";
    for (size_t i = 0; i < COUNT(others); i++) {
        ck_assert(!event_same(one, &others[i]));
    }
}
END_TEST

START_TEST(test_run) {
    char run[EVENT_RUN_SIZE];
    event_run(0, run);
    ck_assert_str_eq(run, "k00000000");
    event_run(UINT64_MAX, run);
    ck_assert_uint_eq(strlen(run), 9);
    ck_assert_uint_eq(strspn(run, "0123456789abcdefghijklmnopqrstuvwxyz"), 9);
    char other[EVENT_RUN_SIZE];
    event_run(UINT64_MAX - 1, other);
    ck_assert_str_ne(run, other);
}
END_TEST

/* The run behind each, and whether there is one. */
static const struct {
    const char *run;
    const char *after;
    bool found;
} runs[] = {
    {"k00000000", "k00000001", true},  {"kaaaaaaa9", "kaaaaaaaa", true},
    {"kaaaaaazz", "kaaaaab00", true},  {"k9zzzzzzz", "ka0000000", true},
    {"kzzzzzzzz", "k00000000", false},
};

START_TEST(test_run_after) {
    char run[EVENT_RUN_SIZE];
    ck_assert(event_run_after(runs[_i].run, run) == runs[_i].found);
    ck_assert_str_eq(run, runs[_i].after);
}
END_TEST

START_TEST(test_check) {
    struct fault fault;
    struct event event = samples[0].event;
    ck_assert(event_check(&event, &fault));
    char *long_name = arena_alloc(&arena, EVENT_NAME_MAX + 2);
    memset(long_name, 'a', EVENT_NAME_MAX + 1);
    event.item = long_name;
    ck_assert(!event_check(&event, &fault));
    ck_assert_int_eq(fault.kind, FAULT_USAGE);
    long_name[EVENT_NAME_MAX] = '\0';
    ck_assert(event_check(&event, &fault));
    event.counter = 0;
    ck_assert(!event_check(&event, &fault));
    event.counter = EVENT_COUNTER_MAX;
    ck_assert(event_check(&event, &fault));
    event.counter++;
    ck_assert(!event_check(&event, &fault));
    event = samples[0].event;
    event.run[3] = 'A';
    ck_assert(!event_check(&event, &fault));
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    bool foreign;
} files[] = {
    {LINE("\xFF\xFE"
          "e\0"),
     true},
    {LINE("\xFE\xFF\0e"), true},
    {LINE("e\0v\0"), true},
    {LINE("\0e\0v"), true},
    {LINE("\xFF\xFE\0\0e\0\0\0"), true},
    {LINE("\0\0\xFE\xFF\0\0\0e"), true},
    {LINE("e\0\0\0v\0\0\0"), true},
    {LINE("event\x1Ftime\x1Freviewer"), true},
    {LINE("PK\x03\x04"), true},
    {LINE("event^time^reviewer^practice"), true},
    {LINE("\xEF\xBB\xBF"
          "\"event\" \"time\" \"reviewer\""),
     true},
    {LINE("sep=:\r\nevent:time:reviewer"), true},
    {LINE("kaaaaaaaa-1700000000^2026-03-02T"), true},
    {LINE("Event time for all reviewers"), false},
    {LINE("event^time"), false},
    {LINE("event|time|reviewer"), false},
    {LINE("event;time"), false},
    {LINE("event\ttime"), false},
    {LINE(""), false},
    {LINE("\xEF\xBB\xBF"), false},
    {LINE("event,time"), false},
    {LINE("event"), false},
    {LINE("\0\0\0\0"), false},
    {LINE(GOOD), false},
};

START_TEST(test_foreign) {
    const char *why = NULL;
    ck_assert_int_eq(event_foreign(files[_i].bytes, files[_i].length, &why), files[_i].foreign);
    ck_assert_int_eq(why != NULL, files[_i].foreign);
}
END_TEST

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("event");
    TCase *lines = tcase_create("lines");
    tcase_add_checked_fixture(lines, arena_begin, arena_finish);
    tcase_add_loop_test(lines, test_sample, 0, COUNT(samples));
    tcase_add_loop_test(lines, test_guard, 0, COUNT(guards));
    tcase_add_test(lines, test_round);
    tcase_add_test(lines, test_line_ends);
    tcase_add_loop_test(lines, test_controls, 0, COUNT(controls));
    tcase_add_loop_test(lines, test_line, 0, COUNT(lines_read));
    tcase_add_loop_test(lines, test_saved, 0, COUNT(saved));
    tcase_add_loop_test(lines, test_unproved, 0, COUNT(unproved));
    tcase_add_loop_test(lines, test_old_reading, 0, COUNT(guards));
    tcase_add_test(lines, test_mark);
    tcase_add_test(lines, test_order);
    tcase_add_test(lines, test_same);
    tcase_add_test(lines, test_run);
    tcase_add_loop_test(lines, test_run_after, 0, COUNT(runs));
    tcase_add_test(lines, test_check);
    tcase_add_loop_test(lines, test_foreign, 0, COUNT(files));
    suite_add_tcase(suite, lines);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
