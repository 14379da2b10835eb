/*
 * tools: what the Tools panel lists, and where each entry leads. Only the desk uses this; others
 * ask the session.
 */
#ifndef VADEMECUM_DESK_TOOLS_H
#define VADEMECUM_DESK_TOOLS_H

#include "vademecum/desk/session.h"

/* How many tools there are, the reviewer's own among them. */
size_t tools_count(const struct session *session);

/* The tool in focus, when it can be seen; else one of TOOL_PLACES. */
struct tool_entry tools_here(const struct session *session);

/*
 * The address of a tool, "" when none; where it is a local file instead, `*file` gets the path
 * inside the catalogue, else NULL. Lives as long as the session.
 */
const char *tools_link(const struct session *session, const struct tool_entry *entry,
                       const char **file);

#endif
