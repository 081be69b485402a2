"""Several clinics in one call: a folder of them, or records of a stream that name them."""

import json
import os
import resource
import struct
import zlib

from cases import A, QUIET, article, clinic
from hostile import LOGO, shipped
from many import made, put_many
from situations import expect, is_sanitized, situation

MEBIBYTE = 1 << 20
MANY = 64  # clinics whose logos have a MiB each and more


def put_clinics(place):
    for name in ("north", "south"):
        place.put(f"clinics/{name}.json", clinic(name=f"{name} Clinic"))
    place.put("clinics/notes.txt", b"no clinic")
    place.put("clinics/clinic.schema.json", b"{}")


@situation("-c with a folder: each article for each clinic, in a folder of its name")
def _(place):
    put_clinics(place)
    put_many(place)
    alone = place.run("-q", "-c", "clinics", "-o", "out/", "--summary=json", "in")
    found = json.loads(alone.stdout)
    assert [found[key] for key in ("articles", "handouts", "good", "refused", "failed")] == \
        [31, 62, 50, 12, 0], found
    assert len(found["need_a_person"]) == 6, found
    # An article's own faults are told for the first clinic only; what is told of both is of pages.
    told = alone.stderr.decode().splitlines()
    twice = {line for line in told if " error: " in line and told.count(line) > 1}
    assert all("[does-not-fit]" in line or "[output-collision]" in line for line in twice), twice
    assert sum("in/03.json" in line and "missing-field" in line for line in told) == 1, told
    for name in ("north", "south"):
        files = made(place, f"out/{name}")
        assert place.run("-q", "-c", f"clinics/{name}.json", "-o", f"one {name}/", "in").returncode == 1
        assert len(files) == 25 and files == made(place, f"one {name}"), name
    os.rename(place.path("out"), place.path("before"))
    os.mkdir(place.path("out"))
    many = place.run("-q", "-j", "3", "-c", "clinics/", "-o", "out", "--summary=json", "in")
    assert (many.returncode, many.stderr, many.stdout) == (1, alone.stderr, alone.stdout)
    assert made(place, "out/south") == made(place, "before/south")


@situation("-c with a folder: what cannot be is said at once, and what is refused names the clinic")
def _(place):
    put_clinics(place)
    expect(place.run("-c", "clinics", "-o", "one.pdf", "a.json"), 2, r"several handouts .*\[one-output\]")
    expect(place.run("-c", "clinics", "-", stdin=b"{}"), 2, r"\[stdin-twice\]")
    os.mkdir(place.path("empty"))
    expect(place.run("-c", "empty", "a.json"), 3, r"empty: error: .*\[is-a-folder\]")
    place.put("clinics/south.json", b"{")
    result = place.run("-c", "clinics", "a.json", "b.json")
    expect(result, 1, r"\Anorth/alpha.pdf: .*\nclinics/south.json:(.|\n)*"
                      r"\na.json: no handout written for south\nnorth/beta.pdf: (.|\n)*"
                      r"\nb.json: no handout written for south\n\Z")
    result = place.run("--diagnostics=json", "-c", "clinics", "a.json")
    said = [json.loads(line) for line in result.stderr.decode().splitlines()]
    reports = [(one["clinic"], one["written"]) for one in said if one["type"] == "report"]
    assert reports == [("north", True), ("south", False)], said


@situation("a pipe is read once: not for two clinics, as two files, or as both")
def _(place):
    put_clinics(place)
    shell = 'exec "$0" "$@" 3<&0'
    once = r"\A/dev/fd/3: error: a pipe can be read only once \[stdin-twice\]\n.*\n\Z"
    for arguments in (["-c", "clinics", "/dev/fd/3"], ["/dev/fd/3", "a.json", "/dev/fd/3"],
                      ["-c", "/dev/fd/3", "/dev/fd/3"], ["--files-from=-", "/dev/fd/3"]):
        expect(place.run(*arguments, shell=shell, stdin=A), 2, once)
    expect(place.run("-c", "/dev/fd/3", "-", shell=shell, stdin=A), 2,
           r"error: standard input can be read only once \[stdin-twice\]")
    expect(place.run("-c", "clinics/north.json", "/dev/fd/3", shell=shell, stdin=A), 0, "1 page")
    assert sorted(os.listdir(place.folder)) == sorted([*place.given, "clinics", "alpha.pdf"]), \
        os.listdir(place.folder)


