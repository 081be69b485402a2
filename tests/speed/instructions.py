#!/usr/bin/env python3
"""Speed cannot rot unseen: instructions.py HANDOUT SOURCE COMPILER

A handout's cost is counted in instructions, by valgrind: on a machine with other work to do, time
says nothing.  instructions.expected has the counts, in millions, and what they were counted with
(UPDATE=1 rewrites it); with other versions of the libraries, or another processor, the test is
skipped.  More than 5 % above is a failure; so is more than 5 % below, so that what was won is
written down.  The counts are of what gcc makes (COMPILER, in CMake's words, is GNU): what another
compiler makes may be 10 % off.
"""

import os
import platform
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.instructions import counted
from support.program import tool
from support.tally import Tally

EXPECTED = Path(__file__).with_suffix(".expected")
UPDATE = os.environ.get("UPDATE") == "1"
ROOM = {"GNU": 0.05}
ROOM_OF_OTHERS = 0.10
MANY = 40  # different articles in one call, which tests/bench counts for a hundred
SKIPPED = 77
LIBRARIES = ("harfbuzz", "libdeflate", "libpng", "libqrencode", "zlib")


def counted_with():
    """What the counts depend on."""
    versions = [f"{name} {tool('pkg-config', '--modversion', name).decode().strip()}"
                for name in LIBRARIES]
    return ", ".join([platform.machine(), platform.libc_ver()[1], *versions])


def millions(program, folder, *arguments):
    return counted(program, folder, "-q", *arguments) / 1e6


def corpus(source, folder):
    """Articles of one length that all differ."""
    articles = Path(folder) / "articles"
    tool(sys.executable, source / "tests/bench/corpus.py", source / "data/l-glutamine.json",
         articles, str(MANY))
    return articles


def measure(program, source, folder):
    """{what: millions of instructions}"""
    clinic = ["-c", source / "data/clinic.json"]
    examples = sorted((source / "data/examples").glob("*.json"))
    return {
        "the example": millions(program, folder, *clinic, source / "data/l-glutamine.json"),
        "the other examples, in one call": millions(program, folder, *clinic, *examples),
        f"each of {MANY} in one call":
            millions(program, folder, "-o", f"{folder}/", corpus(source, folder)) / MANY,
        "a review of the example":
            millions(program, folder, *clinic, "--check", source / "data/l-glutamine.json"),
    }


def is_about(found, expected, room):
    assert expected * (1 - room) <= found <= expected * (1 + room), \
        f"{found:.1f} million instructions, not {expected}"


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    lines = dict(line.rsplit(": ", 1) for line in EXPECTED.read_text().splitlines())
    machine = counted_with()
    if not UPDATE and lines.pop("counted with") != machine:
        print(f"skipped: these are other libraries, or another processor: {machine}")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="handout-speed-") as folder:
        found = measure(program, source, folder)
    if UPDATE:
        lines = {what: f"{count:.1f}" for what, count in found.items()}
        EXPECTED.write_text("".join(f"{what}: {count}\n" for what, count in
                                    {"counted with": machine, **lines}.items()))
    tally, room = Tally(), ROOM.get(sys.argv[3], ROOM_OF_OTHERS)
    for what, count in found.items():
        print(f"{what}: {count:.1f} million instructions")
        tally.run(what, is_about, count, float(lines[what]), room)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
