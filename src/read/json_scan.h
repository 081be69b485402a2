/*
 * json_scan: the tokens of a JSON text, strictly as RFC 8259 writes them.
 *
 * A token that is not quite JSON is reported and then handed out as what was evidently meant, so
 * that one slip costs one message and the reading goes on.  Only json_check and json use this.
 */
#ifndef READ_JSON_SCAN_H
#define READ_JSON_SCAN_H

#include "base/diag.h"

#include <assert.h>

/** A file with more faults than this is no JSON at all, or in another encoding. */
enum { SCAN_FAULTS_MAX = 20 };

enum token_kind {
    TOKEN_END,
    TOKEN_TEXT,
    TOKEN_SCALAR, /**< a number, true, false or null */
    TOKEN_OPEN_LIST = '[',
    TOKEN_CLOSE_LIST = ']',
    TOKEN_OPEN_OBJECT = '{',
    TOKEN_CLOSE_OBJECT = '}',
    TOKEN_COLON = ':',
    TOKEN_COMMA = ','
};

struct token {
    enum token_kind kind;
    struct span span;
};

struct scanner {
    const struct source *source;
    struct diags *diags;
    struct str text;
    size_t at;
    unsigned faults;
    struct str encoding_hint; /**< about bytes that are not UTF-8; absent until there is one */
    bool unusable; /**< no tree can be made of the text as it is meant */
};

/** Starts at the beginning of source->text, behind a byte order mark. */
void scanner_init(struct scanner *s, struct diags *diags, const struct source *source);

/** The next token; TOKEN_END at the end, and after too many faults. */
struct token scan_next(struct scanner *s);

/** Adds a diagnostic with up to two arguments; the text stays usable. */
void scan_report(struct scanner *s, enum diag_id id, struct span at, struct str a, struct str b);
/** The same for a fault after which the text is unusable. */
void scan_fault(struct scanner *s, enum diag_id id, struct span at, struct str a, struct str b);
/** The same for DIAG_SYNTAX. @param hint  may be "". */
void scan_syntax(struct scanner *s, struct span at, const char *message, const char *hint);

static inline struct span span_between(size_t from, size_t end)
{
    assert(from <= end && end <= UINT32_MAX);
    return (struct span){(uint32_t)from, (uint32_t)(end - from)};
}

/* ---- The tokens that have an inside: json_token.c ---- */

/** The text whose opening quote is at s->at. */
struct token scan_text(struct scanner *s);
/** The number whose first character is at s->at. */
struct token scan_number(struct scanner *s);
/** Reports the bytes from `at` on that are not UTF-8, as one. @return their end; `at` if none. */
size_t scan_bad_bytes(struct scanner *s, size_t at);
/** Reports the control characters from `at` on, as one. @return their end. */
size_t scan_controls(struct scanner *s, size_t at, const char *hint);

/* ---- Parts of a text ---- */

/** The offset of the first byte that counts: behind a byte order mark. */
size_t json_start(struct str text);
/** The offset of the first byte from `at` on that is not JSON's white space. */
size_t json_skip_space(struct str text, size_t at);
/** The offset of the first byte from `at` on that is no blank and no tab. */
size_t json_skip_blanks(struct str text, size_t at);
/** The offset of the line end from `at` on, or the text's length. */
size_t json_line_end(struct str text, size_t at);
/** The end of the characters from `at` on that a number may consist of. */
size_t json_number_end(struct str text, size_t at);
/** Reads the four hexadecimal digits at `at`. @return false if they are not there. */
bool json_hex4(struct str text, size_t at, uint32_t *value);

#endif
