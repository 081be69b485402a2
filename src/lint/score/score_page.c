/*
 * The scorecards' items on how the handout is built: main message, actions, sections, cues.
 */
#include "lint/score/scorer.h"

/* ---- The main message ---- */

/* "The statement may be 1-3 short sentences." */
struct ruling score_main_message(const struct scorer *s)
{
    struct builder b = because(s);
    bool is_long = fired(s, RULE_LONG_SUMMARY) > 0;
    because_count(&b, s->facts.summary, "sentence in the summary", "sentences in the summary");
    return score_on(is_long ? VERDICT_NOT_MET : VERDICT_TO_JUDGE, &b);
}

/* What the page does for the summary counts only if that is the main message. */
static struct ruling of_the_page(const struct scorer *s, const char *because)
{
    if (!s->linter->pages)
        return score_as(VERDICT_TO_JUDGE, "there is no page");
    if (fired(s, RULE_LONG_SUMMARY))
        return score_as(VERDICT_TO_JUDGE, "the summary has more than three sentences");
    return score_as(VERDICT_MET, because);
}

struct ruling score_message_first(const struct scorer *s)
{
    return of_the_page(s, "the summary stands under the title");
}

struct ruling score_message_marked(const struct scorer *s)
{
    return of_the_page(s, "the summary has a bar beside it");
}

struct ruling score_has_summary(const struct scorer *s)
{
    return of_the_page(s, "the summary under the title");
}

/* ---- What to do ---- */

static void add_calls(struct builder *b, const struct scorer *s)
{
    if (s->article->ask_first.count)
        because_add(b, "when to ask first");
    if (s->article->stop_and_call.count)
        because_add(b, "when to stop and call");
}

struct ruling score_action(const struct scorer *s)
{
    struct builder b = because(s);
    add_calls(&b, s);
    because_count(&b, s->facts.steps, "step", "steps");
    if (b.len)
        return score_on(VERDICT_MET, &b);
    return score_as(VERDICT_TO_JUDGE, "no steps, no list of when to ask or to call");
}

static bool can_be_reached(const struct clinic *clinic)
{
    return clinic && (clinic->phone.str.len || clinic->email.str.len || clinic->website.str.len);
}

/* "If the material includes information about when and how to contact a medical provider …" */
struct ruling score_directions(const struct scorer *s)
{
    struct builder b = because(s);
    if (s->facts.steps > 1)
        because_count(&b, s->facts.steps, "step", "steps");
    if (s->article->stop_and_call.count && can_be_reached(s->linter->clinic))
        because_add(&b, "when to call, and how to reach the clinic");
    return score_on(b.len ? VERDICT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_in_steps(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, s->facts.steps, "step", "steps");
    if (s->facts.steps > 7)
        return score_on(VERDICT_NOT_MET, &b);
    return score_on(s->facts.steps > 1 ? VERDICT_MET : VERDICT_TO_JUDGE, &b);
}

struct ruling score_addressed(const struct scorer *s)
{
    struct builder b = because(s);
    if (s->facts.reviewed)
        builder_printf(&b, "%d times \"you\" or \"your\"", s->facts.direct);
    return score_on(VERDICT_TO_JUDGE, &b);
}

struct ruling score_tool(const struct scorer *s)
{
    const struct clinic *clinic = s->linter->clinic;
    if (clinic && clinic->plan == PLAN_OFF)
        return score_as(VERDICT_TO_JUDGE, "the plan's lines to fill in are off");
    if (!s->linter->pages)
        return score_as(VERDICT_TO_JUDGE, "there is no page");
    return score_as(VERDICT_MET, "a plan with lines to fill in");
}

/* ---- Lists, chunks, cues ---- */

struct ruling score_lists(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, s->facts.lists, "list", "lists");
    because_count(&b, fired(s, RULE_LONG_LIST), "with more than 7 items", "with more than 7 items");
    if (!b.len)
        return score_as(VERDICT_NOT_MET, "no list of two items or more");
    return score_on(fired(s, RULE_LONG_LIST) ? VERDICT_NOT_MET : VERDICT_MET, &b);
}

/* A text of more sentences than this may hold more than one idea. */
enum { CHUNK_MOST = 5 };

struct ruling score_chunks(const struct scorer *s)
{
    struct builder b = because(s);
    because_count(&b, s->facts.sections, "section", "sections");
    builder_printf(&b, " with headings");
    if (fired(s, RULE_LONG_LIST)) {
        because_add(&b, "a list of more than 7 items");
        return score_on(VERDICT_NOT_MET, &b);
    }
    if (s->facts.longest > CHUNK_MOST) {
        builder_printf(&b, ", a text of %d sentences", s->facts.longest);
        return score_on(VERDICT_TO_JUDGE, &b);
    }
    return score_on(VERDICT_MET, &b);
}

struct ruling score_headings(const struct scorer *s)
{
    if (s->facts.foreign_headings)
        return score_as(VERDICT_NOT_MET, "the headings are not in the language of the text");
    if (!s->linter->pages)
        return score_as(VERDICT_TO_JUDGE, "there is no page");
    if (s->linter->clinic && s->linter->clinic->labels.count)
        return score_as(VERDICT_TO_JUDGE, "the clinic has labels of its own");
    struct builder b = because(s);
    because_count(&b, s->facts.sections, "section", "sections");
    builder_printf(&b, ", each with a heading that names its subject");
    return score_on(VERDICT_MET, &b);
}

/* "If a material overuses visual cues … choose disagree." */
struct ruling score_visual_cues(const struct scorer *s)
{
    if (!s->linter->pages)
        return score_as(VERDICT_TO_JUDGE, "there is no page");
    if (fired(s, RULE_ALL_CAPS))
        return score_as(VERDICT_TO_JUDGE, "capitals are used as a cue too");
    return score_as(VERDICT_MET, "bar, box, bullets, bold and larger type");
}
