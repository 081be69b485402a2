#!/usr/bin/env python3
"""Pages by chance are sound: chance.py HANDOUT SOURCE

Generated articles, in turn on a usual page, as a form, with a QR code, a logo or fonts of the
clinic, and in large print, in all languages whose letters come along and on all papers, are held to
all that support/page.py asks of a page; the PDF is the same twice.  ROUNDS says how many (with --long
2,000), FROM with which one to begin: an article depends on its number only, so that many can be tried
side by side.  100,000 take about two hours of one core.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generate import generated
from support.effort import LONG, rounds
from support.page import expect_sound
from support.program import run
from support.tally import Tally

FROM, ROUNDS = int(os.environ.get("FROM", 0)), int(os.environ.get("ROUNDS", rounds(40, 2000, 12)))
TWICE = 1 if LONG or "ROUNDS" in os.environ else 8  # one in so many is printed, and again


def ways(source):
    """What a clinic file has, by the name of the way."""
    fonts = {name: str(source / f"fonts/NotoSans-{name.title()}.ttf") for name in ("regular", "bold")}
    return {"usual": {}, "form": {"plan": {"fillable": True}, "plan_times": True},
            "code": {"qr": "contact"}, "large": {}, "fonts": {"fonts": fonts},
            "logo": {"logo": str(source / "tests/pdf/logo.jpg"), "logo_alt": "A hill."}}


WAYS = list(ways(Path()))
# Those that need no font of the machine; English again and again, as most articles have it.
LANGUAGES = ("en", "es", "en", "de", "en", "fr", "en", "ru", "en", "vi", "en", "pl", "en", "uk")
PAPERS = ("letter", "a4", "legal", "letter", "a4", "a5")


class Bench:
    def __init__(self, program, source, folder):
        self.program, self.folder = program, Path(folder)
        self.printed, self.with_holes = 0, []
        clinic = json.loads((source / "data/clinic.json").read_text())
        del clinic["$schema"]
        for way, more in ways(source).items():
            (self.folder / f"{way}.json").write_text(json.dumps({**clinic, **more}))

    def article(self, seed):
        """@return the options to print it with"""
        article, options, has_clinic = generated(seed)
        way = WAYS[seed % len(WAYS)]
        article["language"] = LANGUAGES[seed // len(WAYS) % len(LANGUAGES)]
        (self.folder / "a.json").write_text(json.dumps(article))
        options = [option for option in options if not option.startswith("--paper")]
        options += [f"--paper={PAPERS[seed // 5 % len(PAPERS)]}"]
        options += ["-c", f"{way}.json"] if has_clinic else ["--no-clinic"]
        return options + (["--large-print"] if way == "large" else [])

    def expect_same_twice(self, options):
        first, second = (run(self.program, "-q", *options, "-o", "-", "a.json", cwd=self.folder).out
                         for _ in range(2))
        assert first.startswith(b"%PDF") and first == second, "two runs differ"

    def expect_sound(self, seed):
        options = self.article(seed)
        page, tags = (run(self.program, *options, f"--dump={what}", "a.json", cwd=self.folder)
                      for what in ("page", "tags"))
        if page.status == 1 and page.slugs()[-1:] in (["does-not-fit"], ["word-too-wide"]):
            return
        assert page.status == 0, page.err
        pages = expect_sound(page.out.decode(), tags.out.decode())
        self.printed += 1
        if seed % TWICE == 0:
            self.expect_same_twice(options)
        if pages.may_have_holes:
            self.with_holes.append(seed)


def most_are_printed(bench):
    assert bench.printed > ROUNDS / 2, f"{bench.printed} of {ROUNDS}"


def hardly_any_has_holes(bench):
    """unit.layout_fit shows that a page has one only where nothing else fits: such are rare."""
    assert len(bench.with_holes) <= 1 + bench.printed / 200, bench.with_holes


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-chance-") as folder:
        bench = Bench(program, source, folder)
        for seed in range(FROM, FROM + ROUNDS):
            tally.run(f"article {seed}", bench.expect_sound, seed)
        tally.run("most are printed", most_are_printed, bench)
        tally.run("hardly any has holes", hardly_any_has_holes, bench)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
