/*
 * Where sentences and words begin and end, and what their places in the file are.  A row is a text
 * and its sentences with "|" between them; another, a text and its words.
 */
#include "unit.h"

#include "prose/prose.h"
#include "read_article.h"

#include "arena_unit.h" /* last: read_article.h has an arena of its own in its functions */

/* The first passage of an article whose summary is that text, in JSON. */
struct sample {
    struct read read;
    struct prose prose;
    const struct passage *summary;
};

static void sample_open(struct sample *sample, const char *fields)
{
    read_open(&sample->read, "x.json", article_with(arena, fields));
    assert_report(fields, &sample->read.diags, "");
    sample->prose = prose_of(arena, &sample->read.article, NULL);
    sample->summary = NULL;
    for (size_t i = 0; i < sample->prose.count; i++)
        if (sample->prose.at[i].part == PART_SUMMARY)
            sample->summary = &sample->prose.at[i];
    assert_non_null(sample->summary);
}

static void sample_close(struct sample *sample)
{
    read_close(&sample->read);
}

static const char *summary_of(const char *text)
{
    struct builder b = {.arena = arena};
    builder_printf(&b, "\"summary\": \"%s\"", text);
    return builder_str(&b).ptr;
}

static struct str sentences_of(const struct passage *passage)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < passage->sentence_count; i++) {
        builder_printf(&b, "%s%.*s", i ? "|" : "", STR_ARGS(passage->sentences[i].str));
    }
    return builder_str(&b);
}

static struct str words_of(const struct passage *passage)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < passage->word_count; i++)
        builder_printf(&b, "%s%.*s", i ? "|" : "", STR_ARGS(passage->words[i].str));
    return builder_str(&b);
}

typedef struct str view(const struct passage *passage);

static void check(const struct row *rows, size_t count, view *show)
{
    for (size_t i = 0; i < count; i++) {
        struct sample sample;
        sample_open(&sample, summary_of(rows[i].fields));
        assert_str(show(sample.summary), rows[i].expected);
        sample_close(&sample);
    }
}

/* ---- Sentences ---- */

static void a_sentence_ends_at_a_mark_with_a_space_behind_it(void **state)
{
    static const struct row rows[] = {
        {"One. Two? Three! Four… Five", "One.|Two?|Three!|Four…|Five"},
        {"One.. Two?! Three... Four", "One..|Two?!|Three...|Four"},
        {"It is safe.", "It is safe."},
        {"no full stop", "no full stop"},
        {"a; b: c - d", "a; b: c - d"},
        {"  One.  Two.  ", "One.|Two."},
        {"One.\xC2\xA0Two. Take 5\xC2\xA0g. Rest.", "One.|Two.|Take 5\xC2\xA0g.|Rest."},
        {"Est-ce s\xC3\xBBr\xC2\xA0? Oui\xE2\x80\xAF! Bien.",
         "Est-ce s\xC3\xBBr\xC2\xA0?|Oui\xE2\x80\xAF!|Bien."},
        {"Feeling sick? call us! now", "Feeling sick?|call us!|now"},
        {"Tome 5 g. \xC2\xBFQu\xC3\xA9 m\xC3\xA1s? \xC2\xA1Llame!",
         "Tome 5 g.|\xC2\xBFQu\xC3\xA9 m\xC3\xA1s?|\xC2\xA1Llame!"},
        {"See a.b.example for more. Then rest.", "See a.b.example for more.|Then rest."},
    };
    (void)state;
    check(rows, COUNT(rows), sentences_of);
}

static void numbers_do_not_end_one(void **state)
{
    static const struct row rows[] = {
        {"Take 0.5 g. Take 5.0 g. Take .5 g", "Take 0.5 g.|Take 5.0 g.|Take .5 g"},
        {"Take 1,000 mg of it. Rest", "Take 1,000 mg of it.|Rest"},
        {"Take at most 5. Then rest.", "Take at most 5.|Then rest."},
        {"1. Grate it. 2. Wait.", "1. Grate it.|2. Wait."},
        {"Ask for no. 5 or No. 7 of them.", "Ask for no. 5 or No. 7 of them."},
        {"Is it safe? No. Ask us.", "Is it safe?|No.|Ask us."},
    };
    (void)state;
    check(rows, COUNT(rows), sentences_of);
}

