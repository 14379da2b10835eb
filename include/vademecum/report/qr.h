/*
 * qr: a web address as a QR code (ISO/IEC 18004), for a telephone's camera to read from paper.
 */
#ifndef VADEMECUM_REPORT_QR_H
#define VADEMECUM_REPORT_QR_H

#include <stdbool.h>
#include <stdio.h>

/*
 * Writes the code as one <svg> element on a line of its own, of the class "qr", each dark run a
 * piece of its path, with the quiet zone around it. False, and nothing written, when the text is
 * too long for one, or the program was built without libqrencode.
 */
bool qr_svg(FILE *out, const char *text);

#endif
