#!/usr/bin/env python3
"""The PDF read back by programs that we did not write: readback.py HANDOUT TESTS [PATTERN]

Every article of golden/ on both sizes of paper, with letterhead, without, and without a clinic.
With a pattern, only the handouts whose name it matches.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.pdf import Pdf, tree, tree_text
from support.program import run
from support.tally import Tally, expect_equal
from support.wording import expected, first_missing, normal, squeezed

ARTICLES = ["l-glutamine", "minimal", "all-fields", "text-references", "long-addresses",
            "own-labels", "scripts", "doubled", "lang-es", "lang-vi", "lang-vi-nfd", "lang-ru",
            "lang-uk", "lang-fr", "lang-el"]
PAPERS = {"letter": "612 x 792 pts (letter)", "a4": "595.25 x 841.875 pts (A4)"}
MODES = {"letterhead": [], "no-letterhead": ["--no-letterhead"], "no-clinic": ["--no-clinic"]}

# Programs that know no tags find the columns by their white space. For these the plain text of
# pdftotext is in order too; the others are read in order by their tags and by `pdftotext -raw`.
IN_ORDER_WITHOUT_TAGS = {"l-glutamine", "doubled"}

MARGIN = 39.6  # points: 0.55 in
BLANK_LETTERHEAD = 72 + 43.2  # the space for it, and the margin above
LEAST_TYPE, LEAST_BODY = 9, 10


class Handout:
    """One article printed in one way."""

    def __init__(self, program, tests, folder, article, paper, mode):
        golden = tests / "golden"
        own = golden / f"{article}.clinic.json"
        clinic = own if own.exists() else tests.parent / "data/clinic.json"
        self.program, self.article, self.paper, self.mode = program, article, paper, mode
        self.folder, self.path = folder, folder / f"{article}-{paper}-{mode}.pdf"
        self.arguments = [f"--paper={paper}", "--date=2025-06-01", *MODES[mode],
                          golden / f"{article}.json"]
        if mode != "no-clinic":
            self.arguments[:0] = ["-c", clinic]
        self.source = json.loads((golden / f"{article}.json").read_text())
        self.clinic = {} if mode == "no-clinic" else json.loads(clinic.read_text())
        self.result = self.run("-o", self.path)
        self.pdf = Pdf(self.path)

    def run(self, *more):
        return run(self.program, *more, *self.arguments, cwd=self.folder)

    def phrases(self):
        return expected(self.source, self.clinic, self.article, self.mode == "letterhead")

    def page_dump(self):
        return self.run("--dump=page").out.decode()


# ---- The file ----

def is_clean(h):
    h.pdf.check()
    expect_equal(h.pdf.ghostscript(), "", "what Ghostscript says")


def is_one_page_of_the_paper(h):
    expect_equal(h.pdf.info["Pages"], "1", "the number of pages")
    expect_equal(h.pdf.info["Page size"], PAPERS[h.paper], "the size")


def says_what_it_is(h):
    expect_equal(normal(h.pdf.info["Title"]), normal(h.source["title"]), "the title")
    expect_equal(h.pdf.info.get("Author", ""), h.clinic.get("name", ""), "the author")
    expect_equal(h.pdf.info["Tagged"], "yes", "tagged")
    assert h.pdf.info["Producer"].startswith("handout "), h.pdf.info["Producer"]
    catalog, = h.pdf.objects_with("/Type", "/Catalog")
    expect_equal(catalog["/Lang"], "u:" + h.source.get("language", "en-US"), "the language")
    expect_equal(catalog["/MarkInfo"], {"/Marked": True}, "the mark info")
    expect_equal(catalog["/ViewerPreferences"], {"/DisplayDocTitle": True}, "the preferences")


def embeds_its_fonts(h):
    assert h.pdf.fonts, "no fonts"
    for name, kind, *embedded_subset_unicode in h.pdf.fonts:
        expect_equal((kind, embedded_subset_unicode), ("CID TrueType", ["yes"] * 3), name)


def is_the_same_again(h):
    again = h.folder / "again.pdf"
    h.run("-o", again)
    assert again.read_bytes() == h.path.read_bytes(), "two runs differ"


# ---- The words ----

def has_every_word_in_its_tags(h):
    missing = first_missing(re.sub(r"[^\S\n]+", " ", tree_text(
        [(d, tag, normal_ends(text)) for d, tag, text in h.pdf.structure])), h.phrases())
    assert missing is None, f"missing: {missing}"


def normal_ends(text):
    """Normal, but with the space at the end, which keeps it apart from a link behind it."""
    return text[:len(text) - len(text.lstrip())] + normal(text) + text[len(text.rstrip()):]


def has_every_word_without_tags(h):
    raw, plain = squeezed(h.pdf.text("-raw")), squeezed(h.pdf.text())
    phrases = [squeezed(phrase) for phrase in h.phrases()]
    missing = first_missing(raw, phrases)
    assert missing is None, f"missing in pdftotext -raw: {missing}"
    if h.article in IN_ORDER_WITHOUT_TAGS:
        missing = first_missing(plain, phrases)
        assert missing is None, f"missing in pdftotext: {missing}"
    for text, reader in (plain, "pdftotext"), (squeezed(h.pdf.mupdf_text), "mutool"):
        expect_equal(sorted(text), sorted(raw), f"the characters that {reader} reads")


def has_the_tags_of_the_dump(h):
    # poppler reads every no-break space as a space
    dump = tree(h.run("--dump=tags").out.decode().replace("\u00a0", " "))
    for ours, theirs in zip(dump, h.pdf.structure):
        expect_equal(theirs, ours, "a node of the tree")
    expect_equal(len(h.pdf.structure), len(dump), "the number of nodes")


def has_the_links_of_the_dump(h):
    links = re.findall(r"(?m)^ *Link <(.*)>$", h.run("--dump=tags").out.decode())
    found = [entry["/A"]["/URI"].removeprefix("u:")
             for entry in h.pdf.objects_with("/Subtype", "/Link")]
    once = [uri for i, uri in enumerate(found) if i == 0 or uri != found[i - 1]]
    expect_equal(once, links, "the links")
    for entry in h.pdf.objects_with("/Subtype", "/Link"):
        x1, y1, x2, y2 = entry["/Rect"]
        assert x1 < x2 and y1 < y2 and 5 < y2 - y1 < 20, f"the link's place: {entry['/Rect']}"


# ---- The looks ----

def keeps_its_margins(h):
    paper_right, paper_bottom = map(float, re.findall(r"[\d.]+", PAPERS[h.paper])[:2])
    for word in h.pdf.words:
        assert MARGIN <= word.left and word.right <= paper_right - MARGIN \
            and MARGIN <= word.top and word.bottom <= paper_bottom - MARGIN, word
    dots = 50
    band = int(MARGIN * dots / 72)
    image = h.pdf.image(dots)
    for y, row in enumerate(image.rows()):
        inside = band <= y < image.height - band
        white = row[:band] + row[-band:] if inside else row
        assert white == b"\xff" * len(white), f"ink in the margin, {y / dots:.2f} in from the top"
    assert min(image.pixels) < 64, "there is no ink at all"


def leaves_the_letterhead_blank(h):
    if h.mode != "no-letterhead":
        return
    dots = 72
    top = list(h.pdf.image(dots).rows())[:int(BLANK_LETTERHEAD)]
    assert set(b"".join(top)) == {255}, "ink where the letterhead is"


def overlaps_nothing(h):
    words = sorted(h.pdf.words, key=lambda word: word.middle)
    for i, a in enumerate(words):
        for b in words[i + 1:]:
            if b.middle - a.middle > min(a.height, b.height) / 2:
                break
            assert a.right < b.left + 0.5 or b.right < a.left + 0.5, f"{a} and {b}"
    for word in words:
        for box in drawn(h.page_dump()):
            assert not cuts(word, box), f"{word} and a line at {box}"


def drawn(dump):
    """The boxes of all lines: rules, and the four sides of frames."""
    number = r"([\d.]+)"
    for kind, *box in re.findall(rf"(?m)^(rule|frame) {number},{number} to {number},{number}",
                                 dump):
        left, top, right, bottom = map(float, box)
        if kind == "rule":
            yield left, top, right, bottom
        else:
            yield from ((left, top, right, top + 1), (left, bottom - 1, right, bottom),
                        (left, top, left + 1, bottom), (right - 1, top, right, bottom))


def cuts(word, box):
    """Whether a line runs through the letters, which are in the middle of the word's box."""
    left, top, right, bottom = box
    return left < word.right and right > word.left and \
        top < word.middle + word.height / 4 and bottom > word.middle - word.height / 4


