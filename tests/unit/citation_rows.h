/*
 * References as rows of a table, and a citation as text in which the runs are marked.
 */
#ifndef UNIT_CITATION_ROWS_H
#define UNIT_CITATION_ROWS_H

#include "compose/citation.h"

#include "unit.h"

/* Names are written "family|given|suffix|particle|dropping particle", several with ";" between;
 * without "|" it is an organisation. */
struct row {
    const char *source;
    enum reference_kind kind;
#define REFERENCE_NAMES(member, csl) const char *member;
#include "model/reference_names.def"
#undef REFERENCE_NAMES
    const char *title, *container, *container_short;
    const char *volume, *volumes, *issue, *page, *chapter, *section;
    const char *edition, *publisher, *number;
    const char *genre, *medium, *version, *series, *supplement;
    const char *event, *event_place, *status, *described, *authority;
    const char *reviewed_title, *reviewed_genre;
    const char *archive, *archive_location, *archive_collection, *archive_place;
    const char *doi, *url;
    struct date issued, accessed, original;
    struct cited_date when; /* in place of issued: a range, words, "about" */
    struct italics italics; /* of the title */
    const char *expected;
};

/* The next part of *rest up to the separator; *rest moves behind it. */
static inline struct str next_part(struct str *rest, char separator)
{
    size_t end = str_find(*rest, separator);
    struct str part = str_part(*rest, 0, end);
    *rest = str_part(*rest, end + 1, rest->len);
    return part;
}

static inline struct names names_of(struct arena *arena, const char *written)
{
    enum { MOST = 22 };
    struct name *names = ARENA_ARRAY(arena, MOST, struct name);
    size_t count = 0;
    for (struct str rest = str_of(written); rest.len; count++) {
        struct str one = next_part(&rest, ';');
        assert_true(count < MOST);
        if (str_find(one, '|') == one.len) {
            names[count].literal = one;
            names[count].group = true;
            continue;
        }
        names[count].family = next_part(&one, '|');
        names[count].given = next_part(&one, '|');
        names[count].suffix = next_part(&one, '|');
        names[count].particle = next_part(&one, '|');
        names[count].dropping = one;
    }
    return (struct names){.at = names, .count = count};
}

static inline struct reference reference_of(struct arena *arena, const struct row *row)
{
    return (struct reference){
        .kind = row->kind,
#define REFERENCE_NAMES(member, csl) .member = names_of(arena, row->member),
#include "model/reference_names.def"
#undef REFERENCE_NAMES
        .title = str_of(row->title),
        .container = str_of(row->container),
        .container_short = str_of(row->container_short),
        .volume = str_of(row->volume),
        .volumes = str_of(row->volumes),
        .issue = str_of(row->issue),
        .chapter = str_of(row->chapter),
        .section = str_of(row->section),
        .page = str_of(row->page),
        .number = str_of(row->number),
        .edition = str_of(row->edition),
        .publisher = str_of(row->publisher),
        .genre = str_of(row->genre),
        .medium = str_of(row->medium),
        .version = str_of(row->version),
        .series = str_of(row->series),
        .supplement = str_of(row->supplement),
        .event = str_of(row->event),
        .event_place = str_of(row->event_place),
        .status = str_of(row->status),
        .described = str_of(row->described),
        .authority = str_of(row->authority),
        .reviewed_title = str_of(row->reviewed_title),
        .reviewed_genre = str_of(row->reviewed_genre),
        .archive = str_of(row->archive),
        .archive_location = str_of(row->archive_location),
        .archive_collection = str_of(row->archive_collection),
        .archive_place = str_of(row->archive_place),
        .title_italics = row->italics,
        .doi = str_of(row->doi),
        .url = str_of(row->url),
        .issued = row->issued.year ? (struct cited_date){.from = row->issued} : row->when,
        .accessed = {.from = row->accessed},
        .original = {.from = row->original},
    };
}

/* As sheet_dump() marks runs. */
static inline const char *marked(struct arena *arena, struct runs runs)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < runs.count; i++) {
        const struct run *run = &runs.at[i];
        const char *mark = run->style == RUN_ITALIC ? "_" : run->style == RUN_BOLD ? "**" : "";
        builder_printf(&b, "%s%s", run->link.len ? "[" : "", mark);
        builder_add(&b, run->text);
        builder_printf(&b, "%s", mark);
        if (run->link.len)
            builder_printf(&b, "](%.*s)", STR_ARGS(run->link));
    }
    return builder_str(&b).ptr;
}

/* Each row in its style. */
static inline void assert_rows(const struct row *rows, size_t count, enum citation_choice style)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct reference reference = reference_of(arena, &rows[i]);
        struct phrase phrase = {.arena = arena};
        citation_add(&phrase, &reference, style);
        assert_string_equal(marked(arena, phrase_runs(&phrase)), rows[i].expected);
        arena_free(arena);
    }
}

#endif