@situation("-c with a folder: what is wrong with a PDF that is an article is said once")
def _(place):
    put_clinics(place)
    place.put("a.json", article("alpha", references=[]))
    expect(place.run("-q", "--attach-source", "a.json"), 0, "no-references")
    place.put("bad.pdf", b"%PDF-1.7\nof somebody else")
    expect(place.run("-c", "clinics", "-o", "out/", "alpha.pdf"), 0,
           r"\Aalpha.pdf/a.json:.* warning: (?!(.|\n)*warning:)(.|\n)*\nout/south/alpha.pdf: 1 page")
    expect(place.run("-c", "clinics", "-o", "out/", "bad.pdf"), 1,
           r"\Abad.pdf.* error: .*\[foreign-pdf\]\n(  .*\n)*bad.pdf: no handout written for north\n"
           r"bad.pdf: no handout written for south\n\Z")


@situation("-c with a folder: what a review marks in an article is said once")
def _(place):
    rules = {**QUIET, "trailing-zero": "warning"}
    place.put("clinics/north.json", clinic(rules=rules))
    place.put("clinics/south.json", clinic(rules={**rules, "no-hedge": "warning"}))
    place.put("a.json", article("alpha", benefits=["It makes you sleep."], dosage="Take 5.0 grams."))
    for jobs in ("1", "2"):
        result = place.run("--check", "-q", "--diagnostics=gcc", "-j", jobs, "-c", "clinics", "a.json",
                           "b.json")
        expect(result, 0, r"\A.*\[trailing-zero\]\n.*\[no-hedge\]\n\Z")
    expect(place.run("--check", "-c", "clinics", "a.json"), 0,
           r"\na.json: 1 warning\n(.|\n)*\na.json: 2 warnings\n\Z")


def heavy(logo, size):
    """The logo with so many bytes more, in a chunk that nobody reads."""
    end = logo.rindex(b"IEND") - 4
    chunk = b"heVy" + bytes(size)
    return logo[:end] + struct.pack(">I", size) + chunk + struct.pack(">I", zlib.crc32(chunk)) + \
        logo[end:]


@situation("many clinics take no more memory than a few")
def _(place):
    logo = heavy(shipped(place, LOGO), MEBIBYTE)
    for i in range(MANY):
        place.put(f"clinics/{i}.json", clinic(logo=f"{i}.png", logo_alt="the logo"))
        place.put(f"clinics/{i}.png", logo)
    records = "".join(json.dumps({"article": "a.json", "clinic": f"clinics/{i}.json"}) + "\n"
                      for i in range(MANY)).encode()
    limits = MANY * MEBIBYTE, MANY * MEBIBYTE

    def limit():
        resource.setrlimit(resource.RLIMIT_DATA, limits)
    preexec = None if is_sanitized(place) else limit
    expect(place.run("-q", "-c", "clinics", "-o", "out/", "a.json", preexec_fn=preexec), 0)
    answers = place.run("--stream", stdin=records, preexec_fn=preexec)
    expect(answers, 0)
    assert answers.stdout.count(b'"status":"written"') == MANY


@situation("what an earlier clinic or article named is not replaced")
def _(place):
    logo = shipped(place, LOGO)
    for name in ("north", "south"):
        place.put(f"clinics/{name}.json", clinic(logo=f"{name}.png", logo_alt="the logo"))
        place.put(f"clinics/{name}.png", logo)
    place.put("cell.png", logo)
    place.put("a.json", article("alpha", picture={"file": "cell.png", "alt": "A cell."}))
    records = [{"article": "a.json", "clinic": "clinics/north.json"}, *(
        {"article": "b.json", "clinic": "clinics/south.json", "output": output}
        for output in ("b.pdf", "clinics/north.png", "cell.png"))]
    result = place.run("--stream", stdin="\n".join(map(json.dumps, records)).encode())
    found = [[one["id"] for one in json.loads(line)["diagnostics"]]
             for line in result.stdout.splitlines()]
    assert found == [[], [], ["output-is-input"], ["output-is-input"]], found
    assert place.read("clinics/north.png") == place.read("cell.png") == logo
