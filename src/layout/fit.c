/*
 * See fit.h.  A trial measures the head (letterhead to the last section) and the foot (fine print
 * and contact block) and compares their sum with the sheet.  Shaping was done once before, so a
 * trial is additions only, and the ladder of sizes is walked rung by rung rather than guessed.
 */
#include "layout/fitter.h"

#include "base/ascii.h"

static int32_t inner_width(const struct fitter *fitter)
{
    return fitter->paper.width - 2 * fitter->paper.margin_x;
}

static int32_t top(const struct fitter *fitter)
{
    int32_t blank = fitter->request->sheet->blank_letterhead ? LETTERHEAD_SPACE : 0;
    return fitter->paper.margin_y + blank;
}

static int32_t bottom(const struct fitter *fitter)
{
    return fitter->paper.height - fitter->paper.margin_y;
}

/* ---- One page ---- */

/* The foot stands on the bottom margin, and a rule parts it from what is above. */
static bool flow_page(struct fitter *fitter)
{
    struct flow *flow = &fitter->flow;
    int32_t x = fitter->paper.margin_x, width = inner_width(fitter);
    int32_t gap = style_foot_gap(&flow->style);
    int32_t foot = bottom(fitter) - flow_height(flow, fitter->foot, width);
    int32_t end = flow_node(flow, fitter->head, x, top(fitter), width);
    flow_rule(flow, x, foot - gap / 2, width, RULE_THIN, COLOR_QUIET);
    if (flow->pages)
        flow_node(flow, fitter->foot, x, foot, width);
    return end + gap <= foot;
}

/* ---- Large print ---- */

/* Everything below each other, over pages; the contact block stands on the last one's foot. */
static bool flow_on(struct fitter *fitter)
{
    struct flow *flow = &fitter->flow;
    int32_t x = fitter->paper.margin_x, width = inner_width(fitter);
    int32_t gap = style_foot_gap(&flow->style);
    flow->bottom = bottom(fitter);
    flow->top = fitter->paper.margin_y; /* of the pages behind the first */
    int32_t y = flow_node(flow, fitter->head, x, top(fitter), width);
    for (struct node *node = fitter->foot->first; node; node = node->next) {
        bool last = !node->next;
        int32_t least =
            last ? flow_height(flow, node, width) : flow_keep(flow, node, width);
        y = y + gap + least > flow->bottom ? flow_turn(flow) : y + gap;
        y = flow_node(flow, node, x, last ? flow->bottom - least : y, width);
    }
    return !flow->overflow && flow->page < fitter->pages;
}

bool fitter_flow(struct fitter *fitter)
{
    struct flow *flow = &fitter->flow;
    flow->too_wide = NULL;
    flow->page = 0;
    flow->bottom = 0;
    flow->overflow = false;
    bool fits = fitter->request->large_print ? flow_on(fitter) : flow_page(fitter);
    return fits && !flow->too_wide;
}

/* ---- Trials ---- */

static bool try_arrangement(struct fitter *fitter, int32_t body, int32_t gap, int32_t left_share)
{
    struct style *style = &fitter->flow.style;
    uint32_t accent = fitter->request->accent;
    *style = fitter->request->large_print ? style_for_large_print(accent)
                                          : style_for_body(body, accent);
    style->gap = gap;
    style->left_share = left_share;
    return fitter_flow(fitter);
}

bool fitter_try(struct fitter *fitter, int32_t body, int32_t gap)
{
    static const struct {
        const char *name;
        int32_t left_share;
    } modes[] = {
        {"two-columns", EQUAL_SHARE},
        {"wide-left", LEFT_SHARE},
        {"wide-right", RIGHT_SHARE},
        {"one-column", ONE_COLUMN},
    };
    size_t count = sizeof modes / sizeof *modes;
    for (size_t i = fitter->request->large_print ? count - 1 : 0; i < count; i++) {
        fitter->mode = modes[i].name;
        if (try_arrangement(fitter, body, gap, modes[i].left_share))
            return true;
    }
    return false;
}

int32_t fitter_preferred(const struct fitter *fitter)
{
    int32_t least = fitter->request->min_body;
    if (fitter->request->large_print)
        return LARGE_PRINT;
    return least > BODY_PREFERRED_LEAST ? least : BODY_PREFERRED_LEAST;
}

/* The front and the back of a sheet. */
enum { PAGES_MOST = 2 };

/* The front of the sheet alone, if tight gaps can do it; else front and back. */
static bool find_large(struct fitter *fitter)
{
    for (fitter->pages = 1;; fitter->pages++) {
        if (fitter_try(fitter, LARGE_PRINT, GAP_FULL) ||
            fitter_try(fitter, LARGE_PRINT, GAP_TIGHT))
            return true;
        if (fitter->pages == PAGES_MOST)
            return false;
    }
}

