#!/usr/bin/env python3
"""Reviews of articles that nobody would write: storm.py HANDOUT.

Texts are put together from words that have been hard to read somewhere, with fixed seeds.  Whatever
they say, a review ends with status 0 or 1, says the same thing twice, and each finding points at a
place that is there: at the words that it quotes.
"""

import json
import random
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.effort import rounds
from support.program import run
from support.schema import sections_of
from support.tally import Tally, expect_equal

BATCHES = rounds(12, 24, 4)
ARTICLES = 15  # a batch; they share a clinic
LONGEST = 4000

RULES = {match[1]: match[2] for match in re.finditer(
    r'RULE\(\w+,\s*"([a-z-]+)",\s*\w+,\s*"((?:[^"\\]|\\.)*)"',
    (Path(__file__).resolve().parents[2] / "src/base/rule.def").read_text())}

# The rules that quote something else than what they point at: a field, a tag, a whole reference.
QUOTES_ELSE = {"section-grade", "section-goal", "reading-unmeasured", "wording-unreviewed",
               "long-list", "line-length"}

PLAIN = """a an and are at body by can day do drink eat feel food for glass have help if in is it
less may more much no not of on or pain pill sick sleep so some stop take tea that the this to
too use water we well when will with you your""".split()
HARD = """cure cures healing powerful detox miracle proven guaranteed 100% natural heals prevents
treats utilize utilizing prior subsequently hypertension inflammation metabolism bioavailability
gastrointestinal glutathione anti-inflammatory administered was is been being be taken given written
should must defer ignore delay medical advice not never blog post article click amazon.com amzn.to
https://www.amazon.com/x?tag=abc-20 patients users readers diabetes cancer IBS QD BID U IU cc µg
mcg NF-κB STAT DNA FDA TAKE WITH FOOD STOP e.g. i.e. etc. vs. Dr. a.m. p.m. U.S. St. A. I I. Z.
shall may might could evaluated diagnose disease statement References disclaimer""".split()
NUMBERS = """0 1 5 10 1000 1500 100000 1,000 10,000.50 0.5 .5 5. 5.0 05 1.0mg 5mg 5g 5-15 5–15 5—15
5/10 1/2 ½ 50% 50 100mL 10IU 1e5 -5 +5 ~5 ≤5 5x 2x/day mg/kg 5&10 5@10 1.2.3 1..5
9999999999999999999 2024-01-01 555-0100 5,5 ,5 % °C mg g kg mL mcg IU grams drops capsules tablets
times daily hours""".split()
MARKS = [".", "..", "...", "…", ",", ";", ":", "!", "?", "?!", "-", "–", "—", "(", ")", "[", "]",
         "\"", "'", "’", "‘", "“", "”", "«", "»", "/", "\\", "&", "@", "+", "*", "#", "%", "•", "·",
         "(.", ".)", "\".", ".\"", "''", "--", "()", "{0}", "{1}", "{", "%s", "%n"]
OTHER = ["Größe", "naïve", "ÉTÉ", "é", "Ünï", "Ελλάδα", "Привет", "ПРИВЕТ", "Việt", "e\u0301",
         "\u0301", "İ", "ß", "ǅ", "K", "α", "Ω", "pre\u2011natal", "10\u00a0mg",
         "\u00a0", "\u202f", "don’t", "rock’n’roll", "l’été", "¿qué?",
         "supercalifragilisticexpialidocious", "a.b.c.d", "9.9.9"]
SHORTEST = [".", "…", "a", "I", "5", "A.", "é", "?", ".5", "\"", "-", "0", "’", "a.m.", "St.", "1/",
            "%", " a ", "\u00a0a"]
WIDE = ["x" * 90, "A" * 70, "ab-" * 25 + "c", "https://www.amazon.com/dp/" + "x" * 90]  # for a line
LANGUAGES = ["en-US", "en-US", "en-US", "en", "en-GB", "es", "es-MX", "fr", "vi", "ru", "pl", "el",
             "de"]
SEPARATORS = [" ", " ", " ", " ", " ", "  ", "\u00a0", ". ", ", ", "; ", "? ", "! ", ".", "\u202f",
              " - ", ".\u00a0"]


# What keeps an article from the page, but not from its review.
NO_PAGE = {"does-not-fit", "word-too-wide"}


