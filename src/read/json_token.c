/*
 * The two tokens of JSON that have an inside: texts and numbers.  See json_scan.h.
 *
 * What is wrong inside a text does not always spoil the file: raw control characters and bytes
 * that are not UTF-8 are reported without making the text unusable, so that its fields can still
 * be checked in the same run.
 */
#include "base/ascii.h"
#include "read/encoding_guess.h"
#include "read/json_scan.h"
#include "read/text_check.h"

#include <assert.h>
#include <string.h>

/* ---- Parts of a text ---- */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

size_t json_start(struct str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

size_t json_skip_space(struct str text, size_t at)
{
    char c;
    while (at < text.len
           && ((c = text.ptr[at]) == ' ' || c == '\n' || c == '\r' || c == '\t'))
        at++;
    return at;
}

size_t json_skip_blanks(struct str text, size_t at)
{
    while (char_at(text, at) == ' ' || char_at(text, at) == '\t')
        at++;
    return at;
}

size_t json_line_end(struct str text, size_t at)
{
    while (at < text.len && !is_line_end(text.ptr[at]))
        at++;
    return at;
}

bool json_hex4(struct str text, size_t at, uint32_t *value)
{
    *value = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = ascii_hex(char_at(text, i));
        if (digit < 0)
            return false;
        *value = *value << 4 | (uint32_t)digit;
    }
    return true;
}

/* ---- Texts ---- */

size_t scan_bad_bytes(struct scanner *s, size_t at)
{
    size_t end = at, next = at;
    while (end < s->text.len && utf8_next(s->text, &next) == UTF8_BAD)
        end = next;
    if (end > at) {
        struct builder byte = {.arena = s->diags->arena};
        if (!s->encoding_hint.ptr)
            s->encoding_hint = encoding_hint(s->diags->arena, s->text);
        builder_printf(&byte, "the byte 0x%02X is", (unsigned)(unsigned char)s->text.ptr[at]);
        scan_report(s, DIAG_NOT_UTF8, span_between(at, end), builder_str(&byte),
                    s->encoding_hint);
    }
    return end;
}

size_t scan_controls(struct scanner *s, size_t at, const char *hint)
{
    size_t end = at;
    assert(at < s->text.len && ascii_is_control(s->text.ptr[at]));
    for (; end < s->text.len && ascii_is_control(s->text.ptr[end]); end++)
        s->unusable = s->unusable || !s->text.ptr[end]; /* NUL ends a C string */
    scan_report(s, DIAG_RAW_CONTROL, span_between(at, end),
                character_name(s->diags->arena, (unsigned char)s->text.ptr[at]), str_of(hint));
    return end;
}

/* @return the end of the escape at `at`, which starts with \u. */
static size_t unicode_escape_end(struct scanner *s, size_t at)
{
    uint32_t c, low;
    if (!json_hex4(s->text, at + 2, &c)) {
        scan_syntax(s, span_between(at, at + 2), "\\u must be followed by four hexadecimal digits",
                    "write the character itself, or for a backslash write \\\\");
        return at + 2;
    }
    size_t end = at + 6;
    bool pair = c >= 0xD800 && c < 0xDC00 && char_at(s->text, end) == '\\'
             && char_at(s->text, end + 1) == 'u' && json_hex4(s->text, end + 2, &low)
             && low >= 0xDC00 && low < 0xE000;
    if (pair)
        return end + 6;
    if (c >= 0xD800 && c < 0xE000)
        scan_syntax(s, span_between(at, end), "this escape is only half of a character",
                    "write the character itself");
    if (c == 0)
        scan_fault(s, DIAG_NUL_CHARACTER, span_between(at, end), STR(""), STR(""));
    return end;
}

/* @return the end of the escape at `at`. */
static size_t escape(struct scanner *s, size_t at)
{
    char c = char_at(s->text, at + 1);
    if (c == 'u')
        return unicode_escape_end(s, at);
    if (c && strchr("\"\\/bfnrt", c))
        return at + 2;
    /* What stands behind the backslash is looked at again unless it belongs to this message. */
    size_t end = at + 1 + (c >= 0x20 && c < 0x7F);
    scan_syntax(s, span_between(at, end), "this is not an escape of JSON",
                "for a backslash write \\\\");
    return end;
}

/*
 * Whether the closing quote was forgotten on the line that ends at `at`, rather than the line
 * broken by the author: the next line then starts with a bracket, or with a quote that opens
 * something.
 */
static bool ends_unclosed(struct str text, size_t at)
{
    at = json_skip_space(text, at);
    char c = char_at(text, at);
    if (c == '"') {
        char next = char_at(text, at + 1);
        return next && !strchr(" ,:]}\r\n", next);
    }
    return at == text.len || c == '}' || c == ']';
}

/* The end of the line, or of what must be one value on it, if no quote tells better. */
static size_t value_end(struct str text, size_t at)
{
    while (at < text.len && !strchr(",]}\r\n", text.ptr[at]))
        at++;
    return at;
}

