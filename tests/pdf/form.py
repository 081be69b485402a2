#!/usr/bin/env python3
"""A plan to fill in on a screen: form.py HANDOUT SOURCE

Filled in with MuPDF and with poppler, saved, and read back by qpdf and pdftotext: every field takes
what is typed, in the order of reading, and says what it is for. Empty, and as poppler saves it, the
file is judged by veraPDF; MuPDF 1.21 names a font that it does not embed, so it is not.
"""

import json
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent / "verapdf"))

from audit import faults
from support.parts import Parts
from support.pdf import Pdf
from support.program import run
from support.tally import Tally, expect_equal
from verdict import PROFILES, run_judged

LINES = ["For", "Date", "Amount", "How often", "Start", "Next visit"]
TIMES = ["Morning", "Noon", "Evening", "Bedtime"]
# The interpreter that the Debian package python3-gi is for.
SYSTEM_PYTHON = "/usr/bin/python3"


class Bench:
    def __init__(self, program, source, folder):
        self.program, self.folder = program, Path(folder)
        self.article = source / "data/examples/iron.json"
        self.boxes = json.loads(self.article.read_text())["ask_first"]
        clinic = json.loads((source / "data/clinic.json").read_text())
        del clinic["$schema"]
        self.clinic = {**clinic, "plan_times": True}
        self.empty = self.print("empty.pdf", {"plan": {"fillable": True}})

    def print(self, name, more, *options):
        clinic = self.folder / "clinic.json"
        clinic.write_text(json.dumps({**self.clinic, **more}))
        path = self.folder / name
        result = run(self.program, "-c", clinic, *options, "-o", path, self.article,
                     cwd=self.folder)
        expect_equal(result.status, 0, f"the outcome ({result.err})")
        return path

    def expected(self):
        return [f"checkbox {box}" for box in self.boxes] + \
               [f"text {line}" for line in LINES] + [f"checkbox {time}" for time in TIMES]

    def expect_filled(self, name, *command):
        """A program fills it in; others find what it typed, with a space in the file's name."""
        path = self.folder / f"{name} filled.pdf"
        done = subprocess.run([*command, self.empty, path], capture_output=True, text=True,
                              check=False)
        expect_equal((done.returncode, done.stderr), (0, ""), f"what {name} says")
        expect_equal(done.stdout.splitlines(), self.expected(), "the fields, as they are read")
        values = {}
        for field in Parts(path).fields:
            values[field["/TU"].removeprefix("u:")] = field["/V"].removeprefix("u:")
        expect_equal([values[line] for line in LINES],
                     [f"typed {i} é" for i, _ in enumerate(LINES, 1)], "the lines")
        expect_equal({values[box] for box in self.boxes + TIMES}, {"/Yes"}, "the boxes")
        shown = Pdf(path).text()
        for i, _ in enumerate(LINES, 1):
            assert f"typed {i} é" in shown, f"line {i} is not to be seen"
        return path


def mupdf(bench):
    bench.expect_filled("MuPDF", "mutool", "run", HERE / "fill.js")


def poppler(bench):
    bench.expect_filled("poppler", SYSTEM_PYTHON, HERE / "fill_poppler.py")


def empty_at_first(bench):
    parts = Parts(bench.empty)
    expect_equal(faults(parts), [], "the audit")
    expect_equal([field.get("/V", "") for field in parts.fields if field["/FT"] == "/Tx"],
                 [""] * len(LINES), "the lines")
    assert "/NeedAppearances" not in parts.at(parts.catalog["/AcroForm"])


def looks_as_on_paper(bench):
    """The same marks are drawn, whether or not it can be filled in."""
    paper = bench.print("paper.pdf", {})
    expect_equal(Pdf(bench.empty).text(), Pdf(paper).text(), "the text")
    expect_equal(Parts(paper).fields, [], "the fields on paper")


def asked_for_on_the_command_line(bench):
    expect_equal(len(Parts(bench.print("option.pdf", {}, "--fillable")).fields),
                 len(bench.expected()), "the fields")
    without = bench.print("boxes.pdf", {"plan": False}, "--fillable")
    expect_equal(len(Parts(without).fields), len(bench.boxes), "the boxes without a plan")


def on_several_pages(bench):
    path = bench.print("large.pdf", {"plan": {"fillable": True}}, "--large-print")
    parts = Parts(path)
    assert len(parts.pages) > 1 and len(parts.fields) == len(bench.expected())
    expect_equal(faults(parts), [], "the audit")


def judged(program, source, folder, *_):
    tally = Tally()
    folder = folder / "a space"
    folder.mkdir()
    bench = Bench(program, source, folder)
    for test in (empty_at_first, looks_as_on_paper, asked_for_on_the_command_line, mupdf,
                 poppler, on_several_pages):
        tally.run(test.__name__.replace("_", " "), test, bench)
    files = [bench.empty, folder / "large.pdf", folder / "poppler filled.pdf"]
    said = yield {path: PROFILES for path in files}
    for path in files if said is not None else ():
        tally.run(f"veraPDF, {path.name}", expect_equal, said[path], {}, "what it says")
    return tally.status()


if __name__ == "__main__":
    sys.exit(run_judged(judged))
