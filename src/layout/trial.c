/* See trial.h. */
#include "layout/trial.h"

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

void fitter_init(struct fitter *fitter, struct arena *arena, const struct fit_request *request)
{
    const struct sheet *sheet = request->sheet;
    struct shaping shaping = {arena, request->fonts, request->thai, request->large_print,
                              language_is_right_to_left(sheet->language)};
    *fitter = (struct fitter){.arena = arena,
                              .request = request,
                              .paper = *request->paper,
                              .sizes = style_sizes(sheet->language, request->min_body),
                              .head = node_new(&shaping, sheet->head, ROLE_BODY),
                              .foot = node_new(&shaping, sheet->foot, ROLE_BODY),
                              .notes = sheet->my_questions
                                           ? node_new(&shaping, sheet->my_questions, ROLE_BODY)
                                           : NULL,
                              .pages_most = 1,
                              .pool = {.arena = arena},
                              .pagination = {.arena = arena}};
    fitter->running = (struct running){
        shaping, &fitter->paper, NULL, sheet->page_of, sheet->continued, sheet->digits};
    if (request->large_print) {
        fitter->paper.margin_x = fitter->paper.margin_y = LARGE_MARGIN;
        if (sheet->running)
            fitter->running.line = node_new(&shaping, sheet->running, ROLE_BODY);
    }
}

/* ---- One page ---- */

/* Lines for questions, where a short handout leaves room for them. They stand before the foot in
 * reading order too. */
static void add_notes(struct fitter *fitter, const struct setter *setter, struct piece *page,
                      int32_t bottom)
{
    const struct piece *head = page->first;
    int32_t y = head->y + head->height + style_foot_gap(&fitter->style) / 2, left = bottom - y;
    if (!fitter->notes || left < NOTES_LEAST)
        return;
    struct piece *notes = set_notes(setter, fitter->notes, head->width, left);
    piece_insert(page, page->first, notes, head->x, y);
}

/* A rule parts the foot from what is above, or a line that says whom to call. */
static bool set_page(struct fitter *fitter, const struct setter *setter)
{
    int32_t x = fitter->paper.margin_x, width = inner_width(fitter);
    int32_t gap = style_foot_gap(&fitter->style);
    struct piece *head = set_node(setter, fitter->head, width);
    struct piece *page =
        piece_new(&fitter->pool, PIECE_STACK, fitter->paper.width, fitter->paper.height);
    fitter->text = page;
    piece_add(page, head, x, top(fitter));
    if (setter->draft && head->y + head->height + gap > bottom(fitter))
        return false;
    struct piece *foot = set_foot(setter, fitter->foot, width);
    int32_t foot_top = bottom(fitter) - foot->height;
    if (!fitter->foot->first || fitter->foot->first->role != ROLE_QUESTIONS)
        piece_add_rule(&fitter->pool, page, x, foot_top - gap / 2, width, RULE_THIN, COLOR_SOFT);
    piece_add(page, foot, x, foot_top);
    if (!setter->draft)
        add_notes(fitter, setter, page, foot_top - gap);
    paginate_one(&fitter->pagination, fitter->paper.height);
    fitter->left = foot_top - (head->y + head->height + gap);
    return fitter->left >= 0;
}

/* ---- Large print ---- */

static struct piece *set_galley(struct fitter *fitter, const struct setter *setter)
{
    int32_t width = inner_width(fitter), gap = style_foot_gap(&fitter->style);
    struct piece *galley = piece_new(&fitter->pool, PIECE_STACK, width, 0);
    piece_add(galley, set_node(setter, fitter->head, width), 0, 0);
    galley->height = galley->first->height;
    for (struct node *node = fitter->foot->first; node; node = node->next) {
        piece_add(galley, set_node(setter, node, width), 0, galley->height + gap);
        galley->height += gap + galley->last->height;
    }
    galley->x = fitter->paper.margin_x;
    return galley;
}

