"""More kinds of input (inputs.py): those that somebody who knows the program would try."""

import json
import struct
import zlib

from inputs import (ARTICLE, CLINIC, Input, both, logo, post, raw, repeated, text_maker)
from support.hashes import fnv

# ---- Texts and references ----

PIECES = {
    "numeric entities": b"&#0000065;", "entities of entities": b"&amp;amp;", "open entities": b"&lt",
    "LaTeX": b"\\\\textbf{a", "formulas": b"$a$ ", "raised figures": "⁹".encode(),
    "joined emoji": "👨\u200d".encode(), "flags": "🇩🇪".encode(), "quotes": b'\\"a\\" ',
    "open quotes": "“".encode(), "parentheses": b"(", "phones": b"509-555-0100 ",
    "doses": b"5-15 mg/kg/day ", "Thai": "กกา".encode(), "mojibake": "Ã©".encode(),
    "Windows-1252": b"a\x92s ", "soft hyphens": "a\u00ad".encode(), "both directions": "aא".encode(),
    "flags of tags": "🏴\U000e0067\U000e007f".encode(),
}
FIELDS = ("title", "page", "DOI", "edition", "note", "issue", "publisher", "container-title")
OF_FIELDS = {"ranges": "1-2,", "marks": "<i><sup>", "LaTeX": "\\textit{", "formulas": "$^{2}$",
             "quotes": '"a" ', "particles": "van der "}
NAMES = {"particles": "van der ", "initials": "J.-P. ", "commas": "a, ", "apostrophes": "d'"}
DATES = {"digits": "1", "months": "May ", "ranges": "1 to ", "slashes": "1/"}


def reference(**fields):
    return both({**ARTICLE, "references": [
        {"type": "article-journal", "title": "Zinc", "author": [{"family": "Roe"}], **fields}]})


def field_maker(name, piece):
    return lambda size: reference(**{name: repeated(piece, size)})


def author_maker(part, piece):
    return lambda size: reference(author=[{"family": "Roe", part: repeated(piece, size)}])


def date_maker(piece):
    return lambda size: reference(issued={"raw": repeated(piece, size)})


