/*
 * program: cuts a command of the user into words and starts its program, never through a shell.
 */
#ifndef VADEMECUM_EXCHANGE_PROGRAM_H
#define VADEMECUM_EXCHANGE_PROGRAM_H

#include "vademecum/base/arena.h"

#include <spawn.h>
#include <sys/types.h>

/* What stands between the words of a command. */
#define PROGRAM_BLANKS " \t\n"

/*
 * The words of a command as the argv of its program, with `last` behind them: copies, ended by
 * NULL. Only blanks part them; quotation marks and all else have no meaning.
 */
char **program_words(struct arena *arena, const char *command, const char *last);

/*
 * Starts the program words[0], looked for in $PATH when it has no slash, with signals as they are
 * by default and none blocked. `actions` is what else is done to its files, or NULL. 0, and
 * `*process` is set; or an errno: no program was started.
 */
int program_start(char *const words[], const posix_spawn_file_actions_t *actions, pid_t *process);

/*
 * Waits for the end of a child, through signals. The status as of waitpid, so 0 when the child said
 * that all went well; -1 when it could not be learnt. SIGCHLD must not be ignored.
 */
int program_wait(pid_t process);

#endif
