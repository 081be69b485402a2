"""
Handouts to test with: the shipped article printed in every way, and those of golden/ in one way
each, in turn, so that slow judges see each way several times and not each article in each way; of
these a short check has every third.  A long check has these as they come, too.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from support.effort import LONG, sample
from support.program import run

PAPERS = ("letter", "a4")
WAYS = {"default": [], "no-letterhead": ["--no-letterhead"], "no-clinic": ["--no-clinic"],
        "small-body": [], "large-print": ["--large-print"],
        "fillable": ["--fillable"], "attach-source": ["--attach-source"]}

# What is added to the summary, sentence by sentence, until the body goes under 12 pt.
MORE = " This sentence is here to fill the page."
WORDS_OF_MORE = len(MORE.split())


@dataclass(frozen=True)
class Handout:
    name: str
    path: Path
    article: dict = field(compare=False)


def articles(source):
    golden = sorted((source / "tests/golden").glob("*.json"))
    return [source / "data/l-glutamine.json",
            *(path for path in golden if not path.name.endswith(".clinic.json"))]


def arguments(source, article, paper, way):
    """What golden.py calls the program with; an article without a clinic gets the shipped one."""
    own = article.with_suffix(".clinic.json")
    args = article.with_suffix(".args")
    clinic = own if own.exists() else source / "data/clinic.json"
    return [*(args.read_text().split() if args.exists() else []), f"--paper={paper}",
            *([] if way == "no-clinic" else ["-c", clinic]), *WAYS[way]]


def lengthened(program, folder, article, options):
    """A copy of the article that fits on the page with a warning only."""
    text = json.loads(article.read_text())
    copy = folder / article.name
    room = re.search(r"room for about (\d+) word", run(program, *options, article, cwd=folder).err)
    added = int(room[1]) // WORDS_OF_MORE if room else 0
    summary = text["summary"]
    while True:
        text["summary"] = summary + MORE * added
        copy.write_text(json.dumps(text))
        result = run(program, *options, "--check", copy, cwd=folder)
        if "small-body" in result.slugs():
            return copy
        assert result.status == 0, f"{article.name} goes from 12 pt to no page: {result.err}"
        added += 1


def handout(program, source, folder, article, paper, way):
    """One PDF in the folder. @return None if the program refuses it, with a reason."""
    options = arguments(source, article, paper, way)
    given = article
    if way == "small-body":
        if run(program, *options, "--check", article, cwd=folder).status:
            return None
        given = lengthened(program, folder, article, options)
    name = f"{article.parent.name}-{article.stem}-{paper}-{way}"
    path = folder / f"{name}.pdf"
    result = run(program, *options, "-o", path, given, cwd=folder)
    assert result.status in (0, 1), f"{name}: status {result.status}: {result.err}"
    return Handout(name, path, json.loads(given.read_text())) if result.status == 0 else None


def plan(source):
    """(article, paper, way)"""
    ways = [(paper, way) for way in WAYS for paper in PAPERS]
    shipped, *others = articles(source)
    yield from ((shipped, *way) for way in ways)
    for i, article in sample(enumerate(others), 3):
        if LONG:
            yield article, *ways[0]
        yield article, *ways[1 + i % (len(ways) - 1)]


def handouts(program, source, folder):
    """Those of the plan; of those with the same bytes, one."""
    seen = set()
    for article, paper, way in plan(source):
        made = handout(program, source, folder, article, paper, way)
        if made:
            digest = hashlib.sha256(made.path.read_bytes()).digest()
            if digest not in seen:
                seen.add(digest)
                yield made
