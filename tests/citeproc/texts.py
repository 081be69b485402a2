"""What is ordered of texts (orders.py): each changes what citeproc-js printed of an item."""

import re

from items import ARTICLES, UNPATTERNED, groups_of, of_type, said

BLUEBOOK = "courts and laws as the Bluebook has them (AMA 3.16)"


def before_address(text, addition):
    """Adds a sentence before the DOI or the day that an address was read, or at the end."""
    found = re.search(r" (?:doi:|Accessed |https?://)", text)
    at = found.start() if found else len(text)
    return text[:at] + addition + text[at:]


def short_edition(text, item):
    name = re.sub(" edition$", "", said(item, "edition"))
    return re.sub(rf"\b({re.escape(name)}) edition(?=(\)?))",
                  lambda found: f"{found[1]} ed{'.' * bool(found[2])}", text) if name else text


# ---- Texts, AMA style ----

def only_articles_online(text, item):
    day = len(((item.get("issued") or {}).get("date-parts") or [[]])[0]) > 2
    online = item.get("type") in ARTICLES and (day or item.get("DOI") or item.get("URL"))
    return text if online else text.replace("Published online ", "")


@of_type(*UNPATTERNED)
def publisher_and_version(text, item):
    version, publisher = said(item, "version"), said(item, "publisher").rstrip(".")
    number = said(item, "number")
    numbered = re.search(rf"(?::|(?<=\.) ){re.escape(number)}\.(?= |$)", text) if number else None
    if numbered:
        text = text[:numbered.start()].rstrip(".") + "." + text[numbered.end():]
    before = f"Version {version}. " if version else ""
    if "Published online " in text:
        before += f"{publisher}; " if publisher else ""
        text = text.replace("Published online ", before + "Published online ")
    elif before or publisher:
        before += f"{publisher}. " if publisher else ""
        text = before_address(text, " " + before.strip())
    return before_address(text, f" {number}.") if numbered else text


@of_type("patent")
def patent(text, item):
    number, date = said(item, "number"), re.search(r"Published online (.*?)(?=:|\. |\.$)", text)
    genre = said(item, "genre") or "patent"
    kind = " ".join(filter(None, (said(item, "authority"), genre, number)))
    sentence = f"{kind[0].upper()}{kind[1:]}."
    if number:
        text = re.sub(r"(?:[:;]|(?<= ))" + re.escape(number) + r"\.(?= |$)", ".", text)
    start = date.start() if date else len(text)
    text = text[:start].rstrip() + f" {sentence} " + text[start:].replace("Published online ", "")
    return re.sub(r" \.(?= |$)", "", text).strip()


@of_type("report", "pamphlet")
def report_number(text, item):
    number, genre = said(item, "number"), said(item, "genre")
    source = text.partition(" Accessed ")[0]
    bare = re.fullmatch(r"\d[\d\-, &./]*[A-Za-z]{0,2}", number)
    kind = genre or ("Report" if bare else "")
    if not number or number in source:
        return text
    return before_address(text, f" {kind}{' No. ' if bare else ' ' if kind else ''}{number}.")


def et_al(text, _item):
    return text.replace("et al., ed", "et al, ed")


def editors_behind_title(text, _item):
    bracketed = r"((?:Vol [^.]*\. |[^.]* ed\. )*)\(([^()]+?, eds?)\.?\)\.? "
    return re.sub(bracketed, r"\2. \1", text, count=1)


@of_type("chapter", "entry-dictionary", "entry-encyclopedia")
def editors_of_the_whole(text, item):
    if item.get("author"):
        return text
    return re.sub(r"^(.*?, eds?\.) (.*?\.) In: ", r"\2 In: \1 ", text)


def groups_behind_persons(text, item):
    """As they are named, though the persons end in "et al"; what citeproc-js got had none."""
    groups = "".join(f"; {group}" for group in groups_of(item))
    names, _stop, rest = text.partition(". ")
    return f"{names}{groups}. {rest}" if groups else text


def group_between_persons(text, item):
    lists = [item.get(field) or [] for field in ("author", "editor")]
    mixed = [names for names in lists if any("literal" not in name for name in names)]
    for name in sum(mixed, []):
        group = name.get("literal")
        if group:
            text = text.replace(f", {group}", f"; {group}").replace(f"{group}, ", f"{group}; ")
    return text


# ---- Texts, APA style ----

def usual_brackets(text, _item):
    return text.replace("[Video recording]", "[Video]").replace("[Dataset]", "[Data set]")


@of_type("article")
def preprint_said(text, item):
    if item.get("genre"):
        return text
    title = re.escape(said(item, "title").rstrip("."))
    return re.sub(rf"({title}(?: \([^)]*\))?)(?=\.|$|[?!] )", r"\1 [Preprint]", text, count=1)


@of_type("report")
def report_said(text, _item):
    return text.replace("(No. ", "(Report No. ")


@of_type("patent", "legislation", "regulation")
def one_number(text, _item):
    return text.replace("Nos.", "No.")


def letters_without_label(text, _item):
    return re.sub(r"\(Nos?\. (?=[A-Za-z])", "(", text)


@of_type("thesis")
def university_in_brackets(text, item):
    """Also of a thesis that has no address."""
    university = said(item, "publisher")
    return text.replace(f"]. {university}", f", {university}]") if university else text


# ---- Texts, both styles ----

def bluebook(text, apa):
    """A court or a law in AMA style as citeproc-js has it in APA style: without stops, and with
    the day that its address was read."""
    body = re.split(r" (?:Retrieved |https?://)", apa)[0].rstrip(".").replace("Nos.", "No.")
    tail = re.search(r" (?:doi:|Accessed |https?://).*", text)
    body = re.sub(r"^1\. ?", "", body)
    return re.sub(r"(?<!No)\.(?!\d(?!d))", "", body) + "." + (tail[0] if tail else "")


def foreign_capitals(text, item):
    """Titles that say that they are in another language, as they are given."""
    tag = re.match(r"([a-z]{2,3})(?=-|_|$)", said(item, "language").lower())
    if not tag or tag[1] in ("en", "eng"):
        return text
    for name in ("title", "container-title"):
        title = said(item, name)
        at = text.lower().find(title.lower())
        if title and at >= 0 and len(title.lower()) == len(title):
            text = text[:at] + title + text[at + len(title):]
    return text
