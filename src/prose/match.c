/* See match.h. */
#include "prose/match.h"

#include "base/ascii.h"
#include "prose/letters.h"

#include <string.h>

static const struct class_kind {
    enum word_family family;
    enum word_letters letters;
} classes[] = {
    {FAMILY_ALONE, AS_READ},
#define CLASS(id, name, family, letters) {FAMILY_##family, letters},
#include "prose/class.def"
#undef CLASS
};

/* What begins at one word, while it is looked for. */
enum { HITS_MOST = 48 };

struct found {
    struct hit at[HITS_MOST];
    size_t count;
    size_t best[FAMILY_COUNT];  /* 1 more than the index of the family's hit; 0: none */
    size_t until[FAMILY_COUNT]; /* up to here the family's words are taken */
};

/* ---- Finding ---- */

/* Of a family the longest, of those the one that came first. */
static void keep_longest(struct found *found, size_t at, const struct entry *entry, size_t words)
{
    enum word_family family = classes[entry->word_class].family;
    struct hit hit = {entry, words};
    if (family == FAMILY_ALONE) {
        if (found->count < HITS_MOST)
            found->at[found->count++] = hit;
        return;
    }
    size_t *best = &found->best[family];
    if (at < found->until[family] || (!*best && found->count == HITS_MOST)
        || (*best && found->at[*best - 1].words >= words))
        return;
    if (!*best)
        *best = ++found->count;
    found->at[*best - 1] = hit;
}

/* A word of the web is a fault below only, where it speaks of what it stands on. */
static bool may_stand(const struct passage *passage, const struct entry *entry)
{
    return entry->word_class != CLASS_BLOG_BELOW || passage->part == PART_DISCLAIMER;
}

/* Entries that begin with the word in that spelling, of classes that are compared so. */
static void find_spelled(const struct passage *passage, size_t at, struct str word, bool as_read,
                         bool as_written, struct found *found)
{
    const struct lexicon *lexicon = passage->lexicon;
    const struct entry *end, *entry = lexicon_from(lexicon, word, &end);
    for (; entry < end; entry++) {
        bool read = classes[entry->word_class].letters == AS_READ;
        struct str phrase = entry_phrase(lexicon, entry);
        if ((read ? !as_read : !as_written) || !may_stand(passage, entry))
            continue;
        size_t words = str_equal(phrase, word) ? 1 : phrase_at(passage, at, phrase);
        if (words)
            keep_longest(found, at, entry, words);
    }
}

/* A word with a "#" in the place of each number: "q4-6h" is "q#-#h". */
static struct str without_numbers(struct arena *arena, struct str word)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_digit(word.ptr[i]))
            builder_char(&b, word.ptr[i]);
        else if (!ascii_is_digit(char_at(word, i - 1)))
            builder_char(&b, '#');
    return builder_str(&b);
}

/* "QD" is compared in small letters with one class and as written with another; "q6h" is "q#h". */
static void find_phrases(struct arena *arena, const struct passage *passage, size_t at,
                         struct found *found)
{
    const struct word *word = &passage->words[at];
    bool small = str_equal(word->str, word->low);
    find_spelled(passage, at, word->low, true, small, found);
    if (!small)
        find_spelled(passage, at, word->str, false, true, found);
    if (ascii_is_letter(word->low.ptr[0]) && letters_of(word->low).digits)
        find_spelled(passage, at, without_numbers(arena, word->low), true, false, found);
}

/* How many letters must stand before an ending: "red" is no participle, but "gas" is no plural. */
static size_t letters_before(const struct entry *ending)
{
    return ending->word_class == CLASS_NO_ENDING ? 1 : 3;
}

/* Endings are of single words; the lexicon has the longest first. */
static void find_endings(const struct passage *passage, size_t at, struct found *found)
{
    const struct lexicon *lexicon = passage->lexicon;
    struct str word = passage->words[at].low;
    bool joined = memchr(word.ptr, '-', word.len) != NULL;
    for (size_t i = 0; i < lexicon->ending_count; i++) {
        const struct entry *entry = &lexicon->endings[i];
        struct str ending = entry_phrase(lexicon, entry);
        bool own = !joined || ending.ptr[0] == '-';
        if (own && word.len >= ending.len + letters_before(entry) && str_ends(word, ending))
            keep_longest(found, at, entry, 1);
    }
}

static void take_match(struct found *found, size_t at)
{
    for (size_t family = 0; family < FAMILY_COUNT; family++) {
        if (found->best[family])
            found->until[family] = at + found->at[found->best[family] - 1].words;
        found->best[family] = 0;
    }
}

static void set_hits(struct arena *arena, struct word *word, const struct found *found)
{
    struct hit *hits = ARENA_ARRAY(arena, found->count, struct hit);
    for (size_t i = 0; i < found->count; i++) {
        hits[i] = found->at[i];
        word->classes[hits[i].entry->word_class / 64] |=
            UINT64_C(1) << hits[i].entry->word_class % 64;
    }
    word->hits = hits;
    word->hit_count = found->count;
}

