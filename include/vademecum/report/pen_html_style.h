/*
 * pen_html_style: how a web page looks, on a screen and in print.
 */
#ifndef VADEMECUM_REPORT_PEN_HTML_STYLE_H
#define VADEMECUM_REPORT_PEN_HTML_STYLE_H

/* CSS, in ASCII. */
extern const char pen_html_style[];

#endif
