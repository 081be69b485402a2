"""What must hold on every page that is laid out, whatever stands on it; read off --dump=page."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import bidirectional

from support.color import WHITE, from_hex, least_contrast

PAPERS = Path(__file__).resolve().parents[2] / "src/model/paper.def"
LARGE_MARGIN, EDGE = 72, 28  # of large print; and where running lines may begin
LARGE = 18  # points
SPACE = 0.312  # of our bold face, which has the widest, in the size of its type
ASCENT, DESCENT = 0.7, 0.2  # of letters, in the size of their type
LEADING = (1.15, 1.5)  # from one line of a text to the next, in the size of its type
TALL = 1.75  # of scripts with marks above and below their letters, which a machine's font has
OWN_FACES = 9  # the first so many are ours
BOLD_FACES = {"1", "4", "7"}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}  # languages
CLOSE = 0.01  # points: lengths are printed to the thousandth
ROUNDED = 0.05  # points: so far apart may gaps be that are worked out from rounded lengths
SMALL = 12  # points: under it the page must be used well
USUAL = 1.25  # leading of the body
NEXT_LINE = 0.6  # sizes of the body: less is no space, but two lines of a text
LABEL = 2  # sizes of its type: so far stands the text of an item at most behind its label
CONTRAST = 7.0  # WCAG 2.1, SC 1.4.6

PAIR = r"(-?[\d.]+),(-?[\d.]+)"
GLYPHS = re.compile(rf'glyphs {PAIR} width ([\d.]+) size ([\d.]+) face (\d+) (#\w+) (\S+) "(.*)"$')
SHAPE = re.compile(rf"(rule|frame|figure|line|tick) {PAIR} to {PAIR} (#\w+) (\S+)$")
RUNNING = ("header", "footer")


@dataclass(frozen=True)
class Mark:
    """Something drawn, with its box in points; of glyphs, without the space that hangs behind."""
    kind: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    color: str  # "#RRGGBB"
    tag: str  # "-": decoration
    text: str = ""
    baseline: float = 0
    size: float = 0
    face: str = ""

    def meets(self, other):
        return (self.page == other.page
                and self.left < other.right - CLOSE and other.left < self.right - CLOSE
                and self.top < other.bottom - CLOSE and other.top < self.bottom - CLOSE)


def unescaped(text):
    """What a dump says of a text: it shows what nobody sees as JSON does."""
    return json.loads(f'"{text}"')


def hanging(text, size):
    """The width of the space behind a text, which may lie in the margin."""
    return SPACE * size * (len(text) - len(text.rstrip()))


def glyphs(page, x, y, width, size, face, color, tag, text):
    x, y, width, size = map(float, (x, y, width, size))
    text = unescaped(text)
    return Mark("glyphs", page, x, y - ASCENT * size, x + max(0, width - hanging(text, size)),
                y + DESCENT * size, color, tag, text, y, size, face)


class Pages:
    """A dump: the paper, and the marks of all pages in the order in which they are drawn.  A page that
    is read to the left is seen in a mirror."""

    def __init__(self, dump, to_left=False):
        head, *lines = dump.splitlines()
        paper = re.match(rf"page (\w+) {PAIR} body ([\d.]+) fine ", head)
        self.width, self.height, self.body = map(float, paper.groups()[1:])
        self.may_have_holes = head.endswith(" holes")  # all without are half a point smaller
        self.margins = (LARGE_MARGIN,) * 2 if self.is_large() else margins(paper[1])
        self.marks, self.count, self.to_left = [], 1, to_left
        for line in lines:
            if line == f"page {self.count + 1}":
                self.count += 1
            elif found := GLYPHS.match(line):
                self.marks.append(glyphs(self.count, *found.groups()))
            else:
                kind, *box, color, tag = SHAPE.match(line).groups()
                self.marks.append(Mark(kind, self.count, *map(float, box), color, tag))
        if to_left:
            self.marks = [self.mirrored(mark) for mark in self.marks]

    def mirrored(self, mark):
        """The hanging space is at the other side, but behind letters that run to the right."""
        rightward = "L" in map(bidirectional, mark.text) or not mark.text.strip()
        hang = 0 if rightward else hanging(mark.text, mark.size)
        return replace(mark, left=self.width - mark.right - hang, right=self.width - mark.left - hang)

    def is_large(self):
        return self.body >= LARGE

    def are_tall(self):
        return any(int(mark.face or 0) >= OWN_FACES for mark in self.marks)

    def content(self):
        return [mark for mark in self.marks if mark.tag not in ("-", *RUNNING)]


@cache
def margins(title):
    row = re.search(rf'PAPER\(\w+, "\w+", "{title}", [\d.]+, [\d.]+, ([\d.]+), ([\d.]+)\)',
                    PAPERS.read_text())
    return float(row[1]), float(row[2])


# ---- What is read: blocks of text, off --dump=tags ----

def blocks(dump):
    """Each text with a tag of its own, links included, as [(tag, text), …], in reading order."""
    found, open_tags = [], []
    for line in dump.splitlines():
        depth, said = (len(line) - len(line.lstrip())) // 2, line.strip()
        del open_tags[depth:]
        if not said.startswith('"'):
            open_tags.append(said.split()[0])
            if open_tags[-1] in ("H1", "H2", "P", "Lbl", "LBody", "Figure"):
                found.append([])
        else:
            found[-1].append((open_tags[-1], unescaped(said[1:-1])))
    return found


def marks_of_blocks(pages, tags_dump):
    """The marks of each block; fails where what is drawn is not what is read, in its order."""
    marks, result = pages.content(), []
    for block in blocks(tags_dump):
        result.append([])
        for tag, text in block:
            said = None
            while marks and said != text:
                mark = marks.pop(0)
                said = (said or "") + mark.text
                assert mark.tag == tag and text.startswith(said), \
                    f"{mark} is drawn where the {tag} {text!r} is read"
                result[-1].append(mark)
            assert said == text, f"the {tag} {text!r} is not drawn"
    assert not marks, f"{marks[0]} is not read"
    return result


# ---- Properties ----

def keeps_its_margins(pages):
    for mark in pages.marks:
        if mark.kind == "glyphs" and not mark.text.strip():
            continue
        x, y = (EDGE, EDGE) if mark.tag in RUNNING else pages.margins
        assert x - CLOSE <= mark.left and mark.right <= pages.width - x + CLOSE and \
            y - CLOSE <= mark.top and mark.bottom <= pages.height - y + CLOSE, \
            f"{mark} is in the margin"


THICK = 5  # points; a rule that is thicker is a bar, on which text may stand


def is_bar(mark):
    return mark.kind == "rule" and min(mark.right - mark.left, mark.bottom - mark.top) > THICK


def lines_of(mark):
    """The strokes of a mark that is no text: of a frame or bar its four sides, a point wide."""
    if mark.kind != "frame" and not is_bar(mark):
        return [mark]
    left, top, right, bottom = mark.left, mark.top, mark.right, mark.bottom
    sides = ((left, top, right, top + 1), (left, bottom - 1, right, bottom),
             (left, top, left + 1, bottom), (right - 1, top, right, bottom))
    return [Mark("side", mark.page, *side, mark.color, mark.tag) for side in sides]


def level(marks):
    """Each two of them that stand beside or on each other: of all pairs, few do."""
    above = []
    for mark in sorted(marks, key=lambda mark: (mark.page, mark.top)):
        above = [other for other in above if other.page == mark.page and other.bottom > mark.top]
        yield from ((other, mark) for other in above)
        above.append(mark)


def overlaps_nothing(pages):
    texts = [mark for mark in pages.marks if mark.kind == "glyphs"]
    strokes = [line for mark in pages.marks if mark.kind != "glyphs" for line in lines_of(mark)]
    for a, b in level(texts + strokes):
        if a.kind == b.kind == "glyphs":
            assert not a.meets(b), f"{a} and {b}"
        elif "glyphs" in (a.kind, b.kind):
            assert not a.meets(b), f"of {a} and {b} one runs through the other"


def lines_in(block):
    """{(page, baseline): [marks]}"""
    lines = {}
    for mark in block:
        lines.setdefault((mark.page, mark.baseline), []).append(mark)
    return lines


def begin_level(pages, a, b):
    """Two lines of a text.  On a page that is read to the left, and seen in a mirror, a text in
    letters that run to the right begins at the other side; the space behind it hangs out at either,
    as the text has a direction of its own or the page's."""
    def level(edge, outermost):
        return abs(outermost(map(edge, a)) - outermost(map(edge, b))) < CLOSE

    return level(lambda mark: mark.left, min) or pages.to_left and (
        level(lambda mark: mark.right, max)
        or level(lambda mark: mark.right + hanging(mark.text, mark.size), max))


