#!/usr/bin/env python3
"""Breaks the program, one place at a time, and says which breaks no test noticed.

    tests/mutants/mutants.py [COUNT [FROM]]

From a list that is always the same for the same sources (sites.py), COUNT mutants (200) from number
FROM (0) on are compiled into one tree in build/mutants (tree.py).  What does not compile, or
compiles to the same program, is no mutant, and another takes its place.

Every test runs once as it is.  A quick one says which mutants it reaches.  Then each mutant meets,
until one fails, the test that noticed it the last time, the unit tests that reach it and the tests
that are for its part of the program; and at last those that all of these let pass meet all other
tests.  Those come first that catch most in a second.  A test that does not end in time has failed.

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
SLOW = 600  # seconds that a slow test may take
QUICK = 10  # seconds that a test may take to say what it reaches
MEMORY, FILE = 16 << 30, 1 << 28  # a test that takes more has noticed
# Tests that judge something else than what the program does, or for minutes what others see too.
OTHERS = re.compile(r"rules.*|exports|docs|install|speed|scaling|threads|scale\..*|unicode\.made"
                    r"|pdf\.(valgrind|verapdf|contrast|render)|schema|lint\.lexicon")
REACHED, CHOSEN, NONE = WORK / "reached", WORK / "chosen", "-1"
NEAR = {"bad_input": "read", "golden": "layout", "scripts": "font", "schema": "model"}
NOTICED = WORK / "noticed.tsv"  # each mutant and the test that noticed it, the newest last


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE, FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Test:
    def __init__(self, name):
        self.name, self.seconds = name, QUICK
        self.is_quick = False
        self.is_sound = None  # of a slow one, once it has noticed something
        self.reaches = set()  # the numbers of mutants; of a slow one, those of its first seconds
        self.caught = self.tried = 0

    def passes(self, seconds):
        """@param seconds  after them it has failed"""
        begun = time.monotonic()
        went_well, _ = quiet(
            "ctest", "--test-dir", BUILD, "-R", f"^{re.escape(self.name)}$", "--timeout",
            str(int(seconds)), preexec_fn=limit,
            env={"LOCPATH": str(TOP / "build/locale"), **os.environ, "STOP_AT_FAILURE": "1"})
        self.took = time.monotonic() - begun
        return went_well

    def learn(self):
        """Runs with no mutant. @return whether it passes, as it should, or is not quick"""
        REACHED.write_bytes(bytes(MOST_MUTANTS))
        went_well = self.passes(QUICK)
        self.reaches = {number for number, byte in enumerate(REACHED.read_bytes()) if byte}
        self.is_quick = went_well or self.took < QUICK
        self.seconds = self.took
        return went_well or not self.is_quick

    def catches(self, number):
        CHOSEN.write_text(str(number))
        caught = not self.passes(30 + 10 * self.seconds if self.is_quick else SLOW)
        caught = caught and (self.is_quick or self.passes_alone())
        self.tried += 1
        self.caught += caught
        return caught

    def passes_alone(self):
        """Whether a slow test passes without a mutant, as it should."""
        if self.is_sound is None:
            CHOSEN.write_text(NONE)
            self.is_sound = self.passes(SLOW)
            if not self.is_sound:
                print(f"{self.name} fails without a mutant, and says nothing", flush=True)
        return self.is_sound

    def worth(self):
        """How many mutants it catches in a second, as far as is known."""
        return (self.caught + 0.5) / (self.tried + 1) / self.seconds

    def may_notice(self, number):
        return self.is_sound is not False and (not self.is_quick or number in self.reaches)

    def is_near(self, path):
        """By its name: "lint.raw" tests src/lint."""
        kind = self.name.split(".")[0]
        return kind == "unit" or NEAR.get(kind, kind) in path.split("/")


def learned_tests():
    said = must("ctest", "--test-dir", BUILD, "-N")
    names = re.findall(r"Test +#\d+: (\S+)", said)
    tests = [Test(name) for name in names if not OTHERS.fullmatch(name)]
    CHOSEN.write_text(NONE)
    useful = []
    for test in tests:
        if test.learn():
            useful.append(test)
        else:
            print(f"{test.name} fails without a mutant, and is left out", flush=True)
    return useful


def ways(number, mutant, tests):
    """@return the tests that may notice a mutant: the near ones, and all others"""
    last = last_verdicts().get(mutant.name())
    able = sorted((test for test in tests if test.may_notice(number)),
                  key=lambda test: (test.name == last, test.worth()), reverse=True)
    near = [test for test in able if test.name == last or test.is_near(mutant.path)]
    return near, [test for test in able if test not in near]


def first_of(number, tests):
    """@return the name of the first test that notices a mutant, or none"""
    for test in tests:
        if test.catches(number):
            return test.name
    return None


def rows_of(file):
    rows = file.read_text().splitlines() if file.exists() else []
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))


def last_verdicts():
    """{name of a mutant: the test that noticed it}"""
    return rows_of(NOTICED)


def explained():
    """{name of a mutant: why nobody needs to notice}"""
    return rows_of(Path(__file__).with_name("explained.tsv"))


def tell(number, mutant, verdict, note=""):
    print(f"{number} {verdict}{note}: line {mutant.line}, {mutant.name()}", flush=True)
    return verdict


def noticed(number, mutant, who):
    with NOTICED.open("a") as file:
        file.write(f"{mutant.name()}\t{who}\n")
    return tell(number, mutant, "noticed", f" by {who}")


def run(chosen, tests):
    reasons, tally, left = explained(), Counter(), {}
    for number, mutant in chosen.items():
        near, others = ways(number, mutant, tests)
        who, why = first_of(number, near), reasons.get(mutant.name())
        if who:
            tally[noticed(number, mutant, who)] += 1
        elif why:
            tally[tell(number, mutant, "explained", f": {why}")] += 1
        else:
            left[number] = mutant, others
            tell(number, mutant, "passes the tests near it")
    for number, (mutant, others) in left.items():
        who = first_of(number, others)
        tally[noticed(number, mutant, who) if who else tell(number, mutant, "UNNOTICED")] += 1
    return tally


def main():
    count, first = (int(word) for word in (sys.argv[1:] + ["200", "0"][len(sys.argv) - 1:])[:2])
    WORK.mkdir(parents=True, exist_ok=True)
    configure()
    chosen = chosen_of(all_mutants(TOP)[:MOST_MUTANTS], count, first)
    plant(chosen)
    tally = run(chosen, learned_tests())
    CHOSEN.write_text(NONE)
    print(", ".join(f"{number} {verdict}" for verdict, number in tally.items()))
    return tally["UNNOTICED"] > MOST_UNEXPLAINED * count


if __name__ == "__main__":
    sys.exit(main())