/* From generous to tight; the last rungs are for the warning. */
static bool find_fit(struct fitter *fitter)
{
    if (fitter->request->large_print)
        return find_large(fitter);
    int32_t preferred = fitter_preferred(fitter), least = fitter->request->min_body;
    for (int32_t body = BODY_MOST; body >= preferred; body -= BODY_STEP)
        if (fitter_try(fitter, body, GAP_FULL))
            return true;
    for (int32_t body = BODY_MOST; body >= least; body -= BODY_STEP)
        if (fitter_try(fitter, body, GAP_TIGHT))
            return true;
    return fitter_try(fitter, least, GAP_TIGHT); /* which need not be a rung */
}

/* Shares leftover height between the gaps: the widest ones, up to a cap, that still fit. */
static void widen_gaps(struct fitter *fitter)
{
    int32_t *gap = &fitter->flow.style.gap;
    int32_t low = *gap, high = GAP_WIDE;
    while (low < high) {
        *gap = (low + high + 1) / 2;
        if (fitter_flow(fitter))
            low = *gap;
        else
            high = *gap - 1;
    }
    *gap = low;
}

static struct pages *place(struct fitter *fitter)
{
    const struct fit_request *request = fitter->request;
    struct flow *flow = &fitter->flow;
    struct pages *pages = pages_new(fitter->arena);
    pages->paper = request->paper;
    pages->fonts = request->fonts;
    pages->language = request->sheet->language;
    pages->title = request->sheet->title;
    pages->author = request->sheet->author;
    pages->id = request->sheet->id;
    pages->fit = (struct fit){.body = flow->style.body,
                              .fine = flow->style.fine,
                              .gap = flow->style.gap,
                              .mode = fitter->mode,
                              .words = fitter->head->words + fitter->foot->words};
    flow->pages = pages;
    flow->tag = pages->root;
    fitter_flow(fitter);
    flow->pages = NULL;
    return pages;
}

/* ---- Saying so ---- */

static struct str points(struct arena *arena, int32_t size)
{
    struct builder b = {.arena = arena};
    builder_milli(&b, size);
    return builder_str(&b);
}

static void report_cut(struct fitter *fitter, struct diags *diags, enum diag_id id, int32_t body)
{
    struct place where = fitter->request->about;
    struct str advice = advice_cut(fitter, &where);
    if (fitter->request->large_print)
        diag_add(diags, id, where, advice);
    else
        diag_add(diags, id, where, points(fitter->arena, body),
                 points(fitter->arena, fitter_preferred(fitter)), advice);
}

/* The first word of the paragraph that is wider than the page even at the least size. */
static struct str wide_word(const struct para *para)
{
    size_t i = 0;
    while (para->atoms[i].width < para->widest)
        i++;
    const struct atom *atom = &para->atoms[i];
    size_t from = para->glyphs.at[atom->first].cluster, end = para->text.len;
    if (atom->end < para->glyphs.count)
        end = para->glyphs.at[atom->end].cluster;
    return str_part(para->text, from, end - from);
}

/* At its field; nearer, if it is not written with escapes there. */
static void report_wide(struct fitter *fitter, struct diags *diags, const struct para *para)
{
    struct str word = wide_word(para), shown = str_part(word, 0, 24); /* enough to find it by */
    struct place where = origins_find(&para->origins, (size_t)(word.ptr - para->text.ptr));
    while (shown.len && ((unsigned char)char_at(word, shown.len) & 0xC0) == 0x80)
        shown.len--;
    struct builder b = {.arena = fitter->arena};
    builder_printf(&b, "%.*s…", STR_ARGS(shown));
    diag_add(diags, DIAG_WORD_TOO_WIDE,
             where.source ? place_find(where, word) : fitter->request->about, builder_str(&b));
}

static void report_failure(struct fitter *fitter, struct diags *diags)
{
    const struct fit_request *request = fitter->request;
    if (fitter->flow.too_wide)
        report_wide(fitter, diags, fitter->flow.too_wide);
    else if (request->large_print)
        report_cut(fitter, diags, DIAG_LARGE_PRINT_TOO_LONG, 0);
    else
        report_cut(fitter, diags, DIAG_DOES_NOT_FIT, request->min_body);
}

static struct fitter make_fitter(struct arena *arena, const struct fit_request *request)
{
    struct fitter fitter = {
        .arena = arena, .request = request, .paper = *request->paper, .pages = 1};
    struct shaping shaping = {arena, request->fonts, request->large_print};
    if (request->large_print)
        fitter.paper.margin_x = fitter.paper.margin_y = LARGE_MARGIN;
    fitter.flow.arena = arena;
    fitter.head = node_new(&shaping, request->sheet->head, ROLE_BODY);
    fitter.foot = node_new(&shaping, request->sheet->foot, ROLE_BODY);
    return fitter;
}

const struct pages *fit_pages(struct arena *arena, struct diags *diags,
                              const struct fit_request *request)
{
    struct fitter fitter = make_fitter(arena, request);
    if (!find_fit(&fitter)) {
        report_failure(&fitter, diags);
        return NULL;
    }
    widen_gaps(&fitter);
    struct pages *pages = place(&fitter);
    if (pages->fit.body < fitter_preferred(&fitter))
        report_cut(&fitter, diags, DIAG_SMALL_BODY, pages->fit.body);
    else
        pages->fit.room = advice_room(&fitter);
    return pages;
}
