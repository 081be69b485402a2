/*
 * References as CSL-JSON: what Zotero exports goes in as it is; slips are found.
 */
#include "read_article.h"

/* One item of CSL-JSON: "type" and "title" first, so that all rows start at the same column. */
static void check_items(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder fields = {.arena = arena};
        struct read r;
        builder_printf(&fields, "\"references\": [\n{%s}]", rows[i].fields);
        read_open(&r, "x.json", article_with(arena, builder_str(&fields).ptr));
        assert_report(rows[i].fields, &r.diags, rows[i].expected);
        read_close(&r);
        arena_free(arena);
    }
}

#define GOOD                                                                                      \
    ", \"type\": \"book\", \"title\": \"T\", \"author\": [{\"family\": \"F\"}], "                 \
    "\"issued\": {\"date-parts\": [[2017]]}"
#define NO_DATE ", \"type\": \"book\", \"title\": \"T\", \"author\": [{\"family\": \"F\"}]"

static const struct row items[] = {
    {"\"id\": \"a\"" GOOD, ""},
    {"\"id\": 5" GOOD, ""},
    {"\"id\": [1]" GOOD, "wrong-type@2:8"},
    {"\"type\": \"book\"", "missing-field@2:1"},
    {"\"title\": \"T\"", "missing-field@2:1"},
    {"\"type\": \"book\", \"title\": \"T\"", "reference-incomplete@2:1 reference-incomplete@2:1"},
    {"\"type\": \"book\", \"title\": \"T\", \"editor\": [{\"literal\": \"WHO\"}]",
     "reference-incomplete@2:1"},

    /* Type */
    {"\"type\": \"jurnal\", \"title\": \"T\"", "bad-choice@2:10"},
    {"\"type\": 1, \"title\": \"T\"", "wrong-type@2:10"},
    {"\"type\": \"text\", \"title\": \"T\"", "bad-choice@2:10"},
    {"\"type\": \"articlejournal\", \"title\": \"T\"", "bad-choice@2:10"},

    /* Variables that are not printed, and names that are none */
    {"\"abstract\": 1, \"note\": \"😀\", \"custom\": {\"x\": 1}, \"ISSN\": [], \"PMID\": \"\", "
     "\"keyword\": 1, \"source\": 1, \"categories\": [], \"language\": \"x\", "
     "\"citation-key\": 1, \"year-suffix\": 1" GOOD, ""},
    {"\"doi\": \"10.1000/x\"" GOOD, "unknown-field@2:2"},
    {"\"container_title\": \"x\", \"abstrac\": 1" GOOD, "unknown-field@2:2 unknown-field@2:26"},

    /* Texts and numbers */
    {"\"volume\": 18, \"issue\": \"5\", \"page\": 1051, \"number\": 1, \"edition\": 2" GOOD, ""},
    {"\"volume\": true, \"edition\": {\"x\": 1}" GOOD, "wrong-type@2:12 wrong-type@2:29"},
    {"\"publisher\": 5" GOOD, "wrong-type@2:15"},
    {"\"publisher\": [5]" GOOD, "wrong-type@2:15"},
    {"\"publisher\": [\"Knopf\", \"Sons\"]" GOOD, ""},

    /* What is empty is absent */
    {"\"publisher\": \"\", \"volume\": null, \"DOI\": [], \"URL\": {}, \"page\": \" \"" GOOD, ""},
    {"\"publisher\": \"<i></i> \", \"container-title\": \"&nbsp;\"" GOOD, ""},
    {"\"editor\": [], \"accessed\": {}, \"ISSN\": null" GOOD, ""},
    {"\"editor\": [{}, null, {\"family\": \"\", \"given\": null}]" GOOD, ""},
    {"\"accessed\": {\"date-parts\": [[]]}, \"id\": []" GOOD, ""},
    {"\"accessed\": {\"date-parts\": [[null]], \"raw\": \"\"}" GOOD, ""},
    {"\"type\": \"\", \"title\": \"T\"", "missing-field@2:1"},
    {"\"type\": \"book\", \"title\": null", "missing-field@2:1"},
    {"\"type\": \"book\", \"title\": \"<b> </b>\"", "empty-text@2:27"},
    {"\"type\": \"book\", \"title\": \"T\", \"author\": [null], \"issued\": {}",
     "reference-incomplete@2:1 reference-incomplete@2:1"},

    /* Characters */
    {"\"publisher\": \"a\\tb\\u00ad\\u200b\\u2009\\uFEFF\\ufb01\"" GOOD, ""},
    {"\"publisher\": \"a\\uE000b\"" GOOD, "control-character@2:17"},
    {"\"publisher\": \"a\\uFFFDb\"" GOOD, "control-character@2:17"},
    {"\"publisher\": \"&amp; 😀\"" GOOD, "reference-picture@2:22"},
    {"\"publisher\": \"&#x1f600;\"" GOOD, "reference-picture@2:15"},

    /* Names */
    {"\"editor\": \"Kim\"" GOOD, "wrong-type@2:12"},
    {"\"editor\": [\"Kim\"]" GOOD, "wrong-type@2:13"},
    {"\"editor\": [{\"familly\": \"x\"}]" GOOD, "unknown-field@2:14"},
    {"\"editor\": [{\"family\": \"x\", \"parse-names\": true, \"comma-suffix\": 1, "
     "\"static-ordering\": \"\"}]" GOOD, ""},
    {"\"editor\": [{\"family\": \"x\", \"sequence\": \"first\", \"affiliation\": [{\"name\": 1}], "
     "\"ORCID\": \"z\", \"authenticated-orcid\": false}, {\"name\": \"A Group\"}]" GOOD, ""},

    /* Unknown fields: at most one note */
    {"\"colour\": 1, \"editor\": [{\"family\": \"x\", \"mood\": 1}], \"smell\": 2" GOOD,
     "unread-fields@2:1"},
    {"\"indexed\": {\"date-time\": \"x\"}, \"reference\": [], \"member\": \"78\", \"score\": 1, "
     "\"prefix\": \"10.1\", \"published\": {}, \"subtitle\": [\"x\"], \"copyright\": \"y\", "
     "\"itemType\": \"journalArticle\", \"keywords\": \"z\"" GOOD, ""},
    {"\"tilte\": \"x\"" GOOD, "unknown-field@2:2"},
    {"\"pages\": \"1\", \"authors\": [1]" GOOD, "unknown-field@2:2 unknown-field@2:16"},
    {"\"tilte\": \"x\", \"pgae\": \"1\"" GOOD, "unknown-field@2:2 unknown-field@2:16"},
    {"\"yomi\": 1, \"venue\": 1, \"ids\": 1, \"nocite\": 1" GOOD, "unread-fields@2:1"},

    /* What services have in place of CSL-JSON */
    {"\"authorships\": [], \"doi\": \"10.1000/x\"" GOOD, "reference-format@2:1"},
    {"\"paperId\": \"x\", \"title\": \"T\"", "reference-format@2:1"},
    {"\"itemData\": {\"title\": \"T\"}, \"id\": 1", "reference-format@2:1"},

    /* Dates */
    {"\"issued\": {\"date-parts\": [[2017, 5, 1]]}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[\"2017\", \"05\"]], \"circa\": true}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[2017, 1], [2018, 1]]}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[2017, 0, 0]]}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[2017, null, \"\"], [null]]}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[2017, 13]]}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[2017, 24]], \"date-time\": 1, \"timestamp\": 1}" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"May 2017\"}" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"2013 Oct 1\"}" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"2017-\"}" NO_DATE, ""},
    {"\"issued\": {\"literal\": \"in press\"}" NO_DATE, ""},
    {"\"issued\": \"2017-05-01\"" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"n.d.\"}" NO_DATE, "reference-incomplete@2:1"},
    {"\"issued\": {}" NO_DATE, "reference-incomplete@2:1"},
    {"\"issued\": {\"raw\": \"soon\"}" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"98\"}" NO_DATE, "bad-date@2:20"},
    {"\"issued\": {\"raw\": \"-0044\"}" NO_DATE, "bad-date@2:20"},
    {"\"issued\": {\"raw\": \"2019-13-05\"}" NO_DATE, "bad-date@2:20"},
    {"\"issued\": {\"raw\": \"2017-25\"}" NO_DATE, "bad-date@2:20"},
    {"\"issued\": {\"literal\": \"2017-02-30\"}" NO_DATE, "bad-date@2:24"},
    {"\"issued\": {\"raw\": \"June 31, 2017\"}" NO_DATE, "bad-date@2:20"},
    {"\"issued\": {\"raw\": \"31 April 2017\"}" NO_DATE, "bad-date@2:20"},
    {"\"issued\": {\"raw\": \"June 30, 2017\"}" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"Winter solstice 2017\"}" NO_DATE, ""},
    {"\"issued\": {\"raw\": \"31. Mai 2017\"}" NO_DATE, ""},
    {"\"issued\": {\"date-parts\": [[2017, 25]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [[2017, 2, 29]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [[2017, 0, 29]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [[2017, 2, 1, 1]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [[\"2017\", \"May\"]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [[0]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [[2017.5]]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": [2017]}" NO_DATE, "bad-date@2:27"},
    {"\"issued\": {\"date-parts\": 2017}" NO_DATE, "wrong-type@2:27"},
    {"\"issued\": 2017" NO_DATE, ""},
    {"\"issued\": 98" NO_DATE, "bad-date@2:12"},

    /* DOI and URL */
    {"\"DOI\": \"10.1002/(SICI)1097-4636(199905)45:2<140::AID-JBM8>3.0.CO;2-8\"" GOOD, ""},
    {"\"DOI\": \"10.1000.10/123\"" GOOD, ""},
    {"\"DOI\": \"10/b5g2qf\"" GOOD, ""},
    {"\"DOI\": \"11.1000/123\"" GOOD, "reference-address@2:9"},
    {"\"DOI\": \"10.100/123\"" GOOD, "reference-address@2:9"},
    {"\"DOI\": \"10.1000/\"" GOOD, "reference-address@2:9"},
    {"\"DOI\": \"10/\"" GOOD, "reference-address@2:9"},
    {"\"DOI\": \"10.1000/a b\"" GOOD, "reference-address@2:9"},
    {"\"DOI\": \"https://example.org/10.1000/a\"" GOOD, "reference-address@2:9"},
    {"\"URL\": \"www.example.org\"" GOOD, ""},
    {"\"URL\": \" https://example.org/café menu.html\"" GOOD, ""},
    {"\"URL\": \"ask me\"" GOOD, "reference-address@2:9"},
    {"\"URL\": \"javascript:alert(1)\"" GOOD, "reference-address@2:9"},
};

