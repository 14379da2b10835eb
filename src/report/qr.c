#include "vademecum/report/qr.h"

#ifdef HAVE_QRENCODE

#include <qrencode.h>

enum {
    QUIET = 4 /* modules around a code, as the standard wants */
};

static bool dark(const QRcode *code, int x, int y) {
    return code->data[y * code->width + x] & 1;
}

/* Writes the runs of dark modules in a row: "M4 4h7v1h-7z". */
static void row_write(FILE *out, const QRcode *code, int y) {
    for (int x = 0; x < code->width; x++) {
        int run = 0;
        while (x + run < code->width && dark(code, x + run, y)) {
            run++;
        }
        if (run > 0) {
            fprintf(out, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run, run);
            x += run;
        }
    }
}

bool qr_svg(FILE *out, const char *text) {
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!code) {
        return false;
    }
    const int side = code->width + 2 * QUIET;
    fprintf(out,
            "<svg class=\"qr\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\" "
            "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dh-%dz\"/><path "
            "fill=\"#000\" d=\"",
            side, side, side, side, side);
    for (int y = 0; y < code->width; y++) {
        row_write(out, code, y);
    }
    fputs("\"/></svg>\n", out);
    QRcode_free(code);
    return true;
}

#else

bool qr_svg(FILE *out, const char *text) {
    (void)out;
    (void)text;
    return false;
}

#endif
