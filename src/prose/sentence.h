/*
 * sentence: a text cut into sentences and words.
 *
 *     PASSAGE    one text of the file: the summary, one benefit, the lead-in of one …
 *     SENTENCE   ends at . ? ! or … with a space behind it, or with its passage; a decimal point,
 *                "e.g.", "Dr." or an initial does not end it
 *     WORD       letters and digits, with what joins them inside: ' ’ - between two of either, and
 *                . , between digits or single letters ("5.0", "1,000", "e.g"); what is read as one
 *
 * Everything is an index or a slice of the passage's text, so what is found has its place there.
 */
#ifndef PROSE_SENTENCE_H
#define PROSE_SENTENCE_H

#include "model/article.h"
#include "model/section.h"
#include "prose/lexicon.h"

/** Where a passage belongs: the article's fields in the order of the page. */
enum part {
    PART_TITLE,
    PART_SUBTITLE,
    PART_PICTURE, /**< its caption, and what is heard instead of it */
    PART_SUMMARY,
#define SECTION(id, ...) PART_##id,
#include "model/section.def"
#undef SECTION
    PART_DISCLAIMER, /**< the article's, or the clinic's where the article has none */
    PART_COUNT
};

/** The part of sections[0]; the other sections follow. */
#define PART_SECTION ((enum part)(PART_SUMMARY + 1))

/** An entry of the lexicon that begins at a word, and how many words it takes (match.h). */
struct hit {
    const struct entry *entry;
    size_t words;
};

struct word {
    struct str str;
    struct str low; /**< as_read(): in small letters, with straight apostrophes */
    const struct hit *hits;
    size_t hit_count;
    uint64_t classes[(CLASS_COUNT + 63) / 64]; /**< those of the hits, a bit each */
};

struct sentence {
    struct str str;      /**< from the first to the last character that is no space */
    size_t first, count; /**< of the passage's words */
};

struct passage {
    enum part part;
    const struct lexicon *lexicon;
    bool heading;               /**< the title, the subtitle, the lead-in of a point */
    bool amount;                /**< the dosage's amount */
    const struct passage *lead; /**< the lead-in of this text of a point; or NULL */
    const struct text *text;
    struct word *words;
    size_t word_count;
    const struct sentence *sentences;
    size_t sentence_count;
};

/** Finds the words and sentences of a passage that has its text and lexicon. */
void cut_sentences(struct arena *arena, struct passage *passage);

/** The place of a slice of the passage's text. */
struct place slice_place(const struct passage *passage, struct str slice);

/** The place of some of a passage's words, from the first to the end of the last. */
struct place words_place(const struct passage *passage, size_t first, size_t count);
/** The same as a slice of the text. */
struct str words_text(const struct passage *passage, size_t first, size_t count);

/** The passage's first word from that byte of its text on; word_count if there is none. */
size_t word_from(const struct passage *passage, const char *at);

/** The sentence that a word of the passage is in. */
const struct sentence *sentence_at(const struct passage *passage, size_t word);

/** What stands before that word, from the one before it on; at word_count, behind the last. */
struct str gap_before(const struct passage *passage, size_t at);

/** All that stands behind a slice of the text, without space before it. */
struct str text_behind(const struct passage *passage, struct str slice);

#endif