/* Whether words follow at `at`, behind what should have been the end of a value. */
static bool words_follow(struct str text, size_t at)
{
    size_t next = json_skip_blanks(text, at);
    char c = char_at(text, next);
    if ((unsigned char)c >= 0x80) {
        uint32_t wide = utf8_next(text, &next);
        return wide != 0x3000 && character_kind(wide) == CHARACTER_VISIBLE;
    }
    return ascii_is_letter(c) || (next == at && (ascii_is_digit(c) || (c && strchr("(-.", c))));
}

/*
 * A closing quote with words behind it was meant as an inner quote.  The text then ends at a quote
 * behind which something else could follow. @return the end of the text.
 */
static size_t inner_quote(struct scanner *s, size_t at)
{
    scan_syntax(s, span_between(at - 1, at), "the text ends at this quote, and more follows",
                "a \" inside a text is written \\\"");
    for (size_t end = at; end < s->text.len && !is_line_end(s->text.ptr[end]); end++)
        if (s->text.ptr[end] == '"'
            && strchr(",]}\r\n", char_at(s->text, json_skip_blanks(s->text, end + 1))))
            return end + 1;
    return value_end(s->text, at);
}

/* A text whose closing quote was forgotten ends with the line at `at`, but for a comma there. */
static size_t unclosed(struct scanner *s, size_t start, size_t at)
{
    struct str text = str_trim(str_part(s->text, start, at - start));
    size_t end = start + text.len - (text.len > 1 && str_ends(text, STR(",")));
    scan_syntax(s, span_between(start, json_line_end(s->text, start)),
                "this text has no closing quote",
                "put a \" at its end; a \" inside a text is written \\\"");
    return end;
}

static size_t wide_character(struct scanner *s, size_t at)
{
    size_t end = scan_bad_bytes(s, at);
    if (end == at)
        utf8_next(s->text, &end);
    return end;
}

struct token scan_text(struct scanner *s)
{
    size_t start = s->at, at = start + 1;
    assert(char_at(s->text, start) == '"');
    while (at < s->text.len && s->text.ptr[at] != '"' && s->faults <= SCAN_FAULTS_MAX) {
        unsigned char c = (unsigned char)s->text.ptr[at];
        if (c == '\\')
            at = escape(s, at);
        else if (c >= 0x80)
            at = wide_character(s, at);
        else if (c >= 0x20)
            at++;
        else if (is_line_end((char)c) && ends_unclosed(s->text, at))
            break;
        else
            at = scan_controls(s, at, is_line_end((char)c)
                                          ? "a text must stay on one line; join the lines, or "
                                            "make them items of a list"
                                          : "delete it, or put a space");
    }
    if (char_at(s->text, at) != '"')
        at = unclosed(s, start, at);
    else if (words_follow(s->text, ++at))
        at = inner_quote(s, at);
    s->at = at;
    return (struct token){TOKEN_TEXT, span_between(start, at)};
}

/* ---- Numbers ---- */

size_t json_number_end(struct str text, size_t at)
{
    while (at < text.len && (ascii_is_alnum(text.ptr[at]) || memchr("+-.", text.ptr[at], 3)))
        at++;
    return at;
}

static size_t skip_digits(struct str text, size_t at)
{
    while (ascii_is_digit(char_at(text, at)))
        at++;
    return at;
}

/* What to do about a number; NULL if it is as JSON writes it. */
static const char *number_hint(struct str n)
{
    const char *no_number = "to make it a text, put it in double quotes";
    size_t at = char_at(n, 0) == '-';
    if (str_starts(str_part(n, at, n.len), STR("Inf")))
        return "JSON has no such number";
    if (char_at(n, at) == '+')
        return "write it without the plus sign";
    if (char_at(n, at) == '.')
        return "write a 0 before the point";
    if (char_at(n, at) == '0' && ascii_is_digit(char_at(n, at + 1)))
        return "write it without a 0 in front; to make it a text, put it in double quotes";
    size_t end = skip_digits(n, at);
    if (end == at)
        return no_number;
    if (char_at(n, end) == '.') {
        at = end + 1;
        end = skip_digits(n, at);
        if (end == at)
            return "write digits behind the point, or no point";
    }
    if (char_at(n, end) == 'e' || char_at(n, end) == 'E') {
        at = end + 1;
        at += char_at(n, at) == '+' || char_at(n, at) == '-';
        end = skip_digits(n, at);
        if (end == at)
            return no_number;
    }
    return end == n.len ? NULL : no_number;
}

struct token scan_number(struct scanner *s)
{
    size_t end = json_number_end(s->text, s->at);
    assert(end > s->at);
    if (words_follow(s->text, end)) /* "5 grams" without quotes */
        end = value_end(s->text, end);
    struct token token = {TOKEN_SCALAR, span_between(s->at, end)};
    struct str number = str_part(s->text, s->at, end - s->at);
    const char *hint = number_hint(number);
    if (hint)
        scan_fault(s, DIAG_BAD_NUMBER, token.span, text_excerpt(s->diags->arena, number),
                   str_of(hint));
    s->at = end;
    return token;
}