def stands_on_its_baselines(pages, drawn):
    """The lines of a text begin level, and all lines in one size of type are evenly apart; on the
    next page a text begins anew, and behind a heading on its line. A bullet or number stands on
    the first line of its text. The lines of headings and of the dose, which are bold, are closer, and
    may come to be as small as running text; in a tall script that has a leading of its own."""
    leading, headings, tall = {}, set(), pages.are_tall()
    drawn = [[mark for mark in block if mark.kind == "glyphs"] or None for block in drawn]
    for block in filter(None, drawn):
        lines = lines_in(block)
        headings |= {(mark.page, mark.baseline) for mark in block if mark.tag == "H2"}
        if block[0].tag != "H2" and next(iter(lines)) in headings and len(lines) > 1:
            del lines[next(iter(lines))]
        for above, below in pairwise(lines.values()):
            a, b = above[0], below[0]
            if a.page == b.page:
                assert begin_level(pages, above, below), f"{b} does not begin below {a}"
                apart = b.baseline - a.baseline
                own = tall or all(mark.face in BOLD_FACES for mark in block)
                style = (a.size, block[0].tag, block[0].face) if own else (a.size,)
                usual = leading.setdefault(style, apart)
                assert abs(apart - usual) < CLOSE, f"{b} is {apart} below its line, not {usual}"
    most = TALL if tall else LEADING[1]
    for (size, *_), apart in leading.items():
        assert LEADING[0] * size - CLOSE <= apart <= most * size + CLOSE, \
            f"lines of {size} pt are {apart} apart"
    for block, following in pairwise(drawn):
        if block and following and block[0].tag == "Lbl":
            assert block[0].baseline == following[0].baseline, f"{block[0]} is beside its text"


