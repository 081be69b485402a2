/*
 * See amount.h.  An amount is a number, or two, a unit, and how often:
 *
 *     between 5 and 15  grams  per day, with meals
 *     number            unit   often
 *
 * It is sure if, in its sentence,
 *     - words tell to take it ("take", "usual"), or it begins the sentence and says how often;
 *     - no word denies it, limits it or speaks of other people ("not", "up to", "children");
 *     - no sign touches it: ".5 mg", "~5 mg" and "5 mg/kg" are other amounts than 5 mg;
 *     - no other number stands there that could be part of it ("2 x 500 mg", "two capsules of
 *       500 mg"), but for those of times and names ("8 weeks", "B12").
 * A text that does not end a sentence goes on in the next one ("Do not take more than:").
 * Two sentences that are sure of different amounts, or one that may tell to take another one, make
 * all of it doubtful.
 */
#include "import/amount.h"

#include "base/ascii.h"
#include "import/tidy.h"
#include "import/tokens.h"

struct reader {
    struct arena *arena;
    const struct words *words;
    struct tokens *tokens; /* of a sentence */
};

struct amount {
    size_t first, end; /* tokens; end is 0 if there is none */
    bool often;
};

static size_t match(const struct reader *r, enum cue cue, size_t i)
{
    return tokens_match(r->arena, r->words, cue, r->tokens, i);
}

static bool gap_is(const struct reader *r, size_t i, const char *gap)
{
    return str_is(token_gap(r->tokens, i), gap);
}

static bool is_close(const struct reader *r, size_t i)
{
    return gap_is(r, i, "") || gap_is(r, i, " ");
}

static bool is_number(const struct reader *r, size_t i)
{
    return token_is(r->tokens, i, TOKEN_NUMBER);
}

/* In figures or in words. */
static bool counts(const struct reader *r, size_t i)
{
    return token_counts(r->arena, r->words, r->tokens, i);
}

/* ---- Numbers of names ---- */

/* "B12", "omega-3": letters before it, with no space between. */
static bool ends_name(const struct reader *r, size_t i)
{
    enum { LONGEST = 6 }; /* "omega-3-6-9" has as many */
    for (size_t back = 0; back < LONGEST && i > 0 && gap_is(r, i, ""); back++, i--)
        if (token_is(r->tokens, i - 1, TOKEN_WORD))
            return true;
    return false;
}

/* "5-HTP", but not "5-mg". */
static bool begins_name(const struct reader *r, size_t i)
{
    return token_is(r->tokens, i + 1, TOKEN_DASH) && gap_is(r, i + 1, "")
           && token_is(r->tokens, i + 2, TOKEN_WORD) && gap_is(r, i + 2, "")
           && !match(r, CUE_UNIT, i + 2);
}

static bool is_of_name(const struct reader *r, size_t i)
{
    return ends_name(r, i) || begins_name(r, i);
}

/* ---- Amounts ---- */

/* "5-15", "5 – 15"; a long dash with spaces is one of a sentence. */
static bool is_range_dash(const struct reader *r, size_t i)
{
    static const char *const long_dash = "\xE2\x80\x94";
    return token_is(r->tokens, i, TOKEN_DASH)
           && ((gap_is(r, i, "") && gap_is(r, i + 1, ""))
               || (gap_is(r, i, " ") && gap_is(r, i + 1, " ")
                   && !str_is(r->tokens->at[i].str, long_dash)));
}

static bool is_between(const struct reader *r, size_t first)
{
    return first > 0 && gap_is(r, first, " ") && match(r, CUE_BETWEEN, first - 1) == 1;
}

/* The second number, where `at` is behind the first one or its unit; 0 if there is none. */
static size_t second_number(const struct reader *r, size_t first, size_t at)
{
    size_t to = is_range_dash(r, at) ? 1 : 0;
    if (!to && gap_is(r, at, " "))
        to = match(r, is_between(r, first) ? CUE_AND : CUE_TO, at);
    return to && is_number(r, at + to) && is_close(r, at + to) ? at + to : 0;
}

/* Of "grams" behind a number. */
static size_t unit_behind(const struct reader *r, size_t i)
{
    return is_close(r, i) ? match(r, CUE_UNIT, i) : 0;
}

static void add_often(const struct reader *r, struct amount *amount)
{
    size_t more;
    while ((is_close(r, amount->end) || gap_is(r, amount->end, ", "))
           && (more = match(r, CUE_OFTEN, amount->end)) > 0) {
        amount->end += more;
        amount->often = true;
    }
}

