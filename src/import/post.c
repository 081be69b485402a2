/*
 * See post.h.
 */
#include "import/post.h"

/* A paragraph may have thousands of lines: each is added where the others are, not to a copy. */
void post_join_line(struct post *post, struct str line)
{
    struct block *last = &post->blocks.at[post->blocks.count - 1];
    struct builder *b = &post->joined;
    if (b->ptr != last->text.ptr || b->len != last->text.len) {
        *b = (struct builder){.arena = post->arena};
        builder_add(b, last->text);
    }
    builder_char(b, ' ');
    builder_add(b, line);
    last->text = builder_str(b);
}

void post_close(struct post *post)
{
    if (post->tree)
        post->tree_free(post->tree);
    post->tree = NULL;
}
