#include "vademecum/catalogue/names.h"

#include "vademecum/base/count.h"
#include "vademecum/base/text.h"

#include <stddef.h>
#include <string.h>

/* The languages in which names of many countries stand here, in the order of a row. */
enum language {
    LANGUAGE_CS,
    LANGUAGE_DE,
    LANGUAGE_ES,
    LANGUAGE_FI,
    LANGUAGE_IT,
    LANGUAGE_PL,
    LANGUAGE_UK,
    LANGUAGE_COUNT
};

struct country {
    const char *code;
    const char *names[LANGUAGE_COUNT];
};

struct name {
    const char *code;
    const char *name;
};

/* A text that is folded as far as it is compared. */
struct folding {
    const char *rest;
    char bytes[TEXT_FOLD_ROOM]; /* of the character before `rest` */
    size_t length;
    size_t at; /* which of them is next */
};

/* The tables stand in filled lines, for one name a line would hide the rest of the file. */
/* clang-format off */

/* The countries of Europe, and those from where many people have come. In order of codes. */
static const struct country countries[] = {
    {"AD", {"Andorra", "Andorra", "Andorra", "Andorra", "Andorra", "Andora", "Андорра"}},
    {"AF", {"Afghánistán", "Afghanistan", "Afganistán", "Afganistan", "Afghanistan", "Afganistan",
            "Афганістан"}},
    {"AL", {"Albánie", "Albanien", "Albania", "Albania", "Albania", "Albania", "Албанія"}},
    {"AM", {"Arménie", "Armenien", "Armenia", "Armenia", "Armenia", "Armenia", "Вірменія"}},
    {"AT", {"Rakousko", "Österreich", "Austria", "Itävalta", "Austria", "Austria", "Австрія"}},
    {"AZ", {"Ázerbájdžán", "Aserbaidschan", "Azerbaiyán", "Azerbaidžan", "Azerbaigian",
            "Azerbejdżan", "Азербайджан"}},
    {"BA", {"Bosna a Hercegovina", "Bosnien und Herzegowina", "Bosnia y Herzegovina",
            "Bosnia ja Hertsegovina", "Bosnia ed Erzegovina", "Bośnia i Hercegowina",
            "Боснія і Герцеговина"}},
    {"BD", {"Bangladéš", "Bangladesch", "Bangladés", "Bangladesh", "Bangladesh", "Bangladesz",
            "Бангладеш"}},
    {"BE", {"Belgie", "Belgien", "Bélgica", "Belgia", "Belgio", "Belgia", "Бельгія"}},
    {"BG", {"Bulharsko", "Bulgarien", "Bulgaria", "Bulgaria", "Bulgaria", "Bułgaria", "Болгарія"}},
    {"BY", {"Bělorusko", "Belarus", "Bielorrusia", "Valko-Venäjä", "Bielorussia", "Białoruś",
            "Білорусь"}},
    {"CH", {"Švýcarsko", "Schweiz", "Suiza", "Sveitsi", "Svizzera", "Szwajcaria", "Швейцарія"}},
    {"CN", {"Čína", "China", "China", "Kiina", "Cina", "Chiny", "Китай"}},
    {"CO", {"Kolumbie", "Kolumbien", "Colombia", "Kolumbia", "Colombia", "Kolumbia", "Колумбія"}},
    {"CY", {"Kypr", "Zypern", "Chipre", "Kypros", "Cipro", "Cypr", "Кіпр"}},
    {"CZ", {"Česko", "Tschechien", "Chequia", "Tšekki", "Cechia", "Czechy", "Чехія"}},
    {"DE", {"Německo", "Deutschland", "Alemania", "Saksa", "Germania", "Niemcy", "Німеччина"}},
    {"DK", {"Dánsko", "Dänemark", "Dinamarca", "Tanska", "Danimarca", "Dania", "Данія"}},
    {"DZ", {"Alžírsko", "Algerien", "Argelia", "Algeria", "Algeria", "Algieria", "Алжир"}},
    {"EE", {"Estonsko", "Estland", "Estonia", "Viro", "Estonia", "Estonia", "Естонія"}},
    {"EG", {"Egypt", "Ägypten", "Egipto", "Egypti", "Egitto", "Egipt", "Єгипет"}},
    {"ER", {"Eritrea", "Eritrea", "Eritrea", "Eritrea", "Eritrea", "Erytrea", "Еритрея"}},
    {"ES", {"Španělsko", "Spanien", "España", "Espanja", "Spagna", "Hiszpania", "Іспанія"}},
    {"ET", {"Etiopie", "Äthiopien", "Etiopía", "Etiopia", "Etiopia", "Etiopia", "Ефіопія"}},
    {"FI", {"Finsko", "Finnland", "Finlandia", "Suomi", "Finlandia", "Finlandia", "Фінляндія"}},
    {"FR", {"Francie", "Frankreich", "Francia", "Ranska", "Francia", "Francja", "Франція"}},
    {"GB", {"Spojené království", "Vereinigtes Königreich", "Reino Unido",
            "Yhdistynyt kuningaskunta", "Regno Unito", "Wielka Brytania", "Велика Британія"}},
    {"GE", {"Gruzie", "Georgien", "Georgia", "Georgia", "Georgia", "Gruzja", "Грузія"}},
    {"GR", {"Řecko", "Griechenland", "Grecia", "Kreikka", "Grecia", "Grecja", "Греція"}},
    {"HR", {"Chorvatsko", "Kroatien", "Croacia", "Kroatia", "Croazia", "Chorwacja", "Хорватія"}},
    {"HU", {"Maďarsko", "Ungarn", "Hungría", "Unkari", "Ungheria", "Węgry", "Угорщина"}},
    {"IE", {"Irsko", "Irland", "Irlanda", "Irlanti", "Irlanda", "Irlandia", "Ірландія"}},
    {"IN", {"Indie", "Indien", "India", "Intia", "India", "Indie", "Індія"}},
    {"IQ", {"Irák", "Irak", "Irak", "Irak", "Iraq", "Irak", "Ірак"}},
    {"IR", {"Írán", "Iran", "Irán", "Iran", "Iran", "Iran", "Іран"}},
    {"IS", {"Island", "Island", "Islandia", "Islanti", "Islanda", "Islandia", "Ісландія"}},
    {"IT", {"Itálie", "Italien", "Italia", "Italia", "Italia", "Włochy", "Італія"}},
    {"LI", {"Lichtenštejnsko", "Liechtenstein", "Liechtenstein", "Liechtenstein", "Liechtenstein",
            "Liechtenstein", "Ліхтенштейн"}},
    {"LT", {"Litva", "Litauen", "Lituania", "Liettua", "Lituania", "Litwa", "Литва"}},
    {"LU", {"Lucembursko", "Luxemburg", "Luxemburgo", "Luxemburg", "Lussemburgo", "Luksemburg",
            "Люксембург"}},
    {"LV", {"Lotyšsko", "Lettland", "Letonia", "Latvia", "Lettonia", "Łotwa", "Латвія"}},
    {"MA", {"Maroko", "Marokko", "Marruecos", "Marokko", "Marocco", "Maroko", "Марокко"}},
    {"MC", {"Monako", "Monaco", "Mónaco", "Monaco", "Monaco", "Monako", "Монако"}},
    {"MD", {"Moldavsko", "Moldau", "Moldavia", "Moldova", "Moldavia", "Mołdawia", "Молдова"}},
    {"ME", {"Černá Hora", "Montenegro", "Montenegro", "Montenegro", "Montenegro", "Czarnogóra",
            "Чорногорія"}},
    {"MK", {"Severní Makedonie", "Nordmazedonien", "Macedonia del Norte", "Pohjois-Makedonia",
            "Macedonia del Nord", "Macedonia Północna", "Північна Македонія"}},
    {"MT", {"Malta", "Malta", "Malta", "Malta", "Malta", "Malta", "Мальта"}},
    {"NG", {"Nigérie", "Nigeria", "Nigeria", "Nigeria", "Nigeria", "Nigeria", "Нігерія"}},
    {"NL", {"Nizozemsko", "Niederlande", "Países Bajos", "Alankomaat", "Paesi Bassi", "Holandia",
            "Нідерланди"}},
    {"NO", {"Norsko", "Norwegen", "Noruega", "Norja", "Norvegia", "Norwegia", "Норвегія"}},
    {"PK", {"Pákistán", "Pakistan", "Pakistán", "Pakistan", "Pakistan", "Pakistan", "Пакистан"}},
    {"PL", {"Polsko", "Polen", "Polonia", "Puola", "Polonia", "Polska", "Польща"}},
    {"PT", {"Portugalsko", "Portugal", "Portugal", "Portugali", "Portogallo", "Portugalia",
            "Португалія"}},
    {"RO", {"Rumunsko", "Rumänien", "Rumanía", "Romania", "Romania", "Rumunia", "Румунія"}},
    {"RS", {"Srbsko", "Serbien", "Serbia", "Serbia", "Serbia", "Serbia", "Сербія"}},
    {"RU", {"Rusko", "Russland", "Rusia", "Venäjä", "Russia", "Rosja", "Росія"}},
    {"SD", {"Súdán", "Sudan", "Sudán", "Sudan", "Sudan", "Sudan", "Судан"}},
    {"SE", {"Švédsko", "Schweden", "Suecia", "Ruotsi", "Svezia", "Szwecja", "Швеція"}},
    {"SI", {"Slovinsko", "Slowenien", "Eslovenia", "Slovenia", "Slovenia", "Słowenia", "Словенія"}},
    {"SK", {"Slovensko", "Slowakei", "Eslovaquia", "Slovakia", "Slovacchia", "Słowacja",
            "Словаччина"}},
    {"SM", {"San Marino", "San Marino", "San Marino", "San Marino", "San Marino", "San Marino",
            "Сан-Марино"}},
    {"SO", {"Somálsko", "Somalia", "Somalia", "Somalia", "Somalia", "Somalia", "Сомалі"}},
    {"SY", {"Sýrie", "Syrien", "Siria", "Syyria", "Siria", "Syria", "Сирія"}},
    {"TN", {"Tunisko", "Tunesien", "Túnez", "Tunisia", "Tunisia", "Tunezja", "Туніс"}},
    {"TR", {"Turecko", "Türkei", "Turquía", "Turkki", "Turchia", "Turcja", "Туреччина"}},
    {"UA", {"Ukrajina", "Ukraine", "Ucrania", "Ukraina", "Ucraina", "Ukraina", "Україна"}},
    {"US", {"Spojené státy", "Vereinigte Staaten", "Estados Unidos", "Yhdysvallat", "Stati Uniti",
            "Stany Zjednoczone", "Сполучені Штати"}},
    {"VA", {"Vatikán", "Vatikanstadt", "Ciudad del Vaticano", "Vatikaani", "Città del Vaticano",
            "Watykan", "Ватикан"}},
    {"VE", {"Venezuela", "Venezuela", "Venezuela", "Venezuela", "Venezuela", "Wenezuela",
            "Венесуела"}},
    {"VN", {"Vietnam", "Vietnam", "Vietnam", "Vietnam", "Vietnam", "Wietnam", "В'єтнам"}},
    {"XK", {"Kosovo", "Kosovo", "Kosovo", "Kosovo", "Kosovo", "Kosowo", "Косово"}},
};

