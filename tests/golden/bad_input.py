#!/usr/bin/env python3
"""Bad input that no file in git can hold: huge, deep, or no text at all. bad_input.py HANDOUT

What a file can hold (duplicate fields, "benefits": {}, an emoji…) is in bad/, for golden.py.
What is said first in each case is in bad_input.expected; UPDATE=1 rewrites it.
"""

import random
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import rounds, sample
from support.expected import expect_file
from support.program import run
from support.tally import Tally, expect_equal

GOOD = (Path(__file__).parent / "minimal.json").read_bytes().rstrip()
QUIET = GOOD.replace(b'"references": []', b'"references": ["A book."]')
MEGABYTE = 1 << 20
EXPECTED = Path(__file__).with_suffix(".expected")
FIRST_SAID = 2  # messages of each case that are kept: a hundred of a kind tell no more
MOST_SAID = 30_000  # bytes: a hundred messages, and no line of a megabyte

FOLDER, MISSING = object(), object()


@dataclass
class Case:
    name: str
    content: object      # the bytes of the file, or FOLDER or MISSING
    slugs: list          # the messages, in order
    status: int = 1
    says: str = ""       # what must be in the messages
    clinic: bytes = b""  # the clinic file; none if empty


def article(**replaced):
    """The good article with the values of some fields replaced, each as the text of its JSON."""
    text = QUIET.decode()
    for name, value in replaced.items():
        before, after = text.split(f'"{name}": ', 1)
        text = before + f'"{name}": ' + value + "," + after.split("\n", 1)[1]
    return text.encode("utf-8", "surrogateescape")


def padded(size):
    return QUIET + b" " * (size - len(QUIET))


