#!/usr/bin/env python3
"""The amount in large print: amounts.py HANDOUT

A wrong dose does more harm than none.  amounts.tsv has texts of dosages with the amount that is to be
taken from each.  Whatever it is, it stands in the text so; the text stands in the draft as it was
written; and what is taken, or not sure, is told.
"""

import html
import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal

ROWS = Path(__file__).with_suffix(".tsv")
WORDS = {"en": ("Zinc is a mineral that the body needs.", "Dosage"),
         "es": ("El zinc es un mineral que el cuerpo necesita.", "Dosis")}


def post(language, ending, texts):
    summary, heading = WORDS[language]
    if ending == "html":
        paragraphs = "".join(f"<p>{text}</p>" for text in texts)
        return (f"<html lang={language}><article><h1>Zinc</h1><p>{summary}</p>"
                f"<h2>{heading}</h2>{paragraphs}</article></html>")
    marks = ("# ", "## ") if ending == "md" else ("", "")
    return "\n\n".join([f"{marks[0]}Zinc", summary, f"{marks[1]}{heading}", *texts]) + "\n"


def letters(text):
    """Without tags, without what raises and lowers figures, and with what controls stand for."""
    text = "".join(bytes([ord(c)]).decode("cp1252", "replace") if "\x80" <= c < "\xa0" else c
                   for c in text).replace("\ufffd", " ")
    small = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "-01234567890123456789")
    text = html.unescape(re.sub(r"<[^>]*>", "", text)).translate(small)
    return " ".join(text.split())


def takes(program, place, line):
    language, ending, text, amount = line.split("\t")
    text = re.sub(r"\\u(....)", lambda found: chr(int(found[1], 16)), text)
    texts, name = text.split("|"), f"post.{ending}"
    (place / name).write_text(post(language, ending, texts))
    result = run(program, "--import", name, cwd=place)
    draft = place / "zinc.json"
    dosage = json.loads(draft.read_text())["dosage"]
    draft.unlink()
    taken, said = dosage.pop("amount", ""), result.slugs()
    expect_equal(taken, amount.strip("-"), "the amount")
    expect_equal("post-amount-unsure" in said, amount == "-", "whether none is sure")
    expect_equal(f': {taken} [post-unsure]' in result.err, bool(taken),
                 "whether it is told")
    found = letters(f"{json.dumps(dosage, ensure_ascii=False)} {result.err}")
    for part in texts:
        assert letters(part) in found, f"{part!r} is not in {found}"


def leaves_long(program, place):
    """Of which the draft has no room for all."""
    (place / "post.html").write_text(post("en", "html", ["Take 5 mg a day with food."] * 1000))
    result = run(program, "--import", "post.html", cwd=place)
    dosage = json.loads((place / "zinc.json").read_text())["dosage"]
    assert "amount" not in dosage and "post-amount-unsure" in result.slugs(), dosage


def main():
    program, tally = Path(sys.argv[1]).resolve(), Tally()
    with tempfile.TemporaryDirectory(prefix="handout-amounts-") as scratch:
        for line in ROWS.read_text().splitlines():
            if not line.startswith("#"):
                tally.run(line, takes, program, Path(scratch), line)
        tally.run("a dosage that is too long", leaves_long, program, Path(scratch))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
