/*
 * pen_html_style: how a web page looks, on a screen and in print. A part of pen_html.
 */
#ifndef VADEMECUM_REPORT_PEN_HTML_STYLE_H
#define VADEMECUM_REPORT_PEN_HTML_STYLE_H

#include "vademecum/report/sign.h"

/* CSS, in ASCII: what holds everywhere, and behind it what holds on a phone and on paper. */
extern const char pen_html_style[];
extern const char pen_html_style_media[];

/* The class of each tone, and its colour for programs that ignore styles in a drawing. */
struct pen_html_tone {
    const char *name;
    const char *ink;
};
extern const struct pen_html_tone pen_html_tones[TONE_COUNT];

#endif
