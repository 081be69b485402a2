#!/usr/bin/env python3
"""No error and no leak, whatever comes: valgrind.py HANDOUT TESTS"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import sample
from support.program import HANGS, environment
from support.tally import Tally, expect_equal

VALGRIND = ["valgrind", "--error-exitcode=9", "--leak-check=full", "-q"]

# What is run, from the folder golden, and its exit status.
RUNS = {
    "the example": (["-c", "l-glutamine.clinic.json", "l-glutamine.json"], 0),
    "other scripts": (["-c", "scripts.clinic.json", "scripts.json"], 0),
    "two articles": (["--no-clinic", "minimal.json", "all-fields.json"], 0),
    "a dump": (["--no-clinic", "--dump=tags", "all-fields.json"], 0),
    "rejected for its fields": (["-c", "bad/clinic-values.clinic.json", "bad/bad-values.json"], 1),
    "rejected for its syntax": (["--no-clinic", "bad/syntax.json"], 1),
    "rejected for its length": (["-c", "l-glutamine.clinic.json", "bad/sixfold.json"], 1),
    "rejected for a word": (["--no-clinic", "bad/word-too-wide.json"], 1),
    "a warning": (["-c", "l-glutamine.clinic.json", "doubled.json"], 0),
    "a wrong call": (["--papr=a4"], 2),
    "no file": (["none.json"], 3),
}


def is_clean(program, tests, arguments, status):
    with tempfile.TemporaryDirectory(prefix="handout-valgrind-") as folder:
        output = [] if "--dump=tags" in arguments else ["-o", folder]
        done = subprocess.run([*VALGRIND, program, *output, *arguments], cwd=tests / "golden",
                              env=environment(folder), capture_output=True, timeout=HANGS,
                              check=False)
    said = done.stderr.decode(errors="replace")
    complaints = [line for line in said.splitlines() if line.startswith("==")]
    expect_equal((done.returncode, complaints), (status, []), said)


def main():
    program, tests = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    for name, (arguments, status) in sample(RUNS.items(), 3):
        tally.run(name, is_clean, program, tests, arguments, status)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
