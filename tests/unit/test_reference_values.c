/*
 * What comes out of the texts, dates and names of CSL-JSON: mark-up, character references, white
 * space, dates in words, names of every make.
 */
#include "read/csl_text.h"
#include "read/reference_text.h"
#include "read_article.h"

/* The item with that field, read without a complaint about the field. */
static void read_item(struct read *r, struct arena *arena, const char *field)
{
    struct builder fields = {.arena = arena};
    builder_printf(&fields, "\"references\": [{\"type\": \"book\", %s}]", field);
    read_open(r, "x.json", article_with(arena, builder_str(&fields).ptr));
    if (r->diags.errors)
        fail_msg("%s: %.*s", field, STR_ARGS(r->diags.first->message));
}

/* What the dump has behind a label, up to the line's end; nothing if it has not the label. */
static struct str dumped(struct read *r, struct arena *arena, const char *label)
{
    struct builder dump = {.arena = arena};
    article_dump(&r->article, &dump);
    const char *at = strstr(builder_str(&dump).ptr, label);
    at = at ? at + strlen(label) : "\n";
    return (struct str){at, strcspn(at, "\n")};
}

/* Each row is a value of the field, and what the dump has behind the label. */
static void check_values(const char *const rows[][2], size_t count, const char *format,
                         const char *label)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder field = {.arena = arena};
        struct read r;
        size_t slot = str_find(str_of(format), '%');
        builder_add(&field, str_part(str_of(format), 0, slot));
        builder_add(&field, str_of(rows[i][0]));
        builder_add(&field, str_of(format + slot + 1));
        read_item(&r, arena, builder_str(&field).ptr);
        assert_str(dumped(&r, arena, label), rows[i][1]);
        read_close(&r);
        arena_free(arena);
    }
}

static void test_mark_up(void **state)
{
    static const char *const rows[][2] = {
        /* Raised and lowered figures never join what stands beside them */
        {"10<sup>9</sup> bacteria", "\"10⁹ bacteria\""},
        {"2 x 10<sup>-3</sup> and 10<sup>+12</sup>", "\"2 x 10⁻³ and 10⁺¹²\""},
        {"Ca<sup>2+</sup>, CO<sub>2</sub>, VO<sub>2max</sub>", "\"Ca²⁺, CO₂, VO₂max\""},
        {"10<sup>1.5</sup>3", "\"10^(1.5)3\""},
        {"x<sup>n</sup>y", "\"x^n y\""},
        {"the 21<sup>st</sup> century, Name<sup>®</sup>", "\"the 21st century, Name®\""},
        {"<![CDATA[Zinc]]><!-- a note --> and<fn>1</fn> iron<xref rid=\\\"a\\\">b</xref>",
         "\"Zinc and iron\""},
        {"10<SUP>6</SUP>", "\"10⁶\""},
        {"5<sup> </sup>mg", "\"5 mg\""},
        {"10<sup> 9 </sup>cells", "\"10⁹ cells\""},
        {"10<span style=\\\"vertical-align: super\\\">9</span> cells", "\"10⁹ cells\""},
        {"H<span class='subscript'>2</span>O", "\"H₂O\""},
        {"Food &amp Thirst &lt 60", "\"Food & Thirst < 60\""},
        {"Women´s and men`s", "\"Women's and men's\""},
        {"<jats:sup>13</jats:sup>C", "\"¹³C\""},

        /* MathML tells by place */
        {"of <mml:math xmlns:mml='x'><mml:msup><mml:mn>10</mml:mn>\\n<mml:mn>9</mml:mn>"
         "</mml:msup></mml:math> cells", "\"of 10⁹ cells\""},
        {"<math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math>", "\"H₂O\""},
        {"<math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math> g", "\"3 1/2 g\""},
        {"<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "\"x₁²\""},
        {"<math><msqrt>9</msqrt>,<mroot><mn>8</mn><mn>3</mn></mroot></math>", "\"√(9),(8)^(1/3)\""},
        {"<math><mi>a</mi><annotation>junk</annotation></math>", "\"a\""},

        /* Character references, also twice, and what they escaped */
        {"Men &lt; 60 years &#8211; a trial", "\"Men < 60 years – a trial\""},
        {"Food &amp;amp; Thirst &#x2265; 5&nbsp;mg &beta;", "\"Food & Thirst ≥ 5 mg β\""},
        {"&lt;i&gt;H. pylori&lt;/i&gt;", "\"H. pylori\""},
        {"&#146;s &#150;", "\"’s –\""},
        {"AT&T; R&D &unknown; &#xD800;", "\"AT&T; R&D &unknown; &#xD800;\""},

        /* A true < stays */
        {"a < b and c > d", "\"a < b and c > d\""},
        {"p<0.05", "\"p<0.05\""},
        {"<b and c> d", "\"<b and c> d\""},
        {"<notatag>", "\"<notatag>\""},
        {"<i", "\"<i\""},

        /* Tags of any kind go; those that divide leave a space */
        {"<p>One</p><p>two</p>", "\"One two\""},
        {"One<br/>two<br>three", "\"One two three\""},
        {"<a href=\\\"https://x.org\\\" class='y'>One</a>", "\"One\""},
        {"<span class='nocase'>pH</span> <scp>II</scp></i>", "\"pH II\""},
        {"<i><b><i>deep</i></b></i>", "\"deep\""},

        /* White space, what has no shape, ligatures, Windows-1252 */
        {" a\\n\\t b\\u2009\\u00a0c ", "\"a b c\""},
        {"in\\u00adside\\u200b\\ufeff\\u200e", "\"inside\""},
        {"e\\ufb03cient \\ufb01ne", "\"efficient fine\""},
        {"it\\u0092s", "\"it’s\""},
        {"５ ㎎ of 𝐁", "\"5 mg of B\""},
    };
    (void)state;
    check_values(rows, COUNT(rows), "\"title\": \"%\"", "  title ");
}

