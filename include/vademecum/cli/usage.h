/*
 * usage: what --help says of those subcommands of which there is much to say. Untranslated.
 */
#ifndef VADEMECUM_CLI_USAGE_H
#define VADEMECUM_CLI_USAGE_H

extern const char usage_stats[];
extern const char usage_import[];
extern const char usage_export[];

#endif
