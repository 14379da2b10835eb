#include "vademecum/catalogue/codes.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/catalogue/names.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CODE_MAX = 3,    /* letters of a country code or of a language subtag */
    SCRIPT_SIZE = 4, /* of a tag, as "Latn" */
    REGION_LETTERS = 2,
    REGION_DIGITS = 3,
    VARIANT_MAX = 8,
    VARIANT_MIN = 5,      /* characters when it begins with a letter */
    VARIANT_MIN_DIGIT = 4 /* characters when it begins with a digit, as "1996" */
};

struct code {
    char code[CODE_MAX + 1];
    const char *name; /* in English */
};

/* The tables stand in filled lines, for one code a line would hide the rest of the file. */
/* clang-format off */

/*
 * Names as people use them, not in the form for registers. In order of codes. XK is not of ISO 3166
 * but from the codes it leaves to users; statistics and projects of the EU write Kosovo so.
 */
static const struct code countries[] = {
    {"AD", N_("Andorra")}, {"AE", N_("United Arab Emirates")}, {"AF", N_("Afghanistan")},
    {"AG", N_("Antigua and Barbuda")}, {"AI", N_("Anguilla")}, {"AL", N_("Albania")},
    {"AM", N_("Armenia")}, {"AO", N_("Angola")}, {"AQ", N_("Antarctica")}, {"AR", N_("Argentina")},
    {"AS", N_("American Samoa")}, {"AT", N_("Austria")}, {"AU", N_("Australia")},
    {"AW", N_("Aruba")}, {"AX", N_("Åland Islands")}, {"AZ", N_("Azerbaijan")},
    {"BA", N_("Bosnia and Herzegovina")}, {"BB", N_("Barbados")}, {"BD", N_("Bangladesh")},
    {"BE", N_("Belgium")}, {"BF", N_("Burkina Faso")}, {"BG", N_("Bulgaria")},
    {"BH", N_("Bahrain")}, {"BI", N_("Burundi")}, {"BJ", N_("Benin")},
    {"BL", N_("Saint Barthélemy")}, {"BM", N_("Bermuda")}, {"BN", N_("Brunei")},
    {"BO", N_("Bolivia")}, {"BQ", N_("Caribbean Netherlands")}, {"BR", N_("Brazil")},
    {"BS", N_("Bahamas")}, {"BT", N_("Bhutan")}, {"BV", N_("Bouvet Island")},
    {"BW", N_("Botswana")}, {"BY", N_("Belarus")}, {"BZ", N_("Belize")}, {"CA", N_("Canada")},
    {"CC", N_("Cocos Islands")}, {"CD", N_("DR Congo")}, {"CF", N_("Central African Republic")},
    {"CG", N_("Congo")}, {"CH", N_("Switzerland")}, {"CI", N_("Côte d'Ivoire")},
    {"CK", N_("Cook Islands")}, {"CL", N_("Chile")}, {"CM", N_("Cameroon")}, {"CN", N_("China")},
    {"CO", N_("Colombia")}, {"CR", N_("Costa Rica")}, {"CU", N_("Cuba")}, {"CV", N_("Cabo Verde")},
    {"CW", N_("Curaçao")}, {"CX", N_("Christmas Island")}, {"CY", N_("Cyprus")},
    {"CZ", N_("Czechia")}, {"DE", N_("Germany")}, {"DJ", N_("Djibouti")}, {"DK", N_("Denmark")},
    {"DM", N_("Dominica")}, {"DO", N_("Dominican Republic")}, {"DZ", N_("Algeria")},
    {"EC", N_("Ecuador")}, {"EE", N_("Estonia")}, {"EG", N_("Egypt")}, {"EH", N_("Western Sahara")},
    {"ER", N_("Eritrea")}, {"ES", N_("Spain")}, {"ET", N_("Ethiopia")}, {"FI", N_("Finland")},
    {"FJ", N_("Fiji")}, {"FK", N_("Falkland Islands")}, {"FM", N_("Micronesia")},
    {"FO", N_("Faroe Islands")}, {"FR", N_("France")}, {"GA", N_("Gabon")},
    {"GB", N_("United Kingdom")}, {"GD", N_("Grenada")}, {"GE", N_("Georgia")},
    {"GF", N_("French Guiana")}, {"GG", N_("Guernsey")}, {"GH", N_("Ghana")},
    {"GI", N_("Gibraltar")}, {"GL", N_("Greenland")}, {"GM", N_("Gambia")}, {"GN", N_("Guinea")},
    {"GP", N_("Guadeloupe")}, {"GQ", N_("Equatorial Guinea")}, {"GR", N_("Greece")},
    {"GS", N_("South Georgia and the South Sandwich Islands")}, {"GT", N_("Guatemala")},
    {"GU", N_("Guam")}, {"GW", N_("Guinea-Bissau")}, {"GY", N_("Guyana")}, {"HK", N_("Hong Kong")},
    {"HM", N_("Heard Island and McDonald Islands")}, {"HN", N_("Honduras")}, {"HR", N_("Croatia")},
    {"HT", N_("Haiti")}, {"HU", N_("Hungary")}, {"ID", N_("Indonesia")}, {"IE", N_("Ireland")},
    {"IL", N_("Israel")}, {"IM", N_("Isle of Man")}, {"IN", N_("India")},
    {"IO", N_("British Indian Ocean Territory")}, {"IQ", N_("Iraq")}, {"IR", N_("Iran")},
    {"IS", N_("Iceland")}, {"IT", N_("Italy")}, {"JE", N_("Jersey")}, {"JM", N_("Jamaica")},
    {"JO", N_("Jordan")}, {"JP", N_("Japan")}, {"KE", N_("Kenya")}, {"KG", N_("Kyrgyzstan")},
    {"KH", N_("Cambodia")}, {"KI", N_("Kiribati")}, {"KM", N_("Comoros")},
    {"KN", N_("Saint Kitts and Nevis")}, {"KP", N_("North Korea")}, {"KR", N_("South Korea")},
    {"KW", N_("Kuwait")}, {"KY", N_("Cayman Islands")}, {"KZ", N_("Kazakhstan")},
    {"LA", N_("Laos")}, {"LB", N_("Lebanon")}, {"LC", N_("Saint Lucia")},
    {"LI", N_("Liechtenstein")}, {"LK", N_("Sri Lanka")}, {"LR", N_("Liberia")},
    {"LS", N_("Lesotho")}, {"LT", N_("Lithuania")}, {"LU", N_("Luxembourg")}, {"LV", N_("Latvia")},
    {"LY", N_("Libya")}, {"MA", N_("Morocco")}, {"MC", N_("Monaco")}, {"MD", N_("Moldova")},
    {"ME", N_("Montenegro")}, {"MF", N_("Saint Martin")}, {"MG", N_("Madagascar")},
    {"MH", N_("Marshall Islands")}, {"MK", N_("North Macedonia")}, {"ML", N_("Mali")},
    {"MM", N_("Myanmar")}, {"MN", N_("Mongolia")}, {"MO", N_("Macao")},
    {"MP", N_("Northern Mariana Islands")}, {"MQ", N_("Martinique")}, {"MR", N_("Mauritania")},
    {"MS", N_("Montserrat")}, {"MT", N_("Malta")}, {"MU", N_("Mauritius")}, {"MV", N_("Maldives")},
    {"MW", N_("Malawi")}, {"MX", N_("Mexico")}, {"MY", N_("Malaysia")}, {"MZ", N_("Mozambique")},
    {"NA", N_("Namibia")}, {"NC", N_("New Caledonia")}, {"NE", N_("Niger")},
    {"NF", N_("Norfolk Island")}, {"NG", N_("Nigeria")}, {"NI", N_("Nicaragua")},
    {"NL", N_("Netherlands")}, {"NO", N_("Norway")}, {"NP", N_("Nepal")}, {"NR", N_("Nauru")},
    {"NU", N_("Niue")}, {"NZ", N_("New Zealand")}, {"OM", N_("Oman")}, {"PA", N_("Panama")},
    {"PE", N_("Peru")}, {"PF", N_("French Polynesia")}, {"PG", N_("Papua New Guinea")},
    {"PH", N_("Philippines")}, {"PK", N_("Pakistan")}, {"PL", N_("Poland")},
    {"PM", N_("Saint Pierre and Miquelon")}, {"PN", N_("Pitcairn Islands")},
    {"PR", N_("Puerto Rico")}, {"PS", N_("Palestine")}, {"PT", N_("Portugal")}, {"PW", N_("Palau")},
    {"PY", N_("Paraguay")}, {"QA", N_("Qatar")}, {"RE", N_("Réunion")}, {"RO", N_("Romania")},
    {"RS", N_("Serbia")}, {"RU", N_("Russia")}, {"RW", N_("Rwanda")}, {"SA", N_("Saudi Arabia")},
    {"SB", N_("Solomon Islands")}, {"SC", N_("Seychelles")}, {"SD", N_("Sudan")},
    {"SE", N_("Sweden")}, {"SG", N_("Singapore")},
    {"SH", N_("Saint Helena, Ascension and Tristan da Cunha")}, {"SI", N_("Slovenia")},
    {"SJ", N_("Svalbard and Jan Mayen")}, {"SK", N_("Slovakia")}, {"SL", N_("Sierra Leone")},
    {"SM", N_("San Marino")}, {"SN", N_("Senegal")}, {"SO", N_("Somalia")}, {"SR", N_("Suriname")},
    {"SS", N_("South Sudan")}, {"ST", N_("São Tomé and Príncipe")}, {"SV", N_("El Salvador")},
    {"SX", N_("Sint Maarten")}, {"SY", N_("Syria")}, {"SZ", N_("Eswatini")},
    {"TC", N_("Turks and Caicos Islands")}, {"TD", N_("Chad")},
    {"TF", N_("French Southern Territories")}, {"TG", N_("Togo")}, {"TH", N_("Thailand")},
    {"TJ", N_("Tajikistan")}, {"TK", N_("Tokelau")}, {"TL", N_("Timor-Leste")},
    {"TM", N_("Turkmenistan")}, {"TN", N_("Tunisia")}, {"TO", N_("Tonga")}, {"TR", N_("Türkiye")},
    {"TT", N_("Trinidad and Tobago")}, {"TV", N_("Tuvalu")}, {"TW", N_("Taiwan")},
    {"TZ", N_("Tanzania")}, {"UA", N_("Ukraine")}, {"UG", N_("Uganda")},
    {"UM", N_("US Minor Outlying Islands")}, {"US", N_("United States")}, {"UY", N_("Uruguay")},
    {"UZ", N_("Uzbekistan")}, {"VA", N_("Vatican City")},
    {"VC", N_("Saint Vincent and the Grenadines")}, {"VE", N_("Venezuela")},
    {"VG", N_("British Virgin Islands")}, {"VI", N_("US Virgin Islands")}, {"VN", N_("Vietnam")},
    {"VU", N_("Vanuatu")}, {"WF", N_("Wallis and Futuna")}, {"WS", N_("Samoa")},
    {"XK", N_("Kosovo")}, {"YE", N_("Yemen")}, {"YT", N_("Mayotte")}, {"ZA", N_("South Africa")},
    {"ZM", N_("Zambia")}, {"ZW", N_("Zimbabwe")},
};

