/*
 * Plain words: two lists of words with what to write for them, looked up over the text to read.
 *
 * Of several entries that begin at a word the longest counts ("in addition to" before "in
 * addition").  A word is reported once, at its first place.  It is let be if the article is about
 * it (title, topic), if it is part of a name, and a word of medicine if it is explained there.
 */
#include "base/ascii.h"
#include "lint/explain.h"
#include "lint/inflect.h"
#include "lint/linter.h"

struct entry {
    const char *words, *plain;
};

#define WORD(words, plain) {words, plain},
static const struct entry plain_entries[] = {
#include "lint/plain.def"
};
static const struct entry medical_entries[] = {
#include "lint/medical.def"
};
#undef WORD

/* Where the entries of each first letter begin; those of "z" end at starts[26]. */
struct list {
    const struct entry *entries;
    size_t starts[27];
    bool *said; /* of each entry */
};

static struct list list_of(struct arena *arena, const struct entry *entries, size_t count)
{
    struct list list = {.entries = entries, .said = ARENA_ARRAY(arena, count, bool)};
    size_t at = 0;
    for (int letter = 0; letter <= 26; letter++) {
        while (at < count && entries[at].words[0] < 'a' + letter)
            at++;
        list.starts[letter] = at;
    }
    return list;
}

/* The longest entry whose words stand there; *count gets how many. NULL if there is none. */
static const struct entry *entry_at(const struct list *list, const struct passage *passage,
                                    size_t at, size_t *count)
{
    const struct entry *best = NULL;
    struct str word = passage->words[at].str;
    char first = ascii_lower(word.ptr[0]);
    char second = word.len > 1 ? ascii_lower(word.ptr[1]) : ' ';
    if (!ascii_is_letter(first))
        return NULL;
    *count = 0;
    for (size_t i = list->starts[first - 'a']; i < list->starts[first - 'a' + 1]; i++) {
        bool may_match = list->entries[i].words[1] == second; /* no ending changes that letter */
        size_t words = may_match ? phrase_at(passage, at, list->entries[i].words) : 0;
        if (words > *count) {
            best = &list->entries[i];
            *count = words;
        }
    }
    return best;
}

/* ---- What is let be ---- */

static bool is_topic(const struct linter *linter, const char *words)
{
    const struct texts *topic = &linter->article->topic;
    if (any_in_part(&linter->prose, PART_TITLE, (const char *const[]){words, NULL}))
        return true;
    for (size_t i = 0; i < topic->count; i++)
        if (word_equals(topic->at[i].str, str_of(words))
            || word_inflects(topic->at[i].str, str_part(str_of(words), 0,
                                                        str_find(str_of(words), '~'))))
            return true;
    return false;
}

static bool begins_sentence(const struct passage *passage, size_t at)
{
    return sentence_at(passage, at)->first == at;
}

/* A capital within a sentence: "Office of Oral Health". */
static bool is_name(const struct passage *passage, size_t at)
{
    struct str word = passage->words[at].str;
    return word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' && !begins_sentence(passage, at)
           && char_at(word, 1) >= 'a';
}

/* ---- The hint ---- */

/* Whether a word in -ed is a participle: after "be" or "have", or without an object behind it. */
static bool is_participle(const struct passage *passage, size_t at)
{
    static const char *const auxiliaries[] = {"is", "are", "was", "were", "be", "been", "being",
                                              "has", "have", "had", NULL};
    static const char *const objects[] = {"a", "an", "the", "it", "them", "this", "that", "these",
                                          "those", "your", "their", "no", "some", NULL};
    size_t before = at;
    while (before > 1 && str_ends(passage->words[before - 1].str, STR("ly")))
        before--;
    return (before > 0 && any_within(passage, before - 1, 1, auxiliaries))
           || at + 1 == passage->word_count || !any_within(passage, at + 1, 1, objects);
}

