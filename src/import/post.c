/*
 * See post.h.
 */
#include "import/post.h"

void post_close(struct post *post)
{
    if (post->tree)
        post->tree_free(post->tree);
    post->tree = NULL;
}
