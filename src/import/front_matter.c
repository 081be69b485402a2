/*
 * See front_matter.h.  Only what a post needs is read of YAML and TOML: a value of one line, in
 * quotes or not, or of lines that are indented below its key.  A line that was not read is told as
 * it stands.
 */
#include "import/front_matter.h"

#include "base/ascii.h"
#include "import/tidy.h"
#include "read/values.h"

#include <string.h>

enum fact { FACT_NONE, FACT_TITLE, FACT_LANGUAGE, FACT_URL, FACT_PUBLISHED, FACT_MODIFIED };

static const struct {
    const char *key; /* without "-" and "_", in small letters */
    enum fact fact;
} keys[] = {
    {"title", FACT_TITLE},
    {"lang", FACT_LANGUAGE}, {"language", FACT_LANGUAGE}, {"locale", FACT_LANGUAGE},
    {"url", FACT_URL}, {"canonical", FACT_URL}, {"canonicalurl", FACT_URL},
    {"date", FACT_PUBLISHED}, {"published", FACT_PUBLISHED}, {"publishdate", FACT_PUBLISHED},
    {"publishedat", FACT_PUBLISHED}, {"pubdate", FACT_PUBLISHED}, {"created", FACT_PUBLISHED},
    {"updated", FACT_MODIFIED}, {"updatedat", FACT_MODIFIED}, {"lastupdated", FACT_MODIFIED},
    {"modified", FACT_MODIFIED}, {"lastmod", FACT_MODIFIED}, {"lastmodified", FACT_MODIFIED},
    {"lastmodifiedat", FACT_MODIFIED}, {"datemodified", FACT_MODIFIED},
};

struct matter {
    struct post *post;
    struct str lines; /* with the marks before and behind them */
    size_t at;
    uint32_t line;    /* of the one that was read last */
    bool toml;
};

/* ---- Lines ---- */

static struct str next_datum(struct matter *m)
{
    struct str line = str_before(str_part(m->lines, m->at, m->lines.len), '\n');
    m->at += line.len + 1;
    m->line++;
    return line;
}

static bool is_key_char(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

/* "key" of "key: value"; "" if the line is none. */
static struct str key_of(const struct matter *m, struct str line)
{
    size_t end = 0;
    while (is_key_char(char_at(line, end)))
        end++;
    size_t sign = end;
    while (char_at(line, sign) == ' ')
        sign++;
    char next = char_at(line, sign + 1);
    bool known = m->toml ? char_at(line, sign) == '='
                         : char_at(line, sign) == ':' && (!next || ascii_is_space(next));
    return str_part(line, 0, known ? end : 0);
}

static struct str behind_key(const struct matter *m, struct str line)
{
    size_t sign = str_find(line, m->toml ? '=' : ':');
    return str_trim(str_part(line, sign + 1, line.len));
}

/* ---- What is data ---- */

static bool is_indented(struct str line)
{
    return ascii_is_space(char_at(line, 0)) && str_trim(line).len;
}

/* Below a key there may be lists, tables and lines that go on. */
static bool may_follow(const struct matter *m, struct str line)
{
    char first = char_at(line, 0);
    return is_indented(line) || first == ']' || first == '}' || first == '['
           || (m->toml && (first == '"' || first == '\'')) || str_starts(line, STR("- "));
}

/* The end of the lines, with the mark behind them; 0 if they are no data. */
static size_t matter_end(struct matter *m)
{
    struct str mark = str_trim(next_datum(m));
    bool any = false;
    m->toml = str_equal(mark, STR("+++"));
    while ((m->toml || str_equal(mark, STR("---"))) && m->at < m->lines.len) {
        struct str line = next_datum(m), bare = str_trim(line);
        if (str_equal(bare, mark) || (!m->toml && str_equal(bare, STR("..."))))
            return !any ? 0 : m->at < m->lines.len ? m->at : m->lines.len;
        bool key = key_of(m, line).len > 0 || (m->toml && char_at(line, 0) == '[');
        if (bare.len && bare.ptr[0] != '#' && !key && !(any && may_follow(m, line)))
            return 0;
        any = any || key;
    }
    return 0;
}

/* ---- Values ---- */

static uint32_t hex_of(struct str digits)
{
    uint32_t c = 0;
    for (size_t i = 0; i < digits.len; i++)
        c = c * 16 + (uint32_t)(ascii_hex(digits.ptr[i]) >= 0 ? ascii_hex(digits.ptr[i]) : 0);
    return c;
}

/* @return bytes of the escape behind its backslash */
static size_t add_escape(struct builder *b, struct str rest)
{
    char c = char_at(rest, 0);
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    uint32_t code = hex_of(str_part(rest, 1, digits));
    if (digits)
        builder_utf8(b, utf8_is_scalar(code) ? code : 0xFFFD);
    else
        builder_char(b, c == 'n' || c == 't' || c == 'r' ? ' ' : c);
    return 1 + digits;
}

/* Of a text in quotes, *end is where its last quote stands; 0 if there is none. */
static struct str unquoted(struct arena *arena, struct str value, bool toml, size_t *end)
{
    struct builder b = {.arena = arena};
    char quote = value.ptr[0];
    *end = 0;
    for (size_t at = 1; at < value.len; at++) {
        bool doubled = quote == '\'' && !toml && char_at(value, at + 1) == quote;
        if (value.ptr[at] == quote && !doubled) {
            *end = at;
            break;
        }
        if (value.ptr[at] == '\\' && quote == '"')
            at += add_escape(&b, str_part(value, at + 1, value.len));
        else
            builder_char(&b, value.ptr[at]);
        at += value.ptr[at] == quote && doubled;
    }
    return b.len ? builder_str(&b) : STR("");
}

/* Where " #" begins a comment. */
static size_t comment_start(struct str value, size_t from)
{
    for (size_t at = from; at < value.len; at++)
        if (value.ptr[at] == '#' && at && ascii_is_space(value.ptr[at - 1]))
            return at;
    return value.len;
}

static void add_matter(struct matter *m, struct str text, enum block_kind kind, enum area area)
{
    text = tidy_line(m->post->arena, text);
    if (text.len)
        post_add_block(m->post, (struct block){.kind = kind, .area = area, .level = 1, .text = text,
                                               .line = m->line});
}

static void tell(struct matter *m, struct str text)
{
    add_matter(m, text, BLOCK_BESIDE, AREA_FRAME);
}

/* A list, a table, a name; in TOML only numbers and days have no quotes. */
static bool may_not_be_bare(const struct matter *m, struct str value)
{
    return m->toml ? !ascii_is_digit(char_at(value, 0))
                   : value.len && str_contains(STR("[{&*!|>"), str_part(value, 0, 1));
}

/* The value in one line; a comment behind it is told. @return "" if it is none that can be read */
static struct str value_of(struct matter *m, struct str value)
{
    size_t end = 0, comment;
    struct str plain = STR("");
    char first = char_at(value, 0);
    if (first == '"' || first == '\'')
        plain = unquoted(m->post->arena, value, m->toml, &end);
    comment = comment_start(value, end);
    bool quoted = end && !str_trim(str_part(value, end + 1, comment - end - 1)).len;
    if (!quoted && may_not_be_bare(m, value))
        return STR("");
    if (!quoted)
        comment = comment_start(value, 0);
    tell(m, str_part(value, comment, value.len));
    return quoted ? plain : str_trim(str_part(value, 0, comment));
}

/* The lines of a value that are indented below its key, as one. */
static struct str with_lines_below(struct matter *m, struct str value)
{
    struct builder b = {.arena = m->post->arena};
    bool block = value.len && (value.ptr[0] == '>' || value.ptr[0] == '|');
    builder_add(&b, block ? STR("") : value);
    for (struct matter ahead = *m; !m->toml && is_indented(next_datum(&ahead)); *m = ahead) {
        builder_char(&b, ' ');
        builder_add(&b, str_trim(next_datum(m)));
    }
    return b.len ? str_trim(builder_str(&b)) : STR("");
}

/* ---- Facts ---- */

static enum fact fact_of(struct arena *arena, struct str key)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < key.len; i++)
        if (key.ptr[i] != '-' && key.ptr[i] != '_')
            builder_char(&b, ascii_lower(key.ptr[i]));
    for (size_t i = 0; b.len && i < sizeof keys / sizeof *keys; i++)
        if (str_is(builder_str(&b), keys[i].key))
            return keys[i].fact;
    return FACT_NONE;
}

