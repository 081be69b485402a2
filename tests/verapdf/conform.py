#!/usr/bin/env python3
"""Every handout conforms to PDF/UA-1 and PDF/A-2a: conform.py HANDOUT SOURCE

Makes every handout of support/handouts.py and has each judged by veraPDF (both profiles, one run
for all), by qpdf, which alone sees damaged streams, and by audit.py.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from audit import faults
from support.handouts import WAYS, handouts
from support.parts import Parts
from verdict import ask, without_verdict

FEWEST = 16  # the shipped article alone makes 8


def own_faults(handout):
    """What qpdf and the audit say."""
    qpdf = subprocess.run(["qpdf", "--check", handout.path], capture_output=True, text=True,
                          check=False)
    if qpdf.returncode:
        return [f"qpdf: {qpdf.stderr.strip()}"]
    return faults(Parts(handout.path))


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    with tempfile.TemporaryDirectory(prefix="handout-conform-") as folder:
        made = list(handouts(program, source, Path(folder)))
        assert len(made) >= FEWEST, f"only {len(made)} handouts were made"
        for way in WAYS:
            assert any(handout.name.endswith(way) for handout in made), f"none is {way}"
        found = {handout: own_faults(handout) for handout in made}
        said, missing = ask([handout.path for handout in made])
    for handout, own in found.items():
        own += [f"veraPDF {rule}: {why}" for rule, why in said.get(handout.path, {}).items()]
        if own:
            print(f"FAIL {handout.name}", *own, sep="\n     ")
    failed = sum(map(bool, found.values()))
    judges = "qpdf and the audit" if missing else "veraPDF, qpdf and the audit"
    print(f"{len(made) - failed} of {len(made)} handouts pass {judges}")
    if failed:
        return 1
    return without_verdict(missing) if missing else 0


if __name__ == "__main__":
    sys.exit(main())
