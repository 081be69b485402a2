/*
 * The foot of the sheet: whom to call, references beside the disclaimer, how to reach the clinic,
 * and one quiet line that says which document this is.
 */
#include "compose/citation.h"
#include "compose/composer.h"
#include "compose/date.h"

/* ---- References and disclaimer ---- */

static struct block *reference(const struct composer *c, const struct reference *from)
{
    struct phrase phrase = {.arena = c->arena};
    citation_add(&phrase, from, c->clinic->citation);
    struct block *item = block_phrase(BLOCK_ITEM, ROLE_BODY, &phrase);
    struct str tag = from->language_tag; /* what is none is no language of a PDF */
    if (item && tag.len && !compose_same_language(tag, c->article->language))
        item->language = tag;
    return item;
}

static struct block *references(const struct composer *c)
{
    const struct references *from = &c->article->references;
    if (!from->count)
        return NULL;
    struct block *section = compose_section(c, ROLE_FINE, LABEL_REFERENCES);
    struct block *list = block_new(c->arena, BLOCK_LIST, ROLE_BODY);
    list->numbered = true;
    for (size_t i = 0; i < from->count; i++)
        block_append(list, reference(c, &from->at[i]));
    block_append(section, list);
    return section;
}

/* Verbatim from 21 CFR 101.93(c), which allows no other words; (e) asks for bold type. */
static struct block *supplement_statement(const struct composer *c)
{
    struct phrase phrase = {.arena = c->arena};
    if (c->clinic->supplement == SUPPLEMENT_NONE)
        return NULL;
    phrase_styled(&phrase,
                  c->clinic->supplement == SUPPLEMENT_SINGULAR ? STR("This statement has")
                                                               : STR("These statements have"),
                  RUN_BOLD);
    phrase_styled(&phrase,
                  STR(" not been evaluated by the Food and Drug Administration. This product is "
                      "not intended to diagnose, treat, cure, or prevent any disease."),
                  RUN_BOLD);
    return block_phrase(BLOCK_PARAGRAPH, ROLE_BODY, &phrase);
}

static struct block *disclaimer(const struct composer *c)
{
    struct text own = c->article->disclaimer;
    struct block *words = own.str.len ? block_text(c->arena, BLOCK_PARAGRAPH, ROLE_BODY, own)
                                      : compose_clinic_block(c, c->clinic->disclaimer);
    struct block *statement = supplement_statement(c);
    if (!words && !statement)
        return NULL;
    struct block *section = compose_section(c, ROLE_FINE, LABEL_DISCLAIMER);
    block_append(section, words);
    block_append(section, statement);
    return section;
}

static struct block *fine_print_block(const struct composer *c)
{
    struct block *columns = block_new(c->arena, BLOCK_COLUMNS, ROLE_BODY);
    block_append(columns, references(c));
    block_append(columns, disclaimer(c));
    return block_or_none(columns);
}

/* ---- Contact ---- */

/* The name, which heads the block for those who listen. */
static void add_clinic_name(const struct composer *c, struct phrase *phrase)
{
    phrase_text(phrase, compose_text(c, c->clinic->name), RUN_BOLD);
    if (phrase->count)
        phrase->at[0].heading = true;
}

static struct block *clinic_block(const struct composer *c)
{
    struct phrase phrase = {.arena = c->arena};
    const struct text more[] = {c->clinic->about, c->clinic->copyright};
    add_clinic_name(c, &phrase);
    phrase.language = c->clinic_language;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (more[i].str.len) {
            phrase_dot(&phrase);
            phrase_text(&phrase, compose_text(c, more[i]), RUN_REGULAR);
        }
    return block_phrase(BLOCK_PARAGRAPH, ROLE_BODY, &phrase);
}

struct str compose_address(struct arena *arena, const struct clinic *clinic)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < clinic->address.count; i++) {
        if (i)
            builder_add(&b, STR(", "));
        builder_add(&b, tidy(arena, clinic->address.at[i].str));
    }
    return builder_str(&b);
}

static struct text address_text(const struct composer *c)
{
    return (struct text){compose_address(c->arena, c->clinic), c->clinic->address.place};
}

static void add_email(const struct composer *c, struct phrase *phrase)
{
    if (!c->clinic->email.str.len)
        return;
    phrase_dot(phrase);
    phrase_email(phrase, compose_text(c, c->clinic->email));
}

static void add_website(const struct composer *c, struct phrase *phrase)
{
    if (!c->clinic->website.str.len)
        return;
    phrase_dot(phrase);
    phrase_url(phrase, compose_text(c, c->clinic->website));
}

static struct block *reach(const struct composer *c)
{
    const struct clinic *clinic = c->clinic;
    struct phrase phrase = {.arena = c->arena};
    compose_item(c, &phrase, LABEL_HOURS, clinic->hours);
    compose_item(c, &phrase, LABEL_PHONE, clinic->phone);
    compose_item(c, &phrase, LABEL_FAX, clinic->fax);
    add_email(c, &phrase);
    add_website(c, &phrase);
    return block_phrase(BLOCK_PARAGRAPH, ROLE_BODY, &phrase);
}

