/*
 * See title_case.h.  The little words are those of the CSL specification's appendix on title case:
 * articles, conjunctions, and prepositions.  Only Latin letters change, whose capital takes as many
 * bytes, so that the title keeps its length and what was said of its bytes.
 */
#include "compose/title_case.h"

#include "base/ascii.h"
#include "base/unicode.h"

static const char *const little[] = {
    "a", "about", "above", "across", "after", "against", "al", "along", "alongside", "amid",
    "amidst", "among", "amongst", "an", "and", "around", "as", "aside", "at", "before", "behind",
    "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "ca", "circa", "de",
    "despite", "down", "during", "et", "except", "for", "from", "given", "in", "inside", "into",
    "like", "near", "next", "nor", "notwithstanding", "of", "off", "on", "onto", "or", "out",
    "over", "per", "plus", "pro", "since", "so", "than", "the", "through", "throughout", "till",
    "to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon", "v", "van",
    "versus", "via", "von", "vs", "with", "within", "without", "yet",
};

/* Words that a title in another language is known by. */
static const char *const foreign[] = {
    "au", "aux", "chez", "dans", "das", "dei", "del", "della", "der", "des", "die", "du", "e",
    "een", "ein", "eine", "el", "en", "entre", "est", "et", "het", "il", "la", "las",
    "le", "les", "los", "mit", "och", "pour", "que", "sur", "um", "und", "une", "van", "voor",
    "y", "zur",
};

static const char *const english[] = {"a", "an", "and", "by", "for", "from", "how", "of", "the",
                                      "to", "what", "why", "with"};

static bool is_word_among(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < word.len && ascii_lower(word.ptr[same]) == words[i][same] && words[i][same])
            same++;
        if (same == word.len && !words[i][same])
            return true;
    }
    return false;
}

static bool is_inside_word(char c)
{
    return ascii_is_alnum(c) || c == '\'' || (unsigned char)c >= 0x80;
}

/* U+2010 to U+2015: a hyphen or a dash, which divides words though its bytes are beyond ASCII. */
static bool divides_words(struct str text, size_t at)
{
    return str_starts(str_part(text, at, 2), STR("\xE2\x80")) && char_at(text, at + 2) >= '\x90'
        && char_at(text, at + 2) <= '\x95';
}

/* The next word from *at on; *at moves behind it. Absent at the end. */
static struct str title_word(struct str text, size_t *at)
{
    while (*at < text.len && (!is_inside_word(text.ptr[*at]) || text.ptr[*at] == '\''
                              || divides_words(text, *at)))
        *at += divides_words(text, *at) ? 3 : 1;
    size_t start = *at;
    while (*at < text.len && is_inside_word(text.ptr[*at]) && !divides_words(text, *at))
        ++*at;
    return str_part(text, start, *at - start);
}

/* "E" of "H. E. Doe" is an initial, "e" is a word of Italian. */
static bool is_capital_alone(struct str word)
{
    return word.len == 1 && ascii_is_upper(word.ptr[0]);
}

/* More words of other languages than of English. */
static bool looks_foreign(struct str title)
{
    int votes = 0;
    size_t at = 0;
    for (struct str word = title_word(title, &at); word.len; word = title_word(title, &at)) {
        votes += !is_capital_alone(word)
              && is_word_among(word, foreign, sizeof foreign / sizeof *foreign);
        votes -= is_word_among(word, english, sizeof english / sizeof *english);
    }
    return votes > 0;
}

/* Exporters have "en-US", "eng" and "English". */
static bool is_english_title(struct str title, struct str language)
{
    if (language.len)
        return ascii_lower(language.ptr[0]) == 'e' && ascii_lower(char_at(language, 1)) == 'n';
    return !looks_foreign(title);
}

/* The capital of a word's first letter if that is a small one of Latin script, else 0. */
static uint32_t latin_capital(struct str word)
{
    size_t at = 0;
    uint32_t c = utf8_next(word, &at), step = c < 0x100 ? 0x20 : 1;
    bool latin = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c < 0x180); /* to Latin Extended-A */
    return latin && unicode_lower(c - step) == c ? c - step : 0;
}

/* Without a capital or a figure: "pH", "H2O" and "ggplot2" stay as they are. */
static bool is_small(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_digit(word.ptr[i]) || ascii_is_upper(word.ptr[i]))
            return false;
    return latin_capital(word);
}

/* "x", and "d" of "d’un", which is a word of its own. */
static bool is_single(struct str word)
{
    size_t at = 0;
    if (word.len)
        utf8_next(word, &at);
    struct str rest = str_part(word, at, word.len);
    return !rest.len || rest.ptr[0] == '\'' || str_starts(rest, STR("’"));
}

/* The ending of "subject(es)" is no word. */
static bool is_ending(struct str title, struct str word)
{
    size_t start = (size_t)(word.ptr - title.ptr);
    return char_at(title, start - 1) == '(' && is_inside_word(char_at(title, start - 2));
}

/* The first word, the last, and the one behind a colon are never little. */
static bool has_place_of_honour(struct str title, struct str word)
{
    size_t start = (size_t)(word.ptr - title.ptr), end = start + word.len;
    struct str before = str_trim(str_part(title, 0, start));
    while (end < title.len && !is_inside_word(title.ptr[end]))
        end++;
    char last = char_at(before, before.len - 1);
    bool ends = end == title.len && !is_single(word); /* "a" is an article there too */
    return !before.len || ends || last == ':' || last == '?' || last == '!';
}

struct str title_cased(struct arena *arena, struct str title, struct str language)
{
    struct builder b = {.arena = arena};
    size_t at = 0;
    if (!title.len || !is_english_title(title, language))
        return title;
    builder_add(&b, title);
    for (struct str word = title_word(title, &at); word.len; word = title_word(title, &at)) {
        bool is_little = is_single(word)
                      || is_word_among(word, little, sizeof little / sizeof *little);
        bool is_word = is_small(word) && !is_ending(title, word);
        if (is_word && (!is_little || has_place_of_honour(title, word)))
            utf8_put(&b.ptr[word.ptr - title.ptr], latin_capital(word));
    }
    return builder_str(&b);
}
