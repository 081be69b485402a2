#!/usr/bin/env python3
"""Every handout conforms to PDF/UA-1 and PDF/A-2a: conform.py HANDOUT SOURCE

Makes every handout of support/handouts.py and has each judged by veraPDF (both profiles, one run
for all), by qpdf, which alone sees damaged streams, and by audit.py.
"""

import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from audit import faults
from support.handouts import WAYS, handouts
from support.parts import Parts
from verdict import profiles_of, run_judged

FEWEST = 16  # the shipped article alone makes 8


def own_faults(handout):
    """What qpdf and the audit say."""
    qpdf = subprocess.run(["qpdf", "--check", handout.path], capture_output=True, text=True,
                          check=False)
    if qpdf.returncode:
        return [f"qpdf: {qpdf.stderr.strip()}"]
    return faults(Parts(handout.path))


def judged(program, source, folder, *_):
    made = list(handouts(program, source, folder))
    assert len(made) >= FEWEST, f"only {len(made)} handouts were made"
    for way in WAYS:
        assert any(handout.name.endswith(way) for handout in made), f"none is {way}"
    found = {handout: own_faults(handout) for handout in made}
    said = yield {handout.path: profiles_of(handout.path) for handout in made}
    for handout, own in found.items():
        if said is not None:
            own += [f"veraPDF {rule}: {why}" for rule, why in said[handout.path].items()]
        if own:
            print(f"FAIL {handout.name}", *own, sep="\n     ")
    failed = sum(map(bool, found.values()))
    judges = "qpdf and the audit" if said is None else "veraPDF, qpdf and the audit"
    print(f"{len(made) - failed} of {len(made)} handouts pass {judges}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run_judged(judged))
