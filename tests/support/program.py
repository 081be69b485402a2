"""Runs programs: ours, in an environment that says nothing of clinics and dates, and others."""

import locale
import os
import re
import subprocess
from dataclasses import dataclass
from itertools import count

from support.effort import LONG, SANITIZED as BUILT_WITH_SANITIZERS

SANITIZED = re.compile(r"ERROR: \w+Sanitizer|runtime error: ")
NO_FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "no-fonts.conf")
# Looking for leaks takes a third of a short run's time, and most runs allocate as others did: of
# these it is one in so many.  Units and harnesses, which go through each error, are all looked at.
LOOKED_AT_FOR_LEAKS = 5
STARTS = count()
HANGS = 300  # seconds; no measure of speed, only the end of waiting


@dataclass
class Result:
    status: int
    out: bytes
    err: str

    def slugs(self):
        return re.findall(r"(?m) \[([a-z0-9-]+)\]$", self.err)


def environment(folder, **more):
    """What the user's own says of clinics, colours and dates stays out, and the machine's fonts."""
    kept = {name: value for name, value in os.environ.items()
            if name in ("PATH", "LD_LIBRARY_PATH", "LOCPATH") or name.endswith("SAN_OPTIONS")}
    return {**kept, "HOME": str(folder), "TZ": "UTC", "FONTCONFIG_FILE": NO_FONTS, **more}


def without_leaks(variables):
    """What a run is given, most of which are not looked at for leaks."""
    if LONG or not BUILT_WITH_SANITIZERS or next(STARTS) % LOOKED_AT_FOR_LEAKS == 0:
        return variables
    return {**variables, "ASAN_OPTIONS": variables.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}


def run(program, *args, cwd, stdin=b"", **env):
    """Our program. A sanitizer's message is a failure, whatever the test expects."""
    source = {"stdin": stdin} if hasattr(stdin, "fileno") else {"input": stdin}
    variables = without_leaks(environment(cwd, **env))
    done = subprocess.run([program, *args], cwd=cwd, env=variables, **source,
                          capture_output=True, timeout=HANGS, check=False)
    err = done.stderr.decode("utf-8", "backslashreplace")
    assert not SANITIZED.search(err), err
    return Result(done.returncode, done.stdout, err)


def tool(*command, errors=False):
    """A program of others that must do its work without complaint. @return what it prints."""
    done = subprocess.run(command, capture_output=True, timeout=HANGS, check=False)
    complaint = done.stderr.decode(errors="replace").strip()
    assert done.returncode == 0 and (errors or not complaint), f"{command[0]}: {complaint}"
    return done.stdout


def comma_locale(folder):
    """Variables for a locale with a decimal comma: an installed one, else one made in folder."""
    wanted = "de_DE.UTF-8"
    try:
        locale.setlocale(locale.LC_NUMERIC, wanted)
        made = {}
    except locale.Error:
        made = {"LOCPATH": str(folder)}
        tool("localedef", "-i", "de_DE", "-f", "UTF-8", os.path.join(folder, wanted), errors=True)
    finally:
        locale.setlocale(locale.LC_NUMERIC, "C")
    assert made == {} or os.path.isdir(os.path.join(folder, wanted))
    return {"LC_ALL": wanted, **made}
