/*
 * bytes: looks at raw bytes of a file, before anything is known of them.
 */
#ifndef VADEMECUM_BASE_BYTES_H
#define VADEMECUM_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    ZERO_EXTRA = 2,                  /* bytes by which "␀" is longer than a zero byte */
    SAMPLE_MAX = 60,                 /* bytes of a file that a sentence quotes */
    SAMPLE_ROOM = 3 * SAMPLE_MAX + 4 /* the same, all zero bytes, with "…" and NUL */
};

/* Where bytes_hash begins. */
#define BYTES_HASH UINT64_C(0xCBF29CE484222325)

/* Whether all bytes are 0x20 to 0x7F: no control, no line end, nothing beyond ASCII. */
bool bytes_plain(const char *bytes, size_t length);

/* How many bytes at the start are ASCII, controls among them. */
size_t bytes_ascii(const char *bytes, size_t length);

/* How many of the bytes are zero. */
size_t bytes_zeros(const char *bytes, size_t length);

/* How many line ends there are: LF, CR LF (one), or CR. */
long bytes_lines(const char *bytes, size_t length);

/* Hashes the bytes by FNV-1a, going on from `hash`: the same number on every machine. */
uint64_t bytes_hash(uint64_t hash, const void *bytes, size_t length);

/* How many bytes the first line takes, its LF or CR included; of CR LF only the CR. */
size_t bytes_line(const char *bytes, size_t length);

/* The same, with CR LF whole. */
size_t bytes_line_whole(const char *bytes, size_t length);

/* Bytes of the byte-order marks of UTF-8 at the start: each program that adds one adds another. */
size_t bytes_marks(const char *bytes, size_t length);

/* Whether they begin as the lines that git leaves where two versions of a file differ. */
bool bytes_conflict(const char *bytes, size_t length);

/*
 * Copies `length` bytes to `to`, each zero byte as "␀", and returns how many came out: `length`
 * and ZERO_EXTRA for each zero. No NUL is added.
 */
size_t bytes_copy(char *to, const char *bytes, size_t length);

/* The first SAMPLE_MAX bytes as a string, zero bytes as "␀", with "…" where it was cut. */
void bytes_sample(char to[SAMPLE_ROOM], const char *bytes, size_t length);

#endif
