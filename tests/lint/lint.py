#!/usr/bin/env python3
"""What a review finds: lint.py HANDOUT FOLDER [SLUG…]. UPDATE=1 rewrites what is expected.

FOLDER/base.json, with FOLDER/clinic.json, is an article in which nothing is to be found. Each rule
has FOLDER/rules/<slug>.json:

    {"fires": [CASE, …], "silent": [CASE, …]}

where a CASE changes the base: {"article": {…}, "clinic": {…}, "args": […]}, with JSON merge patches
(RFC 7396: null deletes); "logo": [COLOR, …] makes logo.png, with a column of each #RRGGBBAA.  Each case of "fires" must give a finding of the rule, and what all of
them say is FOLDER/rules/<slug>.expected; a case of "silent" must give none, though a careless rule
might.  Every rule is also switched off, and raised to an error, by the clinic file.
"""

import copy
import difflib
import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import sample
from support.picture import png
from support.program import run
from support.tally import Tally, expect_equal

UPDATE = os.environ.get("UPDATE") == "1"
TODAY = "--date=2026-01-15"


def merge(base, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    base = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            base.pop(key, None)
        else:
            base[key] = merge(base.get(key), value)
    return base


class Reviewer:
    """Runs `handout --check` on changed copies of the base."""

    def __init__(self, program, folder, scratch, base="base.json"):
        self.program, self.scratch = program, scratch
        self.article = json.loads((folder / base).read_text())
        self.clinic = json.loads((folder / "clinic.json").read_text())

    def write(self, case, name, folder):
        changed = merge(copy.deepcopy(getattr(self, name)), case.get(name, {}))
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.json").write_text(json.dumps(changed, ensure_ascii=False, indent=2))

    def run(self, case, *args):
        for name in ("article", "clinic"):
            self.write(case, name, self.scratch)
        if "logo" in case:
            columns = [bytes.fromhex(color[1:]) for color in case["logo"]]
            logo = png(len(columns), 8, lambda x: columns[x])
            (self.scratch / "logo.png").write_bytes(logo)
        return run(self.program, "--check", TODAY, "-c", "clinic.json", *case.get("args", []),
                   *args, "article.json", cwd=self.scratch)

    def said(self, cases):
        """What is said of each.  Those that only change the article share a call, since most of the
        time goes into starting the program."""
        alone = {n: self.run(case).err for n, case in enumerate(cases) if set(case) - {"article"}}
        shared = [n for n in range(len(cases)) if n not in alone]
        if shared:
            self.write({}, "clinic", self.scratch)
            for n in shared:
                self.write(cases[n], "article", self.scratch / str(n))
            result = run(self.program, "--check", TODAY, "-c", "clinic.json",
                         *[f"{n}/article.json" for n in shared], cwd=self.scratch)
            alone.update(self.split(result.err, shared))
        return [alone[n] for n in range(len(cases))]

    @staticmethod
    def split(text, shared):
        """What is said of the cases that shared a call, as if each had been alone."""
        parts = dict.fromkeys(shared, "")
        for block in re.split(r"(?m)^(?=\S)", text)[1:]:
            found = re.match(r"(\d+)/(?=article\.json:)", block)
            assert found, f"it is about none of them: {block}"
            parts[int(found[1])] += block[found.end():]
        return parts


def findings(text, slug):
    """The diagnostics of that rule, with their source lines and hints."""
    blocks = re.split(r"(?m)^(?=\S)", text)
    return "".join(block for block in blocks if f" [{slug}]\n" in block)


def base_is_clean(reviewer):
    result = reviewer.run({})
    expect_equal(result.status, 0, f"the status: {result.err}")
    expect_equal(re.findall(r" \[([a-z-]+)\]$", result.err, re.M), [], f"findings: {result.err}")


def fires(reviewer, folder, slug, cases):
    assert cases["fires"] and cases["silent"], "a rule needs cases of both kinds"
    said = ""
    for number, (case, text) in enumerate(zip(cases["fires"], reviewer.said(cases["fires"])), 1):
        found = findings(text, slug)
        assert found, f"case {number} of \"fires\" is silent: {case}"
        said += f"== {number}\n{found}"
    path = folder / "rules" / f"{slug}.expected"
    if UPDATE:
        path.write_text(said)
    expected = path.read_text() if path.exists() else ""
    diff = list(difflib.unified_diff(expected.splitlines(), said.splitlines(), "expected", "found",
                                     lineterm="", n=1))
    assert expected == said, "\n".join(diff[:24])


def stays_silent(reviewer, slug, cases):
    for number, text in enumerate(reviewer.said(cases["silent"]), 1):
        found = findings(text, slug)
        assert not found, f"case {number} of \"silent\" fires:\n{found}"


def can_be_weighed(reviewer, slug, case):
    case = copy.deepcopy(case)
    rules = case.setdefault("clinic", {}).setdefault("rules", {})
    for level, severity in (("off", None), ("note", "note"), ("error", "error")):
        rules[slug] = level
        result = reviewer.run(case)
        said = set(re.findall(rf": (\w+): .* \[{slug}\]$", result.err, re.M))
        expect_equal(said, {severity} - {None}, f"severities at \"{level}\"")
        if level == "error":
            expect_equal(result.status, 1, "the status with an error")


OWN_WORDS = """The clinic's own words, and how often they are said

    2  warning  naturopath -> naturopathic doctor
    0  warning  detox
    1  off      supplement

"""


def own_words_are_counted(reviewer):
    """--report says how often each of the clinic's words stands in the text, marked or not."""
    words = [{"term": "naturopath", "say": "naturopathic doctor"}, {"term": "detox"},
             {"term": "supplement", "severity": "off"}]
    summary = "A naturopath said: ask a Naturopath. Supplements are one."
    case = {"clinic": {"words": words}, "article": {"summary": summary}}
    report = reviewer.run(case, "--report").out.decode()
    assert OWN_WORDS in report, report
    lines = map(json.loads, reviewer.run(case, "--report", "--diagnostics=json").out.splitlines())
    own = [line for line in lines if line["type"] == "own-word"]
    expect_equal([(line["term"], line["say"], line["severity"], line["count"]) for line in own],
                 [("naturopath", "naturopathic doctor", "warning", 2), ("detox", "", "warning", 0),
                  ("supplement", "", "off", 1)], "the same in JSON")
    assert b"own words" not in reviewer.run({}, "--report").out, "a table of no words"


def every_rule_has_cases(folder):
    table = folder.parents[1] / "src/base/rule.def"
    rules = re.findall(r'(?m)^RULE\(\w+,\s*"([a-z-]+)"', table.read_text())
    assert len(rules) > 30, f"{table} could not be read"
    there = {path.stem for path in (folder / "rules").glob("*.json")}
    expect_equal(sorted(there ^ set(rules)), [], "rules without cases, or cases without a rule")
    stray = {path.stem for path in (folder / "rules").glob("*.expected")} - there
    expect_equal(sorted(stray), [], "expected files without a case")


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    only = sys.argv[3:]
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-lint-") as scratch:
        reviewer = Reviewer(program, folder, Path(scratch))
        tally.run("the base is clean", base_is_clean, reviewer)
        paths = sorted((folder / "rules").glob("*.json"))
        weighed, silent = (set(sample(paths, 1, step)) for step in (16, 6))
        for path in paths:
            if only and path.stem not in only:
                continue
            cases = json.loads(path.read_text())
            tally.run(f"{path.stem}: fires", fires, reviewer, folder, path.stem, cases)
            if path in silent:
                tally.run(f"{path.stem}: silent", stays_silent, reviewer, path.stem, cases)
            if path in weighed:
                tally.run(f"{path.stem}: weighed", can_be_weighed, reviewer, path.stem,
                          cases["fires"][0])
        if not only:
            tally.run("own words are counted", own_words_are_counted, reviewer)
    if not only:
        tally.run("every rule has cases", every_rule_has_cases, folder)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