/* Names in the languages of the country, other names that are often met, and former ones. */
static const struct name other_names[] = {
    {"AF", "افغانستان"}, {"AL", "Shqipëria"}, {"AL", "Shqipëri"}, {"AM", "Հայաստան"},
    {"AZ", "Azərbaycan"}, {"BA", "Bosna i Hercegovina"}, {"BA", "Босна и Херцеговина"},
    {"BA", "Bosnia"}, {"BA", "Bosnia-Erzegovina"}, {"BA", "BiH"}, {"BD", "বাংলাদেশ"},
    {"BE", "België"}, {"BE", "Belgique"}, {"BF", "Upper Volta"}, {"BG", "България"},
    {"BR", "Brasil"}, {"BY", "Беларусь"}, {"BY", "Weißrussland"}, {"BY", "Белоруссия"},
    {"BY", "Byelorussia"}, {"CD", "Democratic Republic of the Congo"},
    {"CD", "République démocratique du Congo"}, {"CD", "Zaire"}, {"CG", "Republic of the Congo"},
    {"CH", "Suisse"}, {"CH", "Svizra"}, {"CI", "Cote d'Ivoire"}, {"CI", "Ivory Coast"},
    {"CM", "Cameroun"}, {"CN", "中国"}, {"CV", "Cape Verde"}, {"CY", "Κύπρος"}, {"CY", "Kıbrıs"},
    {"CZ", "Czech Republic"}, {"CZ", "Česká republika"}, {"CZ", "Republika Czeska"},
    {"CZ", "Tschechische Republik"}, {"CZ", "República Checa"}, {"CZ", "Repubblica Ceca"},
    {"CZ", "Чеська Республіка"}, {"CZ", "ČR"}, {"DE", "BRD"}, {"DE", "Bundesrepublik Deutschland"},
    {"DK", "Danmark"}, {"DZ", "الجزائر"}, {"DZ", "Algérie"}, {"EE", "Eesti"}, {"EG", "مصر"},
    {"ER", "ኤርትራ"}, {"ET", "ኢትዮጵያ"}, {"FI", "Finland"}, {"GB", "Great Britain"}, {"GB", "Britain"},
    {"GB", "UK"}, {"GB", "England"}, {"GB", "Scotland"}, {"GB", "Wales"},
    {"GB", "Northern Ireland"}, {"GB", "Großbritannien"}, {"GB", "Velká Británie"},
    {"GB", "Gran Bretagna"}, {"GB", "Iso-Britannia"}, {"GB", "Zjednoczone Królestwo"},
    {"GB", "Сполучене Королівство"}, {"GB", "Gran Bretaña"}, {"GE", "საქართველო"},
    {"GE", "Sakartvelo"}, {"GM", "The Gambia"}, {"GN", "Guinée"}, {"GR", "Ελλάδα"}, {"GR", "Ελλάς"},
    {"GR", "Hellas"}, {"GR", "Elláda"}, {"GR", "EL"}, {"HR", "Hrvatska"}, {"HU", "Magyarország"},
    {"IE", "Éire"}, {"IE", "Republic of Ireland"}, {"IL", "ישראל"}, {"IN", "भारत"},
    {"IQ", "العراق"}, {"IQ", "Iraq"}, {"IR", "ایران"}, {"IR", "Persia"},
    {"IR", "Islamic Republic of Iran"}, {"IS", "Ísland"}, {"JO", "الأردن"}, {"JP", "日本"},
    {"KG", "Кыргызстан"}, {"KG", "Киргизия"}, {"KR", "Republic of Korea"}, {"KR", "한국"},
    {"KZ", "Қазақстан"}, {"KZ", "Казахстан"}, {"LB", "لبنان"}, {"LB", "Liban"}, {"LK", "Ceylon"},
    {"LT", "Lietuva"}, {"LU", "Lëtzebuerg"}, {"LU", "Luxembourg"}, {"LV", "Latvija"},
    {"LY", "ليبيا"}, {"MA", "المغرب"}, {"MA", "Maroc"}, {"MD", "Republic of Moldova"},
    {"MD", "Republica Moldova"}, {"MD", "Moldawien"}, {"ME", "Crna Gora"}, {"ME", "Црна Гора"},
    {"MK", "Macedonia"}, {"MK", "FYROM"}, {"MK", "Северна Македонија"}, {"MK", "Makedonija"},
    {"MM", "Burma"}, {"MN", "Монгол Улс"}, {"NL", "Nederland"}, {"NL", "Holland"},
    {"NL", "The Netherlands"}, {"NL", "Olanda"}, {"NL", "Holanda"}, {"NL", "Hollanti"},
    {"NL", "Holandsko"}, {"NL", "Nizozemí"}, {"NL", "Голландія"}, {"NO", "Norge"}, {"NO", "Noreg"},
    {"NP", "नेपाल"}, {"PH", "Pilipinas"}, {"PK", "پاکستان"}, {"PS", "State of Palestine"},
    {"PS", "فلسطين"}, {"RO", "România"}, {"RS", "Србија"}, {"RS", "Srbija"},
    {"RU", "Russian Federation"}, {"RU", "Россия"}, {"RU", "Российская Федерация"},
    {"SD", "السودان"}, {"SE", "Sverige"}, {"SI", "Slovenija"}, {"SK", "Slovak Republic"},
    {"SK", "Slovenská republika"}, {"SN", "Sénégal"}, {"SO", "Soomaaliya"}, {"SO", "الصومال"},
    {"SY", "Syrian Arab Republic"}, {"SY", "سوريا"}, {"SY", "سورية"}, {"SZ", "Swaziland"},
    {"TH", "ประเทศไทย"}, {"TJ", "Тоҷикистон"}, {"TJ", "Таджикистан"}, {"TL", "East Timor"},
    {"TM", "Türkmenistan"}, {"TN", "تونس"}, {"TN", "Tunisie"}, {"TR", "Turkey"}, {"TW", "台灣"},
    {"UA", "Украина"}, {"US", "USA"}, {"US", "United States of America"}, {"US", "США"},
    {"UZ", "Oʻzbekiston"}, {"UZ", "Узбекистан"}, {"VA", "Vatican"}, {"VA", "Vaticano"},
    {"VN", "Viet Nam"}, {"VN", "Việt Nam"}, {"XK", "KS"}, {"XK", "Kosova"}, {"YE", "اليمن"},
};

