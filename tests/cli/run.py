#!/usr/bin/env python3
"""Tests of the program as its users meet it: run.py PROGRAM SOURCE_FOLDER [PATTERN]

cases.py has what a table can say, situations.py, manuals.py and the others what needs a few
lines.  With a pattern, only the tests whose name it matches are run.  One line is printed for each,
and how many passed at the end.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is
sys.path.insert(1, os.path.dirname(sys.path[0]))  # for support

import cases
import clinics  # more situations
import hostile  # more situations
import many  # more situations
import manuals  # more situations
import reviewing  # more situations
import reopening  # more situations
import starting  # more situations
import streaming  # more situations
from manuals import table
from situations import SITUATIONS, NoTerminal, expect, expect_whole
from support.effort import LONG, SANITIZED, sample

SLUG = re.compile(rb"(?m) \[([a-z0-9-]+)\]$")
COMPLAINT = re.compile(rb"ERROR: \w+Sanitizer|runtime error: ")
NOBODY = 65534
SKIP = 77  # what ctest is told to take for "skipped"
TIMEOUT = 60  # seconds; nothing takes one, but a sanitizer on a busy machine is slow


def kill_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Place:
    """A fresh folder to run the program in."""

    slugs_seen = set()

    def __init__(self, program, source, root):
        self.program, self.source = program, source
        self.folder = os.path.join(root, "work")
        self.given = []
        os.mkdir(self.folder)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def put(self, name, content):
        """A file, (file, permissions), a folder ("name/"), a link, or None: not that one."""
        path, mode = self.path(name), None
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(content, tuple):
            content, mode = content
        if isinstance(content, cases.Link):
            os.symlink(content.target, path)
        elif content is not None:
            with open(path, "wb") as file:
                file.write(content)
        if mode is not None:
            os.chmod(path, mode)

    def put_default(self, files):
        for name, content in {**cases.DEFAULT_FILES, **files}.items():
            self.put(name, content)
        self.given = os.listdir(self.folder)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def env(self, **more):
        """What the user's own environment says of clinics, colours and dates stays out."""
        kept = {k: v for k, v in os.environ.items()
                if k in ("PATH", "LD_LIBRARY_PATH") or k.endswith("SAN_OPTIONS")}
        kept.update({"HOME": self.path("home"), "TERM": "xterm", "TZ": "UTC"})
        # Where a machine has none yet, fontconfig makes its cache of fonts.
        kept["XDG_CACHE_HOME"] = os.path.join(os.path.dirname(self.folder), "cache")
        kept.update({k: v.replace("{folder}", self.folder) for k, v in more.items()})
        return kept

    def start(self, *args, **more):
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                   "stderr": subprocess.PIPE}
        return subprocess.Popen([self.program, *args], cwd=self.folder, env=self.env(),
                                **{**streams, **more})

    def run(self, *args, stdin=b"", shell=None, stdout=subprocess.PIPE, preexec_fn=None, **env):
        start = ["sh", "-c", shell] if shell else []
        with subprocess.Popen([*start, self.program, *args], cwd=self.folder, env=self.env(**env),
                              stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE,
                              preexec_fn=preexec_fn, start_new_session=True) as process:
            try:
                out, err = process.communicate(stdin, timeout=TIMEOUT)
            finally:  # neither a program that hangs nor a shell's other children stay behind
                kill_group(process)
        result = subprocess.CompletedProcess(process.args, process.returncode, out, err)
        assert not COMPLAINT.search(result.stderr), result.stderr.decode(errors="replace")
        Place.slugs_seen.update(slug.decode() for slug in SLUG.findall(result.stderr))
        return result

    def files(self):
        """Every file below the folder and its content; a link counts as its target's name."""
        found = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(folder, name)
                content = os.readlink(path) if os.path.islink(path) else None
                if content is None:
                    with open(path, "rb") as file:
                        content = file.read()
                found[os.path.relpath(path, self.folder)] = content
        return found


