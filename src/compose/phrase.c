/*
 * A phrase is an array of runs that doubles when it is full.  Runs of the same style and link are
 * joined as they come, so that a line of ten pieces reaches the shaper as one text: kerning and
 * line breaking then see what the reader sees.
 */
#include "compose/phrase.h"

static bool same_look(const struct run *a, const struct run *b)
{
    return a->style == b->style && str_equal(a->link, b->link);
}

static void add(struct phrase *phrase, struct run run)
{
    if (run.text.len == 0)
        return;
    struct run *last = phrase->count ? &phrase->at[phrase->count - 1] : NULL;
    if (last && same_look(last, &run)) {
        struct builder joined = {.arena = phrase->arena};
        builder_add(&joined, last->text);
        builder_add(&joined, run.text);
        last->text = builder_str(&joined);
        return;
    }
    if (phrase->count == phrase->room) {
        phrase->room = phrase->room ? 2 * phrase->room : 4;
        phrase->at = arena_grow(phrase->arena, phrase->at, phrase->count, phrase->room,
                                sizeof *phrase->at);
    }
    phrase->at[phrase->count++] = run;
}

void phrase_add(struct phrase *phrase, struct str text)
{
    add(phrase, (struct run){.text = text});
}

void phrase_styled(struct phrase *phrase, struct str text, enum run_style style)
{
    add(phrase, (struct run){.text = text, .style = style});
}

void phrase_linked(struct phrase *phrase, struct str text, struct str uri)
{
    add(phrase, (struct run){.text = text, .link = uri});
}

/* Bytes of "https://" at the start, or 0: "://" may also stand in a query. */
static size_t scheme_size(struct str url)
{
    size_t colon = str_find(url, ':');
    bool scheme = str_starts(str_part(url, colon, 3), STR("://")) &&
                  str_find(url, '/') == colon + 1;
    return scheme ? colon + 3 : 0;
}

struct str web_uri(struct arena *arena, struct str url)
{
    struct builder uri = {.arena = arena};
    if (url.len && !scheme_size(url))
        builder_add(&uri, STR("https://"));
    builder_add(&uri, url);
    return builder_str(&uri);
}

void phrase_url(struct phrase *phrase, struct str url)
{
    struct str text = str_part(url, scheme_size(url), url.len);
    if (str_ends(text, STR("/")))
        text.len--;
    phrase_linked(phrase, text, web_uri(phrase->arena, url));
}

void phrase_email(struct phrase *phrase, struct str address)
{
    struct builder uri = {.arena = phrase->arena};
    builder_add(&uri, STR("mailto:"));
    builder_add(&uri, address);
    phrase_linked(phrase, address, builder_str(&uri));
}

void phrase_separate(struct phrase *phrase, struct str separator)
{
    if (phrase->count)
        phrase_add(phrase, separator);
}

void phrase_stop(struct phrase *phrase)
{
    if (phrase->count && !ends_in_punctuation(phrase->at[phrase->count - 1].text))
        phrase_add(phrase, STR("."));
}

/* The number in a "{0}" at byte `at`, or -1. */
static int slot(struct str wording, size_t at)
{
    if (wording.len - at < 3 || wording.ptr[at] != '{' || wording.ptr[at + 2] != '}')
        return -1;
    char digit = wording.ptr[at + 1];
    return digit >= '0' && digit <= '9' ? digit - '0' : -1;
}

void phrase_fill(struct phrase *phrase, struct str wording, const struct run *args, size_t count)
{
    size_t done = 0;
    for (size_t at = 0; at < wording.len; at++) {
        int number = slot(wording, at);
        if (number < 0 || (size_t)number >= count)
            continue;
        phrase_add(phrase, str_part(wording, done, at - done));
        add(phrase, args[number]);
        done = at + 3;
    }
    phrase_add(phrase, str_part(wording, done, wording.len));
}

struct runs phrase_runs(const struct phrase *phrase)
{
    return (struct runs){phrase->at, phrase->count};
}

/* ---- Plain text ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str tidy(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    bool changed = false;
    text = str_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_space(c)) {
            bool second = is_space(text.ptr[i - 1]); /* trimmed: never at 0 */
            changed = changed || second || c != ' ';
            if (second)
                continue;
            c = ' ';
        }
        builder_char(&b, c);
    }
    return changed ? builder_str(&b) : text;
}

bool ends_in_punctuation(struct str text)
{
    static const struct str quotes[] = {{"”", 3}, {"’", 3}, {"»", 2}, {"\"", 1}, {"'", 1}};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (str_ends(text, quotes[i]))
            return ends_in_punctuation(str_part(text, 0, text.len - quotes[i].len));
    return str_ends(text, STR(".")) || str_ends(text, STR("?")) || str_ends(text, STR("!")) ||
           str_ends(text, STR(":")) || str_ends(text, STR("…"));
}
