"""Fonts that somebody made to do harm: made_fonts(source) gives (name, file, whether it is usable).

None: it is taken, and MuPDF takes letters of one glyph for each other, as in any font of capitals.
"""

import os
import random
import struct

from support.font import cmap, composed, glyph_of, outlines, put_together, tables, with_outlines

ASCII = range(0x20, 0x7F)
ALL = 0x10FFFF


class Font:
    """One of ours, to be changed."""

    def __init__(self, source):
        with open(os.path.join(source, "fonts/NotoSans-Regular.ttf"), "rb") as file:
            self.parts = tables(file.read())
        self.glyphs = outlines(self.parts)
        self.last = len(self.glyphs) - 1

    def of(self, character):
        return glyph_of(self.parts, character)

    def table(self, tag, content):
        return put_together({**self.parts, tag: content})

    def part(self, tag, at, content):
        """With some bytes of a table replaced."""
        whole = self.parts[tag]
        return self.table(tag, whole[:at] + content + whole[at + len(content):])

    def drawn(self, changed):
        """With other outlines, by glyph."""
        glyphs = [changed.get(i, glyph) for i, glyph in enumerate(self.glyphs)]
        return put_together(with_outlines(self.parts, glyphs))

    def tower(self, storeys, width, ground):
        """A letter of parts, each of parts: width to the power of storeys."""
        first = self.last - storeys
        changed = {first: ground, self.of("\u00e9"): composed([self.last])}
        for floor in range(first, self.last):
            changed[floor + 1] = composed([floor] * width)
        return self.drawn(changed)

    def mapped(self, ranges):
        """With the glyphs of ASCII, and of these ranges."""
        return self.table(b"cmap", cmap([(c, c, self.of(chr(c))) for c in ASCII] + ranges))

    def likened(self, character, other):
        """Whose character has the glyph of another one."""
        glyphs = {c: self.of(chr(c)) for c in ASCII}
        glyphs[ord(character)] = self.of(other)
        return self.table(b"cmap", cmap([(c, c, glyph) for c, glyph in glyphs.items()]))


def towers(font):
    """HarfBuzz 6 climbs every stair: that of 2 to the power of 60 was never finished."""
    yield "parts of nothing, 2^60", font.tower(60, 2, b""), False
    yield "parts of nothing, 100^5", font.tower(5, 100, b""), False
    yield "parts of an i, 4^8", font.tower(8, 4, font.glyphs[font.of("i")]), False
    yield "parts of an i, 2^3", font.tower(3, 2, font.glyphs[font.of("i")]), True
    yield "a part of itself", font.drawn({font.of("A"): composed([font.of("A")])}), False
    yield "a part of its part", font.drawn({font.of("A"): composed([font.last]),
                                            font.last: composed([font.of("A")])}), False
    yield "60,000 parts", font.drawn({font.of("A"): composed([font.of("i")] * 60000)}), False
    yield "a part that is not there", font.drawn({font.of("A"): composed([65000])}), False


def invisible(font):
    b = font.of("B")
    yield "a letter far away", font.drawn({font.of("A"): composed([b], (30000, 30000))}), False
    yield "a letter of no size", font.drawn({font.of("A"): composed([b], scale=0)}), False
    yield "a letter of another one", font.drawn({font.of("A"): composed([b])}), True
    dot = struct.pack(">hhhhhHHBB", 1, 0, 0, 0, 0, 0, 0, 0x37, 0)
    yield "letters that are dots", font.drawn({i: dot for i, glyph in enumerate(font.glyphs)
                                               if glyph}), False


def alike(font):
    yield "a 6 that is a 9", font.likened("6", "9"), False
    yield "an a that is an o", font.likened("a", "o"), False
    yield "an a that is an A", font.likened("a", "A"), None
    yield "a 1 that is an l", font.likened("1", "l"), None
    only_a = [(c, c, font.of("A")) for c in ASCII]
    yield "every character is an A", font.table(b"cmap", cmap(only_a)), False
    yield "a bullet that is an A", font.mapped([(0x2022, 0x2022, font.of("A"))]), False


def harmless(font):
    """What readers go around: the page must be whole."""
    noise = random.Random(12).randbytes(4000)
    yield "all of Unicode", font.mapped([(0x3000, ALL, 1)]), True
    yield "a range again and again", font.mapped([(0x3000, 0x3100, 1)] * 60000), True
    yield "65,535 glyphs", put_together(with_outlines(
        font.parts, font.glyphs + [b""] * (65535 - len(font.glyphs)))), True
    for tag in (b"GSUB", b"GPOS", b"kern", b"fpgm", b"prep"):
        yield f"noise in {tag.decode()}", font.table(tag, noise), True
    yield "a program without an end", font.table(b"prep", b"\xb8\xff\xfd\x1c"), True
    yield "no width but the first", font.part(b"hhea", 34, b"\0\1"), False
    yield "16 units an em", font.part(b"head", 18, b"\0\x10"), False


def made_fonts(source):
    font = Font(source)
    for kind in (towers, invisible, alike, harmless):
        yield from kind(font)
