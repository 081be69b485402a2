"""--stream: records in, answers out."""

import array
import base64
import fcntl
import json
import os
import signal
import subprocess
import termios

from cases import A, article, clinic
from hostile import FONT, LOGO, shipped, with_logo
from situations import expect, signal_until_over, situation, wait_for

EVERY = 400  # records of the long stream
MEBIBYTE = 1 << 20
F_SETPIPE_SZ = 1031  # fcntl has no name for it before Python 3.10


def lines(*records):
    """Each a dict, or the bytes of a line."""
    return b"".join((record if isinstance(record, bytes) else json.dumps(record).encode()) + b"\n"
                    for record in records)


def answers(place, stdin, *arguments):
    result = place.run("--stream", *arguments, stdin=stdin)
    expect(result, 0)
    return [json.loads(line) for line in result.stdout.splitlines()]


def statuses(found):
    return [(answer["number"], answer["status"]) for answer in found]


def slugs(answer):
    return [one["id"] for one in answer["diagnostics"]]


@situation("--stream: the PDF in the answer, under its output, or in a folder, is that of a file")
def _(place):
    place.put("id-1.json", article("id-1"))
    expect(place.run("-q", "id-1.json"), 0)
    whole = place.read("id-1.pdf")
    one, its_clinic = json.loads(article("id-1")), json.loads(place.read("clinic.json"))
    records = [{"article": one, "clinic": its_clinic}, {"article": "id-1.json"},
               {"article": one, "clinic": "clinic.json", "output": "there é.pdf"}]
    first, second, third = answers(place, lines(*records))
    assert base64.b64decode(first["pdf"]) == base64.b64decode(second["pdf"]) == whole
    assert place.read("there é.pdf") == whole and third["output"] == "there é.pdf"
    assert (first["id"], first["report"]["pages"], first["diagnostics"]) == ("id-1", 1, [])
    refused = answers(place, lines({"article": {**one, "title": 1}, "output": "no.pdf"}))[0]
    assert refused["status"] == "refused" and "output" not in refused, refused
    [fourth] = answers(place, lines(records[0]), "-o", "out/")
    assert fourth["output"] == "out/id-1.pdf" and place.read("out/id-1.pdf") == whole
    large = answers(place, lines({**records[0], "large_print": True, "paper": "a4"}))[0]["report"]
    assert large["body"] == 18 and large["paper"] == "A4", large


@situation("--stream: one answer for each record, in order, whatever is wrong with some")
def _(place):
    one = json.loads(article("id-1"))
    long = {**one, "summary": "x" * 2 * MEBIBYTE}
    found = answers(place, lines(
        b"{", {"article": one}, b"", b"\xff\xfe", {"article": long}, b'{"article": "' +
        b"y" * 5 * MEBIBYTE + b'"}', {"article": "none.json"}, {"artcle": one}, b"[]", b"\0",
        {"article": "-"}, {"article": one, "clinic": {"name": 1}}, {"article": one}))
    assert statuses(found) == [(1, "refused"), (2, "written"), (4, "refused"), (5, "refused"),
                               (6, "refused"), (7, "error"), (8, "refused"), (9, "refused"),
                               (10, "refused"), (11, "refused"), (12, "refused"),
                               (13, "written")], statuses(found)
    assert slugs(found[0]) and slugs(found[3]) == ["too-large"] == slugs(found[4])
    assert slugs(found[5]) == ["cannot-read"] and slugs(found[9]) == ["stdin-twice"]
    assert all("pdf" not in answer for answer in found if answer["status"] != "written")
    assert found[1]["pdf"] == found[-1]["pdf"]
    place.slugs_seen.add("stdin-twice")


