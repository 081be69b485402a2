/*
 * See reference.h.  Each style is tried as a whole; one that finds a place for all parts of the
 * line is the one.  A wrong field would be printed as if it were right, so every doubt means
 * "text".
 */
#include "import/reference.h"

#include "base/ascii.h"
#include "import/reference_names.h"
#include "read/values.h"

struct item {
    struct read_names names;
    struct str title, journal, year, volume, issue, page, doi;
};

/* ---- Parts ---- */

static size_t position_of(struct str s, struct str part)
{
    for (size_t at = 0; at + part.len <= s.len; at++)
        if (str_starts(str_part(s, at, s.len), part))
            return at;
    return s.len;
}

/* Takes the DOI from the end. @return false if something follows it, or it is none */
static bool take_doi(struct str *line, struct str *doi)
{
    static const char *const starts[] = {"https://doi.org/", "http://doi.org/",
                                         "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
                                         "DOI:"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        struct str start = str_of(starts[i]);
        size_t at = position_of(*line, start);
        if (at == line->len)
            continue;
        *doi = str_trim(str_part(*line, at + start.len, line->len));
        if (str_ends(*doi, STR(".")))
            doi->len--;
        *line = str_trim(str_part(*line, 0, at));
        return doi_has_form(*doi) && str_find(*doi, ' ') == doi->len;
    }
    return true;
}

static bool is_year(struct str text)
{
    return text.len == 4 && (text.ptr[0] == '1' || text.ptr[0] == '2')
           && ascii_is_digit(text.ptr[1]) && ascii_is_digit(text.ptr[2])
           && ascii_is_digit(text.ptr[3]);
}

/* "18", "18A", "S12" */
static bool is_volume(struct str text)
{
    bool digit = false;
    for (size_t i = 0; i < text.len; i++) {
        digit = digit || ascii_is_digit(text.ptr[i]);
        if (!ascii_is_alnum(text.ptr[i]))
            return false;
    }
    return digit && text.len <= 6;
}

/* "547-562", "e17186", "S12-S20": with any dash, which becomes a hyphen. */
static struct str pages_text(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    bool digit = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        digit = digit || (c >= '0' && c <= '9');
        if (c < 0x80 && ascii_is_alnum((char)c))
            builder_char(&b, (char)c);
        else if ((c == '-' || c == 0x2013) && b.len)
            builder_char(&b, '-');
        else
            return STR("");
    }
    return digit && b.len <= 24 ? builder_str(&b) : STR("");
}

static struct str without_stop(struct str text)
{
    text = str_trim(text);
    return str_ends(text, STR(".")) ? str_part(text, 0, text.len - 1) : text;
}

/* "18(5)" or "18" or "(5)" */
static bool take_volume(struct str text, struct item *item)
{
    size_t open = str_find(text, '(');
    item->volume = str_part(text, 0, open);
    if (open < text.len) {
        if (!str_ends(text, STR(")")))
            return false;
        item->issue = str_part(text, open + 1, text.len - open - 2);
        if (!item->issue.len || str_find(item->issue, '(') < item->issue.len)
            return false;
    }
    return item->volume.len ? is_volume(item->volume) : item->issue.len > 0;
}

/* A quotation in a title may end where the title does not: which mark is whose is in doubt. */
static bool has_quote(struct str text)
{
    return str_find(text, '"') < text.len || str_contains(text, STR("\xE2\x80\x9C"))
           || str_contains(text, STR("\xE2\x80\x9D"));
}

static bool is_journal(struct str text)
{
    return text.len > 1 && text.len < 120 && !str_contains(text, STR(". "))
           && str_find(text, ';') == text.len && str_find(text, '(') == text.len
           && !has_quote(text) && !str_ends(text, STR("."));
}

/* A title that ends a word or two behind a full stop is perhaps a journal's: "Proc. Natl. Acad". */
static bool is_title(struct str text)
{
    enum { LAST_WORDS = 3 };
    size_t stop = 0;
    for (size_t at = 0; at + 1 < text.len; at++)
        if (text.ptr[at] == '.' && text.ptr[at + 1] == ' ')
            stop = at + 2;
    bool initial = char_at(text, 1) == ',' || char_at(text, 1) == '.'; /* of another author */
    return text.len > 8 && !initial && str_words(str_part(text, stop, text.len)) >= LAST_WORDS;
}

