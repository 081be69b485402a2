/* See node.h. */
#include "layout/node.h"

#include "layout/style.h"

/* Between a bullet or number and its text, thousandths of an em. */
enum { LABEL_SPACE = 420 };

static struct para *item_label(const struct shaping *shaping, struct str text, bool bold)
{
    struct run *run = ARENA_NEW(shaping->arena, struct run);
    run->text = text;
    return para_new(shaping, (struct runs){run, 1}, bold);
}

/* The steps of a dose are found by their numbers: these are bold. */
static struct para *item_number(const struct shaping *shaping, const struct node *list,
                                size_t number)
{
    struct builder b = {.arena = shaping->arena};
    builder_printf(&b, "%zu.", number);
    return item_label(shaping, builder_str(&b), list->role == ROLE_DOSE);
}

/* Bullets are all alike; numbers are as wide as the widest one; boxes to tick are no text. */
static void add_labels(const struct shaping *shaping, struct node *list)
{
    bool numbered = list->block->numbered, boxes = list->block->boxes;
    struct para *bullet = numbered || boxes ? NULL : item_label(shaping, STR("•"), false);
    int32_t widest = boxes ? TICK_BOX : 0;
    size_t number = 1;
    for (struct node *item = list->first; item && !boxes; item = item->next, number++) {
        item->label = numbered ? item_number(shaping, list, number) : bullet;
        widest = item->label->width > widest ? item->label->width : widest;
    }
    for (struct node *item = list->first; item; item = item->next)
        item->indent = widest + LABEL_SPACE;
}

/* Of itself, whatever is in it. */
static int depends_on(const struct node *node)
{
    bool display = node->role == ROLE_TITLE || node->role == ROLE_SUMMARY;
    int columns = node->block->kind == BLOCK_COLUMNS ? DEPENDS_ON_COLUMNS : 0;
    return columns | (display ? DEPENDS_ON_DISPLAY : 0) |
           (node->block->first ? DEPENDS_ON_GAPS : 0);
}

struct node *node_new(const struct shaping *shaping, const struct block *block,
                      enum role inherited)
{
    struct node *node = ARENA_NEW(shaping->arena, struct node);
    node->block = block;
    node->role = block->role == ROLE_BODY ? inherited : block->role;
    if (block->runs.count) {
        bool bold = block->kind == BLOCK_HEADING || node->role == ROLE_AMOUNT;
        node->para = para_new(shaping, block->runs, bold);
        node->words = node->para->words;
        node->keep = node->para->count;
    }
    node->depends = depends_on(node);
    struct node **last = &node->first;
    for (const struct block *child = block->first; child; child = child->next) {
        *last = node_new(shaping, child, node->role);
        node->children++;
        node->depends |= (*last)->depends;
        node->words += (*last)->words;
        last = &(*last)->next;
    }
    if (block->kind == BLOCK_LIST)
        add_labels(shaping, node);
    return node;
}

/* ---- Words ---- */

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

static const int *words_to(struct arena *arena, struct node *node)
{
    const struct para *para = node->para;
    if (node->words_to)
        return node->words_to;
    node->words_to = ARENA_ARRAY(arena, para->count + 1, int);
    for (size_t i = 0; i < para->count; i++)
        node->words_to[i] = words_in(para, i) + (i ? node->words_to[i - 1] : 0);
    return node->words_to;
}

size_t node_atoms(struct arena *arena, struct node *node, int words)
{
    const struct para *para = node->para;
    const int *to = words_to(arena, node);
    size_t atoms = (size_t)(words / para->words) * para->count, more = 0;
    words %= para->words;
    while (words && more < para->count && (more == 0 || to[more - 1] < words))
        more++;
    return atoms + more;
}

/* ---- What is known ---- */

void node_note_state(struct node *node)
{
    const uint64_t odd = 0x9E3779B97F4A7C15u; /* so that the order of children counts */
    uint64_t state = node->keep;
    for (struct node *child = node->first; child; child = child->next) {
        node_note_state(child);
        state = (state ^ child->state) * odd;
        state ^= state >> 29;
    }
    node->state = state;
}

/* Widths differ by far more than 1/64 pt, or are the same. */
static uint32_t slot_of(uint64_t style, int32_t width)
{
    return ((uint32_t)width / 16 ^ (uint32_t)(style ^ style >> 31) << 12) * 2654435761u >> 26;
}

struct known_height *node_height(struct arena *arena, struct node *node, uint64_t style,
                                 int32_t width)
{
    if (!node->heights)
        node->heights = ARENA_ARRAY(arena, KNOWN_HEIGHTS, struct known_height);
    return &node->heights[slot_of(style, width)];
}

int32_t node_widest(const struct node *node)
{
    int32_t widest = 0;
    if (node->keep >= node->para->count) /* more, where room is looked for */
        return node->para->widest;
    for (size_t i = 0; i < node->keep; i++)
        widest = node->para->atoms[i].width > widest ? node->para->atoms[i].width : widest;
    return widest;
}

bool node_exceeds(const struct node *node, int32_t limit)
{
    return node->para->widest > limit && node_widest(node) > limit;
}

int node_lines(struct node *node, int32_t limit)
{
    struct known_lines *known = &node->known[(uint32_t)limit / 16 * 2654435761u >> 27];
    if (known->limit != limit || known->keep != node->keep)
        *known = (struct known_lines){limit, node->keep,
                                      para_lines(node->para, limit, node->keep)};
    return known->lines;
}
