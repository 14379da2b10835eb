#include "vademecum/import/whole.h"

#include "vademecum/base/bytes.h"
#include "vademecum/base/i18n.h"
#include "vademecum/base/stranger.h"
#include "vademecum/base/text.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

enum {
    GROWTH = 3 /* bytes of UTF-8 that a byte of another encoding takes at most */
};

char *whole_read(struct arena *arena, const char *path, size_t *length, struct fault *fault) {
    FILE *file = fopen(path, "re");
    if (!file) {
        fault_set_errno(fault, path, errno, "%s", _("cannot be read"));
        return NULL;
    }
    char *bytes = NULL;
    size_t room = 0;
    *length = 0;
    do {
        bytes = arena_grow(arena, bytes, *length, &room, 1);
        *length += fread(bytes + *length, 1, room - *length, file);
    } while (!feof(file) && !ferror(file) && *length <= WHOLE_MAX);
    if (ferror(file)) {
        fault_set_errno(fault, path, errno, "%s", _("cannot be read"));
        bytes = NULL;
    } else if (*length > WHOLE_MAX) {
        fault_set(fault, FAULT_WANTING, path, 0, NULL, "%s",
                  _("is larger than 16 MB, and is not read"));
        bytes = NULL;
    }
    fclose(file);
    return bytes ? arena_copy(arena, bytes, *length) : NULL;
}

/* The bytes as UTF-8, NUL behind them; NULL when they are not in the encoding.
 */
static char *recode(struct arena *arena, const char *bytes, size_t *length, const char *encoding) {
    const iconv_t conversion = iconv_open("UTF-8", encoding);
    if (conversion == (iconv_t)-1) {
        return NULL;
    }
    char *from = (char *)bytes;
    size_t left = *length;
    const size_t most = GROWTH * *length;
    size_t room = most;
    char *text = arena_bytes(arena, most + 1);
    char *to = text;
    const bool whole = iconv(conversion, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(conversion);
    *to = '\0';
    *length = most - room;
    return whole ? text : NULL;
}

static char *decode(struct arena *arena, char *bytes, size_t *length, const char **encoding) {
    if (strncmp(bytes, "\xFF\xFE", 2) == 0 || strncmp(bytes, "\xFE\xFF", 2) == 0) {
        *encoding = "UTF-16";
        return recode(arena, bytes, length, *encoding);
    }
    if (stranger_find(bytes, *length)) {
        return NULL;
    }
    if (text_valid(bytes, *length) < *length) {
        *encoding = "Windows-1250";
        return recode(arena, bytes, length, "CP1250");
    }
    *encoding = "UTF-8";
    const size_t marks = bytes_marks(bytes, *length);
    *length -= marks;
    return bytes + marks;
}

char *whole_text(struct arena *arena, const char *path, size_t *length, const char **encoding,
                 struct fault *fault) {
    char *bytes = whole_read(arena, path, length, fault);
    if (!bytes) {
        return NULL;
    }
    char *text = decode(arena, bytes, length, encoding);
    if (text && memchr(text, '\0', *length) == NULL) {
        return text;
    }
    fault_set(fault, FAULT_WANTING, path, 0, NULL, "%s",
              _("this is no text; in the spreadsheet choose Save As, \"CSV UTF-8\""));
    return NULL;
}
