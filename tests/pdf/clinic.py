#!/usr/bin/env python3
"""The clinic's own page: logo, QR code, fonts, papers and large print, read back by others.

    clinic.py HANDOUT SOURCE FONTS
"""

import json
import re
import struct
import sys
from pathlib import Path

tests = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(tests), str(tests / "verapdf")]

from support.pdf import Pdf, tree_text
from support.picture import png
from support.program import run, tool
from support.tally import Tally, expect_equal
from verdict import conforms, run_judged

CLINIC = {"name": "Hill Clinic", "phone": "509-555-0100", "email": "desk@hill.example",
          "website": "hill.example", "address": ["1 Hill Road", "Spokane, WA 99201"]}
ARTICLE = {
    "title": "Water", "summary": "Water is what you drink when you are thirsty.",
    "benefits": ["It may help with thirst.", "It may help with heat."],
    "dosage": {"amount": "6 to 8 glasses a day", "how": "Drink it through the day."},
    "cautions": ["Ask us first if you were told to limit fluids."],
    "references": ["A text about water. 2001."], "disclaimer": "This handout is no advice.",
    "source": {"url": "https://hill.example/water"},
}
VCARD = ("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Hill Clinic\r\nFN:Hill Clinic\r\nTEL:509-555-0100\r\n"
         "EMAIL:desk@hill.example\r\nURL:https://hill.example\r\n"
         "ADR:;;1 Hill Road\\, Spokane\\, WA 99201\r\nEND:VCARD\r\n")
MILLIMETRE = 72 / 25.4


def striped(width, height, alpha):
    """A picture of stripes, with a see-through half if alpha."""
    return png(width, height, lambda x: (27, 94 + x % 90, 90) + (255 if x % 2 else 90,) * alpha)


class Desk:
    """A folder with an article, and a clinic that a test changes."""

    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)
        (self.folder / "logo.png").write_bytes(striped(300, 80, True))
        (self.folder / "plain.png").write_bytes(striped(60, 60, False))
        (self.folder / "torn.png").write_bytes(striped(300, 80, True)[:700])

    def print(self, stem, *options, article=None, **clinic):
        """@return the result, and the PDF or None."""
        (self.folder / "a.json").write_text(json.dumps({**ARTICLE, **(article or {})}))
        kept = {key: value for key, value in {**CLINIC, **clinic}.items() if value is not None}
        (self.folder / "clinic.json").write_text(json.dumps(kept))
        path = self.folder / f"{stem}.pdf"
        result = run(self.program, *options, "-o", path, "a.json", cwd=self.folder)
        return result, Pdf(path) if result.status == 0 else None

    def good(self, stem, *options, **more):
        result, pdf = self.print(stem, *options, **more)
        assert pdf, result.err
        expect_equal(result.slugs(), [], "what is said")
        pdf.check()
        return pdf

    def dump(self, what, *options):
        return run(self.program, *options, f"--dump={what}", "a.json", cwd=self.folder).out.decode()


def sizes(desk, *options):
    """Width and height of each figure on the page, in points."""
    number = r"([\d.]+)"
    found = re.findall(rf"(?m)^figure {number},{number} to {number},{number} ",
                       desk.dump("page", *options))
    return [(float(r) - float(l), float(b) - float(t)) for l, t, r, b in found]


def figures(desk):
    return re.findall(r'(?m)^ *Figure "(.*)"$', desk.dump("tags"))


# ---- Logo ----

def check_logo(desk, name, components, masks):
    pdf = desk.good(name.replace(".", "-"), logo=name, logo_alt="Three hills")
    expect_equal(figures(desk), ["Three hills"], "the alternative text")
    kinds = re.findall(r"(?m)^ +1 +\d+ (\w+) ", tool("pdfimages", "-list", pdf.path).decode())
    expect_equal(kinds, ["image"] + ["smask"] * masks, "the images")
    (width, height), = sizes(desk)
    assert width <= 518.4 / 3 + 1 and height <= 28.1, (width, height)
    plain = desk.good("without-logo")
    bodies = [max(pdf.type_sizes), max(plain.type_sizes)]
    assert bodies[0] >= bodies[1] - 0.5, f"a logo takes a size of type: {bodies}"


def check_logo_alt(desk):
    desk.good("alt", logo="plain.png")
    expect_equal(figures(desk), ["Logo of Hill Clinic"], "the alternative text")


# ---- QR code ----

def check_qr(desk, qr, expected, printed, **clinic):
    pdf = desk.good(f"qr-{qr}", qr=qr, **clinic)
    for dots in (150, 300):
        image = desk.folder / f"qr-{dots}"
        tool("pdftoppm", "-gray", "-r", str(dots), "-singlefile", pdf.path, str(image))
        read = tool("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", f"{image}.pgm",
                    errors=True)
        expect_equal(read.decode().removesuffix("\n"), expected, f"the code at {dots} dpi")
    (width, height), = sizes(desk)
    modules = int(re.search(r"figure qr (\d+)x", desk.dump("sheet"))[1])
    assert abs(width - height) < 0.01 and width >= 20 * MILLIMETRE, width
    assert width / modules >= 0.4 * MILLIMETRE, "modules under 0.4 mm"
    text = pdf.text().replace("\n", " ")
    for part in printed:
        assert part in text, f"{part} is in the code but not in print"
    alt, = figures(desk)
    assert alt.startswith("QR code: "), alt


