#!/usr/bin/env python3
"""What stands on the page is reviewed: reviewed.py HANDOUT

An article with every field of the schema has a dose that can be misread in each of its texts, each
time another number.  A number that is printed must be found by the review, and at its place: a
field that is printed and never read by the review fails here, whoever adds it.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.picture import png
from support.program import run
from support.schema import Schema, reference
from support.tally import Tally, expect_equal

# Neither is prose: what has a form of its own, and what is quoted as others wrote it.
FORMED_FIELDS, FORMED = ("$schema", "language", "id"), ("url", "day")
QUOTED = ("references", "source", "reviewed")
NOT_PRINTED = ("topic",)
PICTURE = ("picture", "file")


class Doses:
    """An article, and which number stands in which field."""

    def __init__(self):
        self.fields = {}
        self.article = Schema("article").filled(self.fill)

    def fill(self, path, part):
        if path == PICTURE:
            return "picture.png"
        if path[0] in (*QUOTED, *FORMED_FIELDS) or reference(part) in FORMED:
            return part["examples"][0]
        number = str(len(self.fields) + 11)
        self.fields[number] = ".".join(map(str, path))
        return f"{number}.0 mg"

    def named(self, numbers):
        return [self.fields[number] for number in sorted(numbers, key=int)]


def printed(program, folder):
    sheet = run(program, "--no-clinic", "--dump=sheet", "doses.json", cwd=folder).out.decode()
    return set(re.findall(r"(\d+)\.0[^\d\w]{0,6}mg", sheet.replace("\\u00a0", " ")))


def reviewed(program, folder):
    """The numbers on whose lines a dose was found to be misread."""
    said = run(program, "--no-clinic", "--check", "--diagnostics=json", "doses.json", cwd=folder)
    messages = map(json.loads, said.err.splitlines())
    lines = (folder / "doses.json").read_text().splitlines()
    found = [lines[message["line"] - 1] for message in messages
             if message.get("id") == "trailing-zero"]
    return {re.search(r"(\d+)\.0 mg", line)[1] for line in found}


def all_is_reviewed(program, folder):
    doses = Doses()
    (folder / "picture.png").write_bytes(png(4, 3, lambda x: (0, 0, 0)))
    (folder / "doses.json").write_text(json.dumps(doses.article, indent=0))
    of_prose = {number for number, field in doses.fields.items()
                if not field.startswith(NOT_PRINTED)}
    expect_equal(doses.named(printed(program, folder)), doses.named(of_prose), "what is printed")
    expect_equal(doses.named(reviewed(program, folder)), doses.named(of_prose), "what is reviewed")


def main():
    program, tally = Path(sys.argv[1]).resolve(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        tally.run("every text that is printed is reviewed", all_is_reviewed, program, Path(folder))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
