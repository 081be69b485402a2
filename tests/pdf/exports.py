#!/usr/bin/env python3
"""The shared library shows what its headers declare, and nothing else: exports.py LIBRARY HEADER…"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import tool
from support.tally import Tally, expect_equal


def exports_what_is_declared(library, *headers):
    shown = re.findall(r"(?m)^\S+ [A-Z] (\S+?)(?:@.*)?$",
                       tool("nm", "-D", "--defined-only", library).decode())
    declared = re.findall(r"(?m)^HANDOUT_API [^;]*?\b(handout_\w+)\(", "".join(Path(header).read_text() for header in headers))
    assert len(declared) > 10, f"{headers} could not be read"
    expect_equal(sorted(shown), sorted(declared), "what is shown")


def main():
    tally = Tally()
    tally.run("exports", exports_what_is_declared, *sys.argv[1:])
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
