"""TrueType fonts taken apart and put together again, damaged on purpose (OpenType 1.9)."""

import struct

LONG = b"\0\1"  # places of outlines in 32 bits
MORE, POINTS_AS_WORDS, XY, SCALE = 0x20, 0x01, 0x02, 0x08


def tables(font):
    """The content of each table by its tag."""
    count = struct.unpack_from(">H", font, 4)[0]
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(count)]
    return {tag: font[at:at + length] for tag, _, at, length in entries}


def put_together(parts):
    """A font file of tables; their sums are left out, as no reader of a PDF asks for them."""
    head = b"\0\1\0\0" + struct.pack(">HHHH", len(parts), 0, 0, 0)
    body = b""
    for tag in sorted(parts):
        at = 12 + 16 * len(parts) + len(body)
        head += struct.pack(">4sIII", tag, 0, at, len(parts[tag]))
        body += parts[tag] + bytes(-len(parts[tag]) % 4)
    return head + body


def outlines(parts):
    """The bytes of each glyph's outline."""
    short = parts[b"head"][50:52] != LONG
    count = struct.unpack_from(">H", parts[b"maxp"], 4)[0] + 1
    places = struct.unpack_from(f">{count}{'H' if short else 'I'}", parts[b"loca"])
    places = [place * (2 if short else 1) for place in places]
    return [parts[b"glyf"][start:end] for start, end in zip(places, places[1:])]


def with_outlines(parts, glyphs):
    places, glyf = [0], b""
    for glyph in glyphs:
        glyf += glyph + bytes(-len(glyph) % 4)
        places.append(len(glyf))
    return {**parts, b"glyf": glyf, b"loca": struct.pack(f">{len(places)}I", *places),
            b"head": parts[b"head"][:50] + LONG + parts[b"head"][52:],
            b"maxp": parts[b"maxp"][:4] + struct.pack(">H", len(glyphs)) + parts[b"maxp"][6:]}


def composed(parts, at=(0, 0), scale=None, box=(0, 0, 500, 700)):
    """An outline that is put together of glyphs."""
    outline = struct.pack(">hhhhh", -1, *box)
    for i, glyph in enumerate(parts):
        flags = XY | POINTS_AS_WORDS | (SCALE if scale is not None else 0)
        flags |= MORE if i + 1 < len(parts) else 0
        outline += struct.pack(">HHhh", flags, glyph, *at)
        outline += struct.pack(">h", scale) if scale is not None else b""
    return outline


def cmap(ranges):
    """Format 12: (first character, last, glyph of the first) each."""
    body = b"".join(struct.pack(">III", *one) for one in ranges)
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) \
        + struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(ranges)) + body


def glyph_of(parts, character):
    """By the subtable of format 4."""
    table, code = parts[b"cmap"], ord(character)
    count = struct.unpack_from(">H", table, 2)[0]
    starts = [struct.unpack_from(">I", table, 8 + 8 * i)[0] for i in range(count)]
    at = next(start for start in starts if table[start:start + 2] == b"\0\4")
    twice = struct.unpack_from(">H", table, at + 6)[0]
    for i in range(0, twice, 2):
        last, = struct.unpack_from(">H", table, at + 14 + i)
        first, delta, offset = (struct.unpack_from(">H", table, at + 16 + k * twice + i)[0]
                                for k in (1, 2, 3))
        if first <= code <= last:
            place = at + 16 + 3 * twice + i + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", table, place)[0] if offset else code
            return (glyph + delta) & 0xFFFF
    return 0
