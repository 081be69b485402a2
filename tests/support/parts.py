"""A PDF taken apart into its objects, to be looked at, changed and put together again.

It goes through qpdf's JSON, version 2.  qpdf renumbers objects, counts the streams' lengths and
writes the cross-reference table anew, so what comes out differs from what went in by the change,
and by nothing that a validator looks at.
"""

import base64
import json
import re
import tempfile
from pathlib import Path

from support.program import tool

TOKEN = re.compile(rb"<<|>>|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)|[\[\]]|/[^\s<>\[\]()/]*"
                   rb"|[^\s<>\[\]()/]+")
OPERATOR = re.compile(rb"(?!true$|false$|null$)[A-Za-z'\"]+[*01]?")


def operators(content):
    """A content stream as (operator, its operands)."""
    operands = []
    for token in TOKEN.findall(content):
        if OPERATOR.fullmatch(token):
            yield token.decode(), operands
            operands = []
        else:
            operands.append(token.decode())


class Parts:
    def __init__(self, path):
        self.json = json.loads(tool("qpdf", "--json-output", "--json-stream-data=inline",
                                    "--decode-level=generalized", str(path), "-"))
        self.objects = self.json["qpdf"][1]

    def write(self, path):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "parts.json"
            file.write_text(json.dumps(self.json))
            tool("qpdf", "--json-input", "--newline-before-endstream", "--deterministic-id",
                 str(file), str(path))

    # ---- Objects ----

    def at(self, value):
        """What a reference stands for (of a stream its dictionary); else the value itself."""
        if not isinstance(value, str) or f"obj:{value}" not in self.objects:
            return value
        found = self.objects[f"obj:{value}"]
        return found["stream"]["dict"] if "stream" in found else found["value"]

    def bytes_of(self, reference):
        return base64.b64decode(self.objects[f"obj:{reference}"]["stream"]["data"])

    def set_bytes(self, reference, content):
        self.objects[f"obj:{reference}"]["stream"]["data"] = base64.b64encode(content).decode()

    def replace(self, reference, pattern, replacement):
        """Changes a stream's bytes where the pattern is first met; met it must be."""
        content, done = re.subn(pattern, replacement, self.bytes_of(reference), count=1,
                                flags=re.S)
        assert done, f"{pattern} is not in the stream"
        self.set_bytes(reference, content)

    # ---- The parts by name ----

    @property
    def catalog(self):
        return self.at(self.objects["trailer"]["value"]["/Root"])

    @property
    def info(self):
        return self.at(self.objects["trailer"]["value"]["/Info"])

    @property
    def pages(self):
        return [self.at(page) for page in self.at(self.catalog["/Pages"])["/Kids"]]

    @property
    def page(self):
        """The first one."""
        return self.pages[0]

    @property
    def content(self):
        return self.page["/Contents"]

    @property
    def xmp(self):
        return self.catalog["/Metadata"]

    @property
    def links(self):
        return [link for page in self.pages for link in self.links_of(page)]

    def links_of(self, page):
        return self.annotations(page, "/Link")

    def annotations(self, page, kind):
        found = [self.at(annotation) for annotation in self.at(page.get("/Annots", []))]
        return [annotation for annotation in found if annotation["/Subtype"] == kind]

    @property
    def fields(self):
        """Of all pages: each is its own annotation."""
        return [field for page in self.pages for field in self.annotations(page, "/Widget")]

    @property
    def fonts(self):
        """By the name that the content has for them."""
        fonts = self.at(self.at(self.page["/Resources"])["/Font"])
        return {name: self.at(font) for name, font in fonts.items()}

    def cid_font(self, font):
        return self.at(self.at(font["/DescendantFonts"])[0])

    def descriptor(self, font):
        return self.at(self.cid_font(font)["/FontDescriptor"])

    # ---- The structure tree ----

    @property
    def tree(self):
        return self.at(self.catalog["/StructTreeRoot"])

    @property
    def parent_tree(self):
        """[key, an element or an array of elements, …]"""
        return self.at(self.tree["/ParentTree"])["/Nums"]

    def kids(self, element):
        """An element's kids: numbers of marked content, elements, references to objects."""
        kids = self.at(element.get("/K", []))
        return [self.at(kid) for kid in (kids if isinstance(kids, list) else [kids])]

    def marked_content(self):
        """(element, page, MCID) for all content of all elements, in reading order."""
        for parent, kid in self.walk():
            if isinstance(kid, int):
                yield parent, self.at(parent.get("/Pg")), kid
            elif kid.get("/Type") == "/MCR":
                yield parent, self.at(kid.get("/Pg", parent.get("/Pg"))), kid["/MCID"]

    def walk(self, element=None):
        """(parent, kid) for all elements and what they hold, in reading order."""
        parent = element or self.tree
        for kid in self.kids(parent):
            yield parent, kid
            if isinstance(kid, dict) and "/S" in kid:
                yield from self.walk(kid)

    def elements(self, kind):
        return [kid for _, kid in self.walk() if isinstance(kid, dict) and kid.get("/S") == kind]

    def retag(self, element, kind):
        """Another structure type, in the tree and in the content."""
        old, element["/S"] = element["/S"], kind
        for mcid in self.kids(element):
            if isinstance(mcid, int):
                self.replace(self.content, rb"%s <</MCID %d>>" % (old.encode(), mcid),
                             rb"%s <</MCID %d>>" % (kind.encode(), mcid))
