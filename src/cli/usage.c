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
    "\"checklists\" those of each checklist under its id. There, \"figures\" has for each "
    "criterion, question and item how many practices meet it, and of how many. A practice "
    "meets it when it meets all of its items. Where its source lists only some of them, and "
    "these are met, it is counted in \"in_part\" instead; where the source lists none, nowhere. "
    "\"filters\" has how many practices there are of each country, area, "
    "target_group and fund. csv has one row for each count; the first cell is "
    "empty for the whole. A figure is KIND/ID/met, KIND/ID/of and "
    "KIND/ID/in_part, one of a filter KIND/ID.");

const char usage_import[] = N_(
    "import spring PAGE reads a page of practices of the SPRING project, saved from a "
    "browser as text: answers, marks and tools come in as the page has them. -o DIR makes "
    "a new catalogue of it; --into DIR adds to one. What that catalogue has already is not "
    "added again. Where it words a question or item in another way, the words of the page "
    "become the language en-x-source, which t shows.\n\n"
    "It says how much came in, and lists each line that was not understood. The page does "
    "not give the titles of its practices: put them into practices.csv.\n\n"
    "import csv FILE --map MAP reads a table of projects as a spreadsheet writes it: with "
    "semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1250, with lines above the "
    "names of the columns, dates such as 1.5.2026 and sums such as 1 200,50 Kč. MAP is a "
    "CSV file with the columns theirs, ours, how: the name of their column; the column of "
    "practices.csv that it becomes, or area, target_group or fund; and, if need be, "
    "\"their word = our word; ...\", or for an amount the sign before its decimals. With "
    "theirs empty, every row gets what stands under how, such as the country. A column "
    "for which ours is empty stays out. --guess writes a first MAP by the names in English, "
    "Czech and Polish: read it before you use it.\n\n"
    "A row in which something is wrong stays out, and is listed with its number in the "
    "spreadsheet and the reason; the rest comes in. The terms of a new catalogue are those "
    "of the one that -C names.");

const char usage_export[] = N_(
    "-o DIR makes a folder of CSV files as the catalogue has them, with a datapackage.json by "
    "which "
    "other programs know the tables. Others open it with -C DIR, and vademecum check looks it "
    "through.\n\n"
    "export own writes the practices that you and other reviewers have added, but for those off "
    "your list, with what you say of them: answers, tools, and marks. Met and not met are marks; "
    "partly met and not known are listed without a mark, and the note of the practice says which "
    "they were; what does not apply and what is unanswered has no row. Comments, evidence and "
    "plans stay out. export own --as ewsi writes text in place of that: the fields of the form of "
    "the European Website on Integration, each filled or said to be empty.\n\n"
    "export catalogue writes the catalogue in use.");
