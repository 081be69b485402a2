#!/usr/bin/env python3
"""Citations beside those of citeproc-js: compare.py HANDOUT STYLES ITEMS.json...

STYLES is a folder with american-medical-association.csl, apa.csl and locales-en-US.xml of the
public repositories of CSL; NODE_PATH leads to the npm package citeproc; ITEMS are lists of CSL-JSON.
None of them is part of this project, so ./check does not run this: it is a measure, to be taken
after a change of the styles, with items of real exports.

Three figures are printed for each style: how many citations are equal as they are; after what this
project's issue orders was done to citeproc-js's side (orders.py); and after what the manuals' own
pages say was done to it too.  What still differs is listed with who is right (differences.py); a
difference that nothing there tells is marked "?" and makes the exit status 1.

Levelled on both sides are the forms of quotes, dashes and blanks, italics, Unicode's composed
letters, and the number of the list in front.  Nothing else: each letter, figure and stop counts.
"""

import collections
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from differences import explained
from items import LEGAL
from orders import ISSUE, MANUAL, ordered_item, ordered_text, orders_of
from support.citations import citations
from texts import BLUEBOOK, bluebook

HERE = Path(__file__).resolve().parent
STYLES = {"ama": "american-medical-association", "apa": "apa"}
STAGES = {"as they are": (), "after the issue's orders": (ISSUE,),
          "after the manuals' too": (ISSUE, MANUAL)}
NOT_SHOWN = ("abstract", "note", "annote")  # long, and nobody prints them


def level(text):
    text = re.sub("[“”„«»‘’ʼ`'\"]", '"', text)
    text = re.sub("[–—‐‑−-]+", "-", text)
    text = re.sub("[\u200b\u200e]", "", re.sub("[\u00a0\u2009\u202f]", " ", text))
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", re.sub("[_*]", "", text))).strip()


def plain(dumped):
    """A text of --dump=sheet without the marks of italics and links."""
    text = dumped.replace("\\u00A0", "\u00a0").replace('\\"', '"').replace("\\\\", "\\")
    return re.sub(r"\[([^\]\[]*(?:\[[^\]]*\][^\]\[]*)*)\]\((?:https?|ftp)://[^ ]*"
                  r"(?: \"[^\n]*?\")?\)", r"\1", text)


def printed(handout, style, items, folder):
    """As the program prints them, with the machine's fonts; or its messages, behind "ERR"."""
    texts = citations(handout, style, items, folder, FONTCONFIG_FILE="/etc/fonts/fonts.conf")
    return [text if text.startswith("ERR") else level(plain(text)) for text in texts]


def cited(styles, style, items, folder):
    """What citeproc-js prints of the items, a text each."""
    (folder / "items.json").write_text(json.dumps(items))
    command = ["node", HERE / "run.js", styles, STYLES[style], folder / "items.json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def cited_as_ordered(styles, style, who, items, folder):
    """The same, [(text, kinds of orders)]: courts and laws in AMA style have the form that
    citeproc-js knows in APA style only."""
    cites = cited(styles, style, items, folder)
    legal = [item for item in items if item.get("type") in LEGAL]
    if style != "ama" or MANUAL not in who or not legal:
        return [(text, []) for text in cites]
    apa = iter(cited(styles, "apa", legal, folder))
    return [(bluebook(text, next(apa)), [BLUEBOOK]) if item.get("type") in LEGAL else (text, [])
            for text, item in zip(cites, items)]


def texts_of_stage(style, who, items, styles, folder):
    """[(levelled text of citeproc-js, kinds of the orders that changed it)], one an item."""
    orders = orders_of(style, *who)
    changed = [ordered_item(orders, item) for item in items]
    cites = cited_as_ordered(styles, style, who, [item for item, _ in changed], folder)
    texts = []
    for item, (after, kinds), (text, as_apa) in zip(items, changed, cites):
        whole = {**after, "author": item.get("author")}  # with the groups that an order took out
        text, more = ordered_text(orders, re.sub("^1\\. ?", "", text), whole)
        texts.append((level(text), kinds + as_apa + more))
    return texts


def judge(style, item, ours, theirs):
    """@return the stage at which they are equal or None, and what was different."""
    if theirs[0][0].startswith("ERR") or not theirs[0][0]:
        return None, ["citeproc prints nothing"]
    if ours.startswith("ERR"):
        return None, ["refused"]
    for stage, (text, kinds) in zip(STAGES, theirs):
        if text == ours:
            return stage, kinds if stage != "as they are" else []
    return None, [explained(style, item, ours, theirs[-1][0])]


def compare(handout, style, items, theirs, folder):
    """Prints what is never equal. @return {stage: count}, {(stage, kind): count}."""
    stages, kinds = collections.Counter(), collections.Counter()
    for item, ours, texts in zip(items, printed(handout, style, items, folder), zip(*theirs)):
        stage, why = judge(style, item, ours, texts)
        stages[stage] += 1
        kinds.update((stage, kind) for kind in why)
        if stage is None:
            print(f"{why[0]}\n  {style} {item.get('type')}\n  ours {ours}\n  CSL  {texts[-1][0]}")
    return stages, kinds


def report(style, stages, kinds):
    """Prints the table. @return how many are open: refused, or told by nothing."""
    nothing = kinds[(None, "citeproc prints nothing")]
    total, equal = sum(stages.values()) - nothing, 0
    for stage in STAGES:
        equal += stages[stage]
        print(f"{style}: {total} items, {100 * equal / total:5.1f} % equal {stage}")
        for (of, kind), number in kinds.most_common():
            if of == stage:
                print(f"  {number:4} {kind}")
    rest = {kind: number for (stage, kind), number in kinds.items() if stage is None}
    told = sum(number for kind, number in rest.items() if kind.startswith(("+", "=")))
    print(f"{style}: {100 * (equal + told) / total:.1f} % with what is told below")
    for kind, number in sorted(rest.items(), key=lambda pair: -pair[1]):
        print(f"  {number:4} {kind}")
    return total - equal - told


def main(handout, styles, *files):
    items = [{name: value for name, value in item.items() if name not in NOT_SHOWN}
             for file in files for item in json.loads(Path(file).read_text())]
    reports = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for style in STYLES:
            theirs = [texts_of_stage(style, who, items, styles, folder) for who in STAGES.values()]
            reports.append((style, *compare(Path(handout).resolve(), style, items, theirs, folder)))
    sys.exit(sum(report(*one) for one in reports) > 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
