/*
 * See html_walk.h.  What is bold is known by a counter, since elements may be nested; what is bold
 * at the start of a block is its lead-in, and a block that is all bold may be a heading.
 */
#include "import/html_walk.h"

#include "base/ascii.h"
#include "import/tidy.h"

#include <stdlib.h>

/* ---- Blocks ---- */

enum area walk_area(const struct walk *w)
{
    return w->gone      ? w->gone_area
           : w->outside ? w->area
           : w->in_post ? AREA_BODY
                        : AREA_FRAME;
}

static void start_block(struct walk *w, enum block_kind kind, int level)
{
    w->text.len = 0;
    w->block = (struct block){.kind = kind, .level = level};
    w->all_bold = true;
}

/* Bold text that stands alone serves as a heading where an editor has no headings. */
enum { BOLD_HEADING_WORDS = 12 };

static void judge_bold(struct walk *w, struct block *block)
{
    char last = block->text.ptr[block->text.len - 1];
    if (!w->all_bold) {
        struct str lead = str_part(block->text, 0, block->lead);
        block->lead = str_trim(lead).len;
    } else if (block->kind == BLOCK_PARAGRAPH && block->area == AREA_BODY && last != '.'
               && str_words(block->text) <= BOLD_HEADING_WORDS) {
        block->kind = BLOCK_HEADING;
        block->level = BOLD_HEADING;
    }
    if (w->all_bold)
        block->lead = 0;
}

/* "1. Take it": a list that an editor wrote as paragraphs. */
static void take_mark(struct block *block)
{
    struct str mark = tidy_mark(block->text);
    if (!mark.len || mark.len >= block->text.len || block->kind == BLOCK_HEADING
        || block->kind == BLOCK_BESIDE)
        return;
    block->own_kind = block->kind;
    if (block->kind == BLOCK_PARAGRAPH)
        block->kind = ascii_is_digit(mark.ptr[0]) ? BLOCK_NUMBERED : BLOCK_ITEM;
    block->mark = mark;
    block->text = str_part(block->text, mark.len, block->text.len);
    block->lead = block->lead > mark.len ? block->lead - mark.len : 0;
}

static bool joins_block_before(const struct walk *w, const struct block *block)
{
    const struct block *last = w->post->blocks.count
                                   ? &w->post->blocks.at[w->post->blocks.count - 1] : NULL;
    return w->soft && last && last->area == AREA_BODY && last->kind != BLOCK_HEADING
           && block->kind != BLOCK_HEADING
           && !block->mark.len && block->area == AREA_BODY && !tidy_ends_sentence(last->text);
}

/* Ends the block that is open. @return false if there was nothing in it */
static bool end_block(struct walk *w)
{
    struct block block = w->block;
    struct arena *arena = w->post->arena;
    block.text = tidy_line(arena, (struct str){w->text.ptr, w->text.len});
    if (!block.text.len)
        return false;
    block.lead = tidy_line(arena, (struct str){w->text.ptr, w->block.lead}).len;
    block.area = w->block.kind == BLOCK_BESIDE && !w->gone ? AREA_PICTURE : walk_area(w);
    w->begun = w->begun || (block.area == AREA_BODY && tidy_ends_sentence(block.text));
    block.joined = w->soft;
    judge_bold(w, &block);
    take_mark(&block);
    if (joins_block_before(w, &block))
        post_join_line(w->post, block.text);
    else
        post_add_block(w->post, block);
    return true;
}

void walk_next_block(struct walk *w, enum block_kind kind, int level)
{
    end_block(w);
    w->soft = false;
    start_block(w, kind, level);
}

void walk_break_line(struct walk *w)
{
    enum block_kind kind = w->block.kind == BLOCK_ITEM ? BLOCK_PARAGRAPH : w->block.kind;
    int level = w->block.level;
    w->soft = end_block(w);
    start_block(w, kind, level);
}

/* ---- Text ---- */

static bool is_blank_text(struct str text)
{
    return !str_trim(text).len;
}

struct str walk_text_within(const struct walk *w, html_node top)
{
    struct builder b = {.arena = w->post->arena};
    for (html_node node = html_first(top); node; node = html_walk(node, top, false))
        builder_add(&b, html_text(node));
    return b.len ? builder_str(&b) : STR("");
}

struct str walk_short_text(const struct walk *w, html_node top, bool *whole)
{
    *whole = true;
    struct builder b = {.arena = w->post->arena};
    int nodes = 0;
    for (html_node node = html_first(top); node; node = html_walk(node, top, false)) {
        builder_add(&b, html_text(node));
        *whole = ++nodes <= SHORT_NODES && b.len <= SHORT_BYTES;
        if (!*whole)
            break;
    }
    return b.len ? builder_str(&b) : STR("");
}

void walk_note_line(struct walk *w, html_node node)
{
    const char *attribute = w->post->line_attribute;
    struct str said = attribute ? html_attribute(node, attribute) : STR("");
    if (said.len)
        w->line = (uint32_t)strtoul(said.ptr, NULL, 10); /* up to its colon */
}

/* Of the post.  HTML in the midst of Markdown has the line of what stands before it. */
static uint32_t line_of(const struct walk *w, html_node node)
{
    return w->post->line_attribute ? w->line : html_line(node);
}

void walk_add_text(struct walk *w, html_node node, struct str text)
{
    if (!is_blank_text(text)) {
        if (!w->block.line)
            w->block.line = line_of(w, html_parent(node) ? html_parent(node) : node);
        if (!w->bold && w->all_bold) {
            w->all_bold = false;
            w->block.lead = w->text.len;
        }
    }
    builder_add(&w->text, text);
}

void walk_add_lines(struct walk *w, html_node node, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        struct str line = str_before(str_part(text, at, text.len), '\n');
        walk_add_text(w, node, line);
        at += line.len + 1;
        if (at <= text.len)
            walk_break_line(w);
    }
}

void walk_add_beside(struct walk *w, html_node node, enum area area, struct str text)
{
    text = tidy_line(w->post->arena, text);
    if (text.len)
        post_add_block(w->post, (struct block){.kind = BLOCK_BESIDE, .area = area, .text = text,
                                               .line = line_of(w, node)});
}
