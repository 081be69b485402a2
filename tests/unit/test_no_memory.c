/*
 * Memory that runs out at the k-th allocation of our own code, for all k: the hook is called once,
 * the call that ran out gives nothing, and those behind it take that.
 *
 * Linked with --wrap, so that these functions come here first.  An arena asks the system seldom,
 * for large parts; so that it fails everywhere, its own functions run out of memory too.  No other
 * library is linked into this program: what they allocate, cmark and libxml2 above all, which do
 * not stand it, never fails here.
 */
#include "api.h"

#include "base/arena.h"
#include "handout_draft.h"

static size_t left; /* allocations, with the one that fails; 0: none does */

/* ---- The allocations ---- */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_arena_room(struct arena *arena, size_t size);
void *__real_arena_alloc(struct arena *arena, size_t size);
void *__real_arena_array(struct arena *arena, size_t count, size_t size);
void *__real_arena_grow(struct arena *arena, const void *old, size_t used, size_t count,
                        size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_arena_room(struct arena *arena, size_t size);
void *__wrap_arena_alloc(struct arena *arena, size_t size);
void *__wrap_arena_array(struct arena *arena, size_t count, size_t size);
void *__wrap_arena_grow(struct arena *arena, const void *old, size_t used, size_t count,
                        size_t size);

static bool runs_out(void)
{
    return left && --left == 0;
}

static struct arena *or_runs_out(struct arena *arena)
{
    if (runs_out())
        arena_out_of_memory(arena);
    return arena;
}

void *__wrap_malloc(size_t size)
{
    return runs_out() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return runs_out() ? NULL : __real_calloc(count, size);
}

void *__wrap_arena_room(struct arena *arena, size_t size)
{
    return __real_arena_room(or_runs_out(arena), size);
}

void *__wrap_arena_alloc(struct arena *arena, size_t size)
{
    return __real_arena_alloc(or_runs_out(arena), size);
}

void *__wrap_arena_array(struct arena *arena, size_t count, size_t size)
{
    return __real_arena_array(or_runs_out(arena), count, size);
}

void *__wrap_arena_grow(struct arena *arena, const void *old, size_t used, size_t count,
                        size_t size)
{
    return __real_arena_grow(or_runs_out(arena), old, used, count, size);
}

/* ---- One attempt ---- */

static int hooks; /* how often it was called */

static void count_hook(void *context)
{
    assert_ptr_equal(context, &hooks);
    hooks++;
    left = 0;
}

/* What is made of two files. @return whether all was. */
typedef bool attempt(const struct handout_input *first, const struct handout_input *second);

/* All that can be made of an article and a clinic, and a look at it. */
static bool make_pages(const struct handout_input *article, const struct handout_input *clinic)
{
    struct handout_document *document = handout_read(env, article, clinic, &read_options);
    struct handout_pages *pages = handout_layout(document, NULL);
    struct handout_review *review = handout_check(document, pages);
    handout_pages_boxes(pages);
    handout_write(pages, HANDOUT_PDF, take, &out);
    for (int what = HANDOUT_DUMP_JSON; what <= HANDOUT_DUMP_TAGS; what++)
        handout_dump(document, pages, (enum handout_dump)what, take, &out);
    bool whole = document && pages;
    handout_review_free(review);
    handout_pages_free(pages);
    handout_document_free(document);
    return whole;
}

/* A draft of a post; there is no second file. */
static bool make_draft(const struct handout_input *post, const struct handout_input *none)
{
    (void)none;
    struct handout_draft *draft =
        handout_import(env, post, HANDOUT_MARKUP_GUESS, &read_options);
    bool whole = draft && handout_draft_article(draft);
    handout_draft_free(draft);
    return whole;
}

/* @return whether it ran to its end although the k-th allocation, counted from 1, would fail. */
static bool ends_before(attempt *run, size_t k, const struct handout_input *first,
                        const struct handout_input *second)
{
    hooks = 0;
    output_init(&out);
    read_options.out_of_memory = count_hook;
    read_options.out_of_memory_context = &hooks;
    left = k;
    bool whole = run(first, second) && hooks == 0;
    bool ended = left > 0;
    left = 0;
    assert_int_equal(whole, ended);
    assert_int_equal(hooks, !ended);
    return ended;
}

/* ---- Tests ---- */

/* The step saves time on long articles; it has no common factor with what repeats. */
static size_t sweep(attempt *run, const struct handout_input *first,
                    const struct handout_input *second, size_t step)
{
    size_t k = 1;
    while (!ends_before(run, k, first, second))
        k += k < 20 ? 1 : step;
    return k;
}

static void a_small_article_at_many(void **state)
{
    (void)state;
    struct handout_input article = input_text("a.json", good_article);
    struct handout_input clinic = input_text("c.json", good_clinic);
    assert_true(sweep(make_pages, &article, &clinic, is_long_check() ? 1 : 7) > 500);
}

static void other_articles_at_many(void **state)
{
    static const char *const paths[] = {
        "golden/l-glutamine.json",    "golden/all-fields.json", "golden/scripts.json",
        "golden/bad/syntax.json",     "golden/bad/bad-values.json",
        "golden/bad/sixfold.json",
    };
    (void)state;
    struct handout_input clinic = input_of("golden/all-fields.clinic.json");
    for (size_t i = 0; i < COUNT(paths); i++) {
        struct handout_input article = input_of(paths[i]);
        assert_true(sweep(make_pages, &article, &clinic, is_long_check() ? 41 : 211) > 100);
        input_free(article);
    }
    input_free(clinic);
}

static void posts_at_many(void **state)
{
    static const char *const paths[] = {"import/posts/hierro.html", "import/posts/turmeric.md",
                                        "import/posts/melatonin.txt"};
    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++) {
        struct handout_input post = input_of(paths[i]);
        assert_true(sweep(make_draft, &post, NULL, is_long_check() ? 1 : 11) > 300);
        input_free(post);
    }
}

static void an_env_that_cannot_be_opened(void **state)
{
    struct handout_env *opened = NULL;
    size_t k = 0;
    (void)state;
    while (!opened) {
        left = ++k;
        opened = handout_env_open();
        left = 0;
        assert_true(k < 20);
    }
    assert_true(k > 1);
    handout_env_close(opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_small_article_at_many, setup, teardown),
        cmocka_unit_test_setup_teardown(other_articles_at_many, setup, teardown),
        cmocka_unit_test_setup_teardown(posts_at_many, setup, teardown),
        cmocka_unit_test(an_env_that_cannot_be_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
