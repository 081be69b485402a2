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
#define BILL .kind = REFERENCE_BILL, .title = "Safe water act", .number = "H.R. 33",              \
             .volume = "42", .container = "U.S.C.", .page = "300", .issued = {1974, 12, 16}
#define HEARING .kind = REFERENCE_HEARING, .title = "water", .authors = "Doe|Ann;Roe|Bo", \
                .number = "S. 995", .section = "Committee on Commerce", .authority = "90th Cong.", \
                .issued = {1965, 2, 1}

static const struct row ama[] = {
    {.kind = REFERENCE_BOOK, .authors = PARTICLES, .title = "T",
     .expected = "Beethoven L van, de Gaulle C, Bell CG. _T_."},
    {PATENT, .authority = "US", .expected = "Doe A. A cup. US patent 5,078,000. January 7, 1992."},
    {PATENT, .expected = "Doe A. A cup. Patent 5,078,000. January 7, 1992."},
    {CASE, .authority = "D.C. Cir.", .expected = "_Doe v Roe_, 464 F2d 772 (DC Cir 1972)."},
    {.kind = REFERENCE_LEGAL_CASE, .title = "Doe v. Roe", .number = "12-3", .issued = {1972, 5, 19},
     .expected = "_Doe v Roe_, No. 12-3 (May 19, 1972)."},
    {.kind = REFERENCE_LEGAL_CASE, .title = "Cour M.10", .number = "12-15.063",
     .issued = {1972, 0, 0},
     .expected = "_Cour M.10_, No. 12-15.063 (1972)."},
    {BILL, .authors = "Senate", .expected = "Safe Water Act, HR 33, 42 USC 300 (1974)."},
    {HEARING, .expected = "_Water: Hearing on S 995 before the Committee on Commerce_, 90th Cong "
                          "(1965) (testimony of Ann Doe & Bo Roe)."},
    {.kind = REFERENCE_STATUTE, .title = "Safe water act", .number = "107-204", .volume = "116",
     .container = "Stat.", .page = "745", .issued = {2002, 7, 30},
     .expected = "Safe Water Act, Pub L No. 107-204, 116 Stat 745 (2002)."},
    {.kind = REFERENCE_IMAGE, .title = "A cup of water", .issued = {1756, 3, 0},
     .expected = "_A Cup of Water_. 1756."},
    {.kind = REFERENCE_VIDEO, .title = "Songs of water", .publisher = "P", .issued = {2001, 2, 3},
     .expected = "_Songs of Water_. P; 2001."},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .publisher = "arXiv",
     .number = "arXiv:2201.1", .issued = {2022, 1, 2},
     .expected = "Doe A. T. _arXiv_. Preprint posted online January 2, 2022:arXiv:2201.1."},
    {.kind = REFERENCE_BOOK, .title = "the subject(s) of", .expected = "_The Subject(s) Of_."},
    {.kind = REFERENCE_BOOK, .title = "the ґанок of élan", .expected = "_The ґанок of Élan_."},
    {.kind = REFERENCE_BOOK, .title = "H.E. doe on cour d'appel b walks…",
     .expected = "_H.E. Doe on Cour d’appel b Walks…_."},
    {.kind = REFERENCE_BOOK, .authors = "Wu|Hai jun;Poe|Ma. del Carmen A.;Li|ann-li", .title = "T",
     .expected = "Wu H jun, Poe Ma del CA, Li AL. _T_."},
    {.kind = REFERENCE_CHAPTER, .authors = "王|小明;Neto|Eduardo de Melo", .title = "T",
     .container = "W", .publisher = "P", .chapter = "3", .issued = {2020, 0, 0},
     .expected = "王小明, Neto E de M. T. In: _W_. P; 2020:chap 3."},
    {.kind = REFERENCE_CHAPTER, .authors = "doe|anna", .title = "T", .container = "W",
     .series = "Water Studies", .publisher = "P", .issued = {2020, 0, 0},
     .expected = "doe A. T. In: _W_. Water Studies. P; 2020."},
    {.kind = REFERENCE_PAPER, .title = "T", .container = "W", .series = "Water Studies",
     .publisher = "P", .issued = {2020, 0, 0},
     .expected = "T. In: _W_. Water Studies. P; 2020."},
    {.kind = REFERENCE_ENTRY, .title = "T", .container = "W", .series = "Water Studies",
     .publisher = "P", .issued = {2020, 0, 0},
     .expected = "T. In: _W_. Water Studies. P; 2020."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .container = "Health.org", .volume = "1",
     .page = "5-7; discussion 8-9, 12,14", .issued = {2020, 0, 0},
     .expected = "T. _Health.org_. 2020;1:5-7; discussion 8-9, 12,14."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .container_short = "J.Nutr. Rev.", .volume = "1",
     .page = "215-25; discussion 225-6", .issued = {2020, 0, 0},
     .expected = "T. _J Nutr Rev_. 2020;1:215-225; discussion 225-226."},
};

