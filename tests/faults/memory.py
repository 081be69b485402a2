#!/usr/bin/env python3
"""One allocation of the whole process fails, at any place, in any library: then all is as it would
be without, or the program says that there is no memory, ends with status 3, and leaves no file.

    memory.py HANDOUT SOURCE MEMORY_FAILS.so [MOST [SCENE]]

Each allocation fails in a run of its own; of a scene that has over a hundred, MOST of them, spread
over all.  SCENE is a part of a scene's name.

Three libraries do not stand it: libxml2 goes round for ever, cmark ends the process, fontconfig
crashes while it reads what the machine has.  So in scenes with libxml2 and fontconfig only
allocations of the program itself fail; for cmark, which may be linked into it, see
tests/unit/test_no_memory.c.
"""

import json
import os
import shutil
import sys
import tempfile
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally

# The second is what the C library says that has no memory for a stream.
REFUSALS = ("handout: error: there is no memory left [out-of-memory]",
            "error: cannot be written: Cannot allocate memory [cannot-write]",
            "error: the process that made it has died [worker-lost]")

FEW = 100  # allocations, all of which are tried
WORKERS = "-j2"
OURS_ONLY = {"OURS_ONLY": "1"}
FONTS = {"FONTCONFIG_FILE": os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")}
LOADER = (127, "out of memory\n")  # how the loader of libraries ends a process


def noto(script):
    """Of fonts-noto-core, which has the Latin letters not."""
    return {style.lower(): f"/usr/share/fonts/truetype/noto/NotoSans{script}-{style}.ttf"
            for style in ("Regular", "Bold")}


def clinics(source):
    """By the names of their files."""
    names = {"name": "Hill Clinic", "phone": "509-555-0100", "logo_alt": "a picture"}
    fonts = {"regular": str(source / "fonts/NotoSans-Regular.ttf"),
             "bold": str(source / "fonts/NotoSans-Bold.ttf")}
    return {
        "clinic.json": {**names, "qr": "contact", "fonts": fonts,
                        "logo": str(source / "data/l-glutamine.png")},
        "photograph.json": {**names, "logo": str(source / "tests/pdf/logo.jpg")},
        "thai.json": {**names, "fonts": noto("Thai")},
        "arabic.json": {**names, "fonts": noto("Arabic")},
    }


def records(source):
    """For --stream: written, answered, and at fault."""
    zinc = json.loads((source / "data/examples/iron.json").read_text())
    return "".join(json.dumps(record) + "\n" for record in (
        {"article": str(source / "data/l-glutamine.json"), "output": "a.pdf"},
        {"article": {**zinc, "id": "iron"}}, {"article": {"title": "Zinc"}}))


class Scene(NamedTuple):
    """What is called, and what it reads."""
    arguments: list
    stdin: str = ""
    env: dict = {}


def scenes(source):
    """By their names."""
    article, iron = str(source / "data/l-glutamine.json"), str(source / "data/examples/iron.json")
    photograph = "--clinic=../photograph.json"
    one, all_of = ["-o", "page.pdf"], ["-o", "./"]
    return {
        "a page": Scene([*one, article]),
        "large print": Scene([*one, "--large-print", article]),
        "a clinic's logo, code and fonts": Scene([*one, "--clinic=../clinic.json", article]),
        "a photograph": Scene([*one, photograph, article]),
        "a review": Scene(["--check", "--report", article]),
        "a review in SARIF": Scene(["--check", "--diagnostics=sarif", article]),
        "a dump": Scene(["--dump=json", article]),
        "a picture": Scene([*all_of, "--format=svg", article]),
        "several articles": Scene([*all_of, "--summary=json", photograph, article, iron]),
        "workers": Scene([*all_of, WORKERS, photograph, article, iron]),
        "records": Scene(["--stream", photograph], records(source)),
        "a PDF with its files": Scene([*one, "--attach-source", "--clinic=../clinic.json", article]),
        "a PDF opened again": Scene([*one, "--large-print", "../kept.pdf"]),
        "the files of a PDF": Scene([*all_of, "--extract", "../kept.pdf"]),
        "a post": Scene(["--import", str(source / "tests/import/posts/melatonin.txt")]),
        "a post in HTML": Scene(["--import", str(source / "tests/import/posts/hierro.html")], env=OURS_ONLY),
        "a font of the machine": Scene([*one, str(source / "tests/scripts/th.json")],
                                       env={**OURS_ONLY, **FONTS}),
        "a start": Scene(["--new", "zinc"]),
        "Thai": Scene([*one, "--clinic=../thai.json", str(source / "tests/scripts/th.json")]),
        "Arabic": Scene([*one, "--clinic=../arabic.json", str(source / "tests/scripts/ar.json")]),
    }


class Left(NamedTuple):
    """What a run leaves behind."""
    status: int
    out: bytes
    err: str
    files: dict

    def difference(self, whole):
        other = {name for name in {*self.files, *whole.files}
                 if self.files.get(name) != whole.files.get(name)}
        said = "as well" if self.err == whole.err else repr(self.err[-300:])
        return f"files {sorted(other)} are others, {self.out[-200:]!r}, {said}"


def says_so(left, whole):
    """What was said before stands, and then that there is no memory."""
    said, of_whole = left.err.splitlines(), whole.err.splitlines()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, of_whole)))
    return any(line.endswith(REFUSALS) or '"out-of-memory"' in line for line in said[same:])


