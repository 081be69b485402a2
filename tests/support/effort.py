"""
How much a test tries.  Of its longest lists of cases `./check` takes a sample, the same one every
time; `./check --long` takes all (HANDOUT_LONG=1).  The build with the sanitizers (SANITIZED=1, set by
tests/CMakeLists.txt) is slow, and looks for faults of memory in what the other build has compared:
there the sample is smaller still.
"""

import os
from itertools import islice

LONG = os.environ.get("HANDOUT_LONG") == "1"
SANITIZED = os.environ.get("SANITIZED") == "1"


def sample(cases, one_in, sanitized=None):
    """One case in so many, from the first on.  @param sanitized  likewise, under the sanitizers"""
    step = (sanitized if SANITIZED else None) or one_in
    return islice(cases, 0, None, 1 if LONG else step)


def rounds(few, many, sanitized=None):
    """How often something is tried by chance."""
    return many if LONG else (sanitized if SANITIZED else None) or few
