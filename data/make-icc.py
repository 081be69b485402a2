#!/usr/bin/env python3
"""Write a small sRGB profile: ICC version 4.2, RGB display, matrix and curve.

    python3 make-icc.py srgb.icc

Nothing is copied from another profile. The primaries and the white point are
those of IEC 61966-2-1, adapted from D65 to D50 with the Bradford matrix; the
curve is its transfer function, as a formula. No date, machine or library enters the file, so
it is the same bytes each time. Dedicated to the public domain (CC0 1.0).
"""

import struct
import sys

PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
D65 = (0.3127 / 0.3290, 1.0, (1 - 0.3127 - 0.3290) / 0.3290)
D50 = (0xF6D6, 0x10000, 0xD32D)  # the PCS white of the ICC, in 1/65536
BRADFORD = ((0.8951, 0.2664, -0.1614),
            (-0.7502, 1.7135, 0.0367),
            (0.0389, -0.0685, 1.0296))


def apply(m, v):
    return [sum(a * b for a, b in zip(row, v)) for row in m]


def multiply(a, b):
    return list(zip(*(apply(a, column) for column in zip(*b))))


def inverse(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return [[x / det for x in row] for row in (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d))]


def adaptation():
    """Bradford's matrix from D65 to D50."""
    source, target = apply(BRADFORD, D65), apply(BRADFORD, [v / 65536 for v in D50])
    gain = [[target[i] / source[i] * (i == j) for j in range(3)] for i in range(3)]
    return multiply(inverse(BRADFORD), multiply(gain, BRADFORD))


def colorants():
    """XYZ of red, green and blue under D50 in 1/65536; they sum to D50."""
    xyz = list(zip(*((x / y, 1.0, (1 - x - y) / y) for x, y in PRIMARIES)))
    scale = apply(inverse(xyz), D65)
    rgb_to_xyz = [[v * s for v, s in zip(row, scale)] for row in xyz]
    rows = [[round(v * 65536) for v in row] for row in multiply(adaptation(), rgb_to_xyz)]
    for row, white in zip(rows, D50):      # rounding may leave a unit over
        row[row.index(max(row))] += white - sum(row)
    return list(zip(*rows))


def fixed(*values):
    """s15Fixed16 numbers."""
    return struct.pack(f">{len(values)}i", *(round(v * 65536) for v in values))


def text(words):
    """A multi-localized string with one record, English."""
    body = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(body), 28) + body


def profile():
    xyz = lambda v: b"XYZ \0\0\0\0" + struct.pack(">3i", *v)
    # Function type 3: (a x + b) ** g from d on, c x below.
    curve = (b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
             + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
    chad = b"sf32\0\0\0\0" + fixed(*(v for row in adaptation() for v in row))
    red, green, blue = (xyz(v) for v in colorants())
    tags = [(b"desc", text("sRGB")), (b"cprt", text("CC0")), (b"wtpt", xyz(D50)),
            (b"chad", chad), (b"rXYZ", red), (b"gXYZ", green), (b"bXYZ", blue),
            (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    start, data, table, places = 128 + 4 + 12 * len(tags), b"", b"", {}
    for tag, body in tags:                 # the three curves share one copy
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += tag + struct.pack(">II", places[body], len(body))
    header = (struct.pack(">I", start + len(data)) + bytes(4)
              + struct.pack(">I", 0x04200000) + b"mntrRGB XYZ "
              + struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp"
              + bytes(28) + struct.pack(">3i", *D50) + bytes(48))
    assert len(header) == 128
    return header + struct.pack(">I", len(tags)) + table + data


if __name__ == "__main__":
    with open(sys.argv[1], "wb") as out:
        out.write(profile())
