#!/usr/bin/env python3
"""The judges can say no: refuse.py HANDOUT SOURCE [-v]

Breaks the shipped handout in the ways of breaks.py, some of them in large print or as a form, and
sees each file refused by those named there, and a file that only went through the same hands pass.
A short check tries every fifth way, a long one all.
Every break must stand in src/pdf/CONFORMANCE.md under the same name.  With -v, prints who refused what.

veraPDF is asked by the profiles that are named; by both, and also about what it is not said to see,
in a long check.
"""

import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from audit import faults
from breaks import FILE, FORM, PAGES, PARTS
from support.effort import LONG, sample
from support.handouts import handout
from support.parts import Parts
from support.tally import Tally
from verdict import PROFILES, run_judged

ALL = PARTS + PAGES + FORM + FILE
TRIED = [way for group in (PARTS, PAGES, FORM, FILE) for way in sample(group, 5)]
CONTROLS = ["as written", "taken apart and put together", "pages taken apart and put together",
            "form taken apart and put together"]


def write_broken(parts, ways, paths):
    for way in ways:
        broken = deepcopy(parts)
        way.damage(broken)
        assert broken.json != parts.json, f"{way.name} changes nothing"
        broken.write(paths[way])


def make_files(good, large, fillable, folder):
    """{control, or break: path}"""
    data, parts, pages, form = good.read_bytes(), Parts(good), Parts(large), Parts(fillable)
    paths = {control: folder / f"control {i}.pdf" for i, control in enumerate(CONTROLS)}
    paths |= {way: folder / f"{way.name}.pdf" for way in TRIED}
    paths[CONTROLS[0]].write_bytes(data)
    parts.write(paths[CONTROLS[1]])
    pages.write(paths[CONTROLS[2]])
    form.write(paths[CONTROLS[3]])
    for whole, group in ((parts, PARTS), (pages, PAGES), (form, FORM)):
        write_broken(whole, filter(paths.get, group), paths)
    for way in filter(paths.get, FILE):
        broken = way.damage(data)
        assert broken != data, f"{way.name} changes nothing"
        paths[way].write_bytes(broken)
    return paths


def refused_here(path):
    """By qpdf, or by the audit of what qpdf can read."""
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    if checked.returncode:
        return {"qpdf"}
    return {"audit"} if faults(Parts(path)) else set()


def profiles(way):
    """Those of veraPDF by which a file is to be judged."""
    if LONG or way in CONTROLS:
        return PROFILES
    return [profile for profile in PROFILES
            if any(rule.startswith(f"{profile} ") for rule in way.rules)]


def is_passed(refused):
    assert not refused, f"refused by {sorted(refused)}"


def is_refused(way, refused, judged):
    expected = {rule for rule in way.rules if judged or rule in ("qpdf", "audit")}
    assert expected <= refused, \
        f"not refused by {sorted(expected - refused)}, but by {sorted(refused)}"


def is_in_document(ways, document):
    said = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`", document))
    missing = {way.name for way in ways} - said
    assert not missing, f"it does not name {sorted(missing)}"
    stale = {name for name in said if "-" in name} - {way.name for way in ways}
    assert not stale, f"there is no break {sorted(stale)}"


def judged(program, source, folder, *_):
    tally = Tally()
    shipped = source / "data/l-glutamine.json"
    good = handout(program, source, folder, shipped, "letter", "default")
    large = handout(program, source, folder, shipped, "a4", "large-print")
    fillable = handout(program, source, folder, shipped, "letter", "fillable")
    paths = make_files(good.path, large.path, fillable.path, folder)
    refused = {way: refused_here(path) for way, path in paths.items()}
    said = yield {path: profiles(way) for way, path in paths.items()}
    for way, path in paths.items():
        if said is not None:
            refused[way] |= set(said[path])
        if way in CONTROLS:
            tally.run(way, is_passed, refused[way])
        elif not way.seen_elsewhere:
            tally.run(way.name, is_refused, way, refused[way], said is not None)
        elif said is not None:
            tally.run(f"{way.name} is unseen", is_passed, refused[way])
        if "-v" in sys.argv and way not in CONTROLS:
            print(f"{way.name}: {', '.join(sorted(refused[way])) or way.refused_by}")
    tally.run("src/pdf/CONFORMANCE.md", is_in_document, ALL,
              (source / "src/pdf/CONFORMANCE.md").read_text())
    return tally.status()


if __name__ == "__main__":
    sys.exit(run_judged(judged))
