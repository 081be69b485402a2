#!/usr/bin/env python3
"""Puts the seeds of each harness into FOLDER/NAME/: seeds.py HANDOUT SOURCE FOLDER [HARNESS [REPLAY]]

They are files that the project has for other ends: good and bad articles with their clinics, posts,
pictures, fonts, and a PDF that is made here.  What a fuzzer once found is in found/NAME/.  With
REPLAY, a harness's program, it is then run with them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

SMALL = 100_000  # bytes; larger seeds only slow a fuzzer down


def pairs(source):
    """Each article with its clinic, as handout.c takes them."""
    for article in [*source.glob("tests/golden/*.json"), *source.glob("tests/golden/bad/*.json"),
                    *source.glob("data/examples/*.json"), source / "data/l-glutamine.json"]:
        if article.name.endswith(".clinic.json"):
            continue
        own = article.with_suffix(".clinic.json")
        clinic = own if own.exists() else source / "data/clinic.json"
        yield article.name, article.read_bytes() + b"\0" + clinic.read_bytes()


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
        "handout": pairs(source),
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
    only = sys.argv[4] if len(sys.argv) > 4 else None
    put(program, source, folder, only)
    if len(sys.argv) < 6:
        return 0
    return subprocess.run([sys.argv[5], *sorted((folder / only).iterdir())], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
