#!/usr/bin/env python3
"""Puts the seeds of each harness into FOLDER/NAME/: seeds.py HANDOUT SOURCE FOLDER [HARNESS [REPLAY]]

They are files that the project has for other ends: good and bad articles with their clinics, posts,
pictures, fonts, and a PDF that is made here.  What a fuzzer once found is in found/NAME/.  With
REPLAY, a harness's program, it is then run with them and with mutants of them, which are the same in
each run, and under the sanitizers with others for HANDOUT_FUZZ_SECONDS, as ./check asks.  The one that
it crashes on stays in FOLDER/NAME.mutant.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import SANITIZED, rounds

SMALL = 100_000  # bytes; larger seeds only slow a fuzzer down
# How many of each, under the sanitizers, which see what a crash does not show; ten times with --long.
MUTANTS = {"handout": 40, "record": 30, "logo": 300, "font": 200, "import": 30, "source": 300}
SECONDS = os.environ.get("HANDOUT_FUZZ_SECONDS", "0") if SANITIZED else "0"

ARTICLES = ("tests/golden/*.json", "tests/golden/bad/*.json", "data/examples/*.json",
            "data/l-glutamine.json")


def pairs(source, *articles):
    """Each article with its clinic, as handout.c takes them."""
    for article in sorted(path for pattern in articles for path in source.glob(pattern)):
        if article.name.endswith(".clinic.json"):
            continue
        own = article.with_suffix(".clinic.json")
        clinic = own if own.exists() else source / "data/clinic.json"
        yield article.name, article.read_bytes() + b"\0" + clinic.read_bytes()


def records(source):
    """Lines of a stream: articles inside with their clinics, in usual and in large print."""
    lines = [json.dumps({"article": json.loads(article), "clinic": json.loads(clinic),
                         "paper": ("letter", "a4")[number % 2], "large_print": number % 3 == 0})
             for number, (article, clinic) in enumerate(
                 pair.split(b"\0") for _, pair in pairs(source, "data/examples/*.json"))]
    yield "example", lines[0].encode()
    yield "three", "\n".join(lines[:3]).encode()
    yield "named", b'{"article": "a.json", "output": "a.pdf"}\n{"article": 1}'


def sources(program, source):
    """PDFs that have their article inside, and one that has not."""
    with tempfile.TemporaryDirectory(prefix="handout-seeds-") as folder:
        for name, options in {"with.pdf": ["--attach-source"], "without.pdf": []}.items():
            subprocess.run([program, "-q", *options, "-c", source / "data/clinic.json",
                            "-o", Path(folder, name), source / "data/l-glutamine.json"], check=True)
            yield name, Path(folder, name).read_bytes()


def files(*paths):
    return ((path.name, path.read_bytes()) for path in paths)


def seeds(program, source):
    return {
        "handout": pairs(source, *ARTICLES),
        "record": records(source),
        "logo": files(*source.glob("tests/pdf/*.jpg"), *source.glob("data/*.png")),
        "font": files(*source.glob("fonts/*.ttf")),
        "import": files(*source.glob("tests/import/posts/*.html"),
                        *source.glob("tests/import/posts/*.md"),
                        *source.glob("tests/import/posts/*.txt"),
                        *source.glob("data/examples/*.html")),
        "source": sources(program, source),
    }


def put(program, source, folder, only):
    for name, made in seeds(program, source).items():
        if only and name != only:
            continue
        to = folder / name
        to.mkdir(parents=True, exist_ok=True)
        found = source / "tests/fuzz/found" / name
        for seed, content in [*made, *files(*(found.iterdir() if found.exists() else ()))]:
            if len(content) <= SMALL or name == "font":
                (to / seed).write_bytes(content)
        assert any(to.iterdir()), f"{name} has no seeds"


def main():
    program, source, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
    only, harness = [*sys.argv[4:6], None, None][:2]
    put(program, source, folder, only)
    if not harness:
        return 0
    mutants = rounds(0, 10 * MUTANTS[only], MUTANTS[only])
    return subprocess.run([harness, folder / f"{only}.mutant", str(mutants), SECONDS,
                           *sorted((folder / only).iterdir())], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