/*
 * In order of codes. sh and bh are no longer in ISO 639-1, but BCP 47 keeps them and older texts
 * have them. The three-letter ones are languages that many migrants speak and that have no other.
 */
static const struct code languages[] = {
    {"aa", N_("Afar")}, {"ab", N_("Abkhaz")}, {"acm", N_("Iraqi Arabic")}, {"ae", N_("Avestan")},
    {"af", N_("Afrikaans")}, {"aii", N_("Assyrian Neo-Aramaic")}, {"ak", N_("Akan")},
    {"am", N_("Amharic")}, {"an", N_("Aragonese")}, {"apc", N_("Levantine Arabic")},
    {"ar", N_("Arabic")}, {"ary", N_("Moroccan Arabic")}, {"arz", N_("Egyptian Arabic")},
    {"as", N_("Assamese")}, {"av", N_("Avar")}, {"ay", N_("Aymara")}, {"az", N_("Azerbaijani")},
    {"ba", N_("Bashkir")}, {"be", N_("Belarusian")}, {"bg", N_("Bulgarian")}, {"bh", N_("Bihari")},
    {"bi", N_("Bislama")}, {"bm", N_("Bambara")}, {"bn", N_("Bengali")}, {"bo", N_("Tibetan")},
    {"br", N_("Breton")}, {"bs", N_("Bosnian")}, {"ca", N_("Catalan")}, {"ce", N_("Chechen")},
    {"ch", N_("Chamorro")}, {"ckb", N_("Central Kurdish (Sorani)")}, {"co", N_("Corsican")},
    {"cr", N_("Cree")}, {"cs", N_("Czech")}, {"cu", N_("Church Slavonic")}, {"cv", N_("Chuvash")},
    {"cy", N_("Welsh")}, {"da", N_("Danish")}, {"de", N_("German")}, {"dv", N_("Dhivehi")},
    {"dz", N_("Dzongkha")}, {"ee", N_("Ewe")}, {"el", N_("Greek")}, {"en", N_("English")},
    {"eo", N_("Esperanto")}, {"es", N_("Spanish")}, {"et", N_("Estonian")}, {"eu", N_("Basque")},
    {"fa", N_("Persian")}, {"ff", N_("Fula")}, {"fi", N_("Finnish")}, {"fil", N_("Filipino")},
    {"fj", N_("Fijian")}, {"fo", N_("Faroese")}, {"fr", N_("French")}, {"fy", N_("West Frisian")},
    {"ga", N_("Irish")}, {"gd", N_("Scottish Gaelic")}, {"gl", N_("Galician")},
    {"gn", N_("Guarani")}, {"gu", N_("Gujarati")}, {"gv", N_("Manx")}, {"ha", N_("Hausa")},
    {"haz", N_("Hazaragi")}, {"he", N_("Hebrew")}, {"hi", N_("Hindi")}, {"ho", N_("Hiri Motu")},
    {"hr", N_("Croatian")}, {"ht", N_("Haitian Creole")}, {"hu", N_("Hungarian")},
    {"hy", N_("Armenian")}, {"hz", N_("Herero")}, {"ia", N_("Interlingua")},
    {"id", N_("Indonesian")}, {"ie", N_("Interlingue")}, {"ig", N_("Igbo")}, {"ii", N_("Nuosu")},
    {"ik", N_("Inupiaq")}, {"io", N_("Ido")}, {"is", N_("Icelandic")}, {"it", N_("Italian")},
    {"iu", N_("Inuktitut")}, {"ja", N_("Japanese")}, {"jv", N_("Javanese")}, {"ka", N_("Georgian")},
    {"kab", N_("Kabyle")}, {"kg", N_("Kongo")}, {"ki", N_("Kikuyu")}, {"kj", N_("Kwanyama")},
    {"kk", N_("Kazakh")}, {"kl", N_("Greenlandic")}, {"km", N_("Khmer")},
    {"kmr", N_("Northern Kurdish (Kurmanji)")}, {"kn", N_("Kannada")}, {"ko", N_("Korean")},
    {"kr", N_("Kanuri")}, {"ks", N_("Kashmiri")}, {"ku", N_("Kurdish")}, {"kv", N_("Komi")},
    {"kw", N_("Cornish")}, {"ky", N_("Kyrgyz")}, {"la", N_("Latin")}, {"lb", N_("Luxembourgish")},
    {"lg", N_("Luganda")}, {"li", N_("Limburgish")}, {"ln", N_("Lingala")}, {"lo", N_("Lao")},
    {"lt", N_("Lithuanian")}, {"lu", N_("Luba-Katanga")}, {"lv", N_("Latvian")},
    {"mg", N_("Malagasy")}, {"mh", N_("Marshallese")}, {"mi", N_("Māori")},
    {"mk", N_("Macedonian")}, {"ml", N_("Malayalam")}, {"mn", N_("Mongolian")},
    {"mnk", N_("Mandinka")}, {"mr", N_("Marathi")}, {"ms", N_("Malay")}, {"mt", N_("Maltese")},
    {"my", N_("Burmese")}, {"na", N_("Nauruan")}, {"nb", N_("Norwegian Bokmål")},
    {"nd", N_("Northern Ndebele")}, {"ne", N_("Nepali")}, {"ng", N_("Ndonga")}, {"nl", N_("Dutch")},
    {"nn", N_("Norwegian Nynorsk")}, {"no", N_("Norwegian")}, {"nr", N_("Southern Ndebele")},
    {"nv", N_("Navajo")}, {"ny", N_("Chichewa")}, {"oc", N_("Occitan")}, {"oj", N_("Ojibwe")},
    {"om", N_("Oromo")}, {"or", N_("Odia")}, {"os", N_("Ossetian")}, {"pa", N_("Punjabi")},
    {"pcm", N_("Nigerian Pidgin")}, {"pi", N_("Pali")}, {"pl", N_("Polish")}, {"prs", N_("Dari")},
    {"ps", N_("Pashto")}, {"pt", N_("Portuguese")}, {"qu", N_("Quechua")}, {"rif", N_("Tarifit")},
    {"rm", N_("Romansh")}, {"rn", N_("Kirundi")}, {"ro", N_("Romanian")}, {"rom", N_("Romani")},
    {"ru", N_("Russian")}, {"rue", N_("Rusyn")}, {"rw", N_("Kinyarwanda")}, {"sa", N_("Sanskrit")},
    {"sc", N_("Sardinian")}, {"sd", N_("Sindhi")}, {"se", N_("Northern Sami")}, {"sg", N_("Sango")},
    {"sh", N_("Serbo-Croatian")}, {"shi", N_("Tachelhit")}, {"si", N_("Sinhala")},
    {"sk", N_("Slovak")}, {"sl", N_("Slovenian")}, {"sm", N_("Samoan")}, {"sn", N_("Shona")},
    {"so", N_("Somali")}, {"sq", N_("Albanian")}, {"sr", N_("Serbian")}, {"ss", N_("Swazi")},
    {"st", N_("Southern Sotho")}, {"su", N_("Sundanese")}, {"sv", N_("Swedish")},
    {"sw", N_("Swahili")}, {"ta", N_("Tamil")}, {"te", N_("Telugu")}, {"tg", N_("Tajik")},
    {"th", N_("Thai")}, {"ti", N_("Tigrinya")}, {"tig", N_("Tigre")}, {"tk", N_("Turkmen")},
    {"tl", N_("Tagalog")}, {"tn", N_("Tswana")}, {"to", N_("Tongan")}, {"tr", N_("Turkish")},
    {"ts", N_("Tsonga")}, {"tt", N_("Tatar")}, {"tw", N_("Twi")}, {"ty", N_("Tahitian")},
    {"ug", N_("Uyghur")}, {"uk", N_("Ukrainian")}, {"ur", N_("Urdu")}, {"uz", N_("Uzbek")},
    {"ve", N_("Venda")}, {"vi", N_("Vietnamese")}, {"vo", N_("Volapük")}, {"wa", N_("Walloon")},
    {"wo", N_("Wolof")}, {"xh", N_("Xhosa")}, {"yi", N_("Yiddish")}, {"yo", N_("Yoruba")},
    {"za", N_("Zhuang")}, {"zh", N_("Chinese")}, {"zu", N_("Zulu")},
};