/* ---- AMA and Vancouver ---- */

/* The last mark that ends a title before a journal's name. @return behind the mark; 0: none */
static size_t title_end(struct str text)
{
    for (size_t at = text.len; at > 1; at--) {
        char c = text.ptr[at - 2];
        if (text.ptr[at - 1] == ' ' && (c == '.' || c == '?' || c == '!'))
            return at - 1;
    }
    return 0;
}

static bool take_title(struct str text, struct item *item)
{
    size_t end = title_end(text);
    if (!end)
        return false;
    item->title = without_stop(str_part(text, 0, end));
    item->journal = str_trim(str_part(text, end, text.len));
    return is_title(item->title) && is_journal(item->journal);
}

/* "2017;18(5):1051", of which the year and its mark are known to be there. */
static bool take_ama_tail(struct arena *arena, struct str tail, struct item *item)
{
    struct str rest = str_part(tail, 5, tail.len);
    size_t colon = str_find(rest, ':');
    item->year = str_part(tail, 0, 4);
    if (colon < rest.len) {
        item->page = pages_text(arena, str_part(rest, colon + 1, rest.len));
        if (!item->page.len)
            return false;
    }
    return take_volume(str_part(rest, 0, colon), item);
}

static bool read_ama(struct arena *arena, struct str line, struct item *item)
{
    size_t authors = position_of(line, STR(". "));
    struct str rest = without_stop(str_part(line, authors + 2, line.len));
    size_t year = rest.len;
    for (size_t at = 1; at + 5 < rest.len; at++)
        if (rest.ptr[at - 1] == ' ' && rest.ptr[at + 4] == ';' && is_year(str_part(rest, at, 4)))
            year = at;
    if (year == rest.len || !names_read_ama(arena, str_part(line, 0, authors), &item->names))
        return false;
    return take_ama_tail(arena, str_part(rest, year, rest.len), item)
           && take_title(without_stop(str_part(rest, 0, year)), item);
}

/* ---- APA ---- */

/* "Journal, 18(5), 1051" from its end. */
static bool take_apa_source(struct arena *arena, struct str text, struct item *item)
{
    size_t page = text.len, volume;
    while (page > 1 && !(text.ptr[page - 1] == ' ' && text.ptr[page - 2] == ','))
        page--;
    if (page < 2)
        return false;
    item->page = pages_text(arena, str_part(text, page, text.len));
    volume = page - 2;
    while (volume > 1 && !(text.ptr[volume - 1] == ' ' && text.ptr[volume - 2] == ','))
        volume--;
    if (volume < 2 || !item->page.len)
        return false;
    item->journal = str_part(text, 0, volume - 2);
    return is_journal(item->journal)
           && take_volume(str_part(text, volume, page - 2 - volume), item);
}

static bool read_apa(struct arena *arena, struct str line, struct item *item)
{
    size_t year = position_of(line, STR(" ("));
    item->year = str_part(line, year + 2, 4);
    if (!is_year(item->year) || !str_starts(str_part(line, year + 6, line.len), STR("). ")))
        return false;
    struct str rest = without_stop(str_part(line, year + 9, line.len));
    size_t end = title_end(rest);
    if (!end || !names_read_apa(arena, str_part(line, 0, year), &item->names))
        return false;
    item->title = without_stop(str_part(rest, 0, end));
    return is_title(item->title)
           && take_apa_source(arena, str_trim(str_part(rest, end, rest.len)), item);
}

/* ---- MLA ---- */

/* The value behind ", key" up to the next comma. */
static struct str value_behind(struct str text, struct str key)
{
    size_t at = position_of(text, key);
    return at < text.len ? str_trim(str_before(str_part(text, at + key.len, text.len), ','))
                         : STR("");
}

