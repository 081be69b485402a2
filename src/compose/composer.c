/*
 * See composer.h.  What both halves of the sheet use stands apart from compose.c, so that they
 * need nothing of the file that calls them.
 */
#include "compose/composer.h"

#include <assert.h>

/* A clinic words its labels in the language of its articles. */
static struct block *in_its_language(const struct composer *composer, enum label label,
                                     struct block *block)
{
    if (block && !clinic_words(composer->clinic, label))
        block->language = composer->labels.lent[label] ? STR("en") : composer->labels.language;
    return block;
}

struct block *compose_label(const struct composer *composer, enum block_kind kind,
                            enum label label)
{
    assert((int)label >= 0 && label < LABEL_COUNT);
    struct text wording = {.str = composer->labels.wording[label]};
    struct block *block = block_text(composer->arena, kind, ROLE_BODY, wording);
    return in_its_language(composer, label, block);
}

struct block *compose_filled(const struct composer *composer, enum block_kind kind,
                             enum label label, const struct run *argument)
{
    struct phrase phrase = {.arena = composer->arena};
    phrase_fill(&phrase, tidy(composer->arena, composer->labels.wording[label]), argument, 1);
    return in_its_language(composer, label, block_phrase(kind, ROLE_BODY, &phrase));
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
    text = compose_text(composer, text);
    struct run argument = label == LABEL_PHONE
                              ? run_of_phone(composer->arena, text, RUN_REGULAR)
                              : run_of(composer->arena, text);
    if (!argument.text.len)
        return;
    phrase_dot(phrase);
    phrase_fill(phrase, composer->labels.wording[label], &argument, 1);
}
