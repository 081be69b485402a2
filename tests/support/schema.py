"""What the schemas of data/ say of the two files: the only list of fields that the tests have."""

import json
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
OPTIONAL_SHOWN = 3
KINDS = ("points", "texts", "dosage", "own_sections")  # of section.def: each is one of the schema's $defs


def reference(part):
    """The name of the definition that a part of the schema is; "" if it has its own."""
    return part.get("$ref", "").removeprefix("#/$defs/")


class Schema:
    def __init__(self, name, data=DATA):
        self.root = json.loads((data / f"{name}.schema.json").read_text())

    def whole(self, part):
        """The part with what it refers to."""
        defined = self.root["$defs"].get(reference(part))
        return {**self.whole(defined), **part} if defined else part

    def at(self, path):
        """The part for a value; a path is of names of fields, and numbers of items."""
        part = self.root
        for step in path:
            part = self.whole(part)
            part = part["items"] if isinstance(step, int) else part["properties"][step]
        return self.whole(part)

    def leaves(self, part=None, path=()):
        """(path, part) of each value that holds no other; one item of each list."""
        part = self.whole(self.root if part is None else part)
        if "properties" in part:
            for name, child in part["properties"].items():
                yield from self.leaves(child, (*path, name))
        elif "items" in part:
            yield from self.leaves(part["items"], (*path, 0))
        else:
            yield path, part

    def filled(self, fill):
        """A document with every field. @param fill  makes a leaf's value of its path and part."""
        document = {}
        for path, part in self.leaves():
            place(document, path, fill(path, part))
        return document


def place(value, path, leaf):
    """Puts a leaf into a document, with the objects and lists on the way to it."""
    step, *rest = path
    if not rest:
        new = leaf
    elif isinstance(value, list):
        new = value[step] if step < len(value) else child_of(rest)
    else:
        new = value.get(step, child_of(rest))
    if isinstance(value, list) and step == len(value):
        value.append(new)
    else:
        value[step] = new
    if rest:
        place(new, rest, leaf)


def child_of(rest):
    return [] if isinstance(rest[0], int) else {}


def sections():
    """(field, kind) of each section of an article, in the order of the page."""
    fields = Schema("article").root["properties"].items()
    return [(name, reference(part)) for name, part in fields if reference(part) in KINDS]


def sections_of(*kinds, required=None):
    """The fields of those kinds. @param required  None: whether or not one must be there."""
    must = Schema("article").root["required"]
    return [name for name, kind in sections()
            if kind in kinds and required in (None, name in must)]


def left_out(name, document):
    """The fields of a file that a document has not, in the order of the alphabet.  An article need
    not show every section that is optional: three of them show how."""
    fields, optional = Schema(name).root["properties"], sections_of(*KINDS, required=False)
    enough = name != "article" or len(set(optional) & set(document)) >= OPTIONAL_SHOWN
    return sorted(set(fields) - set(document) - set(optional if enough else ()))
