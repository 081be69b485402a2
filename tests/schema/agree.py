#!/usr/bin/env python3
"""The schemas of data/ and the program accept the same files: agree.py HANDOUT SOURCE

Valid files are spoilt in thousands of ways (mutants.py); python3-jsonschema and `handout --check`
must agree on each; of these a short check takes a sample.  What a schema cannot say is in
EXCLUSIONS, with a file that shows it: the schema accepts it, the program does not, and
data/README.md tells the reader.

A schema's patterns are ECMAScript's, whose $ is the end of the text; Python's also stands before a
last line end, so it is replaced by Python's \\Z. Formats are not checked; the schemas use patterns.
"""

import calendar
import json
import os
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

import jsonschema

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from cited import only_the_program_tells
from mutants import mutants
from support.effort import sample
from support.program import run
from support.schema import sections_of
from support.tally import Tally, expect_equal
from support.wording import SMALLEST

SEED, BY_CHANCE = 4, 150
AT_ONCE = 500  # files in one call of the program

# Faults of the page, not of the file; characters that no font has; and files beside the clinic's.
OF_THE_PAGE = {"does-not-fit", "word-too-wide", "no-glyph", "no-script", "cannot-load", "bad-logo",
               "bad-font", "qr-without-content", "qr-too-long"}
RULE = re.compile(r'(?m)^RULE\(\w+, "([a-z0-9-]+)"')

CLINIC = {"name": "N", "phone": "1", "disclaimer": "D"}
ITEM = {"type": "book", "title": "T", "author": [{"literal": "A"}], "issued": {"raw": "2019"}}


def article(**fields):
    return json.dumps({**SMALLEST, **fields})


def item(**fields):
    return article(references=[{**ITEM, **fields}])


def deep(levels):
    return item(note=json.loads("[" * levels + "]" * levels))


# The README's words -> the program's, and a file. Texts, as not all can come of json.dumps().
EXCLUSIONS = {
    "a field that is given twice": ("duplicate-field", article()[:-1] + ', "title": "T"}'),
    "a day that does not exist, such as 2023-02-30":
        ("bad-date", article(reviewed={"on": "2023-02-30"})),
    "the same in a reference": ("bad-date", item(issued={"date-parts": [[2023, 2, 30]]})),
    "a character that no font of the handout has": ("no-glyph", article(title="\U0001F600")),
    "a character beyond U+FFFF that cannot be printed":
        ("control-character", article(title="T\U000E0001")),
    "U+0000 in a text that is not printed": ("nul-character", item(note="a\0b")),
    "a text of a reference that is nothing but mark-up": ("empty-text", item(title="<i> </i>")),
    "a record of BibTeX or RIS in a reference":
        ("reference-format", article(references=["TY  - JOUR"])),
    "words or numbers in a reference that are no date": ("bad-date", item(issued={"raw": "98"})),
    "a field of a reference whose name is nearly right": ("unknown-field", item(tilte="T")),
    "a whole number with a point or an exponent in a date":
        ("bad-date", item(issued={"date-parts": [[2019.0]]})),
    "a number that is too large for a computer":
        ("bad-number", item(volume=0).replace('"volume": 0', '"volume": 1e999')),
    "brackets nested more than 32 deep": ("too-deep", deep(40)),
    "more than 20,000 values": ("too-many-values", item(note=[0] * 20001)),
    "a file of more than 1 MiB": ("too-large", item(note="x" * (1 << 20))),
    "that neither the article nor the clinic file has a disclaimer": ("no-disclaimer", json.dumps(
        {name: value for name, value in SMALLEST.items() if name != "disclaimer"})),
    "text that does not fit on the page":
        ("does-not-fit", article(summary=("long words " * 360)[:3999] + ".")),
}


# ---- The schemas ----

def python_patterns(schema):
    """The same with each $ at the end of a pattern or a branch as Python's \\Z."""
    if isinstance(schema, dict):
        return {(python_pattern(name) if name.startswith("^") else name):
                python_pattern(value) if name == "pattern" else python_patterns(value)
                for name, value in schema.items()}
    return [python_patterns(value) for value in schema] if isinstance(schema, list) else schema


