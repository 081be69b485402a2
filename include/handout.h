/**
 * handout.h - one article, one clinic, honest pages.
 *
 * What most programs need of libhandout; headers beside it have the rest.  It reads an article and
 * a clinic's block, both JSON, fits them on paper, reviews them, and writes a tagged PDF.
 *
 * HOW IT IS USED
 *
 *     struct handout_env *env = handout_env_open();             // once a program
 *
 *     struct handout_input article = {"l-glutamine.json", bytes, length};
 *     struct handout_input clinic = {"clinic.json", more_bytes, more_length};
 *     struct handout_document *document = handout_read(env, &article, &clinic, NULL);
 *     show(handout_document_diagnostics(document));
 *
 *     struct handout_layout_options options;                    // once for each kind of page
 *     handout_layout_options_init(&options);
 *     options.paper = HANDOUT_PAPER_A4;
 *     struct handout_pages *pages = handout_layout(document, &options);
 *     show(handout_pages_diagnostics(pages));
 *     handout_write(pages, HANDOUT_PDF, my_sink, my_context);   // false if there is no page
 *
 *     handout_pages_free(pages);
 *     handout_document_free(document);
 *     handout_env_close(env);
 *
 *     void show(struct handout_diagnostics found)
 *     {
 *         for (size_t i = 0; i < found.count; i++)
 *             puts(found.at[i].message);
 *     }
 *
 * Each value is made of the one before it: of the environment a document (what the two files
 * say), of a document pages (one way to lay it out), of both a review.  Each has diagnostics of
 * its own, so nothing is said twice however often a document is laid out.  A document with faults
 * gives pages without a page, which say nothing more and are not written.
 *
 * A review instead of a PDF: handout_read(), handout_layout() and handout_check(), each whatever
 * the one before it found, so that all there is to say is said at once.
 *
 * WHO OWNS WHAT
 *
 * What handout_env_open(), handout_read(), handout_layout() and handout_check() return is yours;
 * each has a function that frees it.  What else is handed out (strings, diagnostics, boxes)
 * belongs to the value that it was asked of and lives as long.  A document must outlive its pages
 * and reviews, an env its documents.  The bytes of an input are borrowed: they must outlive the
 * document, and so must what its loader gave.
 *
 * WITHOUT MEMORY
 *
 * A function that makes a value returns NULL, after calling read options' out_of_memory if there
 * is one.  Every function takes NULL for what could not be made, and then gives NULL, false, or
 * nothing; so a caller may look at the end only.
 *
 * WHAT IT DOES NOT DO
 *
 * The library opens no file, prints nothing, reads no environment variable and no clock, starts
 * no thread and keeps no global state.  An env and a document never change, so many threads may
 * share them; pages and reviews are for one thread at a time.
 *
 * UNITS
 *
 * Lengths are thousandths of a point (1 pt = 1/72 in = 0.353 mm): 12500 is 12.5 pt.
 */
#ifndef HANDOUT_H
#define HANDOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined __GNUC__
#define HANDOUT_API __attribute__((visibility("default")))
#else
#define HANDOUT_API
#endif

#define HANDOUT_VERSION "0.1.0"

/** An input longer than this many bytes is refused, so a caller need not read further. */
#define HANDOUT_INPUT_MAX (1u << 20)

/** The version of the library, as HANDOUT_VERSION was when it was built. Static. */
HANDOUT_API const char *handout_version(void);

/* ---- The environment: fonts, shared ---- */

struct handout_env;

/**
 * Opens the fonts that are compiled into the library.
 * Immutable from here on and safe to share between threads.
 * @return yours, for handout_env_close(); NULL if there is no memory.
 */
HANDOUT_API struct handout_env *handout_env_open(void);

/** Closes an env after the last document that uses it. NULL is allowed. */
HANDOUT_API void handout_env_close(struct handout_env *env);

/* ---- Diagnostics: what there is to say ---- */

enum handout_severity { HANDOUT_NOTE, HANDOUT_WARNING, HANDOUT_ERROR };

/** One thing to tell the user. Strings end in NUL, are UTF-8 (but `file` as it was given) and never
 * NULL. */