/* Of full width is what Chinese and Japanese print between their own letters. */
static void test_full_width(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    (void)state;
    assert_str(csl_text(arena, STR("５㎎の水"), NULL, NULL), "５㎎の水");
    assert_str(csl_text(arena, STR("５㎎"), NULL, NULL), "5mg");
    /* What spells words in scripts that join letters stays; elsewhere it is debris. */
    assert_str(csl_text(arena, STR("می\xE2\x80\x8Cنوشید"), NULL, NULL), "می\xE2\x80\x8Cنوشید");
    assert_str(csl_text(arena, STR("no\xE2\x80\x8Cwhere"), NULL, NULL), "nowhere");
    arena_free(arena);
}

/* What programs for BibTeX leave behind. */
static void test_latex(void **state)
{
    static const char *const rows[][2] = {
        {"$\\\\alpha$-lipoic acid in {USA}", "\"α-lipoic acid in USA\""},
        {"10$^{9}$ CFU, H$_2$O, 1,25(OH)$_{2}$D$_{3}$", "\"10⁹ CFU, H₂O, 1,25(OH)₂D₃\""},
        {"caf{\\\\'e} na{\\\\\\\"\\\\i}ve \\\\c{c}a Erd{\\\\H{o}}s {\\\\'{e}}t{\\\\'e}",
         "\"café naïve ça Erdős été\""},
        {"{\\\\O}re Stra{\\\\ss}e \\\\v{S} {\\\\aa}", "\"Øre Straße Š å\""},
        {"\\\\.q and \\\\=b", "\"q̇ and b̄\""}, /* without a letter of their own */
        {"5~mg \\\\& 20\\\\% {\\\\textemdash} 10--20", "\"5 mg & 20% — 10–20\""},
        {"``Quoted'' words", "\"“Quoted” words\""},
        {"\\\\textsuperscript{13}C, CO\\\\textsubscript{2}, ${\\\\rm O}_2$, $$x^2$$",
         "\"¹³C, CO₂, O₂, x²\""},
        {"$p < 0.05$, $n$ of 5\\\\,mg \\\\(x\\\\)", "\"p < 0.05, n of 5 mg x\""},
        {"from $5 to $10", "\"from $5 to $10\""},
        {"\\\\unknown{a} C:\\\\docs\\\\x", "\"\\\\unknowna C:\\\\docs\\\\x\""},
        {"one { brace, a_b, ~5 mg", "\"one { brace, a_b, ~5 mg\""},
        {"{{{{{{{{{{{{{{{{{{{{deep}}}}}}}}}}}}}}}}}}}}", "\"{{{{deep}}}}\""},
    };
    static const char *const italics[][2] = {
        {"\\\\textit{E. coli} x", "0+7"},
        {"x {\\\\em in vivo} y", "2+7"},
        {"\\\\emph{x}", "0+1"},
    };
    (void)state;
    check_values(rows, COUNT(rows), "\"title\": \"%\"", "  title ");
    check_values(italics, COUNT(italics), "\"title\": \"%\"", "  title_italics ");
}

