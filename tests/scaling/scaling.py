#!/usr/bin/env python3
"""What costs too much of a large input: scaling.py HANDOUT SOURCE [--time] [NAME…]

Every kind of input (inputs.py, attacks.py) is doubled twice, and the instructions are counted: the
second step may cost little more than twice the first, as with n log n, not four times, as with n².
A short check takes one kind in sixty.

With --time, by hand: how many seconds of the processor nearly 1 MiB of each kind takes.
NAMEs choose kinds that contain one of them.
"""

import os
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from attacks import attacks
from inputs import inputs
from support.effort import sample
from support.instructions import counted
from support.program import environment
from support.tally import Tally

SIZE = 32 << 10  # bytes, and twice and four times that
GROWTH_MOST = 2.5  # 2 is n, 2.2 is n log n here, 4 is n²
NOISE = 4_000_000  # instructions; what grows by no more is cheap, however it grows
MIB = 1000 << 10  # nearly: a file of more is not read
STATUSES = (0, 1, 3)  # 3: a file that a list names is not there


def cost(program, made):
    with tempfile.TemporaryDirectory(prefix="handout-scaling-") as folder:
        made.write(folder)
        return counted(program, folder, *made.arguments, statuses=STATUSES, stdin=made.stdin)


def grows_slowly(program, make):
    once, twice, four = (cost(program, make(SIZE * times)) for times in (1, 2, 4))
    first, second = twice - once, four - twice
    if first <= 0:  # more than so much is refused, and costs less: from there on
        first = twice
    assert second <= GROWTH_MOST * max(first, NOISE), (
        f"{once:,}, {twice:,}, {four:,} instructions: {second / max(first, 1):.1f} times as many more")


def seconds(program, made):
    """Of the processor, in the program: what else the machine does counts little."""
    with tempfile.TemporaryDirectory(prefix="handout-scaling-") as folder:
        made.write(folder)
        before = os.times()
        done = subprocess.run([program, *made.arguments], cwd=folder, env=environment(folder),
                              input=made.stdin, capture_output=True, check=False)
        after = os.times()
        assert done.returncode in STATUSES, done.stderr[-500:]
    return after.children_user + after.children_system - before.children_user - before.children_system


def show_seconds(program, kinds):
    for name, make in kinds:
        print(f"{seconds(program, make(MIB)):.2f} s  {name}", flush=True)


def main():
    arguments = [word for word in sys.argv[1:] if word != "--time"]
    program, source = (Path(argument).resolve() for argument in arguments[:2])
    names = arguments[2:]
    kinds = [(name, make) for name, make in chain(inputs(source), attacks(source))
             if not names or any(wanted in name for wanted in names)]
    if "--time" in sys.argv:
        show_seconds(program, kinds)
        return 0
    tally = Tally()
    for name, make in (kinds if names else sample(kinds, 60)):
        tally.run(name, grows_slowly, program, make)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
