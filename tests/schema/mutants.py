"""Valid articles and clinics, spoilt in every way that a slip of the pen would, and some more.

A mutant is (what was done, the document). All of them come in the same order on every run.
"""

import copy
import random

# What may stand where something else should.
VALUES = [None, True, False, 0, 7, 2019, -1, 2.5, "", " ", "\u3000\u00a0", "x", "2019", [], ["x"],
          [[]], [[2019]], [None], {}, {"x": 1}, {"text": "x"}, {"family": "x"}, {"raw": "2019"}]

# Characters that are refused, and some that look like it.
ODD = ["\t", "\n", "\x07", "\x7f", "\u0085", "\u00a0", "\u00ad", "\u034f", "\u05d0", "\u0627",
       "\u200b", "\u200f", "\u2028", "\u202f", "\u2066", "\ue000", "\ufb2a", "\ufdd0", "\ufe0f",
       "\ufeff", "\ufffd", "é", "—", "“", "<", "<i>x</i>", "{0}", "&"]

FORMS = {
    "date": ["2024-02-29", "2024-11-31x", "0000-01-01", "0001-01-01", "9999-12-31", "2024-13-01",
             "2024-00-10", "2024-10-00", "2024-10-32", "2024-1-1", "24-01-01", "2024/01/01",
             " 2024-01-01", "2024-01-01\n", "٢٠٢٤-01-01", "2024", "2024-05", "2024-5", "999"],
    "url": ["https://example.org", "HTTP://a.bc", "ftp://a.bc", "https:/a.bc", "https://a",
            "https://a.b:80/x?y#z", "https://a.b:", "https://a.b:123456", "https://a.b:8o",
            "https://a.1b", "https://a.b1", "https://-a.b", "https://a-.b", "https://a..b",
            "https://a.b.", "https://.a.b", "https://u@a.b", "https://[::1]/", "https://é.org",
            "https://a.b/é", "https://a.b/ x", "https://a.b/<x>", "https://a.b/[x]~_!*'();",
            "https://a.b/\\", "https://a.b/^", "https://a.b?x", "https://a.b#x", "a.b", "a.b/x",
            "//a.b", "https://" + "a" * 250 + ".b", "https://" + "a" * 251 + ".b/",
            "https://" + "a" * 252 + ".b", "https://a.b/" + "x" * 3988,
            "https://a.b/" + "x" * 3989, "https://a.b\n", "javascript:alert(1)", "https://A_B.c"],
    "email": ["a@b.cd", "a.b@c.de", ".a@b.cd", "a.@b.cd", "a..b@c.de", "a@b", "@b.cd", "a@",
              "a@b@c.de", "a b@c.de", "A <a@b.cd>", "a@b.c1", "a@b.1c", "a@-b.cd", "é@b.cd",
              "a@é.cd", "a!#$%&'*+/=?^_`{|}~-z@b.cd", "x" * 64 + "@b.cd", "x" * 65 + "@b.cd",
              "a@" + "b" * 250 + ".cd", "a@" + "b" * 251 + ".cd", "a@b.cd\n", "mailto:a@b.cd"],
    "doi": ["10.1000/x", "https://doi.org/10.1000/x", "HTTPS://DX.DOI.ORG/10.1000/x",
            "doi:10.1000/x", "DOI: 10.1000/x ", " 10.1000/x\n", "dx.10.1000/x", "dx.doi:10.1000/x",
            "doi.org/10.1000.5/x", "10.100/x", "10.1000", "10.1000/", "10.10a0/x", "10.1000./x",
            "10.1.00/x", "11.1000/x", "10.1000/é", "10.1000/a b", "10.1000/<a>", "10.1000//",
            "https:10.1000/x", "https://10.1000/x", "doi.org10.1000/x",
            "http://doi.org/ 10.1000/x"],
    "color": ["#000000", "#FFaa09", "#FFF", "#12345G", "123456", "#1234567", "# 12345", "red",
              "#123456\n"],
    "id": ["a", "a-1", "-", "A", "a_b", "ä", "a b", "x" * 64, "x" * 65, "a\n"],
    "language": ["en", "EN-us", "e", "engl", "en-", "-en", "en--us", "en-x", "en-x-y", "en-x-yz",
                 "zh-Hant-TW", "en-a-bb-b-cc", "en-123456789", "en_US", "en-é", "de-1996", "x-yz",
                 "en" + "-abcdefg" * 4 + "-", "en-abcdefgh-abcdefgh-abcdefgh-abcde",
                 "en-abcdefgh-abcdefgh-abcdefgh-abcdef", "en\n"],
    "label": ["{0}", "x {0} y", "{1}", "{0}{1}", "{1} {0}", "{0", "{ 0 }", "0", "{00}"],
}

# The field's name -> the form of its text.
FORM_OF = {"updated": "date", "on": "date", "next": "date", "raw": "date", "literal": "date",
           "url": "url", "URL": "url", "website": "url", "email": "email", "DOI": "doi",
           "accent": "color", "id": "id", "language": "language", "phone": "label",
           "reviewed_by_on": "label", "cautions": "label"}


