"""Folders that are out to do harm: outputs in the place of inputs, files that make one wait, and
what killed runs left behind."""

import json
import os
import subprocess
import time
import unicodedata

from cases import A, CLINIC, article, clinic
from situations import expect, expect_whole, situation

LOGO = ("data", "l-glutamine.png")
FONT = ("fonts", "NotoSans-Regular.ttf")
HOUR = 60 * 60


def shipped(place, path):
    with open(os.path.join(place.source, *path), "rb") as file:
        return file.read()


def with_logo(place, name):
    place.put("clinic.json", clinic(logo=name, logo_alt="the logo"))


# ---- Outputs in the place of inputs ----

@situation("the clinic's logo and font are never replaced, whatever they are called")
def _(place):
    logo, font = shipped(place, LOGO), shipped(place, FONT)
    place.put("alpha.pdf", logo)
    place.put("font.ttf", font)
    os.link(place.path("alpha.pdf"), place.path("hard.png"))
    os.symlink("font.ttf", place.path("soft.ttf"))
    place.put("clinic.json", clinic(logo="hard.png", logo_alt="the logo",
                                    fonts={"regular": "soft.ttf"}))
    for args in (["a.json"], ["-o", "hard.png", "a.json"], ["-o", "font.ttf", "a.json"],
                 ["-o", "./soft.ttf", "a.json"]):
        expect(place.run(*args), 2, r"\[output-is-input\]")
    assert (place.read("alpha.pdf"), place.read("font.ttf")) == (logo, font)
    expect(place.run("-o", "other.pdf", "a.json"), 0, "1 page")


def append(place, name, *args, **more):
    """What is said on standard error when >> appends to the file."""
    with open(place.path(name), "ab") as appended:
        done = place.start(*args, stdout=appended, **more)
        said = done.communicate()[1]
    assert done.returncode == 2, (args, done.returncode, said)
    return said


@situation("standard output may not be a file that is read")
def _(place):
    for name in ("a.json", "clinic.json"):
        for args in (["-o", "-"], ["--dump=json"], ["--dump=page"], ["--check", "--report"]):
            said = append(place, name, *args, "a.json")
            assert b"standard output: error: is an input file" in said, said
    place.put("list", b"a.json\n")
    for name in ("a.json", "list", "clinic.json"):
        said = append(place, name, "-c", "clinic.json", "--summary=json", "-o", "out/", "--files-from=list")
        assert b"[output-is-input]" in said and not os.path.exists(place.path("out")), said
    assert (place.read("a.json"), place.read("clinic.json")) == (A, CLINIC)


@situation("--stream: answers are not appended to the records, an article or a clinic")
def _(place):
    records = b'{"article": "a.json"}\n' * 3
    place.put("records", records)
    for name in ("records", "a.json", "clinic.json"):
        with open(place.path("records"), "rb") as stdin:
            said = append(place, name, "--stream", stdin=stdin)
        assert said.count(b"[output-is-input]") == 1, said
    assert (place.read("records"), place.read("a.json"), place.read("clinic.json")) == \
        (records, A, CLINIC)


# ---- What makes one wait ----

@situation("a FIFO, a device or a folder is no logo, and is not waited for")
def _(place):
    os.mkfifo(place.path("fifo.png"))
    os.mkdir(place.path("folder.png"))
    for name in ("fifo.png", "folder.png", "/dev/zero", "/dev/stdin"):
        with_logo(place, name)
        expect(place.run("a.json"), 1, r"it is no regular file(.|\n)*\[cannot-load\]")
    assert not os.path.exists(place.path("alpha.pdf"))


@situation("a FIFO that the user names himself is read")
def _(place):
    os.mkfifo(place.path("fifo.json"))
    with subprocess.Popen(["cp", "a.json", "fifo.json"], cwd=place.folder):
        expect(place.run("fifo.json"), 0, "1 page")
    expect_whole(place.path("alpha.pdf"))


# ---- What no reader sees ----

# All that Unicode 15 calls a control, a format character or a separator of lines.
SHAPELESS = "".join(chr(c) for c in range(1, 0x110000)
                    if unicodedata.category(chr(c)) in ("Cc", "Cf", "Zl", "Zp"))


