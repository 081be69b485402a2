"""What is ordered otherwise than citeproc-js has it, done to citeproc-js's side.

An order changes an item before citeproc-js gets it, or the text that it printed; it never sees our
own text.  So what is equal afterwards differs in nothing but what was ordered.  Each says who
orders it: ISSUE, the project's own decision on references, or MANUAL, the manual's own page: AMA is
the AMA Manual of Style, 11th edition; APA the Publication Manual, 7th edition, with the reference
examples of apastyle.apa.org.  They are applied from the first to the last, those of a text after
all of those of an item.
"""

import collections
import html
import re

ISSUE, MANUAL = "issue", "manual"
Order = collections.namedtuple("Order", "who style kind item text", defaults=(None, None))

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
BLUEBOOK = "courts and laws as the Bluebook has them (AMA 3.16)"
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


def before_address(text, addition):
    """Adds a sentence before the DOI or the day that an address was read, or at the end."""
    found = re.search(r" (?:doi:|Accessed |https?://)", text)
    at = found.start() if found else len(text)
    return text[:at] + addition + text[at:]


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


def short_edition(text, item):
    name = re.sub(" edition$", "", said(item, "edition"))
    return re.sub(rf"\b({re.escape(name)}) edition(?=(\)?))",
                  lambda found: f"{found[1]} ed{'.' * bool(found[2])}", text) if name else text


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
    given = re.sub(r"(?<=[a-z] )(?!II|IV)[A-Z]{2,3}$", lambda found: " ".join(found[0]), name["given"])
    return {**name, "given": given}


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


ORDERS = [
    Order(ISSUE, None, "empty is absent", no_empty),
    Order(ISSUE, None, "a DOI that is given as an address is one", plain_doi),
    Order(ISSUE, None, "character references, raised and lowered figures", no_mark_up),
    Order(ISSUE, None, "pages: debris goes, ranges are filled up", tidy_pages),
    Order(ISSUE, None, "editions from figures, ordinals and words", numbered_edition,
          short_edition),
    Order(ISSUE, None, "a preprint names its server", preprint_server),
    Order(ISSUE, None, "a thesis says so", thesis_kind),
    Order(ISSUE, None, "initials behind a name, all of them", initials_apart),
    Order(MANUAL, None, "Jr and III stand behind the initials (AMA 3.7, APA 9.8)", suffix_apart),
    Order(MANUAL, "apa", '"Jr." has a stop (APA 9.8)', stop_of_suffix),
    Order(MANUAL, None, "titles in other languages keep their capitals (AMA 3.9.2)",
          language_by_words, foreign_capitals),
    Order(MANUAL, "ama", "articles have no editors (AMA 3.11.1)", no_editors),
    Order(MANUAL, "ama", "a first edition is not told (AMA 3.12.1)", no_first_edition),
    Order(ISSUE, "ama", 'a group behind persons is named, also behind "et al"', persons_alone,
          groups_behind_persons),
    Order(MANUAL, "ama", "an entry stands in its book (AMA 3.12)", entry_in_book),
    Order(MANUAL, "ama", "a talk was presented (AMA 3.13.9)", presented),
    Order(MANUAL, "ama", "“J.Neurosurg.” is two words (AMA 3.11.2)", spaced_journal),
    Order(MANUAL, "apa", '"Article" before the number of one (APA 9.27, example 6)',
          article_number),
    Order(MANUAL, "apa", "no database of what is widely available (APA 9.30)", no_database),
    Order(MANUAL, "apa", "guests of a podcast are not told (APA, podcast examples)", no_guests),
    Order(MANUAL, "apa", "a publisher who is the author is told once (APA 9.29)", told_once),
    Order(MANUAL, "ama", "what is no article: publisher, version (AMA 3.14.1, 3.15)", None,
          publisher_and_version),
    Order(MANUAL, "ama", "a patent by number and date (AMA 3.13)", no_priority, patent),
    Order(ISSUE, "ama", "“Published online” is of articles", None, only_articles_online),
    Order(ISSUE, "ama", "genre and number of a report", None, report_number),
    Order(MANUAL, "ama", "a group between persons stands apart (AMA 3.7)", None,
          group_between_persons),
    Order(MANUAL, "ama", '"et al, eds" without a stop (AMA 3.12.2)', None, et_al),
    Order(MANUAL, "ama", "editors stand behind the title (AMA 3.12)", None, editors_behind_title),
    Order(MANUAL, "ama", "who edits a book did not write its entry (AMA 3.12)", None,
          editors_of_the_whole),
    Order(ISSUE, "apa", "[Video], [Data set]", None, usual_brackets),
    Order(ISSUE, "apa", "a preprint says so", None, preprint_said),
    Order(ISSUE, "apa", '"Report No."', None, report_said),
    Order(ISSUE, "apa", "a thesis has its university in brackets", None, university_in_brackets),
    Order(ISSUE, "apa", "a number that begins with letters is printed as it is", None,
          letters_without_label),
    Order(MANUAL, "apa", "the number of one patent or law is one (APA 11.5, 11.8)", None, one_number),
]


def ordered_item(orders, item):
    """The item, and the kinds of the orders that changed it."""
    kinds = []
    for order in orders:
        after = order.item(item) if order.item else item
        if after != item:
            kinds.append(order.kind)
        item = after
    return item, kinds


def ordered_text(orders, text, item):
    """The text of the item, and the kinds of the orders that changed it."""
    kinds = []
    for order in orders:
        after = order.text(text, item) if order.text else text
        if after != text:
            kinds.append(order.kind)
        text = after
    return text, kinds


def orders_of(style, *who):
    return [order for order in ORDERS if order.style in (None, style) and order.who in who]