def places(value, path=()):
    """The paths to all values in a document, from the outside in."""
    yield path
    children = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def at(doc, path):
    for step in path:
        doc = doc[step]
    return doc


def put(doc, path, value):
    """A copy of the document with another value there."""
    if not path:
        return value
    doc = copy.deepcopy(doc)
    at(doc, path[:-1])[path[-1]] = copy.deepcopy(value)
    return doc


def without(doc, path):
    doc = copy.deepcopy(doc)
    del at(doc, path[:-1])[path[-1]]
    return doc


def renamed(doc, path, name):
    """A copy in which the field has another name; nothing if there is one of that name."""
    doc = copy.deepcopy(doc)
    parent = at(doc, path[:-1])
    if name not in parent:
        parent[name] = parent.pop(path[-1])
    return doc


def misspelt(name):
    return [name[1:], name[:-1], name + "s", name.swapcase(), name[0] + "x" + name[2:],
            name + " ", name.replace("_", "-")]


def of_length(count):
    return ("ab " * count)[:count - 1] + "z"


def shape(path):
    """The path without the numbers of the items: places of one shape are read alike."""
    return tuple(step for step in path if isinstance(step, str))


def form_of(path):
    return FORM_OF.get(next((step for step in reversed(path) if isinstance(step, str)), ""))


# ---- One place ----

def spoilt_field(doc, path):
    if path:
        yield "delete", without(doc, path)
    if path and isinstance(path[-1], str):
        for name in misspelt(path[-1]):
            yield f"call it {name!r}", renamed(doc, path, name)
    for value in VALUES:
        yield f"put {value!r}", put(doc, path, value)


def spoilt_text(doc, path, text):
    for odd in ODD:
        yield f"add {odd!r}", put(doc, path, text + odd)
    yield "put a character before it", put(doc, path, "\u200e" + text)
    for count in (200, 201, 4000, 4001):
        yield f"{count} characters", put(doc, path, of_length(count))
    for value in FORMS.get(form_of(path), []):
        yield f"put {value[:40]!r}", put(doc, path, value)


def spoilt_list(doc, path, items):
    for count in (1, 2, 3, 4, 6, 7, 12, 13, 20, 21):
        more = (items * count)[:count] if items else ["x"] * count
        yield f"{count} items", put(doc, path, more)


def spoilt_object(doc, path, names):
    for name in names:
        for value in ("x", {"raw": "2019"}) if name in ("issued", "reviewed") else ("x",):
            if name not in at(doc, path):
                yield f"add {name!r}", put(doc, (*path, name), value)


def spoilt_at(doc, path, names):
    value = at(doc, path)
    yield from spoilt_field(doc, path)
    if isinstance(value, str):
        yield from spoilt_text(doc, path, value)
    elif isinstance(value, list):
        yield from spoilt_list(doc, path, value)
    elif isinstance(value, dict):
        yield from spoilt_object(doc, path, names)


# ---- A whole document ----

def systematic(doc, words, seen):
    """At one place of each shape that was not seen yet, everything."""
    for path in places(doc):
        kind = (shape(path), isinstance(path[-1], int) if path else False,
                type(at(doc, path)).__name__)
        if kind in seen:
            continue
        seen.add(kind)
        for what, mutant in spoilt_at(doc, path, words):
            yield f"{path}: {what}", mutant
        if path and path[-1] in ("type", "paper", "qr", "citation_style", "supplement_statement"):
            for word in words:
                yield f"{path}: put {word!r}", put(doc, path, word)


def edited(text, chance):
    """Some characters deleted, doubled or replaced."""
    for _ in range(chance.randint(1, 2)):
        i, c = chance.randrange(len(text) + 1), chance.choice("aZ09.-_@/:?#[]%~ <>é\n")
        text = text[:i] + chance.choice(["", c, text[i:i + 1] + c]) + text[i + 1:]
    return text


def at_random(doc, words, chance, count):
    """Two or three slips at once; forms with wrong characters."""
    formed = [path for path in places(doc) if form_of(path) and isinstance(at(doc, path), str)]
    for _ in range(count):
        mutant, told = doc, []
        for _ in range(chance.randint(1, 3)):
            path = chance.choice(list(places(mutant)))
            if path in formed and chance.random() < 0.5:
                path = ()
            value = at(mutant, path)
            if path and chance.random() < 0.7:
                options = [("delete", without(mutant, path))]
            elif not path and formed:
                path = chance.choice(formed)
                try:
                    text = edited(at(mutant, path), chance)
                except (KeyError, IndexError, TypeError):
                    continue
                options = [(f"put {text!r}", put(mutant, path, text))]
            else:
                names_here = chance.sample(words, 3) if isinstance(value, dict) else []
                options = list(spoilt_at(mutant, path, names_here))
            what, mutant = chance.choice(options)
            told.append(f"{path}: {what}")
        if told:
            yield "; ".join(told), mutant


def mutants(docs, words, seed, count):
    """All of several valid documents, the fullest first. @param words  what to name a field or
    to choose. @param count  of mutants by chance, for each."""
    chance, seen = random.Random(seed), set()
    for doc in docs:
        yield "nothing", doc
        yield from systematic(doc, words, seen)
        yield from at_random(doc, words, chance, count)
