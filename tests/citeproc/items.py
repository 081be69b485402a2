"""What is ordered of items (orders.py): each changes one before citeproc-js gets it."""

import html
import re

ARTICLES = ("article-journal", "article-magazine", "article-newspaper", "periodical", "review",
            "review-book")
SERIAL = ARTICLES + ("post-weblog",)
WIDELY_AVAILABLE = SERIAL + ("article", "book", "chapter", "entry", "entry-dictionary",
                             "entry-encyclopedia", "paper-conference", "report", "webpage")
# What the AMA style of CSL prints by one pattern for all: as it prints articles.
UNPATTERNED = ("broadcast", "collection", "dataset", "document", "figure", "interview",
               "manuscript", "map", "musical_score", "pamphlet", "performance",
               "personal_communication", "software", "standard")
LEGAL = ("legal_case", "bill", "legislation", "hearing", "regulation", "treaty")
ONES = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth").split()


def said(item, name):
    return str(item.get(name) or "")


def changed(item, **fields):
    """The item with these fields, "-" for "_" in their names; None takes one away."""
    names = {name.replace("_", "-"): value for name, value in fields.items()}
    item = {name: value for name, value in item.items() if names.get(name, "") is not None}
    return {**item, **{name: value for name, value in names.items() if value is not None}}


def of_type(*types):
    def only(change):
        return lambda thing, item=None: (change(thing) if item is None else change(thing, item)) \
            if (item or thing).get("type") in types else thing
    return only


# ---- Items, both styles ----

def no_empty(value):
    """Without "", null, [], {} and what holds nothing else."""
    if isinstance(value, dict):
        parts = {name: no_empty(part) for name, part in value.items()}
        return {name: part for name, part in parts.items() if part not in ("", None, [], {})}
    if isinstance(value, list):
        return [part for part in map(no_empty, value) if part not in ("", None, [], {})]
    return value.strip() if isinstance(value, str) else value


def plain_doi(item):
    doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:? ?)", "", said(item, "DOI"), flags=re.I)
    return changed(item, DOI=doi.rstrip(".")) if item.get("DOI") else item


def no_mark_up(item):
    def plain(value):
        if isinstance(value, list):
            return [plain(part) for part in value]
        if isinstance(value, dict):
            return {name: plain(part) for name, part in value.items()}
        text = isinstance(value, str)
        return re.sub("[\u00ad\u200b]", "", html.unescape(value)) if text else value

    def figures(found):
        raised, digits = found[1] == "sup", found[2]
        return digits.translate({ord("0") + i: "⁰¹²³⁴⁵⁶⁷⁸⁹"[i] if raised else 0x2080 + i
                                 for i in range(10)})
    item = plain(item)
    return {name: re.sub(r"<(sup|sub)>(\d+)</\1>", figures, value) if isinstance(value, str)
            else value for name, value in item.items()}


PICTURES = re.compile("[\U0001f000-\U0001faff\ufe0f\u200d\u20e3]")


def no_pictures(value):
    """Of titles and names; what no font has: an emoji, and what joins and colours it."""
    if isinstance(value, list):
        return [no_pictures(part) for part in value]
    if isinstance(value, dict):
        return {name: no_pictures(part) for name, part in value.items()}
    if not isinstance(value, str) or not PICTURES.search(value):
        return value
    return " ".join(PICTURES.sub(" ", value).split())


def filled_range(found):
    first, prefix, second = found[1], found[3], found[4]
    digits = re.search(r"\d+$", first)[0]
    letters = first[:-len(digits)]
    if prefix not in ("", letters) or len(second) > len(digits):
        return found[0]
    whole = digits[:len(digits) - len(second)] + second
    if int(whole) < int(digits):
        return found[0]
    return first if whole == digits else f"{first}{found[2]}{letters}{whole}"


def tidy_pages(item):
    page = re.sub(r"^(?:pages? |pp?\.? )", "", said(item, "page").strip(), flags=re.I)
    page = re.sub(r"^[-–]|[-–]$|(?<=\d)[.,;]$", "", page)
    page = re.sub(r"([A-Za-z]*\d+)([-–]+)([A-Za-z]*)(\d+)(?![\d:.])", filled_range, page)
    return changed(item, page=page) if item.get("page") else item


