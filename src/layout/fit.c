/* See fit.h.  Trials are made by trial.c. */
#include "layout/fit.h"

#include "layout/advice.h"

/* So much smaller a body may be for the sake of a page without holes. */
#define HOLES_WORTH PT(0.25)

/* ---- Trials ---- */

/* As few pages as tight gaps can do it with, or full ones. */
static bool find_large(struct fitter *fitter)
{
    fitter->pages_most = SIZE_MAX;
    if (!fitter_try(fitter, fitter->sizes.large, GAP_FULL))
        return false;
    fitter->pages_most = fitter->pagination.parts.count - 1;
    if (fitter_try(fitter, fitter->sizes.large, GAP_TIGHT)) {
        fitter->pages_most = fitter->pagination.parts.count;
        return true;
    }
    fitter->pages_most++;
    return fitter_try(fitter, fitter->sizes.large, GAP_FULL);
}

/*
 * Small type should leave no hole beside it, but half a point is worth more than that.
 *
 * @param with_holes  gets the first size at which it fits with holes; 0 until then.
 */
static bool try_small(struct fitter *fitter, int32_t body, int32_t *with_holes)
{
    fitter->holes = false;
    if (fitter_try(fitter, body, GAP_TIGHT))
        return true;
    fitter->holes = true;
    if (!*with_holes && fitter_try(fitter, body, GAP_TIGHT))
        *with_holes = body;
    return *with_holes - body >= HOLES_WORTH && fitter_try(fitter, *with_holes, GAP_TIGHT);
}

/*
 * From generous to tight.  Rhythm before size: a quarter of a point less is better than gaps that
 * close up, but under the preferred size all else comes first.
 */
static bool find_fit(struct fitter *fitter)
{
    if (fitter->request->large_print)
        return find_large(fitter);
    int32_t preferred = fitter->sizes.preferred, least = fitter->sizes.least;
    int32_t with_holes = 0;
    for (int32_t body = fitter->sizes.most; body > preferred; body -= BODY_STEP)
        if (fitter_try(fitter, body, GAP_EASY))
            return true;
    for (int32_t body = preferred; body > least; body -= BODY_STEP)
        if (try_small(fitter, body, &with_holes))
            return true;
    if (try_small(fitter, least, &with_holes)) /* which need not be a rung */
        return true;
    return with_holes && fitter_try(fitter, with_holes, GAP_TIGHT);
}

/* Before a page is refused, it says less of how to reach the clinic. */
static bool find_brief_fit(struct fitter *fitter)
{
    if (fitter->request->large_print || !fitter_swap_contact(fitter))
        return false;
    if (find_fit(fitter))
        return true;
    fitter_swap_contact(fitter);
    return false;
}

/* ---- Looks ---- */

/* Takes a style if the page fits in it, with gaps of at least so much. @return whether it does. */
static bool adopt(struct fitter *fitter, struct style style, int32_t gap)
{
    struct style before = fitter->style;
    fitter->style = style;
    if (style.gap < gap)
        fitter->style.gap = gap;
    if (fitter_set(fitter, true))
        return true;
    fitter->style = before;
    return false;
}

/* The eye follows an edge down the page: all columns at one share where that costs no size. */
static void align_columns(struct fitter *fitter)
{
    static const struct {
        int32_t share;
        bool fine;
    } ways[] = {{500, true},  {500, false}, {530, false},
                {470, false}, {560, false}, {440, false}};
    struct style style = fitter->style;
    int32_t gap = style.small ? GAP_TIGHT : GAP_EASY;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        style.share = ways[i].share;
        style.fine_share = ways[i].fine;
        if (adopt(fitter, style, gap))
            return;
    }
}

/* What the page is about is seen first: as large as there is room for, and most of it where gaps
 * stay easy. */
