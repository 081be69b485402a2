/*
 * See draft.h.  One walk over the blocks: the frame and pictures first, then headings, which set
 * the section, then text, which route.c puts into it.
 */
#include "import/sorter.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "import/amount.h"
#include "import/contact.h"
#include "import/facts.h"
#include "import/tidy.h"

/* ---- The title ---- */

static bool is_frame_line(const struct sorter *s, struct str normal)
{
    return words_equal(s->words, CUE_FRAME, normal)
           || words_start(s->words, CUE_FRAME_START, normal);
}

static bool names_section(const struct sorter *s, struct str normal)
{
    for (int cue = 0; cue < CUE_HEADINGS; cue++)
        if (words_equal(s->words, (enum cue)cue, normal))
            return true;
    return false;
}

static bool may_be_title(const struct sorter *s, const struct block *block)
{
    if (block->kind != BLOCK_HEADING || block->area > AREA_FRAME)
        return false;
    struct str normal = words_normal(s->arena, block->text);
    return !names_section(s, normal) && !is_frame_line(s, normal);
}

/* The first heading of level 1, in the post before the frame; without one the first heading. */
static const struct block *title_block(const struct sorter *s)
{
    const struct block *frame = NULL, *other = NULL;
    for (size_t i = 0; i < s->post->blocks.count; i++) {
        const struct block *block = &s->post->blocks.at[i];
        bool body = block->area == AREA_BODY;
        if (!may_be_title(s, block))
            continue;
        if (block->level == 1 && body)
            return block;
        if (block->level == 1 && !frame)
            frame = block;
        if (body && !other)
            other = block;
    }
    return frame ? frame : s->post->facts.title.len ? NULL : other;
}

/* The title of a window has the site's name behind it. */
static struct str without_site(const struct post *post, struct str title)
{
    static const char *const bars[] = {" | ", " \xE2\x80\x93 ", " - ", " \xE2\x80\x94 "};
    struct str site = post->facts.site;
    for (size_t i = 0; site.len && i < sizeof bars / sizeof *bars; i++) {
        struct str bar = str_of(bars[i]);
        size_t end = site.len + bar.len;
        if (title.len > end && str_ends(title, site)
            && str_equal(str_part(title, title.len - end, bar.len), bar))
            return str_part(title, 0, title.len - end);
    }
    return title;
}

static void choose_title(struct sorter *s)
{
    struct draft *draft = s->draft;
    s->title = title_block(s);
    draft->title = s->title ? s->title->text : without_site(s->post, s->post->facts.title);
    draft->title_line = s->title ? s->title->line : 0;
    s->title_normal = words_normal(s->arena, draft->title);
}

/* ---- The frame ---- */

static void leave_block(struct sorter *s, const struct block *block)
{
    static const enum reason reasons[] = {
        [AREA_BODY] = REASON_FRAME,         [AREA_FRAME] = REASON_FRAME,
        [AREA_ADDED] = REASON_FRAME,        [AREA_META] = REASON_FRAME,
        [AREA_COMMENTS] = REASON_COMMENTS,  [AREA_FORM] = REASON_FORM,
        [AREA_HIDDEN] = REASON_HIDDEN,      [AREA_NOTE] = REASON_NOTE,
        [AREA_STRUCK] = REASON_STRUCK,      [AREA_PICTURE] = REASON_PICTURE};
    draft_leave(s->draft, reasons[block->area], block->text, block->line);
}

static void sort_frame(struct sorter *s, const struct block *block)
{
    if (!contact_take(s->draft, s->words, block))
        leave_block(s, block);
}

/* ---- Headings ---- */

static void open_level(struct sorter *s, int level, enum cue section)
{
    for (int i = level; i < LEVELS; i++)
        s->seen[i] = false;
    s->seen[level] = true;
    s->section[level] = section;
    s->open = NULL;
    s->ending = s->ending || section == CUE_HEADING_REFERENCES
                || section == CUE_HEADING_DISCLAIMER;
}

