/* See article.h.  The dump lists values in the order of the struct, absent ones left out. */
#include "model/article.h"

#include "model/dump.h"
#include "model/section.h"

static void dump_points(struct builder *out, const char *name, struct points points)
{
    for (size_t i = 0; i < points.count; i++) {
        dump_text(out, dump_item(out, name, i, "title"), points.at[i].title);
        dump_text(out, dump_item(out, name, i, "text"), points.at[i].text);
    }
}

static void dump_dosage(struct builder *out, struct dosage dosage)
{
    dump_text(out, "dosage.amount", dosage.amount);
    dump_text(out, "dosage.how", dosage.how);
    dump_texts(out, "dosage.steps", dosage.steps);
}

static void dump_section(struct builder *out, const struct section *section, const void *value)
{
    switch (section->kind) {
    case SECTION_IS_points:
        dump_points(out, section->field, *(const struct points *)value);
        break;
    case SECTION_IS_texts:
        dump_texts(out, section->field, *(const struct texts *)value);
        break;
    case SECTION_IS_dosage:
        dump_dosage(out, *(const struct dosage *)value);
        break;
    }
}

/* ---- References ---- */

static void dump_kind(struct builder *out, enum reference_kind kind)
{
    static const char *const names[] = {
        [REFERENCE_TEXT] = "text",       [REFERENCE_ARTICLE] = "article",
        [REFERENCE_BOOK] = "book",       [REFERENCE_CHAPTER] = "chapter",
        [REFERENCE_WEBPAGE] = "webpage", [REFERENCE_REPORT] = "report",
        [REFERENCE_OTHER] = "other",
    };
    builder_printf(out, " %s", names[kind]);
}

/* " part "value"", on the same line. */
static void dump_part(struct builder *out, const char *part, struct str s)
{
    if (!s.ptr)
        return;
    builder_printf(out, " %s ", part);
    dump_quoted(out, s);
}

static void dump_names(struct builder *out, const char *list, struct names names)
{
    for (size_t i = 0; i < names.count; i++) {
        const struct name *name = &names.at[i];
        builder_printf(out, "  %s", dump_item(out, list, i, ""));
        dump_part(out, "literal", name->literal);
        dump_part(out, "particle", name->particle);
        dump_part(out, "family", name->family);
        dump_part(out, "given", name->given);
        dump_part(out, "suffix", name->suffix);
        builder_char(out, '\n');
    }
}

static void dump_date(struct builder *out, const char *name, struct date date)
{
    if (!date.year)
        return;
    builder_printf(out, "%s %04d", name, date.year);
    if (date.month)
        builder_printf(out, "-%02d", date.month);
    if (date.day)
        builder_printf(out, "-%02d", date.day);
    builder_char(out, '\n');
}

static void dump_reference(struct builder *out, const struct reference *reference)
{
    const struct {
        const char *name;
        struct str value;
    } parts[] = {
        {"  title", reference->title},
        {"  container", reference->container},
        {"  container_short", reference->container_short},
        {"  volume", reference->volume},
        {"  issue", reference->issue},
        {"  page", reference->page},
        {"  number", reference->number},
        {"  edition", reference->edition},
        {"  publisher", reference->publisher},
        {"  publisher_place", reference->publisher_place},
        {"  doi", reference->doi},
        {"  url", reference->url},
    };
    dump_names(out, "authors", reference->authors);
    dump_names(out, "editors", reference->editors);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        dump_str(out, parts[i].name, parts[i].value);
    dump_date(out, "  issued", reference->issued);
    dump_date(out, "  accessed", reference->accessed);
}

static void dump_references(struct builder *out, struct references references)
{
    for (size_t i = 0; i < references.count; i++) {
        const struct reference *reference = &references.at[i];
        builder_printf(out, "%s", dump_item(out, "references", i, ""));
        dump_span(out, reference->place.span);
        dump_kind(out, reference->kind);
        builder_char(out, '\n');
        dump_text(out, "  text", reference->text);
        dump_reference(out, reference);
    }
}

/* ---- The whole ---- */

void article_dump(const struct article *article, struct builder *out)
{
    dump_str(out, "language", article->language);
    dump_str(out, "id", article->id);
    dump_text(out, "title", article->title);
    dump_text(out, "subtitle", article->subtitle);
    dump_text(out, "summary", article->summary);
    for (size_t i = 0; i < SECTION_COUNT; i++)
        dump_section(out, &sections[i], section_value(&sections[i], article));
    dump_references(out, article->references);
    dump_text(out, "disclaimer", article->disclaimer);
    dump_texts(out, "topic", article->topic);
    dump_text(out, "source.title", article->published.title);
    dump_text(out, "source.url", article->published.url);
    dump_text(out, "source.updated", article->published.updated);
    dump_text(out, "reviewed.by", article->review.by);
    dump_text(out, "reviewed.on", article->review.on);
    dump_text(out, "reviewed.next", article->review.next);
}
