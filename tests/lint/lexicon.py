#!/usr/bin/env python3
"""The lexicon's compiler: lexicon.py COMPILER SOURCE_FOLDER.

A line with a fault stops the build: it is named with its file and number, and nothing is written.
The lexicons that are there have none, and the same files give the same C.
"""

import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal

GOOD = "# source X: a work\nprior to\tplain\tbefore\tX\n"
FAULTS = [
    ("an unknown class", "upon\tplane\ton\tX\n", 'there is no class "plane"'),
    ("twice the same", "prior to\tplain\tearlier\tX\n", '"prior to" is there twice: see'),
    ("the same in another form", "uses\tplain\ta\tX\nuse~\tplain\tb\tX\n", '"uses" is there twice'),
    ("no source", "upon\tplain\ton\t\n", 'no source is given for "upon"'),
    ("a source that nobody declared", "upon\tplain\ton\tY\n", 'there is no line "# source ..." for "Y"'),
    ("nothing instead", "upon\tplain\t\tX\n", '"instead" is empty'),
    ("no number of syllables", "upon\tsyllables\ttwo\tX\n", '"instead" must be a number of syllables'),
    ("no phrase", "\tplain\ton\tX\n", "this is no phrase"),
    ("capitals", "Upon\tplain\ton\tX\n", "this is no phrase in small letters"),
    ("two spaces", "up  on\tplain\ton\tX\n", "this is no phrase"),
    ("a curly apostrophe", "don’t\tplain\ton\tX\n", "this is no phrase"),
    ("three cells", "upon\tplain\ton\n", "there must be four cells"),
    ("five cells", "upon\tplain\ton\tX\tmore\n", "there must be four cells"),
    ("a source without a text", "# source Z\n", 'this is no "# source KEY: what it is"'),
    ("a line without an end", "upon\tplain\ton\tX", "the line is too long, or does not end"),
    ("a line without an end to it", "x" * 5000 + "\n", "the line is too long"),
]


def compile_text(program, folder, text):
    path, out = folder / "en.tsv", folder / "out.c"
    path.write_text(text)
    out.unlink(missing_ok=True)
    result = run(program, "lexicon_en", str(out), str(path), cwd=folder)
    return result, out.read_text() if out.exists() else None


def is_refused(program, folder, more, message):
    result, out = compile_text(program, folder, GOOD + more)
    expect_equal(result.status, 1, "the status")
    expect_equal(out, None, "what is written")
    line = 2 + more.rstrip("\n").count("\n") + 1
    assert f"en.tsv:{line}: error: " in result.err and message in result.err, result.err


def all_faults_are_named(program, folder):
    result, _ = compile_text(program, folder, GOOD + "upon\tplane\ton\tX\nvia\tplain\tby\tY\n")
    expect_equal(result.err.count(": error: "), 2, f"faults: {result.err}")


def is_accepted(program, folder):
    first, again = (compile_text(program, folder, GOOD) for _ in range(2))
    expect_equal(first[0].status, 0, f"the status: {first[0].err}")
    expect_equal(first[1] == again[1], True, "the same C twice")


def lexicon_is_sound(program, source, folder, language):
    review = source / "data/review"
    files = [str(review / "any.tsv"), str(review / f"{language}.tsv")]
    result = run(program, "lexicon", str(folder / "x.c"), *files, cwd=folder)
    expect_equal(result.status, 0, f"the status: {result.err}")


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout lexicon-") as scratch:
        folder = Path(scratch)
        tally.run("a good one", is_accepted, program, folder)
        for name, more, message in FAULTS:
            tally.run(name, is_refused, program, folder, more, message)
        tally.run("all at once", all_faults_are_named, program, folder)
        tally.run("no file", lambda: expect_equal(
            run(program, "x", "x.c", "absent.tsv", cwd=folder).status, 1, "the status"))
        for language in ("en", "es"):
            tally.run(f"{language}.tsv", lexicon_is_sound, program, source, folder, language)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
