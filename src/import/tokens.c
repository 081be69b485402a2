/*
 * See tokens.h.
 */
#include "import/tokens.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "import/tidy.h"
#include "prose/letters.h"

/* ---- Characters ---- */

/* Hyphens and dashes, and the sign of subtraction, which is used for one. */
static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Of a decimal, of thousands, of a fraction. */
static bool joins_figures(uint32_t c)
{
    static const uint32_t fraction_slash = 0x2044;
    return c == '.' || c == ',' || c == '/' || c == fraction_slash;
}

static uint32_t character_at(struct str s, size_t at)
{
    return at < s.len ? utf8_next(s, &at) : 0;
}

/* ---- Numbers ---- */

static size_t figures_end(struct str s, size_t at)
{
    for (size_t next = at; next < s.len;) {
        uint32_t c = utf8_next(s, &next);
        if (tidy_is_figure(c))
            at = next;
        else if (!joins_figures(c) || !tidy_is_figure(character_at(s, next)))
            break;
    }
    return at;
}

/* "1/2", "½": what may follow a whole number and a space. */
static bool is_fraction(struct str number)
{
    size_t first = 0;
    uint32_t c = number.len ? utf8_next(number, &first) : 0;
    return (c >= 0x80 && first == number.len && unicode_category(c) == UNICODE_NO)
           || (str_find(number, '/') == 1 && number.len == 3);
}

static size_t number_token_end(struct str s, size_t at)
{
    size_t end = figures_end(s, at), more = figures_end(s, end + 1);
    bool mixed = char_at(s, end) == ' ' && !str_contains(str_part(s, at, end - at), STR("/"))
                 && is_fraction(str_part(s, end + 1, more - end - 1));
    return mixed ? more : end;
}

/* ---- Tokens ---- */

static size_t word_token_end(struct str s, size_t at)
{
    for (size_t next = at; next < s.len; at = next)
        if (!is_letter(utf8_next(s, &next)))
            break;
    return at;
}

struct tokens tokens_of(struct arena *arena, struct str text)
{
    struct tokens tokens = {.text = text};
    for (size_t at = 0, end; at < text.len; at = end) {
        end = at;
        uint32_t c = utf8_next(text, &end);
        bool number = tidy_is_figure(c), word = is_letter(c);
        if (number || word)
            end = number ? number_token_end(text, at) : word_token_end(text, at);
        else if (!is_dash(c))
            continue;
        *ARRAY_PUSH(arena, &tokens) =
            (struct token){.kind = number ? TOKEN_NUMBER : word ? TOKEN_WORD : TOKEN_DASH,
                           .str = str_part(text, at, end - at)};
    }
    return tokens;
}

bool token_is(const struct tokens *tokens, size_t i, enum token_kind kind)
{
    return i < tokens->count && tokens->at[i].kind == kind;
}

struct str token_gap(const struct tokens *tokens, size_t i)
{
    struct str none = str_part(tokens->text, 0, 0);
    struct str end = str_part(tokens->text, tokens->text.len, 0);
    return str_between(i ? tokens->at[i - 1].str : none,
                       i < tokens->count ? tokens->at[i].str : end);
}

/* ---- Rows ---- */

static struct str new_form(struct arena *arena, const struct words *words,
                           const struct token *token)
{
    const struct cue_row *to = words->rows[CUE_TO].at;
    if (token->kind == TOKEN_DASH)
        return to ? to->words : STR(" ");
    struct str normal = words_normal(arena, token->str);
    bool number = token->kind == TOKEN_NUMBER || words_equal(words, CUE_NUMBER_WORD, normal);
    return number ? STR(" n ") : normal;
}

static struct str form_of(struct arena *arena, const struct words *words, struct token *token)
{
    if (!token->form.ptr)
        token->form = new_form(arena, words, token);
    return token->form;
}

static bool follows_closely(const struct tokens *tokens, size_t i)
{
    struct str gap = token_gap(tokens, i);
    return !gap.len || str_equal(gap, STR(" "));
}

size_t tokens_match(struct arena *arena, const struct words *words, enum cue cue,
                    struct tokens *tokens, size_t i)
{
    size_t found = 0;
    struct builder longer = {.arena = arena};
    struct str row = i < tokens->count ? form_of(arena, words, &tokens->at[i]) : STR("");
    for (size_t n = 1; row.len && words_may_begin(words, cue, row); n++) {
        found = words_equal(words, cue, row) ? n : found;
        if (i + n >= tokens->count || !follows_closely(tokens, i + n))
            break;
        if (!longer.len)
            builder_add(&longer, row);
        struct str form = form_of(arena, words, &tokens->at[i + n]);
        builder_add(&longer, str_part(form, 1, form.len));
        row = builder_str(&longer);
    }
    return found;
}

bool token_counts(struct arena *arena, const struct words *words, struct tokens *tokens, size_t i)
{
    return i < tokens->count && str_is(form_of(arena, words, &tokens->at[i]), " n ");
}

const struct cue_row *token_row(struct arena *arena, const struct words *words, enum cue cue,
                                struct tokens *tokens, size_t i)
{
    return token_is(tokens, i, TOKEN_WORD)
               ? words_equal(words, cue, form_of(arena, words, &tokens->at[i])) : NULL;
}
