#!/usr/bin/env python3
"""Remake the font files of this folder from published npm packages.

    python3 make-subsets.py            write the files beside this script
    python3 make-subsets.py --check    remake them and compare; write nothing
    python3 make-subsets.py --plain-zeros FOLDER
                                       make text faces of those here whose zero has no slash,
                                       for a clinic's "fonts"; nothing here changes

Needs `npm` and Python's fontTools. The files in this folder were made with
fontTools 4.38.0 (Debian 12's python3-fonttools); another version gives fonts
that work alike but may differ in bytes. With the same version the result does
not depend on the time, the folder or the hash seed.

The sources are pinned by package version and by a SHA-256 of each file, so a
changed package stops the script.
"""

import hashlib
import pathlib
import subprocess
import sys
import tarfile
import tempfile

import fontTools
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.otlLib.optimize.gpos import compact
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
MADE_WITH = "4.38.0"

# npm package: (version, {file in the package: SHA-256})
PACKAGES = {
    "@expo-google-fonts/atkinson-hyperlegible-next": ("0.4.1", {
        "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf":
            "60f8c1a1b2e7da47ff7af95c3e5b5b1232ca5b3771e93eb587784f08fb1e6650",
        "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf":
            "b3afbc14be6529a2bc8a84981fa70805623cdfe17bcb825bc8282c1b99440360",
        "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf":
            "4ba7415b7095e546720446b6d47daa95d6f482d9fd40c729793e21d67cc9f366",
        "LICENSE_FONT":
            "aca6a428580965d2297d1b718042dd427c2a9443ece3b0d02d758e161e0c4030",
    }),
    "@expo-google-fonts/noto-sans": ("0.4.2", {
        "400Regular/NotoSans_400Regular.ttf":
            "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
        "700Bold/NotoSans_700Bold.ttf":
            "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431",
        "LICENSE_FONT":
            "cee9892f9f0cc8fe882c9e9537ee6a89621d86ee7ceaf70b02e2b2b1c25c061a",
    }),
    "@expo-google-fonts/noto-sans-math": ("0.4.2", {
        "400Regular/NotoSansMath_400Regular.ttf":
            "b4a1dfdbfa13b4755e5eac20cb25c1d17ed5a745ceb89639595e8cf45a2b1e07",
        "LICENSE_FONT":
            "403a95275b469061b7d4371c328e0ada3bc7d63328abe2e88aad5cd243b2fe21",
    }),
    "@expo-google-fonts/noto-sans-symbols": ("0.4.1", {
        "400Regular/NotoSansSymbols_400Regular.ttf":
            "aedeec1cd0514930aeeafc4a88a6deff83cda1e6b58086f0b9bb9c7dd0157578",
        "LICENSE_FONT":
            "b118dd41337806a5d4797052c77caf3bd096aed783e5eb21b4d11154351e1ac0",
    }),
    "@expo-google-fonts/noto-sans-symbols-2": ("0.4.1", {
        "400Regular/NotoSansSymbols2_400Regular.ttf":
            "f67f40c65f929f029827ab37cfdc4897dfd9ae3c28d9e98ba46e0d52e39eb97e",
        "LICENSE_FONT":
            "b118dd41337806a5d4797052c77caf3bd096aed783e5eb21b4d11154351e1ac0",
    }),
}
ATKINSON, NOTO, MATH, SYMBOLS, SYMBOLS2 = PACKAGES

# Characters that Atkinson Hyperlegible Next lacks but has the drawing for.
# Without these, "µg" would be set in two typefaces.
ATKINSON_ALIASES = {
    0x00B5: 0x03BC,  # micro sign            -> Greek mu
    0x2010: 0x002D,  # hyphen                -> hyphen-minus
    0x2011: 0x002D,  # non-breaking hyphen   -> hyphen-minus
    0x202F: 0x2009,  # narrow no-break space -> thin space
}


def span(*ranges):
    """Code points of 'A-B' and 'A' hex strings."""
    points = set()
    for text in ranges:
        first, _, last = text.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