static struct amount amount_at(const struct reader *r, size_t i)
{
    struct amount amount = {.first = i};
    if (!is_number(r, i) || is_of_name(r, i))
        return amount;
    size_t unit = unit_behind(r, i + 1), end = i + 1 + unit, second = second_number(r, i, end);
    if (second) {
        amount.first -= is_between(r, i);
        unit = unit_behind(r, second + 1);
        end = second + 1 + unit;
    }
    if (!unit)
        return amount;
    amount.end = end;
    add_often(r, &amount);
    return amount;
}

static struct amount first_amount(const struct reader *r)
{
    struct amount amount = {0};
    for (size_t i = 0; i < r->tokens->count && !amount.end; i++)
        amount = amount_at(r, i);
    return amount;
}

/* ---- What stands beside it ---- */

static bool is_free_before(const struct reader *r, size_t first)
{
    const struct tokens *tokens = r->tokens;
    bool dash = first > 1 && token_is(tokens, first - 1, TOKEN_DASH)
                && gap_is(r, first - 1, " ") && gap_is(r, first, " ");
    size_t word = dash ? first - 1 : first; /* "Adults - 5 mg" */
    if (!first)
        return gap_is(r, 0, "");
    bool space = gap_is(r, first, " ") || gap_is(r, first, ": ") || gap_is(r, first, ", ")
                 || gap_is(r, first, "; ");
    return space && (token_is(tokens, word - 1, TOKEN_WORD) || is_of_name(r, word - 1));
}

/* At the end of a sentence. */
static bool is_end_gap(struct str gap)
{
    for (size_t i = 0; i < gap.len; i++)
        if (!str_contains(STR(".!?;:,"), str_part(gap, i, 1)))
            return false;
    return true;
}

/* Whether the token behind it could be more of it: "500 mg tablets", "5 mg every other day". */
static bool may_go_on(const struct reader *r, const struct amount *amount)
{
    size_t end = amount->end;
    if (!gap_is(r, end, " ") && !gap_is(r, end, ", "))
        return false;
    return match(r, CUE_UNIT, end) || match(r, CUE_PER, end)
           || (!amount->often && counts(r, end));
}

static bool is_free_behind(const struct reader *r, const struct amount *amount)
{
    static const char *const gaps[] = {" ", ", ", ": ", "; ", " (", " ["};
    bool dash = token_is(r->tokens, amount->end, TOKEN_DASH);
    if (amount->end == r->tokens->count)
        return is_end_gap(token_gap(r->tokens, amount->end));
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (gap_is(r, amount->end, gaps[i]))
            return !may_go_on(r, amount) && (!dash || gap_is(r, amount->end + 1, " "));
    return false;
}

/* ---- What else is in the sentence ---- */

/* "8 weeks", "8 to 12 weeks", "two times" */
static bool is_of_time(const struct reader *r, size_t i)
{
    size_t second = second_number(r, i, i + 1), at = second ? second + 1 : i + 1;
    return is_close(r, at) && match(r, CUE_TIME, at) > 0;
}

/* "[12]", of a reference */
static bool is_bracketed(const struct reader *r, size_t i)
{
    return str_ends(token_gap(r->tokens, i), STR("["))
           && str_starts(token_gap(r->tokens, i + 1), STR("]"));
}

static bool is_harmless(const struct reader *r, size_t i)
{
    return !counts(r, i) || is_of_time(r, i)
           || (is_number(r, i) && (is_of_name(r, i) || is_bracketed(r, i)));
}

/* "With capsules of 500 mg", "5 mg with food every other week" */
static bool has_rival(const struct reader *r, const struct amount *amount)
{
    for (size_t i = 0; i < r->tokens->count; i++) {
        const struct cue_row *time = token_row(r->arena, r->words, CUE_TIME, r->tokens, i);
        bool unit = token_is(r->tokens, i, TOKEN_WORD) && match(r, CUE_UNIT, i);
        bool rare = !amount->often && time && time->number;
        bool part = i >= amount->first && i < amount->end;
        if (!part && (rare || !is_harmless(r, i) || (unit && i < amount->first)))
            return true;
    }
    return false;
}

/* "10 mg a day.", "10 mg a day with food", but not "10 mg a day causes ...". */
static bool says_no_more(const struct reader *r, const struct amount *amount)
{
    return amount->end == r->tokens->count || match(r, CUE_BEHIND, amount->end);
}

