"""A PDF with its source: --attach-source, a PDF in the place of an article, --extract."""

import os
import re

from cases import A, CLINIC, TOO_LONG, article, clinic, reported
from situations import expect, situation
from support.picture import png

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
SUMMED = r"\w+\.pdf: 1 page.*\n\Z"


def attach(place, name="a.pdf", *options):
    expect(place.run("--attach-source", "-o", name, *options, "a.json"), 0, SUMMED)
    return place.read(name)


def expect_kept(place, made, path, content):
    """Without that file a.pdf gives the same bytes again, and the file."""
    os.remove(place.path(path))
    expect(place.run("--attach-source", "-o", "again.pdf", "a.pdf"), 0, SUMMED)
    assert place.read("again.pdf") == made
    expect(place.run("--extract", "a.pdf", "-o", "new/"), 0, rf"new/{re.escape(path)}: written\n")
    assert place.read(f"new/{path}") == content


def without_files(place):
    for name in ("a.json", "b.json", "clinic.json"):
        os.remove(place.path(name))


@situation("--attach-source: the PDF alone gives the same bytes again, and the files")
def _(place):
    made = attach(place)
    without_files(place)
    expect(place.run("--attach-source", "-o", "again.pdf", "a.pdf"), 0, reported("again.pdf"))
    assert place.read("again.pdf") == made, "the second PDF has other bytes"
    expect(place.run("--extract", "a.pdf"), 0,
           r"\Aalpha\.json: written\nclinic\.json: written\n\Z")
    assert place.read("alpha.json") == A and place.read("clinic.json") == CLINIC
    place.put("copy.json", A)
    expect(place.run("--attach-source", "-o", "c.pdf", "-c", "clinic.json", "copy.json"), 0, SUMMED)
    expect(place.run("--attach-source", "-o", "d.pdf", "c.pdf"), 0, SUMMED)
    assert place.read("c.pdf") == place.read("d.pdf") != made, "where it came from is lost"
    expect(place.run("--extract", "a.pdf"), 0, r"\A(\S+: left as it is: it is the same\n){2}\Z")


@situation("--attach-source: large print, a review and a dump of a PDF")
def _(place):
    attach(place)
    without_files(place)
    expect(place.run("--large-print", "a.pdf", "-o", "large.pdf"), 0, r"\Alarge\.pdf: \d pages")
    expect(place.run("--check", "a.pdf"), 0, r"a\.pdf: nothing to mark\n\Z")
    result = place.run("--dump=article", "a.pdf")
    assert result.returncode == 0 and b"Title of alpha" in result.stdout
    expect(place.run("-o", "in.pdf", "-", stdin=place.read("a.pdf")), 0, reported("in.pdf"))


@situation("a PDF as an article: the clinic inside, one that is given, or none")
def _(place):
    attach(place)
    place.put("clinic.json", clinic(name="Beside It"))
    place.put("other.json", clinic(name="Other Clinic"))
    dump = lambda *options: place.run("--dump=sheet", *options, "a.pdf").stdout
    assert b"Test Clinic" in dump() and b"Beside It" not in dump()
    assert b"Other Clinic" in dump("-c", "other.json")
    assert b"Clinic" not in dump("--no-clinic")
    expect(place.run("--attach-source", "--no-clinic", "-o", "bare.pdf", "a.json"), 0, "bare")
    assert b"Clinic" not in place.run("--dump=sheet", "bare.pdf").stdout


@situation("--attach-source: logo and fonts come along, with their paths")
def _(place):
    with open(os.path.join(SOURCE, "tests/pdf/logo.jpg"), "rb") as file:
        logo = file.read()
    place.put("art/logo.jpg", logo)
    place.put("../out.jpg", logo)
    place.put("clinic.json", clinic(logo="art/logo.jpg", logo_alt="A hill"))
    expect_kept(place, attach(place), "art/logo.jpg", logo)
    # What is not below the clinic file is written beside it.
    place.put("clinic.json", clinic(logo="../out.jpg", logo_alt="A hill"))
    attach(place, "b.pdf")
    expect(place.run("--extract", "b.pdf", "-o", "flat/"), 0, r"flat/out\.jpg: written\n")
    assert place.read("flat/out.jpg") == logo
    os.remove(place.path("../out.jpg"))


def striped(*colors):
    return png(len(colors), 8, lambda x: colors[x])


@situation("--attach-source: the article's picture comes along, whatever clinic it is given")
def _(place):
    shown, logo = striped((0, 0, 0), (90, 90, 90)), striped((0, 0, 99))
    picture = {"file": "shown.png", "alt": "Two stripes."}
    place.put("a.json", article("alpha", picture=picture))
    place.put("shown.png", shown)
    expect_kept(place, attach(place), "shown.png", shown)
    # The clinic's files are outside then, the article's inside, though both have one name.
    place.put("other/clinic.json", clinic(logo="shown.png", logo_alt="A stripe"))
    place.put("other/shown.png", logo)
    expect(place.run("-c", "other/clinic.json", "-o", "b.pdf", "a.pdf"), 0, SUMMED)
    place.put("shown.png", shown)
    expect(place.run("-c", "other/clinic.json", "-o", "c.pdf", "a.json"), 0, SUMMED)
    assert place.read("b.pdf") == place.read("c.pdf")
    # Which no folder could hold.
    expect(place.run("--attach-source", "-c", "other/clinic.json", "-o", "d.pdf", "new/alpha.json"),
           1, r"\Anew/alpha\.json: error: .* shown\.png \[files-of-one-name\]\n")
    assert not os.path.exists(place.path("d.pdf"))
    # One file that both name is no clash.
    place.put("new/clinic.json", clinic(logo="shown.png", logo_alt="Stripes"))
    expect(place.run("--attach-source", "-o", "e.pdf", "new/alpha.json"), 0, SUMMED)


