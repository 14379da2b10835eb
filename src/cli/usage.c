#include "vademecum/cli/usage.h"

#include "vademecum/base/i18n.h"

const char usage_stats[] = N_(
    "--by WHAT,WHAT shows whom and what practices forget: a table of two of "
    "area, target_group (or group), fund, country, region, year (in which they "
    "were active), collection, scale. First come the pairs that no practice has, "
    "then those that none has had for ten years, as far as is stated, then those "
    "of one practice. Money is what practices state, by currency. json and csv "
    "have a row for each pair.\n\n"
    "Without it, json is one object: \"catalogue\" has the counts of the whole, and "
    "\"checklists\" those of each checklist under its id, with \"figures\": by "
    "criterion, question and item how many practices meet it, that is, all of "
    "its items that the source lists for them, of how many for which it lists "
    "any. \"filters\" has how many practices there are of each country, area, "
    "target_group and fund. csv has one row for each count; the first cell is "
    "empty for the whole. A figure is KIND/ID/met and KIND/ID/of, one of a "
    "filter KIND/ID.");

const char usage_import[] = N_(
    "import spring PAGE reads a page of practices of the SPRING project, saved from a "
    "browser as text: answers, marks and tools come in as the page has them. -o DIR makes "
    "a new catalogue of it; --into DIR adds to one. What that has already is not added "
    "again; where its words for a question or item are others, the page's own become the "
    "language en-x-source, which t shows.\n\n"
    "It says how much came in, and lists each line that was not understood. The page does "
    "not give the titles of its practices: put them into practices.csv.");
