/*
 * What a paragraph of the post becomes (sorter.h).  The heading above decides; within a dosage, and
 * where no heading is known, each sentence may say that it is a caution or an amount.
 */
#include "import/sorter.h"

#include "import/amount.h"
#include "import/tidy.h"

/* ---- What a sentence says ---- */

static bool says_cue(const struct sorter *s, enum cue cue, struct str sentence)
{
    return words_find(s->words, cue, words_normal(s->arena, sentence)) != NULL;
}

/* Why a sentence has no place in an article: it advertises, or speaks of a picture. */
static bool is_aside(const struct sorter *s, struct str sentence, enum reason *reason)
{
    struct str normal = words_normal(s->arena, sentence);
    bool affiliate = words_find(s->words, CUE_SAYS_AFFILIATE, normal);
    *reason = affiliate ? REASON_AFFILIATE : REASON_OF_PICTURE;
    return affiliate || words_find(s->words, CUE_SAYS_PICTURE, normal);
}

static bool all_say(const struct sorter *s, enum cue cue, struct str text)
{
    struct sentences sentences = tidy_sentences(s->arena, s->words->language, text);
    for (size_t i = 0; i < sentences.count; i++)
        if (!says_cue(s, cue, sentences.at[i]))
            return false;
    return sentences.count > 0;
}

/* ---- What is left out of any section ---- */

static void append_sentence(struct builder *b, struct str text)
{
    if (b->len)
        builder_char(b, ' ');
    builder_add(b, text);
}

/* Without advertisements and what speaks of pictures. */
static struct str without_asides(struct sorter *s, const struct block *block, struct str text)
{
    struct builder kept = {.arena = s->arena};
    struct sentences sentences = tidy_sentences(s->arena, s->words->language, text);
    bool any = false;
    for (size_t i = 0; i < sentences.count; i++) {
        enum reason reason;
        bool aside = is_aside(s, sentences.at[i], &reason);
        if (aside)
            draft_leave(s->draft, reason, sentences.at[i], block->line);
        else
            append_sentence(&kept, sentences.at[i]);
        any = any || aside;
    }
    return !any ? text : kept.len ? builder_str(&kept) : STR("");
}

/* ---- Sections ---- */

static bool leads_to_list(const struct sorter *s, struct str text)
{
    size_t next = s->at + 1;
    return str_ends(text, STR(":")) && next < s->post->blocks.count
           && (s->post->blocks.at[next].kind == BLOCK_ITEM
               || s->post->blocks.at[next].kind == BLOCK_NUMBERED);
}

/* A paragraph without a lead-in of its own, under a heading that became one, belongs to it. */
static void add_to_points(struct sorter *s, struct draft_points *points, const struct block *block,
                          struct str text, bool unsure)
{
    struct str rest = text, title = s->lead.len ? s->lead : lead_in(block, text, &rest);
    bool item = block->kind != BLOCK_PARAGRAPH;
    struct draft_point *point = NULL;
    if (!s->lead.len && s->open == points && points->count && !title.len && !item)
        point = &points->at[points->count - 1];
    else
        point = draft_add_point(s->draft, points, title,
                                s->lead.len ? s->lead_line : block->line);
    if (s->lead.len)
        s->open = points;
    else if (title.len || item)
        s->open = NULL;
    s->lead = STR("");
    draft_add(s->draft, &point->texts, rest, block->line, unsure);
}

static void add_caution(struct sorter *s, const struct block *block, struct str sentence)
{
    struct block plain = *block;
    plain.lead = 0;
    struct draft_points *open = s->open;
    struct str lead = s->lead;
    s->lead = STR("");
    s->open = NULL;
    add_to_points(s, &s->draft->cautions, &plain, sentence, true);
    s->open = open;
    s->lead = lead;
}

static void add_benefit(struct sorter *s, const struct block *block, struct str text, bool unsure)
{
    if (leads_to_list(s, text))
        draft_add(s->draft, &s->draft->summary, text, block->line, true);
    else
        add_to_points(s, &s->draft->benefits, block, text, unsure);
}

/* A heading in the dosage that is not known ("For adults") stays before its text. */
static struct str with_lead(struct sorter *s, struct str text)
{
    struct builder b = {.arena = s->arena};
    if (!s->lead.len)
        return text;
    builder_add(&b, s->lead);
    if (!str_ends(s->lead, STR(":")))
        builder_char(&b, ':');
    append_sentence(&b, text);
    s->lead = STR("");
    return builder_str(&b);
}

/* "Do not take more than", "Never take:": what follows must not stand without it. */
static bool is_cut_short(const struct block *block, struct str sentence)
{
    return str_ends(sentence, STR(":"))
           || (block->kind == BLOCK_PARAGRAPH && !tidy_ends_sentence(sentence));
}

