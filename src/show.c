/*
 * The other half of the facade: what a job found out, as its user sees it.
 */
#include "job.h"
#include "layout/page.h"

static const enum handout_severity severities[] = {
    [SEVERITY_NOTE] = HANDOUT_NOTE,
    [SEVERITY_WARNING] = HANDOUT_WARNING,
    [SEVERITY_ERROR] = HANDOUT_ERROR,
};

/* ---- The report ---- */

const char *handout_job_id(const struct handout_job *job)
{
    return job->article.id.len ? job->article.id.ptr : "handout";
}

struct handout_report handout_job_report(const struct handout_job *job)
{
    if (!job->pages)
        return (struct handout_report){.paper = ""};
    return (struct handout_report){
        .paper = job->pages->paper->name,
        .pages = (int)job->pages->count,
        .body = job->pages->fit.body,
        .fine = job->pages->fit.fine,
        .words = job->pages->fit.words,
        .room = job->pages->fit.room,
    };
}

size_t handout_diagnostic_count(const struct handout_job *job)
{
    return job->diags.count;
}

/* A line longer than this is shown as the part around the place. */
enum { SHOWN_MOST = 120, SHOWN_BEFORE = 40 };

/* Cuts a line to the characters around a column and marks the cuts with "…". */
static void show_line(struct arena *arena, struct handout_diagnostic *shown, struct str line)
{
    struct builder b = {.arena = arena};
    size_t length = utf8_length(line), column = shown->column - 1;
    size_t from = length > SHOWN_MOST && column > SHOWN_BEFORE ? column - SHOWN_BEFORE : 0;
    size_t to = length - from > SHOWN_MOST ? from + SHOWN_MOST : length;
    if (from)
        builder_add(&b, STR("…"));
    size_t index = 0;
    for (size_t at = 0; at < line.len; index++) {
        uint32_t c = utf8_next(line, &at);
        bool control = c == UTF8_BAD || (c < ' ' && c != '\t') || (c >= 0x7F && c < 0xA0);
        if (index >= from && index < to)
            builder_utf8(&b, control ? 0xFFFD : c); /* nothing may disturb a terminal */
    }
    if (to < length)
        builder_add(&b, STR("…"));
    shown->source_line = builder_str(&b).ptr;
    shown->caret = (uint32_t)(column - from + (from ? 1 : 0));
    if (shown->width > length - column)
        shown->width = length > column ? (uint32_t)(length - column) : 1;
}

static struct handout_diagnostic *show(struct arena *arena, const struct diag *diag)
{
    struct handout_diagnostic *shown = ARENA_NEW(arena, struct handout_diagnostic);
    *shown = (struct handout_diagnostic){
        .id = diag_slug(diag->id).ptr,
        .severity = severities[diag->severity],
        .file = "",
        .source_line = "",
        .width = 1,
        .message = str_c(arena, diag->message),
        .hint = str_c(arena, diag->hint),
    };
    const struct source *source = diag->at.source;
    if (source)
        shown->file = str_c(arena, source->name);
    if (source && (diag->at.span.off || diag->at.span.len)) {
        struct position p = source_position(source, diag->at.span.off);
        shown->line = p.line;
        shown->column = p.column;
        size_t width =
            utf8_length(str_part(source->text, diag->at.span.off, diag->at.span.len));
        shown->width = width ? (uint32_t)width : 1;
        show_line(arena, shown, p.line_text);
    }
    return shown;
}

const struct handout_diagnostic *handout_diagnostic_at(struct handout_job *job, size_t index)
{
    const struct diag *diag = job->diags.first;
    if (!job->shown[index]) {
        for (size_t i = 0; i < index; i++)
            diag = diag->next;
        job->shown[index] = show(job->arena, diag);
    }
    return job->shown[index];
}

/* ---- The review ---- */

static struct handout_reading show_reading(struct arena *arena, const struct reading *reading)
{
    return (struct handout_reading){
        .part = str_c(arena, reading->part),
        .words = reading->words,
        .sentences = reading->sentences,
        .score = reading->score,
        .smog = reading->smog,
        .smog_plain = reading->smog_plain,
        .sentence_mean = reading->sentence_mean,
    };
}

