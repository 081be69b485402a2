"""The hash of the files inside a PDF of ours (src/base/hash.h)."""

START, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1


def fnv(content):
    """FNV-1a of 64 bits, in hexadecimal."""
    value = START
    for byte in content:
        value = (value ^ byte) * PRIME & MASK
    return b"%016x" % value
