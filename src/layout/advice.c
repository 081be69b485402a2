/*
 * See advice.h.  It is found by trying, not by estimating.
 *
 * Each text node has a number of atoms that count while measuring (node.keep).  To cut, the
 * longest sections are lowered to a common level of words, like water in connected vessels, and
 * the highest level that fits is found by bisection; the sections that a patient must not miss
 * are spared as long as possible.  To find the room, the longest text is made longer.
 */
#include "layout/advice.h"

/* Visits the sections: the nodes whose block has a name. */
typedef void visit(struct node *section, void *context);

static void each_section(struct node *node, visit *visit_section, void *context)
{
    if (node->block->name.len)
        visit_section(node, context);
    for (struct node *child = node->first; child; child = child->next)
        each_section(child, visit_section, context);
}

/* The words of a section without its headings, which stay. */
static int section_words(const struct node *node)
{
    int words = node->para && node->block->kind != BLOCK_HEADING ? node->para->words : 0;
    for (const struct node *child = node->first; child; child = child->next)
        words += section_words(child);
    return words;
}

/* ---- Cutting ---- */

enum { LEVEL_LEAST = 10 }; /* a section of fewer words says nothing; none is cut below */

struct level {
    int words;    /* what an ordinary section may keep */
    int spared;   /* what a protected one may keep */
    int cut;      /* gets the sum of what is cut */
    int most_cut; /* from one section */
    struct place most_from;
    struct builder where;
};

/* Keeps words of every `of` in each text, rounded up: no more is cut than is advised. */
static void keep_part(struct node *node, int words, int of)
{
    if (node->para && node->block->kind != BLOCK_HEADING)
        node->keep = (node->para->count * (size_t)words + (size_t)of - 1) / (size_t)of;
    for (struct node *child = node->first; child; child = child->next)
        keep_part(child, words, of);
}

static int allowed(const struct node *section, const struct level *level)
{
    return section->block->protect ? level->spared : level->words;
}

static void shorten_section(struct node *section, void *context)
{
    struct level *level = context;
    int words = section_words(section), most = allowed(section, level);
    if (words)
        keep_part(section, words > most ? most : words, words);
    level->cut += words > most ? words - most : 0;
}

static void name_cut(struct node *section, void *context)
{
    struct level *level = context;
    int cut = section_words(section) - allowed(section, level);
    if (cut > level->most_cut) {
        level->most_cut = cut;
        level->most_from = section->block->at;
    }
    if (cut > 0)
        builder_printf(&level->where, "%s%d from \"%.*s\"", level->where.len ? ", " : "", cut,
                       STR_ARGS(section->block->name));
}

static void restore(struct node *section, void *context)
{
    (void)context;
    keep_part(section, 1, 1);
}

static bool fits_at(struct fitter *fitter, struct level *level)
{
    level->cut = 0;
    each_section(fitter->head, shorten_section, level);
    return fitter_try(fitter, fitter_preferred(fitter), GAP_TIGHT);
}

enum { WORDS_MOST = 4096 }; /* more than any page holds */

/* The highest value of *knob with which it fits, or -1. */
static int highest(struct fitter *fitter, struct level *level, int *knob)
{
    int low = LEVEL_LEAST, high = WORDS_MOST;
    *knob = low;
    if (!fits_at(fitter, level))
        return -1;
    while (low < high) {
        *knob = (low + high + 1) / 2;
        if (fits_at(fitter, level))
            low = *knob;
        else
            high = *knob - 1;
    }
    return *knob = low;
}

struct str advice_cut(struct fitter *fitter, struct place *where)
{
    struct level level = {.spared = WORDS_MOST, .where = {.arena = fitter->arena}};
    bool possible = highest(fitter, &level, &level.words) >= 0 ||
                    highest(fitter, &level, &level.spared) >= 0;
    struct builder b = {.arena = fitter->arena};
    if (possible) {
        fits_at(fitter, &level); /* for the sum */
        each_section(fitter->head, name_cut, &level);
        builder_printf(&b, "cut about %d words: %.*s", level.cut,
                       STR_ARGS(builder_str(&level.where)));
        if (level.most_from.source)
            *where = level.most_from;
    } else {
        builder_add(&b, STR("leave out items, references or parts of the disclaimer: "
                            "shorter texts alone are not enough"));
    }
    each_section(fitter->head, restore, NULL);
    return builder_str(&b);
}

/* ---- Room ---- */

static void find_longest(struct node *section, void *context)
{
    struct node **longest = context;
    if (!*longest || section_words(section) > section_words(*longest))
        *longest = section;
}

/* The text to be made longer: the longest one of the section. */
static struct node *longest_text(struct node *node)
{
    struct node *best = node->para && node->block->kind != BLOCK_HEADING ? node : NULL;
    for (struct node *child = node->first; child; child = child->next) {
        struct node *text = longest_text(child);
        if (text && (!best || text->para->count > best->para->count))
            best = text;
    }
    return best;
}

/* Words that end in an atom: several where they are tied, none in the first part of an address. */
static int words_in(const struct para *para, size_t i)
{
    const struct atom *atom = &para->atoms[i];
    const struct glyphs *glyphs = &para->glyphs;
    size_t from = glyphs->at[atom->first].from;
    size_t to = atom->end < glyphs->count ? glyphs->at[atom->end].from : para->text.len;
    bool ends = atom->space > 0 || i + 1 == para->count;
    return str_words(str_part(para->text, from, to - from)) - (ends ? 0 : 1);
}

/* As many atoms as hold so many words of the text, which starts again at its end. */
static size_t atoms_of(const struct para *para, int words)
{
    size_t atoms = (size_t)(words / para->words) * para->count;
    words %= para->words;
    for (size_t i = 0; i < para->count && words > 0; i++, atoms++)
        words -= words_in(para, i);
    return atoms;
}

static bool fits_with(struct fitter *fitter, struct node *text, int more_words)
{
    text->keep = text->para->count + atoms_of(text->para, more_words);
    return fitter_try(fitter, fitter_preferred(fitter), GAP_TIGHT);
}

int advice_room(struct fitter *fitter)
{
    struct node *section = NULL;
    each_section(fitter->head, find_longest, &section);
    struct node *text = section ? longest_text(section) : NULL;
    if (!text || !text->para->words)
        return 0;
    int low = 0, high = 16;
    while (high < WORDS_MOST && fits_with(fitter, text, high)) {
        low = high; /* doubling first: the room is small on most pages */
        high *= 2;
    }
    while (low < high) {
        int more = (low + high + 1) / 2;
        if (fits_with(fitter, text, more))
            low = more;
        else
            high = more - 1;
    }
    text->keep = text->para->count;
    return low;
}