NOTO_TEXT = span(
    "0020-007E", "00A0-00FF",          # a whole word can fall back, not a letter
    "0100-017F",                       # Latin Extended-A
    "0181", "0186", "0189-018A", "018E-0194", "0196-0199", "019D",
    "01A0-01A1", "01A9", "01AF-01B4", "01B7", "01C0-01DD", "01E2-01F0",
    "01F4-01F5", "01F8-021F", "0226-0233", "0241-0242", "0244",
                                       # Latin Extended-B of living spelling
    "0253-0254", "0256-0257", "0259", "025B", "0260", "0263", "0268-0269",
    "0272", "0275", "0283", "0289-028B", "0292", "0294",  # their small letters
    "02B0-02DF", "02EE",               # modifier letters
    "0300-0345", "0358", "035C", "0361",  # combining marks
    "0370-03FF", "1F00-1FFF",          # Greek, polytonic too
    "0400-045F", "0462-0463", "046A-046B", "0472-0475",  # Cyrillic: Slavic
    "0483-0487", "048A-04FF",          # Cyrillic: other living languages
    "1E00-1EFF",                       # Latin Additional: Vietnamese
    "2000-200D", "2010-2027", "202F-204A", "205F-2060",  # spaces, punctuation
    "2070-209F", "20A0-20BF",          # super- and subscripts, currency
    "2103", "2105", "2109", "2113", "2116", "2117", "211E", "2120", "2122",
    "2126", "212B", "212E", "2139",    # ℃ ℅ ℉ ℓ № ℗ ℞ ℠ ™ Ω Å ℮ ℹ
    "2150-215F", "2189",               # fractions
    "2212", "25CC",                    # minus, dotted circle
)

# Symbols: which source draws which. The first source that has a character wins.
SYMBOL_SOURCES = [
    (MATH, span(
        "2190-2199", "21A9-21AA", "21B5", "21BA-21BB", "21C4-21C5", "21CC",
        "21D0-21D5",                                  # arrows
        "2202", "2205-2206", "2208-2209", "220F", "2211-2213", "2215-221A",
        "221D-221E", "2220", "2225", "2227-222B", "2234-2237", "223C",
        "2243", "2245", "2248", "2260-2261", "2264-2265", "226A-226B",
        "2282-2287", "2295", "2297", "22C5", "22EE-22EF",  # mathematics
        "2300", "2308-230B",
    )),
    (SYMBOLS2, span(
        "231A-231B", "23CE", "23E9-23EA", "23ED-23EF", "23F1-23F3",
        "23F4-23FA",
        "25A0-25EF", "25FB-25FE",                     # geometric shapes
        "2600-2602", "2605-2606", "260E-2612", "2614-2615", "2618",
        "261A-261F", "2622-2623", "263C", "2660-2667", "267F",
        "26A0-26A1", "26AA-26AB", "26D4",
        "2702", "2706", "2708-2709", "270D-2718", "271A", "2731",
        "2733-2734", "273D", "2744", "2753", "2756-2757", "2764",
        "2794", "2798-279E", "27A1-27A4",             # dingbats
        "2B05-2B07", "2B1B-2B1C", "2B24", "2B50", "2B55", "2B95",
    )),
    (SYMBOLS, span(
        "2160-216B", "2170-217B",                     # Roman numerals
        "2460-2473", "24EA", "24FF", "2776-277F",     # circled numbers
        "2639-263B", "263D-263E", "2640", "2642", "2669-266F", "267B", "267E",
        "2691", "2695-2697", "2699",
    )),
]

TEXT_FACES = [  # (package, file in it, output, code points or None for all)
    (ATKINSON, "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
     "AtkinsonHyperlegibleNext-Regular.ttf", None),
    (ATKINSON, "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
     "AtkinsonHyperlegibleNext-Bold.ttf", None),
    (ATKINSON, "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
     "AtkinsonHyperlegibleNext-Italic.ttf", None),
    (NOTO, "400Regular/NotoSans_400Regular.ttf",
     "NotoSans-Regular.ttf", NOTO_TEXT),
    (NOTO, "700Bold/NotoSans_700Bold.ttf",
     "NotoSans-Bold.ttf", NOTO_TEXT),
]

LICENCES = [  # (output, packages whose copyright lines it carries)
    ("OFL-AtkinsonHyperlegibleNext.txt", [ATKINSON]),
    ("OFL-NotoSans.txt", [NOTO]),
    ("OFL-HandoutSymbols.txt", [NOTO, MATH, SYMBOLS, SYMBOLS2]),
]


