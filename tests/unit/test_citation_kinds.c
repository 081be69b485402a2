/*
 * Rows that both styles print: names in parts, and the kinds of source that are neither an article
 * nor a book.  Each row is here twice, once a style.
 */
#include "citation_rows.h"

#define PARTICLES "Beethoven|Ludwig|||van;Gaulle|Charles||de;Bell|Charles G. (Charles Green)"
#define PATENT .kind = REFERENCE_PATENT, .authors = "Doe|A", .title = "A cup",                    \
               .number = "5,078,000", .issued = {1992, 1, 7}
#define CASE .kind = REFERENCE_LEGAL_CASE, .title = "Doe v. Roe", .container = "F.2d",            \
             .volume = "464", .page = "772-790", .issued = {1972, 5, 19}
#define LAW .kind = REFERENCE_LAW, .title = "Safe water act", .number = "H.R. 33", .volume = "42", \
            .container = "U.S.C.", .page = "300", .issued = {1974, 12, 16}

static const struct row ama[] = {
    {.kind = REFERENCE_BOOK, .authors = PARTICLES, .title = "T",
     .expected = "Beethoven L van, de Gaulle C, Bell CG. _T_."},
    {PATENT, .authority = "US", .expected = "Doe A. A cup. US patent 5,078,000. January 7, 1992."},
    {PATENT, .expected = "Doe A. A cup. Patent 5,078,000. January 7, 1992."},
    {CASE, .authority = "D.C. Cir.", .expected = "_Doe v Roe_, 464 F2d 772 (DC Cir 1972)."},
    {.kind = REFERENCE_LEGAL_CASE, .title = "Doe v. Roe", .number = "12-3", .issued = {1972, 5, 19},
     .expected = "_Doe v Roe_, 12-3 (May 19, 1972)."},
    {LAW, .authors = "Senate", .expected = "Senate. Safe Water Act, HR 33, 42 USC 300 (1974)."},
    {.kind = REFERENCE_IMAGE, .title = "A cup of water", .issued = {1756, 3, 0},
     .expected = "_A Cup of Water_. 1756."},
    {.kind = REFERENCE_VIDEO, .title = "Songs of water", .publisher = "P", .issued = {2001, 2, 3},
     .expected = "_Songs of Water_. P; 2001."},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .publisher = "arXiv",
     .number = "arXiv:2201.1", .issued = {2022, 1, 2},
     .expected = "Doe A. T. _arXiv_. Preprint posted online January 2, 2022:arXiv:2201.1."},
    {.kind = REFERENCE_BOOK, .title = "the subject(s) of", .expected = "_The Subject(s) Of_."},
};

static const struct row apa[] = {
    {.kind = REFERENCE_BOOK, .authors = PARTICLES, .title = "T",
     .expected = "Beethoven, L. van, de Gaulle, C., & Bell, C. G. (n.d.). _T_."},
    {.kind = REFERENCE_BOOK, .authors = "A|B", .editors = PARTICLES, .title = "T",
     .expected = "A, B. (n.d.). _T_ (L. van Beethoven, C. de Gaulle, & C. G. Bell, Eds.)."},
    {PATENT, .authority = "U.S.",
     .expected = "Doe, A. (1992). _A cup_ (U.S. Patent No. 5,078,000)."},
    {PATENT, .expected = "Doe, A. (1992). _A cup_ (Patent No. 5,078,000)."},
    {CASE, .authority = "D.C. Cir.", .expected = "Doe v. Roe, 464 F.2d 772 (D.C. Cir. 1972)."},
    {.kind = REFERENCE_LEGAL_CASE, .title = "Doe v. Roe", .number = "12-3", .issued = {1972, 5, 19},
     .expected = "Doe v. Roe, 12-3 (May 19, 1972)."},
    {LAW, .authority = "House",
     .expected = "Safe Water Act, H.R. 33, House, 42 U.S.C. 300 (1974)."},
    {.kind = REFERENCE_IMAGE, .title = "A cup", .issued = {1756, 3, 0}, .described = "Graphic",
     .expected = "_A cup_. (1756). [Graphic]."},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .publisher = "arXiv",
     .genre = "preprint", .number = "arXiv:2201.1", .issued = {2022, 1, 2},
     .expected = "Doe, A. (2022). _T_ (arXiv:2201.1) [Preprint]. arXiv."},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .genre = "preprint",
     .publisher = "medRxiv", .issued = {2020, 1, 2}, .number = "2020.01", .doi = "10.1/2020.01",
     .expected = "Doe, A. (2020). _T_ [Preprint]. medRxiv. "
                 "[https://doi.org/10.1/2020.01](https://doi.org/10.1/2020.01)"},
    {.kind = REFERENCE_REPORT, .title = "T", .genre = "Clinical trial registration",
     .number = "NCT04700072", .expected = "_T_ (Clinical Trial Registration No. NCT04700072). "
                                          "(n.d.)."},
    {.kind = REFERENCE_CHAPTER, .authors = "A|B", .title = "T", .container = "W",
     .container_authors = "C|D", .page = "3", .expected = "A, B. (n.d.). T. In D. C, _W_ (p. 3)."},
    {.kind = REFERENCE_BROADCAST, .authors = "A|B", .title = "T", .container = "Show",
     .described = "Broadcast", .issued = {2020, 1, 2},
     .expected = "A, B. (2020, January 2). T [Broadcast]. In _Show_."},
};

static void test_ama(void **state)
{
    (void)state;
    assert_rows(ama, COUNT(ama), CITATION_AMA);
}

static void test_apa(void **state)
{
    (void)state;
    assert_rows(apa, COUNT(apa), CITATION_APA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ama), cmocka_unit_test(test_apa)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
