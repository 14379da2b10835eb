/* Files of tools: which may be handed to the desktop. */
#include "vademecum/base/count.h"
#include "vademecum/base/file.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/syntax.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/*
 * Kinds of files that desktops hand to an interpreter, a loader or an installer, and pages and
 * pictures with scripts of their own: a browser shows them with the rights of the user's files.
 */
static const char *const kinds[] = {
    "action",     "apk",         "app",
    "appimage",   "applescript", "application",
    "appx",       "bash",        "bat",
    "bin",        "cgi",         "chm",
    "class",      "cmd",         "com",
    "command",    "cpl",         "csh",
    "deb",        "desktop",     "dll",
    "dmg",        "docm",        "dotm",
    "exe",        "fish",        "flatpak",
    "flatpakref", "flatpakrepo", "gadget",
    "hta",        "htm",         "html",
    "inf",        "ins",         "iqy",
    "jar",        "jnlp",        "js",
    "jse",        "kdelnk",      "ksh",
    "library-ms", "lnk",         "lua",
    "mht",        "mhtml",       "mjs",
    "msc",        "msi",         "msix",
    "msp",        "mst",         "out",
    "oxt",        "php",         "phtml",
    "pif",        "pkg",         "pl",
    "potm",       "ppam",        "ppsm",
    "pptm",       "ps1",         "ps1xml",
    "psm1",       "py",          "pyc",
    "pyw",        "rb",          "rdp",
    "reg",        "rpm",         "run",
    "scf",        "scr",         "sct",
    "search-ms",  "service",     "settingcontent-ms",
    "sh",         "shb",         "shs",
    "shtml",      "slk",         "snap",
    "so",         "svg",         "svgz",
    "swf",        "tcl",         "terminal",
    "url",        "vb",          "vbe",
    "vbs",        "webloc",      "wsc",
    "wsf",        "wsh",         "xbap",
    "xht",        "xhtml",       "xla",
    "xlam",       "xll",         "xlsb",
    "xlsm",       "xltm",        "xml",
    "xsl",        "xslt",        "zsh",
};

/* Looks for a control character of ASCII, or one of U+0080 to U+009F. */
static bool has_control(const char *path) {
    for (const unsigned char *byte = (const unsigned char *)path; *byte; byte++) {
        if (*byte < ' ' || *byte == 0x7F || (*byte == 0xC2 && byte[1] >= 0x80 && byte[1] < 0xA0)) {
            return true;
        }
    }
    return false;
}

static bool kind_sound(const char *path) {
    const char *name = file_name_of(path);
    /* Windows leaves blanks and dots at the end out of a name. */
    size_t length = strlen(name);
    while (length > 0 && strchr(" .", name[length - 1])) {
        length--;
    }
    const char *dot = memrchr(name, '.', length);
    const size_t size = dot ? (size_t)(name + length - dot) - 1 : 0;
    for (size_t i = 0; size > 0 && i < COUNT(kinds); i++) {
        if (strlen(kinds[i]) == size && strncasecmp(dot + 1, kinds[i], size) == 0) {
            return false;
        }
    }
    return true;
}

enum syntax_file syntax_file(const char *path) {
    if (has_control(path)) {
        return FILE_SIGN;
    }
    return kind_sound(path) ? FILE_SOUND : FILE_KIND;
}

const char *syntax_file_reason(enum syntax_file form) {
    return form == FILE_SIGN ? _("its name holds a control character")
                             : _("it is of a kind that may run a program");
}

const char *syntax_file_advice(enum syntax_file form) {
    return form == FILE_SIGN ? _("Its name holds a control character. Give the file another name.")
                             : _("Files of its kind may run a program. Use a kind that is only "
                                 "looked at, such as pdf, "
                                 "txt, odt, docx or png, or write the address of a page instead.");
}
