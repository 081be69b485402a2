"""Ways to break a good file, each with who must refuse it.

Refused by: rules of veraPDF ("ua1 7.1-3": profile, clause, test), "qpdf", or "audit"; those named
must refuse the file, others may.  A break that none of them sees is left to another test, which is
named as "unseen: pdf.readback".
"""

import re
from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Break:
    name: str
    refused_by: str
    damage: Callable  # changes a Parts; or takes the bytes of the file and returns others

    @property
    def rules(self):
        return set() if self.seen_elsewhere else set(self.refused_by.split(", "))

    @property
    def seen_elsewhere(self):
        """The test that sees what neither veraPDF, nor qpdf, nor the audit sees."""
        return self.refused_by.partition("unseen: ")[2]


CATALOG = [
    Break("no-language", "ua1 7.2-24, ua1 7.2-33, ua1 7.2-34, audit",
          lambda p: p.catalog.pop("/Lang")),
    Break("language-is-no-tag", "ua1 7.2-29, 2a 6.7.4-1, audit",
          lambda p: p.catalog.update({"/Lang": "u:American English"})),
    Break("wrong-language", "unseen: pdf.readback",
          lambda p: (p.catalog.update({"/Lang": "u:fr"}),
                     p.replace(p.xmp, rb"(<dc:language>.*<rdf:li>).*?<", rb"\1fr<"))),
    Break("not-marked", "ua1 6.2-1, 2a 6.7.2.2-1",
          lambda p: p.catalog["/MarkInfo"].update({"/Marked": False})),
    Break("suspects", "ua1 7.1-4",
          lambda p: p.catalog["/MarkInfo"].update({"/Suspects": True})),
    Break("title-not-displayed", "ua1 7.1-10",
          lambda p: p.catalog["/ViewerPreferences"].update({"/DisplayDocTitle": False})),
    Break("no-viewer-preferences", "ua1 7.1-10",
          lambda p: p.catalog.pop("/ViewerPreferences")),
    Break("no-structure-tree", "ua1 7.1-11, 2a 6.7.3.3-1, audit",
          lambda p: p.catalog.pop("/StructTreeRoot")),
    Break("no-output-intent", "2a 6.2.4.3-2",
          lambda p: p.catalog.pop("/OutputIntents")),
    Break("wrong-colour-profile", "2a 6.2.3-1",
          lambda p: p.replace(p.catalog["/OutputIntents"][0]["/DestOutputProfile"],
                              b"mntrRGB ", b"mntrLab ")),
    Break("script", "2a 6.5.1-1",
          lambda p: p.catalog.update({"/OpenAction": {"/S": "/JavaScript", "/JS": "u:beep()"}})),
    Break("additional-actions", "2a 6.5.2-1",
          lambda p: p.catalog.update({"/AA": {}})),
]

METADATA = [
    Break("no-xmp", "ua1 7.1-8, 2a 6.6.2.1-1",
          lambda p: p.catalog.pop("/Metadata")),
    Break("xmp-not-well-formed", "ua1 5-1, 2a 6.6.2.1-4, audit",
          lambda p: p.replace(p.xmp, b"</dc:title>", b"")),
    Break("no-pdfuaid", "ua1 5-1",
          lambda p: p.replace(p.xmp, b' pdfuaid:part="1"', b"")),
    Break("wrong-pdfuaid-part", "ua1 5-2",
          lambda p: p.replace(p.xmp, b'pdfuaid:part="1"', b'pdfuaid:part="2"')),
    Break("no-pdfaid", "2a 6.6.4-1",
          lambda p: p.replace(p.xmp, b' pdfaid:part="2" pdfaid:conformance="A"', b"")),
    Break("wrong-pdfaid-part", "2a 6.6.4-2",
          lambda p: p.replace(p.xmp, b'pdfaid:part="2"', b'pdfaid:part="1"')),
    Break("wrong-pdfaid-conformance", "2a 6.6.4-3",
          lambda p: p.replace(p.xmp, b'pdfaid:conformance="A"', b'pdfaid:conformance="B"')),
    Break("no-extension-schema", "2a 6.6.2.3.1-1",
          lambda p: p.replace(p.xmp, b"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", b"")),
    Break("no-xmp-title", "ua1 7.1-9, audit",
          lambda p: p.replace(p.xmp, b"<dc:title>.*</dc:title>", b"")),
    Break("empty-xmp-title", "audit",
          lambda p: p.replace(p.xmp, b'(x-default">).*?<', rb"\1<")),
    Break("two-titles", "audit",
          lambda p: p.info.update({"/Title": "u:Another title"})),
    Break("no-dc-language", "audit",
          lambda p: p.replace(p.xmp, b"<dc:language>.*</dc:language>", b"")),
]