static void abbreviations_do_not_end_one(void **state)
{
    static const struct row rows[] = {
        {"Some foods, e.g. Ginger, help. Rest.", "Some foods, e.g. Ginger, help.|Rest."},
        {"Roots (i.e. ginger) help.", "Roots (i.e. ginger) help."},
        {"Call Dr. Kim or Ms. Roe. They know.", "Call Dr. Kim or Ms. Roe.|They know."},
        {"Do not mix it with St. John\\u2019s wort.",
         "Do not mix it with St. John\xE2\x80\x99s wort."},
        {"Take it at 8 a.m. or 6 p.m. with food.", "Take it at 8 a.m. or 6 p.m. with food."},
        {"Take it at 8 a.m. Then eat.", "Take it at 8 a.m.|Then eat."},
        {"At 8 a.m., Ann eats.", "At 8 a.m., Ann eats."},
        {"Use 1 tsp. of it, approx. 5 g.", "Use 1 tsp. of it, approx. 5 g."},
        {"The U.S. Food and Drug Administration knows.",
         "The U.S. Food and Drug Administration knows."},
        {"Vea al Dr. P\xC3\xA9rez, p. ej. hoy.", "Vea al Dr. P\xC3\xA9rez, p. ej. hoy."},
    };
    (void)state;
    check(rows, COUNT(rows), sentences_of);
}

static void an_initial_does_not_end_one_but_the_name_of_a_vitamin_does(void **state)
{
    static const struct row rows[] = {
        {"Written by M. H. Kim and Ann B. Roe.", "Written by M. H. Kim and Ann B. Roe."},
        {"J. Roe wrote it.", "J. Roe wrote it."},
        {"It has vitamin C. Take it.", "It has vitamin C.|Take it."},
        {"Vitamin C. A lot of it.", "Vitamin C.|A lot of it."},
        {"It has vitamins D and K. Take it.", "It has vitamins D and K.|Take it."},
        {"Nurse and I. Then you.", "Nurse and I.|Then you."},
        {"It passed Phase I. Then it was sold.", "It passed Phase I.|Then it was sold."},
    };
    (void)state;
    check(rows, COUNT(rows), sentences_of);
}

static void quotes_and_brackets_go_with_their_sentence(void **state)
{
    static const struct row rows[] = {
        {"Say \\\"stop.\\\" Then call.", "Say \"stop.\"|Then call."},
        {"It is \xE2\x80\x9Cleaky.\xE2\x80\x9D Ask. \xE2\x80\x9CWhy?\xE2\x80\x9D",
         "It is \xE2\x80\x9Cleaky.\xE2\x80\x9D|Ask.|\xE2\x80\x9CWhy?\xE2\x80\x9D"},
        {"Ask \xE2\x80\x9Cis it safe?\xE2\x80\x9D before you start.",
         "Ask \xE2\x80\x9Cis it safe?\xE2\x80\x9D before you start."},
        {"(See a doctor.) Then rest (a lot). Eat.", "(See a doctor.)|Then rest (a lot).|Eat."},
        {"wait\xE2\x80\xA6 then call", "wait\xE2\x80\xA6 then call"},
        {"wait... then call", "wait... then call"},
        {"It helps.\xC2\xB9 Rest.", "It helps.\xC2\xB9|Rest."},
    };
    (void)state;
    check(rows, COUNT(rows), sentences_of);
}

static void a_text_without_words_has_no_sentence(void **state)
{
    struct sample sample;
    (void)state;
    sample_open(&sample, summary_of("\xE2\x80\x94 ! ?"));
    assert_int_equal(sample.summary->word_count, 0);
    assert_int_equal(sample.summary->sentence_count, 0);
    sample_close(&sample);
}

/* ---- Words ---- */

static void a_word_is_what_is_read_as_one(void **state)
{
    static const struct row rows[] = {
        {"L-glutamine, well-being", "L-glutamine|well-being"},
        {"don't, don\\u2019t, 'tis so'", "don't|don\xE2\x80\x99t|tis|so"},
        {"5.0 g, .5 g, 1,000 mg, 5mg, 50 %", "5.0|g|.5|g|1,000|mg|5mg|50"},
        {"a/b, e.g. x, 5-10, 5\xE2\x80\x93\x31\x30, gut\xE2\x80\x94it",
         "a|b|e.g|x|5-10|5|10|gut|it"},
        {"caf\xC3\xA9 na\xC3\xAFve cafe\xCC\x81 NF-\xCE\xBA\x42 \xC2\xB5g",
         "caf\xC3\xA9|na\xC3\xAFve|cafe\xCC\x81|NF-\xCE\xBA\x42|\xC2\xB5g"},
        {"- \xE2\x80\xA2 5\xC2\xA0g \xC2\xAE \xE2\x84\xA2", "5|g"},
        {"a-, -b -- c'", "a|b|c"},
    };
    (void)state;
    check(rows, COUNT(rows), words_of);
}

