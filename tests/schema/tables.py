#!/usr/bin/env python3
"""The tables of the code, and what stands elsewhere of the same: tables.py TABLES HANDOUT SOURCE

The fields of the two readers are those of the two schemas, object by object; and the lists that
users read (sizes of paper, fields, labels) are those of the .def files.  With UPDATE=1 the lists
that say nothing of their own are written anew first.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fields_page import fields_page
from support.program import HANGS, run
from support.schema import Schema, sections
from support.tally import Tally, expect_equal

PLACEHOLDER = re.compile(r"\{[01]\}")


class Tables:
    def __init__(self, program):
        self.program = program

    def ask(self, what, stdin=""):
        done = subprocess.run([self.program, what], input=stdin, capture_output=True, text=True,
                              timeout=HANGS, check=False)
        assert done.returncode == 0 and not done.stderr, done.stdout + done.stderr
        return done.stdout.splitlines()

    def rows(self, what):
        return [tuple(line.split("\t")) for line in self.ask(what)]


# ---- Fields ----

def steps(path):
    """Of "benefits[1].text", in which items count from 1."""
    for step in re.findall(r"[^.\[\]]+", path.strip('"')):
        yield int(step) - 1 if step.isdigit() else step


def allowed(part):
    """The names that a schema allows in an object: those in a pattern, too."""
    names = set(part["properties"])
    for pattern in part.get("patternProperties", {}):
        names |= set(re.fullmatch(r"\^\((.*)\)\$", pattern)[1].split("|"))
    return names


def objects(schema):
    """The paths to all the objects of a file, as leaves() walks them."""
    found = {()}
    for path, _ in schema.leaves():
        found |= {path[:end] for end in range(len(path))
                  if "properties" in schema.at(path[:end])}
    return found


def same_fields(tables, name):
    """Each object of a file with every field has the fields that its reader's table has."""
    schema = Schema(name)
    document = schema.filled(lambda path, part: part.get("examples", ["Text."])[0])
    seen = set()
    for path, names in (line.split("\t") for line in tables.ask(name, json.dumps(document))):
        path = tuple(steps(path))
        if "date-parts" in path:
            continue
        expect_equal(sorted(set(names.split())), sorted(allowed(schema.at(path))),
                     f"what the reader knows of {name}.{path}, against the schema,")
        seen.add(path)
    expect_equal(sorted(map(str, seen)), sorted(map(str, objects(schema))), "the objects read")


def same_sections(tables):
    expect_equal(sections(), tables.rows("sections"), "what the schema calls a section")


def missing_fields(program, folder):
    """What must be there is the same: an empty article lacks all that the schema requires."""
    (folder / "empty.json").write_text("{}")
    said = run(program, "--no-clinic", "--check", "--diagnostics=gcc", "empty.json", cwd=folder).err
    lacks = re.findall(r'has no "(\w+)"', said)
    expect_equal(lacks, Schema("article").root["required"], "what is missing")


# ---- What is written elsewhere ----

class Copy:
    """A list of a .def file that stands in another file, between two texts."""

    def __init__(self, source, name, before, after, text):
        self.path, self.before, self.after, self.text = source / name, before, after, text

    def cut(self):
        whole = self.path.read_text()
        assert whole.count(self.before) == 1, f"{self.path.name} has no {self.before!r}"
        start = whole.index(self.before) + len(self.before)
        return whole[:start], whole[start:whole.index(self.after, start)], \
            whole[whole.index(self.after, start):]

    def is_true(self):
        if os.environ.get("UPDATE"):
            start, _, end = self.cut()
            self.path.write_text(start + self.text + end)
        expect_equal(self.cut()[1], self.text, f"{self.path.name} behind {self.before!r}")


def quoted(names):
    return [f'"{name}"' for name in names]


def label_schema(key, wording):
    """One label in the clinic's schema."""
    slots = [match[0] for match in PLACEHOLDER.finditer(wording)]
    stay = f" {' and '.join(slots)} {'stand' if len(slots) > 1 else 'stands'}" \
           " for what is filled in and must stay." if slots else ""
    escaped = [re.escape(slot) for slot in slots]
    pattern = "|".join(".*".join(order) for order in dict.fromkeys(
        (tuple(escaped), tuple(reversed(escaped)))))
    part = {"title": wording, "description": f"Usually “{wording}”.{stay}",
            "$ref": "#/$defs/title", **({"pattern": pattern} if slots else {}),
            "examples": [wording]}
    rows = [f'          "{name}": {json.dumps(value, ensure_ascii=False)}'
            for name, value in part.items()]
    return f'        "{key}": {{\n' + ",\n".join(rows) + "\n        }"


