#include "vademecum/report/pen_html_style.h"

/*
 * The colours are those of the screen; on a dark page they are lighter. Rows are made by tables and
 * floats, and media are named, as programs that make a PDF of it know no more.
 */
const char pen_html_style[] =
    ":root{color-scheme:light dark;--ink:#1c1c1c;--dim:#5f5f5f;--rule:#c6c6c6;--page:#fff;"
    "--title:#005f87;--met:#008700;--partly:#af5f00;--not:#c00000;--na:#6c6c6c;--unknown:#8f3f8f;"
    "--bar:#e4e4e4}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e4e4;--dim:#a8a8a8;--rule:#444;"
    "--page:#161616;--title:#87c7e7;--met:#5fd75f;--partly:#ffaf5f;--not:#ff8787;--na:#a8a8a8;"
    "--unknown:#d7a7d7;--bar:#303030}}\n"
    "html{background:var(--page);color:var(--ink);font:100%/1.5 Georgia,\"Noto Serif\",serif}\n"
    "body{margin:0}main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem "
    "4rem;overflow-wrap:break-word}\n"
    "h1,h2,h3,h4,h5,dt,th,.count,footer{font-family:system-ui,\"Noto Sans\",sans-serif}\n"
    "h1,h2,h3,h4,h5{line-height:1.25;margin:2em 0 .5em}\n"
    "h1{font-size:1.9rem;color:var(--title);margin-top:0}\n"
    "h2{font-size:1.4rem;color:var(--title);border-bottom:2px solid;padding-bottom:.2em}\n"
    "h3{font-size:1.15rem}\n"
    "h4{font-size:1rem}\n"
    "h5{font-size:.9rem;color:var(--dim);margin:1em 0 .25em}\n"
    "p{margin:.5em 0;max-width:40rem}\n"
    "a{color:var(--title);overflow-wrap:anywhere}\n"
    "p,dt,dd,th,td{unicode-bidi:plaintext}\n"
    "code{font-size:.9em;overflow-wrap:anywhere}\n"
    "ul{list-style:none;margin:.5em 0;padding:0}\n"
    "li{display:flow-root;margin:.45em 0;padding-left:1.6em}\n"
    "li>.sign:first-child{display:inline-block;min-width:1.35em;margin-left:-1.6em;"
    "font-weight:bold}\n"
    "li ul,li dl{font-size:.95em}li dl{margin:.2em 0}\n"
    "dl{display:table;width:100%;margin:.6em 0}\n"
    "dl>div{display:table-row}\n"
    "dt,dd{display:table-cell;vertical-align:baseline;padding:.1em 0}\n"
    "dt{width:7rem;padding-right:1.2em;color:var(--dim);font-size:.85em}\n"
    "dd{overflow-wrap:anywhere}\n"
    ".met{color:var(--met)}.partly{color:var(--partly)}.not{color:var(--not)}.na{color:var(--na)}"
    ".unknown{color:var(--unknown)}.dim{color:var(--dim)}\n"
    ".bars li{padding:0}\n"
    ".bars .in1{padding-left:1em}.bars .in2{padding-left:2em}\n"
    ".bar{float:left;width:8rem;height:.7em;margin-top:.4em;background:var(--bar);"
    "border-radius:.35em;overflow:hidden}\n"
    ".bar rect{fill:currentColor}\n"
    ".count{float:left;width:2.9rem;margin-right:.7rem;text-align:right;line-height:1.75;"
    "font-size:.85em;font-variant-numeric:tabular-nums}\n"
    ".bars .said{display:block;margin-left:11.6rem}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.95em}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35em .9em .35em 0;border-bottom:1px solid;"
    "border-bottom-color:var(--rule)}\n"
    "caption{text-align:left;font-size:.85em;color:var(--dim);padding-bottom:.3em}\n"
    "thead th{font-size:.85em;color:var(--dim);border-bottom-width:2px}\n"
    "tbody th{font-weight:normal;font-family:inherit}\n"
    "footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid;border-top-color:var(--rule);"
    "font-size:.8rem;color:var(--dim)}\n"
    ".code{margin-right:.6em;font-family:monospace}\n"
    ".form th,.form td{padding-right:.5em}.form .box,.form .last{width:3.6rem;text-align:center}\n"
    ".form code{font-size:1.3em}.form tr+tr td[colspan]{border:0}.form "
    "small{color:var(--dim);font-size:.9em}.form .ask>*{border:0}\n"
    ".form .box i{display:inline-block;width:1em;height:1em;border:1.5px solid;"
    "border-radius:.15em}\n"
    ".form .write{display:block;height:1.7em;border-bottom:1px solid;"
    "border-bottom-color:var(--rule)}\n"
    ".qr{display:none}\n";

const char pen_html_style_media[] =
    "@media screen and (max-width:34rem){dl,dl>div,dt,dd{display:block;width:auto;padding:0}"
    "dd{margin:0 0 .5em}.bar{display:block;float:none;width:100%}.count{width:auto}.bars "
    ".said{margin:0}}\n"
    "@page{size:A4;margin:13mm 16mm;@bottom-right{content:counter(page) \" / \" counter(pages);"
    "font:8pt sans-serif;color:#5f5f5f}}\n"
    "@media print{:root{color-scheme:light}html{font-size:9.5pt;line-height:1.37}"
    "main{max-width:none;padding:0}p{max-width:none;margin:.3em 0;orphans:3;widows:3}"
    "h1,h2,h3,h4,h5{margin:1.1em 0 .3em}h1{font-size:1.7rem;margin-top:0}dl{margin:.4em 0}"
    "dt,dd{padding:.05em 0}ul{margin:.3em 0}li{margin:.15em 0}li dl{margin:.1em 0}"
    ".bars{font-size:.95em}.named::after{content:\" \" attr(href);font-size:.9em}"
    "footer{margin-top:1.2em;break-before:avoid}"
    "h1,h2,h3,h4,h5,h3+p,caption,.ask{break-after:avoid}dl,li,tr{break-inside:avoid}"
    "thead{display:table-header-group}a{color:inherit}"
    ".bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    ".qr{display:block;float:right;width:20mm;height:20mm;margin:0 0 2mm 5mm}"
    "@supports selector(dl:has(.qr)){dl:has(.qr){position:relative;margin-bottom:7mm}"
    "dl:has(.qr) dd{padding-right:25mm}dl .qr{position:absolute;right:0;top:0;margin:0}}}\n";

/* The colours are those of the light page above. */
const struct pen_html_tone pen_html_tones[TONE_COUNT] = {
    [TONE_NONE] = {"", "#1c1c1c"},         [TONE_MET] = {"met", "#008700"},
    [TONE_PARTLY] = {"partly", "#af5f00"}, [TONE_NOT_MET] = {"not", "#c00000"},
    [TONE_NA] = {"na", "#6c6c6c"},         [TONE_UNKNOWN] = {"unknown", "#8f3f8f"},
    [TONE_DIM] = {"dim", "#5f5f5f"},
};