/* What is often written for a language: mostly codes of the countries where they are spoken. */
static const struct code language_aliases[] = {
    {"sq", "al"}, {"bn", "Bangla"}, {"be", "by"}, {"es", "Castilian"}, {"ckb", "Central Kurdish"},
    {"zh", "cn"}, {"cs", "cz"}, {"da", "dk"}, {"fa", "Farsi"}, {"nl", "Flemish"}, {"en", "gb"},
    {"el", "gr"}, {"fa", "ir"}, {"ja", "jp"}, {"kmr", "Kurmanji"}, {"kk", "kz"}, {"zh", "Mandarin"},
    {"mi", "Maori"}, {"ro", "mo"}, {"ro", "Moldovan"}, {"kmr", "Northern Kurdish"},
    {"rom", "Romany"}, {"sr", "rs"}, {"sl", "Slovene"}, {"ckb", "Sorani"}, {"uk", "ua"},
    {"en", "us"}, {"ca", "Valencian"}, {"vi", "vn"},
};

/* clang-format on */

static int code_compare(const void *key, const void *entry) {
    return strcmp(key, ((const struct code *)entry)->code);
}

static const char *name_find(const struct code *codes, size_t count, const char *code) {
    const struct code *found = bsearch(code, codes, count, sizeof *codes, code_compare);
    return found ? _(found->name) : NULL;
}

