/* See reference.h.  The dump lists values in the order of the struct, absent ones left out. */
#include "model/reference.h"

#include "model/dump.h"

static const char *const kind_names[] = {
#define REFERENCE_KIND(id, name) [REFERENCE_##id] = name,
#include "model/reference_kind.def"
#undef REFERENCE_KIND
};

/* " part "value"", on the same line. */
static void dump_part(struct builder *out, const char *part, struct str s)
{
    if (!s.ptr)
        return;
    builder_printf(out, " %s ", part);
    builder_quoted(out, s);
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
        dump_part(out, "dropping", name->dropping);
        dump_part(out, "suffix", name->suffix);
        builder_add(out, name->literal.ptr && !name->group ? STR(" person") : STR(""));
        builder_char(out, '\n');
    }
    if (names.others)
        builder_printf(out, "  %s and others\n", list);
}

static void dump_day(struct builder *out, struct date date)
{
    builder_printf(out, " %04d", date.year);
    if (date.month)
        builder_printf(out, "-%02d", date.month);
    if (date.day)
        builder_printf(out, "-%02d", date.day);
}

static void dump_cited_date(struct builder *out, const char *name, const struct cited_date *date)
{
    static const char *const seasons[] = {"", " spring", " summer", " autumn", " winter", " fall"};
    if (cited_date_is_absent(date))
        return;
    builder_printf(out, "%s%s", name, date->circa ? " about" : "");
    dump_part(out, "words", date->words);
    if (date->from.year)
        dump_day(out, date->from);
    builder_printf(out, "%s%s", seasons[date->season], date->to.year ? " to" : "");
    if (date->to.year)
        dump_day(out, date->to);
    builder_char(out, '\n');
}

static void dump_italics(struct builder *out, const char *name, struct italics italics)
{
    for (size_t i = 0; i < italics.count; i++) {
        builder_add(out, str_of(name));
        builder_printf(out, " %lu+%lu\n", (unsigned long)italics.at[i].off,
                       (unsigned long)italics.at[i].len);
    }
}

static void dump_reference(struct builder *out, const struct reference *reference)
{
    const struct {
        const char *name;
        struct str value;
    } parts[] = {
        {"  title", reference->title},
        {"  reviewed_title", reference->reviewed_title},
        {"  reviewed_genre", reference->reviewed_genre},
        {"  container", reference->container},
        {"  container_short", reference->container_short},
        {"  volume", reference->volume},
        {"  issue", reference->issue},
        {"  supplement", reference->supplement},
        {"  page", reference->page},
        {"  number", reference->number},
        {"  edition", reference->edition},
        {"  version", reference->version},
        {"  volumes", reference->volumes},
        {"  chapter", reference->chapter},
        {"  section", reference->section},
        {"  series", reference->series},
        {"  series_number", reference->series_number},
        {"  publisher", reference->publisher},
        {"  publisher_place", reference->publisher_place},
        {"  authority", reference->authority},
        {"  institution", reference->institution},
        {"  event", reference->event},
        {"  event_place", reference->event_place},
        {"  genre", reference->genre},
        {"  medium", reference->medium},
        {"  status", reference->status},
        {"  archive", reference->archive},
        {"  archive_location", reference->archive_location},
        {"  archive_collection", reference->archive_collection},
        {"  archive_place", reference->archive_place},
        {"  doi", reference->doi},
        {"  url", reference->url},
    };
#define REFERENCE_NAMES(member, csl) dump_names(out, #member, reference->member);
#include "model/reference_names.def"
#undef REFERENCE_NAMES
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        dump_str(out, parts[i].name, parts[i].value);
    dump_italics(out, "  title_italics", reference->title_italics);
    dump_italics(out, "  container_italics", reference->container_italics);
    dump_cited_date(out, "  issued", &reference->issued);
    dump_cited_date(out, "  accessed", &reference->accessed);
    dump_cited_date(out, "  original", &reference->original);
}

void references_dump(struct references references, struct builder *out)
{
    for (size_t i = 0; i < references.count; i++) {
        const struct reference *reference = &references.at[i];
        builder_printf(out, "%s", dump_item(out, "references", i, ""));
        dump_span(out, reference->place.span);
        builder_printf(out, " %s\n", kind_names[reference->kind]);
        dump_text(out, "  text", reference->text);
        dump_reference(out, reference);
    }
}
