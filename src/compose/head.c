/*
 * The head of the sheet: letterhead, title, key message, plan, and the sections.  The sections
 * are siblings in COLUMNS; which stand side by side is the layout's business.
 */
#include "compose/composer.h"

static struct block *paragraph(const struct composer *c, enum role role, struct text text)
{
    return block_text(c->arena, BLOCK_PARAGRAPH, role, text);
}

/* The logo and the clinic's name at the left, the first way to reach it at the right. */
static struct block *letterhead(const struct composer *c)
{
    struct block *row = block_new(c->arena, BLOCK_ROW, ROLE_LETTERHEAD);
    struct phrase name = {.arena = c->arena}, reach = {.arena = c->arena};
    struct text email = compose_text(c, c->clinic->email);
    struct text website = compose_text(c, c->clinic->website);

    phrase_text(&name, compose_text(c, c->clinic->name), RUN_BOLD);
    if (c->clinic->phone.str.len)
        compose_item(c, &reach, LABEL_PHONE, c->clinic->phone);
    else if (email.str.len)
        phrase_email(&reach, email);
    else
        phrase_url(&reach, website);

    block_append(row, compose_figure(c, c->figures.logo));
    block_append(row, block_phrase(BLOCK_PARAGRAPH, ROLE_BODY, &name));
    block_append(row, block_phrase(BLOCK_PARAGRAPH, ROLE_BODY, &reach));
    return block_or_none(row);
}

static struct block *title(const struct composer *c)
{
    struct block *heading = block_text(c->arena, BLOCK_HEADING, ROLE_TITLE,
                                       c->article->title);
    if (heading)
        heading->level = 1;
    return heading;
}

/* ---- Your plan ---- */

static struct block *fields(const struct composer *c)
{
    static const enum label usual[] = {LABEL_PLAN_FOR, LABEL_PLAN_DATE, LABEL_PLAN_AMOUNT,
                                       LABEL_PLAN_HOW_OFTEN, LABEL_PLAN_START,
                                       LABEL_PLAN_NEXT_VISIT};
    struct block *list = block_new(c->arena, BLOCK_FIELDS, ROLE_BODY);
    bool own = c->clinic->plan == PLAN_LABELS;
    size_t count = own ? c->clinic->plan_labels.count : sizeof usual / sizeof *usual;
    for (size_t i = 0; i < count; i++) {
        block_append(list, own ? paragraph(c, ROLE_BODY, c->clinic->plan_labels.at[i])
                               : compose_label(c, BLOCK_PARAGRAPH, usual[i]));
    }
    return block_or_none(list);
}

static struct block *plan(const struct composer *c)
{
    struct block *lines = c->clinic->plan == PLAN_OFF ? NULL : fields(c);
    if (!lines)
        return NULL;
    /* No name: it has no text that could be cut. */
    struct block *section = block_new(c->arena, BLOCK_GROUP, ROLE_PLAN);
    block_append(section, compose_heading(c, LABEL_PLAN));
    block_append(section, lines);
    return section;
}

/* ---- Sections ---- */

/* A bare text, or "Title: text" with the title in bold. */
static struct block *point(const struct composer *c, const struct point *from)
{
    struct phrase phrase = {.arena = c->arena};
    struct text name = compose_text(c, from->title);
    phrase_text(&phrase, name, RUN_BOLD);
    if (name.str.len) {
        if (!ends_in_punctuation(name.str))
            phrase_styled(&phrase, c->labels.colon, RUN_BOLD);
        phrase_add(&phrase, STR(" "));
    }
    phrase_text(&phrase, compose_text(c, from->text), RUN_REGULAR);
    return block_phrase(BLOCK_ITEM, ROLE_BODY, &phrase);
}

static struct block *point_list(const struct composer *c, struct points points)
{
    struct block *list = block_new(c->arena, BLOCK_LIST, ROLE_BODY);
    for (size_t i = 0; i < points.count; i++)
        block_append(list, point(c, &points.at[i]));
    return block_or_none(list);
}

static struct block *text_list(const struct composer *c, struct texts texts)
{
    struct block *list = block_new(c->arena, BLOCK_LIST, ROLE_BODY);
    for (size_t i = 0; i < texts.count; i++)
        block_append(list, block_text(c->arena, BLOCK_ITEM, ROLE_BODY, texts.at[i]));
    return block_or_none(list);
}

/* A section that is one list; NULL if the list is. */
static struct block *list_section(const struct composer *c, enum label label,
                                  struct block *list, struct place at, bool protect)
{
    if (!list)
        return NULL;
    struct block *section = compose_section(c, ROLE_SECTION, label);
    section->at = at;
    section->protect = protect;
    block_append(section, list);
    return section;
}

static struct block *dosage(const struct composer *c)
{
    const struct dosage *from = &c->article->dosage;
    struct block *section = compose_section(c, ROLE_SECTION, LABEL_DOSAGE);
    section->at = from->how.at;
    struct phrase amount = {.arena = c->arena};
    phrase_text(&amount, compose_text(c, from->amount), RUN_BOLD);
    struct block *steps = text_list(c, from->steps);
    if (steps)
        steps->numbered = true;
    block_append(section, block_phrase(BLOCK_PARAGRAPH, ROLE_AMOUNT, &amount));
    block_append(section, paragraph(c, ROLE_BODY, from->how));
    block_append(section, steps);
    return section;
}

/* Framed, and the last place to cut. */
static struct block *cautions(const struct composer *c)
{
    struct block *list = point_list(c, c->article->cautions);
    if (!list)
        return NULL;
    struct block *section = block_new(c->arena, BLOCK_GROUP, ROLE_CAUTION);
    struct block *box = block_new(c->arena, BLOCK_BOX, ROLE_BODY);
    section->name = tidy(c->arena, c->labels.wording[LABEL_CAUTIONS]);
    section->at = c->article->cautions.place;
    section->protect = true;
    block_append(section, box);
    block_append(box, compose_heading(c, LABEL_CAUTIONS));
    block_append(box, list);
    return section;
}

static struct block *sections(const struct composer *c)
{
    const struct article *from = c->article;
    struct block *columns = block_new(c->arena, BLOCK_COLUMNS, ROLE_BODY);
    block_append(columns, list_section(c, LABEL_BENEFITS, point_list(c, from->benefits),
                                       from->benefits.place, false));
    block_append(columns, dosage(c));
    block_append(columns, cautions(c));
    block_append(columns, list_section(c, LABEL_ASK_FIRST, text_list(c, from->ask_first),
                                       from->ask_first.place, true));
    block_append(columns, list_section(c, LABEL_STOP_AND_CALL, text_list(c, from->stop_and_call),
                                       from->stop_and_call.place, true));
    block_append(columns, list_section(c, LABEL_UNKNOWNS, text_list(c, from->unknowns),
                                       from->unknowns.place, false));
    return columns;
}

struct block *compose_head(const struct composer *composer, bool with_letterhead)
{
    struct block *head = block_new(composer->arena, BLOCK_GROUP, ROLE_BODY);
    block_append(head, with_letterhead ? letterhead(composer) : NULL);
    block_append(head, title(composer));
    block_append(head, paragraph(composer, ROLE_SUBTITLE, composer->article->subtitle));
    block_append(head, paragraph(composer, ROLE_SUMMARY, composer->article->summary));
    block_append(head, plan(composer));
    block_append(head, sections(composer));
    return head;
}
