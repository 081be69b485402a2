/*
 * References as APA style prints them.  Where a row names a source, its text is an example that
 * was published there; the other rows are ours and look at one rule each.  The last test prints
 * every combination of missing parts in both styles and looks for broken punctuation.
 */
#include "citation_rows.h"

#define SITE "apastyle.apa.org, reference examples: "
#define MANUAL "Publication Manual, 7th ed., "

static const struct row articles[] = {
    {.source = SITE "journal article",
     .kind = REFERENCE_ARTICLE,
     .authors = "Grady|J. S.;Her|M.;Moreno|G.;Perez|C.;Yelinek|J.",
     .title = "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial "
              "groups in the United States",
     .container = "Psychology of Popular Media Culture", .container_short = "not shown",
     .volume = "8", .issue = "3", .page = "207-217", .issued = {2019, 7, 1},
     .doi = "10.1037/ppm0000185",
     .expected = "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in "
                 "storybooks: A comparison of storybooks that represent ethnic and racial groups "
                 "in the United States. _Psychology of Popular Media Culture, 8_(3), 207–217. "
                 "[https://doi.org/10.1037/ppm0000185](https://doi.org/10.1037/ppm0000185)"},
    {.source = SITE "with an article number",
     .kind = REFERENCE_ARTICLE,
     .authors = "Jerrentrup|A.;Mueller|T.;Glowalla|U.;Herder|M.;Henrichs|N.;Neubauer|A.;"
                "Schaefer|J. R.",
     .title = "Teaching medicine with the help of “Dr. House”", .container = "PLoS ONE",
     .volume = "13", .issue = "3", .page = "e0193972", .issued = {2018, 0, 0},
     .doi = "10.1371/journal.pone.0193972",
     .expected = "Jerrentrup, A., Mueller, T., Glowalla, U., Herder, M., Henrichs, N., Neubauer, "
                 "A., & Schaefer, J. R. (2018). Teaching medicine with the help of “Dr. House.” "
                 "_PLoS ONE, 13_(3), Article e0193972. "
                 "[https://doi.org/10.1371/journal.pone.0193972]"
                 "(https://doi.org/10.1371/journal.pone.0193972)"},
    {.source = SITE "without an issue",
     .kind = REFERENCE_ARTICLE,
     .authors = "Sanchiz|M;Chevalier|A;Amadieu|F",
     .title = "How do older and young adults start searching for information? Impact of age, "
              "domain knowledge and problem complexity on the different steps of information "
              "searching",
     .container = "Computers in Human Behavior", .volume = "72", .page = "67–78",
     .issued = {2017, 0, 0}, .doi = "10.1016/j.chb.2017.02.038",
     .expected = "Sanchiz, M., Chevalier, A., & Amadieu, F. (2017). How do older and young adults "
                 "start searching for information? Impact of age, domain knowledge and problem "
                 "complexity on the different steps of information searching. _Computers in Human "
                 "Behavior, 72_, 67–78. [https://doi.org/10.1016/j.chb.2017.02.038]"
                 "(https://doi.org/10.1016/j.chb.2017.02.038)"},
    {.source = SITE "without pages",
     .kind = REFERENCE_ARTICLE, .authors = "Butler|J.",
     .title = "Where access meets multimodality: The case of ASL music videos",
     .container = "Kairos: A Journal of Rhetoric, Technology, and Pedagogy", .volume = "21",
     .issue = "1", .issued = {2017, 0, 0},
     .url = "http://kairos.technorhetoric.net/21.1/topoi/butler/index.html",
     .expected = "Butler, J. (2017). Where access meets multimodality: The case of ASL music "
                 "videos. _Kairos: A Journal of Rhetoric, Technology, and Pedagogy, 21_(1). "
                 "[http://kairos.technorhetoric.net/21.1/topoi/butler/index.html]"
                 "(http://kairos.technorhetoric.net/21.1/topoi/butler/index.html)"},
    {.source = SITE "newspaper article",
     .kind = REFERENCE_NEWSPAPER, .authors = "Carey|B.",
     .title = "Can we get better at forgetting?", .container = "The New York Times",
     .issued = {2019, 3, 22},
     .url = "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
     .expected = "Carey, B. (2019, March 22). Can we get better at forgetting? _The New York "
                 "Times_. "
                 "[https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html]"
                 "(https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html)"},
    {.source = MANUAL "newspaper article in print",
     .kind = REFERENCE_NEWSPAPER, .authors = "Harlan|C.",
     .title = "North Korea vows to restart shuttered nuclear reactor that can make bomb-grade "
              "plutonium",
     .container = "The Washington Post", .page = "A1, A4", .issued = {2013, 4, 2},
     .expected = "Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear "
                 "reactor that can make bomb-grade plutonium. _The Washington Post_, A1, A4."},
    /* More than 20 authors; the site has ". . .", the Manual (8.31) that or one character. */
    {.kind = REFERENCE_ARTICLE,
     .authors = "Pegion|K.;Kirtman|B. P.;Becker|E.;Collins|D. C.;LaJoie|E.;Burgman|R.;Bell|R.;"
                "DelSole|T.;Min|D.;Zhu|Y.;Li|W.;Sinsky|E.;Guan|H.;Gottschalck|J.;Metzger|E. J.;"
                "Barton|N. P.;Achuthavarier|D.;Marshak|J.;Koster|R. D.;Not|S.;Not|S.;Kim|H.",
     .title = "The Subseasonal Experiment (SubX): A multimodel subseasonal prediction experiment",
     .container = "Bulletin of the American Meteorological Society", .volume = "100",
     .issue = "10", .page = "2043-2060", .issued = {2019, 0, 0},
     .doi = "10.1175/BAMS-D-18-0270.1",
     .expected = "Pegion, K., Kirtman, B. P., Becker, E., Collins, D. C., LaJoie, E., Burgman, "
                 "R., Bell, R., DelSole, T., Min, D., Zhu, Y., Li, W., Sinsky, E., Guan, H., "
                 "Gottschalck, J., Metzger, E. J., Barton, N. P., Achuthavarier, D., Marshak, J., "
                 "Koster, R. D., …\u00A0Kim, H. (2019). The Subseasonal Experiment "
                 "(SubX): A multimodel subseasonal prediction experiment. _Bulletin of the "
                 "American Meteorological Society, 100_(10), 2043–2060. "
                 "[https://doi.org/10.1175/BAMS-D-18-0270.1]"
                 "(https://doi.org/10.1175/BAMS-D-18-0270.1)"},
    {.kind = REFERENCE_ARTICLE, .authors = "A|B", .title = "T", .container = "J", .issue = "249",
     .page = "30-33", .expected = "A, B. (n.d.). T. _J_, (249), 30–33."},
    {.kind = REFERENCE_ARTICLE, .authors = "A|B", .title = "T", .container_short = "J. X.",
     .number = "105", .issued = {2020, 0, 0}, .expected = "A, B. (2020). T. _J. X._, Article 105."},
    {.kind = REFERENCE_ARTICLE, .title = "No one wrote it", .container = "J",
     .volume = "3", .page = "e12-e15", .issued = {2020, 5, 0},
     .expected = "No one wrote it. (2020). _J, 3_, e12–e15."},
    {.kind = REFERENCE_MAGAZINE, .title = "T", .issued = {2020, 5, 0}, .page = "7",
     .expected = "T. (2020, May). 7."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .doi = "10.1/<é>", .url = "https://example.org",
     .expected = "T. (n.d.). [https://doi.org/10.1/<é>](https://doi.org/10.1/%3C%C3%A9%3E)"},
};