struct handout_diagnostic {
    const char *id; /**< stable name, such as "unknown-field"; the manual page explains each */
    enum handout_severity severity;
    const char *file;        /**< the input's name; "" if it is about no file */
    uint32_t line, column;   /**< from 1, the column in characters; 0 if about no place */
    uint32_t width;          /**< characters of that line, at least 1; a shortened
                                  source_line may end before them */
    const char *source_line; /**< the line's text, shortened where very long; "" without one */
    uint32_t caret;          /**< where the place starts in source_line, in characters, from 0 */
    const char *pointer;     /**< the field as a JSON Pointer (RFC 6901), "/benefits/2/text"; "" if
                                  it is about the whole file, or about no place */
    const char *message;
    const char *hint; /**< what to do about it, or "" */
};

/** A list of them, in the order of the input. */
struct handout_diagnostics {
    const struct handout_diagnostic *at;
    size_t count;
    size_t errors; /**< of that severity, those that a long list left out too */
};

/* ---- A document: what the two files say ---- */

struct handout_document;

/** One input: a name for messages (borrowed, UTF-8 or not) and the bytes of the file. */
struct handout_input {
    const char *name;
    const char *bytes;
    size_t length;
};

/** How to read. Fill it with handout_read_options_init() first, then change fields. */
struct handout_read_options {
    bool strict; /**< every warning counts as an error, on its pages too (default false) */

    /**
     * Today, "YYYY-MM-DD", to compare a review date with; NULL: nothing is compared.
     * It never reaches the page, so it never changes the bytes that are written.
     */
    const char *today;

    /**
     * Seconds since 1970-01-01 UTC to date the file with when the article has no date of its
     * own (see SOURCE_DATE_EPOCH, reproducible-builds.org); negative (the default): no date.
     */
    int64_t source_date_epoch;

    /**
     * Gets a file that an input names (picture, logo, font), by the path that is written there.
     * `file` comes with that input's name, which the path is relative to unless it is absolute.  It
     * sets file's bytes and length, which must live as long as the document, and returns NULL; or
     * returns why it cannot ("No such file or directory").  NULL (the default): none can be read.
     */
    const char *(*load)(void *context, const char *path, struct handout_input *file);
    void *load_context;

    /**
     * Called when there is no memory left for the document, its pages or a review.  It may end
     * the program, or return: the call that ran out then gives NULL or false, and what it would
     * have made is freed.  It must not jump away.  NULL (the default): it is as if it returned.
     */
    void (*out_of_memory)(void *context);
    void *out_of_memory_context;
};

HANDOUT_API void handout_read_options_init(struct handout_read_options *options);

/**
 * Reads and checks both files; every fault of both is reported, not only the first.
 * @param clinic   NULL makes a document without letterhead and contact block.
 * @param options  copied; NULL: the defaults.
 * @return yours, for handout_document_free(), whatever the files hold.
 */
HANDOUT_API struct handout_document *handout_read(const struct handout_env *env,
                                                  const struct handout_input *article,
                                                  const struct handout_input *clinic,
                                                  const struct handout_read_options *options);

/** Frees a document after all that was made of it. NULL is allowed. */
HANDOUT_API void handout_document_free(struct handout_document *document);

/** The faults of the two files; with an error nothing is printed. */
HANDOUT_API struct handout_diagnostics
handout_document_diagnostics(const struct handout_document *document);

/** The article's id: its "id" field, else one made from the input's name. */
HANDOUT_API const char *handout_document_id(const struct handout_document *document);

/* ---- Pages: a document laid out ---- */

struct handout_pages;

enum handout_paper {
    HANDOUT_PAPER_DEFAULT, /**< what the clinic file says, else Letter */
    HANDOUT_PAPER_LETTER,  /**< 8.5 x 11 in */
    HANDOUT_PAPER_A4,      /**< 210 x 297 mm */
    HANDOUT_PAPER_A5,      /**< 148 x 210 mm */
    HANDOUT_PAPER_LEGAL    /**< 8.5 x 14 in */
};

#define HANDOUT_MIN_BODY_LEAST 9000 /**< the smallest body text that min_body may ask for */
#define HANDOUT_MIN_BODY_MOST 14000 /**< the largest that it may: the fitter starts from it */

