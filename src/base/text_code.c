#include "vademecum/base/text.h"

#include <string.h>
#include <utf8proc.h>

size_t text_code(const char *bytes, size_t length, int32_t *code) {
    const size_t most = length < TEXT_CODE_BYTES ? length : TEXT_CODE_BYTES;
    const utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)bytes,
                                                    (utf8proc_ssize_t)most, code);
    return taken > 0 ? (size_t)taken : 0;
}

size_t text_valid(const char *bytes, size_t length) {
    size_t valid = 0;
    while (valid < length) {
        /* This looks at every byte of a catalogue, and nearly all are ASCII: eight at a time. */
        uint64_t eight = UINT64_MAX;
        if (length - valid >= sizeof eight) {
            memcpy(&eight, bytes + valid, sizeof eight);
        }
        if (!(eight & UINT64_C(0x8080808080808080))) {
            valid += sizeof eight;
            continue;
        }
        int32_t code;
        const size_t taken = text_code(bytes + valid, length - valid, &code);
        if (taken == 0) {
            break;
        }
        valid += taken;
    }
    return valid;
}

bool text_blank(int32_t code) {
    return code == '\t' || code == '\n' || code == '\r' ||
           utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

size_t text_encode(int code, char bytes[TEXT_CODE_BYTES]) {
    if (!utf8proc_codepoint_valid(code)) {
        return 0;
    }
    return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)bytes);
}
