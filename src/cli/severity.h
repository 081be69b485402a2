/*
 * severity: how grave a message is, in the one word that stands in all forms of messages.
 */
#ifndef CLI_SEVERITY_H
#define CLI_SEVERITY_H

#include "handout.h"

/** "note", "warning" or "error"; SARIF has the same words as its levels. */
const char *severity_name(enum handout_severity severity);

#endif
