/*
 * The page as it was laid out: size of the fine print, length of its lines, white space.
 *
 *     AREA    the marks of one paragraph, item or label; it reaches from its left edge to the next
 *             area or picture on its right, or to the right margin, and has its leading with it
 *     WHITE   what no area, frame, picture or line covers, of the area within the margins, below
 *             a letterhead that is left blank.  So ragged lines are no white, nor are the margins,
 *             which are always the same: what is left are the gaps that set areas apart and
 *             whatever stands empty.  A full page has about 15 to 25 % of it.
 *     LENGTH  characters and spaces that the widest line of a paragraph holds, at the mean width of
 *             its characters: the measure, whatever the ragged edge leaves empty.  Only a paragraph
 *             of four lines or more tells it.  Lines that are short because the letters are large
 *             are no fault: a page with little text is set larger, for who sees poorly.
 */
#include "lint/linter.h"

struct area {
    const struct tag *tag; /**< NULL: decoration */
    size_t page;
    int32_t left, top, right, bottom;
    struct str start; /**< what its first mark says; absent if that is no text */
    int lines;
    int32_t baseline, line, widest; /**< the last line, its width, and that of the widest one */
    int64_t characters, advance;    /**< in all its lines */
};

struct areas {
    ARRAY(struct area);
};

/* ---- Areas ---- */

static const struct tag *paragraph_of(const struct tag *tag)
{
    while (tag && tag->kind == TAG_LINK)
        tag = tag->parent;
    return tag;
}

/* Lines are set with a leading of 1.25 at most: of the size this much is over the baseline. */
static struct area area_of(const struct mark *mark, size_t page)
{
    struct area area = {
        .tag = paragraph_of(mark->tag), .page = page, .left = mark->x, .top = mark->y,
        .right = mark->x + mark->width, .bottom = mark->y + mark->height};
    if (mark->kind != MARK_GLYPHS)
        return area;
    area.top = mark->y - mark->height * 95 / 100;
    area.bottom = mark->y + mark->height * 30 / 100;
    area.start = mark->text;
    area.lines = 1;
    area.baseline = mark->y;
    area.line = area.widest = mark->width;
    area.advance = mark->width;
    area.characters = (int64_t)utf8_length(mark->text);
    return area;
}

static void extend(struct area *area, const struct mark *mark)
{
    struct area more = area_of(mark, area->page);
    bool same = mark->y == area->baseline;
    area->lines += !same;
    area->baseline = mark->y;
    area->line = (same ? area->line : 0) + mark->width;
    area->widest = area->line > area->widest ? area->line : area->widest;
    area->advance += more.advance;
    area->characters += more.characters;
    area->left = more.left < area->left ? more.left : area->left;
    area->right = more.right > area->right ? more.right : area->right;
    area->top = more.top < area->top ? more.top : area->top;
    area->bottom = more.bottom > area->bottom ? more.bottom : area->bottom;
}

static bool is_same_line(const struct area *area, const struct mark *mark, size_t page)
{
    return mark->kind == MARK_GLYPHS && mark->tag && area->tag == paragraph_of(mark->tag)
           && area->page == page && area->start.ptr;
}

static void add_areas(struct arena *arena, struct areas *areas, const struct page *page,
                      size_t number)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct mark *mark = &page->at[i];
        struct area *last = areas->count ? &areas->at[areas->count - 1] : NULL;
        if (last && is_same_line(last, mark, number))
            extend(last, mark);
        else
            *ARRAY_PUSH(arena, areas) = area_of(mark, number);
    }
}

static struct areas find_areas(const struct linter *linter)
{
    const struct pages *pages = linter->pages;
    struct areas areas = {0};
    for (size_t p = 0; p < pages->count; p++)
        add_areas(linter->arena, &areas, &pages->at[p], p);
    return areas;
}

/* ---- Length of lines ---- */

#define USUAL PT(12)

enum { LINE_LEAST = 40, LINE_MOST = 75, LINES_TO_TELL = 4 };

static int line_length(const struct area *area)
{
    if (!area->advance)
        return 0;
    return (int)((area->characters * area->widest + area->advance / 2) / area->advance);
}

/* How a paragraph begins. */
static struct str excerpt(struct arena *arena, struct str text)
{
    size_t end = 0;
    for (int words = 0; end < text.len && words < 4; end++)
        words += text.ptr[end] == ' ';
    struct builder b = {.arena = arena};
    builder_add(&b, str_trim(str_part(text, 0, end)));
    builder_add(&b, STR("…"));
    return builder_str(&b);
}

static void report_length(struct linter *linter, const struct area *area)
{
    lint_find(linter, LINE_LENGTH, lint_whole(linter), excerpt(linter->arena, area->start),
              str_of_int(linter->arena, line_length(area)));
}