def python_pattern(pattern):
    return re.sub(r"\$(?=[)|]|$)", r"\\Z", pattern)


def documented(value, where):
    """Every field has a title, a description and an example; @return those that lack one."""
    lacks = []
    if isinstance(value, dict):
        for name, field in (value.get("properties") or {}).items():
            for part in ("title", "description", "examples"):
                if part not in field:
                    lacks.append(f"{where}.{name}: no {part}")
        for name, child in value.items():
            lacks += documented(child, f"{where}.{name}")
    elif isinstance(value, list):
        for child in value:
            lacks += documented(child, where)
    return lacks


class Schema:
    def __init__(self, data, name):
        self.name = name
        self.schema = json.loads((data / f"{name}.schema.json").read_text())
        self.validator = jsonschema.Draft202012Validator(python_patterns(self.schema))

    def accepts(self, document):
        return self.validator.is_valid(document)

    def is_sound(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)
        lacks = documented(self.schema, self.name)
        assert not lacks, lacks
        assert self.examples(self.schema), "there are no examples"

    def examples(self, part):
        """Each example is valid where it stands. @return how many there are."""
        if isinstance(part, list):
            return sum(self.examples(child) for child in part)
        if not isinstance(part, dict):
            return 0
        own = part.get("examples", [])
        checker = jsonschema.Draft202012Validator(
            {**python_patterns(part), "$defs": python_patterns(self.schema["$defs"])})
        for example in own:
            checker.validate(example)
        return len(own) + sum(self.examples(child) for name, child in part.items()
                              if name != "examples")


# ---- The program ----

class Program:
    """Each case is a numbered article, or a folder of that number with a clinic file beside the
    valid article; a numbered article has the valid clinic file beside it."""

    def __init__(self, path, folder):
        self.path, self.folder, self.cases = path, folder, 0
        for name, content in (("article", SMALLEST), ("clinic", CLINIC)):
            (folder / f"{name}.json").write_text(json.dumps(content))

    def case(self, name, text):
        """@return the article's path."""
        self.cases += 1
        if name == "article":
            (self.folder / f"{self.cases}.json").write_text(text)
            return f"{self.cases}.json"
        here = self.folder / str(self.cases)
        here.mkdir()
        os.link(self.folder / "article.json", here / "article.json")
        (here / "clinic.json").write_text(text)
        return f"{self.cases}/article.json"

    def faults(self, name, texts):
        """For each text of an article or a clinic the ids of its errors; None if nothing came."""
        articles = [self.case(name, text) for text in texts]
        found = {int(re.match("[0-9]+", path)[0]): None for path in articles}
        result = run(self.path, "--check", "--diagnostics=json", "--date=2025-01-01", *articles,
                     cwd=self.folder)
        for line in result.err.splitlines():
            message = json.loads(line)
            case = int(re.match("[0-9]+", message.get("article") or message["file"])[0])
            if message["type"] != "diagnostic":
                found[case] = found[case] or set()
            elif message["severity"] == "error":
                found[case] = (found[case] or set()) | {message["id"]}
        return list(found.values())


# ---- What is compared ----

def in_batches(cases):
    batch = []
    for case in cases:
        batch.append(case)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def is_no_day(parts):
    """Of three numbers, written as such or as texts."""
    if len(parts) != 3 or not all(re.fullmatch("[0-9]{1,4}", str(part)) for part in parts):
        return False
    year, month, day = map(int, parts)
    return (1 <= year and 1 <= month <= 12 and day <= 31
            and day > calendar.monthrange(year, month)[1])


def no_such_day(value):
    """Whether a date somewhere in it has the form, but is not in the calendar."""
    if isinstance(value, str):
        return is_no_day(value.split("-"))
    if isinstance(value, list) and is_no_day(value):
        return True
    children = value.values() if isinstance(value, dict) else \
        value if isinstance(value, list) else ()
    return any(no_such_day(child) for child in children)