static const struct row apa[] = {
    {.kind = REFERENCE_BOOK, .authors = PARTICLES, .title = "T",
     .expected = "Beethoven, L. van, de Gaulle, C., & Bell, C. G. (n.d.). _T_."},
    {.kind = REFERENCE_BOOK, .authors = "A|B", .editors = PARTICLES, .title = "T",
     .expected = "A, B. (n.d.). _T_ (L. van Beethoven, C. de Gaulle, & C. G. Bell, Eds.)."},
    {.kind = REFERENCE_BOOK, .title = "T", .volumes = "1", .expected = "_T_. (n.d.)."},
    {PATENT, .authority = "U.S.",
     .expected = "Doe, A. (1992). _A cup_ (U.S. Patent No. 5,078,000)."},
    {PATENT, .expected = "Doe, A. (1992). _A cup_ (Patent No. 5,078,000)."},
    {.kind = REFERENCE_BOOK, .authors = "Poe|Ann Ma. del Mar", .title = "T",
     .expected = "Poe, A. Ma. del M. (n.d.). _T_."},
    {CASE, .authority = "D.C. Cir.", .expected = "Doe v. Roe, 464 F.2d 772 (D.C. Cir. 1972)."},
    {.kind = REFERENCE_LEGAL_CASE, .title = "Doe v. Roe", .number = "12-3", .issued = {1972, 5, 19},
     .expected = "Doe v. Roe, No. 12-3 (May 19, 1972)."},
    {BILL, .authority = "House", .chapter = "117", .status = "enacted",
     .expected = "Safe Water Act, H.R. 33, House 117, 42 U.S.C. 300 (1974) (enacted)."},
    {.kind = REFERENCE_BILL, .title = "T", .genre = "H.R. Rep.", .number = "99-253",
     .issued = {1985, 0, 0}, .expected = "T, H.R. Rep. No. 99-253 (1985)."},
    {HEARING, .expected = "_Water: Hearing on S. 995 before the Committee on Commerce_, 90th Cong. "
                          "(1965) (testimony of Ann Doe & Bo Roe)."},
    {.kind = REFERENCE_STATUTE, .title = "T", .volume = "15", .container = "U.S.C.",
     .section = "7241", .issued = {2002, 0, 0}, .expected = "T, 15 U.S.C. § 7241 (2002)."},
    {.kind = REFERENCE_REGULATION, .title = "T", .genre = "Exec. Order", .number = "9981",
     .volume = "3", .container = "C.F.R.", .section = "1, 2", .issued = {1948, 0, 0},
     .expected = "T, Exec. Order No. 9981, 3 C.F.R. §§ 1, 2 (1948)."},
    {.kind = REFERENCE_TREATY, .title = "T", .volume = "78", .container = "U.N.T.S.",
     .page = "277", .issued = {1948, 12, 9}, .expected = "T, December 9, 1948, 78 U.N.T.S. 277."},
    {.kind = REFERENCE_IMAGE, .title = "A cup", .issued = {1756, 3, 0}, .described = "Graphic",
     .expected = "_A cup_. (1756). [Graphic]."},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .publisher = "arXiv",
     .genre = "preprint", .number = "arXiv:2201.1", .issued = {2022, 1, 2},
     .expected = "Doe, A. (2022). _T_ (Preprint arXiv:2201.1). arXiv."},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .genre = "preprint",
     .publisher = "medRxiv", .issued = {2020, 1, 2}, .number = "2020.01", .doi = "10.1/2020.01",
     .expected = "Doe, A. (2020). _T_ [Preprint]. medRxiv. "
                 "[https://doi.org/10.1/2020.01](https://doi.org/10.1/2020.01)"},
    {.kind = REFERENCE_PREPRINT, .authors = "Doe|A", .title = "T", .publisher = "Archive",
     .number = "2019/430", .issued = {2019, 0, 0},
     .expected = "Doe, A. (2019). _T_ (No. 2019/430) [Preprint]. Archive."},
    {.kind = REFERENCE_REPORT, .title = "T", .genre = "Clinical trial registration",
     .number = "NCT04700072", .expected = "_T_ (Clinical Trial Registration No. NCT04700072). "
                                          "(n.d.)."},
    {.kind = REFERENCE_CHAPTER, .authors = "A|B", .title = "T", .container = "W",
     .container_authors = "C|D", .page = "3", .expected = "A, B. (n.d.). T. In D. C, _W_ (p. 3)."},
    {.kind = REFERENCE_BROADCAST, .authors = "A|B", .title = "T", .container = "Show",
     .described = "Broadcast", .issued = {2020, 1, 2},
     .expected = "A, B. (2020, January 2). T [Broadcast]. In _Show_."},
};

