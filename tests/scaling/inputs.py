"""
What the program reads, each kind in any size: inputs(source) gives (name, make), and make(size) an
Input of about so many bytes.  A kind is one thing repeated; most are faulty, and many are hostile.
"""

import json
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from support.picture import png
from support.schema import Schema, place

ARTICLE = {
    "title": "Zinc", "summary": "It is a metal.", "benefits": ["It may help."],
    "dosage": {"amount": "1 cup", "how": "Drink it."}, "cautions": ["Ask us first."],
    "references": [], "disclaimer": "This is not medical advice.",
}
CLINIC = {"name": "Hill Clinic", "phone": "509-555-0100"}


@dataclass
class Input:
    """Files by their names, and what the program is called with."""
    files: dict
    arguments: tuple = ("-q", "-c", "clinic.json", "-o", "out.pdf", "a.json")
    stdin: bytes = b""

    def write(self, folder):
        for name, content in self.files.items():
            Path(folder, name).write_bytes(content)


def both(article=ARTICLE, clinic=CLINIC, **more):
    to_bytes = lambda part: part if isinstance(part, bytes) else json.dumps(part).encode()
    files = {"a.json": to_bytes(article), "clinic.json": to_bytes(clinic), **more.pop("files", {})}
    return Input(files, **more)