@situation("--attach-source: what would be one file when it is written out again is refused")
def _(place):
    place.put("p/x.png", striped((0, 0, 0), (90, 90, 90)))
    place.put("q/x.png", striped((0, 0, 99)))
    picture = {"file": "../p/x.png", "alt": "Two stripes."}
    place.put("in/a.json", article("alpha", picture=picture))
    place.put("in/b.json", article("clinic"))
    place.put("in/clinic.json", clinic(logo="../q/x.png", logo_alt="A stripe"))
    refused = lambda name, written: expect(
        place.run("--attach-source", "-o", "k.pdf", f"in/{name}.json"), 1,
        rf"\Ain/{name}\.json: error: .* {written} \[files-of-one-name\]\n")
    refused("a", r"x\.png")
    refused("b", r"clinic\.json")
    # One name in two spellings.
    place.put("in/a.json", article("alpha", picture={**picture, "file": "art/x.png"}))
    place.put("in/art/x.png", place.read("p/x.png"))
    place.put("other/clinic.json", clinic(logo="./art/./x.png", logo_alt="A stripe"))
    place.put("other/art/x.png", place.read("q/x.png"))
    expect(place.run("--attach-source", "-c", "other/clinic.json", "in/a.json"), 1, "files-of-one-name")
    place.put("other/art/x.png", place.read("p/x.png"))
    expect(place.run("--attach-source", "-c", "other/clinic.json", "in/a.json"), 0, SUMMED)
    expect(place.run("--extract", "alpha.pdf", "-o", "new/"), 0, r"art/x\.png: left as it is")


@situation("--extract: all files or none, and never another's place")
def _(place):
    attach(place)
    place.put("new/clinic.json", b"{}")
    expect(place.run("--extract", "a.pdf", "-o", "new/"), 2,
           r"\Anew/clinic\.json: error: .* \[file-exists\]\n  hint: .*--output=FOLDER/")
    assert os.listdir(place.path("new")) == ["clinic.json"]
    expect(place.run("--extract", "a.pdf", "-o", "new"), 2, r"new/clinic\.json")
    expect(place.run("--extract", "a.pdf", "-o", "file"), 2, r"\[bad-value\]")
    expect(place.run("--extract", "a.pdf", "b.json"), 2, r"\[unwanted-article\]")
    expect(place.run("--extract", "a.pdf", "--new", "x"), 2, r"\[contradiction\]")
    expect(place.run("--extract", "a.pdf", "--check"), 2, r"\[contradiction\]")
    expect(place.run("--extract", "none.pdf"), 3, r"\[cannot-read\]")
    expect(place.run("--extract", "b.json"), 1, r"\[foreign-pdf\]")


@situation("--extract: a PDF chooses no name that hides a file, or upsets a terminal")
def _(place):
    made = attach(place)
    for number, name in enumerate((b".git-config", b"a\x1b[1mx.json", b"../../x.jsn", b"......json.")):
        assert len(name) == len(b"clinic.json")
        place.put("b.pdf", made.replace(b"(clinic.json)", b"(" + name + b")"))
        clinic_name = "x.jsn" if b"/" in name else "clinic.json"
        expect(place.run("--extract", "b.pdf", "-o", f"{number}/"), 0,
               rf"\A{number}/alpha\.json: written\n{number}/{clinic_name}: written\n\Z")


@situation("a PDF that is damaged, bare, or another program's")
def _(place):
    made = attach(place)
    expect(place.run("-o", "bare.pdf", "a.json"), 0, "bare")
    place.put("changed.pdf", made.replace(b"one scoop", b"two scoop"))
    place.put("cut.pdf", made[:len(made) // 2])
    place.put("other.pdf", b"%PDF-1.4\n%%EOF\n")
    for name, slug in (("bare", "pdf-without-source"), ("changed", "pdf-changed"),
                       ("cut", "foreign-pdf"), ("other", "foreign-pdf")):
        for args in ([], ["--check"], ["--extract"]):
            expect(place.run(*args, f"{name}.pdf"), 1, rf"\A{name}\.pdf: error: .* \[{slug}\]\n")


@situation("a PDF whose article does not fit names its field")
def _(place):
    attach(place)
    place.put("long.json", TOO_LONG)
    result = place.run("--attach-source", "long.json", "-o", "long.pdf")
    expect(result, 1, r"\[does-not-fit\]")
    assert not os.path.exists(place.path("long.pdf"))


@situation("the PDF never takes the place of the one that it is made of")
def _(place):
    made = attach(place, "alpha.pdf")
    expect(place.run("alpha.pdf"), 2, r"\[output-is-input\]")
    assert place.read("alpha.pdf") == made


@situation("nor of one that another article of the call is made of, whichever is the first")
def _(place):
    made = attach(place, "beta.pdf")
    for articles in (("beta.pdf", "b.json"), ("b.json", "beta.pdf")):
        expect(place.run(*articles), 2, r"\[output-is-input\]")
        assert place.read("beta.pdf") == made


@situation("--attach-source: under 5 KB on the example")
def _(place):
    data = os.path.join(SOURCE, "data/l-glutamine.json")
    for name, option in (("with", ["--attach-source"]), ("bare", [])):
        expect(place.run(*option, "-o", f"{name}.pdf", data), 0, r"pdf: 1 page")
    more = len(place.read("with.pdf")) - len(place.read("bare.pdf"))
    assert more < 5000, f"{more} bytes more"
