/*
 * json_check: every fault of a text that is meant to be JSON.
 */
#ifndef READ_JSON_CHECK_H
#define READ_JSON_CHECK_H

#include "base/diag.h"

/**
 * Reports every fault but those of meaning (duplicate fields, numbers out of range).
 * @return how many values the text holds, or 0 if it cannot be read as it is meant. There
 *         may be errors even if not: raw control characters and bytes that are not UTF-8 inside
 *         texts do not keep it from being read.
 */
size_t json_check(struct diags *diags, const struct source *source);

#endif