static const struct row books[] = {
    {.source = SITE "whole authored book",
     .kind = REFERENCE_BOOK, .authors = "Jackson|L. M.",
     .title = "The psychology of prejudice: From attitudes to social action",
     .edition = "2", .publisher = "American Psychological Association", .issued = {2019, 0, 0},
     .doi = "10.1037/0000168-000",
     .expected = "Jackson, L. M. (2019). _The psychology of prejudice: From attitudes to social "
                 "action_ (2nd ed.). American Psychological Association. "
                 "[https://doi.org/10.1037/0000168-000](https://doi.org/10.1037/0000168-000)"},
    {.source = SITE "the same",
     .kind = REFERENCE_BOOK, .authors = "Sapolsky|Robert M.",
     .title = "Behave: The biology of humans at our best and worst",
     .publisher = "Penguin Books", .issued = {2017, 5, 2},
     .expected = "Sapolsky, R. M. (2017). _Behave: The biology of humans at our best and worst_. "
                 "Penguin Books."},
    {.source = SITE "the same",
     .kind = REFERENCE_BOOK, .authors = "Svendsen|S.;Løber|L.",
     .title = "The big picture/Academic writing: The one-hour guide",
     .edition = "3rd digital ed.", .publisher = "Hans Reitzel Forlag", .issued = {2020, 0, 0},
     .url = "https://thebigpicture-academicwriting.digi.hansreitzel.dk/",
     .expected = "Svendsen, S., & Løber, L. (2020). _The big picture/Academic writing: The "
                 "one-hour guide_ (3rd digital ed.). Hans Reitzel Forlag. "
                 "[https://thebigpicture-academicwriting.digi.hansreitzel.dk/]"
                 "(https://thebigpicture-academicwriting.digi.hansreitzel.dk/)"},
    {.source = SITE "whole edited book",
     .kind = REFERENCE_BOOK, .editors = "Hygum|E.;Pedersen|P. M.",
     .title = "Early childhood education: Values and practices in Denmark",
     .publisher = "Hans Reitzels Forlag", .issued = {2010, 0, 0},
     .url = "https://earlychildhoodeducation.digi.hansreitzel.dk/",
     .expected = "Hygum, E., & Pedersen, P. M. (Eds.). (2010). _Early childhood education: Values "
                 "and practices in Denmark_. Hans Reitzels Forlag. "
                 "[https://earlychildhoodeducation.digi.hansreitzel.dk/]"
                 "(https://earlychildhoodeducation.digi.hansreitzel.dk/)"},
    {.source = SITE "the same",
     .kind = REFERENCE_BOOK, .editors = "Kesharwani|P.",
     .title = "Nanotechnology based approaches for tuberculosis treatment",
     .publisher = "Academic Press", .issued = {2020, 0, 0},
     .expected = "Kesharwani, P. (Ed.). (2020). _Nanotechnology based approaches for tuberculosis "
                 "treatment_. Academic Press."},
    {.source = SITE "one volume of a multivolume work",
     .kind = REFERENCE_BOOK, .authors = "Fiske|S. T.;Gilbert|D. T.;Lindzey|G.",
     .title = "Handbook of social psychology", .edition = "5th ed.", .volume = "1",
     .publisher = "John Wiley & Sons", .issued = {2010, 0, 0}, .doi = "10.1002/9780470561119",
     .expected = "Fiske, S. T., Gilbert, D. T., & Lindzey, G. (2010). _Handbook of social "
                 "psychology_ (5th ed., Vol. 1). John Wiley & Sons. "
                 "[https://doi.org/10.1002/9780470561119](https://doi.org/10.1002/9780470561119)"},
    {.source = SITE "chapter",
     .kind = REFERENCE_CHAPTER, .authors = "Aron|L.;Botella|M.;Lubart|T.",
     .title = "Culinary arts: Talent and their development",
     .editors = "Subotnik|R. F.;Olszewski-Kubilius|P.;Worrell|F. C.",
     .container = "The psychology of high performance: Developing human potential into "
                  "domain-specific talent",
     .page = "345-359", .publisher = "American Psychological Association",
     .issued = {2019, 0, 0}, .doi = "10.1037/0000120-016",
     .expected = "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their "
                 "development. In R. F. Subotnik, P. Olszewski-Kubilius, & F. C. Worrell (Eds.), "
                 "_The psychology of high performance: Developing human potential into "
                 "domain-specific talent_ (pp. 345–359). American Psychological Association. "
                 "[https://doi.org/10.1037/0000120-016](https://doi.org/10.1037/0000120-016)"},
    {.source = SITE "the same",
     .kind = REFERENCE_CHAPTER, .authors = "Dillard|J. P.",
     .title = "Currents in the study of persuasion",
     .editors = "Oliver|M. B.;Raney|A. A.;Bryant|J.",
     .container = "Media effects: Advances in theory and research", .edition = "4",
     .page = "115–129", .publisher = "Routledge", .issued = {2020, 0, 0},
     .expected = "Dillard, J. P. (2020). Currents in the study of persuasion. In M. B. Oliver, "
                 "A. A. Raney, & J. Bryant (Eds.), _Media effects: Advances in theory and "
                 "research_ (4th ed., pp. 115–129). Routledge."},
    {.source = SITE "the same",
     .kind = REFERENCE_CHAPTER, .authors = "Thestrup|K.",
     .title = "To transform, to communicate, to play—The experimenting community in action",
     .editors = "Hygum|E.;Pedersen|P. M.",
     .container = "Early childhood education: Values and practices in Denmark",
     .publisher = "Hans Reitzels Forlag", .issued = {2010, 0, 0},
     .url = "https://earlychildhoodeducation.digi.hansreitzel.dk/?id=192",
     .expected = "Thestrup, K. (2010). To transform, to communicate, to play—The experimenting "
                 "community in action. In E. Hygum & P. M. Pedersen (Eds.), _Early childhood "
                 "education: Values and practices in Denmark_. Hans Reitzels Forlag. "
                 "[https://earlychildhoodeducation.digi.hansreitzel.dk/?id=192]"
                 "(https://earlychildhoodeducation.digi.hansreitzel.dk/?id=192)"},
    {.kind = REFERENCE_CHAPTER, .title = "T", .container = "B", .page = "8", .editors = "A|B||van",
     .expected = "T. (n.d.). In B. van A (Ed.), _B_ (p. 8)."},
    {.kind = REFERENCE_CHAPTER, .authors = "A|B", .editors = "C|D;E|F|Jr", .title = "T",
     .edition = "2", .volume = "3", .expected = "A, B. (n.d.). _T_ (D. C & F. E Jr., Eds.; "
                                                "2nd ed., Vol. 3)."},
    {.kind = REFERENCE_BOOK, .title = "Merriam", .edition = "11", .publisher = "Knopf Inc.",
     .issued = {2003, 0, 0}, .expected = "_Merriam_ (11th ed.). (2003). Knopf Inc."},
    {.kind = REFERENCE_BOOK, .title = "Why?", .edition = "Rev. ed.",
     .expected = "_Why?_ (Rev. ed.). (n.d.)."},
};

