/*
 * form: how ids, dates and addresses are written, and what is wrong with one that is not.
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
    URL_LONG,     /* over FORM_URL_MAX */
    URL_SCHEME,   /* does not begin with http:// or https:// */
    URL_USER,     /* has a user part, which can make one site look like another */
    URL_HOST,     /* no name of a site where one should be, or a wrong port after it */
    URL_CHARACTER /* a character, or a lone "%", that RFC 3986 does not allow after the host */
};

/*
 * A host is made of letters, digits, dot, hyphen and underscore and starts with a letter or digit,
 * or is an IPv6 address in brackets: RFC 3986 allows other characters there, the net has none.
 */
enum form_url form_url(const char *text);

#endif
