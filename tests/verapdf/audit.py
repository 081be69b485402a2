"""What neither veraPDF nor qpdf looks at (refuse.py shows it): that the parts of a file that say
the same thing agree.  The tags are said four times: in the content, in the structure tree, in the
parent tree, and by the annotations; title, author, language and dates twice.
"""

import re
import urllib.parse
import xml.etree.ElementTree as ET

from support.parts import operators

DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def faults(parts):
    """@return a line for each fault."""
    found = []
    for check in (check_content, check_tree, check_links, check_form, check_lists,
                  check_metadata, check_fonts):
        try:
            found += check(parts)
        except (LookupError, ET.ParseError) as lacking:
            found.append(f"{check.__name__}: {type(lacking).__name__}: {lacking}")
    return found


def sequences(parts, page):
    """A page's marked sequences that have an MCID: (tag, MCID, where its text starts)."""
    found = []
    for operator, operands in operators(parts.bytes_of(page["/Contents"])):
        if operator == "BDC" and "/MCID" in operands:
            found.append((operands[0], int(operands[operands.index("/MCID") + 1]), []))
        elif operator == "Tm" and found:
            found[-1][2].append((float(operands[4]), float(operands[5])))
    return found


# ---- The tags ----

def check_content(parts):
    for number, page in enumerate(parts.pages, 1):
        depth = 0
        for operator, operands in operators(parts.bytes_of(page["/Contents"])):
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(operator, 0)
            if depth < 0:
                yield f"content of page {number}: EMC without BMC"
                depth = 0
            if operator == "Tf" and operands[0] not in parts.fonts:
                yield f"content of page {number}: there is no font {operands[0]}"
        if depth:
            yield f"content of page {number}: BMC without EMC"


def index_of(page, pages):
    """Which page it is, from 0; None if it is no page. Two pages may look the same."""
    return next((i for i, other in enumerate(pages) if other is page), None)


def check_tree(parts):
    yield from check_parents(parts)
    pages = parts.pages
    in_tree = [(index_of(page, pages), element["/S"], mcid)
               for element, page, mcid in parts.marked_content()]
    in_content = [(i, tag, mcid) for i, page in enumerate(pages)
                  for tag, mcid, _ in sequences(parts, page)]
    if in_content != in_tree:
        yield "tree: its marked content is not that of the pages, in the order of the pages"


def check_parents(parts):
    """What is below leads to what is above."""
    owners = dict(zip(parts.parent_tree[::2], parts.parent_tree[1::2]))
    for element, page, mcid in parts.marked_content():
        by_mcid = parts.at(owners.get((page or {}).get("/StructParents"), []))
        if not mcid < len(by_mcid) or parts.at(by_mcid[mcid]) is not element:
            yield f"parent tree: marked content {mcid} belongs to another element"
    for parent, kid in parts.walk():
        if isinstance(kid, dict) and "/S" in kid and parts.at(kid.get("/P")) is not parent:
            yield f"tree: a {kid['/S']} has another parent than the one that holds it"


def check_links(parts):
    for page in parts.pages:
        starts = {mcid: points for _, mcid, points in sequences(parts, page)}
        for link in parts.links_of(page):
            yield from check_link(parts, page, link, starts)


def owner_of(parts, annotation):
    """The element that it names."""
    owners = dict(zip(parts.parent_tree[::2], parts.parent_tree[1::2]))
    return parts.at(owners.get(annotation.get("/StructParent"))) or {}


def says_where(contents, uri):
    """Whether they say the address, for a telephone its number, or a title of several words."""
    said = re.sub(r"\W", "", contents)
    address = urllib.parse.unquote(re.sub(r"^(tel:|mailto:|https?://(doi\.org/)?)", "", uri))
    return bool(uri) and (re.sub(r"\W", "", address) in said or len(contents.split()) > 1)