CASES = [
    Case("missing", MISSING, ["cannot-read"], 3),
    Case("folder", FOLDER, ["is-a-folder"], 3),
    Case("empty", b"", ["empty-file"]),
    Case("white space only", b" \n\t\r\n", ["empty-file"]),
    Case("byte order mark only", b"\xef\xbb\xbf", ["empty-file"]),
    Case("100 MB of [", b"[" * (100 * MEGABYTE), ["too-large"]),
    Case("1 MiB", padded(MEGABYTE), [], 0),
    Case("1 MiB and a byte", padded(MEGABYTE + 1), ["too-large"]),
    Case("100,000 lists deep", b"[" * 100_000 + b"]" * 100_000, ["too-deep"]),
    Case("100,000 lists deep, not closed", b"[" * 100_000, ["too-deep"]),
    Case("100,000 objects deep", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ["too-deep"]),
    Case("1 MiB of closing brackets", b"]" * MEGABYTE, ["syntax"] * 20 + ["too-many-faults"]),
    Case("200,000 values", article(summary="[" + "0," * 200_000 + "0]"), ["too-many-values"]),
    Case("200 unknown fields", b'{"x": 1, ' + b", ".join(b'"%d": 1' % i for i in range(200))
         + b"," + QUIET[1:], ["unknown-field"] * 99 + ["too-many-faults"]),
    Case("Latin-1", article(title='"Caf\udce9"'), ["not-utf8"], says="the byte 0xE9"),
    Case("Latin-1 is told from Windows-1252", article(title='"Caf\udce9"'), ["not-utf8"],
         says="iconv -f LATIN1 -t UTF-8"),
    Case("Windows-1252", article(title='"Caf\udce9"', summary='"It\udc92s \udc9580\udc94"'),
         ["not-utf8"] * 4, says="iconv -f WINDOWS-1252 -t UTF-8"),
    Case("neither, by its byte 0x81", article(title='"Caf\udce9 \udc81"'), ["not-utf8"] * 2,
         says="in the program that wrote it"),
    Case("a script of two bytes a sign", article(title='"\udccb\udcae\udcb7\udcd6"'),
         ["not-utf8"], says="in the program that wrote it"),
    Case("BibTeX", b"@article{doe,\n  title = {Water}\n}\n", ["not-json"], says="this is BibTeX"),
    Case("RIS", b"TY  - JOUR\nER  - \n", ["not-json"], says="this is RIS"),
    Case("PubMed's form", b"PMID- 1234\nTI  - Water\n", ["not-json"], says="a record of PubMed"),
    Case("a picture for the article", b"\x89PNG\r\n\x1a\n", ["not-text"], says="\"logo\" in"),
    Case("a GIF for the article", b"GIF89a\1\0\1\0", ["not-text"], says="a picture"),
    Case("an archive for the article", b"7z\xbc\xaf\x27\x1c\0\4", ["not-text"],
         says="unpack it first"),
    Case("a text in Inuktitut, which no face has", article(summary='"ᐃᒥᖅ ᐃᒥᕐᓗᒍ."', title='"ᐃᒥᖅ"'),
         ["no-script"], says="Canadian syllabics"),
    Case("UTF-8 that has bytes of that range", article(title='"“Café”\udce9"'), ["not-utf8"],
         says="iconv -f LATIN1"),
    Case("Latin-1 throughout", article(title='"\udce9t\udce9"', summary='"\udce0 la"'),
         ["not-utf8"] * 3),
    Case("UTF-16", QUIET.decode().encode("utf-16"), ["not-utf8"],
         says=":1:1: error: the file is UTF-16, not UTF-8 text"),
    Case("UTF-16 says how", QUIET.decode().encode("utf-16"), ["not-utf8"], says="iconv -f UTF-16"),
    Case("UTF-16 without its mark", QUIET.decode().encode("utf-16-le"), ["not-utf8"],
         says="iconv -f UTF-16LE"),
    Case("UTF-16, the other order", QUIET.decode().encode("utf-16-be"), ["not-utf8"],
         says="iconv -f UTF-16BE"),
    Case("UTF-32", QUIET.decode().encode("utf-32"), ["not-utf8"], says="iconv -f UTF-32"),
    Case("overlong UTF-8", article(title='"\udcc0\udcaf"'), ["not-utf8"]),
    Case("surrogate in UTF-8", article(title='"\udced\udca0\udc80"'), ["not-utf8"]),
    Case("byte order mark before a good article", b"\xef\xbb\xbf" + QUIET, [], 0),
    Case("line ends of Windows", QUIET.replace(b"\n", b"\r\n"), [], 0),
    Case("line ends of old Macs", QUIET.replace(b"\n", b"\r"), [], 0),
    Case("NUL in a text", article(title='"Wa\0ter"'), ["raw-control"], says="U+0000"),
    Case("NUL between fields", b"{\0" + QUIET[1:], ["raw-control"], says="U+0000"),
    Case("NUL behind the end", QUIET + b"\0", ["text-after-value"], says="do not show it"),
    Case("Ctrl-Z behind the end", QUIET + b"\r\n\x1a", ["text-after-value"], says="do not show it"),
    Case("text and Ctrl-Z behind the end", QUIET + b" x\x1a", ["text-after-value"],
         says="inside the braces"),
    Case("only NULs", bytes(4096), ["raw-control"]),
    Case("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
         ["foreign-pdf"], says=": error: this is not a PDF that handout made"),
    Case("a .docx", b"PK\3\4\x14\0\6\0\x08\0[Content_Types].xml", ["not-text"],
         says="a document of a word processor"),
    Case("a .rtf", b"{\\rtf1\\ansi {\\b Water}}", ["not-text"], says="save it as plain text"),
    Case("a .doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", ["not-text"], says="word processor"),
    Case("a megabyte of bytes that are not UTF-8",
         article(title='"' + "\udcff" * 900_000 + '"'), ["not-utf8", "too-long"]),
    Case("a megabyte of control characters", article(title='"' + "\1" * 900_000 + '"'),
         ["raw-control", "too-long"]),
    Case("a megabyte of escaped control characters", article(title='"' + "\\u0001" * 150_000 + '"'),
         ["too-long", "control-character"]),
    Case("seven accents on a letter", article(summary='"Zinc%s is a metal."' % ("\u0301" * 7)),
         ["too-many-marks"]),
    Case("six accents on a letter, and six on the next",
         article(summary='"Zinc%s is a metal."' % ("\u0301" * 6 + "a" + "\u0301" * 6)), [], 0),
    Case("a \\u with two digits", article(title='"Wa\\u12ter"'), ["syntax"]),
    Case("a record's title with a character of a font of its own",
         GOOD.replace(b'"references": []', b'"references": [{"type": "book", "title": "Zinc \\uf8ff", '
                      b'"author": [{"family": "Roe"}], "issued": {"date-parts": [[2001]]}}]'),
         ["control-character"]),
    Case("a heading of Markdown", article(summary='"## Zinc is a metal."'), ["mark-up"], 0,
         says="##"),
    Case("words that Markdown stresses",
         article(summary='"Sip, `slowly`, ***all*** of **the water**, __warm__ or *cold*, ~~not hot~~."'),
         ["mark-up"], 0, says="delete the signs"),
    Case("signs that stress nothing",
         article(summary='"2 * 3 * 4 is 24, a_b_c is a name, ** is none, and 5* stars*."'), [], 0),
    *[Case(f"a day that the month has not: {day}",
           QUIET.replace(b"{", b'{"source": {"title": "T", "updated": "%s"}, ' % day.encode(), 1),
           ["bad-date"])
      for day in ("2025-04-31", "2025-06-31", "2025-09-31", "2025-11-31", "2025-01-32")],
    Case("a name that Windows keeps for a device", QUIET.replace(b"{", b'{"id": "aux", ', 1),
         ["reserved-id"], 0),
    Case("a name that only begins like one", QUIET.replace(b"{", b'{"id": "com10", ', 1), [], 0),
    Case("a phone and a fax that cannot be dialled", QUIET, ["no-number", "no-number"], 0,
         clinic=b'{"name": "C", "phone": "ask at the desk", "fax": "none"}'),
    Case("a phone in letters and digits", QUIET, [], 0,
         clinic=b'{"name": "C", "phone": "1-800-CLINIC"}'),
    Case("a number of 64 digits where there are none", QUIET, ["unknown-field"], 1,
         clinic=b'{"name": "C", "phone": "555-0100", "beds": ' + b"1" * 64 + b"}"),
    Case("a number of 100,000 digits", article(summary="1" * 100_000), ["bad-number"]),
    Case("a word of 5,000 characters", article(summary='"%s"' % ("a" * 5000)), ["too-long"],
         says="(5000)"),
    Case("a word of 4,000 characters", article(summary='"%s"' % ("a" * 4000)), ["word-too-wide"]),
    Case("a text of 4,000 characters that cannot be read",
         article(summary='"%s"' % "".join(map(chr, range(0x4e00, 0x4e00 + 4000)))),
         ["no-script"]),
    Case("an article of one line with a fault at its end",
         QUIET.replace(b"\n", b" ").replace(b"}", b" " * 500_000 + b', "titel": "x"}'),
         ["unknown-field"]),
    Case("a clinic file of 100 MB", QUIET, ["too-large"], clinic=b"[" * (100 * MEGABYTE)),
    Case("a clinic file in Latin-1", QUIET, ["not-utf8"], says="clinic.json:",
         clinic=b'{"name": "Caf\xe9", "phone": "1"}'),
    Case("an empty clinic file", QUIET, ["empty-file"], clinic=b" "),
]


