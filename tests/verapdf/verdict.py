"""
veraPDF's verdicts, by way of the script `verapdf` beside this file.

To start Java takes longer than to judge twenty pages, so all tests share one call: a test is a
generator `judged(program, source, folder, …)`, which makes its files, yields which are to be judged as
{path: profiles}, is sent the verdicts, or None where there are none, and returns its exit status.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import LONG
from support.tally import expect_equal

SKIPPED = 77  # what ctest is told to take for "skipped"
TIMEOUT = 1200  # seconds; the first run fetches veraPDF

PROFILES = ("ua1", "2a")
WITH_FILES = ("ua1", "3a")  # of a PDF with files inside, which PDF/A-2 does not allow


class NoVerdict(Exception):
    """veraPDF cannot be had, or did not judge every file."""


def forgone():
    """Whether the caller has said to go on without veraPDF: `./check --without-verapdf`."""
    return os.environ.get("HANDOUT_WITHOUT_VERAPDF") == "1"


def verdicts(wanted):
    """{path: {"ua1 7.1-3": what failed first, …}}, nothing being wrong with an empty one.

    @param wanted  {path: the profiles to judge it by}
    """
    script = Path(__file__).with_name("verapdf")
    each = [(path, profile) for path, profiles in wanted.items() for profile in profiles]
    arguments = [f"{profile}:{path}" for path, profile in each]
    done = subprocess.run([script, "--", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, timeout=TIMEOUT, check=False)
    if done.returncode not in (0, 1):
        raise NoVerdict(done.stderr)
    said, seen, rule = {path: {} for path in wanted}, set(), None
    for line in done.stdout.rstrip("\n").split("\n"):
        head = re.fullmatch(r"(.*) (ua1|2a|3a) (?:PASS|FAIL)", line)
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
    if seen != set(each):
        raise NoVerdict(f"not every file got a verdict:\n{done.stdout}\n{done.stderr}")
    if (done.returncode == 0) != (not any(said.values())):
        raise NoVerdict(f"exit status {done.returncode}, but it says:\n{done.stdout}")
    return said


def profiles_of(path):
    return WITH_FILES if b"/EmbeddedFile" in path.read_bytes() else PROFILES


def ask(wanted):
    """@return the verdicts, and "", or None, and why there are none."""
    if forgone():
        return None, "veraPDF was not asked."
    try:
        return verdicts(wanted), ""
    except (NoVerdict, subprocess.TimeoutExpired) as reason:
        return None, str(reason)


def conforms(tally, folder):
    """For the end of a generator `judged`: each PDF of the folder conforms, by one profile in turn; in
    a long check by both.  @return the exit status"""
    files = sorted(folder.glob("*.pdf"))
    said = yield {path: PROFILES if LONG else PROFILES[i % 2:][:1] for i, path in enumerate(files)}
    if said is None:  # run_judged() says so
        return 0
    tally.run("enough PDFs", lambda: expect_equal(len(files) >= 10, True, "ten or more"))
    for path in files:
        tally.run(f"{path.name} conforms", expect_equal, said[path], {}, "what veraPDF says")
    return tally.status()


def finish(test, said):
    """Sends a test its verdicts. @return its exit status."""
    try:
        test.send(said)
    except StopIteration as end:
        return end.value
    raise AssertionError("the test asks twice")


def run_judged(*tests):
    """Runs tests, whose command line is HANDOUT SOURCE … @return the exit status of all."""
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    more = [argument for argument in sys.argv[3:] if not argument.startswith("-")]
    with tempfile.TemporaryDirectory(prefix="handout-judged-") as scratch:
        running = {}
        for number, judged in enumerate(tests):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            test = judged(program, source, folder, *more)
            running[test] = next(test)
        said, missing = ask({path: profiles for wanted in running.values()
                             for path, profiles in wanted.items()})
        status = max([finish(test, said) for test in running])
    return without_verdict(missing) if missing and not status else status


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