def unpack(package, folder):
    """Fetch one package with npm; return {file name: path} of what we use."""
    version, wanted = PACKAGES[package]
    done = subprocess.run(
        ["npm", "pack", "--silent", "--pack-destination", str(folder),
         f"{package}@{version}"],
        cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    paths = {}
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        for name, digest in wanted.items():
            data = archive.extractfile(f"package/{name}").read()
            if hashlib.sha256(data).hexdigest() != digest:
                sys.exit(f"{package} {version}: {name} is not the known file")
            paths[name] = folder / f"{package.partition('/')[2]}--{name.replace('/', '-')}"
            paths[name].write_bytes(data)
    return paths


def open_font(path):
    return TTFont(path, recalcTimestamp=False, lazy=False)


def subset_options():
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk"]
    options.layout_scripts = ["DFLT", "latn", "grek", "cyrl"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["STAT", "gasp", "DSIG"]
    options.recalc_timestamp = False
    options.with_zopfli = False
    return options


def make_text_face(source, points):
    font = open_font(source)
    cmap = font.getBestCmap()
    keep_glyphs = []
    if points is None:
        points = set(cmap)
        keep_glyphs = font.getGlyphOrder()
        for table in font["cmap"].tables:
            for alias, target in ATKINSON_ALIASES.items():
                table.cmap.setdefault(alias, cmap[target])
        points |= set(ATKINSON_ALIASES)
    worker = subset.Subsetter(subset_options())
    worker.populate(unicodes=points & set(font.getBestCmap()), glyphs=keep_glyphs)
    worker.subset(font)
    if "GPOS" in font:
        compact(font, 9)   # split kerning classes where that saves bytes
    return font


def make_symbols(sources, metrics_from):
    """One font of plain outlines, with the line metrics of the fallback face."""
    fonts = {package: open_font(path) for package, path in sources.items()}
    base = open_font(metrics_from)
    glyphs, widths, cmap = {}, {}, {}

    def add(name, font, source_name):
        glyph_set = font.getGlyphSet()
        recording = DecomposingRecordingPen(glyph_set)
        glyph_set[source_name].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(pen)
        glyphs[name] = pen.glyph()
        widths[name] = font["hmtx"][source_name][0]

    add(".notdef", base, ".notdef")
    add("space", base, "space")
    cmap[0x20] = "space"
    chosen = {}
    for package, points in SYMBOL_SOURCES:
        available = fonts[package].getBestCmap()
        missing = sorted(points - set(available))
        if missing:
            sys.exit(f"{package} lacks " + " ".join(f"{p:04X}" for p in missing))
        for point in points:
            chosen.setdefault(point, (package, available[point]))
    for point in sorted(chosen):
        package, source_name = chosen[point]
        cmap[point] = f"uni{point:04X}"
        add(cmap[point], fonts[package], source_name)
    for font in fonts.values():
        assert font["head"].unitsPerEm == base["head"].unitsPerEm == 1000

    copyrights = sorted({f["name"].getDebugName(0) for f in [base, *fonts.values()]})
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({
        name: (widths[name], getattr(glyph, "xMin", 0) or 0)
        for name, glyph in builder.font["glyf"].glyphs.items()})
    hhea, os2 = base["hhea"], base["OS/2"]
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
    builder.setupNameTable({}, mac=False)
    for name_id, text in [
            (0, "; ".join(copyrights)),
            (1, "Handout Symbols"),
            (2, "Regular"),
            (4, "Handout Symbols Regular"),
            (5, "Version 1.000; glyphs of Noto Sans Math, Noto Sans Symbols "
                "and Noto Sans Symbols 2"),
            (6, "HandoutSymbols-Regular"),
            (13, base["name"].getDebugName(13)),
            (14, base["name"].getDebugName(14))]:
        builder.font["name"].setName(text, name_id, 3, 1, 0x409)
    builder.setupOS2(
        version=4,
        usWeightClass=400, fsType=0, fsSelection=0xC0, achVendID="NONE",
        sTypoAscender=os2.sTypoAscender, sTypoDescender=os2.sTypoDescender,
        sTypoLineGap=os2.sTypoLineGap, usWinAscent=os2.usWinAscent,
        usWinDescent=os2.usWinDescent, sxHeight=os2.sxHeight,
        sCapHeight=os2.sCapHeight, ySubscriptXSize=os2.ySubscriptXSize,
        ySubscriptYSize=os2.ySubscriptYSize,
        ySubscriptYOffset=os2.ySubscriptYOffset,
        ySuperscriptXSize=os2.ySuperscriptXSize,
        ySuperscriptYSize=os2.ySuperscriptYSize,
        ySuperscriptYOffset=os2.ySuperscriptYOffset,
        yStrikeoutSize=os2.yStrikeoutSize,
        yStrikeoutPosition=os2.yStrikeoutPosition)
    builder.setupPost(keepGlyphNames=False,
                      underlinePosition=base["post"].underlinePosition,
                      underlineThickness=base["post"].underlineThickness)
    font = builder.font
    font["OS/2"].xAvgCharWidth = sum(widths.values()) // len(widths)
    font["OS/2"].recalcUnicodeRanges(font)
    font["OS/2"].usFirstCharIndex = min(cmap)
    font["OS/2"].usLastCharIndex = max(cmap)
    head = font["head"]
    head.fontRevision = 1.0
    head.created = head.modified = max(f["head"].modified for f in fonts.values())
    head.flags = base["head"].flags
    font.recalcTimestamp = False
    return font


def make_licence(paths):
    """The licence text once, under the copyright line of every source."""
    lines, bodies = [], []
    for path in paths:
        text = path.read_text("utf-8").replace("\r\n", "\n")
        first, _, body = text.partition("\n")
        assert first.startswith("Copyright") and "Reserved Font Name" not in first
        if first not in lines:
            lines.append(first)
        bodies.append(body)
    body = bodies[0]
    marker = "-----------------------------------------------------------\nSIL OPEN"
    for other in bodies:
        assert other.partition(marker)[2].split() == body.partition(marker)[2].split()
    return ("\n".join(lines) + "\n" + body.rstrip("\n") + "\n").encode()


def make_all(folder):
    """Return {file name: bytes} of everything that this script makes."""
    paths = {package: unpack(package, folder) for package in PACKAGES}
    made = {}

    def keep(name, font):
        path = folder / name
        font.save(path, reorderTables=True)
        made[name] = path.read_bytes()

    for package, source, output, points in TEXT_FACES:
        keep(output, make_text_face(paths[package][source], points))
    keep("HandoutSymbols-Regular.ttf", make_symbols(
        {package: next(path for name, path in paths[package].items()
                       if name.endswith(".ttf"))
         for package, _ in SYMBOL_SOURCES},
        paths[NOTO]["400Regular/NotoSans_400Regular.ttf"]))
    for output, packages in LICENCES:
        made[output] = make_licence([paths[p]["LICENSE_FONT"] for p in packages])
    return made


# ---- Plain zeros ----

# The licence reserves no name, but what looks different is called differently.
PLAIN_FAMILY = "Handout Plain Zero"


def slash_end(points, flags):
    """The index behind the longest straight edge of a contour: one side of the slash."""
    def edge(i):
        (x, y), (to_x, to_y) = points[i - 1], points[i]
        return flags[i - 1] and flags[i] and (to_x - x) ** 2 + (to_y - y) ** 2
    return max(range(len(points)), key=edge)


def without_slash(font):
    """Joins the two halves of the zero's counter, each at the ends of its side of the slash."""
    glyph = font["glyf"][font.getBestCmap()[0x30]]
    ends = [end + 1 for end in glyph.endPtsOfContours]
    assert len(ends) == 3, "the zero is not an outline around two halves"
    points, flags = list(glyph.coordinates), list(glyph.flags)
    joined_points, joined_flags = points[:ends[0]], flags[:ends[0]]
    for start, end in zip(ends, ends[1:]):
        half, on = points[start:end], flags[start:end]
        behind = slash_end(half, on)
        joined_points += half[behind:] + half[:behind]
        joined_flags += on[behind:] + on[:behind]
    glyph.coordinates = type(glyph.coordinates)(joined_points)
    glyph.flags = bytearray(joined_flags)
    glyph.endPtsOfContours = [ends[0] - 1, len(points) - 1]
    glyph.numberOfContours = 2


def rename(font, family):
    names = font["name"]
    style = names.getDebugName(2)
    for name_id, text in ((1, family), (4, f"{family} {style}"),
                          (6, f"{family.replace(' ', '')}-{style}")):
        names.setName(text, name_id, 3, 1, 0x409)


def write_plain_zeros(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for _, _, output, points in TEXT_FACES:
        if points is None:
            font = open_font(HERE / output)
            without_slash(font)
            rename(font, PLAIN_FAMILY)
            path = folder / output.replace("AtkinsonHyperlegibleNext", "HandoutPlainZero")
            font.save(path)
            print(f"written {path}")
    licence = "OFL-AtkinsonHyperlegibleNext.txt"
    (folder / licence).write_bytes((HERE / licence).read_bytes())


def main():
    if sys.argv[1:2] == ["--plain-zeros"] and len(sys.argv) == 3:
        write_plain_zeros(pathlib.Path(sys.argv[2]))
        return 0
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    if fontTools.version != MADE_WITH:
        print(f"note: fontTools {fontTools.version}, the files here were made "
              f"with {MADE_WITH}; bytes may differ", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        made = make_all(pathlib.Path(folder))
    differing = 0
    for name, data in made.items():
        path = HERE / name
        same = path.exists() and path.read_bytes() == data
        differing += not same
        if not same and not sys.argv[1:]:
            path.write_bytes(data)
        print(f"{len(data):8d} {'same' if same else 'differs' if sys.argv[1:] else 'written'} {name}")
    return 1 if sys.argv[1:] and differing else 0


if __name__ == "__main__":
    sys.exit(main())
