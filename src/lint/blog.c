/*
 * Words of the web on a sheet of paper: a blog in the disclaimer, things to click on in the text.
 * An address to read is fine.
 */
#include "base/ascii.h"
#include "lint/linter.h"

struct trace {
    const char *phrase;
    const char *hint;
};

#define HANDOUT "write \"this handout\""
#define ADDRESS "nobody can click on paper: print the address or the words"
#define ELSEWHERE "leave it out: there is no such thing on paper"

/* The first few are looked for in the disclaimer only, which speaks of what it stands on. */
static const struct trace traces[] = {
    {"these articles", "write \"handouts\""}, {"this web site", HANDOUT},
    {"the website", "write \"the handout\""}, {"this site", HANDOUT}, {"this video", HANDOUT},
    {"this podcast", HANDOUT}, {"blog post~", "write \"handout\""}, {"blog~", "write \"handout\""},

    {"this blog post", HANDOUT}, {"this blog", HANDOUT}, {"blog post~", "write \"handout\""},
    {"this post", HANDOUT}, {"this article", HANDOUT}, {"this website", HANDOUT},
    {"this web page", HANDOUT}, {"this webpage", HANDOUT},
    {"click here", ADDRESS}, {"click below", ADDRESS}, {"click the link~", ADDRESS},
    {"click on", ADDRESS}, {"click this", ADDRESS}, {"click to", ADDRESS},
    {"link below", ADDRESS}, {"links below", ADDRESS}, {"below link~", ADDRESS},
    {"link in bio", ADDRESS}, {"video below", ADDRESS}, {"watch the video", ADDRESS},
    {"subscribe~", ELSEWHERE}, {"scroll down", ELSEWHERE}, {"scroll up", ELSEWHERE},
    {"comments below", ELSEWHERE}, {"leave a comment", ELSEWHERE}, {"share this", ELSEWHERE},
};

enum { COUNT = sizeof traces / sizeof *traces, IN_DISCLAIMER = 8 };

/* The first row from `first` on that is there; COUNT if none is. */
static size_t row_at(const struct passage *passage, size_t at, size_t first, size_t *words)
{
    for (size_t row = first; row < COUNT; row++)
        if ((*words = phrase_at(passage, at, traces[row].phrase)))
            return row;
    return COUNT;
}

/* "clinic.example/blog" is an address to read. */
static bool is_in_address(const struct passage *passage, size_t at)
{
    struct str s = passage->text->str;
    const struct word *word = &passage->words[at];
    char before = word->off ? s.ptr[word->off - 1] : ' ';
    char behind = char_at(s, word->off + word->str.len);
    char next = char_at(s, word->off + word->str.len + 1);
    return before == '/' || before == '.' || before == '@' || behind == '/'
           || (behind == '.' && ascii_is_alnum(next));
}

static void search(struct linter *linter, const struct passage *passage, bool *seen)
{
    size_t first = passage->part == PART_DISCLAIMER ? 0 : IN_DISCLAIMER, words;
    for (size_t at = 0; at < passage->word_count; at++) {
        size_t row = row_at(passage, at, first, &words);
        if (row == COUNT || is_in_address(passage, at))
            continue;
        if (!seen[row])
            lint_find(linter, BLOG_WORDING, words_place(passage, at, words),
                      words_text(passage, at, words), str_of(traces[row].hint));
        seen[row] = true;
        at += words - 1;
    }
}

void lint_blog(struct linter *linter)
{
    bool seen[COUNT] = {false}, seen_below[COUNT] = {false};
    for (size_t i = 0; i < linter->prose.count; i++) {
        const struct passage *passage = &linter->prose.at[i];
        search(linter, passage, passage->part == PART_DISCLAIMER ? seen_below : seen);
    }
}
