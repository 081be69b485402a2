#!/usr/bin/env python3
"""What a review finds in Spanish: spanish.py HANDOUT FOLDER [SLUG…]. UPDATE=1 rewrites.

FOLDER/base.es.json is an article in which nothing is to be found. FOLDER/es/<slug>.txt has cases of a
rule, a line each: "+ FIELD: [LEAD-IN] SENTENCE" must fire, "- …" must not, with the sentence in the
place of the field's last text; "+ FIELD=JSON; FIELD=JSON" sets whole fields (null: none).  A rule whose
words stand in the lexicon has as many cases here as in English, of both kinds. What is said is
FOLDER/es/<slug>.expected.
"""

import difflib
import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from good import patch
from lint import UPDATE, Reviewer, base_is_clean, findings
from support.effort import sample
from support.tally import Tally, expect_equal

SENTENCE = re.compile(r"([+-]) ([a-z_.]+): (?:\[(.+?)\] )?(.+)")
FIELDS = re.compile(r"([+-]) ([a-z_]+=.+)")


def fields_patch(text):
    """The merge patch of 'benefits=["x"]; cautions=null'."""
    parts = re.split(r"; (?=[a-z_]+=)", text)
    return {name: json.loads(value) for name, value in (part.split("=", 1) for part in parts)}


def cases(path, base):
    """(whether it must fire, the line, the merge patch)"""
    for line in path.read_text().splitlines():
        whole = FIELDS.fullmatch(line)
        if whole:
            yield whole[1] == "+", line, fields_patch(whole[2])
        elif line:
            sign, field, lead, text = SENTENCE.fullmatch(line).groups()
            yield sign == "+", line, patch(base, field, lead, text)


def agrees(reviewer, path, rows):
    said, wrong = "", []
    texts = reviewer.said([{"article": article} for *_, article in rows])
    for (fires, line, _), text in zip(rows, texts):
        found = findings(text, path.stem)
        if bool(found) != fires:
            wrong.append(f"{line}\n{found}")
        if fires:
            said += f"== {line[2:]}\n{found}"
    assert not wrong, "silent, or fires, wrongly:\n" + "\n".join(wrong)
    expected = path.with_suffix(".expected")
    if UPDATE:
        expected.write_text(said)
    before = expected.read_text() if expected.exists() else ""
    diff = difflib.unified_diff(before.splitlines(), said.splitlines(), "expected", "found",
                                lineterm="", n=1)
    assert before == said, "\n".join(list(diff)[:24])


def is_as_full(folder, path, rows):
    """English cases that set another language are not counted."""
    english = json.loads((folder / "rules" / f"{path.stem}.json").read_text())
    for fires, kind in ((True, "fires"), (False, "silent")):
        wanted = [case for case in english[kind] if "language" not in case.get("article", {})]
        there = sum(row[0] == fires for row in rows)
        assert there >= len(wanted), f"{there} cases of \"{kind}\", in English {len(wanted)}"


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    only = sys.argv[3:]
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-spanish-") as scratch:
        reviewer = Reviewer(program, folder, Path(scratch), "base.es.json")
        reviewer.clinic["rules"] = {"labels-unconfirmed": "off"}
        tally.run("the base is clean", base_is_clean, reviewer)
        for path in sample(sorted((folder / "es").glob("*.txt")), 1, 3):
            if only and path.stem not in only:
                continue
            rows = list(cases(path, reviewer.article))
            tally.run(f"{path.stem}: cases", agrees, reviewer, path, rows)
            tally.run(f"{path.stem}: as full", is_as_full, folder, path, rows)
    tally.run("rules", lambda: expect_equal(len(list((folder / "es").glob("*.txt"))) >= 20, True,
                                            "twenty rules"))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