static bool take_mla_source(struct arena *arena, struct str text, struct item *item)
{
    size_t volume = position_of(text, STR(", vol. ")), page = position_of(text, STR(", p"));
    struct str pages = str_part(text, page + 2, text.len);
    pages = str_starts(pages, STR("pp. ")) ? str_part(pages, 4, pages.len)
                                           : str_part(pages, 3, pages.len);
    item->journal = str_part(text, 0, volume);
    item->volume = value_behind(text, STR(", vol. "));
    item->issue = value_behind(text, STR(", no. "));
    item->year = page >= 4 ? str_part(text, page - 4, 4) : STR("");
    item->page = pages_text(arena, pages);
    size_t placed = item->journal.len + item->volume.len + item->issue.len + item->year.len
                    + pages.len + STR(", vol. ").len + (item->issue.len ? STR(", no. ").len : 0)
                    + STR(", ").len + (text.len - page - pages.len);
    return placed == text.len && is_journal(item->journal) && is_volume(item->volume)
           && is_year(item->year) && item->page.len;
}

/* "Kim, Min." without its full stop; that of "Kim, M. H." is the initial's too. */
static struct str without_last_stop(struct str authors)
{
    bool initial = authors.len > 2 && authors.ptr[authors.len - 3] == ' ';
    return initial ? authors : without_stop(authors);
}

static bool read_mla(struct arena *arena, struct str line, struct item *item)
{
    static const struct {
        struct str open, close;
    } quotes[] = {{{"\xE2\x80\x9C", 3}, {"\xE2\x80\x9D", 3}}, {{"\"", 1}, {"\"", 1}}};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t open = position_of(line, quotes[i].open);
        struct str rest = str_part(line, open + quotes[i].open.len, line.len);
        size_t close = position_of(rest, quotes[i].close);
        if (open == line.len || close == rest.len)
            continue;
        item->title = without_stop(str_part(rest, 0, close));
        rest = without_stop(str_part(rest, close + quotes[i].close.len, rest.len));
        struct str authors = without_last_stop(str_trim(str_part(line, 0, open)));
        return is_title(item->title) && !has_quote(item->title)
               && names_read_mla(arena, authors, &item->names)
               && take_mla_source(arena, rest, item);
    }
    return false;
}

/* ---- Writing ---- */

static void write_names(struct json_writer *w, const struct item *item)
{
    json_open(w, '[', STR("author"));
    for (size_t i = 0; i < item->names.count; i++) {
        json_open(w, '{', STR(""));
        json_text(w, STR("family"), item->names.at[i].family);
        json_text(w, STR("given"), item->names.at[i].given);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void write_item(struct json_writer *w, const struct item *item)
{
    struct builder id = {.arena = w->b.arena}, issued = {.arena = w->b.arena};
    builder_printf(&id, "%.*s %.*s", STR_ARGS(item->names.at[0].family), STR_ARGS(item->year));
    builder_printf(&issued, "{ \"date-parts\": [[%.*s]] }", STR_ARGS(item->year));
    json_open(w, '{', STR(""));
    json_text(w, STR("id"), id_of_words(w->b.arena, builder_str(&id)));
    json_text(w, STR("type"), STR("article-journal"));
    write_names(w, item);
    json_text(w, STR("title"), item->title);
    json_text(w, STR("container-title"), item->journal);
    json_field(w, STR("volume"), item->volume);
    json_field(w, STR("issue"), item->issue);
    json_field(w, STR("page"), item->page);
    json_raw(w, STR("issued"), builder_str(&issued));
    json_field(w, STR("DOI"), item->doi);
    json_close(w, '}');
}

void reference_write(struct json_writer *w, struct str line)
{
    static bool (*const styles[])(struct arena *, struct str, struct item *) = {
        read_ama, read_apa, read_mla};
    struct str text = line, doi = STR("");
    bool placed = take_doi(&text, &doi);
    for (size_t i = 0; placed && i < sizeof styles / sizeof *styles; i++) {
        struct item item = {.doi = doi, .issue = STR(""), .page = STR("")};
        if (styles[i](w->b.arena, text, &item)) {
            write_item(w, &item);
            return;
        }
    }
    json_text(w, STR(""), line);
}
