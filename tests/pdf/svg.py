#!/usr/bin/env python3
"""The SVG is the picture of the PDF: svg.py HANDOUT SOURCE [-v]

MuPDF draws the SVG and poppler the PDF, compared as render.py compares two drawings of one PDF; a
picture in which a letter is missing, or a line has moved, must come out as different.  The file is
well-formed and has a title and a role.
"""

import base64
import json
import re
import struct
import subprocess
import sys
import tempfile
import zlib
import xml.etree.ElementTree as ET
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from render import DOTS, RENDERERS, cells, differences, is_same
from support.program import run
from support.tally import Tally, expect_equal

SVG = "{http://www.w3.org/2000/svg}"
FIRST_GLYPH_OF_SUMMARY = re.compile(rb"(<g transform=\"translate\()(\S+)( 1[12]\d[^>]*>)(<use [^>]*/>)")

PAGES = {"example": ["data/l-glutamine.json"], "a4": ["data/l-glutamine.json", "--paper=a4"],
         "all fields": ["tests/golden/all-fields.json", "-c", "tests/golden/all-fields.clinic.json"],
         "logo and picture": ["tests/golden/picture.json",
                              "-c", "tests/golden/all-fields.clinic.json"],
         "scripts": ["tests/golden/scripts.json", "-c", "tests/golden/scripts.clinic.json"],
         "large print": ["data/l-glutamine.json", "--large-print"]}


def draw(command, path):
    done = subprocess.run([path if word == "{}" else word for word in command],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return list(cells(done.stdout))


def first_page(rows, like):
    """Of a picture of all pages as much as the other has."""
    return rows[:len(like)]


class Drawn:
    """A handout as both, in a folder."""

    def __init__(self, program, source, folder, words):
        self.svg, self.pdf = folder / "page.svg", folder / "page.pdf"
        for path, option in ((self.svg, "--format=svg"), (self.pdf, "--format=pdf")):
            result = run(program, option, "-o", path, *words, cwd=source)
            expect_equal(result.status, 0, f"the status ({result.err})")
        self.page = draw(RENDERERS["poppler"], self.pdf)
        self.picture = self.draw(self.svg)

    def draw(self, path):
        return first_page(draw(RENDERERS["MuPDF"][:-1], path), self.page)


def same(drawn):
    worst, mean = differences(drawn.page, drawn.picture)
    if "-v" in sys.argv:
        print(worst, mean)
    assert is_same(worst, mean), f"they differ by {worst} in a cell and {mean} in the mean"


def drawn_of(picture):
    """Of a PNG the chunks that are drawn, of a JPEG all."""
    if not picture.startswith(b"\x89PNG"):
        return picture
    kept, at = [], 8
    while at < len(picture):
        end = at + 12 + struct.unpack_from(">I", picture, at)[0]
        if picture[at + 4:at + 8] in (b"IHDR", b"PLTE", b"tRNS", b"IDAT"):
            kept.append(picture[at:end])
        at = end
    return kept


def holds_the_files(drawn, source):
    """Each picture in it, byte for byte, as far as it is drawn."""
    files = [drawn_of(path.read_bytes())
             for path in (source / "tests/golden").glob("*.[jp][pn]g")]
    held = re.findall(r'href="data:image/(?:jpeg|png);base64,([^"]*)"', drawn.svg.read_text())
    assert len(held) == 2, f"{len(held)} pictures"
    for picture in held:
        picture = drawn_of(base64.b64decode(picture, validate=True))
        assert picture in files, "a picture has other bytes"


def keeps_to_itself(program, source, folder):
    """What a camera or a program wrote into a picture is not passed on."""
    jpeg, png = ((source / name).read_bytes() for name in ("tests/pdf/logo.jpg", "data/web.png"))
    chunk = b"tEXtAuthor\0SECRET"
    (folder / "a.jpg").write_bytes(jpeg[:2] + b"\xff\xfe\0\x08SECRET" + jpeg[2:])
    (folder / "a.png").write_bytes(png[:33] + struct.pack(">I", len(chunk) - 4) + chunk
                                   + struct.pack(">I", zlib.crc32(chunk)) + png[33:] + b"SECRET")
    for name in ("a.jpg", "a.png"):
        (folder / "clinic.json").write_text(json.dumps(
            {"name": "Hill Clinic", "phone": "1", "logo": name, "logo_alt": "A hill"}))
        for kind in ("svg", "pdf"):
            result = run(program, f"--format={kind}", "-c", folder / "clinic.json", "-o", "-",
                         "data/l-glutamine.json", cwd=source)
            expect_equal(result.status, 0, f"the status ({result.err})")
            held = re.findall(rb"base64,([^\"]*)", result.out)
            assert all(b"SECRET" not in data for data in (result.out, *map(base64.b64decode, held)))
            assert kind == "pdf" or len(held) == 1, f"{len(held)} pictures"


def well_made(drawn, title):
    root = ET.parse(drawn.svg).getroot()
    expect_equal((root.tag, root.get("role")), (SVG + "svg", "img"), "the element and its role")
    expect_equal(root[0].tag, SVG + "title", "what is first")
    expect_equal(root[0].text, title, "the title")
    text = drawn.svg.read_text()
    ids = re.findall(r' id="([^"]+)"', text)
    expect_equal(len(ids), len(set(ids)), "ids")
    expect_equal(set(re.findall(r'href="#([^"]+)"', text)), set(ids), "what is used")


def is_seen(drawn, replacement):
    changed, times = FIRST_GLYPH_OF_SUMMARY.subn(replacement, drawn.svg.read_bytes(), count=1)
    assert times, "there is nothing to change"
    path = drawn.svg.with_name("changed.svg")
    path.write_bytes(changed)
    found = differences(drawn.page, drawn.draw(path))
    assert not is_same(*found), f"differs by {found} only"


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-svg-") as folder:
        for name, words in PAGES.items():
            drawn = Drawn(program, source, Path(folder), words)
            tally.run(name, same, drawn)
            if name == "logo and picture":
                tally.run("the pictures", holds_the_files, drawn, source)
            if name == "example":
                tally.run("well made", well_made, drawn, "L-Glutamine")
                tally.run("a letter missing is seen", is_seen, drawn, rb"\1\2\3")
                tally.run("a line 2 pt to the right is seen", is_seen, drawn,
                          lambda m: b"%s%.3f%s%s" % (m[1], float(m[2]) + 2, m[3], m[4]))
        tally.run("what a picture's maker wrote", keeps_to_itself, program, source, Path(folder))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