/* ---- The quiet line ---- */

/* The title of the published article, leading there; its address too, for those on paper. */
static void add_source(const struct composer *c, struct phrase *phrase)
{
    struct text url = compose_text(c, c->article->published.url);
    struct run name = run_of(c->arena, compose_text(c, c->article->published.title));
    name.link = url.str;
    if (name.text.len) {
        phrase_dot(phrase);
        phrase_fill(phrase, c->labels.wording[LABEL_SOURCE], &name, 1);
    }
    if (url.str.len) {
        phrase_dot(phrase);
        phrase_url(phrase, url);
    }
}

/* Who checked it, and when. */
static void add_review(const struct composer *c, struct phrase *phrase)
{
    const struct review *review = &c->article->review;
    struct text by = compose_text(c, review->by);
    struct text on = {date_text(c->arena, review->on_date, &c->labels.date), review->on.at};
    struct run both[] = {run_of(c->arena, by), run_of(c->arena, on)};
    if (by.str.len && on.str.len) {
        phrase_dot(phrase);
        phrase_fill(phrase, c->labels.wording[LABEL_REVIEWED_BY_ON], both, 2);
    } else {
        compose_item(c, phrase, LABEL_REVIEWED_BY, by);
        compose_item(c, phrase, LABEL_REVIEWED_ON, on);
    }
}

static struct block *quiet_line(const struct composer *c)
{
    struct phrase phrase = {.arena = c->arena};
    const struct published *published = &c->article->published;
    struct text updated = {date_text(c->arena, published->updated_on, &c->labels.date),
                           published->updated.at};
    add_source(c, &phrase);
    compose_item(c, &phrase, LABEL_UPDATED, updated);
    add_review(c, &phrase);
    if (!phrase.count) /* an id alone tells a patient nothing */
        return NULL;
    phrase_dot(&phrase);
    phrase_add(&phrase, c->article->id);
    return block_phrase(BLOCK_PARAGRAPH, ROLE_QUIET, &phrase);
}

/* ---- All of the foot ---- */

static struct block *contact(const struct composer *c)
{
    const struct clinic *clinic = c->clinic;
    struct block *group = block_new(c->arena, BLOCK_GROUP, ROLE_CONTACT);
    block_append(group, clinic_block(c));
    block_append(group, block_text(c->arena, BLOCK_PARAGRAPH, ROLE_BODY, address_text(c)));
    block_append(group, reach(c));
    struct block *help = compose_clinic_block(c, clinic->language_help);
    if (help && clinic->language_help_language.str.len)
        help->language = clinic->language_help_language.str;
    block_append(group, help);
    block_append(group, quiet_line(c));
    block_append(group, compose_figure(c, c->qr));
    return block_or_none(group);
}

/* Who has neither phone nor e-mail is reached at the website or the address. */
struct block *compose_brief_contact(const struct composer *c)
{
    struct phrase phrase = {.arena = c->arena};
    const struct clinic *clinic = c->clinic;
    if (!clinic->name.str.len)
        return NULL;
    add_clinic_name(c, &phrase);
    compose_item(c, &phrase, LABEL_PHONE, clinic->phone);
    add_email(c, &phrase);
    if (!clinic->phone.str.len && !clinic->email.str.len)
        add_website(c, &phrase);
    if (!clinic->phone.str.len && !clinic->email.str.len && !clinic->website.str.len) {
        phrase_dot(&phrase);
        phrase_text(&phrase, address_text(c), RUN_REGULAR);
    }
    struct block *group = block_new(c->arena, BLOCK_GROUP, ROLE_CONTACT);
    block_append(group, block_phrase(BLOCK_PARAGRAPH, ROLE_BODY, &phrase));
    return group;
}

/*
 * Whom to call, in the size of the text: what a patient with a question looks for.  It stands
 * across the page between the sections and the fine print, where programs that find columns by
 * their white space (pdftotext, for one) need a line to finish both before they go on below.
 */
static struct block *questions(const struct composer *c)
{
    struct block *row = block_new(c->arena, BLOCK_ROW, ROLE_QUESTIONS);
    struct text phone = compose_text(c, c->clinic->phone);
    struct run number = compose_phone(c, phone, RUN_BOLD);
    if (phone.str.len)
        block_append(row, compose_filled(c, BLOCK_PARAGRAPH, LABEL_QUESTIONS, &number));
    block_append(row, compose_clinic_block(c, c->clinic->emergency));
    return block_or_none(row);
}

struct block *compose_foot(const struct composer *composer)
{
    struct block *foot = block_new(composer->arena, BLOCK_GROUP, ROLE_BODY);
    block_append(foot, questions(composer));
    block_append(foot, fine_print_block(composer));
    block_append(foot, contact(composer));
    return foot;
}
