"""veraPDF's verdicts, by way of the script `verapdf` beside this file."""

import os
import re
import subprocess
import sys
from pathlib import Path

SKIPPED = 77  # what ctest is told to take for "skipped"
TIMEOUT = 1200  # seconds; the first run fetches veraPDF

PROFILES = ("ua1", "2a")


class NoVerdict(Exception):
    """veraPDF cannot be had, or did not judge every file."""


def forgone():
    """Whether the caller has said to go on without veraPDF: `./check --without-verapdf`."""
    return os.environ.get("HANDOUT_WITHOUT_VERAPDF") == "1"


def verdicts(paths):
    """{path: {"ua1 7.1-3": what failed first, …}}, nothing being wrong with an empty one."""
    script = Path(__file__).with_name("verapdf")
    done = subprocess.run([script, "--", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, timeout=TIMEOUT, check=False)
    if done.returncode not in (0, 1):
        raise NoVerdict(done.stderr)
    said, seen, rule = {path: {} for path in paths}, set(), None
    for line in done.stdout.rstrip("\n").split("\n"):
        head = re.fullmatch(r"(.*) (ua1|2a) (?:PASS|FAIL)", line)
        if head:
            path, profile = Path(head[1]), head[2]
            seen.add((path, profile))
        elif failed := re.match(r"  (\S+) test (\d+), ", line):
            rule = f"{profile} {failed[1]}-{failed[2]}"
            said[path][rule] = line.strip()
        elif line.startswith("    first: "):
            said[path][rule] = line.removeprefix("    first: ")
        elif not line.startswith("    at: "):
            said[path][f"{profile} unreadable"] = line.strip()
    if seen != {(path, profile) for path in paths for profile in PROFILES}:
        raise NoVerdict(f"not every file got a verdict:\n{done.stdout}\n{done.stderr}")
    if (done.returncode == 0) != (not any(said.values())):
        raise NoVerdict(f"exit status {done.returncode}, but it says:\n{done.stdout}")
    return said


def ask(paths):
    """@return the verdicts, and "", or none, and why there are none."""
    if forgone():
        return {}, "veraPDF was not asked."
    try:
        return verdicts(paths), ""
    except (NoVerdict, subprocess.TimeoutExpired) as reason:
        return {}, str(reason)


def without_verdict(reason):
    """Says loudly that nothing is proven. @return the exit status."""
    bar = "*" * 78
    print(f"{bar}\n{reason}\n\nNO VERDICT OF veraPDF: nothing is proven about PDF/UA-1 and "
          "PDF/A-2a.", file=sys.stderr)
    if forgone():
        print(f"Skipped because of --without-verapdf.\n{bar}", file=sys.stderr)
        return SKIPPED
    print(f"To go on without it: ./check --without-verapdf\n{bar}", file=sys.stderr)
    return 1