def is_read_downwards(pages, drawn):
    """From one mark to the next it goes down, to the right, or to the next page; a QR code, which
    belongs to the contact block, may stand above it.  On a page that is read to the left a number in
    a line runs to the right."""
    for a, b in pairwise(mark for block in drawn for mark in block if mark.kind != "figure"):
        in_line = pages.to_left and a.baseline == b.baseline
        assert b.page > a.page or b.page == a.page and \
            (in_line or b.bottom > a.bottom + CLOSE or b.left >= a.left + CLOSE), f"from {a} back to {b}"


def keeps_its_rhythm(pages, drawn):
    """From each heading to its text it is as far as from every other, and from item to item. In
    large print, where fine print has the same size but is closer, that cannot be told."""
    gaps = {}
    for block, following in [] if pages.is_large() else neighbours(drawn):
        a, b = block[-1], following[0]
        kind = kind_of_gap(block, b)
        beside = b.left >= a.right or a.left >= b.right + LABEL * b.size
        if kind and not beside and b.baseline > a.baseline + CLOSE:
            usual = gaps.setdefault((kind, a.size, b.size, a.color), b.baseline - a.baseline)
            assert abs(b.baseline - a.baseline - usual) < ROUNDED, \
                f"{b} is {b.baseline - a.baseline} below {a}, not {usual}"


def neighbours(drawn):
    """Each text and the next one, unless there are lines to write on between them."""
    before = None
    for block in drawn:
        if not any(mark.kind == "glyphs" for mark in block):
            before = None if any(mark.kind in ("rule", "line") for mark in block) else before
            continue
        if before:
            yield before, block
        before = block


