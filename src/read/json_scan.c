/*
 * See json_scan.h.  One pass over the bytes; nothing here recurses, so no input can exhaust the
 * stack.  This file finds where a token starts, and deals with what people write that JSON does
 * not have: unquoted words, other quotes, comments.
 */
#include "read/json_scan.h"

#include "base/ascii.h"
#include "read/text_check.h"

#include <assert.h>
#include <string.h>

void scanner_init(struct scanner *s, struct diags *diags, const struct source *source)
{
    *s = (struct scanner){.source = source, .diags = diags, .text = source->text};
    s->at = json_start(source->text);
}

/* ---- Reporting ---- */

void scan_report(struct scanner *s, enum diag_id id, struct span at, struct str a, struct str b)
{
    struct place place = {s->source, at};
    if (s->faults == SCAN_FAULTS_MAX) {
        diag_plain(s->diags, DIAG_TOO_MANY_FAULTS, place);
        s->unusable = true;
    }
    if (s->faults++ < SCAN_FAULTS_MAX)
        diag_add(s->diags, id, place, a, b);
}

void scan_fault(struct scanner *s, enum diag_id id, struct span at, struct str a, struct str b)
{
    scan_report(s, id, at, a, b);
    s->unusable = true;
}

void scan_syntax(struct scanner *s, struct span at, const char *message, const char *hint)
{
    scan_fault(s, DIAG_SYNTAX, at, str_of(message), str_of(hint));
}

/* ---- Words: true, false, null, and what people write instead of texts ---- */

static bool starts_word(char c)
{
    return ascii_is_letter(c) || c == '_' || c == '$';
}

static bool is_word(char c)
{
    return starts_word(c) || ascii_is_digit(c) || c == '-' || (unsigned char)c >= 0x80;
}

/* What to write instead of a word of another language; NULL if it is none. */
static const char *word_hint(struct str word)
{
    static const char *const hints[][2] = {
        {"True", "write true"},   {"TRUE", "write true"}, {"False", "write false"},
        {"FALSE", "write false"}, {"None", "write null"}, {"Null", "write null"},
        {"NULL", "write null"},   {"nil", "write null"},  {"undefined", "write null"},
    };
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (str_equal(word, str_of(hints[i][0])))
            return hints[i][1];
    return NULL;
}

/* A text without quotes, up to what would follow it: one mistake, not one for each word. */
static struct token bare_text(struct scanner *s, size_t start)
{
    size_t end = start;
    while (end < s->text.len && !strchr(",]}\"\r\n", s->text.ptr[end]))
        end++;
    struct token token = {TOKEN_TEXT, span_between(start, end)};
    scan_syntax(s, token.span, "a text must stand in double quotes", "");
    s->at = end;
    return token;
}

static struct token scan_word(struct scanner *s)
{
    size_t start = s->at, end = start;
    while (end < s->text.len && is_word(s->text.ptr[end]))
        end++;
    s->at = end;
    struct str word = str_part(s->text, start, end - start);
    struct token token = {TOKEN_SCALAR, span_between(start, end)};

    if (char_at(s->text, json_skip_blanks(s->text, end)) == ':') {
        scan_syntax(s, token.span, "the name of a field must stand in double quotes", "");
        token.kind = TOKEN_TEXT;
    } else if (str_equal(word, STR("NaN")) || str_equal(word, STR("Infinity"))) {
        scan_fault(s, DIAG_BAD_NUMBER, token.span, word, STR("JSON has no such number"));
    } else if (word_hint(word)) {
        scan_syntax(s, token.span, "JSON spells this word otherwise", word_hint(word));
    } else if (!str_equal(word, STR("true")) && !str_equal(word, STR("false"))
               && !str_equal(word, STR("null"))) {
        return bare_text(s, start);
    }
    return token;
}

/* ---- Other quotes, comments, and the rest ---- */

static bool is_wrong_quote(uint32_t c)
{
    return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F);
}

