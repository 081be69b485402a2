/*
 * See reference_text.h.
 */
#include "read/reference_text.h"

#include "base/ascii.h"
#include "read/character_check.h"
#include "read/csl_text.h"
#include "read/mark_up_check.h"
#include "read/record_line.h"
#include "read/text_check.h"
#include "read/values.h"

/* ---- Records ---- */

/* What the text is a record of, which a comment or other fields may stand before; NULL if none. */
static const char *record_of(struct str text)
{
    while (str_starts(text, STR("\uFEFF")))
        text = str_part(text, STR("\uFEFF").len, text.len);
    for (size_t at = 0; at < text.len; at++) {
        struct str line = str_trim(str_before(str_part(text, at, text.len), '\n'));
        const char *record = record_of_line(line);
        if (record)
            return record;
        at += str_find(str_part(text, at, text.len), '\n');
    }
    return NULL;
}

/* ---- A number in front ---- */

static size_t digits_at(struct str text, size_t at)
{
    size_t end = at;
    while (ascii_is_digit(char_at(text, end)))
        end++;
    return end - at;
}

/* What stands around the number of a list: "1.", "1)", "1:", "[1]", "(1)", "{1}", "#1". */
static bool is_closed(char open, char close)
{
    const struct str pairs = STR("[](){}");
    size_t pair = str_find(pairs, open);
    return pair < pairs.len ? close == pairs.ptr[pair + 1] : str_find(STR(".):]"), close) < 4;
}

/* Bytes of "1.", "2)", "[3]", "(4)", "5 ." before a text; 0 if there is no such number. */
static size_t list_number_length(struct str text)
{
    enum { MOST = 3 }; /* digits: more are a year */
    char open = char_at(text, 0);
    bool bracket = open == '[' || open == '(' || open == '{';
    size_t start = bracket || open == '#', digits = digits_at(text, start), end = digits + start;
    end += !start && char_at(text, end) == ' '; /* "1 ." */
    end += char_at(text, end) == '\\';          /* "1\." of Markdown */
    bool closed = is_closed(open, char_at(text, end)), hash = open == '#' && !closed;
    end += closed;
    end += bracket && char_at(text, end) == '.'; /* "[1]." */
    char behind = char_at(text, end);
    bool blank = behind == ' ' || behind == '\t'
              || str_starts(str_part(text, end, text.len), STR("\u00A0"));
    bool letter = ascii_is_letter(behind) && (open == '[' || (end && text.ptr[end - 1] == '.'));
    bool apart = blank || (letter && !hash);
    return digits && digits <= MOST && (closed || hash) && apart ? end : 0;
}

/* Bytes of "¹", "①" or "•" before a text; 0 if there is no such sign. */
static size_t sign_length(struct str text)
{
    size_t at = 0, end = 0;
    while (at < text.len) {
        uint32_t c = utf8_next(text, &at);
        bool raised = c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
        bool ringed = c >= 0x2460 && c <= 0x2473;
        bool dash = c == 0x2013 || c == 0x2014;
        if (!raised && !ringed && !dash && c != 0x2022)
            break;
        end = at;
    }
    return end;
}

/*
 * Bytes of "1 " before "Doe A", where the reference is the first one: a number that the page would
 * give it too, which lost its stop.  "100 questions" and "5 ways to sleep" are titles.
 */
static size_t bare_number_length(const struct reader *r, struct str text)
{
    size_t digits = digits_at(text, 0), end = digits;
    int64_t number = 0;
    for (size_t i = 0; i < digits && i < 4; i++)
        number = number * 10 + (text.ptr[i] - '0');
    if (str_starts(str_part(text, end, text.len), STR(" -")))
        end += 2;
    char first = char_at(text, end + 1);
    bool counts = digits && r->path && number == (int64_t)r->path->index;
    return counts && char_at(text, end) == ' ' && first >= 'A' && first <= 'Z' ? end : 0;
}

static void report_number(struct reader *r, const struct json *value, size_t length)
{
    struct span first = json_locate(r->source, value, 0);
    struct span last = json_locate(r->source, value, length - 1);
    struct place place = {r->source, {first.off, last.off + last.len - first.off}};
    diag_add(r->diags, DIAG_NUMBERED_REFERENCE, place,
             text_excerpt(r->arena, str_part(value->string, 0, length)));
}

/* Who pastes a reference out of a PDF gets line ends and soft hyphens with it. */
static void tidied_text_read(struct reader *r, const struct json *value, struct text *to)
{
    hidden_text_read(r, value, to);
    if (!to->str.len)
        return;
    to->str = csl_plain(r->arena, to->str);
    if (!to->str.len)
        diag_add(r->diags, DIAG_EMPTY_TEXT, to->at, path_text(r));
    characters_check(r, value, to->str);
    mark_up_check(r, value);
}

void reference_text_read(struct reader *r, const struct json *value, void *to)
{
    const char *record = record_of(str_trim(value->string));
    size_t length = list_number_length(value->string);
    length = length ? length : sign_length(value->string);
    length = length ? length : bare_number_length(r, value->string);
    if (record) {
        diag_add(r->diags, DIAG_REFERENCE_FORMAT, place_whole(r, value), path_text(r),
                 str_of(record), STR(EXPORT_AGAIN));
        return;
    }
    if (length)
        report_number(r, value, length);
    tidied_text_read(r, value, to);
}