def shapeless(text):
    return [hex(ord(c)) for c in text if c in SHAPELESS and c != "\n"]


@situation("dumps, reports and messages show by number what no reader sees")
def _(place):
    assert all(c in SHAPELESS for c in "\u0600\u180e\ufeff\ufff9\U00013430\U0001d173\U000e0001")
    texts = [SHAPELESS, "\u0600 a \u06dd b \U00013430", '"\\']
    place.put("s.json", article("s", benefits=texts, **{SHAPELESS: 1}))
    for what in ("json", "article", "sheet", "page", "tags"):
        result = place.run(f"--dump={what}", "--diagnostics=json", "s.json")
        for text in (result.stdout.decode(), result.stderr.decode()):
            assert not shapeless(text), (what, shapeless(text))
        for line in result.stderr.splitlines():
            json.loads(line)
    dump = place.run("--dump=json", "s.json").stdout.decode()
    assert r"\ud80d\udc30" in dump and r'"\"\\"' in dump, dump
    for args in ([], ["--check", "--report"], ["--check", "--diagnostics=sarif"]):
        result = place.run(*args, "s.json")
        for text in (result.stdout.decode(), result.stderr.decode()):
            assert not set(shapeless(text)) - {"0x9", "0x200c", "0x200d"}, (args, shapeless(text))


@situation("--import: what a page hides is in no draft, but is told")
def _(place):
    hidden = ("hidden", 'aria-hidden="true"', 'style="visibility: hidden"',
              'style="color:red;VISIBILITY:hidden"', 'style="visibility : hidden"',
              'style="display:none"', 'style="display : none"', 'style="display: none !important"')
    for number, attributes in enumerate(hidden):
        place.put("post.html", (f"<h1>Zinc {number}</h1><h2>Benefits</h2><p>It may help you sleep.</p>"
                                f"<div {attributes}><p>Take 900 mg.</p></div>").encode())
        result = place.run("--import", "post.html")
        expect(result, 0, r"900 mg")
        assert b"900" not in place.read(f"zinc-{number}.json"), attributes
    place.put("post.html", b"<h1>Iron</h1><h2>Benefits</h2><p>It may help you sleep.</p>"
                           b'<p style="backface-visibility: hidden">Iron is a metal.</p>')
    expect(place.run("--import", "post.html"), 0, "written")
    assert b"Iron is a metal." in place.read("iron.json")  # only its back is hidden


@situation("the caret is under the fault, whatever no reader sees before it")
def _(place):
    place.put("a.json", A.replace(b'"summary"', '"x\u202e\u200b\u0600": 1, "sumary"'.encode()))
    line, caret = place.run("a.json").stderr.decode().split("[unknown-field]\n")[2].split("\n")[:2]
    assert line.index('"sumary') == caret.index("^"), (line, caret)


# ---- Orphans ----

def orphan(place, process, age, attempt=0):
    name = f".handout-{process}-{attempt}.tmp"
    place.put(name, b"half a PDF")
    then = time.time() - age
    os.utime(place.path(name), (then, then))
    return name


def gone():
    """The number of a process that has ended."""
    with subprocess.Popen(["true"]) as process:
        pass
    return process.pid


@situation("what a killed run left behind is removed by the next one, which says so")
def _(place):
    old = orphan(place, gone(), 2 * HOUR)
    kept = {orphan(place, gone(), HOUR // 2), orphan(place, os.getpid(), 2 * HOUR, 1),
            ".handout-1x-0.tmp", ".handout-.tmp", ".handout-99999999999999999999-0.tmp"}
    for name in kept:
        if not os.path.exists(place.path(name)):
            place.put(name, b"somebody's own")
            os.utime(place.path(name), (0, 0))
    result = place.run("a.json", "b.json")
    expect(result, 0, rf"\A.*/{old}: removed; .*\nalpha\.pdf: 1 page.*\nbeta\.pdf: 1 page.*\n\Z")
    left = {name for name in os.listdir(place.folder) if name.startswith(".handout-")}
    assert left == kept, left ^ kept
    expect(place.run("a.json"), 0, r"\Aalpha\.pdf: 1 page.*\n\Z")