def swap(items, i, j):
    items[i], items[j] = items[j], items[i]


TREE = [
    Break("no-h1", "ua1 7.4.2-1",
          lambda p: p.retag(p.elements("/H1")[0], "/P")),
    Break("h3-after-h1", "ua1 7.4.2-1",
          lambda p: p.retag(p.elements("/H2")[0], "/H3")),
    Break("h4-after-h2", "ua1 7.4.2-1",
          lambda p: p.retag(p.elements("/H2")[1], "/H4")),
    Break("h-among-h2", "ua1 7.4.4-2, ua1 7.4.4-3",
          lambda p: p.retag(p.elements("/H2")[0], "/H")),
    Break("heading-as-paragraph", "unseen: pdf.readback",
          lambda p: p.retag(p.elements("/H2")[0], "/P")),
    Break("unknown-type", "ua1 7.1-5, 2a 6.7.3.4-1",
          lambda p: p.retag(p.elements("/P")[0], "/Para")),
    Break("standard-type-remapped", "ua1 7.1-7",
          lambda p: p.tree.update({"/RoleMap": {"/P": "/H1"}})),
    Break("figure-without-alt", "ua1 7.3-1",
          lambda p: p.retag(p.elements("/P")[0], "/Figure")),
    Break("list-item-without-body", "ua1 7.2-20, audit",
          lambda p: p.retag(p.elements("/LBody")[0], "/P")),
    Break("list-items-without-list", "ua1 7.2-17",
          lambda p: p.retag(p.elements("/L")[0], "/Sect")),
    Break("no-list-numbering", "audit",
          lambda p: p.elements("/L")[0].pop("/A")),
    Break("sections-out-of-order", "audit",
          lambda p: swap(p.elements("/Document")[0]["/K"], -2, -3)),
    Break("no-parent", "ua1 7.1-3, audit",
          lambda p: p.elements("/H2")[0].pop("/P")),
    Break("wrong-parent", "audit",
          lambda p: p.elements("/H2")[0].update({"/P": p.elements("/H2")[1]["/P"]})),
    Break("content-in-no-element", "audit",
          lambda p: p.elements("/P")[0].update({"/K": []})),
    Break("page-not-in-parent-tree", "ua1 7.1-3, audit",
          lambda p: p.parent_tree.__delitem__(slice(0, 2))),
    Break("parent-tree-too-short", "ua1 7.1-3, audit",
          lambda p: p.at(p.parent_tree[1]).pop()),
    Break("parent-tree-swapped", "audit",
          lambda p: swap(p.at(p.parent_tree[1]), 2, 3)),
    Break("no-struct-parents", "ua1 7.1-3, audit",
          lambda p: p.page.pop("/StructParents")),
]


def content(pattern, replacement):
    return lambda p: p.replace(p.content, pattern, replacement)


def nest_too_deep(p):
    p.set_bytes(p.content, b"q " * 29 + p.bytes_of(p.content) + b"Q " * 29)


def text_as_artifact(p):
    p.replace(p.content, rb"/P <</MCID 0>> BDC", b"/Artifact BMC")
    p.elements("/P")[0]["/K"] = []


