#!/usr/bin/env python3
"""The article's picture: beside the summary, tagged with its caption, read back by others.

    picture.py HANDOUT SOURCE FONTS
"""

import os
import re
import sys

from pathlib import Path

tests = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(tests), str(tests / "verapdf"), str(tests / "pdf")]

from clinic import Desk, striped
from support.picture import png
from support.program import run, tool
from support.tally import Tally, expect_equal
from verdict import conforms, run_judged

ALT, CAPTION = "A round tablet beside a glass of water.", "One tablet"
SUMMARY = ("Water is what you drink when you are thirsty, and more on a hot day. It has no taste of "
           "its own, no color and no smell.")
LEADING = 1.25  # of body text
NUMBER = r"(-?[\d.]+)"
FIGURE = rf"(?m)^figure {NUMBER},{NUMBER} to {NUMBER},{NUMBER} "


def article(file="picture.png", **more):
    picture = {"file": file, "alt": ALT, "caption": CAPTION}
    return {"summary": SUMMARY, "picture": picture, **more}


class Page:
    """Where the picture and some of the words stand, in points."""

    def __init__(self, desk, *options):
        text = desk.dump("page", *options)
        self.body = float(re.search(r"(?m)^page .* body ([\d.]+) ", text)[1])
        self.figures = [tuple(map(float, found)) for found in re.findall(FIGURE, text)]
        glyphs = rf'(?m)^glyphs {NUMBER},{NUMBER} width {NUMBER} .* "(.*)"$'
        self.lines = [(float(x), float(y), float(width), said)
                      for x, y, width, said in re.findall(glyphs, text)]

    def line(self, words):
        return next(line for line in self.lines if words in line[3])


# ---- Where it stands ----

def check_kind(desk, name, masks):
    pdf = desk.good(f"kind-{name}".replace(".", "-"), article=article(name))
    kinds = re.findall(r"(?m)^ +1 +\d+ (\w+) ", tool("pdfimages", "-list", pdf.path).decode())
    expect_equal(kinds, ["image"] + ["smask"] * masks, "the images")
    expect_equal(pdf.ghostscript(), "", "what Ghostscript says")
    page = Page(desk)
    (left, top, right, bottom), = page.figures
    lines = (bottom - top) / page.body / LEADING
    assert 2.9 < lines < 6.1 or right - left > 518.4 / 3 - 1, f"it is {lines} lines high"
    x, y, width, _ = page.line("Water is what")
    assert x + width < left, "the summary runs into it"
    assert abs(y - page.body * 1.15 * 2 / 3 - top) < 1.5, f"{top} is not level with {y}"
    x, y, _, _ = page.line(CAPTION)
    assert y > bottom and abs(x - left) < 0.1, "the caption is not under it"


def check_two_pictures(desk):
    """The logo stays the logo."""
    pdf = desk.good("two", article=article("picture.png"), logo="logo.png", logo_alt="Hills")
    shown = tool("pdfimages", "-list", pdf.path).decode()
    sizes = re.findall(r"(?m)^ +1 +\d+ image +(\d+) +(\d+) ", shown)
    expect_equal(sizes, [("300", "80"), ("400", "300")], "the images in their order")
    first, second = Page(desk).figures
    assert abs((first[2] - first[0]) / (first[3] - first[1]) - 300 / 80) < 0.05, first
    assert abs((second[2] - second[0]) / (second[3] - second[1]) - 4 / 3) < 0.05, second


def check_room(desk):
    """It grows where there is room, and is small where there is none; the type is no smaller for
    the growing."""
    heights = {}
    for words in (0, 300):
        more = {"sections": [{"title": "More", "text": ("word " * words).strip() or "word"}]}
        result, _ = desk.print(f"room-{words}", article=article(**more))
        assert result.status == 0, result.err
        page = Page(desk)
        (_, top, _, bottom), = page.figures
        heights[words] = (bottom - top) / page.body / LEADING
    assert heights[0] > 5.9 and heights[300] < 3.1, heights


def check_mirrored(desk):
    result, pdf = desk.print("mirrored", article=article(language="he"))
    expect_equal(result.status, 0, f"the status: {result.err}")
    page = Page(desk)
    (left, _, right, _), = page.figures
    assert right < 306 and abs(left - 46.8) < 1, f"{left} to {right} is not at the left margin"
    assert pdf.info["Pages"] == "1"


def check_large_print(desk):
    desk.good("large-picture", "--large-print", article=article())
    page = Page(desk, "--large-print")
    (left, top, right, _), = page.figures
    assert left == 72 and right <= 540, (left, right)
    assert top > page.line("no smell")[1], "it is not below the summary"


def check_line(desk):
    """A picture of one row of pixels is still there."""
    (desk.folder / "line.png").write_bytes(striped(900, 1, False))
    desk.good("line", article=article("line.png"))


# ---- Who listens, and other ways out ----