@situation("--stream: no record replaces another's PDF, an article, or is named by chance")
def _(place):
    one = json.loads(article("id-1"))
    nameless = {key: value for key, value in one.items() if key != "id"}
    found = answers(place, lines({"article": one}, {"article": one}, {"article": nameless},
                                 {"article": nameless, "output": "named.pdf"},
                                 {"article": "a.json", "output": "a.json"}), "-o", "out/")
    assert [answer["status"] for answer in found] == \
        ["written", "refused", "refused", "written", "refused"], found
    assert slugs(found[1]) == ["output-collision"] and slugs(found[2]) == ["no-id"]
    assert [answer["id"] for answer in found[:3]] == ["id-1", "id-1", None], found
    assert slugs(found[4]) == ["output-is-input"] and place.read("a.json") == A
    place.slugs_seen |= {"output-collision", "no-id", "output-is-input"}


@situation("--stream: no record replaces what an earlier one was read from")
def _(place):
    hill = place.read("clinic.json")
    place.put("b.json", A)
    place.put("hill.json", hill)
    records = lines({"article": "a.json", "output": "a.pdf"},
                    {"article": "b.json", "output": "a.json"},
                    {"article": "b.json", "clinic": json.loads(hill), "output": "hill.json"})
    found = answers(place, records, "-c", "hill.json")
    assert [answer["status"] for answer in found] == ["written", "refused", "refused"], found
    assert (place.read("a.json"), place.read("hill.json")) == (A, hill)


@situation("--stream --skip-unchanged: the answer names the PDF that stays")
def _(place):
    record = lines({"article": "a.json"}, {"article": "b.json", "output": "b.pdf"})
    for unchanged in (None, True):
        found = answers(place, record, "--skip-unchanged", "-o", "out/")
        assert [(answer["status"], answer["output"], answer["report"].get("unchanged"))
                for answer in found] == [("written", "out/alpha.pdf", unchanged),
                                         ("written", "b.pdf", unchanged)], found
        assert not any("pdf" in answer for answer in found), found


@situation("--stream: a clinic file that cannot be read is told in each answer that wants it")
def _(place):
    missing = {"article": "a.json", "clinic": "none.json"}
    found = answers(place, lines(missing, missing, {"article": "a.json"}, missing))
    assert [(answer["status"], slugs(answer)) for answer in found] == [
        ("error", ["cannot-read"]), ("error", ["cannot-read"]), ("written", []),
        ("error", ["cannot-read"])], found


@situation("--stream: a clinic file, a logo that changes between two records is read again")
def _(place):
    logo = shipped(place, LOGO)
    place.put("logo.png", logo)
    with_logo(place, "logo.png")
    process = place.start("--stream", stdin=subprocess.PIPE)

    def pdf():
        process.stdin.write(lines({"article": "a.json"}))
        process.stdin.flush()
        return json.loads(process.stdout.readline())["pdf"]
    first = pdf()
    assert pdf() == first
    place.put("logo.png", shipped(place, FONT))
    process.stdin.write(lines({"article": "a.json"}))
    process.stdin.flush()
    refused = json.loads(process.stdout.readline())
    assert slugs(refused) == ["bad-logo"], refused
    place.put("logo.png", logo)
    assert pdf() == first
    # Of one length, first with another time, then another file of that time.
    made = [first]
    for name in ("Best Clinic", "Last Clinic"):
        before = os.stat(place.path("clinic.json"))
        place.put("new.json", clinic(name=name, logo="logo.png", logo_alt="the logo"))
        assert os.stat(place.path("new.json")).st_size == before.st_size
        if name == "Best Clinic":
            place.put("clinic.json", place.read("new.json"))
        else:
            os.utime(place.path("new.json"), ns=(before.st_atime_ns, before.st_mtime_ns))
            os.replace(place.path("new.json"), place.path("clinic.json"))
        made.append(pdf())
        expect(place.run("-q", "a.json"), 0)
        assert base64.b64decode(made[-1]) == place.read("alpha.pdf"), name
    process.communicate()
    assert len(set(made)) == 3