static void enlarge_title(struct fitter *fitter)
{
    static const struct {
        struct display display;
        int32_t gap;
    } ways[] = {{{270, 130}, GAP_EASY}, {{250, 120}, GAP_EASY},
                {{250, 115}, GAP_TIGHT}, {{235, 115}, GAP_TIGHT}};
    struct style style = fitter->style;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        style.display = ways[i].display;
        if (adopt(fitter, style, ways[i].gap))
            return;
    }
}

/* Gaps are found as exactly as this, in thousandths; nobody sees less. */
enum { GAP_EXACTLY = 5 };

/* The search for the widest gaps, in steps above the least ones. */
struct widening {
    int32_t low, high;    /* so many steps fit, and no more than so many */
    int32_t left, a_step; /* the height left at low; what a step takes of it, 0: not known yet */
    int failed;           /* trials in a row */
};

static int32_t wider_gap(int32_t gap, int32_t steps)
{
    int32_t wider = gap + steps * GAP_EXACTLY;
    return wider < GAP_WIDE ? wider : GAP_WIDE;
}

/* Steps take about the same of what is left, but where columns are set in another way then; in
 * large print each page has something left. */
static int32_t next_steps(const struct widening *w)
{
    if (w->failed > 1 || !w->left)
        return (w->low + w->high + 1) / 2;
    int32_t more = w->a_step > 0 ? w->left / w->a_step : 1;
    int32_t steps = w->low + (more > 1 ? more : 1);
    return steps < w->high ? steps : w->high;
}

static void note_trial(struct widening *w, int32_t steps, bool fits, int32_t left)
{
    w->failed = fits ? 0 : w->failed + 1;
    if (!fits) {
        w->high = steps - 1;
        return;
    }
    w->a_step = (w->left - left) / (steps - w->low);
    w->left = left;
    w->low = steps;
}

/* Shares leftover height between the gaps: the widest ones, up to a cap, that still fit. */
static void widen_gaps(struct fitter *fitter)
{
    int32_t *gap = &fitter->style.gap, least = *gap;
    struct widening w = {.high = (GAP_WIDE - least + GAP_EXACTLY - 1) / GAP_EXACTLY};
    if (!fitter->request->large_print && fitter_set(fitter, true))
        w.left = fitter->left;
    while (w.low < w.high) {
        int32_t steps = next_steps(&w);
        *gap = wider_gap(least, steps);
        bool fits = fitter_set(fitter, true);
        note_trial(&w, steps, fits, fitter->left);
    }
    *gap = wider_gap(least, w.low);
}

/* A picture grows as long as that takes nothing from the size of the type and from full gaps. */
static void enlarge_picture(struct fitter *fitter)
{
    struct style *style = &fitter->style;
    int32_t gap = style->gap;
    style->gap = gap > GAP_FULL ? gap : GAP_FULL;
    while (fitter->request->sheet->picture && style->picture < PICTURE_MOST) {
        style->picture++;
        if (!fitter_set(fitter, true)) {
            style->picture--;
            break;
        }
    }
    style->gap = gap;
}

static struct pages *place_pages(struct fitter *fitter)
{
    const struct fit_request *request = fitter->request;
    struct pages *pages = pages_new(fitter->arena);
    pages->paper = request->paper;
    pages->fonts = request->fonts;
    pages->language = request->sheet->language;
    pages->right_to_left = language_is_right_to_left(pages->language);
    pages->title = request->sheet->title;
    pages->author = request->sheet->author;
    pages->id = request->sheet->id;
    pages->origin = request->sheet->origin;
    pages->fit = (struct fit){.body = fitter->style.body,
                              .fine = fitter->style.fine,
                              .gap = fitter->style.gap,
                              .brief_contact = fitter->brief_contact,
                              .holes = fitter->holes,
                              .words = fitter->head->words + fitter->foot->words};
    fitter_set(fitter, false);
    fitter_place(fitter, pages);
    return pages;
}

/* ---- Saying so ---- */

