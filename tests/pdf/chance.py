#!/usr/bin/env python3
"""Pages by chance are sound: chance.py HANDOUT SOURCE

Generated articles, in turn on a usual page, as a form, with a QR code, a logo or fonts of the
clinic, and in large print, in all languages and on all papers, have every
word, on one page, and are held to all that support/page.py asks; the PDF is the same twice.  ROUNDS
says how many (with --long 10,000), FROM with which one to begin: an article depends on its number only,
so that many can be tried side by side.  One takes about 40 ms of a core: 100,000 an hour.

A start of the program costs more than a page: one call takes all articles that have its options.
"""

import json
import os
import re
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generate import generated
from support.effort import LONG, rounds
from support.page import blocks, expect_sound
from support.program import run
from support.tally import Tally
from support.wording import FOLDER, expected, first_missing, squeezed

FROM, ROUNDS = int(os.environ.get("FROM", 0)), int(os.environ.get("ROUNDS", rounds(2000, 10000, 40)))
TWICE = 1 if LONG or "ROUNDS" in os.environ else 8  # one in so many is printed, and again
CHUNK = 2000  # so many are looked at before their files are deleted
TOO_LONG = {"does-not-fit", "word-too-wide"}


def ways(source):
    """What a clinic file has, by the name of the way."""
    fonts = {name: str(source / f"fonts/NotoSans-{name.title()}.ttf") for name in ("regular", "bold")}
    return {"usual": {}, "form": {"plan": {"fillable": True}, "plan_times": True},
            "code": {"qr": "contact"}, "large": {}, "fonts": {"fonts": fonts},
            "logo": {"logo": str(source / "tests/pdf/logo.jpg"), "logo_alt": "A hill."}}


WAYS = list(ways(Path()))
# All that have headings, and two that have fonts only; English again and again, as most articles
# have it.  Fonts are those of the machine where ours have no letters.
LANGUAGES = [language for other in sorted({"lo", "my"} | {file.stem for file in FOLDER.glob("*.json")})
             for language in (other, "en")]
