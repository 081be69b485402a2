"""Colours, as red, green and blue from 0 to 1, and their contrast (WCAG 2.1)."""

from functools import cache

WHITE = (1.0, 1.0, 1.0)


def luminance(color):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color, ground=WHITE):
    low, high = sorted((luminance(color), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def grey(color):
    """As PDF converts DeviceRGB to DeviceGray (ISO 32000-1, 10.3.2)."""
    return (0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2],) * 3


@cache
def least_contrast(color, ground=WHITE):
    return min(contrast(color, ground), contrast(grey(color), grey(ground)))


@cache
def from_hex(code):
    return tuple(int(code[i:i + 2], 16) / 255 for i in (1, 3, 5))
