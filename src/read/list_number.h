/*
 * list_number: the number that a reference had in the list that it was pasted from.
 */
#ifndef READ_LIST_NUMBER_H
#define READ_LIST_NUMBER_H

#include "base/text.h"

/**
 * Bytes of "1.", "[2]", "Ref. 3:", "d)", "iv.", "•" or Wikipedia's "^ a b" before a reference; 0 if
 * there is nothing of the kind.
 * @param index  which reference it is, from 1 on: what may be a part of the reference ("1 Doe A",
 *               "i. Doe A") is taken for its number only if that is the number the page gives it
 */
size_t list_number_length(struct str text, size_t index);

#endif
