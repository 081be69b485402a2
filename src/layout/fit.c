/*
 * See fit.h.  A trial measures the head (letterhead to the last section) and the foot (fine print
 * and contact block) and compares their sum with the sheet.  Shaping was done once before, so a
 * trial is additions only, and the ladder of sizes is walked rung by rung rather than guessed.
 */
#include "layout/fitter.h"

static int32_t inner_width(const struct paper *paper)
{
    return paper->width - 2 * paper->margin_x;
}

static int32_t top(const struct fitter *fitter)
{
    int32_t blank = fitter->request->sheet->blank_letterhead ? LETTERHEAD_SPACE : 0;
    return fitter->request->paper->margin_y + blank;
}

static int32_t bottom(const struct fitter *fitter)
{
    return fitter->request->paper->height - fitter->request->paper->margin_y;
}

/* Whether head, gap and foot fit with the flow's style. */
static bool fits(struct fitter *fitter)
{
    struct flow *flow = &fitter->flow;
    int32_t width = inner_width(fitter->request->paper);
    flow->too_wide = NULL;
    int32_t total = flow_height(flow, fitter->head, width) + style_foot_gap(&flow->style) +
                    flow_height(flow, fitter->foot, width);
    return !flow->too_wide && total <= bottom(fitter) - top(fitter);
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
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        struct style *style = &fitter->flow.style;
        *style = style_for_body(body, fitter->request->accent);
        style->gap = gap;
        style->left_share = modes[i].left_share;
        fitter->mode = modes[i].name;
        if (fits(fitter))
            return true;
    }
    return false;
}

int32_t fitter_preferred(const struct fitter *fitter)
{
    int32_t least = fitter->request->min_body;
    return least > BODY_PREFERRED_LEAST ? least : BODY_PREFERRED_LEAST;
}

/* From generous to tight; the last rungs are for the warning. */
static bool find_fit(struct fitter *fitter)
{
    int32_t preferred = fitter_preferred(fitter), least = fitter->request->min_body;
    for (int32_t body = BODY_MOST; body >= preferred; body -= BODY_STEP)
        if (fitter_try(fitter, body, GAP_FULL))
            return true;
    for (int32_t body = BODY_MOST; body >= least; body -= BODY_STEP)
        if (fitter_try(fitter, body, GAP_TIGHT))
            return true;
    return false;
}

/* Shares leftover height between the gaps: the widest ones, up to a cap, that still fit. */
static void widen_gaps(struct fitter *fitter)
{
    int32_t *gap = &fitter->flow.style.gap;
    int32_t low = *gap, high = GAP_WIDE;
    while (low < high) {
        *gap = (low + high + 1) / 2;
        if (fits(fitter))
            low = *gap;
        else
            high = *gap - 1;
    }
    *gap = low;
}

static struct page *place(struct fitter *fitter)
{
    const struct fit_request *request = fitter->request;
    struct flow *flow = &fitter->flow;
    int32_t x = request->paper->margin_x, width = inner_width(request->paper);
    struct page *page = ARENA_NEW(fitter->arena, struct page);
    *page = (struct page){
        .arena = fitter->arena,
        .paper = request->paper,
        .fonts = request->fonts,
        .language = request->sheet->language,
        .title = request->sheet->title,
        .author = request->sheet->author,
        .id = request->sheet->id,
    };
    page->fit = (struct fit){.body = flow->style.body,
                             .fine = flow->style.fine,
                             .gap = flow->style.gap,
                             .mode = fitter->mode,
                             .words = fitter->head->words + fitter->foot->words};
    page->root = page_tag(page, NULL, TAG_DOCUMENT);
    int32_t foot = bottom(fitter) - flow_height(flow, fitter->foot, width);
    flow->page = page;
    flow->tag = page->root;
    flow_node(flow, fitter->head, x, top(fitter), width);
    flow_rule(flow, x, foot - style_foot_gap(&flow->style) / 2, width, RULE_THIN, COLOR_QUIET);
    flow_node(flow, fitter->foot, x, foot, width);
    flow->page = NULL;
    return page;
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
    diag_add(diags, id, fitter->request->about, points(fitter->arena, body),
             points(fitter->arena, fitter_preferred(fitter)), advice_cut(fitter));
}

/* The first word of the paragraph that is wider than the page even at the least size. */
static void report_wide(struct fitter *fitter, struct diags *diags, const struct para *para)
{
    size_t i = 0;
    while (para->atoms[i].width < para->widest)
        i++;
    uint32_t from = para->glyphs.at[para->atoms[i].first].cluster;
    struct str word = str_part(para->text, from, 24); /* enough to find it by */
    while (word.len && ((unsigned char)para->text.ptr[from + word.len] & 0xC0) == 0x80)
        word.len--;
    struct builder b = {.arena = fitter->arena};
    builder_printf(&b, "%.*s…", STR_ARGS(word));
    diag_add(diags, DIAG_WORD_TOO_WIDE, fitter->request->about, builder_str(&b));
}

const struct page *fit_page(struct arena *arena, struct diags *diags,
                            const struct fit_request *request)
{
    const struct sheet *sheet = request->sheet;
    struct fitter fitter = {.arena = arena, .request = request, .flow = {.arena = arena}};
    fitter.head = node_new(arena, request->fonts, sheet->head, ROLE_BODY, sheet->language);
    fitter.foot = node_new(arena, request->fonts, sheet->foot, ROLE_BODY, sheet->language);
    if (!find_fit(&fitter)) {
        if (fitter.flow.too_wide)
            report_wide(&fitter, diags, fitter.flow.too_wide);
        else
            report_cut(&fitter, diags, DIAG_DOES_NOT_FIT, request->min_body);
        return NULL;
    }
    widen_gaps(&fitter);
    struct page *page = place(&fitter);
    if (page->fit.body < fitter_preferred(&fitter))
        report_cut(&fitter, diags, DIAG_SMALL_BODY, page->fit.body);
    else
        page->fit.room = advice_room(&fitter);
    return page;
}
