/*
 * Is it filled in and up to date: no text of a template, a date, a reviewer, and a source that is
 * not too old.  Which texts are a template's is said, with their names, by the readers of files;
 * that a review is due too.  Both in every run.
 */
#include "lint/linter.h"

enum { YEARS_MOST = 3 };

/* Whether more years than allowed have gone by since; to the day. */
static bool is_old(struct date date, struct date today)
{
    int years = today.year - date.year;
    if (years != YEARS_MOST)
        return years > YEARS_MOST;
    return today.month != date.month ? today.month > date.month : today.day > date.day;
}

static void check_age(struct linter *linter)
{
    const struct article *article = linter->article;
    struct date updated = article->published.updated_on, on = article->review.on_date;
    if (!linter->today.year || !updated.year || !is_old(updated, linter->today))
        return;
    if (!on.year || is_old(on, linter->today))
        lint_find(linter, OLD_SOURCE, article->published.updated.at,
                  article->published.updated.str);
}

static void check_filled(struct linter *linter, size_t unfilled, struct place file,
                         const char *name)
{
    if (unfilled)
        lint_find(linter, UNFILLED_TEMPLATE, file, str_of_int(linter->arena, (int64_t)unfilled),
                  str_of(name));
}

void lint_currency(struct linter *linter)
{
    const struct article *article = linter->article;
    check_filled(linter, article->unfilled, lint_whole(linter), "the article");
    if (linter->clinic)
        check_filled(linter, linter->clinic->unfilled, linter->clinic->place, "the clinic file");
    if (!article->published.updated.str.len && !article->review.on.str.len)
        lint_find_plain(linter, NO_DATE, lint_whole(linter));
    if (!article->review.by.str.len)
        lint_find_plain(linter, NO_REVIEWER, lint_whole(linter));
    check_age(linter);
}