static void route_dosage(struct sorter *s, const struct block *block, struct str text)
{
    struct sentences sentences = tidy_sentences(s->arena, s->words->language, text);
    struct builder how = {.arena = s->arena};
    for (size_t i = 0; i < sentences.count; i++) {
        bool caution = says_cue(s, CUE_SAYS_CAUTION, sentences.at[i])
                       && !amount_is_dose(s->arena, s->words, sentences.at[i])
                       && !is_cut_short(block, sentences.at[i]);
        if (caution)
            add_caution(s, block, sentences.at[i]);
        else
            append_sentence(&how, sentences.at[i]);
    }
    if (!how.len)
        return;
    struct str rest = with_lead(s, builder_str(&how));
    bool step = block->kind == BLOCK_NUMBERED;
    draft_add(s->draft, step ? &s->draft->steps : &s->draft->how, rest, block->line, false);
}

static void add_summary(struct sorter *s, const struct block *block, struct str text)
{
    sorter_drop_lead(s);
    if (all_say(s, CUE_SAYS_CAUTION, text))
        add_to_points(s, &s->draft->cautions, block, text, true);
    else
        draft_add(s->draft, &s->draft->summary, text, block->line, false);
}

static void add_to_list(struct sorter *s, struct pieces *list, const struct block *block,
                        struct str text)
{
    sorter_drop_lead(s);
    draft_add(s->draft, list, text, block->line, false);
}

/* ---- Without a heading ---- */

/* "E. Review of ..." begins with an initial, not with the mark of a list. */
static struct str with_initial(const struct sorter *s, const struct block *block, struct str text)
{
    struct builder b = {.arena = s->arena};
    if (!block->mark.len || block->mark.ptr[0] < 'A' || block->mark.ptr[0] > 'Z')
        return text;
    builder_add(&b, block->mark);
    builder_add(&b, text);
    return builder_str(&b);
}

static bool is_reference(struct str text)
{
    return str_contains(text, STR("doi.org/10.")) || str_contains(text, STR("doi: 10."))
           || str_contains(text, STR("doi:10."));
}

/* What is neither a caution nor an amount: a benefit if it says so, else what it is. */
static void add_other(struct sorter *s, const struct block *block, struct str text)
{
    bool begun = s->draft->summary.count > 0;
    bool benefit = says_cue(s, CUE_SAYS_BENEFIT, text) || (block->kind != BLOCK_PARAGRAPH && begun)
                   || (s->lead.len && begun);
    if (benefit && begun) {
        add_benefit(s, block, text, true);
    } else {
        sorter_drop_lead(s);
        draft_add(s->draft, &s->draft->summary, text, block->line, begun);
    }
}

static void add_by_words(struct sorter *s, const struct block *block, struct str text)
{
    struct sentences sentences = tidy_sentences(s->arena, s->words->language, text);
    struct builder other = {.arena = s->arena};
    if (is_reference(text)) {
        draft_add(s->draft, &s->draft->references, text, block->line, true);
        return;
    }
    if (says_cue(s, CUE_SAYS_DISCLAIMER, text)) {
        draft_add(s->draft, &s->draft->disclaimer, text, block->line, true);
        return;
    }
    for (size_t i = 0; i < sentences.count; i++) {
        struct str normal = words_normal(s->arena, sentences.at[i]);
        bool dose = amount_is_dose(s->arena, s->words, sentences.at[i])
                    || (s->draft->how.count && words_find(s->words, CUE_SAYS_DOSAGE, normal));
        if (dose)
            draft_add(s->draft, &s->draft->how, sentences.at[i], block->line, true);
        else if (words_find(s->words, CUE_SAYS_CAUTION, normal))
            add_caution(s, block, sentences.at[i]);
        else
            append_sentence(&other, sentences.at[i]);
    }
    if (other.len)
        add_other(s, block, builder_str(&other));
}

/* ---- All of them ---- */

static void add_to_section(struct sorter *s, const struct block *block, struct str text,
                           enum cue section)
{
    struct draft *draft = s->draft;
    switch (section) {
    case CUE_HEADING_BENEFITS: add_benefit(s, block, text, false); break;
    case CUE_HEADING_CAUTIONS: add_to_points(s, &draft->cautions, block, text, false); break;
    case CUE_HEADING_DOSAGE: route_dosage(s, block, text); break;
    case CUE_HEADING_SUMMARY: add_summary(s, block, text); break;
    case CUE_HEADING_STOP_AND_CALL: add_to_list(s, &draft->stop_and_call, block, text); break;
    case CUE_HEADING_UNKNOWNS: add_to_list(s, &draft->unknowns, block, text); break;
    default: add_by_words(s, block, text); break;
    }
}

void route_block(struct sorter *s, const struct block *block, enum cue section)
{
    struct draft *draft = s->draft;
    bool reference = section == CUE_HEADING_REFERENCES;
    struct str text = reference && !says_cue(s, CUE_SAYS_AFFILIATE, block->text)
                          ? block->text : without_asides(s, block, block->text);
    if (!text.len)
        return;
    if (reference)
        add_to_list(s, &draft->references, block, with_initial(s, block, text));
    else if (section == CUE_HEADING_DISCLAIMER)
        add_to_list(s, &draft->disclaimer, block, text);
    else
        add_to_section(s, block, text, section);
}