/* Running text only: items are read one by one.  The shortest and the longest, if out of bounds. */
static void check_lines(struct linter *linter, struct areas areas)
{
    const struct area *shortest = NULL, *longest = NULL;
    for (size_t i = 0; i < areas.count; i++) {
        const struct area *area = &areas.at[i];
        if (area->lines < LINES_TO_TELL || !area->tag || area->tag->kind != TAG_P)
            continue;
        if (!shortest || line_length(area) < line_length(shortest))
            shortest = area;
        if (!longest || line_length(area) > line_length(longest))
            longest = area;
    }
    if (shortest && line_length(shortest) < LINE_LEAST && linter->pages->fit.body <= USUAL)
        report_length(linter, shortest);
    if (longest && line_length(longest) > LINE_MOST)
        report_length(linter, longest);
}

/* ---- White space ---- */

enum { WHITE_LEAST = 10, WHITE_MOST = 35 };

static bool beside(const struct area *area, const struct area *other)
{
    return other->page == area->page && other->left >= area->right && other->top < area->bottom
           && other->bottom > area->top;
}

/* Text reaches to what is next on its right; all else stays as it is. */
static void widen(struct areas areas, int32_t margin)
{
    for (size_t i = 0; i < areas.count; i++) {
        struct area *area = &areas.at[i];
        int32_t right = margin;
        for (size_t k = 0; area->start.ptr && k < areas.count; k++)
            if (areas.at[k].left < right && beside(area, &areas.at[k]))
                right = areas.at[k].left;
        if (area->start.ptr && right > area->right)
            area->right = right;
    }
}

/* By their left edges; there are few, and most are in order. */
static void sort_areas(struct areas areas)
{
    for (size_t i = 1; i < areas.count; i++) {
        struct area area = areas.at[i];
        size_t k = i;
        for (; k > 0 && areas.at[k - 1].left > area.left; k--)
            areas.at[k] = areas.at[k - 1];
        areas.at[k] = area;
    }
}

/* The next edge, top or bottom, below y; INT32_MAX if there is none. */
static int32_t next_edge(struct areas areas, int32_t y)
{
    int32_t next = INT32_MAX;
    for (size_t i = 0; i < areas.count; i++) {
        const struct area *area = &areas.at[i];
        if (area->top > y && area->top < next)
            next = area->top;
        if (area->bottom > y && area->bottom < next)
            next = area->bottom;
    }
    return next;
}

/* How much of a strip between two edges is covered; the areas are sorted. */
static int64_t covered_width(struct areas areas, int32_t y)
{
    int64_t width = 0;
    int32_t end = 0;
    for (size_t i = 0; i < areas.count; i++) {
        const struct area *area = &areas.at[i];
        if (area->top > y || area->bottom <= y || area->right <= end)
            continue;
        width += area->right - (area->left > end ? area->left : end);
        end = area->right;
    }
    return width;
}

/* White in per cent of the area. */
static int white_share(const struct paper *paper, struct areas areas)
{
    int32_t top = next_edge(areas, -1), bottom = paper->height - paper->margin_y;
    int64_t area = (int64_t)(paper->width - 2 * paper->margin_x) * (bottom - top), covered = 0;
    for (int32_t y = top, next; (next = next_edge(areas, y)) < INT32_MAX; y = next)
        covered += covered_width(areas, y) * (next - y);
    return area > covered ? (int)(((area - covered) * 200 / area + 1) / 2) : 0;
}

static struct str white_advice(const struct linter *linter, int white)
{
    struct builder b = {.arena = linter->arena};
    if (white < WHITE_LEAST)
        builder_add(&b, STR("cut words, or print on larger paper"));
    else if (linter->pages->fit.room > 0)
        builder_printf(&b, "there is room for about %d more words, or try smaller paper",
                       linter->pages->fit.room);
    return builder_str(&b);
}

static void check_white(struct linter *linter, struct areas areas)
{
    const struct paper *paper = linter->pages->paper;
    widen(areas, paper->width - paper->margin_x);
    sort_areas(areas);
    int white = white_share(paper, areas);
    if (white >= WHITE_LEAST && white <= WHITE_MOST)
        return;
    lint_find(linter, WHITE_SPACE, lint_whole(linter), str_of_int(linter->arena, white),
              white_advice(linter, white));
}

/* ---- All ---- */

#define FINE_LEAST PT(10)
#define LARGE PT(18)

static void check_fine_print(struct linter *linter)
{
    int32_t fine = linter->pages->fit.fine;
    if (fine >= FINE_LEAST)
        return;
    struct builder b = {.arena = linter->arena};
    builder_milli(&b, fine);
    lint_find(linter, SMALL_FINE_PRINT, lint_whole(linter), builder_str(&b));
}

/*
 * Large print goes on overleaf where one side is full, and ends where the text does: its white
 * space says nothing.
 */
void lint_paper(struct linter *linter)
{
    if (!linter->pages)
        return;
    struct areas areas = find_areas(linter);
    check_fine_print(linter);
    check_lines(linter, areas);
    if (linter->pages->fit.body < LARGE)
        check_white(linter, areas);
}
