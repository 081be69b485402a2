/*
 * ascii: kinds of characters as the formats define them, whatever the locale says.
 */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include "base/text.h"

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_letter(char c)
{
    return ascii_is_lower(c) || ascii_is_upper(c);
}

static inline bool ascii_is_alnum(char c)
{
    return ascii_is_digit(c) || ascii_is_letter(c);
}

static inline bool ascii_is_control(char c)
{
    return (unsigned char)c < 0x20;
}

/** White space of JSON and of plain text: blank, tab, and the ends of lines. */
static inline bool ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline char ascii_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char ascii_upper(char c)
{
    return ascii_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

/** Whether the text is that word, whatever its case. @param lower  in small letters */
static inline bool ascii_is_word(struct str text, const char *lower)
{
    size_t i = 0;
    while (i < text.len && lower[i] && ascii_lower(text.ptr[i]) == lower[i])
        i++;
    return i == text.len && !lower[i];
}

/** Whether two texts are the same, whatever their case. */
static inline bool ascii_equal(struct str a, struct str b)
{
    size_t i = 0;
    while (i < a.len && i < b.len && ascii_lower(a.ptr[i]) == ascii_lower(b.ptr[i]))
        i++;
    return i == a.len && i == b.len;
}

/** The value of a hexadecimal digit, or -1. */
static inline int ascii_hex(char c)
{
    c = ascii_lower(c);
    return ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** The byte at that offset; NUL behind the end. */
static inline char char_at(struct str s, size_t at)
{
    return at < s.len ? s.ptr[at] : '\0';
}

/** Whether the text begins so, whatever its case. @param lower  in small letters */
static inline bool ascii_starts(struct str text, const char *lower)
{
    size_t i = 0;
    while (lower[i] && ascii_lower(char_at(text, i)) == lower[i])
        i++;
    return !lower[i];
}

/** Whether it is anywhere in the text, whatever its case. @param lower  in small letters */
static inline bool ascii_contains(struct str text, const char *lower)
{
    for (size_t at = 0; at < text.len; at++)
        if (ascii_starts(str_part(text, at, text.len), lower))
            return true;
    return false;
}

#endif