/* Who made it, if nobody wrote it, and who else is named: APA style only. */
static const struct row makers[] = {
    {.kind = REFERENCE_BOOK, .authors = "Doe|A", .contributors = "Roe|B;Poe|C", .title = "T",
     .expected = "Doe, A. (with Roe, B., & Poe, C.). (n.d.). _T_."},
    {.kind = REFERENCE_CHAPTER, .authors = "Doe|A", .contributors = "Roe|B", .title = "T",
     .container = "W", .narrators = "Poe|C", .translators = "Coe|D", .chapter = "3",
     .expected = "Doe, A. (n.d.). T (C. Poe, Narr.; D. Coe, Trans.). In _W_ (Chapter 3)."},
    {.kind = REFERENCE_BOOK, .illustrators = "Roe|B", .title = "T",
     .expected = "Roe, B. (n.d.). _T_."},
    {.kind = REFERENCE_BOOK, .authors = "Doe|A", .illustrators = "Roe|B", .editors = "Poe|C",
     .compilers = "Coe|D", .title = "T",
     .expected = "Doe, A. (n.d.). _T_ (B. Roe, Illus.; C. Poe, Ed.; D. Coe, Compiler)."},
    {.kind = REFERENCE_VIDEO, .composers = "Roe|B", .authors = "Poe|C", .title = "T",
     .described = "Audio recording", .publisher = "P", .expected = "Roe, B. (n.d.). _T_. P."},
    {.kind = REFERENCE_BOOK, .compilers = "Roe|B;Poe|C", .title = "T",
     .expected = "Roe, B., & Poe, C. (Compilers). (n.d.). _T_."},
    {.kind = REFERENCE_VIDEO, .producers = "Roe|B", .title = "T", .described = "Video",
     .expected = "Roe, B. (Producer). (n.d.). _T_ [Video]."},
    {.source = "apastyle.apa.org, reference examples: podcast episode", /* its parts only */
     .kind = REFERENCE_BROADCAST, .hosts = "Roe|B", .title = "Sleep", .number = "443",
     .genre = "Audio podcast episode", .container = "Show", .publisher = "P",
     .issued = {2011, 8, 12},
     .expected = "Roe, B. (Host). (2011, August 12). Sleep (No. 443) [Audio podcast episode]. In "
                 "_Show_. P."},
    {.kind = REFERENCE_BROADCAST, .writers = "Roe|B;Poe|C", .directors = "Coe|D", .title = "T",
     .executive_producers = "Loe|E", .container = "Show", .issued = {2020, 1, 2},
     .expected = "Roe, B., & Poe, C. (Writers), Coe, D. (Director). (2020, January 2). T. In "
                 "E. Loe (Executive Producer), _Show_."},
    {.kind = REFERENCE_OTHER, .authors = "Doe|A", .interviewers = "Roe|B", .title = "T",
     .described = "Interview", .issued = {2020, 0, 0},
     .expected = "Doe, A. (2020). _T_ (B. Roe, Interviewer)."},
    {.kind = REFERENCE_OTHER, .authors = "Doe|A", .recipients = "Roe|Bo;Poe|Cy|||van", .title = "T",
     .described = "Letter", .archive = "Library", .archive_location = "Box 3",
     .expected = "Doe, A. (n.d.). _T_ [Letter to Bo Roe & Cy van Poe]. Library (Box 3)."},
    {.kind = REFERENCE_OTHER, .authors = "Doe|A", .recipients = "Roe|Bo", .title = "T",
     .described = "Letter", .genre = "cable", .expected = "Doe, A. (n.d.). _T_ [Cable to Bo Roe]."},
    {.kind = REFERENCE_ARTICLE, .authors = "A;B", .title = "T", .expected = "A & B. (n.d.). T."},
    {.kind = REFERENCE_ARTICLE, .authors = "王|小明;Doe|A", .title = "T",
     .expected = "王小明, & Doe, A. (n.d.). T."},
    {.kind = REFERENCE_ARTICLE, .authors = "Neto|Eduardo de Melo;Doe|Ana de la", .title = "T",
     .expected = "Neto, E. de M., & Doe, A. de la. (n.d.). T."},
};