static const struct handout_hard *show_hard(struct arena *arena, const struct hard *hard,
                                            size_t count)
{
    struct handout_hard *shown = ARENA_ARRAY(arena, count, struct handout_hard);
    for (size_t i = 0; i < count; i++) {
        struct position p = source_position(hard[i].at.source, hard[i].at.span.off);
        shown[i] = (struct handout_hard){p.line, p.column, str_c(arena, hard[i].text),
                                         hard[i].score};
    }
    return shown;
}

static const struct handout_item *show_items(struct arena *arena, const struct lint_result *review)
{
    static const enum handout_verdict verdicts[] = {
        [VERDICT_MET] = HANDOUT_MET,
        [VERDICT_NOT_MET] = HANDOUT_NOT_MET,
        [VERDICT_TO_JUDGE] = HANDOUT_TO_JUDGE,
        [VERDICT_NOT_APPLICABLE] = HANDOUT_NOT_APPLICABLE,
    };
    struct handout_item *shown = ARENA_ARRAY(arena, review->item_count, struct handout_item);
    for (size_t i = 0; i < review->item_count; i++) {
        const struct item *item = &review->items[i];
        shown[i] = (struct handout_item){str_c(arena, item->card), item->number,
                                         str_c(arena, item->question), verdicts[item->verdict],
                                         str_c(arena, item->because)};
    }
    return shown;
}

static struct handout_review *show_review(struct arena *arena, const struct lint_result *review)
{
    static const char *const formulas[] = {
        [FORMULA_NONE] = "", [FORMULA_ENGLISH] = "Flesch-Kincaid", [FORMULA_SPANISH] = "INFLESZ"};
    struct handout_reading *readings =
        ARENA_ARRAY(arena, review->reading_count, struct handout_reading);
    for (size_t i = 0; i < review->reading_count; i++)
        readings[i] = show_reading(arena, &review->readings[i]);
    struct handout_review *shown = ARENA_NEW(arena, struct handout_review);
    *shown = (struct handout_review){
        .formula = formulas[review->formula],
        .readings = readings,
        .reading_count = review->reading_count,
        .sentences = show_hard(arena, review->sentences, review->sentence_count),
        .sentence_count = review->sentence_count,
        .words = show_hard(arena, review->words, review->word_count),
        .word_count = review->word_count,
        .items = show_items(arena, review),
        .item_count = review->item_count,
    };
    return shown;
}

const struct handout_review *handout_job_review(struct handout_job *job)
{
    if (job->review && !job->shown_review)
        job->shown_review = show_review(job->arena, job->review);
    return job->shown_review;
}

size_t handout_rule_count(void)
{
    return RULE_COUNT;
}

struct handout_rule handout_rule_at(size_t index)
{
    struct rule_entry entry = rule_entry((enum rule)index);
    return (struct handout_rule){entry.slug.ptr, severities[entry.severity], entry.message.ptr,
                                 entry.source.ptr};
}

/* ---- Looking inside ---- */

bool handout_dump(struct handout_job *job, enum handout_dump what, handout_sink *sink,
                  void *context)
{
    struct builder b = {.arena = job->arena};
    switch (what) {
    case HANDOUT_DUMP_JSON:
        if (job->tree)
            json_dump(job->tree, &b);
        break;
    case HANDOUT_DUMP_ARTICLE:
        if (!job->readable)
            break;
        article_dump(&job->article, &b);
        if (job->has_clinic)
            clinic_dump(&job->clinic, &b);
        break;
    case HANDOUT_DUMP_SHEET:
        if (job->sheet)
            sheet_dump(job->sheet, &b);
        break;
    case HANDOUT_DUMP_PAGE:
        if (job->pages)
            pages_dump(job->pages, &b);
        break;
    case HANDOUT_DUMP_TAGS:
        if (job->pages)
            tags_dump(job->pages, &b);
        break;
    }
    return b.len > 0 && sink(context, b.ptr, b.len);
}
