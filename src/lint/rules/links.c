/*
 * Links that belong to a shop's affiliate program: by their host, and by what their query
 * carries. "ref" and "utm_source" do not tell who earns.  Looked for in every text and address
 * that is printed, in every language; the sentence that has to stand beside them is a pattern.
 */
#include "base/ascii.h"
#include "lint/linter.h"
#include "prose/letters.h"

#include <string.h>

/* ---- Addresses ---- */

struct address {
    struct str host, behind; /* behind: from the path on */
};

/* Splits what may be an address: "https://", user and port are left out of the host. */
static struct address address_of(struct str s)
{
    for (size_t i = 0; i + 3 <= s.len; i++)
        if (str_equal(str_part(s, i, 3), STR("://")))
            s = str_part(s, i + 3, s.len);
    size_t end = 0;
    while (end < s.len && (ascii_is_alnum(s.ptr[end]) || s.ptr[end] == '.' || s.ptr[end] == '-'))
        end++;
    return (struct address){str_part(s, 0, end), str_part(s, end, s.len)};
}

/* Whether the host, or what is left of it behind a dot, is one of that class. */
static bool is_host(const struct linter *linter, struct str host, enum word_class word_class)
{
    struct str low = in_small_letters(linter->arena, host);
    while (low.len) {
        if (lexicon_find(linter->prose.lexicon, low, word_class))
            return true;
        low = str_part(low, str_find(low, '.') + 1, low.len);
    }
    return false;
}

/* "name-20": an Amazon tracking id ends in a hyphen and two digits; a blog's tag does not. */
static bool is_tracking_id(struct str value)
{
    size_t n = value.len;
    return n > 3 && value.ptr[n - 3] == '-' && ascii_is_digit(value.ptr[n - 2])
           && ascii_is_digit(value.ptr[n - 1]);
}

static bool is_earning_field(const struct linter *linter, struct str part)
{
    size_t equals = str_find(part, '=');
    struct str name = str_part(part, 0, equals), value = str_part(part, equals + 1, part.len);
    name = in_small_letters(linter->arena, name);
    return value.len
           && (lexicon_find(linter->prose.lexicon, name, CLASS_LINK_FIELD)
               || (str_equal(name, STR("tag")) && is_tracking_id(value)));
}

/* The field of the query that says who earns; empty if there is none. */
static struct str earning_field(const struct linter *linter, struct str behind)
{
    size_t mark = str_find(behind, '?');
    struct str query = str_before(str_part(behind, mark + 1, behind.len), '#'), field = query;
    for (; query.len; query = str_part(query, field.len + 1, query.len)) {
        field = str_before(query, '&');
        if (is_earning_field(linter, field))
            return field;
    }
    return query;
}

/* What makes it an affiliate link; empty if nothing does. */
static struct str affiliate_part(const struct linter *linter, struct str s)
{
    struct address address = address_of(s);
    bool somewhere = address.behind.len > 1 && address.behind.ptr[0] == '/';
    if (str_find(address.host, '.') == address.host.len)
        return (struct str){0};
    if (is_host(linter, address.host, CLASS_LINK_HOST)
        || (somewhere && is_host(linter, address.host, CLASS_LINK_SHOP)))
        return address.host;
    return earning_field(linter, address.behind);
}

/* ---- Texts ---- */

/* The text of a reference is tidied, so that its bytes do not count those of its source. */
static struct place found_place(const struct text *text, struct str part, bool tidied)
{
    return tidied ? place_find(text->at, part)
                  : text_place(text, (size_t)(part.ptr - text->str.ptr), part.len);
}

/* Looks at all that stands between spaces, but for the marks of the sentence behind it. */
static void search_text(struct linter *linter, const struct text *text, bool tidied)
{
    struct str s = text->str;
    for (size_t at = 0; at < s.len;) {
        size_t end = at;
        while (end < s.len && !strchr(" \t()<>\"[]", s.ptr[end]))
            end++;
        size_t last = end;
        while (last > at && strchr(".,;:!?'", s.ptr[last - 1]))
            last--;
        struct str part = affiliate_part(linter, str_part(s, at, last - at));
        if (part.len)
            lint_find(linter, AFFILIATE_LINK, found_place(text, part, tidied), part);
        at = end + 1;
    }
}

static void search_references(struct linter *linter)
{
    for (size_t i = 0; i < linter->article->references.count; i++) {
        const struct reference *reference = &linter->article->references.at[i];
        struct str part = affiliate_part(linter, reference->url);
        search_text(linter, &reference->text, true);
        if (part.len)
            lint_find(linter, AFFILIATE_LINK, reference->place, part);
    }
}

static void search_clinic(struct linter *linter, const struct clinic *clinic)
{
    const struct text *texts[] = {&clinic->about, &clinic->website, &clinic->emergency,
                                  &clinic->language_help, &clinic->copyright};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        search_text(linter, texts[i], false);
}

void lint_links(struct linter *linter)
{
    for (size_t i = 0; i < linter->prose.count; i++)
        search_text(linter, linter->prose.at[i].text, false);
    search_text(linter, &linter->article->published.title, false);
    search_text(linter, &linter->article->published.url, false);
    search_references(linter);
    if (linter->clinic)
        search_clinic(linter, linter->clinic);
}