CONTENT = [
    Break("text-untagged", "ua1 7.1-3, audit",
          content(rb"/P <</MCID 0>> BDC\n(.*?)EMC\n", rb"\1")),
    Break("rule-untagged", "ua1 7.1-3",
          content(rb"/Artifact BMC\n(.*?)EMC\n", rb"\1")),
    Break("text-as-artifact", "unseen: pdf.readback", text_as_artifact),
    Break("artifact-in-text", "ua1 7.1-1, ua1 7.1-2",
          content(rb"(/P <</MCID 4>> BDC\n)(.*?ET\n)", rb"\1/Artifact BMC\n\2EMC\n")),
    Break("text-in-artifact", "ua1 7.1-2",
          content(rb"(/P <</MCID 4>> BDC\n.*?EMC\n)", rb"/Artifact BMC\n\1EMC\n")),
    Break("same-mcid-twice", "audit",
          content(rb"/P <</MCID 4>>", rb"/P <</MCID 3>>")),
    Break("mark-not-closed", "ua1 7.1-3, audit",
          content(rb"EMC\n", b"")),
    Break("mark-closed-twice", "audit",
          content(rb"EMC\n", b"EMC\nEMC\n")),
    Break("notdef-shown", "ua1 7.21.8-1, 2a 6.2.11.8-1",
          content(rb"\[<....", b"[<0000")),
    Break("glyph-not-in-font", "ua1 7.21.4.1-2, 2a 6.2.11.4.1-2",
          content(rb"\[<....", b"[<FFF0")),
    Break("half-a-byte", "2a 6.1.6-1",
          content(rb"\[<....", b"[<000")),
    Break("unknown-operator", "2a 6.2.2-1",
          content(rb"ET\n", b"XX\nET\n")),
    Break("nested-too-deep", "2a 6.1.13-8", nest_too_deep),
    Break("cmyk-ink", "2a 6.2.4.3-3",
          content(rb"\S+ \S+ \S+ rg", b"0 0 0 1 k")),
    Break("pale-ink", "unseen: pdf.contrast",
          content(rb"\S+ \S+ \S+ rg", b"0.8 0.8 0.8 rg")),
    Break("words-run-together", "unseen: pdf.readback",  # no space at the end of a line
          content(rb"(MCID 4>> BDC.*?)[0-9A-Fa-f]{4}(>\] TJ\nET\nBT)", rb"\1\2")),
    Break("text-off-the-page", "unseen: pdf.readback",
          content(rb"1 0 0 1 \S+ (\S+) Tm", rb"1 0 0 1 -900 \1 Tm")),
]


def text_font(p):
    return p.fonts["/F0"]


def font_file(p):
    return p.descriptor(text_font(p))["/FontFile2"]


def first_mapping(replacement):
    return lambda p: p.replace(text_font(p)["/ToUnicode"], rb"(beginbfchar\n)(<\w+>) <\w+>\n",
                               replacement)


def widen_a_glyph(p):
    p.cid_font(text_font(p))["/W"][1][0] += 2


def name_too_few_glyphs(p):
    p.objects["obj:900 0 R"] = {"stream": {"data": "gA==", "dict": {}}}
    p.descriptor(text_font(p))["/CIDSet"] = "900 0 R"


