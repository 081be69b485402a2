/*
 * entity: character references such as "&amp;" and "&#8211;".
 */
#ifndef READ_ENTITY_H
#define READ_ENTITY_H

#include "base/text.h"

/**
 * The character reference that s starts with; one that was escaped again ("&amp;lt;") is one too.
 * @param c  is set to the character. @return its bytes, or 0 if there is none.
 */
size_t entity_at(struct str s, uint32_t *c);

/** The text with all character references replaced. */
struct str entities_decoded(struct arena *arena, struct str s);

/** The character that Windows-1252 has at a byte from 0x80 to 0x9F; 0 if it has none. */
uint32_t windows_1252(unsigned byte);

#endif
