/*
 * The other half of the facade: what was found out, as its user sees it.
 */
#include "facade.h"

static const enum handout_severity severities[] = {
    [SEVERITY_NOTE] = HANDOUT_NOTE,
    [SEVERITY_WARNING] = HANDOUT_WARNING,
    [SEVERITY_ERROR] = HANDOUT_ERROR,
};

/* ---- The report ---- */

const char *handout_document_id(const struct handout_document *document)
{
    return document && document->article.id.len ? document->article.id.ptr : "handout";
}

struct handout_report handout_pages_report(const struct handout_pages *pages)
{
    if (!pages || !pages->made)
        return (struct handout_report){.paper = ""};
    return (struct handout_report){
        .paper = pages->made->paper->name,
        .pages = (int)pages->made->count,
        .body = pages->made->fit.body,
        .fine = pages->made->fit.fine,
        .words = pages->made->fit.words,
        .brief_contact = pages->made->fit.brief_contact,
        .room = pages->made->fit.room,
    };
}

/* ---- Diagnostics ---- */

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
    for (size_t at = 0, index = 0; index < to; index++) {
        uint32_t c = utf8_next(line, &at);
        bool control = c == UTF8_BAD || (c < ' ' && c != '\t') || (c >= 0x7F && c < 0xA0);
        if (index >= from)
            builder_utf8(&b, control ? 0xFFFD : c); /* nothing may disturb a terminal */
    }
    if (to < length)
        builder_add(&b, STR("…"));
    shown->source_line = builder_str(&b).ptr;
    shown->caret = (uint32_t)(column - from + (from ? 1 : 0));
    if (shown->width > length - column)
        shown->width = length > column ? (uint32_t)(length - column) : 1;
}

const char *show_pointer(struct arena *arena, const struct handout_document *document,
                         struct place place)
{
    if (!document)
        return "";
    const struct json *root = document->article_tree;
    if (place.source == &document->clinic.source)
        root = document->clinic_tree;
    else if (place.source != &document->article.source)
        root = NULL;
    bool whole = !place.span.off && !place.span.len;
    return root && !whole ? json_pointer(arena, root, place.span).ptr : "";
}

/* The line and the column of a diagnostic's place. */
static void show_place(struct arena *arena, struct handout_diagnostic *shown, struct place at)
{
    struct position p = source_position(at.source, at.span.off);
    size_t width = utf8_length(str_part(at.source->text, at.span.off, at.span.len));
    shown->line = p.line;
    shown->column = p.column;
    shown->width = width ? (uint32_t)width : 1;
    show_line(arena, shown, p.line_text);
}

static struct handout_diagnostic show_diagnostic(struct arena *arena, const struct diag *diag,
                                                 const struct handout_document *document)
{
    const struct source *source = diag->at.source;
    struct handout_diagnostic shown = {
        .id = diag_slug(diag->id).ptr,
        .severity = severities[diag->severity],
        .file = source ? str_c(arena, source->name) : "",
        .source_line = "",
        .width = 1,
        .pointer = show_pointer(arena, document, diag->at),
        .message = str_c(arena, diag->message),
        .hint = str_c(arena, diag->hint),
    };
    if (source && (diag->at.span.off || diag->at.span.len))
        show_place(arena, &shown, diag->at);
    return shown;
}

struct handout_diagnostics show_diagnostics(struct arena *arena, const struct diags *diags,
                                            const struct handout_document *document)
{
    struct handout_diagnostic *at = ARENA_ARRAY(arena, diags->count, struct handout_diagnostic);
    struct handout_diagnostics all = {at, diags->count, diags->errors};
    for (const struct diag *diag = diags->first; diag; diag = diag->next)
        *at++ = show_diagnostic(arena, diag, document);
    return all;
}

struct handout_diagnostics handout_document_diagnostics(const struct handout_document *document)
{
    return document ? document->shown : (struct handout_diagnostics){NULL, 0, 0};
}

struct handout_diagnostics handout_pages_diagnostics(const struct handout_pages *pages)
{
    return pages ? pages->shown : (struct handout_diagnostics){NULL, 0, 0};
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

static const struct handout_own_word *show_own_words(struct arena *arena,
                                                     const struct lint_result *review)
{
    static const char *const levels[] = {"warning", "off", "note", "warning", "error"};
    struct handout_own_word *shown =
        ARENA_ARRAY(arena, review->own_count, struct handout_own_word);
    for (size_t i = 0; i < review->own_count; i++) {
        const struct own_word *word = review->own[i].word;
        shown[i] = (struct handout_own_word){str_c(arena, word->term.str),
                                             str_c(arena, word->say.str), levels[word->level],
                                             review->own[i].count};
    }
    return shown;
}

struct handout_review show_review(struct arena *arena, const struct lint_result *review)
{
    static const char *const formulas[] = {
        [FORMULA_NONE] = "", [FORMULA_ENGLISH] = "Flesch-Kincaid", [FORMULA_SPANISH] = "INFLESZ"};
    struct handout_reading *readings =
        ARENA_ARRAY(arena, review->reading_count, struct handout_reading);
    for (size_t i = 0; i < review->reading_count; i++)
        readings[i] = show_reading(arena, &review->readings[i]);
    return (struct handout_review){
        .formula = formulas[review->formula],
        .readings = readings,
        .reading_count = review->reading_count,
        .sentences = show_hard(arena, review->sentences, review->sentence_count),
        .sentence_count = review->sentence_count,
        .words = show_hard(arena, review->words, review->word_count),
        .word_count = review->word_count,
        .items = show_items(arena, review),
        .item_count = review->item_count,
        .own_words = show_own_words(arena, review),
        .own_word_count = review->own_count,
    };
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

struct dump_work {
    const struct handout_document *document;
    const struct handout_pages *pages;
    enum handout_dump what;
    struct builder out;
};

static void dump_document(struct dump_work *work)
{
    const struct handout_document *document = work->document;
    if (work->what == HANDOUT_DUMP_JSON && document->article_tree)
        json_dump(document->article_tree, &work->out);
    if (work->what != HANDOUT_DUMP_ARTICLE || !document->readable)
        return;
    article_dump(&document->article, &work->out);
    if (document->has_clinic)
        clinic_dump(&document->clinic, &work->out);
}

static void dump_pages(struct dump_work *work)
{
    const struct handout_pages *pages = work->pages;
    if (work->what == HANDOUT_DUMP_SHEET && pages->sheet)
        sheet_dump(pages->sheet, &work->out);
    if (work->what == HANDOUT_DUMP_PAGE && pages->made)
        pages_dump(pages->made, &work->out);
    if (work->what == HANDOUT_DUMP_TAGS && pages->made)
        tags_dump(pages->made, &work->out);
}

static void dump_all(void *context)
{
    struct dump_work *work = context;
    dump_document(work);
    if (work->pages)
        dump_pages(work);
}

bool handout_dump(const struct handout_document *document, const struct handout_pages *pages,
                  enum handout_dump what, handout_sink *sink, void *context)
{
    if (!document)
        return false;
    struct arena *arena = open_arena(&document->options);
    struct dump_work work = {document, pages, what, {.arena = arena}};
    bool there = arena && arena_try(arena, dump_all, &work) && work.out.len > 0;
    bool taken = there && sink(context, work.out.ptr, work.out.len);
    arena_free(arena);
    return taken;
}