static const struct row others[] = {
    {.source = SITE "web page with a group author; the site is the author",
     .kind = REFERENCE_WEBPAGE, .authors = "World Health Organization",
     .title = "The top 10 causes of death", .container = "World Health Organization",
     .issued = {2018, 5, 24}, .accessed = {2020, 1, 1},
     .url = "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
     .expected = "World Health Organization. (2018, May 24). _The top 10 causes of death_. "
                 "[https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death]"
                 "(https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death)"},
    {.source = MANUAL "web page with a retrieval date",
     .kind = REFERENCE_WEBPAGE, .authors = "U.S. Census Bureau",
     .title = "U.S. and world population clock", .container = "U.S. Department of Commerce",
     .accessed = {2019, 7, 3}, .url = "https://www.census.gov/popclock/",
     .expected = "U.S. Census Bureau. (n.d.). _U.S. and world population clock_. "
                 "U.S. Department of Commerce. Retrieved July 3, 2019, from "
                 "[https://www.census.gov/popclock/](https://www.census.gov/popclock/)"},
    {.source = SITE "report by a government agency",
     .kind = REFERENCE_REPORT, .authors = "National Cancer Institute",
     .title = "Taking time: Support for people with cancer",
     .number = "NIH Publication No. 18-2059",
     .publisher = "U.S. Department of Health and Human Services, National Institutes of Health",
     .issued = {2019, 0, 0},
     .url = "https://www.cancer.gov/publications/patient-education/takingtime.pdf",
     .expected = "National Cancer Institute. (2019). _Taking time: Support for people with "
                 "cancer_ (NIH Publication No. 18-2059). U.S. Department of Health and Human "
                 "Services, National Institutes of Health. "
                 "[https://www.cancer.gov/publications/patient-education/takingtime.pdf]"
                 "(https://www.cancer.gov/publications/patient-education/takingtime.pdf)"},
    {.source = SITE "report by individual authors",
     .kind = REFERENCE_REPORT, .authors = "Fried|D.;Polyakova|A.",
     .title = "Democratic defense against disinformation", .publisher = "Atlantic Council",
     .issued = {2018, 0, 0},
     .expected = "Fried, D., & Polyakova, A. (2018). _Democratic defense against "
                 "disinformation_. Atlantic Council."},
    {.kind = REFERENCE_REPORT, .authors = "Productivity Commission A;Productivity Commission B",
     .title = "T", .publisher = "Productivity Commission B", .issued = {2012, 9, 0},
     .expected = "Productivity Commission A & Productivity Commission B. (2012). _T_."},
    {.kind = REFERENCE_WEBPAGE, .title = "T", .publisher = "Site", .url = "https://x.org",
     .expected = "Site. (n.d.). _T_. [https://x.org](https://x.org)"},
    {.kind = REFERENCE_OTHER, .authors = "A|B", .title = "T", .container = "A Conference",
     .publisher = "IEEE", .issued = {2010, 2, 20}, .page = "8",
     .expected = "A, B. (2010, February 20). T. In _A Conference_ (p. 8). IEEE."},

    /* ---- What it is, and when ---- */
    {.kind = REFERENCE_THESIS, .authors = "Doe|A", .title = "T", .genre = "PhD thesis",
     .publisher = "University of Example", .issued = {2018, 0, 0},
     .expected = "Doe, A. (2018). _T_ [PhD thesis, University of Example]."},
    {.kind = REFERENCE_DATASET, .authors = "Doe|A", .title = "T", .described = "Data set",
     .version = "2.1", .publisher = "Zenodo", .issued = {2020, 0, 0},
     .expected = "Doe, A. (2020). _T_ (Version 2.1) [Data set]. Zenodo."},
    {.kind = REFERENCE_VIDEO, .directors = "Roe|J;Poe|E", .title = "T", .described = "Video",
     .publisher = "Studio", .issued = {2019, 5, 1},
     .expected = "Roe, J., & Poe, E. (Directors). (2019, May 1). _T_ [Video]. Studio."},
    {.kind = REFERENCE_REPORT, .authors = "A|B", .title = "T", .number = "77", .publisher = "P",
     .expected = "A, B. (n.d.). _T_ (Report No. 77). P."},
    {.kind = REFERENCE_REPORT, .authors = "A|B", .title = "T", .number = "77",
     .genre = "Working Paper", .expected = "A, B. (n.d.). _T_ (Working Paper No. 77)."},
    {.kind = REFERENCE_BOOK, .authors = "A|B", .translators = "C|D", .title = "T",
     .when = {.from = {1995, 0, 0}, .circa = true},
     .expected = "A, B. (ca. 1995). _T_ (D. C, Trans.)."},
    {.kind = REFERENCE_BOOK, .authors = "A|B", .title = "T",
     .when = {.from = {2017, 0, 0}, .to = {2018, 0, 0}}, .expected = "A, B. (2017–2018). _T_."},
    {.kind = REFERENCE_SPEECH, .authors = "A|B", .title = "T", .event = "Annual Meeting",
     .event_place = "Spokane, WA", .when = {.from = {2019, 8, 7}, .to = {2019, 8, 10}},
     .expected = "A, B. (2019, August 7–10). _T_. Annual Meeting, Spokane, WA."},
    {.kind = REFERENCE_ENTRY, .publisher = "Merriam-Webster", .title = "Thirst",
     .container = "Dictionary", .expected = "Merriam-Webster. (n.d.). Thirst. In _Dictionary_."},
    {.kind = REFERENCE_BOOK, .title = "On E. coli", .italics = {(const struct span[]){{3, 7}}, 1},
     .expected = "_On _E. coli. (n.d.)."},

    /* ---- Names ---- */
    {.kind = REFERENCE_BOOK, .authors = "Sartre|Jean-Paul;Ortega|José Édouard;Kim|M.-H.;Roe|JM",
     .title = "T",
     .expected = "Sartre, J.-P., Ortega, J. É., Kim, M.-H., & Roe, J. M. (n.d.). _T_."},
    {.kind = REFERENCE_BOOK, .title = "T",
     .authors = "Gogh|Vincent||van;Alembert|Jean||d’;Smith|j.r.|Jr;King|M. L.|III;Plato|",
     .expected = "van Gogh, V., d’Alembert, J., Smith, J. R., Jr., King, M. L., III, & Plato. "
                 "(n.d.). _T_."},
};

