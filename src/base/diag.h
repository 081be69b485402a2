/*
 * diag: what there is to tell the user.
 *
 * diag.def and rule.def are the tables of ids, severities, messages and hints; a phase adds entries
 * to a list and goes on, so that one run reports all faults.  Nothing here prints.
 *
 * What rule.def has is a matter of taste and policy, so a clinic may weigh it otherwise; what
 * diag.def has is not.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/source.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/** Those of diag.def, then the rules. */
enum diag_id {
#define DIAG(id, slug, severity, message, hint) DIAG_##id,
#include "base/diag.def"
#undef DIAG
#define RULE(id, slug, severity, message, hint, source) DIAG_##id,
#include "base/rule.def"
#undef RULE
    DIAG_COUNT
};

/** The rules as an index of their own, from 0. */
enum rule {
#define RULE(id, slug, severity, message, hint, source) RULE_##id,
#include "base/rule.def"
#undef RULE
    RULE_COUNT
};

enum { DIAG_RULES = DIAG_COUNT - RULE_COUNT };

/** How a clinic weighs a rule, in the order in which the reader names them. */
enum rule_level { RULE_AS_IS, RULE_OFF, RULE_AS_NOTE, RULE_AS_WARNING, RULE_AS_ERROR };

struct rule_levels {
    enum rule_level of[RULE_COUNT];
};

struct diag {
    enum diag_id id;
    enum severity severity; /**< of the id, unless the clinic or a strict list says otherwise */
    struct place at;
    struct str message;
    struct str hint; /**< may be empty */
    struct diag *next;
};

/** More than this many are counted, not kept: the last one then says how many. */
#define DIAG_MAX 100

/** A list in the order of addition. Start with diags_init(). */
struct diags {
    struct arena *arena;
    bool strict;                      /**< warnings are added as errors */
    const struct rule_levels *levels; /**< NULL: each rule as the table has it */
    struct diag *first, **last;
    size_t count;  /**< in the list */
    size_t errors; /**< all, listed or not */
    size_t faults; /**< errors that diag.def has as errors: nothing can be made of the input */
    size_t unlisted;
};

void diags_init(struct diags *diags, struct arena *arena, bool strict);

/**
 * Adds one. {0} to {9} in the table's message and hint are replaced by args; a hint that uses
 * an empty argument is left out.  A rule that is off adds nothing.
 */
void diag_add_args(struct diags *diags, enum diag_id id, struct place at, const struct str *args,
                   size_t count);

/** diag_add(diags, id, place, args…): at least one struct str. */
#define diag_add(diags, id, at, ...)                                                              \
    diag_add_args((diags), (id), (at), (const struct str[]){__VA_ARGS__},                         \
                  sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
/** The same without arguments. */
#define diag_plain(diags, id, at) diag_add_args((diags), (id), (at), NULL, 0)

/** Weighs the rules anew from here on, and those that are in the list already. */
void diags_weigh(struct diags *diags, const struct rule_levels *levels);

/**
 * Moves all of `from` behind the list, in the order of their places; those of `first` come first.
 * The list may then have up to 2 * DIAG_MAX.
 */
void diags_join(struct diags *diags, struct diags *from, const struct source *first);

/** The stable name, such as "unknown-field". */
struct str diag_slug(enum diag_id id);

/** What the tables say of a rule. */
struct rule_entry {
    struct str slug, message, source;
    enum severity severity;
};

struct rule_entry rule_entry(enum rule rule);

#endif