/* ISO 3166-1 alpha-3, and what is in use for Kosovo. */
static const struct name threes[] = {
    {"AD", "AND"}, {"AE", "ARE"}, {"AF", "AFG"}, {"AG", "ATG"}, {"AI", "AIA"}, {"AL", "ALB"},
    {"AM", "ARM"}, {"AO", "AGO"}, {"AQ", "ATA"}, {"AR", "ARG"}, {"AS", "ASM"}, {"AT", "AUT"},
    {"AU", "AUS"}, {"AW", "ABW"}, {"AX", "ALA"}, {"AZ", "AZE"}, {"BA", "BIH"}, {"BB", "BRB"},
    {"BD", "BGD"}, {"BE", "BEL"}, {"BF", "BFA"}, {"BG", "BGR"}, {"BH", "BHR"}, {"BI", "BDI"},
    {"BJ", "BEN"}, {"BL", "BLM"}, {"BM", "BMU"}, {"BN", "BRN"}, {"BO", "BOL"}, {"BQ", "BES"},
    {"BR", "BRA"}, {"BS", "BHS"}, {"BT", "BTN"}, {"BV", "BVT"}, {"BW", "BWA"}, {"BY", "BLR"},
    {"BZ", "BLZ"}, {"CA", "CAN"}, {"CC", "CCK"}, {"CD", "COD"}, {"CF", "CAF"}, {"CG", "COG"},
    {"CH", "CHE"}, {"CI", "CIV"}, {"CK", "COK"}, {"CL", "CHL"}, {"CM", "CMR"}, {"CN", "CHN"},
    {"CO", "COL"}, {"CR", "CRI"}, {"CU", "CUB"}, {"CV", "CPV"}, {"CW", "CUW"}, {"CX", "CXR"},
    {"CY", "CYP"}, {"CZ", "CZE"}, {"DE", "DEU"}, {"DJ", "DJI"}, {"DK", "DNK"}, {"DM", "DMA"},
    {"DO", "DOM"}, {"DZ", "DZA"}, {"EC", "ECU"}, {"EE", "EST"}, {"EG", "EGY"}, {"EH", "ESH"},
    {"ER", "ERI"}, {"ES", "ESP"}, {"ET", "ETH"}, {"FI", "FIN"}, {"FJ", "FJI"}, {"FK", "FLK"},
    {"FM", "FSM"}, {"FO", "FRO"}, {"FR", "FRA"}, {"GA", "GAB"}, {"GB", "GBR"}, {"GD", "GRD"},
    {"GE", "GEO"}, {"GF", "GUF"}, {"GG", "GGY"}, {"GH", "GHA"}, {"GI", "GIB"}, {"GL", "GRL"},
    {"GM", "GMB"}, {"GN", "GIN"}, {"GP", "GLP"}, {"GQ", "GNQ"}, {"GR", "GRC"}, {"GS", "SGS"},
    {"GT", "GTM"}, {"GU", "GUM"}, {"GW", "GNB"}, {"GY", "GUY"}, {"HK", "HKG"}, {"HM", "HMD"},
    {"HN", "HND"}, {"HR", "HRV"}, {"HT", "HTI"}, {"HU", "HUN"}, {"ID", "IDN"}, {"IE", "IRL"},
    {"IL", "ISR"}, {"IM", "IMN"}, {"IN", "IND"}, {"IO", "IOT"}, {"IQ", "IRQ"}, {"IR", "IRN"},
    {"IS", "ISL"}, {"IT", "ITA"}, {"JE", "JEY"}, {"JM", "JAM"}, {"JO", "JOR"}, {"JP", "JPN"},
    {"KE", "KEN"}, {"KG", "KGZ"}, {"KH", "KHM"}, {"KI", "KIR"}, {"KM", "COM"}, {"KN", "KNA"},
    {"KP", "PRK"}, {"KR", "KOR"}, {"KW", "KWT"}, {"KY", "CYM"}, {"KZ", "KAZ"}, {"LA", "LAO"},
    {"LB", "LBN"}, {"LC", "LCA"}, {"LI", "LIE"}, {"LK", "LKA"}, {"LR", "LBR"}, {"LS", "LSO"},
    {"LT", "LTU"}, {"LU", "LUX"}, {"LV", "LVA"}, {"LY", "LBY"}, {"MA", "MAR"}, {"MC", "MCO"},
    {"MD", "MDA"}, {"ME", "MNE"}, {"MF", "MAF"}, {"MG", "MDG"}, {"MH", "MHL"}, {"MK", "MKD"},
    {"ML", "MLI"}, {"MM", "MMR"}, {"MN", "MNG"}, {"MO", "MAC"}, {"MP", "MNP"}, {"MQ", "MTQ"},
    {"MR", "MRT"}, {"MS", "MSR"}, {"MT", "MLT"}, {"MU", "MUS"}, {"MV", "MDV"}, {"MW", "MWI"},
    {"MX", "MEX"}, {"MY", "MYS"}, {"MZ", "MOZ"}, {"NA", "NAM"}, {"NC", "NCL"}, {"NE", "NER"},
    {"NF", "NFK"}, {"NG", "NGA"}, {"NI", "NIC"}, {"NL", "NLD"}, {"NO", "NOR"}, {"NP", "NPL"},
    {"NR", "NRU"}, {"NU", "NIU"}, {"NZ", "NZL"}, {"OM", "OMN"}, {"PA", "PAN"}, {"PE", "PER"},
    {"PF", "PYF"}, {"PG", "PNG"}, {"PH", "PHL"}, {"PK", "PAK"}, {"PL", "POL"}, {"PM", "SPM"},
    {"PN", "PCN"}, {"PR", "PRI"}, {"PS", "PSE"}, {"PT", "PRT"}, {"PW", "PLW"}, {"PY", "PRY"},
    {"QA", "QAT"}, {"RE", "REU"}, {"RO", "ROU"}, {"RS", "SRB"}, {"RU", "RUS"}, {"RW", "RWA"},
    {"SA", "SAU"}, {"SB", "SLB"}, {"SC", "SYC"}, {"SD", "SDN"}, {"SE", "SWE"}, {"SG", "SGP"},
    {"SH", "SHN"}, {"SI", "SVN"}, {"SJ", "SJM"}, {"SK", "SVK"}, {"SL", "SLE"}, {"SM", "SMR"},
    {"SN", "SEN"}, {"SO", "SOM"}, {"SR", "SUR"}, {"SS", "SSD"}, {"ST", "STP"}, {"SV", "SLV"},
    {"SX", "SXM"}, {"SY", "SYR"}, {"SZ", "SWZ"}, {"TC", "TCA"}, {"TD", "TCD"}, {"TF", "ATF"},
    {"TG", "TGO"}, {"TH", "THA"}, {"TJ", "TJK"}, {"TK", "TKL"}, {"TL", "TLS"}, {"TM", "TKM"},
    {"TN", "TUN"}, {"TO", "TON"}, {"TR", "TUR"}, {"TT", "TTO"}, {"TV", "TUV"}, {"TW", "TWN"},
    {"TZ", "TZA"}, {"UA", "UKR"}, {"UG", "UGA"}, {"UM", "UMI"}, {"US", "USA"}, {"UY", "URY"},
    {"UZ", "UZB"}, {"VA", "VAT"}, {"VC", "VCT"}, {"VE", "VEN"}, {"VG", "VGB"}, {"VI", "VIR"},
    {"VN", "VNM"}, {"VU", "VUT"}, {"WF", "WLF"}, {"WS", "WSM"}, {"XK", "XKX"}, {"YE", "YEM"},
    {"YT", "MYT"}, {"ZA", "ZAF"}, {"ZM", "ZMB"}, {"ZW", "ZWE"},
};