# ---- Faults ----

def check_fault(desk, status, slug, clinic):
    result, pdf = desk.print("fault", **clinic)
    expect_equal((result.status, result.slugs()[:1]), (status, [slug]), "status and message")
    expect_equal(pdf is None, status != 0, "no PDF")


# ---- Fonts ----

def check_fonts(desk, source):
    own = str(source / "fonts/NotoSans-Regular.ttf")
    pdf = desk.good("fonts", fonts={"regular": own},
                    article={"title": "Wasser → Ж", "subtitle": "☐ no face of ours alone"})
    names = [name.split("+")[1] for name, *_ in pdf.fonts]
    assert "NotoSans-Regular" in names and "AtkinsonHyperlegibleNext-Bold" in names, names
    assert all(embedded == "yes" for _, _, embedded, *_ in pdf.fonts)


def check_kind_of_font(desk, stem, fonts, kind, *names):
    """PostScript outlines, a variable font and a collection, each embedded as a PDF knows it."""
    pdf = desk.good(stem, fonts={style: str(path) for style, path in fonts.items()})
    own = {(name.split("+")[1], kind) for name, kind, *_ in pdf.fonts if "Hyper" not in name}
    expect_equal(own, {(name, kind) for name in names}, "the clinic's fonts")
    for text in (pdf.text(), pdf.mupdf_text):
        assert "glasses a day" in text and "It may help with thirst." in text, text
    expect_equal(pdf.ghostscript(), "", "what Ghostscript says")


def collection(*files):
    """The bytes of a collection of whole files, one behind the other."""
    head = 12 + 4 * len(files)
    starts = [head + sum(map(len, files[:i])) for i in range(len(files))]
    bodies = [bytearray(file) for file in files]
    for start, body in zip(starts, bodies):
        for entry in range(12, 12 + 16 * struct.unpack_from(">H", body, 4)[0], 16):
            offset, = struct.unpack_from(">I", body, entry + 8)
            struct.pack_into(">I", body, entry + 8, offset + start)
    header = struct.pack(f">4sII{len(files)}I", b"ttcf", 1 << 16, len(files), *starts)
    return header + b"".join(bodies)


def check_kinds_of_fonts(desk, source, folder):
    nimbus, inter = folder / "opentype/urw-base35", folder / "truetype/inter-vf/Inter.var.ttf"
    both = desk.folder / "noto.ttc"
    both.write_bytes(collection(*((source / f"fonts/NotoSans-{style}.ttf").read_bytes()
                                  for style in ("Bold", "Regular"))))
    check_kind_of_font(desk, "cff", {"regular": nimbus / "NimbusSans-Regular.otf",
                                     "bold": nimbus / "NimbusSans-Bold.otf"},
                       "CID Type 0C", "NimbusSans-Regular", "NimbusSans-Bold")
    check_kind_of_font(desk, "variable", {"regular": inter, "bold": inter, "italic": inter},
                       "CID TrueType", "Inter")
    check_kind_of_font(desk, "collection", {"regular": both, "bold": both},
                       "CID TrueType", "NotoSans-Regular", "NotoSans-Bold")


# ---- Language of parts ----

def check_language(desk):
    """Greek has no labels yet: what is in English instead says so; a clinic's own words do not."""
    result, pdf = desk.print("greek", article={"language": "el", "title": "Νερό"},
                             labels={"cautions": "Προσοχή"})
    expect_equal((result.status, result.slugs()), (0, ["labels-in-english"]), "the outcome")
    marked = [entry for entry in pdf.objects.values()
              if isinstance(entry, dict) and entry.get("/Lang") == "u:en"]
    headings = [entry for entry in marked if entry.get("/S") == "/H2"]
    # Your plan, How it may help, How to take it, References, Disclaimer; six labels, six blanks,
    # and the line that says whom to call
    expect_equal((len(headings), len(marked)), (5, 18), "what is marked as English")


def check_reference_language(desk):
    """A title in another language is read aloud in it."""
    items = [{"type": "book", "title": title, "author": [{"literal": "A"}],
              "issued": {"raw": "2019"}, "language": language}
             for title, language in (("L’eau", "fr-FR"), ("Water", "en-GB"), ("Agua", "spa; eng"))]
    pdf = desk.good("titles", article={"references": items})
    marked = [(entry["/S"], entry["/Lang"]) for entry in pdf.objects.values()
              if isinstance(entry, dict) and "/S" in entry and "/Lang" in entry]
    expect_equal(marked, [("/LBody", "u:fr-FR")], "what is marked")


# ---- Papers and large print ----

