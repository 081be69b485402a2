/*
 * See words.h.  A normalised text has a space at both ends, so that looking for " side effects " in
 * it finds whole words only.
 */
#include "import/words.h"

#include "base/ascii.h"
#include "base/unicode.h"

#include <assert.h>
#include <string.h>

/* ---- Normal form ---- */

static bool is_word_part(uint32_t c)
{
    if (c < 0x80) /* most are, and a post has a million */
        return ascii_is_letter((char)c) || ascii_is_digit((char)c);
    enum unicode_category category = unicode_category(c);
    return unicode_is_letter(c) || unicode_is_mark(c) || category == UNICODE_ND;
}

/* An apostrophe stays, always the straight one: "don't"; so does a hyphen within a word. */
static uint32_t joiner(struct str s, size_t next, uint32_t c)
{
    bool apostrophe = c == '\'' || c == 0x2019;
    if ((!apostrophe && c != '-') || next >= s.len || !is_word_part(utf8_next(s, &next)))
        return 0;
    return apostrophe ? '\'' : '-';
}

struct str words_normal(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    builder_char(&b, ' ');
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool inside = b.ptr[b.len - 1] != ' ';
        uint32_t join = inside ? joiner(text, at, c) : 0;
        if (c < 0x80 && is_word_part(c))
            builder_char(&b, ascii_lower((char)c));
        else if (is_word_part(c))
            builder_utf8(&b, unicode_lower(c));
        else if (join)
            builder_utf8(&b, join);
        else if (inside)
            builder_char(&b, ' ');
    }
    if (b.ptr[b.len - 1] != ' ')
        builder_char(&b, ' ');
    return builder_str(&b);
}

/* ---- Reading ---- */

static enum cue cue_of(struct str name)
{
    static const char *const names[] = {
#define CUE(id, name) name,
#include "import/cue.def"
#undef CUE
    };
    for (int i = 0; i < CUE_COUNT; i++)
        if (str_equal(name, str_of(names[i])))
            return (enum cue)i;
    return CUE_COUNT;
}

static int number_of(struct str digits)
{
    int number = 0;
    for (size_t i = 0; i < digits.len && ascii_is_digit(digits.ptr[i]); i++)
        number = number * 10 + (digits.ptr[i] - '0');
    return number;
}

static void read_row(struct arena *arena, struct str line, struct words *words)
{
    struct str kind = str_before(line, '\t');
    struct str rest = str_part(line, kind.len + 1, line.len);
    struct str text = str_before(rest, '\t');
    struct cue_row row = {cue_of(kind), words_normal(arena, text), text,
                          number_of(str_part(rest, text.len + 1, rest.len))};
    assert(row.cue != CUE_COUNT && text.len);
    if (row.cue == CUE_LANGUAGE)
        words->language = text;
    *ARRAY_PUSH(arena, &words->rows[row.cue]) = row;
}

void words_read(struct arena *arena, struct str file, struct words *words)
{
    *words = (struct words){0};
    for (size_t at = 0; at < file.len;) {
        struct str line = str_before(str_part(file, at, file.len), '\n');
        at += line.len + 1;
        if (line.len && line.ptr[0] != '#')
            read_row(arena, line, words);
    }
}

/* ---- Looking up ---- */

/* Whether " words " stands in the text.  A long paragraph is asked for hundreds of rows: the first
 * letter tells most of them. */
static bool occurs(struct str normal, struct str words)
{
    for (size_t at = 0; at + words.len <= normal.len; at++)
        if (normal.ptr[at] == ' ' && normal.ptr[at + 1] == words.ptr[1]
            && memcmp(normal.ptr + at, words.ptr, words.len) == 0)
            return true;
    return false;
}