/** How to lay out. Fill it with handout_layout_options_init() first, then change fields.  Sizes are
 * of Latin letters: an article in the Arabic script, whose are lower, is set 15 % larger. */
struct handout_layout_options {
    enum handout_paper paper;
    bool letterhead;  /**< print the letterhead; false leaves its space blank (default true) */
    bool large_print; /**< all text at 18 pt, on as many pages as it takes (default false) */
    bool fillable;    /**< lines and boxes are form fields (default: as the clinic file says) */
    int32_t min_body; /**< least body size, 1/1000 pt (default 10000); clamped as said above */
};

HANDOUT_API void handout_layout_options_init(struct handout_layout_options *options);

/**
 * Fits a document on paper, any number of times with the same or other options.
 * @param options  copied; NULL: the defaults.
 * @return yours, for handout_pages_free(); without a page if it does not fit (a diagnostic says
 *         how many words to cut, and where) or if the document has faults.
 */
HANDOUT_API struct handout_pages *handout_layout(const struct handout_document *document,
                                                 const struct handout_layout_options *options);

/** Frees pages and all that they handed out. NULL is allowed. */
HANDOUT_API void handout_pages_free(struct handout_pages *pages);

/** What there is to say about fitting it, and about a PDF that could not be made. */
HANDOUT_API struct handout_diagnostics
handout_pages_diagnostics(const struct handout_pages *pages);

/** What the pages took; all zero and "" if there is none. */
struct handout_report {
    const char *paper; /**< its name: "Letter", "A4", … */
    int pages;         /**< 1; in large print as many as it takes */
    int32_t body;      /**< size of the body text, thousandths of a point */
    int32_t fine;      /**< likewise, of references, disclaimer and contact block */
    int words;         /**< on all pages, headings and contact block too; no running line */
    bool brief_contact; /**< for want of room the contact block is name, phone and e-mail */
    int room;          /**< about how many words the longest text could have more, before the body
                            goes under 12 pt (or min_body), or large print takes one more page */
};

HANDOUT_API struct handout_report handout_pages_report(const struct handout_pages *pages);

enum handout_box_kind {
    HANDOUT_BOX_TEXT,      /**< a piece of a line, of one look and one field */
    HANDOUT_BOX_FIGURE,    /**< a picture, the logo, the QR code */
    HANDOUT_BOX_DECORATION /**< a rule, a frame: no field's */
};

/** A mark on a page and where it comes from. x and y are of its top left corner. */
struct handout_box {
    enum handout_box_kind kind;
    int page; /**< from 1 */
    int32_t x, y, width, height;
    const char *text;    /**< what it says, without spaces at its ends; "" but of TEXT */
    const char *file;    /**< the input's name; "" if it is wording of ours, or a decoration */
    const char *pointer; /**< the field in that file, as in a diagnostic; "" without one */
};

struct handout_boxes {
    const struct handout_box *at;
    size_t count;
};

/** All marks, page by page in the order in which they are drawn; none without a page. */
HANDOUT_API struct handout_boxes handout_pages_boxes(struct handout_pages *pages);

/* ---- Writing ---- */

/**
 * Takes the next part of the output. Called with ever further parts, never out of order.
 * @return false to stop: the writing function then returns false.
 */
typedef bool handout_sink(void *context, const void *bytes, size_t length);

enum handout_format {
    HANDOUT_PDF,            /**< PDF 1.7, tagged (PDF/UA-1), for archives (PDF/A-2a) */
    HANDOUT_PDF_WITH_SOURCE /**< with its files inside (PDF/A-3a): see handout_source.h */
};

/**
 * Writes the pages, any number of times. The same inputs and options give the same bytes.
 * @return false if there is no page or an error among the diagnostics of document and pages, if
 *         the sink stopped, or if the file could not be made (then with a new diagnostic).
 */
HANDOUT_API bool handout_write(struct handout_pages *pages, enum handout_format format,
                               handout_sink *sink, void *context);

/* ---- What a review found out ---- */

