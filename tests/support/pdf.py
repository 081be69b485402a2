"""A PDF as programs see it that we did not write: poppler, MuPDF, qpdf and Ghostscript."""

import json
import re
from base64 import b64decode
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from support.program import tool

NUMBER = r"(-?[\d.]+)"
SPAN = re.compile(r"/Span <</ActualText <FEFF(\w+)>>> BDC\n(.*?)EMC", re.S)


@dataclass(frozen=True)
class Word:
    """A word and its box in points, y from the top; the box is as high as the font's."""
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.top + self.bottom) / 2

    @property
    def height(self):
        return self.bottom - self.top

    @property
    def letters(self):
        """Top and bottom of where its letters are, roughly: in the middle of the box."""
        return self.middle - self.height / 4, self.middle + self.height / 4


def utf16(digits):
    return bytes.fromhex(digits).decode("utf-16-be")


@dataclass(frozen=True)
class Image:
    """Grey, one byte a pixel."""
    width: int
    height: int
    pixels: bytes

    def rows(self):
        for y in range(self.height):
            yield self.pixels[y * self.width:(y + 1) * self.width]


class Pdf:
    def __init__(self, path):
        self.path = str(path)

    @cached_property
    def info(self):
        lines = tool("pdfinfo", self.path).decode().splitlines()
        return {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}

    def text(self, *options):
        return tool("pdftotext", *options, self.path, "-").decode()

    @cached_property
    def words(self):
        pattern = rf'<word xMin="{NUMBER}" yMin="{NUMBER}" xMax="{NUMBER}" yMax="{NUMBER}">(.*?)<'
        return [Word(unescape(text), *map(float, box))
                for *box, text in re.findall(pattern, self.text("-bbox"))]

    @cached_property
    def structure(self):
        """The tree as (depth, tag or "text", text), as the program's own dump has it."""
        return tree(tool("pdfinfo", "-struct-text", self.path).decode())

    @cached_property
    def fonts(self):
        """For each font: its name, type, and whether it is embedded, subset, has ToUnicode."""
        lines = tool("pdffonts", self.path).decode().splitlines()[2:]
        return [re.match(r"(\S+) +(.+?) +Identity-H +(\w+) (\w+) (\w+) ", line).groups()
                for line in lines]

    @cached_property
    def type_sizes(self):
        """The sizes of type that MuPDF finds."""
        text = tool("mutool", "draw", "-F", "stext", self.path, errors=True).decode()
        return {float(size) for size in re.findall(r'<font name="[^"]*" size="([\d.]+)"', text)}

    @cached_property
    def mupdf_text(self):
        return tool("mutool", "draw", "-F", "text", self.path, errors=True).decode()

    @cached_property
    def objects(self):
        """The values of all objects that are no streams, by "1 0 R", as qpdf reads them."""
        said = json.loads(tool("qpdf", "--json=2", "--json-key=qpdf", self.path))
        return {name.removeprefix("obj:"): entry["value"]
                for name, entry in said["qpdf"][1].items() if "value" in entry}

    @cached_property
    def streams(self):
        """The decoded bytes of all streams, by "1 0 R"."""
        said = json.loads(tool("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                               "--decode-level=all", self.path))
        return {name.removeprefix("obj:"): b64decode(entry["stream"]["data"])
                for name, entry in said["qpdf"][1].items() if "stream" in entry}

    def said_together(self):
        """Each text that stands as ActualText in a content stream, and what the glyphs under it say
        by themselves."""
        for page in self.objects_with("/Type", "/Page"):
            faces = {name[1:]: self.glyph_texts(self.objects[font]["/ToUnicode"])
                     for name, font in self.objects[page["/Resources"]["/Font"]].items()}
            content = self.streams[page["/Contents"]].decode("latin-1")
            for span in SPAN.finditer(content):
                face = faces[re.findall(r"/(\w+) [\d.]+ Tf", content[:span.start()])[-1]]
                codes = "".join(re.findall(r"<(\w+)>", span[2]))
                yield utf16(span[1]), [face[codes[i:i + 4]] for i in range(0, len(codes), 4)]

    def glyph_texts(self, to_unicode):
        return {code: utf16(text) for code, text in
                re.findall(r"^<(\w{4})> <(\w+)>$", self.streams[to_unicode].decode(), re.M)}

    def objects_with(self, key, value):
        return [entry for entry in self.objects.values()
                if isinstance(entry, dict) and entry.get(key) == value]

    def check(self):
        tool("qpdf", "--check", self.path)

    def ghostscript(self):
        """@return what it says: nothing, if all is well."""
        return tool("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dPDFSTOPONERROR",
                    "-sDEVICE=nullpage", self.path).decode()

    def image(self, dots):
        """The page in grey, at so many dots per inch."""
        bitmap = tool("pdftoppm", "-gray", "-r", str(dots), "-singlefile", self.path)
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", bitmap)
        width, height = map(int, header.groups())
        return Image(width, height, bitmap[header.end():])


def tree(listing):
    """
    A listing of tags, ours or pdfinfo's, as (depth, tag, text): what stands in quotes is text, and
    a list's numbering counts as text of the list. Other attributes are left out.
    """
    nodes = []
    for line in listing.splitlines():
        depth, rest = (len(line) - len(line.lstrip())) // 2, line.strip()
        tag = re.match(r"(\w+)(?: \((?:block|inline)\))?:?(?: (None|Disc|Decimal)| \"[^<]*\"| <.*>| \".*\" <.*>)?$",
                       rest)
        if rest.startswith('"'):
            nodes.append((depth, "text", rest[1:-1]))
        elif numbering := re.match(r"/ListNumbering /(\w+)$", rest):
            nodes[-1] = (*nodes[-1][:2], numbering[1])
        elif tag:
            nodes.append((depth, tag[1], tag[2] or ""))
        else:
            assert not rest or re.match(r"(Object \d+ 0|/\w+ .*)$", rest), f"what is: {line}"
    return nodes


def tree_text(nodes):
    """The text of a tree: what stands in a link belongs to the text around it."""
    text = ""
    for (_, tag, said) in nodes:
        text += said if tag == "text" else "" if tag == "Link" else "\n"
    return text
