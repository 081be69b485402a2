/*
 * phrase: the runs of one block under construction.
 */
#ifndef COMPOSE_PHRASE_H
#define COMPOSE_PHRASE_H

#include "base/array.h"
#include "model/sheet.h"

/** Runs to be; neighbours of one style are one run. Start with {.arena = a}. */
struct phrase {
    struct arena *arena;
    struct str language; /**< of what is added next, where it is not the block's; else absent */
    struct place from; /**< where all that has no place of its own comes from; absent: labels */
    ARRAY(struct run);
};

/** Adds a text as it is, spaces included; an empty one adds nothing. */
void phrase_add(struct phrase *phrase, struct str text);
void phrase_styled(struct phrase *phrase, struct str text, enum run_style style);
void phrase_linked(struct phrase *phrase, struct str text, struct str uri);


/** Adds a text of the two files as it is, with its place. */
void phrase_text(struct phrase *phrase, struct text text, enum run_style style);

/** Adds a web address, with or without "https://", as people write it: without; leading there. */
void phrase_url(struct phrase *phrase, struct text url);

/** The same as it is, as references have it. */
void phrase_address(struct phrase *phrase, struct text url);

/** Adds an e-mail address that opens a letter to it. */
void phrase_email(struct phrase *phrase, struct text address);

/** Adds the separator unless it would be the first thing. */
void phrase_separate(struct phrase *phrase, struct str separator);

/** Adds " · " unless it would be the first thing; the dot falls away where a line ends there. */
void phrase_dot(struct phrase *phrase);

/** Adds a full stop unless the phrase is empty or ends a sentence already. */
void phrase_stop(struct phrase *phrase);

/** Adds a wording with {0}, {1}… replaced by args; the readers see to it that all are named. */
void phrase_fill(struct phrase *phrase, struct str wording, const struct run *args, size_t count);

struct runs phrase_runs(const struct phrase *phrase);

/** A run of a text of the two files, with its place. */
struct run run_of(struct arena *arena, struct text text);

/** A telephone number as such a run, with a link that calls it (RFC 3966). */
struct run run_of_phone(struct arena *arena, struct text number, enum run_style style);

/* ---- Plain text ---- */

/** A web address, with or without "https://", as a link needs it: with; empty stays empty. */
struct str web_uri(struct arena *arena, struct str url);

/** Trimmed, and white space inside made single spaces; no-break spaces stay. */
struct str tidy(struct arena *arena, struct str text);

/** Whether the text ends in one of . ? ! : … (closing quotation marks are looked through). */
bool ends_in_punctuation(struct str text);

#endif
