/*
 * pen_html_style: how a web page looks, on a screen and in print.
 */
#ifndef VADEMECUM_REPORT_PEN_HTML_STYLE_H
#define VADEMECUM_REPORT_PEN_HTML_STYLE_H

#include "vademecum/report/sign.h"

/* CSS, in ASCII. */
extern const char pen_html_style[];

/* How each tone is called in it, and its colour for programs that know no style in a drawing. */
struct pen_html_tone {
    const char *name;
    const char *ink;
};
extern const struct pen_html_tone pen_html_tones[TONE_COUNT];

#endif