def check_tags(desk):
    pdf = desk.good("tags", article=article())
    heard = tool("pdfinfo", "-struct-text", pdf.path).decode()
    found = re.search(r'Figure:?\n(?: +/.*\n)* +""\n +Caption\n +"(.*)"', heard)
    assert found and found[1] == CAPTION, heard[:2000]
    assert heard.index("no smell") < heard.index("Caption") < heard.index("How to take it")
    tags = desk.dump("tags")
    assert f'Figure "{ALT}"' in tags, tags
    desk.good("bare", article={**article(), "picture": {"file": "picture.png", "alt": ALT}})
    assert "Caption" not in desk.dump("tags")


def check_svg(desk):
    desk.good("for-svg", article=article(), logo="logo.png")
    svg = run(desk.program, "--format=svg", "-o", "-", "a.json", cwd=desk.folder).out.decode()
    found = re.findall(r'<image [^>]*href="data:(image/\w+);base64,([^"]+)"', svg)
    kinds = [kind for kind, _ in found]
    expect_equal(kinds, ["image/png"] * 2, "the pictures")
    assert len({data for _, data in found}) == 2, "one picture twice"


def check_cards(desk):
    """A CDC item and one of PEMAT then count as met."""
    def verdicts():
        out = run(desk.program, "--check", "--report", "a.json", cwd=desk.folder).out.decode()
        return re.findall(r"(?m)^ +(\d+)  +(\S+).*visual", out)
    desk.good("card", article=article())
    with_picture = verdicts()
    desk.good("no-card", article={"summary": SUMMARY})
    without = verdicts()
    assert ("4", "met") in with_picture and ("4", "NOT") in without, (with_picture, without)
    assert ("17", "met") in with_picture and ("17", "not") in without, (with_picture, without)


# ---- Faults ----

def check_fault(desk, slug, file):
    result, pdf = desk.print("fault", article=article(file))
    expect_equal((result.status, result.slugs()[:1], pdf), (1, [slug], None), "the outcome")
    assert re.search(r"^a\.json:\d+:\d+: error", result.err), f"not at its field: {result.err}"


def check_not_replaced(desk):
    """The picture of an article is an input."""
    desk.good("input", article=article())
    before = (desk.folder / "picture.png").read_bytes()
    result = run(desk.program, "-o", "picture.png", "a.json", cwd=desk.folder)
    expect_equal((result.status, result.slugs()), (2, ["output-is-input"]), "the outcome")
    assert before == (desk.folder / "picture.png").read_bytes()


def check_folders(desk):
    """The path is from the folder of the article, wherever the clinic file and the caller are."""
    folder = desk.folder / "articles"
    folder.mkdir()
    os.rename(desk.folder / "picture.png", folder / "own picture.png")
    desk.print("unused", article=article("own picture.png"))
    os.rename(desk.folder / "a.json", folder / "a.json")
    result = run(desk.program, "-o", "apart.pdf", "-c", "clinic.json", "articles/a.json",
                 cwd=desk.folder)
    expect_equal((result.status, result.slugs()), (0, []), result.err)
    os.rename(folder / "own picture.png", desk.folder / "picture.png")


def fill(folder):
    (folder / "picture.png").write_bytes(striped(400, 300, False))
    (folder / "alpha.png").write_bytes(striped(300, 400, True))
    (folder / "wide.png").write_bytes(striped(1200, 100, False))
    (folder / "huge.png").write_bytes(png(20001, 1, lambda x: (0, 0, 0)))
    os.mkfifo(folder / "fifo")


def judged(program, source, folder, *_):
    tally = Tally()
    desk = Desk(str(program), folder)
    fill(desk.folder)
    (desk.folder / "photo.jpg").write_bytes((source / "tests/pdf/logo.jpg").read_bytes())
    for name, masks in (("picture.png", 0), ("alpha.png", 1), ("wide.png", 0), ("photo.jpg", 0)):
        tally.run(f"beside the summary: {name}", check_kind, desk, name, masks)
    tally.run("a logo and a picture", check_two_pictures, desk)
    tally.run("it grows where there is room", check_room, desk)
    tally.run("mirrored where text runs from right to left", check_mirrored, desk)
    tally.run("large print", check_large_print, desk)
    tally.run("a picture like a line", check_line, desk)
    tally.run("tags", check_tags, desk)
    tally.run("SVG", check_svg, desk)
    tally.run("scorecards", check_cards, desk)
    for name, slug, file in (("no such picture", "cannot-load", "none.png"),
                             ("a folder", "cannot-load", "."), ("a FIFO", "cannot-load", "fifo"),
                             ("a text", "bad-picture", "a.json"),
                             ("a torn picture", "bad-picture", "torn.png"),
                             ("a picture with too long a side", "bad-picture", "huge.png")):
        tally.run(name, check_fault, desk, slug, file)
    tally.run("no output takes its place", check_not_replaced, desk)
    tally.run("the path is from the folder of the article", check_folders, desk)
    return (yield from conforms(tally, desk.folder))


if __name__ == "__main__":
    sys.exit(run_judged(judged))