def agree(what, document, accepted, faults, beside):
    """@param beside  faults that are not about the form of a file."""
    assert faults is not None, f"{what}: the program says nothing of {json.dumps(document)}"
    faults = faults - beside
    if accepted and faults <= only_the_program_tells(document):
        return
    if faults == {"bad-date"} and accepted and no_such_day(document):
        return
    says = f"the program refuses it ({', '.join(sorted(faults))})" if faults \
        else "the program accepts it"
    assert accepted == (not faults), (
        f"{what}: {says}, the schema {'accepts' if accepted else 'refuses'} it:\n"
        f"     {json.dumps(document, ensure_ascii=False)[:3000]}")


def compare(tally, schema, program, cases, beside):
    """@return how many were accepted."""
    accepted = 0
    for batch in in_batches(cases):
        faults = program.faults(schema.name, [json.dumps(document, ensure_ascii=False)
                                              for what, document in batch])
        for (what, document), found in zip(batch, faults):
            verdict = schema.accepts(document)
            accepted += verdict
            tally.run(f"{schema.name} {what}", agree, what, document, verdict, found,
                      beside)
    return accepted


def is_excluded(schema, program, readme, what, slug, text):
    """It is as the list says, and the reader is told."""
    assert schema.accepts(json.loads(text)), "the schema can say it"
    if slug == "no-disclaimer":
        (program.folder / "article.json").write_text(text)
        (program.folder / "clinic.json").write_text(json.dumps({"name": "N", "phone": "1"}))
        result = run(program.path, "--check", "article.json", cwd=program.folder)
        assert slug in result.slugs(), result.err
    else:
        faults, = program.faults(schema.name, [text])
        assert slug in faults, faults
    assert what in readme, "data/README.md does not say so"


def rules(source):
    """The names of the review's rules: a clinic may make each an error."""
    found = RULE.findall((source / "src/base/rule.def").read_text())
    assert len(found) > 30, "the table of rules could not be read"
    return found


def has_every_rule(schema, source):
    expect_equal(list(schema.schema["properties"]["rules"]["properties"]), rules(source),
                 "the rules of the schema, in the order of the table")


# ---- Characters ----

UNPRINTED = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")  # categories, most of whose characters are not


def edges(schema):
    """The characters on both sides of where what is printed begins or ends, for the schema or for
    Unicode, up to U+FFFF and without surrogates."""
    ranges = re.findall(r"\\\\u(\w{4})(?:-\\\\u(\w{4}))?", json.dumps(schema.schema))
    firsts = {int(first, 16) for first, _ in ranges}
    firsts |= {int(last or first, 16) + 1 for first, last in ranges}
    unprinted = [unicodedata.category(chr(c)) in UNPRINTED for c in range(0x10000)]
    firsts |= {c for c in range(1, 0x10000) if unprinted[c] != unprinted[c - 1]}
    assert len(firsts) > 60
    return [chr(c) for first in sorted(firsts) for c in (first - 1, first)
            if 0 < c < 0x10000 and not 0xD800 <= c < 0xE000]


def spoilt_characters(schema, base, field):
    """A text with one of them, and one of nothing but white space, or what looks like it."""
    for c in edges(schema):
        yield f"U+{ord(c):04X} in {field}", {**base, field: f"a{c}b"}
    for c in [*range(1, 0x21), 0x85, 0xA0, 0x1680, 0x180E, *range(0x2000, 0x2010), 0x2028, 0x2029,
              0x202F, 0x205F, 0x2060, 0x2800, 0x3000, 0xFEFF]:
        yield f"only U+{c:04X} in {field}", {**base, field: chr(c)}


# ---- All of it ----

def load(source, *names):
    return [json.loads((source / name).read_text()) for name in names]


