/*
 * See struck.h.  One pass finds the cuts, in their order, another makes the blocks anew.  A "~~"
 * opens if it stands before a word and closes if it stands behind one; the last one that opens
 * counts, as in Markdown.  It may close in a later line of the same paragraph.
 */
#include "import/struck.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "import/tidy.h"

struct cut {
    size_t block, from, to;
};

struct cuts {
    ARRAY(struct cut);
};

/* ---- Between two marks ---- */

static const struct str MARK = {"~~", 2};

static bool is_mark(struct str text, size_t at)
{
    return str_starts(str_part(text, at, text.len), MARK) && char_at(text, at + 2) != '~'
           && (!at || text.ptr[at - 1] != '~');
}

static bool touches(struct str text, size_t at)
{
    return at < text.len && !ascii_is_space(text.ptr[at]);
}

/* From the mark that is open to the end of this one, over all blocks between. */
static void add_cuts(const struct post *post, struct cuts *cuts, struct cut open, size_t block,
                     size_t end)
{
    for (size_t i = open.block; i <= block; i++) {
        size_t to = i == block ? end : post->blocks.at[i].text.len;
        *ARRAY_PUSH(post->arena, cuts) = (struct cut){i, i == open.block ? open.from : 0, to};
    }
}

static void find_between_marks(const struct post *post, struct cuts *cuts)
{
    struct cut open = {0};
    bool is_open = false;
    for (size_t i = 0; i < post->blocks.count; i++) {
        const struct block *block = &post->blocks.at[i];
        struct str text = block->text;
        is_open = is_open && block->joined;
        for (size_t at = 0; at < text.len; at++) {
            if (text.ptr[at] != '~' || !is_mark(text, at))
                continue;
            if (is_open && at && touches(text, at - 1)) {
                add_cuts(post, cuts, open, i, at + MARK.len);
                is_open = false;
            } else if (touches(text, at + MARK.len)) {
                open = (struct cut){.block = i, .from = at};
                is_open = true;
            }
            at++;
        }
    }
}

/* ---- With a stroke ---- */

static bool is_stroke(uint32_t c)
{
    return c >= 0x335 && c <= 0x338;
}

/* A sign of equality with a stroke is one of inequality. */
static bool is_struck(uint32_t c, uint32_t next)
{
    return is_stroke(next) && unicode_category(c) != UNICODE_SM;
}

/* Spaces between two characters with a stroke belong to them. */
static void find_strokes(const struct post *post, struct cuts *cuts, size_t block)
{
    struct str text = post->blocks.at[block].text;
    struct cut *last = NULL;
    for (size_t at = 0, next; at < text.len; at = next) {
        size_t end = at;
        uint32_t c = utf8_next(text, &end);
        next = end;
        if (end == text.len || !is_struck(c, utf8_next(text, &end)))
            continue;
        next = end;
        if (last && !str_trim(str_part(text, last->to, at - last->to)).len) {
            last->to = end;
        } else {
            last = ARRAY_PUSH(post->arena, cuts);
            *last = (struct cut){block, at, end};
        }
    }
}

/* ---- Cutting ---- */

static struct str without_marks(struct arena *arena, struct str text)
{
    struct builder b = {.arena = arena};
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (!is_stroke(c) && !(c == '~' && (from < MARK.len || from + MARK.len >= text.len)))
            builder_add(&b, str_part(text, from, at - from));
    }
    return b.len ? tidy_line(arena, builder_str(&b)) : STR("");
}

/* One of the spaces at both sides of a cut goes with it. */
static size_t cut_end(struct str text, const struct cut *cut)
{
    bool before = !cut->from || text.ptr[cut->from - 1] == ' ';
    return cut->to + (before && char_at(text, cut->to) == ' ');
}

/* @return the first of the cuts that is in a block behind this one */
static size_t cut_block(struct post *post, struct block block, size_t number,
                        const struct cuts *cuts, size_t i)
{
    struct builder kept = {.arena = post->arena};
    struct str text = block.text;
    size_t from = 0, lead = block.lead;
    for (; i < cuts->count && cuts->at[i].block == number; i++) {
        const struct cut *cut = &cuts->at[i];
        struct str all = str_part(text, cut->from, cut->to - cut->from);
        struct str struck = without_marks(post->arena, all);
        if (struck.len)
            post_add_block(post, (struct block){.kind = BLOCK_BESIDE, .area = AREA_STRUCK,
                                                .text = struck, .line = block.line});
        builder_add(&kept, str_part(text, from, cut->from - from));
        from = cut_end(text, cut);
        if (cut->from < lead)
            block.lead -= (from < lead ? from : lead) - cut->from;
    }
    builder_add(&kept, str_part(text, from, text.len));
    block.text = kept.len ? str_trim(builder_str(&kept)) : STR("");
    if (block.text.len)
        post_add_block(post, block);
    return i;
}

static void make_cuts(struct post *post, const struct cuts *cuts)
{
    struct post before = *post;
    if (!cuts->count)
        return;
    post->blocks.at = NULL;
    post->blocks.count = post->blocks.room = 0;
    for (size_t b = 0, i = 0; b < before.blocks.count; b++) {
        if (i < cuts->count && cuts->at[i].block == b)
            i = cut_block(post, before.blocks.at[b], b, cuts, i);
        else
            post_add_block(post, before.blocks.at[b]);
    }
}

void post_cut_struck(struct post *post)
{
    struct cuts marks = {0}, strokes = {0};
    find_between_marks(post, &marks);
    make_cuts(post, &marks);
    for (size_t i = 0; i < post->blocks.count; i++)
        find_strokes(post, &strokes, i);
    make_cuts(post, &strokes);
}
