/*
 * draft: what a post becomes: the texts of an article and of a clinic, before they are JSON.
 *
 * A text of the article is a row of pieces, each word for word from the post with its line there.
 * What is in no piece is in `left`, with the reason.  So every word of the post is in one of them.
 */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "import/post.h"
#include "import/words.h"

/** Why a part of the post is not in the draft, in the order of reason.def. */
enum reason {
#define REASON(id, words) REASON_##id,
#include "import/reason.def"
#undef REASON
    REASON_COUNT
};

struct piece {
    struct str text;
    uint32_t line; /**< of the post */
    bool unsure;   /**< put there by what it says, with no heading to go by */
};

struct pieces {
    ARRAY(struct piece);
};

struct draft_point {
    struct str title; /**< may be empty */
    uint32_t line;    /**< of the post: of the title */
    struct pieces texts;
};

struct draft_points {
    ARRAY(struct draft_point);
};

struct left_piece {
    enum reason reason;
    struct str text;
    uint32_t line;
};

struct draft_contact {
    struct str name;
    struct piece about, hours, phone, fax, email, website, copyright;
    struct pieces address;
};

struct draft {
    struct arena *arena;
    struct str id, language, title, url, updated;
    uint32_t title_line; /**< of the post; 0: it does not stand in its text */
    struct pieces summary;
    struct draft_points benefits, cautions;
    struct str amount;
    const struct piece *amount_of; /**< it was found there, or may be; NULL: no text has one */
    struct pieces how, steps;
    struct pieces stop_and_call, unknowns, references, disclaimer;
    struct draft_contact contact;
    struct { ARRAY(struct left_piece); } left;
};

void draft_add(struct draft *draft, struct pieces *to, struct str text, uint32_t line, bool unsure);
void draft_leave(struct draft *draft, enum reason reason, struct str text, uint32_t line);

/** Adds a point; its title may be empty. @return it, valid until the next one is added */
struct draft_point *draft_add_point(struct draft *draft, struct draft_points *to, struct str title,
                                    uint32_t line);

/** Makes a draft of a post: each block goes where its heading and its words say. */
void sort_post(const struct post *post, const struct words *words, struct draft *draft);

#endif
