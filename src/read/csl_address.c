/*
 * Where the work of an item is to be found.  What exporters put into these fields is often more
 * than an address, or none: the first that is one is taken, and what was not taken is reported.
 * A reference is never refused for it, since author, title and year find the work too.
 */
#include "read/csl_parts.h"

#include "base/ascii.h"
#include "read/text_check.h"
#include "read/values.h"

/* @param found  what is printed in place of the text, or nothing */
static void report_address(struct reader *r, const struct json *value, struct str text,
                           struct str kind, struct str found)
{
    struct builder result = {.arena = r->arena};
    if (found.len)
        builder_printf(&result, "\"%.*s\" is printed", STR_ARGS(text_excerpt(r->arena, found)));
    else
        builder_add(&result, STR("the reference is printed without it"));
    diag_add(r->diags, DIAG_REFERENCE_ADDRESS, place_whole(r, value), text_excerpt(r->arena, text),
             kind, builder_str(&result));
}

/* Whether one character of a set stands before that byte, or nothing does. */
static bool stands_apart(struct str text, size_t at, struct str signs)
{
    return at == 0 || str_find(signs, text.ptr[at - 1]) < signs.len;
}

/* ---- Addresses ---- */

/* Where an address begins, from `at` on, but not within one; the text's length if there is none. */
static size_t next_address(struct str text, size_t at)
{
    for (; at < text.len; at++) {
        struct str rest = str_part(text, at, text.len);
        bool begins = ascii_starts(rest, "http://") || ascii_starts(rest, "https://")
                   || ascii_starts(rest, "www.");
        if (begins && stands_apart(text, at, STR(" ,;<>()[]*|")))
            return at;
    }
    return text.len;
}

/* The first of several, or what stands between words; absent if there is none. */
static struct str first_address(struct reader *r, struct str text)
{
    size_t from = next_address(text, 0), end = next_address(text, from + 1);
    struct str url = str_before(str_part(text, from, end - from), ' ');
    while (url.len && str_find(STR(" ,;<>()[]*|."), url.ptr[url.len - 1]) < 12)
        url.len--;
    url = url_tidied(r->arena, url);
    return address_has_some_form(r->arena, url) ? url : (struct str){0};
}

void csl_url_read(struct reader *r, const struct json *value, void *to)
{
    struct str text = {0};
    csl_code_read(r, value, &text);
    if (str_starts(text, STR("//"))) /* of a page that left out its own scheme */
        text = str_part(text, 2, text.len);
    if (!text.len)
        return;
    struct str url = url_tidied(r->arena, text);
    bool one = next_address(text, next_address(text, 0) + 1) >= text.len;
    if (!one || !address_has_some_form(r->arena, url)) {
        url = first_address(r, text);
        report_address(r, value, text, STR("one web address"), url);
    }
    if (url.len)
        *(struct str *)to = url;
}

/* ---- DOIs ---- */

/* The first of several, or the one that an address of a publisher ends with; absent if none. */
static struct str first_doi(struct reader *r, struct str text)
{
    for (size_t at = 0; at < text.len; at++) {
        struct str rest = str_part(text, at, text.len);
        if (!str_starts(rest, STR("10.")) || !stands_apart(text, at, STR(" /:,;")))
            continue;
        struct str doi = doi_bare(r->arena, str_before(str_before(rest, ','), ';'));
        return doi_has_form(doi) ? doi : (struct str){0};
    }
    return (struct str){0};
}

void csl_doi_read(struct reader *r, const struct json *value, void *to)
{
    struct str text = {0};
    csl_code_read(r, value, &text);
    if (!text.len)
        return;
    struct str doi = doi_bare(r->arena, text);
    if (!doi_has_form(doi)) {
        doi = first_doi(r, text);
        report_address(r, value, text, STR("a DOI"), doi);
    }
    if (doi.len)
        *(struct str *)to = doi;
}
