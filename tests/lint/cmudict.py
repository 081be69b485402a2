"""The CMU Pronouncing Dictionary as Debian's festlex-cmu has it, in Lisp:

    ("abandon" nil (((ax) 0) ((b ae n) 1) ((d ax n) 0)))

A syllable is its sounds and its stress.  A word may have more than one pronunciation.
"""

import re
import sys
from pathlib import Path

PATH = Path("/usr/share/festival/dicts/cmu/cmudict-0.4.out")


def syllables():
    """Words in small letters -> the set of their numbers of syllables."""
    if not PATH.exists():
        sys.exit(f"{PATH} is not there; on Debian: apt install festlex-cmu")
    words = {}
    for word, sounds in re.findall(r'(?m)^\("([^"]+)" \S+ \((.*)\)\)$', PATH.read_text()):
        if word == word.lower():
            words.setdefault(word, set()).add(len(re.findall(r"\([a-z ]+\) [0-9]", sounds)))
    assert len(words) > 100000 and words["abandon"] == {3}, f"{PATH} could not be read"
    return words