def run_case(place, case):
    before = place.files()
    result = place.run(*case.args, stdin=case.stdin, shell=case.shell, **case.env)
    expect(result, case.status, case.err)
    out = result.stdout.decode("utf-8", "surrogateescape")
    assert re.search(case.out or r"\A\Z", out), f"standard output is {out[:200]!r}"
    after = place.files()
    assert set(after) == set(before) | set(case.makes), f"found {sorted(after)}"
    for name, content in after.items():
        if name in case.makes:
            expect_whole(place.path(name))
        else:
            assert content == before[name], f"{name} has changed"
    for name, mode in case.modes.items():
        found = os.stat(place.path(name)).st_mode & 0o777
        assert found == mode, f"{name} has permissions {found:o}, not {mode:o}"


def all_tests():
    for group, group_cases in cases.GROUPS.items():
        for case in group_cases:
            name = f"{group}: {case.name}"
            yield name, case.files, lambda place, case=case: run_case(place, case)
    for name, function in SITUATIONS.items():
        yield name, {}, function


def every_fault_was_seen(place):
    missing = set(table(place, "src/cli/fault.def", "FAULT", 0)) - Place.slugs_seen
    assert not missing, f"no test provokes {sorted(missing)}"


def outcome(name, program, source, files, function):
    """Runs one test and prints its line. @return "ok", "FAIL" or "SKIPPED" """
    root = tempfile.mkdtemp(prefix="handout cli ")
    os.chmod(root, 0o755)
    try:
        place = Place(program, source, root)
        place.put_default(files)
        function(place)
    except NoTerminal as fault:
        print(f"SKIPPED {name}: no terminal ({fault})")
        return "SKIPPED"
    except Exception as fault:  # a test that breaks down has not passed
        print(f"FAIL {name}\n     {type(fault).__name__}: {fault}")
        return "FAIL"
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"ok   {name}")
    return "ok"


def copy_needed(program, source, to):
    """The program and the tables, to where a user without rights can read them."""
    for path in ("src/cli/handout.1", "src/cli/handout.5", "src/cli/options.def", "src/cli/fault.def",
                 "src/base/diag.def", "src/base/rule.def",
                 "data/new/article.json", "data/new/clinic.json", "data/l-glutamine.png",
                 "fonts/NotoSans-Regular.ttf"):
        os.makedirs(os.path.dirname(os.path.join(to, path)), exist_ok=True)
        shutil.copyfile(os.path.join(source, path), os.path.join(to, path))
    return shutil.copy(program, to), to


def give_up_root(folder):
    """
    Goes on as nobody.  The tests write to /dev/null and /dev/full: a program that is broken just
    there would, as root, replace the machine's devices by files.  And root may write anything, so
    that the cases about permissions could not be tried.
    """
    for path, folders, files in os.walk(folder):
        for name in [".", *folders, *files]:
            os.chown(os.path.join(path, name), NOBODY, NOBODY)
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    assert os.geteuid() == NOBODY and not os.access("/dev", os.W_OK)


def main():
    os.umask(0o022)
    # A shell that runs this in the background has Ctrl-C ignored, by the programs started here too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    own = tempfile.mkdtemp(prefix="handout-cli-")
    os.chmod(own, 0o755)
    try:
        program, source = copy_needed(*map(os.path.abspath, sys.argv[1:3]), own)
        if os.geteuid() == 0:
            give_up_root(own)
        return run_all(program, source, sys.argv[3] if len(sys.argv) > 3 else "")
    finally:
        shutil.rmtree(own, ignore_errors=True)


def run_all(program, source, pattern):
    tests = list(sample(all_tests(), 1, 3))
    results = [outcome(name, program, source, files, function)
               for name, files, function in tests if re.search(pattern, name)]
    skipped = results.count("SKIPPED")
    if not pattern and not skipped and (LONG or not SANITIZED):
        results.append(outcome("every fault of the program is provoked", program, source, {},
                               every_fault_was_seen))
    failed = results.count("FAIL")
    print(f"{len(results) - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not results else SKIP if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
