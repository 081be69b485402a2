/*
 * Line breaking after Knuth and Plass, "Breaking Paragraphs into Lines" (1981), in the simple form
 * that ragged-right text without hyphens needs: lines do not stretch, so the badness of a line is
 * the square of what is missing at its right end, and the best set of breaks is found by dynamic
 * programming over all feasible ones.
 *
 * The number of lines comes first: a page that must be one page has no line to give away for
 * looks.  First-fit filling reaches that least number, which makes measuring cheap.
 */
#include "layout/para.h"

#include "layout/break.h"

#include <string.h>

/* ---- Shaping ---- */

/* What has no italics is emphasized by weight. */
static enum font_style font_style(const struct shaping *shaping, const struct run *run, bool bold)
{
    bool italic = run->style == RUN_ITALIC && !shaping->upright;
    if (italic && font_has_italics(run->text))
        return FONT_ITALIC;
    bool heavy = run->style == RUN_BOLD || (run->style == RUN_REGULAR && bold);
    return heavy || italic ? FONT_BOLD : FONT_REGULAR;
}

/* Composing makes a text shorter, so each stretch of one origin is composed by itself. */
static struct run composed_run(struct arena *arena, const struct run *run)
{
    struct run result = *run;
    struct builder b = {.arena = arena};
    const struct origins *from = &run->origins;
    result.origins = (struct origins){0};
    for (size_t i = 0, at = 0; i <= from->count; i++) {
        size_t end = i < from->count ? from->at[i].off : run->text.len;
        builder_add(&b, font_compose(arena, str_part(run->text, at, end - at)));
        if (i < from->count)
            origins_add(arena, &result.origins, b.len, from->at[i].at);
        at = end;
    }
    result.text = builder_str(&b);
    return result;
}

static struct runs composed(struct arena *arena, struct runs runs)
{
    struct run *at = ARENA_ARRAY(arena, runs.count, struct run);
    for (size_t i = 0; i < runs.count; i++)
        at[i] = composed_run(arena, &runs.at[i]);
    return (struct runs){at, runs.count};
}

static void join_text(struct arena *arena, struct para *para)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < para->runs.count; i++) {
        const struct run *run = &para->runs.at[i];
        origins_add(arena, &para->origins, b.len, origins_find(&run->origins, 0));
        for (size_t k = 0; k < run->origins.count; k++)
            origins_add(arena, &para->origins, b.len + run->origins.at[k].off,
                        run->origins.at[k].at);
        builder_add(&b, run->text);
    }
    para->text = builder_str(&b);
}

static struct glyphs shape_runs(const struct shaping *shaping, const struct para *para, bool bold)
{
    struct arena *arena = shaping->arena;
    struct glyphs all = {0};
    struct runs runs = para->runs;
    const uint8_t *levels = para->bidi.levels;
    uint32_t offset = 0;
    for (size_t i = 0; i < runs.count; i++) {
        const struct run *run = &runs.at[i];
        struct glyphs part = font_shape(shaping->fonts, arena, run->text,
                                        font_style(shaping, run, bold),
                                        levels ? levels + offset : NULL);
        for (size_t g = 0; g < part.count; g++) {
            part.at[g].from += offset;
            part.at[g].to += offset;
            part.at[g].run = (uint8_t)i;
        }
        all.at = i ? arena_grow(arena, all.at, all.count, all.count + part.count, sizeof *all.at)
                   : part.at;
        if (i && part.count)
            memcpy(all.at + all.count, part.at, part.count * sizeof *part.at);
        all.count += part.count;
        offset += (uint32_t)run->text.len;
    }
    return all;
}

/* ---- Atoms ---- */

static int32_t width_of(const struct para *para, uint32_t first, uint32_t end)
{
    int32_t width = 0;
    for (uint32_t g = first; g < end; g++)
        width += para->glyphs.at[g].advance;
    return width;
}

bool para_is_separator(const struct para *para, uint32_t glyph)
{
    return para->runs.at[para->glyphs.at[glyph].run].separator;
}

static bool glyph_is_space(const struct para *para, uint32_t glyph)
{
    return para->text.ptr[para->glyphs.at[glyph].from] == ' ';
}

/* A separator and the spaces around it are one wide space between two atoms: it falls away with
 * them where a line ends. */
static void join_space(struct para *para, const struct atom *separator)
{
    struct atom *before = &para->atoms[para->count - 1];
    before->next = separator->next;
    before->space = width_of(para, before->end, before->next);
}

static void push_atom(struct para *para, struct atom atom)
{
    if (atom.width > para->widest)
        para->widest = atom.width;
    para->atoms[para->count++] = atom;
}

static void add_atom(struct para *para, uint32_t first, uint32_t next)
{
    struct atom atom = {.first = first, .end = next, .next = next};
    while (atom.end > first && glyph_is_space(para, atom.end - 1))
        atom.end--;
    if (para->count && atom.end == first + 1 && para_is_separator(para, first)) {
        join_space(para, &atom);
        return;
    }
    atom.width = width_of(para, first, atom.end);
    atom.space = width_of(para, atom.end, next);
    push_atom(para, atom);
}

/* A line may also end at a separator, whatever stands around it.  Glyphs that stand for the same
 * characters are never parted. */
static bool may_end_behind(const struct para *para, uint32_t g, const bool *may_break)
{
    const struct glyph *glyph = &para->glyphs.at[g];
    bool shared = glyph[1].from == glyph->from;
    bool before = para_is_separator(para, g + 1);
    bool behind = g && para_is_separator(para, g - 1) && glyph_is_space(para, g);
    return !shared && (may_break[glyph->to - 1] || before || behind);
}

