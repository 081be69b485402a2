/*
 * The facade over the fake font, for what real fonts never do: a subset that cannot be made.
 */
#include "unit.h"

#include "fake_font.h"
#include "handout.h"

static const char article[] =
    "{\"title\": \"T\", \"summary\": \"S.\", \"benefits\": [\"B.\"], \"dosage\": \"D.\","
    " \"cautions\": [\"C.\"], \"references\": [\"R.\"], \"disclaimer\": \"L.\"}";

static bool count_bytes(void *context, const void *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static void a_pdf_that_cannot_be_made_is_reported(void **state)
{
    struct handout_env *env = handout_env_open();
    struct handout_input input = {"t.json", article, sizeof article - 1};
    struct handout_document *document = handout_read(env, &input, NULL, NULL);
    (void)state;
    for (int fails = 0; fails <= 1; fails++) {
        struct handout_pages *pages = handout_layout(document, NULL);
        fake_subset_fails = fails;
        for (int again = 0; again <= 1; again++) { /* and it is not said twice */
            size_t written = 0;
            assert_int_equal(handout_write(pages, HANDOUT_PDF, count_bytes, &written), !fails);
            assert_int_equal(written > 0, !fails);
            struct handout_diagnostics found = handout_pages_diagnostics(pages);
            assert_int_equal(found.count, fails);
            if (fails)
                assert_string_equal(found.at[0].id, "pdf-failed");
        }
        handout_pages_free(pages);
    }
    handout_document_free(document);
    handout_env_close(env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pdf_that_cannot_be_made_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
