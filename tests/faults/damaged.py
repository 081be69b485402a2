#!/usr/bin/env python3
"""Damaged files of a clinic: a page that every reader shows without complaint, or a refusal.

    damaged.py HANDOUT SOURCE fonts|jpegs ROUNDS [FROM]

Of fonts, those that somebody made on purpose (made.py) come first. Each round damages one of
several files in a few bytes, which the number of the round decides. The page is then read by
poppler, MuPDF and qpdf: all its words, no complaint, and, for a font, ink.
"""

import json
import random
import re
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from made import made_fonts
from support.program import HANGS, run
from support.tally import Tally

ARTICLE = {
    "title": "Zinc", "summary": "Quick foxes jump over the lazy dog, 0123456789 times.",
    "benefits": ["It may help with thirst.", "Just a few words."],
    "dosage": {"amount": "6 to 8 glasses a day", "how": "Drink it through the day."},
    "cautions": ["ASK US FIRST IF YOU WERE TOLD TO LIMIT FLUIDS, VEX."],
    "references": ["A text about water. 2001."], "disclaimer": "This handout is no advice.",
}
OF_ITS_OWN = ("warning: ICC support is not available",)  # Debian's MuPDF, of every page
LEAST_INK = 0.5  # of that of the same page with the whole font


def tables(font):
    """Where each table of a font begins and how long it is; the directory is one too."""
    count = min(struct.unpack_from(">H", font, 4)[0], (len(font) - 12) // 16)
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(count)]
    return [(0, 12 + 16 * count)] + [(offset, length) for _, _, offset, length in entries]


def damage_font(font, chance):
    """Mostly in the heads of tables: most of a file is outlines."""
    font = bytearray(font)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        offset, length = chance.choice(tables(font) if len(font) > 12 else [(0, len(font))])
        reach = chance.choice((4, 64, length))
        at = offset + chance.randrange(max(1, min(length, reach)))
        if at < len(font):
            font[at] = chance.randrange(256)
    return bytes(font)


def damage_jpeg(jpeg, chance):
    jpeg = bytearray(jpeg)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        jpeg[chance.randrange(2, len(jpeg))] = chance.randrange(256)
    return bytes(jpeg[:chance.randrange(len(jpeg))] if chance.random() < 0.05 else jpeg)


def quiet(*command):
    """What a reader prints; that it complains is a failure."""
    done = subprocess.run(command, capture_output=True, timeout=HANGS, check=False)
    lines = done.stderr.decode(errors="replace").splitlines()
    said = "\n".join(line for line in lines if line not in OF_ITS_OWN)
    assert done.returncode == 0 and not said, f"{command[0]} {command[1]}: {said[:200]}"
    return done.stdout


def ink(pgm):
    """How many pixels of a PGM are dark."""
    pixels = re.match(rb"P5\s(?:#.*\n)?\d+ \d+\s255\s", pgm).end()
    return sum(map(pgm[pixels:].count, range(128)))


class Kind:
    """A kind of file, and where a clinic names it."""

    def __init__(self, name, files, damage, slug, names):
        self.name, self.files, self.damage = name, files, damage
        self.slug, self.names = slug, names


def kinds(source):
    unit = source / "tests" / "pdf"
    return {
        "fonts": Kind("font", sorted((source / "fonts").glob("*.ttf")), damage_font, "bad-font",
                      {"fonts": {"regular": "damaged", "bold": "damaged"}}),
        "jpegs": Kind("JPEG", sorted(unit.glob("*.jpg")), damage_jpeg, "bad-logo",
                      {"logo": "damaged", "logo_alt": "the logo"}),
    }


class Desk:
    def __init__(self, program, folder, kind):
        self.program, self.folder, self.kind = program, Path(folder), kind
        self.pdf = self.folder / "page.pdf"
        clinic = {"name": "Hill Clinic", "phone": "509-555-0100", "my_questions": False,
                  **kind.names}  # whose lines are there or not, as the font leaves room
        (self.folder / "clinic.json").write_text(json.dumps(clinic))
        (self.folder / "a.json").write_text(json.dumps(ARTICLE))
        self.whole = {}

    def page(self, content):
        """@return its words and its ink in poppler and in MuPDF; None if it is refused."""
        (self.folder / "damaged").write_bytes(content)
        self.pdf.unlink(missing_ok=True)
        result = run(self.program, "-o", self.pdf, "a.json", cwd=self.folder)
        if result.status == 1 and set(result.slugs()) == {self.kind.slug}:
            assert not self.pdf.exists()
            return None
        assert result.status == 0, f"status {result.status}: {result.err[-300:]}"
        return self.read()

    def read(self):
        pdf = str(self.pdf)
        quiet("qpdf", "--check", pdf)
        words = [set(text.decode().split()) for text in (
            quiet("pdftotext", "-raw", pdf, "-"),
            quiet("mutool", "draw", "-q", "-o", "-", "-F", "text", pdf))]
        inks = [ink(pgm) for pgm in (
            quiet("pdftoppm", "-r", "40", "-gray", "-singlefile", pdf),
            quiet("mutool", "draw", "-q", "-o", "-", "-r", "40", "-c", "gray", "-F", "pgm", pdf))]
        return words, inks

    def holds(self, path, content):
        """@return whether the file was taken."""
        if path not in self.whole:
            self.whole[path] = self.page(path.read_bytes())
        words, inks = self.whole[path]
        found = self.page(content)
        if not found:
            return False
        for reader, before, after in zip(("poppler", "MuPDF"), words, found[0]):
            assert before <= after, f"{reader} lost {sorted(before - after)[:5]}"
        for reader, before, after in zip(("poppler", "MuPDF"), inks, found[1]):
            assert after >= LEAST_INK * before, f"{reader} shows {after} dark pixels, not {before}"
        return True


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    kind, rounds = kinds(source)[sys.argv[3]], int(sys.argv[4])
    first = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    tally, taken = Tally(), Counter()

    def one(desk, number):
        path = kind.files[number % len(kind.files)]
        content = kind.damage(path.read_bytes(), random.Random(number))
        taken[desk.holds(path, content)] += 1

    def on_purpose(desk, content, usable):
        if usable is None:
            assert desk.page(content), "refused"
        else:
            assert desk.holds(kind.files[0], content) == usable, "refused" if usable else "taken"

    with tempfile.TemporaryDirectory(prefix="handout-damaged-") as folder:
        desk = Desk(program, folder, kind)
        for name, content, usable in made_fonts(source) if kind.slug == "bad-font" else ():
            tally.run(name, on_purpose, desk, content, usable)
        for number in range(first, first + rounds):
            tally.run(f"{kind.name} {number}", one, desk, number)
    print(f"{taken[True]} taken, {taken[False]} refused")
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