static void split_atoms(struct para *para, const bool *may_break)
{
    uint32_t first = 0, count = (uint32_t)para->glyphs.count;
    for (uint32_t g = 0; g < count; g++) {
        if (g + 1 == count || may_end_behind(para, g, may_break)) {
            add_atom(para, first, g + 1);
            first = g + 1;
        }
    }
}

struct para *para_new(const struct shaping *shaping, struct runs runs, bool bold)
{
    struct arena *arena = shaping->arena;
    struct para *para = ARENA_NEW(arena, struct para);
    para->runs = runs = composed(arena, runs);
    join_text(arena, para);
    para->bidi = bidi_resolve(arena, para->text, shaping->right_to_left);
    para->glyphs = shape_runs(shaping, para, bold);
    para->atoms = ARENA_ARRAY(arena, para->glyphs.count + 1, struct atom);
    split_atoms(para, break_opportunities(arena, shaping->thai, para->text));
    para->width = width_of(para, 0, (uint32_t)para->glyphs.count);
    para->words = str_words(para->text);
    for (size_t i = 0; i < runs.count; i++)
        para->words -= runs.at[i].separator;
    return para;
}

/* ---- Words wider than a line ---- */

/* Behind the glyphs from g on that stand for the same characters. */
static uint32_t cluster_end(const struct para *para, uint32_t g, uint32_t end)
{
    uint32_t from = para->glyphs.at[g].from;
    while (g < end && para->glyphs.at[g].from == from)
        g++;
    return g;
}

/* The last part keeps the space behind the word. */
static void part_atom(struct para *para, const struct atom *atom, int32_t limit)
{
    int32_t parts = (atom->width + limit - 1) / limit, share = (atom->width + parts - 1) / parts;
    struct atom part = {.first = atom->first};
    for (uint32_t g = atom->first, next; g < atom->end; g = next) {
        next = cluster_end(para, g, atom->end);
        int32_t width = width_of(para, g, next);
        if (part.width && (part.width >= share || part.width + width > limit)) {
            part.end = part.next = g;
            push_atom(para, part);
            part = (struct atom){.first = g};
        }
        part.width += width;
    }
    part.end = atom->end;
    part.next = atom->next;
    part.space = atom->space;
    push_atom(para, part);
}

const struct para *para_part(struct arena *arena, const struct para *para, int32_t limit)
{
    struct para *parted = ARENA_NEW(arena, struct para);
    *parted = *para;
    parted->atoms = ARENA_ARRAY(arena, para->glyphs.count + 1, struct atom);
    parted->count = 0;
    parted->widest = 0;
    for (size_t i = 0; i < para->count; i++)
        if (para->atoms[i].width > limit && limit > 0)
            part_atom(parted, &para->atoms[i], limit);
        else
            push_atom(parted, para->atoms[i]);
    return parted;
}

/* ---- Lines ---- */

int para_lines(const struct para *para, int32_t limit, size_t keep)
{
    int lines = para->count && keep ? 1 : 0;
    int32_t used = 0; /* with the space behind it; 0 at the start of a line */
    bool one = keep <= para->count && para->width <= limit;
    size_t next = 0;
    for (; lines && !one && keep > 0; keep--) {
        const struct atom *atom = &para->atoms[next++];
        if (used > 0 && used + atom->width > limit) {
            lines++;
            used = 0;
        }
        used += atom->width + atom->space;
        /* Where the text starts again there is no space glyph; any width will do. */
        if (next == para->count) {
            used += 250;
            next = 0;
        }
    }
    return lines;
}

/* Makes fewer lines beat any gain in looks: over the worst sum for a page of lines. */
static const int64_t LINE_COST = (int64_t)1 << 32;
/* A last line under a fifth of the measure, of one word or of two short ones, looks forgotten;
 * worth one line that is half empty (500 * 500) elsewhere. */
static const int64_t FORGOTTEN_COST = 250000;

/* A line end inside a word or an address slows the reader; worth a line that is half empty. */
static const int64_t INSIDE_COST = 250000;

/* The square of what a line lacks, in thousandths of the measure. The last line may be short. */
static int64_t line_cost(const struct para *para, size_t start, size_t end, int32_t width,
                         int32_t limit)
{
    bool forgotten = start > 0 && width < limit / 5;
    if (end == para->count)
        return LINE_COST + (forgotten ? FORGOTTEN_COST : 0);
    int64_t missing = width < limit ? (int64_t)(limit - width) * 1000 / limit : 0;
    bool inside = para->atoms[end - 1].space == 0;
    return LINE_COST + missing * missing + (inside ? INSIDE_COST : 0);
}

size_t para_break(struct arena *arena, const struct para *para, int32_t limit, size_t *ends)
{
    size_t n = para->count;
    int64_t *best = ARENA_ARRAY(arena, n + 1, int64_t); /* cost of breaking behind atom i */
    size_t *from = ARENA_ARRAY(arena, n + 1, size_t);   /* where the line that ends there starts */
    for (size_t end = 1; end <= n; end++) {
        int32_t width = 0;
        best[end] = INT64_MAX;
        for (size_t start = end; start-- > 0;) {
            const struct atom *atom = &para->atoms[start];
            width += atom->width + (start + 1 < end ? atom->space : 0);
            if (width > limit && start + 1 < end)
                break;
            int64_t cost = best[start] + line_cost(para, start, end, width, limit);
            if (cost < best[end]) {
                best[end] = cost;
                from[end] = start;
            }
        }
    }
    size_t lines = 0;
    for (size_t end = n; end > 0; end = from[end])
        lines++;
    size_t line = lines;
    for (size_t end = n; end > 0; end = from[end])
        ends[--line] = end;
    return lines;
}