const char *codes_country_name(const char *code) {
    return name_find(countries, COUNT(countries), code);
}

/* Knows ASCII only; isalpha() would also take what the locale counts as letters. */
static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static size_t letters_count(const char *text) {
    size_t count = 0;
    while (is_letter(text[count])) {
        count++;
    }
    return count;
}

/* The tag of texts as their source has them, where the catalogue has its own words. */
static const char source_tag[] = "en-x-source";

/* The tag's first subtag, in small letters, and what follows it; NULL when it is no language's. */
static const char *language_read(const char *tag, char language[CODE_MAX + 1]) {
    const size_t length = letters_count(tag);
    if (length < 2 || length > CODE_MAX || (tag[length] && tag[length] != '-')) {
        return NULL;
    }
    for (size_t i = 0; i < length; i++) {
        language[i] = (char)(tag[i] | ' ');
    }
    language[length] = '\0';
    return tag + length;
}

bool codes_tag_source(const char *tag) {
    return strcasecmp(tag, source_tag) == 0;
}

const char *codes_language_name(const char *tag) {
    char language[CODE_MAX + 1];
    if (codes_tag_source(tag)) {
        return N_("English, in the words of the source");
    }
    return language_read(tag, language) ? name_find(languages, COUNT(languages), language) : NULL;
}