/* It begins the sentence, or stands behind a name of a dosage: "Dose for all: 10 mg a day". */
static bool begins_sentence(const struct reader *r, struct str normal, const struct amount *amount)
{
    return amount->first == 0 || (gap_is(r, amount->first, ": ")
                                  && words_find(r->words, CUE_HEADING_DOSAGE, normal));
}

/* In a list of what is denied only words can tell, not where an amount stands. */
static bool tells_to_take(const struct reader *r, struct str normal, const struct amount *amount,
                          const struct amount_search *search)
{
    bool begins = amount->end && amount->often && !search->denied_list
                  && begins_sentence(r, normal, amount) && says_no_more(r, amount);
    return begins || words_find(r->words, CUE_SAYS_AMOUNT, normal);
}

/* "Two tablets", "500-mg" */
static bool counts_units(const struct reader *r)
{
    for (size_t i = 0; i < r->tokens->count; i++)
        if (!is_harmless(r, i) && (match(r, CUE_UNIT, i + 1) || match(r, CUE_UNIT, i + 2)))
            return true;
    return false;
}

static bool speaks_of_amount(const struct reader *r)
{
    for (size_t i = 0; i < r->tokens->count; i++)
        if (is_number(r, i) ? !is_harmless(r, i) : match(r, CUE_UNIT, i) > 0)
            return true;
    return false;
}

/* ---- All sentences ---- */

static struct str amount_text(const struct tokens *tokens, const struct amount *amount)
{
    return str_spanning(tokens->at[amount->first].str, tokens->at[amount->end - 1].str);
}

/* "10 g" and "10 g once a day" are one amount. */
static void add_sure(struct amount_search *search, struct str found, bool often)
{
    bool longer = str_starts(found, search->amount), shorter = str_starts(search->amount, found);
    bool again = search->amount.len == found.len && !often; /* perhaps both are to be taken */
    if (search->amount.len && ((!longer && !shorter) || again))
        search->doubt = true;
    search->amount = longer ? found : search->amount;
}

/* Whether the sentence, or the one before it that goes on in it, denies an amount. */
static bool denies_amount(const struct reader *r, struct str normal, struct amount_search *search)
{
    struct str text = r->tokens->text;
    bool own = words_find(r->words, CUE_SAYS_NO_AMOUNT, normal);
    search->denied = own || (search->open && search->denied);
    search->open = !tidy_ends_sentence(text) || str_ends(text, STR(":"));
    search->denied_list = search->denied_list || (search->denied && str_ends(text, STR(":")));
    return search->denied;
}

/* "Take 5" on a line, and "10 grams" on the next: perhaps one amount. */
static bool is_cut_off(const struct reader *r)
{
    size_t last = r->tokens->count;
    bool number = last && token_gap(r->tokens, last).len == 0 && is_number(r, last - 1);
    return number && !is_of_name(r, last - 1);
}

static bool search_sentence(const struct reader *r, struct amount_search *search)
{
    struct str normal = words_normal(r->arena, r->tokens->text);
    struct amount amount = first_amount(r);
    bool any = amount.end || speaks_of_amount(r);
    bool denied = denies_amount(r, normal, search);
    bool told = tells_to_take(r, normal, &amount, search);
    search->doubt = search->doubt || is_cut_off(r);
    if (!any || denied || !told)
        return any;
    if (amount.end && is_free_before(r, amount.first) && is_free_behind(r, &amount)
        && !has_rival(r, &amount))
        add_sure(search, amount_text(r->tokens, &amount), amount.often);
    else if (amount.end || counts_units(r))
        search->doubt = true;
    return true;
}

bool amount_look(struct arena *arena, const struct words *words, struct str text,
                 struct amount_search *search)
{
    struct sentences sentences = tidy_sentences(arena, words->language, text);
    bool any = false;
    for (size_t i = 0; i < sentences.count; i++) {
        struct tokens tokens = tokens_of(arena, sentences.at[i]);
        any = search_sentence(&(struct reader){arena, words, &tokens}, search) || any;
    }
    return any;
}

bool amount_is_dose(struct arena *arena, const struct words *words, struct str text)
{
    struct tokens tokens = tokens_of(arena, text);
    const struct reader r = {arena, words, &tokens};
    bool often = false;
    for (size_t i = 0; i < tokens.count && !often; i++)
        often = amount_at(&r, i).often;
    return often;
}
