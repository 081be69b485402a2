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

bool compose_same_language(struct str a, struct str b)
{
    return str_equal(str_before(a, '-'), str_before(b, '-'));
}

struct block *compose_clinic_block(const struct composer *composer, struct text text)
{
    struct block *block = block_text(composer->arena, BLOCK_PARAGRAPH, ROLE_BODY, text);
    if (block)
        block->language = composer->clinic_language;
    return block;
}

/* In English alone the word would be read in the page's language: then the number says enough. */
struct run compose_phone(const struct composer *composer, struct text number,
                         enum run_style style)
{
    struct run run = run_of_phone(composer->arena, number, style);
    struct phrase says = {.arena = composer->arena};
    if (!run.link.len || composer->labels.lent[LABEL_CALL] || composer->labels.language.len)
        return run;
    phrase_fill(&says, composer->labels.wording[LABEL_CALL],
                &(struct run){.text = number.str}, 1);
    run.says = says.count ? says.at[0].text : (struct str){0};
    return run;
}

void compose_item(const struct composer *composer, struct phrase *phrase, enum label label,
                  struct text text)
{
    text = compose_text(composer, text);
    struct run argument = label == LABEL_PHONE
                              ? compose_phone(composer, text, RUN_REGULAR)
                              : run_of(composer->arena, text);
    if (!argument.text.len)
        return;
    if (label == LABEL_HOURS)
        argument.language = composer->clinic_language;
    phrase_dot(phrase);
    phrase_fill(phrase, composer->labels.wording[label], &argument, 1);
}