def put(path, content):
    if content is FOLDER:
        path.mkdir()
    elif content is not MISSING:
        path.write_bytes(content)


def first_said(text):
    """The first diagnostics with their lines, and the last one where there are more."""
    messages = [part for part in re.split(r"(?m)^(?=\S)", text)
                if re.search(r"(?m) \[[a-z0-9-]+\]$", part)]
    kept = messages[:FIRST_SAID] + messages[FIRST_SAID:][-1:]
    return "".join(kept)


def complains(program, place, case, by_pipe=False, said=None):
    """Status and messages; a PDF exactly if all is well. `said` takes them for comparison."""
    put(place / "a.json", case.content)
    arguments = ["--no-clinic"]
    if case.clinic:
        put(place / "clinic.json", case.clinic)
        arguments = ["-c", "clinic.json"]
    pipe = {"stdin": case.content} if by_pipe else {}
    result = run(program, *arguments, "-o", "a.pdf", "-" if by_pipe else "a.json", cwd=place,
                 **pipe)
    assert len(result.err) < MOST_SAID, f"{len(result.err)} bytes of messages"
    expect_equal(result.status, case.status, f"the status ({result.err})")
    if case.slugs is not None:
        expect_equal(result.slugs(), case.slugs, "the messages")
    assert case.says in result.err, f"{case.says!r} is not said: {result.err}"
    expect_equal((place / "a.pdf").exists(), case.status == 0, "whether there is a PDF")
    if said is not None:
        said.append(f"== {case.name}\n{first_said(result.err)}exit {result.status}\n")


def survives(program, place, seed):
    """A damaged article is printed or refused with a reason."""
    dice, damaged = random.Random(seed), bytearray(QUIET)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(damaged))
        damaged[at:at + dice.randint(0, 3)] = bytes(dice.choices(b'"\\{}[],:u0\n\0\xff\xe2 a', k=2))
    put(place / "a.json", bytes(damaged))
    result = run(program, "--no-clinic", "-o", "a.pdf", "a.json", cwd=place)
    refused = result.status == 1 and bool(result.slugs())
    assert refused or result.status == 0, f"{bytes(damaged)}: {result.status}: {result.err}"
    expect_equal((place / "a.pdf").exists(), not refused, f"whether there is a PDF of {damaged}")


def main():
    program, tally, said = Path(sys.argv[1]).resolve(), Tally(), []
    tests = [(case.name, complains, case, False, said) for case in CASES]
    tests += [(case.name + ", by pipe", complains, case, True) for case in sample(CASES, 1, 8)
              if isinstance(case.content, bytes) and not case.clinic]
    tests += [(f"damage {seed}", survives, seed) for seed in range(rounds(60, 60, 10))]
    for name, test, *arguments in tests:
        with tempfile.TemporaryDirectory(prefix="handout-bad-") as folder:
            tally.run(name, test, program, Path(folder), *arguments)
    tally.run("the messages are as expected", expect_file, EXPECTED, "".join(said))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