/* "Share of magnesium in food" is no heading of the frame, though it has a word of one. */
static enum cue heading_cue(const struct sorter *s, struct str normal)
{
    enum cue cue = words_heading(s->words, normal);
    const struct cue_row *row = cue == CUE_HEADING_FRAME ? words_find(s->words, cue, normal) : NULL;
    return row && row->words.len * 2 < normal.len ? CUE_COUNT : cue;
}

/* Below the end of a post the frame lists other posts, whose titles sound like headings; and short
 * lines of a contact block look like some in plain text. */
static bool stays_in_frame(const struct sorter *s, enum cue cue)
{
    enum cue section = sorter_section(s);
    if (section != CUE_HEADING_FRAME && section != CUE_HEADING_CONTACT)
        return false;
    return cue == CUE_COUNT
           || (s->ending && cue != CUE_HEADING_CONTACT && cue != CUE_HEADING_DISCLAIMER
               && cue != CUE_HEADING_FRAME);
}

static void sort_heading(struct sorter *s, const struct block *block)
{
    struct str normal = words_normal(s->arena, block->text);
    if (block->level == TABLE_HEAD) {
        draft_leave(s->draft, REASON_TABLE_HEAD, block->text, block->line);
        return;
    }
    enum cue cue = heading_cue(s, normal);
    if (stays_in_frame(s, cue)) {
        sort_frame(s, block);
        return;
    }
    sorter_drop_lead(s);
    open_level(s, block->level, cue);
    if (cue == CUE_COUNT) {
        s->lead = block->text;
        s->lead_line = block->line;
    } else {
        draft_leave(s->draft, cue == CUE_HEADING_FRAME ? REASON_FRAME : REASON_HEADING, block->text,
                    block->line);
    }
}

/* ---- Lines that are known by their form ---- */

/* Who wrote it and when, between the title and the text: so few words, and no sentence. */
static bool is_byline(const struct sorter *s, const struct block *block, int words)
{
    return !s->draft->summary.count && !s->draft->benefits.count && !s->draft->how.count
           && sorter_section(s) == CUE_COUNT && block->kind != BLOCK_ROW
           && str_words(block->text) <= words && !tidy_ends_sentence(block->text);
}

static bool has_digit(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.ptr[i]))
            return true;
    return false;
}

/* "Updated: Nov 1, 2024", "Jan Roe, Nov 1, 2024" @return whether it is that, and was left out */
static bool take_date(struct sorter *s, const struct block *block, struct str normal)
{
    enum { DATE_WORDS = 14 };
    if (str_words(block->text) > DATE_WORDS)
        return false;
    bool named = words_start(s->words, CUE_DATE, normal) != NULL;
    bool byline = is_byline(s, block, DATE_WORDS);
    struct day day = {STR(""), DATE_NONE};
    if (named || byline)
        day = dates_find(s->arena, s->words, block->text);
    if (!day.text.len && !(named && byline && has_digit(block->text)))
        return false;
    dates_keep(&s->day, day);
    draft_leave(s->draft, day.text.len ? REASON_DATE : REASON_NO_DATE, block->text, block->line);
    return true;
}

/* A line of plain text that is a picture's name or its caption: no sentence, no capital. */
static bool is_picture_line(const struct block *block, bool reference)
{
    static const char *const ends[] = {".png", ".jpg", ".jpeg", ".webp", ".gif"};
    size_t at = 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(block->text, str_of(ends[i])))
            return true;
    return block->kind == BLOCK_PARAGRAPH && !block->joined && !reference
           && unicode_category(utf8_next(block->text, &at)) == UNICODE_LL
           && !tidy_ends_sentence(block->text) && str_contains(block->text, STR(","));
}

static bool is_frame_block(const struct sorter *s, const struct block *block, struct str normal)
{
    enum { NAME_WORDS = 4 };
    enum cue section = sorter_section(s);
    return is_frame_line(s, normal) || section == CUE_HEADING_FRAME
           || section == CUE_HEADING_CONTACT
           || str_starts(block->text, STR("\xC2\xA9")) || is_byline(s, block, NAME_WORDS);
}