static void test_items(void **state)
{
    (void)state;
    check_items(items, COUNT(items));
}

static void test_doi_prefixes(void **state)
{
    static const char *const prefixes[] = {
        "",
        "https://doi.org/",
        "http://dx.doi.org/",
        "doi.org/",
        "doi:",
        "DOI: ",
        "DOI ",
        "https://www.doi.org/",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(prefixes); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder fields = {.arena = arena};
        struct read r;
        builder_printf(&fields, "\"references\": [{\"DOI\": \"%s10.3390/ijms18051051\"" GOOD "}]",
                       prefixes[i]);
        read_open(&r, "x.json", article_with(arena, builder_str(&fields).ptr));
        assert_report(prefixes[i], &r.diags, "");
        assert_str(r.article.references.at[0].doi, "10.3390/ijms18051051");
        read_close(&r);
        arena_free(arena);
    }
}

/* As Zotero exports it, with mark-up in the title. */
static const char zotero[] =
    "\"references\": [{\"id\": \"http://zotero.org/users/1/items/ABC\", \"type\": \"chapter\",\n"
    "\"abstract\": \"x\", \"container-title\": \"The <b>Book</b>\", \"DOI\": \"10.1000/x\",\n"
    "\"ISSN\": \"0000-0000\", \"issue\": \"5\", \"container-title-short\": \"B.\",\n"
    "\"language\": \"en\", \"page\": \"1-2\", \"source\": \"DOI.org\", \"volume\": 18.50,\n"
    "\"title\": \"<i>H. pylori</i>, H<sub>2</sub>O "
    "<span class=\\\"nocase\\\">pH</span> <b and c> d\",\n"
    "\"URL\": \"https://example.org/x\", \"author\": [{\"family\": \"Beethoven\",\n"
    "\"given\": \"Ludwig\", \"dropping-particle\": \"van\", \"non-dropping-particle\": \"de\",\n"
    "\"suffix\": \"Jr\"}, {\"literal\": \"WHO\"}], \"editor\": [{\"family\": \"E\"}],\n"
    "\"accessed\": {\"date-parts\": [[\"2024\", 11, 1]]}, \"issued\": {\"date-parts\": [[2017]]},\n"
    "\"journalAbbreviation\": \"Bk\"}, \"a text\"]";