def has_no_small_type(h):
    dump = h.page_dump()
    ours = {float(size) for size in re.findall(r"(?m)^glyphs .* size ([\d.]+) face", dump)}
    expect_equal(sorted(h.pdf.type_sizes), sorted(ours), "the sizes that MuPDF finds")
    body, fine = map(float, re.search(r"body ([\d.]+) pt, fine print ([\d.]+) pt",
                                      h.result.err).groups())
    assert body >= LEAST_BODY and {body, fine} <= ours and min(ours) >= LEAST_TYPE, sorted(ours)


CHECKS = [is_clean, is_one_page_of_the_paper, says_what_it_is, embeds_its_fonts,
          is_the_same_again, has_every_word_in_its_tags, has_every_word_without_tags,
          has_the_tags_of_the_dump, has_the_links_of_the_dump, keeps_its_margins,
          leaves_the_letterhead_blank, overlaps_nothing, has_no_small_type]


def is_refused_for_its_length(h):
    """All but one of these articles fit in every way."""
    expect_equal((h.result.status, h.result.slugs()[-1:]), (1, ["does-not-fit"]), "the result")
    assert h.article == "doubled" and not h.path.exists(), h.result.err


def main():
    program, tests = (Path(argument).resolve() for argument in sys.argv[1:3])
    pattern, tally = (sys.argv[3:] or [""])[0], Tally()
    with tempfile.TemporaryDirectory(prefix="handout-readback-") as folder:
        for name in (f"{article} {paper} {mode}" for article in ARTICLES for paper in PAPERS
                     for mode in MODES):
            if not re.search(pattern, name):
                continue
            handout = Handout(program, tests, Path(folder), *name.split())
            written = handout.result.status == 0
            for check in CHECKS if written else [is_refused_for_its_length]:
                tally.run(f"{name} {check.__name__}", check, handout)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
