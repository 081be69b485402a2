/*
 * See import.h.
 */
#include "import/import.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "import/amount.h"
#include "import/decode.h"
#include "import/front_matter.h"
#include "import/marks.h"
#include "import/struck.h"
#include "import/tidy.h"
#include "import/write.h"
#include "read/text_check.h"
#include "read/values.h"

#include <string.h>

/* ---- What it is written in ---- */

static bool ends_in(struct str name, const char *ending)
{
    size_t len = strlen(ending);
    if (name.len < len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(name.ptr[name.len - len + i]) != ending[i])
            return false;
    return true;
}

/* By its name, else by its first characters. */
static enum markup guess(const struct source *source, struct str text)
{
    struct str start = str_trim(str_part(text, 0, 4096));
    if (ends_in(source->name, ".html") || ends_in(source->name, ".htm"))
        return MARKUP_HTML;
    if (ends_in(source->name, ".md") || ends_in(source->name, ".markdown"))
        return MARKUP_MARKDOWN;
    if (str_starts(start, STR("<")) && str_contains(start, STR(">")))
        return MARKUP_HTML;
    if (ends_in(source->name, ".txt"))
        return MARKUP_TEXT;
    bool markdown = str_starts(start, STR("# ")) || str_contains(start, STR("\n## "))
                    || text.ptr != source->text.ptr; /* front matter was taken */
    return markdown ? MARKUP_MARKDOWN : MARKUP_TEXT;
}

static bool read_post(struct post *post, enum markup markup)
{
    struct str text = front_matter_take(post, post->source.text);
    switch (markup == MARKUP_GUESS ? guess(&post->source, text) : markup) {
    case MARKUP_HTML: return html_read(post, text);
    case MARKUP_MARKDOWN: return markdown_read(post, text);
    default: plain_read(post, text); return true;
    }
}

/* ---- What can be printed ---- */

static bool is_printable(const struct charset *charset, uint32_t c)
{
    enum character_kind kind = character_kind(c);
    return kind == CHARACTER_SPACE || tidy_is_override(c)
           || (kind == CHARACTER_VISIBLE && (c < 0x80 || charset->has(charset->context, c)));
}

/* "5⟶15 mg": without what touches a figure there would be another number.  It stays, and the
 * handout asks for a word. */
static bool touches_figure(struct str text, size_t from, size_t at)
{
    size_t back = from ? utf8_start(text, from - 1) : 0;
    struct str behind = str_trim(str_part(text, at, text.len));
    size_t next = 0, sign = from;
    bool reaches = char_at(text, at) != ' '
                   || unicode_category(utf8_next(text, &sign)) == UNICODE_SM; /* "≦ 5 mg" */
    return (from && tidy_is_figure(utf8_next(text, &back)))
           || (behind.len && reaches && tidy_is_figure(utf8_next(behind, &next)));
}

static void keep_printable(struct draft *draft, const struct charset *charset, struct block *block)
{
    struct builder kept = {.arena = draft->arena}, lost = {.arena = draft->arena};
    for (size_t at = 0; at < block->text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(block->text, &at);
        struct str character = str_part(block->text, from, at - from);
        bool keep = is_printable(charset, c)
                    || (block->area == AREA_BODY && touches_figure(block->text, from, at));
        builder_add(keep ? &kept : &lost, character);
        if (!keep && from < block->lead)
            block->lead -= at - from;
    }
    if (!lost.len)
        return;
    draft_leave(draft, REASON_CHARACTER, builder_str(&lost), block->line);
    size_t before = kept.len;
    block->text = kept.len ? tidy_line(draft->arena, builder_str(&kept)) : STR("");
    if (block->text.len != before)
        block->lead = 0;
}

static void keep_printable_blocks(struct post *post, struct draft *draft,
                                  const struct charset *charset)
{
    size_t kept = 0;
    for (size_t i = 0; i < post->blocks.count; i++) {
        struct block *block = &post->blocks.at[i];
        if (block->area == AREA_BODY || block->area == AREA_FRAME || block->area == AREA_META)
            keep_printable(draft, charset, block);
        if (block->text.len)
            post->blocks.at[kept++] = *block;
    }
    post->blocks.count = kept;
}

/* ---- Several posts in one ---- */

enum { SEVERAL = 3 };

/* A post on three remedies has three headings of one level, each with a dose under it. */
static bool is_several(const struct post *post, const struct words *words)
{
    int doses[8] = {0};
    for (int level = 1; level <= 7; level++) {
        bool open = false;
        for (size_t i = 0; i < post->blocks.count; i++) {
            const struct block *block = &post->blocks.at[i];
            bool heading = block->kind == BLOCK_HEADING;
            if (heading && block->level == level)
                open = words_heading(words, words_normal(post->arena, block->text)) == CUE_COUNT;
            else if (heading && block->level < level)
                open = false;
            else if (open && !heading && block->area == AREA_BODY
                     && amount_is_dose(post->arena, words, block->text)) {
                doses[level]++;
                open = false;
            }
        }
        if (doses[level] >= SEVERAL)
            return true;
    }
    return false;
}

/* ---- All of it ---- */

static struct str all_text(const struct post *post)
{
    struct builder b = {.arena = post->arena};
    for (size_t i = 0; i < post->blocks.count; i++) {
        if (post->blocks.at[i].area == AREA_BODY) {
            builder_add(&b, post->blocks.at[i].text);
            builder_char(&b, ' ');
        }
    }
    return b.len ? builder_str(&b) : STR("");
}

/* The draft's file is <id>.json: clinic.json is another. */
static struct str choose_id(const struct draft *draft, const struct source *source)
{
    struct str title = str_before(draft->title, ':');
    struct str id = id_of_words(draft->arena, title);
    if (!id.len)
        id = id_of_file(draft->arena, source->name);
    return str_is(id, "clinic") ? STR("clinic-handout") : id;
}

static bool is_short(struct post *post)
{
    post_cut_struck(post);
    return post->blocks.count <= BLOCKS_MOST || post_refuse_long(post);
}

static bool has_text(const struct post *post)
{
    struct str text = all_text(post);
    if (text.len)
        return true;
    diag_plain(post->diags, DIAG_POST_EMPTY, (struct place){.source = &post->source});
    return false;
}

static bool make_draft(struct post *post, const struct charset *charset, struct import *import)
{
    struct draft draft = {.arena = post->arena};
    marks_settle(post);
    keep_printable_blocks(post, &draft, charset);
    struct words words = words_choose(post->arena, post->facts.language, all_text(post));
    if (is_several(post, &words)) {
        diag_plain(post->diags, DIAG_POST_SEVERAL, (struct place){.source = &post->source});
        return false;
    }
    sort_post(post, &words, &draft);
    draft.id = import->id = choose_id(&draft, &import->source);
    struct draft_files files = draft_write(&draft, post, &words);
    draft_tell_left(&draft, post);
    import->article = files.article;
    import->clinic = files.clinic;
    return true;
}

bool import_post(struct arena *arena, struct diags *diags, const struct charset *charset,
                 enum markup markup, struct import *import)
{
    struct post *post = ARENA_NEW(arena, struct post);
    import->open = post;
    if (!import->source.text.len) {
        diag_plain(diags, DIAG_EMPTY_FILE, (struct place){.source = &import->source});
        return false;
    }
    if (!post_decode(arena, diags, &import->source))
        return false;
    post->arena = arena;
    post->diags = diags;
    post->source = import->source;
    return read_post(post, markup)
           && is_short(post) && has_text(post) && make_draft(post, charset, import);
}

void import_close(struct import *import)
{
    if (import->open)
        post_close(import->open);
    import->open = NULL;
}