static void test_dump(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct builder b = {.arena = arena};
    struct read r;
    (void)state;
    read_open(&r, "x.json", article_with(arena, zotero));
    assert_report(zotero, &r.diags, "");
    article_dump(&r.article, &b);
    const char *references = strstr(builder_str(&b).ptr, "references[1]");
    const char *end = strstr(references, "disclaimer");
    assert_str((struct str){references, (size_t)(end - references)},
               "references[1] @16+690 chapter\n"
               "  authors[1] particle \"de\" family \"Beethoven\" given \"Ludwig\" "
               "dropping \"van\" suffix \"Jr\"\n"
               "  authors[2] literal \"WHO\"\n"
               "  editors[1] family \"E\"\n"
               "  title \"H. pylori, H₂O pH <b and c> d\"\n"
               "  container \"The Book\"\n"
               "  container_short \"B.\"\n"
               "  volume \"18.50\"\n"
               "  issue \"5\"\n"
               "  page \"1-2\"\n"
               "  doi \"10.1000/x\"\n"
               "  url \"https://example.org/x\"\n"
               "  title_italics 0+9\n"
               "  issued 2017\n"
               "  accessed 2024-11-01\n"
               "references[2] @708+8 text\n"
               "  text @708+8 \"a text\"\n");
    read_close(&r);
    arena_free(arena);
}