/* The contact block, which comes last, stands at the bottom of its page. */
static void sink_last(struct fitter *fitter, struct piece *galley, int32_t bottom)
{
    struct page_parts *parts = &fitter->pagination.parts;
    struct page_part *part = &parts->at[parts->count - 1];
    int32_t left = bottom - (part->top + part->to - part->from);
    if (galley->last == galley->first || galley->last->y < part->from || left < 0)
        return;
    galley->last->y += left;
    part->to += left;
}

static bool set_pages(struct fitter *fitter, const struct setter *setter)
{
    struct piece *galley = set_galley(fitter, setter);
    int32_t end = running_top(&fitter->running, setter);
    struct page_area first = {top(fitter), end};
    struct page_area others = {running_bottom(&fitter->running, setter), end};
    fitter->text = galley;
    paginate(&fitter->pagination, galley, first, others);
    sink_last(fitter, galley, end);
    return fitter->pagination.parts.count <= fitter->pages_most;
}

/* ---- Trials ---- */

bool fitter_set(struct fitter *fitter, bool draft)
{
    bool large = fitter->request->large_print; /* whose pages part what is in the pieces */
    struct setter setter = {&fitter->pool, &fitter->style, fitter->request->fillable, large,
                            draft && !large};
    pool_reset(&fitter->pool);
    node_note_state(fitter->head);
    node_note_state(fitter->foot);
    bool fits = large ? set_pages(fitter, &setter) : set_page(fitter, &setter);
    return fits && (large || !fitter->text->too_wide);
}

static void set_style(struct fitter *fitter, int32_t body, int32_t gap)
{
    uint32_t accent = fitter->request->accent;
    fitter->style = fitter->request->large_print ? style_for_large_print(body, accent)
                                                 : style_for_body(body, accent);
    fitter->style.small = body < fitter->sizes.preferred;
    fitter->style.gap = gap;
    fitter->style.holes = fitter->holes;
    style_for_language(&fitter->style, fitter->request->sheet->language);
}

/* Where gaps are tight already, looks give way before size does. */
bool fitter_try(struct fitter *fitter, int32_t body, int32_t gap)
{
    set_style(fitter, body, gap);
    if (fitter_set(fitter, true))
        return true;
    fitter->style.thrifty = gap == GAP_TIGHT;
    return fitter->style.thrifty && fitter_set(fitter, true);
}

/* Where holes do not count, what fits with better looks fits thriftily too. */
bool fitter_fits_somehow(struct fitter *fitter, int32_t body)
{
    set_style(fitter, body, GAP_TIGHT);
    fitter->style.thrifty = fitter->style.holes = true;
    return fitter_set(fitter, true);
}

static struct node **contact_of(struct node *foot)
{
    struct node **at = &foot->first;
    while (*at && (*at)->role != ROLE_CONTACT)
        at = &(*at)->next;
    return at;
}

bool fitter_swap_contact(struct fitter *fitter)
{
    const struct block *brief = fitter->request->sheet->brief_contact;
    struct node **at = contact_of(fitter->foot), *before = *at;
    if (!before || !brief)
        return false;
    *at = fitter->contact ? fitter->contact
                          : node_new(&fitter->running.shaping, brief, ROLE_BODY);
    (*at)->next = before->next;
    fitter->foot->words += (*at)->words - before->words;
    fitter->contact = before;
    fitter->brief_contact = !fitter->brief_contact;
    return true;
}

void fitter_place(struct fitter *fitter, struct pages *pages)
{
    struct setter setter = {&fitter->pool, &fitter->style, fitter->request->fillable,
                            fitter->request->large_print, false};
    struct placing placing = {.pages = pages, .parts = &fitter->pagination.parts,
                              .tag = pages->root};
    place_piece(&placing, fitter->text);
    running_place(&fitter->running, &setter, pages);
}

int32_t fitter_preferred(const struct fitter *fitter)
{
    return fitter->request->large_print ? fitter->sizes.large : fitter->sizes.preferred;
}
