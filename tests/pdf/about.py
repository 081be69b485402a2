#!/usr/bin/env python3
"""What a PDF says about itself, as the article has it: about.py HANDOUT TESTS

Dates, and the identifier. The rest of the metadata is veraPDF's and the unit tests' business.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.pdf import Pdf
from support.program import run, tool
from support.tally import Tally, expect_equal

REVIEWED = {"reviewed": {"by": "Dr. Kim", "on": "2025-03-04"}}
UPDATED = {"source": {"updated": "2024-11-01"}}
EPOCH = str(1735689600)  # 2025-01-01


class Desk:
    def __init__(self, program, tests, folder):
        self.program, self.folder = program, Path(folder)
        self.article = json.loads((tests / "golden/minimal.json").read_text())

    def print(self, stem, *options, date=None, **fields):
        (self.folder / "a.json").write_text(json.dumps({**self.article, **fields}))
        env = {"SOURCE_DATE_EPOCH": date} if date else {}
        path = self.folder / f"{stem}.pdf"
        result = run(self.program, "--no-clinic", *options, "-o", path, "a.json",
                     cwd=self.folder, **env)
        expect_equal(result.status, 0, f"the status ({result.err})")
        return Pdf(path)


# ---- Dates ----

def dates(pdf):
    """All that it gives, in all places."""
    xmp = tool("pdfinfo", "-meta", pdf.path).decode()
    info = tool("pdfinfo", "-isodates", pdf.path).decode()
    found = re.findall(r"<xmp:(?:Create|Modify)Date>(\S{10})T", xmp)
    return found + re.findall(r"(?m)^(?:Creation|Mod)Date: +(\S{10})T", info)


def is_dated(desk, expected, date=None, **fields):
    expect_equal(dates(desk.print("dated", date=date, **fields)), expected, "the dates")


# ---- The identifier ----

def identifier(pdf):
    both = re.search(rb"/ID \[ ?<(\w{32})> ?<(\w{32})> ?\]", Path(pdf.path).read_bytes())
    assert both, "there is no ID"
    expect_equal(both[1], both[2], "the second half of a new file's ID")
    return both[1]


def is_known_again(desk):
    first = identifier(desk.print("first"))
    expect_equal(identifier(desk.print("another-name")), first, "the ID of the same handout")


def differs_with(desk, *options, **fields):
    first, other = identifier(desk.print("first")), identifier(desk.print("b", *options, **fields))
    assert first != other, f"with {options} {fields} the ID is the same"


# ---- On paper ----

def asks_the_printer(desk, both_sides, *options, **fields):
    """For no scaling, and for both sides of a sheet where there are several pages."""
    pdf = Path(desk.print("paper", *options, **fields).path).read_bytes()
    assert re.search(rb"/PrintScaling ?/None\b", pdf), "it may be scaled"
    duplex = re.search(rb"/Duplex ?/(\w+)", pdf)
    expect_equal(duplex and duplex[1], b"DuplexFlipLongEdge" if both_sides else None, "its sides")


def main():
    program, tests = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-about-") as folder:
        desk = Desk(program, tests, folder)
        summary = desk.article["summary"]
        for name, expected, fields in [
            ("by its review", ["2025-03-04"] * 4, REVIEWED),
            ("by its review, not by the update", ["2025-03-04"] * 4, {**UPDATED, **REVIEWED}),
            ("by its update", ["2024-11-01"] * 4, UPDATED),
            ("by the update, not by the day", ["2024-11-01"] * 4, {**UPDATED, "date": EPOCH}),
            ("by the day that it is told", ["2025-01-01"] * 4, {"date": EPOCH}),
            ("not at all", [], {}),
        ]:
            tally.run(f"dated {name}", lambda: is_dated(desk, expected, **fields))
        tally.run("printed as it is", asks_the_printer, desk, False)
        tally.run("printed on both sides", lambda: asks_the_printer(
            desk, True, "--large-print", benefits=[summary] * 12))
        tally.run("the same handout", is_known_again, desk)
        for name, options, fields in [
            ("a word", [], {"summary": summary.replace("water", "juice", 1) + " Yes."}),
            ("the case of a letter", [], {"summary": summary.swapcase()}),
            ("the paper", ["--paper=legal"], {}),
            ("the size", ["--large-print"], {}),
            ("the title", [], {"title": "Another"}),
            ("the date", [], UPDATED),
        ]:
            tally.run(f"another ID with {name}", lambda: differs_with(desk, *options, **fields))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
