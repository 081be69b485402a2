#!/usr/bin/env python3
"""Posts that are none, and posts that are saved in other ways: bad.py HANDOUT

What is said of each is in bad.expected; UPDATE=1 rewrites it.  Whatever was given, no file that was
there is changed, and without a draft there is none.
"""

import json
import quopri
import re
import sys
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.expected import expect_file
from support.program import run
from support.tally import Tally, expect_equal

MEGABYTE = 1 << 20
EXPECTED = Path(__file__).with_suffix(".expected")
MOST_SAID = 30_000  # bytes

GOOD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Zinc</title></head><body><article>
<h1>Zinc: A Small Mineral</h1>
<p>Zinc is a mineral that your body needs – but only a little of it.</p>
<h2>Benefits</h2><ul><li>It may help you get over a cold sooner.</li></ul>
<h2>How to take it</h2><p>Take 10 mg per day with food.</p>
<h2>Side effects</h2><p>Too much can make you feel sick. Your doctor’s advice comes first.</p>
<h2>References</h2><p>A book on zinc.</p>
<h2>Disclaimer</h2><p>This is not medical advice.</p>
</article></body></html>
"""


def several(*names):
    return "<h1>What we like</h1>" + "".join(
        f"<h2>{name}</h2><p>It may help. Take 10 mg per day.</p>" for name in names)


SCRIPT = "<html><head><title>App</title><script>render('<p>text</p>')</script></head>" \
         "<body><div id=root></div><script src=a.js></script></body></html>"
LONG = "<p>" + "words and words. " * 400 + "</p>"
# What a site puts around a post: nearly 1 MiB.
MENU = "<nav>" + '<p><a href="/shop/minerals/page-of-the-shop.html">More</a></p>' * 30 + "</nav>"
SCRIPT_OF_SITE = "<script>" + "let a = [1, 2, 3];\n" * 50_000 + "</script>"
AROUND = GOOD.replace("<body>", "<body>" + MENU + SCRIPT_OF_SITE)
DEEP = "<div>" * 3000 + "Deep text." + "</div>" * 3000


@dataclass
class Case:
    name: str
    content: bytes
    slugs: set  # that must be said
    status: int = 1
    file: str = "post.html"


def utf8(text):
    return text.encode()


BAD = [
    Case("empty", b"", {"empty-file"}),
    Case("white space", b" \n\n\t ", {"post-empty"}),
    Case("all script", utf8(SCRIPT), {"post-empty"}),
    Case("only a picture", b"<img src=a.png>", {"post-empty"}),
    Case("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {"post-document"}),
    Case("a Word document", b"PK\3\4\x14\0\6\0word/document.xml", {"post-document"}, 1, "post.docx"),
    Case("an old Word document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", {"post-document"}),
    Case("a picture", b"\x89PNG\r\n\x1a\n", {"post-document"}),
    Case("20 MB of HTML", utf8("<p>word</p>\n") * (20 * MEGABYTE // 12), {"too-large"}),
    Case("UTF-32", "Zinc is good.".encode("utf-32"), {"not-utf8"}, 1, "post.txt"),
    Case("a list of a book's length", b"* a\n" * 200_000, {"post-too-long"}, 1, "post.md"),
    Case("quotes in quotes, without end", b"> " * 400_000 + b"a", {"post-too-long"}, 1, "post.md"),
    Case("lines of a book's length", b"- a\n" * 200_000, {"post-too-long"}, 1, "post.txt"),
    Case("pages of a site in one", b"<p>a</p>" * 100_000, {"post-too-long"}),
    Case("three remedies", utf8(several("Zinc", "Iron", "Copper")), {"post-several"}),
]

GOOD_SLUGS = {"post-left-out"}
OTHERS = [
    Case("good", utf8(GOOD), GOOD_SLUGS, 0),
    Case("Windows-1252", GOOD.encode("cp1252"), GOOD_SLUGS | {"post-encoding"}, 0),
    Case("one bad byte", utf8(GOOD).replace(b"a cold", b"a \xff cold"),
         GOOD_SLUGS | {"post-encoding"}, 0),
    Case("UTF-16", GOOD.encode("utf-16"), GOOD_SLUGS, 0),
    Case("a byte order mark and CRLF", b"\xef\xbb\xbf" + utf8(GOOD.replace("\n", "\r\n")),
         GOOD_SLUGS, 0),
    Case("a mail, quoted-printable", b"Subject: Zinc\nContent-Type: text/html; charset=utf-8\n"
         b"Content-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(utf8(GOOD)),
         GOOD_SLUGS, 0, "post.eml"),
    Case("letters and accents apart", utf8(unicodedata.normalize("NFD", GOOD)), GOOD_SLUGS, 0),
    Case("a page of 1 MiB around it", utf8(AROUND), GOOD_SLUGS, 0),
    Case("two remedies", utf8(several("Zinc", "Iron")), {"post-unsure", "post-missing"}, 0),
    Case("a dose that has a limit", utf8(GOOD.replace("Take 10 mg", "Take up to 40 mg")),
         {"post-amount-unsure"}, 0),
    Case("a long text", utf8("<h1>Long</h1>" + LONG * 3), {"post-missing"}, 0),
    Case("elements 3,000 deep", utf8(DEEP), {"post-missing"}, 0),
    Case("100,000 tags that are open", utf8("<b>" * 100_000 + "Zinc is a mineral."),
         {"post-missing"}, 0),
]


def said(result):
    return result.err[:MOST_SAID]


def complains(case, program, place, told):
    (place / case.file).write_bytes(case.content)
    result = run(program, "--import", case.file, cwd=place)
    told.append(f"== {case.name}\n{said(result)}exit {result.status}\n")
    expect_equal(result.status, case.status, f"the status ({said(result)})")
    assert case.slugs <= set(result.slugs()), f"{case.slugs} are not said: {said(result)}"
    drafts = list(place.glob("*.json"))
    expect_equal(bool(drafts), case.status == 0, f"drafts: {drafts}")
    assert len(result.err) < 60_000 or case.name == "a long text"


def says_the_same(case, program, place, good):
    """However it was saved, the draft is that of the good post."""
    drafts = [json.loads(path.read_text()) for path in place.glob("*.json")]
    if case.name in ("UTF-16", "Windows-1252", "a byte order mark and CRLF",
                     "a mail, quoted-printable", "a page of 1 MiB around it"):
        expect_equal(drafts, [good], "the draft")


DOSES = """<h1>Zinc</h1><p>It is a metal.</p><h2>Dosage</h2>
<p>Take 1<del>0</del> mg.</p> <p>Take 2<s>0</s> mg.</p> <p>Take 3<strike>0</strike> mg.</p>
<p>Take 4<span style="text-decoration: line-through">0</span> mg.</p>
<p>Take 1<sup>1/2</sup> cups.</p> <p>Take 7<sub>0</sub> mg.</p> <p>Take 10<sup>9</sup> units.</p>
<p>Take vitamin B<sub>12</sub>.</p> <p>Take 10<sup>-6</sup> g.</p>
<p>Take 5<sup>1,2</sup> mg.</p> <p>Take 300 mg/m<sup>2</sup>.</p>
<p>Take 2 m<sup>2</sup>.</p> <p>Take the 1<sup>st</sup>.</p> <p>Take the form<sup>2</sup>.</p>"""


def changes_no_dose(program, place):
    """What is struck out, raised or lowered adds no digit to the number before it."""
    (place / "post.html").write_text(DOSES)
    result = run(program, "--import", "post.html", cwd=place)
    draft = json.loads((place / "zinc.json").read_text())
    expect_equal(draft["dosage"]["how"],
                 "Take 1 mg. Take 2 mg. Take 3 mg. Take 4 mg. Take 1¹/2 cups. Take 7₀ mg. "
                 "Take 10⁹ units. Take vitamin B12. Take 10⁻⁶ g. Take 5 mg. Take 300 mg/m². "
                 "Take 2 m². Take the 1st. Take the form.", "the dose")
    assert "it is the mark of a footnote: 1,2 | 2 [post-left-out]" in result.err, result.err
    assert "left out, as it is struck out: 0 | 0 | 0 | 0 [post-left-out]" in result.err, result.err


def keeps_overrides(program, place):
    """ "05" behind U+202E is read as "50".  The handout does not guess which."""
    (place / "post.html").write_text("<h1>Zinc</h1><p>Take \u202e05\u202c mg per day.")
    run(program, "-q", "--import", "post.html", cwd=place)
    result = run(program, "--no-clinic", "zinc.json", cwd=place)
    expect_equal((result.status, "control-character" in result.slugs()), (1, True), result.err)
    assert "U+202E" in result.err, result.err


HIDDEN = ("visibility:hidden", "visibility: hidden", "color:red;VISIBILITY :  Hidden !important",
          "display:none", " display : none;")
SEEN = ("visibility:visible", "backface-visibility:hidden", "display:block", "hidden", "")


def leaves_out_what_is_hidden(program, place):
    """A dose that no reader of the post sees is not on the handout."""
    parts = [f'<p style="{style}">Take {9000 + i} mg.</p>' for i, style in enumerate(HIDDEN)]
    parts += ["<p hidden>Take 9100 mg.</p>", '<p aria-hidden="true">Take 9101 mg.</p>']
    parts += [f'<p style="{style}">Take {i + 1} mg.</p>' for i, style in enumerate(SEEN)]
    (place / "post.html").write_text("<h1>Zinc</h1><p>It is a metal.</p><h2>Dosage</h2>"
                                     + "".join(parts))
    run(program, "-q", "--import", "post.html", cwd=place)
    draft = json.loads((place / "zinc.json").read_text())
    expect_equal(draft["dosage"]["how"],
                 " ".join(f"Take {i + 1} mg." for i in range(len(SEEN))), "the dose")


def knows_other_languages(program, place):
    """A post in English may have a heading in Spanish."""
    (place / "post.txt").write_text(
        "Zinc\n\nZinc is a mineral that the body needs for the skin.\n\n"
        "Beneficios\n\nIt may help with a cold.\n\n"
        "Efectos secundarios\n\nIt may upset the stomach.\n")
    run(program, "-q", "--import", "post.txt", cwd=place)
    draft = json.loads((place / "zinc.json").read_text())
    expect_equal((draft["language"], draft["benefits"], draft["cautions"]),
                 ("en-US", ["It may help with a cold."], ["It may upset the stomach."]), "the draft")


def parts_no_doubtful_reference(program, place):
    lines = [f"Roe J. Zinc and colds. J Zinc. 2001;{volume}:11-12."
             for volume in ("18(5)", "18()", "18((5)")]
    lines += ["Roe J. Zinc and colds. J Zinc. 2001;18(5):in press."]
    lines += ["Roe, J. (20x1). Zinc and common colds. Journal of Zinc, 18(5), 11-12.",
              'Roe J. Zinc and colds. J "Zinc" Res. 2001;18(5):11-12.']
    text = "\n\n".join(["Zinc", "Zinc is a mineral.", "References", *lines])
    (place / "post.txt").write_text(text)
    run(program, "-q", "--import", "post.txt", cwd=place)
    found = json.loads((place / "zinc.json").read_text())["references"]
    expect_equal((found[0]["volume"], found[0]["issue"]), ("18", "5"), "the parts")
    expect_equal(found[1:], lines[1:], "those that stay as they are")


def parts_a_title_of_two_sentences(program, place):
    """Three words behind a full stop are a title's; two may be a journal's: "Proc. Natl. Acad"."""
    write = "Roe J. Zinc and colds. {}. J Zinc. 2001;18(5):11-12.".format
    text = "\n\n".join(["Zinc", "Zinc is a mineral.", "References", write("A new trial"),
                        write("New trial")])
    (place / "post.txt").write_text(text)
    run(program, "-q", "--import", "post.txt", cwd=place)
    found = json.loads((place / "zinc.json").read_text())["references"]
    expect_equal((found[0]["title"], found[1]), ("Zinc and colds. A new trial", write("New trial")),
                 "the titles")


def takes_all_under_the_first_heading(program, place):
    """What stands under "What it is" says what it is: none of it is a benefit."""
    first, second = "Zinc is a mineral that the body needs.", "It is found in meat and in beans."
    (place / "post.txt").write_text(f"Zinc\n\nWhat it is\n\n{first}\n\n{second}\n")
    result = run(program, "--import", "post.txt", cwd=place)
    draft = json.loads((place / "zinc.json").read_text())
    expect_equal(draft["summary"], f"{first} {second}", "the summary")
    expect_equal(result.err.count("What it is [post-left-out]"), 1, f"its heading in {result.err}")


def tells_markdown_by_its_name(program, place):
    for name in ("post.md", "post.markdown"):
        (place / name).write_text("Zinc is *good*.\n")
        run(program, "-q", "--import", name, cwd=place)
        draft = json.loads((place / "post.json").read_text())
        expect_equal(draft["summary"], "Zinc is good.", name)
        (place / "post.json").unlink()


def needs_the_end_of_front_matter(program, place):
    """A line of hyphens at the top may be a line only."""
    (place / "post.md").write_text("---\nZinc is *good*.\n")
    run(program, "-q", "--import", "post.md", cwd=place)
    draft = json.loads((place / "post.json").read_text())
    expect_equal(draft["summary"], "Zinc is good.", "the summary")


def says_lines_of_markdown(program, place):
    """Those of the post, not of the HTML that is made of it."""
    (place / "post.md").write_text(
        "---\ntitle: Zinc\ntags: metals\n---\n\nIt is\na metal.\n\n![A spoon](a.png)\n\n## Cautions\n"
        "\n- Never take it.\n\n\n- Nor give it to cats.\n\n## Comments\n")
    result = run(program, "--import", "post.md", cwd=place)
    notes = dict(re.findall(r"post\.md:(\d+):1: note: left out, [^:]*: (.*) \[", result.err))
    expect_equal(notes, {"3": "tags: metals", "9": "A spoon", "11": "Cautions", "18": "Comments"},
                 f"the lines of {result.err}")


def keeps_a_stressed_word(program, place):
    """What is bold at the start of a sentence is no title of it."""
    (place / "post.md").write_text("# Zinc\n\nIt is a metal.\n\n## Cautions\n\n"
                                   "- **Never** give it to cats.\n- **Cats:** give them none.\n")
    run(program, "-q", "--import", "post.md", cwd=place)
    draft = json.loads((place / "zinc.json").read_text())
    expect_equal(draft["cautions"], ["Never give it to cats.",
                                     {"title": "Cats", "text": "give them none."}], "the cautions")


def finds_the_amount(program, place):
    for said, amount in (("400 international units a day with food.", "400 international units a day"),
                         ("Two times a day with food, take 500 mg.", "500 mg"),
                         ("Take some with food.", None)):
        (place / "post.txt").write_text(f"Zinc\n\nZinc is a mineral.\n\nDosage\n\n{said}\n")
        run(program, "-q", "--import", "post.txt", cwd=place)
        draft = json.loads((place / "zinc.json").read_text())
        expect_equal(draft["dosage"].get("amount"), amount, f"the amount of {said!r}")
        (place / "zinc.json").unlink()


def reads_a_line_of_contacts(program, place):
    (place / "post.html").write_text("<h1>Zinc</h1><p>It is a metal.</p><footer><p>© Hill Clinic</p>"
                                     "<p>Phone: 509-555-0100 | Email: a@b.org</p></footer>")
    run(program, "-q", "--import", "post.html", cwd=place)
    clinic = json.loads((place / "clinic.json").read_text())
    expect_equal((clinic["phone"], clinic["email"]), ("509-555-0100", "a@b.org"), "the clinic")


def replaces_nothing(program, place):
    (place / "post.html").write_text(GOOD)
    (place / "zinc.json").write_text("mine")
    result = run(program, "--import", "post.html", cwd=place)
    expect_equal(result.status, 2, result.err)
    assert "file-exists" in result.slugs(), result.err
    expect_equal((place / "zinc.json").read_text(), "mine", "the file that was there")
    expect_equal(len(list(place.iterdir())), 2, "files")


def reads_a_pipe(program, place):
    result = run(program, "-q", "--import", "-", cwd=place, stdin=GOOD.encode())
    expect_equal((result.status, result.err), (0, ""), "a quiet import")
    expect_equal([path.name for path in place.iterdir()], ["zinc.json"], "files")


def needs_its_library(program, place, told):
    """Without libxml2 the machine is at fault; text is read all the same.  A program that libxml2 is
    linked to does not start without it."""
    libraries, name = place / "libraries", library_of(program)
    libraries.mkdir()
    (libraries / name).write_bytes(b"none")
    (place / "post.html").write_text(GOOD)
    (place / "post.txt").write_text("Zinc\n\nZinc is a mineral.\n")
    where = {"LD_LIBRARY_PATH": str(libraries)}
    result = run(program, "--import", "post.html", cwd=place, **where)
    told.append(f"== without libxml2\n{result.err.replace(name, 'libxml2.so')}"
                f"exit {result.status}\n")
    expect_equal((result.status, result.slugs(), list(place.glob("*.json"))),
                 (3, ["no-html-reader"], []), result.err)
    expect_equal(run(program, "--import", "post.txt", cwd=place, **where).status, 0, "text")


def library_of(program):
    """The name by which it loads libxml2."""
    found = set(re.findall(rb"libxml2\.so\.\d+", program.read_bytes()))
    expect_equal(len(found), 1, "names of libxml2 in the program")
    return found.pop().decode()


def refuses(program, place):
    for arguments in (["a.json", "--import", "x"], ["--import", "x", "--new", "y"],
                      ["--import", "x", "-o", "y"], ["--import", ""], ["--import"],
                      ["--import=x", "--check"], ["--import=x", "--dump=json"]):
        result = run(program, *arguments, cwd=place)
        expect_equal((result.status, list(place.iterdir())), (2, []), result.err)
    expect_equal(run(program, "--import", "none.html", cwd=place).status, 3, "a file that is not")


def main():
    program = Path(sys.argv[1]).resolve()
    tally, told = Tally(), []
    with tempfile.TemporaryDirectory(prefix="handout-import-") as scratch:
        good = None
        for number, case in enumerate([*BAD, *OTHERS]):
            place = Path(scratch) / str(number)
            place.mkdir()
            tally.run(case.name, complains, case, program, place, told)
            if case.name == "good":
                good = json.loads((place / "zinc.json").read_text())
            if case.status == 0:
                tally.run(f"{case.name}: the draft", says_the_same, case, program, place, good)
        place = Path(scratch) / "library"
        place.mkdir()
        tally.run("no library", needs_its_library, program, place, told)
        for test in (changes_no_dose, keeps_overrides, leaves_out_what_is_hidden,
                     knows_other_languages, parts_no_doubtful_reference,
                     parts_a_title_of_two_sentences, takes_all_under_the_first_heading,
                     tells_markdown_by_its_name, needs_the_end_of_front_matter,
                     says_lines_of_markdown, keeps_a_stressed_word, finds_the_amount,
                     reads_a_line_of_contacts, replaces_nothing, reads_a_pipe, refuses):
            place = Path(scratch) / test.__name__
            place.mkdir()
            tally.run(test.__name__, test, program, place)
    tally.run("what is said", expect_file, EXPECTED, "".join(told))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
