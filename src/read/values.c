/*
 * See values.h.  These are checks of form, made to catch slips: what has the form may still lead
 * nowhere.  Each is as strict as what is printed and linked needs, which is less than the
 * standards allow.
 */
#include "read/values.h"

#include "base/hash.h"

#include "base/ascii.h"
#include "read/read.h"

#include <assert.h>
#include <string.h>

/* ---- Dates ---- */

/* -1 if there is anything but digits; of a few digits only. */
static int digits_value(struct str digits)
{
    int value = 0;
    assert(digits.len <= 9);
    for (size_t i = 0; i < digits.len; i++) {
        if (!ascii_is_digit(digits.ptr[i]))
            return -1;
        value = value * 10 + (digits.ptr[i] - '0');
    }
    return value;
}

bool date_exists(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
        && day <= days[month - 1] + (month == 2 && leap);
}

bool date_parse(struct str text, struct date *date)
{
    if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
        return false;
    int year = digits_value(str_part(text, 0, 4));
    int month = digits_value(str_part(text, 5, 2));
    int day = digits_value(str_part(text, 8, 2));
    *date = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
    return date_exists(year, month, day);
}

/* ---- Language, id, colour ---- */

/* The text up to the next hyphen at *at; moves *at behind it. */
static struct str next_subtag(struct str text, size_t *at)
{
    struct str rest = str_part(text, *at, text.len);
    struct str subtag = str_before(rest, '-');
    *at += subtag.len + 1;
    return subtag;
}

/* BCP 47's "langtag" without the rarities: language, then subtags of 1 to 8 letters and digits,
 * where a single one introduces at least one more. */
bool language_has_form(struct str text)
{
    enum { LONGEST = 35 }; /* RFC 5646, 4.4.1: more is not in use */
    size_t at = 0;
    struct str subtag = next_subtag(text, &at);
    if (text.len > LONGEST || subtag.len < 2 || subtag.len > 3)
        return false;
    for (size_t i = 0; i < subtag.len; i++)
        if (!ascii_is_letter(subtag.ptr[i]))
            return false;
    while (at <= text.len) {
        bool open = subtag.len == 1;
        subtag = next_subtag(text, &at);
        if (subtag.len < (open ? 2 : 1) || subtag.len > 8)
            return false;
        for (size_t i = 0; i < subtag.len; i++)
            if (!ascii_is_alnum(subtag.ptr[i]))
                return false;
    }
    return subtag.len > 1;
}

struct str language_in_usual_case(struct arena *arena, struct str tag)
{
    enum { REGION = 2, SCRIPT = 4 };
    struct builder usual = {.arena = arena};
    bool open = true; /* until a single letter: "en-x-us" */
    for (size_t at = 0; at < tag.len;) {
        size_t from = at;
        struct str subtag = next_subtag(tag, &at);
        size_t capitals = !from || !open          ? 0
                          : subtag.len == REGION ? REGION
                                                 : subtag.len == SCRIPT;
        if (from)
            builder_char(&usual, '-');
        for (size_t i = 0; i < subtag.len; i++)
            builder_char(&usual, i < capitals ? ascii_upper(subtag.ptr[i])
                                              : ascii_lower(subtag.ptr[i]));
        open = open && subtag.len > 1;
    }
    return builder_str(&usual);
}

bool id_has_form(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]) && text.ptr[i] != '-'
            && !(text.ptr[i] >= 'a' && text.ptr[i] <= 'z'))
            return false;
    return text.len >= 1 && text.len <= ID_MAX;
}

bool color_has_form(struct str text)
{
    for (size_t i = 1; i < text.len; i++)
        if (ascii_hex(text.ptr[i]) < 0)
            return false;
    return text.len == 7 && text.ptr[0] == '#';
}

uint32_t color_value(struct str text)
{
    uint32_t value = 0;
    for (size_t i = 1; i < text.len; i++)
        value = value << 4 | (uint32_t)ascii_hex(text.ptr[i]);
    return value;
}

/* ---- E-mail, web address, DOI ---- */

/* Labels of letters, digits and inner hyphens; at least two, the last not a number. */
static bool host_has_form(struct str host)
{
    size_t labels = 0, start = 0;
    char last = '\0';
    if (host.len > 253)
        return false;
    for (size_t i = 0; i <= host.len; i++) {
        char c = char_at(host, i);
        if (i < host.len && (ascii_is_alnum(c) || c == '-'))
            continue;
        if (i < host.len && c != '.')
            return false;
        if (i == start || host.ptr[start] == '-' || host.ptr[i - 1] == '-')
            return false;
        last = host.ptr[start];
        labels++;
        start = i + 1;
    }
    return labels >= 2 && ascii_is_letter(last);
}

bool email_has_form(struct str text)
{
    size_t at = str_find(text, '@');
    if (at == 0 || at > 64 || text.ptr[0] == '.' || text.ptr[at - 1] == '.')
        return false;
    for (size_t i = 0; i < at; i++) {
        char c = text.ptr[i];
        bool allowed = ascii_is_alnum(c) || (c && strchr("!#$%&'*+/=?^_`{|}~.-", c));
        if (!allowed || (c == '.' && text.ptr[i + 1] == '.'))
            return false;
    }
    return host_has_form(str_part(text, at + 1, text.len));
}

/* "host", "host:port", with a path, query or fragment behind it. */
static bool address_has_form(struct str text)
{
    size_t end = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] <= ' ' || text.ptr[i] >= 0x7F || strchr("\"<>\\^`{|}", text.ptr[i]))
            return false;
    while (end < text.len && !strchr("/?#", text.ptr[end]))
        end++;
    struct str host = str_part(text, 0, end);
    size_t colon = str_find(host, ':');
    struct str port = str_part(host, colon + 1, host.len);
    if (colon < host.len && (port.len < 1 || port.len > 5 || digits_value(port) < 0))
        return false;
    return host_has_form(str_part(host, 0, colon));
}

