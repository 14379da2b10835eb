#include "vademecum/base/stranger.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum {
    LOOKED_AT = 1024,   /* bytes in which the zeros of UTF-16 and UTF-32 show */
    UNIT_MAX = 4,       /* bytes of a letter in UTF-32 */
    CONTROLS_MANY = 4,  /* controls that no text has: fewer could be there by chance */
    CONTROLS_SHARE = 8, /* one byte of so many, likewise */
    ZEROS_LEAST = 2     /* of one half of UTF-16 whose letters are not Latin: the separators */
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
static const char picture[] = N_(
    "This is a picture, not a CSV file. Put a good copy in its place.");
static const char database[] = N_(
    "This is the file of a database, not a CSV file. Get the table as CSV UTF-8 from its program.");
static const char pointer[] = N_(
    "This only stands for a file that git has not fetched. Fetch it with \"git lfs pull\".");
static const char binary[] = N_("This file is no text. Most likely it belongs to another program, "
                                "or it was damaged. Put a good copy in its place.");
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
    STRANGER("PK\x05\x06", packed),
    STRANGER("7z\xBC\xAF", packed),
    STRANGER("Rar!\x1A", packed),
    STRANGER("\x28\xB5\x2F\xFD", packed),
    STRANGER("\x89PNG", picture),
    STRANGER("\xFF\xD8\xFF", picture),
    STRANGER("GIF87a", picture),
    STRANGER("GIF89a", picture),
    STRANGER("SQLite format 3", database),
    STRANGER("PAR1", database),
    STRANGER("version https://git-lfs", pointer),
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
    STRANGER("<!--", page),
};

/* Whether an object or a list of JSON begins here, and not a name in brackets. */
static bool is_json(const char *bytes, size_t length) {
    static const char starts[] = "\"{[]}-0123456789";
    size_t next = 1;
    while (next < length && bytes[next] && strchr(" \t\r\n", bytes[next])) {
        next++;
    }
    return length > 0 && (bytes[0] == '{' || bytes[0] == '[') &&
           (next >= length || (bytes[next] && strchr(starts, bytes[next])));
}

/*
 * Whether nearly every other byte, from the first or second on, is the upper half of a letter of
 * most scripts, which as a byte of text would be a control.
 */
static bool is_wide(const char *bytes, size_t length, size_t first) {
    size_t uppers = 0;
    for (size_t i = first; i < length; i += 2) {
        uppers += (unsigned char)bytes[i] < ' ';
    }
    return uppers * 2 * CONTROLS_SHARE > length * (CONTROLS_SHARE - 1);
}

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
    if (units > 0 && even + odd >= ZEROS_LEAST && (even == 0 || odd == 0) &&
        is_wide(bytes, looked, odd > 0)) {
        return utf16;
    }
    if (units == 0 || (even < least && odd < least)) {
        return NULL;
    }
    if ((zero[0] == 0 || zero[3] == 0) && zero[1] == units && zero[2] == units) {
        return utf32;
    }
    return even == 0 || odd == 0 ? utf16 : NULL;
}

static const char *text_find(const char *bytes, size_t length) {
    size_t at = bytes_marks(bytes, length);
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
    return is_json(bytes + at, length - at) ? json : NULL;
}

/* Whether too many bytes of the first line are controls for a text. Zeros alone may be a hole. */
static bool is_binary(const char *bytes, size_t length) {
    size_t looked = 0;
    size_t controls = 0;
    size_t nulls = 0;
    for (; looked < length && looked < LOOKED_AT && bytes[looked] != '\n'; looked++) {
        const char byte = bytes[looked];
        nulls += byte == '\0';
        controls += (unsigned char)byte < ' ' && byte != '\t' && byte != '\r';
    }
    return controls >= CONTROLS_MANY && controls > nulls && controls * CONTROLS_SHARE >= looked;
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
    if (length > 0 && bytes[0] == '\0') {
        return zeros;
    }
    return is_binary(bytes, length) ? binary : text_find(bytes, length);
}
