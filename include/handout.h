/**
 * handout.h - one article, one clinic, one honest page.
 *
 * This is the whole public interface of libhandout.  It reads an article and a clinic's block,
 * both JSON, fits them on one sheet of paper, and writes that sheet as a tagged PDF.
 *
 * HOW IT IS USED
 *
 *     struct handout_env *env = handout_env_open();            // once a program
 *     struct handout_options options;
 *     handout_options_init(&options);
 *     struct handout_job *job = handout_job_new(env, &options); // once a handout
 *
 *     struct handout_input article = {"l-glutamine.json", bytes, length};
 *     struct handout_input clinic = {"clinic.json", more_bytes, more_length};
 *     if (handout_read(job, &article, &clinic) && handout_layout(job))
 *         handout_write(job, my_sink, my_context);
 *     for (size_t i = 0; i < handout_diagnostic_count(job); i++)
 *         show(handout_diagnostic_at(job, i));
 *
 *     handout_job_free(job);
 *     handout_env_close(env);
 *
 * The phases run in this order, and each needs the one before it.  A phase that returns false
 * has said why in the job's diagnostics; the later phases then return false too.
 *
 * A review instead of a PDF: handout_read(), handout_layout() and handout_check(), each whatever
 * the one before it returned, so that all there is to say is said at once; then the diagnostics,
 * and handout_job_review() for what was measured.
 *
 * WHO OWNS WHAT
 *
 * What a function named new or open returns is yours to free or close.  Everything that a job
 * hands out (strings, diagnostics, the report) is borrowed and lives until handout_job_free().
 * The bytes of an input are borrowed too, and must live as long as the job.
 *
 * WHAT IT DOES NOT DO
 *
 * The library opens no file, prints nothing, reads no environment variable and no clock, starts
 * no thread and keeps no global state.  One env may serve many threads, each with its own jobs.
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

/** Closes an env after the last job that uses it. NULL is allowed. */
HANDOUT_API void handout_env_close(struct handout_env *env);

/* ---- Options ---- */

enum handout_paper {
    HANDOUT_PAPER_DEFAULT, /**< what the clinic file says, else Letter */
    HANDOUT_PAPER_LETTER,  /**< 8.5 x 11 in */
    HANDOUT_PAPER_A4,      /**< 210 x 297 mm */
    HANDOUT_PAPER_A5,      /**< 148 x 210 mm */
    HANDOUT_PAPER_LEGAL    /**< 8.5 x 14 in */
};

/** The smallest body text that handout_options.min_body may ask for: 9 pt. */
#define HANDOUT_MIN_BODY_LEAST 9000
/** The size that the fitter starts from, and the most that min_body may ask for: 14 pt. */
#define HANDOUT_MIN_BODY_MOST 14000

struct handout_input;