def answers_stand(left, whole):
    """Of records: each answer is as it would be, or says that there was no memory."""
    return all(line == of_whole or (b'"status":"error"' in line and b"memory" in line)
               for line, of_whole in zip(left.out.splitlines(True), whole.out.splitlines(True)))


def is_refusal(left, whole, scene):
    """Each file is there whole or not at all; of one that was asked for, not at all."""
    if scene.stdin:
        said = left.status == 0 or says_so(left, whole)
        return said and answers_stand(left, whole) and left.files.items() <= whole.files.items()
    if "--diagnostics=sarif" in scene.arguments:  # a whole document
        return left.status == 3 and "out-of-memory" in json.dumps(json.loads(left.err))
    if (left.status, left.err) == LOADER:
        return not left.files
    out_stands = whole.out.startswith(left.out) or (left.out and json.loads(left.out))
    least = {} if "page.pdf" in scene.arguments else left.files
    return (left.status == 3 and says_so(left, whole) and out_stands and left.files == least
            and left.files.items() <= whole.files.items())


class Desk:
    def __init__(self, program, shim, folder, scene):
        self.program, self.shim, self.folder, self.scene = program, shim, folder, scene
        self.written, self.refused = folder / "written", 0

    def run(self, **env):
        shutil.rmtree(self.written, ignore_errors=True)
        self.written.mkdir()
        arguments = [argument for argument in self.scene.arguments
                     if not (argument == WORKERS and "COUNT_TO" in env)]  # they end without a word
        done = run(self.program, *arguments, cwd=self.written,
                   stdin=self.scene.stdin.encode(), LD_PRELOAD=self.shim,
                   **self.scene.env, **env)
        files = {path.name: path.read_bytes() for path in self.written.iterdir()}
        return Left(done.status, done.out, done.err, files)

    def holds(self, name, most):
        whole = self.run(COUNT_TO=str(self.folder / "count"))
        count = int((self.folder / "count").read_text())
        assert whole.status <= 1 and count > 10, f"status {whole.status}, {count} allocations"
        step = 1 if count <= FEW else max(1, count // most)
        for n in range(1, count + 1, step):
            left = self.run(FAIL_AT=str(n))
            self.refused += left != whole
            assert left == whole or is_refusal(left, whole, self.scene), (
                f"allocation {n} of {count}: status {left.status}, {left.difference(whole)}")
        print(f"{name}: {count} allocations, {self.refused} refusals", flush=True)


def main():
    program, source, shim = (Path(argument).resolve() for argument in sys.argv[1:4])
    most = int(sys.argv[4]) if len(sys.argv) > 4 else sys.maxsize
    wanted = sys.argv[5] if len(sys.argv) > 5 else ""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-memory-") as name:
        folder = Path(name)
        for name, clinic in clinics(source).items():
            (folder / name).write_text(json.dumps(clinic))
        run(program, "-o", "kept.pdf", "--attach-source", "--clinic=clinic.json",
            source / "data/l-glutamine.json", cwd=folder)
        for name, scene in scenes(source).items():
            if wanted in name:
                tally.run(name, Desk(program, str(shim), folder, scene).holds, name, most)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
