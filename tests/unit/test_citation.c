/*
 * References as AMA style prints them.  Where a row names a source, its text is an example that
 * was published there; the other rows are ours and look at one rule each.
 */
#include "citation_rows.h"

static const struct row rows[] = {
    /* ---- Journal articles ---- */
    {.source = "AMA Manual of Style 11, 3.11.4",
     .kind = REFERENCE_ARTICLE,
     .authors = "Kitajima|Tomoya S.;Kawashima|Shigehiro A.;Watanabe|Yoshinori",
     .title = "The conserved kinetochore protein shugoshin protects centromeric cohesion during "
              "meiosis",
     .container = "Nature",
     .volume = "427", .issue = "6974", .page = "510-517", .issued = {2004, 2, 5},
     .doi = "10.1038/nature02312",
     .expected = "Kitajima TS, Kawashima SA, Watanabe Y. The conserved kinetochore protein "
                 "shugoshin protects centromeric cohesion during meiosis. _Nature_. "
                 "2004;427(6974):510-517. [doi:10.1038/nature02312]"
                 "(https://doi.org/10.1038/nature02312)"},
    {.source = "University of Washington Libraries, AMA Style Guide (11th ed.): more than six",
     .kind = REFERENCE_ARTICLE,
     .authors = "Allison|MA;Hurley|LP;Markowitz|L;Crane|LA;Brtnikova|M;Beaty|BL;Snow|M",
     .title = "Primary care physicians’ perspectives about HPV vaccine",
     .container_short = "Pediatrics",
     .volume = "137", .issue = "2", .page = "e20152488", .issued = {2016, 0, 0},
     .doi = "10.1542/peds.2015-2488",
     .expected = "Allison MA, Hurley LP, Markowitz L, et al. Primary care physicians’ "
                 "perspectives about HPV vaccine. _Pediatrics_. 2016;137(2):e20152488. "
                 "[doi:10.1542/peds.2015-2488](https://doi.org/10.1542/peds.2015-2488)"},
    {.source = "the same: ahead of print",
     .kind = REFERENCE_ARTICLE,
     .authors = "Tamburini|Sabrina;Shen|Nan;Chih Wu|Han;Clemente|Jose C.",
     .title = "The microbiome in early life: implications for health outcomes",
     .container = "Nature Medicine", .container_short = "Nat. Med.", .issued = {2016, 7, 7},
     .doi = "10.1038/nm4142",
     .expected = "Tamburini S, Shen N, Chih Wu H, Clemente JC. The microbiome in early life: "
                 "implications for health outcomes. _Nat Med_. Published online July 7, 2016. "
                 "[doi:10.1038/nm4142](https://doi.org/10.1038/nm4142)"},
    {.source = "the shipped article",
     .kind = REFERENCE_ARTICLE,
     .authors = "Kim|M. H.;Kim|H.",
     .title = "The roles of glutamine in the intestine and its implication in intestinal diseases",
     .container = "International Journal of Molecular Sciences",
     .container_short = "Int J Mol Sci",
     .volume = "18", .issue = "5", .page = "1051", .issued = {2017, 0, 0},
     .doi = "10.3390/ijms18051051",
     .expected = "Kim MH, Kim H. The roles of glutamine in the intestine and its implication in "
                 "intestinal diseases. _Int J Mol Sci_. 2017;18(5):1051. "
                 "[doi:10.3390/ijms18051051](https://doi.org/10.3390/ijms18051051)"},
    {.kind = REFERENCE_ARTICLE, .authors = "A|B;C|D;E|F;G|H;I|J;K|L", .title = "Six are all named",
     .expected = "A B, C D, E F, G H, I J, K L. Six are all named."},
    {.kind = REFERENCE_ARTICLE, .title = "Does it work?", .container = "Eur. J. X.",
     .volume = "3", .page = "7", .expected = "Does it work? _Eur J X_. 3:7."},
    {.kind = REFERENCE_ARTICLE, .title = "He asked “Why?”", .issue = "Suppl 1",
     .issued = {2020, 0, 0}, .expected = "He asked “Why?” 2020;(Suppl 1)."},
    {.kind = REFERENCE_ARTICLE, .title = "The stop stands “inside”", .expected =
     "The stop stands “inside.”"},
    {.kind = REFERENCE_ARTICLE, .title = "Odd pages", .page = "5–9, 12-14",
     .issued = {2020, 3, 0}, .expected = "Odd pages. March 2020:5-9, 12-14."},
    {.kind = REFERENCE_NEWSPAPER, .authors = "Wade|N", .title = "T", .container = "New York Times",
     .page = "A8", .issued = {2010, 2, 20},
     .expected = "Wade N. T. _New York Times_. February 20, 2010:A8."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .issued = {2001, 0, 0},
     .url = "https://example.org/a/", .accessed = {2024, 11, 1},
     .expected = "T. 2001;1. Accessed November 1, 2024. "
                 "[https://example.org/a/](https://example.org/a/)"},
    {.kind = REFERENCE_ARTICLE, .title = "DOI before URL", .doi = "10.1/<é>#b c",
     .url = "https://example.org",
     .expected = "DOI before URL. [doi:10.1/<é>#b c]"
                 "(https://doi.org/10.1/%3C%C3%A9%3E%23b%20c)"},

    /* ---- Names ---- */
    {.kind = REFERENCE_ARTICLE, .authors = "Sartre|Jean-Paul;Ortega|José Édouard",
     .title = "T", .expected = "Sartre JP, Ortega JÉ. T."},
    {.kind = REFERENCE_ARTICLE, .authors = "Gogh|Vincent||van;Alembert|Jean||d’;Smith|j.r.|Jr.",
     .title = "T", .expected = "van Gogh V, d’Alembert J, Smith JR Jr. T."},
    {.kind = REFERENCE_ARTICLE, .authors = "World Health Organization;Plato|", .title = "T",
     .expected = "World Health Organization; Plato. T."},

    {.kind = REFERENCE_ARTICLE, .authors = "KIM|MIN HO;ROE|JOHN A.;Poe|MH;DOE|JPM;Day|ANNA",
     .title = "T", .expected = "KIM MH, ROE JA, Poe MH, DOE JPM, Day A. T."},
    {.kind = REFERENCE_ARTICLE, .authors = "Doe|Ann B.;Roe|Carl;Example Trial Group", .title = "T",
     .expected = "Doe AB, Roe C; Example Trial Group. T."},
    {.kind = REFERENCE_ARTICLE, .authors = "A|B;C|D;E|F;G|H;I|J;K|L;M|N;Group One;Group Two",
     .title = "T", .expected = "A B, C D, E F, et al; Group One; Group Two. T."},
    {.kind = REFERENCE_ARTICLE, .authors = "Group One;Group Two", .title = "T",
     .expected = "Group One, Group Two. T."},
    {.kind = REFERENCE_ARTICLE, .authors = "O'Doe|A (ed)", .title = "Children's \"odd\" '90s",
     .expected = "O’Doe A. Children’s “odd” ’90s."},

    /* ---- Pages ---- */
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "pp. 1077-83, S12--5.",
     .expected = "T. 1:1077-1083, S12-S15."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "e101–9",
     .expected = "T. 1:e101-e109."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "15-2, xii-xv, 7-7",
     .expected = "T. 1:15-2, xii-xv, 7."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "no-no", .expected = "T. 1."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "NP-NP", .expected = "T. 1."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "n/a–n/a",
     .expected = "T. 1."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .page = "p101-p9, P12",
     .expected = "T. 1:101-109, P12."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .volume = "1", .issue = "2", .supplement = "3",
     .page = "4", .expected = "T. 1(2 suppl 3):4."},

    /* ---- Dates ---- */
    {.kind = REFERENCE_ARTICLE, .title = "T", .container = "J", .when = {.words = {"in press", 8}},
     .expected = "T. _J_. In press."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .container = "J", .page = "e7",
     .issued = {2020, 2, 1}, .expected = "T. _J_. Published online February 1, 2020:e7."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .container = "J", .page = "3-7", .doi = "10/x",
     .issued = {2020, 0, 0},
     .expected = "T. _J_. Published online 2020:3-7. [doi:10/x](https://doi.org/10/x)"},
    {.kind = REFERENCE_ARTICLE, .title = "T", .container = "J", .page = "3-7",
     .issued = {2020, 0, 0}, .expected = "T. _J_. 2020:3-7."},
    {.kind = REFERENCE_MAGAZINE, .title = "T", .container = "M", .url = "https://x.org",
     .issued = {2020, 2, 1},
     .expected = "T. _M_. Published online February 1, 2020. [https://x.org](https://x.org)"},
    {.kind = REFERENCE_MAGAZINE, .title = "T", .container = "M", .page = "9",
     .issued = {2020, 2, 1}, .expected = "T. _M_. February 1, 2020:9."},
    {.kind = REFERENCE_MAGAZINE, .title = "T", .container = "M",
     .when = {.from = {2020, 0, 0}, .season = SEASON_FALL}, .expected = "T. _M_. Fall 2020."},
    {.kind = REFERENCE_BOOK, .title = "T", .publisher = "P",
     .when = {.from = {2017, 0, 0}, .to = {2018, 0, 0}}, .expected = "_T_. P; 2017-2018."},

    /* ---- Preprints, theses, talks, reports ---- */
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .publisher = "medRxiv",
     .number = "2020.01.01.20016543", .issued = {2020, 1, 2},
     .doi = "10.1101/2020.01.01.20016543",
     .expected = "Doe A. T. _medRxiv_. Preprint posted online January 2, 2020. "
                 "[doi:10.1101/2020.01.01.20016543]"
                 "(https://doi.org/10.1101/2020.01.01.20016543)"},
    {.kind = REFERENCE_THESIS, .authors = "Doe|A", .title = "Water", .genre = "PhD thesis",
     .publisher = "University of Example", .issued = {2018, 0, 0},
     .expected = "Doe A. _Water_. PhD thesis. University of Example; 2018."},
    {.kind = REFERENCE_THESIS, .title = "Water", .described = "Thesis", .publisher = "U",
     .expected = "_Water_. Thesis. U."},
    {.kind = REFERENCE_SPEECH, .authors = "Doe|A", .title = "T", .genre = "poster",
     .event = "Annual Meeting", .event_place = "Spokane, WA", .issued = {2019, 5, 3},
     .expected = "Doe A. T. Poster presented at: Annual Meeting; May 3, 2019; Spokane, WA."},
    {.kind = REFERENCE_REPORT, .title = "T", .publisher = "P", .number = "77",
     .issued = {2015, 0, 0}, .expected = "_T_. P; 2015. Report No. 77."},
    {.kind = REFERENCE_REPORT, .title = "T", .publisher = "P", .number = "77",
     .genre = "Working Paper", .expected = "_T_. P. Working Paper No. 77."},
    {.kind = REFERENCE_REPORT, .title = "T", .publisher = "P", .number = "WHO/NMH/13.2",
     .expected = "_T_. P. WHO/NMH/13.2."},

    /* ---- Editions, capitals, italics ---- */
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "11th edition", .expected = "_T_. 11th ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "Second", .expected = "_T_. 2nd ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "First edition", .expected = "_T_."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "revised", .expected = "_T_. Rev ed."},
    {.kind = REFERENCE_BOOK, .title = "the roles of pH and ggplot2: a well-known story of it",
     .expected = "_The Roles of pH and ggplot2: A Well-Known Story of It_."},
    {.kind = REFERENCE_BOOK, .title = "la vie dans les eaux et la soif",
     .expected = "_la vie dans les eaux et la soif_."},
    {.kind = REFERENCE_ARTICLE, .title = "Lactobacillus and thirst",
     .italics = {(const struct span[]){{0, 13}}, 1}, .expected = "_Lactobacillus_ and thirst."},
    {.kind = REFERENCE_BOOK, .title = "On E. coli", .italics = {(const struct span[]){{3, 7}}, 1},
     .expected = "_On _E. coli."},

    /* ---- Books ---- */
    {.source = "AMA Manual of Style 11, 3.12",
     .kind = REFERENCE_BOOK,
     .editors = "Etzel|Ruth A.;Balk|Sophie J.", .title = "Pediatric Environmental Health",
     .publisher = "American Academy of Pediatrics", .issued = {2011, 0, 0},
     .expected = "Etzel RA, Balk SJ, eds. _Pediatric Environmental Health_. "
                 "American Academy of Pediatrics; 2011."},
    {.source = "the same",
     .kind = REFERENCE_BOOK,
     .editors = "Adkinson|N. Franklin|Jr.;Bochner|Bruce S.;Burks|Wesley;Busse|W;Holgate|S;"
                "Lemanske|R;O’Hehir|R",
     .title = "Middleton’s Allergy: Principles and Practice",
     .edition = "8", .publisher = "Saunders", .issued = {2014, 0, 0},
     .expected = "Adkinson NF Jr, Bochner BS, Burks W, et al, eds. _Middleton’s Allergy: "
                 "Principles and Practice_. 8th ed. Saunders; 2014."},
    {.source = "the same",
     .kind = REFERENCE_CHAPTER,
     .authors = "Prince|M;Glozier|N;Sousa|R;Dewey|M",
     .title = "Measuring disability across physical, mental, and cognitive disorders",
     .editors = "Regier|DA;Narrow|WE;Kuhl|EA;Kupfer|DJ",
     .container = "The Conceptual Evolution of DSM-5",
     .publisher = "American Psychiatric Publishing Inc", .page = "189-227",
     .issued = {2011, 0, 0},
     .expected = "Prince M, Glozier N, Sousa R, Dewey M. Measuring disability across physical, "
                 "mental, and cognitive disorders. In: Regier DA, Narrow WE, Kuhl EA, Kupfer DJ, "
                 "eds. _The Conceptual Evolution of DSM-5_. American Psychiatric Publishing Inc; "
                 "2011:189-227."},
    {.kind = REFERENCE_CHAPTER, .title = "In nothing", .publisher = "P",
     .expected = "In nothing. In: P."},
    {.kind = REFERENCE_CHAPTER, .title = "In nothing at all", .issued = {1999, 5, 0},
     .expected = "In nothing at all. 1999."},
    {.kind = REFERENCE_PAPER, .title = "Held", .event = "Meeting", .issued = {1999, 5, 0},
     .expected = "Held. Presented at: Meeting; May 1999."},
    {.kind = REFERENCE_SPEECH, .title = "Said", .genre = "speech", .event_place = "Rome",
     .issued = {1999, 5, 0}, .expected = "Said. Speech presented at: May 1999; Rome."},
    {.kind = REFERENCE_SPEECH, .title = "Said then", .issued = {1999, 5, 0},
     .expected = "Said then. May 1999."},
    {.kind = REFERENCE_BROADCAST, .title = "Heard", .container = "site.com on air",
     .publisher = "P", .issued = {1999, 5, 0},
     .expected = "Heard. _site.com on air_. P; May 1999."},
    {.kind = REFERENCE_BOOK, .title = "the quark–gluon plasma (a)",
     .expected = "_The Quark–Gluon Plasma (a)_."},
    {.kind = REFERENCE_PAPER, .title = "Printed", .event = "Meeting", .page = "3-9",
     .issued = {1999, 5, 0}, .expected = "Printed. In: 1999:3-9."},
    {.kind = REFERENCE_BOOK, .title = "one: été (a) vs. été. the end",
     .expected = "_One: Été (a) vs. Été. the End_."},
    {.kind = REFERENCE_MAP, .title = "A map of wells", .publisher = "P", .issued = {1999, 5, 3},
     .expected = "_A map of wells_. P; May 3, 1999."},
    {.kind = REFERENCE_BOOK, .authors = "A|B", .editors = "C|D", .title = "T", .volume = "2",
     .edition = "3rd ed.", .issued = {1999, 5, 0},
     .expected = "A B. _T_. C D, ed. Vol 2. 3rd ed. 1999."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "1", .publisher = "Knopf Inc.",
     .expected = "_T_. Knopf Inc."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "22", .expected = "_T_. 22nd ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "13", .expected = "_T_. 13th ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "Rev.", .expected = "_T_. Rev ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "2. éd.", .expected = "_T_. 2nd ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "Summer 2021",
     .expected = "_T_. Summer 2021."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "Combined edition",
     .expected = "_T_. Combined ed."},
    {.kind = REFERENCE_BOOK, .title = "T", .edition = "1st, Edition", .expected = "_T_."},

    /* ---- The rest ---- */
    {.source = "AMA Manual of Style 11, 3.15.3 (there with the http:// that we do not print)",
     .kind = REFERENCE_WEBPAGE,
     .authors = "International Society for Infectious Diseases", .title = "ProMED-mail",
     .accessed = {2004, 4, 29}, .url = "http://www.promedmail.org",
     .expected = "International Society for Infectious Diseases. ProMED-mail. "
                 "Accessed April 29, 2004. [http://www.promedmail.org](http://www.promedmail.org)"},
    {.kind = REFERENCE_WEBPAGE, .title = "Zika", .container = "CDC", .publisher = "not shown",
     .issued = {2016, 1, 26}, .accessed = {2019, 6, 18}, .url = "https://cdc.gov/z",
     .expected = "Zika. CDC. January 26, 2016. Accessed June 18, 2019. "
                 "[https://cdc.gov/z](https://cdc.gov/z)"},
    {.kind = REFERENCE_WEBPAGE, .title = "T", .publisher = "Site", .url = "https://x.org",
     .expected = "T. Site. [https://x.org](https://x.org)"},
    {.kind = REFERENCE_REPORT, .authors = "National Institute on Drug Abuse", .title = "T",
     .publisher = "NIDA", .issued = {2008, 9, 0}, .number = "NIH publication 08-6418A",
     .expected = "National Institute on Drug Abuse. _T_. NIDA; 2008. "
                 "NIH publication 08-6418A."},
    {.kind = REFERENCE_OTHER, .title = "T", .container = "A Conference", .publisher = "IEEE",
     .issued = {2010, 2, 20}, .page = "8",
     .expected = "T. _A Conference_. IEEE; February 20, 2010:8."},
};

static void test_ama(void **state)
{
    (void)state;
    assert_rows(rows, COUNT(rows), CITATION_AMA);
}

static void test_text_is_printed_as_it_is(void **state)
{
    (void)state;
    struct arena *arena = arena_new(NULL, NULL);
    struct reference reference = {.kind = REFERENCE_TEXT, .text = {.str = STR(" Own  words 1-2 ")}};
    struct phrase phrase = {.arena = arena};
    citation_add(&phrase, &reference, CITATION_AMA);
    assert_string_equal(marked(arena, phrase_runs(&phrase)), "Own words 1-2");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ama),
        cmocka_unit_test(test_text_is_printed_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
