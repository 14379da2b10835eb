#include "vademecum/cli/subcommands.h"

#include "vademecum/base/count.h"
#include "vademecum/base/i18n.h"
#include "vademecum/cli/guide.h"
#include "vademecum/cli/export.h"
#include "vademecum/cli/listings.h"
#include "vademecum/cli/usage.h"

#include <stdint.h>

#define FORMATS (OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_SEMICOLON))

static const struct subcommand subcommands[] = {
    {
        .name = "list",
        .arguments = "",
        .opens = true,
        .reads_json = CATALOGUE_TERMS,
        .takes = FORMATS,
        .log = LOG_ASIDE,
        .summary = N_("List the practices by title, your own first"),
        .usage = N_("Each row has the title, the country and place, and the id that "
                    "\"vademecum show\" takes. First come those that you and other reviewers in "
                    "the folder of reviews have added, then those of the catalogue.\n\n"
                    "json has the columns of practices.csv, and the terms of each practice by "
                    "scheme. csv has the same columns; a text that a spreadsheet would take for a "
                    "formula has a ' before it, which check names when such a row is put back. In "
                    "both, a practice that a reviewer has added has an empty collection_id."),
        .run = listings_list,
    },
    {
        .name = "show",
        .arguments = N_("PRACTICE"),
        .least = 1,
        .most = 1,
        .opens = true,
        .one = true,
        .takes = FORMATS | OPTION_BIT(OPTION_IDS) | OPTION_BIT(OPTION_AT),
        .summary = N_("Show a practice with its answers, marks and tools"),
        .usage = N_(
            "PRACTICE is an id, a title, or words of either that fit one practice only, such as "
            "brno; \"vademecum list\" shows them all. Of a practice that a reviewer has added, "
            "its facts are shown, and your own answers, marks, comments and plans; -u shows those "
            "of another reviewer. --ids puts the id of each item before its text, for tick.\n\n"
            "json is one object: the columns of practices.csv, terms by scheme, and "
            "criteria, their questions, and their items and tools. A question that was "
            "not assessed has the answer null; the mark of an item is met, not_met, "
            "unmarked, or absent where the source does not list the item.\n\n"
            "csv has one row for each item. A text that a spreadsheet would take for a "
            "formula has a ' before it.\n\n"
            "Of a practice that a reviewer has added, both have the same keys. The answer of a "
            "question is yours, and its tool besides; each item has your verdict, comment, "
            "evidence and plan besides; its mark is absent. json tells in review whose answers "
            "these are, and what you have chosen for the practice."),
        .run = show_run,
    },
    {
        .name = "search",
        .arguments = N_("[WORDS…]"),
        .most = SIZE_MAX,
        .opens = true,
        .reads = CATALOGUE_WHOLE,
        .takes = FORMATS | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_SORT),
        .log = LOG_ASIDE,
        .summary = N_("Find practices by words and filters"),
        .usage = N_(
            "All words must stand somewhere in a practice: in its facts, answers, tools, items "
            "that it meets, or in what you have written about it. Parts of words will do; capitals "
            "and accents do not matter, and signs are not searched for. A word may name where it "
            "is to stand: country:cz, area:employment, title:, city:, year:2018, organisation:, "
            "group:, fund:, tool:, answer:, note:, comment: and others.\n\n"
            "--where FILTER=VALUE keeps the practices with that value; it may be given several "
            "times. Of several values of one filter any is enough, as in country=CZ,IT; several "
            "filters must all fit. Filters are country, area, target_group, fund, collection, "
            "scale, year (in which it was active, such as 2018 or 2010s; now and ended: whether "
            "it still goes on; practices that do not state it are not found), ongoing, tools, "
            "shortlist, reviewed, status (draft, final), off (yes: those that you took off your "
            "list, which are not found otherwise), meets (an item), gaps (yes: meets more than "
            "half of the items that you marked as partly or not met, in the practice of your own "
            "that you marked last).\n\n"
            "--sort takes title, country, start (the latest first), met (items, the most first), "
            "progress (of your marks), reviewed (the last first), gaps.\n\n"
            "Everyday words such as jobs or kids also find what the catalogue calls them, in some "
            "other languages too; its synonyms.csv has them.\n\n"
            "csv and json are as by list. The exit status is 1 when nothing is found; then a "
            "sentence says what was most likely meant, or what to leave out."),
        .run = search_run,
    },
    {
        .name = "compare",
        .arguments = N_("PRACTICE PRACTICE..."),
        .least = 2,
        .most = SIZE_MAX,
        .opens = true,
        .reads = CATALOGUE_WHOLE,
        .takes = FORMATS | OPTION_BIT(OPTION_AT),
        .log = LOG_READ,
        .summary = N_("Compare practices, item by item"),
        .usage = N_(
            "Those of the catalogue and your own; what you have answered stands beside "
            "the sources' marks.\n\n"
            "Write @ behind a practice, and then the name of a final review of it or a date, "
            "to see it as it was then: 'CAFE@summer 2025' CAFE shows what has changed since.\n\n"
            "json and csv have a row for each item and practice: at is when it was so, "
            "mark is the source's, verdict yours; differs says whether the practices do in "
            "this item. answer "
            "and tools are the source's, your_answer and your_tool yours."),
        .run = listings_compare,
    },
    {
        .name = "guide",
        .arguments = N_("[CHAPTER]"),
        .most = SIZE_MAX,
        .opens = true,
        .reads = CATALOGUE_GUIDES,
        .takes = FORMATS,
        .summary = N_("Show goals, tools and first steps that others had, by area or criterion"),
        .usage = N_("CHAPTER is the id of an area, a criterion or a question, its title, or words "
                    "of that which fit one only. Without it, the chapters are listed. A chapter "
                    "has goals, tools, how others saw that it works, what made it hard, what came "
                    "up and what they did, and first steps, each with the practice that it was "
                    "taken from.\n\n"
                    "json and csv have the columns of guides.csv; without CHAPTER, all of it."),
        .run = guide_run,
    },
    {
        .name = "differ",
        .arguments = N_("PRACTICE"),
        .least = 1,
        .most = 1,
        .opens = true,
        .takes = FORMATS,
        .log = LOG_READ,
        .summary = N_("Show where the reviewers of a practice differ"),
        .usage = N_("The farthest apart first: met, partly, not met stand a step from one another, "
                    "not known is one step from all, does not apply is two from the others. -u "
                    "given twice or more compares only these reviewers.\n\n"
                    "json and csv have a row for each item and reviewer; apart tells the steps."),
        .run = listings_differ,
    },
    {
        .name = "report",
        .arguments = N_("PRACTICE..."),
        .least = 1,
        .most = SIZE_MAX,
        .opens = true,
        .reads = CATALOGUE_WHOLE,
        .takes = FORMATS | OPTION_BIT(OPTION_FOR) | OPTION_BIT(OPTION_GAPS) |
                 OPTION_BIT(OPTION_PLAN) | OPTION_BIT(OPTION_BLANK) | OPTION_BIT(OPTION_PUBLIC) |
                 OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_OUTPUT),
        .log = LOG_READ,
        .summary = N_("Write a paper about a practice and its review, to hand over"),
        .usage = N_(
            "It begins with what a reader looks for first: counts for each criterion, the three "
            "strongest points, and the three widest gaps with who does it well and by which tool. "
            "Then come the marks item by item with comments and evidence, the plan, tools, whom to "
            "ask, and where it all comes from. --for chooses the order; --gaps, --plan and --blank "
            "give a part of it. By the checklist that asks if the practice would work here, it "
            "says what to keep, adapt, leave out and find out first.\n\n"
            "-u may be given several times: the first is the reviewer, and the marks of the others "
            "stand beside theirs.\n\n"
            "With -o the paper goes into a file, whose whole path is told. When there is such a "
            "file, a number comes behind the name. For several practices -o names a folder.\n\n"
            "json and csv have the answers as rows, as by answers; ics is a calendar with the "
            "dates of the plan."),
        .run = report_run,
    },
    {
        .name = "stats",
        .arguments = "",
        .opens = true,
        .reads = CATALOGUE_WHOLE,
        .takes = FORMATS | OPTION_BIT(OPTION_BY),
        .summary = N_("Count what the catalogue and its checklists hold"),
        .usage = usage_stats,
        .run = listings_stats,
    },
    {
        .name = "collections",
        .arguments = "",
        .opens = true,
        .takes = FORMATS,
        .summary = N_("Show the collections that practices come from"),
        .usage = N_("csv has the columns of collections.csv; a text that a spreadsheet would take "
                    "for a formula has a ' before it. json has the same columns, and the number "
                    "of practices that are here."),
        .run = listings_collections,
    },
    {
        .name = "tick",
        .arguments = N_("PRACTICE ITEM VERDICT"),
        .least = 3,
        .most = 3,
        .opens = true,
        .log = LOG_WRITTEN,
        .summary = N_("Mark an item of a practice"),
        .usage = N_(
            "VERDICT is one of met, partly, not met, does not apply, not known (asked, and nobody "
            "knows), or the key for it, 1 2 3 4 0; none or - takes it back. yes is met, no is not "
            "met. Names that the item's checklist has for them, such as can be adapted, do too. "
            "PRACTICE is as for show; ITEM is an id: \"vademecum show PRACTICE --ids\" has those "
            "of all items.\n\n"
            "When the disk has it, \"saved\" and the id of the event are written. When "
            "not, a line with NOT SAVED says why and what to do, and the exit status is 1."),
        .run = tick_run,
    },
    {
        .name = "enter",
        .arguments = N_("PRACTICE"),
        .least = 1,
        .most = 1,
        .opens = true,
        .log = LOG_WRITTEN,
        .summary = N_("Enter the marks of a form that was filled in by hand"),
        .usage = N_(
            "\"vademecum report PRACTICE --blank\" prints the form, with a code in front of "
            "each question. Here each line of standard input is a code and one sign for "
            "each item, such as: inc1 +~x+\n\n"
            "+ is met, ~ partly, x not met, o does not apply, ? not known; a . leaves the "
            "item as it is. Each line is said in words before it is saved, and on a "
            "terminal you are asked first."),
        .run = enter_run,
    },
    {
        .name = "set",
        .arguments = N_("PRACTICE ITEM FIELD VALUE"),
        .least = 4,
        .most = 4,
        .opens = true,
        .reads = CATALOGUE_TOOLS,
        .log = LOG_WRITTEN,
        .summary = N_("Write one fact about an item, a question, a practice or yourself"),
        .usage = set_usage,
        .run = set_run,
    },
    {
        .name = "answers",
        .arguments = N_("[PRACTICE]"),
        .most = 1,
        .opens = true,
        .reads = CATALOGUE_WHOLE,
        .takes = FORMATS | OPTION_BIT(OPTION_AT),
        .log = LOG_READ,
        .summary = N_("Show what you have answered"),
        .usage = N_(
            "Without PRACTICE, of all practices. Below its title stand its id, how far the "
            "review is, and whether it is draft or final. -u shows the answers of another "
            "reviewer.\n\n"
            "json is an array with an object for each item of which anything is said, with "
            "practice_id, item_id, verdict, and a key for each other field. What is said of "
            "a question has its id as item_id; what is said of a whole practice has \"\". "
            "csv has the same columns; a text that a spreadsheet would take for a formula "
            "has a ' before it."),
        .run = listings_answers,
    },
    {
        .name = "plan",
        .arguments = N_("[PRACTICE]"),
        .most = 1,
        .opens = true,
        .reads = CATALOGUE_TOOLS,
        .takes = FORMATS,
        .log = LOG_READ,
        .summary = N_("Show what is partly or not met, and what is planned for it"),
        .usage = N_("Items with a plan are shown whatever their mark. json and csv have "
                    "practice_id, item_id, verdict, and the fields of the plan."),
        .run = listings_plan,
    },
    {
        .name = "own",
        .arguments = "",
        .opens = true,
        .takes = FORMATS,
        .log = LOG_READ,
        .summary = N_("Show the practices that reviewers have added themselves"),
        .usage = N_("Those of all reviewers in the folder, with their facts. json and csv have "
                    "practice_id, the columns of practices.csv but collection_id, and area, "
                    "target_group, fund."),
        .run = listings_own,
    },
    {
        .name = "reviews",
        .arguments = "",
        .opens = true,
        .takes = FORMATS | OPTION_BIT(OPTION_SINCE) | OPTION_BIT(OPTION_UNTIL) |
                 OPTION_BIT(OPTION_STATUS),
        .log = LOG_READ,
        .summary = N_("Show who has reviewed what, and how far"),
        .usage = N_("All reviewers in the folder. json and csv have a row for each reviewer and "
                    "practice: the counts of each verdict, the status (draft, or final and its "
                    "label), and the time of the last answer. -u keeps those of one reviewer, "
                    "--since, --until and --status narrow further; then come the items that are "
                    "most often not met."),
        .run = listings_reviews,
    },
    {
        .name = "log",
        .arguments = "",
        .opens = true,
        .reads = CATALOGUE_TOOLS,
        .takes = FORMATS,
        .log = LOG_READ,
        .summary = N_("List every event, the earliest first"),
        .usage = N_("Events of all reviewers in the folder; with -u, of that one only. Times are "
                    "those of where you are. json and csv have a row for each: event, time (UTC), "
                    "reviewer, practice, item, field "
                    "and value, by their ids."),
        .run = listings_log,
    },
    {
        .name = "check-log",
        .arguments = "",
        .opens = true,
        .reads = CATALOGUE_TOOLS,
        .takes = FORMATS | OPTION_BIT(OPTION_ACCEPT) | OPTION_BIT(OPTION_ASIDE),
        .log = LOG_CHECKED,
        .summary = N_("Look for damage in the files of all reviewers"),
        .usage = N_(
            "Each damaged line is told as FILE:LINE: why, with what it seems to say, and how to "
            "accept it or why it cannot be accepted. It is neither used nor removed. --accept "
            "FILE:LINE says anew, as of today, what that line seems to say: only the reviewer "
            "whose line it is can do that, and only when it can be read and its field can have "
            "that value. It is saved as by tick. --accept FILE does so for all damaged lines of "
            "a file. --aside FILE:LINE, or FILE, says that what is there is not wanted.\n\n"
            "A damaged line is settled when it was accepted or put aside, or when the same event "
            "stands undamaged elsewhere. It is then listed, but is no damage. An event about a "
            "practice or item that this catalogue does not have is listed too, and is no "
            "damage.\n\n"
            "The exit status is 0 without damage, 1 with any, and 2 when the folder cannot "
            "be read."),
        .run = check_log_run,
    },
    {
        .name = "check",
        .arguments = N_("[DIR]"),
        .most = 1,
        .summary = N_("Look for every defect of a catalogue"),
        .usage = N_("DIR is the folder of the catalogue, else the one that is in use. Each defect "
                    "is a line FILE:LINE: COLUMN: what is wrong and what to do; the last line "
                    "counts them.\n\n"
                    "The exit status is 0 without a defect, 1 with any, and 2 when DIR cannot be "
                    "read."),
        .run = check_run,
    },
    {
        .name = "import",
        .arguments = N_("spring|csv|package|review FILE"),
        .least = 2,
        .most = 2,
        .takes = OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_INTO) | OPTION_BIT(OPTION_MAP) |
                 OPTION_BIT(OPTION_GUESS),
        .summary = N_("Take in what others have published, or answers of a review"),
        .usage = usage_import,
        .run = import_run,
    },
    {
        .name = "export",
        .arguments = N_("own|catalogue|review [PRACTICE]"),
        .least = 1,
        .most = SIZE_MAX,
        .opens = true,
        .log = LOG_ASIDE,
        .takes = OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_AS),
        .summary = N_("Write your own practices, the catalogue or a review into files"),
        .usage = usage_export,
        .run = export_run,
    },
    {
        .name = "keys",
        .arguments = "",
        .summary = N_("List the keys and commands for browsing"),
        .usage = N_("While browsing, ':' and the name of a command does the same as its key.\n\n"
                    "In a script for --script, letters stand for themselves, and other keys in "
                    "angle brackets: <Enter>, <Down>, <Space>, <C-l> for Ctrl-L, <lt> for <."),
        .run = keys_run,
    },
    {
        .name = "help",
        .arguments = N_("[COMMAND]"),
        .most = 1,
        .summary = N_("Show this help, or that of a command"),
        .usage = "",
        .run = help_run,
    },
};

const struct subcommand *subcommands_all(size_t *count) {
    *count = COUNT(subcommands);
    return subcommands;
}