/* What follows the next subtag, or `rest` itself when that subtag does not fit. */
static const char *subtag_skip(const char *rest, bool (*fits)(const char *subtag, size_t length)) {
    if (*rest != '-') {
        return rest;
    }
    const char *subtag = rest + 1;
    const size_t length = strcspn(subtag, "-");
    return fits(subtag, length) ? subtag + length : rest;
}

static bool script_fits(const char *subtag, size_t length) {
    return length == SCRIPT_SIZE && letters_count(subtag) == length;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static size_t digits_count(const char *text) {
    size_t count = 0;
    while (is_digit(text[count])) {
        count++;
    }
    return count;
}

static bool region_fits(const char *subtag, size_t length) {
    return (length == REGION_LETTERS && letters_count(subtag) == length) ||
           (length == REGION_DIGITS && digits_count(subtag) == length);
}

static bool letters_or_digits(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (!is_letter(text[i]) && !is_digit(text[i])) {
            return false;
        }
    }
    return true;
}

static bool variant_fits(const char *subtag, size_t length) {
    const size_t least = is_digit(subtag[0]) ? VARIANT_MIN_DIGIT : VARIANT_MIN;
    return length >= least && length <= VARIANT_MAX && letters_or_digits(subtag, length);
}

static bool private_fits(const char *subtag, size_t length) {
    return length >= 1 && length <= VARIANT_MAX && letters_or_digits(subtag, length);
}

