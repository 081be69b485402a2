"""
Counts what has passed.  A script prints a line for each failure, and its sum as the last line.  With
STOP_AT_FAILURE=1 the first is the last: who only asks whether something fails need not wait.
"""

import os
import sys

STOPS = os.environ.get("STOP_AT_FAILURE") == "1"


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def run(self, name, test, *args):
        """One case: it has passed if nothing was raised. @return whether it has."""
        try:
            test(*args)
        except Exception as fault:  # a test that breaks down has not passed
            kind = "" if isinstance(fault, AssertionError) else f"{type(fault).__name__}: "
            print(f"FAIL {name}\n     {kind}{fault}")
            self.failed += 1
            if STOPS:
                sys.exit(1)
            return False
        self.passed += 1
        return True

    def status(self):
        """Prints the sum. @return the exit status: nothing checked is a failure too."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.passed and not self.failed else 1


def expect_equal(found, expected, what):
    assert found == expected, f"{what} is {found!r}, not {expected!r}"
