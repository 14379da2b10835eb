/*
 * usage: the help of subcommands that need a long one. Untranslated.
 */
#ifndef VADEMECUM_CLI_USAGE_H
#define VADEMECUM_CLI_USAGE_H

extern const char usage_stats[];
extern const char usage_import[];
extern const char usage_export[];

#endif