def check_paper(desk, paper, width, height):
    pdf = desk.good(paper, f"--paper={paper}")
    found = re.match(r"([\d.]+) x ([\d.]+) pts", pdf.info["Page size"])
    expect_equal([float(v) for v in found.groups()], [width, height], "the page")
    desk.good(f"{paper}-clinic", paper=paper)


MORE = {"benefits": [f"It may help with the number {n}, which is one of the long ones to say."
                     for n in range(10)], "references": ["A text about water. 2001."] * 4}


def check_large_print(desk, pages, article, **clinic):
    pdf = desk.good(f"large-{pages}", "--large-print", article=article, **clinic)
    expect_equal(pdf.info["Pages"], str(pages), "pages")
    assert min(pdf.type_sizes) >= 18, pdf.type_sizes
    assert not any("Italic" in name for name, *_ in pdf.fonts), "italics"
    words = pdf.words
    assert min(word.left for word in words) >= 71.9
    assert max(word.right for word in words) <= 612 - 71.9
    sides = [pdf.text("-layout", "-f", str(n), "-l", str(n)).splitlines()
             for n in range(1, pages + 1)]
    sides = [[line.strip() for line in lines if line.strip()] for lines in sides]
    assert "desk@hill.example" in "".join(sides[-1]), "the contact block is not on the last page"
    for number, lines in enumerate(sides, 1):
        goes_on = f" · Continued on page {number + 1}" if number < pages else ""
        expect_equal(f"Page {number} of {pages}{goes_on}" in lines, pages > 1,
                     f"the foot of page {number}")
    for lines in sides[1:]:
        assert "Water" in lines[0] and "Hill Clinic · Phone 509-555-0100" in lines[0], lines[0]
    heard = tree_text(pdf.structure)
    assert "Page 1" not in heard and heard.count("Hill Clinic") == 2, "artifacts are heard"
    report = run(desk.program, "--large-print", "--check", "a.json", cwd=desk.folder).err
    said = {1: "1 page, Letter", 2: "2 pages, 1 sheet printed on both sides, Letter",
            3: "3 pages, 2 sheets printed on both sides, Letter"}[pages]
    assert f": {said}, body 18 pt, fine print 18 pt" in report, report


def judged(program, source, folder, fonts):
    tally = Tally()
    desk = Desk(str(program), folder)
    jpeg = source / "tests/pdf/logo.jpg"
    (desk.folder / "logo.jpg").write_bytes(jpeg.read_bytes())
    tally.run("logo, PNG with alpha", check_logo, desk, "logo.png", 3, 1)
    tally.run("logo, PNG", check_logo, desk, "plain.png", 3, 0)
    tally.run("logo, JPEG", check_logo, desk, "logo.jpg", 3, 0)
    tally.run("logo without logo_alt", check_logo_alt, desk)
    tally.run("QR, contact", check_qr, desk, "contact", VCARD,
              ("509-555-0100", "desk@hill.example", "1 Hill Road, Spokane"))
    tally.run("QR, website", check_qr, desk, "website", "https://hill.example",
              ("hill.example",))
    tally.run("QR, a website that begins like a scheme",
              lambda: check_qr(desk, "website", "https://httpclinic.example",
                               ("httpclinic.example",), website="httpclinic.example"))
    tally.run("QR, source", check_qr, desk, "source", "https://hill.example/water",
              ("hill.example/water",))
    for name, status, slug, changes in [
        ("no such logo", 1, "cannot-load", {"logo": "none.png"}),
        ("a folder as logo", 1, "cannot-load", {"logo": "."}),
        ("a text as logo", 1, "bad-logo", {"logo": "a.json"}),
        ("a torn logo", 1, "bad-logo", {"logo": "torn.png"}),
        ("no website to lead to", 0, "qr-without-content",
         {"qr": "website", "website": None}),
        ("a vCard of 2,400 bytes (and too much to print)", 1, "qr-too-long",
         {"qr": "contact", "phone": "5 " * 1200}),
        ("a picture as font", 1, "bad-font", {"fonts": {"bold": "logo.png"}}),
        ("no such font", 1, "cannot-load", {"fonts": {"italic": "none.ttf"}}),
    ]:
        tally.run(name, check_fault, desk, status, slug, changes)
    tally.run("own fonts", check_fonts, desk, source)
    tally.run("own fonts of other kinds", check_kinds_of_fonts, desk, source, Path(fonts))
    tally.run("language of parts", check_language, desk)
    tally.run("language of titles", check_reference_language, desk)
    tally.run("A5", check_paper, desk, "a5", 419.5, 595.25)
    tally.run("Legal", check_paper, desk, "legal", 612, 1008)
    tally.run("large print, one page",
              lambda: check_large_print(desk, 1, {}, plan=False, address=None))
    tally.run("large print, two pages", check_large_print, desk, 2, MORE)
    tally.run("large print, three pages", check_large_print, desk, 3,
              {**MORE, "disclaimer": "This handout is no advice. " * 40})
    return (yield from conforms(tally, desk.folder))


if __name__ == "__main__":
    sys.exit(run_judged(judged))
