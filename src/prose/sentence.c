/*
 * See sentence.h.  One pass: words are found first, and sentence ends between them.
 */
#include "prose/sentence.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "prose/letters.h"

/* ---- Characters ---- */

static bool is_letter_or_digit(uint32_t c)
{
    return is_letter(c) || unicode_category(c) == UNICODE_ND;
}

/* ---- Words ---- */

/* Whether c, with a letter or digit before it, goes on with the one behind it. */
static bool joins_letters(struct str s, size_t start, size_t at, uint32_t c, uint32_t behind)
{
    char before = char_at(s, at - 1);
    bool single = at - start == 1 || char_at(s, at - 2) == '.';
    switch (c) {
    case '\'':
    case 0x2019:
        return is_letter(behind);
    case '-':
    case 0x2010:
    case 0x2011:
        return is_letter_or_digit(behind);
    case '.': /* "5.0"; "e.g", "U.S": what ends a sentence has a space behind it */
        return (ascii_is_digit(before) && behind >= '0' && behind <= '9')
               || (single && ascii_is_letter(before) && is_letter(behind));
    case ',':
        return ascii_is_digit(before) && behind >= '0' && behind <= '9';
    default:
        return false;
    }
}

/* The end of the word that starts there. */
static size_t word_end(struct str s, size_t start)
{
    size_t at = start;
    while (at < s.len) {
        size_t next = at;
        uint32_t c = utf8_next(s, &next);
        if (!is_letter_or_digit(c)
            && !(at > start && joins_letters(s, start, at, c, letter_at(s, next))))
            break;
        at = next;
    }
    return at;
}

/* The next word from *at on, and *at moves behind it. @return false if there is none. */
static bool next_word(struct str s, size_t *at, struct word *word)
{
    while (*at < s.len) {
        size_t next = *at;
        uint32_t c = utf8_next(s, &next);
        bool naked = c == '.' && ascii_is_digit(char_at(s, next)); /* ".5" is a word */
        if (is_letter_or_digit(c) || naked) {
            size_t end = word_end(s, naked ? next : *at);
            *word = (struct word){.str = str_part(s, *at, end - *at)};
            *at = end;
            return true;
        }
        *at = next;
    }
    return false;
}

/* ---- Sentences ---- */

/* A word on its own, before the passage is matched. */
static bool is_one(const struct passage *passage, size_t at, enum word_class word_class)
{
    return lexicon_find(passage->lexicon, passage->words[at].low, word_class);
}

/* Whether a word has its full stop within a sentence. */
static bool is_abbreviated(const struct passage *passage, size_t at)
{
    return is_one(passage, at, CLASS_STOPPED)
           || (word_is_number(passage->words[at + 1].str)
               && is_one(passage, at, CLASS_STOPPED_NUMBER));
}

static bool starts_with_capital(struct str word)
{
    return word.len && ascii_is_upper(word.ptr[0]);
}

/*
 * Whether a capital is short for a name ("J. Roe", "by M. H. Kim") and not the end of one
 * ("vitamin C.", "vitamins D and K."): a name before it, or a word that has one behind it.
 */
static bool is_initial(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str;
    if (word.len != 1 || !starts_with_capital(word) || word.ptr[0] == 'I')
        return false;
    if (at == 0)
        return true;
    struct str before = passage->words[at - 1].str;
    return (starts_with_capital(before) && !is_one(passage, at - 1, CLASS_LETTERED))
           || is_one(passage, at - 1, CLASS_BEFORE_NAME);
}

/* What may end a sentence between a word and the next, and what follows it. */
struct stop {
    uint32_t mark; /* . ? ! or …; 0: none with a space behind it */
    bool closed;   /* with a quote or bracket behind the mark */
    size_t end;    /* where the space begins */
};