static struct str points(struct arena *arena, int32_t size)
{
    struct builder b = {.arena = arena};
    builder_milli(&b, size);
    return builder_str(&b);
}

/* A key message of more words is a text; the page has it in larger type. */
enum { KEY_MESSAGE_MOST = 60 };

/* Where all that a section can spare does not do. */
static struct str advice_beyond_sections(const struct fitter *fitter, struct place *where)
{
    const struct node *node = fitter->head->first;
    while (node && node->role != ROLE_SUMMARY)
        node = node->next;
    if (!node || node->words <= KEY_MESSAGE_MOST)
        return STR("shorten what the clinic file adds: without any section it does not fit either");
    if (node->para) /* no picture is beside it */
        *where = origins_find(&node->para->origins, 0);
    struct builder b = {.arena = fitter->arena};
    builder_printf(&b, "shorten the summary, which has %d words: cuts in sections do not suffice",
                   node->words);
    return builder_str(&b);
}

static void report_cut(struct fitter *fitter, struct diags *diags, enum diag_id id, int32_t body)
{
    struct place where = fitter->request->about;
    int32_t aim = fitter_preferred(fitter);
    struct str advice = advice_cut(fitter, aim, &where);
    if (!advice.len && id == DIAG_DOES_NOT_FIT && body < aim) { /* small paper */
        advice = advice_cut(fitter, body, &where);
        aim = advice.len ? body : aim;
    }
    if (!advice.len)
        advice = advice_beyond_sections(fitter, &where);
    diag_add(diags, id, where, points(fitter->arena, body), points(fitter->arena, aim), advice);
}

/* The first word of the paragraph that is wider than the page even at the least size. */
static struct str wide_word(const struct para *para)
{
    size_t i = 0;
    while (para->atoms[i].width < para->widest)
        i++;
    const struct atom *atom = &para->atoms[i];
    size_t from = para->glyphs.at[atom->first].from, end = para->glyphs.at[atom->end - 1].to;
    return str_part(para->text, from, end - from);
}

/* At its field; nearer, if it is not written with escapes there. */
static void report_wide(struct fitter *fitter, struct diags *diags, const struct para *para)
{
    struct str word = wide_word(para), shown = str_part(word, 0, 24); /* enough to find it by */
    struct place where = origins_find(&para->origins, (size_t)(word.ptr - para->text.ptr));
    if (shown.len < word.len)
        shown.len = utf8_start(word, shown.len);
    struct builder b = {.arena = fitter->arena};
    builder_printf(&b, "%.*s…", STR_ARGS(shown));
    diag_add(diags, DIAG_WORD_TOO_WIDE,
             where.source ? place_find(where, word) : fitter->request->about, builder_str(&b));
}

static void report_failure(struct fitter *fitter, struct diags *diags)
{
    fitter_set(fitter, false); /* all of it */
    if (fitter->text->too_wide)
        report_wide(fitter, diags, fitter->text->too_wide);
    else
        report_cut(fitter, diags, DIAG_DOES_NOT_FIT, fitter->sizes.least);
}

const struct pages *fit_pages(struct arena *arena, struct diags *diags,
                              const struct fit_request *request)
{
    struct fitter fitter;
    fitter_init(&fitter, arena, request);
    if (!find_fit(&fitter) && !find_brief_fit(&fitter)) {
        report_failure(&fitter, diags);
        return NULL;
    }
    if (!request->large_print) {
        align_columns(&fitter);
        enlarge_title(&fitter);
    }
    enlarge_picture(&fitter);
    widen_gaps(&fitter);
    struct pages *pages = place_pages(&fitter);
    if (fitter.brief_contact) /* what is advised is to make room for all of it */
        fitter_swap_contact(&fitter);
    if (pages->fit.body < fitter_preferred(&fitter))
        report_cut(&fitter, diags, DIAG_SMALL_BODY, pages->fit.body);
    else
        pages->fit.room = advice_room(&fitter);
    return pages;
}