@situation("--stream: an engine may wait for each answer; with its records the program ends")
def _(place):
    process = place.start("--stream", stdin=subprocess.PIPE)
    for number in (1, 2):
        process.stdin.write(lines({"article": "a.json"}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["number"] == number
    process.stdin.close()
    assert process.stdout.read() == b"" and process.wait(60) == 0
    assert answers(place, b"") == []
    assert statuses(answers(place, lines({"article": "a.json"})[:-1])) == [(1, "written")]


@situation("--stream: a closed pipe ends it quietly, a full disk does not")
def _(place):
    stdin = lines(*[{"article": "a.json"}] * 9)
    reader, writer = os.pipe()
    os.close(reader)
    expect(place.run("--stream", stdin=stdin, stdout=writer), 3)
    os.close(writer)
    with open("/dev/full", "wb") as full:
        expect(place.run("--stream", stdin=stdin, stdout=full), 3, r"standard output: error: .*"
               r"\[cannot-write\]")


@situation("--stream: JSON over several lines is told once")
def _(place):
    records = [{"article": "a.json"}, {"article": "b.json"}]
    for text, way in ((json.dumps(records[0], indent=2), r"jq -c \. "),
                      (json.dumps(records, indent=2), r"jq -c '\.\[\]' "),
                      ('{"article": {\n  "title": "A {"\n}}', r"jq -c \. "),
                      ('{"article":\n"a.json"}', r"jq -c \. "),
                      (json.dumps(records)[:-1] + ",\n{}]", r"jq -c '\.\[\]' "),
                      ("[\n" + ",\n".join(map(json.dumps, records)) + "\n]\n", r"jq -c '\.\[\]' ")):
        result = place.run("--stream", stdin=text.encode())
        expect(result, 2, r"\A<stdin>: error: a record is one line.*\[record-lines\]\n  hint: " + way)
        assert len(result.stdout.splitlines()) == 1, result.stdout


def fill(pipe):
    """Waits until the pipe is full: its writer is in the middle of a line."""
    room = fcntl.fcntl(pipe, F_SETPIPE_SZ, 4096)

    def is_full():
        waiting = array.array("i", [0])
        fcntl.ioctl(pipe, termios.FIONREAD, waiting)
        return waiting[0] >= room
    wait_for(is_full)


@situation("--stream: a signal ends it behind a whole line, two of them at once")
def _(place):
    for number in (signal.SIGINT, signal.SIGTERM):
        process = place.start("--stream", stdin=subprocess.PIPE)
        process.stdin.write(lines({"article": "a.json"}, {"article": "b.json", "output": "b.pdf"}))
        process.stdin.flush()
        fill(process.stdout)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (-number, b""), (process.returncode, err)
        assert out.endswith(b"}\n") and json.loads(out)["status"] == "written", out[-50:]
        assert not os.path.exists(place.path("b.pdf"))
    process = place.start("--stream", stdin=subprocess.PIPE)
    process.stdin.write(lines({"article": "a.json"}))
    process.stdin.flush()
    fill(process.stdout)
    signal_until_over(process, signal.SIGINT)
    assert process.returncode == -signal.SIGINT, process.returncode
    process.communicate()
    assert not [name for name in os.listdir(place.folder) if name.startswith(".handout")]


@situation("--stream: many records, some of them bad")
def _(place):
    one = json.loads(article("id-1"))
    records = [{"article": one} if i % 7 else b"{" for i in range(EVERY)]
    found = answers(place, lines(*records))
    assert statuses(found) == [(i + 1, "written" if i % 7 else "refused") for i in range(EVERY)]
    assert len({answer.get("pdf") for answer in found}) == 2


@situation("--stream goes with nothing that its records say, or that prints something else")
def _(place):
    for arguments in (["--check"], ["--dump=json"], ["-j2"], ["--files-from=list"], ["-o", "x.pdf"],
                      ["--summary=text"], ["-o-"]):
        expect(place.run("--stream", *arguments), 2, r"\[contradiction\]")
    expect(place.run("--stream", "--new=turmeric"), 2, r"\[contradiction\]")
    expect(place.run("--stream", "a.json"), 2, r"\[stream-article\]")
    warned = lines({"article": json.loads(article("id-1", references=[]))})
    for arguments, status in ([], "written"), (["--strict"], "refused"):
        [answer] = answers(place, warned, *arguments)
        assert slugs(answer) and answer["status"] == status, (status, slugs(answer))