FONTS = [
    Break("font-not-embedded", "ua1 7.21.4.1-1, 2a 6.2.11.4.1-1",
          lambda p: p.descriptor(text_font(p)).pop("/FontFile2")),
    Break("font-truncated", "ua1 7.21.4.1-1, 2a 6.2.11.4.1-1, audit",
          lambda p: p.set_bytes(font_file(p), p.bytes_of(font_file(p))[:2000])),
    Break("font-not-in-resources", "audit",
          lambda p: p.at(p.page["/Resources"]["/Font"]).popitem()),
    Break("no-tounicode", "ua1 7.21.7-1, 2a 6.2.11.7.2-1",
          lambda p: text_font(p).pop("/ToUnicode")),
    Break("tounicode-lacks-a-glyph", "ua1 7.21.7-1, 2a 6.2.11.7.2-1",
          first_mapping(rb"\1")),
    Break("tounicode-zero", "ua1 7.21.7-2, 2a 6.2.11.7.2-2",
          first_mapping(rb"\1\2 <0000>\n")),
    Break("tounicode-byte-order-mark", "ua1 7.21.7-2, 2a 6.2.11.7.2-2",
          first_mapping(rb"\1\2 <FEFF>\n")),
    Break("tounicode-private-use", "2a 6.2.11.7.3-1",
          first_mapping(rb"\1\2 <E001>\n")),
    Break("tounicode-another-letter", "unseen: pdf.readback",
          first_mapping(rb"\1\2 <005A>\n")),
    Break("wrong-width", "ua1 7.21.5-1, 2a 6.2.11.5-1", widen_a_glyph),
    Break("no-widths", "ua1 7.21.5-1, 2a 6.2.11.5-1",
          lambda p: p.cid_font(text_font(p)).pop("/W")),
    Break("no-cidtogidmap", "ua1 7.21.3.2-1, 2a 6.2.11.3.2-1",
          lambda p: p.cid_font(text_font(p)).pop("/CIDToGIDMap")),
    Break("cidset-incomplete", "ua1 7.21.4.2-2, 2a 6.2.11.4.2-2", name_too_few_glyphs),
    Break("two-font-names", "audit",
          lambda p: p.descriptor(text_font(p)).update({"/FontName": "/Other"})),
    Break("no-cap-height", "audit",
          lambda p: p.descriptor(text_font(p)).pop("/CapHeight")),
    Break("wrong-font-length", "audit",
          lambda p: p.at(font_file(p)).update({"/Length1": 1})),
]

LINKS = [
    Break("link-without-contents", "ua1 7.18.1-2, ua1 7.18.5-2, audit",
          lambda p: p.links[0].pop("/Contents")),
    Break("link-says-nothing", "audit",
          lambda p: p.links[0].update({"/Contents": "u:link"})),
    Break("no-struct-parent", "ua1 7.18.5-1, audit",
          lambda p: p.links[0].pop("/StructParent")),
    Break("link-not-in-parent-tree", "ua1 7.18.5-1, audit",
          lambda p: p.parent_tree.__delitem__(slice(2, 4))),
    Break("link-as-span", "ua1 7.18.5-1",
          lambda p: p.retag(p.elements("/Link")[0], "/Span")),
    Break("link-element-without-link", "audit",
          lambda p: p.elements("/Link")[0]["/K"].pop()),
    Break("link-elsewhere", "audit",
          lambda p: p.links[0].update({"/Rect": [0, 0, 10, 10]})),
    Break("no-tabs", "ua1 7.18.3-1",
          lambda p: p.page.pop("/Tabs")),
    Break("tabs-by-row", "ua1 7.18.3-1",
          lambda p: p.page.update({"/Tabs": "/R"})),
    Break("link-without-flags", "2a 6.3.2-1",
          lambda p: p.links[0].pop("/F")),
    Break("link-not-printed", "2a 6.3.2-2",
          lambda p: p.links[0].update({"/F": 0})),
    Break("link-starts-a-program", "2a 6.5.1-1, audit",
          lambda p: p.links[0].update({"/A": {"/S": "/Launch", "/F": "u:a.exe"}})),
]


# ---- Several pages: for a handout in large print with an element that goes on over a page's end ----

def page_number(p, number):
    """A reference to a page, from 1."""
    return p.at(p.catalog["/Pages"])["/Kids"][number - 1]


def continued(p):
    """An element that goes on over a page's end, and what it has on the next page."""
    return next((element, kid) for element, kid in p.walk()
                if isinstance(kid, dict) and kid.get("/Type") == "/MCR")


def held_link(p):
    """An element's reference to its annotation."""
    return next(kid for _, kid in p.walk()
                if isinstance(kid, dict) and kid.get("/Type") == "/OBJR")


