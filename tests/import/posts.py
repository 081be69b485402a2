#!/usr/bin/env python3
"""Drafts from posts: posts.py HANDOUT FOLDER

Each post in FOLDER/posts has its right answer beside it: NAME.right, a line a sentence, with the
field that it belongs in before it.  The seed article, in FOLDER/seed as text and as three site
builders write it, must give exactly the files in FOLDER/seed/right.  The share of sentences in the
right field is printed and is 90 % at least; of all posts every word is in the draft or told.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.expected import expect_file
from support.program import run
from support.tally import Tally, expect_equal

LEAST = 0.90
POSTS = (".html", ".md", ".txt")
NOT_TEXT = {"script", "style", "template", "svg", "iframe", "head"}


def words(text):
    return re.findall(r"\w+", text.lower())


# ---- What a post says, read without the program ----

class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.skipped = [], 0

    def handle_starttag(self, tag, attrs):
        self.skipped += tag in NOT_TEXT
        self.found.append("\n")
        if tag == "img":
            self.found.append(f" {dict(attrs).get('alt') or ''} ")

    def handle_endtag(self, tag):
        self.skipped -= tag in NOT_TEXT
        if tag not in ("b", "i", "em", "strong", "span", "a", "font", "sup", "sub"):
            self.found.append("\n")

    def handle_data(self, data):
        if not self.skipped:
            self.found.append(data)


INLINE = r"</?(?:b|i|em|strong|span|a|font|sub)(?: [^>]*)?>"
MARK = r"(?m)^[ \t>]*(?:[-*+•]|\(?(?:\d{1,2}|[a-z])[.)]|\[\d{1,2}\])[ \t]+"


def decoded(content):
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def visible(name, text):
    """All text that a reader of the post could see."""
    text = text.replace("\u200b", "").replace("\u00ad", "")
    if name.endswith(".html"):
        parser = Words()
        parser.feed(re.sub(INLINE, "", text))
        text = "".join(parser.found)
    elif name.endswith(".md"):
        text = re.sub(r"\]\([^)]*\)|<!--.*?-->", " ", text)
        text = re.sub(r"(?m)^(title|date): *", "", text)
    return re.sub(MARK, "", text)


# ---- What the program makes of it ----

class Draft:
    def __init__(self, program, path, place):
        place.mkdir()
        self.result = run(program, "--diagnostics=json", "--import", str(path), cwd=place)
        assert self.result.status == 0, self.result.err
        files = {file.name: file.read_text() for file in place.glob("*.json")}
        self.clinic_text = files.pop("clinic.json", "")
        (self.name, self.text), = files.items()
        self.article = json.loads(self.text)
        self.clinic = json.loads(self.clinic_text or "{}")
        checked = run(program, "--dump=article", "--no-clinic", self.name, cwd=place)
        assert checked.status == 0, f"the draft is no article: {checked.err}"
        if self.clinic:
            checked = run(program, "--dump=article", self.name, cwd=place)
            assert checked.status == 0, f"the draft is no clinic: {checked.err}"

    def messages(self):
        return [json.loads(line) for line in self.result.err.splitlines()]

    def left(self):
        return " | ".join(m["message"].split(": ", 1)[1] for m in self.messages()
                          if m.get("id") == "post-left-out")

    def field(self, name):
        """All text of a field: "benefits", "dosage.amount", "clinic.phone", "left"."""
        if name == "left":
            return self.left()
        if name.startswith("clinic."):
            return flat(self.clinic.get(name[7:], ""))
        value = self.article
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        return flat(value)


def flat(value):
    if isinstance(value, dict):
        return " ".join(flat(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(flat(part) for part in value)
    return str(value)


def written_forms(references):
    """What stands in a line for an item: initials without their stops, and the marks of parts."""
    for item in references:
        if isinstance(item, dict):
            yield from (re.sub(r"[. ]", "", name["given"]) for name in item["author"])
            yield "https doi org"


# ---- The tests ----

def loses_no_word(draft, path):
    there = Counter(words(" ".join((flat(draft.article), flat(draft.clinic), draft.left(),
                                    *written_forms(draft.article["references"])))))
    lost = Counter(words(visible(path.name, decoded(path.read_bytes())))) - there
    expect_equal(dict(lost), {}, "the words that were lost")


def invents_nothing(draft, path):
    """What a field says is in the post, or said to be missing."""
    said = set(words(visible(path.name, decoded(path.read_bytes())) + decoded(path.read_bytes())))
    missing = [m for m in draft.messages() if m.get("id") == "post-missing"]
    made = {"the post does not say this write it here", "el artículo no lo dice escríbalo aquí"}
    made = set(" ".join(made).split()) if missing else set()
    for name in ("title", "summary", "benefits", "dosage", "cautions", "disclaimer"):
        new = set(words(draft.field(name))) - said - made
        expect_equal(new, set(), f"what is new in {name}")


class Sentences:
    """Counts the sentences that are in their right field."""

    def __init__(self):
        self.right = self.all = 0

    def judge(self, draft, path):
        wrong = []
        for line in path.with_suffix(".right").read_text().splitlines():
            field, sentence = line.split("\t")
            found = f" {' '.join(words(draft.field(field)))} "
            good = f" {' '.join(words(sentence))} " in found
            self.right += good
            self.all += 1
            if not good:
                wrong.append(f"{field}: {sentence}")
        if wrong:
            print(f"{path.name}: not in its field:", *wrong, sep="\n    ")

    def are_enough(self):
        print(f"{self.right} of {self.all} sentences ({self.right / self.all:.1%}) "
              "are in the right field")
        assert self.right >= LEAST * self.all


def gives_seed(draft, folder):
    """But for the language and the address, which a text file does not have."""
    article = dict(draft.article, language="en-US")
    article["source"] = {k: v for k, v in article["source"].items() if k != "url"}
    expect_file(folder / "l-glutamine.json", json.dumps(article, indent=2, ensure_ascii=False) + "\n")
    expect_file(folder / "clinic.json", draft.clinic_text)


def test_seed(tally, program, folder, scratch):
    for path in sorted(folder.glob("*.*")):
        draft = Draft(program, path, scratch / path.name)
        tally.run(f"seed {path.name}", gives_seed, draft, folder / "right")
        tally.run(f"seed {path.name}: no word is lost", loses_no_word, draft, path)
        tally.run(f"seed {path.name}: nothing is new", invents_nothing, draft, path)


def test_posts(tally, program, folder, scratch):
    sentences = Sentences()
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in POSTS]
    assert len(paths) >= 10
    for path in paths:
        draft = Draft(program, path, scratch / f"post.{path.name}")
        sentences.judge(draft, path)
        tally.run(f"{path.name}: no word is lost", loses_no_word, draft, path)
        tally.run(f"{path.name}: nothing is new", invents_nothing, draft, path)
    tally.run("sentences", sentences.are_enough)


def main():
    program, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-import-") as scratch:
        test_seed(tally, program, folder / "seed", Path(scratch))
        if (folder / "posts").exists():
            test_posts(tally, program, folder / "posts", Path(scratch))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