static void sort_text(struct sorter *s, const struct block *block)
{
    struct block rest;
    bool reference = sorter_section(s) == CUE_HEADING_REFERENCES;
    enum cue section = lead_section(s, block, &rest);
    if (section == CUE_COUNT || (reference && section != CUE_HEADING_DISCLAIMER)) {
        route_block(s, block, sorter_section(s));
        return;
    }
    sorter_drop_lead(s);
    draft_leave(s->draft, REASON_HEADING,
                str_trim(str_part(block->text, 0, block->text.len - rest.text.len)), block->line);
    open_level(s, LEVELS - 2, section);
    route_block(s, &rest, section);
}

static void sort_body(struct sorter *s, const struct block *block)
{
    struct str normal = words_normal(s->arena, block->text);
    bool reference = sorter_section(s) == CUE_HEADING_REFERENCES; /* "de Baaij JHF, ..." */
    if (take_date(s, block, normal)
        || (s->ending && contact_take(s->draft, s->words, block)))
        return;
    if (is_picture_line(block, reference))
        draft_leave(s->draft, REASON_PICTURE, block->text, block->line);
    else if (s->draft->title.len && str_equal(normal, s->title_normal))
        draft_leave(s->draft, REASON_TITLE, block->text, block->line);
    else if (block->kind == BLOCK_HEADING && !is_frame_line(s, normal))
        sort_heading(s, block);
    else if (is_frame_block(s, block, normal))
        sort_frame(s, block);
    else
        sort_text(s, block);
}

/* Where it stands comes first: what is struck out is no date, whatever it says. */
static void sort_block(struct sorter *s, const struct block *block)
{
    if (block == s->title)
        return;
    if (block->kind == BLOCK_BESIDE)
        leave_block(s, block);
    else if (block->area == AREA_BODY)
        sort_body(s, block);
    else if (block->area == AREA_FRAME)
        sort_frame(s, block);
    else if (block->area != AREA_META || !take_date(s, block, words_normal(s->arena, block->text)))
        leave_block(s, block);
}

/* ---- All of it ---- */

/* Bytes of a dosage.  Of a longer one a part is left out, where another amount may stand. */
enum { LOOKED_AT_MOST = 16 << 10 };

static void sort_amount(struct sorter *s)
{
    struct draft *draft = s->draft;
    const struct pieces *lists[] = {&draft->how, &draft->steps};
    struct amount_search search = {0};
    size_t length = 0;
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->count; i++) {
            const struct piece *piece = &lists[l]->at[i];
            length += piece->text.len;
            bool found = length > LOOKED_AT_MOST
                         || amount_look(s->arena, s->words, piece->text, &search);
            if (found && !draft->amount_of)
                draft->amount_of = piece;
        }
    bool sure = !search.doubt && length <= LOOKED_AT_MOST;
    draft->amount = sure ? search.amount : STR("");
}

/* What the page says of itself stands behind what its text says. */
static void choose_day(struct sorter *s)
{
    const struct page_facts *facts = &s->post->facts;
    const struct day modified = {facts_date(s->arena, s->words, facts->modified), DATE_CHANGED};
    const struct day published = {facts_date(s->arena, s->words, facts->published), DATE_PUBLISHED};
    dates_keep(&s->day, modified);
    dates_keep(&s->day, published);
    s->draft->updated = s->day.text;
    for (size_t i = 0; i < s->draft->left.count; i++) {
        struct left_piece *left = &s->draft->left.at[i];
        if (left->reason == REASON_DATE
            && !str_equal(dates_find(s->arena, s->words, left->text).text, s->day.text))
            left->reason = REASON_OTHER_DATE;
    }
}

void sort_post(const struct post *post, const struct words *words, struct draft *draft)
{
    struct sorter s = {.arena = post->arena, .post = post, .words = words, .draft = draft,
                       .lead = STR("")};
    draft->contact.name = contact_name(post, words);
    draft->language = post->facts.language.len ? post->facts.language : words->language;
    choose_title(&s);
    for (s.at = 0; s.at < post->blocks.count; s.at++)
        sort_block(&s, &post->blocks.at[s.at]);
    sorter_drop_lead(&s);
    choose_day(&s);
    draft->url = post->facts.url.ptr ? post->facts.url : STR("");
    sort_amount(&s);
}