def check_link(parts, page, link, starts):
    """@param starts  where the texts of the page start, by MCID."""
    owner = owner_of(parts, link)
    held = [kid for kid in parts.kids(owner)
            if isinstance(kid, dict) and parts.at(kid.get("/Obj")) is link]
    if not held:
        yield "link: the element that it names does not hold it"
    elif parts.at(held[0].get("/Pg", owner.get("/Pg"))) is not page:
        yield "link: the element that it names holds it as one of another page"
    if not says_where(text(link.get("/Contents")), text(link["/A"].get("/URI"))):
        yield "link: Contents does not say where it leads"
    left, bottom, right, top = link["/Rect"]
    points = [point for element, on, mcid in parts.marked_content()
              if element is owner and on is page for point in starts.get(mcid, [])]
    if not any(left - 1 <= x <= right and bottom <= y <= top for x, y in points):
        yield "link: none of its text is at its place"


def check_form(parts):
    """Each field is in the form, has a name of its own, says what to fill in, can be seen, and is
    the one thing that a Form element holds."""
    form = parts.at(parts.catalog.get("/AcroForm")) or {}
    listed = [parts.at(field) for field in parts.at(form.get("/Fields", []))]
    if {id(field) for field in listed} != {id(field) for field in parts.fields}:
        yield "form: its fields are not those of the pages"
    if len({field.get("/T") for field in listed}) != len(listed):
        yield "form: two fields have one name"
    for field in parts.fields:
        owner = owner_of(parts, field)
        held = [parts.at(kid["/Obj"]) for kid in parts.kids(owner) if isinstance(kid, dict)]
        if owner.get("/S") != "/Form" or len(held) != 1 or held[0] is not field:
            yield "form: a field is not the one thing that its Form element holds"
        if not text(field.get("/TU")):
            yield "form: a field does not say what to fill in"


def check_lists(parts):
    for element in parts.elements("/L"):
        numbering = parts.at(element["/A"])["/ListNumbering"]
        if numbering not in ("/None", "/Disc", "/Decimal"):
            yield f"list: ListNumbering is {numbering}"
        for item in parts.kids(element):
            parts_of_item = [kid.get("/S") for kid in parts.kids(item)]
            if parts_of_item != ["/Lbl", "/LBody"] and \
                    (numbering, parts_of_item) != ("/None", ["/LBody"]):
                yield "list: an item is not a label and a body"


# ---- What the file says about itself ----

def text(value):
    return (value or "").removeprefix("u:")


def stamp(date):
    """The digits, which is all that "D:20241101000000+00'00'" and XMP's form have in common."""
    return re.sub(r"\D", "", date)


def check_metadata(parts):
    packet = ET.fromstring(parts.bytes_of(parts.xmp))
    info, catalog = parts.info, parts.catalog

    def xmp(path):
        return packet.findtext(f".//{path}", "")

    said = {
        "title": (text(info.get("/Title")), xmp(f"{DC}title//{RDF}li")),
        "author": (text(info.get("/Author")), xmp(f"{DC}creator//{RDF}li")),
        "language": (text(catalog.get("/Lang")), xmp(f"{DC}language//{RDF}li")),
        "producer": (text(info.get("/Producer")), xmp(f"{PDF}Producer")),
        "date": (stamp(text(info.get("/CreationDate"))), stamp(xmp(f"{XMP}CreateDate"))),
    }
    for name, (here, in_xmp) in said.items():
        if here != in_xmp:
            yield f"XMP: the {name} is {in_xmp!r}, elsewhere {here!r}"
    if not said["title"][0]:
        yield "XMP: there is no title"


# ---- Fonts ----

def check_fonts(parts):
    for name, font in parts.fonts.items():
        names = {font.get("/BaseFont"), parts.cid_font(font).get("/BaseFont"),
                 parts.descriptor(font).get("/FontName")}
        if len(names) != 1 or not re.match(r"/[A-Z]{6}\+.", str(*names)):
            yield f"font {name}: not one name with the tag of a subset: {names}"
        if "/CapHeight" not in parts.descriptor(font):
            yield f"font {name}: no CapHeight"
        file = parts.descriptor(font).get("/FontFile2")
        if file and parts.at(file).get("/Length1") != len(parts.bytes_of(file)):
            yield f"font {name}: Length1 is not the length"