static void test_italics(void **state)
{
    static const char *const rows[][2] = {
        {"<i>Lactobacillus</i> and thirst", "0+13"},
        {"The <em>L. casei</em>", "4+8"},
        {"&lt;i&gt;é&lt;/i&gt; x", "0+2"},
        {"<i> a <b>b</b> </i> c", "0+3"},
        {"Without", ""},
        {"<i></i>Empty", ""},
    };
    (void)state;
    check_values(rows, COUNT(rows), "\"title\": \"%\"", "  title_italics ");
}

static void test_dates(void **state)
{
#define RAW(text) "{\"raw\": \"" text "\"}"
#define LITERAL(text) "{\"literal\": \"" text "\"}"
    static const char *const rows[][2] = {
        {RAW("2019"), "2019"},
        {RAW("2019/05/01"), "2019-05-01"},
        {RAW("2019/5"), "2019-05"},
        {RAW("20190501"), "2019-05-01"},
        {RAW("2019-05-01T10:30:00Z"), "2019-05-01"},
        {RAW("2019-05-00"), "2019-05"},
        {RAW("May 2019"), "2019-05"},
        {RAW("1 May 2019"), "2019-05-01"},
        {RAW("May 1st, 2019"), "2019-05-01"},
        {RAW("2013 Oct 1"), "2013-10-01"},
        {RAW("Sept. 2013"), "2013-09"},
        {RAW("Spring 2019"), "2019 spring"},
        {RAW("2019 Autumn"), "2019 autumn"},
        {RAW("05/2019"), "2019-05"},
        {RAW("25/12/2019"), "2019-12-25"},
        {RAW("12/25/2019"), "2019-12-25"},
        {RAW("5/6/2019"), "2019"}, /* the day or the month first? */
        {RAW("1.5.2019"), "2019-05-01"},
        {RAW("ca. 1995"), "about 1995"},
        {RAW("1995?"), "about 1995"},
        {RAW("2017-2018"), "2017 to 2018"},
        {RAW("2017–2018"), "2017 to 2018"},
        {RAW("2019-05/2019-07"), "2019-05 to 2019-07"},
        {RAW("Epub 2019 May 3"), "words \"Epub 2019 May 3\""},
        {LITERAL("in press"), "words \"in press\""},
        {LITERAL("May 2019"), "2019-05"},
        {LITERAL("printemps 2019"), "words \"printemps 2019\""},
        {LITERAL("n.d."), ""},
        {"{\"date-parts\": [[2019, 21]]}", "2019 spring"},
        {"{\"date-parts\": [[2019, 15]]}", "2019 autumn"},
        {"{\"date-parts\": [[2019]], \"season\": 4}", "2019 winter"},
        {"{\"date-parts\": [[2019]], \"season\": \"Fall\"}", "2019 fall"},
        {"{\"date-parts\": [[2019]], \"circa\": 1}", "about 2019"},
        {"{\"date-parts\": [[2019]], \"circa\": false}", "2019"},
        {"{\"date-parts\": [[2019]], \"literal\": \"in press\"}", "2019"},
        {"{\"date-parts\": [[2019, 5], [2020]]}", "2019-05 to 2020"},
        {"{\"raw\": 2019}", "2019"},
        {"{\"edtf\": \"2019-22\"}", "2019 summer"},
        {"\"2019-05-01\"", "2019-05-01"},
        {"2019", "2019"},
    };
#undef RAW
#undef LITERAL
    (void)state;
    check_values(rows, COUNT(rows), "\"title\": \"T\", \"issued\": %", "  issued ");
}

/* Within one text: months and days, short years, what a catalogue or a calendar adds. */
static void test_dates_of_catalogues(void **state)
{
    static const char *const rows[][2] = {
        {"{\"raw\": \"Jan-Feb 2019\"}", "2019-01 to 2019-02"},
        {"{\"raw\": \"2019 Jul/Aug\"}", "2019-07 to 2019-08"},
        {"{\"raw\": \"May 1–3, 2019\"}", "2019-05-01 to 2019-05-03"},
        {"{\"raw\": \"2019 May 30-Jun 2\"}", "2019-05-30 to 2019-06-02"},
        {"{\"raw\": \"Dec 2019-Jan 2020\"}", "2019-12 to 2020-01"},
        {"{\"raw\": \"Feb-Jan 2019\"}", "words \"Feb-Jan 2019\""},
        {"{\"raw\": \"Jan-Feb-Mar 2019\"}", "words \"Jan-Feb-Mar 2019\""},
        {"{\"raw\": \"1998-99\"}", "1998 to 1999"},
        {"{\"raw\": \"1998/99\"}", "1998 to 1999"},
        {"{\"raw\": \"2010-11\"}", "2010-11"}, /* a month, as ISO 8601 has it */
        {"{\"raw\": \"Monday, May 6, 2019\"}", "2019-05-06"},
        {"{\"raw\": \"[1995]\"}", "1995"},
        {"{\"raw\": \"c1995\"}", "1995"},
        {"{\"raw\": \"©1995\"}", "1995"},
        {"{\"raw\": \"in press\"}", "words \"in press\""},
    };
    (void)state;
    check_values(rows, COUNT(rows), "\"title\": \"T\", \"issued\": %", "  issued ");
}

