"""What still differs from citeproc-js after all orders (orders.py), kind by kind, and who is right.

Each kind makes both texts alike in what it is about: what is equal then differs in nothing else.
"+" ours is right, by the section of the manual that is named or by what an export is to be turned
into; "=" the data or citeproc-js is at fault, and no text is better.
"""

import re

from items import LEGAL


def from_title_on(text, item):
    """Without the names in front."""
    start = text.lower().find(str(item.get("title"))[:12].lower())
    return text[max(start, 0):]


def no_initials(text, _item):
    return re.sub(r"\b[A-Za-z]{1,3}\b\.?,?", "", text).replace(" ", "")


def no_false_address(text, item):
    if "." in str(item.get("URL", ".")):
        return text
    return re.sub(r" (?:Accessed|Retrieved) .*|(?<=\.) \(Address/Availability\)\.", "", text)


def nothing_left(_text, _item):
    return ""


def any_item(_item):
    return True


def is_type(*types):
    return lambda item: item.get("type") in types


def dropping(pattern, instead=""):
    return lambda text, _item: re.sub(pattern, instead, text)


# Style or None for both, which items, the kind, and what levels it; the first that fit come first.
KINDS = [
    (None, any_item, "= “n.d.” is no day", dropping(" N\\.D\\.")),
    (None, any_item, "+ “//” in front is of no address", dropping(r"(?<= )//")),
    (None, any_item, "+ an address that is none is left out", no_false_address),
    (None, any_item, "= citeproc-js parts “rs.3” and calls one number “Nos.”",
     dropping(r"\bNos?\. |(?<=rs\.) ")),
    ("ama", any_item, "+ no “In:” of nothing but a year", dropping(r" In: (?=\d{4}[.:])", " ")),
    ("apa", is_type(*LEGAL), "= courts and laws: histories are not read", nothing_left),
    ("apa", any_item, "= a shelf without an archive, one volume of one, the first publisher",
     dropping(r"(?<=\. )\((?=[^)]*[/;])[\d/; ]+\)\. |\(Vol\. 1-1\) |(?<=published \d{4}), [^)]*")),
    ("apa", any_item, "+ “pp. 41:1-41:15” are pages; “190 f” ends as it is given",
     dropping(r"pp?\. (?=\d)|(?<=\d f)\.")),
    ("apa", is_type("chapter"), "+ who edits a book did not write its chapter (APA 9.12)",
     nothing_left),
    (None, any_item, "+ letters as given: titles in other languages (AMA 3.9.2), identifiers",
     lambda text, _item: text.lower()),
    (None, any_item, "= names that citeproc-js takes apart otherwise", from_title_on),
    (None, any_item, "= initials that citeproc-js takes apart otherwise", no_initials),
]


def levelled(kinds, text, item):
    for _style, _fits, _kind, level in kinds:
        text = level(text, item)
    return text


def explained(style, item, ours, theirs):
    """The fewest kinds that make the two alike; "?" if all of them do not."""
    used = [kind for kind in KINDS if kind[0] in (None, style) and kind[1](item)]
    if levelled(used, ours, item) != levelled(used, theirs, item):
        return "?"
    for kind in reversed(list(used)):
        fewer = [other for other in used if other is not kind]
        if levelled(fewer, ours, item) == levelled(fewer, theirs, item):
            used = fewer
    return " ".join(kind[2] for kind in used)