def repeated(piece, size):
    return piece * max(1, size // len(piece))


# ---- Texts ----

PIECES = {
    "words": b"word ", "a long word": b"w", "sentences": b"It is so. ", "numbers": b"5.0 mg, ",
    "no UTF-8": b"\xff", "control characters": b"\\u0001", "raw control characters": b"\x01",
    "overrides": "\u202e".encode(), "combining marks": "e\u0301\u0323".encode(),
    "letters of many scripts": "\u0915\u4e00\u0e01\u1200".encode(), "right to left": "\u05d0 ".encode(),
    "emoji": "\U0001f600".encode(), "entities": b"&amp; ", "marks": b"<b>x</b>", "escapes": b"\\\"",
    "surrogates": b"\\ud800", "line breaks": b"\\n", "addresses": b"https://a.org/b ",
    "hyphens": b"a-", "spaces": b" ", "citations": b"[1]", "open tags": b"<b ",
    "open links": b"[a](", "stars": b"*a ", "open addresses": b"<http://", "comments": b"<!--",
    "a mix": b"a <b>\\u0001 &amp;5mg \xff\\n",
}
MARK = "?"


def with_text(document, path, text):
    """The document's JSON with raw bytes as the text at a path."""
    copy = {name: value for name, value in document.items() if name != path[0]}
    place(copy, path, MARK)
    return json.dumps(copy).encode().replace(json.dumps(MARK).encode(), b'"' + text + b'"')


def text_maker(name, path, piece):
    def make(size):
        text = repeated(piece, size)
        if name == "article":
            return both(article=with_text(ARTICLE, path, text))
        return both(clinic=with_text(CLINIC, path, text))
    return make


def texts():
    """Every piece in three fields, and the mix in every field."""
    some = [("article", ("summary",)), ("article", ("references", 0)), ("clinic", ("about",))]
    for piece in PIECES:
        for name, path in some:
            yield f"{name} {path[0]}: {piece}", text_maker(name, path, PIECES[piece])
    for name in ("article", "clinic"):
        for path, _ in Schema(name).leaves():
            yield (f"{name} {'.'.join(map(str, path))}: a mix",
                   text_maker(name, path, PIECES["a mix"]))


# ---- Lists, objects, and what is no JSON ----

def list_maker(name, path, item):
    def make(size):
        document = dict(ARTICLE if name == "article" else CLINIC)
        document.pop(path[0], None)
        place(document, path, repeated([item], size // (len(json.dumps(item)) + 2)))
        return both(**{name: document})
    return make


def lists():
    for name in ("article", "clinic"):
        seen = set()
        for path, _ in Schema(name).leaves():
            if 0 in path and (outer := path[:path.index(0)]) not in seen:
                seen.add(outer)
                yield f"{name}: many {'.'.join(outer)}", list_maker(name, outer, "A few words.")
    reference = {"type": "article-journal", "title": "Zinc", "author": [{"family": "Roe"}],
                 "issued": {"date-parts": [[2001]]}}
    yield "article: many CSL references", list_maker("article", ("references",), reference)
    yield "article: many authors", authors
    yield "article: many points", list_maker("article", ("cautions",), {"title": "A", "text": "B."})
    yield "clinic: many words", list_maker("clinic", ("words",), "serum")


def authors(size):
    names = repeated([{"family": "Roe", "given": "J"}], size // 34)
    return both({**ARTICLE, "references": [{"type": "book", "title": "Zinc", "author": names}]})


def raw(head, piece, tail=b""):
    return lambda size: both(article=head + repeated(piece, size) + tail)


def numbered(head, piece, tail):
    def make(size):
        parts = [piece % number for number in range(size // len(piece % 10000))]
        return both(article=head + b",".join(parts) + tail)
    return make


def json_faults():
    yield "nothing but open brackets", raw(b"", b"[")
    yield "nothing but open objects", raw(b"", b'{"a":')
    yield "brackets that are closed", lambda size: both(article=b"[" * (size // 2) + b"]" * (size // 2))
    yield "spaces", raw(b"", b" ", b"{}")
    yield "line ends", raw(b"", b"\r\n", b"{}")
    yield "a text without an end", raw(b'{"title": "', b"a")
    yield "a long number", raw(b'{"title": ', b"1", b"}")
    yield "a long name", raw(b'{"', b"title", b'": 1}')
    yield "other names", numbered(b"{", b'"field%d": 1', b"}")
    yield "names that are nearly right", numbered(b"{", b'"summry%d": 1', b"}")
    yield "a name again", numbered(b"{", b'"title": "a%d"', b"}")
    yield "numbers in a list", numbered(b'{"cautions": [', b"%d", b"]}")
    yield "commas", raw(b"{", b",", b"}")
    yield "colons", raw(b'{"a"', b":", b"}")
    yield "bytes 0", raw(b"", b"\0")
    yield "comments", raw(b"", b"// a\n", b"{}")
    yield "quotes", raw(b"{", b'"', b"}")
    yield "bad escapes", raw(b'{"title": "', b"\\q", b'"}')
    yield "no JSON at all", raw(b"", b"word ")


# ---- Clinic files, logos, fonts ----

def rules(size):
    return both(clinic={**CLINIC, "rules": {f"rule-{n}": "off" for n in range(size // 20)}})


def logo(make):
    def logo_of(size):
        return both(clinic={**CLINIC, "logo": "logo", "logo_alt": "A hill."},
                    files={"logo": make(size)})
    return logo_of


def chunks(size):
    """A picture with many small pieces that nobody needs."""
    whole = png(64, 64, lambda x: (x, 0, 0))
    text = struct.pack(">I", 4) + b"tEXta\0bc" + struct.pack(">I", zlib.crc32(b"tEXta\0bc"))
    return whole[:33] + repeated(text, size) + whole[33:]


def jpeg_comments(source):
    whole = (source / "tests/pdf/logo.jpg").read_bytes()
    return lambda size: whole[:2] + repeated(b"\xff\xfe\0\x06abcd", size) + whole[2:]


def font_tables(source):
    """Our font with many tables that nobody knows."""
    whole = (source / "fonts/NotoSans-Regular.ttf").read_bytes()

    def make(size):
        own = struct.unpack(">H", whole[4:6])[0]
        more = min(size // 16, 65535 - own)
        entries = whole[12:12 + 16 * own]
        moved = b"".join(entries[i:i + 8] + struct.pack(
            ">I", struct.unpack(">I", entries[i + 8:i + 12])[0] + 16 * more) + entries[i + 12:i + 16]
            for i in range(0, len(entries), 16))
        extra = b"zzzz" + struct.pack(">III", 0, 12, 4)
        return whole[:4] + struct.pack(">H", own + more) + whole[6:12] + moved + extra * more \
            + whole[12 + 16 * own:]
    return make


def font(make):
    return lambda size: both(clinic={**CLINIC, "fonts": {"regular": "font", "bold": "font"}},
                             files={"font": make(size)})


def clinics(source):
    whole = (source / "fonts/NotoSans-Regular.ttf").read_bytes()
    yield "clinic: many rules", rules
    yield "logo: a wide PNG", logo(lambda size: png(max(1, size // 64), 64, lambda x: (x % 251, x % 13, 7)))
    yield "logo: a PNG of many chunks", logo(chunks)
    yield "logo: a JPEG of many comments", logo(jpeg_comments(source))
    yield "logo: bytes behind its end", logo(lambda size: png(64, 64, lambda x: (x, 0, 0)) + b"x" * size)
    yield "font: bytes behind its end", font(lambda size: whole + b"\0" * size)
    yield "font: many tables", font(font_tables(source))


# ---- Pages: what is valid ----

def page(part, *options):
    """Part is made of how many words it may have; a page has 1,000 or so."""
    def make(size):
        article = {**ARTICLE, **part(size)}
        return both(article, arguments=("-q", "-c", "clinic.json", *options, "-o", "out.pdf", "a.json"))
    return make


def text_of(size, most=3990):
    return repeated("Some words of no great length. ", min(size, most)).strip()


def pages():
    yield "page: a long text", page(lambda size: {"summary": text_of(size // 64)}, "--large-print")
    yield "page: a long word", page(lambda size: {"summary": "a" * (size // 256)}, "--large-print")
    yield "page: many items", page(
        lambda size: {"cautions": ["Some words."] * min(12, size // 20000)}, "--large-print")
    yield "page: many references", page(
        lambda size: {"references": ["Roe J. Zinc. 2001."] * min(20, size // 14000)}, "--large-print")


# ---- Posts, streams, many files ----

POSTS = {
    "html": {"paragraphs": b"<p>Some words.</p>", "open tags": b"<div>", "open lists": b"<ul><li>a",
             "headings": b"<h2>Side effects</h2>a ", "entities": b"&amp;", "attributes": b"<a b=c>d</a>",
             "open angles": b"<", "comments": b"<!--", "items": b"<li>Take it.", "breaks": b"a<br>",
             "tables": b"<table><tr><td>a</table>", "no UTF-8": b"\xff", "emphasis": b"<b><i>",
             "numbers": b"<p>[1] Roe J. Zinc. 2001.</p>",
             "lowered in lowered": b"<sub>", "lowered text": b"<sub>x", "raised text": b"5<sup>1<sup>a",
             "widgets": b'<div class="elementor-widget widget">a', "comments": b'<div class="comment">a',
             "hidden": b'<div style="display:none">a', "struck": b"<s>a", "struck marks": b"~~a ~~b~~ ",
             "for the ear": b'<span class="sr-only">a', "share": b'a <span class="share">b',
             "dates": b"<p>Updated Nov 1, 2024</p>", "blocks by style": b'<b style="display:block">a',
             "cells that are struck": b'<table><tr><td>a<td style="text-decoration:line-through">b'},
    "md": {"paragraphs": b"Some words.\n\n", "items": b"* a\n", "deep items": b"* ", "quotes": b"> ",
           "stars": b"*a ", "brackets": b"[", "links": b"[a](b) ", "headings": b"# Dosage\n\na\n\n",
           "back ticks": b"`", "entities": b"&amp;", "underscores": b"_a", "references": b"[a]: b\n",
           "numbers": b"1. Roe J. Zinc. 2001.\n", "open HTML": b"<div>x\n", "struck": b"~~a ",
           "struck lines": b"a ~~b  \n"},
    "txt": {"paragraphs": b"Some words.\n\n", "lines": b"a\n", "a line": b"a ", "a word": b"a",
            "items": b"- a\n", "struck": b"a\xcc\xb6 b ~~c~~ d\n", "capitals": b"DOSAGE\n\na\n\n", "numbers": b"1. Roe J. Zinc. 2001.\n"},
}


def post(kind, piece):
    name = f"post.{kind}"
    return lambda size: Input({name: b"# Zinc\n\n" * (kind == "md") + repeated(piece, size)},
                              ("-q", "--import", name))


def long_title(size):
    """Most of it is the heading, which every paragraph is held against."""
    title = b"<article><h1>" + repeated(b"word ", size * 3 // 4) + b"</h1>"
    return Input({"post.html": title + repeated(b"<p>Some words.</p>", size // 4)},
                 ("-q", "--import", "post.html"))


def title_in_comments(size):
    return Input({"post.html": repeated(b'<div class="comment">a', size) + b"<h1>Zinc</h1>"},
                 ("-q", "--import", "post.html"))


def front_matter(piece):
    return lambda size: Input({"post.md": b"---\n" + repeated(piece, size) + b"---\n\nSome words.\n"},
                              ("-q", "--import", "post.md"))


def posts():
    yield "html: a long title", long_title
    yield "html: comments around the title", title_in_comments
    for piece in (b'title: "a\n', b"title: [\n  a\n", b"title:\n  a\n", b"date: 2024\n", b"a: b\n"):
        yield f"front matter: {piece}", front_matter(piece)
    for kind, pieces in POSTS.items():
        for name, piece in pieces.items():
            yield f"{kind}: {name}", post(kind, piece)


def stream(size):
    record = json.dumps({"article": {**ARTICLE, "title": ""}}).encode() + b"\n"
    return both(stdin=repeated(record, size // 4), arguments=("--stream", "-c", "clinic.json"))


def file_list(size):
    return both(files={"list": repeated(b"missing.json\n", size // 8)},
                arguments=("-q", "-c", "clinic.json", "--files-from=list", "-o", "out/"))


def no_pdf(size):
    return Input({"a.pdf": b"%PDF-1.7\n" + repeated(b"1 0 obj<</A[", size)}, ("--extract", "a.pdf"))


def many_objects(size):
    return Input({"a.pdf": b"%PDF-1.7\n" + repeated(b"1 0 obj<</Type/Filespec>>endobj\n", size)
                  + b"trailer<<>>startxref\n0\n%%EOF"}, ("--extract", "a.pdf"))


# ---- Rules of the review ----

def finding(case, base):
    """The article of a case, whose texts come again and again in lists and in the summary."""
    said = [text for text in words_of(case.get("article", {})) if len(text) > 3]

    def make(size):
        summary = repeated(" ".join(said) + " ", min(3900, size // 64))
        article = {**base, "summary": summary, "cautions": [summary[:400]] * 4}
        return both(article, arguments=("-q", "--check", "--date=2026-01-15", "-c", "clinic.json", "a.json"))
    return make if said else None


def words_of(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for part in value for text in words_of(part)]
    return [value] if isinstance(value, str) else []


def review(source):
    for path in sorted((source / "tests/lint/rules").glob("*.json")):
        cases = json.loads(path.read_text())["fires"]
        makes = [make for case in cases if (make := finding(case, ARTICLE))]
        if makes:
            yield f"rule {path.stem}", makes[0]


def inputs(source):
    yield from texts()
    yield from lists()
    yield from json_faults()
    yield from clinics(source)
    yield from pages()
    yield from posts()
    yield "stream: many records", stream
    yield "list of many files", file_list
    yield "PDF: objects in objects", no_pdf
    yield "PDF: many objects", many_objects
    yield from review(source)
