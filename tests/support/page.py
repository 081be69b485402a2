"""What must hold on every page that is laid out, whatever stands on it; read off --dump=page."""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

PAPERS = Path(__file__).resolve().parents[2] / "src/model/paper.def"
LARGE_MARGIN, EDGE = 72, 28  # of large print; and where running lines may begin
LARGE = 18  # points
ASCENT, DESCENT = 0.7, 0.2  # of letters, in the size of their type
LEADING = (1.15, 1.5)  # from one line of a text to the next, in the size of its type
CLOSE = 0.01  # points: lengths are printed to the thousandth

PAIR = r"(-?[\d.]+),(-?[\d.]+)"
GLYPHS = re.compile(rf'glyphs {PAIR} width ([\d.]+) size ([\d.]+) face \d #\w+ (\S+) "(.*)"$')
SHAPE = re.compile(rf"(rule|frame|figure|line|tick) {PAIR} to {PAIR} #\w+ (\S+)$")
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
    tag: str  # "-": decoration
    text: str = ""
    baseline: float = 0
    size: float = 0

    def meets(self, other):
        return (self.page == other.page
                and self.left < other.right - CLOSE and other.left < self.right - CLOSE
                and self.top < other.bottom - CLOSE and other.top < self.bottom - CLOSE)


def glyphs(page, x, y, width, size, tag, text):
    x, y, width, size = map(float, (x, y, width, size))
    hang = 0.3 * size * (len(text) - len(text.rstrip()))
    return Mark("glyphs", page, x, y - ASCENT * size, x + max(0, width - hang),
                y + DESCENT * size, tag, text, y, size)


class Pages:
    """A dump: the paper, and the marks of all pages in the order in which they are drawn."""

    def __init__(self, dump):
        head, *lines = dump.splitlines()
        paper = re.match(rf"page (\w+) {PAIR} body ([\d.]+) fine ", head)
        self.width, self.height, body = map(float, paper.groups()[1:])
        self.margins = (LARGE_MARGIN,) * 2 if body >= LARGE else margins(paper[1])
        self.marks, self.count = [], 1
        for line in lines:
            if line == f"page {self.count + 1}":
                self.count += 1
            elif found := GLYPHS.match(line):
                self.marks.append(glyphs(self.count, *found.groups()))
            else:
                kind, *box, tag = SHAPE.match(line).groups()
                self.marks.append(Mark(kind, self.count, *map(float, box), tag))

    def content(self):
        return [mark for mark in self.marks if mark.tag not in ("-", *RUNNING)]


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
            found[-1].append((open_tags[-1], said[1:-1]))
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
    return [Mark("side", mark.page, *side, mark.tag) for side in sides]


def overlaps_nothing(pages):
    texts = [mark for mark in pages.marks if mark.kind == "glyphs"]
    for a, b in combinations(texts, 2):
        assert not a.meets(b), f"{a} and {b}"
    for shape in (mark for mark in pages.marks if mark.kind != "glyphs"):
        for line in lines_of(shape):
            for text in texts:
                assert not line.meets(text), f"{line} runs through {text}"


def stands_on_its_baselines(drawn):
    """The lines of a text begin level, and all lines in one size of type are evenly apart; on the
    next page a text begins anew, and behind a heading on its line. A bullet or number stands on
    the first line of its text."""
    leading, headings = {}, set()
    drawn = [[mark for mark in block if mark.kind == "glyphs"] or None for block in drawn]
    for block in filter(None, drawn):
        lines = {}
        for mark in block:
            lines.setdefault((mark.page, mark.baseline), mark)
            if mark.tag == "H2":
                headings.add((mark.page, mark.baseline))
        if block[0].tag != "H2" and next(iter(lines)) in headings and len(lines) > 1:
            del lines[next(iter(lines))]
        for a, b in pairwise(lines.values()):
            if a.page == b.page:
                assert abs(a.left - b.left) < CLOSE, f"{b} does not begin below {a}"
                apart = b.baseline - a.baseline
                usual = leading.setdefault(a.size, apart)
                assert abs(apart - usual) < CLOSE, f"{b} is {apart} below its line, not {usual}"
    for size, apart in leading.items():
        assert LEADING[0] * size - CLOSE <= apart <= LEADING[1] * size + CLOSE, \
            f"lines of {size} pt are {apart} apart"
    for block, following in pairwise(drawn):
        if block and following and block[0].tag == "Lbl":
            assert block[0].baseline == following[0].baseline, f"{block[0]} is beside its text"


def is_read_downwards(drawn):
    """From one mark to the next it goes down, to the right, or to the next page."""
    for a, b in pairwise(mark for block in drawn for mark in block):
        assert b.page > a.page or b.page == a.page and \
            (b.bottom > a.bottom + CLOSE or b.left >= a.left + CLOSE), f"from {a} back to {b}"


def expect_sound(page_dump, tags_dump):
    """All of it. @return the marks that were looked at."""
    pages = Pages(page_dump)
    drawn = marks_of_blocks(pages, tags_dump)
    assert pages.marks, "nothing is drawn"
    keeps_its_margins(pages)
    overlaps_nothing(pages)
    stands_on_its_baselines(drawn)
    is_read_downwards(drawn)
    return len(pages.marks)
