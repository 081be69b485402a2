#!/usr/bin/env python3
"""MuPDF, poppler and Ghostscript draw the same page: render.py HANDOUT SOURCE [-v]

Each draws the page in grey, with many dots; compared are the means of cells about as wide as a
letter, so that their different ways to smooth edges do not count.  Pages that were changed by one
letter must come out as different.  With -v, prints what was measured.
"""

import re
import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.handouts import handout
from support.effort import sample
from support.parts import Parts
from support.tally import Tally

DOTS, CELL = 216, 12  # dots per inch, dots to a cell's side: 4 points

# Levels of grey from 0 to 255. Measured between any two of the three: at most 38 in the worst cell
# and 2 in the mean; with a letter of the body missing or another, at least 93 in the worst cell;
# with a line moved by two points, at least 65.
WORST_CELL, MEAN = 50, 3

RENDERERS = {
    "MuPDF": ["mutool", "draw", "-q", "-c", "gray", "-r", str(DOTS), "-F", "pgm", "-o", "-",
              "{}", "1"],
    "poppler": ["pdftoppm", "-gray", "-r", str(DOTS), "-singlefile", "{}"],
    "Ghostscript": ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-r{DOTS}",
                    "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sDEVICE=pgmraw",
                    "-sOutputFile=%stdout", "{}"],
}

PAGES = [("data/l-glutamine.json", "letter", "default"), ("data/l-glutamine.json", "a4", "default"),
         ("data/l-glutamine.json", "letter", "small-body"),
         ("tests/golden/all-fields.json", "letter", "default"),
         ("tests/golden/scripts.json", "a4", "no-letterhead")]


def cells(bitmap):
    """A PGM's rows of cells, each cell the mean of its dots."""
    comment = rb"(?:#[^\n]*\n)*"
    header = re.match(rb"P5\s%s(\d+)\s%s(\d+)\s%s255\s" % ((comment,) * 3), bitmap)
    width, height = map(int, header.groups())
    rows = [bitmap[i:i + width] for i in range(header.end(), header.end() + width * height, width)]
    for y in range(0, height - CELL + 1, CELL):
        columns = [row[x::CELL] for row in rows[y:y + CELL] for x in range(CELL)]
        yield [sum(dots) / CELL ** 2 for dots in zip(*columns)]


def draw(path):
    """{renderer: rows of cells}"""
    drawn = {}
    for name, command in RENDERERS.items():
        done = subprocess.run([path if word == "{}" else word for word in command],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        drawn[name] = list(cells(done.stdout))
        assert min(map(min, drawn[name])) < 128, f"{name} draws nothing"
    return drawn


def differences(one, other):
    """@return the worst cell's and the mean."""
    assert abs(len(one) - len(other)) <= 1 and abs(len(one[0]) - len(other[0])) <= 1, "other sizes"
    found = [abs(a - b) for row, row2 in zip(one, other) for a, b in zip(row, row2)]
    return max(found), sum(found) / len(found)


def compare(first, second):
    """{(renderer of first, renderer of second): (worst cell, mean)}, never one with itself."""
    return {(a, b): differences(first[a], second[b]) for a, b in combinations(RENDERERS, 2)}


def is_same(worst, mean):
    return worst <= WORST_CELL and mean <= MEAN


def all_draw_the_same(found):
    for pair, measured in found.items():
        assert is_same(*measured), f"{' and '.join(pair)} differ by {measured}"


def none_draw_the_same(found):
    for pair, measured in found.items():
        assert not is_same(*measured), f"{' and '.join(pair)} differ by {measured} only"


# Changes that must be seen, to the first line of the summary.
LINE = rb"(/P <</MCID 5>> BDC.*?)(\S+)( \S+ Tm\n\[<)(....)"
CHANGES = {
    "a letter missing": rb"\1\2\3",
    "another letter": rb"\1\2\g<3>0170",
    "a line 2 pt to the right": lambda m: b"%s%.3f%s%s" % (m[1], float(m[2]) + 2, m[3], m[4]),
}


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-render-") as folder:
        folder = Path(folder)
        drawn = []
        for article, paper, way in sample(PAGES, 2):
            made = handout(program, source, folder, source / article, paper, way)
            drawn.append(draw(made.path))
            found = compare(drawn[-1], drawn[-1])
            tally.run(made.name, all_draw_the_same, found)
            if "-v" in sys.argv:
                print(made.name, found)
        for name, replacement in CHANGES.items():
            changed = Parts(folder / "data-l-glutamine-letter-default.pdf")
            changed.replace(changed.content, LINE, replacement)
            changed.write(folder / "changed.pdf")
            found = compare(drawn[0], draw(folder / "changed.pdf"))
            tally.run(f"{name} is seen", none_draw_the_same, found)
            if "-v" in sys.argv:
                print(name, found)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
