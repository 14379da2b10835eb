#include "vademecum/base/stranger.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum {
    LOOKED_AT = 1024, /* bytes in which the zeros of UTF-16 and UTF-32 show */
    UNIT_MAX = 4      /* bytes of a letter in UTF-32 */
};

/* What a file begins with that is something else. */
struct stranger {
    const char *bytes;
    size_t length;
    const char *sentence;
};

#define STRANGER(bytes, sentence)                                                                  \
    { (bytes), sizeof(bytes) - 1, (sentence) }

static const char utf16[] = N_(
    "This file is saved as UTF-16, which cannot be read here. Open it in the spreadsheet and "
    "save it as CSV UTF-8: in Excel the type \"CSV UTF-8\"; in LibreOffice Save As, tick \"Edit "
    "filter settings\", character set \"Unicode (UTF-8)\".");
static const char utf32[] = N_(
    "This file is saved as UTF-32, which cannot be read here. Open it in the spreadsheet and "
    "save it as CSV UTF-8; in LibreOffice Save As, tick \"Edit filter settings\", character set "
    "\"Unicode (UTF-8)\".");
static const char workbook[] = N_(
    "This is a spreadsheet's own file; only its name ends like a CSV file's. Open it in the "
    "spreadsheet and save it as CSV UTF-8.");
static const char zeros[] = N_(
    "This file begins with a zero byte, so it is no text; most likely it was damaged. Put a "
    "good copy in its place.");
static const char document[] = N_(
    "This is a document of a word processor (RTF), not a CSV file. Copy its table into a "
    "spreadsheet and save that as CSV UTF-8.");
static const char page[] = N_(
    "This is a web page (HTML) or XML, not a CSV file. If a browser saved it, the download may "
    "have failed; else open it in a spreadsheet and save it as CSV UTF-8.");
static const char json[] = N_(
    "This is JSON, not a CSV file. Save the table as CSV UTF-8 where it comes from.");
static const char pdf[] = N_(
    "This is a PDF, not a CSV file. Get the table as CSV UTF-8 where it comes from.");
static const char packed[] = N_("This file is packed. Unpack it, and put what was in it here.");

/* Longer ones before those that they begin with. */
static const struct stranger strangers[] = {
    STRANGER("\xFF\xFE\0\0", utf32),
    STRANGER("\0\0\xFE\xFF", utf32),
    STRANGER("\xFF\xFE", utf16),
    STRANGER("\xFE\xFF", utf16),
    STRANGER("PK\x03\x04", workbook),
    STRANGER("\xD0\xCF\x11\xE0", workbook),
    STRANGER("\x09\x08\x10\0", workbook),
    STRANGER("ID;PWXL", workbook),
    STRANGER("\x1F\x8B", packed),
    STRANGER("BZh9", packed),
    STRANGER("\xFD"
             "7zXZ",
             packed),
    STRANGER("%PDF-", pdf),
};

/* The same of text, behind a mark and blanks, in small or capital letters. */
static const struct stranger texts[] = {
    STRANGER("{\\rtf", document), STRANGER("<!doctype", page), STRANGER("<html", page),
    STRANGER("<?xml", page),      STRANGER("<table", page),    STRANGER("<head", page),
    STRANGER("<!--", page),       STRANGER("{", json),         STRANGER("[", json),
};

/*
 * The sentence about letters of two or four bytes without a mark, or NULL: most letters of a header
 * are ASCII, so that the other bytes of each are zero, and always the same ones.
 */
static const char *wide_find(const char *bytes, size_t length) {
    const size_t looked = (length < LOOKED_AT ? length : LOOKED_AT) / UNIT_MAX * UNIT_MAX;
    size_t zero[UNIT_MAX] = {0};
    for (size_t i = 0; i < looked; i++) {
        zero[i % UNIT_MAX] += bytes[i] == '\0';
    }
    const size_t units = looked / UNIT_MAX;
    const size_t even = zero[0] + zero[2];
    const size_t odd = zero[1] + zero[3];
    const size_t least = units; /* half of what there is at either half of the places */
    if (units == 0 || (even < least && odd < least)) {
        return NULL;
    }
    if ((zero[0] == 0 || zero[3] == 0) && zero[1] == units && zero[2] == units) {
        return utf32;
    }
    return even == 0 || odd == 0 ? utf16 : NULL;
}

static const char *text_find(const char *bytes, size_t length) {
    static const char mark[] = "\xEF\xBB\xBF";
    const bool marked = length >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0;
    size_t at = marked ? sizeof mark - 1 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at]) {
        at++;
    }
    for (size_t i = 0; i < COUNT(texts); i++) {
        const struct stranger *text = &texts[i];
        if (length - at >= text->length &&
            strncasecmp(bytes + at, text->bytes, text->length) == 0) {
            return text->sentence;
        }
    }
    return NULL;
}

const char *stranger_find(const char *bytes, size_t length) {
    for (size_t i = 0; i < COUNT(strangers); i++) {
        const struct stranger *stranger = &strangers[i];
        if (length >= stranger->length && memcmp(bytes, stranger->bytes, stranger->length) == 0) {
            return stranger->sentence;
        }
    }
    const char *wide = wide_find(bytes, length);
    if (wide) {
        return wide;
    }
    return length > 0 && bytes[0] == '\0' ? zeros : text_find(bytes, length);
}