/* Drops a prefix, whatever its case. */
static bool drop_prefix(struct str *text, struct str prefix)
{
    if (text->len < prefix.len)
        return false;
    for (size_t i = 0; i < prefix.len; i++)
        if (ascii_lower(text->ptr[i]) != prefix.ptr[i])
            return false;
    *text = str_part(*text, prefix.len, text->len);
    return true;
}

bool url_has_form(struct str text)
{
    return (drop_prefix(&text, STR("https://")) || drop_prefix(&text, STR("http://")))
        && address_has_form(text);
}

bool website_has_form(struct str text)
{
    return url_has_form(text) || address_has_form(text);
}

struct str url_tidied(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    text = str_trim(text);
    if (str_starts(text, STR("<")) && str_ends(text, STR(">")))
        text = str_trim(str_part(text, 1, text.len - 2)); /* as letters have them */
    for (size_t i = 0; i < text.len; i++)
        if (memchr(" \"<>\\^`{|}", text.ptr[i], 10))
            builder_printf(&b, "%%%02X", (unsigned)text.ptr[i]);
        else
            builder_char(&b, text.ptr[i]);
    return builder_str(&b);
}

bool address_has_some_form(struct arena *arena, struct str text)
{
    struct builder ascii = {.arena = arena};
    for (size_t i = 0; i < text.len; i++)
        builder_char(&ascii, (unsigned char)text.ptr[i] < 0x80 ? text.ptr[i] : 'x');
    text = builder_str(&ascii);
    bool address = drop_prefix(&text, STR("http://")) || drop_prefix(&text, STR("https://"))
                || drop_prefix(&text, STR("ftp://"));
    return (address && ascii_is_alnum(char_at(text, 0))) || website_has_form(text);
}

/* With "%2F" of an address as the characters that they stand for. */
static struct str percent_decoded(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        int high = ascii_hex(char_at(text, i + 1)), low = ascii_hex(char_at(text, i + 2));
        bool escape = text.ptr[i] == '%' && high >= 0 && low >= 0 && high * 16 + low > ' ';
        builder_char(&b, escape ? (char)(high * 16 + low) : text.ptr[i]);
        i += escape ? 2 : 0;
    }
    return builder_str(&b);
}

struct str doi_bare(struct arena *arena, struct str text)
{
    static const struct str before[] = {{"doi.org/", 8}, {"https://", 8}, {"http://", 7},
                                        {"dx.", 3}, {"www.", 4}, {"info:", 5}, {"urn:", 4},
                                        {"doi", 3}, {":", 1}, {"/", 1}};
    bool address = false;
    text = str_trim(text);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (drop_prefix(&text, before[i])) { /* more may stand behind: "DOI: https://doi.org/" */
            address = address || i < 3;
            text = str_trim(text);
            i = (size_t)-1;
        }
    if (str_ends(text, STR("[doi]"))) /* as PubMed has it */
        text = str_trim(str_part(text, 0, text.len - 5));
    while (str_ends(text, STR(".")) || str_ends(text, STR(",")) || str_ends(text, STR(";")))
        text.len--;
    bool coded = str_find(text, '/') == text.len; /* "10.1000%2Fx" */
    return address || coded ? percent_decoded(arena, text) : text;
}

/* A registrant of four digits or more (with parts) and a suffix, or a short DOI: "10/fqd6hj". */
bool doi_has_form(struct str text)
{
    size_t slash = str_find(text, '/');
    bool is_short = slash == 2;
    if (!str_starts(text, STR("10")) || slash + 1 >= text.len)
        return false;
    if (!is_short && (slash < 7 || text.ptr[2] != '.'))
        return false;
    for (size_t i = 3; i < slash; i++)
        if (!ascii_is_digit(text.ptr[i]) && (i < 7 || text.ptr[i] != '.'))
            return false;
    for (size_t i = slash + 1; i < text.len; i++)
        if ((unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == 0x7F
            || (is_short && !ascii_is_alnum(text.ptr[i])))
            return false;
    return true;
}

struct str id_of_words(struct arena *arena, struct str words)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < words.len && b.len < ID_MAX; i++) {
        if (ascii_is_alnum(words.ptr[i]))
            builder_char(&b, ascii_lower(words.ptr[i]));
        else if (b.len && b.ptr[b.len - 1] != '-')
            builder_char(&b, '-');
    }
    while (b.len && b.ptr[b.len - 1] == '-')
        b.len--;
    return b.len ? builder_str(&b) : STR("");
}

/* The name without its folders. */
static struct str base_name(struct str path)
{
    size_t start = 0;
    for (size_t i = 0; i < path.len; i++)
        start = path.ptr[i] == '/' ? i + 1 : start;
    return str_part(path, start, path.len);
}

struct str stem_of_file(struct str name)
{
    struct str base = base_name(name);
    size_t end = base.len;
    for (size_t i = 0; i < base.len; i++)
        end = base.ptr[i] == '.' ? i : end;
    return str_part(base, 0, end);
}

struct str id_of_file(struct arena *arena, struct str name)
{
    struct str id = id_of_words(arena, stem_of_file(name));
    return id.len ? id : STR("handout");
}

struct str origin_of_file(struct arena *arena, struct str name)
{
    struct builder b = {.arena = arena};
    uint64_t hash = hash_part(HASH_START, base_name(name));
    builder_add(&b, STR("file-"));
    for (int shift = 48; shift >= 0; shift -= 16)
        builder_hex(&b, (unsigned)(hash >> shift & 0xFFFF));
    return builder_str(&b);
}