/* Whether all that follows "-x", which people agree on among themselves, is well formed. */
static bool private_valid(const char *rest) {
    do {
        const char *next = subtag_skip(rest, private_fits);
        if (next == rest) {
            return false;
        }
        rest = next;
    } while (*rest);
    return true;
}

bool codes_language_valid(const char *tag) {
    char language[CODE_MAX + 1];
    const char *rest = language_read(tag, language);
    if (!rest || (!language[2] && !name_find(languages, COUNT(languages), language))) {
        return false;
    }
    rest = subtag_skip(rest, script_fits);
    rest = subtag_skip(rest, region_fits);
    while (*rest && strncasecmp(rest, "-x-", 3) != 0) {
        const char *next = subtag_skip(rest, variant_fits);
        if (next == rest) {
            return false;
        }
        rest = next;
    }
    return !*rest || private_valid(rest + 2);
}

/* Changes letters of ASCII only. */
static char letter_in_case(char byte, bool capital) {
    return is_letter(byte) ? (char)(capital ? byte & ~' ' : byte | ' ') : byte;
}

const char *codes_tag_typed(struct arena *arena, const char *typed) {
    char *tag = arena_copy(arena, typed, strcspn(typed, ".@"));
    size_t place = 0;
    for (char *subtag = tag; *subtag; place++) {
        const size_t length = strcspn(subtag, "-_");
        for (size_t i = 0; i < length; i++) {
            const bool capital = place > 0 &&
                                 (length == REGION_LETTERS || (length == SCRIPT_SIZE && i == 0));
            subtag[i] = letter_in_case(subtag[i], capital);
        }
        subtag += length;
        if (*subtag) {
            *subtag++ = '-';
        }
    }
    return codes_language_valid(tag) ? tag : NULL;
}