static bool keep(struct str *fact, struct str value)
{
    if (fact->len || !value.len)
        return false;
    *fact = value;
    return true;
}

/* Days are told as the sorter sees fit. @return false if the line is still to be told */
static bool keep_datum(struct matter *m, enum fact fact, struct str line, struct str value)
{
    struct page_facts *facts = &m->post->facts;
    switch (fact) {
    case FACT_LANGUAGE: return language_has_form(value) && keep(&facts->language, value);
    case FACT_URL: return url_has_form(value) && keep(&facts->url, value);
    case FACT_PUBLISHED: keep(&facts->published, value); break;
    case FACT_MODIFIED: keep(&facts->modified, value); break;
    default: return false;
    }
    add_matter(m, line, BLOCK_PARAGRAPH, AREA_META);
    return value.len > 0;
}

/* The title is the first heading of the page that the site makes. */
static bool keep_title(struct matter *m, struct str value)
{
    struct matter before = *m;
    struct str title = with_lines_below(m, value);
    struct str plain = value_of(m, title);
    if (plain.len)
        add_matter(&before, plain, BLOCK_HEADING, AREA_BODY);
    else
        *m = before;
    return plain.len > 0;
}

static void read_datum(struct matter *m, struct str line, bool *top)
{
    struct str key = *top ? key_of(m, line) : STR("");
    enum fact fact = fact_of(m->post->arena, key);
    struct str value = behind_key(m, line);
    *top = *top && !(m->toml && char_at(line, 0) == '[');
    bool known = fact == FACT_TITLE ? keep_title(m, value)
                                    : fact && keep_datum(m, fact, line, value_of(m, value));
    if (!known)
        tell(m, line);
}

struct str front_matter_take(struct post *post, struct str text)
{
    struct matter m = {.post = post, .lines = text};
    size_t end = matter_end(&m);
    if (!end)
        return text;
    bool toml = m.toml, top = true;
    struct str all = str_part(text, 0, end);
    m = (struct matter){.post = post, .lines = all, .toml = toml};
    next_datum(&m);
    while (m.at < all.len) {
        struct str line = next_datum(&m);
        if (m.at < all.len) /* the last one is the mark */
            read_datum(&m, line, &top);
    }
    char *copy = arena_alloc(post->arena, text.len + 1);
    memcpy(copy, text.ptr, text.len);
    for (size_t i = 0; i < end; i++)
        copy[i] = copy[i] == '\n' ? '\n' : ' ';
    return (struct str){copy, text.len};
}