/** What a caller may choose. Fill it with handout_options_init() first, then change fields. */
struct handout_options {
    enum handout_paper paper;
    bool letterhead;  /**< print the letterhead; false leaves its space blank (default true) */
    bool large_print; /**< all text at 18 pt, on one sheet or its front and back (default false) */
    bool strict;      /**< every warning counts as an error (default false) */
    int32_t min_body; /**< the least body size, thousandths of a point (default 10000) */

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
     * Gets a file that the clinic file names (a logo, a font), by the path that is written there:
     * relative to the clinic file unless it is absolute.  It sets file's bytes and length, which
     * must then live as long as the job, and returns NULL; or returns why it cannot ("No such
     * file or directory").  NULL (the default): no such file can be read.
     */
    const char *(*load)(void *context, const char *path, struct handout_input *file);
    void *load_context;

    /**
     * Called once when there is no memory left; it must not return (exit, or longjmp away and
     * then call handout_job_free()). NULL (the default) is abort().
     */
    void (*out_of_memory)(void *context);
    void *out_of_memory_context;
};

/** Sets every field to its default. */
HANDOUT_API void handout_options_init(struct handout_options *options);

/* ---- A job: one handout ---- */

struct handout_job;

/** One input: a name for messages (borrowed, UTF-8 or not) and the bytes of the file. */
struct handout_input {
    const char *name;
    const char *bytes;
    size_t length;
};

/**
 * Starts one handout. The options are copied; min_body is clamped to its range.
 * @return yours, for handout_job_free(). Without memory the options' hook is called.
 */
HANDOUT_API struct handout_job *handout_job_new(const struct handout_env *env,
                                                const struct handout_options *options);

/** Frees a job and all that it handed out. NULL is allowed. */
HANDOUT_API void handout_job_free(struct handout_job *job);

/**
 * Reads and checks both files; every fault of both is reported, not only the first.
 * @param clinic  NULL prints the handout without letterhead and contact block.
 * @return true if both can be laid out (there may be warnings).
 */
HANDOUT_API bool handout_read(struct handout_job *job, const struct handout_input *article,
                              const struct handout_input *clinic);

/**
 * Composes the sheet and fits it on one page.
 * @return false if it does not fit; a diagnostic then says how many words to cut, and where.
 */
HANDOUT_API bool handout_layout(struct handout_job *job);

/**
 * Takes the next part of the output. Called with ever further parts, never out of order.
 * @return false to stop: the writing function then returns false.
 */
typedef bool handout_sink(void *context, const void *bytes, size_t length);

/**
 * Writes the PDF. The same inputs and options give the same bytes.
 * @return false if the sink did, or if the PDF could not be made (then with a diagnostic).
 */
HANDOUT_API bool handout_write(struct handout_job *job, handout_sink *sink, void *context);

/**
 * Reviews what was read, and the page if one was fitted, as a careful editor and a
 * medication-safety pharmacist would: reading level, plain words, doses, claims, sources, the page.
 * Findings join the diagnostics in the order of the file; each is a rule (see handout_rule_at())
 * that the clinic file may switch off or weigh otherwise.  Prints and changes nothing; a
 * second call finds nothing new.
 * @return false if any diagnostic of the job is an error.
 */
HANDOUT_API bool handout_check(struct handout_job *job);

/* ---- What there is to say about it ---- */

/** The article's id: its "id" field, else one made from the input's name. After reading. */
HANDOUT_API const char *handout_job_id(const struct handout_job *job);

/** What the page took. After layout; all zero if it did not fit. */
struct handout_report {
    const char *paper; /**< its name: "Letter", "A4", … */
    int pages;         /**< 1; in large print 1 or 2 */
    int32_t body;      /**< size of the body text, thousandths of a point */
    int32_t fine;      /**< size of references, disclaimer and contact block */
    int words;         /**< words on the page */
    int room;          /**< about how many more words would fit before the body goes under
                            12 pt (or min_body); 0 if it is there already */
};

HANDOUT_API struct handout_report handout_job_report(const struct handout_job *job);

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
    const char *message;
    const char *hint; /**< what to do about it, or "" */
};

/** How many diagnostics there are so far; they stay in the order of the input. */
HANDOUT_API size_t handout_diagnostic_count(const struct handout_job *job);

/** The diagnostic of that index, borrowed from the job. @param index below the count. */
HANDOUT_API const struct handout_diagnostic *handout_diagnostic_at(struct handout_job *job,
                                                                   size_t index);

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

struct handout_review {
    const char *formula; /**< "Flesch-Kincaid" (a US grade), "INFLESZ" (Spanish, points of
                              ease), or "" where there is none for the language */
    const struct handout_reading *readings; /**< the whole body first, then its parts */
    size_t reading_count;
    const struct handout_hard *sentences, *words; /**< the hardest ten of each */
    size_t sentence_count, word_count;
    const struct handout_item *items;
    size_t item_count;
};

/** After handout_check(); borrowed. NULL if it had nothing to review. */
HANDOUT_API const struct handout_review *handout_job_review(struct handout_job *job);

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
    HANDOUT_DUMP_JSON,    /**< the article's values with their places; after reading */
    HANDOUT_DUMP_ARTICLE, /**< what the article and the clinic mean; after reading */
    HANDOUT_DUMP_SHEET,   /**< blocks with final wording; after layout, even if it did not fit */
    HANDOUT_DUMP_PAGE,    /**< positioned marks; after layout */
    HANDOUT_DUMP_TAGS     /**< the tag tree with its text, in reading order; after layout */
};

/** Writes one phase's result as text. @return false if it is not there or the sink stopped. */
HANDOUT_API bool handout_dump(struct handout_job *job, enum handout_dump what,
                              handout_sink *sink, void *context);

#ifdef __cplusplus
}
#endif

#endif
