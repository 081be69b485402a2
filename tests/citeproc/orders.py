"""What is ordered otherwise than citeproc-js has it, done to citeproc-js's side.

An order changes an item before citeproc-js gets it (items.py), or the text that it printed
(texts.py); it never sees our own text.  So what is equal afterwards differs in nothing but what was
ordered.  Each says who orders it: ISSUE, the project's own decision on references, or MANUAL, the
manual's own page: AMA is the AMA Manual of Style, 11th edition; APA the Publication Manual, 7th
edition, with the reference examples of apastyle.apa.org.

How far the manuals were seen, for what is ordered by them:

    their own text             AMA 3.9.2, 3.12.1, 3.12.2 ("et al, eds"), 3.16.1, 3.16.2; bills and
                               hearings, with the stop of "No.", in the 10th edition; APA 9.29
                               ("What's New"), 9.30 (apastyle.apa.org, database information)
    guides of libraries that   AMA 3.7 (groups behind a semicolon, "Jr", "III"), 3.9.1 (no capital for
    name the section or quote  a species), 3.11 (the parts of an article, with no editors among
                               them), 3.15 (databases have publishers); APA: "Article" before a
                               number, hosts of podcasts, "Pub. L. No." (chapter 11), patents
    neither                    APA 9.8 ("Jr." with a stop); AMA 3.13 (patents, talks), 3.14.1 (what
                               is no article), editors behind the title of a book with authors: kept,
                               as citeproc-js prints no publisher, version or office of most of them

They are applied from the first to the last, those of a text after all of those of an item.
"""

import collections

from items import (
    article_number, entry_in_book, initials_apart, language_by_words, no_database,
    no_editors, no_empty, no_first_edition, no_guests, no_mark_up, no_pictures, no_priority,
    numbered_edition, persons_alone, plain_doi, preprint_server, presented, spaced_journal,
    stop_of_suffix, suffix_apart, thesis_kind, tidy_pages, told_once)
from texts import (
    editors_behind_title, editors_of_the_whole, et_al, foreign_capitals, group_between_persons,
    groups_behind_persons, letters_without_label, one_number, only_articles_online, patent,
    preprint_said, publisher_and_version, report_number, report_said, short_edition,
    university_in_brackets, usual_brackets)

ISSUE, MANUAL = "issue", "manual"
Order = collections.namedtuple("Order", "who style kind item text", defaults=(None, None))

ORDERS = [
    Order(ISSUE, None, "empty is absent", no_empty),
    Order(ISSUE, None, "a DOI that is given as an address is one", plain_doi),
    Order(ISSUE, None, "character references, raised and lowered figures", no_mark_up),
    Order(ISSUE, None, "no item is refused: pictures that no font has are left out", no_pictures),
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
    Order(MANUAL, "apa", "the number of one patent or law is one (APA 11.5, 11.8)", None,
          one_number),
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