static struct stop stop_in(struct str gap)
{
    struct stop stop = {0, false, 0};
    for (size_t at = 0; at < gap.len;) {
        size_t start = at;
        uint32_t c = utf8_next(gap, &at);
        if (is_end_mark(c))
            stop = (struct stop){c, false, 0};
        else if (stop.mark && !stop.end && is_space(c))
            stop.end = start;
        else if (stop.mark && !stop.end && is_closing_mark(c))
            stop.closed = true;
        else if (!stop.end)
            stop.mark = 0;
    }
    return stop.end ? stop : (struct stop){0, false, 0};
}

/*
 * Whether a sentence ends between a word and the next one: at a mark that ends one, perhaps with
 * closing quotes, and a space behind it.  Not so behind an abbreviation, an initial or the number
 * of a step, nor before a small letter; but ? and ! may have one behind them, outside of quotes.
 */
static bool ends_behind(const struct passage *passage, size_t at, size_t first, struct stop stop)
{
    const struct word *word = &passage->words[at];
    if (!stop.mark)
        return false;
    if (unicode_category(letter_at(word[1].str, 0)) == UNICODE_LL)
        return (stop.mark == '?' || stop.mark == '!') && !stop.closed;
    bool step = at == first && word_is_number(word->str);
    return stop.mark != '.'
           || !(step || is_initial(passage, at) || is_abbreviated(passage, at));
}

/* The last one ends with the text. */
static void find_sentences(struct arena *arena, struct passage *passage)
{
    struct { ARRAY(struct sentence); } sentences = {0};
    struct str rest = passage->text->str;
    for (size_t first = 0, next = 1; next <= passage->word_count; next++) {
        struct str gap = gap_before(passage, next);
        struct stop stop = stop_in(gap);
        size_t end = (size_t)(gap.ptr + stop.end - rest.ptr);
        if (next == passage->word_count)
            end = rest.len;
        else if (!ends_behind(passage, next - 1, first, stop))
            continue;
        *ARRAY_PUSH(arena, &sentences) =
            (struct sentence){trim_spaces(str_part(rest, 0, end)), first, next - first};
        rest = str_part(rest, end, rest.len);
        first = next;
    }
    passage->sentences = sentences.at;
    passage->sentence_count = sentences.count;
}

void cut_sentences(struct arena *arena, struct passage *passage)
{
    struct { ARRAY(struct word); } words = {0};
    struct word word;
    for (size_t at = 0; next_word(passage->text->str, &at, &word);) {
        word.low = as_read(arena, word.str);
        *ARRAY_PUSH(arena, &words) = word;
    }
    passage->words = words.at;
    passage->word_count = words.count;
    find_sentences(arena, passage);
}

/* ---- Asking ---- */

struct place slice_place(const struct passage *passage, struct str slice)
{
    return text_place(passage->text, (size_t)(slice.ptr - passage->text->str.ptr), slice.len);
}

struct str words_text(const struct passage *passage, size_t first, size_t count)
{
    return str_spanning(passage->words[first].str, passage->words[first + count - 1].str);
}

struct place words_place(const struct passage *passage, size_t first, size_t count)
{
    return slice_place(passage, words_text(passage, first, count));
}

struct str gap_before(const struct passage *passage, size_t at)
{
    struct str text = passage->text->str, end = str_part(text, text.len, 0);
    struct str before = at ? passage->words[at - 1].str : str_part(text, 0, 0);
    return str_between(before, at < passage->word_count ? passage->words[at].str : end);
}

struct str text_behind(const struct passage *passage, struct str slice)
{
    struct str text = passage->text->str;
    struct str rest = str_between(slice, str_part(text, text.len, 0));
    size_t start = skip_spaces(rest, 0);
    return str_part(rest, start, rest.len);
}

size_t word_from(const struct passage *passage, const char *at)
{
    size_t first = 0;
    for (size_t count = passage->word_count; count;) {
        size_t half = count / 2;
        bool before = passage->words[first + half].str.ptr < at;
        first += before ? half + 1 : 0;
        count = before ? count - half - 1 : half;
    }
    return first;
}

const struct sentence *sentence_at(const struct passage *passage, size_t word)
{
    const struct sentence *sentence = passage->sentences;
    while (word >= sentence->first + sentence->count)
        sentence++;
    return sentence;
}
