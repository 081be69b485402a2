/*
 * See facts.h.
 */
#include "import/facts.h"

#include "base/ascii.h"
#include "import/tokens.h"
#include "read/values.h"

static int number_in(struct str digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.len && ascii_is_digit(digits.ptr[i]) && value < 100000; i++)
        value = value * 10 + (digits.ptr[i] - '0');
    return value;
}

enum { YEAR_LEAST = 1900, YEAR_MOST = 2999 };

static struct str day_text(struct arena *arena, int year, int month, int day)
{
    struct builder b = {.arena = arena};
    if (year < YEAR_LEAST || year > YEAR_MOST || !date_exists(year, month, day))
        return STR("");
    builder_printf(&b, "%04d-%02d-%02d", year, month, day);
    return builder_str(&b);
}

/* The first number from least to most among the tokens from..to; 0 without one. */
static int number_near(const struct tokens *tokens, size_t from, size_t to, int least, int most)
{
    for (size_t i = from; i < to && i < tokens->count; i++) {
        int value = token_is(tokens, i, TOKEN_NUMBER) ? number_in(tokens->at[i].str) : 0;
        if (value >= least && value <= most)
            return value;
    }
    return 0;
}

static struct str date_of_month(struct arena *arena, const struct tokens *tokens, size_t i,
                                int month)
{
    int year = number_near(tokens, i + 1, i + 4, YEAR_LEAST, YEAR_MOST);
    int day = number_near(tokens, i + 1, i + 2, 1, 31);
    for (size_t back = 1; !day && back <= 2 && back <= i; back++)
        day = number_near(tokens, i - back, i - back + 1, 1, 31);
    return day_text(arena, year, month, day);
}

/* "2024-11-01": five tokens with the dashes. */
static struct str date_of_numbers(struct arena *arena, const struct tokens *tokens, size_t i)
{
    static const enum token_kind kinds[] = {TOKEN_NUMBER, TOKEN_DASH, TOKEN_NUMBER, TOKEN_DASH,
                                            TOKEN_NUMBER};
    const struct token *at = tokens->at + i;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (!token_is(tokens, i + k, kinds[k]))
            return STR("");
    if (at[0].str.len != 4)
        return STR("");
    return day_text(arena, number_in(at[0].str), number_in(at[2].str), number_in(at[4].str));
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
