#!/usr/bin/env python3
"""Citations beside those of citeproc-js: compare.py HANDOUT STYLES ITEMS.json...

STYLES is a folder with american-medical-association.csl, apa.csl and locales-en-US.xml of the
public repositories of CSL; NODE_PATH leads to the npm package citeproc; ITEMS are lists of CSL-JSON.
None of them is part of this project, so ./check does not run this: it is a measure, to be taken
after a change of the styles, with items of real exports.

Quotes and dashes are levelled. What differs is listed with the kind of difference and who is right
(differences.py); what no kind explains is marked "?" and makes the exit status 1.
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
from support.wording import SMALLEST

HERE = Path(__file__).resolve().parent
STYLES = {"ama": "american-medical-association", "apa": "apa"}
NOT_SHOWN = ("abstract", "note", "annote")  # long, and nobody prints them


def level(text):
    """One kind of quote, dash and blank; no number in front."""
    text = re.sub("[“”„«»‘’ʼ`'\"]", '"', text)
    text = re.sub("[–—‐‑−-]+", "-", text)
    text = re.sub("[\u200b\u200e]", "", re.sub("[\u00a0\u2009\u202f]", " ", text))
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", re.sub(r"^1\. ?", "", text))).strip()


def plain(dumped):
    """A text of --dump=sheet without the marks of italics and links."""
    text = dumped.replace("\\u00A0", "\u00a0").replace('\\"', '"').replace("\\\\", "\\")
    text = re.sub(r"\[([^\]\[]*(?:\[[^\]]*\][^\]\[]*)*)\]\((?:https?|ftp)://[^ ]*(?: \"[^\n]*?\")?\)",
                  r"\1", text)
    return text.replace("_", "").replace("*", "")


def printed(handout, style, item, folder):
    """As the program prints it; or its messages, behind "ERR"."""
    (folder / "clinic.json").write_text(json.dumps(
        {"name": "N", "phone": "1", "citation_style": style}))
    (folder / "article.json").write_text(json.dumps({**SMALLEST, "references": [item]}))
    run = subprocess.run([handout, "--dump=sheet", "article.json"], cwd=folder, check=False,
                         capture_output=True, text=True)
    sheet = run.stdout[run.stdout.find("References"):]
    found = re.search(r'(?m)^ +item.*? "(.*)"$', sheet) if "References" in run.stdout else None
    return plain(found[1]) if found else "ERR " + run.stderr


def compare(handout, style, items, theirs, folder):
    """Prints each difference. @return how often each kind was met."""
    kinds = collections.Counter()
    for item, other in zip(items, theirs):
        ours, other = printed(handout, style, item, folder), level(re.sub("[_*]", "", other))
        if other.startswith("ERR") or not other:
            kinds["citeproc prints nothing"] += 1
            continue
        if ours.startswith("ERR"):
            kind = "refused"
        elif level(ours) == other:
            kind = "equal"
        else:
            kind = explained(style, item, level(ours), other)
        kinds[kind] += 1
        if kind != "equal":
            print(f"{kind}\n  {style} {item.get('type')}\n  ours {level(ours)}\n  CSL  {other}")
    return kinds


def main(handout, styles, *files):
    items = [{name: value for name, value in item.items() if name not in NOT_SHOWN}
             for file in files for item in json.loads(Path(file).read_text())]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "items.json").write_text(json.dumps(items))
        cited = json.loads(subprocess.run(["node", HERE / "run.js", styles, folder / "items.json"],
                                          check=True, capture_output=True, text=True).stdout)
        counts = {style: compare(Path(handout).resolve(), style, items, cited[STYLES[style]], folder)
                  for style in STYLES}
    open_kinds = 0
    for style, kinds in counts.items():
        equal, total = kinds["equal"], sum(kinds.values()) - kinds["citeproc prints nothing"]
        explained_ones = sum(n for kind, n in kinds.items() if kind.startswith(("+", "=")))
        print(f"{style}: {total} items, {100 * equal / total:.1f} % equal, "
              f"{100 * (equal + explained_ones) / total:.1f} % with what is explained")
        for kind, number in kinds.most_common():
            print(f"  {number:4} {kind}")
        open_kinds += total - equal - explained_ones
    sys.exit(open_kinds > 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
