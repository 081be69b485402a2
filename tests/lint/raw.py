#!/usr/bin/env python3
"""What a review says of an article as it was published: raw.py HANDOUT FOLDER.

FOLDER/raw.json is the article behind data/l-glutamine.json, sentence by sentence in the fields of
the format and otherwise unedited, but for the date's form.  It does not fit on a page, and is
reviewed all the same.  It must fire the rules of MUST; all that is said is FOLDER/raw.expected,
which UPDATE=1 rewrites.
"""

import difflib
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal

UPDATE = os.environ.get("UPDATE") == "1"

MUST = {
    "reading-grade", "promotional-word", "inverted-disclaimer", "blog-wording", "disease-claim",
    "undefined-abbreviation", "affiliate-link",
    "no-hedge", "few-cautions", "no-stop-and-call", "no-unknowns",
}
# What the article is right about: it says whom to ask first, and its references are its own.
MUST_NOT = {"no-ask-first", "untied-reference", "supplement-statement", "no-references"}


def fires(result):
    expect_equal(result.status, 1, "the status")
    expect_equal(sorted(MUST - set(result.slugs())), [], "rules that are silent")
    expect_equal(sorted(MUST_NOT & set(result.slugs())), [], "rules that fire wrongly")


def says(result, path):
    if UPDATE:
        path.write_text(result.err)
    expected = path.read_text() if path.exists() else ""
    diff = difflib.unified_diff(expected.splitlines(), result.err.splitlines(), "expected",
                                "found", lineterm="", n=1)
    assert expected == result.err, "\n".join(list(diff)[:24])


def errors(result):
    """Beside the page, which is too small: the link and the disclaimer, and nothing else."""
    found = [line.split("[")[1].rstrip("]") for line in result.err.splitlines()
             if ": error: " in line and line.endswith("]")]
    expect_equal(found, ["does-not-fit", "affiliate-link", "inverted-disclaimer"], "errors")


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    result = run(program, "--check", "--date=2026-01-15", "-c", "clinic.json", "raw.json",
                 cwd=folder)
    tally = Tally()
    tally.run("it fires", fires, result)
    tally.run("its errors", errors, result)
    tally.run("what is said", says, result, folder / "raw.expected")
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