# Together these hold every field; each is small, as most of the time goes into reading them.
ARTICLES = [
    {**SMALLEST, "references": [{
        **ITEM, "id": "k", "container-title": "C", "container-title-short": "J",
        "journalAbbreviation": "J", "volume": 1, "issue": "2", "page": "3-4", "number": "5",
        "edition": 6, "publisher": "P", "publisher-place": "Q", "DOI": "10.1000/x.y",
        "URL": "https://example.org/x", "abstract": {"any": ["thing"]}}]},
    {**SMALLEST, "references": ["A text.", {
        **ITEM, "editor": [{"family": "E"}],
        "author": [{"family": "F", "given": "G", "suffix": "Jr", "comma-suffix": True,
                    "non-dropping-particle": "de", "dropping-particle": "la",
                    "static-ordering": False, "parse-names": 1}]}]},
    {**SMALLEST, "references": [{
        **ITEM, "accessed": {"raw": "2024-02-29"},
        "issued": {"date-parts": [[2019, 2, "3"], ["2020"]], "season": 1, "circa": True,
                   "literal": "2019-02"}}]},
    {**SMALLEST, "$schema": "s", "language": "en-GB", "id": "a", "subtitle": "B",
     "source": {"title": "C", "url": "https://example.org/", "updated": "2024-11-01"},
     "reviewed": {"by": "D", "on": "2025-01-15", "next": "2026-01-15"}},
    {**SMALLEST, "benefits": [{"title": "A", "text": "B"}], "cautions": [{"text": "C"}, "D"],
     "dosage": {"amount": "E", "how": "F", "steps": ["G", "H"]}, "topic": ["L", "M n"],
     **{name: ["I"] for name in sections_of("texts")}},
]


def clinics(source):
    """Likewise; one has every label."""
    whole, = load(source, "tests/golden/all-fields.clinic.json")
    english, = load(source, "data/labels/en.json")
    return [{**CLINIC, "labels": english["labels"]}, {**whole, "labels": {"phone": "Tel. {0}"}}, CLINIC]


def words_of(source, schema):
    """The names of fields and choices that the schema or the reader of such a file knows."""
    of_clinic = ["src/read/clinic_read.c", "src/read/clinic_field.def", "src/model/labels.def",
                 "src/base/rule.def"]
    files = of_clinic if schema.name == "clinic" else \
        [str(path) for pattern in ("*_read.c", "*_field.def")
         for path in (source / "src/read").glob(pattern) if "clinic" not in path.name]
    text = "".join((source / name).read_text() for name in sorted(files))
    text += json.dumps(schema.schema).replace("|", '"')
    return sorted(set(re.findall(r'"([A-Za-z][A-Za-z0-9_-]{1,40}|\$schema)"', text)))


def main():
    source, tally = Path(sys.argv[2]), Tally()
    schemas = [Schema(source / "data", "article"), Schema(source / "data", "clinic")]
    readme = " ".join((source / "data/README.md").read_text().split())
    documents = {
        "article": [*ARTICLES, *load(source, "tests/golden/all-fields.json",
                                     "data/l-glutamine.json")],
        "clinic": [*clinics(source), *load(source, "data/clinic.json")],
    }
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(sys.argv[1]).resolve(), Path(folder))
        beside = OF_THE_PAGE | set(rules(source))
        tally.run("the schema has every rule", has_every_rule, schemas[1], source)
        for schema in schemas:
            tally.run(f"{schema.name} schema is sound", schema.is_sound)
            cases = mutants(documents[schema.name], words_of(source, schema), SEED, BY_CHANCE)
            accepted = compare(tally, schema, program, sample(cases, 18), beside)
            for field in ("title", "id") if schema.name == "article" else ("phone", "logo"):
                base = SMALLEST if schema.name == "article" else CLINIC
                spoilt = sample(spoilt_characters(schema, base, field), 4)
                accepted += compare(tally, schema, program, spoilt, beside)
            print(f"{schema.name}: {accepted} are valid")
        for what, (slug, text) in EXCLUSIONS.items():
            tally.run(f"excluded: {what}", is_excluded, schemas[0], program, readme, what, slug,
                      text)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
