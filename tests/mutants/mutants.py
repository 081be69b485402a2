#!/usr/bin/env python3
"""Breaks the program, one place at a time, and says which breaks no test noticed.

    tests/mutants/mutants.py [COUNT [FROM]]

From a list that is always the same for the same sources (sites.py), COUNT mutants (200) from number
FROM (0) on: each is built in a copy of the tree in build/mutants, and tested until the first test
fails; a test that does not end in time has failed.  The tests that stand nearest to the changed
file come first.  What does not compile is no mutant, and another takes its place.

A mutant that changes nothing that anybody could see, or nothing that is worth a test, stands in
explained.tsv with the reason.  The status is 1 if more than 3 in 100 are neither noticed nor
explained.  It takes some hours: run it by night.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from sites import all_mutants

TOP = Path(__file__).resolve().parents[2]
TREE, BUILD = TOP / "build/mutants/tree", TOP / "build/mutants/build"
MOST_UNEXPLAINED = 0.03
SECONDS, MEMORY, FILE = 600, 16 << 30, 1 << 28  # a test that takes more has noticed

# The tests nearest to a folder of src; the empty name is the facade.
NEAR = {
    "base": ("unit.(base|diag|unicode|poison|no_memory)", ""),
    "cli": ("unit.api", "cli|cli.sync|scale.parallel"),
    "compose": ("unit.(compose|citation.*)", ""),
    "font": ("unit.(.*font.*|lend)", "scripts|pdf.readback"),
    "image": ("unit.(logo.*|qr|vcard)", "pdf.clinic"),
    "import": ("", "import.*"),
    "layout": ("unit.(layout.*|break|bidi|ways|thai|boxes)", "pdf.chance|scripts|pdf.large|pdf.fit"),
    "lint": ("unit.(lint.*|review)", "lint.*"),
    "model": ("unit.(labels|languages|places|clinic_read)", ""),
    "pdf": ("unit.(pdf.*|api)", "pdf.(readback|about|form|clinic)"),
    "prose": ("unit.(lint.*|review)", "lint.*"),
    "read": ("unit.(json.*|.*_read|citation.*|reference.*|labels)", "schema.*|import.references"),
    "svg": ("", "pdf.svg"),
    "unpack": ("unit.unpack", "cli"),
    "": ("unit.(api|boxes|color|lend|ways)", "cli|pdf.clinic|scripts"),
}
PROGRAMS = {"lint.syllables": "measure", "lint.style": "measure", "schema.tables": "tables",
            "cli.sync": "handout_sync", "lint.lexicon": "compile_lexicon"}
ALWAYS = "golden|bad_input"
# What the others of a tree have: not the judges of text and speed, nor those that take minutes.
ALSO = r"cli|import.*|lint|lint\.(good|raw|words)|schema\.tables|pdf\.(svg|readback|chance)|examples"


def quiet(*command, **more):
    """@return whether it went well, and what it said"""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", check=False, **more)
    return done.returncode == 0, done.stdout


def copy_tree():
    """What git knows, as it is in the work tree.  What is the same already stays, and is not built
    anew; a mutant that an earlier run left behind is not."""
    _, names = quiet("git", "ls-files", cwd=TOP)
    for name in names.splitlines():
        here, there = TOP / name, TREE / name
        there.parent.mkdir(parents=True, exist_ok=True)
        if not there.exists() or there.read_bytes() != here.read_bytes():
            shutil.copyfile(here, there)
            shutil.copymode(here, there)


def configure():
    copy_tree()
    # Assertions are on, as in one of the two builds of ./check.
    went_well, said = quiet("cmake", "-S", TREE, "-B", BUILD, "-DHANDOUT_TESTS=ON",
                            "-DCMAKE_BUILD_TYPE=Mutants", "-DCMAKE_C_FLAGS=-O1 -w")
    assert went_well and build(), said[-2000:]


def build(*targets):
    return quiet("cmake", "--build", BUILD, "--parallel", "2",
                 *(("--target", *targets) if targets else ()))[0]


def target_of(test):
    """The program that a test runs beside `handout`, or that one."""
    if test.startswith(("unit.", "fuzz.")):
        return test.replace(".", "_", 1)
    return PROGRAMS.get(test, "handout")


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE, FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Tests:
    def __init__(self):
        _, said = quiet("ctest", "--test-dir", BUILD, "-N")
        self.names = re.findall(r"Test +#\d+: (\S+)", said)

    def stages(self, path):
        """Lists of tests, the nearest first, each test once."""
        folder = path.split("/")[1] if path.count("/") > 1 else ""
        units, scripts = NEAR[folder]
        left = list(self.names)
        for wanted in (units, ALWAYS, scripts, r"unit\..*", ALSO):
            stage = [name for name in left if re.fullmatch(wanted, name)]
            left = [name for name in left if name not in stage]
            if stage:
                yield stage

    def first_to_fail(self, path):
        """@return its name, or none"""
        for stage in self.stages(path):
            if not build(*sorted(set(map(target_of, stage)))):
                return "the linker"
            names = "|".join(map(re.escape, stage))
            went_well, said = quiet("ctest", "--test-dir", BUILD, "-R", f"^({names})$",
                                    "--stop-on-failure", "--timeout", str(SECONDS),
                                    preexec_fn=limit, env={**os.environ, "STOP_AT_FAILURE": "1"})
            if not went_well:
                return (re.findall(r"(?m)^\s*\d+ - (\S+) ", said) or ["?"])[0]
        return None


def judged(mutant, tests):
    """@return who noticed; None: nobody; "" if there is nothing to notice, for it does not compile"""
    file = TREE / mutant.path
    whole = file.read_text()
    lines = whole.splitlines(keepends=True)
    lines[mutant.line - 1] = mutant.after + "\n"
    file.write_text("".join(lines))
    try:
        return tests.first_to_fail(mutant.path) if build("handout") else ""
    finally:
        file.write_text(whole)


def explained():
    """{name of a mutant: why nobody needs to notice}"""
    rows = Path(__file__).with_name("explained.tsv").read_text().splitlines()
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))


def run(count, first):
    tests, reasons, tally = Tests(), explained(), Counter()
    for number, mutant in enumerate(all_mutants(TREE)[first:], first):
        if sum(tally.values()) == count:
            break
        begun = time.monotonic()
        who = judged(mutant, tests)
        why = reasons.get(mutant.name())
        verdict = f"noticed by {who}" if who else f"explained: {why}" if why else "NOT NOTICED"
        if who != "":
            tally["noticed" if who else "explained" if why else "not noticed"] += 1
            print(f"{number} {time.monotonic() - begun:.0f} s {verdict}: line {mutant.line}, "
                  f"{mutant.name()}", flush=True)
    return tally


def main():
    count, first = (int(word) for word in (sys.argv[1:] + ["200", "0"][len(sys.argv) - 1:])[:2])
    configure()
    tally = run(count, first)
    print(", ".join(f"{number} {verdict}" for verdict, number in tally.items()))
    return tally["not noticed"] > MOST_UNEXPLAINED * count


if __name__ == "__main__":
    sys.exit(main())
