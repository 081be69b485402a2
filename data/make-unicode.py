#!/usr/bin/env python3
"""Write the table of characters that src/base/unicode.c looks things up in.

    python3 make-unicode.py unicode.def [FOLDER]

It is made of the Unicode Character Database, which Debian's package unicode-data puts into
/usr/share/unicode. Each character has a record of properties, and most share theirs with many, so
a character leads to its record in three steps: `parts` by its upper bits, `blocks` by the middle
ones, `leaves` by the lowest. Equal blocks and equal leaves are kept once. Small letters are apart,
as `capitals`: rows of capitals, one behind the other or every second, with one distance to them.
"""

import re
import sys
from pathlib import Path

LAST = 0x10FFFF
LEAF_BITS, BLOCK_BITS = 4, 5  # of all splits, the one that gives the fewest bytes
COLUMNS = 100

# The database's lines about unassigned characters have the long names of values.
SHORT = {"Ideographic": "ID", "Prefix_Numeric": "PR", "Neutral": "N", "Wide": "W",
         "Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL"}


class Database:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.version = re.search(r"-(\d+\.\d+\.\d+)\.txt", self.text("PropList.txt")).group(1)

    def text(self, file):
        return (self.folder / file).read_text(encoding="utf-8")

    def rows(self, file):
        """Of the lines `0041..005A ; value`: the characters and the value; defaults come first."""
        text = self.text(file)
        row = r"([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; *([\w ]*\w)"
        for pattern in (r"(?m)^# @missing: " + row, r"(?m)^" + row):
            for first, last, value in re.findall(pattern, text):
                yield range(int(first, 16), int(last or first, 16) + 1), value

    def values(self, file, default):
        values = [default] * (LAST + 1)
        for characters, value in self.rows(file):
            for c in characters:
                values[c] = SHORT.get(value, value)
        return values

    def having(self, file, property_name):
        return {c for characters, value in self.rows(file) if value == property_name
                for c in characters}

    def lower(self):
        """Each capital, in order, and the distance to its small letter."""
        for line in self.text("UnicodeData.txt").splitlines():
            fields = line.split(";")
            if fields[13]:
                c = int(fields[0], 16)
                yield c, int(fields[13], 16) - c


def capitals(database):
    """Rows of capitals: first, last, step, distance."""
    rows = []
    for c, distance in database.lower():
        row = rows[-1] if rows else [0, -9, 0, 0]
        step = c - row[1]
        if row[3] == distance and (step == row[2] or (row[0] == row[1] and step < 3)):
            row[1], row[2] = c, step
        else:
            rows.append([c, c, 1, distance])
    return [f"{{0x{first:04X}, 0x{last:04X}, {step}, {distance}}}"
            for first, last, step, distance in rows]


def line_class(raw, category, width, pictograph):
    """Rule LB1 of UAX #14, and the divisions of classes that its later rules ask for."""
    if raw == "SA":  # without a dictionary
        return "CM" if category in ("Mn", "Mc") else "AL"
    if raw in ("OP", "CP") and width in ("F", "W", "H"):
        return raw + "_EAST"  # LB30
    if raw == "QU" and category in ("Pi", "Pf"):
        return "QU_" + category.upper()  # LB15a, LB15b
    if raw == "ID" and category == "Cn" and pictograph:
        return "ID_RESERVED"  # LB30b
    return {"AI": "AL", "SG": "AL", "XX": "AL", "Unknown": "AL", "CJ": "NS"}.get(raw, raw)


def right_to_left(database):
    """Characters with that direction, and what is written with the scripts of these only."""
    bidi = database.values("extracted/DerivedBidiClass.txt", "L")
    aliases = re.findall(r"(?m)^sc ; (\w+) +; (\w+)", database.text("PropertyValueAliases.txt"))
    sets = {name: {short} for short, name in aliases}
    scripts = [sets[name] for name in database.values("Scripts.txt", "Unknown")]
    for characters, value in database.rows("ScriptExtensions.txt"):
        for c in characters:
            scripts[c] = set(value.split())
    strong = {c for c in range(LAST + 1) if bidi[c] in ("R", "AL")}
    theirs = set().union(*(scripts[c] for c in strong)) - {"Zyyy", "Zinh", "Zzzz"}
    return strong | {c for c in range(LAST + 1) if bidi[c] == "AN" or scripts[c] <= theirs}


def records(database):
    """Of each character, its row of the table."""
    category = database.values("extracted/DerivedGeneralCategory.txt", "Cn")
    raw = database.values("extracted/DerivedLineBreak.txt", "Unknown")
    width = database.values("extracted/DerivedEastAsianWidth.txt", "N")
    pictographs = database.having("emoji/emoji-data.txt", "Extended_Pictographic")
    flags = {"WIDE": {c for c in range(LAST + 1) if width[c] in ("F", "W")},
             "IGNORABLE": database.having("DerivedCoreProperties.txt",
                                          "Default_Ignorable_Code_Point"),
             "BIDI_CONTROL": database.having("PropList.txt", "Bidi_Control"),
             "RIGHT_TO_LEFT": right_to_left(database)}
    for c in range(LAST + 1):
        its = [name for name, having in flags.items() if c in having]
        line = line_class(raw[c], category[c], width[c], c in pictographs)
        yield f"{{UNICODE_{category[c].upper()}, LINE_{line}, {' | '.join(its) or '0'}}}"


def shared(values, bits):
    """Cuts the values into pieces of 2^bits. @return each piece once, and which stands where."""
    pieces = {}
    size = 1 << bits
    order = [pieces.setdefault(tuple(values[at:at + size]), len(pieces))
             for at in range(0, len(values), size)]
    return [value for piece in pieces for value in piece], order


def write_rows(kind, name, rows, out):
    out += [f"static const struct {kind} {name}[] = {{", *(f"    {row}," for row in rows), "};"]


def write_numbers(name, numbers, out):
    out.append(f"static const {'uint8_t' if max(numbers) < 256 else 'uint16_t'} {name}[] = {{")
    line = "   "
    for number in numbers:
        word = f" {number},"
        if len(line) + len(word) > COLUMNS:
            out.append(line)
            line = "   "
        line += word
    out += [line, "};"]


def main():
    database = Database(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/unicode")
    kinds = {}
    ids = [kinds.setdefault(record, len(kinds)) for record in records(database)]
    leaves, of_blocks = shared(ids, LEAF_BITS)
    blocks, parts = shared(of_blocks, BLOCK_BITS)
    out = ["/* Made by data/make-unicode.py of the Unicode Character Database; do not edit. Its licence is",
           " * data/LICENSE-Unicode.txt. */",
           f'static const char version[] = "{database.version}";',
           f"enum {{ LEAF_BITS = {LEAF_BITS}, BLOCK_BITS = {BLOCK_BITS} }};"]
    write_rows("properties", "records", kinds, out)
    write_rows("capitals", "capitals", capitals(database), out)
    write_numbers("leaves", leaves, out)
    write_numbers("blocks", blocks, out)
    write_numbers("parts", parts, out)
    Path(sys.argv[1]).write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
