/*
 * See facts.h.  Text is looked at as tokens: numbers and words, with their places in the text.
 */
#include "import/facts.h"

#include "base/ascii.h"
#include "read/values.h"

struct token {
    struct str str; /* as written, without marks around it */
    size_t off;
};

struct tokens {
    ARRAY(struct token);
    struct str text;
};

static bool is_number_part(struct str s, size_t at)
{
    char c = char_at(s, at);
    return ascii_is_digit(c)
           || ((c == '.' || c == ',') && at > 0 && ascii_is_digit(s.ptr[at - 1])
               && ascii_is_digit(char_at(s, at + 1)));
}

static bool is_dash(struct str s, size_t at)
{
    return char_at(s, at) == '-' || str_starts(str_part(s, at, s.len), STR("\xE2\x80\x93"))
           || str_starts(str_part(s, at, s.len), STR("\xE2\x80\x94"));
}

static bool is_word_byte(char c)
{
    return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

static size_t token_end(struct str s, size_t at)
{
    size_t end = at;
    if (ascii_is_digit(s.ptr[at])) {
        while (is_number_part(s, end))
            end++;
        return end;
    }
    while (end < s.len && is_word_byte(s.ptr[end]) && !is_dash(s, end))
        end++;
    return end;
}

static struct tokens tokens_of(struct arena *arena, struct str text)
{
    struct tokens tokens = {.text = text};
    for (size_t at = 0; at < text.len;) {
        bool dash = is_dash(text, at);
        size_t end = dash ? at + (text.ptr[at] == '-' ? 1 : 3) : token_end(text, at);
        if (end > at)
            *ARRAY_PUSH(arena, &tokens) = (struct token){str_part(text, at, end - at), at};
        at = end > at ? end : at + 1;
    }
    return tokens;
}

static struct str token_at(const struct tokens *tokens, size_t i)
{
    return i < tokens->count ? tokens->at[i].str : STR("");
}

static bool is_number(struct str token)
{
    return token.len && ascii_is_digit(token.ptr[0]);
}

/* How many tokens from i on are a row of this kind, as many as possible; 0: none is. */
static size_t match(struct arena *arena, const struct words *words, enum cue cue,
                    const struct tokens *tokens, size_t i)
{
    enum { WORDS_MOST = 4 };
    size_t found = 0;
    for (size_t n = 1; n <= WORDS_MOST && i + n <= tokens->count; n++) {
        const struct token *last = &tokens->at[i + n - 1];
        size_t start = tokens->at[i].off;
        struct str part = str_part(tokens->text, start, last->off + last->str.len - start);
        struct str normal = words_normal(arena, part);
        if (!words_may_begin(words, cue, normal))
            break;
        found = words_equal(words, cue, normal) ? n : found;
    }
    return found;
}

/* ---- Amounts ---- */

struct amount {
    size_t first, end; /* tokens */
    bool often;
};

/* "5 to 15 grams per day" from i on; end 0 if there is none. */
static struct amount amount_at(struct arena *arena, const struct words *words,
                               const struct tokens *tokens, size_t i)
{
    struct amount amount = {.first = i};
    size_t at = i + 1, unit;
    if (!is_number(token_at(tokens, i)))
        return amount;
    unit = match(arena, words, CUE_UNIT, tokens, at);
    at += unit;
    bool dash = at < tokens->count && is_dash(tokens->at[at].str, 0);
    size_t to = dash ? 1 : match(arena, words, CUE_TO, tokens, at);
    if (to && is_number(token_at(tokens, at + to))) {
        at += to + 1;
        unit = match(arena, words, CUE_UNIT, tokens, at);
        at += unit;
    }
    if (!unit)
        return amount;
    for (size_t more; (more = match(arena, words, CUE_OFTEN, tokens, at)); at += more)
        amount.often = true;
    amount.end = at;
    return amount;
}

static struct amount find_amount(struct arena *arena, const struct words *words,
                                 const struct tokens *tokens)
{
    struct amount first = {0};
    for (size_t i = 0; i < tokens->count; i++) {
        struct amount amount = amount_at(arena, words, tokens, i);
        if (amount.end && amount.often)
            return amount;
        if (amount.end && !first.end)
            first = amount;
        i = amount.end ? amount.end - 1 : i;
    }
    return first;
}

struct str facts_amount(struct arena *arena, const struct words *words, struct str text)
{
    struct tokens tokens = tokens_of(arena, text);
    struct amount amount = find_amount(arena, words, &tokens);
    if (!amount.end)
        return STR("");
    const struct token *last = &tokens.at[amount.end - 1];
    size_t start = tokens.at[amount.first].off;
    return str_part(text, start, last->off + last->str.len - start);
}

bool facts_is_dose(struct arena *arena, const struct words *words, struct str text)
{
    struct tokens tokens = tokens_of(arena, text);
    return find_amount(arena, words, &tokens).often;
}

/* ---- Dates ---- */

static int number_in(struct str digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.len && ascii_is_digit(digits.ptr[i]) && value < 100000; i++)
        value = value * 10 + (digits.ptr[i] - '0');
    return value;
}

static struct str day_text(struct arena *arena, int year, int month, int day)
{
    struct builder b = {.arena = arena};
    if (year < 1900 || year > 2999 || !date_exists(year, month, day))
        return STR("");
    builder_printf(&b, "%04d-%02d-%02d", year, month, day);
    return builder_str(&b);
}

/* The first number among the tokens from..to, and 0 without one. */
static int number_near(const struct tokens *tokens, size_t from, size_t to, int least, int most)
{
    for (size_t i = from; i < to && i < tokens->count; i++) {
        int value = is_number(tokens->at[i].str) ? number_in(tokens->at[i].str) : 0;
        if (value >= least && value <= most)
            return value;
    }
    return 0;
}

static struct str date_of_month(struct arena *arena, const struct tokens *tokens, size_t i,
                                int month)
{
    int year = number_near(tokens, i + 1, i + 4, 1900, 2999);
    int day = number_near(tokens, i + 1, i + 2, 1, 31);
    for (size_t back = 1; !day && back <= 2 && back <= i; back++)
        day = number_near(tokens, i - back, i - back + 1, 1, 31);
    return day_text(arena, year, month, day);
}

/* "2024-11-01": five tokens with the dashes. */
static struct str date_of_numbers(struct arena *arena, const struct tokens *tokens, size_t i)
{
    if (token_at(tokens, i).len != 4 || !is_dash(token_at(tokens, i + 1), 0)
        || !is_dash(token_at(tokens, i + 3), 0))
        return STR("");
    return day_text(arena, number_in(token_at(tokens, i)), number_in(token_at(tokens, i + 2)),
                    number_in(token_at(tokens, i + 4)));
}

struct str facts_date(struct arena *arena, const struct words *words, struct str text)
{
    struct tokens tokens = tokens_of(arena, text);
    for (size_t i = 0; i < tokens.count; i++) {
        const struct cue_row *month =
            words_equal(words, CUE_MONTH, words_normal(arena, tokens.at[i].str));
        struct str date = month ? date_of_month(arena, &tokens, i, month->number)
                                : date_of_numbers(arena, &tokens, i);
        if (date.len)
            return date;
    }
    return STR("");
}
