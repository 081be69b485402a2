/*
 * See post.h.  Plain text has no marks that could be trusted, so this goes by habit: a blank line
 * ends a paragraph, a line that starts with "1.", "a." or "-" is an item, and a short line that
 * ends with a colon, or stands alone and ends with no mark, is a heading.
 */
#include "import/post.h"

#include "base/ascii.h"
#include "base/unicode.h"
#include "import/tidy.h"

enum { HEADING_WORDS = 10, HEADING_BYTES = 90 };

/* ---- Headings ---- */

/* Whether most words of four letters or more have a capital: "How to Use L-Glutamine". */
static bool is_title_case(struct str line)
{
    int capitals = 0, small = 0;
    for (size_t at = 0; at < line.len;) {
        struct str word = str_before(str_part(line, at, line.len), ' ');
        size_t next = 0;
        if (word.len >= 4) {
            bool big = unicode_lower(utf8_next(word, &next)) != utf8_next(word, &(size_t){0});
            capitals += big;
            small += !big;
        }
        at += word.len + 1;
    }
    return capitals > small;
}

static bool is_heading(struct str line, bool alone)
{
    int words = str_words(line);
    char last = line.ptr[line.len - 1];
    if (words > HEADING_WORDS || line.len > HEADING_BYTES)
        return false;
    if (last == ':')
        return words <= 3 || is_title_case(line);
    if (last == '.' || last == ',' || last == ';' || last == '!')
        return false;
    return alone && (last == '?' || words <= 3 || is_title_case(line));
}

/* ---- Lines ---- */

struct lines {
    struct str text;
    size_t at;
    uint32_t line;
    size_t before; /* bytes of the line before */
    bool after_blank; /* the line that was read last has a blank one before it */
};

static struct str next_line(struct lines *l)
{
    struct str line = str_before(str_part(l->text, l->at, l->text.len), '\n');
    l->at += line.len + 1;
    l->line++;
    return line;
}

static bool blank_follows(const struct post *post, const struct lines *l)
{
    struct lines ahead = *l;
    return ahead.at >= l->text.len || !tidy_line(post->arena, next_line(&ahead)).len;
}

/* Markdown's "# Heading", in a file that is called text. */
static struct str without_hashes(struct str line, int *level)
{
    size_t at = 0;
    while (char_at(line, at) == '#')
        at++;
    *level = at && at <= 6 && char_at(line, at) == ' ' ? (int)at : 0;
    return *level ? str_trim(str_part(line, at, line.len)) : line;
}

static struct block block_of(const struct post *post, const struct lines *l, struct str line)
{
    struct block block = {.kind = BLOCK_PARAGRAPH, .line = l->line};
    struct str mark = tidy_mark(line);
    block.text = without_hashes(line, &block.level);
    if (block.level) {
        block.kind = BLOCK_HEADING;
    } else if (mark.len && mark.len < line.len) {
        block.kind = ascii_is_digit(mark.ptr[0]) ? BLOCK_NUMBERED : BLOCK_ITEM;
        block.own_kind = BLOCK_PARAGRAPH;
        block.mark = mark;
        block.text = str_trim(str_part(line, mark.len, line.len));
    } else if (l->after_blank && is_heading(line, blank_follows(post, l))) {
        block.kind = BLOCK_HEADING;
        block.level = 2;
    }
    return block;
}

static const struct block *last_block(const struct post *post)
{
    return post->blocks.count ? &post->blocks.at[post->blocks.count - 1] : NULL;
}

/* An editor that cuts lines fills them; a shorter one was ended by its author. */
enum { WRAPPED_LEAST = 36 };

static void sort_line(struct post *post, const struct lines *l, struct str line)
{
    struct block block = block_of(post, l, line);
    const struct block *last = last_block(post);
    block.joined = last && !l->after_blank && block.kind == BLOCK_PARAGRAPH
                   && last->kind != BLOCK_HEADING;
    if (block.joined && l->before >= WRAPPED_LEAST && !tidy_ends_sentence(last->text))
        post_join_line(post, block.text);
    else
        post_add_block(post, block);
}

void plain_read(struct post *post, struct str text)
{
    struct lines l = {.text = text, .after_blank = true};
    while (l.at < text.len) {
        struct str line = tidy_line(post->arena, next_line(&l));
        if (line.len)
            sort_line(post, &l, line);
        const struct block *last = last_block(post);
        l.before = line.len;
        l.after_blank = !line.len || (last && last->kind == BLOCK_HEADING);
    }
}
