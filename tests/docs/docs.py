#!/usr/bin/env python3
"""What the documents show works: docs.py HANDOUT SOURCE

The commands of README.md and of the manual page are run in a copy of data/, the JSON of the READMEs
is printed, and what README.md quotes of the program, and the files that it names, are there.
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parents[1]),
                str(Path(__file__).resolve().parents[1] / "rules")]

from includes import MAY_INCLUDE
from support.picture import png
from support.program import HANGS, SANITIZED, environment, run
from support.tally import Tally, expect_equal

# Commands of the shell that set up a machine, and what needs it set up.
NOT_RUN = ("./run", "./check", "sudo", "apt", "cmake", "git")

SAMPLE = {"title": "T", "summary": "S.", "benefits": ["B."], "dosage": "D.", "cautions": ["C."],
          "references": ["R."], "disclaimer": "L."}

# A member that tells what a piece of JSON is, and how to make a whole article of it.
PIECES = {
    "items": lambda piece: {**SAMPLE, "sections": [piece]},
    "summary": lambda piece: piece,
    "alt": lambda piece: {**SAMPLE, "picture": piece},
    "type": lambda piece: {**SAMPLE, "references": [piece]},
    "text": lambda piece: {**SAMPLE, "benefits": [piece]},
}


class Documents:
    def __init__(self, program, source, folder):
        self.program, self.source, self.folder = program, source, folder
        shutil.copytree(source / "data", folder / "data")
        for path in (source / "data").glob("*.json"):
            shutil.copy(path, folder)
        (folder / "tablet.png").write_bytes(png(40, 30, lambda x: (x, x, x)))
        (folder / "bin").mkdir()
        (folder / "bin/handout").symlink_to(program)

    def text(self, name):
        return (self.source / name).read_text()

    def blocks(self, name, language):
        found = re.findall(rf"(?ms)^```{language}\n(.*?)^```$", self.text(name))
        assert found, f"{name} has no block of {language}"
        return found


def commands(documents):
    """(where, command); a document without any is a failure."""
    shell = [line for block in documents.blocks("README.md", "sh") for line in block.splitlines()]
    readme = [line for line in shell if line.strip() and not line.startswith((*NOT_RUN, "#"))]
    examples = documents.text("src/cli/handout.1").split(".Sh EXAMPLES")[1].split("\n.Sh ")[0]
    manual = re.findall(r"(?m)^\$ (.+)$", examples)
    assert readme and manual, f"no commands: README.md {readme}, manual {manual}"
    return [("README.md", line) for line in readme] + \
           [("handout.1", line.replace("\\-", "-")) for line in manual]


def works(documents, command):
    env = environment(documents.folder)
    env["PATH"] = f"{documents.folder}/bin:{env['PATH']}"
    done = subprocess.run(["sh", "-ec", command], cwd=documents.folder, env=env, text=True,
                          errors="replace", capture_output=True, timeout=HANGS, check=False)
    assert done.returncode == 0 and not SANITIZED.search(done.stderr), done.stderr


def all_commands_work(documents, tally):
    for where, command in commands(documents):
        tally.run(f"{where}: {command}", works, documents, command)


# ---- The walk ----

def walked(documents, folder):
    """README.md with its console blocks run one after the other, and what they show put anew."""
    env = environment(folder)
    env["PATH"] = f"{documents.folder}/bin:{env['PATH']}"
    shutil.copytree(documents.source / "data", folder / "data")

    def run_block(block):
        shown = []
        for command in re.findall(r"(?m)^\$ (.*)$", block[1]):
            done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=HANGS, check=False)
            shown.append(f"$ {command}\n{done.stdout}")
        return f"```console\n{''.join(shown)}```\n"

    text, count = re.subn(r"(?ms)^```console\n(.*?)^```\n", run_block, documents.text("README.md"))
    assert count >= 3, f"README.md has {count} blocks of a walk"
    return text


def walk_is_true(documents):
    """UPDATE=1 writes what the program says today; read the diff."""
    with tempfile.TemporaryDirectory(prefix="handout-walk-") as folder:
        text = walked(documents, Path(folder))
    if os.environ.get("UPDATE") == "1":
        (documents.source / "README.md").write_text(text)
    lines = (documents.text("README.md").splitlines(), text.splitlines())
    expect_equal([line for line in difflib.ndiff(*lines) if line[0] in "-+"], [],
                 "what README.md shows (-) and the program says (+)")


def json_is_printed(documents, block):
    piece = json.loads(block)
    article, arguments = SAMPLE, ["--no-clinic"]
    if "name" in piece:
        (documents.folder / "piece.clinic.json").write_text(block)
        arguments = ["-c", "piece.clinic.json"]
    else:
        article = next(make(piece) for member, make in PIECES.items() if member in piece)
    (documents.folder / "piece.json").write_text(json.dumps(article))
    result = run(documents.program, *arguments, "piece.json", cwd=documents.folder)
    expect_equal(result.status, 0, f"the status ({result.err})")


def all_json_is_printed(documents, tally):
    for name in ("README.md", "data/README.md"):
        for i, block in enumerate(documents.blocks(name, "json"), 1):
            tally.run(f"{name}: JSON {i}", json_is_printed, documents, block)


def quoted_report_is_true(documents):
    text = " ".join("".join(map(documents.text, ("README.md", "data/README.md",
                                                 "data/l-glutamine.md"))).split())
    quoted = re.findall(r"`((?:1 page|reading grade|\d warning).*?)`", text)
    assert quoted, "nothing is quoted"
    said = run(documents.program, "--check", "l-glutamine.json", cwd=documents.folder).err
    for report in quoted:
        assert f"\nl-glutamine.json: {report}\n" in f"\n{said}", (
            f"{report!r}, but the program says {said!r}")


def named_files_are_there(documents):
    text = documents.text("README.md")
    named = re.findall(r"\]\(([^)#:]+)\)", text)
    named += re.findall(r"`((?:data|fonts|include|src|tests)/[\w./-]+)`", text)
    assert named, "README.md names no file"
    missing = [name for name in named if not (documents.source / name).exists()]
    expect_equal(missing, [], "what README.md names and is not there")


# ---- Tables ----

# What README.md calls headers that are allowed alone.
CALLED = {"the sheet": {"model/sheet.h", "model/paper.def"},
          "the pages": {"layout/page.h", "layout/geom.h"}}


def allowed(cell, headers):
    """What a cell of the table of folders names of ours: folders, headers, what has a name above."""
    names = set()
    for part in cell.split(";"):
        folder = re.match(r" *of (\w+) ", part)
        files = re.findall(r"`([\w.]+\.(?:h|def))`", part)
        names |= {f"{folder[1]}/{file}" if folder else file for file in files}
        names |= set(headers) if "all of `include`" in part else set()
        for word in map(str.strip, re.sub("`.*?`", "", part).split(",")):
            names |= CALLED.get(word, {word} & set(MAY_INCLUDE) - {""})
    return names


def folders_are_as_checked(documents):
    """Beside what tests/rules allows; the facade may include all."""
    rows = re.findall(r"(?m)^\| `src/(\w+)` \|.*\| (.*) \|$", documents.text("README.md"))
    headers = [path.name for path in (documents.source / "include").glob("*.h")]
    expect_equal(sorted(dict(rows)), sorted(set(MAY_INCLUDE) - {""}), "the folders of the table")
    for folder, cell in rows:
        # Whoever sees the pages may see their measures.
        expect_equal(allowed(cell, headers) - {"layout/geom.h"},
                     MAY_INCLUDE[folder] - {"layout/geom.h"}, f"what src/{folder} may include")
    for header in headers:
        assert f"`{header}`" in documents.text("README.md"), f"README.md lacks {header}"


def rules_of_every_run_are_told(documents):
    """Those that the phases find, not src/lint."""
    table = documents.text("src/base/rule.def")
    phases = "".join(path.read_text() for path in (documents.source / "src").rglob("*.c")
                     if "lint" not in path.parts)
    rules = {slug for name, slug in re.findall(r'(?m)^RULE\((\w+), "([\w-]+)"', table)
             if re.search(rf"\b(?:DIAG|RULE)_{name}\b", phases)}
    manual = documents.text("src/cli/handout.1").split("\nSome rules are met on the way")[1]
    guide = documents.text("data/README.md").split("Some rules speak whenever a page is made")[1]
    expect_equal(set(re.findall(r"[a-z-]{4,}", " ".join(
        re.findall(r"(?m)^\.Sy (.*)$", manual.split("\n.Pp")[0])))), rules, "handout(1)'s rules")
    expect_equal(set(re.findall(r"`([\w-]+)`", guide.split("\n\n")[0])), rules,
                 "data/README.md's rules")


def types_are_told(documents):
    """The types of JSON objects that a review writes."""
    code = documents.text("src/cli/review.c")
    types = set(re.findall(r'\\"type\\":\\"([a-z-]+)', code))
    types |= set(re.findall(r'put_hard_json\(to, "([a-z-]+)"', code))
    told = documents.text("src/cli/handout.1").split("\n.It Fl \\-report\n")[1].split("\n.It ")[0]
    expect_equal(set(re.findall(r"(?m)^\.Dq ([a-z-]+)", told)) - {"type"}, types - {"count"},
                 "the types of --report")


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-docs-") as folder:
        documents = Documents(program, source, Path(folder))
        tally.run("commands", all_commands_work, documents, tally)
        tally.run("JSON", all_json_is_printed, documents, tally)
        tally.run("the walk", walk_is_true, documents)
        tally.run("quoted report", quoted_report_is_true, documents)
        tally.run("folders", folders_are_as_checked, documents)
        tally.run("rules without --check", rules_of_every_run_are_told, documents)
        tally.run("types of --report", types_are_told, documents)
        tally.run("named files", named_files_are_there, documents)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
