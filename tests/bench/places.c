#include "places.h"

/* clang-format off */
static const struct place places[] = {
    {"AD", "ca",   2, {"Andorra la Vella"}},
    {"AL", "sq",  14, {"Tiranë", "Durrës", "Shkodër"}},
    {"AT", "de", 180, {"Wien", "Graz", "Linz"}},
    {"AX", "sv",   3, {"Mariehamn"}},
    {"BA", "bs",  22, {"Sarajevo", "Banja Luka", "Bihać"}},
    {"BE", "nl", 210, {"Bruxelles", "Antwerpen", "Liège"}},
    {"BG", "bg",  60, {"София", "Пловдив", "Харманли"}},
    {"BY", "be",   8, {"Мінск", "Гродна"}},
    {"CH", "de",  90, {"Zürich", "Genève", "Neuchâtel"}},
    {"CY", "el",  45, {"Λευκωσία", "Λεμεσός", "Larnaca"}},
    {"CZ", "cs", 240, {"Praha", "Brno", "Ústí nad Labem"}},
    {"DE", "de", 900, {"Berlin", "Köln", "München"}},
    {"DK", "da", 110, {"København", "Århus", "Odense"}},
    {"EE", "et",  40, {"Tallinn", "Tartu", "Pärnu"}},
    {"ES", "es", 620, {"Madrid", "Málaga", "A Coruña"}},
    {"FI", "fi", 190, {"Helsinki", "Jyväskylä", "Tampere"}},
    {"FO", "fo",   2, {"Tórshavn"}},
    {"FR", "fr", 560, {"Paris", "Marseille", "Saint-Étienne"}},
    {"GB", "en", 330, {"London", "Glasgow", "Leeds"}},
    {"GG", "en",   1, {"Saint Peter Port"}},
    {"GI", "en",   1, {"Gibraltar"}},
    {"GR", "el", 280, {"Αθήνα", "Θεσσαλονίκη", "Λέσβος"}},
    {"HR", "hr",  70, {"Zagreb", "Rijeka", "Đakovo"}},
    {"HU", "hu",  65, {"Budapest", "Győr", "Szeged"}},
    {"IE", "en", 100, {"Dublin", "Cork", "Dún Laoghaire"}},
    {"IM", "en",   1, {"Douglas"}},
    {"IS", "is",  12, {"Reykjavík", "Akureyri", "Ísafjörður"}},
    {"IT", "it", 780, {"Roma", "Torino", "Forlì"}},
    {"JE", "en",   1, {"Saint Helier"}},
    {"LI", "de",   2, {"Vaduz"}},
    {"LT", "lt",  50, {"Vilnius", "Kaunas", "Šiauliai"}},
    {"LU", "fr",  35, {"Luxembourg", "Esch-sur-Alzette"}},
    {"LV", "lv",  45, {"Rīga", "Liepāja", "Ķekava"}},
    {"MC", "fr",   1, {"Monaco"}},
    {"MD", "ro",  18, {"Chișinău", "Bălți"}},
    {"ME", "sr",   9, {"Podgorica", "Nikšić"}},
    {"MK", "mk",  15, {"Скопје", "Битола"}},
    {"MT", "mt",  40, {"Valletta", "Ħamrun"}},
    {"NL", "nl", 260, {"Amsterdam", "Utrecht", "Groningen"}},
    {"NO", "no",  95, {"Oslo", "Tromsø", "Bergen"}},
    {"PL", "pl", 310, {"Warszawa", "Łódź", "Gdańsk"}},
    {"PT", "pt", 200, {"Lisboa", "Setúbal", "Évora"}},
    {"RO", "ro", 110, {"București", "Timișoara", "Cluj-Napoca"}},
    {"RS", "sr",  40, {"Београд", "Niš", "Subotica"}},
    {"SE", "sv", 300, {"Stockholm", "Malmö", "Göteborg"}},
    {"SI", "sl",  60, {"Ljubljana", "Maribor", "Črnomelj"}},
    {"SK", "sk",  90, {"Bratislava", "Košice", "Žilina"}},
    {"SM", "it",   1, {"San Marino"}},
    {"TR", "tr",  70, {"İstanbul", "Gaziantep", "Şanlıurfa"}},
    {"UA", "uk",  60, {"Київ", "Львів", "Чернівці"}},
    {"VA", "it",   1, {"Vatican City"}},
    {"XK", "sq",  10, {"Prishtinë", "Prizren"}},
};
/* clang-format on */

const struct place *places_all(size_t *count) {
    *count = sizeof places / sizeof *places;
    return places;
}

unsigned places_weight(void) {
    unsigned weight = 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        weight += places[i].weight;
    }
    return weight;
}
