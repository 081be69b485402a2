/*
 * text: slices of UTF-8, a builder for new ones, and what is asked of characters.
 *
 * A struct str borrows its bytes; they need not end in NUL.  {NULL, 0} is "absent", which a
 * caller may tell from "" by the pointer.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};

/** A slice of a string literal. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/** For printf's "%.*s". */
#define STR_ARGS(s) (int)(s).len, (s).ptr ? (s).ptr : ""

struct str str_of(const char *c_string); /**< NULL gives an absent one */
static inline bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}
/** Whether s is that string; most differ in their first character. */
static inline bool str_is(struct str s, const char *c_string)
{
    size_t i = 0;
    while (i < s.len && c_string[i] && s.ptr[i] == c_string[i])
        i++;
    return i == s.len && !c_string[i];
}
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/** The part from byte `from` on, at most len bytes. */
static inline struct str str_part(struct str s, size_t from, size_t len)
{
    if (from > s.len)
        from = s.len;
    if (len > s.len - from)
        len = s.len - from;
    return (struct str){s.ptr ? s.ptr + from : NULL, len};
}
/** What stands between two slices of the same text, the first before the second. */
static inline struct str str_between(struct str first, struct str second)
{
    const char *end = first.ptr + first.len;
    return (struct str){end, (size_t)(second.ptr - end)};
}
/** Both, and what stands between them. */
static inline struct str str_spanning(struct str first, struct str last)
{
    return (struct str){first.ptr, (size_t)(last.ptr - first.ptr) + last.len};
}
/** Byte index of the first c, or s.len. */
size_t str_find(struct str s, char c);
/** The part before the first c, or all of it: the language of "en-US", before '-'. */
struct str str_before(struct str s, char c);
/** Whether the part, which is not empty, occurs in s. */
bool str_contains(struct str s, struct str part);
/** Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/** A copy in the arena, with a NUL behind it that len does not count. */
struct str str_copy(struct arena *arena, struct str s);
/** The same as a C string. */
const char *str_c(struct arena *arena, struct str s);

/* ---- UTF-8 ---- */

#define UTF8_BAD 0xFFFFFFFFu

/** Whether Unicode has such a code point for characters: no surrogate, and not over U+10FFFF. */
static inline bool utf8_is_scalar(uint32_t c)
{
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

/** Where the character begins that the byte at that offset, which is in s, belongs to. */
size_t utf8_start(struct str s, size_t at);

uint32_t utf8_next_beyond_ascii(struct str s, size_t *at); /* of utf8_next() */

/**
 * Reads one character at *at and moves *at behind it.
 * Overlong forms, surrogates and values over U+10FFFF are UTF8_BAD, and *at moves by one byte.
 * Must not be called at the end.
 */
static inline uint32_t utf8_next(struct str s, size_t *at)
{
    unsigned char c = (unsigned char)s.ptr[*at]; /* mostly a character by itself */
    return c < 0x80 ? (++*at, c) : utf8_next_beyond_ascii(s, at);
}

/** How many bytes stand before the first that is no UTF-8; s.len: all are sound. */
size_t utf8_sound(struct str s);

/** Characters in s; a bad byte counts as one. */
size_t utf8_length(struct str s);

/** Writes c as UTF-8 into out (room for 4). @return its bytes. */
size_t utf8_put(char out[4], uint32_t c);

/** Writes c as UTF-16, big endian, into out (room for 4). @return its bytes. */
size_t utf16_put(unsigned char out[4], uint32_t c);

/* ---- Words ---- */

/** Words separated by white space (ASCII or no-break spaces do not separate). */
int str_words(struct str s);

/**
 * The Levenshtein distance between a and b, or limit + 1 as soon as it is over limit.
 * For suggestions; both are compared in the first 64 bytes only.
 */
unsigned str_distance(struct str a, struct str b, unsigned limit);

/* ---- Builder ---- */

/** A string under construction in an arena. Start with {.arena = a}. */
struct builder {
    struct arena *arena;
    char *ptr;
    size_t len, room;
};

void builder_grow(struct builder *b, size_t more); /* of builder_char() */
void builder_add(struct builder *b, struct str s);
static inline void builder_char(struct builder *b, char c)
{
    if (b->room <= b->len + 1)
        builder_grow(b, 1);
    b->ptr[b->len++] = c;
}
void builder_utf8(struct builder *b, uint32_t c);
/** s as a dump shows it: quotes, backslashes, what is shapeless, and spaces that look like others
    are escaped as in JSON. */
void builder_escaped(struct builder *b, struct str s);
/** The same with quotes around it. */
void builder_quoted(struct builder *b, struct str s);
/** 16 bits as four hexadecimal digits. */
void builder_hex(struct builder *b, unsigned value);
/** UTF-8 text as UTF-16, big endian, in hexadecimal digits: how a PDF writes it. */
void builder_utf16_hex(struct builder *b, struct str utf8);
/** As printf; not for floating point, whose form depends on the locale. */
void builder_printf(struct builder *b, const char *format, ...)
#if defined __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
void builder_int(struct builder *b, int64_t value);
/** Thousandths as a decimal number without needless zeros: 12500 is 12.5. */
void builder_milli(struct builder *b, int32_t thousandths);
/** What was built so far, with a NUL behind it; valid until the next addition. */
struct str builder_str(struct builder *b);

/** A number as text. */
struct str str_of_int(struct arena *arena, int64_t value);

/**
 * The same, not negative, in a language's own digits.
 * @param digits  ten characters of equal length, "0" to "9" as it writes them; absent: those.
 */
struct str str_in_digits(struct arena *arena, int64_t value, struct str digits);

/**
 * A template with {0}, {1}… replaced by args.
 * @param complete  is set to false if one that it names is missing or empty. NULL is allowed.
 */
struct str str_fill(struct arena *arena, struct str template, const struct str *args,
                    size_t count, bool *complete);

#endif
