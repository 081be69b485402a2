/*
 * read: the two files a clinic edits, from JSON to meaning.
 *
 * Each reader reports every fault of its file and goes on; it fills in what it could read, but
 * the result is only to be used if diags->errors did not grow.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include "model/clinic.h"
#include "model/labels.h"
#include "read/json.h"

/** Which characters can be printed: the fonts say so, without this folder knowing them. */
struct charset {
    bool (*has)(const void *context, uint32_t c); /**< may note that fonts with it are wanted */
    const void *context;
    bool (*at_hand)(const void *context, uint32_t c); /**< notes nothing; NULL: as has */
};

/** Whether a character can be printed, without wanting fonts that have it. */
static inline bool charset_at_hand(const struct charset *charset, uint32_t c)
{
    return (charset->at_hand ? charset->at_hand : charset->has)(charset->context, c);
}

/** Reads article->source (to be set by the caller). @param tree  gets the JSON, or NULL. */
void article_read(struct arena *arena, struct diags *diags, const struct charset *charset,
                  struct article *article, const struct json **tree);

/**
 * Reads clinic->source (to be set by the caller).
 * @param usual  the labels that the clinic's own replace: of the article's language.
 * @param tree   gets the JSON, or NULL.
 */
void clinic_read(struct arena *arena, struct diags *diags, const struct charset *charset,
                 const struct labels *usual, struct clinic *clinic, const struct json **tree);

/**
 * What only both files and the day can tell: a missing disclaimer, a review that is due.  May be
 * called after errors too: it says nothing about what could not be read.
 * @param clinic  may be NULL. @param today  year 0 for "do not ask".
 */
void read_check_together(struct diags *diags, const struct article *article,
                         const struct clinic *clinic, struct date today);

/** "YYYY-MM-DD" of a day that exists. @return false if it is none. */
bool date_parse(struct str text, struct date *date);

#endif
