/*
 * See mark_up_check.h.  Texts are pasted from web pages and from drafts in Markdown.  To take the
 * signs away would be a guess about what the author wrote, so they are printed, and the author is
 * told; each kind once for a text.
 */
#include "read/mark_up_check.h"

#include "base/ascii.h"
#include "read/entity.h"
#include "read/markup.h"
#include "read/text_check.h"

/* What was found at a place: its bytes, or none, and what to do. */
struct finding {
    size_t length;
    enum diag_id id;
    struct str hint;
};

typedef struct finding finder(struct arena *arena, struct str text, size_t at);

static struct finding mark_up(size_t length, struct str hint)
{
    return (struct finding){length, DIAG_MARK_UP, hint};
}

static const struct finding nothing;

/* Behind a sign that opens, the one that closes is looked for so far only: a text may have
 * thousands of the first and none of the second. */
enum { LINK_MOST = 2000, EMPHASIS_MOST = 300 }; /* bytes */

/* ---- HTML ---- */

/* Bytes of "<https://example.org>", as Markdown has addresses. */
static size_t bracketed_address(struct str text)
{
    size_t end = 0;
    if (!str_starts(text, STR("<https://")) && !str_starts(text, STR("<http://")))
        return 0;
    while (end < text.len && end < LINK_MOST && text.ptr[end] != '>' && text.ptr[end] != ' ')
        end++;
    return char_at(text, end) == '>' ? end + 1 : 0;
}

static struct finding find_tag(struct arena *arena, struct str text, size_t at)
{
    size_t address = bracketed_address(str_part(text, at, text.len));
    (void)arena;
    if (address)
        return mark_up(address, STR("delete the < and the >"));
    return mark_up(tag_at(str_part(text, at, text.len)).length,
                   STR("delete the tag: texts have no mark-up"));
}

static struct finding find_entity(struct arena *arena, struct str text, size_t at)
{
    struct builder hint = {.arena = arena};
    uint32_t c;
    size_t length = entity_at(str_part(text, at, text.len), &c);
    if (!length)
        return nothing;
    builder_add(&hint, STR("write \""));
    builder_utf8(&hint, c);
    builder_char(&hint, '"');
    return mark_up(length, builder_str(&hint));
}

/* ---- Markdown ---- */

static bool is_gap(char c)
{
    return c == ' ' || c == '\0';
}

/* Whether a mark at `at` may open: nothing of a word before it, and one behind it. */
static bool opens_mark_up(struct str text, size_t at, size_t width)
{
    char before = at ? text.ptr[at - 1] : ' ', behind = char_at(text, at + width);
    return !ascii_is_alnum(before) && before != text.ptr[at] && !is_gap(behind)
        && behind != text.ptr[at];
}

/* The bytes of "**thirst**", "_thirst_", "`thirst`" with that mark around it. */
static size_t marked_length(struct str whole, size_t at, struct str mark)
{
    struct str text = str_part(whole, 0, at + EMPHASIS_MOST);
    if (!str_starts(str_part(text, at, text.len), mark) || !opens_mark_up(text, at, mark.len))
        return 0;
    for (size_t end = at + mark.len + 1; end + mark.len <= text.len; end++) {
        end += str_find(str_part(text, end, text.len), mark.ptr[0]);
        bool here = str_starts(str_part(text, end, text.len), mark);
        char behind = char_at(text, end + mark.len);
        if (here && !is_gap(text.ptr[end - 1]) && !ascii_is_alnum(behind))
            return end + mark.len - at;
    }
    return 0;
}

static struct finding find_emphasis(struct arena *arena, struct str text, size_t at)
{
    static const char *const marks[] = {"***", "**", "__", "*", "_", "`", "~~"};
    (void)arena;
    if (!strchr("*_`~", text.ptr[at])) /* most signs */
        return nothing;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = marked_length(text, at, str_of(marks[i]));
        if (length)
            return mark_up(length, STR("delete the signs: texts have no mark-up"));
    }
    return nothing;
}

/* "[more](https://example.org)" */
static struct finding find_link(struct arena *arena, struct str text, size_t at)
{
    struct str rest = str_part(text, at, LINK_MOST);
    (void)arena;
    if (char_at(rest, 0) != '[')
        return nothing;
    size_t close = str_find(rest, ']');
    size_t end = close + 2 + str_find(str_part(rest, close + 2, rest.len), ')');
    bool link = char_at(rest, close + 1) == '(' && end < rest.len;
    return link ? mark_up(end + 1, STR("write the address as readers type it, or leave it out"))
                : nothing;
}

/* "# Water", "- Drink it.", "| a | b |": a heading, an item, a table; at the start only. */
static struct finding find_start(struct arena *arena, struct str text, size_t at)
{
    size_t end = 0;
    (void)arena;
    if (at)
        return nothing;
    while (char_at(text, end) == '#')
        end++;
    bool heading = end >= 1 && end <= 6 && char_at(text, end) == ' ';
    unsigned char word = (unsigned char)char_at(text, 2); /* of Latin, Greek or Cyrillic */
    bool item = (str_starts(text, STR("- ")) || str_starts(text, STR("* "))
                 || str_starts(text, STR("> ")))
             && (ascii_is_alnum((char)word) || (word >= 0xC3 && word <= 0xD3));
    bool row = str_starts(text, STR("| ")) && str_ends(text, STR("|"));
    struct str hint = STR("delete it: the page has its own signs");
    return heading || item || row ? mark_up(heading ? end : 1, hint) : nothing;
}

