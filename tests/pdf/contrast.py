#!/usr/bin/env python3
"""All that is printed can be read, in colour and as a grey copy: contrast.py HANDOUT SOURCE

Reads the colours off the operators of the written content, in the order in which they paint, and
computes their contrast with what is below (WCAG 2.1): 7 to 1 for text (SC 1.4.6), 3 to 1 for
rules, frames and the lines to write on (SC 1.4.11).  Below is white paper, or a bar in the colour of
the text, on which text is white.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.color import WHITE, from_hex, least_contrast
from support.handouts import handouts
from support.parts import Parts, operators
from support.program import run
from support.tally import Tally, expect_equal

LEAST = {"text": 7.0, "bar": 7.0, "line": 3.0}
THICKEST = 5  # points; what is thicker would be a ground for text, no line

# Operators that paint nothing and change no colour. An unknown one is a failure: it might.
OTHERS = {"BMC", "BDC", "EMC", "BT", "ET", "Tf", "Tm", "Ts", "w", "q", "cm", "Q",
          "Do"}  # a logo is a clinic's own business

READABLE = ["#1B5E5A", "#000000", "#595959", "#7A1F5C", "#0000EE"]
LIGHT = ["#FFD54A", "#FFFFFF", "#00FF00", "#FF9999", "#5A5A5A", "#00B8D4",
         "#91649B"]


# ---- What a content stream paints ----

def ground_at(bars, x, y):
    """The colour of the bar on which a text begins, or of the paper."""
    for (left, bottom, width, height), color in reversed(bars):
        if left <= x <= left + width and bottom <= y <= bottom + height:
            return color
    return WHITE


def painted(content):
    """(kind, colour, what is below) for everything that is painted."""
    fill = stroke = (0.0, 0.0, 0.0)
    boxes, bars, place = [], [], (0.0, 0.0)
    for operator, operands in operators(content):
        numbers = [float(n) for n in operands] if operator in ("rg", "RG", "re", "Tm") else []
        if operator == "rg":
            fill = tuple(numbers)
        elif operator == "RG":
            stroke = tuple(numbers)
        elif operator == "re":
            boxes.append(numbers)
        elif operator == "Tm":
            place = tuple(numbers[4:])
        elif operator == "TJ":
            yield "text", fill, ground_at(bars, *place)
        elif operator == "f":
            for box in boxes:
                bar = min(box[2:]) > THICKEST
                yield "bar" if bar else "line", fill, WHITE
                bars += [(box, fill)] if bar else []
            boxes = []
        elif operator == "S":
            yield "line", stroke, WHITE
            boxes = []
        else:
            assert operator in OTHERS, f"the operator {operator} is not known here"


def expect_readable(content):
    seen = {paint for page in content.split(NEXT_PAGE) for paint in painted(page)}
    assert {kind for kind, *_ in seen} >= {"text", "line"}, f"only {seen} was found"
    for kind, color, ground in seen:
        found = least_contrast(color, ground)
        assert found >= LEAST[kind], f"{kind} of {color} has a contrast of {found:.2f}"


# ---- Cases ----

NEXT_PAGE = b"\n0 0 0 rg 0 0 0 RG\nq Q\n"  # each begins in black, on white paper


def content_of(path):
    """Of all pages."""
    parts = Parts(path)
    return NEXT_PAGE.join(parts.bytes_of(page["/Contents"]) for page in parts.pages)


def is_readable(path):
    expect_readable(content_of(path))


def accent_is_printed(program, source, folder, accent):
    """As it is, if it can be read; else darkened, with a note."""
    clinic = json.loads((source / "data/clinic.json").read_text())
    (folder / "clinic.json").write_text(json.dumps({**clinic, "accent": accent}))
    result = run(program, "-c", "clinic.json", "-o", "accent.pdf",
                 source / "data/l-glutamine.json", cwd=folder)
    expect_equal(result.status, 0, "the status")
    expect_equal("color-darkened" in result.slugs(), accent in LIGHT, "whether there is a note")
    content = content_of(folder / "accent.pdf")
    expect_readable(content)
    given = from_hex(accent)
    colors = {color for _, color, _ in painted(content)}
    if accent in READABLE:
        assert any(max(abs(a - b) for a, b in zip(color, given)) < 0.002 for color in colors), \
            f"{accent} is not among {colors}"
    else:
        shades = [color for color in colors if is_shade(color, given)]
        assert shades, f"no shade of {accent} is among {colors}"
        lightest = max(map(least_contrast, shades))
        assert lightest < LEAST["text"] * 1.1, f"{accent} is darkened to {lightest:.2f}"


def is_shade(color, of):
    """The same colour but darker, to the 255th."""
    part = max(color) / max(of)
    return part < 1 and all(abs(a - b * part) < 0.006 for a, b in zip(color, of)) \
        and not is_own_grey(color)


def is_own_grey(color):
    """The two greys of style.h, which are there whatever the accent."""
    return any(abs(color[0] - c / 255) < 0.002 and len(set(color)) == 1 for c in (0x1F, 0x40))


def expect_fault(content, what):
    try:
        expect_readable(content)
    except AssertionError as fault:
        assert what in str(fault), f"another fault: {fault}"
    else:
        raise AssertionError("it was taken for readable")


GOOD = b"0 0 0 rg BT [<0001>] TJ ET 1 1 9 1 re f\n"
FAULTS = {
    "pale text": (b"0.5 0.5 0.5 rg BT [<0001>] TJ ET", "text of (0.5, 0.5, 0.5) has a contrast"),
    "text that a copier makes pale":
        (b"0.569 0.392 0.608 rg BT [<0001>] TJ ET", "text of (0.569, 0.392, 0.608) has a contrast"),
    "pale line": (b"0.8 0.8 0.8 RG 1 w 0 0 9 9 re S", "line of (0.8, 0.8, 0.8) has a contrast"),
    "pale bar": (b"0.8 0.8 0.8 rg 0 0 50 50 re f", "bar of (0.8, 0.8, 0.8) has a contrast"),
    "dark text on a bar": (b"0 0 0 rg 0 0 50 50 re f 0.2 0.2 0.2 rg BT 1 0 0 1 9 9 Tm [<0001>] TJ ET",
                           "text of (0.2, 0.2, 0.2) has a contrast"),
    "white text beside a bar": (b"0 0 0 rg 0 0 50 50 re f 1 1 1 rg BT 1 0 0 1 60 9 Tm [<0001>] TJ ET",
                                "text of (1.0, 1.0, 1.0) has a contrast"),
    "other colour operator": (b"0.9 g", "the operator g is not known"),
}


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    for name, (content, what) in FAULTS.items():
        tally.run(f"{name} is refused", expect_fault, GOOD + content, what)
    tally.run("nothing is refused", expect_fault, b"", "was found")
    with tempfile.TemporaryDirectory(prefix="handout-contrast-") as folder:
        for handout in handouts(program, source, Path(folder)):
            tally.run(handout.name, is_readable, handout.path)
        for accent in READABLE + LIGHT:
            tally.run(accent, accent_is_printed, program, source, Path(folder), accent)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
