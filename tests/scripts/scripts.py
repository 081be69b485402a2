#!/usr/bin/env python3
"""Every script on a page: what others read there is what the article says, in its order.

    scripts.py HANDOUT [LANGUAGE...]

The articles beside this file are the same harmless text about water in many languages, written for
this test by no native speaker: they show letters, and are nothing to hand out.  They are printed
in fonts of this machine (Noto, Droid); a machine without them fails here, and the test says so.
"""

import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
tests = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(tests), str(tests / "verapdf")]

from support.effort import LONG, sample
from support.page import RIGHT_TO_LEFT
from support.pdf import Pdf
from support.program import run, tool
from support.tally import Tally, expect_equal
from verdict import conforms

HERE = Path(__file__).resolve().parent
CLINIC = HERE / "clinic.json"
SAID = {"system-fonts", "labels-unconfirmed"}
# Languages whose headings are English.
WITHOUT_LABELS = {"lo", "my"}
# Their letters stand in the order in which they are said, and none is drawn in several glyphs.
IN_ORDER = {"am", "he", "hy", "ja", "ka", "ko", "ur", "zh-Hans", "zh-Hant"}
# What is printed in large print and to be filled in, too; `./check --long` does that with all.
ALL_WAYS = {"ar", "he", "hi", "my", "th", "zh-Hans"}
# The machine's own fonts, which the other tests do without.
FONTS = {"FONTCONFIG_FILE": os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")}


def texts(article):
    """What the article says, one paragraph after the other as the page has them."""
    dosage = article["dosage"]
    return [article["title"], article["summary"], dosage["amount"], dosage["how"],
            *article["cautions"], *article["benefits"], *article["references"],
            article["disclaimer"]]


def squeezed(text):
    """Without spaces, and without the marks of direction that some programs put in."""
    return re.sub(r"[\s\u200b\u200e\u200f\u202a-\u202e]", "", text)


def write(program, folder, language, *options):
    """@return where the PDF is."""
    path = Path(folder) / f"{language}{''.join(options)}.pdf"
    result = run(program, "--clinic", CLINIC, *options, "-o", path, HERE / f"{language}.json",
                 cwd=folder, **FONTS)
    assert result.status == 0, result.err
    said = SAID if language not in WITHOUT_LABELS else {"system-fonts", "labels-in-english"}
    assert set(result.slugs()) == said, result.err
    return path


def printed(program, folder, language, *options):
    pdf = Pdf(write(program, folder, language, *options))
    pdf.check()
    expect_equal(pdf.ghostscript(), "", "what Ghostscript says")
    return pdf


def with_ligatures_turned(text):
    """Poppler turns a ligature of two letters round in text that runs from right to left."""
    return re.sub("ل([اأإآى])", r"\1ل", text)


def expect_read(pdf, language, article):
    """In the order of the content stream, which is that of reading: without -raw poppler sorts lines
    into columns, and puts spaces and full stops beside numbers elsewhere in lines that run to the
    left.  MuPDF 1.21 knows no ActualText, which says what several glyphs stand for together,
    and what a mirrored bracket does."""
    read = squeezed(pdf.text("-raw"))
    for text in texts(article):
        assert squeezed(text) in read or squeezed(with_ligatures_turned(text)) in read, \
            f"poppler does not read: {text}"
    plain = re.sub("[()]", "", squeezed(pdf.mupdf_text))
    for text in map(squeezed, texts(article) if language in IN_ORDER else article["references"]):
        assert re.sub("[()]", "", text) in plain, f"MuPDF does not read: {text}"
    assert squeezed(article["references"][0]) in squeezed(pdf.mupdf_text), "brackets in a reference"


def expect_least_together(pdf):
    """Of several glyphs no more is said together than must be: MuPDF reads it twice if the last one
    says the end of it anyway."""
    for text, alone in pdf.said_together():
        assert len(alone) == 1 or not text.endswith(alone[-1]), f"{alone} together say {text!r}"


def expect_direction(pdf, language):
    """Of the sheet, of who turns its pages, and of the structure."""
    leftward = language in RIGHT_TO_LEFT
    catalog, = pdf.objects_with("/Type", "/Catalog")
    expect_equal(catalog["/ViewerPreferences"].get("/Direction"), "/R2L" if leftward else None,
                 "the direction of reading")
    document, = pdf.objects_with("/S", "/Document")
    expect_equal(document.get("/A"), {"/O": "/Layout", "/WritingMode": "/RlTb"} if leftward else None,
                 "the writing mode")


def expect_margin(pdf, language, title):
    """The title begins where lines begin."""
    start = min(word.left for word in pdf.words)
    end = max(word.right for word in pdf.words)
    words = [word for word in pdf.words if squeezed(word.text) in squeezed(title)]
    assert words, "no title"
    words = [word for word in words if word.height > 0.95 * max(other.height for other in words)]
    at_end = any(abs(word.right - end) < 2 for word in words)
    at_start = any(abs(word.left - start) < 2 for word in words)
    expect_equal((at_start, at_end), (language not in RIGHT_TO_LEFT, language in RIGHT_TO_LEFT),
                 "whether the title stands at the left, at the right")


def expect_code(pdf):
    """The QR code stands on the other side of the foot, and is read."""
    image = Path(pdf.path).with_suffix(".png")
    tool("pdftoppm", "-png", "-r", "150", "-singlefile", pdf.path, str(image.with_suffix("")))
    said = tool("zbarimg", "-q", "--raw", str(image), errors=True).decode()
    assert "509-555-0100" in said or "hill.example" in said, f"the QR code says {said!r}"


def expect_fields(pdf, language):
    """A line to write on is a field behind its label: left of it where text runs to the left."""
    fields = [entry for entry in pdf.objects.values()
              if isinstance(entry, dict) and entry.get("/FT") == "/Tx"]
    assert len(fields) >= 6, f"{len(fields)} fields"
    rights = max(max(entry["/Rect"][0], entry["/Rect"][2]) for entry in fields)
    lefts = min(min(entry["/Rect"][0], entry["/Rect"][2]) for entry in fields)
    page = 612
    expect_equal(lefts < page - rights, language in RIGHT_TO_LEFT, "fields nearer to the left edge")


def check(program, folder, language):
    article = json.loads((HERE / f"{language}.json").read_text())
    pdf = printed(program, folder, language)
    expect_read(pdf, language, article)
    expect_least_together(pdf)
    expect_direction(pdf, language)
    expect_margin(pdf, language, article["title"])
    if LONG or language in ALL_WAYS:
        expect_code(pdf)
        printed(program, folder, language, "--large-print")
        expect_fields(printed(program, folder, language, "--fillable"), language)
    embedded = [font for font in pdf.fonts if "Atkinson" not in font[0]]
    assert len(embedded) >= 2, f"no font of another script: {pdf.fonts}"
    if language in ALL_WAYS - {"zh-Hans"}:  # whose face has no bold one
        lent = [font[0] for font in embedded if "+NotoSans-" not in font[0]]  # ours
        assert any("Bold" in name for name in lent), f"none of them is bold: {pdf.fonts}"


# A folder of fonts and nothing else.
ONLY = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{0}</dir><cachedir>{0}/cache</cachedir></fontconfig>"""


def forbidden(font):
    """The same font, whose maker forbids to embed it: fsType, OpenType, "OS/2"."""
    at = font.index(b"OS/2") + 8
    at = int.from_bytes(font[at:at + 4], "big") + 8
    return font[:at] + b"\0\2" + font[at + 2:]


def check_next_best(program, folder):
    """A font that is refused is not tried again: the other of two that are worth the same is."""
    whole = Path(tool("fc-match", "-f", "%{file}", "Noto Sans Thai:regular").decode()).read_bytes()
    for number, fonts in enumerate(((whole, forbidden(whole)), (forbidden(whole), whole))):
        place = Path(folder) / f"fonts{number}"
        place.mkdir()
        for name, font in zip(("a.ttf", "b.ttf"), fonts):
            (place / name).write_bytes(font)
        (place / "fonts.conf").write_text(ONLY.format(place))
        result = run(program, "--clinic", CLINIC, "-o", place / "th.pdf", HERE / "th.json", cwd=folder,
                     FONTCONFIG_FILE=str(place / "fonts.conf"))
        expect_equal(result.status, 0, f"status, {result.err}")


# How numbers are written on a page that runs to the left, each in the order in which it is seen.
NUMBERS = [".5 mg", "−20", "1½", "<6", "$7", "#8", "5 mg/m²"]


def check_numbers(program, folder):
    """Their signs stand on the side of them where they are written, whatever the tag's case is."""
    article = json.loads((HERE / "he.json").read_text())
    article["language"] = "HE"
    article["dosage"]["how"] = "".join(f"מים {number} מים. " for number in NUMBERS).strip()
    path = Path(folder) / "numbers.json"
    path.write_text(json.dumps(article, ensure_ascii=False))
    result = run(program, "--clinic", CLINIC, "--dump=page", path, cwd=folder, **FONTS)
    expect_equal(result.status, 0, f"status, {result.err}")
    for number in NUMBERS:
        assert f' "{number}"'.encode() in result.out, f"{number} is not drawn in one piece"
    pdf = path.with_suffix(".pdf")
    result = run(program, "--clinic", CLINIC, "-o", pdf, path, cwd=folder, **FONTS)
    expect_equal(result.status, 0, f"status, {result.err}")
    expect_margin(Pdf(pdf), "he", article["title"])


def judged(program, _source, folder, _fonts):
    """For veraPDF: some in each way; all of them in a long check."""
    tally = Tally()
    ways = [(path.stem, *options) for path in sorted(HERE.glob("*.json")) if path != CLINIC
            for options in ((), ("--large-print",), ("--fillable",))]
    for language, *options in sample(ways, 5):
        write(str(program), folder, language, *options)
    return (yield from conforms(tally, folder))


def main():
    program = str(Path(sys.argv[1]).resolve())
    languages = sys.argv[2:] or sorted(path.stem for path in HERE.glob("*.json")
                                       if path != CLINIC)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-scripts-") as folder:
        for language in languages:
            tally.run(language, check, program, folder, language)
        tally.run("the next best font", check_next_best, program, folder)
        tally.run("numbers that run to the right", check_numbers, program, folder)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