static void test_articles(void **state)
{
    (void)state;
    assert_rows(articles, COUNT(articles), CITATION_APA);
}

static void test_books_and_chapters(void **state)
{
    (void)state;
    assert_rows(books, COUNT(books), CITATION_APA);
}

static void test_web_pages_reports_names(void **state)
{
    (void)state;
    assert_rows(others, COUNT(others), CITATION_APA);
}

/* "A1, I., A2, I., & A3, I.", from the rule rather than from the program. */
static void expect_authors(struct builder *b, size_t count)
{
    for (size_t i = 1; i <= count; i++) {
        if (count > 20 && i > 19 && i < count)
            continue;
        const char *before = i == 1 ? "" : i < count ? ", " : count > 20 ? ", …\u00A0"
                                                                          : ", & ";
        builder_printf(b, "%sA%zu, I.", before, i);
    }
    builder_printf(b, " (n.d.). T.");
}

static void test_one_to_many_authors(void **state)
{
    (void)state;
    for (size_t count = 1; count <= 22; count++) {
        struct arena *arena = arena_new(NULL, NULL);
        struct builder authors = {.arena = arena}, expected = authors;
        for (size_t i = 1; i <= count; i++)
            builder_printf(&authors, "%sA%zu|I", i > 1 ? ";" : "", i);
        expect_authors(&expected, count);
        struct row row = {.kind = REFERENCE_ARTICLE, .authors = builder_str(&authors).ptr,
                          .title = "T"};
        struct reference reference = reference_of(arena, &row);
        struct phrase phrase = {.arena = arena};
        citation_add(&phrase, &reference, CITATION_APA);
        assert_string_equal(marked(arena, phrase_runs(&phrase)), builder_str(&expected).ptr);
        arena_free(arena);
    }
}

