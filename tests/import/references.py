#!/usr/bin/env python3
"""References read back: references.py HANDOUT FILE.json…

Items of CSL-JSON, from articles or from files that are lists of items, are printed as AMA,
Vancouver, APA and MLA write them; a post with these lines is imported, and each field is compared
with what it was.  A line that stays text is marked by that; of the others 95 % of the fields must be
right, and a field that is wrong is a failure whatever the share.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally

LEAST = 0.95
AT_ONCE = 20  # references of an article
FIELDS = "author title container-title volume issue page issued DOI".split()


def initials(given):
    return [part[0] for part in re.split(r"[\s.\-]+", given) if part]


def names(item):
    return [(name.get("non-dropping-particle", "") + " " + name["family"]).strip()
            if name.get("non-dropping-particle") else name["family"] for name in item["author"]]


def year(item):
    return str(item["issued"]["date-parts"][0][0])


def issue(item, form):
    return form % item["issue"] if item.get("issue") else ""


def doi(item, form):
    return form % item["DOI"] if item.get("DOI") else ""


def stop(title):
    return title if title[-1] in "?!" else title + "."


def ama(item):
    authors = ", ".join(f"{name} {''.join(initials(one['given']))}"
                        for name, one in zip(names(item), item["author"]))
    return (f"{authors}. {stop(item['title'])} {item['container-title']}. {year(item)};"
            f"{item['volume']}{issue(item, '(%s)')}:{item['page']}.{doi(item, ' doi:%s')}")


def apa(item):
    each = [f"{name}, {' '.join(letter + '.' for letter in initials(one['given']))}"
            for name, one in zip(names(item), item["author"])]
    authors = each[0] if len(each) == 1 else ", ".join(each[:-1]) + ", & " + each[-1]
    pages = item["page"].replace("-", "–")
    return (f"{authors} ({year(item)}). {stop(item['title'])} {item['container-title']}, "
            f"{item['volume']}{issue(item, '(%s)')}, {pages}.{doi(item, ' https://doi.org/%s')}")


def mla(item):
    one, *others = zip(names(item), item["author"])
    authors = f"{one[0]}, {one[1]['given']}"
    if len(others) == 1:
        authors += f", and {others[0][1]['given']} {others[0][0]}"
    elif others:
        authors += ", et al"
    return (f"{stop(authors) if authors[-1] != '.' else authors} “{stop(item['title'])}” "
            f"{item['container-title']}, vol. {item['volume']}{issue(item, ', no. %s')}, "
            f"{year(item)}, pp. {item['page']}.{doi(item, ' https://doi.org/%s')}")


STYLES = {"AMA": ama, "APA": apa, "MLA": mla}


def usable(item):
    """An article of a journal with all that the styles print."""
    return (isinstance(item, dict) and item.get("type") == "article-journal"
            and all(item.get(field) for field in ("author", "title", "container-title", "volume",
                                                  "page", "issued"))
            and item["issued"].get("date-parts")
            and all(re.search(r"\w", name.get("family") or "") and re.search(r"\w", name.get("given") or "")
                    for name in item["author"])
            and not re.search("[\u0590-\u08ff\u2c00-\ufaff]", json.dumps(
                [item["author"], item["title"]], ensure_ascii=False))  # not in our fonts
            and re.match(r"\w", names(item)[0])
            and not re.search(r"[<>\n]", item["title"] + item["container-title"]))


def items_of(path):
    content = json.loads(path.read_text())
    items = content["references"] if isinstance(content, dict) else content
    return [item for item in items if usable(item)]


def compared(item, field):
    if field == "author":
        return [(name, "".join(initials(one["given"])))
                for name, one in zip(names(item), item["author"])]
    if field == "issued":
        return year(item)
    value = " ".join(str(item.get(field) or "").replace("–", "-").split())
    return value.rstrip(".") if field == "title" else value


class Count:
    def __init__(self):
        self.right = self.wrong = self.text = self.lines = 0

    def add(self, style, item, line, read):
        self.lines += 1
        if isinstance(read, str):
            assert read == line, f"the text was changed: {read!r}"
            self.text += 1
            return
        for field in FIELDS:
            good = compared(item, field) == compared(read, field)
            self.right += good
            self.wrong += not good
            if not good:
                print(f"{style} {field}: {compared(read, field)!r}, not "
                      f"{compared(item, field)!r}\n    {line}")

    def is_good(self, style):
        fields = self.right + self.wrong
        print(f"{style}: {self.lines} lines, {self.text} stay text; of {fields} fields "
              f"{self.right} are right")
        assert fields and self.right >= LEAST * fields and not self.wrong


def read_back(program, lines, place):
    post = "# References again\n\n## References\n\n" + "\n".join(
        "<p>" + line.replace("&", "&amp;") + "</p>\n" for line in lines)
    for path in place.glob("*.json"):
        path.unlink()
    result = run(program, "-q", "--import", "-", cwd=place, stdin=post.encode())
    assert result.status == 0, result.err
    found = json.loads((place / "references-again.json").read_text())["references"]
    assert len(found) == len(lines), f"{len(found)} of {len(lines)} lines"
    return found


def round_trip(program, items, style, place):
    count = Count()
    for at in range(0, len(items), AT_ONCE):
        part = items[at:at + AT_ONCE]
        lines = [re.sub(r"\s+", " ", STYLES[style](item)) for item in part]
        for item, line, read in zip(part, lines, read_back(program, lines, place)):
            count.add(style, item, line, read)
    count.is_good(style)


def main():
    program = Path(sys.argv[1]).resolve()
    items = [item for path in sys.argv[2:] for item in items_of(Path(path))]
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-import-") as place:
        for style in STYLES:
            tally.run(style, round_trip, program, items, style, Path(place))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