void match_words(struct arena *arena, struct passage *passage)
{
    static const struct entry number = {.word_class = CLASS_NUMBER};
    struct found found = {.count = 0};
    for (size_t at = 0; at < passage->word_count; at++) {
        found.count = 0;
        find_phrases(arena, passage, at, &found);
        find_endings(passage, at, &found);
        if (word_is_number(passage->words[at].str))
            keep_longest(&found, at, &number, 1);
        take_match(&found, at);
        set_hits(arena, &passage->words[at], &found);
    }
}

/* ---- Asking ---- */

const struct entry *entry_at(const struct passage *passage, size_t at, enum word_class word_class,
                             size_t *words)
{
    const struct word *word = &passage->words[at];
    const struct hit *best = NULL;
    if (at >= passage->word_count
        || !(word->classes[word_class / 64] >> word_class % 64 & 1))
        return NULL;
    for (size_t i = 0; i < word->hit_count; i++)
        if (word->hits[i].entry->word_class == word_class
            && (!best || word->hits[i].words > best->words))
            best = &word->hits[i];
    if (words)
        *words = best->words;
    return best->entry;
}

size_t class_at(const struct passage *passage, size_t at, enum word_class word_class)
{
    size_t words = 0;
    entry_at(passage, at, word_class, &words);
    return words;
}

bool class_within(const struct passage *passage, size_t first, size_t count,
                  enum word_class word_class, size_t *at)
{
    for (size_t i = first; i < first + count; i++) {
        size_t words = class_at(passage, i, word_class);
        if (words && i + words <= first + count) {
            if (at)
                *at = i;
            return true;
        }
    }
    return false;
}

bool class_in(const struct passage *passage, const struct sentence *sentence,
              enum word_class word_class)
{
    return class_within(passage, sentence->first, sentence->count, word_class, NULL);
}

/* ---- Forms ---- */

/* Whether the word is the base with `cut` gone from its end and `tail` in its place. */
static bool is_base_with(struct str word, struct str base, struct str cut, struct str tail)
{
    struct str stem = str_part(base, 0, base.len - cut.len);
    return str_ends(base, cut) && word.len == stem.len + tail.len && str_starts(word, stem)
           && str_ends(word, tail);
}

bool word_inflects(struct str word, struct str base)
{
    static const char *const forms[][2] = {
        {"", ""},   {"", "s"},   {"", "es"},   {"", "ed"},   {"", "ing"},
        {"e", "ed"}, {"e", "ing"}, {"y", "ies"}, {"y", "ied"},
    };
    struct str last = str_part(base, base.len - 1, 1), rest = str_part(word, base.len, word.len);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct str cut = str_of(forms[i][0]);
        if ((base.len > 2 || !cut.len) && is_base_with(word, base, cut, str_of(forms[i][1])))
            return true;
    }
    bool doubled = base.len > 2 && str_starts(word, base) && str_starts(rest, last);
    rest = str_part(rest, 1, rest.len);
    return doubled && (str_equal(rest, STR("ed")) || str_equal(rest, STR("ing")));
}

/* ---- Phrases ---- */

bool word_adjoins(const struct passage *passage, size_t at)
{
    struct str gap = gap_before(passage, at + 1);
    return skip_spaces(gap, 0) == gap.len;
}

/* The sign before a word of a phrase, as in "d /c" and "100 %safe"; empty if there is none. */
static struct str sign_of(struct str word)
{
    return str_part(word, 0, char_at(word, 0) == '/' || char_at(word, 0) == '%');
}

/* Whether a phrase goes on at that word: behind nothing but space, or behind its sign. */
static bool is_joined(const struct passage *passage, size_t at, struct str sign)
{
    return sign.len ? str_equal(str_trim(gap_before(passage, at)), sign)
                    : word_adjoins(passage, at - 1);
}

/* "#" is any digits: "c/#h" is in "c/8h", and "c/#" is not, since the hours would be lost. */
static bool is_word_of(struct str word, struct str wanted)
{
    size_t at = 0;
    for (size_t i = 0; i < wanted.len; i++) {
        size_t from = at;
        while (wanted.ptr[i] == '#' && ascii_is_digit(char_at(word, at)))
            at++;
        if (wanted.ptr[i] != '#' && char_at(word, at) == wanted.ptr[i])
            at++;
        if (at == from)
            return false;
    }
    return at == word.len;
}

size_t phrase_at(const struct passage *passage, size_t at, struct str phrase)
{
    size_t count = 0;
    while (phrase.len) {
        struct str word = str_before(phrase, ' ');
        struct str sign = sign_of(word);
        size_t i = at + count;
        if (i >= passage->word_count || (count && !is_joined(passage, i, sign))
            || !is_word_of(passage->words[i].low, str_part(word, sign.len, word.len)))
            return 0;
        count++;
        phrase = str_part(phrase, word.len + 1, phrase.len);
    }
    return count;
}

bool phrase_within(const struct passage *passage, size_t first, size_t count, struct str phrase)
{
    for (size_t i = first; i < first + count; i++) {
        size_t words = phrase_at(passage, i, phrase);
        if (words && i + words <= first + count)
            return true;
    }
    return false;
}
