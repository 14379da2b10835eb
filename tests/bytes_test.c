/* bytes: what raw bytes hold, by a plainer way to the same answer. */
#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"

#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST = 20
};

START_TEST(one_byte_that_is_not_plain_is_found_anywhere) {
    for (size_t length = 0; length <= LONGEST; length++) {
        char bytes[LONGEST];
        memset(bytes, ' ', sizeof bytes);
        ck_assert(bytes_plain(bytes, length));
        for (size_t at = 0; at < length; at++) {
            for (unsigned byte = 0; byte < 256; byte++) {
                bytes[at] = (char)byte;
                ck_assert_int_eq(bytes_plain(bytes, length), byte >= 0x20 && byte < 0x80);
                ck_assert_uint_eq(bytes_ascii(bytes, length), byte < 0x80 ? length : at);
            }
            bytes[at] = '\x7F';
        }
    }
}
END_TEST

static const struct lines {
    const char *bytes;
    long lines;
    size_t first; /* bytes of the first line */
} lines[] = {
    {"", 0, 0},        {"a", 0, 1},        {"\n", 1, 1},      {"\r", 1, 1},
    {"\r\n", 1, 1},    {"\n\r", 2, 1},     {"a\r\r\n", 2, 2}, {"a\n\nb", 2, 2},
    {"ab\r\nc", 1, 3}, {"\r\n\r\n", 2, 1}, {"a\rb\nc", 2, 2},
};

START_TEST(lines_are_counted) {
    const struct lines *one = &lines[_i];
    ck_assert_int_eq(bytes_lines(one->bytes, strlen(one->bytes)), one->lines);
    ck_assert_uint_eq(bytes_line(one->bytes, strlen(one->bytes)), one->first);
}
END_TEST

static const struct copy {
    const char *bytes;
    size_t length;
    const char *out;
} copies[] = {
    {"", 0, ""}, {"abc", 3, "abc"}, {"\0", 1, "␀"}, {"a\0\0b\0", 5, "a␀␀b␀"}, {"\0abc", 4, "␀abc"},
};

/* The values that the authors of FNV-1a give. */
START_TEST(hash_is_fnv) {
    ck_assert_uint_eq(bytes_hash(BYTES_HASH, "", 0), UINT64_C(0xcbf29ce484222325));
    ck_assert_uint_eq(bytes_hash(BYTES_HASH, "a", 1), UINT64_C(0xaf63dc4c8601ec8c));
    ck_assert_uint_eq(bytes_hash(BYTES_HASH, "foobar", 6), UINT64_C(0x85944171f73967e8));
    ck_assert_uint_eq(bytes_hash(bytes_hash(BYTES_HASH, "foo", 3), "bar", 3),
                      UINT64_C(0x85944171f73967e8));
}
END_TEST

START_TEST(zero_bytes_are_copied_as_signs) {
    const struct copy *copy = &copies[_i];
    char out[64];
    const size_t length = bytes_copy(out, copy->bytes, copy->length);
    ck_assert_uint_eq(length, strlen(copy->out));
    ck_assert_mem_eq(out, copy->out, length);
    const size_t zeros = bytes_zeros(copy->bytes, copy->length);
    ck_assert_uint_eq(length, copy->length + zeros * ZERO_EXTRA);
}
END_TEST

START_TEST(sample_is_cut_between_characters) {
    char bytes[2 * SAMPLE_MAX + 1];
    for (size_t before = 0; before < 4; before++) {
        memset(bytes, 'x', before);
        for (size_t at = before; at < sizeof bytes - 4; at += 4) {
            memcpy(bytes + at, "\U0001F469", 4);
        }
        char sample[SAMPLE_ROOM];
        bytes_sample(sample, bytes, SAMPLE_MAX + 3);
        const size_t kept = before + (SAMPLE_MAX - before) / 4 * 4;
        ck_assert_uint_eq(strlen(sample), kept + strlen("…"));
        ck_assert_mem_eq(sample, bytes, kept);
        ck_assert_str_eq(sample + kept, "…");
    }
}
END_TEST

START_TEST(sample_of_anything_fits) {
    char sample[SAMPLE_ROOM];
    char bytes[2 * SAMPLE_MAX];
    memset(bytes, '\0', sizeof bytes);
    bytes_sample(sample, bytes, sizeof bytes);
    ck_assert_uint_eq(strlen(sample), SAMPLE_ROOM - 1);
    memset(bytes, '\x80', sizeof bytes);
    bytes_sample(sample, bytes, sizeof bytes);
    ck_assert_uint_ge(strlen(sample), SAMPLE_MAX - 3);
    bytes_sample(sample, "whole", 5);
    ck_assert_str_eq(sample, "whole");
    memset(bytes, 'y', sizeof bytes);
    bytes_sample(sample, bytes, SAMPLE_MAX);
    ck_assert_uint_eq(strlen(sample), SAMPLE_MAX);
}
END_TEST

static Suite *bytes_suite(void) {
    Suite *suite = suite_create("bytes");
    TCase *looks = tcase_create("looks");
    tcase_add_test(looks, one_byte_that_is_not_plain_is_found_anywhere);
    tcase_add_test(looks, hash_is_fnv);
    tcase_add_loop_test(looks, lines_are_counted, 0, COUNT(lines));
    tcase_add_loop_test(looks, zero_bytes_are_copied_as_signs, 0, COUNT(copies));
    tcase_add_test(looks, sample_is_cut_between_characters);
    tcase_add_test(looks, sample_of_anything_fits);
    suite_add_tcase(suite, looks);
    return suite;
}

int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    SRunner *runner = srunner_create(bytes_suite());
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
