#!/usr/bin/env python3
"""All figures in one run: bench.py BUILD SOURCE [COUNT]

BUILD is a folder configured with -DHANDOUT_BENCH=ON.  Side by side: the bare placer, handout, Pango
and cairo if the build found them, Typst if this Python has its package from PyPI: handouts a second
on one core (batch.py), whole processes with time, memory and bytes (programs.c), phases (library.c);
and the instructions of one handout and of a hundred, if there is valgrind.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent

from batch import typst_source, words_of

ROUNDS = 100

TYPST_ONCE = """#!{python}
import sys, typst
open(sys.argv[1], "wb").write(typst.compile({source!r}, pdf_standards="a-2a"))
"""


def show(title, *command):
    print(f"\n## {title}\n", flush=True)
    subprocess.run([str(part) for part in command], check=True)


def typst_program(folder, example):
    """A script that compiles the example's words once; None without the package."""
    if importlib.util.find_spec("typst") is None:
        return None
    source = folder / "once.typ"
    source.write_text(typst_source(json.loads(example.read_text(encoding="utf-8"))), "utf-8")
    script = folder / "once.py"
    script.write_text(TYPST_ONCE.format(python=sys.executable, source=str(source)), "utf-8")
    script.chmod(0o755)
    return f"Typst={script}"


def pango_program(build, folder, example):
    """The program, if it was built; its text is in BENCH_TEXT."""
    program = build / "tests/bench/bench_pango"
    if not program.exists():
        return None
    text = folder / "text"
    text.write_text("\n".join(words_of(json.loads(example.read_text(encoding="utf-8")))), "utf-8")
    os.environ["BENCH_TEXT"] = str(text)
    return f"Pango+cairo={program}"


def instructions(handout, folder, corpus):
    """Millions of a call for all articles of a folder."""
    done = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no",
                           "--cachegrind-out-file=/dev/null", handout, "-q", "-o", f"{folder}/o/",
                           corpus], capture_output=True, text=True, check=True)
    return int(re.search(r"I +refs: +([\d,]+)", done.stderr)[1].replace(",", "")) / 1e6


def count_instructions(handout, folder, example):
    print("\n## Instructions\n", flush=True)
    if not shutil.which("valgrind"):
        print("not counted: there is no valgrind")
        return
    for count in (1, 100):
        corpus = folder / str(count)
        subprocess.run([sys.executable, HERE / "corpus.py", example, corpus, str(count)], check=True)
        millions = instructions(handout, folder, corpus)
        print(f"{count} in one call: {millions / count:.1f} million a handout")


def main():
    build, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    count = sys.argv[3] if len(sys.argv) > 3 else "1000"
    bench, example = build / "tests/bench", source / "data/l-glutamine.json"
    handout, bare = build / "handout", bench / "bench_bare"
    with tempfile.TemporaryDirectory(prefix="handout-bench-") as name:
        folder = Path(name)
        others = [pango_program(build, folder, example), typst_program(folder, example)]
        show("One core, many handouts", sys.executable, HERE / "batch.py", handout, bare, example,
             count)
        show("Whole processes", bench / "bench_programs", handout, bare, bench / "bench_empty",
             example, ROUNDS, *filter(None, others))
        show("Phases, in one process without a context", bench / "bench_library", example,
             source / "data/clinic.json")
        count_instructions(handout, folder, example)


if __name__ == "__main__":
    main()
