/* See running.h. */
#include "layout/running.h"

#define EDGE PT(30)

static int32_t width(const struct running *running)
{
    return running->paper->width - 2 * running->paper->margin_x;
}

/* Between the text and a line that comes again. */
static int32_t line_gap(const struct setter *setter)
{
    return setter->style->body * 2 / 3;
}

int32_t running_bottom(const struct running *running, const struct setter *setter)
{
    int32_t margin = running->paper->margin_y;
    if (!running->line)
        return margin;
    int32_t line = set_node(setter, running->line, width(running))->height;
    int32_t bottom = EDGE + line + line_gap(setter);
    return bottom > margin ? bottom : margin;
}

/* Draws a piece where it stands on one page. */
static void place_on(struct pages *pages, size_t page, struct piece *piece,
                     enum artifact artifact)
{
    struct page_part all = {.from = 0, .to = pages->paper->height};
    struct page_parts parts = {&all, 1, 1};
    place_piece(&(struct placing){pages, &parts, page, NULL, artifact}, piece);
}

static struct str page_text(const struct running *running, size_t page, size_t count)
{
    struct arena *arena = running->shaping.arena;
    const struct str numbers[] = {str_in_digits(arena, (int)page + 1, running->digits),
                                  str_in_digits(arena, (int)count, running->digits)};
    return str_fill(arena, running->page_of, numbers, 2, NULL);
}

/* Where it goes on; absent on the last page. */
static struct str continued_text(const struct running *running, size_t page, size_t count)
{
    struct arena *arena = running->shaping.arena;
    const struct str next = str_in_digits(arena, (int)page + 2, running->digits);
    return page + 1 < count && running->continued.len
               ? str_fill(arena, running->continued, &next, 1, NULL)
               : (struct str){0};
}

/* A line of the foot in the middle of the paper, as many lines above the lowest one. */
static struct piece *set_foot_line(const struct running *running, const struct setter *setter,
                              struct str text, int32_t above)
{
    struct arena *arena = running->shaping.arena;
    struct run *run = ARENA_NEW(arena, struct run);
    struct block *block = ARENA_NEW(arena, struct block);
    run->text = text;
    *block = (struct block){.kind = BLOCK_PARAGRAPH, .role = ROLE_RUNNING, .runs = {run, 1}};
    struct node *node = node_new(&running->shaping, block, ROLE_RUNNING);
    struct piece *foot = set_text(setter, node, NO_TAG, width(running));
    foot->x = (running->paper->width - text_width(setter, node)) / 2;
    foot->y = running->paper->height - EDGE - (1 + above) * foot->height;
    return foot;
}

/* "Page 2 of 3 · Continued on page 3": who holds one page knows that there is another. */
static struct str foot_text(const struct running *running, size_t page, size_t count)
{
    struct str continued = continued_text(running, page, count);
    struct builder both = {.arena = running->shaping.arena};
    builder_add(&both, page_text(running, page, count));
    builder_add(&both, continued.len ? STR(" · ") : continued);
    builder_add(&both, continued);
    return builder_str(&both);
}

/* On small paper it may take two lines. */
static bool is_too_wide(const struct running *running, const struct piece *foot)
{
    return foot->x < running->paper->margin_x;
}

static void place_foot(const struct running *running, const struct setter *setter,
                       struct pages *pages, size_t page)
{
    struct str text = foot_text(running, page, pages->count);
    struct piece *foot = set_foot_line(running, setter, text, 0);
    if (is_too_wide(running, foot)) {
        struct str number = page_text(running, page, pages->count);
        place_on(pages, page, set_foot_line(running, setter, number, 1), ARTIFACT_FOOTER);
        foot = set_foot_line(running, setter, continued_text(running, page, pages->count), 0);
    }
    place_on(pages, page, foot, ARTIFACT_FOOTER);
}

/* How many pages there are is not known yet: numbers of two figures stand for all.  A foot that is
 * too wide for its line is set in two here too. */
int32_t running_top(const struct running *running, const struct setter *setter)
{
    enum { PAGE = 87, PAGES = 89 };
    int32_t height = running->paper->height, end = height - running->paper->margin_y;
    if (!running->page_of.len)
        return end;
    struct piece *foot = set_foot_line(running, setter, foot_text(running, PAGE, PAGES), 0);
    int32_t top = height - EDGE - foot->height - line_gap(setter);
    return top < end ? top : end;
}

void running_place(const struct running *running, const struct setter *setter,
                   struct pages *pages)
{
    size_t count = pages->count;
    for (size_t page = 0; page < count && count > 1; page++) {
        if (page && running->line) {
            struct piece *line = set_node(setter, running->line, width(running));
            line->x = running->paper->margin_x;
            line->y = EDGE;
            place_on(pages, page, line, ARTIFACT_HEADER);
        }
        if (running->page_of.len)
            place_foot(running, setter, pages, page);
    }
}
