/*
 * See post.h.
 */
#include "import/post.h"

void post_add_block(struct post *post, struct block block)
{
    if (post->blocks.count <= BLOCKS_MOST)
        *ARRAY_PUSH(post->arena, &post->blocks) = block;
}

bool post_refuse_long(struct post *post)
{
    diag_add(post->diags, DIAG_POST_LONG, (struct place){.source = &post->source},
             str_of_int(post->arena, BLOCKS_MOST));
    return false;
}

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
