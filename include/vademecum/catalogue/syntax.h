/*
 * syntax: how ids, dates, addresses and names of files are written, and what is wrong with others.
 */
#ifndef VADEMECUM_CATALOGUE_SYNTAX_H
#define VADEMECUM_CATALOGUE_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

enum {
    SYNTAX_ID_MAX = 128,  /* bytes */
    SYNTAX_URL_MAX = 2048 /* bytes */
};

/* Whether the text is an id: [a-z0-9][a-z0-9.-]*, at most 128 bytes. */
bool syntax_is_id(const char *text);

/* Whether the text is YYYY, YYYY-MM or YYYY-MM-DD, from 0001 on, and a day that exists. */
bool syntax_is_date(const char *text);

/*
 * Whether the text is an address that may be opened: http:// or https:// (any case), then a host;
 * only characters that RFC 3986 allows, no user part ("@" before the host), at most SYNTAX_URL_MAX
 * bytes. Fewer hosts than RFC 3986 allows; see syntax_url.
 */
bool syntax_is_url(const char *text);

/* How many bytes at the start of `text` are a whole id, or could begin one. */
size_t syntax_id_length(const char *text);

enum syntax_date {
    DATE_SOUND,
    DATE_MISWRITTEN, /* not of the form YYYY, YYYY-MM or YYYY-MM-DD */
    DATE_NOWHERE     /* of that form, but not in the calendar; its first year is 0001 */
};

/* What is wrong with a date. */
enum syntax_date syntax_date(const char *text);

enum syntax_url {
    URL_SOUND,
    URL_LONG,      /* over SYNTAX_URL_MAX */
    URL_SEVERAL,   /* more than one address */
    URL_BLANK,     /* has a blank */
    URL_MAIL,      /* is an address for mail */
    URL_OTHER,     /* begins as other links do: ftp:, tel:, javascript: */
    URL_SLASHES,   /* http or https, but not "://" behind it */
    URL_SCHEME,    /* does not begin with http:// or https:// */
    URL_USER,      /* has a user part, which can make one site look like another */
    URL_TWICE,     /* has http:// or https:// twice at its beginning */
    URL_BACKSLASH, /* has a backslash */
    URL_UNSEEN,    /* has a character that cannot be seen */
    URL_HYPHEN,    /* has a hyphen at the beginning or end of a part of the name of the site */
    URL_ACCENT,    /* has a letter beyond ASCII in the name of the site */
    URL_PORT,      /* has no number from 1 to 65535 behind the colon */
    URL_END,       /* ends with a sign that belongs to the sentence around it */
    URL_DOTS,      /* has nothing before, behind or between dots in the name of the site */
    URL_WORD,      /* has one word only, such as "www", as the name of the site */
    URL_HOST,      /* no name of a site where one should be */
    URL_SIGN,      /* has a sign in the name of the site that none has */
    URL_PERCENT,   /* has a "%" without two hexadecimal digits behind it */
    URL_CHARACTER, /* a character that RFC 3986 does not allow after the host */
    URL_COUNT
};

/*
 * What is wrong with an address. A host is made of letters, digits, dots, hyphens and underscores,
 * starts with a letter or digit and has a dot unless it is "localhost"; or it is an IPv6 address in
 * brackets. RFC 3986 allows others, but the net has none.
 */
enum syntax_url syntax_url(const char *text);

/* What is wrong, as the rest of a sentence behind "for", and what to do, as a sentence. Static. */
const char *syntax_url_reason(enum syntax_url form);
const char *syntax_url_advice(enum syntax_url form);

enum syntax_file {
    FILE_SOUND,
    FILE_SIGN, /* has a control character in its name */
    FILE_KIND  /* is of a kind that may run a program */
};

/*
 * Whether the file of a tool may be handed to the desktop, which runs some kinds instead of showing
 * them. The end of the name tells the kind, in capital or small letters.
 */
enum syntax_file syntax_file(const char *path);

/* As syntax_url_reason and syntax_url_advice. */
const char *syntax_file_reason(enum syntax_file form);
const char *syntax_file_advice(enum syntax_file form);

/* What a spreadsheet turns an id into that looks like it, when it only opens and saves a file. */
enum syntax_change {
    CHANGE_NONE,
    CHANGE_NUMBER, /* 007, 1.40, 1e5, and numbers of more digits than it keeps */
    CHANGE_DATE,   /* 2017-10, 1-2-3, 1.5, mar-24, may5 */
    CHANGE_TRUTH   /* true, false */
};

enum syntax_change syntax_change(const char *id);

#endif