def kind_of_gap(block, after):
    """None where it may be as it is."""
    tag, last = block[0].tag, block[-1]
    if tag == "H2":
        # The clinic's name heads the contact block on its line.  An amount is bold, and closer.
        runs_in = last.size == after.size and \
            after.baseline - last.baseline <= LEADING[1] * last.size + CLOSE
        return None if runs_in else ("heading", after.tag == "H2", after.face)
    if tag == "LBody" and after.tag in ("Lbl", "LBody") and after.left <= block[0].left:
        return "items"
    return None


def in_columns(pages):
    """[(index, mark)] of either half: what reaches into its outer part, or begins a line there."""
    sides, before = ([], []), None
    for at, mark in enumerate(pages.marks):
        begins = not before or before.baseline != mark.baseline
        if mark.left < 0.38 * pages.width:
            sides[0].append((at, mark))
        if mark.right > 0.62 * pages.width or begins and mark.left > 0.39 * pages.width:
            sides[1].append((at, mark))
        before = mark
    return sides


def stretches(pages, marks):
    """Where something stands, from top to bottom: (top, bottom, last mark)."""
    joined = []
    for top, bottom, last in sorted((mark.top, mark.bottom, at) for at, mark in marks):
        if joined and top <= joined[-1][1] + NEXT_LINE * pages.body:
            _, before, at = joined[-1]
            joined[-1][1:] = max(before, bottom), max(at, last)
        else:
            joined.append([top, bottom, last])
    return joined


def leaves_no_hole(pages):
    """No column of small type ends more than four lines, and what is inside of a frame, above the one
    beside it.  Fine print is
    left out: it has one part a column."""
    if pages.body >= SMALL or pages.may_have_holes:
        return
    most = (4 * (TALL if pages.are_tall() else USUAL) + 1) * pages.body
    start, end = in_columns(pages)
    fine = min((mark.top for mark in pages.marks if mark.size and mark.size < pages.body),
               default=pages.height)
    for side, other in ((start, end), (end, start)):
        for (_, bottom, last), (top, *_) in pairwise(stretches(pages, side)):
            # What is drawn behind the end of the second column stands below both.  A heading that
            # is smaller for the sake of a long word begins a little above the one beside it.
            beside = [mark.bottom for at, mark in other
                      if bottom < fine and mark.top < top - pages.body / 2
                      and bottom < mark.bottom and (at < last or side is start)]
            hole = min(top, max(beside)) - bottom if beside else 0
            assert hole <= most, f"a hole of {hole} from {bottom} to {top}"


def parts_by_dots_inside_lines_only(pages):
    """A dot between things on one line stands between two of them; a space is none."""
    marks = [mark for mark in pages.marks if mark.kind != "glyphs" or mark.text.strip()]
    for before, dot, after in zip([None, *marks], marks, [*marks[1:], None]):
        if dot.text == "·":
            for other in (before, after):
                assert other and other.baseline == dot.baseline, f"{dot} begins or ends a line"


def can_be_read(pages):
    bars = [mark for mark in pages.marks if is_bar(mark)]
    for text in (mark for mark in pages.marks if mark.kind == "glyphs"):
        ground = next((from_hex(bar.color) for bar in bars if bar.meets(text)), WHITE)
        found = least_contrast(from_hex(text.color), ground)
        assert found >= CONTRAST, f"{text} has a contrast of {found:.2f}"


def expect_sound(page_dump, tags_dump, language="en"):
    """All of it. @return the pages that were looked at."""
    pages = Pages(page_dump, to_left=language in RIGHT_TO_LEFT)
    drawn = marks_of_blocks(pages, tags_dump)
    assert pages.marks, "nothing is drawn"
    keeps_its_margins(pages)
    overlaps_nothing(pages)
    stands_on_its_baselines(pages, drawn)
    is_read_downwards(pages, drawn)
    keeps_its_rhythm(pages, drawn)
    leaves_no_hole(pages)
    parts_by_dots_inside_lines_only(pages)
    can_be_read(pages)
    return pages