/* The ending of the word that has "~" in the entry. */
static enum ending ending_found(const struct passage *passage, size_t at, const char *words)
{
    struct str rest = str_of(words);
    for (; rest.len; at++) {
        struct str word = str_before(rest, ' ');
        if (str_ends(word, STR("~"))) {
            enum ending ending = ending_of(passage->words[at].str,
                                           str_part(word, 0, word.len - 1));
            return ending == ENDING_ED && is_participle(passage, at) ? ENDING_EN : ending;
        }
        rest = str_part(rest, word.len + 1, rest.len);
    }
    return ENDING_NONE;
}

static void add_word(struct builder *b, struct str word, enum ending ending)
{
    if (str_ends(word, STR("~")))
        add_inflected(b, str_part(word, 0, word.len - 1), ending);
    else
        builder_add(b, word);
}

/* "give~/take~ in" as it goes between quotes: gives" or "takes in */
static struct str replacement(struct arena *arena, struct str plain, enum ending ending,
                              bool capital)
{
    struct builder b = {.arena = arena};
    size_t start = 0; /* of the choice, in b */
    while (plain.len) {
        size_t end = 0;
        while (end < plain.len && plain.ptr[end] != ' ' && plain.ptr[end] != '/')
            end++;
        add_word(&b, str_part(plain, 0, end), ending);
        if (capital && b.len > start && b.ptr[start] >= 'a' && b.ptr[start] <= 'z')
            b.ptr[start] = (char)(b.ptr[start] - 'a' + 'A');
        if (end < plain.len)
            builder_add(&b, plain.ptr[end] == '/' ? STR("\" or \"") : STR(" "));
        if (char_at(plain, end) == '/')
            start = b.len;
        plain = str_part(plain, end + 1, plain.len);
    }
    return builder_str(&b);
}

/* ---- The rules ---- */

/* Whether a plain word stands beside it in the sentence: "high blood pressure (hypertension)". */
static bool is_glossed(const struct linter *linter, const struct passage *passage, size_t at,
                       size_t count, const struct entry *entry)
{
    const struct sentence *sentence = sentence_at(passage, at);
    size_t behind = at + count, end = sentence->first + sentence->count;
    for (struct str rest = str_of(entry->plain); rest.len;) {
        struct str choice = str_before(rest, '/');
        const char *plain = str_c(linter->arena, choice);
        if (phrase_within(passage, sentence->first, at - sentence->first, plain, NULL)
            || phrase_within(passage, behind, end - behind, plain, NULL))
            return true;
        rest = str_part(rest, choice.len + 1, rest.len);
    }
    return false;
}

static void report(struct linter *linter, const struct passage *passage, size_t at, size_t count,
                   const struct entry *entry, bool medical)
{
    bool capital = begins_sentence(passage, at) && passage->words[at].str.ptr[0] < 'a';
    struct str plain = replacement(linter->arena, str_of(entry->plain),
                                   ending_found(passage, at, entry->words), capital);
    struct str words = words_text(passage, at, count);
    struct place place = words_place(passage, at, count);
    if (medical)
        lint_find(linter, MEDICAL_WORD, place, words, plain);
    else
        lint_find(linter, PLAIN_WORD, place, words, plain);
}

static void look_up(struct linter *linter, const struct passage *passage, struct list *list,
                    bool medical)
{
    size_t count = 1;
    for (size_t at = 0; at < passage->word_count; at += count) {
        const struct entry *entry = entry_at(list, passage, at, &count);
        if (!entry) {
            count = 1;
            continue;
        }
        bool *said = &list->said[entry - list->entries];
        if (*said || !entry->plain[0] || is_name(passage, at) || is_topic(linter, entry->words))
            continue;
        *said = true; /* what is explained at its first place need not be later */
        if (!medical || !(is_explained(passage, at, count) || opens_bracket(passage, at)
                          || is_glossed(linter, passage, at, count, entry)))
            report(linter, passage, at, count, entry, medical);
    }
}

void lint_words(struct linter *linter)
{
    struct list plain = list_of(linter->arena, plain_entries,
                                sizeof plain_entries / sizeof *plain_entries);
    struct list medical = list_of(linter->arena, medical_entries,
                                  sizeof medical_entries / sizeof *medical_entries);
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        if (!part_is_body(passage->part))
            continue;
        look_up(linter, passage, &plain, false);
        look_up(linter, passage, &medical, true);
    }
}