/* ---- What may be missing ---- */

enum { PARTS = 12 };

/* A reference without the parts whose bits are not set. */
static struct row row_of_parts(enum reference_kind kind, unsigned parts)
{
#define IF(bit, text) (parts & 1u << (bit) ? (text) : NULL)
    return (struct row){
        .kind = kind,
        .title = "Does it work?",
        .authors = IF(0, "Roe|Jo|Jr."),
        .editors = IF(1, "Doe|J;Poe|E"),
        .container = IF(2, "Whole"),
        .volume = IF(3, "2"),
        .issue = IF(4, "3"),
        .page = IF(5, "4-5"),
        .edition = IF(6, "3rd ed."),
        .publisher = IF(7, "Knopf Inc."),
        .number = IF(8, "No. 7"),
        .url = IF(9, "https://example.org"),
        .issued = {IF(10, "") ? 2020 : 0, 0, 0},
        .accessed = {IF(11, "") ? 2021 : 0, 0, 0},
    };
#undef IF
}

/* Of the text alone: marks would come between "?" and ".". */
static void assert_well_pointed(struct arena *arena, struct runs runs)
{
    struct builder b = {.arena = arena};
    for (size_t i = 0; i < runs.count; i++)
        builder_add(&b, runs.at[i].text);
    const char *text = builder_str(&b).ptr;
    static const char *const broken[] = {"..", "?.", "!.", ". .", ",,", ", .", ",.", " ,", " .",
                                         ";.", ": .", "()", "( ", " )", "  ", "; )", ", )", "__"};
    for (size_t i = 0; i < COUNT(broken); i++)
        if (strstr(text, broken[i]))
            fail_msg("\"%s\" holds \"%s\"", text, broken[i]);
    assert_true(text[0] != ' ' && text[0] != '.' && text[0] != ',');
}

static void test_no_combination_has_broken_punctuation(void **state)
{
    (void)state;
    static const enum citation_choice styles[] = {CITATION_AMA, CITATION_APA};
    const unsigned step = one_in(7); /* odd, so that every part is met and missed */
    struct arena *arena = arena_new(NULL, NULL);
    for (int kind = REFERENCE_ARTICLE; kind <= REFERENCE_OTHER; kind++) {
        for (unsigned parts = 0; parts < 1u << PARTS; parts += step) {
            if (parts / step % 64 == 0)
                arena_reset(arena);
            struct row row = row_of_parts((enum reference_kind)kind, parts);
            struct reference reference = reference_of(arena, &row);
            for (size_t i = 0; i < COUNT(styles); i++) {
                struct phrase phrase = {.arena = arena};
                citation_add(&phrase, &reference, styles[i]);
                assert_well_pointed(arena, phrase_runs(&phrase));
            }
        }
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_books_and_chapters),
        cmocka_unit_test(test_web_pages_reports_names),
        cmocka_unit_test(test_one_to_many_authors),
        cmocka_unit_test(test_no_combination_has_broken_punctuation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