bool codes_tag_serves(const char *have, const char *wanted) {
    const size_t length = strlen(have);
    return strncmp(have, wanted, length) == 0 && (!wanted[length] || wanted[length] == '-');
}

static const char *code_find(const struct code *codes, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(text, codes[i].code) == 0 || names_equal(text, codes[i].name)) {
            return codes[i].code;
        }
    }
    return NULL;
}

static const char *code_find_translated(const struct code *codes, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        if (names_equal(text, _(codes[i].name))) {
            return codes[i].code;
        }
    }
    return NULL;
}

const char *codes_country(const char *text) {
    const char *code = code_find(countries, COUNT(countries), text);
    code = code ? code : names_country(text);
    return code ? code : code_find_translated(countries, COUNT(countries), text);
}

const char *codes_language(const char *text) {
    const char *code = code_find(languages, COUNT(languages), text);
    code = code ? code : code_find(language_aliases, COUNT(language_aliases), text);
    return code ? code : code_find_translated(languages, COUNT(languages), text);
}

static void codes_each(const struct code *codes, size_t count, codes_take *take, void *context) {
    for (size_t i = 0; i < count; i++) {
        take(context, codes[i].code, _(codes[i].name));
    }
}

void codes_countries(codes_take *take, void *context) {
    codes_each(countries, COUNT(countries), take, context);
}

void codes_languages(codes_take *take, void *context) {
    codes_each(languages, COUNT(languages), take, context);
}

void codes_language_aliases(codes_take *take, void *context) {
    for (size_t i = 0; i < COUNT(language_aliases); i++) {
        take(context, language_aliases[i].code, language_aliases[i].name);
    }
}
