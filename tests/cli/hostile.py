"""Folders that are out to do harm: outputs in the place of inputs, files that make one wait, and
what killed runs left behind."""

import json
import os
import subprocess
import time
import unicodedata

from cases import A, CLINIC, article, clinic
from reviewing import notified
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


@situation("standard output may not be a clinic file that will be found, for any of the articles")
def _(place):
    hill = place.read("clinic.json")
    for folder in ("north", "south"):
        place.put(f"{folder}/a.json", A)
        place.put(f"{folder}/clinic.json", hill)
    articles = ["north/a.json", "south/a.json"]
    for args in (["--dump=json"], ["--check", "--report"], ["--summary=json", "-o", "out/"]):
        said = append(place, "south/clinic.json", *args, *articles)
        assert said.count(b"standard output: error: is an input file") == 1, said
    assert place.read("south/clinic.json") == hill and not os.path.exists(place.path("out"))


def append_messages(place, name, *args, **more):
    """The status, and what is said on standard output, when 2>> appends to the file."""
    with open(place.path(name), "ab") as appended:
        done = place.start(*args, stderr=appended, **more)
        return done.communicate()[0], done.returncode


@situation("messages spoil no file that is read: they go to standard output, or nowhere")
def _(place):
    place.put("post.md", b"# Zinc\n\nIt may help.\n")
    place.put("list", b"a.json\n")
    place.put("records", b'{"article": "a.json"}\n')
    before = place.files()
    said = b"standard error: error: is an input file"
    for name, args in (("a.json", ["a.json"]), ("clinic.json", ["b.json", "a.json"]),
                       ("a.json", ["--check", "."]), ("list", ["--files-from=list"]),
                       ("clinic.json", ["--check", "-c", "clinic.json", "nothing.json"]),
                       ("post.md", ["--import", "post.md"]), ("post.md", ["--extract", "post.md"])):
        out, status = append_messages(place, name, *args)
        assert status == 2 and out.startswith(said), (name, args, status, out)
    out, status = append_messages(place, "a.json", "--diagnostics=sarif", "a.json")
    assert status == 2 and notified(json.loads(out)["runs"][0]) == ["output-is-input"], out
    out, status = append_messages(place, "post.md", "--diagnostics=sarif", "--import", "post.md")
    assert status == 2 and notified(json.loads(out)["runs"][0]) == ["output-is-input"], out
    for args in (["-o", "-"], ["--dump=json"]):
        assert append_messages(place, "a.json", *args, "a.json") == (b"", 2), args
    with open(place.path("records"), "rb") as stdin:
        assert append_messages(place, "records", "--stream", stdin=stdin) == (b"", 2)
    assert place.files() == before


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


# ---- Outputs in the place of what is printed ----

def printed_to(place, name, stream, *args, stdin=b""):
    """The status of a call one of whose streams is a new file, and that file's text."""
    os.makedirs(os.path.dirname(place.path(name)), exist_ok=True)
    with open(place.path(name), "wb") as file:
        process = place.start(*args, stdin=subprocess.PIPE, **{stream: file})
        process.communicate(stdin)
    return process.returncode, place.read(name)


@situation("no handout takes the place of answers, of a sum or of messages")
def _(place):
    records = b'{"article": "a.json", "output": "answers"}\n{"article": "b.json", "output": "b.pdf"}\n'
    status, answers = printed_to(place, "answers", "stdout", "--stream", stdin=records)
    refused, written = map(json.loads, answers.splitlines())
    assert (status, refused["status"], written["status"]) == (0, "refused", "written"), answers
    assert [one["id"] for one in refused["diagnostics"]] == ["output-in-use"], refused
    for jobs in ("1", "2"):
        status, answers = printed_to(place, "out/alpha.pdf", "stdout", "--summary=json", "-j", jobs,
                                     "-o", "out/", "a.json", "b.json")
        assert status == 2 and json.loads(answers)["need_a_person"] == ["a.json"], answers
        status, said = printed_to(place, "alpha.pdf", "stderr", "-j", jobs, "a.json", "b.json")
        assert status == 2 and b"alpha.pdf: error: is where standard error goes" in said, said
        assert b"beta.pdf: 1 page" in said, said
    place.slugs_seen.add("output-in-use")


