#!/usr/bin/env python3
"""Golden tests: golden.py HANDOUT FOLDER. UPDATE=1 rewrites what is expected; read the diff.

In FOLDER a case is NAME.json, with NAME.clinic.json (else it has no clinic) and NAME.args; the
expected files are what each phase dumps (NAME.tags.txt…) and what is said (NAME.report.txt).  Of
pages only three are kept whole, since every change of the layout changes all of them; the others,
and all in large print, are held to what makes a page sound (support/page.py).  The PDF itself is
not kept, as it differs with the versions of the libraries: it must be the same twice, and in a
locale with a decimal comma.

In FOLDER/bad either file may be the faulty one; NAME.expected is what is said, and the exit status.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import sample
from support.expected import expect_file
from support.page import expect_sound
from support.program import comma_locale, run
from support.tally import Tally, expect_equal
from unsound import SPOILT

DUMPS = ("json", "article", "sheet", "page", "tags")
PAGES_KEPT = {"all-fields", "l-glutamine", "scripts"}
FULLEST = "all-fields"  # the case with the most kinds of things on its page
GOOD = "minimal"  # the article of a case that has only a clinic file

# Slugs that no file can provoke, and where they are tested.
NOT_BY_FILES = {"pdf-failed",    # unit/test_layout_api.c
                "files-of-one-name",  # cli/reopening.py
                "system-fonts"}  # scripts/scripts.py


class Golden:
    """The expected files of a folder: which there are, and which were compared."""

    def __init__(self, folder, *suffixes):
        self.folder, self.compared = folder, set()
        self.there = {path.name for path in folder.iterdir() if path.name.endswith(suffixes)}

    def compare(self, name, found):
        self.compared.add(name)
        expect_file(self.folder / name, found)

    def expect_no_others(self):
        expect_equal(sorted(self.there - self.compared), [], "expected files without a case")


class Case:
    """The files of one case, copied to where nothing else is."""

    def __init__(self, program, folder, name, scratch):
        # As deep as here, so that a clinic file finds our fonts by the same path.
        self.program, self.name, self.place = program, name, scratch / "tests" / name
        self.place.mkdir(parents=True)
        fonts = scratch / "fonts"
        if not fonts.exists():
            fonts.symlink_to(Path(__file__).resolve().parents[2] / "fonts")
        for picture in (*folder.glob(f"{name}.logo.*"), *folder.glob(f"{name}.picture.*")):
            shutil.copy(picture, self.place)
        has = {kind: (folder / f"{name}.{kind}").exists() for kind in ("json", "clinic.json")}
        source = folder / f"{name}.json" if has["json"] else folder.parent / f"{GOOD}.json"
        shutil.copy(source, self.place / source.name)
        self.arguments = [source.name]
        if has["clinic.json"]:
            shutil.copy(folder / f"{name}.clinic.json", self.place)
            self.arguments += ["-c", f"{name}.clinic.json"]
        else:
            self.arguments += ["--no-clinic"]
        if (folder / f"{name}.args").exists():
            self.arguments += (folder / f"{name}.args").read_text().split()

    def run(self, *more, **env):
        return run(self.program, *more, *self.arguments, cwd=self.place, **env)

    def pdf(self, name, **env):
        result = self.run("-o", name, **env)
        expect_equal(result.status, 0, f"the status in {env}: {result.err}")
        return (self.place / name).read_bytes()


def names(folder):
    return sorted({path.name.split(".")[0] for path in folder.glob("*.json")})


# ---- Good articles ----

def dumps_as_expected(case, golden, what):
    result = case.run(f"--dump={what}")
    expect_equal(result.status, 0, "the status")
    golden.compare(f"{case.name}.{what}.txt", result.out.decode())


def is_sound(case, *options):
    page, tags = (case.run(*options, f"--dump={what}") for what in ("page", "tags"))
    expect_equal((page.status, tags.status), (0, 0), f"the status ({page.err})")
    expect_sound(page.out.decode(), tags.out.decode())


def is_seen(case, spoil, complaint):
    page, tags = (case.run(f"--dump={what}").out.decode() for what in ("page", "tags"))
    try:
        expect_sound(spoil(page), tags)
    except AssertionError as fault:
        assert complaint in str(fault), f"the complaint is another one: {fault}"
    else:
        raise AssertionError("it was taken for sound")


def reports_as_expected(case, golden):
    result = case.run()
    expect_equal((result.status, result.out), (0, b""), "status and output")
    golden.compare(f"{case.name}.report.txt", result.err)


def is_the_same_pdf_again(case, comma):
    first = case.pdf("first.pdf", LC_ALL="C")
    assert first == case.pdf("second.pdf", LC_ALL="C"), "two runs differ"
    assert first == case.pdf("comma.pdf", **comma), "the locale changes the PDF"


def test_good(tally, program, folder, scratch):
    golden = Golden(folder, ".txt")
    comma = comma_locale(scratch)
    printed = set(sample(names(folder), 1, 4)) | {FULLEST}
    dumped = printed | set(sample(names(folder), 1, 2))
    for name in filter(dumped.__contains__, names(folder)):
        case = Case(program, folder, name, scratch)
        for what in DUMPS:
            if what != "page" or name in PAGES_KEPT:
                tally.run(f"{name}: dump {what}", dumps_as_expected, case, golden, what)
        tally.run(f"{name}: report", reports_as_expected, case, golden)
        if name not in printed:
            continue
        tally.run(f"{name}: sound", is_sound, case)
        tally.run(f"{name}: sound in large print", is_sound, case, "--large-print")
        if name == FULLEST:
            for what, spoilt in SPOILT.items():
                tally.run(f"{what} is seen", is_seen, case, *spoilt)
        tally.run(f"{name}: same PDF", is_the_same_pdf_again, case, comma)
    if dumped == set(names(folder)):
        tally.run("no stray files", golden.expect_no_others)


# ---- Bad ones ----

def complains_as_expected(case, golden):
    result = case.run()
    expect_equal(result.out, b"", "standard output")
    written = sorted(path.name for path in case.place.glob("*.pdf"))
    expect_equal(bool(written), result.status == 0, f"written: {written}")
    golden.compare(f"{case.name}.expected", f"{result.err}exit {result.status}\n")


def every_slug_is_provoked(table, folder):
    slugs = re.findall(r'(?m)^DIAG\(\w+,\s*"([a-z0-9-]+)"', table.read_text())
    said = "".join(path.read_text() for path in [*folder.glob("*.report.txt"),
                                                  *folder.glob("bad/*.expected"),
                                                  folder / "bad_input.expected",
                                                  folder.parent / "import/bad.expected"])
    provoked = set(re.findall(r"(?m) \[([a-z0-9-]+)\]$", said)) | NOT_BY_FILES
    assert len(slugs) > 30, f"{table} could not be read"
    expect_equal(sorted(set(slugs) - provoked), [], "slugs that no case provokes")


def test_bad(tally, program, folder, scratch):
    golden = Golden(folder, ".expected")
    scratch.mkdir()
    for name in names(folder):
        tally.run(f"bad/{name}", complains_as_expected, Case(program, folder, name, scratch),
                  golden)
    tally.run("no stray files in bad", golden.expect_no_others)


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-golden-") as scratch:
        test_good(tally, program, folder, Path(scratch))
        test_bad(tally, program, folder / "bad", Path(scratch) / "bad")
    table = folder.parents[1] / "src/base/diag.def"
    tally.run("every slug is provoked", every_slug_is_provoked, table, folder)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
