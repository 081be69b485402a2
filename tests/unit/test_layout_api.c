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

static bool write_job(struct handout_job *job, size_t *written)
{
    struct handout_input input = {"t.json", article, sizeof article - 1};
    assert_true(handout_read(job, &input, NULL));
    assert_true(handout_layout(job));
    return handout_write(job, count_bytes, written);
}

static void a_pdf_that_cannot_be_made_is_reported(void **state)
{
    struct handout_env *env = handout_env_open();
    struct handout_options options;
    (void)state;
    handout_options_init(&options);
    for (int fails = 0; fails <= 1; fails++) {
        struct handout_job *job = handout_job_new(env, &options);
        size_t written = 0;
        fake_subset_fails = fails;
        assert_int_equal(write_job(job, &written), !fails);
        assert_int_equal(written > 0, !fails);
        assert_int_equal(handout_diagnostic_count(job), fails);
        if (fails)
            assert_string_equal(handout_diagnostic_at(job, 0)->id, "pdf-failed");
        handout_job_free(job);
    }
    handout_env_close(env);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pdf_that_cannot_be_made_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