def texts():
    for piece, content in PIECES.items():
        for name, path in (("article", ("summary",)), ("article", ("references", 0)),
                           ("clinic", ("about",))):
            yield f"{name} {path[0]}: {piece}", text_maker(name, path, content)
    for name in FIELDS:
        for piece, content in OF_FIELDS.items():
            yield f"CSL {name}: {piece}", field_maker(name, content)
    for part in ("family", "given", "literal", "suffix"):
        for piece, content in NAMES.items():
            yield f"CSL author's {part}: {piece}", author_maker(part, content)
    for piece, content in DATES.items():
        yield f"CSL date: {piece}", date_maker(content)
    yield "CSL: other fields", lambda size: reference(**{f"f{i}": 1 for i in range(size // 10)})


# ---- JSON ----

def json_faults():
    yield "lists and objects in turn", raw(b'{"cautions": ', b'[{"a":')
    yield "signs", raw(b'{"title": ', b"-", b"}")
    yield "a long fraction", raw(b'{"title": 0.', b"0", b"}")
    yield "a long exponent", raw(b'{"title": 1e', b"9", b"}")
    yield "lists without commas", raw(b'{"cautions": [', b'"a" ', b"]}")
    yield "single quotes", raw(b"{'cautions': [", b"'a', ", b"]}")
    yield "comments in a list", raw(b'{"cautions": [', b"/* a */", b"]}")
    yield "names without values", raw(b"{", b'"a",', b"}")
    yield "words of Python", raw(b'{"cautions": [', b"None,", b"1]}")
    yield "typographic quotes", raw(b"{", "“a”: ".encode(), b"}")
    yield "objects one behind the other", raw(b"", b"{} ")
    yield "spaces that are none", raw(b"", "\u00a0".encode(), b"{}")
    yield "UTF-16", lambda size: both(article=("{" + "a" * (size // 2)).encode("utf-16"))


# ---- Clinics and options ----

def clinic(**fields):
    return both(clinic={**CLINIC, **fields})


def shown(*options):
    return lambda size: both({**ARTICLE, "cautions": [1] * (size // 3)},
                             arguments=("-q", *options, "-c", "clinic.json", "a.json"))


def words_of_an_article(size):
    serums = {**ARTICLE, "summary": "serum " * 600, "cautions": ["serum " * 60] * 8}
    return both(serums, {**CLINIC, "words": [f"serum{i} is" for i in range(min(200, size // 40))]},
                arguments=("-q", "--check", "--date=2026-01-15", "-c", "clinic.json", "a.json"))


def clinics():
    yield "clinic: an order again and again", lambda size: clinic(order=["summary"] * (size // 11))
    yield "clinic: labels", lambda size: clinic(labels={f"label{i}": "x" for i in range(size // 18)})
    yield "clinic: a long phone", lambda size: clinic(phone=repeated("509-", size))
    yield "clinic: a long address of mail", lambda size: clinic(email="a@" + repeated("b.", size))
    yield "clinic: words on a long article", words_of_an_article
    yield "article: a long language", lambda size: both({**ARTICLE, "language": repeated("en-", size)})
    yield "article: a long path", lambda size: both({**ARTICLE, "picture": repeated("../", size)})
    for option in ("--dump=json", "--dump=article", "--check", "--diagnostics=json",
                   "--diagnostics=sarif"):
        yield f"{option}: many faults", shown(option)


# ---- Pictures ----

def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width, height, body, before=b"", pieces=1):
    """Of 8 bits and three colours; its data in so many pieces."""
    packed = zlib.compress(body)
    step = max(1, len(packed) // pieces)
    data = b"".join(chunk(b"IDAT", packed[at:at + step]) for at in range(0, len(packed), step))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + data + chunk(b"IEND", b"")


ROWS = (b"\0" + bytes(192)) * 64


def bomb(kind):
    return lambda size: png(64, 64, ROWS, chunk(kind, b"a\0\0" + zlib.compress(bytes(200 * size))))


def segment(marker, body):
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpegs(source):
    whole = (source / "tests/pdf/logo.jpg").read_bytes()
    before = lambda piece: lambda size: whole[:2] + repeated(piece, size) + whole[2:]
    yield "JPEG: bytes before a marker", logo(before(b"\xff"))
    yield "JPEG: restart intervals", logo(before(segment(0xDD, b"\0\0")))
    yield "JPEG: marks of Adobe", logo(before(segment(0xEE, b"Adobe\0d\0\0\0\0\0")))
    yield "JPEG: restarts", logo(lambda size: whole[:-2] + repeated(b"\xff\xd0", size) + whole[-2:])
    yield "JPEG: again behind its end", logo(lambda size: whole + repeated(whole, size))


def pictures(source):
    yield "PNG: a bomb in a profile", logo(bomb(b"iCCP"))
    yield "PNG: a bomb in a text", logo(bomb(b"zTXt"))
    yield "PNG: a bomb behind the last row", logo(lambda size: png(64, 64, ROWS + bytes(500 * size)))
    yield "PNG: data in pieces", logo(lambda size: png(size // 40, 16, bytes(
        i * i % 251 if i % (1 + 3 * (size // 40)) else 0
        for i in range(16 * (1 + 3 * (size // 40)))), pieces=size // 13))
    yield from jpegs(source)


# ---- Streams, lists, posts ----

def lines(make):
    return lambda size: both(stdin=make(size), arguments=("--stream", "-c", "clinic.json"))


def listed(content):
    return lambda size: both(files={"list": content(size)}, arguments=(
        "-q", "-c", "clinic.json", "--files-from=list", "-o", "out/"))


POSTS = {
    "html": {"raised": b"<sup>1</sup>", "links": b"<a href='x'>y</a> ", "scripts": b"<script>",
             "tables in tables": b"<table><tr><td>", "an attribute": b"a='", "terms": b"<dl><dt>a<dd>b",
             "doses": b"<h2>Dosage</h2><p>5 mg</p>", "disclaimers": b"<p>This is no advice.</p>",
             "formulas": b"<math><mi>", "choices": b"<select><option>", "letters of a Mac": b"<p>\x8e\xd5"},
    "md": {"tables": b"|a|b|\n|-|-|\n", "strong in strong": b"**a **a", "both marks": b"*_",
           "images": b"![](", "addresses": b"<a@b", "footnotes": b"[^1]", "lists in lists": b"- - - ",
           "quotes with items": b"> - ", "links in links": b"[a][", "fences": b"~~~\n"},
    "txt": {"pages": b"1(2):3-4; ", "years": b"2001 ", "DOIs": b"doi:10.1000/a ", "forms": b"a\f",
            "references": b"[1] Roe J. Zinc. J Med. 2001;1(2):3-4. doi:10.1/a\n", "returns": b"a\r",
            "questions": b"Is it so?\n", "tabs": b"\ta\n", "months": b"Jan 2001\n"},
}


def streams():
    yield "stream: empty lines", lines(lambda size: b"\n" * size)
    yield "stream: a long line", lines(lambda size: b"a" * size)
    yield "stream: records in records", lines(lambda size: repeated(b'{"article":', size))
    yield "stream: missing files", lines(lambda size: b"".join(
        b'{"article":"x%d.json"}\n' % i for i in range(size // 100)))
    yield "list: a long name", listed(lambda size: b"a" * size)
    yield "list: one article", listed(lambda size: repeated(b"a.json\n", size // 1024))
    for kind, pieces in POSTS.items():
        for name, piece in pieces.items():
            yield f"{kind}: {name}", post(kind, piece)


# ---- PDFs that say that they are ours ----

def pdf(*values):
    out, places = b"%PDF-1.7\n/Producer (handout 0)\n", []
    for number, value in enumerate(values, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + value
    rows = b"0000000000 65535 f\r\n" + b"".join(b"%010d 00000 n\r\n" % place for place in places)
    return Input({"a.pdf": out + b"xref\n0 %d\n" % (len(places) + 1) + rows
                  + b"trailer<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)}, ("--extract", "a.pdf"))


def listing(size):
    return b"<</AF[" + repeated(b"2 0 R ", size // 2) + b"]>>"


def stream_of(content):
    return b"<</Params<</HandoutHash(%s)>>/Length %d>>stream\n%s\nendstream\n" % (
        fnv(content), len(content), content)


FILE = b"/UF(a)/Desc(a)/EF<</F 3 0 R>>/AFRelationship/Source>>"


def pdfs():
    yield "PDF: a large file again and again", lambda size: pdf(
        listing(size), b"<<" + FILE, stream_of(b" " * (size // 2)))
    yield "PDF: a large entry again and again", lambda size: pdf(
        listing(size), b"<<" + repeated(b"/A 1 ", size // 2) + FILE, stream_of(b"{}"))
    yield "PDF: lists in a list", lambda size: pdf(b"<</AF" + b"[" * size + b">>")
    yield "PDF: numbers in a list", lambda size: pdf(b"<</AF[" + repeated(b"1 ", size) + b"]>>")
    yield "PDF: open parentheses", lambda size: pdf(b"<</A(" + b"(" * size + b">>")
    yield "PDF: open angles", lambda size: pdf(b"<</A " + repeated(b"<1", size) + b">>")
    yield "PDF: producers", lambda size: Input(
        {"a.pdf": b"%PDF-1.7\n" + repeated(b"/Producer (handout ", size)}, ("--extract", "a.pdf"))


def attacks(source):
    yield from texts()
    yield from json_faults()
    yield from clinics()
    yield from pictures(source)
    yield from streams()
    yield from pdfs()
