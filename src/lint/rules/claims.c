/*
 * Claims.  The law is about supplements, so what medicines, doctors and the readers themselves do
 * is no claim.  Warnings are left out: a risk needs no "may" to be taken seriously.  So is what a
 * nutrient is for, and what it does for those who lack it.  The patterns of disease claims are in
 * patterns.def.  A benefit with nothing that leaves it open is a lesser fault, and is marked
 * where there is no disease claim.
 */
#include "lint/rules/pattern.h"

/* ---- What is no claim ---- */

/*
 * Whether the sentence, up to `at`, is about a medicine, a person's work or a habit.  Behind a word
 * in -s, which may be the verb, is no subject: "improves sleep".
 */
static bool is_no_product(const struct passage *passage, const struct sentence *sentence,
                          size_t at)
{
    bool verb = false;
    if (class_at(passage, sentence->first, CLASS_GERUND))
        return true;
    for (size_t i = sentence->first; i < at; i++) {
        if (class_at(passage, i, CLASS_RELATIVE)) /* "studies show that exercise …" */
            verb = false;
        else if (!verb && class_at(passage, i, CLASS_REMEDY))
            return true;
        else
            verb = verb || class_at(passage, i, CLASS_ENDING_S);
    }
    return false;
}

bool about_a_product(const struct found *f)
{
    return !is_no_product(f->passage, f->sentence, f->mark);
}

enum { NEARBY = 3 };

/* "You can lower your blood pressure", "how your body fights the flu". */
bool not_done_by_people(const struct found *f)
{
    size_t first = f->sentence->first, from = f->key > first + NEARBY ? f->key - NEARBY : first;
    return !class_within(f->passage, from, f->key - from, CLASS_DOER, NULL);
}

/* The law lets a supplement claim what it does for those who lack it: 21 CFR 101.93(f). */
bool not_on_lack(const struct found *f)
{
    return !class_at(f->passage, f->end - 1, CLASS_DISEASE_OF_LACK)
           || !class_in(f->passage, f->sentence, CLASS_LACK);
}

/* ---- What is settled ---- */

bool not_led(const struct found *f)
{
    return !f->passage->lead || !passage_says(SAYING_OPEN, f->passage->lead, NULL);
}

/* ---- The lesser fault ---- */

enum { SUBJECT = 3 }; /* about as many words are before a verb */

/* A text that ends in a colon introduces the others. */
static bool is_unhedged(const struct passage *passage)
{
    const struct sentence *first = passage->sentences;
    struct found role;
    return passage->sentence_count && !str_ends(passage->text->str, STR(":"))
           && !passage_says(SAYING_OPEN, passage, NULL)
           && !says(SAYING_ROLE, passage, first, &role) && !class_in(passage, first, CLASS_LACK)
           && !is_no_product(passage, first, first->count < SUBJECT ? first->count : SUBJECT);
}

static bool praises(enum part part)
{
    const struct section *section = part_section(part);
    return section && section->bearing == BEARING_BENEFIT;
}

/* Either of these in the lead-in is as good as in the text. */
static bool lead_says(const struct passage *passage, enum saying saying)
{
    return passage->lead && passage_says(saying, passage->lead, NULL);
}

void lint_claim(struct linter *linter, const struct passage *passage)
{
    if (praises(passage->part) && !passage->heading && is_unhedged(passage)
        && !lead_says(passage, SAYING_OPEN) && !lead_says(passage, SAYING_DISEASE_CLAIM)
        && !passage_says(SAYING_DISEASE_CLAIM, passage, NULL))
        lint_find_plain(linter, NO_HEDGE, slice_place(passage, passage->sentences->str));
}