/* A text in 'single' or “curly” quotes: up to a quote at which something else could follow. */
static struct token scan_wrong_quotes(struct scanner *s)
{
    size_t start = s->at, end = json_line_end(s->text, start), at = start;
    bool closed = false;
    utf8_next(s->text, &at);
    assert(at <= end); /* no quote is a line end */
    while (at < end && !closed) {
        uint32_t c = utf8_next(s->text, &at);
        char next = char_at(s->text, json_skip_blanks(s->text, at));
        closed = (is_wrong_quote(c) || c == '"') && strchr(",:]}\r\n", next);
    }
    struct token token = {TOKEN_TEXT, span_between(start, at)};
    scan_syntax(s, token.span, "a text must stand in straight double quotes",
                "write \" at both ends");
    s->at = at;
    return token;
}

/* Reports and skips a comment. @return false if there is none. */
static bool comment(struct scanner *s)
{
    struct str rest = str_part(s->text, s->at, s->text.len);
    size_t end = s->at;
    if (str_starts(rest, STR("/*"))) {
        end += 2;
        while (end < s->text.len && !str_starts(str_part(s->text, end, 2), STR("*/")))
            end++;
        end += str_part(s->text, end, 2).len;
    } else if (str_starts(rest, STR("//")) || str_starts(rest, STR("#"))) {
        end = json_line_end(s->text, end);
    } else {
        return false;
    }
    scan_syntax(s, span_between(s->at, end), "JSON has no comments", "delete it");
    s->at = end;
    return true;
}

/* Reports and skips a character that starts nothing. */
static void stray(struct scanner *s, const char *hint)
{
    struct builder message = {.arena = s->diags->arena};
    size_t end = s->at;
    assert(s->at < s->text.len);
    uint32_t c = utf8_next(s->text, &end);
    builder_add(&message, character_name(s->diags->arena, c));
    builder_add(&message, STR(" does not belong here"));
    scan_fault(s, DIAG_SYNTAX, span_between(s->at, end), builder_str(&message), str_of(hint));
    s->at = end;
}

/* Reports and skips what is not ASCII or not a character, or reads it as a word. */
static bool scan_other(struct scanner *s, uint32_t c, struct token *token)
{
    if (is_wrong_quote(c)) {
        *token = scan_wrong_quotes(s);
        return true;
    }
    if (c >= 0x80 && c != UTF8_BAD && c != 0x3000 && character_kind(c) == CHARACTER_VISIBLE) {
        *token = scan_word(s);
        return true;
    }
    if (c == '=' || c == ';') { /* as other notations have it */
        stray(s, c == '=' ? "write :" : "write ,");
        token->kind = c == '=' ? TOKEN_COLON : TOKEN_COMMA;
        token->span = span_between(s->at - 1, s->at);
        return true;
    }
    if (c == UTF8_BAD)
        s->at = scan_bad_bytes(s, s->at);
    else if (c < 0x20)
        s->at = scan_controls(s, s->at, "delete it");
    else if (!comment(s))
        stray(s, "delete it");
    s->unusable = true;
    return false;
}

struct token scan_next(struct scanner *s)
{
    struct token token;
    for (;;) {
        s->at = s->faults > SCAN_FAULTS_MAX ? s->text.len : json_skip_space(s->text, s->at);
        assert(s->at <= s->text.len);
        if (s->at == s->text.len)
            return (struct token){TOKEN_END, span_between(s->at, s->at)};
        char c = s->text.ptr[s->at];
        if (c && strchr("[]{}:,", c)) {
            s->at++;
            return (struct token){(enum token_kind)c, span_between(s->at - 1, s->at)};
        }
        if (c == '"')
            return scan_text(s);
        if (ascii_is_digit(c) || (c && strchr("-+.", c)))
            return scan_number(s);
        if (starts_word(c))
            return scan_word(s);
        size_t next = s->at;
        if (scan_other(s, utf8_next(s->text, &next), &token))
            return token;
    }
}