/** How hard a part of the text is to read. Scores are thousandths: 7100 is 7.1. */
struct handout_reading {
    const char *part;      /**< the article's field, "benefits"; "" for the whole body */
    int words, sentences;  /**< without title, references, disclaimer and contact block */
    int32_t score;         /**< by the review's formula; give or take 1.5 grades */
    int32_t smog;          /**< SMOG grade, English only: not the same scale; else 0 */
    int32_t smog_plain;    /**< the same without the words of the topic */
    int32_t sentence_mean; /**< words a sentence */
};

/** A sentence or word that is hard to read, and where it stands in the article. */
struct handout_hard {
    uint32_t line, column; /**< as in a diagnostic */
    const char *text;
    int32_t score; /**< of a sentence as in handout_reading, but one of under ten words is filled
                        up with usual ones; of a word its syllables * 1000 */
};

enum handout_verdict {
    HANDOUT_MET,
    HANDOUT_NOT_MET,
    HANDOUT_TO_JUDGE,      /**< only a person can tell */
    HANDOUT_NOT_APPLICABLE /**< the handout has nothing that the item is about */
};

/** One item of a scorecard, as far as a program can tell. They make no total. */
struct handout_item {
    const char *card;     /**< "CDC Clear Communication Index" or "PEMAT-P" */
    int number;           /**< as the card counts its items */
    const char *question; /**< in the card's words */
    enum handout_verdict verdict;
    const char *because; /**< what the verdict rests on; or "" */
};

/** A word of the clinic file's "words", its severity there, and how often the article says it. */
struct handout_own_word { const char *term, *say, *severity; int count; };

struct handout_review {
    struct handout_diagnostics findings; /**< each is a rule: see handout_rule_at() */
    const char *formula; /**< "Flesch-Kincaid" (US grade), "INFLESZ" (points of ease) or "" */
    const struct handout_reading *readings; /**< the whole body first, then its parts */
    const struct handout_hard *sentences, *words; /**< the hardest ten of each */
    const struct handout_item *items;
    const struct handout_own_word *own_words; /**< in the order of the clinic file */
    size_t reading_count, sentence_count, word_count, item_count, own_word_count;
};

/**
 * Reviews what was read, and the pages made of it, as a careful editor and a medication-safety
 * pharmacist would: reading level, plain words, doses, claims, sources, the page.
 * @param pages  NULL, or without a page: their part of the review is left out.
 * @return yours, for handout_review_free(); NULL if the document has faults, so that there is
 *         nothing to review.
 */
HANDOUT_API struct handout_review *handout_check(const struct handout_document *document,
                                                 const struct handout_pages *pages);

/** Frees a review. NULL is allowed. */
HANDOUT_API void handout_review_free(struct handout_review *review);

/** A rule of the review. Strings are static. */
struct handout_rule {
    const char *id; /**< as in diagnostics and in "rules" of the clinic file */
    enum handout_severity severity; /**< unless the clinic file or options.strict weighs it anew */
    const char *message; /**< with {0}… for what is filled in */
    const char *source;  /**< the guide, and the item in it, that asks for it */
};

HANDOUT_API size_t handout_rule_count(void);
/** @param index  below the count */
HANDOUT_API struct handout_rule handout_rule_at(size_t index);

/* ---- Looking inside ---- */

/** What each phase made, to look at and to compare; the format may change. */
enum handout_dump {
    HANDOUT_DUMP_JSON,    /**< of a document: the article's values with their places */
    HANDOUT_DUMP_ARTICLE, /**< of a document: what the article and the clinic mean */
    HANDOUT_DUMP_SHEET,   /**< of pages: blocks with final wording, even if it did not fit */
    HANDOUT_DUMP_PAGE,    /**< of pages: positioned marks */
    HANDOUT_DUMP_TAGS     /**< of pages: the tag tree with its text, in reading order */
};

/**
 * Writes one phase's result as text.
 * @param pages  may be NULL for what is of a document.
 * @return false if it is not there or the sink stopped.
 */
HANDOUT_API bool handout_dump(const struct handout_document *document,
                              const struct handout_pages *pages, enum handout_dump what,
                              handout_sink *sink, void *context);

#ifdef __cplusplus
}
#endif

#endif