static void test_names(void **state)
{
    static const char *const rows[][2] = {
        {"{\"family\": \"Roe\", \"given\": \"\"}", "family \"Roe\""},
        {"{\"given\": \"Plato\"}", "literal \"Plato\""},
        {"{\"name\": \"A Group\", \"sequence\": \"first\"}", "literal \"A Group\""},
        {"{\"family\": \"Roe\", \"given\": \"Jo, Jr.\"}",
         "family \"Roe\" given \"Jo\" suffix \"Jr.\""},
        {"{}, null, {\"family\": \"Roe\"}", "family \"Roe\""},

        /* What stands around a name as on a letter */
        {"{\"family\": \"Roe Jr\", \"given\": \"Dr. Jo, MD, PhD\"}",
         "family \"Roe\" given \"Jo\" suffix \"Jr\""},
        {"{\"family\": \"Roe,\", \"given\": \"Jo III\"}",
         "family \"Roe\" given \"Jo\" suffix \"III\""},
        {"{\"family\": \"Roe\", \"suffix\": \"PhD\"}", "family \"Roe\""},
        {"{\"family\": \"Roe\", \"suffix\": \"Jr, MD\"}",
         "family \"Roe\" suffix \"Jr\""},
        {"{\"literal\": \"Roe, Ann B.\"}", "family \"Roe\" given \"Ann B.\""},
        {"{\"name\": \"Roe, AB\"}", "family \"Roe\" given \"AB\""},
        {"{\"literal\": \"Roe, A\"}", "family \"Roe\" given \"A\""},
        {"{\"literal\": \"Roe, USA\"}", "literal \"Roe, USA\""},
        {"{\"literal\": \"Health, Education Group\"}", "literal \"Health, Education Group\""},
        {"{\"familyName\": \"Roe\", \"givenName\": \"Jo\"}",
         "family \"Roe\" given \"Jo\""},
        {"{\"family\": \"Ma\", \"given\": \"MD\"}", "family \"Ma\" given \"MD\""},

        /* Organisations that are given as a family name */
        {"{\"family\": \"Example Trial Group\", \"given\": \"\"}",
         "literal \"Example Trial Group\""},
        {"{\"family\": \"García Márquez\"}", "family \"García Márquez\""},
        {"{\"family\": \"Group\"}", "family \"Group\""},
        {"{\"literal\": \"Ann B. Doe-Roe\"}", "literal \"Ann B. Doe-Roe\" person"},
        {"{\"literal\": \"Mayo Clinic\"}", "literal \"Mayo Clinic\""},
        {"{\"literal\": \"The UK10K Authors\"}", "literal \"The UK10K Authors\""},
        {"{\"literal\": \"Bo E R van Roe\"}, {\"literal\": \"Ann Doe\"}",
         "literal \"Bo E R van Roe\" person"},
        {"{\"literal\": \"The Water Study Group\"}, {\"literal\": \"Ann Doe\"}",
         "literal \"The Water Study Group\""},
    };
    static const char *const others[][2] = {
        {"{\"literal\": \"et al.\"}", ""},
        {"{\"family\": \"others\"}", ""},
    };
    (void)state;
    check_values(rows, COUNT(rows), "\"title\": \"T\", \"author\": [%]", "  authors[1] ");
    check_values(others, COUNT(others), "\"title\": \"T\", \"author\": [{\"family\": \"Roe\"}, %]",
                 "  authors and others");
}

