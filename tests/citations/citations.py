#!/usr/bin/env python3
"""Whole references in both styles: citations.py HANDOUT. UPDATE=1 rewrites what is expected.

items.json has items of every type of CSL, made for this test; expected.txt what the program prints
of each.  What citeproc-js prints of real items is another measure (../citeproc).
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from support.citations import citations
from support.expected import expect_file
from support.tally import Tally, expect_equal

TYPES = HERE.parents[1] / "src/read/reference_type.def"


def types_of_csl():
    table = TYPES.read_text().partition("Crossref ----")[0]
    return set(re.findall(r'(?m)^REFERENCE_TYPE\("([^"]+)"', table))


def expect_every_type(items):
    expect_equal({item["type"] for item in items}, types_of_csl(), "the types of the items")


def expect_texts(program, items):
    with tempfile.TemporaryDirectory() as folder:
        columns = [citations(program, style, items, Path(folder)) for style in ("ama", "apa")]
    lines = (f"{item['type']}\n  {ama}\n  {apa}\n" for item, ama, apa in zip(items, *columns))
    expect_file(HERE / "expected.txt", "".join(lines))


def main(program):
    items = json.loads((HERE / "items.json").read_text())
    tally = Tally()
    tally.run("every type of CSL", expect_every_type, items)
    tally.run("whole references", expect_texts, Path(program).resolve(), items)
    sys.exit(tally.status())


if __name__ == "__main__":
    main(*sys.argv[1:])
