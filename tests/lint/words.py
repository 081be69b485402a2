#!/usr/bin/env python3
"""The lists of words: words.py HANDOUT SOURCE_FOLDER.

Every "plain" and "medical" entry of data/review/en.tsv must be found where it stands, in each of its
forms, with its plain words as the hint; and no hint may lead to a word that is itself on a list.
"""

import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lint import Reviewer
from support.effort import sample
from support.tally import Tally, expect_equal

LISTS = {"plain": "plain-word", "medical": "medical-word"}
AT_ONCE = 12  # entries in one article: a list may have no more
# base: with -s, the participle, with -ing. What the hints are made of, spelled out.
FORMS = {
    "add": "adds added adding", "adjust": "adjusts adjusted adjusting",
    "allow": "allows allowed allowing", "ask": "asks asked asking",
    "avoid": "avoids avoided avoiding", "block": "blocks blocked blocking",
    "break": "breaks broken breaking", "build": "builds built building",
    "buy": "buys bought buying", "carry": "carries carried carrying",
    "change": "changes changed changing", "check": "checks checked checking",
    "choose": "chooses chosen choosing", "clot": "clots clotted clotting",
    "decide": "decides decided deciding", "do": "does done doing", "drink": "drinks drunk drinking",
    "ease": "eases eased easing", "eat": "eats eaten eating", "end": "ends ended ending",
    "expect": "expects expected expecting", "feel": "feels felt feeling",
    "find": "finds found finding", "fix": "fixes fixed fixing",
    "follow": "follows followed following", "get": "gets gotten getting", "give": "gives given giving",
    "go": "goes gone going", "harm": "harms harmed harming", "have": "has had having",
    "help": "helps helped helping", "improve": "improves improved improving",
    "include": "includes included including", "keep": "keeps kept keeping",
    "last": "lasts lasted lasting", "lessen": "lessens lessened lessening",
    "let": "lets let letting", "limit": "limits limited limiting", "live": "lives lived living",
    "make": "makes made making", "meet": "meets met meeting", "need": "needs needed needing",
    "pass": "passes passed passing", "pick": "picks picked picking",
    "reach": "reaches reached reaching", "reduce": "reduces reduced reducing",
    "refill": "refills refilled refilling", "remove": "removes removed removing",
    "show": "shows shown showing", "slow": "slows slowed slowing", "speed": "speeds sped speeding",
    "spread": "spreads spread spreading", "start": "starts started starting",
    "stick": "sticks stuck sticking", "stop": "stops stopped stopping",
    "swallow": "swallows swallowed swallowing", "take": "takes taken taking",
    "talk": "talks talked talking", "tell": "tells told telling",
    "think": "thinks thought thinking", "try": "tries tried trying", "use": "uses used using",
    "walk": "walks walked walking", "widen": "widens widened widening",
}


def entries(source, name):
    """Phrase and what to say instead of a class; "" instead: it guards the words in it."""
    lines = (source / "data/review/en.tsv").read_text().splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], "" if row[2] == "=" else row[2]) for row in rows if row[1] == name]


def with_ending(words, ending, inflected):
    """The words, those with "~" inflected; without an ending their bases."""
    def one(word):
        base = word.removesuffix("~")
        return word if base == word else base if ending is None else inflected(base)
    return " ".join(one(word) for word in words.split(" "))


def plural(base, after_s="s"):
    if re.search("[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + (after_s if re.search("(s|x|z|ch|sh|o)$", base) else "s")


def inflect(words, ending):
    """Written apart from the program: plural nouns by their last letter, verbs by FORMS."""
    def inflected(base):
        if base in FORMS:
            return FORMS[base].split()[ending]
        assert ending == 0, f"no forms of {base}"
        return plural(base)
    return with_ending(words, ending, inflected)


def quoted(plain, ending=None):
    return " or ".join(f'"{inflect(choice, ending)}"' for choice in plain.split("/"))


def found(reviewer, texts, slug):
    """The words and the hint of each finding of the rule, in the order of the file."""
    # A text must not be a name, nor said to be explained; "so" ends what went before.
    result = reviewer.run({"article": {"cautions": [f"So {text} so." for text in texts]}})
    return re.findall(rf'"([^"]+)"(?: is a medical term)? \[{slug}\]\n.*\n.*\n  hint: write (.*?)'
                      r"(?:, or say what it means)?\n", result.err)


def are_found(reviewer, rows, slug, ending):
    rows = [row for row in rows if row[1] and (ending is None or "~" in row[0])]
    for start in sample(range(0, len(rows), AT_ONCE), 1, 3):
        part = rows[start:start + AT_ONCE]
        wanted = [(form(words, ending), quoted(plain, ending)) for words, plain in part]
        expect_equal(found(reviewer, [words for words, _ in wanted], slug), wanted, "what is found")


def form(words, ending):
    """The entry as an author writes it: here only the regular ones that all bases have."""
    return with_ending(words, ending, lambda base: plural(base, "es"))


def hints_are_plain(rows, all_rows):
    listed = {words.replace("~", "") for words, plain in all_rows if plain}
    hints = {choice.replace("~", "") for _, plain in rows for choice in plain.split("/")}
    expect_equal(sorted(listed & hints), [], "hints that are on a list")


def hint_in(reviewer, text, hint):
    hints = found(reviewer, [text], "plain-word")
    expect_equal([quote for _, quote in hints], [hint], f"the hint on {text!r}")


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    lists = {name: entries(source, name) for name in LISTS}
    with tempfile.TemporaryDirectory(prefix="handout-words-") as scratch:
        reviewer = Reviewer(program, source / "tests/lint", Path(scratch))
        for name, slug in LISTS.items():
            tally.run(f"{name}: many", lambda rows: expect_equal(len(rows) >= 150, True, "150"),
                      lists[name])
            tally.run(f"{name}: plain hints", hints_are_plain, lists[name],
                      lists["plain"] + lists["medical"])
            tally.run(f"{name}: found", are_found, reviewer, lists[name], slug, None)
            tally.run(f"{name}: found with -s", are_found, reviewer, lists[name], slug, 0)
        for text, hint in (("utilized", '"used"'), ("utilizing", '"using"'),
                           ("terminated", '"stopped" or "ended"'), ("obtaining", '"getting"'),
                           ("modified", '"changed"'), ("administered", '"given" or "taken"'),
                           ("they administered it", '"gave" or "took"'),
                           ("it has clearly demonstrated the dose", '"shown"'),
                           ("we demonstrated that", '"showed"'),
                           ("exacerbating", '"making worse"'), ("undergoing", '"having"'),
                           ("rectified", '"fixed"'), ("attempted", '"tried"'),
                           ("making a decision", '"deciding"'), ("informs", '"tells"')):
            tally.run(text, hint_in, reviewer, text, hint)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