/* ---- A wrong encoding ---- */

/* The byte that Windows-1252 has a character at; 0 if none. */
static unsigned char byte_of(uint32_t c)
{
    for (unsigned byte = 0x80; byte < 0xA0; byte++)
        if (windows_1252(byte) == c)
            return (unsigned char)byte;
    return c >= 0x80 && c <= 0xFF ? (unsigned char)c : 0;
}

/* What people write: letters of Latin and Greek, signs of text; not what two capitals may make. */
static bool is_likely(uint32_t c)
{
    return (c >= 0xA0 && c <= 0x17F) || (c >= 0x391 && c <= 0x3C9) || (c >= 0x2010 && c <= 0x2044)
        || c == 0x20AC || c == 0x2122 || c == 0x2212 || c == 0x2264 || c == 0x2265 || c == 0xFEFF
        || c == 0xFFFD;
}

/* The character whose UTF-8 was read as Windows-1252 there, and where it ends; UTF8_BAD if none. */
static uint32_t misread_character(struct arena *arena, struct str text, size_t at, size_t *end)
{
    struct builder bytes = {.arena = arena};
    size_t next = at, decoded = 0, ends[4] = {0};
    while (next < text.len && bytes.len < 4) {
        unsigned char byte = byte_of(utf8_next(text, &next));
        if (!byte || (bytes.len && byte >= 0xC0))
            break;
        ends[bytes.len] = next;
        builder_char(&bytes, (char)byte);
    }
    if (bytes.len < 2)
        return UTF8_BAD;
    uint32_t c = utf8_next(builder_str(&bytes), &decoded);
    bool word_and_space = decoded == 2 && (unsigned char)bytes.ptr[1] == 0xA0 && c != 0xA0;
    *end = ends[decoded - 1];
    return word_and_space ? UTF8_BAD : c;
}

static bool is_cyrillic(uint32_t c)
{
    return c >= 0x400 && c <= 0x4FF;
}

/* "ÄÖÄ“" ends a quotation, but "vÄ“l" is a Latvian word: Ä or Å, a quotation mark, no letter. */
static bool ends_quotation(struct str text, size_t at, size_t end)
{
    uint32_t capital = utf8_next(text, &at);
    uint32_t mark = at < text.len ? utf8_next(text, &at) : 0;
    bool quotes = mark >= 0x2013 && mark <= 0x201E;
    return (capital == 0xC4 || capital == 0xC5) && quotes && at == end
        && !ascii_is_letter(char_at(text, end));
}

/* "â€™" is the UTF-8 of ’ read as Windows-1252; of Cyrillic two in a row, as one may be chance. */
static struct finding find_misread(struct arena *arena, struct str text, size_t at)
{
    struct builder hint = {.arena = arena};
    size_t end = at, second = at;
    if ((unsigned char)text.ptr[at] < 0x80)
        return nothing;
    uint32_t c = misread_character(arena, text, at, &end);
    bool cyrillic = is_cyrillic(c) && is_cyrillic(misread_character(arena, text, end, &second));
    if (c == UTF8_BAD || (!is_likely(c) && !cyrillic) || ends_quotation(text, at, end))
        return nothing;
    builder_add(&hint, character_kind(c) == CHARACTER_VISIBLE ? STR("write \"") : STR("delete it"));
    if (character_kind(c) == CHARACTER_VISIBLE) {
        builder_utf8(&hint, c);
        builder_char(&hint, '"');
    }
    return (struct finding){end - at, DIAG_WRONG_ENCODING, builder_str(&hint)};
}

/* ---- All of it ---- */

static void report(struct reader *r, const struct json *value, size_t at, struct finding finding)
{
    struct span first = json_locate(r->source, value, at);
    struct span last = json_locate(r->source, value, at + finding.length - 1);
    struct span span = {first.off, last.off + last.len - first.off};
    diag_add(r->diags, finding.id, ((struct place){r->source, span}),
             text_excerpt(r->arena, str_part(value->string, at, finding.length)), finding.hint);
}

enum { FINDERS = 6 };
static finder *const finders[FINDERS] = {find_misread, find_tag,  find_entity,
                                         find_emphasis, find_link, find_start};

/* What the first finders find, each once. */
static void find_all(struct reader *r, const struct json *value, size_t count)
{
    bool seen[FINDERS] = {false};
    struct str text = value->string;
    for (size_t at = 0; at < text.len; at++) {
        bool plain = ascii_is_alnum(text.ptr[at]) || text.ptr[at] == ' ';
        bool inside = ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
        for (size_t i = 0; i < count && !plain && !inside; i++) {
            struct finding found = seen[i] ? nothing : finders[i](r->arena, text, at);
            if (!found.length)
                continue;
            report(r, value, at, found);
            seen[i] = true;
        }
    }
}

void mark_up_check(struct reader *r, const struct json *value)
{
    find_all(r, value, FINDERS);
}

void encoding_check(struct reader *r, const struct json *value)
{
    find_all(r, value, 1);
}
