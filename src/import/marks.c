/*
 * See marks.h.  Marks count together if they are of one form: "1." with "2.", "(a)" with "(b)".
 */
#include "import/marks.h"

#include "base/ascii.h"
#include "import/tidy.h"

/* ---- Forms ---- */

/* What a mark is without its number: "(1) " is of the form "(0)", "B. " of "A.". */
enum { LETTERS = 128 /* the first form that counts by letters */, FORMS = 3 * LETTERS };

struct mark {
    size_t form;
    int number; /* from 1; 0 if it does not count */
};

static struct mark mark_of(struct str mark)
{
    size_t at = mark.ptr[0] == '(' || mark.ptr[0] == '[';
    char c = char_at(mark, at);
    struct mark found = {0, 0};
    if (ascii_is_letter(c)) {
        found.number = ascii_lower(c) - 'a' + 1;
        at++;
    }
    while (ascii_is_digit(char_at(mark, at)))
        found.number = found.number * 10 + (mark.ptr[at++] - '0');
    size_t kind = ascii_is_digit(c) ? 0 : ascii_is_upper(c) ? 1 : 2;
    found.form = kind * LETTERS + ((unsigned char)char_at(mark, at) & 127);
    return found;
}

/* ---- Rows ---- */

/* "E. coli": a name goes on with a small letter, an item of "A." and "B." with a capital. */
static bool abbreviates_name(const struct block *block)
{
    return ascii_is_upper(block->mark.ptr[0]) && ascii_is_lower(char_at(block->text, 0));
}

/* The last block of each form, while its marks count from 1 on. */
struct rows {
    size_t last[FORMS]; /* its index + 1; 0: none */
    int number[FORMS];
};

/* "1. Water" may be all of a list, but not where a sentence goes on. */
static bool may_stand_alone(const struct post *post, size_t i)
{
    const struct block *before = i ? &post->blocks.at[i - 1] : NULL;
    return !before || before->kind == BLOCK_HEADING || tidy_ends_sentence(before->text);
}

/* Finds the marks that follow another one, and by them those that begin. */
static void find_counted(const struct post *post, bool *counted)
{
    struct rows *rows = ARENA_NEW(post->arena, struct rows);
    for (size_t i = 0; i < post->blocks.count; i++) {
        const struct block *block = &post->blocks.at[i];
        struct mark mark = block->mark.len ? mark_of(block->mark) : (struct mark){0, 0};
        if (!mark.number || abbreviates_name(block))
            continue;
        size_t last = rows->last[mark.form];
        bool follows = last && mark.number == rows->number[mark.form] + 1;
        if (follows)
            counted[i] = counted[last - 1] = true;
        if (mark.number == 1 && mark.form < LETTERS)
            counted[i] = may_stand_alone(post, i);
        if (follows || mark.number == 1) {
            rows->last[mark.form] = i + 1;
            rows->number[mark.form] = mark.number;
        }
    }
}

/* ---- Signs ---- */

static bool begins_with_figure(struct str text)
{
    size_t at = 0;
    return text.len && tidy_is_figure(utf8_next(text, &at));
}

static bool ends_with_figure(struct str text)
{
    size_t at = text.len ? utf8_start(text, text.len - 1) : 0;
    return text.len && tidy_is_figure(utf8_next(text, &at));
}

static bool has_same_mark(const struct post *post, size_t i, const struct block *block)
{
    return i < post->blocks.count && str_equal(post->blocks.at[i].mark, block->mark);
}

/* Of subtraction, of a range, of a product; a dot may be a decimal point. */
static bool is_sign(struct str mark)
{
    static const uint32_t signs[] = {'-', '+', '*', 0xB7, 0x2013, 0x2014};
    size_t at = 0;
    uint32_t c = utf8_next(mark, &at);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (c == signs[i])
            return true;
    return false;
}

/* "- 10 mg" may be ten below nothing, or go on where the line before ended in "5". */
static bool is_bullet(const struct post *post, size_t i)
{
    const struct block *block = &post->blocks.at[i];
    bool beside = has_same_mark(post, i + 1, block) || (i && has_same_mark(post, i - 1, block));
    bool goes_on = i && ends_with_figure(post->blocks.at[i - 1].text)
                   && !has_same_mark(post, i - 1, block);
    return !is_sign(block->mark) || !begins_with_figure(block->text) || (beside && !goes_on);
}

/* ---- All of them ---- */

static void give_back(const struct post *post, struct block *block)
{
    struct builder text = {.arena = post->arena};
    builder_add(&text, block->mark);
    builder_add(&text, block->text);
    block->lead += block->lead ? block->mark.len : 0;
    block->text = builder_str(&text);
    block->mark = STR("");
    block->kind = block->own_kind;
}

void marks_settle(struct post *post)
{
    size_t count = post->blocks.count;
    bool *counted = ARENA_ARRAY(post->arena, count, bool);
    find_counted(post, counted);
    for (size_t i = 0; i < count; i++) {
        const struct block *block = &post->blocks.at[i];
        if (block->mark.len && !mark_of(block->mark).number)
            counted[i] = is_bullet(post, i);
    }
    for (size_t i = 0; i < count; i++)
        if (post->blocks.at[i].mark.len && !counted[i])
            give_back(post, &post->blocks.at[i]);
}