@situation("--stream: no record is written between the answers")
def _(place):
    for name in ("/dev/stdout", "/proc/self/fd/1", "/dev/stderr"):
        record = json.dumps({"article": "a.json", "output": name}).encode()
        result = place.run("--stream", stdin=record)
        expect(result, 0)
        assert json.loads(result.stdout)["status"] == "refused", (name, result.stdout)


@situation("where nothing is printed, or all is thrown away, a handout may go")
def _(place):
    assert printed_to(place, "alpha.pdf", "stdout", "-q", "a.json") == (0, place.read("alpha.pdf"))
    expect_whole(place.path("alpha.pdf"))
    with open("/dev/null", "wb") as null:
        for args in (["-o", "/dev/null"], ["--summary=json", "-o", "/dev/null"]):
            process = place.start(*args, "a.json", stdout=null, stderr=null)
            assert process.wait(60) == 0, args
    record = b'{"article": "a.json", "output": "/dev/null"}'
    assert json.loads(place.run("--stream", stdin=record).stdout)["status"] == "written"


# ---- What makes one wait ----

@situation("a FIFO, a device or a folder is no logo, and is not waited for")
def _(place):
    os.mkfifo(place.path("fifo.png"))
    os.mkdir(place.path("folder.png"))
    for name in ("fifo.png", "folder.png", "/dev/zero", "/dev/stdin"):
        with_logo(place, name)
        expect(place.run("a.json"), 1, r"it is no regular file(.|\n)*\[cannot-load\]")
    assert not os.path.exists(place.path("alpha.pdf"))


@situation("who waits to write into a FIFO is left waiting, when a clinic calls it a logo")
def _(place):
    os.mkfifo(place.path("fifo.png"))
    with_logo(place, "fifo.png")
    with subprocess.Popen(["sh", "-c", "exec 3> fifo.png"], cwd=place.folder) as writer:
        time.sleep(0.2)  # until it has opened it, or nearly so
        expect(place.run("a.json"), 1, r"it is no regular file")
        assert writer.poll() is None, "its file was opened and closed again"
        writer.kill()


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


@situation("a flag of tags is shown, whose caret is in its place; any other tag is not")
def _(place):
    tags = lambda text: "".join(chr(0xE0000 + ord(c)) for c in text)
    wales = "\U0001f3f4" + tags("gbwls") + "\U000e007f"
    place.put("a.json", A.replace(b'"summary"', f'"{wales}{tags("gb")}": 1, "sumary"'.encode()))
    line, caret = place.run("a.json").stderr.decode().split("[unknown-field]\n")[2].split("\n")[:2]
    assert f'"{wales}\ufffd\ufffd"' in line, line
    two_columns = "ab"
    assert line.replace(wales, two_columns).index('"sumary') == caret.index("^"), (line, caret)


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


@situation("--new, --import and --extract remove it too")
def _(place):
    place.put("post.md", b"# Zinc\n\nIt may help.\n")
    expect(place.run("-q", "--attach-source", "-o", "kept.pdf", "a.json"), 0)
    for args in (["--new", "iron"], ["--import", "post.md"], ["--extract", "kept.pdf", "-o", "d/"]):
        place.put("d/", None)
        old = orphan(place, gone(), 2 * HOUR), "d/" + orphan(place, gone(), 2 * HOUR)
        os.rename(place.path(old[0]), place.path(old[1] if "d/" in args else old[0]))
        expect(place.run(*args), 0, r"\.tmp: removed; a run that was killed")
        assert not any(os.path.exists(place.path(name)) for name in old), args


@situation("what only has the name of a leftover stays: a link, a folder, a FIFO, what is of tomorrow")
def _(place):
    name = lambda attempt: f".handout-{gone()}-{attempt}.tmp"
    place.put("hers", b"hers")
    os.utime(place.path("hers"), (0, 0))
    os.symlink("hers", place.path(link := name(1)))
    os.mkdir(place.path(folder := name(2)))
    os.mkfifo(place.path(fifo := name(3)))
    for made in (folder, fifo):
        os.utime(place.path(made), (0, 0))
    later = orphan(place, gone(), -2 * HOUR, 4)
    expect(place.run("a.json"), 0, r"\Aalpha\.pdf: 1 page.*\n\Z")
    assert all(os.path.lexists(place.path(made)) for made in (link, folder, fifo, later, "hers"))
