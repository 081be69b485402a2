#!/usr/bin/env python3
"""How often the rules nag about good sentences: good.py HANDOUT FOLDER. UPDATE=1 rewrites.

FOLDER/good.txt has fifty sentences as good handouts have them, each with its field. Every one is put
into FOLDER/base.json, in which nothing is to be found: what a rule then finds is a false positive,
or a matter of taste. No rule may fire on more than its share of the fifty, and all that do fire are
listed in FOLDER/good.expected.
"""

import copy
import difflib
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lint import UPDATE, Reviewer, base_is_clean
from support.tally import Tally, expect_equal

SENTENCES = 50
SHARE = {"error": 0, "warning": 1, "note": 2}
LINE = re.compile(r"([a-z_.]+): (?:\[(.+?)\] )?(.+)")


def read_sentences(path):
    lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return [LINE.fullmatch(line).groups() for line in lines]


def patch(base, field, lead, text):
    """A JSON merge patch that puts the sentence in the place of the field's last text."""
    *path, name = field.split(".")
    old = copy.deepcopy(base)
    for key in path:
        old = old[key]
    new = {"title": lead, "text": text} if lead else text
    if isinstance(old[name], list):
        new = old[name][:-1] + [new]
    for key in reversed([*path, name]):
        new = {key: new}
    return new


def findings(text):
    """(slug, severity, message) of all that is found."""
    return [(slug, severity, message) for severity, message, slug in re.findall(
        r"(?m)^\S.*?: (note|warning|error): (.*) \[([a-z-]+)\]$", text)]


def keeps_share(rule, severity, count):
    assert count <= SHARE[severity], \
        f"{count} of {SENTENCES} good sentences, more than {SHARE[severity]}"


def is_as_expected(path, said):
    if UPDATE:
        path.write_text(said)
    expected = path.read_text() if path.exists() else ""
    diff = difflib.unified_diff(expected.splitlines(), said.splitlines(), "expected", "found",
                                lineterm="", n=0)
    assert expected == said, "\n".join(diff)


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    sentences = read_sentences(folder / "good.txt")
    tally, counts, severities, said = Tally(), Counter(), {}, ""
    tally.run("there are fifty", expect_equal, len(set(sentences)), SENTENCES, "their number")
    with tempfile.TemporaryDirectory(prefix="handout-good-") as scratch:
        reviewer = Reviewer(program, folder, Path(scratch))
        tally.run("the base is clean", base_is_clean, reviewer)
        texts = reviewer.said([{"article": patch(reviewer.article, *sentence)}
                               for sentence in sentences])
        for sentence, text in zip(sentences, texts):
            found = findings(text)
            counts.update({slug for slug, _, _ in found})
            severities.update({slug: severity for slug, severity, _ in found})
            if found:
                said += f"{sentence[2]}\n"
            said += "".join(f"    {slug}: {message}\n" for slug, _, message in found)
    for rule in sorted(counts):
        tally.run(rule, keeps_share, rule, severities[rule], counts[rule])
    tally.run("what is found", is_as_expected, folder / "good.expected", said)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