FONTS = {"FONTCONFIG_FILE": os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")}
PAPERS = ("letter", "a4", "legal", "letter", "a4", "a5")


@dataclass(frozen=True)
class Call:
    """What articles of one call have in common."""
    way: str
    paper: str
    has_clinic: bool
    has_letterhead: bool

    def options(self):
        options = [f"--paper={self.paper}"]
        options += ["-c", f"{self.way}.clinic"] if self.has_clinic else ["--no-clinic"]
        options += [] if self.has_letterhead else ["--no-letterhead"]
        return options + (["--large-print"] if self.way == "large" else [])


def chosen(seed):
    """@return an article, and the call that makes its page"""
    language = LANGUAGES[seed // len(WAYS) % len(LANGUAGES)]
    article, options, has_clinic = generated(seed, language)
    article["language"] = language
    return article, Call(WAYS[seed % len(WAYS)], PAPERS[seed // 5 % len(PAPERS)], has_clinic,
                         "--no-letterhead" not in options)


def name_of(seed):
    return f"{seed}.json"


class Bench:
    def __init__(self, program, source, folder):
        self.program, self.folder = program, folder
        self.printed, self.with_holes, self.clinics = 0, [], {}
        clinic = json.loads((source / "data/clinic.json").read_text())
        del clinic["$schema"]
        for way, more in ways(source).items():
            self.clinics[way] = {**clinic, **more}
            (folder / f"{way}.clinic").write_text(json.dumps(self.clinics[way]))

    def run(self, call, *more):
        result = run(self.program, "--diagnostics=json", *call.options(), *more,
                     cwd=self.folder, **FONTS)
        assert result.status in (0, 1), f"the program ended with {result.status}: {result.err}"
        return result

    def dumps(self, call, what, names, begin):
        """@return {name: dump} of those that have a page, and {name: {errors}} of the others."""
        result, faults = self.run(call, f"--dump={what}", *names), defaultdict(set)
        for said in map(json.loads, result.err.splitlines()):
            if said.get("severity") == "error":
                faults[said["file"]].add(said["id"])
        made = [name for name in names if name not in faults]
        dumps = re.split(begin, result.out.decode())[1:]
        assert len(dumps) == len(made), f"{len(dumps)} dumps of {len(made)} articles"
        return dict(zip(made, dumps)), faults

    def printed_once(self, call, names, folder):
        """@return the PDFs, each of which is deleted"""
        self.run(call, "-q", "-o", f"{folder}/", *names)
        paths = [(self.folder / folder / name).with_suffix(".pdf") for name in sorted(names)]
        pdfs = [path.read_bytes() for path in paths]
        for path in paths:
            path.unlink()
        return pdfs


@dataclass
class Page:
    """What was made of one article."""
    article: dict
    call: Call
    seed: int
    marks: str
    tags: str

    def expect_every_word(self, clinic):
        phrases = expected(self.article, clinic, str(self.seed), self.call.has_letterhead,
                           brief=" brief-contact" in self.marks.partition("\n")[0])
        said = squeezed("".join(text for block in blocks(self.tags) for _, text in block))
        missing = first_missing(said, map(squeezed, phrases))
        assert missing is None, f"missing: {missing}"


def expect_page(bench, page):
    page.expect_every_word(bench.clinics[page.call.way] if page.call.has_clinic else {})
    pages = expect_sound(page.marks, page.tags, page.article["language"])
    assert pages.count == 1 or page.call.way == "large", f"{pages.count} pages"
    bench.printed += 1
    if pages.may_have_holes:
        bench.with_holes.append(page.seed)


def expect_same_twice(bench, call, names):
    """Whatever was printed before it."""
    first, second = (bench.printed_once(call, order, folder)
                     for order, folder in ((names, "first"), (names[::-1], "second")))
    for name, a, b in zip(sorted(names), first, second):
        assert a.startswith(b"%PDF") and a == b, f"two runs differ on {name}"


def expect_refused_for_length(faults):
    assert faults <= TOO_LONG, faults


def try_call(tally, bench, call, articles):
    """@param articles  {seed: article}"""
    for seed, article in articles.items():
        (bench.folder / name_of(seed)).write_text(json.dumps(article))
    marks, faults = bench.dumps(call, "page", list(map(name_of, articles)), r"(?m)^(?=page [A-Z])")
    tags, _ = bench.dumps(call, "tags", list(marks), r"(?m)^(?=Document)") if marks else ({}, {})
    for seed, article in articles.items():
        name = name_of(seed)
        if name in faults:
            tally.run(f"article {seed}", expect_refused_for_length, faults[name])
        else:
            tally.run(f"article {seed}", expect_page, bench,
                      Page(article, call, seed, marks[name], tags[name]))
    again = [name_of(seed) for seed in articles if name_of(seed) in marks and seed % TWICE == 0]
    if again:
        tally.run(f"twice {' '.join(again)}", expect_same_twice, bench, call, again)


def try_all(tally, bench, seeds):
    calls = defaultdict(dict)
    for seed in seeds:
        article, call = chosen(seed)
        calls[call][seed] = article
    for call, articles in calls.items():
        tally.run(f"{call} of {list(articles)}", try_call, tally, bench, call, articles)
        for seed in articles:
            (bench.folder / name_of(seed)).unlink()


def most_are_printed(bench):
    assert bench.printed > ROUNDS / 2, f"{bench.printed} of {ROUNDS}"


def hardly_any_has_holes(bench):
    """unit.layout_fit shows that a page has one only where nothing else fits: such are rare, about one
    in 130."""
    assert len(bench.with_holes) <= 2 + bench.printed / 80, bench.with_holes


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally, end = Tally(), FROM + ROUNDS
    with tempfile.TemporaryDirectory(prefix="handout-chance-") as folder:
        bench = Bench(program, source, Path(folder))
        for first in range(FROM, end, CHUNK):
            try_all(tally, bench, range(first, min(first + CHUNK, end)))
        tally.run("most are printed", most_are_printed, bench)
        tally.run("hardly any has holes", hardly_any_has_holes, bench)
    print(f"{bench.printed} pages, {len(bench.with_holes)} with holes")
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