def copies(tables, source):
    papers = [name for name, _ in tables.rows("papers")]
    english = json.loads((source / "data/labels/en.json").read_text())["labels"]
    labels = {key: english[key] for key in tables.ask("labels")}
    yield Copy(source, "src/cli/options.def", 'OPTION(PAPER, 0, "paper", "', '"', "|".join(papers))
    yield Copy(source, "src/cli/handout.1", ".It Fl \\-paper Ns = Ns Cm ", "\n",
               " | ".join(papers))
    yield Copy(source, "data/clinic.schema.json",
               '"description": "The size of the paper.",\n      "enum": [', "]",
               ", ".join(quoted(papers)))
    order = [field for field, _ in tables.rows("sections")]
    yield Copy(source, "data/clinic.schema.json",
               '"uniqueItems": true,\n      "items": {\n        "enum": [', "]",
               ", ".join(quoted(order)))
    ticks = [f"`{name}`" for name in quoted(papers)]
    yield Copy(source, "data/README.md", "| `paper` | ", " |",
               ", ".join(ticks[:-1]) + " or " + ticks[-1])
    yield Copy(source, "data/clinic.schema.json",
               '{ "cautions": "Be careful", "phone": "Call {0}" }],\n      "properties": {\n',
               "\n      },\n", ",\n".join(label_schema(*label) for label in labels.items()))
    for name in ("article", "clinic"):
        yield Copy(source, "src/cli/handout.5", f"Made of data/{name}.schema.json.\n",
                   '.\\" End', fields_page(Schema(name)))


def papers_are_choices(tables, program, folder):
    """What the program itself offers."""
    names = [name for name, _ in tables.rows("papers")]
    said = run(program, "--help", cwd=folder).out.decode()
    assert f"--paper={'|'.join(names)} " in said.replace("\n", " "), said
    bash = run(program, "--completions=bash", cwd=folder).out.decode()
    assert f"--paper) _handout_words '{' '.join(names)}' ;;" in bash, bash


def papers_are_public(tables, source):
    """enum handout_paper has them all: the compiler sees to it that it has no others' order."""
    header = (source / "include/handout.h").read_text()
    body = re.search(r"enum handout_paper \{(.*?)\};", header, re.S)[1]
    found = re.findall(r"^\s*HANDOUT_PAPER_(\w+)", body, re.M)
    expect_equal([name.lower() for name in found],
                 ["default"] + [name for name, _ in tables.rows("papers")], "enum handout_paper")


def fields_are_documented(source, name, heading):
    """data/README.md has a row for each field, but for sections that may be left out: all of them
    are in handout(5)."""
    text = (source / "data/README.md").read_text()
    table = text[text.index(f"\n{heading}\n"):].split("\n\n")
    rows = next(part for part in table if part.startswith("|")).splitlines()[2:]
    found = [field for row in rows for field in re.findall(r"`([$\w]+)`", row.split("|")[1])]
    root = Schema(name).root
    optional = {field for field, _ in sections()} - set(root["required"])
    expect_equal(sorted(set(found) - set(root["properties"])), [], "what is no field")
    expect_equal(sorted(set(root["properties"]) - set(found) - optional), [], "what has no row")


def main():
    tables, program, source = Tables(sys.argv[1]), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    tally = Tally()
    for copy in copies(tables, source):
        tally.run(f"{copy.path.name}: {copy.before.strip()}", copy.is_true)
    for name in ("article", "clinic"):
        tally.run(f"fields of the {name}", same_fields, tables, name)
    tally.run("sections", same_sections, tables)
    tally.run("public sizes of paper", papers_are_public, tables, source)
    tally.run("documented article", fields_are_documented, source, "article", "## The article")
    tally.run("documented clinic", fields_are_documented, source, "clinic", "## The clinic")
    with tempfile.TemporaryDirectory() as folder:
        tally.run("offered sizes of paper", papers_are_choices, tables, program, folder)
        tally.run("missing fields", missing_fields, program, Path(folder))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