const struct cue_row *words_find(const struct words *words, enum cue cue, struct str normal)
{
    const struct cue_row *best = NULL;
    for (size_t i = 0; i < words->rows[cue].count; i++) {
        const struct cue_row *row = &words->rows[cue].at[i];
        if ((!best || row->words.len > best->words.len) && occurs(normal, row->words))
            best = row;
    }
    return best;
}

const struct cue_row *words_equal(const struct words *words, enum cue cue, struct str normal)
{
    for (size_t i = 0; i < words->rows[cue].count; i++)
        if (str_equal(words->rows[cue].at[i].words, normal))
            return &words->rows[cue].at[i];
    return NULL;
}

const struct cue_row *words_start(const struct words *words, enum cue cue, struct str normal)
{
    for (size_t i = 0; i < words->rows[cue].count; i++)
        if (str_starts(normal, words->rows[cue].at[i].words))
            return &words->rows[cue].at[i];
    return NULL;
}

bool words_may_begin(const struct words *words, enum cue cue, struct str normal)
{
    struct str begun = str_part(normal, 0, normal.len - 1);
    for (size_t i = 0; i < words->rows[cue].count; i++)
        if (str_starts(words->rows[cue].at[i].words, begun))
            return true;
    return false;
}

enum cue words_heading(const struct words *words, struct str normal)
{
    const struct cue_row *best = NULL;
    for (int cue = 0; cue < CUE_HEADINGS; cue++) {
        const struct cue_row *row = words_find(words, (enum cue)cue, normal);
        if (row && (!best || row->words.len > best->words.len))
            best = row;
    }
    return best ? best->cue : CUE_COUNT;
}

/* ---- Which language ---- */

static size_t count_words(const struct words *words, struct str normal)
{
    size_t count = 0;
    for (size_t at = 0; at < normal.len;) {
        size_t end = at + 1 + str_find(str_part(normal, at + 1, normal.len), ' ');
        if (words_equal(words, CUE_WORD, str_part(normal, at, end + 1 - at)))
            count++;
        at = end;
        if (at + 1 >= normal.len)
            break;
    }
    return count;
}

static struct str main_language(struct str tag)
{
    return str_before(tag, '-');
}

/* A post is known after so many bytes. */
enum { SAMPLE = 20000 };

/* Whether the rows of a kind are for posts in any language. */
static bool is_for_all_languages(int cue)
{
    return cue < CUE_HEADINGS || (cue >= CUE_MONTH && cue <= CUE_SAYS_AFFILIATE);
}

static void add_shared(struct arena *arena, struct words *words, const struct words *other)
{
    for (int cue = 0; cue < CUE_COUNT; cue++)
        for (size_t i = 0; is_for_all_languages(cue) && i < other->rows[cue].count; i++)
            *ARRAY_PUSH(arena, &words->rows[cue]) = other->rows[cue].at[i];
}

/* A post may have parts in another language: its headings and sentences are known too. */
static void add_others(struct arena *arena, struct words *words)
{
    for (size_t i = 0; i < word_file_count; i++) {
        struct words other;
        words_read(arena, (struct str){(const char *)word_files[i].bytes, *word_files[i].size},
                   &other);
        if (!str_equal(other.language, words->language))
            add_shared(arena, words, &other);
    }
}

static struct words choose_words(struct arena *arena, struct str language, struct str normal)
{
    struct words best = {0};
    size_t most = 0;
    for (size_t i = 0; i < word_file_count; i++) {
        struct words words;
        words_read(arena, (struct str){(const char *)word_files[i].bytes, *word_files[i].size},
                   &words);
        size_t count = count_words(&words, normal);
        if (language.len && str_equal(main_language(language), main_language(words.language)))
            return words;
        if (i == 0 || count > most) {
            best = words;
            most = count;
        }
    }
    return best;
}

struct words words_choose(struct arena *arena, struct str language, struct str text)
{
    struct words words =
        choose_words(arena, language, words_normal(arena, str_part(text, 0, SAMPLE)));
    add_others(arena, &words);
    return words;
}
