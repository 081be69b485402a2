#!/usr/bin/env python3
"""The PDF read back by programs that we did not write: readback.py HANDOUT TESTS [PATTERN]

Every article of golden/ as it comes, and the shipped one on both sizes of paper, with letterhead,
without, and without a clinic; the others in one of these ways each, in turn. With a pattern, only
the handouts whose name it matches.  A long check has the others as they come, too.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from functools import cached_property
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import LONG, sample
from support.page import unescaped
from support.pdf import Pdf, tree, tree_text
from support.program import run
from support.tally import Tally, expect_equal
from support.wording import expected, first_missing, normal, squeezed

ARTICLES = ["l-glutamine", "minimal", "all-fields", "text-references", "long-addresses",
            "own-labels", "scripts", "doubled", "lang-es", "lang-vi", "lang-vi-nfd", "lang-ru",
            "lang-uk", "lang-fr", "lang-el"]
PAPERS = {"letter": "612 x 792 pts (letter)", "a4": "595.25 x 841.875 pts (A4)"}
MODES = {"letterhead": [], "no-letterhead": ["--no-letterhead"], "no-clinic": ["--no-clinic"]}

# Plain pdftotext knows no tags and guesses at columns from white space: headings that stand level are
# one line to it. It reads these in order
# too. Whoever follows the tags or the file (pdftotext -raw, mutool) reads all of them in order.
IN_ORDER_WITHOUT_TAGS = {"minimal"}

MARGIN = 39.6  # points: 0.55 in
BLANK_LETTERHEAD = 48 + 43.2  # the space for it, and the margin above
LEAST_TYPE, LEAST_BODY = 9, 10  # points
LABEL_GAP = 2  # points: less than a space, more than nothing


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

    @cached_property
    def page_dump(self):
        return self.run("--dump=page").out.decode()

    @cached_property
    def tags_dump(self):
        return self.run("--dump=tags").out.decode()


# ---- The file ----

def is_written(h):
    expect_equal((h.result.status, h.path.exists()), (0, True), h.result.err)


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
    expect_equal(catalog["/ViewerPreferences"],
                 {"/DisplayDocTitle": True, "/PrintScaling": "/None"}, "the preferences")


def embeds_its_fonts(h):
    assert h.pdf.fonts, "no fonts"
    for name, kind, *embedded_subset_unicode in h.pdf.fonts:
        expect_equal((kind, embedded_subset_unicode), ("CID TrueType", ["yes"] * 3), name)


def is_the_same_again(h):
    again = h.folder / "again.pdf"
    h.run("-o", again)
    assert again.read_bytes() == h.path.read_bytes(), "two runs differ"


# ---- The words ----

def normal_tree(nodes):
    """Normal texts, but with the space at an end, which keeps it apart from a link behind it.  A text
    in which an artifact stands comes in pieces."""
    whole = []
    for depth, tag, text in nodes:
        if tag == "text" and whole and whole[-1][:2] == (depth, tag):
            text = whole.pop()[2] + text
        whole.append((depth, tag, text))
    return [(depth, tag, normal(f"|{text}|")[1:-1]) for depth, tag, text in whole]


def has_every_word_in_its_tags(h):
    missing = first_missing(tree_text(normal_tree(h.pdf.structure)), h.phrases())
    assert missing is None, f"missing: {missing}"


def has_every_word_without_tags(h):
    phrases = [squeezed(phrase) for phrase in h.phrases()]
    texts = {"pdftotext -raw": squeezed(h.pdf.text("-raw")), "mutool": squeezed(h.pdf.mupdf_text),
             "pdftotext": squeezed(h.pdf.text())}
    for reader, text in texts.items():
        if reader != "pdftotext" or h.article in IN_ORDER_WITHOUT_TAGS:
            missing = first_missing(text, phrases)
            assert missing is None, f"missing in {reader}: {missing}"
        other = Counter(text)
        other.subtract(texts["pdftotext -raw"])
        assert not any(other.values()), f"{reader} reads other characters: {+other} {-other}"


def has_the_tags_of_the_dump(h):
    ours = [(depth, tag, unescaped(text)) for depth, tag, text in tree(h.tags_dump)]
    dump, structure = normal_tree(ours), normal_tree(h.pdf.structure)
    for ours, theirs in zip(dump, structure):
        expect_equal(theirs, ours, "a node of the tree")
    expect_equal(len(structure), len(dump), "the number of nodes")


def has_the_links_of_the_dump(h):
    links = re.findall(r'(?m)^ *Link ".*" <(.*)>$', h.tags_dump)
    found = []
    for element in h.pdf.objects_with("/S", "/Link"):
        places = [h.pdf.objects[kid["/Obj"]] for kid in element["/K"] if isinstance(kid, dict)]
        found += {place["/A"]["/URI"].removeprefix("u:") for place in places}
        for place in places:
            left, bottom, right, top = place["/Rect"]
            assert left < right and 5 < top - bottom < 20, f"the link's place: {place['/Rect']}"
    expect_equal(found, links, "the links")


def has_the_figures_of_the_dump(h):
    alternatives = [*map(unescaped, re.findall(r'(?m)^ *Figure "(.*)"$', h.tags_dump))]
    found = [element["/Alt"].removeprefix("u:") for element in h.pdf.objects_with("/S", "/Figure")]
    expect_equal(found, alternatives, "what is said of figures")


# ---- The looks ----

def keeps_its_margins(h):
    paper_right, paper_bottom = map(float, re.findall(r"[\d.]+", PAPERS[h.paper])[:2])
    for word in h.pdf.words:  # a box is as high as its font, above all ink
        air = 0.2 * word.height
        assert MARGIN <= word.left and word.right <= paper_right - MARGIN \
            and MARGIN <= word.top + air and word.bottom - air <= paper_bottom - MARGIN, word
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
    for box in drawn(h.page_dump):
        cut = [word for word in words if cuts(word, box)]
        assert not cut, f"a line at {box} runs through {cut}"


BAR = 5  # points; a rule that is thicker is a bar, on which text may stand


def drawn(dump):
    """The boxes of all lines: rules, and the four sides of frames and bars."""
    number = r"([\d.]+)"
    for kind, *box in re.findall(rf"(?m)^(rule|frame) {number},{number} to {number},{number}",
                                 dump):
        left, top, right, bottom = map(float, box)
        if kind == "rule" and min(right - left, bottom - top) < BAR:
            yield left, top, right, bottom
        else:
            yield from ((left, top, right, top + 1), (left, bottom - 1, right, bottom),
                        (left, top, left + 1, bottom), (right - 1, top, right, bottom))


def cuts(word, box):
    """Whether a line runs through the letters."""
    left, top, right, bottom = box
    letters_top, letters_bottom = word.letters
    return left < word.right and right > word.left and top < letters_bottom and bottom > letters_top


def sets_labels_apart(h):
    """A bullet or number stands before its text, not at it."""
    number = r"([\d.]+)"
    marks = re.findall(rf'(?m)^glyphs {number},{number} width {number} .* #\w+ (\w+) "(.*)"$',
                       h.page_dump)
    labels = 0
    for (x, y, width, tag, text), (next_x, next_y, _, next_tag, _) in zip(marks, marks[1:]):
        if tag == "Lbl" and re.fullmatch(r"•|\d+\.", text):
            expect_equal((next_tag, next_y), ("LBody", y), f"what follows {text}")
            gap = float(next_x) - float(x) - float(width)
            assert gap >= LABEL_GAP, f"{text} stands {gap:.2f} pt before its text"
            labels += 1
    assert labels, "no labels"


def has_no_small_type(h):
    dump = h.page_dump
    ours = {float(size) for size in re.findall(r"(?m)^glyphs .* size ([\d.]+) face", dump)}
    expect_equal(sorted(h.pdf.type_sizes), sorted(ours), "the sizes that MuPDF finds")
    body, fine = map(float, re.search(r"body ([\d.]+) pt, fine print ([\d.]+) pt",
                                      h.result.err).groups())
    assert body >= LEAST_BODY and {body, fine} <= ours and min(ours) >= LEAST_TYPE, sorted(ours)


CHECKS = [is_written, is_clean, is_one_page_of_the_paper, says_what_it_is, embeds_its_fonts,
          is_the_same_again, has_every_word_in_its_tags, has_every_word_without_tags,
          has_the_tags_of_the_dump, has_the_links_of_the_dump, has_the_figures_of_the_dump,
          keeps_its_margins, leaves_the_letterhead_blank, overlaps_nothing, sets_labels_apart,
          has_no_small_type]


def plan():
    """The names of the handouts: article, paper, mode."""
    ways = [f"{paper} {mode}" for mode in MODES for paper in PAPERS]
    yield from (f"{ARTICLES[0]} {way}" for way in ways)
    for i, article in sample(enumerate(ARTICLES[1:]), 2):
        if LONG:
            yield f"{article} {ways[0]}"
        yield f"{article} {ways[1 + i % (len(ways) - 1)]}"


def main():
    program, tests = (Path(argument).resolve() for argument in sys.argv[1:3])
    pattern, tally = (sys.argv[3:] or [""])[0], Tally()
    with tempfile.TemporaryDirectory(prefix="handout-readback-") as folder:
        for name in filter(re.compile(pattern).search, plan()):
            handout = Handout(program, tests, Path(folder), *name.split())
            for check in CHECKS:
                tally.run(f"{name} {check.__name__}", check, handout)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
