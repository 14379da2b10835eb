/*
 * form: how ids, dates, addresses and names of files are written, and what is wrong with one that is not.
 */
#ifndef VADEMECUM_CATALOGUE_FORM_H
#define VADEMECUM_CATALOGUE_FORM_H

#include <stddef.h>

enum {
    FORM_ID_MAX = 128,  /* bytes */
    FORM_URL_MAX = 2048 /* bytes */
};

/* How many bytes of `text`, from the first, an id could begin with: of an id, all. */
size_t form_id_length(const char *text);

enum form_date {
    DATE_SOUND,
    DATE_MISWRITTEN, /* not of the form YYYY, YYYY-MM or YYYY-MM-DD */
    DATE_NOWHERE     /* of that form, but not in the calendar; its first year is 0001 */
};

enum form_date form_date(const char *text);

enum form_url {
    URL_SOUND,
    URL_LONG,      /* over FORM_URL_MAX */
    URL_SEVERAL,   /* more than one address */
    URL_BLANK,     /* has a blank */
    URL_MAIL,      /* is an address for mail */
    URL_OTHER,     /* begins as other links do: ftp:, tel:, javascript: */
    URL_SLASHES,   /* http or https, but not "://" behind it */
    URL_SCHEME,    /* does not begin with http:// or https:// */
    URL_USER,      /* has a user part, which can make one site look like another */
    URL_ACCENT,    /* has a letter beyond ASCII in the name of the site */
    URL_PORT,      /* has no number from 1 to 65535 behind the colon */
    URL_END,       /* ends with a sign that belongs to the sentence around it */
    URL_DOTS,      /* has nothing before, behind or between dots in the name of the site */
    URL_WORD,      /* has one word only, such as "www", as the name of the site */
    URL_HOST,      /* no name of a site where one should be */
    URL_CHARACTER, /* a character, or a lone "%", that RFC 3986 does not allow after the host */
    URL_COUNT
};

/*
 * A host is made of letters, digits, dot, hyphen and underscore, starts with a letter or digit and
 * has a dot unless it is "localhost", or is an IPv6 address in brackets: RFC 3986 allows others,
 * the net has none.
 */
enum form_url form_url(const char *text);

/* What is wrong, as the rest of a sentence behind "for", and what to do, as a sentence. Static. */
const char *form_url_reason(enum form_url form);
const char *form_url_advice(enum form_url form);

enum form_file {
    FILE_SOUND,
    FILE_SIGN, /* has a control character in its name */
    FILE_KIND  /* is of a kind that may run a program */
};

/*
 * Whether the file of a tool may be handed to the desktop, which runs some kinds instead of showing
 * them. The kind is told by the name's end, whatever its capitals.
 */
enum form_file form_file(const char *path);

/* As those of addresses. */
const char *form_file_reason(enum form_file form);
const char *form_file_advice(enum form_file form);

/* What a spreadsheet that only opens and saves a file makes of an id that looks like it. */
enum form_change {
    CHANGE_NONE,
    CHANGE_NUMBER, /* 007, 1.40, 1e5, and numbers of more digits than it keeps */
    CHANGE_DATE,   /* 2017-10, 1-2-3, 1.5, mar-24, may5 */
    CHANGE_TRUTH   /* true, false */
};

enum form_change form_change(const char *id);

#endif
