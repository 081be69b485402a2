/*
 * The sheet is made from the top down in two halves, head.c and foot.c; each part of the page is
 * one function there that returns its block, or NULL if there is nothing to print.
 */
#include "compose/composer.h"

#include <assert.h>

/* A dark teal: 7.6 to 1 on white, and dark enough when it is copied in grey. */
#define ACCENT_DEFAULT 0x1B5E5Au

static const struct clinic no_clinic;

struct labels compose_labels(const struct labels *labels, const struct clinic *clinic)
{
    struct labels own = *labels;
    for (size_t i = 0; i < clinic->labels.count; i++) {
        enum label label = label_find(clinic->labels.at[i].key);
        if (label < LABEL_COUNT)
            own.wording[label] = clinic->labels.at[i].wording.str;
    }
    return own;
}

const struct sheet *compose(struct arena *arena, const struct article *article,
                            const struct clinic *clinic, const struct labels *labels,
                            struct figures figures, bool letterhead)
{
    clinic = clinic ? clinic : &no_clinic;
    struct composer composer = {arena, article, clinic, compose_labels(labels, clinic), figures};
    struct sheet *sheet = ARENA_NEW(arena, struct sheet);
    sheet->language = article->language;
    sheet->title = compose_text(&composer, article->title).str;
    sheet->author = compose_text(&composer, clinic->name).str;
    sheet->id = article->id;
    sheet->blank_letterhead = !letterhead;
    sheet->accent = clinic->accent.str.ptr ? clinic->accent_rgb : ACCENT_DEFAULT;
    sheet->head = compose_head(&composer, letterhead);
    sheet->foot = compose_foot(&composer);
    return sheet;
}

/* ---- What both halves use ---- */

/* A clinic words its labels in the language of its articles. */
struct block *compose_label(const struct composer *composer, enum block_kind kind,
                            enum label label)
{
    assert((int)label >= 0 && label < LABEL_COUNT);
    struct text wording = {.str = composer->labels.wording[label]};
    struct block *block = block_text(composer->arena, kind, ROLE_BODY, wording);
    if (block && !clinic_words(composer->clinic, label))
        block->language = composer->labels.lent[label] ? STR("en") : composer->labels.language;
    return block;
}

struct block *compose_heading(const struct composer *composer, enum label label)
{
    struct block *heading = compose_label(composer, BLOCK_HEADING, label);
    if (heading)
        heading->level = 2;
    return heading;
}

struct block *compose_section(const struct composer *composer, enum role role,
                              enum label label)
{
    struct block *section = block_new(composer->arena, BLOCK_GROUP, role);
    section->name = tidy(composer->arena, composer->labels.wording[label]);
    block_append(section, compose_heading(composer, label));
    return section;
}

struct block *compose_figure(const struct composer *composer, const struct figure *figure)
{
    if (!figure)
        return NULL;
    struct block *block = block_new(composer->arena, BLOCK_FIGURE, ROLE_BODY);
    block->figure = figure;
    return block;
}

struct text compose_text(const struct composer *composer, struct text text)
{
    return (struct text){tidy(composer->arena, text.str), text.at};
}

void compose_item(const struct composer *composer, struct phrase *phrase, enum label label,
                  struct text text)
{
    struct run argument = run_of(composer->arena, compose_text(composer, text));
    if (!argument.text.len)
        return;
    phrase_separate(phrase, SEPARATOR);
    phrase_fill(phrase, composer->labels.wording[label], &argument, 1);
}