class Storm:
    """Articles and clinics of one seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.most = self.items = 0  # words of a text, items of a list: little that fits on a page
        self.wide = False           # or much that does not

    def start(self):
        self.most = self.random.choice([3, 6, 12, 30])
        self.items = self.random.choice([1, 2, 4, 12])
        self.wide = self.random.random() < 0.2

    def word(self):
        kinds = [PLAIN] * 60 + [HARD] * 40 + [NUMBERS] * 30 + [MARKS, OTHER] * 10
        kind = self.random.choice(kinds + [WIDE] * self.wide)
        word = self.random.choice(kind)
        return word.capitalize() if self.random.random() < 0.1 else word

    def words(self, count):
        return "".join(self.word() + self.random.choice(SEPARATORS) for _ in range(count))

    def text(self, most=LONGEST):
        r = self.random
        kind = r.random()
        if kind < 0.1:
            text = r.choice(SHORTEST)
        elif kind < 0.15:
            text = "".join(r.choice(MARKS) for _ in range(r.randint(1, 30)))
        elif kind < 0.2:
            text = "".join(r.choice("0123456789.,-/ ") for _ in range(r.randint(1, 30))) + "0"
        elif kind < 0.21 and self.most == 30:
            text = self.words(1500)
        else:
            text = self.words(r.randint(1, self.most)) + r.choice(["", ".", "…", "?"])
        return text[:most] if text[:most].strip(" \u00a0\u202f") else "a"

    def texts(self):
        return [self.text() for _ in range(self.random.randint(1, self.items))]

    def points(self):
        return [{"title": self.text(200), "text": text} if self.random.random() < 0.5 else text
                for text in self.texts()]

    def reference(self):
        if self.random.random() < 0.3:
            return self.text()
        reference = {"type": self.random.choice(["article-journal", "book", "webpage", "report"]),
                     "title": self.text(), "container-title": self.text(200),
                     "author": [{"family": self.text(40), "given": "A."}, {"literal": "B"}],
                     "issued": {"date-parts": [[self.random.randint(1900, 2030)]]},
                     "DOI": "10.1000/x", "URL": "https://amzn.to/x?tag=y-20"}
        return self.some(reference, {"type", "title"})

    def some(self, fields, required):
        keep = self.random.choice([0.0, 0.5, 1.0])
        return {name: value for name, value in fields.items()
                if name in required or self.random.random() < keep}

    def article(self):
        r = self.random
        self.start()
        dosage = self.some({"amount": self.text(200), "how": self.text(), "steps": self.texts()},
                           {"how"})
        article = {
            "language": r.choice(LANGUAGES), "title": self.text(200), "subtitle": self.text(200),
            "summary": self.text(), "dosage": dosage if r.random() < 0.7 else self.text(),
            **{name: self.texts() for name in sections_of("texts")},
            **{name: self.points() for name in sections_of("points")},
            "references": [self.reference() for _ in range(r.randint(0, 5))],
            "disclaimer": self.text(), "topic": self.texts(),
            "source": {"title": self.text(200), "url": "https://www.amazon.com/?tag=x-20",
                       "updated": f"{r.randint(1999, 2025)}-0{r.randint(1, 9)}-01"},
            "reviewed": {"by": self.text(100), "on": "2020-02-29",
                         "next": f"20{r.randint(20, 30)}-01-31"},
        }
        return self.some(article, {"title", "summary", "benefits", "dosage", "cautions",
                                   "references", "disclaimer"})

    def clinic(self):
        self.start()
        levels = {slug: self.random.choice(["off", "note", "warning", "error"]) for slug in RULES}
        clinic = {"disclaimer": self.text(), "about": self.text(), "hours": self.text(200),
                  "emergency": self.text(), "website": "https://amzn.to/x", "accent": "#FFD700",
                  "plan": self.random.choice([False, ["a", "b"]]), "paper": "a5", "qr": "website",
                  "supplement_statement": "singular", "labels": {"cautions": "Take care"},
                  "rules": self.some(levels, set())}
        return {"name": "Clinic", "phone": "1", **self.some(clinic, set())}

    def file(self, value):
        """In one of the ways to write JSON, with and without escapes."""
        return json.dumps(value, ensure_ascii=self.random.random() < 0.3,
                          indent=self.random.choice([None, 0, 2, 4]))


# ---- What was said of it ----

def behind(line, column):
    """The JSON string from that column on, without its escapes; None if it is in none."""
    rest = re.match(r'"?((?:[^"\\]|\\.)*)', line[column - 1:])[1]
    try:
        return json.loads(f'"{rest}"')
    except json.JSONDecodeError:
        return None


def quoted_in(diagnostic):
    """The words of the file that the message quotes; None if it quotes none."""
    template = RULES.get(diagnostic["id"], "").replace('\\"', '"')
    if diagnostic["id"] in QUOTES_ELSE or '"{0}"' not in template:
        return None
    form = re.sub(r"\\{\d\\}", ".*", re.escape(template.replace("{0}", "QUOTED")))
    match = re.fullmatch(form.replace("QUOTED", "(.*)"), diagnostic["message"])
    assert match, f"the message is not that of the table: {template}"
    return match[1]


def check_place(diagnostic, line):
    column, width = diagnostic["column"], diagnostic["width"]
    end = column - 1 + width
    assert column >= 1 and width >= 1, "nothing is marked"
    assert end <= max(len(line), column), "the mark leaves its line"
    quoted = quoted_in(diagnostic)
    if quoted is None:
        return
    if line[column - 1] == "{":  # a reference, whose values have no places of their own
        return
    text = behind(line, column)
    assert text is not None, "the mark starts inside of an escape"
    marked = text[:max(width, len(quoted))]  # of a long line a part is shown, and marked
    assert quoted.removesuffix("…") in marked, f"what is marked is {marked[:60]!r}"


def check_diagnostic(diagnostic, files):
    assert set(diagnostic) >= {"id", "severity", "file", "line", "column", "width", "message",
                               "hint"}
    expect_equal(diagnostic["severity"] in ("note", "warning", "error"), True, "the severity")
    if diagnostic["line"] == 0:
        expect_equal(diagnostic["column"], 0, "the column without a line")
        return
    lines = files[diagnostic["file"]].split("\n")
    assert diagnostic["line"] <= len(lines), "there is no such line"
    check_place(diagnostic, lines[diagnostic["line"] - 1])


def check_said(result, files):
    """@return how many articles were reviewed, and the slugs."""
    said = [json.loads(line) for line in result.err.splitlines()]
    diagnostics = [one for one in said if one["type"] == "diagnostic"]
    for one in diagnostics:
        try:
            check_diagnostic(one, files)
        except AssertionError as fault:
            raise AssertionError(f"{fault}\n     {one}") from fault
    errors = any(one["severity"] == "error" for one in diagnostics)
    expect_equal(result.status, 1 if errors else 0, "the status")
    refused = {one["file"] for one in diagnostics
               if one["severity"] == "error" and one["id"] not in NO_PAGE | set(RULES)}
    return len([name for name in files if name not in refused]), {one["id"] for one in diagnostics}


def blow(program, folder, seed, seen):
    storm = Storm(seed)
    files = {f"a{i}.json": storm.file(storm.article()) for i in range(ARTICLES)}
    args = ["--check", "--date=2026-01-15", *storm.random.choice([[], [], ["--large-print"]])]
    names = sorted(files)
    if seed % 3:
        files["clinic.json"] = storm.file(storm.clinic())
        args += ["-c", "clinic.json"]
    else:
        args.append("--no-clinic")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    result = run(program, *args, "--diagnostics=json", *names, cwd=folder)
    if seed % 2 == 0:
        again = run(program, *args, "--diagnostics=json", *names, cwd=folder)
        expect_equal((again.status, again.out, again.err), (result.status, result.out, result.err),
                     "what is said the second time")
    elif seed % 4 == 1:
        expect_equal(run(program, *args, *names, cwd=folder).status, result.status, "the status")
    reviewed, slugs = check_said(result, files)
    assert reviewed >= ARTICLES * 3 // 4, f"only {reviewed} could be reviewed: {slugs}"
    seen |= slugs


def is_a_storm(seen):
    """Reviews that find little prove little."""
    found = seen & set(RULES)
    print(f"{len(found)} of {len(RULES)} rules found something")
    assert len(found) >= 40, sorted(set(RULES) - found)


def main():
    program = Path(sys.argv[1]).resolve()
    tally, seen = Tally(), set()
    with tempfile.TemporaryDirectory(prefix="handout-storm-") as folder:
        for seed in range(BATCHES):
            tally.run(f"seed {seed}", blow, program, Path(folder), seed, seen)
    tally.run("rules that found something", is_a_storm, seen)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