/* clang-format on */

static const char *name_find(const struct name *names, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        if (names_equal(text, names[i].name)) {
            return names[i].code;
        }
    }
    return NULL;
}

const char *names_country(const char *text) {
    for (size_t i = 0; i < COUNT(countries); i++) {
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            if (names_equal(text, countries[i].names[language])) {
                return countries[i].code;
            }
        }
    }
    const char *code = name_find(other_names, COUNT(other_names), text);
    return code ? code : name_find(threes, COUNT(threes), text);
}

/* The next byte of the folded text, without what is no letter and no digit; NUL at its end. */
static char folding_next(struct folding *folding) {
    while (folding->at == folding->length) {
        if (!*folding->rest) {
            return '\0';
        }
        folding->at = 0;
        folding->rest += text_fold_next(folding->rest, folding->bytes, &folding->length);
        folding->bytes[folding->length] = '\0';
        if (folding->length > 0 && text_letter(folding->bytes) == 0) {
            folding->at = folding->length;
        }
    }
    return folding->bytes[folding->at++];
}

bool names_equal(const char *one, const char *other) {
    struct folding first = {.rest = one};
    struct folding second = {.rest = other};
    char byte;
    do {
        byte = folding_next(&first);
        if (byte != folding_next(&second)) {
            return false;
        }
    } while (byte);
    return true;
}

void names_each(void (*take)(void *context, const char *code, const char *name), void *context) {
    for (size_t i = 0; i < COUNT(countries); i++) {
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            take(context, countries[i].code, countries[i].names[language]);
        }
    }
    for (size_t i = 0; i < COUNT(other_names); i++) {
        take(context, other_names[i].code, other_names[i].name);
    }
}
