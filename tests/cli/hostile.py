"""Folders that are out to do harm: outputs in the place of inputs, files that make one wait, and
what killed runs left behind."""

import os
import subprocess
import time

from cases import A, clinic
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


@situation("standard output may not be a file that is read")
def _(place):
    with open(place.path("a.json"), "ab") as appended:
        done = place.start("-o", "-", "a.json", stdout=appended)
        said = done.communicate()[1]
    assert done.returncode == 2 and b"[output-is-input]" in said, said
    assert place.read("a.json") == A


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