def numbered_edition(item):
    edition = said(item, "edition")
    words = re.sub(r",? (?:edition|edn\.?|ed\.?)$", "", edition, flags=re.I)
    number = re.match(r"^(\d+)(?:st|nd|rd|th)?\.?$", words)
    if words.lower() in ONES or number:
        return changed(item, edition=number[1] if number else str(ONES.index(words.lower()) + 1))
    return item


NAMES = ("author", "editor", "translator", "composer", "director", "container-author")


def each_name(change):
    """An order of names: change gets one in parts, and gives it back as it is to be."""
    def of_all(item):
        lists = {field: [change(name) if name.get("given") else name for name in item[field]]
                 for field in NAMES if item.get(field)}
        return {**item, **lists}
    return of_all


@each_name
def initials_apart(name):
    """Two or three capitals behind a name in full: "Erik JS"."""
    capitals = r"(?<=[a-z] )(?!II|IV)[A-Z]{2,3}$"
    return {**name, "given": re.sub(capitals, lambda found: " ".join(found[0]), name["given"])}


@each_name
def suffix_apart(name):
    for part in ("given", "family"):
        found = re.fullmatch(r"(.+?),? (Jr|Sr|II|III|IV)\.?", said(name, part).strip())
        if found:
            name = {**name, part: found[1], "suffix": found[2]}
    return name


@each_name
def stop_of_suffix(name):
    found = re.fullmatch(r"(Jr|Sr)\.?", said(name, "suffix"))
    return {**name, "suffix": found[1] + "."} if found else name


FOREIGN = set("au aux chez dans das dei del della der des die du een ein eine el en entre est et "
              "het il la las le les los mit och pour que relative sur um und une voor zur".split())
ENGLISH = set("a an and by for from how of the to what why with".split())


def language_by_words(item):
    """A title without a letter of Latin script is in no English; else its little words tell."""
    words = re.findall(r"[^\W\d_]+", said(item, "title").lower())
    votes = sum(word in FOREIGN for word in words) - sum(word in ENGLISH for word in words)
    latin = any(letter.isascii() for word in words for letter in word)
    foreign = words and (votes > 0 or not latin)
    return changed(item, language="und") if foreign and not item.get("language") else item


@of_type("article")
def preprint_server(item):
    if item.get("publisher") or item.get("container-title") or not item.get("archive"):
        return item
    return changed(item, publisher=item["archive"], archive=None)


@of_type("thesis")
def thesis_kind(item):
    genre = said(item, "genre") or "Thesis"
    return changed(item, genre=genre[0].upper() + genre[1:])


# ---- Items, AMA style ----

@of_type(*ARTICLES)
def no_editors(item):
    return changed(item, editor=None)


def no_first_edition(item):
    return changed(item, edition=None) if said(item, "edition") == "1" else item


def groups_of(item):
    """The organisations behind the last person."""
    names = item.get("author") or []
    persons = [i for i, name in enumerate(names) if "literal" not in name]
    return [name["literal"] for name in names[persons[-1] + 1:]] if persons else []


def persons_alone(item):
    groups = groups_of(item)
    return changed(item, author=item["author"][:-len(groups)]) if groups else item


@of_type("entry")
def entry_in_book(item):
    return changed(item, type="entry-dictionary")


@of_type("paper-conference")
def presented(item):
    printed = any(item.get(name) for name in ("container-title", "publisher", "page"))
    event = item.get("event-title") or item.get("event")
    return changed(item, type="speech", event_title=event) if event and not printed else item


@of_type("patent")
def no_priority(item):
    """What some exporters have as the issue is when the patent was applied for."""
    return changed(item, issue=None, volume=None)


def spaced_journal(item):
    name = said(item, "journalAbbreviation")
    return changed(item, journalAbbreviation=re.sub(r"\.(?=[A-Z])", ". ", name)) if name else item


# ---- Items, APA style ----

@of_type(*SERIAL)
def article_number(item):
    numbered = re.fullmatch(r"e\d+", said(item, "page")) and not item.get("number")
    return changed(item, number=item["page"], page=None) if numbered else item


@of_type(*WIDELY_AVAILABLE)
def no_database(item):
    shelved = item.get("archive_location") and item.get("type") not in SERIAL
    if shelved or item.get("type") == "article":
        return item
    return {name: value for name, value in item.items()
            if name not in ("archive", "archive_location")}


def no_guests(item):
    return changed(item, guest=None)


def told_once(item):
    makers = [name.get("literal") or name.get("family") for name in item.get("author") or []]
    return changed(item, publisher=None) if said(item, "publisher") in makers else item
