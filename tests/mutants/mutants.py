#!/usr/bin/env python3
"""Breaks the program, one place at a time, and says which breaks no test noticed.

    tests/mutants/mutants.py [COUNT [FROM]]

From a list that is always the same for the same sources (sites.py), COUNT mutants (200) from number
FROM (0) on are compiled into one tree in build/mutants (tree.py).  Every test runs once as it is: that
says how long it takes, and which mutants it reaches.  Then each mutant meets the tests that reach it,
until the first one fails; a test that does not end in time has failed.  The tests that catch most in
a second come first.  What does not compile, or compiles to the same program, is no mutant, and another
takes its place.

A mutant that changes nothing that anybody could see, or nothing that is worth a test, stands in
explained.tsv with the reason.  The status is 1 if more than 3 in 100 are neither noticed nor
explained.
"""

import os
import re
import resource
import sys
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from sites import all_mutants
from tree import BUILD, MOST_MUTANTS, TOP, WORK, chosen_of, configure, must, plant, quiet

MOST_UNEXPLAINED = 0.03
MEMORY, FILE = 16 << 30, 1 << 28  # a test that takes more has noticed
# Tests that judge something else than what the program does, or for minutes what others see too.
OTHERS = re.compile(r"rules.*|exports|docs|install|speed|scaling|threads|scale\..*|unicode\.made"
                    r"|pdf\.(valgrind|verapdf|contrast|render)|faults\.memory|schema|lint\.lexicon")
REACHED, CHOSEN = WORK / "reached", WORK / "chosen"


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE, FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Test:
    def __init__(self, name):
        self.name, self.reaches, self.caught, self.tried = name, set(), 0, 0
        self.seconds = 600.0  # until it is known

    def passes(self):
        self.tried += 1
        begun = time.monotonic()
        went_well, _ = quiet(
            "ctest", "--test-dir", BUILD, "-R", f"^{re.escape(self.name)}$", "--timeout",
            str(int(30 + 10 * self.seconds)), preexec_fn=limit,
            env={**os.environ, "STOP_AT_FAILURE": "1", "LOCPATH": os.environ.get("LOCPATH", str(TOP / "build/locale"))})
        self.took = time.monotonic() - begun
        self.caught += not went_well
        return went_well

    def learn(self):
        """Runs with no mutant. @return whether it passes, as it should"""
        REACHED.write_bytes(bytes(MOST_MUTANTS))
        went_well = self.passes()
        self.seconds, self.caught, self.tried = self.took, 0, 0
        self.reaches = {number for number, byte in enumerate(REACHED.read_bytes()) if byte}
        return went_well

    def worth(self):
        """How many mutants it catches in a second, as far as is known."""
        return (self.caught + 0.5) / (self.tried + 1) / self.seconds


def learned_tests():
    said = must("ctest", "--test-dir", BUILD, "-N")
    tests = [Test(name) for name in re.findall(r"Test +#\d+: (\S+)", said) if not OTHERS.fullmatch(name)]
    CHOSEN.write_text("-1")
    useful = []
    for test in tests:
        if test.learn():
            useful.append(test)
        else:
            print(f"{test.name} fails without a mutant, and is left out", flush=True)
    print(f"{len(useful)} tests, {sum(test.seconds for test in useful):.0f} s", flush=True)
    return useful


def judged(number, tests):
    """@return what became of a mutant: a name of a test, or none"""
    CHOSEN.write_text(str(number))
    near = [test for test in tests if number in test.reaches]
    for test in sorted(near, key=Test.worth, reverse=True):
        if not test.passes():
            return test.name
    return None


def explained():
    """{name of a mutant: why nobody needs to notice}"""
    rows = Path(__file__).with_name("explained.tsv").read_text().splitlines()
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))


def run(chosen, tests):
    reasons, tally = explained(), Counter()
    for number, mutant in chosen.items():
        begun = time.monotonic()
        who, why = judged(number, tests), reasons.get(mutant.name())
        verdict = f"noticed by {who}" if who else f"explained: {why}" if why else "NOT NOTICED"
        if not who and not any(number in test.reaches for test in tests):
            verdict += " (no test runs this function)"
        tally["noticed" if who else "explained" if why else "not noticed"] += 1
        print(f"{number} {time.monotonic() - begun:.0f} s {verdict}: line {mutant.line}, {mutant.name()}",
              flush=True)
    return tally


def main():
    count, first = (int(word) for word in (sys.argv[1:] + ["200", "0"][len(sys.argv) - 1:])[:2])
    WORK.mkdir(parents=True, exist_ok=True)
    configure()
    chosen = chosen_of(all_mutants(TOP)[:MOST_MUTANTS], count, first)
    plant(chosen)
    tally = run(chosen, learned_tests())
    CHOSEN.write_text("-1")
    print(", ".join(f"{number} {verdict}" for verdict, number in tally.items()))
    return tally["not noticed"] > MOST_UNEXPLAINED * count


if __name__ == "__main__":
    sys.exit(main())