/* ---- Passages ---- */

static void every_text_is_a_passage_and_a_lead_in_belongs_to_its_text(void **state)
{
    struct sample sample;
    struct builder b = {.arena = arena};
    (void)state;
    sample_open(&sample,
                "\"title\": \"T\", \"subtitle\": \"U\", \"summary\": \"S\",\n"
                "\"benefits\": [{\"title\": \"L\", \"text\": \"B\"}, \"B\"],\n"
                "\"dosage\": {\"amount\": \"A\", \"how\": \"H\", \"steps\": [\"P\"]},\n"
                "\"cautions\": [\"C\"], \"ask_first\": [\"F\"], \"stop_and_call\": [\"O\"],\n"
                "\"unknowns\": [\"K\"]");
    for (size_t i = 0; i < sample.prose.count; i++) {
        const struct passage *p = &sample.prose.at[i];
        builder_printf(&b, "%.*s%s%s%s%s=%.*s ", STR_ARGS(part_name(p->part)),
                       part_is_body(p->part) ? "" : "-", p->heading ? "+heading" : "",
                       p->amount ? "+amount" : "", p->lead ? "+lead" : "", STR_ARGS(p->text->str));
        assert_true(!p->lead || (p->lead->heading && p->lead->part == p->part));
    }
    assert_str(builder_str(&b),
               "title-+heading=T subtitle-+heading=U summary=S dosage+amount=A dosage=H dosage=P "
               "cautions=C stop_and_call=O benefits+heading=L benefits+lead=B benefits=B "
               "ask_first=F unknowns=K disclaimer-=No. ");
    sample_close(&sample);
}

static struct str at_place(struct place place)
{
    return str_part(place.source->text, place.span.off, place.span.len);
}

static void places_count_the_escapes_of_the_file(void **state)
{
    struct sample sample;
    (void)state;
    sample_open(&sample, summary_of("A \\\"caf\\u00e9\\\" is. It\\u2019s 5\xC2\xA0g."));
    const struct passage *p = sample.summary;
    assert_str(words_of(p), "A|caf\xC3\xA9|is|It\xE2\x80\x99s|5|g");
    assert_str(at_place(words_place(p, 1, 1)), "caf\\u00e9");
    assert_str(at_place(words_place(p, 3, 1)), "It\\u2019s");
    assert_str(at_place(words_place(p, 4, 2)), "5\xC2\xA0g");
    assert_int_equal(p->sentence_count, 2);
    assert_str(at_place(slice_place(p, p->sentences[1].str)),
               "It\\u2019s 5\xC2\xA0g.");
    assert_str(words_text(p, 3, 2), "It\xE2\x80\x99s 5");
    sample_close(&sample);
}

/* Before the first word and behind the last one there may be signs, too. */
static void gaps_lie_between_words(void **state)
{
    static const char *const gaps[] = {"(", ", \"", "!\")"};
    struct sample sample;
    (void)state;
    sample_open(&sample, summary_of("(Zinc, \\\"zinc!\\\")"));
    for (size_t i = 0; i < COUNT(gaps); i++)
        assert_str(gap_before(sample.summary, i), gaps[i]);
    sample_close(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_ends_at_a_mark_with_a_space_behind_it),
        cmocka_unit_test(numbers_do_not_end_one),
        cmocka_unit_test(abbreviations_do_not_end_one),
        cmocka_unit_test(an_initial_does_not_end_one_but_the_name_of_a_vitamin_does),
        cmocka_unit_test(gaps_lie_between_words),
        cmocka_unit_test(quotes_and_brackets_go_with_their_sentence),
        cmocka_unit_test(a_text_without_words_has_no_sentence),
        cmocka_unit_test(a_word_is_what_is_read_as_one),
        cmocka_unit_test(every_text_is_a_passage_and_a_lead_in_belongs_to_its_text),
        cmocka_unit_test(places_count_the_escapes_of_the_file),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
