"""What must stand on the page, in reading order, read off the two JSON files.

Made without the program's help, from the description of the page: a handout is compared with this
list of phrases.  A phrase is what must stand together; between two phrases there may be more
(punctuation, "In:", "Published").
"""

import json
import re
import unicodedata
from pathlib import Path

from .schema import sections as all_sections

# An article with nothing but what must be there.
SMALLEST = {"title": "T", "summary": "S", "benefits": ["B"], "dosage": "D", "cautions": ["C"],
            "references": [], "disclaimer": "N"}

FOLDER = Path(__file__).resolve().parents[2] / "data/labels"


def labels_file(language):
    """Of "pt-BR" that of "pt"; of what has none, the English one."""
    names = (language, language.split("-")[0], "en")
    file = next(file for name in names if (file := FOLDER / f"{name}.json").exists())
    return json.loads(file.read_text(encoding="utf-8"))


def labels_of(language):
    return labels_file(language)["labels"]


LABELS = labels_of("en")

PLAN = ("for", "date", "amount", "how_often", "start", "next_visit")
TIMES = ("morning", "noon", "evening", "bedtime")

# What is printed of a reference, and in which order.
CITED = {
    "ama": {
        "article-journal": "author title container-title issued volume issue page",
        "book": "author title editor volume edition publisher issued page",
        "chapter": "author title editor container-title volume edition publisher issued page",
        "webpage": "author title container-title issued accessed",
    },
    "apa": {
        "article-journal": "author issued title container-title volume issue page",
        "book": "author issued title editor edition volume page publisher",
        "chapter": "author issued title editor container-title edition volume page publisher",
        "webpage": "author issued title container-title",
    },
}


def normal(text):
    """One form for what looks the same: spaces, hyphens, composed letters."""
    text = unicodedata.normalize("NFC", text).replace("\u2011", "-").replace("\u2010", "-")
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def squeezed(text):
    """Without any white space: a line may end inside an address or behind a hyphen, and where words
    are parted by a space without width it is not said."""
    return re.sub(r"[\s\u200b]", "", normal(text))


def fill(wording, *values):
    """A label's own words and the values between them, in the label's order."""
    for part in re.split(r"(\{[01]\})", wording):
        if part in ("{0}", "{1}"):
            yield values[int(part[1])]
        else:
            yield part


def bare_url(url):
    return re.sub(r"^https?://", "", url).removesuffix("/")


LATIN_DIGITS = "0123456789"


def year(date, language="en"):
    """Of "2024-11-01" or a CSL date: how the rest is written depends on the language."""
    if isinstance(date, dict):
        return str(date["date-parts"][0][0]) if "date-parts" in date else date["raw"][:4]
    number = int(date[:4])
    if language == "th":  # of the Buddhist calendar
        number += 543
    if language == "fa":  # of the Solar Hijri calendar, which begins in March 622
        number -= 621 + (date[5:] < "03-21")
    digits = labels_file(language)["date"].get("digits", LATIN_DIGITS)
    return str(number).translate(str.maketrans(LATIN_DIGITS, digits))


# ---- References ----

def cited(item, name, style):
    value = item.get(name)
    if value is None:
        return []
    if name in ("author", "editor"):
        return [person.get("literal") or person["family"] for person in value][:3]
    if name in ("issued", "accessed"):
        return [year(value)]
    if name == "container-title" and style == "ama" and item.get("container-title-short"):
        return [item["container-title-short"].replace(".", "")]
    text = re.sub(r"</?(i|b|sup|sub)>", "", str(value))
    if name == "page":
        text = re.sub("[–-]", "-" if style == "ama" else "–", text)
    return [text]


def reference(item, style):
    if isinstance(item, str):
        return [item]
    names = CITED[style][item["type"]].split()
    phrases = [part for name in names for part in cited(item, name, style)]
    if "DOI" in item:
        before = "doi:" if style == "ama" else "https://doi.org/"
        return phrases + [before + item["DOI"].removeprefix("https://doi.org/")]
    return phrases + ([bare_url(item["URL"])] if "URL" in item else [])


# ---- The page from top to bottom ----

def letterhead(clinic, labels):
    if "phone" in clinic:
        return [clinic["name"], *fill(labels["phone"], clinic["phone"])]
    return [clinic["name"], clinic.get("email") or bare_url(clinic["website"])]