/* Where a work is from: APA style only. */
static const struct row origins[] = {
    {.kind = REFERENCE_BOOK, .authors = "Doe|A", .title = "T", .volumes = "3", .url = "a.org",
     .issued = {2019, 0, 0}, .original = {1923, 0, 0},
     .expected = "Doe, A. (2019). _T_ (Vols. 1–3). [a.org](https://a.org) (Original work published "
                 "1923)"},
    {.kind = REFERENCE_BOOK, .title = "T", .volume = "2", .volumes = "3",
     .expected = "_T_ (Vol. 2). (n.d.)."},
    {.kind = REFERENCE_MANUSCRIPT, .title = "T", .archive_collection = "Papers",
     .archive = "Library", .archive_location = "Box 3", .archive_place = "Rome",
     .expected = "_T_. (n.d.). Papers (Box 3), Library, Rome."},
    {.kind = REFERENCE_BOOK, .title = "T", .archive = "Database", .expected = "_T_. (n.d.)."},
    {.kind = REFERENCE_SOFTWARE, .authors = "Doe|A", .title = "T", .archive = "Shelf",
     .described = "Computer software",
     .expected = "Doe, A. (n.d.). _T_ [Computer software]. Shelf."},
    {.kind = REFERENCE_BOOK, .title = "T", .archive = "Museum", .archive_location = "X 7",
     .expected = "_T_. (n.d.). Museum (X 7)."},
    {.kind = REFERENCE_ARTICLE, .title = "T", .container = "J", .archive = "Database",
     .archive_location = "9", .expected = "T. (n.d.). _J_."},
    {.kind = REFERENCE_THESIS, .authors = "Doe|A", .title = "T", .genre = "PhD thesis",
     .publisher = "University", .number = "10169573", .archive = "Theses Global",
     .expected = "Doe, A. (n.d.). _T_ (Publication No. 10169573) [PhD thesis, University]. Theses "
                 "Global."},
    {.kind = REFERENCE_THESIS, .authors = "Doe|A", .title = "T", .described = "Thesis",
     .publisher = "University", .expected = "Doe, A. (n.d.). _T_ [Thesis, University]."},
    {.kind = REFERENCE_REPORT, .authority = "ISO", .title = "T", .number = "ISO 1",
     .expected = "ISO. (n.d.). _T_ (ISO 1)."},
    {.kind = REFERENCE_ARTICLE, .authors = "Doe|A", .title = "Own", .container = "J",
     .reviewed_title = "Sleep", .reviewed_genre = "film", .reviewed_authors = "Roe|B;Poe|C",
     .expected = "Doe, A. (n.d.). Own [Review of the film _Sleep_, by B. Roe & C. Poe]. _J_."},
    {.kind = REFERENCE_ARTICLE, .authors = "Doe|A", .title = "Sleep", .container = "J",
     .described = "Review of the book", .reviewed_authors = "Roe|B",
     .expected = "Doe, A. (n.d.). [Review of the book _Sleep_, by B. Roe]. _J_."},
    {.kind = REFERENCE_MAGAZINE, .title = "Review of Sleep", .container = "J",
     .reviewed_authors = "Roe|B", .expected = "[Review of _Sleep_, by B. Roe]. (n.d.). _J_."},
};

static void test_makers(void **state)
{
    (void)state;
    assert_rows(makers, COUNT(makers), CITATION_APA);
}

static void test_origins(void **state)
{
    (void)state;
    assert_rows(origins, COUNT(origins), CITATION_APA);
}

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
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ama), cmocka_unit_test(test_apa),
                                       cmocka_unit_test(test_makers),
                                       cmocka_unit_test(test_origins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