/* What exporters of BibTeX leave as it was, and labels that the styles have too. */
static void test_genres_and_numbers(void **state)
{
    static const char *const genres[][2] = {{"phdthesis", "\"PhD thesis\""},
                                            {"Working Paper No.", "\"Working Paper\""}};
    static const char *const numbers[][2] = {
        {"No. 77", "\"77\""}, {"#7", "\"7\""}, {"No. A", "\"No. A\""}, {"WHO/1", "\"WHO/1\""}};
    (void)state;
    check_values(genres, COUNT(genres), "\"title\": \"T\", \"genre\": \"%\"", "  genre ");
    check_values(numbers, COUNT(numbers), "\"title\": \"T\", \"number\": \"%\"", "  number ");
}

static void test_dois_and_addresses(void **state)
{
    static const char *const dois[][2] = {
        {"10.1000/x.", "\"10.1000/x\""},
        {"DOI 10.1000/x", "\"10.1000/x\""},
        {"https://doi.org/10.1000/a%2Fb%3Cc%3E", "\"10.1000/a/b<c>\""},
        {"doi:10/fqd6hj", "\"10/fqd6hj\""},
        {"10.1000/é", "\"10.1000/é\""},
        {"10.1000%2Fx", "\"10.1000/x\""},
        {"10.1000/x [doi]", "\"10.1000/x\""},
        {"DOI: https://doi.org/10.1000/x", "\"10.1000/x\""},
        {"info:doi/10.1000/x", "\"10.1000/x\""},
        {"10.1007/978\\\\_3", "\"10.1007/978_3\""},
    };
    static const char *const urls[][2] = {
        {"//example.org/a", "\"example.org/a\""},
        {"www.example.org/a", "\"www.example.org/a\""},
        {" https://example.org/a b ", "\"https://example.org/a%20b\""},
        {"https://example.org/café", "\"https://example.org/café\""},
        {"https://été.example/", "\"https://été.example/\""},
        {"<https://example.org/a>", "\"https://example.org/a\""},
        {"https://example.org/web/https://b.org/?u=https://c.org",
         "\"https://example.org/web/https://b.org/?u=https://c.org\""},
    };
    static const char *const odd_urls[][2] = {
        {"https://a.org/x https://b.org/y", "\"https://a.org/x\""},
        {"https://a.org/x,y; www.b.org", "\"https://a.org/x,y\""},
        {"*** http://a.org/x (seen today).", "\"http://a.org/x\""},
        {"ask me", ""},
        {"javascript:alert(1)", ""},
    };
    static const char *const odd_dois[][2] = {
        {"10.1000/x, 10.1000/y", "\"10.1000/x\""},
        {"https://example.org/doi/10.1000/x", "\"10.1000/x\""},
        {"10.1000/a b", ""}, /* half of a DOI is another DOI */
        {"n/a", ""},
    };
    (void)state;
    check_values(dois, COUNT(dois), "\"title\": \"T\", \"DOI\": \"%\"", "  doi ");
    check_values(urls, COUNT(urls), "\"title\": \"T\", \"URL\": \"%\"", "  url ");
    check_values(odd_dois, COUNT(odd_dois), "\"title\": \"T\", \"DOI\": \"%\"", "  doi ");
    check_values(odd_urls, COUNT(odd_urls), "\"title\": \"T\", \"URL\": \"%\"", "  url ");
}

/* An export in one piece says which brackets to take away. */
static void test_whole_exports(void **state)
{
    static const char *const rows[][2] = {
        {"[[{\"type\": \"book\", \"title\": \"T\"}]]",
         "it is a whole export: take away this [ and the ] of line 1, so that its items are items "
         "of \"references\""},
        {"[{\"status\": \"ok\", \"message\": {\"title\": [\"T\"]}}]",
         "put what stands in \"message\" in its place"},
        {"[{\"itemType\": \"book\", \"title\": \"T\", \"creators\": []}]", EXPORT_AGAIN},
        {"[{\"items\":\n[{\"type\": \"book\"}]}]",
         "it is a whole export: take away this { \"…\": [ and the ] } of line 2, so that its items "
         "are items of \"references\""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder fields = {.arena = arena};
        struct read r;
        builder_printf(&fields, "\"references\": %s", rows[i][0]);
        read_open(&r, "x.json", article_with(arena, builder_str(&fields).ptr));
        assert_int_equal(r.diags.errors, 1);
        assert_str(r.diags.first->hint, rows[i][1]);
        read_close(&r);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mark_up),
        cmocka_unit_test(test_full_width),
        cmocka_unit_test(test_latex),
        cmocka_unit_test(test_italics),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_dates_of_catalogues),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_genres_and_numbers),
        cmocka_unit_test(test_dois_and_addresses),
        cmocka_unit_test(test_whole_exports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
