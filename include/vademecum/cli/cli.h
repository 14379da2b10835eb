/*
 * cli: what a subcommand is, and what all of them share.
 */
#ifndef VADEMECUM_CLI_CLI_H
#define VADEMECUM_CLI_CLI_H

#include "vademecum/base/arena.h"
#include "vademecum/base/clock.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/cli/options.h"
#include "vademecum/report/formats.h"
#include "vademecum/report/report.h"
#include "vademecum/review/log.h"
#include "vademecum/review/places.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Exit statuses. */
enum {
    CLI_DONE = 0,
    CLI_WANTING = 1, /* defects were found, what was asked for is not there, or was not saved */
    CLI_FAILED = 2   /* the command line or the environment is off */
};

struct subcommand;

struct cli {
    const struct subcommand *subcommands; /* all that there are, `subcommand_count` of them */
    size_t subcommand_count;
    const struct options *options;         /* as read */
    const char *path;                      /* of the catalogue's folder */
    struct arena *arena;                   /* for everything; borrowed */
    const struct catalogue *catalogue;     /* open, or NULL when the subcommand needs none */
    const struct format *format;           /* that was asked for, else text */
    struct document *document;             /* standard output; borrowed */
    enum sign_form signs;                  /* for marks in text */
    bool terminal;                         /* standard output is one */
    bool asks;                             /* somebody can answer on standard input */
    FILE *err;                             /* for complaints; borrowed */
    int err_width;                         /* columns that they are wrapped to; 0: they are not */
    const struct environment *environment; /* for where the reviews are */
    struct clock clock;                    /* for the times of events */
    int64_t dated;                         /* the time that papers are of, since 1970 */
    uint64_t random;                       /* another one at each start */
    struct places places;                  /* found when the subcommand uses the log */
    struct log *log;                       /* open then, else NULL */
    bool partly;                           /* what it shows is not all that there is */
    const char *told;                      /* why not, or why something was not saved, or NULL */
};

/* What a subcommand does with the log. */
enum log_use {
    LOG_UNUSED,
    LOG_READ,
    LOG_ASIDE, /* it shows more than reviews, so whose they would be does not matter */
    LOG_WRITTEN,
    LOG_CHECKED /* it tells by itself what is damaged */
};

struct subcommand {
    const char *name;
    const char *arguments; /* as the usage line has them, untranslated; "" when it takes none */
    size_t least;          /* arguments that it needs */
    size_t most;           /* arguments that it takes */
    bool opens;            /* wants cli->catalogue open … */
    unsigned reads;        /* … with these of enum catalogue_files, … */
    unsigned reads_json;   /* … and these where they are told as json, … */
    bool one;              /* … or with what belongs to the practice of its first argument */
    uint64_t takes;        /* options that not every subcommand takes: OPTION_BIT of each */
    enum log_use log;      /* wants cli->log open, unless LOG_UNUSED */
    const char *summary;   /* one line, untranslated */
    const char *usage;     /* what more there is to say, untranslated */
    int (*run)(struct cli *cli, const char *const *arguments, size_t count); /* exit status */
};

/* Complains that there is no catalogue to read in the folder `path`; returns CLI_FAILED. */
int cli_refuse(const struct cli *cli, const char *path, const struct fault *fault);

/* Writes the fault as a complaint, and returns the exit status for its kind. */
int cli_fail(const struct cli *cli, const struct fault *fault);

/* Writes a sentence as a complaint, on one line or wrapped to cli->err_width. */
void cli_complain(const struct cli *cli, const char *sentence);

/* A file of a fault as the user would reach it: those of the catalogue with the folder `path`. */
const char *cli_file(struct arena *arena, const char *path, const char *file);

/* The path of a file in a folder. */
const char *cli_inside(struct arena *arena, const char *folder, const char *file);

/* Where -o, which was given, wants a file to go: itself, or `name` in the folder that it names. */
const char *cli_output(const struct cli *cli, const char *name);

/* What report functions want. */
struct report cli_report(const struct cli *cli);

/*
 * Has a report show the reviews as --at wants them; `practice` is the one whose labels are meant,
 * or NULL. Complains of answers that came in late (past_late) where the format has no place for it.
 * False and the fault when there is no such label or date.
 */
bool cli_past(const struct cli *cli, struct report *report, const char *practice,
              struct fault *fault);

/*
 * Complains of answers that came in after the round was closed that the report's review ends with,
 * where rows for programs have no place for it.
 */
void cli_late(const struct cli *cli, const struct report *report);

/* The subcommand with this name; NULL after a complaint that helps. */
const struct subcommand *cli_find(const struct cli *cli, const char *name);

/* Writes rows in the format that was asked for, unless that is for people; then false. */
bool cli_sheet(const struct cli *cli, const struct sheet *sheet);

#endif
