/* See topic.h.  A word is of the topic if any of its parts is, so all is kept in parts. */
#include "lint/text/topic.h"

#include "base/ascii.h"
#include "lint/text/match.h"

enum { LETTERS_LEAST = 3 }; /* the L of L-glutamine would take L-carnitine along */

/* The next part of a text, up to what is neither letter nor digit; *at moves behind it. */
static struct str next_topic_part(struct str s, size_t *at)
{
    size_t start = *at;
    while (*at < s.len && (ascii_is_alnum(s.ptr[*at]) || (unsigned char)s.ptr[*at] >= 0x80))
        ++*at;
    struct str part = str_part(s, start, *at - start);
    ++*at;
    return part;
}

static void add_parts(struct arena *arena, struct topic *topic, struct str as_written)
{
    struct str text = as_read(arena, as_written);
    for (size_t at = 0; at < text.len;) {
        struct str part = next_topic_part(text, &at);
        if (part.len >= LETTERS_LEAST)
            topic->words[topic->count++] = part;
    }
}

struct topic topic_of(struct arena *arena, const struct article *article)
{
    size_t most = article->title.str.len;
    for (size_t i = 0; i < article->topic.count; i++)
        most += article->topic.at[i].str.len;
    struct topic topic = {ARENA_ARRAY(arena, most / LETTERS_LEAST, struct str), 0};
    add_parts(arena, &topic, article->title.str);
    for (size_t i = 0; i < article->topic.count; i++)
        add_parts(arena, &topic, article->topic.at[i].str);
    return topic;
}

bool topic_has(const struct topic *topic, const struct word *looked_at)
{
    struct str word = looked_at->low;
    for (size_t at = 0; at < word.len;) {
        struct str part = next_topic_part(word, &at);
        for (size_t i = 0; i < topic->count; i++)
            if (word_inflects(part, topic->words[i]))
                return true;
    }
    return false;
}
