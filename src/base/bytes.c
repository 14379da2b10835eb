#include "vademecum/base/bytes.h"

#include "vademecum/base/count.h"

#include <stdint.h>
#include <string.h>

bool bytes_plain(const char *bytes, size_t length) {
    const uint64_t blanks = 0x2020202020202020;
    const uint64_t tops = 0x8080808080808080;
    size_t at = 0;
    for (; length - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, bytes + at, sizeof word);
        /* The lowest byte under 0x20 borrows, which sets its top bit in the difference. */
        if ((word | (word - blanks)) & tops) {
            return false;
        }
    }
    for (; at < length; at++) {
        const unsigned char byte = (unsigned char)bytes[at];
        if (byte < 0x20 || byte > 0x7F) {
            return false;
        }
    }
    return true;
}

size_t bytes_ascii(const char *bytes, size_t length) {
    const uint64_t tops = 0x8080808080808080;
    size_t at = 0;
    for (; length - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, bytes + at, sizeof word);
        if (word & tops) {
            break;
        }
    }
    while (at < length && !(bytes[at] & 0x80)) {
        at++;
    }
    return at;
}

/* Many bytes at a time, which most cells have none of. */
static bool byte_in(const char *bytes, size_t length, char byte) {
    return length && memchr(bytes, byte, length);
}

size_t bytes_zeros(const char *bytes, size_t length) {
    size_t count = 0;
    if (!byte_in(bytes, length, '\0')) {
        return 0;
    }
    for (size_t i = 0; i < length; i++) {
        count += bytes[i] == '\0';
    }
    return count;
}

long bytes_lines(const char *bytes, size_t length) {
    long count = 0;
    if (!byte_in(bytes, length, '\r') && !byte_in(bytes, length, '\n')) {
        return 0;
    }
    for (size_t i = 0; i < length; i++) {
        count += bytes[i] == '\r' || (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r'));
    }
    return count;
}

uint64_t bytes_hash(uint64_t hash, const void *bytes, size_t length) {
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ byte[i]) * UINT64_C(0x100000001B3);
    }
    return hash;
}

size_t bytes_line(const char *bytes, size_t length) {
    const char *lf = length ? memchr(bytes, '\n', length) : NULL;
    const size_t whole = lf ? (size_t)(lf - bytes) + 1 : length;
    const char *cr = whole ? memchr(bytes, '\r', whole) : NULL;
    return cr ? (size_t)(cr - bytes) + 1 : whole;
}

size_t bytes_line_whole(const char *bytes, size_t length) {
    const size_t line = bytes_line(bytes, length);
    const bool pair = line > 0 && line < length && bytes[line - 1] == '\r' && bytes[line] == '\n';
    return line + pair;
}

size_t bytes_marks(const char *bytes, size_t length) {
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t size = sizeof mark - 1;
    size_t marks = 0;
    while (length - marks >= size && memcmp(bytes + marks, mark, size) == 0) {
        marks += size;
    }
    return marks;
}

bool bytes_conflict(const char *bytes, size_t length) {
    static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>", "|||||||"};
    for (size_t i = 0; i < COUNT(marks); i++) {
        const size_t size = strlen(marks[i]);
        if (length >= size && memcmp(bytes, marks[i], size) == 0) {
            return true;
        }
    }
    return false;
}

size_t bytes_copy(char *to, const char *bytes, size_t length) {
    static const char sign[] = "␀";
    size_t used = 0;
    const char *zero = length ? memchr(bytes, '\0', length) : NULL;
    while (zero) {
        const size_t before = (size_t)(zero - bytes);
        memcpy(to + used, bytes, before);
        memcpy(to + used + before, sign, sizeof sign - 1);
        used += before + sizeof sign - 1;
        bytes += before + 1;
        length -= before + 1;
        zero = length ? memchr(bytes, '\0', length) : NULL;
    }
    if (length) {
        memcpy(to + used, bytes, length);
    }
    return used + length;
}

void bytes_sample(char to[SAMPLE_ROOM], const char *bytes, size_t length) {
    size_t cut = length;
    if (cut > SAMPLE_MAX) {
        cut = SAMPLE_MAX;
        /* Do not cut a character: its later bytes, three at most, begin with the bits 10. */
        while (cut > SAMPLE_MAX - 3 && ((unsigned char)bytes[cut] & 0xC0) == 0x80) {
            cut--;
        }
    }
    const size_t used = bytes_copy(to, bytes, cut);
    strcpy(to + used, cut < length ? "…" : "");
}
