/*
 * See thai.h.  The only file that knows libthai.
 *
 * Few handouts are in Thai, so libthai is loaded when one is (HANDOUT_THAI is then its name).
 * Where nothing can be loaded later, as in a browser, there is no dictionary.
 */
#include "layout/thai.h"

#ifdef HANDOUT_THAI

#include "base/late.h"
#include "base/unicode.h"

#include <errno.h>
#include <stdlib.h>
#include <thai/thwbrk.h>

/* ---- The library ---- */

struct thai {
    ThBrk *breaker;
    /* All of its functions that are called. */
    ThBrk *(*open)(const char *);
    void (*close)(ThBrk *);
    int (*find_breaks)(ThBrk *, const thwchar_t *, int[], size_t);
};

/* It stays loaded, for the next page. */
static bool find_thai_functions(struct thai *thai)
{
    void *handle = dlopen(HANDOUT_THAI, RTLD_NOW | RTLD_LOCAL);
    bool found = handle;
    if (!found)
        return false;
    LATE_FIND(found, handle, thai->open, th_brk_new);
    LATE_FIND(found, handle, thai->close, th_brk_delete);
    LATE_FIND(found, handle, thai->find_breaks, th_brk_wc_find_breaks);
    return found;
}

/* Neither the loader nor libthai says why it failed, but malloc does, in errno (POSIX). */
bool thai_open(struct thai **opened)
{
    errno = 0;
    struct thai *thai = calloc(1, sizeof *thai);
    bool there = thai && find_thai_functions(thai) && (thai->breaker = thai->open(NULL));
    bool enough = there || errno != ENOMEM;
    if (!there)
        free(thai);
    *opened = there ? thai : NULL;
    return enough;
}

void thai_close(struct thai *thai)
{
    if (thai)
        thai->close(thai->breaker);
    free(thai);
}

/* ---- Words ---- */

static bool is_thai(uint32_t c)
{
    return c >= 0xE01 && c <= 0xE5B;
}

/* A stretch of nothing but Thai: its characters, and the byte behind each. */
struct stretch {
    thwchar_t *characters; /* with a 0 behind them */
    size_t *ends;
    size_t count;
};

/* Reads the stretch that begins there. */
static void read_stretch(struct stretch *stretch, struct str text, size_t at)
{
    stretch->count = 0;
    while (at < text.len) {
        uint32_t c = utf8_next(text, &at);
        if (!is_thai(c))
            break;
        stretch->characters[stretch->count] = (thwchar_t)c;
        stretch->ends[stretch->count++] = at;
    }
    stretch->characters[stretch->count] = 0;
}

void thai_part(const struct thai *thai, struct arena *arena, struct str text, bool *may)
{
    size_t most = text.len / 3 + 1; /* a Thai character has three bytes */
    struct stretch stretch = {ARENA_ARRAY(arena, most + 1, thwchar_t),
                              ARENA_ARRAY(arena, most, size_t), 0};
    int *words = ARENA_ARRAY(arena, most, int); /* each: characters before its beginning */
    errno = 0;
    for (size_t at = 0; at < text.len;) {
        read_stretch(&stretch, text, at);
        int count = stretch.count ? thai->find_breaks(thai->breaker, stretch.characters, words,
                                                      most)
                                  : 0;
        for (int i = 0; i < count; i++)
            if (words[i] > 0 && (size_t)words[i] < stretch.count)
                may[stretch.ends[words[i] - 1] - 1] = true;
        at = stretch.count ? stretch.ends[stretch.count - 1] : at;
        if (at < text.len)
            utf8_next(text, &at);
    }
    if (errno == ENOMEM)
        arena_out_of_memory(arena);
}

#else

bool thai_open(struct thai **thai)
{
    *thai = NULL;
    return true;
}

void thai_close(struct thai *thai)
{
    (void)thai;
}

void thai_part(const struct thai *thai, struct arena *arena, struct str text, bool *may)
{
    (void)thai;
    (void)arena;
    (void)text;
    (void)may;
}

#endif

bool thai_is_in(struct str text)
{
    return str_contains(text, STR("\xE0\xB8")) || str_contains(text, STR("\xE0\xB9"));
}
