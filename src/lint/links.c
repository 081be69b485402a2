/*
 * Links that belong to a shop's affiliate program: by their host, by what their query carries, and
 * by the sentence that has to stand beside them.  Looked for in every text and address that is
 * printed, in every language.
 */
#include "base/ascii.h"
#include "lint/linter.h"
#include "lint/stance.h"

#include <string.h>

/* Hosts, and what ends in them behind a dot: short links of shops, and affiliate networks. */
static const char *const hosts[] = {
    "amzn.to",          "amzn.com",        "amzn.eu",        "a.co",           /* Amazon */
    "shareasale.com",   "shrsl.com",       "clickbank.net",  "awin1.com",      "avantlink.com",
    "anrdoezrs.net",    "dpbolvw.net",     "jdoqocy.com",    "kqzyfj.com",     /* CJ */
    "tkqlhce.com",
    "linksynergy.com",                                                         /* Rakuten */
    "rstyle.me",        "shopstyle.it",    "liketk.it",      "magik.ly",
    "pjtra.com",        "pntra.com",                                           /* Pepperjam */
    "pxf.io",           "sjv.io",          "evyy.net",       "7eer.net",       /* Impact */
    "skimresources.com", "viglink.com",    NULL};

/* Names of query fields that carry who earns. "ref" and "utm_source" do not tell. */
static const char *const fields[] = {"aff", "affid", "aff_id", "affiliate", "affiliate_id",
                                     "affiliateid", "rcode", "irclickid", "ranmid", NULL};

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

/* Whether the host is that one, or ends in it behind a dot. */
static bool is_host(struct str host, struct str name)
{
    if (host.len < name.len)
        return false;
    size_t before = host.len - name.len;
    return word_equals(str_part(host, before, name.len), name)
           && (!before || host.ptr[before - 1] == '.');
}

/* amazon.com, www.amazon.co.uk: "amazon" before a top level, perhaps with "co" or "com" in it. */
static bool is_amazon(struct str host)
{
    for (size_t at = 0; at < host.len; at += str_find(str_part(host, at, host.len), '.') + 1) {
        struct str rest = str_part(host, at, host.len);
        size_t dot = str_find(rest, '.');
        struct str top = dot < rest.len ? str_part(rest, dot + 1, rest.len) : (struct str){0};
        bool two = str_starts(top, STR("co.")) || str_starts(top, STR("com."));
        if (word_equals(str_part(rest, 0, dot), STR("amazon")) && top.len >= 2
            && (two || str_find(top, '.') == top.len))
            return true;
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

static bool is_field(struct str part)
{
    size_t equals = str_find(part, '=');
    struct str name = str_part(part, 0, equals), value = str_part(part, equals + 1, part.len);
    return value.len
           && (word_among(name, fields)
               || (word_equals(name, STR("tag")) && is_tracking_id(value)));
}

/* The field of the query that says who earns; empty if there is none. */
static struct str earning_field(struct str behind)
{
    size_t at = str_find(behind, '?');
    while (at < behind.len) {
        size_t end = ++at;
        while (end < behind.len && behind.ptr[end] != '&' && behind.ptr[end] != '#')
            end++;
        struct str part = str_part(behind, at, end - at);
        if (is_field(part))
            return part;
        at = end < behind.len && behind.ptr[end] == '&' ? end : behind.len;
    }
    return (struct str){0};
}

/* What makes it an affiliate link; empty if nothing does. */
static struct str affiliate_part(struct str s)
{
    struct address address = address_of(s);
    bool somewhere = address.behind.len > 1 && address.behind.ptr[0] == '/';
    if (str_find(address.host, '.') == address.host.len)
        return (struct str){0};
    if (is_amazon(address.host) && somewhere) /* a shop's name alone earns nothing */
        return address.host;
    for (const char *const *host = hosts; *host; host++)
        if (is_host(address.host, str_of(*host)))
            return address.host;
    return earning_field(address.behind);
}

/* ---- Texts ---- */

static bool is_space_or_bracket(char c)
{
    return c == ' ' || c == '\t' || c == '(' || c == ')' || c == '<' || c == '>' || c == '"'
           || c == '[' || c == ']';
}

/* Looks at all that stands between spaces, but for the marks of the sentence behind it. */
static void search_text(struct linter *linter, const struct text *text)
{
    struct str s = text->str;
    for (size_t at = 0; at < s.len;) {
        size_t end = at;
        while (end < s.len && !is_space_or_bracket(s.ptr[end]))
            end++;
        size_t last = end;
        while (last > at && strchr(".,;:!?'", s.ptr[last - 1]))
            last--;
        struct str part = affiliate_part(str_part(s, at, last - at));
        if (part.len)
            lint_find(linter, AFFILIATE_LINK,
                      text_place(text, (size_t)(part.ptr - s.ptr), part.len), part);
        at = end + 1;
    }
}

static void search_sentences(struct linter *linter, const struct passage *passage)
{
    static const char *const phrases[] = {
        "amazon associate~", "amazon affiliate~", "amazon services llc associates",
        "affiliate link~", "affiliate program~", "affiliate commission~", "affiliate disclosure",
        "affiliate partner~", "earn~ a commission", "earn~ a small commission",
        "earn~ commission~", "earn~ from qualifying", "receive a commission",
        "receive a small commission", "receive commissions", "qualifying purchases", NULL};
    for (size_t n = 0; n < passage->sentence_count; n++) {
        size_t first = passage->sentences[n].first, count = passage->sentences[n].count, at;
        for (const char *const *phrase = phrases; *phrase; phrase++)
            if (phrase_within(passage, first, count, *phrase, &at)
                && !is_denied(passage, first, at)) {
                size_t words = phrase_at(passage, at, *phrase);
                lint_find(linter, AFFILIATE_LINK, words_place(passage, at, words),
                          words_text(passage, at, words));
                break;
            }
    }
}

static void search_references(struct linter *linter)
{
    for (size_t i = 0; i < linter->article->references.count; i++) {
        const struct reference *reference = &linter->article->references.at[i];
        struct str part = affiliate_part(reference->url);
        search_text(linter, &reference->text);
        if (part.len)
            lint_find(linter, AFFILIATE_LINK, reference->place, part);
    }
}

static void search_clinic(struct linter *linter, const struct clinic *clinic)
{
    const struct text *texts[] = {&clinic->about, &clinic->website, &clinic->emergency,
                                  &clinic->language_help, &clinic->copyright};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        search_text(linter, texts[i]);
}

void lint_links(struct linter *linter)
{
    for (size_t i = 0; i < linter->prose.count; i++) {
        search_text(linter, linter->prose.at[i].text);
        search_sentences(linter, &linter->prose.at[i]);
    }
    search_text(linter, &linter->article->published.title);
    search_text(linter, &linter->article->published.url);
    search_references(linter);
    if (linter->clinic)
        search_clinic(linter, linter->clinic);
}