def plan(clinic, labels):
    usual = [labels[f"plan_{name}"] for name in PLAN]
    lines = clinic.get("plan", usual)
    lines = lines.get("fields", usual) if isinstance(lines, dict) else lines
    times = [labels[f"plan_{name}"] for name in TIMES] if clinic.get("plan_times") else []
    return [labels["plan"], *lines, *times] if lines else []


def points(items):
    for item in items:
        yield from [item] if isinstance(item, str) else [item.get("title", ""), item["text"]]


def dosage(value):
    value = {"how": value} if isinstance(value, str) else value
    yield from [value.get("amount", ""), value.get("how", ""), *value.get("steps", [])]


def own_sections(value):
    for section in value:
        yield from [section["title"], section.get("text", ""), *section.get("items", [])]


def heading(name, clinic, labels):
    """Of when to stop and call: with the number, unless the clinic words it otherwise."""
    if name == "stop_and_call" and "phone" in clinic and name not in clinic.get("labels", {}):
        return fill(labels["stop_and_call_number"], clinic["phone"])
    return [labels[name]]


def sections(article, clinic, labels):
    for name, kind in all_sections():
        if name in article:
            if kind != "own_sections":
                yield from heading(name, clinic, labels)
            yield from {"points": points, "texts": list, "dosage": dosage,
                        "own_sections": own_sections}[kind](article[name])


def quiet_line(article, stem, labels):
    language = article.get("language", "en")
    source, review = article.get("source", {}), article.get("reviewed", {})
    if "title" in source:
        yield from fill(labels["source"], source["title"])
    yield bare_url(source.get("url", ""))
    if "updated" in source:
        yield from fill(labels["updated"], year(source["updated"], language))
    if "by" in review and "on" in review:
        yield from fill(labels["reviewed_by_on"], review["by"], year(review["on"], language))
    if source.keys() & {"title", "url", "updated"} or review.keys() & {"by", "on"}:
        yield article.get("id", stem)


def questions(clinic, labels):
    if "phone" in clinic:
        yield from fill(labels["questions"], clinic["phone"])
    yield clinic.get("emergency", "")


def fine_print(article, clinic, labels):
    if article["references"]:
        yield labels["references"]
    for item in article["references"]:
        yield from reference(item, clinic.get("citation_style", "ama"))
    yield from [labels["disclaimer"], article.get("disclaimer") or clinic["disclaimer"]]
    if clinic.get("supplement_statement", "none") != "none":
        one = clinic["supplement_statement"] == "singular"
        yield "This statement has" if one else "These statements have"
        yield ("not been evaluated by the Food and Drug Administration. This product is not "
               "intended to diagnose, treat, cure, or prevent any disease.")


def contact(clinic, labels):
    yield from [clinic["name"], clinic.get("about", ""), clinic.get("copyright", "")]
    yield from clinic.get("address", [])
    for name in ("hours", "phone", "fax"):
        if name in clinic:
            yield from fill(labels[name], clinic[name])
    yield from [clinic.get("email", ""), bare_url(clinic.get("website", ""))]
    help_line = clinic.get("language_help", "")
    yield help_line["text"] if isinstance(help_line, dict) else help_line


def brief_contact(clinic, labels):
    """What is left of it where a page has no room for more."""
    yield clinic["name"]
    if "phone" in clinic:
        yield from fill(labels["phone"], clinic["phone"])
    yield clinic.get("email", "")


def expected(article, clinic, stem, with_letterhead=True, brief=False):
    """All phrases. @param clinic  {} for none. @param brief  whether the contact block is."""
    labels = {**labels_of(article.get("language", "en")), **clinic.get("labels", {})}
    phrases = letterhead(clinic, labels) if clinic and with_letterhead else []
    phrases += [article["title"], article.get("subtitle", ""), article["summary"]]
    phrases += [*sections(article, clinic, labels), *plan(clinic, labels)]
    phrases += [*questions(clinic, labels), *fine_print(article, clinic, labels)]
    if brief:
        phrases += brief_contact(clinic, labels)
    else:
        phrases += contact(clinic, labels) if clinic else []
        phrases += quiet_line(article, stem, labels)
    return [normal(phrase) for phrase in phrases if phrase.strip()]


def first_missing(text, phrases):
    """The first phrase that does not stand behind the one before it; None if all do."""
    at = 0
    for phrase in phrases:
        found = text.find(phrase, at)
        if found < 0:
            return phrase + (" (out of order)" if phrase in text else "")
        at = found + len(phrase)
    return None