PAGES = [
    Break("continued-on-the-wrong-page", "audit",
          lambda p: continued(p)[1].update({"/Pg": page_number(p, 1)})),
    Break("continued-on-no-page", "audit",
          lambda p: continued(p)[1].pop("/Pg")),
    Break("element-of-another-page", "audit",
          lambda p: p.elements("/H1")[0].update({"/Pg": page_number(p, 2)})),
    Break("second-page-not-in-parent-tree", "ua1 7.1-3, audit",
          lambda p: p.parent_tree.__delitem__(slice(2, 4))),
    Break("two-pages-of-one-key", "audit",
          lambda p: p.pages[1].update({"/StructParents": 0})),
    Break("pages-swapped", "audit",
          lambda p: swap(p.at(p.catalog["/Pages"])["/Kids"], 0, 1)),
    Break("link-of-another-page", "audit",
          lambda p: held_link(p).update({"/Pg": page_number(p, 2)})),
    Break("no-tabs-on-the-last-page", "ua1 7.18.3-1",
          lambda p: p.pages[-1].pop("/Tabs")),
]


# ---- A form: for a handout that can be filled in ----

FORM = [
    Break("field-without-label", "ua1 7.18.1-3, audit", lambda p: p.fields[0].pop("/TU")),
    Break("field-outside-form", "ua1 7.18.4-1, audit",
          lambda p: p.retag(p.elements("/Form")[0], "/Span")),
    Break("field-without-looks", "2a 6.3.3-1", lambda p: p.fields[-1].pop("/AP")),
    Break("appearances-needed", "2a 6.4.1-3",
          lambda p: p.at(p.catalog["/AcroForm"]).update({"/NeedAppearances": True})),
    Break("field-not-in-form", "audit",
          lambda p: p.at(p.catalog["/AcroForm"])["/Fields"].pop()),
    Break("two-fields-of-one-name", "audit",
          lambda p: p.fields[0].update({"/T": p.fields[1]["/T"]})),
]


# ---- The file ----

def same_size(pattern, replacement):
    """Changes bytes, but not how many there are."""
    def damage(data):
        changed, done = re.subn(pattern, replacement, data, count=1, flags=re.S)
        assert done and len(changed) == len(data), f"{pattern} is not in the file"
        return changed
    return damage


def page_stream(data):
    """Of the page's content: where its length is written, and where its bytes start."""
    number = re.search(rb"/Contents (\d+) 0 R", data)[1]
    stream = re.search(rb"\n%s 0 obj.*?/Length (\d+) 0 R.*?stream\r?\n" % number, data, re.S)
    length = re.search(rb"\n%s 0 obj\s+(\d+)" % stream[1], data)
    return length, stream.end()


def count_one_byte_more(data):
    length, _ = page_stream(data)
    return data[:length.start(1)] + b"%d" % (int(length[1]) + 1) + data[length.end(1):]


def damage_stream(data):
    at = page_stream(data)[1] + 1000
    return data[:at] + b"damaged" + data[at + 7:]


FILE = [
    Break("no-id", "2a 6.1.3-1", same_size(rb"/ID \[", b"/IX [")),
    Break("wrong-length", "2a 6.1.7.1-1", count_one_byte_more),
    Break("stream-damaged", "qpdf", damage_stream),
    Break("wrong-version", "ua1 6.1-1, 2a 6.1.2-1", same_size(rb"%PDF-1\.7", b"%PDF-1.8")),
    Break("looks-like-text", "2a 6.1.2-2", same_size(rb"\n%[\x80-\xFF]{4}", b"\n%text")),
    Break("more-behind-the-end", "2a 6.1.3-3", lambda data: data + b"more"),
    Break("wrong-offset", "qpdf", same_size(rb"(\d{10} 65535 f\s\s\d{8})\d", rb"\g<1>9")),
    Break("half-the-file", "qpdf", lambda data: data[:len(data) // 2]),
]

PARTS = CATALOG + METADATA + TREE + CONTENT + FONTS + LINKS