static void test_kinds(void **state)
{
    static const struct {
        const char *type;
        enum reference_kind kind;
    } rows[] = {
        {"article-journal", REFERENCE_ARTICLE}, {"article", REFERENCE_PREPRINT},
        {"book", REFERENCE_BOOK},               {"chapter", REFERENCE_CHAPTER},
        {"entry-encyclopedia", REFERENCE_ENTRY}, {"webpage", REFERENCE_WEBPAGE},
        {"post-weblog", REFERENCE_POST},     {"report", REFERENCE_REPORT},
        {"thesis", REFERENCE_THESIS},            {"legal_case", REFERENCE_LEGAL_CASE},
        {"treaty", REFERENCE_TREATY},            {"interview", REFERENCE_OTHER},
        {"journalArticle", REFERENCE_ARTICLE},   {"Journal Article", REFERENCE_ARTICLE},
        {"Legal-Case", REFERENCE_LEGAL_CASE},    {"inproceedings", REFERENCE_PAPER},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder fields = {.arena = arena};
        struct read r;
        builder_printf(&fields, "\"references\": [{\"type\": \"%s\", \"title\": \"T\"}]",
                       rows[i].type);
        read_open(&r, "x.json", article_with(arena, builder_str(&fields).ptr));
        assert_int_equal(r.diags.errors, 0);
        assert_int_equal(r.article.references.at[0].kind, rows[i].kind);
        read_close(&r);
        arena_free(arena);
    }
}

/* What an exporter calls the archive of a preprint is its server, unless it names another. */
static void test_server(void **state)
{
    struct arena *arena = arena_new(NULL, NULL);
    struct read r;
    (void)state;
    read_open(&r, "x.json", article_with(arena,
              "\"references\": [{\"type\": \"article\", \"title\": \"T\", \"archive\": \"A\"},"
              "{\"type\": \"article\", \"title\": \"T\", \"archive\": \"A\", \"publisher\": \"P\"},"
              "{\"type\": \"book\", \"title\": \"T\", \"archive\": \"A\"},"
              "{\"type\": \"posted-content\", \"title\": \"T\", \"publisher\": \"P\","
              " \"institution\": [{\"place\": [1], \"name\": \"S\"}]},"
              "{\"type\": \"posted-content\", \"title\": \"T\","
              " \"institution\": [{\"place\": [1]}]}]"));
    assert_str(r.article.references.at[0].publisher, "A");
    assert_str(r.article.references.at[1].publisher, "P");
    assert_null(r.article.references.at[2].publisher.ptr);
    assert_str(r.article.references.at[3].container, "S");
    assert_null(r.article.references.at[4].container.ptr);
    read_close(&r);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_doi_prefixes),
        cmocka_unit_test(test_dump),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_server),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
